//! Long work on a store tells how far it is, and what it finds.

use std::cell::Cell;
use std::sync::Arc;

/// Rows that are told at once.
const ROWS_TOLD: u64 = 1_000;

/// What is told while a store is looked at, moved or copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// Something that does not fit: a line.
    Problem(String),
    /// What is looked at from now on.
    At(String),
    /// So many more rows fit, or were told.
    Rows(u64),
    /// So many more objects were looked at.
    Objects(u64),
}

/// Who is told. Calls come from several threads.
pub type Tell = Arc<dyn Fn(Told) + Send + Sync>;

/// Counts rows, and tells them some at a time; the rest, when it is dropped.
pub(crate) struct Rows<'t> {
    tell: &'t Tell,
    untold: Cell<u64>,
}

impl<'t> Rows<'t> {
    pub(crate) fn told_to(tell: &'t Tell) -> Self {
        Self { tell, untold: Cell::new(0) }
    }

    /// One more.
    pub(crate) fn count(&self) {
        self.untold.set(self.untold.get() + 1);
        if self.untold.get() == ROWS_TOLD {
            self.tell_all();
        }
    }

    fn tell_all(&self) {
        (self.tell)(Told::Rows(self.untold.take()));
    }
}

impl Drop for Rows<'_> {
    fn drop(&mut self) {
        self.tell_all();
    }
}
