//! Events that are looked for.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use imagekin_access::AccountId;
use imagekin_catalog::Timestamp;

use super::chain::Trail;
use crate::db::Value;
use crate::store::account_value;
use crate::tables::{Cell, Table};
use crate::{Read, Store, StoreError};

/// Whether an event fits, by its trail and its JSON.
pub type Fits = Box<dyn Fn(&Trail, &str) -> bool + Send>;

/// Which events.
pub struct AuditSearch {
    /// Those of the trails of this account, or of all.
    pub account: Option<AccountId>,
    /// From then on.
    pub since: Timestamp,
    /// Before then.
    pub until: Timestamp,
    /// Of those the ones that fit, by their trail and their JSON.
    pub fits: Fits,
    /// Most events: the newest.
    pub limit: usize,
}

/// An event that was found. They are in the order of their age.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FoundEvent {
    /// When it was.
    pub at: Timestamp,
    /// Where.
    pub trail: Trail,
    /// Its number in the trail.
    pub sequence: u64,
    /// All of it: a JSON object on one line.
    pub event: String,
}

impl Store {
    /// The events that fit, the newest first. Every event is looked at: nothing of one stands in a column that could say
    /// something else than what was hashed.
    ///
    /// # Errors
    /// What the database says.
    pub async fn search_audit(&self, search: AuditSearch) -> Result<Vec<FoundEvent>, StoreError> {
        self.read_patiently(move |read| find(read, &search)).await
    }
}

fn find(read: &Read<'_>, search: &AuditSearch) -> Result<Vec<FoundEvent>, StoreError> {
    let within = match search.account.map(account_value) {
        Some(Value::Int(account)) => vec![Cell::Int(account)],
        _ => Vec::new(),
    };
    let mut newest: BinaryHeap<Reverse<FoundEvent>> = BinaryHeap::new();
    let mut cursor = read.cursor(Table::named("audit_events"), within);
    while let Some(row) = cursor.next()? {
        let Some(event) = event(&row) else { continue };
        if (search.since..search.until).contains(&event.at) && (search.fits)(&event.trail, &event.event) {
            newest.push(Reverse(event));
            if newest.len() > search.limit {
                newest.pop();
            }
        }
    }
    Ok(newest.into_sorted_vec().into_iter().map(|Reverse(event)| event).collect())
}

/// A row that can be read; what cannot, `imagekin audit verify` tells.
fn event(row: &[Cell]) -> Option<FoundEvent> {
    let [Cell::Int(account), Cell::Text(trail), Cell::Int(sequence), Cell::Int(at), _, Cell::Text(event)] =
        row
    else {
        return None;
    };
    Some(FoundEvent {
        at: Timestamp::from_micros(*at),
        trail: Trail::of_row(*account, trail),
        sequence: u64::try_from(*sequence).ok()?,
        event: event.clone(),
    })
}
