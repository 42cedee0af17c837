//! Who may do what: accounts, access keys and their secrets, policies and what they decide. Pure: no I/O, no clock.

mod account;
mod identity;
mod key;
pub mod owner_guard;
pub mod policy;
mod secret;
mod system_policies;

pub use account::AccountId;
pub use identity::{EntityId, Identity};
pub use key::{AccessKey, AccessKeyId, KeyStatus};
pub use owner_guard::{GuardMode, OwnerGuard, Trust};
pub use policy::{PolicyDocument, PolicyError, TrustPolicy};
pub use secret::Secret;
pub use system_policies::{PolicyType, SYSTEM_POLICIES, SystemPolicy};
