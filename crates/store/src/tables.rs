//! The tables as such, whatever they mean: columns, keys, and rows in the order of their keys.
//!
//! What goes over all that is kept goes by this list, which is read from the migrations: a table that is added there is
//! moved, compared and distributed, too.

use std::fmt;
use std::sync::LazyLock;

use crate::db::{Connection, Row, Value};
use crate::{StoreError, schema};

pub(crate) mod places;
mod rows;
pub(crate) use rows::{Cursor, Projection};

/// Every table of the catalogue, in the order of the migrations.
pub(crate) static TABLES: LazyLock<Vec<Table>> = LazyLock::new(|| parse(schema::sql()));

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) columns: Vec<Column>,
    /// Its primary key: places in `columns`.
    pub(crate) key: Vec<usize>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Column {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
}

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// BIGINT.
    Int,
    /// TEXT.
    Text,
}

/// A value in a row. They are in the order in which both databases have them in a key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Cell {
    Null,
    Int(i64),
    Text(String),
    /// Not of its column's type, as SQLite lets it be: why it could not be read.
    Unfit(String),
}

impl Cell {
    fn as_value(&self) -> Result<Value<'_>, StoreError> {
        match self {
            Self::Null => Ok(Value::Null),
            Self::Int(int) => Ok(Value::Int(*int)),
            Self::Text(text) => Ok(Value::Text(text)),
            Self::Unfit(why) => Err(StoreError::Inconsistent(why.clone())),
        }
    }
}

impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("NULL"),
            Self::Int(int) => int.fmt(f),
            Self::Text(text) => text.fmt(f),
            Self::Unfit(_) => f.write_str("?"),
        }
    }
}

/// The CREATE TABLE statements of the migrations: a line for each column, PRIMARY KEY in a line of its own or behind its
/// column; and the statements of later ones that change a table, each in one line: ADD COLUMN, DROP COLUMN, DROP TABLE.
fn parse(sql: impl Iterator<Item = &'static str>) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    let mut is_in_table = false;
    for line in sql.flat_map(str::lines).map(str::trim).filter(|line| !line.starts_with("--")) {
        if let Some(rest) = line.strip_prefix("CREATE TABLE ") {
            let name = rest.split_whitespace().next().unwrap_or(rest);
            tables.push(Table { name, columns: Vec::new(), key: Vec::new() });
            is_in_table = true;
        } else if let Some(rest) = line.strip_prefix("ALTER TABLE ") {
            let (name, change) = rest.trim_end_matches(';').split_once(' ').unwrap_or((rest, ""));
            if let Some(table) = tables.iter_mut().find(|table| table.name == name) {
                table.change(change);
            }
        } else if let Some(name) = line.strip_prefix("DROP TABLE ") {
            tables.retain(|table| table.name != name.trim_end_matches(';'));
        } else if line.starts_with(')') {
            is_in_table = false;
        } else if let (Some(table), true) = (tables.last_mut(), is_in_table) {
            table.read(line.trim_end_matches(','));
        }
    }
    tables
}

