//! The tables as such, whatever they mean: columns, keys, and rows in the order of their keys.
//!
//! What goes over all that is kept goes by this list, which is read from the migrations: a table that is added there is
//! moved, compared and distributed, too.

use std::sync::LazyLock;

use crate::db::{Connection, Row, Value, rows};
use crate::{Read, StoreError, schema};

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
    pub(crate) is_nullable: bool,
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
}

impl Cell {
    fn as_value(&self) -> Value<'_> {
        match self {
            Self::Null => Value::Null,
            Self::Int(int) => Value::Int(*int),
            Self::Text(text) => Value::Text(text),
        }
    }
}

/// The CREATE TABLE statements of the migrations: a line for each column, PRIMARY KEY in a line of its own or behind its
/// column.
fn parse(sql: impl Iterator<Item = &'static str>) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    let mut is_in_table = false;
    for line in sql.flat_map(str::lines).map(str::trim).filter(|line| !line.starts_with("--")) {
        if let Some(rest) = line.strip_prefix("CREATE TABLE ") {
            let name = rest.split_whitespace().next().unwrap_or(rest);
            tables.push(Table { name, columns: Vec::new(), key: Vec::new() });
            is_in_table = true;
        } else if line.starts_with(')') {
            is_in_table = false;
        } else if let (Some(table), true) = (tables.last_mut(), is_in_table) {
            table.read(line.trim_end_matches(','));
        }
    }
    tables
}

impl Table {
    /// The table of this name.
    #[cfg(test)]
    pub(crate) fn named(name: &str) -> &'static Self {
        TABLES.iter().find(|table| table.name == name).unwrap_or_else(|| panic!("no table {name}"))
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
        self.columns.push(Column { name, kind, is_nullable: !line.contains("NOT NULL") });
    }

    fn names(columns: impl Iterator<Item = &'static str>) -> String {
        columns.collect::<Vec<_>>().join(", ")
    }

    fn column_names(&self) -> String {
        Self::names(self.columns.iter().map(|column| column.name))
    }

    fn key_names(&self) -> String {
        Self::names(self.key.iter().map(|at| self.columns[*at].name))
    }

    /// The key of a row.
    pub(crate) fn key_of<'r>(&self, row: &'r [Cell]) -> Vec<&'r Cell> {
        self.key.iter().map(|at| &row[*at]).collect()
    }

    fn read_row(&self, row: &dyn Row) -> Result<Vec<Cell>, StoreError> {
        let cell = |(at, column): (usize, &Column)| {
            let cell = match column.kind {
                Kind::Int => row.maybe_int(at)?.map(Cell::Int),
                Kind::Text => row.maybe_text(at)?.map(|text| Cell::Text(text.to_owned())),
            };
            match cell {
                Some(cell) => Ok(cell),
                None if column.is_nullable => Ok(Cell::Null),
                None => Err(StoreError::Inconsistent(format!("{} is null", column.name))),
            }
        };
        let read: Result<_, StoreError> = self.columns.iter().enumerate().map(cell).collect();
        read.map_err(|error| StoreError::Inconsistent(format!("a row of {}: {error}", self.name)))
    }

    /// Adds a row; that it could be added shows when the transaction ends.
    pub(crate) fn insert(&self, db: &dyn Connection, row: &[Cell]) -> Result<(), StoreError> {
        let places: Vec<String> = (1..=row.len()).map(|n| format!("${n}")).collect();
        let sql =
            format!("INSERT INTO {} ({}) VALUES ({})", self.name, self.column_names(), places.join(", "));
        db.send(&sql, &row.iter().map(Cell::as_value).collect::<Vec<_>>())
    }
}

impl Read<'_> {
    /// The rows of a table in the order of its key, those after the row whose key is `after`, at most `limit`.
    ///
    /// # Errors
    /// What the database says; [`StoreError::Inconsistent`] when a value is not of its column's type.
    pub(crate) fn rows_after(
        &self,
        table: &Table,
        after: &[&Cell],
        limit: usize,
    ) -> Result<Vec<Vec<Cell>>, StoreError> {
        let (columns, key) = (table.column_names(), table.key_names());
        let places: Vec<String> = (1..=after.len()).map(|n| format!("${n}")).collect();
        let condition = match after {
            [] => String::new(),
            _ => format!("WHERE ({key}) > ({}) ", places.join(", ")),
        };
        let sql = format!("SELECT {columns} FROM {} {condition}ORDER BY {key} LIMIT {limit}", table.name);
        let values: Vec<Value<'_>> = after.iter().map(|cell| cell.as_value()).collect();
        rows(self.db, &sql, &values, |row| table.read_row(row))
    }
}

#[cfg(test)]
mod tests {
    use imagekin_access::AccountId;
    use imagekin_catalog::RegionId;

    use super::*;
    use crate::{Catalogue, Cause, MasterKey, Store};

    fn store(folder: &std::path::Path) -> Store {
        let key = MasterKey::open(&folder.join("master.key"), || [1; 32]).expect("a key");
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
            let sql = "SELECT name, type, \"notnull\", pk FROM pragma_table_info(?) ORDER BY cid";
            let mut statement = database.prepare(sql).expect("SQL");
            let columns = statement
                .query_map([table.name], |row| {
                    let (name, kind): (String, String) = (row.get(0)?, row.get(1)?);
                    Ok((name, kind, row.get::<_, bool>(2)?, row.get::<_, i64>(3)?))
                })
                .expect("rows");
            let read = |(at, column): (usize, &Column)| {
                let kind = if column.kind == Kind::Int { "BIGINT" } else { "TEXT" };
                let place = table.key.iter().position(|key| *key == at).map_or(0, |place| place as i64 + 1);
                (column.name.to_owned(), kind.to_owned(), !column.is_nullable, place)
            };
            let read: Vec<_> = table.columns.iter().enumerate().map(read).collect();
            assert_eq!(read, columns.collect::<Result<Vec<_>, _>>().expect("columns"), "{}", table.name);
        }
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
                match read.rows_after(table, &after, 1)? {
                    page if page.is_empty() => return Ok::<_, StoreError>(paged),
                    page => paged.extend(page),
                }
            }
        });
        let paged = paged.await.expect("pages");
        let all = store.read(|read| read.rows_after(table, &[], 10)).await.expect("rows");
        assert_eq!((paged.len(), &paged), (3, &all));
        let again = store.transaction(move |db, _| {
            db.execute("DELETE FROM catalogues", &[])?;
            all.iter().try_for_each(|row| table.insert(db, row))
        });
        again.await.unwrap_or_else(|error: StoreError| panic!("{error}"));
        assert_eq!(store.read(|read| read.rows_after(table, &[], 10)).await.expect("rows"), paged);
    }
}
