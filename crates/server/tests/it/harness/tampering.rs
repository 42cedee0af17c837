//! What is done to a database past the server.

use std::path::Path;

use imagekin_testing::Session;
use rusqlite::Connection;

use super::database::{TestDatabase, session};

impl TestDatabase {
    /// Changes it past the server.
    pub(crate) fn execute(&self, folder: &Path, sql: &str) {
        match self.name() {
            None => writing(folder).execute_batch(sql).expect("SQL"),
            Some(name) => drop(session(name).run(sql).expect("SQL")),
        }
    }

    /// Takes all catalogues away from the server, until what this gives is dropped.
    pub(crate) fn lock(&self, folder: &Path) -> Lock {
        match self.name() {
            None => {
                let connection = writing(folder);
                connection.execute_batch("BEGIN IMMEDIATE").expect("nobody else writes");
                Lock::Embedded(connection)
            }
            Some(name) => {
                let mut session = session(name);
                session.run("BEGIN; LOCK TABLE catalogues IN SHARE MODE").expect("nobody else writes");
                Lock::Postgres(session)
            }
        }
    }
}

/// What holds the lock.
#[expect(dead_code, reason = "it is held until it is dropped")]
pub(crate) enum Lock {
    Embedded(Connection),
    Postgres(Session),
}

fn writing(folder: &Path) -> Connection {
    Connection::open(folder.join("imagekin.db")).expect("the database")
}
