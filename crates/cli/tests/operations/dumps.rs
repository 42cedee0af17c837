//! A catalogue of each version of the schema, kept as SQL for both databases with what it answers: this program opens all
//! of them, brings them up to date, and answers the same.
//!
//! `IMAGEKIN_TEST_BLESS=1 cargo test -p imagekin --test operations dumps` keeps one of the newest version, where there is
//! none. Those of earlier versions stay as they are: nobody can make them any more.

use std::path::{Path, PathBuf};

use imagekin_testing::name_in;
use rusqlite::Connection;
use serde_json::{Map, Value, json};
use tempfile::TempDir;

use crate::client::Client;
use crate::command::{Outcome, on};
use crate::moving::{execute, postgres};
use crate::server::Server;
use crate::story;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The names in a folder, sorted, without what stands behind a dot.
fn stems(folder: &Path) -> Vec<String> {
    let entries =
        std::fs::read_dir(folder).into_iter().flatten().map(|entry| entry.expect("an entry").path());
    let stem = |path: PathBuf| path.file_stem()?.to_str().map(str::to_owned);
    let mut stems: Vec<String> = entries.filter_map(stem).collect();
    stems.sort();
    stems
}

/// A store that is kept.
#[derive(Clone, Debug)]
pub(crate) struct Dump {
    /// As that of its newest migration: `0001_catalogue`.
    version: String,
}

impl Dump {
    fn folder(&self) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/operations/dumps").join(&self.version)
    }

    pub(crate) fn all() -> Vec<Self> {
        let versions = stems(&Self { version: String::new() }.folder());
        versions.into_iter().map(|version| Self { version }).collect()
    }

    pub(crate) fn newest() -> Self {
        let version = stems(&root().join("migrations")).pop().expect("a migration");
        Self { version }
    }

    fn read(&self, file: &str) -> String {
        let path = self.folder().join(file);
        std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// Fills a store with something of everything, and keeps it.
    fn make(&self) {
        let store = story::filled();
        // An embedded store keeps no counters, and this one all events. What the story has left to be taken away is gone by the time that it ends; and its unfinished work is due in an
        // hour, which has passed when this is read.
        let left = "INSERT INTO object_removals (account_id, region_id, bucket, object, due_at_us) VALUES \
                    (1234567890123456, 'cn-hangzhou', 'imagekin-snapshots', '1234567890123456/s-none-0', 0); \
                    INSERT INTO throttle_counters (account_id, region_id, action, window_began_us, calls) VALUES \
                    (1234567890123456, 'cn-hangzhou', '*', 0, 1); INSERT INTO audit_anchors (account_id, trail, sequence, hash) \
                    VALUES (1234567890123456, 'cn-hangzhou', 0, ''); UPDATE tasks SET \
                    ready_at_us = created_at_us, due_at_us = created_at_us WHERE status = 'Processing'";
        let database = Connection::open(store.path().join("imagekin.db")).expect("a database");
        database.execute_batch(left).expect("a row");
        drop(database);
        let url = postgres().create_database();
        on("move", store.path(), &["--database", &url]).ok();
        let in_postgres = postgres().dump(name_in(&url)).expect("a dump");
        let in_sqlite = sqlite_dump(&store.path().join("imagekin.db"));
        let server = Server::start(store.path(), &[]);
        let answers = serde_json::to_string_pretty(&answers(&server.address, 90)).expect("JSON") + "\n";
        server.stop();
        std::fs::create_dir_all(self.folder()).expect("a folder");
        for (file, text) in
            [("postgres.sql", in_postgres), ("sqlite.sql", in_sqlite), ("answers.json", answers)]
        {
            std::fs::write(self.folder().join(file), text).expect("a file");
        }
    }

    /// A data folder with the database, its objects and its key.
    pub(crate) fn data_folder(&self) -> TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        story::put_master_key(folder.path());
        story::put_object(folder.path());
        let database = Connection::open(folder.path().join("imagekin.db")).expect("a database");
        database.execute_batch(&self.read("sqlite.sql")).expect("the statements of a dump");
        // Not in the dump are the bytes: every snapshot has those of the one disk image.
        let sql = "SELECT region_id, bytes_path FROM snapshots WHERE bytes_path IS NOT NULL";
        let mut statement = database.prepare(sql).expect("SQL");
        let mut rows = statement.query([]).expect("rows");
        while let Some(row) = rows.next().expect("a row") {
            let [region, path]: [String; 2] = [row.get(0).expect("a text"), row.get(1).expect("a text")];
            let object = folder.path().join("objects").join(region).join("imagekin-snapshots").join(path);
            std::fs::create_dir_all(object.parent().expect("a folder")).expect("a folder");
            std::fs::write(object, story::disk_image()).expect("an object");
        }
        drop(rows);
        drop(statement);
        folder
    }

    /// A PostgreSQL database with the same.
    pub(crate) fn database(&self) -> String {
        let url = postgres().create_database();
        execute(&url, &self.read("postgres.sql"));
        url
    }

    /// What `imagekin migrate` says of it.
    fn migrations_after(&self) -> String {
        let all = stems(&root().join("migrations"));
        let later = all.iter().filter(|version| **version > self.version);
        let told: String = later.map(|version| format!("applied {}\n", &version["0001_".len()..])).collect();
        if told.is_empty() { "the schema is up to date\n".to_owned() } else { told }
    }
}

