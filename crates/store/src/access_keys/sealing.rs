//! With which master keys the secrets of access keys are sealed, and how they are sealed anew.

use std::collections::BTreeMap;
use std::fmt::Write;

use imagekin_access::{AccessKeyId, AccountId};

use super::{SealedKey, read_sealed_key};
use crate::db::{Connection, Value, first_row, rows};
use crate::seal::prefix;
use crate::store::{account_value, unsigned};
use crate::{AuditEntry, AuditEvent, KeyId, KeyRing, Read, Store, StoreError};

/// Secrets sealed anew in one transaction.
const SEALED_AT_ONCE: usize = 64;
/// Places of an id at the beginning of a sealed text, and that of the full stop behind it.
const HAS_ID: &str = "substr(sealed_secret, 9, 1) = '.'";
const HAS_NO_ID: &str = "substr(sealed_secret, 9, 1) <> '.'";

/// How many secrets of access keys each master key has sealed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SealedWith {
    /// By the id of the key, whether it is among those of this process or not.
    pub keys: BTreeMap<KeyId, u64>,
    /// Those that say no key, and that no key of this process unseals.
    pub unknown: u64,
}

impl SealedWith {
    /// How many this key has sealed.
    #[must_use]
    pub fn by(&self, id: KeyId) -> u64 {
        self.keys.get(&id).copied().unwrap_or(0)
    }

    /// Is every key here that has sealed something? What says no key is one damaged row, where others are there that say theirs.
    fn is_within(&self, key_ring: &KeyRing) -> Result<(), StoreError> {
        let lost = self.keys.iter().filter(|(key, _)| key_ring.ids().all(|id| id != **key));
        let mut which = String::new();
        for (key, count) in lost {
            let _infallible = write!(which, ", {key} ({count} access keys)");
        }
        let is_fit = which.is_empty() && (self.unknown == 0 || !self.keys.is_empty());
        if is_fit { Ok(()) } else { Err(StoreError::OtherMasterKey(which)) }
    }
}

/// An access key that was looked at, in the order in which they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyPlace {
    account: AccountId,
    id: AccessKeyId,
}

/// What became of some secrets that another key than the first had sealed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SealedAnew {
    /// How many were sealed anew.
    pub sealed: u64,
    /// Access keys whose secrets cannot be unsealed, and why.
    pub lost: Vec<String>,
    /// The last one that was looked at; `None` if there was none.
    pub last: Option<KeyPlace>,
}

impl Store {
    /// With which master keys the secrets in the database are sealed.
    ///
    /// # Errors
    /// What the database says.
    pub async fn sealed_with(&self) -> Result<SealedWith, StoreError> {
        let key_ring = self.key_ring();
        self.read_patiently(move |read| sealed_with(read, &key_ring)).await
    }

    /// Can all that is sealed in the database be unsealed with the master keys of this process? Of what says no key, one is
    /// looked at.
    ///
    /// # Errors
    /// [`StoreError::OtherMasterKey`] if not, which names the keys that are missing; or what the database says.
    pub async fn check_master_key(&self) -> Result<(), StoreError> {
        self.check_key_ring(&self.key_ring()).await
    }

    /// From now on these are the master keys, if they unseal what is in the database. Before that `event` is written into the
    /// trail of the service: no key is taken untold.
    ///
    /// # Errors
    /// [`StoreError::OtherMasterKey`] if not; or what the database says. Then the master keys are those that they were.
    pub async fn replace_key_ring(
        &self,
        key_ring: KeyRing,
        event: AuditEvent,
    ) -> Result<Vec<AuditEntry>, StoreError> {
        self.check_key_ring(&key_ring).await?;
        let entries = self.record(AccountId::SYSTEM, vec![event]).await?;
        self.set_key_ring(key_ring);
        Ok(entries)
    }

