//! Tasks: work that goes on in the background after the call that started it was answered.

use crate::disk::ExportFormat;
use crate::{ImageId, RegionId, TaskId, Timestamp};

/// Most copies of one account that run in one region at once; further ones wait (CopyImage, text of 2026).
pub const RUNNING_COPIES_MAX: u64 = 5;

/// What a task does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskAction {
    /// Makes an image of snapshots.
    CreateImage,
    /// Makes an image of the disk images in a bucket.
    ImportImage,
    /// Makes an image of another one, in the same region or in another.
    CopyImage,
    /// Writes the disks of an image into a bucket.
    ExportImage,
}

impl TaskAction {
    /// Every action.
    pub const ALL: [Self; 4] = [Self::CreateImage, Self::ImportImage, Self::CopyImage, Self::ExportImage];

    /// As DescribeTasks prints it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::CreateImage => "CreateImage",
            Self::ImportImage => "ImportImage",
            Self::CopyImage => "CopyImage",
            Self::ExportImage => "ExportImage",
        }
    }

    /// Reads what [`as_str`](Self::as_str) prints.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.as_str() == text)
    }
}

/// How far a task is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskStatus {
    /// Begins when another one has ended.
    Waiting,
    /// At work, or about to be.
    Processing,
    /// Ended well.
    Finished,
    /// Ended badly.
    Failed,
    /// Cancelled. The clients' lists have this word (spec/clients.md 12.16), ECS's page has none.
    Deleted,
}

impl TaskStatus {
    /// Every status.
    pub const ALL: [Self; 5] = [Self::Waiting, Self::Processing, Self::Finished, Self::Failed, Self::Deleted];

    /// As DescribeTasks prints it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "Waiting",
            Self::Processing => "Processing",
            Self::Finished => "Finished",
            Self::Failed => "Failed",
            Self::Deleted => "Deleted",
        }
    }

    /// Reads what [`as_str`](Self::as_str) prints.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == text)
    }

    /// Is there work left?
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Waiting | Self::Processing)
    }
}

/// What a task works on, beside its image.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Work {
    /// The snapshots are there already.
    CreateImage,
    /// The disks of the image say what they are imported from.
    ImportImage,
    /// The snapshots of the image say what they are copied from.
    CopyImage {
        /// Region of the image that is copied.
        source_region: RegionId,
        /// The image that is copied.
        source_image: ImageId,
    },
    /// Where the disks go.
    ExportImage(Export),
}

/// Where an image is exported to, and as what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// Bucket, in the region of the image.
    pub bucket: String,
    /// What the names of the objects begin with; may be empty.
    pub prefix: String,
    /// Format of the disk images.
    pub format: ExportFormat,
}

impl Export {
    /// The object of the `n`th disk, counted from 0, the system disk: `<prefix>_<image>_system.raw.tar.gz`, as ECS names
    /// it and Terraform deletes it (spec/clients.md 3.2).
    #[must_use]
    pub fn object(&self, image: &ImageId, n: usize) -> String {
        let prefix = if self.prefix.is_empty() { String::new() } else { format!("{}_", self.prefix) };
        let disk = if n == 0 { "system".to_owned() } else { format!("data{n}") };
        format!("{prefix}{image}_{disk}.{}", self.format.suffix())
    }
}

impl Work {
    /// Are the snapshots of the image made by this work? Those that an image is created from were there before, are their
    /// owner's, and may be in other images.
    #[must_use]
    pub const fn makes_snapshots(&self) -> bool {
        matches!(self, Self::ImportImage | Self::CopyImage { .. })
    }

    /// What it is called.
    #[must_use]
    pub const fn action(&self) -> TaskAction {
        match self {
            Self::CreateImage => TaskAction::CreateImage,
            Self::ImportImage => TaskAction::ImportImage,
            Self::CopyImage { .. } => TaskAction::CopyImage,
            Self::ExportImage(_) => TaskAction::ExportImage,
        }
    }
}

/// A background task, in the terms of DescribeTasks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Its id.
    pub id: TaskId,
    /// What it does.
    pub work: Work,
    /// How far it is.
    pub status: TaskStatus,
    /// How much is done, in percent: 0 to 100.
    pub progress: u8,
    /// Why it has failed; empty otherwise.
    pub failure: String,
    /// The image it makes, or exports.
    pub image_id: ImageId,
    /// When it was started.
    pub created_at: Timestamp,
    /// It does not end before this instant: the delay of the sandbox.
    pub ready_at: Timestamp,
    /// When it ended.
    pub finished_at: Option<Timestamp>,
}

impl Task {
    /// A new task of this work on an image, at work at once.
    #[must_use]
    pub fn new(
        id: TaskId,
        work: Work,
        image_id: ImageId,
        created_at: Timestamp,
        ready_at: Timestamp,
    ) -> Self {
        let (status, failure) = (TaskStatus::Processing, String::new());
        Self { id, work, status, progress: 0, failure, image_id, created_at, ready_at, finished_at: None }
    }

    /// Can its owner still cancel it? Imports and exports can be, by CancelTask; a copy by CancelCopyImage.
    #[must_use]
    pub fn supports_cancel(&self) -> bool {
        self.status.is_open() && matches!(self.work, Work::ImportImage | Work::ExportImage(_))
    }
}
