//! What an image is and which changes to it are allowed: the rules, and nothing else.
//!
//! Pure: no I/O, no async, no clock, no randomness, no wire format, no dependency. Time and ids come in as
//! values; a change that a rule forbids comes out as a [`Refusal`].

pub mod disk;
pub mod disk_plan;
pub mod family;
pub mod id;
pub mod image;
pub mod instance;
pub mod name;
pub mod quota;
pub mod recycle_bin;
pub mod refusal;
pub mod share;
pub mod snapshot;
pub mod tag;
pub mod task;
pub mod time;

pub use family::{Candidate, Resolution, Verdict};
pub use id::{DiskId, ImageId, InstanceId, RegionId, SnapshotId, TaskId};
pub use image::{Image, Status};
pub use instance::{Disk, Instance};
pub use name::{Description, FamilyName, ImageName};
pub use refusal::Refusal;
pub use snapshot::Snapshot;
pub use tag::Tag;
pub use task::Task;
pub use time::Timestamp;
