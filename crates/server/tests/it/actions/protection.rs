//! Deletion protection: what is protected stays, whoever deletes and however, until its owner says otherwise.

use imagekin_rpc::codes;

use crate::harness::actor::{Actor, WAYS};
use crate::harness::disks::{BUCKET, describe, qcow2, text};
use crate::harness::{REGION, STRANGER, TestApp};

async fn protect(app: &TestApp, id: &str, on: &str) {
    let params = [("RegionId", REGION), ("ImageId", id), ("DeletionProtection", on)];
    app.owner().ok("ModifyImageAttribute", &params).await;
}

async fn shown(actor: &Actor, id: &str) -> String {
    describe(actor, REGION, id).await["DeletionProtection"].to_string()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_protected_image_is_not_deleted() {
    let app = TestApp::start().await;
    let id = app.import("golden").await;
    let owner = app.owner();
    // Clients that know of nothing see nothing.
    assert_eq!(shown(&owner, &id).await, "null");
    protect(&app, &id, "true").await;
    assert_eq!(shown(&owner, &id).await, "true");
    let before = app.dump();
    for way in WAYS {
        for more in
            [&[][..], &[("Force", "true")], &[("DryRun", "true")], &[("Force", "true"), ("DryRun", "true")]]
        {
            let params = [&[("RegionId", REGION), ("ImageId", &*id)], more].concat();
            owner.by(way).call("DeleteImage", &params).await.assert_refused(&codes::IMAGE_IS_PROTECTED);
        }
    }
    assert_eq!(app.dump(), before);
    // Everything else can be done with it, and leaves it protected.
    let region = ("RegionId", REGION);
    let family = [region, ("ImageId", &*id), ("ImageFamily", "daily"), ("ImageName", "renamed")];
    owner.ok("ModifyImageAttribute", &family).await;
    let deprecate = |status| [region, ("ImageId", &*id), ("Status", status)];
    owner.ok("ModifyImageAttribute", &deprecate("Deprecated")).await;
    owner.ok("ModifyImageAttribute", &deprecate("Available")).await;
    assert_eq!(shown(&owner, &id).await, "true");
    let app = app.stop().await.start().await;
    let owner = app.owner();
    assert_eq!(shown(&owner, &id).await, "true");
    protect(&app, &id, "false").await;
    assert_eq!(shown(&owner, &id).await, "null");
    owner.ok("DeleteImage", &[region, ("ImageId", &*id)]).await;
    app.assert_head("daily", None).await;
}

/// Whom an image is shared with is not told, and a copy is a new image.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn protection_is_the_owners_and_not_carried_over() {
    let app = TestApp::standing().await;
    let id = app.import("golden").await;
    protect(&app, &id, "true").await;
    let owner = app.owner();
    let of_image = [("RegionId", REGION), ("ImageId", &*id)];
    let share = [&of_image[..], &[("AddAccount.1", STRANGER.account)]].concat();
    owner.ok("ModifyImageSharePermission", &share).await;
    assert_eq!(shown(&app.stranger(), &id).await, "null");
    for actor in [owner, app.stranger()] {
        let copy = text(&actor.ok("CopyImage", &of_image).await["ImageId"]);
        app.settle().await;
        assert_eq!(shown(&actor, &copy).await, "null");
        actor.ok("DeleteImage", &[("RegionId", REGION), ("ImageId", &copy)]).await;
    }
}

/// From the beginning, if one likes; what is still being made is given up all the same.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_image_is_protected_from_the_beginning() {
    let app = TestApp::standing().await;
    let snapshot = app.system_snapshot().await;
    let source = app.import("source").await;
    app.place("disk.qcow2", qcow2(20, "protected")).await;
    let object = [("DiskDeviceMapping.1.OSSBucket", BUCKET), ("DiskDeviceMapping.1.OSSObject", "disk.qcow2")];
    let owner = app.owner();
    let always = [("RegionId", REGION), ("DeletionProtection", "true")];
    for (action, params) in [
        ("CreateImage", &[("SnapshotId", &*snapshot)][..]),
        ("ImportImage", &object),
        ("CopyImage", &[("ImageId", &*source)]),
    ] {
        let made = owner.ok(action, &[&always[..], params].concat()).await;
        let id = text(&made["ImageId"]);
        for _ in 0..2 {
            let delete = [("RegionId", REGION), ("ImageId", &*id), ("Force", "true")];
            owner.call("DeleteImage", &delete).await.assert_refused(&codes::IMAGE_IS_PROTECTED);
            app.settle().await;
        }
        assert_eq!(shown(&owner, &id).await, "true", "{action}");
    }
    let copied =
        text(&owner.ok("CopyImage", &[&always[..], &[("ImageId", &*source)]].concat()).await["ImageId"]);
    owner.ok("CancelCopyImage", &[("RegionId", REGION), ("ImageId", &copied)]).await;
    assert_eq!(shown(&owner, &copied).await, "null");
    assert_eq!(app.image(&copied), None);
}
