//! Tokens of temporary credentials: all that is known of a session, sealed. Nothing is kept of it, so every node that has the
//! master keys can read it, and nobody else can make one.

use imagekin_access::{AccessKeyId, AccountId, EntityId, Secret};
use imagekin_catalog::Timestamp;
use imagekin_store::{Store, StoreError};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// What begins the id of every temporary access key.
pub(crate) const KEY_ID_PREFIX: &str = "STS.";
/// What tokens are sealed for.
const PURPOSE: &str = "security token";

/// What a session is.
#[derive(Debug)]
pub(crate) struct SecurityToken {
    pub(crate) account: AccountId,
    pub(crate) role: String,
    pub(crate) role_id: EntityId,
    /// What it was called when the role was assumed.
    pub(crate) session: String,
    pub(crate) access_key_id: AccessKeyId,
    pub(crate) secret: Secret,
    pub(crate) expires_at: Timestamp,
    /// A document that gives less than the role has.
    pub(crate) policy: Option<String>,
}

/// The same as JSON, printed from what is there.
#[derive(Serialize)]
struct Shown<'t> {
    account: u64,
    role: &'t str,
    role_id: &'t str,
    session: &'t str,
    access_key_id: &'t str,
    secret: &'t str,
    expires_at: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    policy: Option<&'t str>,
}

/// The same as it is read again.
#[derive(Deserialize)]
struct Printed {
    account: u64,
    role: String,
    role_id: String,
    session: String,
    access_key_id: String,
    secret: String,
    expires_at: i64,
    policy: Option<String>,
}

impl SecurityToken {
    /// As the client gets it.
    pub(crate) fn seal(&self, store: &Store) -> Result<String, StoreError> {
        let shown = Shown {
            account: self.account.as_u64(),
            role: &self.role,
            role_id: self.role_id.as_str(),
            session: &self.session,
            access_key_id: self.access_key_id.as_str(),
            secret: self.secret.expose(),
            expires_at: self.expires_at.as_seconds(),
            policy: self.policy.as_deref(),
        };
        let text = serde_json::to_string(&shown).map(Zeroizing::new);
        store.seal(&text.map_err(|error| StoreError::Inconsistent(error.to_string()))?, PURPOSE)
    }

    /// Reads what [`seal`](Self::seal) made; `None` if it is anything else.
    pub(crate) fn unseal(store: &Store, sealed: &str) -> Option<Self> {
        let printed: Printed = serde_json::from_str(&store.unseal(sealed, PURPOSE)?).ok()?;
        Some(Self {
            account: AccountId::from_u64(printed.account)?,
            role: printed.role,
            role_id: EntityId::parse(&printed.role_id)?,
            session: printed.session,
            access_key_id: AccessKeyId::parse(&printed.access_key_id)?,
            secret: Secret::new(printed.secret)?,
            expires_at: Timestamp::from_seconds(printed.expires_at),
            policy: printed.policy,
        })
    }
}
