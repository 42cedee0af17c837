//! Who calls: time, key, signature and nonce of a request, checked in this order.

use std::sync::Arc;

use hyper::http::request::Parts;
use imagekin_access::KeyStatus;
use imagekin_catalog::Timestamp;
use imagekin_rpc::signature::{
    Authorization, sha256_hex, v1_string_to_sign, v3_canonical_request, v3_string_to_sign,
};
use imagekin_rpc::{Fault, Params, Scheme, codes};

use super::replay::Nonce;
use crate::App;
use crate::credentials::Credential;
use crate::faults;

/// The caller of a request. The nonce is used up only when all else is well: a forged request cannot use up another's.
pub(super) async fn caller(
    app: &App,
    head: &Parts,
    body: &[u8],
    params: &Params,
    scheme: &Scheme<'_>,
    now: Timestamp,
) -> Result<Arc<Credential>, Fault> {
    let skew = i64::from(app.config.limits.clock_skew_s_max);
    let oldest = now.as_seconds() - skew;
    if !(oldest..=now.as_seconds() + skew).contains(&scheme.timestamp()) {
        return Err(Fault::new(&codes::TIMESTAMP_EXPIRED));
    }
    let id = scheme.access_key_id();
    let found = app.credentials.find(&app.store, id, now).await.map_err(|error| faults::failed(&error))?;
    let credential = found.ok_or(Fault::new(&codes::ACCESS_KEY_NOT_FOUND))?;
    if credential.status == KeyStatus::Inactive {
        return Err(Fault::new(&codes::ACCESS_KEY_INACTIVE));
    }
    if scheme.security_token().is_some() {
        // There are no temporary credentials yet, so no token can be one of ours.
        return Err(Fault::new(&codes::SECURITY_TOKEN_MALFORMED));
    }
    match scheme {
        Scheme::V1(signed) => verify_v1(&credential, head.method.as_str(), params, signed.signature)?,
        Scheme::V3(signed) => verify_v3(&credential, head, params, &signed.signature, body)?,
    }
    match app.replays.use_up(id, scheme.nonce(), scheme.timestamp(), oldest) {
        Nonce::Fresh => Ok(credential),
        Nonce::Used => Err(Fault::new(&codes::NONCE_USED)),
        Nonce::TooOld => Err(Fault::new(&codes::TIMESTAMP_EXPIRED)),
    }
}

fn verify_v1(credential: &Credential, method: &str, params: &Params, signature: &str) -> Result<(), Fault> {
    let string_to_sign = v1_string_to_sign(method, params);
    if credential.key.verify_v1(&string_to_sign, signature) {
        return Ok(());
    }
    // Python's V1 SDK takes the text after the first colon and compares it with its own: no space may stand there.
    Err(Fault::with(&codes::SIGNATURE_V1_MISMATCH, &String::from_utf8_lossy(&string_to_sign)))
}

fn verify_v3(
    credential: &Credential,
    head: &Parts,
    params: &Params,
    authorization: &Authorization<'_>,
    body: &[u8],
) -> Result<(), Fault> {
    if let Some(why) = authorization.untrusted(&head.headers) {
        return Err(Fault::with(&codes::SIGNATURE_INCOMPLETE, why));
    }
    let canonical_request = v3_canonical_request(
        head.method.as_str(),
        params,
        &head.headers,
        authorization.signed_headers,
        &sha256_hex(body),
    );
    let string_to_sign = v3_string_to_sign(&canonical_request);
    if credential.key.verify_v3(&string_to_sign, authorization.signature) {
        return Ok(());
    }
    let part = format!(
        "server StringToSign is [{}] server CanonicalRequest is [{}]",
        String::from_utf8_lossy(&string_to_sign),
        String::from_utf8_lossy(&canonical_request)
    );
    Err(Fault::with(&codes::SIGNATURE_V3_MISMATCH, &part))
}
