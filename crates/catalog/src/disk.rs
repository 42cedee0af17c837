//! The disks of an image: which snapshots and devices they are.

use crate::SnapshotId;

/// Most data disks beside the system disk.
pub const DATA_DISKS_MAX: usize = 16;
/// Smallest and largest disk in GiB (ImportImage, newest text: 1 to 2048).
pub const DISK_SIZE_GIB: std::ops::RangeInclusive<u32> = 1..=2048;

/// What a disk is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiskKind {
    /// The disk that boots.
    System,
    /// Any other disk.
    Data,
}

impl DiskKind {
    /// As DiskDeviceMapping.Type prints it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Data => "data",
        }
    }

    /// Reads what [`as_str`](Self::as_str) prints.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::System, Self::Data].into_iter().find(|kind| kind.as_str() == text)
    }
}

/// One disk of an image (DiskDeviceMapping).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiskMapping {
    /// `/dev/xvda` for the system disk, `/dev/xvdb` to `/dev/xvdz` for data disks.
    pub device: String,
    /// What it is for.
    pub kind: DiskKind,
    /// Its size in GiB.
    pub size_gib: u32,
    /// The snapshot behind it; `None` for an empty data disk, or while an import has not made it yet.
    pub snapshot_id: Option<SnapshotId>,
    /// What it was imported from; `None` if it was not imported.
    pub imported_from: Option<ImportedFrom>,
}

/// The object that a disk was imported from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedFrom {
    /// Format of the disk image: as the caller spelled it, else as it was found.
    pub format: String,
    /// Bucket.
    pub bucket: String,
    /// Object within the bucket.
    pub object: String,
}

/// What a disk can be exported as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportFormat {
    /// Sector by sector, in a gzipped tar, as ECS does.
    Raw,
    /// Virtual PC.
    Vhd,
    /// QEMU.
    Qcow2,
    /// VMware.
    Vmdk,
    /// VirtualBox.
    Vdi,
}

impl ExportFormat {
    /// Every format.
    pub const ALL: [Self; 5] = [Self::Raw, Self::Vhd, Self::Qcow2, Self::Vmdk, Self::Vdi];

    /// As ExportImage spells it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Raw => "raw",
            Self::Vhd => "vhd",
            Self::Qcow2 => "qcow2",
            Self::Vmdk => "vmdk",
            Self::Vdi => "vdi",
        }
    }

    /// Reads a format, whatever its case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.as_str().eq_ignore_ascii_case(text))
    }

    /// What the name of the object ends with.
    #[must_use]
    pub const fn suffix(self) -> &'static str {
        match self {
            Self::Raw => "raw.tar.gz",
            other => other.as_str(),
        }
    }
}
