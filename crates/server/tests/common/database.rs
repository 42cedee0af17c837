//! The database that a server of the tests uses, and all that is in it, read past the server.
//!
//! `IMAGEKIN_TEST_DATABASE=postgres` runs every test on a PostgreSQL server that the tests start themselves; without it, or
//! with `embedded`, on the database in the server's folder. `IMAGEKIN_TEST_CITUS_URL` runs them on the Citus that is there,
//! with every table distributed.

use std::path::Path;
use std::sync::{LazyLock, Mutex};

use imagekin_store::{DatabaseUrl, PostgresSettings, distribute_database, migrate_database};
use imagekin_testing::{Elsewhere, Postgres, Session};
use rusqlite::{Connection, OpenFlags};

#[path = "copy.rs"]
mod copy;

/// A database of one server of the tests, which goes when this is dropped.
pub(crate) struct TestDatabase(Option<OnServer>);

/// A database on the PostgreSQL server of the tests.
struct OnServer {
    name: String,
    url: String,
    session: Mutex<Session>,
}

impl TestDatabase {
    /// A new one, of the kind that the tests are run on.
    pub(crate) fn new() -> Self {
        if let Some(citus) = &*CITUS {
            let name = citus.create_database().expect("a database");
            let mut session = citus.session(&name).expect("a session");
            session.run("CREATE EXTENSION citus").expect("the extension");
            let url = citus.url(&name);
            distribute(&url);
            return Self(Some(OnServer { name, url, session: Mutex::new(session) }));
        }
        #[expect(clippy::disallowed_methods, reason = "which tests are run is no setting of the server")]
        let kind = std::env::var("IMAGEKIN_TEST_DATABASE");
        match kind.as_deref() {
            Err(_) | Ok("embedded") => Self(None),
            Ok("postgres") => {
                let url = postgres().create_database();
                let name = imagekin_testing::name_in(&url).to_owned();
                let session = session(&name);
                Self(Some(OnServer { name, url, session: Mutex::new(session) }))
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
        self.0.as_ref().map(|on_server| on_server.name.as_str())
    }

    /// Runs statements on a database that is on a server, past the store.
    pub(crate) fn run(&self, sql: &str) -> Option<String> {
        let mut session = self.0.as_ref()?.session.lock().expect("no panic");
        Some(session.run(sql).expect("SQL"))
    }

    /// All that is in it, read past the store on purpose: it must not vouch for itself. For a PostgreSQL database it is a
    /// copy, so that the same questions can be asked of both.
    pub(crate) fn open(&self, folder: &Path) -> Connection {
        if self.name().is_none() {
            let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
            return Connection::open_with_flags(folder.join("imagekin.db"), flags)
                .expect("the database is there");
        }
        copy::of(|sql| self.run(sql).expect("it is on a server"))
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        if let Some(name) = self.name() {
            // When it fails, it goes with its server.
            let _ = session("postgres").run(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        }
    }
}

/// A session past the server, on the database of this name.
pub(crate) fn session(name: &str) -> Session {
    let session = match &*CITUS {
        Some(citus) => citus.session(name),
        None => postgres().session(name),
    };
    session.expect("a session")
}

/// The Citus that `IMAGEKIN_TEST_CITUS_URL` names.
static CITUS: LazyLock<Option<Elsewhere>> = LazyLock::new(|| {
    #[expect(clippy::disallowed_methods, reason = "which tests are run is no setting of the server")]
    let url = std::env::var("IMAGEKIN_TEST_CITUS_URL").ok()?;
    Some(Elsewhere::at(&url))
});

/// As `imagekin migrate --citus` does it. Whoever asks may be on a runtime's thread.
fn distribute(url: &str) {
    let url = DatabaseUrl::new(url);
    let settings = PostgresSettings { url, connections_max: 1, statement_ms_max: 60_000 };
    let distributing = move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            migrate_database(&settings).await.expect("the schema");
            distribute_database(&settings).await.expect("distributed tables");
        });
    };
    std::thread::spawn(distributing).join().expect("no panic");
}

/// The server that the tests of this process share.
fn postgres() -> &'static Postgres {
    imagekin_testing::shared().unwrap_or_else(|error| panic!("{error}"))
}
