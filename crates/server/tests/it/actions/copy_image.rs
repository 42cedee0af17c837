//! CopyImage: what a copy takes over and what it does not. Its bytes, its turn and its end are in promises/jobs.

use imagekin_rpc::codes;
use serde_json::{Value, json};

use crate::harness::disks::{describe, text};
use crate::harness::words::each;
use crate::harness::{OWNER, TestApp};

/// An image of which everything is said that can be.
async fn made(app: &TestApp) -> String {
    let snapshot = app.system_snapshot().await;
    let owner = app.owner();
    let image = owner
        .ask(
            "CreateImage",
            &format!(
                "DiskDeviceMapping.1.SnapshotId={snapshot}&DiskDeviceMapping.2.DiskType=data&DiskDeviceMapping.2.Size=30&\
                 ImageName=golden&ImageFamily=daily&ImageVersion=7&Description=The golden one&Platform=CentOS&\
                 Architecture=arm64&BootMode=UEFI&Features.ImdsSupport=v2&ResourceGroupId=rg-1&Tag.1.Key=env"
            ),
        )
        .await;
    text(&image["ImageId"])
}

async fn copy(app: &TestApp, params: &str) -> Value {
    let copy = text(&app.owner().ask("CopyImage", params).await["ImageId"]);
    app.settle().await;
    let region = if params.contains("DestinationRegionId") { "cn-beijing" } else { "cn-hangzhou" };
    describe(&app.owner(), region, &copy).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_is_the_same_machine_with_a_name_of_its_own() {
    let app = TestApp::standing().await;
    let image = made(&app).await;
    let source = describe(&app.owner(), "cn-hangzhou", &image).await;
    let copied = copy(&app, &format!("ImageId={image}&DestinationRegionId=cn-beijing")).await;
    for field in
        ["Architecture", "BootMode", "Platform", "OSName", "OSType", "Size", "ImageVersion", "Features"]
    {
        assert_eq!(copied[field], source[field], "{field}");
    }
    for (field, expected) in [
        ("Status", json!("Available")),
        ("IsCopied", json!(true)),
        ("ImageName", copied["ImageId"].clone()),
        ("ImageFamily", json!("")),
        ("Description", json!("")),
        ("ResourceGroupId", json!("")),
        ("Tags", json!({"Tag": []})),
        ("Usage", json!("none")),
    ] {
        assert_eq!(copied[field], expected, "{field}");
    }
    let disks = |image: &Value| {
        let disks = image["DiskDeviceMappings"]["DiskDeviceMapping"].as_array().expect("disks").clone();
        let told = |disk: &Value| ["Type", "Size", "Device"].map(|field| text(&disk[field]));
        disks.iter().map(told).collect::<Vec<_>>()
    };
    assert_eq!(disks(&copied), disks(&source));
    let snapshot = |image: &Value| text(&image["DiskDeviceMappings"]["DiskDeviceMapping"][0]["SnapshotId"]);
    assert_ne!(snapshot(&copied), snapshot(&source));
    // The copy is in no family, so the head stays what it was.
    app.assert_head("daily", Some(&image)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_is_as_it_was_told() {
    let app = TestApp::standing().await;
    let image = made(&app).await;
    let copied = copy(
        &app,
        &format!(
            "ImageId={image}&DestinationImageName=silver&DestinationDescription=A copy&ResourceGroupId=rg-2&\
             Tag.1.Key=made-by&Tag.1.Value=copy&Encrypted=false"
        ),
    )
    .await;
    let told = ["ImageName", "Description", "ResourceGroupId", "Tags"].map(|field| copied[field].clone());
    let tags = json!({"Tag": [{"TagKey": "made-by", "TagValue": "copy"}]});
    assert_eq!(told, [json!("silver"), json!("A copy"), json!("rg-2"), tags]);
}

/// libcloud looks for its copy at once, and only among what is Available: without a delay, and without bytes to be moved, it
/// finds it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_that_takes_no_time_is_made_at_once() {
    let delays = |config: &mut imagekin_server::Config| config.delays.copy_image_ms = vec![0, 1];
    let app = TestApp::setup().with_config(delays).standing().await;
    let disk = json!({"id": "d-1", "size": 20});
    let regions = json!({"cn-hangzhou": {"instances": [{"id": "i-1", "disks": [disk]}]}});
    app.apply(json!({"accounts": [{"id": OWNER.account, "regions": regions}]})).await;
    let owner = app.owner();
    let image = text(&owner.ask("CreateImage", "InstanceId=i-1").await["ImageId"]);
    let wish = format!("ImageId={image}&DestinationRegionId=cn-beijing");
    let copied = text(&owner.ask("CopyImage", &wish).await["ImageId"]);
    let found = owner.ask("DescribeImages", &format!("RegionId=cn-beijing&ImageId={copied}")).await;
    let told = ["Status", "Progress", "IsCopied"].map(|field| found["Images"]["Image"][0][field].clone());
    assert_eq!(told, [json!("Available"), json!("100%"), json!(true)]);
    let snapshots = owner.ask("DescribeSnapshots", "RegionId=cn-beijing").await;
    assert_eq!(each(&snapshots["Snapshots"]["Snapshot"], "Status"), ["accomplished"]);
    let tasks = owner.ask("DescribeTasks", &format!("RegionId=cn-beijing&ResourceIds.1={copied}")).await;
    assert_eq!(each(&tasks["TaskSet"]["Task"], "TaskStatus"), ["Finished"]);
    let before = app.dump();
    app.settle().await;
    assert_eq!(app.dump(), before, "nothing is left to do");
    // The next one has its delay.
    let copied = text(&owner.ask("CopyImage", &wish).await["ImageId"]);
    assert_eq!(describe(&owner, "cn-beijing", &copied).await["Status"], "Creating");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_token_makes_one() {
    let app = TestApp::standing().await;
    let image = made(&app).await;
    let once = format!("ImageId={image}&ClientToken=once");
    let first = app.owner().ask("CopyImage", &once).await["ImageId"].clone();
    assert_eq!(app.owner().ask("CopyImage", &once).await["ImageId"], first, "while it is copied");
    app.settle().await;
    assert_eq!(app.owner().ask("CopyImage", &once).await["ImageId"], first, "and after");
    let other = app.owner().say("CopyImage", &format!("{once}&DestinationImageName=other")).await;
    other.assert_refused(&codes::CLIENT_TOKEN_REUSED);
}

/// There is no KMS: production says so, the sandbox plays along.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_sandbox_claims_to_encrypt() {
    let app = TestApp::sandbox().standing().await;
    let image = made(&app).await;
    let copied =
        copy(&app, &format!("ImageId={image}&Encrypted=true&KMSKeyId=key&EncryptAlgorithm=aes-256")).await;
    assert_eq!(copied["Status"], "Available");
}
