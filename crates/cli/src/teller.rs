//! What is told of the work on a store: problems on standard output, how far it is on standard error.

use std::io::Write;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use imagekin_store::{Tell, Told};

use crate::progress::{Progress, grouped};

/// Prints what it is told.
pub(crate) struct Teller {
    progress: Progress,
    at: Mutex<String>,
    rows: AtomicU64,
    objects: AtomicU64,
    problems: AtomicU64,
}

impl Teller {
    pub(crate) fn begin() -> Arc<Self> {
        Arc::new(Self {
            progress: Progress::begin(),
            at: Mutex::default(),
            rows: AtomicU64::new(0),
            objects: AtomicU64::new(0),
            problems: AtomicU64::new(0),
        })
    }

    /// What the store calls.
    pub(crate) fn listener(self: &Arc<Self>) -> Tell {
        let teller = Arc::clone(self);
        Arc::new(move |told| teller.tell(told))
    }

    /// How many objects there were.
    pub(crate) fn objects(&self) -> u64 {
        self.objects.load(Ordering::Relaxed)
    }

    /// How many problems were told.
    pub(crate) fn problems(&self) -> u64 {
        self.problems.load(Ordering::Relaxed)
    }

    /// The work is ended: only `line` stays.
    pub(crate) fn end(&self, line: &str) {
        self.progress.end(line);
    }

    fn tell(&self, told: Told) {
        match told {
            Told::Problem(what) => {
                self.problems.fetch_add(1, Ordering::Relaxed);
                // Whoever reads the lines may have read enough.
                let _ = self.progress.aside(|| writeln!(std::io::stdout(), "{}", one_line(&what)));
            }
            Told::At(what) => *self.at.lock().unwrap_or_else(PoisonError::into_inner) = what,
            Told::Rows(more) => drop(self.rows.fetch_add(more, Ordering::Relaxed)),
            Told::Objects(more) => drop(self.objects.fetch_add(more, Ordering::Relaxed)),
        }
        self.progress.at(&|| {
            let [rows, objects] = [&self.rows, &self.objects].map(|of| grouped(of.load(Ordering::Relaxed)));
            let at = self.at.lock().unwrap_or_else(PoisonError::into_inner);
            format!("{rows} rows, {objects} objects; at {at}")
        });
    }
}

/// What stands in a database may be anything, line ends and commands to a terminal, too.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_control() {
            line.extend(character.escape_default());
        } else {
            line.push(character);
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::one_line;

    #[test]
    fn a_problem_is_one_line() {
        assert_eq!(one_line("镜像 a\nb\u{1b}[1m"), "镜像 a\\nb\\u{1b}[1m");
    }
}
