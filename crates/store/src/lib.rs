//! The only crate that knows SQL and object storage.
//!
//! SQL is grouped by noun ([`images`], [`families`], …) and written once; [`db`] holds what differs between databases.
//! Reads see one instant and never wait for the writer; a write is one transaction that takes its catalogue's row
//! first. Rules are not here: `catalog` decides, on rows that were loaded here.

mod access_keys;
mod access_tags;
mod access_write;
mod accounts;
mod attachments;
mod audit;
mod backup;
mod check;
mod client_tokens;
mod db;
pub mod disk;
mod entities;
mod error;
mod families;
mod file_lock;
mod groups;
mod head_version;
mod images;
mod instances;
mod json;
mod migrating;
mod nonces;
mod objects;
mod owner;
mod owner_guards;
mod policies;
mod removals;
mod roles;
mod schema;
mod seal;
mod shares;
mod snapshots;
mod statement;
mod store;
mod tables;
mod tags;
mod tasks;
mod telling;
mod throttles;
mod users;

pub use access_keys::{KeyDescription, KeyPlace, SealedAnew, SealedWith};
pub use access_tags::TaggedByName;
pub use access_write::AccessWrite;
pub use accounts::AccountWrite;
pub use attachments::{Attachment, Grant};
pub use audit::{AuditEntry, AuditEvent, AuditSearch, Filed, Fits, FoundEvent, Link, Trail, VerifiedTrail};
pub use backup::{Backup, Elsewhere, Manifest, is_being_backed_up, restore};
pub use check::{BytesChecked, Check, Checked};
pub use client_tokens::RecordedAnswer;
pub use db::postgres::{DatabaseUrl, PostgresSettings};
pub use entities::{Entity, EntityType};
pub use error::StoreError;
pub use families::{AsOf, HeadChange};
pub use file_lock::FileLock;
pub use groups::Group;
pub use head_version::{HeadVersion, Stripe};
pub use images::{DeletedImage, ImageFilter, ImageScope, OwnedImage, Page};
pub use instances::OwnedInstance;
pub use migrating::{distribute_database, migrate_database, migrate_folder};
pub use objects::{
    At, Copied, Copying, Draft, Far, Listed, ObjectPath, Objects, Placement, Protocol, Upload, UploadFault,
    leads_inside,
};
pub use policies::{Policy, PolicyVersion};
pub use removals::{ObjectRemoval, REMOVAL_MAX};
pub use roles::Role;
pub use seal::{KeyId, KeyRing, change_key_file};
pub use shares::Share;
pub use snapshots::{SnapshotFilter, SnapshotPage};
pub use store::embedded::{is_store, lock as lock_folder};
pub use store::{Cause, Read, Store, Write};
pub use tags::{CarriedTag, ResourceType, TagFilter, TagUse, TaggedResource};
pub use tasks::{ClaimedTask, TaskFilter, TaskQueue};
pub use telling::{Tell, Told};
pub use throttles::{ANY_ACTION, CounterKey, Throttle};
pub use users::User;

use imagekin_access::AccountId;
use imagekin_catalog::RegionId;

/// The images of one account in one region: what a write locks and a read is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Catalogue {
    /// Whose images.
    pub account: AccountId,
    /// Where.
    pub region: RegionId,
}
