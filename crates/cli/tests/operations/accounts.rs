//! `imagekin account`: accounts beside the one of the first start.

use std::path::Path;

use crate::client::{Client, Outcome as Answer};
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

/// Of a key that has leaked, or that somebody has taken with him, whoever runs the service can make an end.
#[test]
fn a_key_of_an_account_is_disabled_enabled_and_deleted() {
    let folder = tempfile::tempdir().expect("a folder");
    Server::start(folder.path(), &[]).stop();
    let key = shown_key(account(folder.path(), &["create", OTHER]));
    let mut number = 0;
    let mut ask = || {
        let server = Server::start(folder.path(), &[]);
        number += 1;
        let mut client = Client::with_key(&server.address, number, (key.0, &key.1));
        let answer = client.call("GetCallerIdentity", &[]);
        server.stop();
        match answer {
            Answer::Done(_) => "done".to_owned(),
            Answer::Refused(code) => code,
            Answer::Doubtful(doubt) => panic!("{doubt}"),
        }
    };
    let change = |command: &str, outcome: &str| {
        let told = account(folder.path(), &[command, OTHER, key.0]).ok();
        assert_eq!(told, format!("{} is {outcome}\n", key.0));
    };
    let row = || {
        let listed = account(folder.path(), &["list"]).ok();
        listed.lines().find(|line| line.starts_with(OTHER)).expect("a row").trim_end().to_owned()
    };
    change("disable-key", "Inactive");
    assert_eq!(ask(), "InvalidAccessKeyId.Inactive");
    assert!(row().ends_with(&format!("{} (Inactive)", key.0)), "{}", row());
    change("enable-key", "Active");
    assert_eq!(ask(), "done");
    assert!(row().ends_with(key.0), "{}", row());
    change("delete-key", "deleted");
    assert_eq!(ask(), "InvalidAccessKeyId.NotFound");
    // Neither another account's key, nor one that is none, nor one of an account that is none.
    for (owner, id, why) in [
        (OTHER, "testid", "has no access key testid of its own"),
        ("1234567890123456", key.0, "has no access key"),
        ("3456789012345678", "testid", "there is no account 3456789012345678"),
    ] {
        for command in ["disable-key", "enable-key", "delete-key"] {
            let refused = account(folder.path(), &[command, owner, id]).fails();
            assert!(refused.contains(why), "{command} {owner} {id}: {refused}");
        }
    }
    assert!(account(folder.path(), &["list"]).ok().contains("testid\n"), "the others' keys are as they were");
}
