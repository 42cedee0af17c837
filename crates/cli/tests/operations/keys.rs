//! Where the master keys are, what the commands do with them, and what is said of those that are lost.

use std::path::Path;

use serde_json::{Value, json};

use crate::client::Client;
use crate::command::{Outcome, imagekin, on, outcome, run, with_log};
use crate::server::Server;
use crate::story;
use crate::waiting::{PATIENCE, wait_until};

/// Another key than that of the story, as a line of a ring.
const OTHER: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

fn text(path: &Path) -> &str {
    path.to_str().expect("a path that is text")
}

fn hex(key: &[u8]) -> String {
    key.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn master_key(folder: &Path, arguments: &[&str]) -> Outcome {
    run([&["master-key"], arguments, &["--data-dir", text(folder)]].concat())
}

/// The first cells of what `list` shows.
fn ids(listed: &str) -> Vec<String> {
    listed.lines().skip(1).filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

#[test]
fn a_key_is_dropped_when_nothing_is_sealed_with_it() {
    let folder = story::filled();
    let before = ids(&master_key(folder.path(), &["list"]).ok());
    let [old] = before.as_slice() else { panic!("{before:?}") };
    let added = master_key(folder.path(), &["add"]).ok();
    let new = added.split_whitespace().nth(1).expect("an id");
    assert_eq!(ids(&master_key(folder.path(), &["list"]).ok()), [old.as_str(), new]);
    master_key(folder.path(), &["promote", new]).ok();
    let listed = master_key(folder.path(), &["list"]).ok();
    assert_eq!(ids(&listed), [new, old.as_str()]);
    // The file has keys now, and nothing of what was said has any.
    let file = std::fs::read_to_string(folder.path().join("master.key")).expect("a text");
    assert_eq!(file.lines().nth(1).expect("the old key"), hex(story::MASTER_KEY));
    assert!(file.lines().all(|key| !format!("{added}{listed}").contains(key)));
    // Nobody has sealed anything anew.
    let refused = master_key(folder.path(), &["drop", old]).fails();
    assert!(
        refused.contains(old) && refused.contains("has sealed the secrets of 3 access keys"),
        "{refused}"
    );
    for nonsense in [["drop", "00000000"], ["promote", "00000000"]] {
        assert!(master_key(folder.path(), &nonsense).fails().contains("no master key 00000000"));
    }
    assert!(master_key(folder.path(), &["promote", "x"]).fails().contains("8 hexadecimal digits"));
    // A server does, as it starts.
    let server = Server::start_by(with_log("info"), folder.path(), &[]);
    server.wait_until_told(&format!("with the first master key key={new}"), 1);
    master_key(folder.path(), &["drop", old]).ok();
    server.stop();
    assert_eq!(ids(&master_key(folder.path(), &["list"]).ok()), [new]);
    assert_eq!(on("check", folder.path(), &[]).ok(), "");
}

/// What the events of a name say, the newest first.
fn told(folder: &Path, name: &str) -> Vec<Value> {
    let found = run(["audit", "search", "--data-dir", text(folder), "--event-name", name]).ok();
    let events = found.lines().map(|line| serde_json::from_str::<Value>(line).expect("an event"));
    events.map(|event| event["requestParameters"].clone()).collect()
}

/// Whoever changes the master keys, and wherever: it is in the audit log by their ids, and the keys are not.
#[test]
fn changes_of_the_master_keys_are_in_the_audit_log() {
    let folder = story::filled();
    let data = folder.path();
    let old = ids(&master_key(data, &["list"]).ok()).remove(0);
    let add = || master_key(data, &["add"]).ok().split_whitespace().nth(1).expect("an id").to_owned();
    let new = add();
    master_key(data, &["promote", &new]).ok();
    master_key(data, &["promote", "00000000"]).fails();
    master_key(data, &["drop", &old]).fails();
    assert_eq!(told(data, "AddMasterKey"), [json!({"KeyId": new})]);
    assert_eq!(told(data, "PromoteMasterKey"), [json!({"KeyId": new})]);

    let server = Server::start(data, &[]);
    let wait_until_told = |name: &str, what: &Value| {
        wait_until(name, PATIENCE, || told(data, name).contains(what).then_some(()));
    };
    let both = format!("{new}, {old}");
    wait_until_told("ReadMasterKeys", &json!({"KeyIds": both}));
    // Of three; the sandbox's own is put anew at each start.
    wait_until_told("SealSecretsAnew", &json!({"KeyId": new, "AccessKeys": "2"}));
    // A server alone writes into its folder, so it is the one that says what was done beside it.
    master_key(data, &["drop", &old]).ok();
    wait_until_told("ReadMasterKeys", &json!({"KeyIds": new, "KeyIdsBefore": both}));
    assert!(told(data, "DropMasterKey").is_empty());
    server.stop();
    let other = add();
    let keys = std::fs::read_to_string(data.join("master.key")).expect("a text");
    master_key(data, &["drop", &other]).ok();
    assert_eq!(told(data, "DropMasterKey"), [json!({"KeyId": other})]);
    assert_eq!(told(data, "SealSecretsAnew").len(), 1);
    let all = run(["audit", "search", "--data-dir", text(data), "--limit", "10000"]).ok();
    assert!(keys.lines().count() == 2 && keys.lines().all(|key| !all.contains(key)), "a key is told");
    run(["audit", "verify", "--data-dir", text(data)]).ok();
}

/// Who prepares a key before there is a store makes none by that.
#[test]
fn a_key_without_a_store_is_changed_all_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    story::put_master_key(folder.path());
    master_key(folder.path(), &["add"]).ok();
    let files =
        std::fs::read_dir(folder.path()).expect("a folder").map(|entry| entry.expect("an entry").path());
    assert_eq!(files.collect::<Vec<_>>(), [folder.path().join("master.key")]);
}

#[test]
fn what_is_sealed_with_a_lost_key_is_told_by_its_id() {
    let folder = story::filled();
    let path = folder.path().join("master.key");
    let lost = ids(&master_key(folder.path(), &["list"]).ok()).remove(0);
    let server = Server::start(folder.path(), &[]);
    let mut client = Client::new(&server.address, 901);
    // A server that runs goes on with the keys that it has, whatever comes in their place.
    for (times, broken) in [(1, "hunter2"), (2, OTHER)] {
        std::fs::write(&path, broken).expect("a file");
        let told = server.wait_until_told("cannot be used; the server goes on with those that it has", times);
        assert!(!told.contains(broken), "{told}");
        let why = if broken == OTHER { &lost } else { "64 hexadecimal digits" };
        assert!(told.contains(why), "{told}");
        client.must("CreateUser", &[("UserName", &format!("user-{times}"))]);
    }
    server.stop();
    let refused = Server::refused(folder.path(), &[]);
    assert!(refused.contains(&format!("another master key, {lost} (3 access keys)")), "{refused}");
    let checked = on("check", folder.path(), &[]);
    let told = format!("testid: its secret cannot be unsealed: it was sealed with the master key {lost}");
    assert!(checked.code == Some(1) && checked.stdout.contains(&told), "{checked:?}");
    let listed = master_key(folder.path(), &["list"]);
    let is_told = listed.stdout.lines().any(|line| line.starts_with(&lost) && line.ends_with("missing  3"));
    assert!(listed.code == Some(1) && is_told, "{listed:?}");
}

#[test]
fn the_master_key_is_in_a_variable_or_what_a_program_prints() {
    let (folder, to) = (story::filled(), tempfile::tempdir().expect("a folder"));
    let kept = to.path().join("kept.key");
    std::fs::rename(folder.path().join("master.key"), &kept).expect("another place");
    let (backup, data) = (to.path().join("backup"), to.path().join("data"));
    let with_variable = |arguments: &[&str]| {
        let mut command = imagekin();
        command.env("KEY_OF_TEST", hex(story::MASTER_KEY)).env("IMAGEKIN_MASTER_KEY", "env:KEY_OF_TEST");
        command.args(arguments);
        command
    };
    let server = Server::start_by(with_variable(&[]), folder.path(), &[]);
    Client::new(&server.address, 1).must("DescribeRegions", &[]);
    let backed_up = with_variable(&["backup", "--data-dir", text(folder.path()), "--to", text(&backup)]);
    let told = outcome(&mut { backed_up }).ok();
    assert!(told.contains("not in it: the master keys, env:KEY_OF_TEST"), "{told}");
    server.stop();
    assert!(!backup.join("master.key").exists() && !folder.path().join("master.key").exists());
    let added = with_variable(&["master-key", "add", "--data-dir", text(folder.path())]);
    assert!(outcome(&mut { added }).fails().contains("imagekin only reads"));

    // A backup without the keys is restored by who has them.
    let source = format!("command:cat {}", kept.display());
    let restore = ["restore", "--from", text(&backup), "--data-dir", text(&data)];
    assert!(run(restore).fails().contains("--master-key"));
    run([&restore[..], &["--master-key", &source]].concat()).ok();
    assert!(!data.join("master.key").exists());
    let server = Server::start_by(with_log("info"), &data, &["--master-key", &source]);
    Client::new(&server.address, 2).must("DescribeRegions", &[]);
    // What the program prints is asked for again on SIGHUP.
    let ring = format!("{}\n{OTHER}\n", hex(story::MASTER_KEY));
    std::fs::write(&kept, ring).expect("a file");
    server.hang_up();
    server.wait_until_told("Read the master keys again", 1);
    assert_eq!(on("check", &data, &["--master-key", &source]).ok(), "");
    server.stop();
    let refused = Server::refused(&data, &["--master-key", OTHER]);
    assert!(refused.contains("must be env:VARIABLE") && !refused.contains(OTHER), "{refused}");
    let refused = Server::refused(&data, &["--master-key", "command:false"]);
    assert!(refused.contains("the master key: command:false: failed with exit status: 1"), "{refused}");
}
