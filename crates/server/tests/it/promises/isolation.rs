//! Nobody else's image: no call of another account, or in another region, shows or changes one.

use std::collections::BTreeSet;

use imagekin_rpc::codes;
use imagekin_server::actions::describe;
use serde_json::{Value, json};

use crate::harness::actor::{Actor, WAYS, called};
use crate::harness::disks::{self, BUCKET, text};
use crate::harness::oracle::Dump;
use crate::harness::words::{Words, borrowed};
use crate::harness::{OWNER, REGION, STRANGER, TestApp};

mod access;
mod calls;
mod guarded;
mod shared;

use calls::{LISTS, OF_NO_ACCOUNT, READS, WRITES};

/// The owner's image of the family `daily`, and its snapshot.
async fn golden(app: &TestApp) -> [String; 2] {
    let snapshot = app.system_snapshot().await;
    let params = [
        ("RegionId", REGION),
        ("SnapshotId", &*snapshot),
        ("ImageName", "golden"),
        ("ImageFamily", "daily"),
        ("Tag.1.Key", "env"),
        ("ClientToken", "golden"),
    ];
    [text(&app.owner().ok("CreateImage", &params).await["ImageId"]), snapshot]
}

/// The rows that have to do with the owner's images.
fn of_owner(dump: &Dump) -> Vec<&String> {
    let tables = [
        "bin_images",
        "bin_snapshots",
        "catalogues",
        "client_tokens",
        "head_log",
        "image_shares",
        "image_snapshots",
        "image_tag_counts",
        "images",
        "owner_guards",
        "snapshots",
        "tags",
        "tasks",
    ];
    let rows = tables.iter().flat_map(|table| &dump[*table]);
    rows.filter(|row| row.contains(OWNER.account)).collect()
}

/// A server that keeps what is deleted for a week.
async fn with_a_bin() -> TestApp {
    TestApp::setup().with_config(|config| config.recycle_bin.retention_days = 7).standing().await
}

/// What words stand for: something of each kind, the owner's.
async fn owned(app: &TestApp) -> Words {
    let [image, snapshot] = golden(app).await;
    let disk = json!({"id": "d-golden", "size": 20});
    let regions = json!({REGION: {"instances": [{"id": "i-golden", "disks": [disk]}]}});
    app.apply(json!({"accounts": [
        {"id": OWNER.account, "regions": regions}, {"id": "2000000000000001"}, {"id": STRANGER.account},
    ]}))
    .await;
    let owner = app.owner();
    let region = ("RegionId", REGION);
    let of_image = ("ImageId", image.as_str());
    let join = [region, ("ResourceType", "image"), ("ResourceId", &image), ("ResourceGroupId", "rg-golden")];
    owner.ok("JoinResourceGroup", &join).await;
    let of_disk = [region, ("DiskId", "d-golden"), ("Tag.1.Key", "env")];
    let disk_snapshot = owner.ok("CreateSnapshot", &of_disk).await;
    let other = owner.ok("CreateImage", &[region, ("SnapshotId", &snapshot), ("ImageName", "other")]).await;
    let gone = owner.ok("CreateImage", &[region, ("SnapshotId", &snapshot), ("ImageName", "gone")]).await;
    let deleted = text(&gone["ImageId"]);
    owner.ok("DeleteImage", &[region, ("ImageId", &deleted)]).await;
    let task = owner.ok("ExportImage", &[region, of_image, ("OSSBucket", BUCKET)]).await;
    let copy = owner.ok("CopyImage", &[region, ("ImageId", &text(&other["ImageId"]))]).await;
    let mut words = Words::default();
    words.extend([
        ("image", image),
        ("snapshot", snapshot),
        ("disk_snapshot", text(&disk_snapshot["SnapshotId"])),
        ("other", text(&other["ImageId"])),
        ("copy", text(&copy["ImageId"])),
        ("deleted", deleted),
        ("task", text(&task["TaskId"])),
    ]);
    let qualified = format!("acs:{}:daily", OWNER.account);
    words.extend([("name", "golden".to_owned()), ("family", "daily".to_owned()), ("qualified", qualified)]);
    words.extend([("tag", "env".to_owned()), ("group", "rg-golden".to_owned())]);
    words.extend(access::owned(&owner).await);
    words.extend([("disk", "d-golden".to_owned()), ("instance", "i-golden".to_owned())]);
    words
}

/// Words of the same form that stand for nothing that there is.
fn nobodys() -> Words {
    let mut words = Words::default();
    for (word, kind) in [
        ("image", "m"),
        ("copy", "m"),
        ("deleted", "m"),
        ("other", "m"),
        ("snapshot", "s"),
        ("disk_snapshot", "s"),
        ("task", "t"),
    ] {
        words.insert(word, format!("{kind}-00000000000000000000"));
    }
    for word in ["name", "family", "tag", "group"] {
        words.insert(word, "nobodys".to_owned());
    }
    words.insert("qualified", "acs:3000000000000001:nobodys".to_owned());
    words.extend([("disk", "d-nobodys".to_owned()), ("instance", "i-nobodys".to_owned())]);
    words.extend(access::nobodys());
    words
}

/// The answer to a call, without what is the request's own or what it echoes.
async fn told(actor: &Actor, words: &Words, (action, params): (&str, &str)) -> String {
    let params = words.parameters(params);
    let response = actor.call(action, &borrowed(&params)).await.response;
    let mut text = response.text();
    let request_id = response.header("x-acs-request-id").expect("a request id").to_owned();
    let echoed = params.iter().map(|(_, value)| value.as_str()).filter(|value| *value != REGION);
    for own in echoed.chain([request_id.as_str()]).filter(|own| !own.is_empty()) {
        text = text.replace(own, "…");
    }
    format!("{} {text}", response.status)
}

