//! Accounts and their access keys.

use imagekin_access::{AccessKey, AccessKeyId, AccountId, KeyStatus, Secret};
use imagekin_catalog::Timestamp;

use crate::db::{Connection, Row, first_row, has_row, parsed, rows};
use crate::store::{account_from, account_value, unsigned};
use crate::{Read, Store, StoreError};

/// An access key as it is kept: its secret is sealed.
struct SealedKey {
    account: AccountId,
    id: AccessKeyId,
    sealed_secret: String,
    status: KeyStatus,
}

/// Finds an access key.
const SEALED_KEY: &str =
    "SELECT account_id, access_key_id, sealed_secret, status FROM access_keys WHERE access_key_id = $1";

impl Store {
    /// The access key of this id, whoever's it is.
    ///
    /// # Errors
    /// What the database says; [`StoreError::Inconsistent`] when the secret was sealed with another master key.
    pub async fn access_key(&self, id: &AccessKeyId) -> Result<Option<AccessKey>, StoreError> {
        let sealed = self.rows(SEALED_KEY, &[id.as_str().into()], read_sealed_key).await?.pop();
        sealed.map(|key| self.unseal(key)).transpose()
    }

    /// Was what is sealed in the database sealed with the master key of this process?
    ///
    /// # Errors
    /// [`StoreError::OtherMasterKey`] if not; or what the database says.
    pub async fn check_master_key(&self) -> Result<(), StoreError> {
        let sql = "SELECT access_key_id FROM access_keys LIMIT 1";
        let looking = self.look_up(move |read: &Read<'_>| {
            let id = first_row(read.db, sql, &[], |row| parsed(row.text(0)?, AccessKeyId::parse))?;
            id.map_or(Ok(None), |id| read.sealed_key(&id))
        });
        let Some(key) = looking.await? else { return Ok(()) };
        self.unseal(key).map(drop).map_err(|_| StoreError::OtherMasterKey)
    }

    /// Is there any access key at all?
    ///
    /// # Errors
    /// What the database says.
    pub async fn has_access_keys(&self) -> Result<bool, StoreError> {
        self.look_up(|read: &Read<'_>| has_row(read.db, "SELECT 1 FROM access_keys LIMIT 1", &[])).await
    }

    /// Changes accounts and keys in one transaction.
    ///
    /// # Errors
    /// What the database says.
    pub async fn write_accounts<T: Send + 'static>(
        &self,
        work: impl FnOnce(&AccountWrite<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let master_key = self.master_key.clone();
        self.transaction(move |db, _| work(&AccountWrite { db, master_key: &master_key })).await
    }

    fn unseal(&self, key: SealedKey) -> Result<AccessKey, StoreError> {
        let fault = || StoreError::Inconsistent(format!("the secret of {} cannot be unsealed", key.id));
        let text = self.master_key.unseal(&key.sealed_secret, key.id.as_str()).ok_or_else(fault)?;
        let secret = Secret::new(text).ok_or_else(fault)?;
        Ok(AccessKey { account: key.account, id: key.id, secret, status: key.status })
    }
}

impl Read<'_> {
    /// Every account with the ids of its access keys, by uid.
    ///
    /// # Errors
    /// What the database says.
    pub fn accounts(&self) -> Result<Vec<(AccountId, Vec<AccessKeyId>)>, StoreError> {
        let accounts = rows(self.db, "SELECT account_id FROM accounts ORDER BY account_id", &[], |row| {
            account_from(row.int(0)?)
        })?;
        let sql = "SELECT access_key_id FROM access_keys WHERE account_id = $1 ORDER BY access_key_id";
        let with_keys = |account| {
            let keys = rows(self.db, sql, &[account_value(account)], |row| {
                parsed(row.text(0)?, AccessKeyId::parse)
            })?;
            Ok((account, keys))
        };
        accounts.into_iter().map(with_keys).collect()
    }

    fn sealed_key(&self, id: &AccessKeyId) -> Result<Option<SealedKey>, StoreError> {
        first_row(self.db, SEALED_KEY, &[id.as_str().into()], read_sealed_key)
    }
}

fn read_sealed_key(row: &dyn Row) -> Result<SealedKey, StoreError> {
    let account = AccountId::from_u64(unsigned(row.int(0)?)?);
    Ok(SealedKey {
        account: account.ok_or_else(|| StoreError::Inconsistent("a key without account".to_owned()))?,
        id: parsed(row.text(1)?, AccessKeyId::parse)?,
        sealed_secret: row.text(2)?.to_owned(),
        status: parsed(row.text(3)?, KeyStatus::parse)?,
    })
}

/// A transaction on accounts and keys.
pub struct AccountWrite<'s> {
    db: &'s dyn Connection,
    master_key: &'s crate::MasterKey,
}

impl AccountWrite<'_> {
    /// Makes the account if it is not there.
    ///
    /// # Errors
    /// What the database says.
    pub fn put_account(&self, account: AccountId, now: Timestamp) -> Result<(), StoreError> {
        let sql = "INSERT INTO accounts (account_id, created_at_us) VALUES ($1, $2) ON CONFLICT (account_id) DO NOTHING";
        self.db.send(sql, &[account_value(account), now.as_micros().into()])
    }

    /// Makes the account if it is not there, and adds the key or gives it this secret and status.
    ///
    /// # Errors
    /// [`StoreError::Inconsistent`] when another account has a key of this id; [`StoreError::OtherMasterKey`] when the key was
    /// sealed with another one; or what the database says.
    pub fn put_access_key(&self, key: &AccessKey, now: Timestamp) -> Result<(), StoreError> {
        if let Some(there) = (Read { db: self.db }).sealed_key(&key.id)? {
            if there.account != key.account {
                let why = format!("access key {} belongs to another account", key.id);
                return Err(StoreError::Inconsistent(why));
            }
            if self.master_key.unseal(&there.sealed_secret, key.id.as_str()).is_none() {
                return Err(StoreError::OtherMasterKey);
            }
        }
        self.put_account(key.account, now)?;
        let account = account_value(key.account);
        let sealed = self.master_key.seal(key.secret.expose(), key.id.as_str())?;
        let sql = "INSERT INTO access_keys (account_id, access_key_id, sealed_secret, status, created_at_us) \
                   VALUES ($1, $2, $3, $4, $5) ON CONFLICT (account_id, access_key_id) \
                   DO UPDATE SET sealed_secret = excluded.sealed_secret, status = excluded.status";
        let values = [
            account,
            key.id.as_str().into(),
            sealed.as_str().into(),
            key.status.as_str().into(),
            now.as_micros().into(),
        ];
        self.db.send(sql, &values)
    }
}
