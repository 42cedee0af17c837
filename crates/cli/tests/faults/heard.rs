//! What clients were told, and how long they waited for it.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::client::{Doubt, Outcome};

/// The answers that clients have got.
#[derive(Clone, Debug, Default)]
pub(crate) struct Heard {
    /// How many of each kind: a code, or what came instead of one.
    answers: BTreeMap<String, u64>,
    /// The longest that one was waited for.
    longest: Duration,
}

/// Codes that say that the service cannot just now: a client of the vendor's tries again.
const UNAVAILABLE: [&str; 2] = ["ServiceUnavailable", "Throttling"];
const ANSWERED: &str = "answered";
const LOST: &str = "no answer";
const NOT_SENT: &str = "no connection";

impl Heard {
    pub(crate) fn note(&mut self, outcome: &Outcome, took: Duration) {
        let kind = match outcome {
            Outcome::Refused(code) if UNAVAILABLE.contains(&code.as_str()) => code,
            // The rules were asked, and had an answer.
            Outcome::Done(_) | Outcome::Refused(_) => ANSWERED,
            Outcome::Doubtful(Doubt::Failed(code)) => code,
            Outcome::Doubtful(Doubt::Lost(_)) => LOST,
            Outcome::Doubtful(Doubt::NotSent) => NOT_SENT,
        };
        *self.answers.entry(kind.to_owned()).or_default() += 1;
        self.longest = self.longest.max(took);
    }

    /// Answers of a code that says that the service cannot just now.
    pub(crate) fn unavailable(&self) -> u64 {
        UNAVAILABLE.iter().filter_map(|code| self.answers.get(*code)).sum()
    }

    pub(crate) fn answered(&self) -> u64 {
        self.answers.get(ANSWERED).copied().unwrap_or(0)
    }

    /// No call failed, and each was answered in time.
    pub(crate) fn assert_all_answered(&self, within: Duration) {
        assert!(self.answers.keys().all(|kind| kind == ANSWERED), "clients heard {self:?}");
        assert!(self.answered() > 0 && self.longest <= within, "a client waited for {:?}", self.longest);
    }

    /// Every failure had one of the codes that a client of the vendor's tries again at, and came in time. Where processes
    /// are killed a client may see its connection break, too.
    pub(crate) fn assert_proper(&self, within: Duration, killed: bool) {
        for kind in self.answers.keys().map(String::as_str) {
            let is_proper = kind == ANSWERED || UNAVAILABLE.contains(&kind);
            assert!(is_proper || (killed && [LOST, NOT_SENT].contains(&kind)), "clients heard {self:?}");
        }
        assert!(self.longest <= within, "a client waited for {:?}", self.longest);
    }
}

impl std::fmt::Display for Heard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let failures = self.answers.iter().filter(|(kind, _)| *kind != ANSWERED);
        for (kind, count) in failures {
            write!(f, "{count} × {kind}, ")?;
        }
        write!(f, "each within {:.1} s", self.longest.as_secs_f64())
    }
}
