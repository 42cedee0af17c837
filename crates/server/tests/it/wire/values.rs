//! Values of parameters, malformed: whatever is no number, no boolean, no list is refused by name, in every action.

use std::collections::BTreeSet;

use imagekin_rpc::codes;
use imagekin_rpc::input::{Kind, Parameter};
use imagekin_server::actions::describe;

use crate::harness::TestApp;
use crate::harness::actor::{WAYS, called};
use crate::harness::reply::Reply;
use crate::harness::tables::documented;

/// The parameters of an action that have no `.N.` and so are sent as they are called.
fn plain(parameters: &[Parameter]) -> impl Iterator<Item = &Parameter> {
    parameters.iter().filter(|parameter| !parameter.name.contains(".N."))
}

/// Calls each action with one parameter, which must be refused with `part` as its name.
async fn assert_invalid(app: &TestApp, action: &str, params: &[(&str, &str)], part: &str, way: usize) {
    let reply = app.owner().by(WAYS[way % WAYS.len()]).call(action, params).await;
    reply.assert_refused_with(&codes::INVALID_PARAMETER, part);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_number_and_boolean_is_named_when_it_is_none() {
    let app = TestApp::standing().await;
    for action in describe() {
        for Parameter { name, kind, .. } in &action.parameters {
            let name = name.replace(".N.", ".1.");
            let wrong: &[&str] = match kind {
                Kind::Integer => &["seven", "1.5", "-1", "1e3", "0x10", " 1", "4294967296", "１"],
                Kind::Long => &["seven", "-1", "18446744073709551616"],
                Kind::Boolean => &["yes", "1", "0", "truee", " true"],
                Kind::Text | Kind::List | Kind::Struct => &[],
            };
            for (way, value) in wrong.iter().enumerate() {
                assert_invalid(&app, &called(&action), &[(&name, value)], &name, way).await;
            }
        }
    }
}

/// One value is no list, and a list is not one value; N counts from 1 to 1000, in plain digits.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn lists_and_values_are_told_apart() {
    let app = TestApp::standing().await;
    for action in describe() {
        for (way, Parameter { name, kind, .. }) in plain(&action.parameters).enumerate() {
            match kind {
                // A struct has names below it that it does not know, and is no text that is not JSON.
                Kind::Struct => assert_invalid(&app, &called(&action), &[(name, "x")], name, way).await,
                Kind::List => {
                    assert_invalid(&app, &called(&action), &[(name, "x")], name, way).await;
                    for n in ["0", "01", "1001", "999999999", "4294967297", "-1", "N", "１"] {
                        let element = format!("{name}.{n}");
                        let field = format!("{element}.Key");
                        assert_invalid(&app, &called(&action), &[(&field, "x")], &element, way).await;
                    }
                }
                Kind::Boolean | Kind::Integer | Kind::Long | Kind::Text => {
                    for below in [format!("{name}.1"), format!("{name}.1.Key")] {
                        assert_invalid(&app, &called(&action), &[(&below, "x")], name, way).await;
                    }
                }
            }
        }
    }
}

/// Which error it is; none for a success.
fn outcome(reply: &Reply) -> Option<(u16, String, String)> {
    let fault = reply.try_fault().ok()?;
    Some((fault.status, fault.code, fault.message))
}

/// What the vendor's tables have and an action does not read changes nothing, whatever it says.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn parameters_that_are_not_read_may_say_anything() {
    let app = TestApp::standing().await;
    let before = app.dump();
    let least = [("RegionId", "cn-hangzhou"), ("ImageId", "m-none"), ("TaskId", "t-none")];
    for (action, table) in documented() {
        let read: BTreeSet<&str> = action.parameters.iter().map(|p| p.name.as_str()).collect();
        let told = table["parameters"].as_array().expect("parameters").iter();
        let told = told.map(|parameter| parameter["name"].as_str().expect("a name"));
        let is_read = |name: &str| read.contains(&*name.replace(".1.", ".N.").replace(".2.", ".N."));
        for name in told.filter(|name| !is_read(name) && *name != "ClientToken") {
            let with = [&least[..], &[(name, "any thing")]].concat();
            let with = app.owner().call(action.name, &with).await;
            let without = app.owner().call(action.name, &least).await;
            assert_eq!(outcome(&with), outcome(&without), "{}: {name}", action.name);
        }
    }
    assert_eq!(app.dump(), before);
}
