//! A transaction on who may do what within one account.

use std::ops::Deref;

use imagekin_access::{AccessKeyId, AccountId};
use imagekin_catalog::Timestamp;

use crate::db::Connection;
use crate::store::account_value;
use crate::{KeyRing, Read, Store, StoreError, nonces};

/// A transaction on the users, groups, roles, policies and keys of one account. It holds the account's row, so that there is
/// one at a time, and what it reads stays as it is until it ends.
pub struct AccessWrite<'s> {
    read: Read<'s>,
    pub(crate) account: AccountId,
    pub(crate) now: Timestamp,
    pub(crate) key_ring: &'s KeyRing,
}

impl<'s> Deref for AccessWrite<'s> {
    type Target = Read<'s>;

    fn deref(&self) -> &Read<'s> {
        &self.read
    }
}

impl Store {
    /// Runs `work` in one transaction on who may do what within `account`, which must be there. When this returns, the change
    /// is durable; when `work` refuses, nothing has changed.
    ///
    /// # Errors
    /// What `work` says, or what the database says.
    pub async fn write_access<T, E>(
        &self,
        account: AccountId,
        now: Timestamp,
        work: impl FnOnce(&AccessWrite<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let key_ring = self.key_ring();
        self.transaction(move |db: &dyn Connection, _| {
            let sql = "UPDATE accounts SET access_revision = access_revision + 1 WHERE account_id = $1";
            if db.execute(sql, &[account_value(account)])? != 1 {
                return Err(StoreError::Inconsistent(format!("there is no account {account}")).into());
            }
            work(&AccessWrite { read: Read { db }, account, now, key_ring: &key_ring })
        })
        .await
    }
}

impl AccessWrite<'_> {
    /// The account.
    #[must_use]
    pub fn account(&self) -> AccountId {
        self.account
    }

    /// When.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// Uses up a nonce of the caller's until `expires_at`; `false` if it is used already.
    ///
    /// # Errors
    /// What the database says.
    pub fn use_nonce(
        &self,
        access_key_id: &AccessKeyId,
        nonce: &str,
        expires_at: Timestamp,
    ) -> Result<bool, StoreError> {
        nonces::use_up(self.db, self.account, access_key_id, nonce, expires_at)
    }
}
