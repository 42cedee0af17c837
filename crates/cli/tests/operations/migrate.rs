//! `imagekin migrate`: of a folder, of a PostgreSQL database, and over the servers of Citus.

use imagekin_testing::name_in;

use crate::command::{on, run};
use crate::moving::{execute, postgres, tables};
use crate::server::Server;
use crate::story;

#[test]
fn a_folder_is_migrated_when_nobody_serves_it() {
    let empty = tempfile::tempdir().expect("a folder");
    assert!(on("migrate", empty.path(), &[]).fails().contains("there is no store in"));
    assert_eq!(std::fs::read_dir(empty.path()).expect("a folder").count(), 0, "nothing is begun");
    let folder = story::filled();
    assert_eq!(on("migrate", folder.path(), &[]).ok(), "the schema is up to date\n");
    assert!(on("migrate", folder.path(), &["--citus"]).fails().contains("say which with --database"));
    let server = Server::start(folder.path(), &[]);
    assert!(on("migrate", folder.path(), &[]).fails().contains("another process is using"));
    server.stop();
    // What a newer version has made is left alone, and so is what an older one has made where it is only to be read.
    let execute = |sql: &str| {
        let database = rusqlite::Connection::open(folder.path().join("imagekin.db")).expect("a database");
        database.execute_batch(sql).expect("SQL");
    };
    execute("UPDATE refinery_schema_history SET version = 99, name = 'contract_all' WHERE version = 1");
    assert!(on("migrate", folder.path(), &[]).fails().contains("newer version of imagekin"));
    execute("DELETE FROM refinery_schema_history");
    let refused = on("check", folder.path(), &[]);
    assert!(refused.code == Some(2) && refused.stderr.contains("run `imagekin migrate`"), "{refused:?}");
}

/// What Citus has, as far as it is asked: its name among the extensions, its list of tables, and the function that adds to
/// it, which notes how it was called.
const STAND_IN: &str = "\
SET allow_system_table_mods = on;
INSERT INTO pg_extension (oid, extname, extowner, extnamespace, extrelocatable, extversion)
    VALUES (900000, 'citus', 10, 'pg_catalog'::regnamespace, false, '0');
CREATE SCHEMA citus;
CREATE TABLE citus.pg_dist_partition (logicalrelid regclass, by_column text, with_table text, n serial);
CREATE FUNCTION create_distributed_table(table_name regclass, distribution_column text, colocate_with text)
    RETURNS void LANGUAGE sql AS $$ INSERT INTO citus.pg_dist_partition (logicalrelid, by_column, with_table)
    VALUES (table_name, distribution_column, colocate_with) $$;
ALTER ROLE postgres IN DATABASE {} SET search_path = public, citus";

#[test]
fn every_table_is_distributed_by_account_once() {
    let url = postgres().create_database();
    let migrate = || run(["migrate", "--citus", "--database", &url]);
    let told = migrate().fails();
    assert!(told.contains("the extension citus is not in this database"), "{told}");
    execute(&url, &STAND_IN.replace("{}", name_in(&url)));
    let told = migrate().ok();
    let tables = tables(&url);
    assert!(tables.len() > 15 && told.starts_with("the schema is up to date\n"), "{told}");
    assert!(tables.iter().all(|table| told.contains(&format!("distributed {table}\n"))), "{told}");
    let sql = "SELECT logicalrelid, by_column, with_table FROM citus.pg_dist_partition ORDER BY n";
    let distributed = execute(&url, sql);
    let (first, others) = distributed.split_once('\n').expect("lines");
    assert_eq!(first, "accounts|account_id|none");
    assert_eq!(others.lines().count(), tables.len() - 1);
    assert!(others.lines().all(|line| line.ends_with("|account_id|accounts")), "{others}");
    assert!(migrate().ok().ends_with("every table is distributed already\n"));
    // One that a migration has added since is distributed with the others.
    execute(&url, "DELETE FROM citus.pg_dist_partition WHERE logicalrelid = 'nonces'::regclass");
    assert!(migrate().ok().ends_with("date\ndistributed nonces\n"));
    assert!(execute(&url, sql).ends_with("nonces|account_id|accounts\n"));
}
