//! Nonces of writes: used once, and known after a restart.

use imagekin_access::AccessKeyId;
use imagekin_catalog::Timestamp;

use crate::db::Connection;
use crate::store::account_value;
use crate::{Store, StoreError, Write};

impl Write<'_> {
    /// Uses up a nonce until `expires_at`; `false` if it is used already.
    ///
    /// # Errors
    /// What the database says.
    pub fn use_nonce(
        &self,
        access_key_id: &AccessKeyId,
        nonce: &str,
        expires_at: Timestamp,
    ) -> Result<bool, StoreError> {
        let sql = "INSERT INTO nonces (account_id, access_key_id, nonce, expires_at_us) VALUES ($1, $2, $3, $4) \
                   ON CONFLICT (account_id, access_key_id, nonce) DO NOTHING";
        let values = [
            account_value(self.catalogue.account),
            access_key_id.as_str().into(),
            nonce.into(),
            expires_at.as_micros().into(),
        ];
        Ok(self.read.db.execute(sql, &values)? == 1)
    }
}

impl Store {
    /// Forgets nonces and client tokens that have expired.
    ///
    /// # Errors
    /// What the database says.
    pub async fn forget_expired(&self, now: Timestamp) -> Result<(), StoreError> {
        self.transaction(move |db: &dyn Connection, _| {
            for table in ["nonces", "client_tokens"] {
                db.execute(
                    &format!("DELETE FROM {table} WHERE expires_at_us < $1"),
                    &[now.as_micros().into()],
                )?;
            }
            Ok(())
        })
        .await
    }
}
