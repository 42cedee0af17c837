//! Writes that wait: what they keep from nobody, and when they were.

use std::time::Duration;

use imagekin_rpc::codes;
use serde_json::json;

use crate::harness::disks::text;
use crate::harness::wait::until;
use crate::harness::{REGION, TestApp};

/// As long as a write waits for the database, others that are too many are refused, and what reads is answered. It is of the
/// instant when it is carried out: as of any before, the head is the one that was answered then.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_write_that_waits_keeps_no_head_from_anybody() {
    let app = TestApp::setup().with_config(|config| config.limits.writes_max = 1).start().await;
    let snapshot = app.system_snapshot().await;
    let params = [("RegionId", REGION), ("SnapshotId", &*snapshot), ("ImageFamily", "daily")];
    let first = text(&app.owner().ok("CreateImage", &params).await["ImageId"]);
    app.settle().await;
    let lock = app.database().lock(app.folder());
    let (owner, id) = (app.owner(), first.clone());
    let waiting = tokio::spawn(async move {
        let deprecate = [("RegionId", REGION), ("ImageId", &*id), ("Status", "Deprecated")];
        // The other one below may come first.
        while owner.call("ModifyImageAttribute", &deprecate).await.response.status != 200 {}
    });
    let refused = until("one write waits", async || {
        let reply = app.owner().call("DeleteImage", &[("RegionId", REGION), ("ImageId", "m-none")]).await;
        (reply.fault().code == codes::THROTTLED.code).then_some(reply)
    })
    .await;
    assert_eq!(refused.response.header("x-acs-retry-after"), Some("1000"));
    app.assert_head("daily", Some(&first)).await;
    app.advance(Duration::from_secs(10));
    let meanwhile = imagekin_rpc::time::print(app.now());
    app.advance(Duration::from_secs(10));
    drop(lock);
    waiting.await.expect("no panic");
    app.assert_head("daily", None).await;
    let as_of = [("RegionId", REGION), ("ImageFamily", "daily"), ("AsOf", &*meanwhile)];
    assert_eq!(app.owner().ok("DescribeImageFromFamily", &as_of).await["Image"]["ImageId"], json!(first));
}
