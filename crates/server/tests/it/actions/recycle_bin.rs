//! The recycle bin: what is deleted comes back as it was, for as long as was promised when it was deleted, and no longer.

use std::time::Duration;

use imagekin_rpc::{codes, time};
use imagekin_server::Clock;

use crate::harness::access::policy;
use crate::harness::disks::{describe, text};
use crate::harness::words::each;
use crate::harness::{REGION, STRANGER, Setup, TestApp};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

fn keeping(days: u32) -> Setup {
    TestApp::setup().with_config(|config| config.recycle_bin.retention_days = days)
}

async fn create(app: &TestApp, snapshot: &str, params: &[(&str, &str)]) -> String {
    let params = [&[("RegionId", REGION), ("SnapshotId", snapshot)], params].concat();
    text(&app.owner().ok("CreateImage", &params).await["ImageId"])
}

async fn delete(app: &TestApp, id: &str) {
    app.owner().ok("DeleteImage", &[("RegionId", REGION), ("ImageId", id), ("Force", "true")]).await;
}

async fn restore(app: &TestApp, id: &str) {
    let answer = app.owner().ok("RestoreImage", &[("RegionId", REGION), ("ImageId", id)]).await;
    assert_eq!(answer.as_object().map(serde_json::Map::len), Some(1), "RequestId and nothing else");
}

async fn refused(app: &TestApp, id: &str, code: &'static imagekin_rpc::Code) {
    let params = [("RegionId", REGION), ("ImageId", id)];
    app.owner().call("RestoreImage", &params).await.assert_refused(code);
}

async fn in_bin(app: &TestApp) -> Vec<String> {
    each(&app.owner().ask("ListDeletedImages", "").await["DeletedImages"]["DeletedImage"], "ImageId")
}

/// It is the head again, of the same instant and the same place in the order; the past stays what it was.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_comes_back_takes_the_place_that_it_had() {
    let app = keeping(7).start().await;
    let snapshot = app.system_snapshot().await;
    let mut ids = Vec::new();
    for _ in 0..3 {
        ids.push(create(&app, &snapshot, &[("ImageFamily", "daily"), ("Tag.1.Key", "env")]).await);
        app.advance(Duration::from_secs(1));
    }
    let before = describe(&app.owner(), REGION, &ids[2]).await;
    let [old, newest] = [1, 2].map(|n: usize| app.image(&ids[n]).expect("it is there"));
    app.assert_head("daily", Some(&ids[2])).await;
    let then = time::print_instant(app.clock.now().as_micros());
    app.advance(Duration::from_secs(1));
    delete(&app, &ids[2]).await;
    delete(&app, &ids[1]).await;
    // The cache of heads has each of these answers once, and must not keep it.
    app.assert_head("daily", Some(&ids[0])).await;
    let between = time::print_instant(app.clock.now().as_micros());
    app.advance(Duration::from_secs(1));
    restore(&app, &ids[1]).await;
    app.assert_head("daily", Some(&ids[1])).await;
    restore(&app, &ids[2]).await;
    app.assert_head("daily", Some(&ids[2])).await;
    assert_eq!([app.image(&ids[1]), app.image(&ids[2])], [Some(old), Some(newest)]);
    assert_eq!(describe(&app.owner(), REGION, &ids[2]).await, before);
    let heads = [0, 1, 2, 1, 0, 1, 2].map(|n: usize| Some(ids[n].clone()));
    assert_eq!(app.heads_of("daily"), heads);
    for (as_of, head) in [(&then, &ids[2]), (&between, &ids[0])] {
        let params = [("RegionId", REGION), ("ImageFamily", "daily"), ("AsOf", as_of)];
        let answer = app.owner().ok("DescribeImageFromFamily", &params).await;
        assert_eq!(answer["Image"]["ImageId"], head.as_str());
    }
    let history = app.owner().ask("DescribeImageFamilyHistory", "ImageFamily=daily").await;
    assert_eq!(history["HeadChanges"]["HeadChange"][0]["ChangedBy"], "RestoreImage");
    // It is found by its tag again, which was filed nowhere meanwhile.
    assert_eq!(app.owner().ask("DescribeImages", "Tag.1.Key=env").await["TotalCount"], 3);
    assert_eq!(in_bin(&app).await, [base(&app).await]);
}

