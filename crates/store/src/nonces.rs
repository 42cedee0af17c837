//! Nonces of writes: used once, and known after a restart.

use imagekin_access::{AccessKeyId, AccountId};
use imagekin_catalog::Timestamp;

use crate::db::Connection;
use crate::store::account_value;
use crate::{Store, StoreError, Write};

/// Rows deleted in one transaction.
const FORGOTTEN_AT_ONCE: usize = 1_000;

impl Write<'_> {
    /// Uses up a nonce of the caller's until `expires_at`; `false` if it is used already.
    ///
    /// # Errors
    /// What the database says.
    pub fn use_nonce(
        &self,
        caller: AccountId,
        access_key_id: &AccessKeyId,
        nonce: &str,
        expires_at: Timestamp,
    ) -> Result<bool, StoreError> {
        let sql = "INSERT INTO nonces (account_id, access_key_id, nonce, expires_at_us) VALUES ($1, $2, $3, $4) \
                   ON CONFLICT (account_id, access_key_id, nonce) DO NOTHING";
        let values = [
            account_value(caller),
            access_key_id.as_str().into(),
            nonce.into(),
            expires_at.as_micros().into(),
        ];
        Ok(self.read.db.execute(sql, &values)? == 1)
    }
}

impl Store {
    /// Forgets nonces and client tokens that have expired.
    ///
    /// # Errors
    /// What the database says.
    pub async fn forget_expired(&self, now: Timestamp) -> Result<(), StoreError> {
        let tables = [
            ("nonces", "account_id, access_key_id, nonce"),
            ("client_tokens", "account_id, region_id, action, client_token"),
        ];
        for (table, key) in tables {
            let sql = format!(
                "DELETE FROM {table} WHERE ({key}) IN \
                 (SELECT {key} FROM {table} WHERE expires_at_us < $1 LIMIT {FORGOTTEN_AT_ONCE})"
            );
            // Bit by bit, so that no writer waits long.
            let mut forgotten = FORGOTTEN_AT_ONCE;
            while forgotten == FORGOTTEN_AT_ONCE {
                let sql = sql.clone();
                let some = self
                    .transaction(move |db: &dyn Connection, _| db.execute(&sql, &[now.as_micros().into()]));
                forgotten = some.await?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use imagekin_access::AccountId;
    use imagekin_catalog::RegionId;

    use super::*;
    use crate::{Catalogue, Cause, MasterKey};

    #[tokio::test]
    async fn a_nonce_is_used_once_and_forgotten_when_it_has_expired() {
        let folder = tempfile::tempdir().unwrap();
        let key = MasterKey::open(&folder.path().join("master.key"), || [1; 32]).unwrap();
        let store = Store::open(folder.path(), key).unwrap();
        let account = AccountId::parse("1234567890123456").unwrap();
        let region = RegionId::parse("cn-hangzhou").unwrap();
        let now = Timestamp::from_seconds(1_000);
        let use_nonces = async |count: u32, expires_at: Timestamp| {
            let cause = Cause { action: "test", request_id: String::new(), now };
            let fresh = store.write(Catalogue { account, region: region.clone() }, cause, move |write| {
                let id = AccessKeyId::parse("key").unwrap();
                let fresh = (0..count).map(|n| write.use_nonce(account, &id, &format!("n{n}"), expires_at));
                Ok::<_, StoreError>(
                    fresh.collect::<Result<Vec<_>, _>>()?.iter().filter(|fresh| **fresh).count(),
                )
            });
            fresh.await.unwrap()
        };
        assert_eq!(use_nonces(2_500, now.plus(Duration::from_secs(10))).await, 2_500);
        assert_eq!(use_nonces(2_501, now.plus(Duration::from_secs(90))).await, 1);
        store.forget_expired(now.plus(Duration::from_secs(11))).await.unwrap();
        assert_eq!(use_nonces(2_502, now.plus(Duration::from_secs(90))).await, 2_501);
    }
}
