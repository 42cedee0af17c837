//! Disk images, sound and broken ones, and how they come into buckets and become images.

use imagekin_catalog::RegionId;
use imagekin_store::ObjectPath;
use imagekin_store::disk::write_qcow2;
use serde_json::Value;

use super::actor::Actor;
use super::{REGION, TestApp, wait};

/// The bucket that tests put their objects in.
pub(crate) const BUCKET: &str = "golden-images";
const GIB: u64 = 1 << 30;

/// A qcow2 image of a disk of `gib` GiB.
pub(crate) fn qcow2(gib: u64, content: &str) -> Vec<u8> {
    write_qcow2(gib * GIB, content.as_bytes()).expect("a disk that can be written")
}

/// A raw disk with a boot record.
pub(crate) fn raw(sectors: usize) -> Vec<u8> {
    let mut disk = vec![0; sectors * 512];
    disk[510..512].copy_from_slice(b"\x55\xaa");
    disk
}

/// A dynamic VHD of a disk of 100 MiB, with a table of `entries` blocks of `block_bytes`.
pub(crate) fn vhd(entries: u32, block_bytes: u32) -> Vec<u8> {
    let mut footer = vec![0; 512];
    put(&mut footer, 0, b"conectix");
    put(&mut footer, 8, &2_u32.to_be_bytes()); // features: always 2
    put(&mut footer, 12, &0x0001_0000_u32.to_be_bytes()); // version
    put(&mut footer, 16, &512_u64.to_be_bytes()); // where the dynamic header is
    put(&mut footer, 48, &(100_u64 << 20).to_be_bytes()); // current size
    put(&mut footer, 60, &3_u32.to_be_bytes()); // dynamic
    seal(&mut footer, 64);
    let mut header = vec![0; 1024];
    put(&mut header, 0, b"cxsparse");
    put(&mut header, 8, &[0xff; 8]);
    put(&mut header, 16, &1536_u64.to_be_bytes()); // where the table is
    put(&mut header, 24, &0x0001_0000_u32.to_be_bytes()); // version
    put(&mut header, 28, &entries.to_be_bytes());
    put(&mut header, 32, &block_bytes.to_be_bytes());
    seal(&mut header, 36);
    [&footer[..], &header, &[0xff; 512], &footer].concat()
}

fn put(bytes: &mut [u8], at: usize, value: &[u8]) {
    bytes[at..at + value.len()].copy_from_slice(value);
}

/// Puts the checksum in: the one's complement of the sum of all bytes.
fn seal(bytes: &mut [u8], at: usize) {
    let sum = bytes.iter().fold(0_u32, |sum, byte| sum.wrapping_add(u32::from(*byte)));
    put(bytes, at, &(!sum).to_be_bytes());
}

impl TestApp {
    /// Puts an object into [`BUCKET`] of [`REGION`].
    pub(crate) async fn place(&self, object: &str, bytes: Vec<u8>) {
        self.place_in(REGION, BUCKET, object, bytes).await;
    }

    /// Puts an object into a bucket.
    pub(crate) async fn place_in(&self, region: &str, bucket: &str, object: &str, bytes: Vec<u8>) {
        self.app.objects().put(&path(region, bucket, object), bytes).await.expect("the bucket takes it");
    }

    /// Takes an object away from [`BUCKET`] of [`REGION`].
    pub(crate) async fn remove(&self, object: &str) {
        self.app.objects().delete(&path(REGION, BUCKET, object)).await.expect("the bucket lets it go");
    }

    /// Places a disk and imports it as the owner's image `name`, which is Available when this returns.
    pub(crate) async fn import(&self, name: &str) -> String {
        self.import_as(&self.owner(), REGION, name).await
    }

    /// The same for any caller, anywhere.
    pub(crate) async fn import_as(&self, actor: &Actor, region: &str, name: &str) -> String {
        let object = format!("{name}.qcow2");
        self.place_in(region, BUCKET, &object, qcow2(20, name)).await;
        let params = [
            ("RegionId", region),
            ("ImageName", name),
            ("DiskDeviceMapping.1.OSSBucket", BUCKET),
            ("DiskDeviceMapping.1.OSSObject", &object),
        ];
        let answer = actor.ok("ImportImage", &params).await;
        let image_id = text(&answer["ImageId"]);
        self.settle().await;
        wait::until("the image is Available", async || {
            let status = describe(actor, region, &image_id).await["Status"].clone();
            assert_ne!(status, "CreateFailed");
            (status == "Available").then_some(())
        })
        .await;
        image_id
    }

    /// A snapshot of a system disk that images of the owner can be made of. No image is left of it.
    pub(crate) async fn system_snapshot(&self) -> String {
        self.system_snapshot_of(&self.owner(), REGION).await
    }

    /// The same for any caller, anywhere.
    pub(crate) async fn system_snapshot_of(&self, actor: &Actor, region: &str) -> String {
        let image_id = self.import_as(actor, region, "base-of-all").await;
        let image = describe(actor, region, &image_id).await;
        actor.ok("DeleteImage", &[("RegionId", region), ("ImageId", &image_id)]).await;
        text(&image["DiskDeviceMappings"]["DiskDeviceMapping"][0]["SnapshotId"])
    }
}

pub(crate) fn path(region: &str, bucket: &str, object: &str) -> ObjectPath {
    let region = RegionId::parse(region).expect("a region id");
    ObjectPath::new(&region, bucket, object).expect("the name of an object")
}

/// The image as DescribeImages shows it to `actor`; null if it does not.
pub(crate) async fn describe(actor: &Actor, region: &str, image_id: &str) -> Value {
    let params = [("RegionId", region), ("ImageId", image_id), ("Status", "ALL")];
    actor.ok("DescribeImages", &params).await["Images"]["Image"][0].clone()
}

/// The text that a field of an answer must be.
#[track_caller]
pub(crate) fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} is not a text")).to_owned()
}
