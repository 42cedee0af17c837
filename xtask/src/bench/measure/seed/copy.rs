//! A store grown in SQL: what one account holds, again for every other one. Through the store it would take an hour.

use std::path::Path;
use std::time::Instant;

use anyhow::Context;
use imagekin_testing::Postgres;
use rusqlite::{Connection, params};

use super::Scale;

/// Tables that are not copied: two have a row for each account already, and the log of heads, a seventh of all bytes, is
/// read by nothing that is measured.
const NOT_COPIED: [&str; 3] = ["accounts", "access_keys", "head_log"];
/// Page cache of the connection that copies, in KiB (negative: the pragma's sign for KiB).
const PAGE_CACHE_KIB: i64 = -1024 * 1024;
/// Accounts copied between two words about it.
const ACCOUNTS_PER_WORD: u32 = 100;

/// Copies all that the first account holds to the others, account by account, so that every B-tree grows at its end.
/// Nothing is durable before the end.
pub(super) fn to_all_accounts(store: &Path, scale: Scale) -> anyhow::Result<()> {
    let mut database = Connection::open(store.join("imagekin.db"))?;
    database.pragma_update(None, "journal_mode", "OFF")?;
    database.pragma_update(None, "synchronous", "OFF")?;
    database.pragma_update(None, "cache_size", PAGE_CACHE_KIB)?;
    let statements = statements(&database)?;
    let (first, begun) = (super::account_id(0)?.as_u64() as i64, Instant::now());
    for account in 1..scale.accounts {
        let id = super::account_id(account)?.as_u64() as i64;
        let transaction = database.transaction()?;
        for statement in &statements {
            transaction.prepare_cached(statement)?.execute(params![first, id])?;
        }
        transaction.commit()?;
        if account % ACCOUNTS_PER_WORD == 0 {
            println!("{account} of {} accounts after {:.0} s", scale.accounts, begun.elapsed().as_secs_f64());
        }
    }
    database.pragma_update(None, "journal_mode", "WAL")?;
    database.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    drop(statements);
    drop(database);
    std::fs::File::open(store.join("imagekin.db"))?.sync_all()?;
    Ok(())
}

/// The same on PostgreSQL, the log of heads too: it takes a good part of the disk. Tables are whole and counted then, as
/// those of a server that has run for long.
pub(super) fn in_postgres(server: &Postgres, database: &str) -> anyhow::Result<()> {
    let first = super::account_id(0)?.as_u64();
    let sql = "SELECT table_name, string_agg(column_name, ', ') FROM information_schema.columns c \
               WHERE table_schema = 'public' AND column_name <> 'account_id' AND EXISTS (SELECT 1 \
               FROM information_schema.columns a WHERE a.table_schema = 'public' AND a.table_name = c.table_name \
               AND a.column_name = 'account_id') AND table_name NOT IN ('accounts', 'access_keys') GROUP BY 1";
    for line in server.execute(database, sql)?.lines() {
        let (table, columns) = line.split_once('|').context("a table and its columns")?;
        let copy = format!(
            "INSERT INTO {table} (account_id, {columns}) SELECT other, {columns} FROM {table} \
             CROSS JOIN (SELECT account_id AS other FROM accounts WHERE account_id <> {first}) others \
             WHERE account_id = {first} ORDER BY other"
        );
        server.execute(database, &copy)?;
    }
    server.execute(database, "VACUUM (FREEZE, ANALYZE)")?;
    server.execute(database, "CHECKPOINT")?;
    Ok(())
}

/// One statement for each table that holds something of an account: `?1` is the account copied from, `?2` that copied to.
fn statements(database: &Connection) -> anyhow::Result<Vec<String>> {
    let sql = "SELECT t.name, group_concat(c.name, ', '), CASE WHEN t.wr THEN '' ELSE 'ORDER BY rowid' END \
               FROM pragma_table_list t, pragma_table_info(t.name) c \
               WHERE t.type = 'table' AND c.name <> 'account_id' \
               AND EXISTS (SELECT 1 FROM pragma_table_info(t.name) a WHERE a.name = 'account_id') GROUP BY t.name";
    let mut tables = database.prepare(sql)?;
    let text = |row: &rusqlite::Row<'_>, column| row.get::<_, String>(column);
    let tables = tables.query_map([], |row| Ok((text(row, 0)?, text(row, 1)?, text(row, 2)?)))?;
    let mut statements = Vec::new();
    for table in tables {
        let (table, columns, order) = table?;
        if !NOT_COPIED.contains(&table.as_str()) {
            statements.push(format!(
                "INSERT INTO {table} (account_id, {columns}) SELECT ?2, {columns} FROM {table} \
                 WHERE account_id = ?1 {order}"
            ));
        }
    }
    Ok(statements)
}
