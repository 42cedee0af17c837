//! Why an object is not a disk image we take, in words that tell its owner what to do next.

use std::error::Error;
use std::fmt;

use super::Format;

/// What to do about a file that lost bytes on its way.
const UPLOAD: &str = "upload the complete file again";

/// What to do about a header that only its writer can have got wrong.
const CONVERT: &str = "make it again with `qemu-img convert -O qcow2`";

/// Why [`inspect`](super::inspect) refuses an object. The list is complete on purpose: the caller maps each
/// reason to an ECS code by an exhaustive match. Every size and offset is in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiskFault {
    /// The object has no bytes.
    Empty,
    /// Fewer or more bytes were handed over than the object's length promises; nothing is said about the
    /// image.
    Unread {
        /// How many bytes belong to this part of the object.
        wanted_bytes: usize,
        /// How many there were.
        given_bytes: usize,
    },
    /// Neither a known container nor a raw disk with a boot record, partition table or known file system.
    Unrecognised,
    /// A compressed file or an archive, by name; the disk image may be inside.
    Archive(&'static str),
    /// Another product's disk image, by name.
    ForeignFormat(&'static str),
    /// An ISO 9660 disc: an installer, not an installed system.
    OpticalDisc,
    /// The header gives the disk no bytes at all.
    ZeroSize,
    /// The disk is not a whole number of 512-byte sectors; holds its size.
    UnevenSize(u64),
    /// The disk's size does not fit a signed 64-bit number; holds the size.
    TooLarge(u64),
    /// The object ends before something that its header names.
    Truncated {
        /// What is cut off.
        part: &'static str,
        /// Where that part ends: how long the object would have to be.
        needs_bytes: u64,
        /// How long it is.
        object_bytes: u64,
    },
    /// A header field holds what its format does not allow or what no known software reads.
    BadField {
        /// The container.
        format: Format,
        /// The field, in the words of the specification.
        field: &'static str,
        /// What it holds.
        value: u64,
    },
    /// A reason that only a qcow2 image can give.
    Qcow2(Qcow2Fault),
    /// A reason that only a VHD can give.
    Vhd(VhdFault),
}

impl fmt::Display for DiskFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "the object is empty; {UPLOAD}"),
            Self::Unread { wanted_bytes, given_bytes } => {
                write!(f, "{given_bytes} bytes were read of {wanted_bytes}: the object changed; try again")
            }
            Self::Unrecognised => f.write_str(
                "the object is no disk image: it has no QCOW2 or VHD header, boot record, partition table or \
                 known file system; check that the right file was uploaded",
            ),
            Self::Archive(name) => {
                write!(f, "the object is an archive ({name}); unpack it and upload the disk image inside")
            }
            Self::ForeignFormat(name) => {
                write!(f, "the object is a {name} image; convert it with `qemu-img convert -O qcow2`")
            }
            Self::OpticalDisc => f.write_str(
                "the object is an ISO 9660 disc; install from it onto a disk and upload that disk's image",
            ),
            Self::ZeroSize => write!(f, "the image describes a disk of 0 bytes; {CONVERT}"),
            Self::UnevenSize(bytes) => {
                write!(f, "the disk has {bytes} bytes, not a whole number of 512-byte sectors; {UPLOAD}")
            }
            Self::TooLarge(bytes) => {
                write!(f, "the disk has {bytes} bytes, more than any machine can use; shrink it")
            }
            Self::Truncated { part, needs_bytes, object_bytes } => {
                write!(f, "the {part} ends at byte {needs_bytes}, the object at {object_bytes}; {UPLOAD}")
            }
            Self::BadField { format, field, value } => {
                write!(f, "the {} header has {field} {value}, which is not valid; {CONVERT}", format.as_str())
            }
            Self::Qcow2(fault) => fault.fmt(f),
            Self::Vhd(fault) => fault.fmt(f),
        }
    }
}

impl Error for DiskFault {}

