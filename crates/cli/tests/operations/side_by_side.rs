//! A rolling upgrade: nodes of two versions beside each other on one database, while the schema is expanded by the newer
//! one and contracted later, and clients of both that notice nothing.
//!
//! The newer versions are this program with migrations that no release has: `IMAGEKIN_TEST_NEXT_MIGRATIONS`.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use imagekin_testing::name_in;
use tempfile::TempDir;

use crate::busy::Busy;
use crate::client::Client;
use crate::command::{Outcome, imagekin, outcome};
use crate::dumps::Dump;
use crate::moving::{execute, postgres};
use crate::server::Server;
use crate::story;
use crate::waiting::{PATIENCE, wait_until};

/// Adds what the release after this one would: a column, a table, an index.
const EXPANSION: (&str, &str) = (
    "notes",
    "ALTER TABLE images ADD COLUMN note TEXT;\n\
     CREATE TABLE notes (\n    account_id BIGINT NOT NULL,\n    note       TEXT   NOT NULL,\n    \
     PRIMARY KEY (account_id, note)\n) WITHOUT ROWID;\n\
     CREATE INDEX images_by_note ON images (account_id, region_id, note);\n",
);
/// Takes away what the release after that one needs no more.
const CONTRACTION: (&str, &str) = (
    "contract_notes",
    "DROP INDEX images_by_note;\nALTER TABLE images DROP COLUMN note;\nDROP TABLE notes;\n",
);
/// Longest that a resolve may take, beside a change of the schema that waits for a table.
const RESOLVE_MAX: Duration = Duration::from_secs(5);

/// A version of the program: this one, or one that knows further migrations.
struct Version(Option<TempDir>);

impl Version {
    fn with(further: &[(&str, &str)]) -> Self {
        if further.is_empty() {
            return Self(None);
        }
        let known = migrations().len();
        let folder = tempfile::tempdir().expect("a folder");
        for (number, (name, sql)) in (known + 1..).zip(further) {
            std::fs::write(folder.path().join(format!("V{number:02}__{name}.sql")), sql).expect("a file");
        }
        Self(Some(folder))
    }

    fn command(&self) -> Command {
        let mut command = imagekin();
        if let Some(folder) = &self.0 {
            command.env("IMAGEKIN_TEST_NEXT_MIGRATIONS", folder.path());
        }
        command
    }
}

/// The files of this version.
fn migrations() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../migrations");
    let files = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    files.filter(|path| path.extension().is_some_and(|extension| extension == "sql")).collect()
}

/// One service: a database and the buckets that its nodes share.
struct Service {
    folder: TempDir,
    url: String,
}

impl Service {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        story::put_object(folder.path());
        Self { folder, url: postgres().create_database() }
    }

    fn command(&self, version: &Version) -> Command {
        let mut command = version.command();
        command.env("IMAGEKIN_OBJECTS_DIR", self.folder.path().join("objects"));
        command
    }

    /// The data folder of a node.
    fn data(&self, node: &str) -> PathBuf {
        let folder = self.folder.path().join(node);
        if !folder.exists() {
            std::fs::create_dir(&folder).expect("a folder");
            story::put_master_key(&folder);
        }
        folder
    }

    fn start(&self, version: &Version, node: &str) -> Server {
        Server::start_by(self.command(version), &self.data(node), &["--database", &self.url])
    }

    /// Another command, or a server that is refused.
    fn run(&self, version: &Version, arguments: &[&str]) -> Outcome {
        let mut command = self.command(version);
        command.args(arguments).arg("--data-dir").arg(self.data("operator"));
        outcome(command.args(["--database", &self.url]))
    }
}

/// Someone who resolves all the time.
struct Resolver {
    asking: JoinHandle<()>,
    stop: Arc<AtomicBool>,
    slowest_ms: Arc<AtomicU64>,
}

impl Resolver {
    fn start(address: &str, number: u64) -> Self {
        let (stop, slowest_ms) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
        let (ends, slowest) = (Arc::clone(&stop), Arc::clone(&slowest_ms));
        let mut client = Client::new(address, number);
        let asking = std::thread::spawn(move || {
            while !ends.load(Ordering::SeqCst) {
                let asked = Instant::now();
                let answer = client.must("DescribeImageFromFamily", &[("ImageFamily", "base")]);
                assert!(answer["Image"]["ImageId"].is_string(), "the family has no head: {answer}");
                let took = u64::try_from(asked.elapsed().as_millis()).expect("milliseconds");
                slowest.fetch_max(took, Ordering::SeqCst);
            }
        });
        Self { asking, stop, slowest_ms }
    }

    /// Ends, and gives how long the longest answer took.
    fn stop(self) -> Duration {
        self.stop.store(true, Ordering::SeqCst);
        self.asking.join().expect("every resolve is answered");
        Duration::from_millis(self.slowest_ms.load(Ordering::SeqCst))
    }
}

