//! Tells what a disk image is (format and virtual size) from its first and last bytes; it does no I/O.

mod fault;
mod foreign;
mod qcow2;
mod raw;
mod vhd;
mod write;

pub use fault::{DiskFault, Qcow2Fault, VhdFault};
pub use write::write_qcow2;

/// How many bytes of an object's start [`inspect`] wants. The farthest mark it looks for is the btrfs magic
/// at byte 65,600; the rest lets a VHD keep its dynamic header a little later than usual.
pub const HEAD_BYTES: usize = 128 * 1024;

/// How many bytes of an object's end [`inspect`] wants: one sector, the footer of a VHD.
pub const TAIL_BYTES: usize = 512;

/// All three formats count a disk in sectors of this many bytes.
const SECTOR_BYTES: u64 = 512;

/// The container around a disk's bytes, as the parameter `DiskDeviceMapping.N.Format` of ImportImage names
/// it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// The disk's bytes and nothing else.
    Raw,
    /// Microsoft's Virtual Hard Disk, fixed or dynamic.
    Vhd,
    /// QEMU's copy-on-write format, version 2 or 3.
    Qcow2,
}

impl Format {
    /// Every format an image may have.
    pub const ALL: [Self; 3] = [Self::Raw, Self::Vhd, Self::Qcow2];

    /// The name in ECS's spelling, which is upper case (the ImportImage page).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Raw => "RAW",
            Self::Vhd => "VHD",
            Self::Qcow2 => "QCOW2",
        }
    }

    /// Reads a name in any case, since real clients send `qcow2` and `vhd`; `None` when no such format is
    /// served.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.as_str().eq_ignore_ascii_case(name))
    }
}

/// What [`inspect`] found out about an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Disk {
    /// The container the object is.
    pub format: Format,
    /// The size of the disk a machine would see, in bytes: at least one sector, whole sectors, at most
    /// `i64::MAX`.
    pub virtual_bytes: u64,
}

/// Says which disk image an object is, from its first [`HEAD_BYTES`], its last [`TAIL_BYTES`] (each the whole
/// object where that is shorter) and its length.
///
/// The content decides, never a name. A magic at the start is believed before a footer at the end, as
/// `qemu-img` does: an object cannot pass here as one format and be opened elsewhere as another that refers
/// to the server's files. Only headers are seen: whether the tables behind them are sound is for `qemu-img
/// check` to say.
///
/// # Errors
/// A [`DiskFault`] whose text tells the image's owner what to do. Nothing panics, whatever the bytes.
pub fn inspect(head: &[u8], tail: &[u8], object_bytes: u64) -> Result<Disk, DiskFault> {
    if object_bytes == 0 {
        return Err(DiskFault::Empty);
    }
    let head = part_of(head, HEAD_BYTES, object_bytes)?;
    let tail = part_of(tail, TAIL_BYTES, object_bytes)?;
    let (format, virtual_bytes) = if head.starts_with(&qcow2::MAGIC) {
        (Format::Qcow2, qcow2::virtual_bytes(head, object_bytes)?)
    } else if head.starts_with(&vhd::FOOTER_COOKIE) {
        (Format::Vhd, vhd::virtual_bytes(head, tail, object_bytes)?)
    } else {
        foreign::refuse(head, tail)?;
        if tail.starts_with(&vhd::FOOTER_COOKIE) {
            (Format::Vhd, vhd::virtual_bytes(head, tail, object_bytes)?)
        } else {
            (Format::Raw, raw::virtual_bytes(head, object_bytes)?)
        }
    };
    whole_sectors(virtual_bytes)?;
    Ok(Disk { format, virtual_bytes })
}

/// Checks that `bytes` is exactly the part of an object that was asked for. An object replaced while it was
/// read would otherwise be judged by bytes of two different images.
fn part_of(bytes: &[u8], wanted: usize, object_bytes: u64) -> Result<&[u8], DiskFault> {
    let wanted_bytes = usize::try_from(object_bytes).map_or(wanted, |object_bytes| object_bytes.min(wanted));
    if bytes.len() == wanted_bytes {
        Ok(bytes)
    } else {
        Err(DiskFault::Unread { wanted_bytes, given_bytes: bytes.len() })
    }
}

/// Checks a disk's size whatever its format. Databases keep sizes as signed 64-bit numbers, hence the upper
/// bound.
fn whole_sectors(virtual_bytes: u64) -> Result<(), DiskFault> {
    match virtual_bytes {
        0 => Err(DiskFault::ZeroSize),
        bytes if i64::try_from(bytes).is_err() => Err(DiskFault::TooLarge(bytes)),
        bytes if !bytes.is_multiple_of(SECTOR_BYTES) => Err(DiskFault::UnevenSize(bytes)),
        _ => Ok(()),
    }
}

/// Checks that an object is long enough for the `part` of it that ends at byte `needs_bytes`.
fn within(part: &'static str, needs_bytes: u64, object_bytes: u64) -> Result<(), DiskFault> {
    if needs_bytes <= object_bytes {
        Ok(())
    } else {
        Err(DiskFault::Truncated { part, needs_bytes, object_bytes })
    }
}

/// A byte string that identifies a format: where it stands, what it is, and the format's name.
type Mark = (usize, &'static [u8], &'static str);

/// The name of the first of `marks` that stands in `bytes`.
fn marked(bytes: &[u8], marks: &[Mark]) -> Option<&'static str> {
    let stands = |at: usize, magic: &[u8]| bytes.get(at..).is_some_and(|rest| rest.starts_with(magic));
    marks.iter().find(|(at, magic, _)| stands(*at, magic)).map(|(_, _, name)| *name)
}

