//! The examples of the vendor's pages, one file each in `tests/documented`: policies, requests, and what is to come of them.

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};

use imagekin_access::policy::{AccessRequest, By, Context, Verdict, decide};
use imagekin_access::{AccountId, PolicyDocument, TrustPolicy};
use serde_json::Value;

/// How many examples there are at least: a folder that is not found must not pass for one without mistakes.
const EXAMPLES_MIN: usize = 14;

struct Keys<'v>(&'v Value);

impl Context for Keys<'_> {
    fn values(&self, key: &str) -> Vec<Cow<'_, str>> {
        self.0.get(key).and_then(Value::as_str).map(Cow::Borrowed).into_iter().collect()
    }
}

fn examples() -> Vec<(PathBuf, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documented");
    let read = |path: PathBuf| {
        let example = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        (path, example)
    };
    fs::read_dir(folder).unwrap().map(|entry| read(entry.unwrap().path())).collect()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

#[test]
fn the_documented_examples_do_what_their_pages_say() {
    let examples = examples();
    assert!(examples.len() >= EXAMPLES_MIN, "{}", examples.len());
    for (path, example) in &examples {
        let name = path.file_stem().unwrap().to_string_lossy();
        assert!(text(&example["source"]).starts_with("https://"), "{name}");
        if example["trust"].is_object() {
            check_trust(&name, example);
        } else {
            check_policies(&name, example);
        }
    }
}

fn check_policies(name: &str, example: &Value) {
    let parse = |policy: &Value| PolicyDocument::parse(&policy.to_string()).unwrap();
    let policies: Vec<PolicyDocument> = example["policies"].as_array().unwrap().iter().map(parse).collect();
    for asked in example["requests"].as_array().unwrap() {
        let request = AccessRequest {
            action: text(&asked["action"]),
            resource: text(&asked["resource"]),
            context: &Keys(&asked["context"]),
        };
        let verdict = match decide(&policies, &request) {
            Verdict::Allowed(By { policy, statement }) => format!("Allow {policy} {statement}"),
            Verdict::ExplicitDeny(By { policy, statement }) => format!("Deny {policy} {statement}"),
            Verdict::ImplicitDeny => "deny".to_owned(),
        };
        assert_eq!(verdict, text(&asked["verdict"]), "{name}: {asked}");
    }
}

fn check_trust(name: &str, example: &Value) {
    let policy = TrustPolicy::parse(&example["trust"].to_string()).unwrap();
    for asked in example["principals"].as_array().unwrap() {
        let account = asked["account"].as_str().map(|uid| AccountId::parse(uid).unwrap());
        let allowed = policy.allows(text(&asked["principal"]), account, &Keys(&Value::Null));
        assert_eq!(Some(allowed), asked["allowed"].as_bool(), "{name}: {asked}");
    }
}
