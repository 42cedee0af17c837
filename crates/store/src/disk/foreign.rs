//! Files that are often uploaded in place of a disk image: archives, optical discs and other products'
//! formats.

use super::{DiskFault, Mark, marked};

/// Archives and compressed files; the numbers are those of each format's own specification. A tar file's mark
/// stands behind the first name, where a boot record has code; an OVA is a tar file.
const ARCHIVES: &[Mark] = &[
    (0, b"\x1f\x8b\x08", "gzip"),
    (0, b"PK\x03\x04", "zip"),
    (0, b"PK\x05\x06", "zip"),
    (0, b"\xfd7zXZ\0", "xz"),
    (4, b"1AY&SY", "bzip2"),
    (0, b"\x28\xb5\x2f\xfd", "zstd"),
    (0, b"\x04\x22\x4d\x18", "lz4"),
    (0, b"LZIP", "lzip"),
    (0, b"7z\xbc\xaf\x27\x1c", "7z"),
    (0, b"Rar!\x1a\x07", "RAR"),
    (0, b"MSWIM\0\0\0", "WIM"),
    (257, b"ustar", "tar"),
];

/// Containers that `qemu-img` reads and ECS does not take (VMDK is by invitation only there). The marks are
/// those of QEMU's drivers: block/vmdk.c, vdi.c, vhdx.c, qed.c, parallels.c, bochs.c.
const CONTAINERS: &[Mark] = &[
    (0, b"KDMV", "VMDK"),
    (0, b"COWD", "VMDK"),
    (0, b"# Disk DescriptorFile", "VMDK"),
    (64, b"\x7f\x10\xda\xbe", "VDI"),
    (0, b"vhdxfile", "VHDX"),
    (0, b"QED\0", "QED"),
    (0, b"WithoutFreeSpace", "Parallels"),
    (0, b"WithouFreSpacExt", "Parallels"),
    (0, b"Bochs Virtual HD Image", "Bochs"),
];

/// Apple's disk image ends with a trailer, as a VHD does (QEMU's block/dmg.c).
const TRAILERS: &[Mark] = &[(0, b"koly", "DMG")];

/// The first volume descriptor of an ISO 9660 disc stands in sector 16 of 2,048 bytes, its identifier one
/// byte in (ECMA-119, 8.1). An installer that also boots from a stick has a boot record besides, and is still
/// an installer.
const DISCS: &[Mark] = &[(32_769, b"CD001", "ISO 9660")];

/// Refuses what is known not to be a RAW, VHD or QCOW2 image. An archive has a fault of its own: its owner
/// has to unpack, not to convert.
pub(super) fn refuse(head: &[u8], tail: &[u8]) -> Result<(), DiskFault> {
    if let Some(name) = marked(head, ARCHIVES) {
        return Err(DiskFault::Archive(name));
    }
    if let Some(name) = marked(head, CONTAINERS).or_else(|| marked(tail, TRAILERS)) {
        return Err(DiskFault::ForeignFormat(name));
    }
    if marked(head, DISCS).is_some() {
        return Err(DiskFault::OpticalDisc);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::inspect;
    use crate::disk::raw::tests::disk_marked;

    #[test]
    fn every_archive_is_told_apart_from_every_other_container() {
        for (at, magic, name) in ARCHIVES {
            let bytes = disk_marked(*at, magic);
            assert_eq!(inspect(&bytes, tail(&bytes), 65_536), Err(DiskFault::Archive(name)));
        }
        for (at, magic, name) in CONTAINERS {
            let bytes = disk_marked(*at, magic);
            assert_eq!(inspect(&bytes, tail(&bytes), 65_536), Err(DiskFault::ForeignFormat(name)));
        }
    }

    #[test]
    fn a_disk_that_ends_as_an_apple_image_is_one() {
        let bytes = disk_marked(65_536 - 512, b"koly");
        assert_eq!(inspect(&bytes, tail(&bytes), 65_536), Err(DiskFault::ForeignFormat("DMG")));
    }

    #[test]
    fn an_optical_disc_is_refused_with_or_without_a_boot_record() {
        let hybrid = disk_marked(32_769, b"CD001");
        let mut plain = hybrid.clone();
        plain[..512].fill(0);
        assert_eq!(inspect(&hybrid, tail(&hybrid), 65_536), Err(DiskFault::OpticalDisc));
        assert_eq!(inspect(&plain, tail(&plain), 65_536), Err(DiskFault::OpticalDisc));
    }

    fn tail(bytes: &[u8]) -> &[u8] {
        &bytes[bytes.len() - 512..]
    }
}
