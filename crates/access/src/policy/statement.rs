//! Statements: an effect, and the requests that it is for.

use std::borrow::Cow;

use super::condition::Condition;
use super::node::{At, Object};
use super::pattern::{Case, Patterns};
use super::{AccessRequest, PolicyError, memory, resource};

/// What a statement does with the requests that it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    Allow,
    Deny,
}

impl Effect {
    pub(super) fn read(statement: &Object<'_>) -> Result<Self, PolicyError> {
        let at = statement.require("Effect")?;
        match at.text()? {
            "Allow" => Ok(Self::Allow),
            "Deny" => Ok(Self::Deny),
            other => Err(at.wrong(format!("`{other}` is no effect; write Allow or Deny"))),
        }
    }
}

/// The elements of a statement.
pub(super) const ELEMENTS: [&str; 6] =
    ["Effect", "Action", "NotAction", "Resource", "NotResource", "Condition"];

/// A statement of a policy.
#[derive(Clone, Debug)]
pub(super) struct Statement {
    pub(super) effect: Effect,
    actions: Selector,
    resources: Selector,
    pub(super) conditions: Box<[Condition]>,
}

impl Statement {
    pub(super) fn read(at: &At<'_>) -> Result<Self, PolicyError> {
        let statement = at.object(&ELEMENTS)?;
        Ok(Self {
            effect: Effect::read(&statement)?,
            // “The value of the Action/NotAction element is generally case-insensitive”, says the vendor's page of access
            // control policies, https://www.alibabacloud.com/help/en/resource-management/user-guide/languages-of-access-control-policies
            // None says so of resources, and two families whose names differ in case are two families.
            actions: Selector::read(&statement, "Action", "NotAction", Case::Ignored, Cow::Borrowed)?,
            resources: Selector::read(
                &statement,
                "Resource",
                "NotResource",
                Case::Exact,
                resource::canonical,
            )?,
            conditions: statement.get("Condition").map_or_else(|| Ok(Box::default()), Condition::read_all)?,
        })
    }

    /// What it has allocated.
    pub(super) fn allocated_bytes(&self) -> usize {
        let selectors = [&self.actions, &self.resources];
        let patterns: usize = selectors.iter().map(|selector| selector.patterns.allocated_bytes()).sum();
        patterns + memory::boxed_with(&self.conditions, Condition::allocated_bytes)
    }

    /// Does the statement name the action and the resource of this request?
    pub(super) fn names(&self, request: &AccessRequest<'_>) -> bool {
        self.actions.selects(request.action) && self.resources.selects(request.resource)
    }

    /// Do its conditions hold? They are asked last: to know may cost a read.
    pub(super) fn holds(&self, request: &AccessRequest<'_>) -> bool {
        self.conditions.iter().all(|condition| condition.holds(request.context))
    }
}

/// Which actions, or which resources.
#[derive(Clone, Debug)]
struct Selector {
    patterns: Patterns,
    /// All but those?
    others: bool,
}

impl Selector {
    fn read<'n>(
        statement: &Object<'n>,
        these: &str,
        others: &str,
        case: Case,
        canonical: fn(&'n str) -> Cow<'n, str>,
    ) -> Result<Self, PolicyError> {
        let (at, others) = statement.either(these, others)?;
        let pattern = |item: &At<'n>| match item.text()? {
            "" => Err(item.wrong("it is empty; write a name, or * for all")),
            text => Ok(canonical(text)),
        };
        let patterns = at.items()?.iter().map(pattern).collect::<Result<Vec<_>, _>>()?;
        Ok(Self { patterns: Patterns::new(patterns.iter().map(|pattern| &**pattern), case), others })
    }

    fn selects(&self, name: &str) -> bool {
        self.patterns.matches(name) != self.others
    }
}
