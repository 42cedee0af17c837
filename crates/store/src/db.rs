//! What the noun files ask of a database: one statement at a time, the same text for every database.

pub(crate) mod postgres;
pub(crate) mod sqlite;
pub(crate) mod writer;

use crate::StoreError;

/// A value bound to `$1`, `$2`, … of a statement, which number in the order of their first use.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Value<'v> {
    Null,
    Int(i64),
    Text(&'v str),
}

impl From<i64> for Value<'_> {
    fn from(int: i64) -> Self {
        Self::Int(int)
    }
}

impl<'v> From<&'v str> for Value<'v> {
    fn from(text: &'v str) -> Self {
        Self::Text(text)
    }
}

impl<'v, T: Into<Value<'v>>> From<Option<T>> for Value<'v> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// Columns of one row, counted from 0.
pub trait Row {
    fn maybe_int(&self, column: usize) -> Result<Option<i64>, StoreError>;
    fn maybe_text(&self, column: usize) -> Result<Option<&str>, StoreError>;

    fn int(&self, column: usize) -> Result<i64, StoreError> {
        self.maybe_int(column)?.ok_or_else(|| StoreError::Inconsistent(format!("column {column} is null")))
    }

    fn text(&self, column: usize) -> Result<&str, StoreError> {
        self.maybe_text(column)?.ok_or_else(|| StoreError::Inconsistent(format!("column {column} is null")))
    }
}

/// `text` read by `parse`; what it does not know is [`StoreError::Inconsistent`].
pub(crate) fn parsed<T>(text: &str, parse: impl FnOnce(&str) -> Option<T>) -> Result<T, StoreError> {
    parse(text).ok_or_else(|| StoreError::Inconsistent(format!("`{text}` is not a value of its column")))
}

/// What a SELECT does with rows that another transaction holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowLock {
    /// It waits for them.
    Wait,
    /// It leaves them out.
    Skip,
    /// It waits only for who deletes them, and nobody deletes them from then on; others may change them.
    Keep,
}

/// A connection to a database, or a transaction on it.
pub(crate) trait Connection {
    /// Runs a statement and gives each row to `each`.
    fn query(
        &self,
        sql: &str,
        values: &[Value<'_>],
        each: &mut dyn FnMut(&dyn Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError>;

    /// Runs a statement; gives the number of rows that it changed.
    fn execute(&self, sql: &str, values: &[Value<'_>]) -> Result<usize, StoreError>;

    /// Runs a statement whose outcome nothing else waits for: it may still be on its way when this returns. If it fails, so
    /// does the transaction.
    fn send(&self, sql: &str, values: &[Value<'_>]) -> Result<(), StoreError> {
        self.execute(sql, values).map(drop)
    }

    /// What a SELECT ends in that takes its rows until the transaction ends; nothing where no other transaction writes.
    fn lock(&self, lock: RowLock) -> &'static str;
}

/// What the log hears of each statement, without its values: what is asked of the database, and how often.
fn told(sql: &str) {
    tracing::trace!(target: "imagekin_store::statement", sql);
}

/// The rows of a statement.
pub(crate) fn rows<T>(
    connection: &dyn Connection,
    sql: &str,
    values: &[Value<'_>],
    mut read: impl FnMut(&dyn Row) -> Result<T, StoreError>,
) -> Result<Vec<T>, StoreError> {
    let mut found = Vec::new();
    connection.query(sql, values, &mut |row| {
        found.push(read(row)?);
        Ok(())
    })?;
    Ok(found)
}

/// The first row of a statement, if there is one.
pub(crate) fn first_row<T>(
    connection: &dyn Connection,
    sql: &str,
    values: &[Value<'_>],
    read: impl FnMut(&dyn Row) -> Result<T, StoreError>,
) -> Result<Option<T>, StoreError> {
    Ok(rows(connection, sql, values, read)?.into_iter().next())
}

/// Has the statement a row?
pub(crate) fn has_row(
    connection: &dyn Connection,
    sql: &str,
    values: &[Value<'_>],
) -> Result<bool, StoreError> {
    Ok(first_row(connection, sql, values, |_| Ok(()))?.is_some())
}
