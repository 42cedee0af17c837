//! `imagekin check` is silent on what real calls have made, and tells every fault that is planted.

use std::path::Path;

use crate::command::{on, run};
use crate::plants::{IN_SQLITE, PLANTS};
use crate::server::Server;
use crate::story;

/// Changes the database of a folder behind everyone's back.
fn execute(folder: &Path, sql: &str) {
    let database = rusqlite::Connection::open(folder.join("imagekin.db")).expect("a database");
    database.execute_batch(sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
}

#[test]
fn nothing_is_said_of_what_real_calls_have_made() {
    let data = story::filled();
    for bytes in ["none", "length", "digest"] {
        let outcome = on("check", data.path(), &["--bytes", bytes]);
        assert!(outcome.stderr.contains(": no problems"), "{}", outcome.stderr);
        assert_eq!(outcome.ok(), "");
    }
}

#[test]
fn every_planted_fault_is_told() {
    let folder = story::filled();
    let data = folder.path();
    let database = std::fs::read(data.join("imagekin.db")).expect("a database");
    let mut missing = Vec::new();
    for plant in PLANTS.iter().chain(IN_SQLITE) {
        std::fs::write(data.join("imagekin.db"), &database).expect("a database");
        execute(data, &plant.sql());
        missing.extend(plant.missed(&on("check", data, &[])));
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

/// Faults of the buckets, each mended before the next; and that a server at work is none.
#[test]
fn faults_of_the_bytes_are_told_beside_a_server() {
    let folder = story::filled();
    let server = Server::start(folder.path(), &[]);
    let check = |bytes: &str| on("check", folder.path(), &["--bytes", bytes]);
    assert_eq!(check("digest").ok(), "");
    let bucket = folder.path().join("objects/cn-hangzhou/imagekin-snapshots");
    let own = bucket.join("1234567890123456");
    let object =
        std::fs::read_dir(&own).expect("a bucket").next().expect("an object").expect("an entry").path();
    let bytes = std::fs::read(&object).expect("an object");
    let mut turned = bytes.clone();
    turned[100] ^= 1;
    let tells = |bytes: &str, told: &str| {
        let outcome = check(bytes);
        assert_eq!(outcome.stdout.lines().count(), 1, "{outcome:?}");
        assert!(outcome.code == Some(1) && outcome.stdout.contains(told), "{outcome:?}");
    };
    std::fs::write(&object, &bytes[1..]).expect("an object");
    tells("length", "has 65535 bytes, not 65536");
    std::fs::write(&object, &turned).expect("an object");
    assert_eq!(check("length").ok(), "");
    tells("digest", "has the SHA-256");
    std::fs::remove_file(&object).expect("an object");
    tells("length", "is not there");
    assert_eq!(check("none").ok(), "");
    std::fs::write(&object, &bytes).expect("an object");
    for orphan in ["1234567890123456/s-none-0", "0/x", "x"] {
        std::fs::create_dir_all(bucket.join(orphan).parent().expect("a folder")).expect("a folder");
        std::fs::write(bucket.join(orphan), b"?").expect("an object");
        tells("length", &format!("the object {orphan} of 1 bytes is in the bucket imagekin-snapshots"));
        std::fs::remove_file(bucket.join(orphan)).expect("an object");
    }
    server.stop();
    // What is written down to be taken away is no orphan.
    std::fs::write(own.join("s-none-0"), b"?").expect("an object");
    let sql = "INSERT INTO object_removals VALUES (1234567890123456, 'cn-hangzhou', 'imagekin-snapshots', \
               '1234567890123456/s-none-0', 9000000000000000, NULL)";
    execute(folder.path(), sql);
    assert_eq!(check("length").ok(), "");
}

#[test]
fn what_cannot_be_looked_at_is_neither_well_nor_a_problem() {
    let folder = story::filled();
    let empty = tempfile::tempdir().expect("a folder");
    let to = folder.path().join("backup");
    let no_store = "store in FOLDER: name its folder with --data-dir, or its database with --database";
    // A database of theirs is no other place of the store.
    let no_database = "database in FOLDER: name its folder with --data-dir\n";
    let by_folder = [
        &["backup", "--to", to.to_str().expect("text")][..],
        &["move", "--database", "postgres://nobody@127.0.0.1:1/nowhere"],
    ];
    let others = [
        &["check"][..],
        &["migrate"],
        &["audit", "search"],
        &["audit", "verify"],
        &["account", "list"],
        &["account", "create", "2345678901234567"],
        &["throttle", "list"],
        &["throttle", "remove"],
        &["master-key", "list"],
        &["master-key", "add"],
        &["fixtures", "export"],
    ];
    let data = empty.path().to_str().expect("text");
    let all = others.map(|command| (command, no_store)).into_iter();
    for (command, what) in all.chain(by_folder.map(|command| (command, no_database))) {
        let told = run([command, &["--data-dir", data]].concat()).fails();
        let place = format!("imagekin: there is no {}", what.replace("FOLDER", data));
        assert!(told.starts_with(&place) && !told.contains("master.key"), "{command:?}: {told}");
    }
    assert!(!to.exists(), "half a backup");
    assert_eq!(std::fs::read_dir(empty.path()).expect("a folder").count(), 0, "a look has made something");
    std::fs::write(folder.path().join("imagekin.db"), b"no database, but long enough to be taken for one")
        .expect("a file");
    assert_eq!(on("check", folder.path(), &[]).code, Some(2));
}
