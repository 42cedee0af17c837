//! How often accounts may call: the limits, and how much of each is used up.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use imagekin_access::AccountId;
use imagekin_catalog::{RegionId, Timestamp};

use crate::db::{Connection, Row, rows};
use crate::store::{account_from, account_value, signed, unsigned};
use crate::{AuditEvent, Read, Store, StoreError, audit};

/// The action that stands for all actions together.
pub const ANY_ACTION: &str = "*";
/// How much the clocks of nodes may differ.
const CLOCKS_DIFFER_MAX: Duration = Duration::from_secs(60);
/// Counters kept in memory before those are dropped whose window is over.
const COUNTERS_KEPT: usize = 100_000;

/// Most calls of an account, in each region, within each window of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Throttle {
    /// Whose calls; `None`: those of every account that has no limit of its own for the action.
    pub account: Option<AccountId>,
    /// Calls of this action, or of all together ([`ANY_ACTION`]).
    pub action: String,
    /// Most calls.
    pub calls_max: u64,
    /// How long a window is, in whole seconds. The first began in 1970.
    pub window: Duration,
}

/// What is counted together: the calls of an account in a region, of one action or of all.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CounterKey {
    /// Whose calls.
    pub account: AccountId,
    /// Where.
    pub region: RegionId,
    /// Of which action, with its service: some have the same name. [`ANY_ACTION`] of all.
    pub action: String,
}

/// Calls in a window.
#[derive(Clone, Copy, Debug)]
struct Count {
    window_began: Timestamp,
    window_ends: Timestamp,
    calls: u64,
}

/// Counters of a process that serves its store alone.
#[derive(Debug, Default)]
pub(crate) struct Counters(Mutex<Counts>);

#[derive(Debug)]
struct Counts {
    by_key: HashMap<CounterKey, Count>,
    /// With so many it is looked which are over. Twice as many as were left the last time: each call pays for a look at two.
    look_at: usize,
}

impl Default for Counts {
    fn default() -> Self {
        Self { by_key: HashMap::new(), look_at: COUNTERS_KEPT }
    }
}

impl Throttle {
    /// When the window began that goes on at `now`, and when it ends.
    #[must_use]
    pub fn window_at(&self, now: Timestamp) -> (Timestamp, Timestamp) {
        let window = i64::try_from(self.window.as_secs().max(1)).unwrap_or(i64::MAX);
        let began = Timestamp::from_seconds(now.as_seconds().div_euclid(window).saturating_mul(window));
        (began, began.plus(self.window))
    }
}

impl Counters {
    fn count(&self, key: &CounterKey, window: (Timestamp, Timestamp), calls: u64) -> u64 {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Counts { by_key, look_at } = &mut *counts;
        if by_key.len() >= *look_at {
            by_key.retain(|_, count| count.window_ends > window.0);
            *look_at = COUNTERS_KEPT.max(by_key.len() * 2);
        }
        let (window_began, window_ends) = window;
        let count = by_key.entry(key.clone()).or_insert(Count { window_began, window_ends, calls: 0 });
        let ahead_us = count.window_began.as_micros().saturating_sub(window_began.as_micros());
        if !(0..=ahead_us_max(window)).contains(&ahead_us) {
            *count = Count { window_began, window_ends, calls: 0 };
        }
        count.calls = count.calls.saturating_add(calls);
        count.calls
    }
}

