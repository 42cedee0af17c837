//! ExportImage: what is in the bucket is the disk, in the format that was asked for.

use std::io::Read;
use std::path::Path;
use std::process::Command;

use flate2::read::GzDecoder;
use imagekin_rpc::codes;

use super::*;
use crate::harness::disks::qcow2;

/// Debian's qemu-utils has it; `cargo xtask test` installs it.
fn has_qemu_img() -> bool {
    let there =
        Command::new("qemu-img").arg("--version").output().is_ok_and(|output| output.status.success());
    if !there {
        eprintln!("qemu-img is not installed (Debian: qemu-utils): exports that convert are not tested");
    }
    there
}

async fn exported(app: &TestApp, id: &str, format: &str, suffix: &str) -> Vec<u8> {
    let task = text(&export(app, id, format).await.ok()["TaskId"]);
    assert_bytes(app).await;
    let params = [("RegionId", REGION), ("TaskId", &*task)];
    let ended = app.owner().ok("DescribeTaskAttribute", &params).await;
    assert_eq!(
        (text(&ended["TaskStatus"]), text(&ended["TaskProcess"])),
        ("Finished".into(), "100%".into()),
        "{ended}"
    );
    let object =
        app.folder().join("objects").join(REGION).join(EXPORTS).join(format!("golden_{id}_system.{suffix}"));
    std::fs::read(object).expect("the object")
}

/// The only file of a gzipped tar: its name and its bytes.
fn unpack(packed: &[u8]) -> (String, Vec<u8>) {
    let mut archive = tar::Archive::new(GzDecoder::new(packed));
    let mut files = archive.entries().expect("a tar").map(|entry| {
        let mut entry = entry.expect("a file");
        let name = entry.path().expect("a name").to_string_lossy().into_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).expect("its bytes");
        (name, bytes)
    });
    let file = files.next().expect("one file");
    assert!(files.next().is_none(), "two files");
    file
}

/// A disk whose every sector is another.
fn disk_bytes(sectors: usize) -> Vec<u8> {
    let mut disk = raw(sectors);
    disk.chunks_mut(512)
        .skip(1)
        .enumerate()
        .for_each(|(n, sector)| sector[..8].copy_from_slice(&n.to_le_bytes()));
    disk
}

async fn import_bytes(app: &TestApp, object: &str, bytes: Vec<u8>) -> String {
    app.place(object, bytes).await;
    let params = [
        ("RegionId", REGION),
        ("DiskDeviceMapping.1.OSSBucket", BUCKET),
        ("DiskDeviceMapping.1.OSSObject", object),
    ];
    let id = image_of(&app.owner().call("ImportImage", &params).await);
    app.settle().await;
    id
}

/// A raw disk leaves as ECS packs it, a qcow2 as it is, without any program's help.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_needs_no_conversion_is_the_same_bytes() {
    let app =
        TestApp::setup().with_config(|config| config.qemu_img = "/nowhere/qemu-img".into()).standing().await;
    let disk = disk_bytes(4_000);
    let id = import_bytes(&app, "disk.raw", disk.clone()).await;
    let (name, bytes) = unpack(&exported(&app, &id, "raw", "raw.tar.gz").await);
    assert_eq!(name, format!("{id}.raw"));
    assert!(bytes == disk, "{} bytes, not {}", bytes.len(), disk.len());
    let id = import_bytes(&app, "disk.qcow2", qcow2(20, "v1")).await;
    assert_eq!(exported(&app, &id, "qcow2", "qcow2").await, qcow2(20, "v1"));
}

