//! The schema of a PostgreSQL database, changed by one process at a time.

use refinery::Runner;

use super::session::{Connector, Session};
use crate::StoreError;
use crate::schema::{self, Dialect};

/// Any number: it means the schema of Imagekin wherever it is locked.
const SCHEMA_LOCK: i64 = 0x696d_6167_656b_696e;

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
    let contraction = pending.iter().find(|migration| schema::contracts(migration));
    if let (Some(contraction), Allowed::Expansions) = (contraction, allowed) {
        return Err(StoreError::SchemaTooOld(contraction.name().to_owned()));
    }
    let names = pending.iter().map(|migration| migration.name().to_owned()).collect();
    if !pending.is_empty() {
        // Grouped: a migration and the note that it was applied are one transaction.
        let runner = Runner::new(&known).set_abort_missing(false).set_grouped(true);
        runner.run_async(&mut session.client).await.map_err(failed)?;
    }
    Ok(names)
}

async fn applied(session: &mut Session) -> Result<Vec<refinery::Migration>, StoreError> {
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
