//! QEMU's copy-on-write images, versions 2 and 3, after QEMU's docs/interop/qcow2.rst ("Qcow2 Image File
//! Format").

use std::ops::RangeInclusive;

use super::{DiskFault, Format, Qcow2Fault, be_u32, be_u64, within};

/// The first bytes of every qcow image.
pub(super) const MAGIC: [u8; 4] = *b"QFI\xfb";

/// A version 2 header is always this long and does not say so.
const V2_HEADER_BYTES: u32 = 72;
/// The least a version 3 header may say.
pub(super) const V3_HEADER_BYTES: u32 = 104;
/// 512 bytes, the format's least, to 2 MiB, the most that QEMU reads.
const CLUSTER_BITS: RangeInclusive<u32> = 9..=21;
/// QEMU's limits on tables (block/qcow2.h): what it does not open, no import can use.
pub(super) const L1_BYTES_MAX: u64 = 32 << 20;
const REFCOUNT_TABLE_BYTES_MAX: u64 = 8 << 20;
const SNAPSHOTS_MAX: u64 = 65_536;
/// A snapshot's entry without its names.
const SNAPSHOT_BYTES: u64 = 40;

/// Bits of the field incompatible_features.
const DIRTY: u64 = 1 << 0;
const CORRUPT: u64 = 1 << 1;
const EXTERNAL_DATA: u64 = 1 << 2;
const COMPRESSION: u64 = 1 << 3;
const EXTENDED_L2: u64 = 1 << 4;
const KNOWN_FEATURES: u64 = DIRTY | CORRUPT | EXTERNAL_DATA | COMPRESSION | EXTENDED_L2;
/// The bit of autoclear_features that only an image with an external data file may have.
const RAW_EXTERNAL_DATA: u64 = 1 << 1;

/// The header's fields that decide anything, under the specification's names.
struct Header {
    version: u32,
    backing_file_offset: u64,
    cluster_bits: u32,
    size: u64,
    crypt_method: u32,
    l1_size: u32,
    l1_table_offset: u64,
    refcount_table_offset: u64,
    refcount_table_clusters: u32,
    nb_snapshots: u32,
    snapshots_offset: u64,
    incompatible_features: u64,
    autoclear_features: u64,
    refcount_order: u32,
    header_length: u32,
    compression_type: u8,
}

/// The size of the disk inside, in bytes, after the header was checked as QEMU checks it on opening, and a
/// little more strictly: what the format forbids is refused even where QEMU would read it somehow. Internal
/// snapshots are let pass, since a conversion leaves them out.
pub(super) fn virtual_bytes(head: &[u8], object_bytes: u64) -> Result<u64, DiskFault> {
    let header = Header::read(head, object_bytes)?;
    header.check_features()?;
    header.check_fields()?;
    header.check_extensions(head)?;
    for table in header.tables() {
        table.check(1 << header.cluster_bits, object_bytes)?;
    }
    Ok(header.size)
}

impl Header {
    fn read(head: &[u8], object_bytes: u64) -> Result<Self, DiskFault> {
        let cut = |header_bytes| DiskFault::Truncated {
            part: "qcow2 header",
            needs_bytes: u64::from(header_bytes),
            object_bytes,
        };
        match be_u32(head, 4).ok_or(cut(V2_HEADER_BYTES))? {
            2 => Self::read_v2(head).ok_or(cut(V2_HEADER_BYTES)),
            3 => Self::read_v3(head).ok_or(cut(V3_HEADER_BYTES)),
            version => Err(Qcow2Fault::Version(version).into()),
        }
    }

    fn read_v2(head: &[u8]) -> Option<Self> {
        Some(Self {
            version: be_u32(head, 4)?,
            backing_file_offset: be_u64(head, 8)?,
            cluster_bits: be_u32(head, 20)?,
            size: be_u64(head, 24)?,
            crypt_method: be_u32(head, 32)?,
            l1_size: be_u32(head, 36)?,
            l1_table_offset: be_u64(head, 40)?,
            refcount_table_offset: be_u64(head, 48)?,
            refcount_table_clusters: be_u32(head, 56)?,
            nb_snapshots: be_u32(head, 60)?,
            snapshots_offset: be_u64(head, 64)?,
            incompatible_features: 0,
            autoclear_features: 0,
            refcount_order: 4,
            header_length: V2_HEADER_BYTES,
            compression_type: 0,
        })
    }

    fn read_v3(head: &[u8]) -> Option<Self> {
        let header_length = be_u32(head, 100)?;
        // The compression type came later: a header that ends before it means type 0, and so does the rest of
        // one that is cut off, which the tables will show.
        let compression_type = if header_length > 104 { head.get(104).copied().unwrap_or(0) } else { 0 };
        Some(Self {
            incompatible_features: be_u64(head, 72)?,
            autoclear_features: be_u64(head, 88)?,
            refcount_order: be_u32(head, 96)?,
            header_length,
            compression_type,
            ..Self::read_v2(head)?
        })
    }

