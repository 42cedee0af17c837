//! A PostgreSQL database copied into an embedded one, so that the same questions can be asked of both.

use std::path::Path;

use rusqlite::Connection;

/// What makes an embedded database, and, so, a copy of another in one: all migrations, in order.
fn schema() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../migrations");
    let entries = std::fs::read_dir(folder).expect("migrations");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("a migration").path()).collect();
    files.sort_unstable();
    files.iter().map(|file| std::fs::read_to_string(file).expect("SQL")).collect()
}

/// The tables of a database.
fn tables(database: &Connection) -> Vec<String> {
    let mut tables =
        database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").expect("SQL");
    let names = tables.query_map([], |row| row.get(0)).expect("tables");
    names.collect::<Result<_, _>>().expect("names")
}

/// Copies what one instant of a database is, which `read` runs statements on.
pub(crate) fn of(read: impl FnOnce(&str) -> String) -> Connection {
    let copy = Connection::open_in_memory().expect("memory");
    copy.execute_batch(&schema()).expect("the schema");
    let tables = tables(&copy);
    let all = tables.iter().map(|table| format!("SELECT coalesce(json_agg(t), '[]') FROM {table} t;"));
    let sql = format!("BEGIN ISOLATION LEVEL REPEATABLE READ; {} COMMIT;", all.collect::<String>());
    let read = read(&sql);
    let mut values = serde_json::Deserializer::from_str(&read).into_iter::<Vec<serde_json::Value>>();
    for table in &tables {
        let rows = values.next().expect("every table answers").expect("JSON");
        rows.iter().for_each(|row| insert(&copy, table, row));
    }
    copy
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
