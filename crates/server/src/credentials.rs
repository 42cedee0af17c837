//! The access keys in use, ready to verify with.

use std::sync::Arc;
use std::time::Duration;

use imagekin_access::{AccessKeyId, AccountId, KeyStatus};
use imagekin_catalog::Timestamp;
use imagekin_rpc::SigningKey;
use imagekin_store::{Store, StoreError, Throttle};
use quick_cache::sync::Cache;

/// Keys kept ready; others are read from the store when they are used.
const KEYS_MAX: usize = 16_384;

/// How long a key, with the limits of its account, is ready before it is read again, where other processes may change it.
const FRESH: Duration = Duration::from_secs(10);

/// An access key without its secret, but with what verifies its signatures.
#[derive(Debug)]
pub(crate) struct Credential {
    pub(crate) account: AccountId,
    pub(crate) access_key_id: AccessKeyId,
    pub(crate) status: KeyStatus,
    pub(crate) key: SigningKey,
    /// How often the account may call.
    pub(crate) throttles: Vec<Throttle>,
}

/// A cache of credentials. This process changes keys and limits only at start, before the first request is served; those of
/// other processes are seen when what is ready is no longer fresh.
pub(crate) struct Credentials {
    ready: Cache<String, Ready>,
}

#[derive(Clone)]
struct Ready {
    credential: Arc<Credential>,
    read_at: Timestamp,
}

impl Credentials {
    pub(crate) fn new() -> Self {
        Self { ready: Cache::new(KEYS_MAX) }
    }

    /// The credential of an access key id; `None` if there is no such key.
    pub(crate) async fn find(
        &self,
        store: &Store,
        id: &str,
        now: Timestamp,
    ) -> Result<Option<Arc<Credential>>, StoreError> {
        if let Some(ready) = self.ready.get(id) {
            // A clock that was set back makes it no fresher.
            let is_fresh = || now.since(ready.read_at) < FRESH && now >= ready.read_at;
            if !store.is_shared() || is_fresh() {
                return Ok(Some(ready.credential));
            }
        }
        let Some(access_key_id) = AccessKeyId::parse(id) else { return Ok(None) };
        let Some(key) = store.access_key(&access_key_id).await? else {
            self.ready.remove(id);
            return Ok(None);
        };
        let credential = Arc::new(Credential {
            account: key.account,
            access_key_id,
            status: key.status,
            key: SigningKey::new(key.secret.expose()),
            throttles: store.throttles_of(key.account).await?,
        });
        self.ready.insert(id.to_owned(), Ready { credential: Arc::clone(&credential), read_at: now });
        Ok(Some(credential))
    }
}
