//! How tests wait: until something is so, never for a while.

use super::repository::{File, Repository};

/// A sleep makes a test slow where the machine is fast, and wrong where it is slow. One helper may: it looks again and
/// again until what it waits for is so, and its name begins with `wait_until`.
pub(super) fn sleeps(repository: &Repository) -> Vec<String> {
    repository.rust().flat_map(sleeps_of).collect()
}

fn sleeps_of(file: &File) -> Vec<String> {
    let (source, tests) = file.source_and_tests();
    let mut function = "";
    let mut complaints = Vec::new();
    for (index, line) in tests.iter().enumerate() {
        if let Some(name) = function_name(line) {
            function = name;
        }
        let sleeps = ["thread::sleep(", "time::sleep(", " sleep("].iter().any(|call| line.contains(call));
        if sleeps && !function.starts_with("wait_until") {
            let at = source.len() + index + 1;
            complaints.push(format!("{}:{at}: a test sleeps outside a `wait_until…` helper", file.path));
        }
    }
    complaints
}

/// The name of the function that the line declares.
fn function_name(line: &str) -> Option<&str> {
    let (before, after) = line.split_once("fn ")?;
    let declares = before.split_whitespace().all(|word| word.starts_with("pub") || word == "async");
    declares.then(|| after.split(['(', '<']).next()).flatten()
}

#[cfg(test)]
mod tests {
    use super::super::repository::repository;
    use super::*;

    #[test]
    fn a_function_is_known_by_its_name() {
        assert_eq!(function_name("    pub(crate) async fn wait_until<F>(f: F) {"), Some("wait_until"));
        assert_eq!(function_name("    let f: fn () = a;"), None);
        assert_eq!(function_name("    call();"), None);
    }

    #[test]
    fn only_a_helper_may_sleep() {
        let helper = concat!("async fn wait_until_ready() {\n    tokio::time::sl", "eep(MS).await;\n}\n");
        let test = concat!("fn t() {\n    thread::sl", "eep(MS);\n}\n");
        let text = &format!("//! T.\n{helper}{test}");
        let complaints = sleeps(&repository(&[("a/tests/t.rs", text), ("a/src/t.rs", text)]));
        assert_eq!(complaints, ["a/tests/t.rs:6: a test sleeps outside a `wait_until…` helper"]);
    }
}
