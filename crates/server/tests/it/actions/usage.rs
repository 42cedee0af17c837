//! RegisterImageUsage and DeregisterImageUsage: whoever runs machines reports who uses an image.

use imagekin_rpc::codes;

use crate::harness::disks::{describe, text};
use crate::harness::{REGION, STRANGER, TestApp};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_image_in_use_is_deleted_by_force_only() {
    let app = TestApp::standing().await;
    let owner = app.owner();
    let snapshot = app.system_snapshot().await;
    let image =
        text(&owner.ask("CreateImage", &format!("SnapshotId={snapshot}&ImageFamily=daily")).await["ImageId"]);
    let usage = async |expected: &str| {
        assert_eq!(describe(&owner, REGION, &image).await["Usage"], expected);
        let head = owner.ask("DescribeImageFromFamily", "ImageFamily=daily").await;
        assert_eq!(head["Image"]["Usage"], expected);
        let found = owner.ask("DescribeImages", &format!("Usage={expected}")).await;
        assert_eq!(found["TotalCount"], 1);
    };
    usage("none").await;
    let register = format!("ImageId={image}&InstanceId=i-1");
    // Reported twice, it is one instance.
    owner.ask("RegisterImageUsage", &register).await;
    owner.ask("RegisterImageUsage", &register).await;
    owner.ask("RegisterImageUsage", &format!("ImageId={image}&InstanceId=i-2")).await;
    usage("instance").await;
    let delete = format!("ImageId={image}");
    owner.say("DeleteImage", &delete).await.assert_refused(&codes::IMAGE_USED_BY_INSTANCE);
    let boot = owner.say("ModifyImageAttribute", &format!("ImageId={image}&BootMode=UEFI")).await;
    boot.assert_refused(&codes::IMAGE_USED_BY_INSTANCE_MODIFY);
    owner.ask("DeregisterImageUsage", "InstanceId=i-1").await;
    usage("instance").await;
    owner.ask("DeregisterImageUsage", "InstanceId=i-2").await;
    usage("none").await;
    owner.say("DeregisterImageUsage", "InstanceId=i-2").await.assert_refused(&codes::INSTANCE_NOT_FOUND);
    owner.ask("RegisterImageUsage", &register).await;
    owner.ask("DeleteImage", &format!("{delete}&Force=true")).await;
    // The instance outlives its image, and may then use another one.
    owner.ask("DeregisterImageUsage", "InstanceId=i-1").await;
}

/// Of two accounts, each has its own `i-1`.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_sees_an_image_uses_it() {
    let app = TestApp::standing().await;
    let owner = app.owner();
    let snapshot = app.system_snapshot().await;
    let image = text(&owner.ask("CreateImage", &format!("SnapshotId={snapshot}")).await["ImageId"]);
    let share = format!("ImageId={image}&AddAccount.1={}", STRANGER.account);
    owner.ask("ModifyImageSharePermission", &share).await;
    let register = format!("ImageId={image}&InstanceId=i-1");
    owner.ask("RegisterImageUsage", &register).await;
    app.stranger().ask("RegisterImageUsage", &register).await;
    owner.ask("DeregisterImageUsage", "InstanceId=i-1").await;
    assert_eq!(describe(&owner, REGION, &image).await["Usage"], "instance");
    // It is no longer seen, and still used: that can be ended.
    owner.ask("ModifyImageSharePermission", &share.replace("Add", "Remove")).await;
    app.stranger().ask("DeregisterImageUsage", "InstanceId=i-1").await;
    assert_eq!(describe(&owner, REGION, &image).await["Usage"], "none");
}
