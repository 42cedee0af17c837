//! CreateImage: of one snapshot or of several, with all that an image can be told, at once or after a while.

use std::time::Duration;

use serde_json::{Value, json};

use crate::harness::actor::Actor;
use crate::harness::disks::{BUCKET, describe, raw, text};
use crate::harness::{REGION, TestApp, wait};

async fn create(actor: &Actor, params: &[(&str, &str)]) -> Value {
    let made = actor.ok("CreateImage", &[&[("RegionId", REGION)], params].concat()).await;
    describe(actor, REGION, made["ImageId"].as_str().expect("an id")).await
}

/// Device, kind, size and snapshot of each disk.
type Disks = Vec<[String; 4]>;

fn disks(image: &Value) -> Disks {
    let disks = image["DiskDeviceMappings"]["DiskDeviceMapping"].as_array().expect("disks");
    disks
        .iter()
        .map(|disk| ["Device", "Type", "Size", "SnapshotId"].map(|field| text(&disk[field])))
        .collect()
}

fn disk(device: &str, kind: &str, size: &str, snapshot: &str) -> [String; 4] {
    [device, kind, size, snapshot].map(str::to_owned)
}

/// Snapshots of a system disk of 20 GiB and of a data disk of 1 GiB.
async fn two_snapshots(app: &TestApp) -> [String; 2] {
    app.place("data.raw", raw(2048)).await;
    app.place("system.qcow2", crate::harness::disks::qcow2(20, "system")).await;
    let params = [
        ("RegionId", REGION),
        ("DiskDeviceMapping.1.OSSBucket", BUCKET),
        ("DiskDeviceMapping.1.OSSObject", "system.qcow2"),
        ("DiskDeviceMapping.2.OSSBucket", BUCKET),
        ("DiskDeviceMapping.2.OSSObject", "data.raw"),
    ];
    let id = text(&app.owner().ok("ImportImage", &params).await["ImageId"]);
    app.settle().await;
    let image = describe(&app.owner(), REGION, &id).await;
    assert_eq!(image["Status"], "Available");
    [0, 1].map(|n| disks(&image)[n][3].clone())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_image_is_as_it_was_told() {
    let app = TestApp::start().await;
    let snapshot = app.system_snapshot().await;
    let image = create(
        &app.owner(),
        &[
            ("SnapshotId", &snapshot),
            ("ImageName", "金色.image:v1_2-3"),
            ("ImageFamily", "daily"),
            ("ImageVersion", "v1.2-3 (hot fix) #4，一"),
            ("Description", "说明: two\nlines"),
            ("Architecture", "arm64"),
            ("Platform", "Windows Server 2019"),
            ("BootMode", "UEFI"),
            ("Features.ImdsSupport", "v2"),
            ("ResourceGroupId", "rg-bp67acfmxazb4p****"),
            ("DetectionStrategy", "Standard"),
            ("Tag.1.Key", "k 1"),
            ("Tag.1.Value", "v*~+/ '()"),
            ("Tag.2.key", "键"),
        ],
    )
    .await;
    let told = |field: &str| image[field].clone();
    for (field, value) in [
        ("ImageName", json!("金色.image:v1_2-3")),
        ("ImageFamily", json!("daily")),
        ("ImageVersion", json!("v1.2-3 (hot fix) #4，一")),
        ("Description", json!("说明: two\nlines")),
        ("Architecture", json!("arm64")),
        ("OSType", json!("windows")),
        ("Platform", json!("Windows Server 2019")),
        ("BootMode", json!("UEFI")),
        ("Features", json!({"ImdsSupport": "v2"})),
        ("ResourceGroupId", json!("rg-bp67acfmxazb4p****")),
        ("OSNameEn", json!("Windows Server 2019 64 bit")),
        (
            "Tags",
            json!({"Tag": [{"TagKey": "k 1", "TagValue": "v*~+/ '()"}, {"TagKey": "键", "TagValue": ""}]}),
        ),
    ] {
        assert_eq!(told(field), value, "{field}");
    }
    // The aliyun CLI sends a struct as one JSON text.
    let cli =
        create(&app.owner(), &[("SnapshotId", &snapshot), ("Features", "{\"ImdsSupport\":\"v2\"}")]).await;
    assert_eq!(cli["Features"], json!({"ImdsSupport": "v2"}));
    let arm = create(&app.owner(), &[("SnapshotId", &snapshot), ("Architecture", "arm64")]).await;
    assert_eq!(arm["BootMode"], "UEFI", "what arm64 boots by, when nobody said");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_disks_are_those_wished_for() {
    let app = TestApp::standing().await;
    let [system, data] = two_snapshots(&app).await;
    let owner = app.owner();
    let (s, d) = (system.as_str(), data.as_str());
    let rows: [(&[(&str, &str)], Disks); 8] = [
        (&[("SnapshotId", s)], vec![disk("/dev/xvda", "system", "20", s)]),
        // Terraform sends both, and a size of nothing.
        (
            &[
                ("SnapshotId", s),
                ("DiskDeviceMapping.1.Size", "0"),
                ("DiskDeviceMapping.1.Device", "/dev/xvda"),
            ],
            vec![disk("/dev/xvda", "system", "20", s)],
        ),
        (
            &[
                ("SnapshotId", s),
                ("DiskDeviceMapping.1.Size", "40"),
                ("DiskDeviceMapping.1.DiskType", "system"),
            ],
            vec![disk("/dev/xvda", "system", "40", s)],
        ),
        // An entry in which there is nothing else is no disk.
        (
            &[
                ("SnapshotId", s),
                ("DiskDeviceMapping.1.SnapshotId", ""),
                ("DiskDeviceMapping.1.Size", "0"),
                ("DiskDeviceMapping.2.SnapshotId", ""),
                ("DiskDeviceMapping.2.Device", ""),
            ],
            vec![disk("/dev/xvda", "system", "20", s)],
        ),
        // An entry without a snapshot is an empty data disk.
        (
            &[
                ("SnapshotId", s),
                ("DiskDeviceMapping.1.Size", "5"),
                ("DiskDeviceMapping.2.Device", "/dev/xvdz"),
            ],
            vec![
                disk("/dev/xvda", "system", "20", s),
                disk("/dev/xvdb", "data", "5", ""),
                disk("/dev/xvdz", "data", "20", ""),
            ],
        ),
        // The order of the list is that of its numbers; the system disk comes first all the same.
        (
            &[
                ("DiskDeviceMapping.10.SnapshotId", s),
                ("DiskDeviceMapping.9.SnapshotId", d),
                ("DiskDeviceMapping.9.Size", "2"),
            ],
            vec![disk("/dev/xvda", "system", "20", s), disk("/dev/xvdb", "data", "2", d)],
        ),
        // A data disk may become the one that boots.
        (
            &[("DiskDeviceMapping.1.SnapshotId", d), ("DiskDeviceMapping.1.DiskType", "system")],
            vec![disk("/dev/xvda", "system", "1", d)],
        ),
        // DiskDeviceMapping comes before SnapshotId.
        (
            &[("SnapshotId", d), ("DiskDeviceMapping.1.SnapshotId", s)],
            vec![disk("/dev/xvda", "system", "20", s)],
        ),
    ];
    for (params, expected) in rows {
        assert_eq!(disks(&create(&owner, params).await), expected, "{params:?}");
    }
}

/// With a creation delay the image is there at once, tells its progress, and is Available when the delay is over.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_image_takes_its_time_where_the_settings_say_so() {
    let app = TestApp::standing().await;
    let snapshot = app.system_snapshot().await;
    let app = app.stop().await.with_config(|config| config.creation_delay_ms = 10_000).standing().await;
    let owner = app.owner();
    let params = [("SnapshotId", &*snapshot), ("ImageFamily", "daily")];
    let id = text(&create(&owner, &params).await["ImageId"]);
    let mut told = Vec::new();
    for seconds in [0, 1, 4, 4] {
        app.advance(Duration::from_secs(seconds));
        app.settle().await;
        let image = describe(&owner, REGION, &id).await;
        assert_eq!((&image["Status"], &image["Usable"]), (&json!("Creating"), &json!(false)));
        told.push(text(&image["Progress"]));
        assert_eq!(
            owner.ok("DescribeImages", &[("RegionId", REGION)]).await["TotalCount"],
            0,
            "not by default"
        );
        app.assert_head("daily", None).await;
    }
    assert_eq!(told, ["0%", "10%", "50%", "90%"]);
    app.advance(Duration::from_secs(1));
    app.settle().await;
    let image = describe(&owner, REGION, &id).await;
    assert_eq!(
        (&image["Status"], &image["Progress"], &image["Usable"]),
        (&json!("Available"), &json!("100%"), &json!(true))
    );
    app.assert_head("daily", Some(&id)).await;
    assert_eq!(image["CreationTime"], "2026-01-02T03:04:05Z", "made when it was asked for");
}

/// The same by the jobs of a running server.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_running_server_ends_the_delay_by_itself() {
    let app = TestApp::start().await;
    let snapshot = app.system_snapshot().await;
    let app = app.stop().await.with_config(|config| config.creation_delay_ms = 60_000).start().await;
    let id = text(&create(&app.owner(), &[("SnapshotId", &snapshot)]).await["ImageId"]);
    wait::until("the image is Available", async || {
        let image = describe(&app.owner(), REGION, &id).await;
        let is_available = image["Status"] == "Available";
        app.advance(Duration::from_secs(7));
        is_available.then_some(())
    })
    .await;
}

/// What is deleted while it is made is gone, and its task with it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_image_may_be_deleted_while_it_is_made() {
    let app = TestApp::standing().await;
    let snapshot = app.system_snapshot().await;
    let app = app.stop().await.with_config(|config| config.creation_delay_ms = 10_000).standing().await;
    let owner = app.owner();
    let params = [("SnapshotId", &*snapshot), ("ImageFamily", "daily")];
    let id = text(&create(&owner, &params).await["ImageId"]);
    owner.ok("DeleteImage", &[("RegionId", REGION), ("ImageId", &id)]).await;
    app.advance(Duration::from_secs(20));
    app.settle().await;
    assert_eq!(describe(&owner, REGION, &id).await, Value::Null);
    assert_eq!(app.heads_of("daily"), [], "it was never a head");
    assert_eq!(app.app.store().next_due_task(true).await.expect("the store works"), None);
}
