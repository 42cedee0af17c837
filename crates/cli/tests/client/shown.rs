//! What each command prints of a reply, in each format, and what it sends.

use serde_json::{Value, json};

use crate::fake::{Answer, Fake};
use crate::harness::{client, outcome};

/// Runs the command against a service that gives this reply; gives what is printed and what was sent.
fn run(reply: &Value, arguments: &[&str]) -> (i32, String, Vec<String>) {
    let reply = reply.clone();
    let fake = Fake::start(move |_, _| Answer::json(&reply));
    let outcome = outcome(client(&fake.address, arguments));
    let sent = fake.received().into_iter().map(|request| {
        let query = request.head.split(['?', ' ']).nth(2).unwrap_or_default();
        format!("{} {query}", request.action())
    });
    (outcome.code, outcome.stdout, sent.collect())
}

fn head() -> Value {
    json!({
        "RequestId": "R-1",
        "Image": {"ImageId": "m-2", "ImageName": "base-2", "ImageFamily": "base", "Size": 20, "Description": "",
                  "CreationTime": "2026-01-02T03:04:05Z", "Architecture": "x86_64"},
        "Revision": 7,
    })
}

#[test]
fn resolve_gives_scripts_the_id_alone() {
    let (code, stdout, sent) = run(&head(), &["resolve", "base"]);
    assert_eq!((code, stdout.as_str()), (0, "m-2\n"));
    assert_eq!(sent, ["DescribeImageFromFamily ImageFamily=base&RegionId=cn-hangzhou"]);
    let (_, json, _) = run(&head(), &["resolve", "base", "--output", "json"]);
    assert_eq!(serde_json::from_str::<Value>(&json).unwrap(), head());
}

#[test]
fn resolve_gives_people_a_table() {
    let (_, stdout, _) = run(&head(), &["resolve", "base", "-o", "table"]);
    let expected = "Image         m-2\n\
                    Name          base-2\n\
                    Family        base\n\
                    Created       2026-01-02T03:04:05Z\n\
                    Architecture  x86_64\n\
                    Size in GiB   20\n\
                    Revision      7\n";
    assert_eq!(stdout, expected);
}

#[test]
fn resolve_looks_back() {
    let (_, _, sent) = run(&head(), &["resolve", "base", "--as-of", "2026-01-02T11:04:05.5+08:00"]);
    let as_of = "AsOf=2026-01-02T03%3A04%3A05.500000Z";
    assert_eq!(sent, [format!("DescribeImageFromFamily ImageFamily=base&{as_of}&RegionId=cn-hangzhou")]);
    let (_, _, sent) = run(&head(), &["resolve", "base", "--revision", "7", "--region", "cn-beijing"]);
    assert_eq!(sent, ["DescribeImageFromFamily ImageFamily=base&Revision=7&RegionId=cn-beijing"]);
}

#[test]
fn a_family_without_a_head_has_an_exit_code() {
    let none = json!({"RequestId": "R-1", "Image": {}});
    for format in ["text", "table"] {
        let (code, stdout, _) = run(&none, &["resolve", "base", "-o", format]);
        assert_eq!((code, stdout.as_str()), (3, ""));
    }
    let (code, stdout, _) = run(&none, &["resolve", "base", "-o", "json"]);
    assert_eq!((code, serde_json::from_str(&stdout).ok()), (3, Some(none)));
}

#[test]
fn history_is_a_line_for_each_change() {
    let reply = json!({"TotalCount": 2, "HeadChanges": {"HeadChange": [
        {"Revision": 9, "ChangedTime": "2026-01-02T03:04:05.000006Z", "ImageId": "", "ImageName": "", "Deleted": false,
         "ChangedBy": "DeleteImage", "ChangeRequestId": "R-9"},
        {"Revision": 7, "ChangedTime": "2026-01-02T03:04:05.000001Z", "ImageId": "m-1", "ImageName": "base-1",
         "Deleted": true, "ChangedBy": "CreateImage", "ChangeRequestId": "R-7"},
    ]}});
    let (code, stdout, sent) = run(&reply, &["history", "base", "-o", "table"]);
    let expected = "\
REVISION  CHANGED                      HEAD  NAME    DELETED  BY           REQUEST
9         2026-01-02T03:04:05.000006Z  -     -       no       DeleteImage  R-9
7         2026-01-02T03:04:05.000001Z  m-1   base-1  yes      CreateImage  R-7
";
    assert_eq!((code, stdout.as_str()), (0, expected));
    let sent_query = "ImageFamily=base&PageNumber=1&PageSize=50&RegionId=cn-hangzhou";
    assert_eq!(sent, [format!("DescribeImageFamilyHistory {sent_query}")]);
    let (_, text, _) = run(&reply, &["history", "base"]);
    assert!(text.starts_with("9\t2026-01-02T03:04:05.000006Z\t\t\tno\tDeleteImage\tR-9\n"), "{text}");
    let never = json!({"TotalCount": 0, "HeadChanges": {"HeadChange": []}});
    assert_eq!(run(&never, &["history", "base"]).0, 3);
}

