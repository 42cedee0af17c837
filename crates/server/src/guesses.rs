//! Guesses at secrets: an address that sends too many wrong signatures is not listened to until the minute is over.
//!
//! What is asked of whoever calls comes first, so a refused guess costs one look into this table and tells nothing. Wrong
//! signatures are counted by the address they come from and the key they name, and, with more room, by the address alone:
//! one stale key of a build farm does not shut out what else comes through the same proxy. What other addresses send is
//! never counted. Each node counts for itself, in a memory that does not grow.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::net::{IpAddr, Ipv6Addr};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Mutex, PoisonError};

use imagekin_catalog::Timestamp;

use crate::config::Limits;

/// How long a window is, in seconds. The first began in 1970.
const WINDOW_S: i64 = 60;
/// Counters of one window, some 40 bytes each. What comes from further addresses is not counted: whoever has so many could
/// make as many guesses from them anyway.
const COUNTERS_MAX: usize = 65_536;

/// The memory of wrong signatures.
pub(crate) struct Guesses {
    of_key_max: u32,
    of_address_max: u32,
    /// So that nobody can choose two key ids that are counted as one.
    hasher: RandomState,
    /// The window in which somebody has used up what he may send: in any other one nobody needs to look further.
    used_up_in: AtomicI64,
    counted: Mutex<Counted>,
}

#[derive(Default)]
struct Counted {
    /// The how many-th since 1970.
    window: i64,
    wrong: HashMap<Counter, u32>,
}

/// What is counted together: what comes from an address, by one key or by all.
type Counter = (IpAddr, Option<u64>);

impl Guesses {
    pub(crate) fn new(limits: &Limits) -> Self {
        Self {
            of_key_max: limits.wrong_signatures_of_key_max,
            of_address_max: limits.wrong_signatures_of_address_max,
            hasher: RandomState::new(),
            used_up_in: AtomicI64::new(i64::MIN),
            counted: Mutex::default(),
        }
    }

    /// May somebody at `address` try this key now? What has come by no connection may.
    ///
    /// # Errors
    /// The time until it may be tried again, in milliseconds.
    pub(crate) fn admit(&self, address: Option<IpAddr>, key_id: &str, now: Timestamp) -> Result<(), u32> {
        let window = window_at(now);
        let Some(address) = address.filter(|_| self.used_up_in.load(Ordering::Acquire) == window) else {
            return Ok(());
        };
        let counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        let is_used_up = |(counter, max): (Counter, u32)| {
            counted.window == window && counted.wrong.get(&counter).is_some_and(|wrong| *wrong >= max)
        };
        if self.counters(address, key_id).into_iter().any(is_used_up) {
            return Err(u32::try_from(rest_ms(now)).unwrap_or(u32::MAX));
        }
        Ok(())
    }

    /// A wrong signature came, or one by a key that is none.
    pub(crate) fn note(&self, address: Option<IpAddr>, key_id: &str, now: Timestamp) {
        let Some(address) = address else { return };
        let window = window_at(now);
        let mut counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        if counted.window != window {
            // Also when the clock was set back: what was counted is of another minute.
            counted.window = window;
            counted.wrong.clear();
        }
        for (counter, max) in self.counters(address, key_id) {
            if counted.wrong.len() >= COUNTERS_MAX && !counted.wrong.contains_key(&counter) {
                continue;
            }
            let wrong = counted.wrong.entry(counter).or_default();
            *wrong = wrong.saturating_add(1);
            if *wrong >= max {
                self.used_up_in.store(window, Ordering::Release);
            }
        }
    }

    /// The counters of what comes, and most of each.
    fn counters(&self, address: IpAddr, key_id: &str) -> [(Counter, u32); 2] {
        let source = source(address);
        let of_key = (source, Some(self.hasher.hash_one(key_id)));
        [(of_key, self.of_key_max), ((source, None), self.of_address_max)]
    }
}

/// Who is one: an address of IPv4, a network of IPv6, of which everybody has a whole /64.
fn source(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX))),
        address @ IpAddr::V4(_) => address,
    }
}

fn window_at(now: Timestamp) -> i64 {
    now.as_seconds().div_euclid(WINDOW_S)
}

