//! One total order: the head is the Available image made last, equal instants decided by the order of the commits.

use std::time::Duration;

use imagekin_catalog::{Status, family::Verdict};
use tokio::task::JoinSet;

use crate::harness::disks::text;
use crate::harness::{REGION, TestApp};

async fn create(app: &TestApp, snapshot: &str) -> String {
    let params = [("RegionId", REGION), ("SnapshotId", snapshot), ("ImageFamily", "daily")];
    text(&app.owner().ok("CreateImage", &params).await["ImageId"])
}

async fn delete(app: &TestApp, id: &str) {
    app.owner().ok("DeleteImage", &[("RegionId", REGION), ("ImageId", id)]).await;
}

/// On a clock that stands, each image is younger than the one before it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn equal_instants_are_decided_by_the_commit() {
    let app = TestApp::start().await;
    let snapshot = app.system_snapshot().await;
    let mut ids = Vec::new();
    for _ in 0..20 {
        ids.push(create(&app, &snapshot).await);
        app.assert_head("daily", ids.last().map(String::as_str)).await;
    }
    while let Some(head) = ids.pop() {
        delete(&app, &head).await;
        app.assert_head("daily", ids.last().map(String::as_str)).await;
    }
}

/// Within one printed second the younger one is younger all the same.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_order_is_finer_than_what_is_printed() {
    let app = TestApp::start().await;
    let snapshot = app.system_snapshot().await;
    let first = create(&app, &snapshot).await;
    app.advance(Duration::from_micros(1));
    let second = create(&app, &snapshot).await;
    app.assert_head("daily", Some(&second)).await;
    // A clock that was set back makes older images, whatever the order of the commits.
    app.set_clock(app.now() - 1);
    let third = create(&app, &snapshot).await;
    app.assert_head("daily", Some(&second)).await;
    delete(&app, &second).await;
    app.assert_head("daily", Some(&first)).await;
    delete(&app, &first).await;
    app.assert_head("daily", Some(&third)).await;
}

/// An image that takes long does not take the head from one that was made after it and was ready before it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_slow_image_does_not_overtake_a_younger_one() {
    let app = TestApp::standing().await;
    let snapshot = app.system_snapshot().await;
    let app = app.stop().await.with_config(|config| config.creation_delay_ms = 60_000).standing().await;
    let slow = create(&app, &snapshot).await;
    app.advance(Duration::from_secs(1));
    let app = app.stop().await.with_config(|config| config.creation_delay_ms = 0).standing().await;
    app.assert_head("daily", None).await;
    let quick = create(&app, &snapshot).await;
    app.assert_head("daily", Some(&quick)).await;
    assert_eq!(app.verdicts("daily")[&slow], Verdict::NotAvailable(Status::Creating));
    app.advance(Duration::from_secs(60));
    app.settle().await;
    app.assert_head("daily", Some(&quick)).await;
    assert_eq!(app.verdicts("daily")[&slow], Verdict::Older);
    assert_eq!(app.heads_of("daily"), [Some(quick.clone())], "nor was it ever the head");
    delete(&app, &quick).await;
    app.assert_head("daily", Some(&slow)).await;
}

/// Writers race for a family. Whoever reads sees heads that only go forward, and in the end the last one.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn writers_race_and_one_order_comes_out() {
    const WRITERS: usize = 8;
    const EACH: usize = 6;
    let app = TestApp::start().await;
    let snapshot = app.system_snapshot().await;
    let mut writers = JoinSet::new();
    for _ in 0..WRITERS {
        let (owner, snapshot) = (app.owner(), snapshot.clone());
        writers.spawn(async move {
            let mut ids = Vec::new();
            for _ in 0..EACH {
                let params = [("RegionId", REGION), ("SnapshotId", &*snapshot), ("ImageFamily", "daily")];
                let id = text(&owner.ok("CreateImage", &params).await["ImageId"]);
                // An acknowledged write is seen by every later resolve: the head is this image or one made after it.
                let params = [("RegionId", REGION), ("ImageFamily", "daily")];
                let head = text(&owner.ok("DescribeImageFromFamily", &params).await["Image"]["ImageId"]);
                ids.push([id, head]);
            }
            ids
        });
    }
    let seen: Vec<[String; 2]> = writers.join_all().await.concat();
    let order: Vec<String> = app.heads_of("daily").into_iter().flatten().collect();
    assert_eq!(order.len(), WRITERS * EACH, "on a clock that stands each image became the head once");
    let place = |id: &String| order.iter().position(|other| other == id).expect("each was a head");
    for [id, head] in &seen {
        assert!(place(head) >= place(id), "a head was older than an image that was there");
    }
    app.assert_head("daily", order.last().map(String::as_str)).await;
}