#[test]
fn explain_has_a_reason_for_each_image() {
    let reply = json!({"ImageId": "m-1", "Revision": 7, "Candidates": {"Candidate": [
        {"ImageId": "m-2", "ImageName": "base-2", "Status": "Deprecated", "Sequence": 12, "Verdict": "NotAvailable",
         "CreationTime": "2026-01-02T03:04:06.000000Z", "Reason": "It is Deprecated."},
        {"ImageId": "m-1", "ImageName": "base-1", "Status": "Available", "Sequence": 7, "Verdict": "Head",
         "CreationTime": "2026-01-02T03:04:05.000000Z", "Reason": "It is the newest Available one."},
    ]}});
    let (code, stdout, sent) = run(&reply, &["explain", "base", "-o", "table"]);
    let expected = "\
VERDICT       IMAGE  NAME    STATUS      CREATED                      SEQUENCE  REASON
NotAvailable  m-2    base-2  Deprecated  2026-01-02T03:04:06.000000Z  12        It is Deprecated.
Head          m-1    base-1  Available   2026-01-02T03:04:05.000000Z  7         It is the newest Available one.
";
    assert_eq!((code, stdout.as_str()), (0, expected));
    assert_eq!(sent, ["ExplainImageFamily ImageFamily=base&RegionId=cn-hangzhou"]);
    let nothing = json!({"ImageId": "", "Revision": 0, "Candidates": {"Candidate": []}});
    assert_eq!(run(&nothing, &["explain", "base"]).0, 3);
}

#[test]
fn families_are_a_line_each() {
    let reply = json!({"TotalCount": 1, "Families": {"Family": [
        {"ImageFamily": "base", "ImageCount": 3, "AvailableImageCount": 1, "ImageId": "m-1", "ImageName": "base-1",
         "Revision": 7, "ChangedTime": "2026-01-02T03:04:05.000000Z"},
    ]}});
    let (_, stdout, sent) =
        run(&reply, &["families", "-o", "table", "--page-size", "5", "--page-number", "2"]);
    let expected = "\
FAMILY  IMAGES  AVAILABLE  HEAD  NAME    REVISION  CHANGED
base    3       1          m-1   base-1  7         2026-01-02T03:04:05.000000Z
";
    assert_eq!(stdout, expected);
    assert_eq!(sent, ["ListImageFamilies PageNumber=2&PageSize=5&RegionId=cn-hangzhou"]);
}

#[test]
fn all_pages_become_one() {
    let fake = Fake::start(|request, _| {
        let entries = if request.param("PageNumber") == "1" { 0..100 } else { 100..102 };
        let families: Vec<Value> = entries.map(|n| json!({"ImageFamily": format!("f{n}")})).collect();
        Answer::json(&json!({"TotalCount": 102, "Families": {"Family": families}}))
    });
    let names = outcome(client(&fake.address, &["families", "--all"])).ok();
    let names: Vec<&str> = names.lines().map(str::trim_end).collect();
    assert_eq!((names.len(), names[0], names[101]), (102, "f0", "f101"));
    assert_eq!(fake.received().len(), 2);
    let told = outcome(client(&fake.address, &["families", "-o", "table"])).stderr;
    assert_eq!(told, "100 of 102; the next with --page-number 2, or --all\n");
    let last = ["families", "-o", "table", "--page-number", "2", "--page-size", "100"];
    assert_eq!(outcome(client(&fake.address, &last)).stderr, "");
}

#[test]
fn a_change_is_told_to_people_only() {
    let done = json!({"RequestId": "R-1"});
    let (_, text, sent) = run(&done, &["images", "deprecate", "m-1", "m-2"]);
    assert_eq!(text, "");
    assert_eq!(
        sent,
        ["m-1", "m-2"]
            .map(|id| format!("ModifyImageAttribute ImageId={id}&Status=Deprecated&RegionId=cn-hangzhou"))
    );
    let (_, table, _) = run(&done, &["images", "restore", "m-1", "-o", "table"]);
    assert_eq!(table, "m-1 is Available\n");
    let (_, _, sent) = run(&done, &["images", "delete", "m-1", "--force"]);
    assert_eq!(sent, ["DeleteImage ImageId=m-1&Force=true&RegionId=cn-hangzhou"]);
    let (_, _, sent) = run(&done, &["images", "modify", "m-1", "--description", "", "--family", "base"]);
    assert_eq!(sent, ["ModifyImageAttribute ImageId=m-1&ImageFamily=base&Description=&RegionId=cn-hangzhou"]);
}

