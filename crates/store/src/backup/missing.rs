//! Objects that are not there when they are to be copied.

use std::collections::{BTreeMap, BTreeSet};

/// Those of all rounds. What was not there, and is named by a database that was taken after that, is lost; any other may have
/// been taken away since the database was copied.
#[derive(Default)]
pub(super) struct Missing {
    before_this_round: BTreeSet<String>,
    since: BTreeSet<String>,
    /// What is to be told of those that are lost, by object: several snapshots and copies may name the same.
    lost: BTreeMap<String, String>,
}

impl Missing {
    /// One is not there; `told`, if it is lost.
    pub(super) fn add(&mut self, object: String, told: String) {
        if self.before_this_round.contains(&object) {
            self.lost.entry(object).or_insert(told);
        } else {
            self.since.insert(object);
        }
    }

    /// Ends a round: what is lost, if that is all that was not there. `None` when there must be another.
    pub(super) fn end_round(&mut self) -> Option<Vec<String>> {
        // The next database may name it no more.
        let lost = std::mem::take(&mut self.lost);
        if self.since.is_empty() {
            return Some(lost.into_values().collect());
        }
        self.before_this_round.append(&mut self.since);
        None
    }
}
