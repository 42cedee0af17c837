//! A catalogue counts what it holds.

use super::look::Look;
use crate::store::key;
use crate::{Catalogue, StoreError};

pub(super) fn check(look: &Look<'_>, catalogue: &Catalogue) -> Result<(), StoreError> {
    let here = key(catalogue);
    // A catalogue without a row of its own was never written to: it holds nothing.
    let sql = "SELECT images, families FROM catalogues WHERE account_id = $1 AND region_id = $2";
    let counted = look.rows(sql, &here, |row| Ok([row.int(0)?, row.int(1)?]))?.pop().unwrap_or_default();
    let sql = "SELECT COUNT(*), COUNT(DISTINCT family) FROM images \
               WHERE account_id = $1 AND region_id = $2 AND deleted_at_us IS NULL";
    let held = look.rows(sql, &here, |row| Ok([row.int(0)?, row.int(1)?]))?.pop().unwrap_or_default();
    for (what, (counted, held)) in ["images", "families"].iter().zip(counted.into_iter().zip(held)) {
        if counted != held {
            look.problem(&format!("the catalogue counts {counted} {what} and holds {held}"));
        }
    }
    Ok(())
}