/// A SQLite database as statements.
fn sqlite_dump(database: &Path) -> String {
    let database = Connection::open(database).expect("a database");
    let texts = |sql: &str| -> Vec<String> {
        let mut statement = database.prepare(sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
        let rows = statement.query_map([], |row| row.get(0)).expect("rows");
        rows.collect::<Result<_, _>>().expect("texts")
    };
    let mut dump = "BEGIN;\n".to_owned();
    for statement in texts("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid") {
        dump += &format!("{statement};\n");
    }
    for table in texts("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid") {
        let columns = texts(&format!("SELECT name FROM pragma_table_info('{table}') ORDER BY cid"));
        let quoted: Vec<String> = columns.iter().map(|column| format!("quote(\"{column}\")")).collect();
        let rows = texts(&format!("SELECT {} FROM {table}", quoted.join(" || ', ' || ")));
        assert!(!rows.is_empty(), "the story leaves {table} empty: give it something of that, too");
        for row in rows {
            dump += &format!("INSERT INTO {table} VALUES ({row});\n");
        }
    }
    dump + "COMMIT;\n"
}

/// What a server says of heads, of their histories and of images: of all that is not under way.
fn answers(address: &str, number: u64) -> Value {
    let mut owner = Client::new(address, number);
    let mut other = Client::with_key(address, number + 1, story::OTHER.1);
    let mut told = Map::new();
    let mut ask = |client: &mut Client, who: &str, action: &str, params: &[(&str, &str)]| {
        let mut answer = client.must(action, params);
        answer.as_object_mut().expect("an object").remove("RequestId");
        let params: Vec<String> = params.iter().map(|(name, value)| format!(" {name}={value}")).collect();
        told.insert(format!("{who} {action}{}", params.concat()), answer);
    };
    for family in ["base", "made"] {
        for action in ["DescribeImageFromFamily", "ExplainImageFamily", "DescribeImageFamilyHistory"] {
            ask(&mut owner, "owner", action, &[("ImageFamily", family)]);
        }
        ask(&mut other, "other", "ExplainImageFamily", &[("ImageFamily", family)]);
    }
    ask(&mut owner, "owner", "DescribeImageFromFamily", &[("ImageFamily", "ubuntu_22_04_x64")]);
    for image in ["base-1", "base-2", "base-3", "made-1", "made-2", "made-3"] {
        ask(&mut owner, "owner", "DescribeImages", &[("ImageName", image), ("Status", "ALL")]);
        ask(&mut other, "other", "DescribeImages", &[("ImageName", image), ("Status", "ALL")]);
    }
    ask(&mut owner, "owner", "DescribeImages", &[("RegionId", "cn-beijing"), ("ImageName", "copy-1")]);
    ask(&mut owner, "owner", "DescribeImages", &[("Tag.1.Key", "tier"), ("Tag.1.Value", "golden")]);
    Value::Object(told)
}

/// Where an answer is not what was recorded. What later versions say beside that is theirs.
fn differences(at: &str, recorded: &Value, now: &Value) -> Vec<String> {
    match (recorded, now) {
        (Value::Object(recorded), Value::Object(now)) => recorded
            .iter()
            .flat_map(|(name, value)| {
                differences(&format!("{at}.{name}"), value, now.get(name).unwrap_or(&Value::Null))
            })
            .collect(),
        (Value::Array(recorded), Value::Array(now)) if recorded.len() == now.len() => {
            let both = recorded.iter().zip(now).enumerate();
            both.flat_map(|(n, (one, other))| differences(&format!("{at}[{n}]"), one, other)).collect()
        }
        _ if recorded == now => Vec::new(),
        _ => vec![format!("{at} was {recorded}, and is {now}")],
    }
}

#[test]
fn the_newest_schema_has_its_dump() {
    let newest = Dump::newest();
    if !newest.folder().exists() && std::env::var_os("IMAGEKIN_TEST_BLESS").is_some() {
        newest.make();
    }
    assert!(
        newest.folder().exists(),
        "there is no store of the schema {}: IMAGEKIN_TEST_BLESS=1 makes one",
        newest.version
    );
}

#[test]
fn a_store_of_every_version_is_opened_migrated_and_the_same() {
    let all = Dump::all();
    assert!(!all.is_empty());
    for dump in all {
        let folder = dump.data_folder();
        opens(&dump, &folder, &[]);
        let (folder, url) = (dump.data_folder(), dump.database());
        std::fs::remove_file(folder.path().join("imagekin.db")).expect("a file");
        opens(&dump, &folder, &["--database", &url]);
    }
}

/// An older one is refused where it is only looked at; migrated, nothing is wrong with it, it answers as before, and what
/// was under way in it goes on.
fn opens(dump: &Dump, folder: &TempDir, database: &[&str]) {
    let on =
        |command: &str, more: &[&str]| -> Outcome { on(command, folder.path(), &[database, more].concat()) };
    let migrations = dump.migrations_after();
    if migrations.starts_with("applied") {
        let refused = on("check", &[]);
        assert!(refused.code == Some(2) && refused.stderr.contains("run `imagekin migrate`"), "{refused:?}");
    }
    assert_eq!(on("migrate", &[]).ok(), migrations, "{}", dump.version);
    assert_eq!(on("check", &["--bytes", "digest"]).ok(), "", "{}", dump.version);
    let server = Server::start(folder.path(), database);
    let recorded: Value = serde_json::from_str(&dump.read("answers.json")).expect("JSON");
    let differ = differences("", &recorded, &answers(&server.address, 92));
    assert!(differ.is_empty(), "{} {database:?}:\n{}", dump.version, differ.join("\n"));
    let mut owner = Client::new(&server.address, 94);
    for image in ["slow", "slow-import", "slow-copy"] {
        let image = owner.image_named(image).expect("an image");
        let made = owner.wait_until_made(image["ImageId"].as_str().expect("an id"));
        assert_eq!(made["Status"], "Available", "{made}");
    }
    server.stop();
    assert_eq!(on("check", &["--bytes", "digest"]).ok(), "", "{}", dump.version);
}

#[test]
fn a_difference_is_told_and_what_is_added_is_none() {
    let recorded = json!({"a": [{"b": 1}, {"b": 2}], "c": "x"});
    assert_eq!(
        differences("", &recorded, &json!({"a": [{"b": 1, "n": 0}, {"b": 2}], "c": "x", "d": 0})),
        [""; 0]
    );
    assert_eq!(
        differences("", &recorded, &json!({"a": [{"b": 1}, {"b": 3}], "c": "x"})),
        [".a[1].b was 2, and is 3"]
    );
    assert_eq!(differences("", &recorded, &json!({"a": [{"b": 1}], "c": "x"})).len(), 1);
    assert_eq!(
        differences("", &recorded, &json!({"a": [{"b": 1}, {"b": 2}]})),
        [".c was \"x\", and is null"]
    );
}
