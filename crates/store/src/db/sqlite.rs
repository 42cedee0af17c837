//! SQLite: how a connection is opened and how it runs statements. No SQL of the catalogue stands here.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::config::DbConfig;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{OpenFlags, ToSql, params_from_iter};

use super::{Connection, Row, RowLock, Value, rows, told};
use crate::StoreError;
use crate::schema::{self, Dialect};

/// Prepared statements kept per connection: more than the catalogue has.
const STATEMENTS_MAX: usize = 128;
/// How long a connection waits for a lock: a checkpoint, a crash recovery or another program may hold it.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);
/// Page cache of one connection, in KiB (negative: the pragma's sign for KiB).
const PAGE_CACHE_KIB: i64 = -16 * 1024;

/// To the end.
const ALL_PAGES: i32 = -1;

/// A connection to the embedded database.
pub(crate) struct Sqlite(pub(super) rusqlite::Connection);

impl Sqlite {
    /// Opens the one connection that writes, and brings the schema up to date; with the names of what was applied.
    pub(crate) fn open_writer(path: &Path) -> Result<(Self, Vec<String>), StoreError> {
        let mut connection = rusqlite::Connection::open(path)?;
        configure(&connection)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        // FULL: a commit returns after its fsync. Acknowledged means durable.
        connection.pragma_update(None, "synchronous", "FULL")?;
        let applied = migrate(&mut connection)?;
        Ok((Self(connection), applied))
    }

    fn open_reader(path: &Path) -> Result<Self, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = rusqlite::Connection::open_with_flags(path, flags)?;
        configure(&connection)?;
        Ok(Self(connection))
    }

    /// Runs a statement without values, such as `BEGIN`.
    pub(crate) fn run(&self, sql: &str) -> Result<(), StoreError> {
        self.0.prepare_cached(sql)?.execute([])?;
        Ok(())
    }
}

fn configure(connection: &rusqlite::Connection) -> Result<(), StoreError> {
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS_MAX);
    // A statement keeps its plan whatever is bound. Else one whose parameters might let another plan be better is prepared
    // anew each time that they are cleared: every head that is read would be parsed and planned first.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.pragma_update(None, "cache_size", PAGE_CACHE_KIB)?;
    // LIKE tells cases apart, as it does in PostgreSQL.
    connection.pragma_update(None, "case_sensitive_like", true)?;
    Ok(())
}

fn migrate(connection: &mut rusqlite::Connection) -> Result<Vec<String>, StoreError> {
    let inconsistent = |error: refinery::Error| StoreError::Inconsistent(error.to_string());
    let known = schema::migrations(Dialect::Sqlite)?;
    let pending = pending(connection, &known)?;
    if !pending.is_empty() {
        // Grouped: a migration and the note that it was applied are one transaction. Else what breaks off between the two
        // leaves a database that no server starts on.
        let runner = refinery::Runner::new(&known).set_abort_missing(false).set_grouped(true);
        runner.run(connection).map_err(inconsistent)?;
    }
    Ok(pending)
}

/// The names of the migrations that are still to be applied.
fn pending(
    connection: &mut rusqlite::Connection,
    known: &[refinery::Migration],
) -> Result<Vec<String>, StoreError> {
    let runner = refinery::Runner::new(known);
    let listed = "SELECT COUNT(*) FROM sqlite_schema WHERE name = 'refinery_schema_history'";
    let applied = match connection.query_row(listed, [], |row| row.get::<_, i64>(0))? {
        // A new database has no list of them yet.
        0 => Vec::new(),
        _ => runner
            .get_applied_migrations(connection)
            .map_err(|error| StoreError::Inconsistent(error.to_string()))?,
    };
    let pending = schema::pending(known, &applied)?;
    Ok(pending.into_iter().map(|migration| migration.name().to_owned()).collect())
}

/// Copies a database, as of one instant, into a new file.
pub(crate) fn copy(from: &Path, to: &Path) -> Result<(), StoreError> {
    let source = Sqlite::open_reader(from)?;
    let mut target = rusqlite::Connection::open(to)?;
    let copying = Backup::new(&source.0, &mut target)?;
    // In one step, which is one read transaction: between two, a write to the database would let the copy begin anew.
    match copying.step(ALL_PAGES)? {
        StepResult::Done => {}
        _ => return Err(StoreError::Unavailable("the database is locked".to_owned())),
    }
    drop(copying);
    // Whoever reads it needs no file beside it.
    target.pragma_update(None, "journal_mode", "DELETE")?;
    Ok(())
}

/// What SQLite finds wrong with its pages and indexes.
pub(crate) fn damage(connection: &dyn Connection) -> Result<Vec<String>, StoreError> {
    let mut found = rows(connection, "PRAGMA integrity_check(100)", &[], |row| Ok(row.text(0)?.to_owned()))?;
    found.retain(|line| line != "ok");
    Ok(found)
}

impl ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(int) => ValueRef::Integer(*int),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
        }))
    }
}

