//! Access keys: by which a caller is known.

use std::fmt;

use crate::{AccountId, EntityId, Secret};

/// Longest access key id that is looked up.
const ID_LENGTH_MAX: usize = 128;

/// The public half of an access key, e.g. `LTAI5t…`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccessKeyId(String);

impl AccessKeyId {
    /// Reads an access key id; `None` if it is not 1 to 128 of `[A-Za-z0-9._-]`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let fits = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-');
        let well_formed = !text.is_empty() && text.len() <= ID_LENGTH_MAX && text.bytes().all(fits);
        well_formed.then(|| Self(text.to_owned()))
    }

    /// The id.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AccessKeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether a key may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyStatus {
    /// It may.
    Active,
    /// It may not, until its owner says so again.
    Inactive,
}

impl KeyStatus {
    /// As RAM prints it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Active => "Active",
            Self::Inactive => "Inactive",
        }
    }

    /// Reads what [`as_str`](Self::as_str) prints.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Active, Self::Inactive].into_iter().find(|status| status.as_str() == text)
    }
}

/// An access key of an account, or of one of its users.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessKey {
    /// The account.
    pub account: AccountId,
    /// The user whose key it is; `None`: the account's own.
    pub user: Option<EntityId>,
    /// Its public half.
    pub id: AccessKeyId,
    /// Its secret half.
    pub secret: Secret,
    /// Whether it may be used.
    pub status: KeyStatus,
}
