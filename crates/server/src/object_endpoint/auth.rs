//! The access keys of object requests: those of the API, temporary ones too.

use std::net::IpAddr;
use std::sync::{Arc, OnceLock};

use http::HeaderMap;
use imagekin_access::{AccessKeyId, KeyStatus, Secret};
use imagekin_store::StoreError;
use s3s::auth::{S3Auth, SecretKey};
use s3s::{S3Error, S3Result, s3_error};

use super::failure;
use crate::App;
use crate::credentials::Credential;
use crate::sandbox_key;
use crate::security_token::SecurityToken;

/// The access keys, for s3s, and the token that came with the request.
pub(super) struct Keys {
    pub(super) app: Arc<App>,
    pub(super) token: Option<String>,
    /// Where the request comes from.
    pub(super) address: Option<IpAddr>,
    /// Which key the request names, once it is asked for.
    pub(super) asked: Arc<OnceLock<String>>,
}

#[async_trait::async_trait]
impl S3Auth for Keys {
    async fn get_secret_key(&self, access_key: &str) -> S3Result<SecretKey> {
        let _ = self.asked.set(access_key.to_owned());
        let key = try_key(&self.app, access_key, self.token.as_deref(), self.address).await?;
        Ok(SecretKey::from(key.secret.expose()))
    }
}

/// A key that may be used.
pub(super) struct Key {
    pub(super) secret: Secret,
    /// Whose it is.
    pub(super) caller: Arc<Credential>,
}

/// Why a key may not be used.
pub(super) struct Refusal {
    error: S3Error,
    /// Who named it has shown that he knows of none. A key that is disabled, or a session that is over, is nobody's guess; nor is
    /// anything found out of its secret, at which nobody looks then.
    is_guess: bool,
}

impl Refusal {
    fn guess(error: S3Error) -> Self {
        Self { error, is_guess: true }
    }

    fn revoked(error: S3Error) -> Self {
        Self { error, is_guess: false }
    }

    fn failed(error: &StoreError) -> Self {
        Self { error: failure::of(error), is_guess: false }
    }
}

impl From<Refusal> for S3Error {
    fn from(refusal: Refusal) -> Self {
        refusal.error
    }
}

/// The token of a temporary key, as S3's clients send it.
pub(super) fn token_of(headers: &HeaderMap, query: &str) -> Option<String> {
    if let Some(header) = headers.get("x-amz-security-token") {
        return header.to_str().ok().map(str::to_owned);
    }
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    let given = pairs.into_iter().find(|(name, _)| *name == "X-Amz-Security-Token")?.1;
    Some(percent_encoding::percent_decode_str(given).decode_utf8_lossy().into_owned())
}

/// The access key of this id, for whoever still has to show that he has its secret: as often as one may guess.
pub(super) async fn try_key(
    app: &App,
    id: &str,
    token: Option<&str>,
    address: Option<IpAddr>,
) -> S3Result<Key> {
    let now = app.clock.now();
    app.guesses.admit(address, id, now).map_err(failure::slow_down)?;
    let found = key(app, id, token).await;
    if found.as_ref().is_err_and(|refusal| refusal.is_guess) {
        app.guesses.note(address, id, app.clock.now());
    }
    found.map_err(S3Error::from)
}

/// The access key of this id, which must be one that may be used.
pub(super) async fn key(app: &App, id: &str, token: Option<&str>) -> Result<Key, Refusal> {
    match token.filter(|token| !token.is_empty()) {
        Some(token) => of_session(app, id, token).await,
        None => permanent(app, id).await,
    }
}

async fn permanent(app: &App, id: &str) -> Result<Key, Refusal> {
    let unknown = || Refusal::guess(s3_error!(InvalidAccessKeyId, "There is no such access key."));
    let id = AccessKeyId::parse(id).ok_or_else(unknown)?;
    let found = app.store.access_key(&id).await.map_err(|error| Refusal::failed(&error))?;
    let (key, _) = found.ok_or_else(unknown)?;
    let revoked = || Refusal::revoked(s3_error!(InvalidAccessKeyId, "The access key is disabled."));
    if sandbox_key::status(&key, app.config.profile) == KeyStatus::Inactive {
        return Err(revoked());
    }
    let caller = app.credentials.find(&app.store, id.as_str(), app.clock.now()).await;
    let caller = caller.map_err(|error| Refusal::failed(&error))?.ok_or_else(revoked)?;
    Ok(Key { secret: key.secret, caller })
}

async fn of_session(app: &App, id: &str, sealed: &str) -> Result<Key, Refusal> {
    let invalid = "The security token is malformed, or of another access key.";
    let invalid = || Refusal::guess(s3_error!(InvalidToken, "{}", invalid));
    let token = SecurityToken::unseal(&app.store, sealed);
    let token = token.filter(|token| token.access_key_id.as_str() == id).ok_or_else(invalid)?;
    let now = app.clock.now();
    if token.expires_at <= now {
        return Err(Refusal::revoked(s3_error!(ExpiredToken, "The security token has expired.")));
    }
    let caller = app.credentials.find_session(&app.store, &token, sealed, now).await;
    let over = || Refusal::revoked(s3_error!(InvalidToken, "The role of the session is gone."));
    let caller = caller.map_err(|error| Refusal::failed(&error))?.ok_or_else(over)?;
    Ok(Key { secret: token.secret, caller })
}
