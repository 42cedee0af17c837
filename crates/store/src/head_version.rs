//! Whether a head that was read earlier is still the head: what makes a cache of heads provably current.
//!
//! Each family falls into one of a fixed number of stripes. A stripe's version is odd while a transaction that may
//! change one of its heads is being committed, and even otherwise. A reader notes the even version before it reads,
//! and what it read stays true as long as the version is the same. The embedded store is the only writer of its
//! database, so no change goes by unseen.

use std::hash::{BuildHasher, RandomState};
use std::sync::atomic::{AtomicU64, Ordering};

use imagekin_access::AccountId;
use imagekin_catalog::RegionId;

/// Number of stripes, a power of two: a commit makes the reader look again at 1/65536 of the families, and theirs only.
const STRIPES: usize = 1 << 16;

/// Where a family falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stripe(u32);

/// The version of a stripe at the instant it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeadVersion(u64);

/// The versions of all stripes.
pub(crate) struct HeadVersions {
    hasher: RandomState,
    stripes: Box<[AtomicU64]>,
}

impl Default for HeadVersions {
    fn default() -> Self {
        Self { hasher: RandomState::new(), stripes: (0..STRIPES).map(|_| AtomicU64::new(0)).collect() }
    }
}

impl HeadVersions {
    /// The stripe of a family.
    #[must_use]
    pub(crate) fn stripe(&self, account: AccountId, region: &RegionId, family: &str) -> Stripe {
        let hash = self.hasher.hash_one((account, region, family));
        Stripe((hash % STRIPES as u64) as u32)
    }

    /// The version of a stripe; `None` while one of its heads may be changing.
    #[must_use]
    pub(crate) fn current(&self, stripe: Stripe) -> Option<HeadVersion> {
        let version = self.stripes[stripe.0 as usize].load(Ordering::Acquire);
        version.is_multiple_of(2).then_some(HeadVersion(version))
    }

    /// Marks stripes as changing. `stripes` has each at most once.
    pub(crate) fn begin(&self, stripes: &[Stripe]) {
        for stripe in stripes {
            self.stripes[stripe.0 as usize].fetch_add(1, Ordering::AcqRel);
        }
    }

    /// Ends what [`begin`](Self::begin) began.
    pub(crate) fn end(&self, stripes: &[Stripe]) {
        for stripe in stripes {
            self.stripes[stripe.0 as usize].fetch_add(1, Ordering::AcqRel);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_outlives_no_change() {
        let versions = HeadVersions::default();
        let account = AccountId::from_u64(1_000_000_000_000_001).unwrap();
        let region = RegionId::parse("cn-hangzhou").unwrap();
        let stripe = versions.stripe(account, &region, "family");
        let before = versions.current(stripe);
        assert!(before.is_some());
        versions.begin(&[stripe]);
        assert_eq!(versions.current(stripe), None);
        versions.end(&[stripe]);
        assert!(versions.current(stripe).is_some_and(|after| Some(after) != before));
    }
}