/// Why a qcow2 image is refused. Sizes are in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Qcow2Fault {
    /// A version other than 2 and 3; holds the version.
    Version(u32),
    /// The image holds only the differences to another file. That file is not here, and following its name
    /// would let an uploaded header read any file of the server.
    BackingFile,
    /// The disk's bytes are in another file, with the same danger.
    ExternalDataFile,
    /// The image is encrypted, and the key is not in it.
    Encrypted,
    /// The program that wrote the image last did not close it. The specification wants the refcounts repaired
    /// before any access, and the disk inside is that of a machine which was running or had crashed.
    Dirty,
    /// The program that wrote the image last found it damaged: any structure may be wrong.
    Corrupt,
    /// The image needs features that we do not know, so that its bytes cannot be understood; holds their
    /// bits.
    UnknownFeatures(u64),
    /// A table is too short for its disk, or longer than QEMU reads.
    TableSize {
        /// The table, in the words of the specification.
        table: &'static str,
        /// Its length.
        bytes: u64,
        /// The least length that serves this disk.
        min_bytes: u64,
        /// The greatest length that QEMU reads.
        max_bytes: u64,
    },
}

impl fmt::Display for Qcow2Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Version(version) => write!(f, "the qcow2 version is {version}, not 2 or 3; {CONVERT}"),
            Self::BackingFile => {
                f.write_str("the qcow2 image refers to a backing file; flatten it with `qemu-img convert`")
            }
            Self::ExternalDataFile => f.write_str(
                "the qcow2 image keeps its data in another file; join them with `qemu-img convert`",
            ),
            Self::Encrypted => {
                f.write_str("the qcow2 image is encrypted; decrypt it with `qemu-img convert` and its key")
            }
            Self::Dirty => f.write_str(
                "the qcow2 image was not closed properly; shut the machine down that uses it, then run \
                 `qemu-img check -r all`",
            ),
            Self::Corrupt => f.write_str(
                "the qcow2 image is marked corrupt; repair it with `qemu-img check -r all`, then test it",
            ),
            Self::UnknownFeatures(bits) => {
                write!(f, "the qcow2 image needs unknown features (bits {bits:#x}); {CONVERT} without them")
            }
            Self::TableSize { table, bytes, min_bytes, max_bytes } => write!(
                f,
                "the qcow2 {table} has {bytes} bytes where {min_bytes} to {max_bytes} are valid; {CONVERT}",
            ),
        }
    }
}

impl From<Qcow2Fault> for DiskFault {
    fn from(fault: Qcow2Fault) -> Self {
        Self::Qcow2(fault)
    }
}

/// Why a VHD is refused. Sizes are in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VhdFault {
    /// A checksum does not match; holds the name of the structure.
    Checksum(&'static str),
    /// The object begins as a dynamic VHD but does not end with a footer.
    FooterMissing,
    /// The footer and its copy at the start describe different disks, or a dynamic disk has no copy, or a
    /// fixed one has. Programs differ in which of the two they believe, so they would see different disks.
    FootersDiffer,
    /// There is no dynamic disk header where the footer says, or it is farther in than we look; holds the
    /// offset.
    HeaderMissing(u64),
    /// The image holds only the differences to a parent.
    Differencing,
    /// The block size of a dynamic disk is not a power of two of at least one sector; holds it.
    BlockSize(u32),
    /// The block allocation table of a dynamic disk covers less than the disk. ECS has a code for this
    /// (InvalidVHDImage.IncorrectSize).
    TableTooSmall {
        /// Max Table Entries times Block Size.
        table_bytes: u64,
        /// Current Size.
        disk_bytes: u64,
    },
}

impl fmt::Display for VhdFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Checksum(part) => write!(f, "the checksum of the VHD's {part} is wrong; {UPLOAD}"),
            Self::FooterMissing => write!(f, "the VHD does not end with its footer; {UPLOAD}"),
            Self::FootersDiffer => {
                write!(f, "the VHD's footer and the copy of it at the start do not agree; {CONVERT}")
            }
            Self::HeaderMissing(at) => write!(f, "the VHD has no dynamic header at byte {at}; {CONVERT}"),
            Self::Differencing => {
                f.write_str("the VHD is a differencing disk; merge it with its parent by `qemu-img convert`")
            }
            Self::BlockSize(bytes) => {
                write!(f, "the VHD's block size {bytes} is not a power of two from 512 on; {CONVERT}")
            }
            Self::TableTooSmall { table_bytes, disk_bytes } => write!(
                f,
                "the VHD's block table covers {table_bytes} of the disk's {disk_bytes} bytes; {CONVERT}",
            ),
        }
    }
}

impl From<VhdFault> for DiskFault {
    fn from(fault: VhdFault) -> Self {
        Self::Vhd(fault)
    }
}
