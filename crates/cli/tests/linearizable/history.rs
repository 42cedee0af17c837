//! What the clients called, when, and what they heard.

use crate::family::Status;

/// An image as an answer names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) name: String,
    pub(crate) id: String,
}

/// What was called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Call {
    /// CreateImage: an image of this name, which is so at first.
    Create { name: String, status: Status },
    /// ModifyImageAttribute: deprecates or restores.
    Change { name: String, status: Status },
    /// DeleteImage.
    Delete { name: String },
    /// DescribeImageFromFamily.
    Resolve,
    /// ExplainImageFamily.
    Explain,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    Done,
    Head(Option<Named>),
    Images(Vec<(Named, Status)>),
    /// Refused with this code.
    Refused(String),
    /// The connection broke, or the server has failed: the call was carried out, or will be, or not.
    Unknown,
}

/// One call.
#[derive(Clone, Debug)]
pub(crate) struct Operation {
    pub(crate) client: usize,
    pub(crate) node: usize,
    pub(crate) family: String,
    pub(crate) call: Call,
    pub(crate) answer: Answer,
    /// In nanoseconds of the clock that all clients of a run share.
    pub(crate) called: u64,
    pub(crate) answered: u64,
}

impl std::fmt::Display for Operation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let ms = |nanos: u64| nanos as f64 / 1e6;
        write!(
            f,
            "{:.3}–{:.3} ms, client {} on node {}: {:?} → {:?}",
            ms(self.called),
            ms(self.answered),
            self.client,
            self.node,
            self.call,
            self.answer
        )
    }
}
