//! Random policies and requests, decided by the engine and by a naive evaluator: the same verdict every time.

mod reference;

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;

use imagekin_access::PolicyDocument;
use imagekin_access::policy::{AccessRequest, By, Context, Verdict, decide, decide_and_tell};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, FileFailurePersistence, TestRunner};
use reference::Keys;
use serde_json::{Map, Value, json};

/// Random cases; of each verdict there are at least a twentieth.
const CASES: u32 = 12_000;
const SHARE_MIN: f64 = 0.05;
/// And of those that another request for the same would be answered otherwise: what else is known of it seldom decides.
const OPEN_SHARE_MIN: f64 = 0.01;
/// The seeds that failed once: tried first.
const SEEDS: FileFailurePersistence =
    FileFailurePersistence::Direct("tests/proptest-regressions/differential.txt");

const KEYS: [&str; 3] = ["acs:SourceIp", "acs:CurrentTime", "acs:ResourceTag/team"];
const TEXTS: [&str; 6] = ["a", "A", "ab", "Éa", "éA", ""];
const NUMBERS: [&str; 6] = ["-1", "0", "2", "2.0", "10", "2.5"];
const DATES: [&str; 4] =
    ["2024-01-02T03:04:00Z", "2024-01-02T11:04:00+08:00", "2024-01-02T03:05Z", "2024-01-01T23:59:00-02:00"];
const BOOLS: [&str; 2] = ["true", "false"];
const BLOCKS: [&str; 7] = [
    "192.0.2.0/24",
    "192.0.2.128/25",
    "192.0.2.129",
    "192.0.2.0/23",
    "0.0.0.0/0",
    "192.0.2.128/31",
    "0.0.0.0/1",
];
const ADDRESSES: [&str; 6] =
    ["192.0.2.1", "192.0.2.129", "::ffff:192.0.2.128", "192.0.3.255", "203.0.113.2", "2001:db8::1"];

/// Operators by what they compare.
const OPERATORS: [(&[&str], &[&str]); 6] = [
    (&["StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase"], &TEXTS),
    (&["StringLike", "StringNotLike"], &["*", "a*", "?", "a?", "*A", "", "?a", "*.2.*"]),
    (
        &[
            "NumericEquals",
            "NumericNotEquals",
            "NumericLessThan",
            "NumericLessThanEquals",
            "NumericGreaterThan",
            "NumericGreaterThanEquals",
        ],
        &NUMBERS,
    ),
    (
        &[
            "DateEquals",
            "DateNotEquals",
            "DateLessThan",
            "DateLessThanEquals",
            "DateGreaterThan",
            "DateGreaterThanEquals",
        ],
        &DATES,
    ),
    (&["Bool"], &BOOLS),
    (&["IpAddress", "NotIpAddress", "IpAddressIncludeBorder", "NotIpAddressIncludeBorder"], &BLOCKS),
];

#[derive(Clone, Debug)]
struct Case {
    policies: Vec<Value>,
    action: String,
    resource: String,
    keys: Keys,
    /// What else may be known of another request for the same.
    other_keys: Keys,
}

/// Few characters, so that texts are often equal, and a piece of a pattern often fits at several places.
fn character() -> impl Strategy<Value = char> {
    prop_oneof![3 => Just('a'), 2 => Just('b'), 1 => select(&['B', ':', '镜'][..])]
}

fn name() -> impl Strategy<Value = String> {
    prop::collection::vec(character(), 0..7).prop_map(String::from_iter)
}

fn pattern() -> impl Strategy<Value = String> {
    let character = prop_oneof![2 => Just('*'), 1 => Just('?'), 3 => character()];
    prop::collection::vec(character, 1..8).prop_map(String::from_iter)
}

/// A value alone or in a list: both mean the same.
fn one_or_more(value: impl Strategy<Value = String> + 'static) -> impl Strategy<Value = Value> {
    prop::collection::vec(value, 1..4).prop_flat_map(|values| {
        let alone = json!(values[0]);
        prop_oneof![Just(json!(values)), Just(alone)]
    })
}

/// `element` with patterns, or its opposite; often all.
fn selector(element: &'static str) -> impl Strategy<Value = (String, Value)> {
    let patterns = prop_oneof![2 => Just(json!("*")), 5 => one_or_more(pattern())];
    (prop::bool::weighted(0.25), patterns).prop_map(move |(other, patterns)| {
        let none = other && patterns == "*";
        (format!("{}{element}", if other && !none { "Not" } else { "" }), patterns)
    })
}

fn condition() -> impl Strategy<Value = (String, Value)> {
    select(&OPERATORS[..]).prop_flat_map(|(operators, values)| {
        let values = one_or_more(select(values).prop_map(str::to_owned));
        let keys = prop::collection::btree_map(select(&KEYS[..]), values, 1..3);
        (select(operators), keys).prop_map(|(operator, keys)| (operator.to_owned(), json!(keys)))
    })
}

