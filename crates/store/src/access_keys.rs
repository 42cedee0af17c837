//! Access keys of accounts and of their users. Secrets are sealed.

use std::collections::{BTreeMap, HashMap};

use imagekin_access::{AccessKey, AccessKeyId, AccountId, EntityId, KeyStatus, Secret};
use imagekin_catalog::Timestamp;

use crate::access_write::AccessWrite;
use crate::db::{Connection, Row, Value, first_row, parsed, rows};
use crate::store::{account_value, unsigned};
use crate::{KeyRing, Read, Store, StoreError};

mod sealing;

pub use sealing::{KeyPlace, SealedAnew, SealedWith};

/// An access key as it is kept: its secret is sealed.
struct SealedKey {
    account: AccountId,
    user: Option<EntityId>,
    id: AccessKeyId,
    sealed_secret: String,
    status: KeyStatus,
    last_used_at: Option<Timestamp>,
}

/// What is told of an access key: all but its secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyDescription {
    /// Its public half.
    pub id: AccessKeyId,
    /// Whether it may be used.
    pub status: KeyStatus,
    /// Since when it is there.
    pub created_at: Timestamp,
    /// When it was used last, to the hour or so; `None` if never.
    pub last_used_at: Option<Timestamp>,
}

/// Finds an access key.
const SEALED_KEY: &str = "SELECT account_id, user_id, access_key_id, sealed_secret, status, last_used_at_us \
                          FROM access_keys WHERE access_key_id = $1";

impl Store {
    /// The access key of this id, whoever's it is, and when it was used last.
    ///
    /// # Errors
    /// What the database says; [`StoreError::Inconsistent`] when the secret was sealed with another master key.
    pub async fn access_key(
        &self,
        id: &AccessKeyId,
    ) -> Result<Option<(AccessKey, Option<Timestamp>)>, StoreError> {
        let sealed = self.rows(SEALED_KEY, &[id.as_str().into()], read_sealed_key).await?.pop();
        let unsealed = sealed.map(|key| {
            let last_used_at = key.last_used_at;
            Ok((key.unseal(&self.key_ring())?, last_used_at))
        });
        unsealed.transpose()
    }

    /// Is there any access key at all? Asked beside the statements of others, not in their queue: it tells whether the
    /// database can be read, and a node that has much to do is no less ready.
    ///
    /// # Errors
    /// What the database says.
    pub async fn has_access_keys(&self) -> Result<bool, StoreError> {
        let found = self.rows("SELECT 1 FROM access_keys LIMIT 1", &[], |_| Ok(())).await?;
        Ok(!found.is_empty())
    }

    /// Writes down when keys were used last.
    ///
    /// # Errors
    /// What the database says.
    pub async fn note_key_uses(
        &self,
        used: HashMap<(AccountId, AccessKeyId), Timestamp>,
    ) -> Result<(), StoreError> {
        if used.is_empty() {
            return Ok(());
        }
        // In the order of the rows, so that nodes that write down the same wait for each other, and never both.
        let used = BTreeMap::from_iter(used);
        self.transaction(move |db: &dyn Connection, _| {
            let sql =
                "UPDATE access_keys SET last_used_at_us = $1 WHERE account_id = $2 AND access_key_id = $3";
            used.iter().try_for_each(|((account, id), at)| {
                db.send(sql, &[at.as_micros().into(), account_value(*account), id.as_str().into()])
            })
        })
        .await
    }
}

impl SealedKey {
    fn unseal(self, key_ring: &KeyRing) -> Result<AccessKey, StoreError> {
        let fault = |why: &dyn std::fmt::Display| {
            StoreError::Inconsistent(format!("the secret of {} cannot be unsealed: {why}", self.id))
        };
        let mut text = key_ring.unseal(&self.sealed_secret, &self.owner()).map_err(|why| fault(&why))?;
        let secret = Secret::new(std::mem::take(&mut *text)).ok_or_else(|| fault(&"it is none"))?;
        Ok(AccessKey { account: self.account, user: self.user, id: self.id, secret, status: self.status })
    }

