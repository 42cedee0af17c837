//! Chains of events: the hash of each is over all of it and the hash before, so that no change of one goes unseen. No I/O.

use std::fmt;

use aws_lc_rs::digest;
use imagekin_access::AccountId;
use imagekin_catalog::Timestamp;
use serde::Deserialize;

use crate::Catalogue;

/// The name of a chain of events: an account of 16 digits, a slash, and the region of a catalogue; of an account's own, nothing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Trail(String);

impl Trail {
    /// The trail of what changes a catalogue.
    #[must_use]
    pub fn of_catalogue(catalogue: &Catalogue) -> Self {
        Self(format!("{}/{}", catalogue.account, catalogue.region))
    }

    /// The trail of who may do what in an account, and of what was refused to it; of [`AccountId::SYSTEM`], that of the service.
    #[must_use]
    pub fn of_account(account: AccountId) -> Self {
        Self(format!("{account}/"))
    }

    /// The trail of this name, whether there is one or not.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self(name.to_owned())
    }

    /// The region of the catalogue that it is of; empty, if it is of none.
    #[must_use]
    pub fn region(&self) -> &str {
        self.0.split_once('/').map_or("", |(_, region)| region)
    }

    /// As a row has it, whatever stands there.
    pub(super) fn of_row(account: i64, trail: &str) -> Self {
        Self(format!("{account:016}/{trail}"))
    }
}

impl fmt::Display for Trail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An event that is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEvent {
    /// When it was.
    pub at: Timestamp,
    /// All of it: a JSON object on one line.
    pub json: String,
}

/// An event in its place in a chain; where a chain ends, or begins to be kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// Its number, from 1; 0 before the first.
    pub sequence: u64,
    /// Its hash; empty before the first.
    pub hash: String,
}

/// What stands before the event in a line of a file.
const BEFORE_EVENT: &str = ",\"event\":";

/// What else stands in it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Head {
    trail: String,
    sequence: u64,
    at_us: i64,
    previous_hash: String,
    hash: String,
}

/// An event that is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEntry {
    /// Where.
    pub trail: Trail,
    /// Its number in the trail, from 1.
    pub sequence: u64,
    /// When it was.
    pub at: Timestamp,
    /// The hash of the event before it; empty where there is none.
    pub previous_hash: String,
    /// Its own.
    pub hash: String,
    /// All of it: a JSON object on one line.
    pub event: String,
}

impl AuditEntry {
    /// What comes next follows this.
    #[must_use]
    pub fn link(&self) -> Link {
        Link { sequence: self.sequence, hash: self.hash.clone() }
    }

    /// As a line of a file. The event stands last, as it was hashed.
    #[must_use]
    pub fn line(&self) -> String {
        let Self { trail, sequence, at, previous_hash, hash, event } = self;
        let at_us = at.as_micros();
        format!(
            "{{\"trail\":\"{trail}\",\"sequence\":{sequence},\"atUs\":{at_us},\"previousHash\":\"{previous_hash}\",\
             \"hash\":\"{hash}\"{BEFORE_EVENT}{event}}}"
        )
    }

    /// Reads a line of a file; `None` for one that is not whole. Whether it is sound is another question.
    #[must_use]
    pub fn parse(line: &str) -> Option<Self> {
        // What is before the event are names, numbers and digits.
        let (head, event) = line.trim_end().split_once(BEFORE_EVENT)?;
        let head: Head = serde_json::from_str(&format!("{head}}}")).ok()?;
        let event = event.strip_suffix('}')?.to_owned();
        Some(Self {
            trail: Trail(head.trail),
            sequence: head.sequence,
            at: Timestamp::from_micros(head.at_us),
            previous_hash: head.previous_hash,
            hash: head.hash,
            event,
        })
    }

    /// Is the hash that of what stands here?
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.hash == hash(&self.previous_hash, &self.trail, self.sequence, self.at, &self.event)
    }
}

impl Link {
    /// The event after this one.
    pub(super) fn next(&self, trail: Trail, event: AuditEvent) -> AuditEntry {
        let AuditEvent { at, json } = event;
        let sequence = self.sequence + 1;
        let hash = hash(&self.hash, &trail, sequence, at, &json);
        AuditEntry { trail, sequence, at, previous_hash: self.hash.clone(), hash, event: json }
    }
}

/// SHA-256, in hexadecimal digits, of the hash before, the trail, the number, the instant in microseconds and the event, with a
/// line end behind each but the last. Only the event may hold one, so no two chains are the same bytes.
fn hash(previous: &str, trail: &Trail, sequence: u64, at: Timestamp, event: &str) -> String {
    let text = format!("{previous}\n{trail}\n{sequence}\n{}\n{event}", at.as_micros());
    let digest = digest::digest(&digest::SHA256, text.as_bytes());
    digest.as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// An event as a row has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stored {
    pub(super) sequence: u64,
    pub(super) at: Timestamp,
    pub(super) hash: String,
    pub(super) event: String,
}

/// Looks at the events of one trail, in the order of their numbers.
#[derive(Debug)]
pub(super) struct Verifier {
    pub(super) trail: Trail,
    /// The event before, as it stands there.
    last: Link,
    pub(super) events: u64,
    problems: Vec<String>,
}

impl Verifier {
    /// `anchor` is the last event that is no longer kept.
    pub(super) fn new(trail: Trail, anchor: Link) -> Self {
        Self { trail, last: anchor, events: 0, problems: Vec::new() }
    }

    /// Looks at the next event.
    pub(super) fn take(&mut self, stored: &Stored) {
        let Stored { sequence, at, hash: told, event } = stored;
        self.events += 1;
        if *sequence <= self.last.sequence {
            self.problem(format!("event {sequence} was put in before what is kept"));
            return;
        }
        if *sequence > self.last.sequence + 1 {
            // What this one follows is not there, so that its hash says nothing.
            self.problem(format!("{} missing", events(self.last.sequence + 1, sequence - 1)));
        } else if *told != hash(&self.last.hash, &self.trail, *sequence, *at, event) {
            self.problem(format!("event {sequence} is not the one that was written after the one before it"));
        }
        self.last = Link { sequence: *sequence, hash: told.clone() };
    }

    /// Something is wrong.
    pub(super) fn problem(&mut self, what: String) {
        self.problems.push(what);
    }

    /// That was the last one. Gives it, and what is wrong. `end` is where the trail is known to end.
    pub(super) fn end(mut self, end: &Link) -> (Link, Vec<String>) {
        let last = self.last.sequence;
        if end.sequence > last {
            self.problem(format!("{} missing at its end", events(last + 1, end.sequence)));
        } else if end.sequence < last {
            self.problem(format!("{} put in at its end", events(end.sequence + 1, last)));
        } else if end.hash != self.last.hash {
            self.problem(format!("event {last} is not the one that it ends with"));
        }
        (self.last, self.problems)
    }
}

fn events(first: u64, last: u64) -> String {
    if first == last { format!("event {first} is") } else { format!("events {first} to {last} are") }
}

#[cfg(test)]
mod tests;
