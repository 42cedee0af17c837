//! Owner guards: whose images an account takes in a region.

use std::collections::BTreeSet;

use imagekin_access::{AccountId, GuardMode, OwnerGuard};

use crate::db::{Row, first_row, parsed};
use crate::store::{account_from, key};
use crate::{Catalogue, Read, StoreError, Write};

pub(crate) const COLUMNS: &str = "mode, trusted_owners";

impl Read<'_> {
    /// The guard of an account in a region; one that is off where none was set.
    ///
    /// # Errors
    /// What the database says.
    pub fn owner_guard(&self, catalogue: &Catalogue) -> Result<OwnerGuard, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM owner_guards WHERE account_id = $1 AND region_id = $2");
        Ok(first_row(self.db, &sql, &key(catalogue), read_owner_guard)?.unwrap_or_default())
    }
}

impl Write<'_> {
    /// Sets the guard of the account in the region.
    ///
    /// # Errors
    /// What the database says.
    pub fn put_owner_guard(&self, guard: &OwnerGuard) -> Result<(), StoreError> {
        let sql = "INSERT INTO owner_guards (account_id, region_id, mode, trusted_owners) VALUES ($1, $2, $3, $4) \
                   ON CONFLICT (account_id, region_id) DO UPDATE SET mode = excluded.mode, \
                   trusted_owners = excluded.trusted_owners";
        let [account, region] = key(&self.catalogue);
        let owners: Vec<String> = guard.trusted.iter().map(|owner| owner.as_u64().to_string()).collect();
        let owners = owners.join(",");
        self.read.db.send(sql, &[account, region, guard.mode.as_str().into(), owners.as_str().into()])
    }
}

/// Reads the columns of [`COLUMNS`].
pub(crate) fn read_owner_guard(row: &dyn Row) -> Result<OwnerGuard, StoreError> {
    let owner = |text: &str| account_from(parsed(text, |text| text.parse().ok())?);
    let trusted: Result<BTreeSet<AccountId>, StoreError> =
        row.text(1)?.split(',').filter(|text| !text.is_empty()).map(owner).collect();
    Ok(OwnerGuard { mode: parsed(row.text(0)?, GuardMode::parse)?, trusted: trusted? })
}
