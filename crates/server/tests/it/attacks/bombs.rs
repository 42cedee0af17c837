//! Disk images that are more than they seem: what they claim is believed within bounds, and nothing is unpacked to find out.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use imagekin_catalog::Status;
use imagekin_rpc::{Code, codes};
use imagekin_store::disk::write_qcow2;

use crate::harness::disks::{BUCKET, qcow2, raw, text, vhd};
use crate::harness::reply::Reply;
use crate::harness::turncoat::Turncoat;
use crate::harness::{REGION, TestApp};

const GIB: u64 = 1 << 30;
const PIB: u64 = 1 << 50;

async fn import(app: &TestApp, bytes: Vec<u8>) -> Reply {
    app.place("bomb", bytes).await;
    import_what_is_there(app).await
}

async fn import_what_is_there(app: &TestApp) -> Reply {
    let object = [("DiskDeviceMapping.1.OSSBucket", BUCKET), ("DiskDeviceMapping.1.OSSObject", "bomb")];
    app.owner().call("ImportImage", &[&[("RegionId", REGION)][..], &object].concat()).await
}

/// An image with other bytes at some places.
fn with(mut image: Vec<u8>, changes: &[(usize, &[u8])]) -> Vec<u8> {
    for (at, bytes) in changes {
        image[*at..at + bytes.len()].copy_from_slice(bytes);
    }
    image
}

/// A qcow2 image that is sound in every respect, of a disk of a petabyte: of clusters of 2 MiB, whose tables are small.
fn petabyte() -> Vec<u8> {
    const CLUSTER: u64 = 2 << 20;
    let mut image = qcow2(1, "");
    image.resize(4 * CLUSTER as usize, 0);
    with(
        image,
        &[
            (20, &21_u32.to_be_bytes()),
            (24, &PIB.to_be_bytes()),
            (36, &2_048_u32.to_be_bytes()),
            (40, &(3 * CLUSTER).to_be_bytes()),
            (48, &CLUSTER.to_be_bytes()),
        ],
    )
}

/// A VHD of which footer and header say a size, under checksums that fit.
fn vhd_of(size: u64, entries: u32, block_bytes: u32) -> Vec<u8> {
    let mut image = vhd(entries, block_bytes);
    for footer in [0, image.len() - 512] {
        image[footer + 48..footer + 56].copy_from_slice(&size.to_be_bytes());
        image[footer + 64..footer + 68].fill(0);
        let sum = image[footer..footer + 512].iter().fold(0_u32, |sum, byte| sum + u32::from(*byte));
        image[footer + 64..footer + 68].copy_from_slice(&(!sum).to_be_bytes());
    }
    image
}

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(bytes).expect("memory");
    packed.finish().expect("memory")
}

/// Each is refused on the call, by what its first and last bytes say.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_claims_too_much_is_refused_on_the_call() {
    let app = TestApp::standing().await;
    let before = app.dump();
    let broken = &codes::IMAGE_FORMAT_BROKEN;
    let tib_3 = write_qcow2(3 * 1_024 * GIB, b"").expect("an image");
    let cases: [(&str, Vec<u8>, &'static Code); 14] = [
        ("a petabyte that its tables do not serve", with(qcow2(1, ""), &[(24, &PIB.to_be_bytes())]), broken),
        ("a petabyte, sound", petabyte(), &codes::IMAGE_SIZE_INVALID),
        ("three terabytes, sound", tib_3, &codes::IMAGE_SIZE_INVALID),
        ("more than a number can say", with(qcow2(1, ""), &[(24, &[0xff; 8])]), broken),
        ("an L1 table of 32 GiB", with(qcow2(1, ""), &[(36, &[0xff; 4])]), broken),
        ("an L1 table beyond the file", with(qcow2(1, ""), &[(40, &PIB.to_be_bytes())]), broken),
        ("a refcount table beyond the file", with(qcow2(1, ""), &[(48, &PIB.to_be_bytes())]), broken),
        ("four billion snapshots", with(qcow2(1, ""), &[(60, &[0xff; 4])]), broken),
        ("a file of the server behind it", with(qcow2(1, ""), &[(8, &512_u64.to_be_bytes())]), broken),
        ("a VHD of a petabyte", vhd_of(PIB, 50, 2 << 20), &codes::VHD_SIZE_INCORRECT),
        ("a VHD whose table leaves the file", vhd_of(PIB, u32::MAX, 2 << 20), broken),
        ("a gzip of zeros", gzipped(&vec![0; 16 << 20]), &codes::OSS_OBJECT_SUFFIX),
        ("a gzip of a disk", gzipped(&raw(2_048)), &codes::OSS_OBJECT_SUFFIX),
        ("a fixed VHD that is not there", vhd_fixed(PIB), broken),
    ];
    for (what, bytes, code) in cases {
        let reply = import(&app, bytes).await;
        assert_eq!(reply.fault().code, code.code, "{what}: {}", reply.response.text());
    }
    assert_eq!(app.dump(), before);
}

/// A footer alone, of a fixed disk.
fn vhd_fixed(size: u64) -> Vec<u8> {
    let image = vhd_of(size, 50, 2 << 20);
    let mut footer = image[image.len() - 512..].to_vec();
    footer[60..64].copy_from_slice(&2_u32.to_be_bytes());
    footer[64..68].fill(0);
    let sum = footer.iter().fold(0_u32, |sum, byte| sum + u32::from(*byte));
    footer[64..68].copy_from_slice(&(!sum).to_be_bytes());
    [vec![0; 512], footer].concat()
}

