//! Each operator, at the borders of what it matches.

use super::super::node::Node;
use super::*;

/// A request that has one key, `k`, with these values.
struct Request<'v>(&'v [&'v str]);

impl Context for Request<'_> {
    fn values(&self, key: &str) -> Vec<Cow<'_, str>> {
        if key == "k" { self.0.iter().map(|value| Cow::Borrowed(*value)).collect() } else { Vec::new() }
    }
}

fn holds(operator: &str, wanted: &str, found: &[&str]) -> bool {
    let node = Node::parse(&format!(r#"{{"{operator}":{{"k":{wanted}}}}}"#)).unwrap();
    let conditions = Condition::read_all(&At::root(&node)).unwrap();
    conditions.iter().all(|condition| condition.holds(&Request(found)))
}

/// For each positive operator: values of the policy, values of the request that match, and some that do not.
const CASES: [(&str, &str, &[&str], &[&str]); 16] = [
    ("StringEquals", r#"["dev","ops"]"#, &["dev", "ops"], &["Dev", "de", "dev ", ""]),
    ("StringEquals", r#""d*""#, &["d*"], &["dev"]),
    ("StringEqualsIgnoreCase", r#""Dév""#, &["dÉV", "Dév"], &["dev", "dé"]),
    (
        "StringLike",
        r#"["hangzhou/2015/*","","a?"]"#,
        &["hangzhou/2015/", "hangzhou/2015/a/b", "", "a镜"],
        &["hangzhou/2016/", "a"],
    ),
    ("NumericEquals", r#""10""#, &["10", "10.0", "010"], &["10.01", "ten", ""]),
    ("NumericLessThan", r#""10""#, &["9", "9.99", "-11"], &["10", "100", "ten"]),
    ("NumericLessThanEquals", r#""10""#, &["9", "10"], &["10.1", "100"]),
    ("NumericGreaterThan", r#"["10","20"]"#, &["11", "100"], &["10", "9"]),
    ("NumericGreaterThanEquals", r#""10""#, &["10", "100"], &["9.99", ""]),
    (
        "DateEquals",
        r#""2019-08-12T17:00:00+08:00""#,
        &["2019-08-12T09:00:00Z", "2019-08-12T09:00Z"],
        &["2019-08-12T17:00:00Z"],
    ),
    (
        "DateLessThan",
        r#""2019-08-12T17:00:00+08:00""#,
        &["2019-08-12T08:59:59Z"],
        &["2019-08-12T09:00:00Z", "long ago"],
    ),
    ("DateLessThanEquals", r#""2019-08-12T09:00:00Z""#, &["2019-08-12T09:00:00Z"], &["2019-08-12T09:00:01Z"]),
    ("DateGreaterThan", r#""2019-08-12T09:00:00Z""#, &["2019-08-12T09:00:01Z"], &["2019-08-12T09:00:00Z"]),
    (
        "DateGreaterThanEquals",
        r#""2019-08-12T09:00:00Z""#,
        &["2019-08-12T09:00:00Z"],
        &["2019-08-12T08:59:59Z"],
    ),
    ("Bool", r#""true""#, &["true", "TRUE"], &["false", "1", ""]),
    (
        "IpAddress",
        r#"["192.0.2.0/24","203.0.113.2"]"#,
        &["192.0.2.0", "::ffff:192.0.2.255", "203.0.113.2"],
        &["192.0.3.0", "nowhere", "::1"],
    ),
];

/// The opposite of an operator, if it has one.
fn opposite(operator: &str) -> Option<String> {
    let name = match operator {
        "IpAddress" => "NotIpAddress".to_owned(),
        other => other
            .replacen("String", "StringNot", 1)
            .replacen("NumericE", "NumericNotE", 1)
            .replacen("DateE", "DateNotE", 1),
    };
    Operator::named(&name).filter(|operator| operator.negated).map(|_| name)
}

#[test]
fn each_operator_and_its_opposite() {
    let mut opposites = 0;
    for (operator, wanted, matching, others) in CASES {
        for (found, is_match) in matching.iter().map(|f| (f, true)).chain(others.iter().map(|f| (f, false))) {
            assert_eq!(holds(operator, wanted, &[found]), is_match, "{operator} {wanted} {found:?}");
            if let Some(negated) = opposite(operator) {
                opposites += 1;
                assert_eq!(holds(&negated, wanted, &[found]), !is_match, "{negated} {wanted} {found:?}");
            }
        }
    }
    assert!(opposites > 20, "{opposites}");
    for operator in
        OPERATORS.iter().filter(|operator| !operator.negated && !operator.name.ends_with("IncludeBorder"))
    {
        assert!(CASES.iter().any(|(name, ..)| *name == operator.name), "no case for {}", operator.name);
    }
}

#[test]
fn an_address_at_the_border_is_within() {
    for found in ["192.0.2.0", "192.0.2.255"] {
        assert!(holds("IpAddress", r#""192.0.2.0/24""#, &[found]));
        assert!(holds("IpAddressIncludeBorder", r#""192.0.2.0/24""#, &[found]));
        assert!(!holds("NotIpAddressIncludeBorder", r#""192.0.2.0/24""#, &[found]));
    }
    assert!(!holds("IpAddressIncludeBorder", r#""192.0.2.0/24""#, &["192.0.3.0"]));
    assert!(holds("NotIpAddressIncludeBorder", r#""192.0.2.0/24""#, &["192.0.3.0"]));
}

#[test]
fn a_key_that_the_request_has_not() {
    for (operator, wanted, ..) in CASES {
        assert!(!holds(operator, wanted, &[]), "{operator}");
        if let Some(negated) = opposite(operator) {
            assert!(holds(&negated, wanted, &[]), "{negated}");
        }
    }
    assert!(holds("NotIpAddressIncludeBorder", r#""::/0""#, &[]));
}

#[test]
fn one_of_several_values_is_enough() {
    assert!(holds("StringEquals", r#"["a","b"]"#, &["x", "b"]));
    assert!(!holds("StringNotEquals", r#"["a","b"]"#, &["x", "b"]));
    assert!(holds("StringNotEquals", r#"["a","b"]"#, &["x", "y"]));
}

/// A request of a role's, which RAM tells without a region.
struct OfRole;

impl Context for OfRole {
    fn values(&self, key: &str) -> Vec<Cow<'_, str>> {
        let is_it = key.eq_ignore_ascii_case("acs:PrincipalArn");
        if is_it { vec![Cow::Borrowed("acs:ram::1234567890123456:role/builder")] } else { Vec::new() }
    }
}

/// RAM's pages write names with `*` for the region and without: both are one, also where a condition asks who calls.
#[test]
fn who_calls_has_two_spellings() {
    let holds = |operator: &str, wanted: &str| {
        let node = Node::parse(&format!(r#"{{"{operator}":{{"acs:principalarn":"{wanted}"}}}}"#)).unwrap();
        let conditions = Condition::read_all(&At::root(&node)).unwrap();
        conditions.iter().all(|condition| condition.holds(&OfRole))
    };
    for (wanted, is_it) in [
        ("acs:ram::1234567890123456:role/builder", true),
        ("acs:ram:*:1234567890123456:role/builder", true),
        ("acs:ram::1234567890123456:role/other", false),
        ("acs:ram:*:6543210987654321:role/builder", false),
        ("acs:ram:cn-hangzhou:1234567890123456:role/builder", false),
    ] {
        for operator in ["StringEquals", "StringEqualsIgnoreCase", "StringLike"] {
            assert_eq!(holds(operator, wanted), is_it, "{operator} {wanted}");
            let negated = opposite(operator).unwrap();
            assert_eq!(holds(&negated, wanted), !is_it, "{negated} {wanted}");
        }
    }
    for wanted in [
        "acs:ram::*:role/*",
        "acs:ram:*:*:role/build*",
        "acs:ram:*:role/builder",
        "acs:*::1234567890123456:role/builder",
        "*",
    ] {
        assert!(holds("StringLike", wanted), "{wanted}");
    }
    assert!(!holds("StringLike", "acs:ram:*:*:user/*"));
}

#[test]
fn all_conditions_of_a_block_must_hold() {
    let both = |text: &str| {
        let node = Node::parse(text).unwrap();
        let conditions = Condition::read_all(&At::root(&node)).unwrap();
        conditions.iter().all(|condition| condition.holds(&Request(&["a1"])))
    };
    assert!(both(r#"{"StringLike":{"k":"a*"},"StringNotLike":{"k":"*2"}}"#));
    assert!(!both(r#"{"StringLike":{"k":"a*"},"StringNotLike":{"k":"*1"}}"#));
    assert!(!both(r#"{"StringLike":{"k":"a*","another":"*"}}"#));
}
