//! A look at one part of the data: where it is, and who is told.

use crate::db::{Row, Value, has_row, rows};
use crate::store::account_value;
use crate::tables::{Cell, Cursor, Table};
use crate::telling::{self, Tell, Told};
use crate::{Catalogue, Read, StoreError};

/// One instant, looked at.
pub(super) struct Look<'r> {
    pub(super) read: &'r Read<'r>,
    /// What stands before each problem.
    place: String,
    tell: &'r Tell,
    rows: telling::Rows<'r>,
}

impl<'r> Look<'r> {
    pub(super) fn new(read: &'r Read<'r>, place: String, tell: &'r Tell) -> Self {
        Self { read, place, tell, rows: telling::Rows::told_to(tell) }
    }

    /// Something does not fit.
    pub(super) fn problem(&self, what: &str) {
        (self.tell)(Told::Problem(format!("{}{what}", self.place)));
    }

    /// One more row was looked at.
    pub(super) fn count_row(&self) {
        self.rows.count();
    }

    /// Gives each row of a table whose key begins with `within` to `each`. Where the keys cannot be read, the rest of the
    /// table cannot be found: then that is told.
    pub(super) fn each(
        &self,
        table: &'static Table,
        within: &[Cell],
        mut each: impl FnMut(&[Cell]) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut cursor = self.read.cursor(table, within.to_vec());
        while let Some(row) = self.next(&mut cursor)? {
            each(&row)?;
        }
        Ok(())
    }

    /// The next row of a cursor. Where it cannot be read any further, that is told, and it ends.
    pub(super) fn next(&self, cursor: &mut Cursor<'_>) -> Result<Option<Vec<Cell>>, StoreError> {
        self.or_end(cursor.next())
    }

    /// The row that [`next`](Self::next) would give.
    pub(super) fn peek<'c>(&self, cursor: &'c mut Cursor<'_>) -> Result<Option<&'c [Cell]>, StoreError> {
        self.or_end(cursor.peek())
    }

    fn or_end<T>(&self, row: Result<Option<T>, StoreError>) -> Result<Option<T>, StoreError> {
        match row {
            Err(StoreError::Inconsistent(why)) => {
                self.problem(&format!("not all rows can be read: {why}"));
                Ok(None)
            }
            row => row,
        }
    }

    /// The rows of a statement.
    pub(super) fn rows<T>(
        &self,
        sql: &str,
        values: &[Value<'_>],
        read: impl FnMut(&dyn Row) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        rows(self.read.db, sql, values, read)
    }

    /// Has the statement a row?
    pub(super) fn finds(&self, sql: &str, values: &[Value<'_>]) -> Result<bool, StoreError> {
        has_row(self.read.db, sql, values)
    }
}

/// The beginning of every key in a catalogue.
pub(super) fn within(catalogue: &Catalogue) -> [Cell; 2] {
    let Value::Int(account) = account_value(catalogue.account) else { unreachable!("a uid is a number") };
    [Cell::Int(account), Cell::Text(catalogue.region.as_str().to_owned())]
}

/// The key of a row without what all rows of a catalogue have in common: what a problem names it by.
pub(super) fn name(table: &Table, row: &[Cell], within: &[Cell]) -> String {
    let key = table.key_of(row);
    let own: Vec<String> = key[within.len()..].iter().map(ToString::to_string).collect();
    format!("{} {}", table.name, own.join(" ")).trim_end().to_owned()
}
