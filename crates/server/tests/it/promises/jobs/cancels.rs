//! What is cancelled leaves nothing: no image, no snapshot, no object, at whatever stage it was.

use imagekin_rpc::codes;

use super::*;
use crate::harness::disks::qcow2;

/// How far the task is when it is cancelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// No job has looked at it.
    Begun,
    /// A job is at work and has written its object, which is not recorded yet.
    AtWork,
    /// The bytes are in place, and the delay is waited for.
    Delayed,
}

const STAGES: [Stage; 3] = [Stage::Begun, Stage::AtWork, Stage::Delayed];

/// Brings what was just begun to this stage; `object` is what its job writes.
async fn reach(app: &TestApp, stage: Stage, region: &str, bucket: &str, object: &str) {
    match stage {
        Stage::Begun => {}
        Stage::AtWork => {
            let claimed = claim_and_leave(app).await;
            assert_eq!(claimed.len(), 1);
            write_half(app, &claimed[0], region, bucket, object).await;
        }
        Stage::Delayed => app.settle().await,
    }
}

/// A server whose copies, imports and exports take a minute, but for those that are made first.
async fn delayed(prepare: impl AsyncFnOnce(&TestApp) -> String) -> (TestApp, String) {
    let app = TestApp::standing().await;
    let id = prepare(&app).await;
    (app.stop().await.with_config(|config| config.creation_delay_ms = 60_000).standing().await, id)
}

