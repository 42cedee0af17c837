//! The accounts and regions that any row is of, whether there are such or not.

use imagekin_catalog::RegionId;

use super::{TABLES, Table};
use crate::db::{Value, first_row};
use crate::store::account_from;
use crate::{Catalogue, Read, Store, StoreError};

/// An account in a region, as a row says it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    account: i64,
    region: String,
}

impl Place {
    pub(crate) fn catalogue(&self) -> Option<Catalogue> {
        let account = account_from(self.account).ok()?;
        Some(Catalogue { account, region: RegionId::parse(&self.region)? })
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:016} {}", self.account, self.region)
    }
}

impl Store {
    /// The first account and region after `last` of which there is a row in any table.
    pub(crate) async fn next_place(&self, last: Option<Place>) -> Result<Option<Place>, StoreError> {
        let last = last.unwrap_or(Place { account: i64::MIN, region: String::new() });
        self.read_patiently(move |read| {
            let mut next: Option<Place> = None;
            for table in TABLES.iter().filter(|table| table.is_of_a_region()) {
                let found = first_place(read, table, &last)?;
                next = match (next, found) {
                    (Some(one), Some(other)) => Some(one.min(other)),
                    (one, other) => one.or(other),
                };
            }
            Ok(next)
        })
        .await
    }
}

fn first_place(read: &Read<'_>, table: &Table, after: &Place) -> Result<Option<Place>, StoreError> {
    let sql = format!(
        "SELECT account_id, region_id FROM {} WHERE (account_id, region_id) > ($1, $2) \
         ORDER BY account_id, region_id LIMIT 1",
        table.name
    );
    let values = [Value::Int(after.account), Value::Text(&after.region)];
    first_row(read.db, &sql, &values, |row| {
        Ok(Place { account: row.int(0)?, region: row.text(1)?.to_owned() })
    })
}
