//! Every code of the wire and every documented error is raised by a row, or stands in a list that may only shrink.

use std::collections::BTreeSet;

use imagekin_rpc::{Code, codes};

use super::{Seen, access, call_rows, gateway, wire};
use crate::harness::reply::{code_of, fits};
use crate::harness::tables::{assert_listed, documented};

/// Codes that no row raises: `status code: text — reason`, one a line.
const UNREACHED_CODES: &str = include_str!("../unreached_codes.txt");
/// Documented errors that no row raises: `action status code: text — reason`.
const UNREACHED_ERRORS: &str = include_str!("../unreached_errors.txt");

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_error_is_raised_or_excused() {
    // In boxes: the stack of a test has no room for all of them.
    let (rows, gateway, wire) =
        tokio::join!(Box::pin(call_rows()), Box::pin(gateway::send_all()), Box::pin(wire::send_all()));
    let (broken, locked, crowded, throttled, access) = tokio::join!(
        Box::pin(wire::broken_key()),
        Box::pin(wire::locked_database()),
        Box::pin(wire::crowded()),
        Box::pin(wire::throttled()),
        Box::pin(access::send_all())
    );
    let seen = [rows, gateway, wire, broken, locked, crowded, throttled, access].concat();
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
    assert_listed(&not_raised.collect(), UNREACHED_CODES, "unreached_codes.txt");
}

/// Each documented error of each action is raised by that action, or excused; none is both.
fn check_documented(seen: &[Seen]) {
    let mut not_raised = BTreeSet::new();
    for (action, table) in documented() {
        let action = action.name;
        for error in table["errors"].as_array().expect("a table of errors") {
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
    assert_listed(&not_raised, UNREACHED_ERRORS, "unreached_errors.txt");
}