/// The image that the snapshot came of was deleted, too.
async fn base(app: &TestApp) -> String {
    let deleted = app.owner().ask("ListDeletedImages", "").await;
    let images = deleted["DeletedImages"]["DeletedImage"].as_array().expect("a list").clone();
    let base = images.iter().find(|image| image["ImageName"] == "base-of-all").expect("it was deleted");
    text(&base["ImageId"])
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_bin_deleted_is_deleted() {
    let app = TestApp::standing().await;
    let id = app.import("golden").await;
    delete(&app, &id).await;
    refused(&app, &id, &codes::IMAGE_NOT_FOUND).await;
    assert_eq!(in_bin(&app).await, [""; 0]);
}

/// Its snapshots and their bytes wait for it; at the instant at which it is gone they can be deleted.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn snapshots_are_kept_as_long_and_no_longer() {
    let app = keeping(2).standing().await;
    let id = app.import("golden").await;
    let image = describe(&app.owner(), REGION, &id).await;
    let snapshot = text(&image["DiskDeviceMappings"]["DiskDeviceMapping"][0]["SnapshotId"]);
    let of_snapshot = [("SnapshotId", &*snapshot), ("Force", "true")];
    delete(&app, &id).await;
    let last = app.now() + i64::try_from(2 * DAY.as_secs()).expect("two days") - 1;
    for instant in [app.now(), last] {
        app.set_clock(instant);
        app.owner().call("DeleteSnapshot", &of_snapshot).await.assert_refused(&codes::SNAPSHOT_CREATED_IMAGE);
        restore(&app, &id).await;
        app.owner().call("DeleteSnapshot", &of_snapshot).await.assert_refused(&codes::SNAPSHOT_CREATED_IMAGE);
        app.set_clock(last + 1 - i64::try_from(2 * DAY.as_secs()).expect("two days"));
        delete(&app, &id).await;
    }
    assert_eq!(in_bin(&app).await, std::slice::from_ref(&id));
    app.set_clock(last + 1);
    assert_eq!(in_bin(&app).await, [""; 0]);
    refused(&app, &id, &codes::IMAGE_NOT_FOUND).await;
    app.owner().ok("DeleteSnapshot", &of_snapshot).await;
    app.settle().await;
    // A clock that is set back brings back no bytes.
    app.set_clock(last);
    refused(&app, &id, &codes::SNAPSHOT_NOT_FOUND).await;
}

/// The setting counts at the deletion: what was promised is kept, and what was not is not made up.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_of_the_setting_changes_nothing_that_is_deleted() {
    let app = keeping(0).standing().await;
    let gone = app.import("gone").await;
    delete(&app, &gone).await;
    let app = app.stop().await.with_config(|config| config.recycle_bin.retention_days = 3).standing().await;
    refused(&app, &gone, &codes::IMAGE_NOT_FOUND).await;
    let kept = app.import("kept").await;
    delete(&app, &kept).await;
    let app = app.stop().await.with_config(|config| config.recycle_bin.retention_days = 0).standing().await;
    app.advance(2 * DAY);
    assert_eq!(in_bin(&app).await, std::slice::from_ref(&kept));
    restore(&app, &kept).await;
    delete(&app, &kept).await;
    refused(&app, &kept, &codes::IMAGE_NOT_FOUND).await;
}

