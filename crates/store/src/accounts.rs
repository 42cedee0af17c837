//! Accounts.

use imagekin_access::{AccessKey, AccessKeyId, AccountId};
use imagekin_catalog::Timestamp;

use crate::db::{Connection, parsed, rows};
use crate::store::{account_from, account_value};
use crate::{KeyRing, Read, Store, StoreError, access_keys};

impl Store {
    /// Changes accounts and keys in one transaction.
    ///
    /// # Errors
    /// What the database says.
    pub async fn write_accounts<T: Send + 'static>(
        &self,
        work: impl FnOnce(&AccountWrite<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let key_ring = self.key_ring();
        self.transaction(move |db, _| work(&AccountWrite { db, key_ring: &key_ring })).await
    }
}

impl Read<'_> {
    /// Every account with the ids of its own access keys, by uid.
    ///
    /// # Errors
    /// What the database says.
    pub fn accounts(&self) -> Result<Vec<(AccountId, Vec<AccessKeyId>)>, StoreError> {
        let accounts = rows(self.db, "SELECT account_id FROM accounts ORDER BY account_id", &[], |row| {
            account_from(row.int(0)?)
        })?;
        let sql = "SELECT access_key_id FROM access_keys WHERE account_id = $1 AND user_id IS NULL \
                   ORDER BY access_key_id";
        let with_keys = |account| {
            let keys = rows(self.db, sql, &[account_value(account)], |row| {
                parsed(row.text(0)?, AccessKeyId::parse)
            })?;
            Ok((account, keys))
        };
        accounts.into_iter().map(with_keys).collect()
    }
}

/// Makes an account if it is not there.
const PUT_ACCOUNT: &str =
    "INSERT INTO accounts (account_id, created_at_us) VALUES ($1, $2) ON CONFLICT (account_id) DO NOTHING";

/// A transaction on accounts and keys.
pub struct AccountWrite<'s> {
    pub(crate) db: &'s dyn Connection,
    key_ring: &'s KeyRing,
}

impl AccountWrite<'_> {
    /// Makes the account if it is not there; was it not?
    ///
    /// # Errors
    /// What the database says.
    pub fn put_account(&self, account: AccountId, now: Timestamp) -> Result<bool, StoreError> {
        Ok(self.db.execute(PUT_ACCOUNT, &[account_value(account), now.as_micros().into()])? == 1)
    }

    /// Is there this key, with this secret?
    ///
    /// # Errors
    /// What the database says.
    pub fn has_access_key(&self, key: &AccessKey) -> Result<bool, StoreError> {
        access_keys::is_there(self.db, self.key_ring, key)
    }

    /// Makes the account with its first key; where it has keys of its own, gives the one of this id this secret. `false` where it
    /// has others alone: one that was deleted does not come back.
    ///
    /// # Errors
    /// As [`put_access_key`](Self::put_access_key).
    pub fn put_first_access_key(&self, key: &AccessKey, now: Timestamp) -> Result<bool, StoreError> {
        let there = Read { db: self.db }.access_keys(key.account, None)?;
        let is_first = there.is_empty() || there.iter().any(|own| own.id == key.id);
        if is_first {
            self.put_access_key(key, now)?;
        }
        Ok(is_first)
    }

    /// Makes an account with a key; `false` if the account is there already.
    ///
    /// # Errors
    /// As [`put_access_key`](Self::put_access_key).
    pub fn add_account(&self, key: &AccessKey, now: Timestamp) -> Result<bool, StoreError> {
        if !self.put_account(key.account, now)? {
            return Ok(false);
        }
        access_keys::put(self.db, self.key_ring, key, now)?;
        Ok(true)
    }

    /// Makes the account if it is not there, and adds the key or gives it this secret; whether it may be used stays as it is.
    ///
    /// # Errors
    /// [`StoreError::Inconsistent`] when somebody else has a key of this id; [`StoreError::OtherMasterKey`] when the key was
    /// sealed with another one; or what the database says.
    pub fn put_access_key(&self, key: &AccessKey, now: Timestamp) -> Result<(), StoreError> {
        self.put_account(key.account, now)?;
        access_keys::put(self.db, self.key_ring, key, now)
    }
}
