//! `imagekin check` is silent on what real calls have made, and tells every fault that is planted.

use std::path::Path;

use crate::command::{Outcome, on};
use crate::plants::{IN_SQLITE, PLANTS, Plant};
use crate::story;

/// Changes the database of a folder behind everyone's back.
fn execute(folder: &Path, sql: &str) {
    let database = rusqlite::Connection::open(folder.join("imagekin.db")).expect("a database");
    database.execute_batch(sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
}

/// Says what is missing where the fault is not told.
fn missed(plant: &Plant, outcome: &Outcome) -> Option<String> {
    let Outcome { code, stdout, stderr } = outcome;
    let is_told = *code == Some(1) && stdout.lines().any(|line| line.contains(plant.told));
    (!is_told).then(|| format!("{}\nnot told: {}\n{stdout}{stderr}", plant.sql(), plant.told))
}

#[test]
fn nothing_is_said_of_what_real_calls_have_made() {
    let data = story::filled();
    for bytes in ["none", "length", "digest"] {
        let outcome = on("check", data.path(), &["--bytes", bytes]);
        assert!(outcome.stderr.contains(": no problems"), "{}", outcome.stderr);
        assert_eq!(outcome.ok(), "");
    }
}

#[test]
fn every_planted_fault_is_told() {
    let folder = story::filled();
    let data = folder.path();
    let database = std::fs::read(data.join("imagekin.db")).expect("a database");
    let mut missing = Vec::new();
    for plant in PLANTS.iter().chain(IN_SQLITE) {
        std::fs::write(data.join("imagekin.db"), &database).expect("a database");
        execute(data, &plant.sql());
        missing.extend(missed(plant, &on("check", data, &[])));
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}
