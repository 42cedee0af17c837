//! Which crates of the workspace may depend on which: only downward, as ARCHITECTURE.md draws it.

use serde_json::Value;

use super::repository::Repository;

/// The workspace's crates that each may depend on. A new crate gets a line here first.
const DOWNWARD: &[(&str, &[&str])] = &[
    ("imagekin-catalog", &[]),
    ("imagekin-access", &[]),
    ("imagekin-rpc", &[]),
    ("imagekin-testing", &[]),
    ("imagekin-interposer", &[]),
    ("imagekin-store", &["imagekin-catalog", "imagekin-access"]),
    ("imagekin-server", &["imagekin-store", "imagekin-rpc", "imagekin-catalog", "imagekin-access"]),
    (
        "imagekin",
        &["imagekin-server", "imagekin-store", "imagekin-rpc", "imagekin-catalog", "imagekin-access"],
    ),
];

/// The task runner stands outside: it is no part of the product and nothing depends on it.
const OUTSIDE: &str = "xtask";

/// These are pure: a rule that needs another library is in the wrong place. Their tests may use any. A policy is a document
/// with dates in it, so `access` reads JSON and ISO 8601; and it wipes its secrets. None of these libraries
/// does I/O.
const PURE: [(&str, &[&str]); 2] =
    [("imagekin-catalog", &[]), ("imagekin-access", &["jiff", "serde", "serde_json", "zeroize"])];

/// Dependencies inside the workspace point downward, and the pure crates have few outside of it.
pub(super) fn downward(repository: &Repository) -> Vec<String> {
    repository.packages.iter().filter(|package| package["name"] != OUTSIDE).flat_map(complaints_of).collect()
}

fn complaints_of(package: &Value) -> Vec<String> {
    let name = package["name"].as_str().unwrap_or_default();
    let Some((_, below)) = DOWNWARD.iter().find(|(crate_name, _)| *crate_name == name) else {
        return vec![format!("{name}: a new crate; say in xtask/src/tidy/crates.rs what it may depend on")];
    };
    let mut complaints = Vec::new();
    for dependency in package["dependencies"].as_array().into_iter().flatten() {
        let on = dependency["name"].as_str().unwrap_or_default();
        let for_tests = dependency["kind"] == "dev";
        let ours = !dependency["path"].is_null();
        if ours && !below.contains(&on) && !for_tests {
            complaints.push(format!("{name}: depends on {on}, which is not below it"));
        }
        let pure = PURE.iter().find(|(crate_name, _)| *crate_name == name);
        if pure.is_some_and(|(_, libraries)| !ours && !for_tests && !libraries.contains(&on)) {
            complaints.push(format!("{name}: depends on {on}; it must do without libraries"));
        }
    }
    complaints
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn check(name: &str, dependency: &Value) -> Vec<String> {
        complaints_of(&json!({"name": name, "dependencies": [dependency]}))
    }

    #[test]
    fn upward_is_refused() {
        let server = json!({"name": "imagekin-server", "path": "crates/server", "kind": null});
        assert_eq!(check("imagekin", &server), [""; 0]);
        let upward = check("imagekin-store", &server);
        assert_eq!(upward, ["imagekin-store: depends on imagekin-server, which is not below it"]);
    }

    #[test]
    fn catalog_depends_on_nothing() {
        let library = |name: &str| json!({"name": name, "path": null, "kind": null});
        assert_eq!(check("imagekin-rpc", &library("tokio")), [""; 0]);
        for (name, libraries) in PURE {
            let refused = [format!("{name}: depends on tokio; it must do without libraries")];
            assert_eq!(check(name, &library("tokio")), refused);
            assert!(libraries.iter().all(|on| check(name, &library(on)).is_empty()));
            let for_tests = json!({"name": "proptest", "path": null, "kind": "dev"});
            assert_eq!(check(name, &for_tests), [""; 0]);
        }
        assert_eq!(check("imagekin-catalog", &library("serde")).len(), 1);
    }

    #[test]
    fn a_new_crate_needs_a_line() {
        let complaints = complaints_of(&json!({"name": "imagekin-new", "dependencies": []}));
        assert!(complaints[0].starts_with("imagekin-new: a new crate"), "{complaints:?}");
    }
}
