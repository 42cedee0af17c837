//! Citus: the tables of one database on many servers, all rows of an account on the same one.

use super::session::Connector;
use crate::StoreError;
use crate::tables::TABLES;

/// Distributes every table by account, unless it is distributed already; gives the names of those that were not.
pub(super) async fn distribute(connector: &Connector) -> Result<Vec<&'static str>, StoreError> {
    let session = connector.connect().await?;
    // A table that holds rows is copied.
    session.client.batch_execute("SET statement_timeout = 0").await?;
    let sql = "SELECT count(*) FROM pg_extension WHERE extname = 'citus'";
    if session.client.query_one(sql, &[]).await?.try_get::<_, i64>(0)? == 0 {
        return Err(StoreError::Unusable(
            "the extension citus is not in this database; have it installed on all servers, then run \
             CREATE EXTENSION citus in the database as its superuser"
                .to_owned(),
        ));
    }
    let mut distributed = Vec::new();
    // All follow the first: rows of one account in any of them are on one server.
    let mut first = None;
    for table in TABLES.iter().map(|table| table.name) {
        let sql = format!("SELECT count(*) FROM pg_dist_partition WHERE logicalrelid = '{table}'::regclass");
        if session.client.query_one(&sql, &[]).await?.try_get::<_, i64>(0)? == 0 {
            let with = first.unwrap_or("none");
            let sql = format!(
                "SELECT create_distributed_table('{table}', 'account_id', colocate_with => '{with}')"
            );
            session.client.batch_execute(&sql).await?;
            distributed.push(table);
        }
        first = first.or(Some(table));
    }
    Ok(distributed)
}
