//! The sandbox's own access key, that of the vendor's examples. Everybody knows it, so production serves no store in which it may
//! be used, and takes it from nobody.

use imagekin_access::{AccessKey, AccessKeyId, AccountId, KeyStatus};
use imagekin_rpc::signature::is_same;
use imagekin_store::{Store, StoreError};

use crate::config::Profile;

/// The account that the key is made for.
pub const SANDBOX_ACCOUNT: &str = "1234567890123456";
/// Its id and its secret.
pub const SANDBOX_KEY: (&str, &str) = ("testid", "testsecret");

/// Is it this key, whoever's it is?
pub(crate) fn is_of_the_sandbox(key: &AccessKey) -> bool {
    let is_its_id = key.id.as_str() == SANDBOX_KEY.0;
    is_its_id && is_same(SANDBOX_KEY.1.as_bytes(), key.secret.expose().as_bytes())
}

/// Whether a key may be used. In production this one may not, whatever the store says: a sandbox that is started on the same
/// database puts it there while production runs.
pub(crate) fn status(key: &AccessKey, profile: Profile) -> KeyStatus {
    match profile {
        Profile::Production if is_of_the_sandbox(key) => KeyStatus::Inactive,
        Profile::Production | Profile::Sandbox => key.status,
    }
}

/// The account in which the key may be used.
///
/// # Errors
/// What the database says.
pub(crate) async fn account_with_it(store: &Store) -> Result<Option<AccountId>, StoreError> {
    let Some(id) = AccessKeyId::parse(SANDBOX_KEY.0) else { return Ok(None) };
    let found = match store.access_key(&id).await {
        // Nor can be used what cannot be read.
        Err(StoreError::Inconsistent(_)) => None,
        found => found?,
    };
    let usable = |key: &AccessKey| key.status == KeyStatus::Active && is_of_the_sandbox(key);
    Ok(found.map(|(key, _)| key).filter(usable).map(|key| key.account))
}
