//! Nobody else's image: no call of another account, or in another region, shows or changes one.

use imagekin_rpc::codes;
use serde_json::{Value, json};

use crate::harness::actor::WAYS;
use crate::harness::disks::{describe, text};
use crate::harness::oracle::Dump;
use crate::harness::{OWNER, REGION, TestApp};

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
        "catalogues",
        "client_tokens",
        "head_log",
        "image_disks",
        "image_shares",
        "images",
        "snapshots",
        "tags",
        "tasks",
    ];
    let rows = tables.iter().flat_map(|table| &dump[*table]);
    rows.filter(|row| row.contains(OWNER.account)).collect()
}

#[tokio::test]
async fn a_stranger_sees_nothing() {
    let app = TestApp::start().await;
    let [id, snapshot] = golden(&app).await;
    for way in WAYS {
        let stranger = app.stranger().by(way);
        assert_eq!(describe(&stranger, REGION, &id).await, Value::Null);
        for params in [
            &[][..],
            &[("ImageName", "golden")],
            &[("ImageName", "*")],
            &[("ImageFamily", "daily")],
            &[("SnapshotId", &*snapshot)],
            &[("Tag.1.Key", "env")],
            &[("ImageOwnerAlias", "others")],
            &[("ImageOwnerId", OWNER.account)],
            &[("ImageOwnerId", OWNER.account), ("ImageOwnerAlias", "others")],
            &[("ImageOwnerAlias", "others"), ("IsPublic", "true")],
            &[("ImageOwnerAlias", "self"), ("Status", "ALL")],
        ] {
            let answer = stranger.call("DescribeImages", &[&[("RegionId", REGION)], params].concat()).await;
            assert!(!answer.response.text().contains(&id), "{params:?}");
            let total = answer.ok()["TotalCount"].clone();
            assert!(total == 0 || total == "0", "{params:?}: {total}");
        }
        for family in ["daily", "acs:1234567890123456:daily", "acs:daily"] {
            let answer = stranger
                .ok("DescribeImageFromFamily", &[("RegionId", REGION), ("ImageFamily", family)])
                .await;
            assert!(answer["Image"] == json!({}) || answer["Image"] == "", "{family}: {answer}");
        }
    }
}

/// What is another's is refused as what is not there: a stranger does not even learn that it is.
#[tokio::test]
async fn a_stranger_changes_nothing() {
    let app = TestApp::start().await;
    let [id, snapshot] = golden(&app).await;
    let before = app.dump();
    for way in WAYS {
        let stranger = app.stranger().by(way);
        for (action, params, code) in [
            ("DeleteImage", &[("ImageId", &*id)][..], &codes::IMAGE_NOT_FOUND),
            ("DeleteImage", &[("ImageId", &*id), ("Force", "true")], &codes::IMAGE_NOT_FOUND),
            ("DeleteImage", &[("ImageId", &*id), ("DryRun", "true")], &codes::IMAGE_NOT_FOUND),
            ("ModifyImageAttribute", &[("ImageId", &*id), ("Status", "Deprecated")], &codes::IMAGE_NOT_FOUND),
            ("ModifyImageAttribute", &[("ImageId", &*id), ("ImageFamily", "mine")], &codes::IMAGE_NOT_FOUND),
            ("ModifyImageAttribute", &[("ImageId", &*id), ("DryRun", "true")], &codes::IMAGE_NOT_FOUND),
            ("CreateImage", &[("SnapshotId", &*snapshot)], &codes::SNAPSHOT_NOT_FOUND),
            ("CreateImage", &[("DiskDeviceMapping.1.SnapshotId", &*snapshot)], &codes::SNAPSHOT_NOT_FOUND),
            ("CreateImage", &[("SnapshotId", &*snapshot), ("DryRun", "true")], &codes::SNAPSHOT_NOT_FOUND),
        ] {
            let reply = stranger.call(action, &[&[("RegionId", REGION)], params].concat()).await;
            reply.assert_refused(code);
        }
    }
    assert_eq!(app.dump(), before);
}

/// Names, families, client tokens and quotas are each account's and each region's own.
#[tokio::test]
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

#[tokio::test]
async fn each_region_is_a_catalogue_of_its_own() {
    let app = TestApp::start().await;
    let [golden, snapshot] = golden(&app).await;
    let owner = app.owner();
    let far = app.system_snapshot_of(&owner, "cn-beijing").await;
    assert_eq!(describe(&owner, "cn-beijing", &golden).await, Value::Null);
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