#[test]
fn two_versions_serve_one_database_while_its_schema_changes() {
    let (now, next) = (Version::with(&[]), Version::with(&[EXPANSION]));
    let after_next = Version::with(&[EXPANSION, CONTRACTION]);
    let service = Service::new();
    let old = service.start(&now, "old");
    story::import_into_family(&mut Client::new(&old.address, 100), "stays");
    let (busy_on_old, resolver_on_old) = (Busy::start(&old.address, 110), Resolver::start(&old.address, 120));

    // The newer one adds to the schema at its start; a long read is in its way, and nobody else waits for that.
    let mut reading = postgres().session(name_in(&service.url)).expect("a session");
    reading.run("BEGIN; SELECT count(*) FROM images").expect("a count");
    let new = std::thread::scope(|scope| {
        let starting = scope.spawn(|| service.start(&next, "new"));
        let waits = format!(
            "SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = database \
             WHERE datname = '{}' AND mode = 'AccessExclusiveLock' AND NOT granted",
            name_in(&service.url)
        );
        let is_waiting = || (execute(&service.url, &waits).trim() != "0").then_some(());
        wait_until("the newer version waits for the table", PATIENCE, is_waiting);
        for _ in 0..3 {
            busy_on_old.beside(|| ());
        }
        assert!(!starting.is_finished(), "a table was changed that was being read");
        reading.run("COMMIT").expect("an end");
        starting.join().expect("the newer version starts")
    });
    let (busy_on_new, resolver_on_new) = (Busy::start(&new.address, 130), Resolver::start(&new.address, 140));
    for _ in 0..3 {
        busy_on_old.beside(|| busy_on_new.beside(|| ()));
    }
    let column = "SELECT count(*) FROM pg_attribute WHERE attrelid = 'images'::regclass AND attname = 'note'";
    assert_eq!(execute(&service.url, column), "1\n");
    // Another node of the older version starts in the expanded schema, and an older check understands it.
    service.start(&now, "old-too").stop();
    assert_eq!(service.run(&now, &["check", "--bytes", "none"]).ok(), "");

    // What the oldest needs cannot be taken away while it is connected; the release that takes it away does not start.
    let refused = service.run(&after_next, &["migrate"]).fails();
    assert!(refused.contains("nodes of an older version of imagekin are connected"), "{refused}");
    let refused = service.run(&after_next, &["serve", "--listen", "127.0.0.1:0"]).fails_with(1);
    assert!(refused.contains("run `imagekin migrate` of this version"), "{refused}");
    busy_on_old.stop();
    let slowest = resolver_on_old.stop();
    assert!(slowest < RESOLVE_MAX, "a resolve took {slowest:?}");
    old.stop();

    // Beside the version before, it can.
    let migrate = || service.run(&after_next, &["migrate"]);
    let mut told = String::new();
    busy_on_new.beside(|| told = wait_until_the_old_have_left(migrate));
    assert_eq!(told, "applied contract_notes\n");
    assert_eq!(execute(&service.url, column), "0\n");
    let newest = service.start(&after_next, "newest");
    let busy_on_newest = Busy::start(&newest.address, 150);
    busy_on_new.beside(|| busy_on_newest.beside(|| ()));
    for older in [&now, &next] {
        let refused = service.run(older, &["serve", "--listen", "127.0.0.1:0"]).fails_with(1);
        assert!(refused.contains("written by a newer version of imagekin: contract_notes"), "{refused}");
    }
    busy_on_new.stop();
    let slowest = resolver_on_new.stop();
    assert!(slowest < RESOLVE_MAX, "a resolve took {slowest:?}");
    new.stop();
    busy_on_newest.stop();
    newest.stop();
    assert_eq!(service.run(&after_next, &["check", "--bytes", "digest"]).ok(), "");
}

/// The server notices some time after the process that a connection has ended.
fn wait_until_the_old_have_left(migrate: impl Fn() -> Outcome) -> String {
    wait_until("the older nodes have left", PATIENCE, || {
        let outcome = migrate();
        let is_refused = outcome.code == Some(1) && outcome.stderr.contains("are connected");
        (!is_refused).then(|| outcome.ok())
    })
}

/// A data folder has one node: a newer version brings it up to date, and an older one takes what was expanded only.
#[test]
fn a_folder_that_a_newer_version_has_expanded_can_be_served_by_this_one_again() {
    let folder = Dump::newest().data_folder();
    let migrate =
        |version: &Version| outcome(version.command().args(["migrate", "--data-dir"]).arg(folder.path()));
    let serve = |version: &Version| {
        let mut command = version.command();
        outcome(command.args(["serve", "--listen", "127.0.0.1:0", "--data-dir"]).arg(folder.path()))
    };
    assert_eq!(migrate(&Version::with(&[EXPANSION])).ok(), "applied notes\n");
    let server = Server::start(folder.path(), &[]);
    story::import_into_family(&mut Client::new(&server.address, 160), "by-the-older-one");
    server.stop();
    assert_eq!(migrate(&Version::with(&[EXPANSION, CONTRACTION])).ok(), "applied contract_notes\n");
    let refused = serve(&Version::with(&[])).fails_with(1);
    assert!(refused.contains("written by a newer version of imagekin: contract_notes"), "{refused}");
}