    /// What its secret is sealed for.
    fn owner(&self) -> String {
        sealed_for(&self.id, self.user.as_ref())
    }
}

/// What the secret of a key is sealed for. Who moves the key of a user to the account, in the database, cannot use it there.
pub(crate) fn sealed_for(id: &AccessKeyId, user: Option<&EntityId>) -> String {
    user.map_or_else(|| id.to_string(), |user| format!("{user}/{id}"))
}

fn sealed_key(db: &dyn Connection, id: &AccessKeyId) -> Result<Option<SealedKey>, StoreError> {
    first_row(db, SEALED_KEY, &[id.as_str().into()], read_sealed_key)
}

fn read_sealed_key(row: &dyn Row) -> Result<SealedKey, StoreError> {
    let account = AccountId::from_u64(unsigned(row.int(0)?)?);
    Ok(SealedKey {
        account: account.ok_or_else(|| StoreError::Inconsistent("a key without account".to_owned()))?,
        user: row.maybe_text(1)?.map(|id| parsed(id, EntityId::parse)).transpose()?,
        id: parsed(row.text(2)?, AccessKeyId::parse)?,
        sealed_secret: row.text(3)?.to_owned(),
        status: parsed(row.text(4)?, KeyStatus::parse)?,
        last_used_at: row.maybe_int(5)?.map(Timestamp::from_micros),
    })
}

/// Is there this key, of the same owner and with the same secret?
pub(crate) fn is_there(db: &dyn Connection, key_ring: &KeyRing, key: &AccessKey) -> Result<bool, StoreError> {
    let Some(there) = sealed_key(db, &key.id)? else { return Ok(false) };
    // What it is compared with is the operator's own, so that the time it takes tells nobody anything.
    let is_same = |there: AccessKey| AccessKey { status: key.status, ..there } == *key;
    // What cannot be unsealed is another one's matter.
    Ok(there.unseal(key_ring).is_ok_and(is_same))
}

/// Adds a key, or gives the one that is there this secret; whether that may be used stays as it is.
///
/// # Errors
/// [`StoreError::Inconsistent`] when somebody else has a key of this id; [`StoreError::OtherMasterKey`] when the key was
/// sealed with another one; or what the database says.
pub(crate) fn put(
    db: &dyn Connection,
    key_ring: &KeyRing,
    key: &AccessKey,
    now: Timestamp,
) -> Result<(), StoreError> {
    if let Some(there) = sealed_key(db, &key.id)? {
        if (there.account, &there.user) != (key.account, &key.user) {
            return Err(StoreError::Inconsistent(format!("access key {} belongs to somebody else", key.id)));
        }
        let unsealed = key_ring.unseal(&there.sealed_secret, &there.owner());
        unsealed.map_err(|why| StoreError::OtherMasterKey(format!(" (access key {}: {why})", there.id)))?;
    }
    let sealed = key_ring.seal(key.secret.expose(), &sealed_for(&key.id, key.user.as_ref()))?;
    let sql = "INSERT INTO access_keys (account_id, user_id, access_key_id, sealed_secret, status, created_at_us) \
               VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (account_id, access_key_id) \
               DO UPDATE SET sealed_secret = excluded.sealed_secret";
    let values = [
        account_value(key.account),
        key.user.as_ref().map(EntityId::as_str).into(),
        key.id.as_str().into(),
        sealed.as_str().into(),
        key.status.as_str().into(),
        now.as_micros().into(),
    ];
    db.send(sql, &values)
}

impl Read<'_> {
    /// The access keys of a user, or of the account itself, the oldest first.
    ///
    /// # Errors
    /// What the database says.
    pub fn access_keys(
        &self,
        account: AccountId,
        user: Option<&EntityId>,
    ) -> Result<Vec<KeyDescription>, StoreError> {
        let sql = format!(
            "SELECT access_key_id, status, created_at_us, last_used_at_us FROM access_keys \
             WHERE account_id = $1 AND {} ORDER BY created_at_us, access_key_id",
            whose(user, 2)
        );
        let values = [Some(account_value(account)), user_value(user)];
        let values: Vec<Value<'_>> = values.into_iter().flatten().collect();
        rows(self.db, &sql, &values, |row| {
            Ok(KeyDescription {
                id: parsed(row.text(0)?, AccessKeyId::parse)?,
                status: parsed(row.text(1)?, KeyStatus::parse)?,
                created_at: Timestamp::from_micros(row.int(2)?),
                last_used_at: row.maybe_int(3)?.map(Timestamp::from_micros),
            })
        })
    }
}

