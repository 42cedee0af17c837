//! Who a caller is within its account.

use std::fmt;

use crate::AccountId;

/// Digits of the id of a user, a group or a role.
const ID_DIGITS: usize = 18;
/// The least number of so many digits, and how many there are.
const ID_FIRST: u128 = 10_u128.pow(ID_DIGITS as u32 - 1);

/// The id of a user, a group or a role within its account: 18 digits. Names can change, it does not.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(String);

impl EntityId {
    /// Reads an id; `None` if it is not 18 digits, the first of them not 0.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.len() == ID_DIGITS && text.bytes().all(|b| b.is_ascii_digit());
        (digits && !text.starts_with('0')).then(|| Self(text.to_owned()))
    }

    /// An id made of 128 random bits.
    #[must_use]
    pub fn generate(bits: u128) -> Self {
        Self((ID_FIRST + bits % (9 * ID_FIRST)).to_string())
    }

    /// The id.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for EntityId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Who calls, within an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Identity {
    /// The account itself: no policy is above it.
    Account,
    /// One of its RAM users.
    User {
        /// Its id.
        id: EntityId,
        /// Its name, which can change.
        name: String,
    },
    /// Somebody who has assumed one of its roles for a while.
    AssumedRole {
        /// The id of the role.
        id: EntityId,
        /// Its name.
        name: String,
        /// What the session was called when the role was assumed.
        session: String,
    },
}

impl Identity {
    /// Its resource name, as GetCallerIdentity tells it.
    #[must_use]
    pub fn arn(&self, account: AccountId) -> String {
        match self {
            Self::Account => format!("acs:ram::{account}:root"),
            Self::User { name, .. } => format!("acs:ram::{account}:user/{name}"),
            Self::AssumedRole { name, session, .. } => {
                format!("acs:ram::{account}:assumed-role/{name}/{session}")
            }
        }
    }

    /// Its resource name where policies speak of who calls: of a session that of its role, without the name of the session.
    #[must_use]
    pub fn principal_arn(&self, account: AccountId) -> String {
        match self {
            Self::AssumedRole { name, .. } => format!("acs:ram::{account}:role/{name}"),
            identity => identity.arn(account),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eighteen_digits() {
        for bits in [0, 1, u128::MAX, 9 * ID_FIRST - 1, 9 * ID_FIRST] {
            let id = EntityId::generate(bits);
            assert_eq!(EntityId::parse(id.as_str()), Some(id));
        }
        assert_eq!(EntityId::generate(9 * ID_FIRST - 1).as_str(), "999999999999999999");
        for text in
            ["", "012345678901234567", "12345678901234567", "1234567890123456789", "12345678901234567a"]
        {
            assert_eq!(EntityId::parse(text), None, "{text}");
        }
    }

    #[test]
    fn each_has_a_resource_name() {
        let account = AccountId::parse("1234567890123456").unwrap();
        let (id, name) = (EntityId::generate(0), "alice".to_owned());
        let user = Identity::User { id: id.clone(), name };
        let role = Identity::AssumedRole { id, name: "builder".to_owned(), session: "nightly".to_owned() };
        assert_eq!(Identity::Account.arn(account), "acs:ram::1234567890123456:root");
        assert_eq!(user.arn(account), "acs:ram::1234567890123456:user/alice");
        assert_eq!(role.arn(account), "acs:ram::1234567890123456:assumed-role/builder/nightly");
    }
}
