//! The reply oracle: the fields of each golden reply are those of the vendor's tables, in name and type; each difference
//! stands with its reason in a list that may only shrink.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::harness::tables::{assert_listed, documented};

/// `Action.Field: difference — reason`, one a line.
const DIFFERENCES: &str = include_str!("../reply_differences.txt");

/// Compares the golden replies, by name, with the tables.
pub(super) fn check(golden: &BTreeMap<&str, &Value>) {
    let mut differences = BTreeSet::new();
    for (action, table) in documented() {
        let mut shown = BTreeSet::new();
        let own = |name: &str| name.split('.').next() == Some(action.name);
        for (_, answer) in golden.iter().filter(|(name, _)| own(name)) {
            compare(action.name, answer, &table["response"], &mut shown, &mut differences);
        }
        not_shown(action.name, &table["response"], &shown, &mut differences);
    }
    assert_listed(&differences, DIFFERENCES, "reply_differences.txt");
}

/// Notes where `answer` is not what `told` says, and which fields it shows.
fn compare(
    path: &str,
    answer: &Value,
    told: &Value,
    shown: &mut BTreeSet<String>,
    differences: &mut BTreeSet<String>,
) {
    shown.insert(path.to_owned());
    let fits = match (answer, told) {
        (_, Value::Null) => {
            differences.insert(format!("{path}: ours"));
            return;
        }
        (Value::Object(fields), Value::Object(_)) => {
            for (name, field) in fields {
                compare(&format!("{path}.{name}"), field, &told[name], shown, differences);
            }
            true
        }
        (Value::Array(items), Value::Array(_)) => {
            for item in items {
                compare(&format!("{path}[]"), item, &told[0], shown, differences);
            }
            true
        }
        (Value::String(_), Value::String(kind)) => kind == "string",
        (Value::Bool(_), Value::String(kind)) => kind == "boolean",
        (Value::Number(number), Value::String(kind)) => {
            kind == "number" || (kind == "integer" && !number.is_f64())
        }
        _ => false,
    };
    if !fits {
        differences.insert(format!("{path}: {answer}, not {told}"));
    }
}

/// Notes what the tables have and no golden reply shows: the topmost of it.
fn not_shown(path: &str, told: &Value, shown: &BTreeSet<String>, differences: &mut BTreeSet<String>) {
    if !shown.contains(path) {
        differences.insert(format!("{path}: not shown"));
        return;
    }
    match told {
        Value::Object(fields) => {
            fields
                .iter()
                .for_each(|(name, told)| not_shown(&format!("{path}.{name}"), told, shown, differences));
        }
        Value::Array(items) => not_shown(&format!("{path}[]"), &items[0], shown, differences),
        _ => {}
    }
}
