//! Who may do what: accounts, access keys and their secrets. Pure: no I/O, no clock.

mod account;
mod key;
mod secret;

pub use account::AccountId;
pub use key::{AccessKey, AccessKeyId, KeyStatus};
pub use secret::Secret;
