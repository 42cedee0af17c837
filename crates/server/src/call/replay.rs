//! The replay guard: a nonce is good for one request, within a memory that never grows.
//!
//! Nonces live in a table of a fixed size, eight to a bucket, each in one of two buckets. One is free again when the
//! timestamp that it was signed with has become too old to be accepted. When both buckets of a new nonce are full, the
//! oldest of the sixteen gives way, and from then on no timestamp as old as that one is accepted any more: the window
//! shrinks, nothing is forgotten silently. So it is, too, when the clock is set back.

use std::hash::{BuildHasher, RandomState};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Mutex, PoisonError};

/// Nonces of one bucket: one cache line of fingerprints, with their seconds in the next.
const BUCKET: usize = 8;
/// Parts of the table that are locked by themselves.
const SHARDS: usize = 64;

/// What the guard says of a nonce.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Nonce {
    /// It was not used; now it is.
    Fresh,
    /// It was used.
    Used,
    /// Its timestamp is so old that it may have been used and given way.
    TooOld,
}

/// The memory of nonces.
pub(crate) struct ReplayGuard {
    hasher: RandomState,
    shards: Box<[Mutex<Box<[Bucket]>>]>,
    /// No timestamp before this one is accepted; in seconds since 1970.
    floor: AtomicI64,
}

/// Nonces, and the seconds that they were signed in; a free place has second 0.
#[derive(Clone, Copy, Default)]
struct Bucket {
    fingerprints: [u64; BUCKET],
    seconds: [u32; BUCKET],
}

impl Bucket {
    fn has(&self, fingerprint: u64, oldest: i64) -> bool {
        let mut places = self.fingerprints.iter().zip(self.seconds);
        places.any(|(there, second)| *there == fingerprint && i64::from(second) >= oldest)
    }

    /// The second of the place that is free, or was taken first, and that place.
    fn oldest(&self) -> (u32, usize) {
        (0..BUCKET).map(|place| (self.seconds[place], place)).min().unwrap_or_default()
    }
}

impl ReplayGuard {
    /// A guard that remembers up to about `nonces_max` nonces, at 12 bytes each.
    pub(crate) fn new(nonces_max: usize) -> Self {
        let buckets = (nonces_max / SHARDS).div_ceil(BUCKET).max(1);
        let shard = || Mutex::new(vec![Bucket::default(); buckets].into());
        Self {
            hasher: RandomState::new(),
            shards: (0..SHARDS).map(|_| shard()).collect(),
            floor: AtomicI64::new(0),
        }
    }

    /// Uses up `nonce` of the key `access_key_id`, signed at `timestamp`. Timestamps before `oldest` are not accepted
    /// anyway: their nonces need not be remembered. Both in seconds since 1970.
    pub(crate) fn use_up(&self, access_key_id: &str, nonce: &str, timestamp: i64, oldest: i64) -> Nonce {
        let fingerprint = self.hasher.hash_one((access_key_id, nonce));
        let shard = &self.shards[fingerprint as usize % SHARDS];
        let mut shard = shard.lock().unwrap_or_else(PoisonError::into_inner);
        // Read under the lock: whoever gave way in this shard has raised it before.
        let floor = self.floor.load(Ordering::Acquire);
        let Some(second) = u32::try_from(timestamp).ok().filter(|_| timestamp >= floor) else {
            return Nonce::TooOld;
        };
        let buckets = buckets(fingerprint, shard.len());
        if buckets.iter().any(|n| shard[*n].has(fingerprint, oldest.max(floor))) {
            return Nonce::Used;
        }
        let [of_first, of_second] = buckets.map(|n| (shard[n].oldest(), n));
        let ((given_way, place), bucket) = of_first.min(of_second);
        let given_way = i64::from(given_way);
        if given_way > 0 {
            self.floor.fetch_max(given_way + 1, Ordering::AcqRel);
        }
        if timestamp <= given_way {
            return Nonce::TooOld;
        }
        shard[bucket].fingerprints[place] = fingerprint;
        shard[bucket].seconds[place] = second;
        Nonce::Fresh
    }
}

/// The two of `count` buckets in which a nonce may be.
fn buckets(fingerprint: u64, count: usize) -> [usize; 2] {
    let count = count as u64;
    let first = (fingerprint >> 8) % count;
    let second = (fingerprint.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 17) % count;
    [first as usize, second as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_700_000_000;
    const OLDEST: i64 = NOW - 900;

    #[test]
    fn a_nonce_is_good_once_per_key() {
        let guard = ReplayGuard::new(1_024);
        assert_eq!(guard.use_up("k", "n", NOW, OLDEST), Nonce::Fresh);
        assert_eq!(guard.use_up("k", "n", NOW, OLDEST), Nonce::Used);
        assert_eq!(guard.use_up("k", "n", NOW + 1, OLDEST), Nonce::Used, "another timestamp does not help");
        assert_eq!(guard.use_up("k2", "n", NOW, OLDEST), Nonce::Fresh);
        assert_eq!(guard.use_up("k", "n2", NOW, OLDEST), Nonce::Fresh);
    }

    #[test]
    fn a_nonce_is_free_again_when_its_timestamp_is_too_old() {
        let guard = ReplayGuard::new(1_024);
        assert_eq!(guard.use_up("k", "n", NOW, OLDEST), Nonce::Fresh);
        assert_eq!(guard.use_up("k", "n", NOW + 1_000, NOW + 100), Nonce::Fresh);
    }

    /// However many nonces come, and however little room there is, none is accepted twice.
    #[test]
    fn when_it_is_full_the_window_shrinks_and_nothing_is_forgotten() {
        let guard = ReplayGuard::new(SHARDS * BUCKET);
        let request = |n: i64| (format!("nonce-{n}"), NOW + n / 50);
        let accepted: Vec<i64> = (0..50_000)
            .filter(|n| {
                let (nonce, timestamp) = request(*n);
                guard.use_up("k", &nonce, timestamp, OLDEST) == Nonce::Fresh
            })
            .collect();
        assert!(accepted.len() > 10_000, "{} of 50000 accepted", accepted.len());
        for n in accepted {
            let (nonce, timestamp) = request(n);
            assert_ne!(guard.use_up("k", &nonce, timestamp, OLDEST), Nonce::Fresh, "nonce {n} came twice");
        }
    }

    #[test]
    fn a_clock_set_back_opens_no_gap() {
        let guard = ReplayGuard::new(SHARDS * BUCKET);
        assert_eq!(guard.use_up("k", "first", NOW, OLDEST), Nonce::Fresh);
        for n in 0..20_000 {
            let later = NOW + 10_000;
            guard.use_up("k", &format!("n{n}"), later + n / 500, later - 900);
        }
        assert_ne!(guard.use_up("k", "first", NOW, OLDEST), Nonce::Fresh);
    }
}