/// The big-endian number at byte `at`, if `bytes` reaches that far.
fn be_u32(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|bytes| u32::from_be_bytes(*bytes))
}

/// The big-endian number at byte `at`, if `bytes` reaches that far.
fn be_u64(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..)?.first_chunk().map(|bytes| u64::from_be_bytes(*bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is said of a whole file.
    fn inspect_file(file: &[u8]) -> Result<Disk, DiskFault> {
        inspect(
            &file[..file.len().min(HEAD_BYTES)],
            &file[file.len().saturating_sub(TAIL_BYTES)..],
            file.len() as u64,
        )
    }

    /// One valid image of each kind.
    fn images() -> [Vec<u8>; 4] {
        let qcow2 = write_qcow2(20 << 30, b"golden").unwrap();
        [qcow2, vhd::tests::dynamic(), vhd::tests::fixed(4096), raw::tests::disk_marked(0, b"")]
    }

    #[test]
    fn formats_are_read_in_any_case_and_written_as_ecs_does() {
        for (name, format) in [("RAW", Format::Raw), ("vhd", Format::Vhd), ("qCow2", Format::Qcow2)] {
            assert_eq!(Format::parse(name), Some(format));
            assert_eq!(format.as_str(), name.to_ascii_uppercase());
        }
        for name in ["", "VMDK", "qcow", "raw ", "VHDX"] {
            assert_eq!(Format::parse(name), None);
        }
    }

    #[test]
    fn the_parts_must_be_those_of_the_object() {
        let unread = |wanted_bytes, given_bytes| Err(DiskFault::Unread { wanted_bytes, given_bytes });
        let image = &images()[0];
        let (head, tail, bytes) = (&image[..], &image[image.len() - TAIL_BYTES..], image.len() as u64);
        assert_eq!(inspect(b"", b"", 0), Err(DiskFault::Empty));
        assert_eq!(inspect(&head[1..], tail, bytes), unread(head.len(), head.len() - 1));
        assert_eq!(inspect(head, &tail[1..], bytes), unread(512, 511));
        assert_eq!(inspect(head, tail, 100), unread(100, head.len()));
        assert_eq!(inspect(&[0; HEAD_BYTES + 1], tail, u64::MAX), unread(HEAD_BYTES, HEAD_BYTES + 1));
    }

    #[test]
    fn the_start_decides_before_the_end() {
        let [qcow2, dynamic, fixed, raw] = images();
        let footer = &fixed[fixed.len() - 512..];
        let mut archive = fixed.clone();
        archive[..4].copy_from_slice(b"PK\x03\x04");
        assert_eq!(inspect_file(&[&qcow2, footer].concat()).unwrap().format, Format::Qcow2);
        assert_eq!(inspect_file(&archive), Err(DiskFault::Archive("zip")));
        assert_eq!(inspect_file(&[&dynamic[..], &raw].concat()), Err(VhdFault::FooterMissing.into()));
        assert_eq!(inspect_file(&[&raw, footer].concat()).unwrap().format, Format::Vhd);
    }

    #[test]
    fn a_raw_disk_larger_than_a_signed_number_is_refused() {
        let mut head = [0; HEAD_BYTES];
        head[510..512].copy_from_slice(b"\x55\xaa");
        let bytes = 1 << 63;
        assert_eq!(inspect(&head, &[0; 512], bytes), Err(DiskFault::TooLarge(bytes)));
        assert_eq!(inspect(&head, &[0; 512], bytes - 512).unwrap().virtual_bytes, bytes - 512);
    }

    #[test]
    fn no_truncation_panics_or_passes_for_the_whole() {
        for image in images() {
            let whole = inspect_file(&image).unwrap();
            for end in 0..image.len() {
                let cut = inspect_file(&image[..end]);
                // A raw disk may be cut at any sector, and a qcow2 image behind its tables, without its
                // header telling.
                let unseen = matches!(whole.format, Format::Raw | Format::Qcow2);
                assert!(cut.is_err() || unseen, "{end}: {cut:?}");
            }
        }
    }

    #[test]
    fn no_damage_to_a_header_panics() {
        let mut random = 0x2014_0526_u64;
        let mut below = |bound: usize| {
            // A linear congruential generator (Knuth's MMIX constants): the same damage on every run.
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (random >> 33) as usize % bound
        };
        for image in images() {
            let header = image.len().min(2048);
            for at in 0..header {
                for byte in [0, 1, 0x7f, 0x80, 0xff, image[at] ^ 1, image[at].wrapping_add(1)] {
                    check_damaged(&image, &[(at, byte)]);
                }
            }
            for _ in 0..20_000 {
                let damage: Vec<_> = (0..4).map(|_| (below(128), below(256) as u8)).collect();
                check_damaged(&image, &damage);
            }
        }
    }

    /// Damages one image; whatever is still taken must keep the promises of [`Disk`], and every fault has a
    /// text.
    fn check_damaged(image: &[u8], damage: &[(usize, u8)]) {
        let mut damaged = image.to_vec();
        for (at, byte) in damage {
            damaged[*at] = *byte;
        }
        match inspect_file(&damaged) {
            Ok(Disk { virtual_bytes, .. }) => {
                assert!(
                    virtual_bytes > 0 && virtual_bytes % 512 == 0 && i64::try_from(virtual_bytes).is_ok()
                );
            }
            Err(fault) => assert!(fault.to_string().contains("; "), "{fault}: no advice"),
        }
    }
}