impl Row for rusqlite::Row<'_> {
    fn maybe_int(&self, column: usize) -> Result<Option<i64>, StoreError> {
        let value = self.get_ref(column)?;
        value.as_i64_or_null().map_err(|error| StoreError::Inconsistent(error.to_string()))
    }

    fn maybe_text(&self, column: usize) -> Result<Option<&str>, StoreError> {
        let value = self.get_ref(column)?;
        value.as_str_or_null().map_err(|error| StoreError::Inconsistent(error.to_string()))
    }
}

impl Connection for Sqlite {
    fn query(
        &self,
        sql: &str,
        values: &[Value<'_>],
        each: &mut dyn FnMut(&dyn Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        told(sql);
        let mut statement = self.0.prepare_cached(sql)?;
        debug_assert!(numbered_in_order(&statement), "parameters are not numbered in order: {sql}");
        let mut rows = statement.query(params_from_iter(values))?;
        while let Some(row) = rows.next()? {
            each(row)?;
        }
        Ok(())
    }

    fn execute(&self, sql: &str, values: &[Value<'_>]) -> Result<usize, StoreError> {
        told(sql);
        let mut statement = self.0.prepare_cached(sql)?;
        debug_assert!(numbered_in_order(&statement), "parameters are not numbered in order: {sql}");
        Ok(statement.execute(params_from_iter(values))?)
    }

    fn lock(&self, _: RowLock) -> &'static str {
        ""
    }
}

/// SQLite numbers `$n` in the order of first use, PostgreSQL by n: both agree only where the two are the same.
fn numbered_in_order(statement: &rusqlite::Statement<'_>) -> bool {
    (1..=statement.parameter_count()).all(|n| statement.parameter_name(n) == Some(&format!("${n}")))
}

/// The connections that read. They never wait for the writer, nor for each other.
#[derive(Clone)]
pub(crate) struct Readers {
    path: Arc<Path>,
    idle: Arc<Mutex<Vec<Sqlite>>>,
}

/// Idle connections that are kept open.
const IDLE_READERS_MAX: usize = 8;

impl Readers {
    pub(crate) fn new(path: &Path) -> Result<Self, StoreError> {
        let first = Sqlite::open_reader(path)?;
        Ok(Self { path: path.into(), idle: Arc::new(Mutex::new(vec![first])) })
    }

    /// The same of a database that another process may be writing to, whose schema must be that of this program.
    pub(crate) fn beside_a_writer(path: &Path) -> Result<Self, StoreError> {
        let mut first = Sqlite::open_reader(path)?;
        let known = schema::migrations(Dialect::Sqlite)?;
        match pending(&mut first.0, &known)?.into_iter().next() {
            None => Ok(Self { path: path.into(), idle: Arc::new(Mutex::new(vec![first])) }),
            Some(pending) => Err(StoreError::SchemaBehind(pending)),
        }
    }

    /// Runs `work` on a connection, in one read transaction: all it sees is of one instant.
    pub(crate) fn read<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&Sqlite) -> Result<T, E>,
    ) -> Result<T, E> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let connection = idle.map_or_else(|| Sqlite::open_reader(&self.path), Ok)?;
        connection.run("BEGIN")?;
        let outcome = work(&connection);
        // What a device that fails has ended already cannot be ended again: what it did is told, and the connection closed.
        if let Err(error) = connection.run("COMMIT") {
            return outcome.and(Err(error.into()));
        }
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < IDLE_READERS_MAX {
            idle.push(connection);
        }
        outcome
    }
}

#[cfg(test)]
mod tests {
    use imagekin_access::AccountId;
    use imagekin_catalog::{FamilyName, RegionId};
    use rusqlite::StatementStatus;

    use super::*;
    use crate::Catalogue;
    use crate::images::{HEAD, head_values};

    /// A device that fails ends a transaction; who reads hears of the device, not that there is no transaction to end.
    #[test]
    fn what_a_read_says_is_not_hidden_by_its_end() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("imagekin.db");
        Sqlite::open_writer(&path).unwrap();
        let readers = Readers::new(&path).unwrap();
        let failed = readers.read(|db| {
            db.run("ROLLBACK")?;
            Err::<(), _>(StoreError::Unavailable("the device".to_owned()))
        });
        assert!(matches!(failed, Err(StoreError::Unavailable(said)) if said == "the device"));
        readers.read(|_| Ok::<_, StoreError>(())).unwrap();
    }

    /// On the connection that writes, and on those that read.
    #[test]
    fn a_statement_is_prepared_once_whatever_it_is_asked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("imagekin.db");
        let writer = Sqlite::open_writer(&path).unwrap().0;
        let catalogue = Catalogue {
            account: AccountId::from_u64(1_234_567_890_123_456).unwrap(),
            region: RegionId::parse("cn-hangzhou").unwrap(),
        };
        for connection in [writer, Sqlite::open_reader(&path).unwrap()] {
            for family in ["base", "daily", "weekly"] {
                let family = FamilyName::parse(family).unwrap();
                connection.query(&HEAD, &head_values(&catalogue, &family), &mut |_| Ok(())).unwrap();
            }
            let statement = connection.0.prepare_cached(&HEAD).unwrap();
            assert_eq!(statement.get_status(StatementStatus::Run), 3);
            assert_eq!(statement.get_status(StatementStatus::RePrepare), 0);
        }
    }
}
