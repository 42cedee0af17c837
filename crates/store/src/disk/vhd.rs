//! Microsoft's VHD, fixed and dynamic, after the "Virtual Hard Disk Image Format Specification" (1.0, 11
//! October 2006).

use super::{DiskFault, Format, SECTOR_BYTES, TAIL_BYTES, VhdFault, be_u32, be_u64, within};

/// The first bytes of a footer (section "Hard Disk Footer Format").
pub(super) const FOOTER_COOKIE: [u8; 8] = *b"conectix";
/// Where a footer has its checksum.
const FOOTER_CHECKSUM_AT: usize = 64;
/// The footer's length; also the least offset of anything that follows its copy.
const FOOTER_BYTES: u64 = TAIL_BYTES as u64;

/// The first bytes of a dynamic disk header (section "Dynamic Disk Header Format").
const HEADER_COOKIE: [u8; 8] = *b"cxsparse";
const HEADER_BYTES: usize = 1024;
const HEADER_CHECKSUM_AT: usize = 36;

/// Values of the footer's field Disk Type; the others are reserved or deprecated.
const FIXED: u32 = 2;
const DYNAMIC: u32 = 3;
const DIFFERENCING: u32 = 4;

/// The size of the disk inside, in bytes: the field Current Size. (QEMU makes a disk larger, up to whole
/// cylinders, unless it is told `force_size`, and then says so in this field too.)
pub(super) fn virtual_bytes(head: &[u8], tail: &[u8], object_bytes: u64) -> Result<u64, DiskFault> {
    if !tail.starts_with(&FOOTER_COOKIE) {
        return Err(VhdFault::FooterMissing.into());
    }
    let footer = Footer::read(tail, "footer", object_bytes)?;
    let copied = head.starts_with(&FOOTER_COOKIE);
    if copied && Footer::read(head, "footer copy", object_bytes)? != footer {
        return Err(VhdFault::FootersDiffer.into());
    }
    match (footer.disk_type, copied) {
        (FIXED, false) => footer.check_fixed(object_bytes)?,
        (DYNAMIC, true) => footer.check_dynamic(head, object_bytes)?,
        (FIXED | DYNAMIC, _) => return Err(VhdFault::FootersDiffer.into()),
        (DIFFERENCING, _) => return Err(VhdFault::Differencing.into()),
        (disk_type, _) => return Err(bad_field("disk type", u64::from(disk_type))),
    }
    Ok(footer.current_size)
}

/// The footer's fields that decide anything. Two footers are equal when they describe the same disk; its
/// identifier and its times may differ.
#[derive(PartialEq)]
struct Footer {
    data_offset: u64,
    current_size: u64,
    disk_type: u32,
}

impl Footer {
    fn read(bytes: &[u8], part: &'static str, object_bytes: u64) -> Result<Self, DiskFault> {
        let cut = DiskFault::Truncated { part: "VHD footer", needs_bytes: FOOTER_BYTES, object_bytes };
        let bytes = bytes.first_chunk::<TAIL_BYTES>().ok_or(cut)?;
        if be_u32(bytes, FOOTER_CHECKSUM_AT) != Some(checksum(bytes, FOOTER_CHECKSUM_AT)) {
            return Err(VhdFault::Checksum(part).into());
        }
        // The upper half is the major version: another one may mean anything.
        match be_u32(bytes, 12).ok_or(cut)? {
            0x0001_0000..=0x0001_ffff => Ok(Self {
                data_offset: be_u64(bytes, 16).ok_or(cut)?,
                current_size: be_u64(bytes, 48).ok_or(cut)?,
                disk_type: be_u32(bytes, 60).ok_or(cut)?,
            }),
            version => Err(bad_field("file format version", u64::from(version))),
        }
    }

    /// A fixed disk is its bytes and then the footer; more bytes between are let pass.
    fn check_fixed(&self, object_bytes: u64) -> Result<(), DiskFault> {
        within("fixed VHD", self.current_size.saturating_add(FOOTER_BYTES), object_bytes)
    }