/// Each format is one that qemu-img reads, and has the bytes of the disk.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_format_has_the_bytes_of_the_disk() {
    if !has_qemu_img() {
        return;
    }
    let app = TestApp::standing().await;
    let disk = disk_bytes(4_096);
    let id = import_bytes(&app, "disk.raw", disk.clone()).await;
    let folder = tempfile::tempdir().expect("a folder");
    for (format, suffix, called) in
        [("qcow2", "qcow2", "qcow2"), ("vhd", "vhd", "vpc"), ("vmdk", "vmdk", "vmdk"), ("vdi", "vdi", "vdi")]
    {
        let file = folder.path().join(suffix);
        std::fs::write(&file, exported(&app, &id, format, suffix).await).expect("written");
        let back = folder.path().join("back");
        qemu_img(&["convert", "-f", called, "-O", "raw"], &file, &back);
        let bytes = std::fs::read(&back).expect("a disk");
        assert!(bytes[..disk.len()] == disk[..], "{format}");
        assert!(bytes[disk.len()..].iter().all(|byte| *byte == 0), "{format}");
    }
    // And from qcow2 to raw, which is what is asked for most.
    let (source, image) = (folder.path().join("source"), folder.path().join("image"));
    std::fs::write(&source, &disk).expect("written");
    qemu_img(&["convert", "-f", "raw", "-O", "qcow2"], &source, &image);
    let id = import_bytes(&app, "disk.qcow2", std::fs::read(&image).expect("an image")).await;
    let (_, bytes) = unpack(&exported(&app, &id, "raw", "raw.tar.gz").await);
    assert!(bytes == disk);
}

fn qemu_img(args: &[&str], from: &Path, to: &Path) {
    let output = Command::new("qemu-img").args(args).args([from, to]).output().expect("it runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Where there is no qemu-img, a conversion is refused on the call, and the refusal says what to do.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_qemu_img_the_call_says_so() {
    for qemu_img in ["/nowhere/qemu-img", "no-such-program"] {
        let app = TestApp::setup().with_config(|config| config.qemu_img = qemu_img.into()).standing().await;
        let of_qcow2 = import_bytes(&app, "disk.qcow2", qcow2(20, "v1")).await;
        let of_raw = import_bytes(&app, "disk.raw", disk_bytes(100)).await;
        make_bucket(&app).await;
        let before = app.dump();
        for (id, format) in [
            (&of_qcow2, "raw"),
            (&of_qcow2, "vhd"),
            (&of_qcow2, "vmdk"),
            (&of_raw, "qcow2"),
            (&of_raw, "vdi"),
        ] {
            let fault = export(&app, id, format).await.assert_refused(&codes::IMAGE_FORMAT_UNSUPPORTED);
            assert!(fault.message.contains("qemu-img"), "{}", fault.message);
        }
        assert_eq!(app.dump(), before);
        assert_bytes(&app).await;
    }
}

/// A program that fails, and bytes that turned bad: the task tells the reason, and nothing is in the bucket.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_failed_export_leaves_nothing() {
    let app = TestApp::setup().with_config(|config| config.qemu_img = "/bin/false".into()).standing().await;
    let id = import_bytes(&app, "disk.raw", disk_bytes(100)).await;
    let snapshot = snapshot_of(&app.owner(), REGION, &id).await;
    let file = file_of(&app, REGION, &snapshot);
    for (format, told) in [("vhd", "/bin/false ended with"), ("raw", "digest")] {
        let sound = std::fs::read(&file).expect("its bytes");
        if format == "raw" {
            std::fs::write(&file, disk_bytes(101)).expect("written");
        }
        let task = text(&export(&app, &id, format).await.ok()["TaskId"]);
        app.settle().await;
        std::fs::write(&file, sound).expect("written");
        let ended = app.owner().ok("DescribeTaskAttribute", &[("RegionId", REGION), ("TaskId", &task)]).await;
        assert_eq!(ended["TaskStatus"], "Failed");
        assert!(reason(&ended).contains(told), "{}", reason(&ended));
        assert_bytes(&app).await;
        assert_eq!(describe(&app.owner(), REGION, &id).await["Status"], "Available");
    }
}

