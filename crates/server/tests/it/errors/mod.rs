//! Every error: for each code of the wire and each error that the vendor documents, a request that is refused so.
//!
//! The tables are data: `rows` has calls of the actions, `gateway` requests that never get as far, `wire` bytes that are
//! hardly requests. Each is sent in each way that clients call, the shape of every answer is checked, and after each the
//! whole database must be as it was: a refused call has changed nothing.

use imagekin_rpc::Code;

use crate::harness::actor::{WAYS, name_of};
use crate::harness::reply::{Fault, Reply, code_of};

mod access;
mod coverage;
mod gateway;
mod rows;
mod wire;
mod world;

use world::World;

/// A call that is refused.
#[derive(Clone, Copy, Debug)]
struct Row {
    action: &'static str,
    /// `Name=value&…`, as [`Words`](crate::harness::words::Words) reads it, with the words of [`World`].
    params: &'static str,
    code: &'static Code,
    /// What stands in the text of the code for its `{}`.
    part: &'static str,
}

const fn row(action: &'static str, params: &'static str, code: &'static Code) -> Row {
    Row { action, params, code, part: "" }
}

impl Row {
    const fn with(self, part: &'static str) -> Self {
        Self { part, ..self }
    }
}

/// What became of a row.
#[derive(Clone, Debug)]
struct Seen {
    /// The action called; empty where it is no matter of one action.
    action: &'static str,
    fault: Option<Fault>,
    /// What is wrong with it, if anything.
    problem: Option<String>,
}

impl Seen {
    /// Looks at the answer to a request that must be refused with `code`, with `part` in its text if that is given.
    fn of(action: &'static str, reply: &Reply, code: &'static Code, part: Option<&str>) -> Self {
        let told = |problem: String| Some(format!("{}: {problem}", reply.asked));
        let fault = match reply.try_fault() {
            Ok(fault) => fault,
            Err(problem) => {
                let body = String::from_utf8_lossy(&reply.response.body);
                return Self { action, fault: None, problem: told(format!("{problem}: {body}")) };
            }
        };
        let text = part.map(|part| code.message.replacen("{}", part, 1));
        let problem = if code_of(&fault) != Some(code) {
            told(format!("{fault:?} is not {} {}: {}", code.status, code.code, code.message))
        } else if text.as_ref().is_some_and(|text| *text != fault.message) {
            told(format!("says `{}`, not `{}`", fault.message, text.unwrap_or_default()))
        } else {
            None
        };
        Self { action, fault: Some(fault), problem }
    }

    /// There was no answer to look at.
    fn nothing(problem: String) -> Self {
        Self { action: "", fault: None, problem: Some(problem) }
    }

    /// Adds a problem, if there is none yet.
    fn and(mut self, holds: bool, problem: &str) -> Self {
        if !holds {
            self.problem.get_or_insert_with(|| problem.to_owned());
        }
        self
    }
}

/// Calls each row in each way. It is looked whether anything has changed when a row was called in all of them: on PostgreSQL
/// that takes ten times as long as a call. In the end each refusal is one event of the audit log, and nothing else is.
async fn call_rows() -> Vec<Seen> {
    let world = World::make().await;
    let mut before = world.app.state();
    let mut seen: Vec<Seen> = Vec::new();
    let mut refused: Vec<(String, &'static str)> = Vec::new();
    for row in rows::ALL.iter().copied().flatten() {
        for way in WAYS {
            let reply = world.call(way, row.action, row.params).await;
            refused
                .push((reply.response.header("x-acs-request-id").unwrap_or_default().to_owned(), row.action));
            let part = Some(row.part).filter(|part| !part.is_empty());
            seen.push(Seen::of(row.action, &reply, row.code, part));
        }
        let after = world.app.state();
        let changed = format!("{} {}: a refused call changed the database", row.action, row.params);
        let last = seen.pop().map(|last| last.and(after == before, &changed));
        seen.extend(last);
        before = after;
    }
    let events = world.app.events_by_request().await;
    for (seen, (request, action)) in seen.iter_mut().zip(refused) {
        let code = seen.fault.as_ref().map(|fault| fault.code.as_str());
        let is_it = |event: &serde_json::Value| {
            event["errorCode"].as_str() == code && event["eventName"] == name_of(action)
        };
        let is_told =
            matches!(events.get(&request).map(Vec::as_slice), Some([logged]) if is_it(&logged.event));
        *seen =
            seen.clone().and(is_told, &format!("{action}, {code:?}: it is not one event of the audit log"));
    }
    seen
}