/// What a dynamic VHD says of a parent is read by nobody: it has none, and no file is opened for it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_parent_that_is_none_is_not_looked_for() {
    let app = TestApp::standing().await;
    // The parent's name, and the first of its locators: a Windows path of so many bytes, somewhere in the file.
    let mut image = vhd(50, 2 << 20);
    image[512 + 64..512 + 64 + 22].copy_from_slice(b"\0/\0e\0t\0c\0/\0p\0a\0s\0s\0w\0d");
    image[512 + 576..512 + 580].copy_from_slice(b"W2ku");
    image[512 + 36..512 + 40].fill(0);
    let sum = image[512..1_536].iter().fold(0_u32, |sum, byte| sum + u32::from(*byte));
    image[512 + 36..512 + 40].copy_from_slice(&(!sum).to_be_bytes());
    let id = text(&import(&app, image.clone()).await.ok()["ImageId"]);
    app.settle().await;
    assert_eq!(app.image(&id).map(|image| image.status), Some(Status::Available));
    // The same as a disk that is the difference to its parent.
    for footer in [0, image.len() - 512] {
        image[footer + 63] = 4;
        image[footer + 64..footer + 68].fill(0);
        let sum = image[footer..footer + 512].iter().fold(0_u32, |sum, byte| sum + u32::from(*byte));
        image[footer + 64..footer + 68].copy_from_slice(&(!sum).to_be_bytes());
    }
    import(&app, image).await.assert_refused(&codes::IMAGE_FORMAT_BROKEN);
}

/// Sound on the call, and by the time the job comes a disk of more than was asked for, or one with a file of the server behind
/// it: it becomes no image.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_object_cannot_outgrow_its_import() {
    let grown = write_qcow2(100 * 1_024 * GIB, b"").expect("an image");
    for (bytes, why) in [
        (qcow2(21, ""), "one of 20 GiB was imported"),
        (grown, "one of 20 GiB was imported"),
        (with(qcow2(20, ""), &[(8, &512_u64.to_be_bytes())]), "backing file"),
    ] {
        let app = TestApp::standing().await;
        let id = text(&import(&app, qcow2(20, "sound")).await.ok()["ImageId"]);
        app.place("bomb", bytes).await;
        app.settle().await;
        let image = app.image(&id).expect("it is still there");
        assert_eq!(image.status, Status::CreateFailed);
        assert!(image.failure.contains(why), "{}", image.failure);
    }
}

/// Sound on the call and when the job looks at it, another one when the job copies it: what was copied is looked at again.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_object_cannot_change_behind_a_look_at_it() {
    for (bytes, why) in [
        (qcow2(21, ""), "one of 20 GiB was imported"),
        (with(qcow2(20, ""), &[(8, &512_u64.to_be_bytes())]), "backing file"),
    ] {
        let bucket = Turncoat::start(qcow2(20, "sound")).await;
        let app = TestApp::setup().with_config(|config| bucket.hold_the_bucket(config)).standing().await;
        let id = text(&import_what_is_there(&app).await.ok()["ImageId"]);
        bucket.turn_into(bytes);
        app.settle().await;
        let image = app.image(&id).expect("it is still there");
        assert_eq!(image.status, Status::CreateFailed);
        assert!(image.failure.contains(why), "{}", image.failure);
    }
}

/// Tables behind a header that is sound: whatever they lead to, the export ends, the server goes on, and nothing is left over.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_the_tables_lead_to_ends_the_export_alone() {
    const CLUSTER: usize = 16_384;
    let app = TestApp::standing().await;
    app.place_in(REGION, "exported", "first", Vec::new()).await;
    let small = write_qcow2(64 << 20, b"").expect("an image");
    let compressed = (1_u64 << 62) | (0x3f << 56) | (1 << 40);
    for (what, at, entry) in [
        ("an L2 table beyond the file", 3 * CLUSTER, PIB),
        ("an L2 table that is the header", 3 * CLUSTER, 1 << 63),
        ("a cluster beyond the file", 4 * CLUSTER, PIB),
        ("a compressed cluster beyond the file", 4 * CLUSTER, compressed),
        ("a compressed cluster that is none", 4 * CLUSTER, 1 << 62),
    ] {
        let id =
            text(&import(&app, with(small.clone(), &[(at, &entry.to_be_bytes())])).await.ok()["ImageId"]);
        app.settle().await;
        let export =
            [("RegionId", REGION), ("ImageId", &*id), ("OSSBucket", "exported"), ("ImageFormat", "raw")];
        let reply = app.owner().call("ExportImage", &export).await;
        if reply.response.status != 200 {
            eprintln!("qemu-img is not installed: exports that convert are not tested");
            reply.assert_refused(&codes::IMAGE_FORMAT_UNSUPPORTED);
            return;
        }
        app.settle().await;
        let task = text(&reply.ok()["TaskId"]);
        let ended = app.owner().ok("DescribeTaskAttribute", &[("RegionId", REGION), ("TaskId", &task)]).await;
        let status = text(&ended["TaskStatus"]);
        assert!(["Failed", "Finished"].contains(&status.as_str()), "{what}: {ended}");
        let left = std::fs::read_dir(app.folder().join("exports")).map_or(0, Iterator::count);
        assert_eq!(left, 0, "{what}: something is left in the folder of exports");
    }
}