async fn snapshots(app: &TestApp, region: &str) -> Value {
    app.owner().ok("DescribeSnapshots", &[("RegionId", region)]).await["TotalCount"].clone()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cancelled_copy_leaves_nothing() {
    for stage in STAGES {
        let (app, id) = delayed(async |app| app.import("golden").await).await;
        let owner = app.owner();
        let copied = image_of(&copy(&owner, &id, FAR).await);
        let snapshot = snapshot_of(&owner, FAR, &copied).await;
        let share = [("RegionId", FAR), ("ImageId", &*copied), ("AddAccount.1", STRANGER.account)];
        owner.ok("ModifyImageSharePermission", &share).await;
        reach(&app, stage, FAR, "imagekin-snapshots", &format!("{}/{snapshot}", app.catalogue().account))
            .await;
        assert_eq!(file_of(&app, FAR, &snapshot).exists(), stage != Stage::Begun, "{stage:?}");
        owner.ok("CancelCopyImage", &[("RegionId", FAR), ("ImageId", &copied)]).await;
        assert!(describe(&owner, FAR, &copied).await.is_null(), "{stage:?}");
        assert_eq!(snapshots(&app, FAR).await, 0, "{stage:?}");
        app.advance(AFTER_THE_LEASE);
        assert_bytes(&app).await;
        let dump = app.dump();
        assert!(dump["image_shares"].is_empty() && dump["shared_images"].is_empty(), "{stage:?}");
        assert_eq!(task_of(&owner, FAR, &copied).await["TaskStatus"], "Deleted", "{stage:?}");
        // Once is enough, and the source can be copied again.
        let again = owner.call("CancelCopyImage", &[("RegionId", FAR), ("ImageId", &copied)]).await;
        again.assert_refused(&codes::IMAGE_NOT_FOUND);
        image_of(&copy(&owner, &id, FAR).await);
        app.advance(Duration::from_secs(120));
        assert_bytes(&app).await;
    }
}

/// A disk that is done can be the disk of another image before the copy is.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_another_image_was_made_of_outlives_a_cancelled_copy() {
    let (app, id) = delayed(async |app| app.import("golden").await).await;
    let owner = app.owner();
    let copied = image_of(&copy(&owner, &id, FAR).await);
    let snapshot = snapshot_of(&owner, FAR, &copied).await;
    app.settle().await;
    let params = [("RegionId", FAR), ("SnapshotId", &*snapshot), ("ImageName", "second")];
    let second = text(&owner.ok("CreateImage", &params).await["ImageId"]);
    owner.ok("CancelCopyImage", &[("RegionId", FAR), ("ImageId", &copied)]).await;
    app.advance(AFTER_THE_LEASE);
    assert_bytes(&app).await;
    assert!(describe(&owner, FAR, &copied).await.is_null());
    assert!(file_of(&app, FAR, &snapshot).exists());
    assert_eq!(snapshot_of(&owner, FAR, &second).await, snapshot);
    assert_eq!(snapshots(&app, FAR).await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_that_is_complete_is_not_cancelled() {
    let app = TestApp::standing().await;
    let owner = app.owner();
    let id = app.import("golden").await;
    let copied = image_of(&copy(&owner, &id, REGION).await);
    app.settle().await;
    let before = app.dump();
    for (image, code) in [(&copied, &codes::COPY_COMPLETED), (&id, &codes::IMAGE_NOT_FROM_COPY)] {
        let params = [("RegionId", REGION), ("ImageId", image.as_str())];
        owner.call("CancelCopyImage", &params).await.assert_refused(code);
        app.stranger().call("CancelCopyImage", &params).await.assert_refused(&codes::IMAGE_NOT_FOUND);
    }
    assert_eq!(app.dump(), before);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cancelled_import_leaves_nothing() {
    for stage in STAGES {
        let (app, _) = delayed(async |_| String::new()).await;
        let owner = app.owner();
        app.place("disk.qcow2", qcow2(20, "v1")).await;
        let params = [
            ("RegionId", REGION),
            ("DiskDeviceMapping.1.OSSBucket", BUCKET),
            ("DiskDeviceMapping.1.OSSObject", "disk.qcow2"),
        ];
        let begun = owner.ok("ImportImage", &params).await;
        let (id, task) = (text(&begun["ImageId"]), text(&begun["TaskId"]));
        let snapshot = snapshot_of(&owner, REGION, &id).await;
        let object = format!("{}/{snapshot}", app.catalogue().account);
        reach(&app, stage, REGION, "imagekin-snapshots", &object).await;
        let params = [("RegionId", REGION), ("TaskId", &*task)];
        app.stranger().call("CancelTask", &params).await.assert_refused(&codes::TASK_NOT_FOUND);
        owner.ok("CancelTask", &params).await;
        assert!(describe(&owner, REGION, &id).await.is_null(), "{stage:?}");
        assert_eq!(snapshots(&app, REGION).await, 0, "{stage:?}");
        app.advance(AFTER_THE_LEASE);
        assert_bytes(&app).await;
        owner.call("CancelTask", &params).await.assert_refused(&codes::TASK_STATUS_INCORRECT);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cancelled_export_leaves_nothing() {
    for stage in STAGES {
        let (app, id) = delayed(async |app| app.import("golden").await).await;
        let task = text(&export(&app, &id, "qcow2").await.ok()["TaskId"]);
        reach(&app, stage, REGION, EXPORTS, &format!("golden_{id}_system.qcow2")).await;
        let params = [("RegionId", REGION), ("TaskId", &*task)];
        app.stranger().call("CancelTask", &params).await.assert_refused(&codes::TASK_NOT_FOUND);
        app.owner().ok("CancelTask", &params).await;
        app.advance(AFTER_THE_LEASE);
        assert_bytes(&app).await;
        let task = app.owner().ok("DescribeTaskAttribute", &params).await;
        assert_eq!(task["TaskStatus"], "Deleted", "{stage:?}");
        assert_eq!(describe(&app.owner(), REGION, &id).await["Status"], "Available", "{stage:?}");
    }
}

/// An export that comes after a cancelled one of the same name is not taken away in its stead: it can begin when what
/// that one wrote is gone.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_export_after_a_cancelled_one_stays() {
    let app = TestApp::standing().await;
    let id = app.import("golden").await;
    let object = format!("golden_{id}_system.qcow2");
    let first = text(&export(&app, &id, "qcow2").await.ok()["TaskId"]);
    reach(&app, Stage::AtWork, REGION, EXPORTS, &object).await;
    app.owner().ok("CancelTask", &[("RegionId", REGION), ("TaskId", &first)]).await;
    export(&app, &id, "qcow2").await.assert_refused(&codes::IMAGE_IS_EXPORTING);
    app.advance(AFTER_THE_LEASE);
    app.settle().await;
    let second = text(&export(&app, &id, "qcow2").await.ok()["TaskId"]);
    for _ in 0..3 {
        app.settle().await;
        app.advance(AFTER_THE_LEASE);
    }
    let params = [("RegionId", REGION), ("TaskId", &*second)];
    assert_eq!(app.owner().ok("DescribeTaskAttribute", &params).await["TaskStatus"], "Finished");
    assert_bytes(&app).await;
    assert!(app.folder().join("objects").join(REGION).join(EXPORTS).join(object).exists());
}

/// The real thing: a job that moves bytes while its task is taken away.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_job_that_is_at_work_stops_and_cleans_up() {
    let app = TestApp::start().await;
    let owner = app.owner();
    let import = import_large(&app, "large", 256).await;
    until_moving(&app).await;
    let task = text(&task_of(&owner, REGION, &import).await["TaskId"]);
    owner.ok("CancelTask", &[("RegionId", REGION), ("TaskId", &task)]).await;
    until_nothing_is_left(&app).await;
    let large = import_large(&app, "large", 256).await;
    assert_eq!(until_made(&owner, REGION, &large).await["Status"], "Available");
    let copied = image_of(&copy(&owner, &large, FAR).await);
    until_moving(&app).await;
    let cancelled = owner.call("CancelCopyImage", &[("RegionId", FAR), ("ImageId", &copied)]).await;
    assert_eq!(cancelled.response.status, 200, "{}", cancelled.response.text());
    until_nothing_is_left(&app).await;
    assert!(describe(&owner, FAR, &copied).await.is_null());
}

/// Until the buckets hold what the images name; the clock is put past the lease meanwhile.
async fn until_nothing_is_left(app: &TestApp) {
    app.advance(AFTER_THE_LEASE);
    wait::until("nothing is left", async || {
        app.app.objects().has_bucket(&crate::harness::disks::path(REGION, BUCKET, "x")).await.ok()?;
        app.settle().await;
        buckets::problems(&app.database().open(app.folder()), app.folder(), &[BUCKET])
            .is_empty()
            .then_some(())
    })
    .await;
}
