//! Rows of tables, page by page in the order of their keys.

use std::collections::VecDeque;

use super::{Cell, Table};
use crate::db::{Row, Value, rows};
use crate::{Read, StoreError};

/// Rows read at once.
const PAGE_ROWS: usize = 500;

impl Read<'_> {
    /// The rows of a table in the order of its key: those whose key begins with `within`, after the row whose key is
    /// `after` (empty: from the first on), at most `limit`.
    ///
    /// # Errors
    /// What the database says; [`StoreError::Inconsistent`] when the key is not of its columns' types.
    pub(crate) fn rows_after(
        &self,
        table: &Table,
        within: &[Cell],
        after: &[Cell],
        limit: usize,
    ) -> Result<Vec<Vec<Cell>>, StoreError> {
        let key = table.key_names();
        let (fixed, paged) = key.split_at(within.len());
        let mut conditions: Vec<String> =
            fixed.iter().enumerate().map(|(n, column)| format!("{column} = ${}", n + 1)).collect();
        let after = after.get(within.len()..).unwrap_or_default();
        if !after.is_empty() {
            let places: Vec<String> = (1..=after.len()).map(|n| format!("${}", fixed.len() + n)).collect();
            conditions.push(format!("({}) > ({})", paged.join(", "), places.join(", ")));
        }
        let condition = if conditions.is_empty() { "1 = 1".to_owned() } else { conditions.join(" AND ") };
        let sql = format!(
            "SELECT {} FROM {} WHERE {condition} ORDER BY {} LIMIT {limit}",
            table.column_names(),
            table.name,
            key.join(", ")
        );
        let values: Vec<Value<'_>> =
            within.iter().chain(after).map(Cell::as_value).collect::<Result<_, _>>()?;
        rows(self.db, &sql, &values, |row| Ok(table.read_row(row)))
    }

    /// All rows of a table whose key begins with `within`, in the order of the key.
    pub(crate) fn cursor(&self, table: &'static Table, within: Vec<Cell>) -> Cursor<'_> {
        Cursor { read: self, table, within, after: Vec::new(), page: VecDeque::new(), is_last: false }
    }
}

/// Rows of a table, read page by page.
pub(crate) struct Cursor<'r> {
    read: &'r Read<'r>,
    table: &'static Table,
    within: Vec<Cell>,
    after: Vec<Cell>,
    page: VecDeque<Vec<Cell>>,
    /// There is no page after this one.
    is_last: bool,
}

impl Cursor<'_> {
    /// The row that [`next`](Self::next) would give.
    ///
    /// # Errors
    /// As [`Read::rows_after`].
    pub(crate) fn peek(&mut self) -> Result<Option<&[Cell]>, StoreError> {
        if self.page.is_empty() && !self.is_last {
            // After an error, too: what comes after it cannot be found.
            self.is_last = true;
            let page = self.read.rows_after(self.table, &self.within, &self.after, PAGE_ROWS)?;
            self.is_last = page.len() < PAGE_ROWS;
            self.after = page.last().map(|row| self.table.key_of(row)).unwrap_or_default();
            self.page = page.into();
        }
        Ok(self.page.front().map(Vec::as_slice))
    }

    /// The next row.
    ///
    /// # Errors
    /// As [`Read::rows_after`].
    pub(crate) fn next(&mut self) -> Result<Option<Vec<Cell>>, StoreError> {
        self.peek()?;
        Ok(self.page.pop_front())
    }
}

/// Columns of a row of a table, in another order.
pub(crate) struct Projection<'r> {
    row: &'r [Cell],
    places: &'r [usize],
}

impl<'r> Projection<'r> {
    pub(crate) fn of(row: &'r [Cell], places: &'r [usize]) -> Self {
        Self { row, places }
    }

    fn cell(&self, column: usize) -> &'r Cell {
        &self.row[self.places[column]]
    }
}

impl Row for Projection<'_> {
    fn maybe_int(&self, column: usize) -> Result<Option<i64>, StoreError> {
        match self.cell(column).as_value()? {
            Value::Null => Ok(None),
            Value::Int(int) => Ok(Some(int)),
            Value::Text(text) => Err(StoreError::Inconsistent(format!("`{text}` is no number"))),
        }
    }

    fn maybe_text(&self, column: usize) -> Result<Option<&str>, StoreError> {
        match self.cell(column).as_value()? {
            Value::Null => Ok(None),
            Value::Text(text) => Ok(Some(text)),
            Value::Int(int) => Err(StoreError::Inconsistent(format!("{int} is no text"))),
        }
    }
}