impl Store {
    /// All limits, those of every account first.
    ///
    /// # Errors
    /// What the database says.
    pub async fn throttles(&self) -> Result<Vec<Throttle>, StoreError> {
        let sql = "SELECT account_id, action, calls_max, window_s FROM throttles ORDER BY account_id, action";
        self.read(move |read: &Read<'_>| rows(read.db, sql, &[], read_throttle)).await
    }

    /// The limits of an account: its own, and for other actions those of every account.
    ///
    /// # Errors
    /// What the database says.
    pub async fn throttles_of(&self, account: AccountId) -> Result<Vec<Throttle>, StoreError> {
        let sql = "SELECT account_id, action, calls_max, window_s FROM throttles WHERE account_id = $1";
        let (own, every) = ([account_value(account)], [filed_under(None)]);
        let limits = (self.rows(sql, &own, read_throttle), self.rows(sql, &every, read_throttle));
        let (mut limits, every) = tokio::try_join!(limits.0, limits.1)?;
        let others = every.into_iter().filter(|every| limits.iter().all(|own| own.action != every.action));
        let others: Vec<Throttle> = others.collect();
        limits.extend(others);
        Ok(limits)
    }

    /// Adds a limit, or changes the one of the same account and action; `event` tells of it.
    ///
    /// # Errors
    /// What the database says.
    pub async fn put_throttle(&self, throttle: Throttle, event: AuditEvent) -> Result<(), StoreError> {
        self.transaction(move |db: &dyn Connection, _| {
            let sql = "INSERT INTO throttles (account_id, action, calls_max, window_s) VALUES ($1, $2, $3, $4) \
                       ON CONFLICT (account_id, action) \
                       DO UPDATE SET calls_max = excluded.calls_max, window_s = excluded.window_s";
            let calls_max = signed(throttle.calls_max)?.into();
            let window = signed(throttle.window.as_secs())?.into();
            let filed_under = filed_under(throttle.account);
            db.send(sql, &[filed_under, throttle.action.as_str().into(), calls_max, window])?;
            audit::record(db, trail_of(throttle.account), vec![event]).map(drop)
        })
        .await
    }

    /// Removes a limit, and `event` tells of it; `false` if there is none.
    ///
    /// # Errors
    /// What the database says.
    pub async fn remove_throttle(
        &self,
        account: Option<AccountId>,
        action: &str,
        event: AuditEvent,
    ) -> Result<bool, StoreError> {
        let action = action.to_owned();
        self.transaction(move |db: &dyn Connection, _| {
            let sql = "DELETE FROM throttles WHERE account_id = $1 AND action = $2";
            let is_gone = db.execute(sql, &[filed_under(account), action.as_str().into()])? == 1;
            if is_gone {
                audit::record(db, trail_of(account), vec![event])?;
            }
            Ok(is_gone)
        })
        .await
    }
}

fn filed_under(account: Option<AccountId>) -> crate::db::Value<'static> {
    account_value(trail_of(account))
}

/// Whose trail tells of a limit: that of every account is the service's matter.
fn trail_of(account: Option<AccountId>) -> AccountId {
    // Nobody calls as the system.
    account.unwrap_or(AccountId::SYSTEM)
}

/// How far the window that is counted in may be ahead of the one of a call, in microseconds. Where clocks of nodes differ the
/// newer window is the one that counts, and in a window that is over nothing is counted any more; one that is further ahead was
/// begun by a clock that was set back since, and would last for as long as the step.
fn ahead_us_max(window: (Timestamp, Timestamp)) -> i64 {
    let ahead = window.1.since(window.0).saturating_add(CLOCKS_DIFFER_MAX);
    i64::try_from(ahead.as_micros()).unwrap_or(i64::MAX)
}

/// Counts calls in a window, or in the one that others have begun, which is ahead by no more than `$6`.
pub(crate) const COUNT: &str = "INSERT INTO throttle_counters (account_id, region_id, action, window_began_us, calls) \
    VALUES ($1, $2, $3, $4, $5) ON CONFLICT (account_id, region_id, action) DO UPDATE SET \
    calls = CASE WHEN throttle_counters.window_began_us - excluded.window_began_us BETWEEN 0 AND $6 \
    THEN throttle_counters.calls + excluded.calls ELSE excluded.calls END, \
    window_began_us = CASE WHEN throttle_counters.window_began_us - excluded.window_began_us BETWEEN 0 AND $6 \
    THEN throttle_counters.window_began_us ELSE excluded.window_began_us END RETURNING calls";

impl Store {
    /// Counts so many more calls in the window `window`, its beginning and its end; gives how many there were in it, these
    /// included: on all nodes together.
    ///
    /// # Errors
    /// What the database says.
    pub async fn count_calls(
        &self,
        key: &CounterKey,
        window: (Timestamp, Timestamp),
        calls: u64,
    ) -> Result<u64, StoreError> {
        let Some(postgres) = self.postgres() else { return Ok(self.counters.count(key, window, calls)) };
        let values = [
            account_value(key.account),
            key.region.as_str().into(),
            key.action.as_str().into(),
            window.0.as_micros().into(),
            signed(calls)?.into(),
            ahead_us_max(window).into(),
        ];
        let counted = postgres.first_row(COUNT, &values, |row| unsigned(row.int(0)?)).await?;
        counted.ok_or_else(|| StoreError::Inconsistent("a counter has no row".to_owned()))
    }
}

pub(crate) fn read_throttle(row: &dyn Row) -> Result<Throttle, StoreError> {
    Ok(Throttle {
        account: Some(account_from(row.int(0)?)?).filter(|account| *account != AccountId::SYSTEM),
        action: row.text(1)?.to_owned(),
        calls_max: unsigned(row.int(2)?)?,
        window: Duration::from_secs(unsigned(row.int(3)?)?),
    })
}

#[cfg(test)]
mod tests;
