//! The condition operators that RAM documents: one line for each.

use std::cmp::Ordering;

/// How an operator compares one value of the request with one of the policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comparison {
    Text,
    TextIgnoringCase,
    Like,
    Number(Relation),
    Date(Relation),
    Bool,
    Address,
}

/// How the value of the request stands to that of the policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    Equal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl Relation {
    pub(super) fn holds(self, request_to_policy: Ordering) -> bool {
        match self {
            Self::Equal => request_to_policy.is_eq(),
            Self::Less => request_to_policy.is_lt(),
            Self::LessOrEqual => request_to_policy.is_le(),
            Self::Greater => request_to_policy.is_gt(),
            Self::GreaterOrEqual => request_to_policy.is_ge(),
        }
    }
}

/// A condition operator.
#[derive(Clone, Copy, Debug)]
pub(super) struct Operator {
    pub(super) name: &'static str,
    pub(super) comparison: Comparison,
    /// Does it hold when no value matches, and not when one does?
    pub(super) negated: bool,
}

impl Operator {
    /// The operator of this name, spelled as documented.
    pub(super) fn named(name: &str) -> Option<Self> {
        OPERATORS.into_iter().find(|operator| operator.name == name)
    }
}

const fn is(name: &'static str, comparison: Comparison) -> Operator {
    Operator { name, comparison, negated: false }
}

const fn not(name: &'static str, comparison: Comparison) -> Operator {
    Operator { name, comparison, negated: true }
}

/// The five kinds of <https://www.alibabacloud.com/help/en/ram/conditional-operator>, in its order. `ForAnyValue:`,
/// `ForAllValues:`, `Null` and `…IfExists`, which other clouds have, are of none of them.
pub(super) const OPERATORS: [Operator; 23] = [
    is("StringEquals", Comparison::Text),
    not("StringNotEquals", Comparison::Text),
    is("StringEqualsIgnoreCase", Comparison::TextIgnoringCase),
    not("StringNotEqualsIgnoreCase", Comparison::TextIgnoringCase),
    is("StringLike", Comparison::Like),
    not("StringNotLike", Comparison::Like),
    is("NumericEquals", Comparison::Number(Relation::Equal)),
    not("NumericNotEquals", Comparison::Number(Relation::Equal)),
    is("NumericLessThan", Comparison::Number(Relation::Less)),
    is("NumericLessThanEquals", Comparison::Number(Relation::LessOrEqual)),
    is("NumericGreaterThan", Comparison::Number(Relation::Greater)),
    is("NumericGreaterThanEquals", Comparison::Number(Relation::GreaterOrEqual)),
    is("DateEquals", Comparison::Date(Relation::Equal)),
    not("DateNotEquals", Comparison::Date(Relation::Equal)),
    is("DateLessThan", Comparison::Date(Relation::Less)),
    is("DateLessThanEquals", Comparison::Date(Relation::LessOrEqual)),
    is("DateGreaterThan", Comparison::Date(Relation::Greater)),
    is("DateGreaterThanEquals", Comparison::Date(Relation::GreaterOrEqual)),
    is("Bool", Comparison::Bool),
    is("IpAddress", Comparison::Address),
    not("NotIpAddress", Comparison::Address),
    is("IpAddressIncludeBorder", Comparison::Address),
    not("NotIpAddressIncludeBorder", Comparison::Address),
];
