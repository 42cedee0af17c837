//! Places that one account may have half of: those of requests that write, which wait for the database, and those of object
//! requests.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use imagekin_access::AccountId;

/// The places that there are, and those that are taken.
#[derive(Debug)]
pub(crate) struct AccountPlaces {
    max: usize,
    taken: Mutex<Taken>,
}

#[derive(Debug, Default)]
struct Taken {
    in_all: usize,
    by_account: HashMap<AccountId, usize>,
}

/// A place, until it is dropped: that of a write as long as it goes on, whoever still waits for it.
#[derive(Debug)]
pub(crate) struct AccountPlace {
    places: Arc<AccountPlaces>,
    account: AccountId,
}

impl AccountPlaces {
    pub(crate) fn new(max: usize) -> Arc<Self> {
        Arc::new(Self { max, taken: Mutex::default() })
    }

    /// Takes a place for a request of the account; `None` where there is none. Nobody waits for one: whoever did would keep
    /// others from being worked on.
    pub(crate) fn take(self: &Arc<Self>, account: AccountId) -> Option<AccountPlace> {
        let mut taken = self.taken();
        let of_account = taken.by_account.get(&account).copied().unwrap_or(0);
        if taken.in_all >= self.max || of_account >= self.max.div_ceil(2) {
            return None;
        }
        taken.in_all += 1;
        taken.by_account.insert(account, of_account + 1);
        Some(AccountPlace { places: Arc::clone(self), account })
    }

    fn taken(&self) -> MutexGuard<'_, Taken> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for AccountPlace {
    fn drop(&mut self) {
        let mut taken = self.places.taken();
        taken.in_all -= 1;
        if let Some(of_account) = taken.by_account.get_mut(&self.account) {
            *of_account -= 1;
            if *of_account == 0 {
                taken.by_account.remove(&self.account);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_account_takes_half_and_all_together_no_more_than_there_are() {
        let account = |n: u64| AccountId::from_u64(1_000_000_000_000_000 + n).unwrap();
        let places = AccountPlaces::new(4);
        let first: Vec<_> = (0..3).map(|_| places.take(account(1))).collect();
        assert_eq!(first.iter().flatten().count(), 2);
        let second: Vec<_> = (2..5).map(|n| places.take(account(n))).collect();
        assert_eq!(second.iter().flatten().count(), 2);
        drop(first);
        assert!(places.take(account(4)).is_some());
        drop(second);
        assert!(places.taken().by_account.is_empty() && places.taken().in_all == 0);
        assert!(AccountPlaces::new(1).take(account(1)).is_some());
    }
}