    async fn check_key_ring(&self, key_ring: &KeyRing) -> Result<(), StoreError> {
        let key_ring = key_ring.clone();
        self.read(move |read| {
            let mut sealed = SealedWith { keys: counts(read)?, unknown: 0 };
            let one = format!("{} LIMIT 1", sealed_keys(HAS_NO_ID));
            if let Some(key) = first_row(read.db, &one, &[], read_sealed_key)? {
                sealed.unknown = u64::from(key_ring.unseal(&key.sealed_secret, &key.owner()).is_err());
            }
            sealed.is_within(&key_ring)
        })
        .await
    }

    /// Seals anew, with the first master key, some of the secrets that it has not sealed: those of the next access keys after
    /// `after`. Whatever is changed meanwhile stays as it is changed.
    ///
    /// # Errors
    /// What the database says.
    pub async fn seal_next_anew(&self, after: Option<KeyPlace>) -> Result<SealedAnew, StoreError> {
        let key_ring = self.key_ring();
        let sealing = prefix(key_ring.sealing());
        let found = self.read_patiently(move |read| next_of_others(read, after.as_ref(), &sealing)).await?;
        let last = found.last().map(|key| KeyPlace { account: key.account, id: key.id.clone() });
        let mut outcome = SealedAnew { last, ..SealedAnew::default() };
        let mut changes = Vec::new();
        for key in found {
            match key_ring.unseal(&key.sealed_secret, &key.owner()) {
                Ok(secret) => {
                    let sealed = key_ring.seal(&secret, &key.owner())?;
                    changes.push((key, sealed));
                }
                Err(why) => outcome.lost.push(format!("{}: {why}", key.id)),
            }
        }
        if !changes.is_empty() {
            outcome.sealed = self.transaction(move |db: &dyn Connection, _| put_anew(db, &changes)).await?;
        }
        Ok(outcome)
    }
}

/// Chooses access keys.
fn sealed_keys(condition: &str) -> String {
    format!(
        "SELECT account_id, user_id, access_key_id, sealed_secret, status, last_used_at_us \
         FROM access_keys WHERE {condition}"
    )
}

fn sealed_with(read: &Read<'_>, key_ring: &KeyRing) -> Result<SealedWith, StoreError> {
    let mut sealed = SealedWith { keys: counts(read)?, unknown: 0 };
    for key in rows(read.db, &sealed_keys(HAS_NO_ID), &[], read_sealed_key)? {
        match key_ring.unseal_by(&key.sealed_secret, &key.owner()) {
            Ok((_, by)) => *sealed.keys.entry(by).or_default() += 1,
            Err(_) => sealed.unknown += 1,
        }
    }
    Ok(sealed)
}

/// How many secrets say each key.
fn counts(read: &Read<'_>) -> Result<BTreeMap<KeyId, u64>, StoreError> {
    let sql = format!(
        "SELECT substr(sealed_secret, 1, 8), COUNT(*) FROM access_keys WHERE {HAS_ID} \
         GROUP BY substr(sealed_secret, 1, 8)"
    );
    let counted = rows(read.db, &sql, &[], |row| Ok((KeyId::parse(row.text(0)?), unsigned(row.int(1)?)?)))?;
    // What is no id, no key unseals: `imagekin check` tells it.
    Ok(counted.into_iter().filter_map(|(key, count)| Some((key?, count))).collect())
}

/// The next secrets that do not begin so.
fn next_of_others(
    read: &Read<'_>,
    after: Option<&KeyPlace>,
    sealing: &str,
) -> Result<Vec<SealedKey>, StoreError> {
    let others = sealed_keys("(account_id, access_key_id) > ($1, $2) AND substr(sealed_secret, 1, 9) <> $3");
    let sql = format!("{others} ORDER BY account_id, access_key_id LIMIT {SEALED_AT_ONCE}");
    let (account, id) =
        after.map_or((Value::Int(i64::MIN), ""), |after| (account_value(after.account), after.id.as_str()));
    rows(read.db, &sql, &[account, id.into(), sealing.into()], read_sealed_key)
}