    /// The fields that stand for themselves, in the order in which later checks rely on them.
    fn check_fields(&self) -> Result<(), DiskFault> {
        // With extended entries a cluster has 32 subclusters, none smaller than 512 bytes.
        let smallest = if self.has(EXTENDED_L2) { 14 } else { *CLUSTER_BITS.start() };
        let length = self.header_length;
        let length_min = if self.version == 2 { V2_HEADER_BYTES } else { V3_HEADER_BYTES };
        let length_max = 1 << self.cluster_bits.min(*CLUSTER_BITS.end());
        let length_fits = (length_min..=length_max).contains(&length) && length.is_multiple_of(8);
        let compression_fits = match self.compression_type {
            0 => !self.has(COMPRESSION),
            1 => self.has(COMPRESSION),
            _ => false,
        };
        let fields = [
            (
                "cluster_bits",
                self.cluster_bits,
                (smallest..=*CLUSTER_BITS.end()).contains(&self.cluster_bits),
            ),
            ("header_length", length, length_fits),
            ("refcount_order", self.refcount_order, self.refcount_order <= 6),
            ("compression_type", u32::from(self.compression_type), compression_fits),
        ];
        match fields.into_iter().find(|(_, _, valid)| !valid) {
            Some((field, value, _)) => Err(bad_field(field, u64::from(value))),
            None => Ok(()),
        }
    }

    fn check_features(&self) -> Result<(), Qcow2Fault> {
        let unknown = self.incompatible_features & !KNOWN_FEATURES;
        let external = self.has(EXTERNAL_DATA) || self.autoclear_features & RAW_EXTERNAL_DATA != 0;
        let refusals = [
            (unknown != 0, Qcow2Fault::UnknownFeatures(unknown)),
            (self.backing_file_offset != 0, Qcow2Fault::BackingFile),
            (external, Qcow2Fault::ExternalDataFile),
            (self.crypt_method != 0, Qcow2Fault::Encrypted),
            (self.has(CORRUPT), Qcow2Fault::Corrupt),
            (self.has(DIRTY), Qcow2Fault::Dirty),
        ];
        match refusals.into_iter().find(|(applies, _)| *applies) {
            Some((_, fault)) => Err(fault),
            None => Ok(()),
        }
    }

    /// Extensions follow the header in the first cluster, each with a type and a length, until one of type 0.
    /// What they hold changes nothing about the disk, but QEMU does not open an image where one leaves the
    /// cluster.
    fn check_extensions(&self, head: &[u8]) -> Result<(), DiskFault> {
        let cluster_bytes = 1 << self.cluster_bits;
        let mut at = self.header_length as usize;
        while at < cluster_bytes {
            let (Some(kind), Some(length)) = (be_u32(head, at), be_u32(head, at + 4)) else { break };
            let data_at = at + 8;
            if length as usize > cluster_bytes.saturating_sub(data_at) {
                return Err(bad_field("length of a header extension", u64::from(length)));
            }
            if kind == 0 {
                break;
            }
            at = data_at + (length as usize).next_multiple_of(8);
        }
        Ok(())
    }

    fn has(&self, feature: u64) -> bool {
        self.incompatible_features & feature != 0
    }

    /// The tables that the header points to. One entry of the L1 table stands for a cluster full of L2
    /// entries, and each of those for a cluster of the disk.
    fn tables(&self) -> [Table; 3] {
        let l2_entry_bits = if self.has(EXTENDED_L2) { 4 } else { 3 };
        let l1_entry_covers = 1_u64 << (2 * self.cluster_bits - l2_entry_bits);
        let l1_entries_min = self.size.div_ceil(l1_entry_covers);
        [
            Table {
                name: "L1 table",
                at: ("l1_table_offset", self.l1_table_offset),
                bytes: 8 * u64::from(self.l1_size),
                valid: l1_entries_min.saturating_mul(8)..=L1_BYTES_MAX,
            },
            Table {
                name: "refcount table",
                at: ("refcount_table_offset", self.refcount_table_offset),
                bytes: u64::from(self.refcount_table_clusters) << self.cluster_bits,
                valid: 1..=REFCOUNT_TABLE_BYTES_MAX,
            },
            Table {
                name: "snapshot table",
                at: ("snapshots_offset", self.snapshots_offset),
                bytes: SNAPSHOT_BYTES * u64::from(self.nb_snapshots),
                valid: 0..=SNAPSHOT_BYTES * SNAPSHOTS_MAX,
            },
        ]
    }
}

