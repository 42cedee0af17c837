//! A store that outgrows its folder: all of its rows go into a PostgreSQL database, in one transaction, and are compared
//! then.

use std::cmp::Ordering;
use std::sync::Arc;

use super::{Database, Embedded, Postgres, Store};
use crate::db::postgres::Patience;
use crate::db::{Connection, first_row};
use crate::tables::{Cell, Cursor, TABLES, Table};
use crate::telling::{self, Tell, Told};
use crate::{Read, StoreError};

impl Store {
    /// Copies every row of the embedded store `source` into this one, a PostgreSQL database that has none. Nobody else may
    /// write to either. When it fails, this one has no rows as before, unless the connection was lost with the answer to the
    /// commit.
    ///
    /// # Errors
    /// [`StoreError::Unusable`] when this database has rows, or the two are not such stores; or what a database says.
    pub async fn take_over(&self, source: &Arc<Self>, tell: &Tell) -> Result<(), StoreError> {
        let target = self.of_a_move(source)?;
        let (source, tell) = (Arc::clone(source), Arc::clone(tell));
        let copying = target.write(Patience::Endless, None, move |db| {
            // Nobody else writes meanwhile: a node that is started can only read, and finds nothing.
            let names: Vec<&str> = TABLES.iter().map(|table| table.name).collect();
            db.execute(&format!("LOCK TABLE {} IN EXCLUSIVE MODE", names.join(", ")), &[])?;
            names.iter().try_for_each(|table| has_no_rows(db, table))?;
            source.embedded()?.read(|from| copy(&Read { db: from }, db, &tell))?;
            // Until it has counted the rows, the server takes every table for a small one.
            tell(Told::At("the tables, being counted".to_owned()));
            db.send(&format!("ANALYZE {}", names.join(", ")), &[])
        });
        copying.await
    }

    /// Reads every row of this database and of `source` again, and tells where they differ.
    ///
    /// # Errors
    /// [`StoreError::Unusable`] when the two are not such stores; or what a database says.
    pub async fn compare(&self, source: &Arc<Self>, tell: &Tell) -> Result<(), StoreError> {
        let target = self.of_a_move(source)?;
        let (source, tell) = (Arc::clone(source), Arc::clone(tell));
        let comparing = target.read(Patience::Endless, move |db| {
            let new = Read { db };
            source.embedded()?.read(|from| {
                let old = Read { db: from };
                TABLES.iter().try_for_each(|table| compare(table, &old, &new, &tell))
            })
        });
        comparing.await
    }

    fn of_a_move(&self, source: &Self) -> Result<&Postgres, StoreError> {
        source.embedded()?;
        match &self.database {
            Database::Postgres(postgres) => Ok(postgres),
            Database::Embedded(_) => {
                Err(StoreError::Unusable("a store is moved into a PostgreSQL database".to_owned()))
            }
        }
    }

    fn embedded(&self) -> Result<&Embedded, StoreError> {
        match &self.database {
            Database::Embedded(embedded) => Ok(embedded),
            Database::Postgres(_) => Err(StoreError::Unusable("an embedded store is moved".to_owned())),
        }
    }
}

fn has_no_rows(db: &dyn Connection, table: &str) -> Result<(), StoreError> {
    let row = first_row(db, &format!("SELECT account_id FROM {table} LIMIT 1"), &[], |row| row.int(0))?;
    match row {
        None => Ok(()),
        Some(_) => Err(StoreError::Unusable(format!(
            "the database is in use: its table {table} has rows; move into one that was just created"
        ))),
    }
}

fn copy(from: &Read<'_>, to: &dyn Connection, tell: &Tell) -> Result<(), StoreError> {
    for table in TABLES.iter() {
        tell(Told::At(format!("{}, being copied", table.name)));
        let mut rows = from.cursor(table, Vec::new());
        let copied = telling::Rows::told_to(tell);
        while let Some(row) = rows.next()? {
            table.insert(to, &row)?;
            copied.count();
        }
    }
    Ok(())
}

/// Goes through both tables, which have the same order, side by side.
fn compare(table: &'static Table, old: &Read<'_>, new: &Read<'_>, tell: &Tell) -> Result<(), StoreError> {
    tell(Told::At(format!("{}, being compared", table.name)));
    let (mut old, mut new) = (old.cursor(table, Vec::new()), new.cursor(table, Vec::new()));
    let compared = telling::Rows::told_to(tell);
    let differs = |row: &[Cell], how: &str| {
        let key: Vec<String> = table.key_of(row).iter().map(ToString::to_string).collect();
        tell(Told::Problem(format!("{} {}: {how}", table.name, key.join(" "))));
    };
    while let Some(order) = order(table, &mut old, &mut new)? {
        match order {
            Ordering::Less => differs(&old.next()?.unwrap_or_default(), "is not in the new database"),
            Ordering::Greater => differs(&new.next()?.unwrap_or_default(), "is in the new database only"),
            Ordering::Equal => {
                let (one, other) = (old.next()?.unwrap_or_default(), new.next()?.unwrap_or_default());
                if one != other {
                    differs(&one, "is another row in the new database");
                }
            }
        }
        compared.count();
    }
    Ok(())
}

/// Which of the two has the next row; `None` at the end of both.
fn order(table: &Table, old: &mut Cursor<'_>, new: &mut Cursor<'_>) -> Result<Option<Ordering>, StoreError> {
    Ok(match (old.peek()?, new.peek()?) {
        (None, None) => None,
        (Some(_), None) => Some(Ordering::Less),
        (None, Some(_)) => Some(Ordering::Greater),
        (Some(old), Some(new)) => Some(table.key_of(old).cmp(&table.key_of(new))),
    })
}
