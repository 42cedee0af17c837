//! DryRun: every action that has it says whether it would be done, and does nothing.

use std::collections::BTreeSet;

use imagekin_rpc::codes;
use imagekin_server::actions::{self, Description};

use crate::harness::actor::WAYS;
use crate::harness::disks::{BUCKET, describe, qcow2, text};
use crate::harness::{REGION, STRANGER, TestApp};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_dry_run_passes_and_changes_nothing() {
    let app = TestApp::setup().with_config(|config| config.recycle_bin.retention_days = 7).standing().await;
    let snapshot = app.system_snapshot().await;
    app.place("disk.qcow2", qcow2(20, "v1")).await;
    let params =
        [("RegionId", REGION), ("SnapshotId", &*snapshot), ("ImageFamily", "daily"), ("ImageName", "golden")];
    let id = text(&app.owner().ok("CreateImage", &params).await["ImageId"]);
    let gone = [("RegionId", REGION), ("SnapshotId", &*snapshot), ("ImageFamily", "daily")];
    let gone = text(&app.owner().ok("CreateImage", &gone).await["ImageId"]);
    app.owner().ok("DeleteImage", &[("RegionId", REGION), ("ImageId", &gone)]).await;
    let before = app.dump();
    let mut tried = BTreeSet::new();
    for (action, params) in [
        ("CreateImage", &[("SnapshotId", &*snapshot), ("ImageFamily", "daily")][..]),
        ("CreateImage", &[("SnapshotId", &*snapshot), ("ImageFamily", "weekly"), ("ClientToken", "dry")]),
        (
            "ImportImage",
            &[
                ("DiskDeviceMapping.1.OSSBucket", BUCKET),
                ("DiskDeviceMapping.1.OSSObject", "disk.qcow2"),
                ("ClientToken", "dry"),
            ],
        ),
        (
            "ModifyImageAttribute",
            &[("ImageId", &*id), ("ImageName", "other"), ("Status", "Deprecated"), ("ImageFamily", "weekly")],
        ),
        ("ModifyImageAttribute", &[("ImageId", &*id)]),
        ("DeleteImage", &[("ImageId", &*id)]),
        ("RestoreImage", &[("ImageId", &*gone)]),
        ("DeleteImage", &[("ImageId", &*id), ("Force", "true")]),
        ("DescribeImages", &[]),
        ("DescribeImages", &[("ImageId", &*id)]),
        ("CopyImage", &[("ImageId", &*id), ("ClientToken", "dry")]),
        ("CopyImage", &[("ImageId", &*id), ("DestinationRegionId", "cn-beijing")]),
        ("ExportImage", &[("ImageId", &*id), ("OSSBucket", BUCKET)]),
        ("ModifyImageSharePermission", &[("ImageId", &*id), ("AddAccount.1", STRANGER.account)]),
        ("ModifyImageSharePermission", &[("ImageId", &*id), ("IsPublic", "true")]),
        ("DescribeSnapshots", &[("SnapshotIds", &*snapshot)]),
    ] {
        tried.insert(action);
        // Python writes True; all of them mean it.
        for (way, dry) in WAYS.iter().zip(["true", "True", "TRUE"].iter().cycle()) {
            let params = [&[("RegionId", REGION)], params, &[("DryRun", *dry)]].concat();
            let fault = app.owner().by(*way).call(action, &params).await.assert_refused(&codes::DRY_RUN);
            assert_eq!(fault.message, "Request validation has been passed with DryRun flag set.");
        }
    }
    assert_eq!(app.dump(), before);
    app.settle().await;
    assert_eq!(app.dump(), before, "no task was begun");
    app.assert_head("daily", Some(&id)).await;
    let has_dry_run = |action: &Description| action.parameters.iter().any(|p| p.name == "DryRun");
    assert_eq!(tried, actions::describe().filter(has_dry_run).map(|action| action.name).collect());
}

/// What would be refused is refused so, dry or not; and `false` is no dry run.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_dry_run_tells_what_would_be_refused() {
    let app = TestApp::standing().await;
    let snapshot = app.system_snapshot().await;
    let name = [("RegionId", REGION), ("SnapshotId", &*snapshot), ("ImageName", "golden")];
    let id =
        text(&app.owner().ok("CreateImage", &[&name[..], &[("DryRun", "False")]].concat()).await["ImageId"]);
    for (action, params, code) in [
        ("CreateImage", &name[1..], &codes::IMAGE_NAME_TAKEN),
        ("CreateImage", &[("SnapshotId", "s-none")], &codes::SNAPSHOT_NOT_FOUND),
        (
            "ImportImage",
            &[("DiskDeviceMapping.1.OSSBucket", BUCKET), ("DiskDeviceMapping.1.OSSObject", "none")],
            &codes::OSS_OBJECT_NOT_FOUND,
        ),
        (
            "ModifyImageAttribute",
            &[("ImageId", &*id), ("Status", "Available")],
            &codes::STATUS_NOT_DEPRECATED,
        ),
        ("DeleteImage", &[("ImageId", "m-none")], &codes::IMAGE_NOT_FOUND),
        ("DescribeImages", &[("Status", "Sleeping")], &codes::INVALID_PARAMETER),
    ] {
        let params = [&[("RegionId", REGION)], params, &[("DryRun", "true")]].concat();
        app.owner().call(action, &params).await.assert_refused(code);
    }
    app.owner().ok("DeleteImage", &[("RegionId", REGION), ("ImageId", &id), ("DryRun", "false")]).await;
    assert!(describe(&app.owner(), REGION, &id).await.is_null());
}
