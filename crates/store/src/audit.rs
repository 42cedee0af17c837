//! The audit log: events in chains, each written in the transaction of what it tells.

use imagekin_access::AccountId;

use crate::db::{Connection, Row, first_row};
use crate::store::{account_value, signed, unsigned};
use crate::{AccessWrite, AccountWrite, Store, StoreError, Write};

pub(crate) mod chain;
mod forget;
mod search;
mod verify;

pub use chain::{AuditEntry, AuditEvent, Link, Trail};
pub use search::{AuditSearch, Fits, FoundEvent};
pub(crate) use verify::verify;
pub use verify::{Filed, VerifiedTrail};

/// The name of an account's own trail among its others, which are called as their regions.
const OWN: &str = "";

impl Write<'_> {
    /// Writes an event into the trail of the catalogue, in this transaction.
    ///
    /// # Errors
    /// What the database says.
    pub fn record(&mut self, event: AuditEvent) -> Result<AuditEntry, StoreError> {
        let entry = self.trail_end.next(Trail::of_catalogue(&self.catalogue), event);
        insert(self.read.db, self.catalogue.account, self.catalogue.region.as_str(), &entry)?;
        self.trail_end = entry.link();
        Ok(entry)
    }
}

impl AccessWrite<'_> {
    /// Writes an event into the account's own trail, in this transaction.
    ///
    /// # Errors
    /// What the database says.
    pub fn record(&self, event: AuditEvent) -> Result<Vec<AuditEntry>, StoreError> {
        record(self.db, self.account, vec![event])
    }
}

impl AccountWrite<'_> {
    /// Writes an event into an account's own trail, in this transaction.
    ///
    /// # Errors
    /// What the database says.
    pub fn record(&self, account: AccountId, event: AuditEvent) -> Result<Vec<AuditEntry>, StoreError> {
        record(self.db, account, vec![event])
    }
}

impl Store {
    /// Writes events into the own trail of an account, or of the service, in one transaction.
    ///
    /// # Errors
    /// What the database says: then none of them is written.
    pub async fn record(
        &self,
        account: AccountId,
        events: Vec<AuditEvent>,
    ) -> Result<Vec<AuditEntry>, StoreError> {
        self.transaction(move |db: &dyn Connection, _| record(db, account, events)).await
    }
}

/// Writes events into an account's own trail, whose row is taken until the transaction ends.
pub(crate) fn record(
    db: &dyn Connection,
    account: AccountId,
    events: Vec<AuditEvent>,
) -> Result<Vec<AuditEntry>, StoreError> {
    // Sets what is there to itself: so the row is taken, and told.
    let sql = "INSERT INTO audit_trails (account_id, sequence, hash) VALUES ($1, 0, '') ON CONFLICT (account_id) \
               DO UPDATE SET sequence = audit_trails.sequence RETURNING sequence, hash";
    let end = first_row(db, sql, &[account_value(account)], |row| read_link(row, 0))?;
    let mut end = end.ok_or_else(|| StoreError::Inconsistent("a trail has no row".to_owned()))?;
    let mut entries = Vec::with_capacity(events.len());
    for event in events {
        let entry = end.next(Trail::of_account(account), event);
        insert(db, account, OWN, &entry)?;
        end = entry.link();
        entries.push(entry);
    }
    let sql = "UPDATE audit_trails SET sequence = $1, hash = $2 WHERE account_id = $3";
    db.send(sql, &[signed(end.sequence)?.into(), end.hash.as_str().into(), account_value(account)])?;
    Ok(entries)
}

fn insert(
    db: &dyn Connection,
    account: AccountId,
    trail: &str,
    entry: &AuditEntry,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO audit_events (account_id, trail, sequence, at_us, hash, event) \
               VALUES ($1, $2, $3, $4, $5, $6)";
    let values = [
        account_value(account),
        trail.into(),
        signed(entry.sequence)?.into(),
        entry.at.as_micros().into(),
        entry.hash.as_str().into(),
        entry.event.as_str().into(),
    ];
    db.send(sql, &values)
}

/// Reads a sequence, and the hash in the column behind it.
pub(crate) fn read_link(row: &dyn Row, column: usize) -> Result<Link, StoreError> {
    Ok(Link { sequence: unsigned(row.int(column)?)?, hash: row.text(column + 1)?.to_owned() })
}
