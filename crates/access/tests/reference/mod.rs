//! The rules of RAM policies once more, naively: texts all the way, recursion, and no care for time.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use serde_json::Value;

/// Condition keys and their values.
pub(crate) type Keys = BTreeMap<String, Vec<String>>;

/// The verdict as text: `deny`, or the effect, the policy and the statement that decided.
pub(crate) fn verdict(policies: &[Value], action: &str, resource: &str, keys: &Keys) -> String {
    let mut fitting = Vec::new();
    for (p, policy) in policies.iter().enumerate() {
        for (s, statement) in list(&policy["Statement"]).iter().enumerate() {
            let small = |text: &str| text.to_ascii_lowercase();
            let action_fits = selects(statement, "Action", &small(action), small);
            let resource_fits = selects(statement, "Resource", resource, str::to_owned);
            if action_fits && resource_fits && all_hold(&statement["Condition"], keys) {
                fitting.push(format!("{} {p} {s}", text(&statement["Effect"])));
            }
        }
    }
    let first = |effect: &str| fitting.iter().find(|found| found.starts_with(effect));
    first("Deny").or_else(|| first("Allow")).map_or_else(|| "deny".to_owned(), Clone::clone)
}

fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_else(|| vec![value.clone()])
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

fn selects(statement: &Value, element: &str, name: &str, fold: impl Fn(&str) -> String) -> bool {
    let fits = |patterns: &Value| list(patterns).iter().any(|pattern| like(&fold(&text(pattern)), name));
    match statement.get(element) {
        Some(patterns) => fits(patterns),
        None => !fits(&statement[format!("Not{element}").as_str()]),
    }
}

/// Wildcards, by trying everything.
fn like(pattern: &str, name: &str) -> bool {
    let (wanted, found) = (pattern.chars().next(), name.chars().next());
    let after = |text: &str| text.chars().skip(1).collect::<String>();
    match (wanted, found) {
        (None, found) => found.is_none(),
        (Some('*'), None) => like(&after(pattern), name),
        (Some('*'), Some(_)) => like(&after(pattern), name) || like(pattern, &after(name)),
        (Some(_), None) => false,
        (Some(wanted), Some(found)) => {
            (wanted == '?' || wanted == found) && like(&after(pattern), &after(name))
        }
    }
}

fn all_hold(conditions: &Value, keys: &Keys) -> bool {
    let Some(operators) = conditions.as_object() else { return true };
    for (operator, wanted_by_key) in operators {
        for (key, wanted) in wanted_by_key.as_object().unwrap() {
            let positive = operator.replacen("Not", "", 1);
            let mut matches = false;
            for found in keys.get(key).cloned().unwrap_or_default() {
                for wanted in list(wanted) {
                    matches = matches || compare(&positive, &text(&wanted), &found);
                }
            }
            if matches == operator.contains("Not") {
                return false;
            }
        }
    }
    true
}

fn compare(operator: &str, wanted: &str, found: &str) -> bool {
    if let Some(relation) = operator.strip_prefix("Numeric") {
        return order(
            relation,
            found.parse::<f64>().ok().partial_cmp(&wanted.parse::<f64>().ok()),
            found.parse::<f64>().is_ok(),
        );
    }
    if let Some(relation) = operator.strip_prefix("Date") {
        return order(relation, Some(minutes(found).cmp(&minutes(wanted))), minutes(found).is_some());
    }
    match operator {
        "StringEquals" => wanted == found,
        "StringEqualsIgnoreCase" => wanted.to_lowercase() == found.to_lowercase(),
        "StringLike" => like(wanted, found),
        "Bool" => ["true", "false"].contains(&found) && wanted == found,
        "IpAddress" | "IpAddressIncludeBorder" => {
            let (address, length) = wanted.split_once('/').unwrap_or((wanted, "32"));
            let prefix: String = bits(address).chars().take(length.parse().unwrap()).collect();
            (found.split('.').count() == 4) && bits(found).starts_with(&prefix)
        }
        other => panic!("{other}"),
    }
}

fn order(relation: &str, ordering: Option<Ordering>, readable: bool) -> bool {
    let names = match ordering {
        Some(Ordering::Less) => ["LessThan", "LessThanEquals"].to_vec(),
        Some(Ordering::Equal) => ["Equals", "LessThanEquals", "GreaterThanEquals"].to_vec(),
        Some(Ordering::Greater) => ["GreaterThan", "GreaterThanEquals"].to_vec(),
        None => Vec::new(),
    };
    readable && names.contains(&relation)
}

/// Minutes since the beginning of January 2024, of a date within that month whose zone is whole hours away.
fn minutes(date: &str) -> Option<i64> {
    let rest = date.strip_prefix("2024-01-")?;
    let number = |from: usize| rest.get(from..from + 2)?.parse::<i64>().ok();
    let zone = if rest.ends_with('Z') {
        0
    } else {
        rest.get(rest.len() - 6..rest.len() - 3)?.parse::<i64>().ok()?
    };
    Some((number(0)? * 24 + number(3)? - zone) * 60 + number(6)?)
}

/// An IPv4 address as 32 times `0` or `1`; also when it is written as an IPv6 address.
fn bits(address: &str) -> String {
    let address = address.strip_prefix("::ffff:").unwrap_or(address);
    address.split('.').map(|byte| format!("{:08b}", byte.parse::<u8>().unwrap())).collect()
}
