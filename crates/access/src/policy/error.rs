//! Why a policy is refused.

use std::fmt;

/// A policy that is refused: where in the document, what is wrong there, and what to write instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyError {
    place: String,
    complaint: String,
}

impl PolicyError {
    pub(super) fn new(place: impl Into<String>, complaint: impl Into<String>) -> Self {
        Self { place: place.into(), complaint: complaint.into() }
    }

    /// The element that is wrong, e.g. `Statement[0].Condition.IpAddress.acs:SourceIp`; empty for the document as a whole.
    #[must_use]
    pub fn place(&self) -> &str {
        &self.place
    }
}

impl fmt::Display for PolicyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = if self.place.is_empty() { "the policy" } else { &self.place };
        write!(f, "{place}: {}", self.complaint)
    }
}

impl std::error::Error for PolicyError {}
