//! Writes a small qcow2 image, so that an empty catalogue, a demonstration or a test has a real disk to
//! import.

use super::qcow2::{L1_BYTES_MAX, MAGIC, V3_HEADER_BYTES};
use super::{SECTOR_BYTES, whole_sectors};

/// 16 KiB clusters: an L2 table then covers 32 MiB, which keeps both the tables and the rounding small for
/// the disks of 1 GiB to 2 TiB that are written here.
const CLUSTER_BITS: u32 = 14;
const CLUSTER_BYTES: u64 = 1 << CLUSTER_BITS;
/// Bytes of the disk behind one entry of the L1 table: a cluster of 8-byte entries, each for a cluster.
const L1_ENTRY_COVERS: u64 = CLUSTER_BYTES / 8 * CLUSTER_BYTES;
/// The QCOW_OFLAG_COPIED bit of an L1 or L2 entry: the cluster has a refcount of one and may be written in
/// place.
const COPIED: u64 = 1 << 63;

/// Where the partition begins, as every partitioning program of today aligns it; the sectors before it are
/// free.
const PARTITION_SECTOR: u64 = 2048;

/// A qcow2 image of version 3 with a disk of `virtual_bytes` on it: a boot record in sector 0 (with one Linux
/// partition where the disk has room for it), then `content`, then zeros that take no space. Different
/// contents make different images; equal ones equal bytes.
///
/// `None` when the disk is not a whole number of sectors, is larger than QEMU could read from such an image
/// (128 TiB), or when `content` does not fit between the boot record and the end of the disk or the partition
/// at 1 MiB.
///
/// The layout, a cluster each: header, refcount table, refcount block, the L1 table (as many as it needs), L2
/// table, data (as many as it needs). After QEMU's docs/interop/qcow2.rst.
pub fn write_qcow2(virtual_bytes: u64, content: &[u8]) -> Option<Vec<u8>> {
    whole_sectors(virtual_bytes).ok()?;
    let l1_entries = virtual_bytes.div_ceil(L1_ENTRY_COVERS);
    let room = virtual_bytes.min(PARTITION_SECTOR * SECTOR_BYTES) - SECTOR_BYTES;
    if l1_entries * 8 > L1_BYTES_MAX || content.len() as u64 > room {
        return None;
    }
    let mut disk = boot_record(virtual_bytes / SECTOR_BYTES);
    disk.extend_from_slice(content);

    let l2_cluster = 3 + (l1_entries * 8).div_ceil(CLUSTER_BYTES);
    let data_cluster = l2_cluster + 1;
    let clusters = data_cluster + (disk.len() as u64).div_ceil(CLUSTER_BYTES);
    // At most 2,048 clusters of L1 table and 65 of data: one refcount block of 8,192 entries serves them all.
    let offset = |cluster: u64| cluster << CLUSTER_BITS;

    let mut image = header(virtual_bytes, l1_entries as u32);
    pad_to(&mut image, offset(1));
    image.extend(offset(2).to_be_bytes());
    pad_to(&mut image, offset(2));
    image.extend((0..clusters).flat_map(|_| 1_u16.to_be_bytes()));
    pad_to(&mut image, offset(3));
    image.extend((offset(l2_cluster) | COPIED).to_be_bytes());
    pad_to(&mut image, offset(l2_cluster));
    image.extend((data_cluster..clusters).flat_map(|cluster| (offset(cluster) | COPIED).to_be_bytes()));
    pad_to(&mut image, offset(data_cluster));
    image.extend(disk);
    pad_to(&mut image, offset(clusters));
    Some(image)
}