/// A table that the header points to; `at` is the field that says where, and its value.
struct Table {
    name: &'static str,
    at: (&'static str, u64),
    bytes: u64,
    valid: RangeInclusive<u64>,
}

impl Table {
    fn check(&self, cluster_bytes: u64, object_bytes: u64) -> Result<(), DiskFault> {
        let (field, offset) = self.at;
        if !self.valid.contains(&self.bytes) {
            let (table, bytes) = (self.name, self.bytes);
            let (min_bytes, max_bytes) = (*self.valid.start(), *self.valid.end());
            Err(Qcow2Fault::TableSize { table, bytes, min_bytes, max_bytes }.into())
        } else if !offset.is_multiple_of(cluster_bytes) || (offset == 0 && self.bytes > 0) {
            // Every table begins a cluster, and the first cluster is the header's.
            Err(bad_field(field, offset))
        } else {
            within(self.name, offset.saturating_add(self.bytes), object_bytes)
        }
    }
}

fn bad_field(field: &'static str, value: u64) -> DiskFault {
    DiskFault::BadField { format: Format::Qcow2, field, value }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::{Disk, HEAD_BYTES, inspect, write_qcow2};

    const GIB: u64 = 1 << 30;

    /// One change to a valid image: where, and the big-endian bytes put there.
    type Change = (usize, Vec<u8>);

    fn long(at: usize, value: u64) -> Change {
        (at, value.to_be_bytes().to_vec())
    }

    fn word(at: usize, value: u32) -> Change {
        (at, value.to_be_bytes().to_vec())
    }

    /// What is said of a 20 GiB image of version 3 after `changes`.
    fn inspect_changed(changes: &[Change]) -> Result<Disk, DiskFault> {
        let mut image = write_qcow2(20 * GIB, b"").unwrap();
        for (at, bytes) in changes {
            image[*at..at + bytes.len()].copy_from_slice(bytes);
        }
        inspect_all(&image)
    }

    fn inspect_all(image: &[u8]) -> Result<Disk, DiskFault> {
        let head = &image[..image.len().min(HEAD_BYTES)];
        inspect(head, &image[image.len().saturating_sub(512)..], image.len() as u64)
    }

    #[test]
    fn headers_that_are_taken() {
        let cases: [&[Change]; 10] = [
            &[],
            // In version 2 the fields behind byte 72 are not there, whatever stands in their place.
            &[word(4, 2), word(96, 99), word(100, 0)],
            &[long(104, 5 << 32 | 16_272)],
            &[long(104, 5 << 32 | 1), long(120, 6 << 32)],
            &[word(100, 16_384)],
            &[long(80, u64::MAX)],
            &[long(88, 1 << 63)],
            &[word(100, 112), long(72, COMPRESSION), (104, vec![1])],
            &[long(72, EXTENDED_L2), word(36, 1280)],
            &[word(60, 2), long(64, 16_384)],
        ];
        for changes in cases {
            let disk = inspect_changed(changes);
            assert_eq!(disk, Ok(Disk { format: Format::Qcow2, virtual_bytes: 20 * GIB }), "{changes:x?}");
        }
    }

    #[test]
    fn features_that_are_refused() {
        let cases: [(&[Change], Qcow2Fault); 13] = [
            (&[word(4, 0)], Qcow2Fault::Version(0)),
            (&[word(4, 1)], Qcow2Fault::Version(1)),
            (&[word(4, 4)], Qcow2Fault::Version(4)),
            (&[long(8, 0x200), word(16, 9)], Qcow2Fault::BackingFile),
            (&[word(4, 2), long(8, 1)], Qcow2Fault::BackingFile),
            (&[long(72, EXTERNAL_DATA)], Qcow2Fault::ExternalDataFile),
            (&[long(88, RAW_EXTERNAL_DATA)], Qcow2Fault::ExternalDataFile),
            (&[word(32, 1)], Qcow2Fault::Encrypted),
            (&[word(32, 2)], Qcow2Fault::Encrypted),
            (&[long(72, DIRTY)], Qcow2Fault::Dirty),
            (&[long(72, DIRTY | CORRUPT)], Qcow2Fault::Corrupt),
            (&[long(72, 1 << 5 | DIRTY)], Qcow2Fault::UnknownFeatures(1 << 5)),
            (&[long(72, 1 << 63)], Qcow2Fault::UnknownFeatures(1 << 63)),
        ];
        for (changes, fault) in cases {
            assert_eq!(inspect_changed(changes), Err(DiskFault::Qcow2(fault)), "{changes:x?}");
        }
    }

    #[test]
    fn fields_that_are_refused() {
        let cases: [(Change, &str, u64); 19] = [
            (word(20, 8), "cluster_bits", 8),
            (word(20, 22), "cluster_bits", 22),
            (word(20, u32::MAX), "cluster_bits", u64::from(u32::MAX)),
            (word(100, 0), "header_length", 0),
            (word(100, 72), "header_length", 72),
            (word(100, 96), "header_length", 96),
            (word(100, 108), "header_length", 108),
            (word(100, 16_392), "header_length", 16_392),
            (word(96, 7), "refcount_order", 7),
            ((100, [0, 0, 0, 112, 1].to_vec()), "compression_type", 1),
            (long(72, COMPRESSION), "compression_type", 0),
            (long(104, 5 << 32 | 16_273), "length of a header extension", 16_273),
            (long(104, 16_273), "length of a header extension", 16_273),
            (long(104, u64::MAX), "length of a header extension", u64::from(u32::MAX)),
            (long(40, 0), "l1_table_offset", 0),
            (long(40, 16_385), "l1_table_offset", 16_385),
            (long(48, 8_192), "refcount_table_offset", 8_192),
            (long(48, u64::MAX), "refcount_table_offset", u64::MAX),
            ((60, [1_u32.to_be_bytes(), [0; 4], [0, 0, 0, 9]].concat()), "snapshots_offset", 9),
        ];
        for (change, field, value) in cases {
            assert_eq!(
                inspect_changed(std::slice::from_ref(&change)),
                Err(bad_field(field, value)),
                "{change:x?}"
            );
        }
        let small = [long(72, EXTENDED_L2), word(20, 13)];
        assert_eq!(inspect_changed(&small), Err(bad_field("cluster_bits", 13)));
    }

    #[test]
    fn tables_serve_the_disk_and_lie_in_the_object() {
        let size = |table, bytes, min_bytes, max_bytes| {
            Err(DiskFault::Qcow2(Qcow2Fault::TableSize { table, bytes, min_bytes, max_bytes }))
        };
        let l1 = |bytes, min| size("L1 table", bytes, min, L1_BYTES_MAX);
        assert_eq!(inspect_changed(&[word(36, 639)]), l1(639 * 8, 640 * 8));
        assert_eq!(inspect_changed(&[word(36, 0)]), l1(0, 640 * 8));
        assert_eq!(inspect_changed(&[word(36, u32::MAX)]), l1(u64::from(u32::MAX) * 8, 640 * 8));
        assert_eq!(inspect_changed(&[long(24, u64::MAX)]), l1(640 * 8, (1 << 39) * 8));
        assert_eq!(inspect_changed(&[word(56, 0)]), size("refcount table", 0, 1, REFCOUNT_TABLE_BYTES_MAX));
        assert_eq!(inspect_changed(&[word(60, 65_537)]), size("snapshot table", 40 * 65_537, 0, 40 * 65_536));

        let end = |part, needs_bytes| {
            let object_bytes = write_qcow2(20 * GIB, b"").unwrap().len() as u64;
            Err(DiskFault::Truncated { part, needs_bytes, object_bytes })
        };
        assert_eq!(inspect_changed(&[long(40, 1 << 40)]), end("L1 table", (1 << 40) + 640 * 8));
        assert_eq!(inspect_changed(&[long(48, 1 << 40)]), end("refcount table", (1 << 40) + 16_384));
        assert_eq!(inspect_changed(&[word(60, 1), long(64, 1 << 40)]), end("snapshot table", (1 << 40) + 40));
        let last = 0_u64.wrapping_sub(16_384);
        assert_eq!(inspect_changed(&[long(40, last)]), end("L1 table", last + 640 * 8));
    }

    #[test]
    fn sizes_that_are_refused() {
        assert_eq!(inspect_changed(&[long(24, 0)]), Err(DiskFault::ZeroSize));
        assert_eq!(inspect_changed(&[long(24, 20 * GIB - 1)]), Err(DiskFault::UnevenSize(20 * GIB - 1)));
    }

    #[test]
    fn a_cut_image_is_truncated_wherever_the_cut_falls_in_its_header() {
        let image = write_qcow2(20 * GIB, b"").unwrap();
        for end in 4..V3_HEADER_BYTES as usize {
            let needs = if end < 8 { V2_HEADER_BYTES } else { V3_HEADER_BYTES };
            let cut = DiskFault::Truncated {
                part: "qcow2 header",
                needs_bytes: u64::from(needs),
                object_bytes: end as u64,
            };
            assert_eq!(inspect_all(&image[..end]), Err(cut));
        }
        for end in V3_HEADER_BYTES as usize..3 * 16_384 {
            let fault = inspect_all(&image[..end]);
            assert!(matches!(fault, Err(DiskFault::Truncated { part: "L1 table", .. })), "{end}: {fault:?}");
        }
    }
}