/// Whoever ends qemu-img, as a signal for all processes of the service does, has not said that the disk is broken.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_conversion_that_somebody_ends_is_begun_anew() {
    let folder = tempfile::tempdir().expect("a folder");
    let (program, ended) = (folder.path().join("qemu-img"), folder.path().join("ended"));
    // Called with six words before the two files. It ends by the signal that is said, once.
    let script = format!(
        "#!/bin/sh\nshift 6\nif [ -e {0} ]\nthen signal=$(cat {0}); rm {0}; kill -$signal $$; fi\ncp $1 $2\n",
        ended.display()
    );
    std::fs::write(&program, script).expect("written");
    std::fs::set_permissions(&program, std::os::unix::fs::PermissionsExt::from_mode(0o755)).expect("set");
    let app = TestApp::setup().with_config(|config| config.qemu_img = program).standing().await;
    for (format, signal) in [("qcow2", "TERM"), ("vdi", "KILL")] {
        let id = import_bytes(&app, "disk.raw", disk_bytes(100)).await;
        std::fs::write(&ended, signal).expect("written");
        let task = export_in_vain(&app, &id, format, "Processing").await;
        assert!(!ended.exists(), "it has not run");
        app.advance(AFTER_THE_LEASE);
        app.settle().await;
        let params = [("RegionId", REGION), ("TaskId", &*task)];
        let told = app.owner().ok("DescribeTaskAttribute", &params).await;
        assert_eq!(told["TaskStatus"], "Finished", "{told}");
        assert_bytes(&app).await;
    }
}

/// An image of two raw disks, the second of which is the larger one.
async fn import_two(app: &TestApp) -> String {
    app.place("data.raw", disk_bytes(200)).await;
    app.place("system.raw", disk_bytes(100)).await;
    let params = [
        ("RegionId", REGION),
        ("DiskDeviceMapping.1.OSSBucket", BUCKET),
        ("DiskDeviceMapping.1.OSSObject", "system.raw"),
        ("DiskDeviceMapping.2.OSSBucket", BUCKET),
        ("DiskDeviceMapping.2.OSSObject", "data.raw"),
    ];
    let id = image_of(&app.owner().call("ImportImage", &params).await);
    app.settle().await;
    id
}

/// Exports once more under the same names: the first disk is in the bucket again before the second is not to be had.
async fn export_in_vain(app: &TestApp, id: &str, format: &str, status: &str) -> String {
    let task = text(&export(app, id, format).await.ok()["TaskId"]);
    app.settle().await;
    let params = [("RegionId", REGION), ("TaskId", &*task)];
    let told = app.owner().ok("DescribeTaskAttribute", &params).await;
    assert_eq!(told["TaskStatus"], status, "{told}");
    task
}

/// What an export that ended well has put into the bucket stays, though a later one under the same names fails.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_failed_export_takes_no_earlier_one_away() {
    let app = TestApp::standing().await;
    let id = import_two(&app).await;
    let first = exported(&app, &id, "raw", "raw.tar.gz").await;
    let image = describe(&app.owner(), REGION, &id).await;
    let data = text(&image["DiskDeviceMappings"]["DiskDeviceMapping"][1]["SnapshotId"]);
    let file = file_of(&app, REGION, &data);
    let sound = std::fs::read(&file).expect("its bytes");
    std::fs::write(&file, disk_bytes(201)).expect("written");
    export_in_vain(&app, &id, "raw", "Failed").await;
    std::fs::write(&file, sound).expect("written");
    app.advance(AFTER_THE_LEASE);
    assert_bytes(&app).await;
    // And once more, which is as good as the first time.
    assert!(unpack(&exported(&app, &id, "raw", "raw.tar.gz").await) == unpack(&first));
}

/// Nor when it is cancelled while it is at work.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cancelled_export_takes_no_earlier_one_away() {
    let folder = tempfile::tempdir().expect("a folder");
    let (program, full) = (folder.path().join("qemu-img"), folder.path().join("full"));
    // Called with six words before the two files. It has no room for the larger one, as long as it is said so.
    let script = format!(
        "#!/bin/sh\nshift 6\nif [ -e {} ] && [ $(wc -c < $1) -gt 60000 ]\n\
         then echo No space left on device >&2; exit 1; fi\ncp $1 $2\n",
        full.display()
    );
    std::fs::write(&program, script).expect("written");
    std::fs::set_permissions(&program, std::os::unix::fs::PermissionsExt::from_mode(0o755)).expect("set");
    let app = TestApp::setup().with_config(|config| config.qemu_img = program).standing().await;
    let id = import_two(&app).await;
    exported(&app, &id, "qcow2", "qcow2").await;
    std::fs::write(&full, "").expect("written");
    let task = export_in_vain(&app, &id, "qcow2", "Processing").await;
    app.owner().ok("CancelTask", &[("RegionId", REGION), ("TaskId", &task)]).await;
    app.advance(AFTER_THE_LEASE);
    assert_bytes(&app).await;
}
