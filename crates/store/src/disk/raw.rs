//! Raw images: the disk's own bytes, recognised by what an operating system leaves at the start of a disk.

use super::{DiskFault, Mark, marked};

/// What a machine can start from or mount. The first row alone covers nearly all: a BIOS boot record, the
/// protective record of every GPT, FAT and NTFS end their first sector with the same two bytes. The rest are
/// data disks without a partition table. Numbers: UEFI specification 5.2 and 5.3; kernel.org's ext4 and btrfs
/// on-disk formats; XFS Algorithms & Data Structures; LVM2's label.h; the LUKS on-disk formats.
const MARKS: &[Mark] = &[
    (510, b"\x55\xaa", "boot record"),
    (512, b"EFI PART", "GPT of 512-byte sectors"),
    (4096, b"EFI PART", "GPT of 4096-byte sectors"),
    (1080, b"\x53\xef", "ext2, ext3 or ext4"),
    (0, b"XFSB", "XFS"),
    (65_600, b"_BHRfS_M", "btrfs"),
    (512, b"LABELONE", "LVM physical volume"),
    (0, b"LUKS\xba\xbe", "LUKS"),
];

/// The size of a raw disk in bytes, which is the object's.
///
/// A file that bears none of [`MARKS`] is refused, even though any bytes could be a disk: a text file, a cut
/// download or a page of HTML taken for a golden image is found here and not by a machine that does not
/// start. The price is that an entirely blank raw disk is refused too; a blank disk needs no image.
pub(super) fn virtual_bytes(head: &[u8], object_bytes: u64) -> Result<u64, DiskFault> {
    marked(head, MARKS).map(|_| object_bytes).ok_or(DiskFault::Unrecognised)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::disk::{Disk, Format, HEAD_BYTES, inspect};

    /// A raw disk of 64 KiB with a boot record and `magic` at byte `at`.
    pub(in crate::disk) fn disk_marked(at: usize, magic: &[u8]) -> Vec<u8> {
        let mut bytes = vec![0; 65_536];
        bytes[510..512].copy_from_slice(b"\x55\xaa");
        bytes[at..at + magic.len()].copy_from_slice(magic);
        bytes
    }

    #[test]
    fn each_mark_makes_a_raw_disk() {
        for (at, magic, name) in MARKS {
            let mut bytes = vec![0; HEAD_BYTES];
            bytes[*at..at + magic.len()].copy_from_slice(magic);
            let disk = inspect(&bytes, &[0; 512], 20 << 30);
            assert_eq!(disk, Ok(Disk { format: Format::Raw, virtual_bytes: 20 << 30 }), "{name}");
        }
    }

    #[test]
    fn anything_else_is_no_disk() {
        let page = b"<html>404 Not Found</html>\n".repeat(100);
        let cases: [&[u8]; 5] = [b"x", b"hello, world\n", &page, &[0; 65_536], &[0xff; 1024]];
        for bytes in cases {
            let tail = &bytes[bytes.len().saturating_sub(512)..];
            assert_eq!(inspect(bytes, tail, bytes.len() as u64), Err(DiskFault::Unrecognised));
        }
    }

    #[test]
    fn a_raw_disk_is_whole_sectors() {
        let bytes = &disk_marked(0, b"")[..1000];
        assert_eq!(inspect(bytes, &bytes[488..], 1000), Err(DiskFault::UnevenSize(1000)));
        let bytes = vec![0x55; 511];
        assert_eq!(inspect(&bytes, &bytes, 511), Err(DiskFault::Unrecognised));
    }
}
