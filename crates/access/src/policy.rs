//! RAM policies, Version "1": what a caller may do.
//!
//! Their elements and syntax: <https://www.alibabacloud.com/help/doc-detail/93738.htm>,
//! <https://www.alibabacloud.com/help/doc-detail/93739.htm>.

mod action;
mod condition;
mod error;
mod evaluate;
mod key;
mod memory;
mod node;
mod operator;
mod pattern;
mod resource;
mod statement;
mod trust;
mod value;

pub use error::PolicyError;
pub use evaluate::{AccessRequest, By, Context, Verdict, decide, decide_and_tell};
pub use key::ConditionKey;
pub use resource::canonical as canonical_resource;
pub use trust::TrustPolicy;

use node::{At, Node};
use statement::Statement;

/// A policy: statements that allow and deny.
#[derive(Clone, Debug)]
pub struct PolicyDocument {
    statements: Box<[Statement]>,
}

impl PolicyDocument {
    /// Most characters of a policy's text (CreatePolicy: `PolicyDocument`). It bounds all else: statements, values, depth.
    pub const LENGTH_MAX: usize = 6_144;
    /// Most that one takes in memory, in bytes: one of many short conditions, 22 bytes for each character, rounded up.
    pub const MEMORY_BYTES_MAX: usize = 24 * Self::LENGTH_MAX;

    /// Reads a policy.
    ///
    /// Every statement has an Effect, one of Action and NotAction, one of Resource and NotResource, and perhaps a Condition,
    /// whose values are read as what their operator compares. What the vendor's pages do not have is refused: a policy of
    /// which half is not understood would do something else than its author meant.
    ///
    /// # Errors
    /// [`PolicyError`] says where the document is wrong, and what to write there.
    pub fn parse(text: &str) -> Result<Self, PolicyError> {
        Ok(Self { statements: read_statements(text, Statement::read)? })
    }

    /// Reads a policy that somebody makes now, and refuses, too, what would never be true: a condition on a key that is none,
    /// an action without a service, a resource in a region where no such thing can be.
    ///
    /// Policies that are there are read by [`parse`](Self::parse): those of an older version are not refused.
    ///
    /// # Errors
    /// As [`parse`](Self::parse), or with the key that is none and those that there are, or with the action or the resource.
    pub fn parse_new(text: &str) -> Result<Self, PolicyError> {
        let policy = Self::parse(text)?;
        condition::admit_keys(policy.statements.iter().map(|statement| &statement.conditions))?;
        read_statements(text, |statement| {
            action::admit(statement).and_then(|()| resource::admit(statement))
        })?;
        Ok(policy)
    }

    /// About what it takes in memory beside itself, in bytes.
    #[must_use]
    pub fn memory_bytes(&self) -> usize {
        memory::boxed_with(&self.statements, Statement::allocated_bytes)
    }

    /// Does a condition ask for a key that begins with `prefix`, e.g. with `acs:ResourceTag/`? Without regard to case, so
    /// that what a condition may need is loaded rather once too often.
    #[must_use]
    pub fn asks_about(&self, prefix: &str) -> bool {
        let begins =
            |key: &str| key.get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix));
        self.statements
            .iter()
            .flat_map(|statement| &statement.conditions)
            .any(|condition| begins(&condition.key))
    }
}

/// Reads what policies and trust policies have in common: length, Version, and the list of statements.
fn read_statements<S>(
    text: &str,
    read: fn(&At<'_>) -> Result<S, PolicyError>,
) -> Result<Box<[S]>, PolicyError> {
    if text.chars().nth(PolicyDocument::LENGTH_MAX).is_some() {
        let complaint =
            format!("it has more than {} characters; spread it over two", PolicyDocument::LENGTH_MAX);
        return Err(PolicyError::new("", complaint));
    }
    let node = Node::parse(text)?;
    let document = At::root(&node).object(&["Version", "Statement"])?;
    let version = document.require("Version")?;
    if version.text()? != "1" {
        return Err(version.wrong("there is one version; write \"1\""));
    }
    document.require("Statement")?.items()?.iter().map(read).collect()
}

#[cfg(test)]
mod tests;
