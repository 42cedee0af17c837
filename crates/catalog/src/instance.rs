//! Instances and their disks, as far as a catalogue of images knows them: users of images, and sources of snapshots.

use crate::disk::DiskKind;
use crate::refusal::InstanceRefusal;
use crate::{DiskId, ImageId, InstanceId};

/// An instance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instance {
    /// Its id.
    pub id: InstanceId,
    /// How it is.
    pub status: InstanceStatus,
    /// The image it was made of, if that is known.
    pub image_id: Option<ImageId>,
}

/// How an instance is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InstanceStatus {
    /// Being made.
    Pending,
    /// About to run.
    Starting,
    /// Running.
    Running,
    /// About to stop.
    Stopping,
    /// Stopped.
    Stopped,
}

impl InstanceStatus {
    /// Every status.
    pub const ALL: [Self; 5] = [Self::Pending, Self::Starting, Self::Running, Self::Stopping, Self::Stopped];

    /// As DescribeInstances prints it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "Pending",
            Self::Starting => "Starting",
            Self::Running => "Running",
            Self::Stopping => "Stopping",
            Self::Stopped => "Stopped",
        }
    }

    /// Reads what [`as_str`](Self::as_str) prints.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == text)
    }
}

/// A disk of an instance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disk {
    /// Its id.
    pub id: DiskId,
    /// The instance it belongs to, if any.
    pub instance_id: Option<InstanceId>,
    /// What it is for.
    pub kind: DiskKind,
    /// Its size in GiB.
    pub size_gib: u32,
}

/// The disks of an instance that an image can be made of, the system disk first.
///
/// # Errors
/// [`InstanceRefusal::StatusIncorrect`] unless it is Running or Stopped; [`InstanceRefusal::NoSystemDisk`].
pub fn imageable_disks(instance: &Instance, mut disks: Vec<Disk>) -> Result<Vec<Disk>, InstanceRefusal> {
    if !matches!(instance.status, InstanceStatus::Running | InstanceStatus::Stopped) {
        return Err(InstanceRefusal::StatusIncorrect);
    }
    disks.sort_by_key(|disk| disk.kind == DiskKind::Data);
    match disks.first() {
        Some(disk) if disk.kind == DiskKind::System => Ok(disks),
        _ => Err(InstanceRefusal::NoSystemDisk),
    }
}