impl Table {
    /// The table of this name, which the migrations make.
    pub(crate) fn named(name: &str) -> &'static Self {
        let table = TABLES.iter().find(|table| table.name == name);
        table.unwrap_or_else(|| unreachable!("there is no table {name}"))
    }

    /// Reads a line between the parentheses.
    fn read(&mut self, line: &'static str) {
        if let Some(names) = line.strip_prefix("PRIMARY KEY (") {
            let names = names.trim_end_matches(')').split(", ");
            let at = |name| self.columns.iter().position(|column| column.name == name);
            self.key = names.filter_map(at).collect();
            return;
        }
        let mut words = line.split_whitespace();
        let name = words.next().unwrap_or_default();
        let kind = if words.next() == Some("TEXT") { Kind::Text } else { Kind::Int };
        if line.ends_with("PRIMARY KEY") {
            self.key = vec![self.columns.len()];
        }
        self.columns.push(Column { name, kind });
    }

    /// Reads what stands behind ALTER TABLE and its name.
    fn change(&mut self, change: &'static str) {
        if let Some(column) = change.strip_prefix("ADD COLUMN ") {
            self.read(column);
        } else if let Some(name) = change.strip_prefix("DROP COLUMN ") {
            let Some(gone) = self.columns.iter().position(|column| column.name == name) else { return };
            self.columns.remove(gone);
            // None of the key goes: what stands behind the column moves up.
            self.key.iter_mut().filter(|at| **at > gone).for_each(|at| *at -= 1);
        }
    }

    fn column_names(&self) -> String {
        self.columns.iter().map(|column| column.name).collect::<Vec<_>>().join(", ")
    }

    fn key_names(&self) -> Vec<&'static str> {
        self.key.iter().map(|at| self.columns[*at].name).collect()
    }

    /// The key of a row.
    pub(crate) fn key_of(&self, row: &[Cell]) -> Vec<Cell> {
        self.key.iter().map(|at| row[*at].clone()).collect()
    }

    /// Are its rows those of an account in a region?
    pub(crate) fn is_of_a_region(&self) -> bool {
        self.key.get(1).is_some_and(|at| self.columns[*at].name == "region_id")
    }

    /// The place of a column among the others.
    pub(crate) fn place_of(&self, column: &str) -> usize {
        let place = self.columns.iter().position(|known| known.name == column);
        place.unwrap_or_else(|| unreachable!("{} has no column {column}", self.name))
    }

    fn read_row(&self, row: &dyn Row) -> Vec<Cell> {
        let cell = |(at, column): (usize, &Column)| {
            let cell = match column.kind {
                Kind::Int => row.maybe_int(at).map(|int| int.map(Cell::Int)),
                Kind::Text => row.maybe_text(at).map(|text| text.map(|text| Cell::Text(text.to_owned()))),
            };
            match cell {
                Ok(cell) => cell.unwrap_or(Cell::Null),
                Err(error) => {
                    let why = error.inconsistency();
                    Cell::Unfit(format!("{}.{}: {why}", self.name, column.name))
                }
            }
        };
        self.columns.iter().enumerate().map(cell).collect()
    }

    /// Adds a row; that it could be added shows when the transaction ends.
    pub(crate) fn insert(&self, db: &dyn Connection, row: &[Cell]) -> Result<(), StoreError> {
        let places: Vec<String> = (1..=row.len()).map(|n| format!("${n}")).collect();
        let sql =
            format!("INSERT INTO {} ({}) VALUES ({})", self.name, self.column_names(), places.join(", "));
        db.send(&sql, &row.iter().map(Cell::as_value).collect::<Result<Vec<_>, _>>()?)
    }
}

#[cfg(test)]
mod tests {
    use imagekin_access::AccountId;
    use imagekin_catalog::RegionId;

    use super::*;
    use crate::{Catalogue, Cause, KeyRing, Store};

    fn store(folder: &std::path::Path) -> Store {
        let key = KeyRing::open(&folder.join("master.key"), || [1; 32]).expect("a key");
        Store::open(folder, key).expect("a store")
    }

    /// The migrations may say it in a way that the parser does not know: the database says what it has understood.
    #[test]
    fn the_tables_are_those_of_a_database() {
        let folder = tempfile::tempdir().expect("a folder");
        drop(store(folder.path()));
        let database = rusqlite::Connection::open(folder.path().join("imagekin.db")).expect("its database");
        let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'refinery_schema_history' \
                   AND name NOT LIKE 'sqlite_%' ORDER BY rowid";
        let mut statement = database.prepare(sql).expect("SQL");
        let names = statement.query_map([], |row| row.get::<_, String>(0)).expect("rows");
        let names: Vec<String> = names.collect::<Result<_, _>>().expect("names");
        assert_eq!(TABLES.iter().map(|table| table.name).collect::<Vec<_>>(), names);
        for table in TABLES.iter() {
            let sql = "SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid";
            let mut statement = database.prepare(sql).expect("SQL");
            let columns = statement
                .query_map([table.name], |row| {
                    let (name, kind): (String, String) = (row.get(0)?, row.get(1)?);
                    Ok((name, kind, row.get::<_, i64>(2)?))
                })
                .expect("rows");
            let read = |(at, column): (usize, &Column)| {
                let kind = if column.kind == Kind::Int { "BIGINT" } else { "TEXT" };
                let place = table.key.iter().position(|key| *key == at).map_or(0, |place| place as i64 + 1);
                (column.name.to_owned(), kind.to_owned(), place)
            };
            let read: Vec<_> = table.columns.iter().enumerate().map(read).collect();
            assert_eq!(read, columns.collect::<Result<Vec<_>, _>>().expect("columns"), "{}", table.name);
        }
    }

