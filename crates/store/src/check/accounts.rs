//! Access keys: their secrets can be unsealed, and each is one account's, which is there.

use imagekin_access::{AccessKeyId, EntityId};

use super::look::Look;
use super::text;
use crate::access_keys::sealed_for;
use crate::tables::Table;
use crate::{KeyRing, StoreError};

pub(super) fn check(look: &Look<'_>, key_ring: &KeyRing) -> Result<(), StoreError> {
    let keys = Table::named("access_keys");
    let [id, secret, user] =
        ["access_key_id", "sealed_secret", "user_id"].map(|column| keys.place_of(column));
    look.each(keys, &[], |row| {
        let (id, secret) = (text(&row[id]), text(&row[secret]));
        let user = EntityId::parse(text(&row[user]));
        let owner = AccessKeyId::parse(id).map(|id| sealed_for(&id, user.as_ref())).unwrap_or_default();
        if let Err(why) = key_ring.unseal(secret, &owner) {
            look.problem(&format!("access key {id}: its secret cannot be unsealed: {why}"));
        }
        Ok(())
    })?;
    for id in ids(look, "GROUP BY access_key_id HAVING COUNT(*) > 1")? {
        look.problem(&format!("access key {id} belongs to more than one account"));
    }
    let without = "WHERE NOT EXISTS (SELECT 1 FROM accounts a WHERE a.account_id = k.account_id)";
    for id in ids(look, without)? {
        look.problem(&format!("access key {id}: its account is not there"));
    }
    Ok(())
}

/// The ids of the keys that fit.
fn ids(look: &Look<'_>, condition: &str) -> Result<Vec<String>, StoreError> {
    let sql = format!("SELECT access_key_id FROM access_keys k {condition}");
    look.rows(&sql, &[], |row| Ok(row.text(0)?.to_owned()))
}
