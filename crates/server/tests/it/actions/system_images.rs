//! Images of the system: every account sees them, in the regions that they are in, and nobody changes them.

use serde_json::{Value, json};

use crate::harness::disks::text;
use crate::harness::words::each;
use crate::harness::{REGION, TestApp};

const UBUNTU: &str = "ubuntu_22_04_x64_20G_alibase_20230907.vhd";
const OLDER: &str = "ubuntu_22_04_x64_20G_alibase_20230613.vhd";
const ARM: &str = "aliyun_3_arm64_20G_alibase_20240528.vhd";

async fn made() -> TestApp {
    let app = TestApp::setup().with_config(|config| config.resolve_shared_families = true).standing().await;
    let ubuntu = |id: &str| {
        json!({
            "id": id, "family": "ubuntu_22_04_x64", "platform": "Ubuntu", "os_name": "Ubuntu  22.04 64位",
            "os_name_en": "Ubuntu  22.04 64 bit", "size": 20,
        })
    };
    let arm = json!({
        "id": ARM, "platform": "Aliyun", "os_name": "Alibaba Cloud Linux 3 ARM版", "os_name_en": "Alibaba Cloud Linux 3 ARM",
        "size": 20, "architecture": "arm64", "boot_mode": "UEFI", "regions": [REGION],
    });
    app.apply(json!({"system_images": [ubuntu(UBUNTU), ubuntu(OLDER), arm]})).await;
    app
}

async fn found(app: &TestApp, params: &str) -> Vec<String> {
    let answer = app.stranger().ask("DescribeImages", params).await;
    each(&answer["Images"]["Image"], "ImageId")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn filters_find_them() {
    let app = made().await;
    for (params, expected) in [
        ("", &[ARM, UBUNTU, OLDER][..]),
        ("ImageOwnerAlias=system", &[ARM, UBUNTU, OLDER]),
        ("ImageOwnerAlias=self", &[]),
        ("ImageOwnerAlias=others", &[]),
        ("ImageOwnerAlias=marketplace", &[]),
        ("RegionId=cn-beijing&ImageOwnerAlias=system", &[UBUNTU, OLDER]),
        ("ImageName=ubuntu_*", &[UBUNTU, OLDER]),
        ("Architecture=arm64", &[ARM]),
        ("OSType=windows", &[]),
        ("ImageFamily=acs:ubuntu_22_04_x64", &[UBUNTU, OLDER]),
        // Without `acs:` it is a family of one's own.
        ("ImageFamily=ubuntu_22_04_x64", &[]),
        ("ImageFamily=acs:1234567890123456:ubuntu_22_04_x64", &[]),
        ("ImageOwnerAlias=system&PageSize=1&PageNumber=2", &[UBUNTU]),
        ("Usage=instance", &[]),
    ] {
        assert_eq!(found(&app, params).await, expected, "{params}");
    }
    assert_eq!(found(&app, &format!("ImageId={ARM},{OLDER}")).await, [ARM, OLDER]);
}

/// A family of one's own may have the name of one of the system's: `acs:` tells them apart.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_family_is_anothers() {
    let app = made().await;
    let snapshot = app.system_snapshot_of(&app.stranger(), REGION).await;
    let params = format!("SnapshotId={snapshot}&ImageFamily=ubuntu_22_04_x64");
    let own = text(&app.stranger().ask("CreateImage", &params).await["ImageId"]);
    for (params, expected) in [
        ("ImageFamily=ubuntu_22_04_x64", &[&*own][..]),
        ("ImageFamily=acs:ubuntu_22_04_x64", &[UBUNTU, OLDER]),
        ("ImageFamily=acs:6543210987654321:ubuntu_22_04_x64", &[&own]),
        ("ImageFamily=acs:1234567890123456:ubuntu_22_04_x64", &[]),
    ] {
        assert_eq!(found(&app, params).await, expected, "{params}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn they_are_told_as_the_systems() {
    let app = made().await;
    let answer = app.owner().ask("DescribeImages", &format!("ImageId={UBUNTU}")).await;
    let image = &answer["Images"]["Image"][0];
    for (field, expected) in [
        ("ImageOwnerAlias", json!("system")),
        ("ImageFamily", json!("acs:ubuntu_22_04_x64")),
        ("OSName", json!("Ubuntu  22.04 64位")),
        ("OSNameEn", json!("Ubuntu  22.04 64 bit")),
        ("IsSelfShared", json!("")),
        ("IsPublic", json!(false)),
        ("Usable", json!(true)),
        ("DiskDeviceMappings", json!({"DiskDeviceMapping": []})),
        ("CreationTime", json!("2023-09-07T00:00:00Z")),
    ] {
        assert_eq!(image[field], expected, "{field}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn their_families_are_resolved_where_the_settings_say_so() {
    let app = made().await;
    let head = async |app: &TestApp, family: &str| {
        let answer = app.stranger().ask("DescribeImageFromFamily", &format!("ImageFamily={family}")).await;
        answer["Image"]["ImageId"].clone()
    };
    assert_eq!(head(&app, "acs:ubuntu_22_04_x64").await, UBUNTU);
    for family in ["ubuntu_22_04_x64", "acs:none", "acs:0000000000000000:ubuntu_22_04_x64"] {
        assert_eq!(head(&app, family).await, Value::Null, "{family}");
    }
    let app = app.stop().await.with_config(|config| config.resolve_shared_families = false).standing().await;
    assert_eq!(head(&app, "acs:ubuntu_22_04_x64").await, Value::Null);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn instances_use_them() {
    let app = made().await;
    for (image, expected) in [(UBUNTU, "x86_64"), (ARM, "arm64")] {
        let types = app.owner().ask("DescribeImageSupportInstanceTypes", &format!("ImageId={image}")).await;
        let families = each(&types["InstanceTypes"]["InstanceType"], "InstanceTypeFamily");
        let is_arm = |family: &String| family.ends_with('y');
        assert!(!families.is_empty());
        assert!(
            families.iter().all(|family| is_arm(family) == (expected == "arm64")),
            "{image}: {families:?}"
        );
        // Whatever it is asked for: the page of 2021 has other words than the newest.
        for action in ["CreateEcs", "ChangeOS", "Upgrade", "Downgrade", "RenewDowngrade"] {
            let params = format!("ImageId={image}&ActionType={action}");
            let answer = app.owner().ask("DescribeImageSupportInstanceTypes", &params).await;
            assert_eq!(answer["InstanceTypes"], types["InstanceTypes"], "{action}");
        }
    }
    assert_eq!(found(&app, "InstanceType=ecs.g8y.large").await, [ARM]);
    app.owner().ask("RegisterImageUsage", &format!("ImageId={UBUNTU}&InstanceId=i-1")).await;
    assert_eq!(found(&app, "Usage=instance").await, [UBUNTU]);
    app.owner().ask("DeregisterImageUsage", "InstanceId=i-1").await;
    assert_eq!(found(&app, "Usage=instance").await, [""; 0]);
}
