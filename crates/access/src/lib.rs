//! Who may do what: accounts, access keys and their secrets, policies and what they decide. Pure: no I/O, no clock.

mod account;
mod key;
pub mod policy;
mod secret;

pub use account::AccountId;
pub use key::{AccessKey, AccessKeyId, KeyStatus};
pub use policy::{PolicyDocument, PolicyError, TrustPolicy};
pub use secret::Secret;
