//! ImportImage: real bytes out of a bucket become an image; its own copy of them is theirs to the bit.

use std::time::Duration;

use imagekin_catalog::snapshot::SnapshotStatus;
use imagekin_catalog::task::TaskStatus;
use imagekin_catalog::{TaskId, family::Verdict};
use imagekin_rpc::codes;
use imagekin_rpc::signature::sha256_hex;
use imagekin_store::TaskQueue;
use imagekin_store::disk::write_qcow2;
use serde_json::{Value, json};

use crate::harness::disks::{BUCKET, describe, qcow2, raw, text, vhd};
use crate::harness::reply::Reply;
use crate::harness::{REGION, START, TestApp};

/// Imports an object of [`BUCKET`].
async fn import(app: &TestApp, object: &str, more: &[(&str, &str)]) -> Reply {
    let disk = [("DiskDeviceMapping.1.OSSBucket", BUCKET), ("DiskDeviceMapping.1.OSSObject", object)];
    app.owner().call("ImportImage", &[&[("RegionId", REGION)], &disk[..], more].concat()).await
}

fn disk(image: &Value, n: usize) -> Value {
    image["DiskDeviceMappings"]["DiskDeviceMapping"][n].clone()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_format_is_known_by_its_content() {
    let app = TestApp::standing().await;
    let bytes_of = |name: &str| match name {
        "qcow2" => qcow2(20, "v1"),
        "2 GiB and a sector" => write_qcow2((2 << 30) + 512, b"").expect("a disk"),
        "raw" => raw(2049),
        _ => vhd(50, 2 << 20),
    };
    // What a name ends in says nothing; the size is that of the disk, rounded up.
    for (kind, object, asked, format, size) in [
        ("qcow2", "a.qcow2", None, "QCOW2", "20"),
        ("qcow2", "b.raw", None, "QCOW2", "20"),
        ("qcow2", "c", Some("qcow2"), "qcow2", "20"),
        ("2 GiB and a sector", "h", None, "QCOW2", "3"),
        ("raw", "d.img", None, "RAW", "1"),
        ("raw", "e.qcow2", Some("RAW"), "RAW", "1"),
        ("vhd", "f", None, "VHD", "1"),
        ("vhd", "g.vhd", Some("VHD"), "VHD", "1"),
    ] {
        app.place(object, bytes_of(kind)).await;
        let more: Vec<_> = asked.map(|asked| ("DiskDeviceMapping.1.Format", asked)).into_iter().collect();
        let id = text(&import(&app, object, &more).await.ok()["ImageId"]);
        app.settle().await;
        let image = describe(&app.owner(), REGION, &id).await;
        assert_eq!(
            (&image["Status"], &image["Size"]),
            (&json!("Available"), &json!(size.parse::<u32>().expect("a size")))
        );
        let told = ["Format", "Size", "Device", "Type", "ImportOSSBucket", "ImportOSSObject"]
            .map(|field| text(&disk(&image, 0)[field]));
        assert_eq!(told, [format, size, "/dev/xvda", "system", BUCKET, object]);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_bytes_of_a_snapshot_are_those_of_its_object() {
    let app = TestApp::start().await;
    // More than the job takes in one step.
    let bytes: Vec<u8> =
        raw(6_000).into_iter().enumerate().map(|(n, b)| if n < 512 { b } else { n as u8 }).collect();
    app.place("folder/of/disks/disk 1.raw", bytes.clone()).await;
    let id = text(&import(&app, "folder/of/disks/disk 1.raw", &[]).await.ok()["ImageId"]);
    let image = crate::harness::wait::until("the image is Available", async || {
        Some(describe(&app.owner(), REGION, &id).await).filter(|image| image["Status"] == "Available")
    })
    .await;
    let snapshot = app.snapshot(&text(&disk(&image, 0)["SnapshotId"])).expect("a snapshot");
    assert_eq!(snapshot.status, SnapshotStatus::Accomplished);
    let kept = snapshot.bytes.expect("bytes");
    assert_eq!((kept.length, kept.sha256), (bytes.len() as u64, sha256_hex(&bytes)));
    let file = app.folder().join("objects").join(REGION).join("imagekin-snapshots").join(&kept.path);
    assert_eq!(std::fs::read(file).expect("the copy"), bytes);
    // The object is its owner's, to delete or to overwrite: the image stands.
    app.remove("folder/of/disks/disk 1.raw").await;
    let params = [("RegionId", REGION), ("SnapshotId", snapshot.id.as_str()), ("ImageFamily", "daily")];
    let made = app.owner().ok("CreateImage", &params).await;
    app.assert_head("daily", made["ImageId"].as_str()).await;
}

/// Of a system whose platform nobody names its kind is known all the same.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_platform_that_is_not_named_is_one_of_its_kind() {
    let app = TestApp::standing().await;
    app.place("disk.qcow2", qcow2(20, "v1")).await;
    for (asked, told) in [
        (&[("OSType", "linux")][..], ["linux", "Others Linux"]),
        (&[], ["linux", "Others Linux"]),
        (&[("OSType", "windows")], ["windows", "Other Windows"]),
        (&[("Platform", "Windows Server 2019")], ["windows", "Windows Server 2019"]),
    ] {
        let id = text(&import(&app, "disk.qcow2", asked).await.ok()["ImageId"]);
        let image = describe(&app.owner(), REGION, &id).await;
        assert_eq!(["OSType", "Platform"].map(|field| text(&image[field])), told, "{asked:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_image_is_as_it_was_told() {
    let app = TestApp::standing().await;
    app.place("system.qcow2", qcow2(20, "system")).await;
    app.place("data.raw", raw(2048)).await;
    let more = [
        ("ImageName", "imported"),
        ("Description", "from a bucket"),
        ("Architecture", "arm64"),
        ("OSType", "windows"),
        ("Platform", "Windows Server 2022"),
        ("BootMode", "UEFI"),
        ("LicenseType", "BYOL"),
        ("Features.NvmeSupport", "supported"),
        ("Features.ImdsSupport", "v2"),
        ("DetectionStrategy", "Standard"),
        ("ResourceGroupId", "rg-1"),
        ("Tag.1.Key", "env"),
        ("RoleName", "AliyunECSImageImportDefaultRole"),
        ("DiskDeviceMapping.1.DiskImageSize", "40"),
        ("DiskDeviceMapping.1.Device", "/dev/xvda"),
        ("DiskDeviceMapping.2.OSSBucket", BUCKET),
        ("DiskDeviceMapping.2.OssObject", "data.raw"),
        ("DiskDeviceMapping.2.DiskImSize", "5"),
        ("DiskDeviceMapping.2.Device", "/dev/xvdf"),
    ];
    let answer = import(&app, "system.qcow2", &more).await.ok();
    assert_eq!(answer["RegionId"], REGION);
    assert!(text(&answer["TaskId"]).starts_with("t-"));
    let id = text(&answer["ImageId"]);
    for status in ["Creating", "Available"] {
        let image = describe(&app.owner(), REGION, &id).await;
        for (field, value) in [
            ("Status", json!(status)),
            ("ImageName", json!("imported")),
            ("Description", json!("from a bucket")),
            ("Architecture", json!("arm64")),
            ("OSType", json!("windows")),
            ("Platform", json!("Windows Server 2022")),
            ("BootMode", json!("UEFI")),
            ("LicenseType", json!("BYOL")),
            ("Size", json!(40)),
            ("ResourceGroupId", json!("rg-1")),
            ("Features", json!({"ImdsSupport": "v2", "NvmeSupport": "supported"})),
            ("Usable", json!(status == "Available")),
            ("Tags", json!({"Tag": [{"TagKey": "env", "TagValue": ""}]})),
        ] {
            assert_eq!(image[field], value, "{field} while {status}");
        }
        let data = disk(&image, 1);
        assert_eq!(
            (&data["Device"], &data["Size"], &data["Type"]),
            (&json!("/dev/xvdf"), &json!("5"), &json!("data"))
        );
        app.settle().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_not_told_is_the_usual() {
    let app = TestApp::standing().await;
    let id = app.import("golden").await;
    let image = describe(&app.owner(), REGION, &id).await;
    for (field, value) in [
        ("Architecture", json!("x86_64")),
        ("OSType", json!("linux")),
        ("Platform", json!("Others Linux")),
        ("BootMode", json!("BIOS")),
        ("Features", json!({"ImdsSupport": "v1", "NvmeSupport": "unsupported"})),
    ] {
        assert_eq!(image[field], value, "{field}");
    }
}

/// The system disk and sixteen data disks; what is named beyond them is not looked at.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn seventeen_disks_are_taken_and_more_are_ignored() {
    let app = TestApp::standing().await;
    app.place("disk.raw", raw(2048)).await;
    let names: Vec<[String; 2]> = (2..=20)
        .map(|n| ["OSSBucket", "OSSObject"].map(|field| format!("DiskDeviceMapping.{n}.{field}")))
        .collect();
    let object = |n: usize| if n < 16 { "disk.raw" } else { "no-such.raw" };
    let more: Vec<(&str, &str)> = names
        .iter()
        .enumerate()
        .flat_map(|(n, [bucket, name])| [(bucket.as_str(), BUCKET), (name.as_str(), object(n))])
        .collect();
    let id = text(&import(&app, "disk.raw", &more).await.ok()["ImageId"]);
    app.settle().await;
    let image = describe(&app.owner(), REGION, &id).await;
    assert_eq!(image["Status"], "Available");
    assert_eq!(image["DiskDeviceMappings"]["DiskDeviceMapping"].as_array().map(Vec::len), Some(17));
    assert_eq!(disk(&image, 16)["Device"], "/dev/xvdq");
}

/// The sandbox takes a text file for a disk, as Terraform's own tests want it; production does not.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_sandbox_is_lenient() {
    for (object, bytes) in [
        ("notes.txt", b"no disk".to_vec()),
        ("disk.raw.gz", b"\x1f\x8b\x08".repeat(200)),
        ("cut.qcow2", qcow2(20, "")[..100].to_vec()),
    ] {
        let strict = TestApp::standing().await;
        strict.place(object, bytes.clone()).await;
        let fault = import(&strict, object, &[]).await.fault();
        assert!((400..500).contains(&fault.status), "{fault:?}");

        let lenient = TestApp::sandbox().standing().await;
        lenient.place(object, bytes).await;
        let more = [("DiskDeviceMapping.1.Format", "qcow2"), ("DiskDeviceMapping.1.DiskImageSize", "5")];
        let id = text(&import(&lenient, object, &more).await.ok()["ImageId"]);
        lenient.settle().await;
        let image = describe(&lenient.owner(), REGION, &id).await;
        assert_eq!(
            (&image["Status"], &disk(&image, 0)["Format"], &disk(&image, 0)["Size"]),
            (&json!("Available"), &json!("qcow2"), &json!("5"))
        );
        import(&lenient, "no-such.raw", &[]).await.assert_refused(&codes::OSS_OBJECT_NOT_FOUND);
    }
}

/// An import waits for the creation delay, too, and tells how far it is.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_import_takes_its_time_where_the_settings_say_so() {
    let app = TestApp::setup().with_config(|config| config.creation_delay_ms = 10_000).standing().await;
    app.place("disk.qcow2", qcow2(20, "v1")).await;
    let id = text(&import(&app, "disk.qcow2", &[]).await.ok()["ImageId"]);
    let mut told = Vec::new();
    for seconds in [0, 5, 4, 1] {
        app.advance(Duration::from_secs(seconds));
        app.settle().await;
        let image = describe(&app.owner(), REGION, &id).await;
        told.push([text(&image["Status"]), text(&image["Progress"])].join(" "));
    }
    assert_eq!(told, ["Creating 0%", "Creating 50%", "Creating 90%", "Available 100%"]);
}

/// A server that ends between the call and the job takes the job up when it is there again.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_import_goes_on_after_a_crash() {
    let app = TestApp::standing().await;
    app.place("disk.qcow2", qcow2(20, "v1")).await;
    let answer = import(&app, "disk.qcow2", &[]).await.ok();
    let (id, task) = (text(&answer["ImageId"]), TaskId::parse(&text(&answer["TaskId"])).expect("a task id"));
    let app = app.stop().await.standing().await;
    assert_eq!(describe(&app.owner(), REGION, &id).await["Status"], "Creating");
    app.settle().await;
    assert_eq!(describe(&app.owner(), REGION, &id).await["Status"], "Available");
    let catalogue = app.catalogue();
    let ended =
        app.app.store().look_up(move |read| read.task(&catalogue, &task)).await.expect("the store works");
    assert_eq!(ended.map(|task| task.status), Some(TaskStatus::Finished));
}

/// So does one whose server ended in the midst of the job, with half a copy made: when the lease runs out, or at once
/// where the server starts again.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_import_goes_on_where_another_left_it() {
    for restarted in [false, true] {
        let app = TestApp::standing().await;
        app.place("disk.qcow2", qcow2(20, "v1")).await;
        let id = text(&import(&app, "disk.qcow2", &[]).await.ok()["ImageId"]);
        let snapshot = text(&disk(&describe(&app.owner(), REGION, &id).await, 0)["SnapshotId"]);
        let gone = TaskQueue { owner: "who is gone".to_owned(), lease: Duration::from_secs(30) };
        let now = imagekin_catalog::Timestamp::from_seconds(START);
        assert_eq!(
            app.app.store().claim_tasks(&gone, now, true, 10).await.expect("the store works").len(),
            1
        );
        app.place_in(
            REGION,
            "imagekin-snapshots",
            &format!("1234567890123456/{snapshot}"),
            b"half a copy".to_vec(),
        )
        .await;
        app.settle().await;
        assert_eq!(describe(&app.owner(), REGION, &id).await["Status"], "Creating", "it is another's");
        let app = if restarted {
            app.stop().await.after_a_crash().start().await
        } else {
            app.advance(Duration::from_secs(31));
            app.settle().await;
            app
        };
        crate::harness::wait::until("the image is Available", async || {
            (describe(&app.owner(), REGION, &id).await["Status"] == "Available").then_some(())
        })
        .await;
        let kept = app.snapshot(&snapshot).and_then(|snapshot| snapshot.bytes).expect("bytes");
        assert_eq!(kept.sha256, sha256_hex(&qcow2(20, "v1")));
    }
}

/// An imported image joins a family with the age of its call, not with that of its last byte.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_import_is_as_old_as_its_call() {
    let app = TestApp::standing().await;
    let snapshot = app.system_snapshot().await;
    app.place("disk.qcow2", qcow2(20, "v1")).await;
    let imported = text(&import(&app, "disk.qcow2", &[]).await.ok()["ImageId"]);
    app.advance(Duration::from_secs(1));
    let params = [("RegionId", REGION), ("SnapshotId", &*snapshot), ("ImageFamily", "daily")];
    let younger = text(&app.owner().ok("CreateImage", &params).await["ImageId"]);
    app.advance(Duration::from_secs(60));
    app.settle().await;
    let params = [("RegionId", REGION), ("ImageId", &*imported), ("ImageFamily", "daily")];
    app.owner().ok("ModifyImageAttribute", &params).await;
    app.assert_head("daily", Some(&younger)).await;
    assert_eq!(app.verdicts("daily")[&imported], Verdict::Older);
}
