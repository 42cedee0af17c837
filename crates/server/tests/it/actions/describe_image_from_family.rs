//! DescribeImageFromFamily: the call that this service exists for. Its order and its log are promises of their own.

use serde_json::{Value, json};

use crate::harness::disks::text;
use crate::harness::{OWNER, REGION, TestApp};

async fn resolve(app: &TestApp, family: &str) -> Value {
    app.owner().ok("DescribeImageFromFamily", &[("RegionId", REGION), ("ImageFamily", family)]).await
}

/// Each field of the vendor's page, of its type, in its order.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_head_is_told_as_on_the_page() {
    let app = TestApp::start().await;
    let snapshot = app.system_snapshot().await;
    let params = [
        ("RegionId", REGION),
        ("SnapshotId", &*snapshot),
        ("ImageName", "golden"),
        ("ImageFamily", "hangzhou-daily-update"),
        ("Platform", "CentOS"),
        ("ImageVersion", "2"),
        ("Description", "说明"),
        ("Tag.1.Key", "TestKey"),
        ("Tag.1.Value", "TestValue"),
    ];
    let id = text(&app.owner().ok("CreateImage", &params).await["ImageId"]);
    let answer = resolve(&app, "hangzhou-daily-update").await;
    let expected = json!({
        "ImageOwnerAlias": "self", "Status": "Available", "Progress": "100", "Usage": "none", "Description": "说明",
        "IsSelfShared": "", "Architecture": "x86_64", "Platform": "CentOS", "ProductCode": "", "Size": 20,
        "IsSubscribed": false, "IsCopied": false, "ImageFamily": "hangzhou-daily-update", "OSName": "CentOS 64位",
        "IsSupportIoOptimized": true, "IsSupportCloudinit": true, "ImageName": "golden",
        "DiskDeviceMappings": {"DiskDeviceMapping": [{
            "SnapshotId": snapshot, "Type": "system", "Format": "", "Size": "20", "Device": "/dev/xvda",
            "ImportOSSBucket": "", "ImportOSSObject": "",
        }]},
        "ImageVersion": "2", "OSType": "linux", "ImageId": id, "CreationTime": "2026-01-02T03:04:05Z",
        "Tags": {"Tag": [{"TagKey": "TestKey", "TagValue": "TestValue"}]},
    });
    // As texts, so that the order counts.
    assert_eq!(answer["Image"].to_string(), expected.to_string());
    let fields: Vec<&String> = answer.as_object().expect("an answer").keys().collect();
    assert_eq!(fields, ["RequestId", "Image"]);
}

/// No such family, one that is another's, one without an Available image: 200 and `{}`, never an error.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_family_without_a_head_is_empty() {
    let app = TestApp::start().await;
    let snapshot = app.system_snapshot().await;
    let params = [("RegionId", REGION), ("SnapshotId", &*snapshot), ("ImageFamily", "daily")];
    let id = text(&app.owner().ok("CreateImage", &params).await["ImageId"]);
    let params = [("RegionId", REGION), ("ImageId", &*id), ("Status", "Deprecated")];
    app.owner().ok("ModifyImageAttribute", &params).await;
    let own = format!("acs:{}:daily", OWNER.account);
    for family in ["daily", "Daily", "dail", "none", "acs:ubuntu_22_04_x64", &own, "acs:", "acs:\"<"] {
        assert_eq!(resolve(&app, family).await["Image"], json!({}), "{family}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn families_have_any_name_that_the_page_allows() {
    let app = TestApp::start().await;
    let snapshot = app.system_snapshot().await;
    for family in
        ["镜像族系", "镜1", "A.b:c_d-e", "acs-base", "Aliyun", "ab", &"f".repeat(128), &"镜".repeat(128)]
    {
        let params = [("RegionId", REGION), ("SnapshotId", &*snapshot), ("ImageFamily", family)];
        let id = text(&app.owner().ok("CreateImage", &params).await["ImageId"]);
        app.assert_head(family, Some(&id)).await;
    }
}

/// A head that was answered once is answered anew when anything that the answer shows has changed.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_is_never_stale() {
    let app = TestApp::start().await;
    let snapshot = app.system_snapshot().await;
    let params = [("RegionId", REGION), ("SnapshotId", &*snapshot), ("ImageFamily", "daily")];
    let id = text(&app.owner().ok("CreateImage", &params).await["ImageId"]);
    for (name, value, field) in [
        ("ImageName", "renamed", "ImageName"),
        ("Description", "described", "Description"),
        ("Description", "again", "Description"),
    ] {
        resolve(&app, "daily").await;
        let params = [("RegionId", REGION), ("ImageId", &*id), (name, value)];
        app.owner().ok("ModifyImageAttribute", &params).await;
        assert_eq!(resolve(&app, "daily").await["Image"][field], value);
    }
}
