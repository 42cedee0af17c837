//! Client tokens: the same call twice makes one thing and gets one answer.

use std::time::Duration;

use imagekin_catalog::{Refusal, RegionId, Timestamp};
use imagekin_rpc::signature::sha256_hex;
use imagekin_rpc::{Fault, Params, codes};
use imagekin_store::{Catalogue, Read, RecordedAnswer, Write};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Call;
use crate::faults::{Halt, Table, by_table};

/// Longest client token, in ASCII characters (page “How to ensure idempotence”).
const TOKEN_LENGTH_MAX: usize = 64;

/// Parameters that may differ between a call and its retry.
const MAY_DIFFER: &[&str] = &[
    "AccessKeyId",
    "Action",
    "ClientToken",
    "Format",
    "SecurityToken",
    "Signature",
    "SignatureMethod",
    "SignatureNonce",
    "SignatureType",
    "SignatureVersion",
    "Timestamp",
    "Version",
];

/// A client token and what it stands for.
#[derive(Clone, Debug)]
pub(crate) struct Once {
    action: &'static str,
    token: String,
    parameters: String,
    now: Timestamp,
    expires_at: Timestamp,
}

impl Call {
    /// The client token of this call, if it has one.
    pub(crate) fn once(&self, table: Table) -> Result<Option<Once>, Fault> {
        let Some(token) = self.params.get("ClientToken") else { return Ok(None) };
        if token.len() > TOKEN_LENGTH_MAX || !token.is_ascii() {
            let of_snapshots = (Table::CreateSnapshot, &codes::CLIENT_TOKEN_MALFORMED_SNAPSHOT);
            return Err(Fault::new(by_table(table, &codes::CLIENT_TOKEN_MALFORMED, &[of_snapshots])));
        }
        let kept_for = Duration::from_secs(self.app.config.limits.client_token_s);
        Ok(Some(Once {
            action: self.action,
            token: token.to_owned(),
            parameters: digest(&self.params),
            now: self.now,
            expires_at: self.now.plus(kept_for),
        }))
    }

    /// Runs `work` in one transaction, unless its client token was used before: then gives the answer of that time.
    pub(crate) async fn write_once<T>(
        &self,
        catalogue: Catalogue,
        table: Table,
        work: impl FnOnce(&mut Write<'_>) -> Result<T, Halt> + Send + 'static,
    ) -> Result<T, Fault>
    where
        T: Serialize + DeserializeOwned + Send + 'static,
    {
        let region = catalogue.region.clone();
        self.write_once_of(region, catalogue, table, work).await
    }

    /// The same where a call may write a catalogue of one region or another: the token is one of `region`, so that it is
    /// known whichever catalogue it comes back for.
    pub(crate) async fn write_once_of<T>(
        &self,
        region: RegionId,
        catalogue: Catalogue,
        table: Table,
        work: impl FnOnce(&mut Write<'_>) -> Result<T, Halt> + Send + 'static,
    ) -> Result<T, Fault>
    where
        T: Serialize + DeserializeOwned + Send + 'static,
    {
        let once = self.once(table)?;
        let filed = Catalogue { account: catalogue.account, region };
        self.write_telling(catalogue, table, move |write, made| {
            if let Some(once) = &once
                && !write.take_token(&filed, once.action, &once.token, once.now, once.expires_at)?
                && let Some(answer) = once.earlier_answer(write, &filed)?
            {
                made.replayed();
                return Ok(answer);
            }
            let answer = work(write)?;
            let printed = serde_json::to_value(&answer).unwrap_or_default();
            made.elements_of(&printed);
            if let Some(once) = once {
                let recorded = RecordedAnswer { parameters: once.parameters, answer: printed.to_string() };
                write.record_answer(&filed, once.action, &once.token, &recorded)?;
            }
            Ok(answer)
        })
        .await
    }
}

impl Once {
    /// What was answered to this token, if it was used before, with the same parameters.
    pub(crate) fn earlier_answer<T: DeserializeOwned>(
        &self,
        read: &Read<'_>,
        catalogue: &Catalogue,
    ) -> Result<Option<T>, Halt> {
        match read.recorded_answer(catalogue, self.action, &self.token, self.now)? {
            None => Ok(None),
            Some(recorded) if recorded.parameters != self.parameters => {
                Err(Refusal::ClientTokenReused.into())
            }
            Some(recorded) => Ok(serde_json::from_str(&recorded.answer).ok()),
        }
    }
}

/// Digest of what a call asks for.
fn digest(params: &Params) -> String {
    let asked = params.iter().filter(|(key, value, _)| !value.is_empty() && !MAY_DIFFER.contains(key));
    let text: String = asked.map(|(key, value, _)| format!("{key}\0{value}\0")).collect();
    sha256_hex(text.as_bytes())
}