    /// A dynamic disk has a header where the footer says, and the header a table that finds every block of
    /// the disk.
    fn check_dynamic(&self, head: &[u8], object_bytes: u64) -> Result<(), DiskFault> {
        let header_end = self.data_offset.saturating_add(HEADER_BYTES as u64);
        within("VHD's dynamic disk header", header_end, object_bytes)?;
        let DynamicHeader { table_offset, max_table_entries, block_size } =
            DynamicHeader::read(head, self.data_offset)?;
        if !block_size.is_power_of_two() || u64::from(block_size) < SECTOR_BYTES {
            return Err(VhdFault::BlockSize(block_size).into());
        }
        let table_bytes = u64::from(max_table_entries) * u64::from(block_size);
        if table_bytes < self.current_size {
            return Err(VhdFault::TableTooSmall { table_bytes, disk_bytes: self.current_size }.into());
        }
        // An entry has four bytes. The footer's copy comes first and the footer last, the header anywhere
        // between.
        let table_end = table_offset.saturating_add(4 * u64::from(max_table_entries));
        if table_offset < FOOTER_BYTES || (table_offset < header_end && table_end > self.data_offset) {
            return Err(bad_field("table offset", table_offset));
        }
        within("VHD's block allocation table", table_end.saturating_add(FOOTER_BYTES), object_bytes)
    }
}

/// The dynamic disk header's fields that decide anything.
struct DynamicHeader {
    table_offset: u64,
    max_table_entries: u32,
    block_size: u32,
}

impl DynamicHeader {
    fn read(head: &[u8], data_offset: u64) -> Result<Self, VhdFault> {
        let missing = VhdFault::HeaderMissing(data_offset);
        let at = usize::try_from(data_offset).map_err(|_| missing)?;
        let bytes = head.get(at..).and_then(|rest| rest.first_chunk::<HEADER_BYTES>()).ok_or(missing)?;
        if !bytes.starts_with(&HEADER_COOKIE) {
            return Err(missing);
        }
        if be_u32(bytes, HEADER_CHECKSUM_AT) != Some(checksum(bytes, HEADER_CHECKSUM_AT)) {
            return Err(VhdFault::Checksum("dynamic disk header"));
        }
        Ok(Self {
            table_offset: be_u64(bytes, 16).ok_or(missing)?,
            max_table_entries: be_u32(bytes, 28).ok_or(missing)?,
            block_size: be_u32(bytes, 32).ok_or(missing)?,
        })
    }
}

/// The one's complement of the sum of all bytes but the checksum's own four (section "Checksum").
fn checksum(bytes: &[u8], checksum_at: usize) -> u32 {
    let own = checksum_at..checksum_at + 4;
    let counted = bytes.iter().enumerate().filter(|(at, _)| !own.contains(at));
    !counted.fold(0_u32, |sum, (_, byte)| sum.wrapping_add(u32::from(*byte)))
}

