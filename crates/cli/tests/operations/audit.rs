//! `imagekin audit`: what is found in it, and who has laid hands on it.

use std::path::Path;

use serde_json::Value;

use crate::client::Client;
use crate::command::{Outcome, imagekin, run};
use crate::server::Server;
use crate::story;
use crate::waiting::{PATIENCE, wait_until};

const OWNER: &str = "1234567890123456";

/// `imagekin audit COMMAND … --data-dir FOLDER`.
fn audit(folder: &Path, command: &[&str]) -> Outcome {
    let folder = folder.to_str().expect("a path that is text");
    run([&["audit"], command, &["--data-dir", folder]].concat())
}

fn execute(folder: &Path, sql: &str) {
    let database = rusqlite::Connection::open(folder.join("imagekin.db")).expect("a database");
    database.execute_batch(sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
}

/// The events that a search prints.
fn found(folder: &Path, flags: &[&str]) -> Vec<Value> {
    let told = audit(folder, &[&["search", "--limit", "1000"], flags].concat()).ok();
    told.lines().map(|line| serde_json::from_str(line).expect("an event on each line")).collect()
}

#[test]
fn what_was_done_is_found_beside_a_server() {
    let folder = story::filled();
    let server = Server::start(folder.path(), &[]);
    let mut owner = Client::with_key(&server.address, 7, ("testid", "testsecret"));
    owner.call("DeleteUser", &[("UserName", "nobody")]);
    let names = |flags: &[&str]| -> Vec<String> {
        found(folder.path(), flags)
            .iter()
            .map(|event| event["eventName"].as_str().unwrap().to_owned())
            .collect()
    };
    // Twice the story has started a server, and this is the third.
    let starts = || (names(&["--event-name", "ReadMasterKeys"]).len() == 3).then_some(());
    wait_until("each has said which master keys it has", PATIENCE, starts);
    let all = names(&[]);
    for name in
        ["ApplyFixtures", "CreateImage", "ImportImage", "CreateUser", "AttachPolicyToRole", "CopyImage"]
    {
        assert!(all.iter().any(|found| found == name), "{name} is not in {all:?}");
    }
    assert!(names(&["--event-name", "CreateUser"]).iter().all(|name| name == "CreateUser"));
    assert_eq!(
        names(&["--event-name", "CreateUser", "--user", "root", "--resource", "alice"]),
        ["CreateUser"]
    );
    assert_eq!(names(&["--event-name", "CreateUser", "--user", "alice"]), [""; 0]);
    assert_eq!(names(&["--account", "6543210987654321", "--event-name", "CreateUser"]), [""; 0]);
    assert_eq!(names(&["--since", "2100-01-01T00:00:00Z"]), [""; 0]);
    assert_eq!(names(&["--until", "2100-01-01T00:00:00Z"]), all);
    assert!(names(&["--region", "cn-beijing"]).len() < names(&["--region", "cn-hangzhou"]).len());
    server.stop();
    let refused = found(folder.path(), &["--refused", "--event-name", "DeleteUser"]);
    assert_eq!((refused.len(), &refused[0]["errorCode"]), (1, &Value::from("EntityNotExist.User")));
    let id = refused[0]["requestId"].as_str().expect("an id");
    assert_eq!(names(&["--request-id", id]), ["DeleteUser"]);
    let table = audit(folder.path(), &["search", "--output", "table", "--limit", "1"]).ok();
    assert!(table.starts_with("TIME") && table.lines().count() == 2, "{table}");
}

#[test]
fn what_an_operator_does_is_found() {
    let folder = story::filled();
    let data = ["--data-dir", folder.path().to_str().expect("a path")];
    let shown = run([&["account", "create", "2345678901234567"], &data[..]].concat()).ok();
    let field = |name: &str| shown.lines().find_map(|line| line.strip_prefix(name)).expect("a field").trim();
    let (key, secret) = (field("access key"), field("secret"));
    run([&["account", "add-key", "2345678901234567"], &data[..]].concat()).ok();
    for command in ["disable-key", "enable-key", "delete-key"] {
        run([&["account", command, "2345678901234567", key], &data[..]].concat()).ok();
        // What was not done is none of it.
        run([&["account", command, "2345678901234567", "testid"], &data[..]].concat()).fails();
    }
    run([&["throttle", "set", "--calls", "5", "--per", "1s"], &data[..]].concat()).ok();
    run([&["throttle", "remove"], &data[..]].concat()).ok();
    for (account, names) in [
        (
            Some("2345678901234567"),
            &["AddAccountKey", "CreateAccount", "DisableAccountKey", "EnableAccountKey", "DeleteAccountKey"]
                [..],
        ),
        (None, &["RemoveThrottle", "SetThrottle"]),
    ] {
        let of_account = account.map_or_else(Vec::new, |account| vec!["--account", account]);
        let events = found(folder.path(), &[&["--user", "operator"], &of_account[..]].concat());
        for name in names {
            let event = events
                .iter()
                .find(|event| event["eventName"] == *name)
                .unwrap_or_else(|| panic!("no {name}"));
            assert_eq!(event["userIdentity"]["type"], "system");
        }
        let of_other = |event: &Value| event["requestParameters"]["AccessKeyId"] == "testid";
        assert!(account.is_none() || !events.iter().any(of_other), "{events:?}");
    }
    assert!(!audit(folder.path(), &["search"]).ok().contains(secret), "the secret of the new key is told");
    audit(folder.path(), &["verify"]).ok();
}

#[test]
fn each_way_to_tamper_is_told() {
    let folder = story::filled();
    let data = folder.path();
    let told = audit(data, &["verify"]);
    assert!(told.stderr.contains(": no problems"), "{told:?}");
    let hangzhou = format!("{OWNER}/cn-hangzhou ");
    let told = told.ok();
    let line = told.lines().find(|line| line.starts_with(&hangzhou)).expect("a line of each trail");
    let hash = line.rsplit(' ').next().expect("a hash");
    assert!(line.contains(" events, the last is ") && hash.len() == 64, "{line}");
    let database = std::fs::read(data.join("imagekin.db")).expect("a database");
    let trail = format!("account_id = {OWNER} AND trail = 'cn-hangzhou'");
    for (sql, problem) in [
        (
            format!(
                "UPDATE audit_events SET event = REPLACE(event, 'CreateImage', 'DeleteImage') WHERE {trail} AND event LIKE '%CreateImage%'"
            ),
            "is not the one that was written after the one before it",
        ),
        (format!("DELETE FROM audit_events WHERE {trail} AND sequence = 3"), "event 3 is missing"),
        (
            format!(
                "DELETE FROM audit_events WHERE {trail} AND sequence = 3; UPDATE audit_events SET sequence = sequence - 1 WHERE {trail} AND sequence > 3"
            ),
            "event 3 is not the one that was written",
        ),
        (
            format!(
                "INSERT INTO audit_events SELECT account_id, trail, 1 + (SELECT MAX(sequence) FROM audit_events WHERE {trail}), at_us, hash, event FROM audit_events WHERE {trail} AND sequence = 1"
            ),
            "is put in at its end",
        ),
        (
            format!(
                "UPDATE audit_events SET sequence = -sequence WHERE {trail} AND sequence IN (2, 3); UPDATE audit_events SET sequence = 5 + sequence WHERE {trail} AND sequence < 0"
            ),
            "event 2 is not the one that was written",
        ),
        (format!("DELETE FROM audit_events WHERE {trail}"), "are missing at its end"),
    ] {
        std::fs::write(data.join("imagekin.db"), &database).expect("a database");
        execute(data, &sql);
        let outcome = audit(data, &["verify"]);
        assert_eq!(outcome.code, Some(1), "{sql}: {outcome:?}");
        let expected =
            |line: &str| line.starts_with(&format!("trail {OWNER}/cn-hangzhou: ")) && line.contains(problem);
        assert!(outcome.stdout.lines().any(expected), "{sql}: {outcome:?}");
    }
}

/// A file finds out whoever has put another history in the place of the store's, sound in itself.
#[test]
fn a_file_finds_another_history_out() {
    let folders = [tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder")];
    let file = folders[0].path().join("audit.jsonl");
    for (folder, names) in folders.iter().zip([["good", "better"], ["good", "evil"]]) {
        let mut command = imagekin();
        if folder.path() == folders[0].path() {
            command.env("IMAGEKIN_AUDIT__FILE", &file);
        }
        let server = Server::start_by(command, folder.path(), &[]);
        let mut owner = Client::with_key(&server.address, 7, ("testid", "testsecret"));
        names.iter().for_each(|name| drop(owner.must("CreateUser", &[("UserName", name)])));
        server.stop();
    }
    let file_name = file.to_str().expect("a path");
    let verify = |folder: &Path| audit(folder, &["verify", "--file", file_name]);
    let told = verify(folders[0].path()).ok();
    assert!(told.lines().all(|line| line.contains(", 0 of them in no file")), "{told}");
    audit(folders[1].path(), &["verify"]).ok();
    let outcome = verify(folders[1].path());
    assert_eq!(outcome.code, Some(1), "{outcome:?}");
    assert!(outcome.stdout.contains("is another one than that of"), "{outcome:?}");
    // And whoever changes the file instead.
    let text = std::fs::read_to_string(&file).expect("a file");
    std::fs::write(&file, text.replace("better", "bitter") + "{\"cut").expect("a file");
    let outcome = verify(folders[0].path());
    assert_eq!(outcome.code, Some(1), "{outcome:?}");
    assert!(outcome.stdout.contains("is not what was written"), "{outcome:?}");
    assert!(outcome.stderr.contains("is no whole line of an audit log"), "{outcome:?}");
}
