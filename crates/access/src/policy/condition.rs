//! Conditions: what a request must be like beyond its action and its resource.
//!
//! All conditions of a block must hold; of several values of a key one is enough
//! (<https://www.alibabacloud.com/help/doc-detail/93738.htm>).

use std::borrow::Cow;
use std::net::IpAddr;

use jiff::Timestamp;

use super::node::At;
use super::operator::{Comparison, OPERATORS, Operator, Relation};
use super::pattern::{Case, Patterns};
use super::value::{Block, Number, parse_address, parse_bool, parse_date};
use super::{ConditionKey, Context, PolicyError, memory, resource};

/// One key of one operator.
#[derive(Clone, Debug)]
pub(super) struct Condition {
    pub(super) key: Box<str>,
    negated: bool,
    /// It asks for a resource name, of which there are two spellings.
    is_name: bool,
    wanted: Wanted,
}

impl Condition {
    /// Reads a block: operators, their keys, the values of each.
    pub(super) fn read_all(block: &At<'_>) -> Result<Box<[Self]>, PolicyError> {
        let mut conditions = Vec::new();
        for (name, keys) in block.entries()? {
            let operator = Operator::named(name).ok_or_else(|| {
                let names: Vec<&str> = OPERATORS.iter().map(|operator| operator.name).collect();
                keys.wrong(format!("there is no such operator; there are {}", names.join(", ")))
            })?;
            for (key, values) in keys.entries()? {
                let is_name = ConditionKey::parse(key) == Some(ConditionKey::PrincipalArn);
                let wanted = Wanted::read(operator.comparison, &values, is_name)?;
                conditions.push(Self { key: key.into(), negated: operator.negated, is_name, wanted });
            }
        }
        Ok(conditions.into())
    }

    /// What it has allocated.
    pub(super) fn allocated_bytes(&self) -> usize {
        memory::boxed(self.key.as_bytes()) + self.wanted.allocated_bytes()
    }

    /// Does it hold for a request?
    ///
    /// A negated operator holds if no value of the request matches any of the policy. So it holds, too, for a key that the
    /// request has not, and any other operator does not: the vendor's pages do not say, but a Deny of whatever does not come
    /// from one's own network must not let through what comes from nowhere. Nor must it let through a value that cannot be
    /// read as what the operator compares, so that one matches nothing.
    pub(super) fn holds(&self, context: &dyn Context) -> bool {
        context.values(&self.key).iter().any(|value| self.matches(value)) != self.negated
    }

    /// Does a value of the request match one of the policy? A name does in either spelling: where the policy has wildcards, each
    /// may be what is meant.
    fn matches(&self, found: &str) -> bool {
        self.wanted.matches(found) || (self.is_name && self.wanted.matches(&resource::canonical(found)))
    }
}

/// Is there every key that the statements of a policy ask for? One that is none has no value in any request, so that what it
/// was to deny would be allowed in silence.
pub(super) fn admit_keys<'c>(
    statements: impl Iterator<Item = &'c Box<[Condition]>>,
) -> Result<(), PolicyError> {
    for (n, conditions) in statements.enumerate() {
        let unknown = conditions.iter().find(|condition| ConditionKey::parse(&condition.key).is_none());
        if let Some(Condition { key, .. }) = unknown {
            let complaint =
                format!("there is no such key as `{key}` here; there are {}", ConditionKey::all());
            return Err(PolicyError::new(format!("Statement[{n}].Condition"), complaint));
        }
    }
    Ok(())
}

/// The values of a condition, read when the policy is.
#[derive(Clone, Debug)]
enum Wanted {
    Texts(Box<[Box<str>]>),
    TextsIgnoringCase(Box<[Box<str>]>),
    Patterns(Patterns),
    Numbers(Relation, Box<[Number]>),
    Dates(Relation, Box<[Timestamp]>),
    Bools(Box<[bool]>),
    Blocks(Box<[Block]>),
}

impl Wanted {
    fn read(comparison: Comparison, values: &At<'_>, is_name: bool) -> Result<Self, PolicyError> {
        let texts = || {
            let text = |text: &str| {
                let text = if is_name { resource::canonical(text) } else { Cow::Borrowed(text) };
                Some(Box::<str>::from(text))
            };
            each(values, "a text", text)
        };
        Ok(match comparison {
            Comparison::Text => Self::Texts(texts()?),
            Comparison::TextIgnoringCase => Self::TextsIgnoringCase(texts()?),
            Comparison::Like => {
                Self::Patterns(Patterns::new(texts()?.iter().map(|text| &**text), Case::Exact))
            }
            Comparison::Number(relation) => {
                let wanted = "a decimal number of at most 18 digits before and after the point";
                Self::Numbers(relation, each(values, wanted, Number::parse)?)
            }
            Comparison::Date(relation) => {
                let wanted = "a date of ISO 8601 with a zone, e.g. 2019-08-12T17:00:00+08:00";
                Self::Dates(relation, each(values, wanted, parse_date)?)
            }
            Comparison::Bool => Self::Bools(each(values, "true or false", parse_bool)?),
            Comparison::Address => {
                Self::Blocks(each(values, "an address or a CIDR block, e.g. 192.0.2.0/24", Block::parse)?)
            }
        })
    }

    fn allocated_bytes(&self) -> usize {
        match self {
            Self::Texts(wanted) | Self::TextsIgnoringCase(wanted) => {
                memory::boxed_with(wanted, |text| memory::boxed(text.as_bytes()))
            }
            Self::Patterns(wanted) => wanted.allocated_bytes(),
            Self::Numbers(_, wanted) => memory::boxed(wanted),
            Self::Dates(_, wanted) => memory::boxed(wanted),
            Self::Bools(wanted) => memory::boxed(wanted),
            Self::Blocks(wanted) => memory::boxed(wanted),
        }
    }

    /// Does a value of the request match one of these?
    fn matches(&self, found: &str) -> bool {
        match self {
            Self::Texts(wanted) => wanted.iter().any(|wanted| **wanted == *found),
            Self::TextsIgnoringCase(wanted) => wanted.iter().any(|wanted| folded(wanted).eq(folded(found))),
            Self::Patterns(wanted) => wanted.matches(found),
            Self::Numbers(relation, wanted) => stands(*relation, Number::parse(found), wanted),
            Self::Dates(relation, wanted) => stands(*relation, parse_date(found), wanted),
            Self::Bools(wanted) => parse_bool(found).is_some_and(|found| wanted.contains(&found)),
            Self::Blocks(wanted) => {
                let within = |found: IpAddr| wanted.iter().any(|block| block.contains(found));
                parse_address(found).is_some_and(within)
            }
        }
    }
}

/// Reads each value of a condition as what its operator compares.
fn each<T>(
    values: &At<'_>,
    wanted: &str,
    parse: impl Fn(&str) -> Option<T>,
) -> Result<Box<[T]>, PolicyError> {
    let read = |value: &At<'_>| {
        let text = value.text()?;
        parse(text).ok_or_else(|| value.wrong(format!("`{text}` is not what it compares; write {wanted}")))
    };
    values.items()?.iter().map(read).collect()
}

fn stands<T: Ord>(relation: Relation, found: Option<T>, wanted: &[T]) -> bool {
    found.is_some_and(|found| wanted.iter().any(|wanted| relation.holds(found.cmp(wanted))))
}

fn folded(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().flat_map(char::to_lowercase)
}

#[cfg(test)]
mod tests;
