//! The table of docs/reliability.md, faults by promises: each test has its row in it, which `IMAGEKIN_TEST_BLESS=1` writes.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

/// A fault that a test makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    EmbeddedKilled,
    NodesAndPostgresKilled,
    PowerCut,
    FirstStartCutOff,
    DiskFull,
    ObjectsFull,
    DiskReadOnly,
    ClockBack,
    ClockBackOnPostgres,
    PostgresStopped,
    PostgresHangs,
    JobsKilled,
    JobsKilledOnPostgres,
}

impl Fault {
    /// In the order of the table.
    const ALL: [Self; 13] = [
        Self::EmbeddedKilled,
        Self::NodesAndPostgresKilled,
        Self::PowerCut,
        Self::FirstStartCutOff,
        Self::DiskFull,
        Self::ObjectsFull,
        Self::DiskReadOnly,
        Self::ClockBack,
        Self::ClockBackOnPostgres,
        Self::PostgresStopped,
        Self::PostgresHangs,
        Self::JobsKilled,
        Self::JobsKilledOnPostgres,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::EmbeddedKilled => "`kill -9` of the server, embedded",
            Self::NodesAndPostgresKilled => "`kill -9` of nodes and of PostgreSQL",
            Self::PowerCut => "power cut, embedded",
            Self::FirstStartCutOff => "power cut in the first start, embedded",
            Self::DiskFull => "disk full, embedded",
            Self::ObjectsFull => "disk of the objects full",
            Self::DiskReadOnly => "disk read-only, embedded",
            Self::ClockBack => "clock back by an hour, embedded",
            Self::ClockBackOnPostgres => "clocks of all nodes back by an hour, PostgreSQL",
            Self::PostgresStopped => "PostgreSQL stopped, and started again",
            Self::PostgresHangs => "PostgreSQL that does not answer",
            Self::JobsKilled => "imports and copies, the server killed",
            Self::JobsKilledOnPostgres => "imports and copies, three nodes killed in turn",
        }
    }
}

/// Whether a promise was kept, and what was seen of it.
#[derive(Debug)]
pub(crate) enum Promise {
    Kept(String),
    /// The fault leaves nothing to ask for.
    NotAsked(String),
}

impl Promise {
    fn cell(&self) -> String {
        match self {
            Self::Kept(seen) => format!("holds: {seen}"),
            Self::NotAsked(why) => format!("not asked: {why}"),
        }
    }
}

/// What a test has seen.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) fault: Fault,
    /// How often, for how long.
    pub(crate) made: String,
    pub(crate) acknowledged_survive: Promise,
    pub(crate) refused_left_no_trace: Promise,
    pub(crate) clients_heard: Promise,
    pub(crate) returns: Promise,
}

/// One test at a time writes.
static PAGE: Mutex<()> = Mutex::new(());

impl Row {
    /// Holds the row against the page, or writes it there. Figures differ from run to run; verdicts do not.
    pub(crate) fn tell(&self) {
        let line = self.line();
        println!("{line}");
        let _page = PAGE.lock().unwrap_or_else(PoisonError::into_inner);
        let text = std::fs::read_to_string(page()).unwrap();
        let begin = format!("| {} |", self.fault.name());
        let old = text.lines().find(|line| line.starts_with(&begin)).unwrap_or_default();
        if std::env::var_os("IMAGEKIN_TEST_BLESS").is_some() {
            assert!(!old.is_empty(), "the page has no row {begin}");
            std::fs::write(page(), text.replace(old, &line)).unwrap();
            return;
        }
        assert_eq!(verdicts(old), verdicts(&line), "IMAGEKIN_TEST_BLESS=1 writes the row anew");
    }

    fn line(&self) -> String {
        let promises =
            [&self.acknowledged_survive, &self.refused_left_no_trace, &self.clients_heard, &self.returns];
        let cells: Vec<String> = promises.into_iter().map(Promise::cell).collect();
        format!("| {} | {} | {} |", self.fault.name(), self.made, cells.join(" | "))
    }
}

fn page() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/reliability.md"))
}

/// What a line says of the promises, without figures.
fn verdicts(line: &str) -> Vec<&str> {
    let cells = line.split(" | ").skip(2);
    cells.map(|cell| cell.split_once(':').map_or(cell, |(verdict, _)| verdict)).collect()
}

#[test]
fn the_page_has_exactly_the_rows_of_the_tests() {
    let text = std::fs::read_to_string(page()).unwrap();
    let rows = text.lines().filter(|line| line.contains(" | holds: "));
    let named: Vec<&str> = rows.filter_map(|line| line.strip_prefix("| ")?.split(" | ").next()).collect();
    assert_eq!(named, Fault::ALL.map(Fault::name));
}
