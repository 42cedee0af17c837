//! The wire oracle: the parameters that each action reads are those of the vendor's tables, in name and type, and those
//! are mandatory that the tables say are; each difference stands with its reason in a list that may only shrink.

use std::collections::{BTreeMap, BTreeSet};

use imagekin_rpc::input::Kind;
use imagekin_server::actions::Description;
use serde_json::Value;

use crate::harness::tables::{assert_listed, documented};
use crate::harness::{REGION, TestApp};

/// `Action.Parameter: difference — reason`, one a line.
const DIFFERENCES: &str = include_str!("../wire_differences.txt");

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_action_takes_what_the_tables_say() {
    let mut differences = BTreeSet::new();
    let app = TestApp::standing().await;
    for (action, table) in documented() {
        let told = told(table);
        let mut note = |name: &str, difference: &str| {
            differences.insert(format!("{}.{name}: {difference}", action.name));
        };
        compare(&action, &told, &mut note);
        ask_for_mandatory(&app, &action, &told, &mut note).await;
    }
    assert_listed(&differences, DIFFERENCES, "wire_differences.txt");
}

/// What the tables say of a parameter.
struct Told {
    kind: Kind,
    required: bool,
}

/// The parameters of a table by name. Of DescribeSnapshots it has `Filter.1.Key` and `Filter.2.Key`, where others have
/// `Filter.N.Key`, and a list.
fn told(table: &Value) -> BTreeMap<String, Told> {
    let parameter = |entry: &Value| {
        let text = |name: &str| entry[name].as_str().expect("a text");
        let kind = match text("type") {
            "Boolean" | "boolean" => Kind::Boolean,
            "Integer" => Kind::Integer,
            "Long" => Kind::Long,
            "String" => Kind::Text,
            "RepeatList" => Kind::List,
            "Struct" | "Object" => Kind::Struct,
            other => panic!("{other} is a new type"),
        };
        (text("name").to_owned(), Told { kind, required: entry["required"] == true })
    };
    let parameters = table["parameters"].as_array().expect("parameters").iter().map(parameter);
    let mut told = BTreeMap::new();
    for (name, parameter) in parameters {
        let numbered = name.split_once(".1.").or_else(|| name.split_once(".2."));
        match numbered {
            None => told.insert(name, parameter),
            Some((list, field)) => {
                told.insert(list.to_owned(), Told { kind: Kind::List, required: false });
                told.insert(format!("{list}.N.{field}"), parameter)
            }
        };
    }
    told
}

/// Notes the differences in names and types.
fn compare(action: &Description, told: &BTreeMap<String, Told>, note: &mut impl FnMut(&str, &str)) {
    let read: BTreeMap<&str, Kind> = action.parameters.iter().map(|p| (p.name.as_str(), p.kind)).collect();
    for (name, kind) in &read {
        match told.get(*name) {
            None => note(name, "ours"),
            Some(told) if told.kind != *kind => note(name, &format!("{kind:?}, not {:?}", told.kind)),
            Some(_) => {}
        }
    }
    for name in told.keys().filter(|name| !read.contains_key(name.as_str())) {
        note(name, "not read");
    }
}

/// Leaves out one mandatory parameter after the other, each of which must be missed by name or by code; and nothing must
/// be missed when only those are there.
async fn ask_for_mandatory(
    app: &TestApp,
    action: &Description,
    told: &BTreeMap<String, Told>,
    note: &mut impl FnMut(&str, &str),
) {
    let mandatory: Vec<&String> =
        told.iter().filter(|(_, told)| told.required).map(|(name, _)| name).collect();
    let least: Vec<(String, String)> = mandatory
        .iter()
        .filter_map(|name| value(told, name))
        .map(|(name, value)| (name, value.to_owned()))
        .collect();
    for name in mandatory {
        // What is below a list is left out of its first element.
        let sent = name.replace(".N.", ".1.");
        let left_out =
            |given: &str| given == sent || given.strip_prefix(&sent).is_some_and(|r| r.starts_with('.'));
        let without: Vec<_> = least.iter().filter(|(given, _)| !left_out(given)).cloned().collect();
        match missed(app, action.name, &without).await {
            None => note(name, "not mandatory here"),
            Some(message) => assert!(message.contains(name.as_str()), "{}.{name}: {message}", action.name),
        }
    }
    if let Some(message) = missed(app, action.name, &least).await {
        note("*", &format!("more is mandatory here: {message}"));
    }
    let read_as_mandatory = action.parameters.iter().filter(|parameter| parameter.required);
    for name in
        read_as_mandatory.map(|p| &p.name).filter(|name| told.get(*name).is_none_or(|told| !told.required))
    {
        note(name, "mandatory here");
    }
}

/// Some value for a mandatory parameter, and the name to send it by.
fn value(told: &BTreeMap<String, Told>, name: &str) -> Option<(String, &'static str)> {
    let sent = name.replace(".N.", ".1.");
    match (told[name].kind, name) {
        (Kind::List, _) => {
            let below = format!("{name}.N.");
            let mut fields = told.range(below.clone()..).take_while(|(name, _)| name.starts_with(&below));
            match fields.next() {
                None => Some((format!("{sent}.1"), "x-none")),
                // Those of its fields that are mandatory come by themselves.
                Some(_) if told.iter().any(|(name, told)| name.starts_with(&below) && told.required) => None,
                Some((field, _)) => Some((field.replace(".N.", ".1."), "k")),
            }
        }
        (_, "RegionId") => Some((sent, REGION)),
        (_, "ResourceType") => Some((sent, "image")),
        _ => Some((sent, "x-none")),
    }
}

/// What the call says is missing, if anything is.
async fn missed(app: &TestApp, action: &str, params: &[(String, String)]) -> Option<String> {
    let params: Vec<(&str, &str)> =
        params.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let reply = app.owner().call(action, &params).await;
    let fault = reply.try_fault().ok()?;
    fault.code.starts_with("MissingParameter").then_some(fault.message)
}
