//! Whether the trails are as they were written, and as a file has them.

use std::collections::{BTreeMap, BTreeSet};

use imagekin_catalog::Timestamp;

use super::chain::{Link, Stored, Trail, Verifier};
use super::{AuditEntry, OWN, read_link};
use crate::db::rows;
use crate::store::unsigned;
use crate::tables::{Cell, Table};
use crate::{Read, Store, StoreError};

/// What was written beside the store: the hash of each event, and where it stands.
#[derive(Clone, Debug, Default)]
pub struct Filed(BTreeMap<Trail, BTreeMap<u64, (String, String)>>);

impl Filed {
    /// Adds an event, and says where it stands, for people.
    pub fn add(&mut self, entry: &AuditEntry, place: &str) {
        let of_trail = self.0.entry(entry.trail.clone()).or_default();
        of_trail.insert(entry.sequence, (entry.hash.clone(), place.to_owned()));
    }
}

/// What a look at a trail has come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifiedTrail {
    /// Which.
    pub trail: Trail,
    /// How many events there are.
    pub events: u64,
    /// How many of them are not in the file, where there is one.
    pub not_filed: u64,
    /// The last one.
    pub last: Link,
    /// What is wrong, if anything.
    pub problems: Vec<String>,
}

impl Store {
    /// Looks at all trails as of one instant, and holds them against what was written beside the store.
    ///
    /// # Errors
    /// What the database says: then not all was looked at.
    pub async fn verify_audit(&self, filed: Filed) -> Result<Vec<VerifiedTrail>, StoreError> {
        self.read_patiently(move |read| verify(read, &filed)).await
    }
}

/// Where a trail ends, and after which event it is kept.
#[derive(Clone, Debug, Default)]
struct Ends {
    end: Link,
    anchor: Link,
}

pub(crate) fn verify(read: &Read<'_>, filed: &Filed) -> Result<Vec<VerifiedTrail>, StoreError> {
    let ends = ends(read)?;
    let mut open: BTreeSet<Trail> = ends.keys().chain(filed.0.keys()).cloned().collect();
    let mut verified = Vec::new();
    let mut looking: Option<Looking<'_>> = None;
    let table = Table::named("audit_events");
    let mut cursor = read.cursor(table, Vec::new());
    while let Some(row) = cursor.next()? {
        let (trail, stored) = stored(&row);
        if looking.as_ref().is_none_or(|looking| looking.verifier.trail != trail) {
            verified.extend(looking.take().map(Looking::end));
            open.remove(&trail);
        }
        looking.get_or_insert_with(|| Looking::at(trail, &ends, filed)).take(stored);
    }
    verified.extend(looking.map(Looking::end));
    verified.extend(open.into_iter().map(|trail| Looking::at(trail, &ends, filed).end()));
    verified.sort_by(|one, other| one.trail.cmp(&other.trail));
    Ok(verified)
}

fn ends(read: &Read<'_>) -> Result<BTreeMap<Trail, Ends>, StoreError> {
    let mut ends: BTreeMap<Trail, Ends> = BTreeMap::new();
    let of_catalogues =
        "SELECT account_id, region_id, audit_sequence, audit_hash FROM catalogues WHERE audit_sequence <> 0";
    for (trail, end) in links(read, of_catalogues)? {
        ends.entry(trail).or_default().end = end;
    }
    let of_accounts = format!("SELECT account_id, '{OWN}', sequence, hash FROM audit_trails");
    for (trail, end) in links(read, &of_accounts)? {
        ends.entry(trail).or_default().end = end;
    }
    for (trail, anchor) in links(read, "SELECT account_id, trail, sequence, hash FROM audit_anchors")? {
        ends.entry(trail).or_default().anchor = anchor;
    }
    Ok(ends)
}

/// Those that can be read; what cannot, `imagekin check` tells with its row.
fn links(read: &Read<'_>, sql: &str) -> Result<Vec<(Trail, Link)>, StoreError> {
    let found = rows(read.db, sql, &[], |row| {
        Ok((Trail::of_row(row.int(0)?, row.text(1)?), read_link(row, 2).unwrap_or_default()))
    })?;
    Ok(found)
}

/// A row of `audit_events`; the event is `None` where it cannot be read.
fn stored(row: &[Cell]) -> (Trail, Option<Stored>) {
    match row {
        [Cell::Int(account), Cell::Text(trail), Cell::Int(sequence), rest @ ..] => {
            let trail = Trail::of_row(*account, trail);
            let [Cell::Int(at), Cell::Text(hash), Cell::Text(event)] = rest else { return (trail, None) };
            let stored = unsigned(*sequence).ok().map(|sequence| Stored {
                sequence,
                at: Timestamp::from_micros(*at),
                hash: hash.clone(),
                event: event.clone(),
            });
            (trail, stored)
        }
        _ => (Trail::named(""), None),
    }
}

/// A look at one trail.
struct Looking<'f> {
    verifier: Verifier,
    ends: Ends,
    filed: Option<&'f BTreeMap<u64, (String, String)>>,
    not_filed: u64,
    /// Events of the file that were found.
    found: u64,
}

impl<'f> Looking<'f> {
    fn at(trail: Trail, ends: &BTreeMap<Trail, Ends>, filed: &'f Filed) -> Self {
        let ends = ends.get(&trail).cloned().unwrap_or_default();
        let filed = filed.0.get(&trail);
        Self { verifier: Verifier::new(trail, ends.anchor.clone()), ends, filed, not_filed: 0, found: 0 }
    }

    fn take(&mut self, stored: Option<Stored>) {
        let Some(stored) = stored else {
            return self.verifier.problem("an event cannot be read".to_owned());
        };
        self.verifier.take(&stored);
        match self.filed.and_then(|filed| filed.get(&stored.sequence)) {
            Some((hash, place)) => {
                self.found += 1;
                if *hash != stored.hash {
                    let sequence = stored.sequence;
                    self.verifier.problem(format!("event {sequence} is another one than that of {place}"));
                }
            }
            None => self.not_filed += 1,
        }
    }

    fn end(mut self) -> VerifiedTrail {
        let filed =
            self.filed.into_iter().flatten().filter(|(sequence, _)| **sequence > self.ends.anchor.sequence);
        let filed: Vec<_> = filed.collect();
        if filed.len() as u64 > self.found {
            let last = filed.last().map(|(_, (_, place))| place.as_str()).unwrap_or_default();
            let gone = filed.len() as u64 - self.found;
            self.verifier.problem(format!(
                "{gone} of the events in the file are not there; the last stands in {last}"
            ));
        }
        let (trail, events) = (self.verifier.trail.clone(), self.verifier.events);
        let (last, problems) = self.verifier.end(&self.ends.end);
        VerifiedTrail { trail, events, not_filed: self.not_filed, last, problems }
    }
}