fn bad_field(field: &'static str, value: u64) -> DiskFault {
    DiskFault::BadField { format: Format::Vhd, field, value }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::disk::{Disk, HEAD_BYTES, inspect};

    const MIB: u64 = 1 << 20;

    fn put(bytes: &mut [u8], at: usize, value: &[u8]) {
        bytes[at..at + value.len()].copy_from_slice(value);
    }

    fn seal(bytes: &mut [u8], checksum_at: usize) {
        let sum = checksum(bytes, checksum_at);
        put(bytes, checksum_at, &sum.to_be_bytes());
    }

    fn footer(disk_type: u32, data_offset: u64, current_size: u64) -> Vec<u8> {
        let mut bytes = vec![0; 512];
        put(&mut bytes, 0, b"conectix");
        put(&mut bytes, 8, &2_u32.to_be_bytes());
        put(&mut bytes, 12, &0x0001_0000_u32.to_be_bytes());
        put(&mut bytes, 16, &data_offset.to_be_bytes());
        put(&mut bytes, 40, &current_size.to_be_bytes());
        put(&mut bytes, 48, &current_size.to_be_bytes());
        put(&mut bytes, 60, &disk_type.to_be_bytes());
        seal(&mut bytes, 64);
        bytes
    }

    fn header(table_offset: u64, entries: u32, block_size: u32) -> Vec<u8> {
        let mut bytes = vec![0; 1024];
        put(&mut bytes, 0, b"cxsparse");
        put(&mut bytes, 8, &[0xff; 8]);
        put(&mut bytes, 16, &table_offset.to_be_bytes());
        put(&mut bytes, 24, &0x0001_0000_u32.to_be_bytes());
        put(&mut bytes, 28, &entries.to_be_bytes());
        put(&mut bytes, 32, &block_size.to_be_bytes());
        seal(&mut bytes, 36);
        bytes
    }

    /// A fixed VHD of `disk_bytes` zeros.
    pub(in crate::disk) fn fixed(disk_bytes: u64) -> Vec<u8> {
        [vec![0; disk_bytes as usize], footer(FIXED, u64::MAX, disk_bytes)].concat()
    }

    /// A dynamic VHD of 100 MiB without any block allocated, as `qemu-img create -f vpc` writes it.
    pub(in crate::disk) fn dynamic() -> Vec<u8> {
        dynamic_of(&header(1536, 50, 2 << 20))
    }

    fn dynamic_of(header: &[u8]) -> Vec<u8> {
        let footer = footer(DYNAMIC, 512, 100 * MIB);
        [&footer, header, &[0xff; 512], &footer].concat()
    }

    fn inspect_all(image: &[u8]) -> Result<Disk, DiskFault> {
        let head = &image[..image.len().min(HEAD_BYTES)];
        inspect(head, &image[image.len().saturating_sub(512)..], image.len() as u64)
    }

    fn vhd_of(virtual_bytes: u64) -> Result<Disk, DiskFault> {
        Ok(Disk { format: Format::Vhd, virtual_bytes })
    }

    /// Bytes that `qemu-img create -f vpc dynamic.vhd 100M` wrote (version 7.2): the footer's 85 and the
    /// header's 40 before the zeros.
    const QEMU_FOOTER: &str = "636f6e6563746978000000020001000000000000000002003297d35871656d7500050003\
        5769326b0000000006402000000000000640200003ec0c1100000003ffffecb7e01af3479d0e44f4b787ebc6177a93d000";
    const QEMU_HEADER: &str =
        "6378737061727365ffffffffffffffff0000000000000600000100000000003300200000fffff444";

    fn from_hex(hex: &str, len: usize) -> Vec<u8> {
        let digits = hex.as_bytes().chunks(2).map(|pair| std::str::from_utf8(pair).unwrap());
        let mut bytes: Vec<u8> = digits.map(|pair| u8::from_str_radix(pair, 16).unwrap()).collect();
        bytes.resize(len, 0);
        bytes
    }

    #[test]
    fn an_image_that_qemu_made_is_taken() {
        let (footer, header) = (from_hex(QEMU_FOOTER, 512), from_hex(QEMU_HEADER, 1024));
        let image = [&footer[..], &header, &[0xff; 512], &footer].concat();
        assert_eq!(inspect_all(&image), vhd_of(104_865_792));
    }

    #[test]
    fn vhds_that_are_taken() {
        assert_eq!(inspect_all(&dynamic()), vhd_of(100 * MIB));
        assert_eq!(inspect_all(&dynamic_of(&header(1536, 51, 2 << 20))), vhd_of(100 * MIB));
        assert_eq!(inspect_all(&dynamic_of(&header(1536, 100, 1 << 20))), vhd_of(100 * MIB));
        assert_eq!(inspect_all(&fixed(MIB)), vhd_of(MIB));
        assert_eq!(inspect_all(&fixed(512)), vhd_of(512));
        let padded = [fixed(MIB), footer(FIXED, u64::MAX, MIB)].concat();
        assert_eq!(inspect_all(&padded), vhd_of(MIB));
    }

    #[test]
    fn footers_that_are_refused() {
        let of_type = |disk_type| [vec![0; 512], footer(disk_type, u64::MAX, 512)].concat();
        let mut version = footer(FIXED, u64::MAX, 512);
        put(&mut version, 12, &0x0002_0000_u32.to_be_bytes());
        seal(&mut version, 64);
        let short = DiskFault::Truncated { part: "fixed VHD", needs_bytes: 1536, object_bytes: 1024 };
        let cases = [
            (of_type(0), bad_field("disk type", 0)),
            (of_type(5), bad_field("disk type", 5)),
            (of_type(DIFFERENCING), VhdFault::Differencing.into()),
            (of_type(DYNAMIC), VhdFault::FootersDiffer.into()),
            ([vec![0; 512], version].concat(), bad_field("file format version", 0x0002_0000)),
            ([vec![0; 512], footer(FIXED, u64::MAX, 1024)].concat(), short),
            ([vec![0; 512], footer(FIXED, u64::MAX, 0)].concat(), DiskFault::ZeroSize),
            ([vec![0; 512], footer(FIXED, u64::MAX, 100)].concat(), DiskFault::UnevenSize(100)),
            (footer(FIXED, u64::MAX, 512), VhdFault::FootersDiffer.into()),
        ];
        for (image, fault) in cases {
            assert_eq!(inspect_all(&image), Err(fault));
        }
        let endless = [vec![0; 512], footer(FIXED, u64::MAX, u64::MAX)].concat();
        assert!(matches!(inspect_all(&endless), Err(DiskFault::Truncated { part: "fixed VHD", .. })));
    }

    #[test]
    fn dynamic_headers_that_are_refused() {
        let footer_at = |data_offset| footer(DYNAMIC, data_offset, 100 * MIB);
        let moved = |at| [footer_at(at), header(1536, 50, 2 << 20), footer_at(at)].concat();
        let table_bytes = 49 * (2 << 20);
        let cut = DiskFault::Truncated {
            part: "VHD's block allocation table",
            needs_bytes: 2048 + 4 * 50 + 512,
            object_bytes: 2560,
        };
        let cases = [
            (moved(0), VhdFault::HeaderMissing(0).into()),
            (moved(513), VhdFault::HeaderMissing(513).into()),
            (dynamic_of(&header(1536, 50, 3 << 20)), VhdFault::BlockSize(3 << 20).into()),
            (dynamic_of(&header(1536, 50, 256)), VhdFault::BlockSize(256).into()),
            (dynamic_of(&header(1536, 50, 0)), VhdFault::BlockSize(0).into()),
            (
                dynamic_of(&header(1536, 49, 2 << 20)),
                VhdFault::TableTooSmall { table_bytes, disk_bytes: 100 * MIB }.into(),
            ),
            (dynamic_of(&header(2048, 50, 2 << 20)), cut),
            (dynamic_of(&header(0, 50, 2 << 20)), bad_field("table offset", 0)),
            (dynamic_of(&header(1535, 50, 2 << 20)), bad_field("table offset", 1535)),
        ];
        for (image, fault) in cases {
            assert_eq!(inspect_all(&image), Err(fault));
        }
        for endless in [moved(u64::MAX), dynamic_of(&header(u64::MAX, u32::MAX, 1 << 31))] {
            assert!(matches!(inspect_all(&endless), Err(DiskFault::Truncated { .. })));
        }
    }

    #[test]
    fn both_footers_tell_of_the_same_disk() {
        let other = footer(DYNAMIC, 512, 99 * MIB);
        let mut image = dynamic();
        put(&mut image, 0, &other);
        assert_eq!(inspect_all(&image), Err(VhdFault::FootersDiffer.into()));
        put(&mut image, 0, &footer(DIFFERENCING, 512, 100 * MIB));
        assert_eq!(inspect_all(&image), Err(VhdFault::FootersDiffer.into()));
        let mut image = dynamic();
        image[500] ^= 1;
        assert_eq!(inspect_all(&image), Err(VhdFault::Checksum("footer copy").into()));
    }

    #[test]
    fn a_cut_dynamic_disk_has_no_footer() {
        let image = dynamic();
        for end in 8..image.len() {
            let cut =
                |part, needs_bytes| DiskFault::Truncated { part, needs_bytes, object_bytes: end as u64 };
            let fault = match end {
                0..512 => cut("VHD footer", 512),
                // A file that is cut right behind the copy both begins and ends with it.
                512 => cut("VHD's dynamic disk header", 1536),
                _ => VhdFault::FooterMissing.into(),
            };
            assert_eq!(inspect_all(&image[..end]), Err(fault), "{end}");
        }
    }

    #[test]
    fn no_flipped_bit_escapes_the_checksums() {
        for (image, sealed) in [(dynamic(), 512 + 1024), (fixed(512), 0)] {
            let tail = image.len() - 512..image.len();
            for at in (0..sealed).chain(tail) {
                for bit in 0..8 {
                    let mut flipped = image.clone();
                    flipped[at] ^= 1 << bit;
                    assert!(inspect_all(&flipped).is_err(), "byte {at}, bit {bit}");
                }
            }
        }
    }
}
