//! The owner guard: whose images an account takes from others. A stranger's image must never win.

use std::collections::BTreeSet;

use crate::AccountId;

/// Most owners that one guard names.
pub const TRUSTED_OWNERS_MAX: usize = 100;

/// What the guard of an account in a region does about images of owners that are not trusted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GuardMode {
    /// Nothing: every share counts.
    #[default]
    Off,
    /// It tells of them, and changes nothing.
    Audit,
    /// They are as if they had not been shared.
    Enforce,
}

impl GuardMode {
    /// Every mode.
    pub const ALL: [Self; 3] = [Self::Off, Self::Audit, Self::Enforce];

    /// As it is kept and printed.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Audit => "audit",
            Self::Enforce => "enforce",
        }
    }

    /// Reads what [`as_str`](Self::as_str) prints.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.as_str() == text)
    }
}

/// What a guard says of an image's owner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trust {
    /// The image is seen.
    Trusted,
    /// It is seen, and would not be if the guard were enforced.
    Doubted,
    /// It is not seen.
    Refused,
}

/// The guard of one account in one region.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnerGuard {
    /// What it does.
    pub mode: GuardMode,
    /// Whom it trusts beside the account itself; [`AccountId::SYSTEM`] for the system's images.
    pub trusted: BTreeSet<AccountId>,
}

impl OwnerGuard {
    /// What it says of an image of `owner` that `account`, whose guard it is, would see: the one place where this is decided.
    #[must_use]
    pub fn judge(&self, account: AccountId, owner: AccountId) -> Trust {
        if owner == account || self.trusted.contains(&owner) {
            return Trust::Trusted;
        }
        match self.mode {
            GuardMode::Off => Trust::Trusted,
            GuardMode::Audit => Trust::Doubted,
            GuardMode::Enforce => Trust::Refused,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(n: u64) -> AccountId {
        AccountId::from_u64(1_000_000_000_000_000 + n).unwrap()
    }

    #[test]
    fn ones_own_and_whom_one_trusts_are_always_seen() {
        let [own, partner, stranger] = [1, 2, 3].map(account);
        for mode in GuardMode::ALL {
            let guard = OwnerGuard { mode, trusted: BTreeSet::from([partner]) };
            let told = [own, partner, stranger, AccountId::SYSTEM].map(|owner| guard.judge(own, owner));
            let other = match mode {
                GuardMode::Off => Trust::Trusted,
                GuardMode::Audit => Trust::Doubted,
                GuardMode::Enforce => Trust::Refused,
            };
            assert_eq!(told, [Trust::Trusted, Trust::Trusted, other, other], "{mode:?}");
        }
    }

    #[test]
    fn the_system_is_trusted_where_it_is_named() {
        let guard = OwnerGuard { mode: GuardMode::Enforce, trusted: BTreeSet::from([AccountId::SYSTEM]) };
        assert_eq!(guard.judge(account(1), AccountId::SYSTEM), Trust::Trusted);
        assert_eq!(guard.judge(account(1), account(2)), Trust::Refused);
    }

    #[test]
    fn each_mode_is_read_as_it_is_printed() {
        assert!(GuardMode::ALL.iter().all(|mode| GuardMode::parse(mode.as_str()) == Some(*mode)));
        assert_eq!(GuardMode::parse("Enforce"), None);
        assert_eq!(OwnerGuard::default().judge(account(1), account(2)), Trust::Trusted);
    }
}