    #[test]
    fn a_table_is_what_later_migrations_have_made_of_it() {
        let first = "CREATE TABLE a (\n    x BIGINT NOT NULL,\n    y TEXT NOT NULL,\n    z TEXT,\n    PRIMARY KEY (x, z)\n);\n\
                     CREATE TABLE b (\n    x BIGINT NOT NULL PRIMARY KEY\n) WITHOUT ROWID;\n";
        let second =
            "ALTER TABLE a ADD COLUMN note TEXT;\nALTER TABLE a ADD COLUMN n BIGINT NOT NULL DEFAULT 0;\n";
        let third = "ALTER TABLE a DROP COLUMN y;\nDROP TABLE b;\n";
        let [table] = <[Table; 1]>::try_from(parse([first, second, third].into_iter())).expect("one table");
        let columns = table.columns.iter().map(|column| (column.name, column.kind));
        let expected = [("x", Kind::Int), ("z", Kind::Text), ("note", Kind::Text), ("n", Kind::Int)];
        assert_eq!(columns.collect::<Vec<_>>(), expected);
        assert_eq!((table.name, table.key_names()), ("a", vec!["x", "z"]));
    }

    #[tokio::test]
    async fn pages_join_without_a_gap_and_rows_go_in_as_they_come_out() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = store(folder.path());
        for (account, region) in [(0, "cn-a"), (0, "cn-b"), (1_000_000_000_000_000, "cn-a")] {
            let account = AccountId::from_u64(account).unwrap_or(AccountId::SYSTEM);
            let catalogue = Catalogue { account, region: RegionId::parse(region).expect("a region") };
            let cause = Cause {
                action: "Test",
                request_id: String::new(),
                now: imagekin_catalog::Timestamp::from_seconds(0),
            };
            store.write(catalogue, cause, |_| Ok::<_, StoreError>(())).await.expect("a write");
        }
        let table = Table::named("catalogues");
        let paged = store.read(|read| {
            let mut paged: Vec<Vec<Cell>> = Vec::new();
            loop {
                let after = paged.last().map(|row| table.key_of(row)).unwrap_or_default();
                match read.rows_after(table, &[], &after, 1)? {
                    page if page.is_empty() => return Ok::<_, StoreError>(paged),
                    page => paged.extend(page),
                }
            }
        });
        let paged = paged.await.expect("pages");
        let all = || store.read(|read| read.rows_after(table, &[], &[], 10));
        let (all, again) = (all().await.expect("rows"), all);
        assert_eq!((paged.len(), &paged), (3, &all));
        let within = store.read(|read| read.rows_after(table, &[Cell::Int(0)], &[], 10)).await;
        assert_eq!(within.expect("rows"), paged[..2]);
        let key = table.key_of(&paged[0]);
        let within = store.read(move |read| read.rows_after(table, &key[..1], &key, 10)).await;
        assert_eq!(within.expect("rows"), paged[1..2]);
        let inserted = store.transaction(move |db, _| {
            db.execute("DELETE FROM catalogues", &[])?;
            all.iter().try_for_each(|row| table.insert(db, row))
        });
        inserted.await.unwrap_or_else(|error: StoreError| panic!("{error}"));
        assert_eq!(again().await.expect("rows"), paged);
    }
}
