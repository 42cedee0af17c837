//! The access keys in use, ready to verify with, and what their owners may do.

use std::collections::HashMap;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use imagekin_access::{AccessKeyId, AccountId, Identity, KeyStatus};
use imagekin_catalog::Timestamp;
use imagekin_rpc::SigningKey;
use imagekin_rpc::signature::is_same;
use imagekin_store::{Role, Store, StoreError, Throttle, User};
use quick_cache::sync::{Cache, DefaultLifecycle};
use quick_cache::{DefaultHashBuilder, OptionsBuilder, Weighter};

use crate::config::Profile;
use crate::permissions::Permissions;
use crate::sandbox_key;
use crate::security_token::SecurityToken;

/// Keys that the cache reckons with, and most whose last use waits to be written down.
const KEYS_MAX: usize = 16_384;

/// What keys that are ready take at most, in bytes; others are read from the store when they are used. Not their number
/// counts: whoever may assume a role that has many policies makes as many keys as he likes, each with all of these.
const READY_BYTES_MAX: u64 = 64 * 1024 * 1024;
/// Places at which the last changes of accounts are noted: several share one, so that there are no more the more accounts.
const CHANGE_PLACES: usize = 1_024;

/// Parts of the cache, each with its share of these bytes: so few that who has the most policies that there may be, each as long
/// as it may be, still fits into one.
const READY_SHARDS: usize = 4;
/// Bytes that a key takes beside the policies of its owner and its token: the key, prepared, names, map and allocations, rounded up.
const ENTRY_BYTES: usize = 2_048;

/// How long a key, with what its owner may do and how often, is ready before it is read again, where other processes may
/// change it.
const FRESH: Duration = Duration::from_secs(10);

/// How exactly it is told when a key was used last: it costs a write.
const USE_NOTED_EVERY: Duration = Duration::from_secs(60 * 60);

/// An access key without its secret, but with what verifies its signatures, and its owner.
#[derive(Debug)]
pub(crate) struct Credential {
    pub(crate) account: AccountId,
    pub(crate) identity: Identity,
    pub(crate) access_key_id: AccessKeyId,
    pub(crate) status: KeyStatus,
    pub(crate) key: SigningKey,
    /// What the identity may do.
    pub(crate) permissions: Permissions,
    /// How often the account may call.
    pub(crate) throttles: Vec<Throttle>,
    /// When it is known to have been used, in microseconds; written down now and then.
    noted_at: AtomicI64,
    /// The token that each request brings with it, if the key is a temporary one.
    token: Option<SealedToken>,
}

/// A security token as the client has it. It does not show itself.
struct SealedToken(String);

impl std::fmt::Debug for SealedToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SealedToken(…)")
    }
}

/// A cache of credentials. What this process changes of keys, users, roles and policies is seen at once; what others change,
/// when what is ready is no longer fresh. Limits of calls are changed by others only.
pub(crate) struct Credentials {
    /// Which keys may be used depends on it.
    profile: Profile,
    ready: Cache<String, Ready, ByBytes>,
    /// Counts what this process has changed.
    changes: AtomicU64,
    /// The number of the last change of an account, or of another that shares its place: what changes in one account does not
    /// empty the others'.
    last_changes: Box<[AtomicU64; CHANGE_PLACES]>,
    /// Keys whose last use is to be written down, and when it was.
    used: Mutex<HashMap<(AccountId, AccessKeyId), Timestamp>>,
}

#[derive(Clone)]
struct Ready {
    credential: Arc<Credential>,
    read_at: Timestamp,
    /// The number of changes before it was read.
    changes: u64,
    /// What it takes in memory. Reckoned once: the cache asks again and again, while nobody else gets at it.
    bytes: u64,
}

#[derive(Clone)]
struct ByBytes;

impl Weighter<String, Ready> for ByBytes {
    fn weight(&self, _: &String, ready: &Ready) -> u64 {
        ready.bytes
    }
}

