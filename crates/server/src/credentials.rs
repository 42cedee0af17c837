//! The access keys in use, ready to verify with.

use std::sync::Arc;

use imagekin_access::{AccessKeyId, AccountId, KeyStatus};
use imagekin_rpc::SigningKey;
use imagekin_store::{Store, StoreError};
use quick_cache::sync::Cache;

/// Keys kept ready; others are read from the store when they are used.
const KEYS_MAX: usize = 16_384;

/// An access key without its secret, but with what verifies its signatures.
#[derive(Debug)]
pub(crate) struct Credential {
    pub(crate) account: AccountId,
    pub(crate) access_key_id: AccessKeyId,
    pub(crate) status: KeyStatus,
    pub(crate) key: SigningKey,
}

/// A cache of credentials. Keys change only at start so far, before the first request is served.
pub(crate) struct Credentials {
    ready: Cache<String, Arc<Credential>>,
}

impl Credentials {
    pub(crate) fn new() -> Self {
        Self { ready: Cache::new(KEYS_MAX) }
    }

    /// The credential of an access key id; `None` if there is no such key.
    pub(crate) fn find(&self, store: &Store, id: &str) -> Result<Option<Arc<Credential>>, StoreError> {
        if let Some(credential) = self.ready.get(id) {
            return Ok(Some(credential));
        }
        let Some(access_key_id) = AccessKeyId::parse(id) else { return Ok(None) };
        let Some(key) = store.access_key(&access_key_id)? else { return Ok(None) };
        let credential = Arc::new(Credential {
            account: key.account,
            access_key_id,
            status: key.status,
            key: SigningKey::new(key.secret.expose()),
        });
        self.ready.insert(id.to_owned(), Arc::clone(&credential));
        Ok(Some(credential))
    }
}
