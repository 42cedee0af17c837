//! The vendor's own tables (data/ecs/actions.json), and the actions that are served here and stand in them.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use imagekin_server::actions::{Description, describe};
use serde_json::Value;

use super::actor::called;

static TABLES: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../../../data/ecs/actions.json")).expect("actions.json is JSON")
});

/// What the vendor says of an action, if it is in the tables.
pub(crate) fn table(action: &str) -> Option<&'static Value> {
    TABLES["actions"].get(action)
}

/// Every action that is served here and stands in the tables, with its table.
pub(crate) fn documented() -> impl Iterator<Item = (Description, &'static Value)> {
    describe().filter_map(|action| table(&called(&action)).map(|table| (action, table)))
}

/// Are exactly these differences listed, each with a reason? `list` has `difference — reason` in each line, and may only
/// shrink.
#[track_caller]
pub(crate) fn assert_listed(differences: &BTreeSet<String>, list: &str, file: &str) {
    let lines = list.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut listed = BTreeSet::new();
    for line in lines {
        let (difference, reason) = line.split_once(" — ").unwrap_or((line, ""));
        assert!(!reason.trim().is_empty(), "{file}: no reason: {line}");
        assert!(listed.insert(difference.to_owned()), "{file}: twice: {line}");
    }
    let lines = |set: Vec<&String>| set.into_iter().cloned().collect::<Vec<_>>().join("\n");
    let new = lines(differences.difference(&listed).collect());
    assert!(new.is_empty(), "these are not listed, and {file} may only shrink:\n{new}");
    let gone = lines(listed.difference(differences).collect());
    assert!(gone.is_empty(), "these are not so any more: take them out of {file}:\n{gone}");
}
