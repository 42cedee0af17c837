//! Snapshots: the disks behind images.

use crate::disk::DiskKind;
use crate::{SnapshotId, Timestamp};

/// The snapshots of this day and before cannot become images (CreateImage: `InvalidSnapshot.TooOld`):
/// 2013-07-15T23:59:59Z in seconds since 1970.
const TOO_OLD_SECONDS: i64 = 1_373_932_799;

/// How far a snapshot is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SnapshotStatus {
    /// Being made.
    Progressing,
    /// Complete: its bytes are in place.
    Accomplished,
    /// Could not be made.
    Failed,
}

impl SnapshotStatus {
    /// Every status.
    pub const ALL: [Self; 3] = [Self::Progressing, Self::Accomplished, Self::Failed];

    /// As DescribeSnapshots prints it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Progressing => "progressing",
            Self::Accomplished => "accomplished",
            Self::Failed => "failed",
        }
    }

    /// Reads what [`as_str`](Self::as_str) prints.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == text)
    }
}

/// Where the bytes of a snapshot lie and what they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SnapshotBytes {
    /// Path of the object below the region's folder of the object store: `<bucket>/<object>`.
    pub path: String,
    /// Length of the object in bytes.
    pub length: u64,
    /// SHA-256 of the object, 64 lower-case hexadecimal digits.
    pub sha256: String,
}

/// A disk at one instant, out of which images are made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// Its id.
    pub id: SnapshotId,
    /// How far it is.
    pub status: SnapshotStatus,
    /// Whether the disk was a system or a data disk.
    pub source_disk: DiskKind,
    /// Size of the disk in GiB.
    pub size_gib: u32,
    /// When it was made.
    pub created_at: Timestamp,
    /// Its bytes; `None` where it has none (a sandbox fixture).
    pub bytes: Option<SnapshotBytes>,
}

impl Snapshot {
    /// Was it made on or before 2013-07-15?
    #[must_use]
    pub fn is_too_old(&self) -> bool {
        self.created_at.as_seconds() <= TOO_OLD_SECONDS
    }
}
