//! Client tokens: the answers already given to them.

use imagekin_catalog::Timestamp;

use crate::db::first_row;
use crate::store::key;
use crate::{Catalogue, Read, StoreError, Write};

/// What was answered to a client token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordedAnswer {
    /// Digest of the parameters it was used with.
    pub parameters: String,
    /// The answer, in the form the action gave it.
    pub answer: String,
}

impl Read<'_> {
    /// What was answered to this token, if it is not expired at `now`.
    ///
    /// # Errors
    /// What the database says.
    pub fn recorded_answer(
        &self,
        catalogue: &Catalogue,
        action: &str,
        client_token: &str,
        now: Timestamp,
    ) -> Result<Option<RecordedAnswer>, StoreError> {
        let [account, region] = key(catalogue);
        let sql = "SELECT parameters, answer FROM client_tokens \
                   WHERE account_id = $1 AND region_id = $2 AND action = $3 AND client_token = $4 AND expires_at_us > $5";
        let values = [account, region, action.into(), client_token.into(), now.as_micros().into()];
        first_row(self.db, sql, &values, |row| {
            Ok(RecordedAnswer { parameters: row.text(0)?.to_owned(), answer: row.text(1)?.to_owned() })
        })
    }
}

impl Write<'_> {
    /// Takes a token for this write until `expires_at`; `false` if it is another's, and not expired at `now`. Whoever comes
    /// with it meanwhile waits until this write has ended, whichever catalogue he writes.
    ///
    /// # Errors
    /// What the database says.
    pub fn take_token(
        &self,
        catalogue: &Catalogue,
        action: &str,
        client_token: &str,
        now: Timestamp,
        expires_at: Timestamp,
    ) -> Result<bool, StoreError> {
        let [account, region] = key(catalogue);
        let sql = "INSERT INTO client_tokens (account_id, region_id, action, client_token, parameters, answer, expires_at_us) \
                   VALUES ($1, $2, $3, $4, '', '', $5) \
                   ON CONFLICT (account_id, region_id, action, client_token) DO UPDATE SET \
                   expires_at_us = excluded.expires_at_us WHERE client_tokens.expires_at_us <= $6";
        let (now, expires_at) = (now.as_micros().into(), expires_at.as_micros().into());
        let values = [account, region, action.into(), client_token.into(), expires_at, now];
        Ok(self.read.db.execute(sql, &values)? == 1)
    }

    /// Records what is answered to a token that was taken.
    ///
    /// # Errors
    /// What the database says.
    pub fn record_answer(
        &self,
        catalogue: &Catalogue,
        action: &str,
        client_token: &str,
        recorded: &RecordedAnswer,
    ) -> Result<(), StoreError> {
        let [account, region] = key(catalogue);
        let sql = "UPDATE client_tokens SET parameters = $1, answer = $2 \
                   WHERE account_id = $3 AND region_id = $4 AND action = $5 AND client_token = $6";
        let values = [
            recorded.parameters.as_str().into(),
            recorded.answer.as_str().into(),
            account,
            region,
            action.into(),
            client_token.into(),
        ];
        self.read.db.send(sql, &values)
    }
}
