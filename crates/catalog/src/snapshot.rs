//! Snapshots: the disks behind images.

use crate::disk::DiskKind;
use crate::refusal::SnapshotRefusal;
use crate::{Description, DiskId, Refusal, RegionId, SnapshotId, Tag, Timestamp};

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
    /// The object within the bucket of snapshots of its region.
    pub path: String,
    /// Length of the object in bytes.
    pub length: u64,
    /// SHA-256 of the object, 64 lower-case hexadecimal digits.
    pub sha256: String,
}

/// What a snapshot is copied from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopiedSnapshot {
    /// Its region.
    pub region: RegionId,
    /// The snapshot.
    pub snapshot_id: SnapshotId,
    /// Its bytes, which the copy must equal; `None` where it has none.
    pub bytes: Option<SnapshotBytes>,
}

/// What a snapshot's maker can say of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SnapshotAttributes {
    /// Name; may be empty, and need not be unique.
    pub name: SnapshotName,
    /// What its owner says of it.
    pub description: Description,
    /// Days after which ECS deletes it; `None` keeps it. Kept and shown here, nothing is deleted.
    pub retention_days: Option<u32>,
    /// Resource group; empty for the default one.
    pub resource_group_id: String,
}

/// A disk at one instant, out of which images are made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// Its id.
    pub id: SnapshotId,
    /// What its maker says of it.
    pub attributes: SnapshotAttributes,
    /// How far it is.
    pub status: SnapshotStatus,
    /// The disk it is of; `None` where no disk was, as for an import.
    pub disk_id: Option<DiskId>,
    /// Whether the disk was a system or a data disk.
    pub source_disk: DiskKind,
    /// Size of the disk in GiB.
    pub size_gib: u32,
    /// When it was made.
    pub created_at: Timestamp,
    /// Its bytes; `None` where it has none (a sandbox fixture, a snapshot of an instance's disk).
    pub bytes: Option<SnapshotBytes>,
    /// What it is a copy of, if it is one.
    pub copied_from: Option<CopiedSnapshot>,
    /// Its tags.
    pub tags: Vec<Tag>,
}

impl Snapshot {
    /// A snapshot of a disk, without bytes.
    #[must_use]
    pub fn new(
        id: SnapshotId,
        status: SnapshotStatus,
        disk: DiskKind,
        size_gib: u32,
        now: Timestamp,
    ) -> Self {
        Self {
            id,
            attributes: SnapshotAttributes::default(),
            status,
            disk_id: None,
            source_disk: disk,
            size_gib,
            created_at: now,
            bytes: None,
            copied_from: None,
            tags: Vec::new(),
        }
    }

    /// Was it made on or before 2013-07-15?
    #[must_use]
    pub fn is_too_old(&self) -> bool {
        self.created_at.as_seconds() <= TOO_OLD_SECONDS
    }
}

/// The name of a snapshot: empty, or 2 to 128 characters, first a letter, not starting with `auto`, `http://` or
/// `https://` (CreateSnapshot: names that begin with auto are ECS's own).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SnapshotName(String);

impl SnapshotName {
    /// Reads a snapshot name; an empty one is none.
    ///
    /// # Errors
    /// [`SnapshotRefusal::NameMalformed`] when a rule above is broken.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let fits = crate::name::is_title(text) && !text.starts_with("auto");
        if text.is_empty() || fits {
            Ok(Self(text.to_owned()))
        } else {
            Err(SnapshotRefusal::NameMalformed.into())
        }
    }

    /// The name, `""` when there is none.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
