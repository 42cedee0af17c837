//! The database that a server of the tests uses, and all that is in it, read past the server.
//!
//! `IMAGEKIN_TEST_DATABASE=postgres` runs every test on a PostgreSQL server that the tests start themselves; without it, or
//! with `embedded`, on the database in the server's folder.

use std::path::Path;
use std::sync::Mutex;

use imagekin_store::DatabaseUrl;
use imagekin_testing::{Postgres, Session};
use rusqlite::{Connection, OpenFlags};

/// What makes an embedded database, and, so, a copy of another in one.
const SCHEMA: &str = include_str!("../../../../migrations/0001_catalogue.sql");

/// A database of one server of the tests, which goes when this is dropped.
pub(crate) struct TestDatabase(Option<OnServer>);

/// A database on the PostgreSQL server of the tests.
struct OnServer {
    url: String,
    session: Mutex<Session>,
}

impl TestDatabase {
    /// A new one, of the kind that the tests are run on.
    pub(crate) fn new() -> Self {
        #[expect(clippy::disallowed_methods, reason = "which tests are run is no setting of the server")]
        let kind = std::env::var("IMAGEKIN_TEST_DATABASE");
        match kind.as_deref() {
            Err(_) | Ok("embedded") => Self(None),
            Ok("postgres") => {
                let url = postgres().create_database();
                let session = postgres().session(name_in(&url)).expect("a session");
                Self(Some(OnServer { url, session: Mutex::new(session) }))
            }
            Ok(other) => panic!("IMAGEKIN_TEST_DATABASE={other} is neither embedded nor postgres"),
        }
    }

    /// What the settings say of it.
    pub(crate) fn url(&self) -> Option<DatabaseUrl> {
        self.0.as_ref().map(|on_server| DatabaseUrl::new(&on_server.url))
    }

    /// Its name on the PostgreSQL server, where it is on one.
    pub(crate) fn name(&self) -> Option<&str> {
        self.0.as_ref().map(|on_server| name_in(&on_server.url))
    }

    /// All that is in it, read past the store on purpose: it must not vouch for itself. For a PostgreSQL database it is a
    /// copy, so that the same questions can be asked of both.
    pub(crate) fn open(&self, folder: &Path) -> Connection {
        let Some(on_server) = &self.0 else {
            let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
            return Connection::open_with_flags(folder.join("imagekin.db"), flags)
                .expect("the database is there");
        };
        let copy = Connection::open_in_memory().expect("memory");
        copy.execute_batch(SCHEMA).expect("the schema");
        let tables: Vec<&str> = SCHEMA
            .lines()
            .filter_map(|line| line.strip_prefix("CREATE TABLE ")?.strip_suffix(" ("))
            .collect();
        let all = tables.iter().map(|table| format!("SELECT coalesce(json_agg(t), '[]') FROM {table} t;"));
        let sql = format!("BEGIN ISOLATION LEVEL REPEATABLE READ; {} COMMIT;", all.collect::<String>());
        let read = on_server.session.lock().expect("no panic").run(&sql).expect("the tables can be read");
        let mut values = serde_json::Deserializer::from_str(&read).into_iter::<Vec<serde_json::Value>>();
        for table in tables {
            let rows = values.next().expect("every table answers").expect("JSON");
            rows.iter().for_each(|row| insert(&copy, table, row));
        }
        copy
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        if let Some(name) = self.name() {
            // When it fails, it goes with its server.
            let _ = postgres().execute("postgres", &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        }
    }
}

fn name_in(url: &str) -> &str {
    url.rsplit('/').next().unwrap_or_default()
}

/// The server that the tests of this process share.
pub(crate) fn postgres() -> &'static Postgres {
    imagekin_testing::shared().unwrap_or_else(|error| panic!("{error}"))
}

fn insert(copy: &Connection, table: &str, row: &serde_json::Value) {
    let row = row.as_object().expect("a row");
    let columns: Vec<&str> = row.keys().map(String::as_str).collect();
    let places = vec!["?"; columns.len()].join(", ");
    let mut statement = copy
        .prepare_cached(&format!("INSERT INTO {table} ({}) VALUES ({places})", columns.join(", ")))
        .expect("SQL");
    let cells = row.values().map(|value| match value {
        serde_json::Value::Null => rusqlite::types::Value::Null,
        serde_json::Value::Number(number) => {
            rusqlite::types::Value::Integer(number.as_i64().expect("an integer"))
        }
        serde_json::Value::String(text) => rusqlite::types::Value::Text(text.clone()),
        other => panic!("{other} in {table}"),
    });
    statement.execute(rusqlite::params_from_iter(cells)).expect("a row that fits");
}
