//! Tasks: work that goes on in the background after the call that started it was answered.

/// What a task does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskAction {
    /// Makes an image of snapshots.
    CreateImage,
    /// Makes an image of the disk images in a bucket.
    ImportImage,
}

impl TaskAction {
    /// Every action.
    pub const ALL: [Self; 2] = [Self::CreateImage, Self::ImportImage];

    /// As DescribeTasks prints it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::CreateImage => "CreateImage",
            Self::ImportImage => "ImportImage",
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
    /// Not ended.
    Processing,
    /// Ended well.
    Finished,
    /// Ended badly.
    Failed,
}

impl TaskStatus {
    /// Every status.
    pub const ALL: [Self; 3] = [Self::Processing, Self::Finished, Self::Failed];

    /// As DescribeTasks prints it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Processing => "Processing",
            Self::Finished => "Finished",
            Self::Failed => "Failed",
        }
    }

    /// Reads what [`as_str`](Self::as_str) prints.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == text)
    }
}

/// A background task, in the terms of DescribeTasks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Its id.
    pub id: crate::TaskId,
    /// What it does.
    pub action: TaskAction,
    /// How far it is.
    pub status: TaskStatus,
    /// The image it makes.
    pub image_id: crate::ImageId,
    /// When it was started.
    pub created_at: crate::Timestamp,
    /// Not before this instant does it end: its creation instant plus the creation delay.
    pub ready_at: crate::Timestamp,
}