/// The header of 104 bytes; fields that are zero in such an image stand together.
fn header(virtual_bytes: u64, l1_entries: u32) -> Vec<u8> {
    let mut header = MAGIC.to_vec();
    header.extend(3_u32.to_be_bytes()); // version
    header.extend([0; 12]); // backing_file_offset, backing_file_size
    header.extend(CLUSTER_BITS.to_be_bytes()); // cluster_bits
    header.extend(virtual_bytes.to_be_bytes()); // size
    header.extend([0; 4]); // crypt_method
    header.extend(l1_entries.to_be_bytes()); // l1_size
    header.extend((3 * CLUSTER_BYTES).to_be_bytes()); // l1_table_offset
    header.extend(CLUSTER_BYTES.to_be_bytes()); // refcount_table_offset
    header.extend(1_u32.to_be_bytes()); // refcount_table_clusters
    header.extend([0; 12]); // nb_snapshots, snapshots_offset
    header.extend([0; 24]); // incompatible_features, compatible_features, autoclear_features
    header.extend(4_u32.to_be_bytes()); // refcount_order: 16 bits
    header.extend(V3_HEADER_BYTES.to_be_bytes()); // header_length
    header
}

/// A boot record without boot code: the partition table at byte 446 and the signature that makes it one (UEFI
/// specification 5.2.1, "Legacy Master Boot Record").
fn boot_record(disk_sectors: u64) -> Vec<u8> {
    let mut sector = vec![0; 446];
    if let Some(sectors @ 1..) = disk_sectors.checked_sub(PARTITION_SECTOR) {
        sector.extend([0x00, 0x20, 0x21, 0x00]); // not active; sector 2048 by cylinder, head and sector
        sector.extend([0x83, 0xfe, 0xff, 0xff]); // Linux; the last sector is beyond such addresses
        sector.extend((PARTITION_SECTOR as u32).to_le_bytes());
        sector.extend(u32::try_from(sectors).unwrap_or(u32::MAX).to_le_bytes());
    }
    pad_to(&mut sector, 510);
    sector.extend([0x55, 0xaa]);
    sector
}

fn pad_to(bytes: &mut Vec<u8>, len: u64) {
    bytes.resize(len as usize, 0);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::{Disk, Format, HEAD_BYTES, TAIL_BYTES, inspect};

    const GIB: u64 = 1 << 30;

    #[test]
    fn what_is_written_is_recognised_and_small() {
        for virtual_bytes in [512, 16_384, 1 << 20, GIB, 20 * GIB, 40 * GIB + 512, 2048 * GIB, 128 << 40] {
            let image = write_qcow2(virtual_bytes, b"").unwrap();
            let head = &image[..image.len().min(HEAD_BYTES)];
            let disk = inspect(head, &image[image.len() - TAIL_BYTES..], image.len() as u64);
            assert_eq!(disk, Ok(Disk { format: Format::Qcow2, virtual_bytes }));
            assert!(
                virtual_bytes > 100 * GIB || image.len() <= 128 * 1024,
                "{virtual_bytes}: {}",
                image.len()
            );
        }
    }

    #[test]
    fn a_disk_has_a_boot_record_and_then_its_content() {
        let content: Vec<u8> = (0..100_000_u32).map(|n| n as u8).collect();
        let image = write_qcow2(GIB, &content).unwrap();
        let data = &image[5 * 16_384..];
        assert_eq!(&data[510..512], b"\x55\xaa");
        assert_eq!(&data[512..][..content.len()], content);
        assert_eq!(inspect(&data[..512], &data[..512], 512).unwrap().format, Format::Raw);
        assert_ne!(write_qcow2(GIB, b"v1"), write_qcow2(GIB, b"v2"));
    }

    #[test]
    fn what_cannot_be_a_disk_is_not_written() {
        let cases =
            [(0, 0), (511, 0), (512, 1), ((128 << 40) + 512, 0), (u64::MAX - 511, 0), (GIB, (1 << 20) - 511)];
        for (virtual_bytes, content_bytes) in cases {
            assert_eq!(write_qcow2(virtual_bytes, &vec![7; content_bytes]), None);
        }
        assert!(write_qcow2(GIB, &vec![7; (1 << 20) - 512]).is_some());
        assert!(write_qcow2(1024, &[7; 512]).is_some());
    }
}
