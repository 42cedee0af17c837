//! DeleteImage: the image is gone, its snapshots and what was made of them are not, and the older head is back.

use std::time::Duration;

use imagekin_rpc::codes;
use serde_json::Value;

use crate::harness::disks::{describe, text};
use crate::harness::{REGION, TestApp};

async fn delete(app: &TestApp, id: &str) {
    let answer = app.owner().ok("DeleteImage", &[("RegionId", REGION), ("ImageId", id)]).await;
    assert_eq!(answer.as_object().map(serde_json::Map::len), Some(1), "RequestId and nothing else");
}

/// Images of the family `daily`, a second apart, oldest first.
async fn family(app: &TestApp, count: usize) -> Vec<String> {
    let snapshot = app.system_snapshot().await;
    let mut ids = Vec::new();
    for _ in 0..count {
        let params = [("RegionId", REGION), ("SnapshotId", &*snapshot), ("ImageFamily", "daily")];
        ids.push(text(&app.owner().ok("CreateImage", &params).await["ImageId"]));
        app.advance(Duration::from_secs(1));
    }
    ids
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_next_older_image_becomes_the_head() {
    let app = TestApp::start().await;
    let ids = family(&app, 3).await;
    app.assert_head("daily", Some(&ids[2])).await;
    delete(&app, &ids[1]).await;
    app.assert_head("daily", Some(&ids[2])).await;
    delete(&app, &ids[2]).await;
    app.assert_head("daily", Some(&ids[0])).await;
    delete(&app, &ids[0]).await;
    app.assert_head("daily", None).await;
    let heads = [Some(&ids[0]), Some(&ids[1]), Some(&ids[2]), Some(&ids[0]), None].map(|id| id.cloned());
    assert_eq!(app.heads_of("daily"), heads);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_deleted_is_gone_for_every_action() {
    let app = TestApp::start().await;
    let ids = family(&app, 1).await;
    delete(&app, &ids[0]).await;
    assert_eq!(describe(&app.owner(), REGION, &ids[0]).await, Value::Null);
    for (action, more) in [
        ("DeleteImage", &[][..]),
        ("DeleteImage", &[("Force", "true")]),
        ("ModifyImageAttribute", &[("Status", "Deprecated")]),
    ] {
        let params = [&[("RegionId", REGION), ("ImageId", &*ids[0])], more].concat();
        app.owner().call(action, &params).await.assert_refused(&codes::IMAGE_NOT_FOUND);
    }
}

/// It stays as a tombstone, and its snapshot and the bytes of it stay for other images.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn snapshots_outlive_their_images() {
    let app = TestApp::start().await;
    let imported = app.import("imported").await;
    let snapshot = text(
        &describe(&app.owner(), REGION, &imported).await["DiskDeviceMappings"]["DiskDeviceMapping"][0]["SnapshotId"],
    );
    let bytes = app.snapshot(&snapshot).expect("a snapshot").bytes.expect("bytes");
    delete(&app, &imported).await;
    assert_eq!(app.image(&imported), None);
    assert_eq!(app.snapshot(&snapshot).and_then(|snapshot| snapshot.bytes), Some(bytes));
    let id = imagekin_catalog::ImageId::parse(&imported).expect("an id");
    let catalogue = app.catalogue();
    let tombstone = app
        .app
        .store()
        .look_up(move |read| read.image_or_tombstone(&catalogue, &id))
        .await
        .expect("the store works");
    assert_eq!(tombstone.map(|image| image.name.as_str().to_owned()).as_deref(), Some("imported"));
    app.owner()
        .ok("CreateImage", &[("RegionId", REGION), ("SnapshotId", &snapshot), ("ImageName", "imported")])
        .await;
}

/// Images in any state but one that is being imported; Force makes no difference where no instance uses them.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn deprecated_images_may_be_deleted() {
    let app = TestApp::start().await;
    let ids = family(&app, 2).await;
    let params = [("RegionId", REGION), ("ImageId", &*ids[1]), ("Status", "Deprecated")];
    app.owner().ok("ModifyImageAttribute", &params).await;
    app.assert_head("daily", Some(&ids[0])).await;
    app.owner().ok("DeleteImage", &[("RegionId", REGION), ("ImageId", &ids[1]), ("Force", "True")]).await;
    app.assert_head("daily", Some(&ids[0])).await;
}