/// Shares and protection are of before; who uses it is counted as it is now; what was never finished is not kept.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_comes_back_is_nobody_elses() {
    let app = keeping(7).standing().await;
    let id = app.import("golden").await;
    let of_image = [("RegionId", REGION), ("ImageId", &*id)];
    let owner = app.owner();
    for instance in ["i-1", "i-2"] {
        owner.ok("RegisterImageUsage", &[&of_image[..], &[("InstanceId", instance)]].concat()).await;
    }
    for change in [("AddAccount.1", STRANGER.account), ("RemoveAccount.1", STRANGER.account)] {
        owner.ok("ModifyImageSharePermission", &[&of_image[..], &[change]].concat()).await;
    }
    delete(&app, &id).await;
    owner.ok("DeregisterImageUsage", &[("RegionId", REGION), ("InstanceId", "i-1")]).await;
    restore(&app, &id).await;
    let image = app.image(&id).expect("it is there");
    assert_eq!((image.instance_count, image.share_count, image.is_public), (1, 0, false));
    assert!(describe(&app.stranger(), REGION, &id).await.is_null());
    owner.ok("DeregisterImageUsage", &[("RegionId", REGION), ("InstanceId", "i-2")]).await;
    assert_eq!(app.image(&id).map(|image| image.instance_count), Some(0));
    drop(owner);
    let app = app.stop().await.with_config(|config| config.creation_delay_ms = 3_600_000).standing().await;
    let snapshot = text(
        &describe(&app.owner(), REGION, &id).await["DiskDeviceMappings"]["DiskDeviceMapping"][0]["SnapshotId"],
    );
    let unfinished = create(&app, &snapshot, &[]).await;
    delete(&app, &unfinished).await;
    refused(&app, &unfinished, &codes::IMAGE_NOT_FOUND).await;
}

/// By the token one goes on where an answer has ended, whatever is deleted meanwhile; those that are kept longest come first.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_bin_is_listed_page_by_page() {
    let app = keeping(1).standing().await;
    let snapshot = app.system_snapshot().await;
    let mut expected = vec![base(&app).await];
    app.advance(Duration::from_micros(1));
    for n in 0..5 {
        let name = format!("image-{n}");
        let id = create(&app, &snapshot, &[("ImageName", &name), ("ImageFamily", "daily")]).await;
        delete(&app, &id).await;
        expected.insert(0, id);
        app.advance(Duration::from_micros(1));
    }
    let (mut listed, mut token) = (Vec::new(), String::new());
    loop {
        let params = [("RegionId", REGION), ("MaxResults", "2"), ("NextToken", &*token)];
        let page = app.owner().ok("ListDeletedImages", &params).await;
        listed.extend(each(&page["DeletedImages"]["DeletedImage"], "ImageId"));
        token = text(&page["NextToken"]);
        if token.is_empty() {
            break;
        }
        // What comes later stands before what was read.
        let later = create(&app, &snapshot, &[]).await;
        delete(&app, &later).await;
    }
    assert_eq!(listed, expected);
    let first = app.owner().ask("ListDeletedImages", "MaxResults=100").await;
    let deleted = first["DeletedImages"]["DeletedImage"].as_array().expect("a list").clone();
    let newest = deleted.iter().find(|image| image["ImageName"] == "image-4").expect("it was deleted");
    let told = ["ImageFamily", "Status", "CreationTime", "DeletedTime", "RestorableUntil"];
    assert_eq!(
        told.map(|field| text(&newest[field])),
        [
            "daily",
            "Available",
            "2026-01-02T03:04:05Z",
            "2026-01-02T03:04:05.000005Z",
            "2026-01-03T03:04:05.000005Z",
        ]
    );
}

/// A condition on tags sees those that the image had.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_may_restore_is_asked_by_the_tags_of_before() {
    let app = keeping(7).standing().await;
    let snapshot = app.system_snapshot().await;
    let tags = [("Tag.1.Key", "team"), ("Tag.1.Value", "builders")];
    let [own, other] = [create(&app, &snapshot, &tags).await, create(&app, &snapshot, &[]).await];
    let allow = serde_json::json!({
        "Effect": "Allow", "Action": "ecs:RestoreImage", "Resource": "*",
        "Condition": {"StringEquals": {"ecs:tag/team": "builders"}},
    });
    let user = app.user("builder", Some(&policy(&[allow]))).await;
    for id in [&own, &other] {
        delete(&app, id).await;
    }
    user.ok("RestoreImage", &[("RegionId", REGION), ("ImageId", &own)]).await;
    let params = [("RegionId", REGION), ("ImageId", other.as_str())];
    user.call("RestoreImage", &params).await.assert_refused(&codes::FORBIDDEN_BY_RAM);
    user.call("ListDeletedImages", &params[..1]).await.assert_refused(&codes::FORBIDDEN_BY_RAM);
}