/// Puts each secret in the place of the one that was read, if that is there still; gives how many were. In the order of the
/// rows, so that nodes that do the same wait for each other, and never both.
fn put_anew(db: &dyn Connection, changes: &[(SealedKey, String)]) -> Result<u64, StoreError> {
    let sql = "UPDATE access_keys SET sealed_secret = $1 \
               WHERE account_id = $2 AND access_key_id = $3 AND sealed_secret = $4";
    let mut changed = 0;
    for (key, sealed) in changes {
        let values = [
            sealed.as_str().into(),
            account_value(key.account),
            key.id.as_str().into(),
            key.sealed_secret.as_str().into(),
        ];
        changed += db.execute(sql, &values)? as u64;
    }
    Ok(changed)
}

#[cfg(test)]
mod tests {
    use imagekin_access::{AccessKey, KeyStatus, Secret};
    use imagekin_catalog::Timestamp;
    use tempfile::TempDir;

    use super::*;

    /// More than are sealed at once.
    const KEYS: u64 = 2 * SEALED_AT_ONCE as u64 + 5;
    const ONE: [u8; 32] = [1; 32];
    const TWO: [u8; 32] = [2; 32];

    fn id(n: u64) -> AccessKeyId {
        AccessKeyId::parse(&format!("key-{n}")).unwrap()
    }