/// The keys that are ready, within `bytes_max`.
fn cache(bytes_max: u64) -> Cache<String, Ready, ByBytes> {
    let mut options = OptionsBuilder::new();
    options.estimated_items_capacity(KEYS_MAX).weight_capacity(bytes_max).shards(READY_SHARDS);
    match options.build() {
        Ok(options) => {
            Cache::with_options(options, ByBytes, DefaultHashBuilder::default(), DefaultLifecycle::default())
        }
        // Only where a capacity is missing, and both are given.
        Err(_) => Cache::with_weighter(KEYS_MAX, bytes_max, ByBytes),
    }
}

impl Credentials {
    pub(crate) fn new(profile: Profile) -> Self {
        let last_changes = Box::new([const { AtomicU64::new(0) }; CHANGE_PLACES]);
        Self {
            profile,
            ready: cache(READY_BYTES_MAX),
            changes: AtomicU64::new(0),
            last_changes,
            used: Mutex::default(),
        }
    }

    /// Keys, users, roles or policies of an account may have changed: what is ready of it is read again.
    pub(crate) fn changed(&self, account: AccountId) {
        let number = self.changes.fetch_add(1, Ordering::AcqRel) + 1;
        self.last_change(account).fetch_max(number, Ordering::AcqRel);
    }

    fn last_change(&self, account: AccountId) -> &AtomicU64 {
        &self.last_changes[(account.as_u64() % CHANGE_PLACES as u64) as usize]
    }

