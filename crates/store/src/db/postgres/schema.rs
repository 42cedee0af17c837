//! The schema of a PostgreSQL database, changed by one process at a time, beside nodes that go on.

use std::time::Duration;

use refinery::{Migration, Runner};
use tokio_postgres::error::SqlState;

use super::session::{Connector, Session};
use crate::StoreError;
use crate::schema::{self, Dialect};

/// Any number: it means the schema of Imagekin wherever it is locked.
const SCHEMA_LOCK: i64 = 0x696d_6167_656b_696e;
/// The first half of a lock that each connection holds together with others; the second half is the newest migration that
/// its program knows.
const PRESENCE_LOCK: i32 = 0x696d_6167;
/// Longest wait for a table that others are using. Whatever comes after waits behind that, be it the resolve of a family.
const TABLE_WAIT_MAX: Duration = Duration::from_secs(1);
/// How long others go first, when a table could not be had.
const TRY_AGAIN_AFTER: Duration = Duration::from_secs(2);
/// How often it is tried: for some minutes, as long as a check of a large database may hold its tables.
const TRIES_MAX: u32 = 200;

/// Which migrations may be applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Allowed {
    /// None: the database is only looked at.
    Nothing,
    /// Those that nodes of an older version can live with.
    Expansions,
    /// All.
    Contractions,
}

/// Applies what is pending; gives the names of what was applied.
pub(super) async fn bring_up_to_date(
    connector: &Connector,
    allowed: Allowed,
) -> Result<Vec<String>, StoreError> {
    let mut session = connector.connect().await?;
    let known = schema::migrations(Dialect::Postgres)?;
    let applied_already = applied(&mut session).await?;
    match schema::pending(&known, &applied_already)?.first() {
        None => return Ok(Vec::new()),
        Some(first) if allowed == Allowed::Nothing => {
            return Err(StoreError::SchemaBehind(first.name().to_owned()));
        }
        Some(_) => {}
    }
    // Held until the connection is closed. A wait for another process may be long.
    session.client.batch_execute("SET statement_timeout = 0").await?;
    session.client.execute("SELECT pg_advisory_lock($1)", &[&SCHEMA_LOCK]).await?;
    let pending = schema::pending(&known, &applied(&mut session).await?)?;
    let contraction = pending.iter().rfind(|migration| schema::contracts(migration));
    if let Some(contraction) = contraction {
        if allowed == Allowed::Expansions {
            return Err(StoreError::SchemaTooOld(contraction.name().to_owned()));
        }
        keep_older_nodes_out(&session, contraction).await?;
    }
    let names = pending.iter().map(|migration| migration.name().to_owned()).collect();
    if !pending.is_empty() {
        apply(&mut session, &known).await?;
    }
    Ok(names)
}

/// Applies what is pending. A migration that cannot have a table at once lets others go
/// first, and is tried again: in a queue for it the nodes would stand behind.
async fn apply(session: &mut Session, known: &[Migration]) -> Result<(), StoreError> {
    let sql = format!("SET lock_timeout = {}", TABLE_WAIT_MAX.as_millis());
    session.client.batch_execute(&sql).await?;
    // Grouped: what is pending, and the notes that it was applied, are one transaction.
    let runner = Runner::new(known).set_abort_missing(false).set_grouped(true);
    for tried in 1.. {
        match runner.run_async(&mut session.client).await {
            Err(error) if waited_in_vain(&error) && tried < TRIES_MAX => {
                tracing::warn!(tried, "A table is in use: the schema is changed later");
                tokio::time::sleep(TRY_AGAIN_AFTER).await;
            }
            outcome => return outcome.map(drop).map_err(failed),
        }
    }
    Ok(())
}

fn waited_in_vain(error: &refinery::Error) -> bool {
    let mut cause = std::error::Error::source(error);
    while let Some(error) = cause {
        if let Some(error) = error.downcast_ref::<tokio_postgres::Error>() {
            return error.code() == Some(&SqlState::LOCK_NOT_AVAILABLE);
        }
        cause = error.source();
    }
    false
}

/// The statement by which a connection shows what its program knows, as long as it lasts.
pub(super) fn presence() -> String {
    format!("SELECT pg_advisory_lock_shared({PRESENCE_LOCK}, {})", schema::newest())
}

/// Sees that no node is connected that does not know what comes before the contraction, and that none connects until this
/// connection is closed. Nodes of the version before go on: nothing that they need goes.
async fn keep_older_nodes_out(session: &Session, contraction: &Migration) -> Result<(), StoreError> {
    // This connection, too, shows what its program knows; that is never one of these.
    for version in 1..contraction.version() - 1 {
        let sql = "SELECT pg_try_advisory_lock($1, $2)";
        if !session.client.query_one(sql, &[&PRESENCE_LOCK, &version]).await?.try_get::<_, bool>(0)? {
            return Err(StoreError::OlderNodes(contraction.name().to_owned()));
        }
    }
    Ok(())
}

async fn applied(session: &mut Session) -> Result<Vec<Migration>, StoreError> {
    let sql = "SELECT to_regclass('refinery_schema_history') IS NOT NULL";
    let is_there: bool = session.client.query_one(sql, &[]).await?.try_get(0)?;
    if !is_there {
        return Ok(Vec::new());
    }
    Runner::new(&[]).get_applied_migrations_async(&mut session.client).await.map_err(failed)
}

#[expect(clippy::needless_pass_by_value, reason = "what map_err gives")]
fn failed(error: refinery::Error) -> StoreError {
    StoreError::Inconsistent(format!("the schema: {error}"))
}
