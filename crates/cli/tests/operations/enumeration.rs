//! What a stranger can find out: another's thing is answered as nobody's (`promises/isolation.rs` of the server's tests), and
//! the database is asked the same for both, so that no clock tells them apart.

use std::path::Path;

use crate::client::{Client, Outcome};
use crate::command::imagekin;
use crate::server::Server;
use crate::story::{OTHER, ended};

/// Tables of what can be named. Others are of jobs, which look into theirs at any time, and of what is the request's own.
const NAMED: &str = " images image_snapshots image_tag_counts tags image_shares shared_images snapshots instances disks \
    image_instances head_log users user_groups group_members roles policies policy_versions policy_attachments ";

/// A parameter, what it names of the owner's, what it names of nobody's, and the actions that take it.
type Named<'n> = (&'n str, &'n str, &'n str, &'n [&'n str]);

/// The statements about what can be named that the server has run since its log had so many lines.
fn statements(log: &Path, since: usize) -> Vec<String> {
    let text = std::fs::read_to_string(log).expect("text");
    let run = text.lines().skip(since).filter_map(|line| Some(line.split_once("sql=")?.1.to_owned()));
    let words = |sql: &str| {
        sql.split(|c: char| !c.is_alphanumeric() && c != '_').map(str::to_owned).collect::<Vec<_>>()
    };
    run.filter(|sql| words(sql).iter().any(|word| !word.is_empty() && NAMED.contains(&format!(" {word} "))))
        .collect()
}

fn lines(log: &Path) -> usize {
    std::fs::read_to_string(log).expect("text").lines().count()
}

fn text(value: &serde_json::Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text")).to_owned()
}

#[test]
fn what_is_anothers_is_looked_for_as_what_is_nobodys() {
    let folder = ended();
    let log = folder.path().join("log");
    let mut command = imagekin();
    command.env("IMAGEKIN_LOG", "imagekin_store::statement=trace");
    let server = Server::start_with_log(command, folder.path(), &log);
    let mut owner = Client::new(&server.address, 11);
    let image = owner.image_named("made-2").expect("an image that is not shared");
    let snapshot = text(&image["DiskDeviceMappings"]["DiskDeviceMapping"][0]["SnapshotId"]);
    let image = text(&image["ImageId"]);
    let tasks = owner.must("DescribeTasks", &[("TaskAction", "ExportImage")]);
    let task = text(&tasks["TaskSet"]["Task"][0]["TaskId"]);
    let mut stranger = Client::with_key(&server.address, 12, OTHER.1);
    let mut asked = |action: &str, param: &str, value: &str| {
        let since = lines(&log);
        let there = ("DestinationRegionId", "cn-beijing");
        let outcome = stranger.call(action, &[(param, value), there, ("PolicyType", "Custom")]);
        assert!(!matches!(outcome, Outcome::Doubtful(_)), "{action} {param}={value}: {outcome:?}");
        statements(&log, since)
    };
    let of_image = [
        "DeleteImage",
        "DescribeImages",
        "CopyImage",
        "DescribeImageSharePermission",
        "ModifyImageAttribute",
    ];
    let of_family =
        ["DescribeImageFromFamily", "ExplainImageFamily", "DescribeImageFamilyHistory", "DescribeImages"];
    let of_user = ["GetUser", "ListAccessKeys", "ListPoliciesForUser", "ListGroupsForUser", "DeleteUser"];
    let named: [Named<'_>; 8] = [
        ("ImageId", &image, "m-00000000000000000000", &of_image),
        ("SnapshotId", &snapshot, "s-00000000000000000000", &["CreateImage", "DeleteSnapshot"]),
        ("SnapshotIds", &snapshot, "s-00000000000000000000", &["DescribeSnapshots"]),
        ("TaskId", &task, "t-00000000000000000000", &["DescribeTaskAttribute", "CancelTask"]),
        ("ImageFamily", "slow", "nobodys", &of_family),
        ("UserName", "alice", "nobody", &of_user),
        ("RoleName", "nightly", "nobodys", &["GetRole", "ListPoliciesForRole", "DeleteRole"]),
        ("PolicyName", "images", "nobodys", &["GetPolicy", "ListPolicyVersions", "DeletePolicy"]),
    ];
    let mut compared = 0;
    for (param, owners, nobodys, actions) in named {
        for action in actions {
            // What the first call makes ready is not what is compared; nor what is ready of the one that is.
            let another = format!("{}z", &nobodys[..nobodys.len() - 1]);
            asked(action, param, &another);
            let [of_owner, of_nobody] = [owners, nobodys].map(|value| asked(action, param, value));
            assert_eq!(of_owner, of_nobody, "{action} {param}");
            compared += of_owner.len();
        }
    }
    assert!(compared > 15, "{compared} statements were compared");
    // Whoever owns it is asked more about: there is a difference to be seen.
    let since = lines(&log);
    owner.must("GetUser", &[("UserName", "alice")]);
    assert!(!statements(&log, since).is_empty());
    server.stop();
}
