//! Every code of the wire and every documented error is raised by a row, or stands in a list that only shrinks.

use std::collections::BTreeSet;

use imagekin_rpc::{Code, codes};
use serde_json::Value;

use super::{Seen, call_rows, gateway, wire};
use crate::harness::reply::{code_of, fits};

/// Codes that no row raises: `status code: text — reason`, one a line.
const UNREACHED_CODES: &str = include_str!("../unreached_codes.txt");
/// Documented errors that no row raises: `action status code: text — reason`.
const UNREACHED_ERRORS: &str = include_str!("../unreached_errors.txt");
/// The vendor's own tables.
const ACTIONS: &str = include_str!("../../../../../data/ecs/actions.json");
/// What there is to call.
const SERVED: [&str; 7] = [
    "CreateImage",
    "DeleteImage",
    "DescribeImageFromFamily",
    "DescribeImages",
    "DescribeRegions",
    "ImportImage",
    "ModifyImageAttribute",
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_error_is_raised_or_excused() {
    let (rows, gateway, wire) = tokio::join!(call_rows(), gateway::send_all(), wire::send_all());
    let (broken, locked) = tokio::join!(wire::broken_key(), wire::locked_database());
    let seen = [rows, gateway, wire, broken, locked].concat();
    let problems: Vec<&str> = seen.iter().filter_map(|seen| seen.problem.as_deref()).collect();
    assert!(problems.is_empty(), "{} of {} went wrong:\n{}", problems.len(), seen.len(), problems.join("\n"));
    check_codes(&seen);
    check_documented(&seen);
}

/// Each code is raised, or excused; none is both.
fn check_codes(seen: &[Seen]) {
    let raised: Vec<&Code> = seen.iter().filter_map(|seen| code_of(seen.fault.as_ref()?)).collect();
    let line = |code: &Code| format!("{} {}: {}", code.status, code.code, code.message);
    let not_raised = codes::ALL.iter().filter(|code| !raised.contains(code)).map(|code| line(code));
    assert_excused(&not_raised.collect(), UNREACHED_CODES, "unreached_codes.txt");
}

/// Each documented error of each action is raised by that action, or excused; none is both.
fn check_documented(seen: &[Seen]) {
    let tables: Value = serde_json::from_str(ACTIONS).expect("actions.json is JSON");
    let mut not_raised = BTreeSet::new();
    for action in SERVED {
        let errors = tables["actions"][action]["errors"].as_array().expect("a table of errors");
        for error in errors {
            let text = |name: &str| error[name].as_str().expect("a text").to_owned();
            let (status, code, message) = (error["http"].as_u64(), text("code"), text("message"));
            let raises = |seen: &&Seen| {
                seen.fault.as_ref().is_some_and(|fault| {
                    (Some(u64::from(fault.status)), &fault.code) == (status, &code)
                        && fits(&message, &fault.message, "%s")
                })
            };
            if !seen.iter().filter(|seen| seen.action == action).any(|seen| raises(&seen)) {
                not_raised.insert(format!("{action} {} {code}: {message}", status.unwrap_or_default()));
            }
        }
    }
    assert_excused(&not_raised, UNREACHED_ERRORS, "unreached_errors.txt");
}

/// Is exactly that excused which is not raised, each with a reason?
fn assert_excused(not_raised: &BTreeSet<String>, list: &str, file: &str) {
    let lines = list.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut excused = BTreeSet::new();
    for line in lines {
        let (error, reason) = line.split_once(" — ").unwrap_or((line, ""));
        assert!(!reason.trim().is_empty(), "{file}: no reason: {line}");
        assert!(excused.insert(error.to_owned()), "{file}: twice: {line}");
    }
    let listed = |set: BTreeSet<&String>| set.into_iter().cloned().collect::<Vec<_>>().join("\n");
    let new = listed(not_raised.difference(&excused).collect());
    assert!(new.is_empty(), "no row raises these; {file} may only shrink:\n{new}");
    let raised = listed(excused.difference(not_raised).collect());
    assert!(
        raised.is_empty(),
        "these are raised, or are no errors at all: take them out of {file}:\n{raised}"
    );
}
