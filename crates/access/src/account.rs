//! Accounts.

use std::fmt;

/// An account: its uid, 16 decimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountId(u64);

impl AccountId {
    /// The owner of the system's images. No caller can have this uid.
    pub const SYSTEM: Self = Self(0);

    /// Is it [`SYSTEM`](Self::SYSTEM)?
    #[must_use]
    pub const fn is_system(self) -> bool {
        self.0 == 0
    }

    /// Reads a uid; `None` if it is not 16 digits, the first of them not 0.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let sixteen_digits = text.len() == 16 && text.bytes().all(|b| b.is_ascii_digit());
        (sixteen_digits && !text.starts_with('0')).then(|| text.parse().ok().map(Self)).flatten()
    }

    /// The uid as a number, for stores and for JSON numbers.
    #[must_use]
    pub const fn as_u64(self) -> u64 {
        self.0
    }

    /// The account with this uid; `None` if it has not 16 digits.
    #[must_use]
    pub const fn from_u64(uid: u64) -> Option<Self> {
        if uid >= 1_000_000_000_000_000 && uid <= 9_999_999_999_999_999 { Some(Self(uid)) } else { None }
    }
}

impl fmt::Display for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sixteen_digits() {
        let account = AccountId::parse("1234567890123456").unwrap();
        assert_eq!(account.to_string(), "1234567890123456");
        assert_eq!(AccountId::from_u64(account.as_u64()), Some(account));
        for text in ["", "0234567890123456", "123456789012345", "12345678901234567", "12345678901234a6"] {
            assert_eq!(AccountId::parse(text), None, "{text}");
        }
        assert_eq!(AccountId::from_u64(1), None);
    }
}
