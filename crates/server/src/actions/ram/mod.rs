//! The actions of RAM (2015-05-01) by noun: who may do what within the caller's account. Each file has those of one.

pub(super) mod access_keys;
pub(super) mod attachments;
mod entities;
pub(super) mod explain_permission;
pub(super) mod groups;
mod names;
pub(super) mod policies;
pub(super) mod roles;
pub(super) mod tags;
pub(super) mod users;

use imagekin_catalog::Timestamp;
use imagekin_rpc::input::Clearable;
use imagekin_rpc::{Code, Fault, codes, time};
use serde::{Deserialize, Serialize};

use crate::faults::AccessHalt;

/// Entries of a page if the caller does not say, and the most that it can ask for.
const MAX_ITEMS_DEFAULT: u32 = 100;
const MAX_ITEMS_MAX: u32 = 1_000;

/// The answer of what has nothing to tell.
#[derive(Serialize)]
pub(crate) struct Nothing {}

/// Which page.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct PageInput {
    /// What the page before said; the name after which this one begins.
    marker: Option<String>,
    max_items: Option<u32>,
}

impl PageInput {
    /// The name after which the page begins, and one more than its entries: whether there is one more tells if it is the last.
    fn read(&self) -> Result<(String, u32), Fault> {
        let limit = self.max_items.unwrap_or(MAX_ITEMS_DEFAULT);
        if !(1..=MAX_ITEMS_MAX).contains(&limit) {
            return Err(Fault::with(&codes::INVALID_PARAMETER, "MaxItems"));
        }
        Ok((self.marker.clone().unwrap_or_default(), limit + 1))
    }

    /// Takes away the one more; if it was there, gives the marker of the next page.
    fn cut<T>(&self, found: &mut Vec<T>, name: impl Fn(&T) -> &str) -> Option<String> {
        let limit = self.max_items.unwrap_or(MAX_ITEMS_DEFAULT) as usize;
        let is_truncated = found.len() > limit;
        found.truncate(limit);
        found.last().filter(|_| is_truncated).map(|last| name(last).to_owned())
    }
}

/// A text that is given, the empty one too: Terraform clears so.
fn given(text: Clearable) -> Option<String> {
    match text {
        Clearable::Keep => None,
        Clearable::Set(text) => Some(text),
    }
}

/// Of a change that found what it changes; otherwise it is given up, and nothing of it stays.
fn or_refused(is_done: bool, code: &'static Code) -> Result<Nothing, AccessHalt> {
    if is_done { Ok(Nothing {}) } else { Err(Fault::new(code).into()) }
}

fn date(at: Timestamp) -> String {
    time::print(at.as_seconds())
}