/// What is another's is answered as what is not there: a stranger does not even learn that it is.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stranger_sees_nothing() {
    let app = with_a_bin().await;
    let (owned, nobodys) = (owned(&app).await, nobodys());
    let before = app.dump();
    for way in WAYS {
        let stranger = app.stranger().by(way);
        for call in READS {
            let [of_owner, of_nobody] =
                [told(&stranger, &owned, *call).await, told(&stranger, &nobodys, *call).await];
            assert_eq!(of_owner, of_nobody, "{call:?} by {way:?}");
        }
        for (action, params) in LISTS {
            let answer = stranger.call(action, &borrowed(&owned.parameters(params))).await;
            let told = answer.response.text();
            answer.ok();
            for word in [
                "$image",
                "$snapshot",
                "$disk_snapshot",
                "$other",
                "$copy",
                "$deleted",
                "$task",
                "$family",
                "$tag",
            ] {
                let id = owned.fill(word);
                assert!(!told.contains(&id), "{action} {params} tells of {word}: {told}");
            }
        }
    }
    assert_eq!(app.dump(), before);
    // Each of these calls shows its owner something.
    for call in READS.iter().filter(|(_, params)| !params.contains("$qualified")) {
        let [of_owner, of_nobody] =
            [told(&app.owner(), &owned, *call).await, told(&app.owner(), &nobodys, *call).await];
        assert_ne!(of_owner, of_nobody, "{call:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stranger_changes_nothing() {
    let app = with_a_bin().await;
    let (owned, nobodys) = (owned(&app).await, nobodys());
    let before = app.dump();
    for way in WAYS {
        let stranger = app.stranger().by(way);
        for call in WRITES {
            let [of_owner, of_nobody] =
                [told(&stranger, &owned, *call).await, told(&stranger, &nobodys, *call).await];
            assert_eq!(of_owner, of_nobody, "{call:?} by {way:?}");
            assert!(of_owner.starts_with('4'), "{call:?}: {of_owner}");
        }
    }
    assert_eq!(app.dump(), before);
    // Each of these calls its owner can make.
    for (action, params) in WRITES {
        let reply = app.owner().call(action, &borrowed(&owned.parameters(params))).await;
        if params.contains("DryRun") {
            reply.assert_refused(&codes::DRY_RUN);
        } else {
            reply.ok();
        }
    }
}

/// There is no action that these tests do not try, but for those that have to do with nobody.
#[test]
fn every_action_is_tried() {
    let tried = READS.iter().chain(LISTS).chain(WRITES).map(|(action, _)| *action);
    let tried: BTreeSet<String> = tried.chain(OF_NO_ACCOUNT.iter().copied()).map(str::to_owned).collect();
    assert_eq!(tried, describe().map(|action| called(&action)).collect());
}

/// Names, families, client tokens and quotas are each account's and each region's own.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_words_mean_each_account_its_own() {
    let app = TestApp::start().await;
    let [golden, _] = golden(&app).await;
    let dump = app.dump();
    let before = of_owner(&dump);
    let stranger = app.stranger();
    let snapshot = app.system_snapshot_of(&stranger, REGION).await;
    let params = [
        ("RegionId", REGION),
        ("SnapshotId", &*snapshot),
        ("ImageName", "golden"),
        ("ImageFamily", "daily"),
        ("Tag.1.Key", "env"),
        ("ClientToken", "golden"),
    ];
    let foreign = text(&stranger.ok("CreateImage", &params).await["ImageId"]);
    assert_ne!(foreign, golden);
    let head =
        stranger.ok("DescribeImageFromFamily", &[("RegionId", REGION), ("ImageFamily", "daily")]).await;
    assert_eq!(head["Image"]["ImageId"], foreign.as_str());
    app.assert_head("daily", Some(&golden)).await;
    stranger.ok("DeleteImage", &[("RegionId", REGION), ("ImageId", &foreign)]).await;
    app.assert_head("daily", Some(&golden)).await;
    assert_eq!(of_owner(&app.dump()), before);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_region_is_a_catalogue_of_its_own() {
    let app = TestApp::start().await;
    let [golden, snapshot] = golden(&app).await;
    let owner = app.owner();
    let far = app.system_snapshot_of(&owner, "cn-beijing").await;
    assert_eq!(disks::describe(&owner, "cn-beijing", &golden).await, Value::Null);
    for (action, params, code) in [
        ("DeleteImage", [("ImageId", &*golden), ("RegionId", "cn-beijing")], &codes::IMAGE_NOT_FOUND),
        ("CreateImage", [("SnapshotId", &*snapshot), ("RegionId", "cn-beijing")], &codes::SNAPSHOT_NOT_FOUND),
        ("CreateImage", [("SnapshotId", &*far), ("RegionId", REGION)], &codes::SNAPSHOT_NOT_FOUND),
    ] {
        owner.call(action, &params).await.assert_refused(code);
    }
    let params = [
        ("RegionId", "cn-beijing"),
        ("SnapshotId", &*far),
        ("ImageName", "golden"),
        ("ImageFamily", "daily"),
    ];
    let there = text(&owner.ok("CreateImage", &params).await["ImageId"]);
    let head =
        owner.ok("DescribeImageFromFamily", &[("RegionId", "cn-beijing"), ("ImageFamily", "daily")]).await;
    assert_eq!(head["Image"]["ImageId"], there.as_str());
    app.assert_head("daily", Some(&golden)).await;
}