fn statement() -> impl Strategy<Value = Value> {
    let conditions = prop::collection::vec(condition(), 0..3);
    (prop::bool::weighted(0.7), selector("Action"), selector("Resource"), conditions).prop_map(
        |(allow, action, resource, conditions)| {
            let mut statement = Map::from_iter([action, resource]);
            statement.insert("Effect".to_owned(), json!(if allow { "Allow" } else { "Deny" }));
            if !conditions.is_empty() {
                statement.insert("Condition".to_owned(), Value::Object(Map::from_iter(conditions)));
            }
            Value::Object(statement)
        },
    )
}

fn policy() -> impl Strategy<Value = Value> {
    let statements = prop_oneof![
        1 => statement(),
        3 => prop::collection::vec(statement(), 1..4).prop_map(Value::Array),
    ];
    statements.prop_map(|statements| json!({"Version": "1", "Statement": statements}))
}

fn keys() -> impl Strategy<Value = Keys> {
    let value = [&TEXTS[..], &NUMBERS, &DATES, &BOOLS, &ADDRESSES].concat();
    let values = prop::collection::vec(select(value).prop_map(str::to_owned), 0..3);
    prop::collection::btree_map(select(&KEYS[..]).prop_map(str::to_owned), values, 0..4)
}

fn case() -> impl Strategy<Value = Case> {
    let parts = (prop::collection::vec(policy(), 0..4), name(), name(), keys(), keys());
    parts.prop_map(|(policies, action, resource, keys, other_keys)| Case {
        policies,
        action,
        resource,
        keys,
        other_keys,
    })
}

struct Request<'k>(&'k Keys);

impl Context for Request<'_> {
    fn values(&self, key: &str) -> Vec<Cow<'_, str>> {
        self.0.get(key).into_iter().flatten().map(|value| Cow::Borrowed(value.as_str())).collect()
    }
}

/// The engine's verdict in the words of the reference, and whether it is settled.
fn verdict(case: &Case, keys: &Keys) -> (String, bool) {
    let parse = |policy: &Value| PolicyDocument::parse(&policy.to_string()).unwrap();
    let policies: Vec<PolicyDocument> = case.policies.iter().map(parse).collect();
    let request = AccessRequest { action: &case.action, resource: &case.resource, context: &Request(keys) };
    let (verdict, is_settled) = decide_and_tell(&policies, &request);
    assert_eq!(decide(&policies, &request), verdict);
    let told = match verdict {
        Verdict::Allowed(By { policy, statement }) => format!("Allow {policy} {statement}"),
        Verdict::ExplicitDeny(By { policy, statement }) => format!("Deny {policy} {statement}"),
        Verdict::ImplicitDeny => "deny".to_owned(),
    };
    (told, is_settled)
}

#[test]
fn the_engine_says_what_the_reference_says() {
    let verdicts: RefCell<BTreeMap<String, u32>> = RefCell::default();
    let mut runner = TestRunner::new(Config {
        cases: CASES,
        failure_persistence: Some(Box::new(SEEDS)),
        ..Config::default()
    });
    let compared = runner.run(&case(), |case| {
        let expected = reference::verdict(&case.policies, &case.action, &case.resource, &case.keys);
        let (told, is_settled) = verdict(&case, &case.keys);
        prop_assert_eq!(&told, &expected);
        let kind = expected.split(' ').next().unwrap_or_default().to_owned();
        *verdicts.borrow_mut().entry(kind).or_default() += 1;
        let of_another = reference::verdict(&case.policies, &case.action, &case.resource, &case.other_keys);
        prop_assert_eq!(&verdict(&case, &case.other_keys).0, &of_another);
        // What is settled is so whatever else is known.
        if is_settled {
            prop_assert_eq!(&told, &of_another);
            *verdicts.borrow_mut().entry("settled".to_owned()).or_default() += 1;
        } else if told != of_another {
            *verdicts.borrow_mut().entry("open".to_owned()).or_default() += 1;
        }
        Ok(())
    });
    if let Err(difference) = compared {
        panic!("engine (left) and reference (right) differ: {difference}");
    }
    let verdicts = verdicts.into_inner();
    assert!(verdicts.values().sum::<u32>() >= CASES);
    let share = |kind: &str| f64::from(verdicts.get(kind).copied().unwrap_or_default()) / f64::from(CASES);
    for kind in ["Allow", "Deny", "deny", "settled"] {
        assert!(share(kind) >= SHARE_MIN, "too few of {kind}: {verdicts:?}");
    }
    assert!(share("open") >= OPEN_SHARE_MIN, "too few of open: {verdicts:?}");
}
