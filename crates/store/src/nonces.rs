//! Nonces of writes: used once, and known after a restart.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::time::Duration;

use aws_lc_rs::digest::{SHA256, digest};
use imagekin_access::{AccessKeyId, AccountId};
use imagekin_catalog::Timestamp;

use crate::db::{Connection, first_row};
use crate::store::account_value;
use crate::{AuditEntry, AuditEvent, Read, Store, StoreError, Write, audit};

/// A longer nonce is kept as its digest: PostgreSQL has no entry in an index that is longer than a third of a page.
const NONCE_BYTES_MAX: usize = 256;
/// What expired within so long of each other is deleted in one transaction: bit by bit, so that no writer waits long.
const FORGOTTEN_AT_ONCE: Duration = Duration::from_secs(1);

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
        use_up(self.read.db, caller, access_key_id, nonce, expires_at)
    }
}

/// Uses up a nonce; `false` if it is used already.
pub(crate) fn use_up(
    db: &dyn Connection,
    caller: AccountId,
    access_key_id: &AccessKeyId,
    nonce: &str,
    expires_at: Timestamp,
) -> Result<bool, StoreError> {
    let sql = "INSERT INTO nonces (account_id, access_key_id, nonce, expires_at_us) VALUES ($1, $2, $3, $4) \
               ON CONFLICT (account_id, access_key_id, nonce) DO NOTHING";
    let nonce = kept(nonce);
    let values = [
        account_value(caller),
        access_key_id.as_str().into(),
        (&*nonce).into(),
        expires_at.as_micros().into(),
    ];
    Ok(db.execute(sql, &values)? == 1)
}

/// What is kept of a nonce.
fn kept(nonce: &str) -> Cow<'_, str> {
    if nonce.len() <= NONCE_BYTES_MAX {
        return Cow::Borrowed(nonce);
    }
    let digest = digest(&SHA256, nonce.as_bytes());
    Cow::Owned(digest.as_ref().iter().map(|byte| format!("{byte:02x}")).collect())
}

impl Store {
    /// Uses up a nonce of a caller's until `expires_at`, of a call that writes nothing but events into the own trails of
    /// accounts; `None` if it is used already.
    ///
    /// # Errors
    /// What the database says.
    pub async fn use_nonce(
        &self,
        caller: AccountId,
        access_key_id: &AccessKeyId,
        nonce: &str,
        expires_at: Timestamp,
        events: BTreeMap<AccountId, AuditEvent>,
    ) -> Result<Option<Vec<AuditEntry>>, StoreError> {
        let (access_key_id, nonce) = (access_key_id.clone(), nonce.to_owned());
        self.transaction(move |db: &dyn Connection, _| {
            if !use_up(db, caller, &access_key_id, &nonce, expires_at)? {
                return Ok(None);
            }
            let mut entries = Vec::new();
            // In the order of the accounts: so no two transactions wait for each other's trails.
            for (account, event) in events {
                entries.extend(audit::record(db, account, vec![event])?);
            }
            Ok(Some(entries))
        })
        .await
    }

    /// Forgets nonces and client tokens that have expired.
    ///
    /// # Errors
    /// What the database says.
    pub async fn forget_expired(&self, now: Timestamp) -> Result<(), StoreError> {
        for table in ["nonces", "client_tokens"] {
            while let Some(oldest) = self.oldest_expiry(table).await?.filter(|oldest| *oldest < now) {
                let until = oldest.plus(FORGOTTEN_AT_ONCE).min(now);
                let sql = format!("DELETE FROM {table} WHERE expires_at_us < $1");
                self.transaction(move |db: &dyn Connection, _| db.send(&sql, &[until.as_micros().into()]))
                    .await?;
            }
        }
        Ok(())
    }

    async fn oldest_expiry(&self, table: &'static str) -> Result<Option<Timestamp>, StoreError> {
        self.look_up(move |read: &Read<'_>| {
            let sql = format!("SELECT MIN(expires_at_us) FROM {table}");
            let oldest = first_row(read.db, &sql, &[], |row| row.maybe_int(0))?;
            Ok(oldest.flatten().map(Timestamp::from_micros))
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use imagekin_access::AccountId;
    use imagekin_catalog::RegionId;

    use super::*;
    use crate::{Catalogue, Cause, KeyRing};

    #[tokio::test]
    async fn a_nonce_is_used_once_and_forgotten_when_it_has_expired() {
        let folder = tempfile::tempdir().unwrap();
        let key = KeyRing::open(&folder.path().join("master.key"), || [1; 32]).unwrap();
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