/// How long the window goes on, in milliseconds: never nothing.
fn rest_ms(now: Timestamp) -> i64 {
    let ends_us = (window_at(now) + 1).saturating_mul(WINDOW_S * 1_000_000);
    ends_us.saturating_sub(now.as_micros()).div_euclid(1_000).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: &str = "192.0.2.1";

    fn guesses() -> Guesses {
        let limits = Limits {
            wrong_signatures_of_key_max: 3,
            wrong_signatures_of_address_max: 10,
            ..Limits::default()
        };
        Guesses::new(&limits)
    }

    fn at(address: &str) -> Option<IpAddr> {
        Some(address.parse().unwrap())
    }

    fn second(second: i64) -> Timestamp {
        Timestamp::from_seconds(1_700_000_040 + second)
    }

    #[test]
    fn a_key_is_tried_so_often_from_an_address() {
        let guesses = guesses();
        for _ in 0..3 {
            assert_eq!(guesses.admit(at(HERE), "key", second(10)), Ok(()));
            guesses.note(at(HERE), "key", second(10));
        }
        assert_eq!(guesses.admit(at(HERE), "key", second(10)), Err(50_000));
        assert_eq!(guesses.admit(at(HERE), "other", second(10)), Ok(()), "another key of the same address");
        assert_eq!(guesses.admit(at("192.0.2.2"), "key", second(10)), Ok(()), "the same from elsewhere");
        assert_eq!(guesses.admit(None, "key", second(10)), Ok(()));
        assert_eq!(guesses.admit(at(HERE), "key", second(59)), Err(1_000));
        assert_eq!(guesses.admit(at(HERE), "key", second(60)), Ok(()), "the next minute");
        assert_eq!(guesses.admit(at(HERE), "key", second(-1)), Ok(()), "a clock that is set back");
        guesses.note(at(HERE), "key", second(60));
        assert_eq!(guesses.admit(at(HERE), "key", second(60)), Ok(()), "it is counted from one again");
    }

    #[test]
    fn an_address_tries_so_many_keys() {
        let guesses = guesses();
        for n in 0..10 {
            let key = format!("key-{n}");
            assert_eq!(guesses.admit(at(HERE), &key, second(0)), Ok(()));
            guesses.note(at(HERE), &key, second(0));
        }
        assert_eq!(guesses.admit(at(HERE), "any", second(0)), Err(60_000));
        assert_eq!(guesses.admit(at("192.0.2.2"), "any", second(0)), Ok(()));
    }

    /// Whoever has an address of IPv6 has as many as he likes.
    #[test]
    fn one_is_who_has_a_network() {
        let guesses = guesses();
        for address in ["2001:db8:0:1::1", "2001:db8:0:1:ffff::2", "2001:db8:0:1:2:3:4:5"] {
            guesses.note(at(address), "key", second(0));
        }
        assert!(guesses.admit(at("2001:db8:0:1::9"), "key", second(0)).is_err());
        assert_eq!(guesses.admit(at("2001:db8:0:2::1"), "key", second(0)), Ok(()));
        for _ in 0..3 {
            guesses.note(at("::ffff:192.0.2.7"), "key", second(0));
        }
        assert!(guesses.admit(at("192.0.2.7"), "key", second(0)).is_err(), "the same, told by IPv6");
        assert_eq!(guesses.admit(at("::ffff:192.0.2.8"), "key", second(0)), Ok(()));
    }

    /// However many addresses send, the table has an end, and shuts out nobody for what others sent.
    #[test]
    fn the_table_does_not_grow() {
        let guesses = guesses();
        let address = |n: u32| Some(IpAddr::from(n.to_be_bytes()));
        for n in 0..100_000 {
            guesses.note(address(n), "key", second(0));
        }
        let kept = || guesses.counted.lock().unwrap().wrong.len();
        assert_eq!(kept(), COUNTERS_MAX);
        for n in 0..100_001 {
            assert_eq!(guesses.admit(address(n), "key", second(0)), Ok(()));
        }
        guesses.note(address(0), "key", second(60));
        assert_eq!(kept(), 2);
    }
}