#[test]
fn shares_are_lists_of_accounts() {
    let done = json!({"RequestId": "R-1"});
    let (_, _, sent) = run(&done, &["images", "share", "m-1", "--account", "11", "--account", "22"]);
    let accounts = "AddAccount.1=11&AddAccount.2=22";
    assert_eq!(sent, [format!("ModifyImageSharePermission ImageId=m-1&{accounts}&RegionId=cn-hangzhou")]);
    let (_, _, sent) = run(&done, &["images", "unshare", "m-1", "--account", "11", "--public"]);
    let accounts = "RemoveAccount.1=11&IsPublic=false";
    assert_eq!(sent, [format!("ModifyImageSharePermission ImageId=m-1&{accounts}&RegionId=cn-hangzhou")]);
}

#[test]
fn protection_is_a_flag_each_way() {
    let done = json!({"RequestId": "R-1"});
    for (flag, value) in [("--protect", "true"), ("--unprotect", "false")] {
        let (_, _, sent) = run(&done, &["images", "modify", "m-1", flag]);
        let protection = format!("DeletionProtection={value}");
        assert_eq!(sent, [format!("ModifyImageAttribute ImageId=m-1&{protection}&RegionId=cn-hangzhou")]);
    }
}

/// All pages are one list, and each image is a line of it.
#[test]
fn what_is_deleted_is_a_line_each() {
    let image = |n: u32| {
        json!({
            "ImageId": format!("m-{n}"), "ImageName": format!("base-{n}"), "ImageFamily": "base", "Status": "Available",
            "CreationTime": "2026-01-02T03:04:05Z", "DeletedTime": "2026-01-02T03:04:06.000001Z",
            "RestorableUntil": "2026-01-09T03:04:06.000001Z",
        })
    };
    let fake = Fake::start(move |request, _| {
        let (next, images) = match request.param("NextToken") {
            "" => ("second", [image(3), image(2)].to_vec()),
            _ => ("", [image(1)].to_vec()),
        };
        Answer::json(&json!({"NextToken": next, "DeletedImages": {"DeletedImage": images}}))
    });
    let stdout = outcome(client(&fake.address, &["images", "deleted", "-o", "table"])).ok();
    let line = |n: u32| {
        format!(
            "m-{n}    base-{n}  base    Available  2026-01-02T03:04:05Z  2026-01-02T03:04:06.000001Z  \
             2026-01-09T03:04:06.000001Z\n"
        )
    };
    let headings =
        "IMAGE  NAME    FAMILY  STATUS     CREATED               DELETED                      UNTIL\n";
    assert_eq!(stdout, [headings.to_owned(), line(3), line(2), line(1)].concat());
    let (_, table, sent) = run(&json!({"RequestId": "R-1"}), &["images", "undelete", "m-1", "-o", "table"]);
    assert_eq!(table, "m-1 is there again\n");
    assert_eq!(sent, ["RestoreImage ImageId=m-1&RegionId=cn-hangzhou"]);
}

#[test]
fn a_guard_is_shown_and_set() {
    let guard = json!({"Mode": "enforce", "TrustedOwners": {"TrustedOwner": ["system", "22"]}});
    let (_, stdout, sent) = run(&guard, &["guard", "show", "-o", "table"]);
    assert_eq!(stdout, "Mode     enforce\nTrusted  system\nTrusted  22\n");
    assert_eq!(sent, ["DescribeImageOwnerGuard RegionId=cn-hangzhou"]);
    let set = |more: &[&str]| run(&guard, &[&["guard", "set", "audit", "-o", "table"], more].concat());
    let (_, stdout, sent) = set(&["--trust", "11", "--trust", "system"]);
    assert_eq!(stdout, "the guard of cn-hangzhou is audit\n");
    let owners = "TrustedOwner.1=11&TrustedOwner.2=system";
    assert_eq!(sent, [format!("ModifyImageOwnerGuard Mode=audit&{owners}&RegionId=cn-hangzhou")]);
    // Nobody loses a list by another mode: it must be said.
    let owners = "TrustedOwner.1=system&TrustedOwner.2=22";
    let kept = format!("ModifyImageOwnerGuard Mode=audit&{owners}&RegionId=cn-hangzhou");
    assert_eq!(set(&[]).2, ["DescribeImageOwnerGuard RegionId=cn-hangzhou".to_owned(), kept]);
    let nobody = ["ModifyImageOwnerGuard Mode=audit&RegionId=cn-hangzhou"];
    assert_eq!(set(&["--trust-nobody"]).2, nobody);
}
