//! Imports that fail after the call: the image says so and why, nothing is left of its bytes, and its name is free again
//! once it is deleted.

use imagekin_catalog::task::TaskStatus;
use imagekin_catalog::{Image, TaskId};
use imagekin_rpc::codes;
use serde_json::json;

use crate::harness::disks::{BUCKET, describe, qcow2, raw, text};
use crate::harness::{REGION, TestApp};

/// Imports `one.qcow2` as system disk and `two.raw` as data disk, lets `spoil` do its work, and then the job.
async fn import_spoilt(app: &TestApp, spoil: impl AsyncFnOnce(&TestApp)) -> Image {
    app.place("one.qcow2", qcow2(20, "sound")).await;
    app.place("two.raw", raw(2048)).await;
    let params = [
        ("RegionId", REGION),
        ("ImageName", "spoilt"),
        ("DiskDeviceMapping.1.OSSBucket", BUCKET),
        ("DiskDeviceMapping.1.OSSObject", "one.qcow2"),
        ("DiskDeviceMapping.2.OSSBucket", BUCKET),
        ("DiskDeviceMapping.2.OSSObject", "two.raw"),
    ];
    let answer = app.owner().ok("ImportImage", &params).await;
    let id = text(&answer["ImageId"]);
    spoil(app).await;
    app.settle().await;
    let task = TaskId::parse(&text(&answer["TaskId"])).expect("a task id");
    let catalogue = app.catalogue();
    let ended =
        app.app.store().look_up(move |read| read.task(&catalogue, &task)).await.expect("the store works");
    let image = app.image(&id).expect("it is still there");
    let failed = image.status == imagekin_catalog::Status::CreateFailed;
    let expected = if failed { TaskStatus::Failed } else { TaskStatus::Finished };
    assert_eq!(ended.map(|task| task.status), Some(expected));
    image
}

/// The files that are kept of snapshots.
fn kept_files(app: &TestApp) -> Vec<std::path::PathBuf> {
    let folder =
        app.folder().join("objects").join(REGION).join("imagekin-snapshots").join("1234567890123456");
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    entries.map(|entry| entry.expect("an entry").path()).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_object_that_goes_or_changes_before_the_job_fails_the_import() {
    let garbage = || b"this is no disk any more".to_vec();
    for (object, bytes, reason) in [
        ("one.qcow2", None, "the object golden-images/one.qcow2 is not there any more"),
        ("two.raw", None, "the object golden-images/two.raw is not there any more"),
        ("one.qcow2", Some(garbage()), "the object is no disk image"),
        ("two.raw", Some(garbage()), "the object is no disk image"),
        ("one.qcow2", Some(Vec::new()), "the object is empty"),
    ] {
        let app = TestApp::standing().await;
        let image = import_spoilt(&app, async |app| match bytes {
            None => app.remove(object).await,
            Some(bytes) => app.place(object, bytes).await,
        })
        .await;
        assert!(image.failure.starts_with(reason), "{object}: {}", image.failure);
        let shown = describe(&app.owner(), REGION, image.id.as_str()).await;
        assert_eq!((&shown["Status"], &shown["Usable"]), (&json!("CreateFailed"), &json!(false)));
        for disk in shown["DiskDeviceMappings"]["DiskDeviceMapping"].as_array().expect("disks") {
            assert_eq!((&disk["SnapshotId"], &disk["Progress"]), (&json!(""), &json!("0%")));
        }
        assert_eq!(app.dump()["snapshots"], Vec::<String>::new(), "nothing is left of the snapshots");
        assert_eq!(kept_files(&app), Vec::<std::path::PathBuf>::new(), "nor of their bytes");
        assert_eq!(app.app.store().next_due_task(true).await.expect("the store works"), None);
    }
}

/// Another disk that is as sound is a disk: what is kept is what was there when the job came.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_object_that_becomes_another_disk_is_taken_as_it_is() {
    let app = TestApp::standing().await;
    let image = import_spoilt(&app, async |app| app.place("one.qcow2", qcow2(10, "another")).await).await;
    let kept =
        image.disks[0].snapshot_id.as_ref().and_then(|id| app.snapshot(id.as_str())).expect("a snapshot");
    let sha256 = imagekin_rpc::signature::sha256_hex(&qcow2(10, "another"));
    assert_eq!(kept.bytes.map(|bytes| bytes.sha256), Some(sha256));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_failed_image_can_only_be_deleted() {
    let app = TestApp::standing().await;
    let image = import_spoilt(&app, async |app| app.remove("one.qcow2").await).await;
    let owner = app.owner();
    let id = [("RegionId", REGION), ("ImageId", image.id.as_str())];
    let set = |status| [&id[..], &[("Status", status)]].concat();
    owner.call("ModifyImageAttribute", &set("Deprecated")).await.assert_refused(&codes::STATUS_NOT_AVAILABLE);
    owner.call("ModifyImageAttribute", &set("Available")).await.assert_refused(&codes::STATUS_NOT_DEPRECATED);
    // It may join a family, and is never its head.
    owner.ok("ModifyImageAttribute", &[&id[..], &[("ImageFamily", "daily")]].concat()).await;
    app.assert_head("daily", None).await;
    assert_eq!(app.heads_of("daily"), []);
    let listed = owner.ok("DescribeImages", &[("RegionId", REGION), ("Status", "CreateFailed")]).await;
    assert_eq!(listed["TotalCount"], 1);
    owner.ok("DeleteImage", &id).await;
    app.import("spoilt").await;
}

/// An image that is being imported can be neither changed nor deleted, and no image can be made of its snapshot.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_import_under_way_is_left_alone() {
    let app = TestApp::standing().await;
    import_spoilt(&app, async |app| {
        let owner = app.owner();
        let listed = owner.ok("DescribeImages", &[("RegionId", REGION), ("Status", "Creating")]).await;
        let image = &listed["Images"]["Image"][0];
        let (id, snapshot) = (
            text(&image["ImageId"]),
            text(&image["DiskDeviceMappings"]["DiskDeviceMapping"][0]["SnapshotId"]),
        );
        for force in ["true", "false"] {
            let params = [("RegionId", REGION), ("ImageId", &*id), ("Force", force)];
            owner.call("DeleteImage", &params).await.assert_refused(&codes::IMAGE_IS_IMPORTING);
        }
        let params = [("RegionId", REGION), ("ImageId", &*id), ("ImageFamily", "daily")];
        owner.call("ModifyImageAttribute", &params).await.assert_refused(&codes::IMAGE_IS_CREATING);
        let params = [("RegionId", REGION), ("SnapshotId", &*snapshot)];
        owner.call("CreateImage", &params).await.assert_refused(&codes::SNAPSHOT_NOT_READY);
    })
    .await;
}