impl AccessWrite<'_> {
    /// Adds a key of the account, or of one of its users.
    ///
    /// # Errors
    /// [`StoreError::Inconsistent`] when somebody else has a key of this id; or what the database says.
    pub fn put_access_key(&self, key: &AccessKey) -> Result<(), StoreError> {
        put(self.db, self.key_ring, key, self.now)
    }

    /// Lets a key be used, or not; `false` if the user, or the account itself, has no such key.
    ///
    /// # Errors
    /// What the database says.
    pub fn set_key_status(
        &self,
        user: Option<&EntityId>,
        id: &AccessKeyId,
        status: KeyStatus,
    ) -> Result<bool, StoreError> {
        let sql = format!(
            "UPDATE access_keys SET status = $1 WHERE account_id = $2 AND access_key_id = $3 AND {}",
            whose(user, 4)
        );
        let values = [
            Some(status.as_str().into()),
            Some(account_value(self.account)),
            Some(id.as_str().into()),
            user_value(user),
        ];
        let values: Vec<Value<'_>> = values.into_iter().flatten().collect();
        Ok(self.db.execute(&sql, &values)? == 1)
    }

    /// Removes a key; `false` if the user, or the account itself, has no such key.
    ///
    /// # Errors
    /// What the database says.
    pub fn delete_access_key(&self, user: Option<&EntityId>, id: &AccessKeyId) -> Result<bool, StoreError> {
        let sql = format!(
            "DELETE FROM access_keys WHERE account_id = $1 AND access_key_id = $2 AND {}",
            whose(user, 3)
        );
        let values = [Some(account_value(self.account)), Some(id.as_str().into()), user_value(user)];
        let values: Vec<Value<'_>> = values.into_iter().flatten().collect();
        Ok(self.db.execute(&sql, &values)? == 1)
    }
}

/// Chooses the keys of a user, whose value is number `place`, or those of the account itself, which need none.
fn whose(user: Option<&EntityId>, place: usize) -> String {
    if user.is_some() { format!("user_id = ${place}") } else { "user_id IS NULL".to_owned() }
}

fn user_value(user: Option<&EntityId>) -> Option<Value<'_>> {
    user.map(|user| user.as_str().into())
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use imagekin_testing::Unavailable;

    use super::*;
    use crate::{DatabaseUrl, PostgresSettings};

    #[tokio::test(flavor = "multi_thread")]
    async fn whether_the_database_can_be_read_is_known_while_every_connection_is_in_use()
    -> Result<(), &'static Unavailable> {
        let url = DatabaseUrl::new(imagekin_testing::shared()?.create_database());
        let settings = PostgresSettings { url, connections_max: 1, statement_ms_max: 10_000 };
        let folder = tempfile::tempdir().unwrap();
        let key = KeyRing::open(&folder.path().join("master.key"), || [1; 32]).unwrap();
        let store = Store::connect(&settings, key).await.unwrap();
        let (begun, has_begun) = tokio::sync::oneshot::channel();
        let (end, is_to_end) = mpsc::channel::<()>();
        let reading = store.read(move |_| {
            begun.send(()).unwrap();
            is_to_end.recv().unwrap();
            Ok::<_, StoreError>(())
        });
        let asking = async {
            has_begun.await.unwrap();
            let has_keys = store.has_access_keys().await;
            end.send(()).unwrap();
            has_keys
        };
        let (read, has_keys) = tokio::join!(reading, asking);
        assert!(!has_keys.unwrap());
        read.unwrap();
        Ok(())
    }
}