    async fn store() -> (Store, TempDir) {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path(), KeyRing::of(ONE)).unwrap();
        let putting = |write: &crate::AccountWrite<'_>| {
            (0..KEYS).try_for_each(|n| {
                let account = AccountId::from_u64(1_000_000_000_000_001 + n % 3).unwrap();
                let secret = Secret::new(format!("secret-{n}")).unwrap();
                let key = AccessKey { account, user: None, id: id(n), secret, status: KeyStatus::Active };
                write.put_access_key(&key, Timestamp::from_seconds(1))
            })
        };
        store.write_accounts(putting).await.unwrap();
        (store, folder)
    }

    /// Takes other master keys, and gives the number of the event that says so.
    async fn replace(store: &Store, key_ring: KeyRing) -> Result<u64, StoreError> {
        let event = AuditEvent { at: Timestamp::from_seconds(2), json: "{}".to_owned() };
        let entries = store.replace_key_ring(key_ring, event).await?;
        assert_eq!(entries.len(), 1);
        Ok(entries[0].sequence)
    }

    async fn change(store: &Store, sql: &'static str) {
        store.transaction(move |db: &dyn Connection, _| db.send(sql, &[])).await.unwrap();
    }

    /// Seals all anew; gives how many, and which were lost.
    async fn seal_all_anew(store: &Store) -> (u64, Vec<String>) {
        let (mut sealed, mut lost, mut after) = (0, Vec::new(), None);
        loop {
            let some = store.seal_next_anew(after).await.unwrap();
            sealed += some.sealed;
            lost.extend(some.lost);
            after = some.last;
            if after.is_none() {
                return (sealed, lost);
            }
        }
    }

    #[tokio::test]
    async fn every_secret_is_sealed_anew_once_and_is_what_it_was() {
        let (store, _folder) = store().await;
        let (old, new) = (KeyRing::of(ONE).sealing(), KeyRing::of(TWO).sealing());
        assert_eq!(store.sealed_with().await.unwrap().keys, BTreeMap::from([(old, KEYS)]));
        // Some as they were sealed before they said by which key.
        change(
            &store,
            "UPDATE access_keys SET sealed_secret = substr(sealed_secret, 10) WHERE access_key_id LIKE '%7'",
        )
        .await;
        assert_eq!(store.sealed_with().await.unwrap().keys, BTreeMap::from([(old, KEYS)]));
        assert_eq!(seal_all_anew(&store).await, (KEYS.div_ceil(10) - 1, Vec::new()), "only those");

        // The ring that does not unseal what is there is not taken.
        let refused = replace(&store, KeyRing::of(TWO)).await.unwrap_err().to_string();
        assert!(refused.contains(&format!("{old} ({KEYS} access keys)")), "{refused}");
        let both = KeyRing::of(TWO).with(ONE).unwrap();
        assert_eq!(replace(&store, both).await.unwrap(), 1, "what is refused is no event");
        assert_eq!(seal_all_anew(&store).await, (KEYS, Vec::new()));
        assert_eq!(seal_all_anew(&store).await, (0, Vec::new()));
        let sealed = store.sealed_with().await.unwrap();
        assert_eq!((sealed.by(new), sealed.by(old)), (KEYS, 0));
        assert_eq!(replace(&store, KeyRing::of(TWO)).await.unwrap(), 2);
        for n in 0..KEYS {
            let (key, _) = store.access_key(&id(n)).await.unwrap().unwrap();
            assert_eq!(key.secret.expose(), format!("secret-{n}"));
        }
    }

    /// What the log cannot say is not done.
    #[tokio::test]
    async fn no_key_is_taken_untold() {
        let (store, _folder) = store().await;
        change(&store, "ALTER TABLE audit_events RENAME TO gone").await;
        let both = KeyRing::of(TWO).with(ONE).unwrap();
        assert!(replace(&store, both.clone()).await.is_err());
        assert_eq!(store.key_ring().sealing(), KeyRing::of(ONE).sealing());
        change(&store, "ALTER TABLE gone RENAME TO audit_events").await;
        assert_eq!(replace(&store, both).await.unwrap(), 1);
        assert_eq!(store.key_ring().sealing(), KeyRing::of(TWO).sealing());
    }

    #[tokio::test]
    async fn what_cannot_be_unsealed_is_told_and_stays() {
        let (store, _folder) = store().await;
        replace(&store, KeyRing::of(TWO).with(ONE).unwrap()).await.unwrap();
        change(&store, "UPDATE access_keys SET sealed_secret = '00' WHERE access_key_id = 'key-3'").await;
        let (sealed, lost) = seal_all_anew(&store).await;
        assert_eq!((sealed, lost.len()), (KEYS - 1, 1));
        assert!(lost[0].starts_with("key-3: "), "{lost:?}");
        assert_eq!(store.sealed_with().await.unwrap().unknown, 1);
        // One row that is damaged keeps nobody from starting.
        store.check_master_key().await.unwrap();
        let error = store.access_key(&id(3)).await.unwrap_err().to_string();
        assert!(error.contains("key-3") && !error.contains("secret-3"), "{error}");
        change(&store, "UPDATE access_keys SET sealed_secret = '00'").await;
        assert!(matches!(store.check_master_key().await, Err(StoreError::OtherMasterKey(_))));
    }

    /// A key that was given another secret since it was read keeps that.
    #[tokio::test]
    async fn what_is_changed_meanwhile_stays_as_it_is_changed() {
        let (store, _folder) = store().await;
        let read = store.read(|read: &Read<'_>| rows(read.db, &sealed_keys("1 = 1"), &[], read_sealed_key));
        let changes: Vec<(SealedKey, String)> =
            read.await.unwrap().into_iter().map(|key| (key, "sealed anew".to_owned())).collect();
        change(&store, "UPDATE access_keys SET sealed_secret = 'another' WHERE access_key_id = 'key-3'")
            .await;
        let put = store.transaction(move |db: &dyn Connection, _| put_anew(db, &changes)).await;
        assert_eq!(put.unwrap(), KEYS - 1);
        let kept = store
            .read(|read: &Read<'_>| {
                let sql = "SELECT access_key_id FROM access_keys WHERE sealed_secret = 'another'";
                rows(read.db, sql, &[], |row| Ok(row.text(0)?.to_owned()))
            })
            .await;
        let kept: Result<Vec<String>, StoreError> = kept;
        assert_eq!(kept.unwrap(), ["key-3"]);
    }
}
