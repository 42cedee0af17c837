//! `imagekin account`: accounts beside the one of the first start.

use std::path::Path;

use crate::client::Client;
use crate::command::{Outcome, run};
use crate::server::Server;

const OTHER: &str = "2345678901234567";

/// `imagekin account COMMAND … --data-dir FOLDER`.
fn account(folder: &Path, command: &[&str]) -> Outcome {
    let folder = folder.to_str().expect("a path that is text");
    run([&["account"], command, &["--data-dir", folder]].concat())
}

/// The key that a command shows.
fn shown_key(outcome: Outcome) -> (&'static str, String) {
    let shown = outcome.ok();
    let field = |name: &str| {
        let line = shown.lines().find_map(|line| line.strip_prefix(name)).expect("a field");
        line.trim().to_owned()
    };
    (field("access key").leak(), field("secret"))
}

#[test]
fn an_account_is_made_with_a_key_and_gets_another() {
    let folder = tempfile::tempdir().expect("a folder");
    Server::start(folder.path(), &[]).stop();
    let refused = account(folder.path(), &["add-key", OTHER]).fails();
    assert!(refused.contains("`imagekin account create 2345678901234567` makes it"), "{refused}");
    let first = shown_key(account(folder.path(), &["create", OTHER]));
    let refused = account(folder.path(), &["create", OTHER]).fails();
    assert!(refused.contains("`imagekin account add-key 2345678901234567` makes a key"), "{refused}");
    let second = shown_key(account(folder.path(), &["add-key", OTHER]));
    let server = Server::start(folder.path(), &[]);
    for (number, (id, secret)) in (1..).zip([&first, &second]) {
        let mut client = Client::with_key(&server.address, number, (id, secret));
        assert_eq!(client.must("GetCallerIdentity", &[])["AccountId"], OTHER);
    }
    server.stop();
    let listed = account(folder.path(), &["list"]).ok();
    let row = listed.lines().find(|line| line.starts_with(OTHER)).expect("a row");
    assert!(row.contains(first.0) && row.contains(second.0), "{listed}");
    assert!(listed.contains("testid") && !listed.contains(&first.1), "{listed}");
}