    /// Takes the keys that were used and whose last use, as it is written down, is long past.
    pub(crate) fn take_used(&self) -> HashMap<(AccountId, AccessKeyId), Timestamp> {
        std::mem::take(&mut *self.used.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Notes that a key was used, by who has signed with it.
    pub(crate) fn note_use(&self, credential: &Credential, now: Timestamp) {
        let noted_at = credential.noted_at.load(Ordering::Relaxed);
        // Temporary keys are not in the store: theirs is never long ago.
        if now.since(Timestamp::from_micros(noted_at)) < USE_NOTED_EVERY {
            return;
        }
        credential.noted_at.store(now.as_micros(), Ordering::Relaxed);
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        // Where more keys are used than can be written down, some seem unused for longer than they are.
        if used.len() < KEYS_MAX {
            used.insert((credential.account, credential.access_key_id.clone()), now);
        }
    }

    /// The credential of an access key id; `None` if there is no such key.
    pub(crate) async fn find(
        &self,
        store: &Store,
        id: &str,
        now: Timestamp,
    ) -> Result<Option<Arc<Credential>>, StoreError> {
        match self.ready(store, id, now) {
            Some(ready) => Ok(Some(ready)),
            // In a box, as below: a request whose key is ready is not to be as large as one whose key is read.
            None => Box::pin(self.read(store, id, now)).await,
        }
    }

    async fn read(
        &self,
        store: &Store,
        id: &str,
        now: Timestamp,
    ) -> Result<Option<Arc<Credential>>, StoreError> {
        let changes = self.changes.load(Ordering::Acquire);
        let Some(access_key_id) = AccessKeyId::parse(id) else { return Ok(None) };
        let Some((key, last_used_at)) = store.access_key(&access_key_id).await? else {
            self.ready.remove(id);
            return Ok(None);
        };
        let (identity, permissions) = match &key.user {
            None => (Identity::Account, Permissions::All),
            Some(user) => {
                let (user, permissions) = tokio::try_join!(
                    store.entity::<User>(key.account, user),
                    Permissions::of_user(store, key.account, user)
                )?;
                let Some(user) = user else { return Ok(None) };
                (Identity::User { id: user.id, name: user.name }, permissions)
            }
        };
        let credential = Credential {
            account: key.account,
            identity,
            access_key_id,
            status: sandbox_key::status(&key, self.profile),
            key: SigningKey::new(key.secret.expose()),
            permissions,
            throttles: store.throttles_of(key.account).await?,
            noted_at: AtomicI64::new(last_used_at.map_or(0, Timestamp::as_micros)),
            token: None,
        };
        Ok(Some(self.keep(credential, now, changes)))
    }

    /// The credential of a session; `None` if its role is gone.
    pub(crate) async fn find_session(
        &self,
        store: &Store,
        token: &SecurityToken,
        sealed: &str,
        now: Timestamp,
    ) -> Result<Option<Arc<Credential>>, StoreError> {
        let is_it = |token: &SealedToken| is_same(token.0.as_bytes(), sealed.as_bytes());
        let is_of_token = |ready: &Arc<Credential>| ready.token.as_ref().is_some_and(is_it);
        match self.ready(store, token.access_key_id.as_str(), now).filter(is_of_token) {
            Some(ready) => Ok(Some(ready)),
            None => Box::pin(self.read_session(store, token, sealed, now)).await,
        }
    }

    async fn read_session(
        &self,
        store: &Store,
        token: &SecurityToken,
        sealed: &str,
        now: Timestamp,
    ) -> Result<Option<Arc<Credential>>, StoreError> {
        let changes = self.changes.load(Ordering::Acquire);
        let Some(role) = store
            .entity_named::<Role>(token.account, &token.role)
            .await?
            .filter(|role| role.id == token.role_id)
        else {
            return Ok(None);
        };
        let permissions =
            Permissions::of_role(store, token.account, &role.id, token.policy.as_deref()).await?;
        let credential = Credential {
            account: token.account,
            identity: Identity::AssumedRole { id: role.id, name: role.name, session: token.session.clone() },
            access_key_id: token.access_key_id.clone(),
            status: KeyStatus::Active,
            key: SigningKey::new(token.secret.expose()),
            permissions,
            throttles: store.throttles_of(token.account).await?,
            noted_at: AtomicI64::new(i64::MAX),
            token: Some(SealedToken(sealed.to_owned())),
        };
        Ok(Some(self.keep(credential, now, changes)))
    }

    /// The credential of somebody who was known a while ago, as it is by now; `None` if its key is disabled or gone, or its
    /// session over.
    pub(crate) async fn find_again(
        &self,
        store: &Store,
        known: &Credential,
        now: Timestamp,
    ) -> Result<Option<Arc<Credential>>, StoreError> {
        let Some(SealedToken(sealed)) = &known.token else {
            let found = self.find(store, known.access_key_id.as_str(), now).await?;
            return Ok(found.filter(|found| found.status == KeyStatus::Active));
        };
        match SecurityToken::unseal(store, sealed).filter(|token| token.expires_at > now) {
            Some(token) => self.find_session(store, &token, sealed, now).await,
            None => Ok(None),
        }
    }

    fn ready(&self, store: &Store, id: &str, now: Timestamp) -> Option<Arc<Credential>> {
        let ready = self.ready.get(id)?;
        // A clock that was set back makes it no fresher.
        let is_fresh = || now.since(ready.read_at) < FRESH && now >= ready.read_at;
        let last_change = self.last_change(ready.credential.account).load(Ordering::Acquire);
        let is_current = last_change <= ready.changes;
        (is_current && (!store.is_shared() || is_fresh())).then_some(ready.credential)
    }

    fn keep(&self, credential: Credential, read_at: Timestamp, changes: u64) -> Arc<Credential> {
        let credential = Arc::new(credential);
        let token = credential.token.as_ref().map_or(0, |token| token.0.len());
        let bytes = (ENTRY_BYTES + token + credential.permissions.memory_bytes()) as u64;
        let ready = Ready { credential: Arc::clone(&credential), read_at, changes, bytes };
        self.ready.insert(credential.access_key_id.to_string(), ready);
        credential
    }
}

#[cfg(test)]
mod tests;
