//! Jobs with real bytes: what they make is whole, and what is given up leaves nothing, in no bucket and in no table.

use std::path::PathBuf;
use std::time::Duration;

use imagekin_store::{ClaimedTask, TaskQueue};
use serde_json::Value;

use crate::harness::actor::Actor;
use crate::harness::disks::{BUCKET, describe, raw, text};
use crate::harness::reply::Reply;
use crate::harness::{REGION, STRANGER, TestApp, wait};

#[path = "../../../common/buckets.rs"]
mod buckets;
mod cancels;
mod copies;
mod crashes;
mod exports;
mod places;
mod snapshots;

/// Another region.
const FAR: &str = "cn-beijing";
/// The bucket that exports go to.
const EXPORTS: &str = "exported-images";
/// The lease of a job, and a little.
const AFTER_THE_LEASE: Duration = Duration::from_secs(31);

/// Everything that is due is done, and then the buckets hold what the images name, and nothing else.
async fn assert_bytes(app: &TestApp) {
    app.settle().await;
    // The server may be taking something away just now.
    wait::until("the buckets hold what the images name, and nothing else", async || {
        let problems = buckets::problems(&app.database().open(app.folder()), app.folder(), &[BUCKET]);
        (problems.is_empty() || {
            eprintln!("{problems:#?}");
            false
        })
        .then_some(())
    })
    .await;
}

/// Copies an image of [`REGION`].
async fn copy(actor: &Actor, id: &str, to: &str) -> Reply {
    let params = [("RegionId", REGION), ("ImageId", id), ("DestinationRegionId", to)];
    actor.call("CopyImage", &params).await
}

/// Exports an image of [`REGION`]; gives the task.
async fn export(app: &TestApp, id: &str, format: &str) -> Reply {
    make_bucket(app).await;
    let params = [
        ("RegionId", REGION),
        ("ImageId", id),
        ("OSSBucket", EXPORTS),
        ("OSSPrefix", "golden"),
        ("ImageFormat", format),
    ];
    app.owner().call("ExportImage", &params).await
}

/// A bucket is there as soon as something was in it.
async fn make_bucket(app: &TestApp) {
    app.place_in(REGION, EXPORTS, "first", Vec::new()).await;
    let path = crate::harness::disks::path(REGION, EXPORTS, "first");
    app.app.objects().delete(&path).await.expect("the bucket lets it go");
}

/// The image that an answer names.
fn image_of(reply: &Reply) -> String {
    text(&reply.ok()["ImageId"])
}

/// The disk of an image as DescribeImages shows it.
async fn snapshot_of(actor: &Actor, region: &str, id: &str) -> String {
    let image = describe(actor, region, id).await;
    text(&image["DiskDeviceMappings"]["DiskDeviceMapping"][0]["SnapshotId"])
}

/// Where the bytes of a snapshot of the owner lie: its name begins with the snapshot's id.
fn file_of(app: &TestApp, region: &str, snapshot: &str) -> PathBuf {
    let bucket = app.folder().join("objects").join(region).join("imagekin-snapshots");
    let folder = bucket.join(app.catalogue().account.to_string());
    let files = std::fs::read_dir(&folder).into_iter().flatten().flatten();
    let is_its = |file: &std::fs::DirEntry| file.file_name().to_string_lossy().starts_with(snapshot);
    files.into_iter().find(is_its).map_or(folder.join(snapshot), |file| file.path())
}

/// What a job has written by the time that it crashes: the object, and before that, that it will.
async fn write_half(app: &TestApp, claimed: &ClaimedTask, region: &str, bucket: &str, object: &str) {
    let now = imagekin_server::Clock::now(&*app.clock);
    let cause = imagekin_store::Cause { action: "test", request_id: String::new(), now };
    let (task, until) = (claimed.task.id.clone(), now.plus(Duration::from_secs(30)));
    let (of_bucket, of_object) = (bucket.to_owned(), object.to_owned());
    let intended = app.app.store().write(claimed.catalogue.clone(), cause, move |write| {
        write.intend_object(&of_bucket, &of_object, &task, until).map(drop)
    });
    intended.await.expect("the store works");
    app.place_in(region, bucket, object, b"half of it".to_vec()).await;
}

/// The one task on an image, as DescribeTaskAttribute tells it.
async fn task_of(actor: &Actor, region: &str, image: &str) -> Value {
    let tasks = actor.ok("DescribeTasks", &[("RegionId", region), ("ResourceIds.1", image)]).await;
    let id = text(&tasks["TaskSet"]["Task"][0]["TaskId"]);
    actor.ok("DescribeTaskAttribute", &[("RegionId", region), ("TaskId", &id)]).await
}

/// Why a task has failed, as its owner is told.
fn reason(task: &Value) -> String {
    text(&task["OperationProgressSet"]["OperationProgress"][0]["ErrorMsg"])
}

/// Claims what is due for a job that then never works: so a job looks that is in the midst of it, or has crashed.
async fn claim_and_leave(app: &TestApp) -> Vec<ClaimedTask> {
    let gone = TaskQueue { owner: "who is gone".to_owned(), lease: Duration::from_secs(30) };
    let now = imagekin_server::Clock::now(&*app.clock);
    app.app.store().claim_tasks(&gone, now, true, 10).await.expect("the store works")
}

/// Imports a raw disk of `mebibytes` that is not empty: enough for a test to look in while it is moved.
async fn import_large(app: &TestApp, name: &str, mebibytes: usize) -> String {
    let mut disk = raw(mebibytes * 2048);
    disk.iter_mut().step_by(4096).enumerate().for_each(|(n, byte)| *byte = n as u8);
    disk[510..512].copy_from_slice(b"\x55\xaa");
    app.place(&format!("{name}.raw"), disk).await;
    let object = format!("{name}.raw");
    let params = [
        ("RegionId", REGION),
        ("ImageName", name),
        ("DiskDeviceMapping.1.OSSBucket", BUCKET),
        ("DiskDeviceMapping.1.OSSObject", &object),
    ];
    image_of(&app.owner().call("ImportImage", &params).await)
}

/// Waits until an image is made.
async fn until_made(actor: &Actor, region: &str, id: &str) -> Value {
    wait::until("the image is made", async || {
        let image = describe(actor, region, id).await;
        (!matches!(image["Status"].as_str(), Some("Creating" | "Waiting"))).then_some(image)
    })
    .await
}

/// Waits until a job writes an object that nobody sees yet.
async fn until_moving(app: &TestApp) {
    let objects = app.folder().join("objects");
    wait::until("bytes are moved", async || {
        let mut drafts = buckets::drafts(&objects).into_iter();
        drafts.any(|draft| draft.metadata().is_ok_and(|meta| meta.len() > 0)).then_some(())
    })
    .await;
}
