//! The access keys of object requests: those of the API.

use std::sync::Arc;

use imagekin_access::{AccessKey, AccessKeyId, KeyStatus};
use s3s::auth::{S3Auth, SecretKey};
use s3s::{S3Result, s3_error};

use super::failure;
use crate::App;

/// The access keys, for s3s.
pub(super) struct Keys(pub(super) Arc<App>);

#[async_trait::async_trait]
impl S3Auth for Keys {
    async fn get_secret_key(&self, access_key: &str) -> S3Result<SecretKey> {
        Ok(SecretKey::from(key(&self.0, access_key).await?.secret.expose()))
    }
}

/// The access key of this id, which must be one that may be used.
pub(super) async fn key(app: &App, id: &str) -> S3Result<AccessKey> {
    let found = match AccessKeyId::parse(id) {
        Some(id) => app.store.access_key(&id).await.map_err(|error| failure::of(&error))?,
        None => None,
    };
    let key = found.ok_or_else(|| s3_error!(InvalidAccessKeyId, "There is no such access key."))?;
    match key.status {
        KeyStatus::Active => Ok(key),
        KeyStatus::Inactive => Err(s3_error!(InvalidAccessKeyId, "The access key is disabled.")),
    }
}
