//! Who calls: time, key, signature and nonce of a request, checked in this order.

use std::borrow::Cow;
use std::sync::Arc;

use hyper::http::request::Parts;
use imagekin_access::KeyStatus;
use imagekin_catalog::Timestamp;
use imagekin_rpc::signature::{
    Authorization, SignedHeaders, sha256_hex, v1_string_to_sign, v3_canonical_request, v3_string_to_sign,
};
use imagekin_rpc::{Code, Fault, Params, Scheme, codes};

use super::authorize::Origin;
use super::is_form;
use super::replay::Nonce;
use crate::App;
use crate::credentials::Credential;
use crate::faults;
use crate::security_token::{KEY_ID_PREFIX, SecurityToken};

/// Longest part of what was to be signed that is told back, in bytes. It is up to five times as long as the request, and stays
/// in memory until the client, who may be anybody, has taken it.
const TOLD_BYTES_MAX: usize = 64 * 1024;

/// What whoever guesses at keys and secrets hears, and is counted by. A token that has expired, or a key that is disabled, is
/// nobody's guess; nor is a session whose role is gone.
static WRONG: [&Code; 5] = [
    &codes::ACCESS_KEY_NOT_FOUND,
    &codes::SIGNATURE_V1_MISMATCH,
    &codes::SIGNATURE_V3_MISMATCH,
    &codes::SECURITY_TOKEN_MALFORMED,
    &codes::SECURITY_TOKEN_MISMATCH,
];

/// The caller of a request. The nonce is used up only when all else is well: a forged request cannot use up another's.
pub(super) async fn caller(
    app: &App,
    head: &Parts,
    body: &[u8],
    params: &Params,
    scheme: &Scheme<'_>,
    origin: Origin,
    now: Timestamp,
) -> Result<Arc<Credential>, Fault> {
    let skew = i64::from(app.config.limits.clock_skew_s_max);
    let oldest = now.as_seconds() - skew;
    if !(oldest..=now.as_seconds() + skew).contains(&scheme.timestamp()) {
        return Err(Fault::new(&codes::TIMESTAMP_EXPIRED));
    }
    let id = scheme.access_key_id();
    // Before any key is looked up, so that who has guessed too often learns nothing more.
    let admitted = app.guesses.admit(origin.address, id, now);
    admitted.map_err(|rest_ms| Fault::new(&codes::THROTTLED).retry_after_ms(rest_ms))?;
    let signed_by = signer(app, head, body, params, scheme, now).await;
    if signed_by.as_ref().is_err_and(|fault| is_guess(fault, scheme)) {
        // In the minute that it is by now: a request of the minute before, answered late, must not end the count of this one.
        app.guesses.note(origin.address, id, app.clock.now());
    }
    let credential = signed_by?;
    match app.replays.use_up(id, scheme.nonce(), scheme.timestamp(), oldest) {
        Nonce::Fresh => {
            app.credentials.note_use(&credential, now);
            Ok(credential)
        }
        Nonce::Used => Err(Fault::new(&codes::NONCE_USED)),
        Nonce::TooOld => Err(Fault::new(&codes::TIMESTAMP_EXPIRED)),
    }
}

/// Does whoever hears this show nothing of a key? Where a token is given, that there is no key is said of one that could be
/// unsealed, and is of the key that is named: of a session that was begun once.
fn is_guess(fault: &Fault, scheme: &Scheme<'_>) -> bool {
    let is_of_session = scheme.security_token().is_some() && *fault.code == codes::ACCESS_KEY_NOT_FOUND;
    WRONG.contains(&fault.code) && !is_of_session
}

/// Who has signed a request: the key exists, may be used, and the signature is right.
async fn signer(
    app: &App,
    head: &Parts,
    body: &[u8],
    params: &Params,
    scheme: &Scheme<'_>,
    now: Timestamp,
) -> Result<Arc<Credential>, Fault> {
    let id = scheme.access_key_id();
    let credential = match scheme.security_token() {
        Some(sealed) => of_session(app, id, sealed, now).await?,
        None if id.starts_with(KEY_ID_PREFIX) => return Err(Fault::new(&codes::SECURITY_TOKEN_MISSING)),
        None => {
            let found = app.credentials.find(&app.store, id, now).await;
            found.map_err(|error| faults::failed(&error))?.ok_or(Fault::new(&codes::ACCESS_KEY_NOT_FOUND))?
        }
    };
    if credential.status == KeyStatus::Inactive {
        return Err(Fault::new(&codes::ACCESS_KEY_INACTIVE));
    }
    match scheme {
        Scheme::V1(signed) => verify_v1(&credential, head.method.as_str(), params, signed.signature)?,
        Scheme::V3(signed) => verify_v3(&credential, head, params, &signed.signature, body)?,
    }
    Ok(credential)
}

/// The credential of a session, which its token tells all of.
async fn of_session(app: &App, id: &str, sealed: &str, now: Timestamp) -> Result<Arc<Credential>, Fault> {
    let token = SecurityToken::unseal(&app.store, sealed);
    let token = token.ok_or(Fault::new(&codes::SECURITY_TOKEN_MALFORMED))?;
    if token.access_key_id.as_str() != id {
        return Err(Fault::new(&codes::SECURITY_TOKEN_MISMATCH));
    }
    if token.expires_at <= now {
        return Err(Fault::new(&codes::SECURITY_TOKEN_EXPIRED));
    }
    let found = app.credentials.find_session(&app.store, &token, sealed, now).await;
    // Nobody is what he was when the role is gone.
    found.map_err(|error| faults::failed(&error))?.ok_or(Fault::new(&codes::ACCESS_KEY_NOT_FOUND))
}

fn verify_v1(credential: &Credential, method: &str, params: &Params, signature: &str) -> Result<(), Fault> {
    let string_to_sign = v1_string_to_sign(method, params);
    if credential.key.verify_v1(&string_to_sign, signature) {
        return Ok(());
    }
    // Python's V1 SDK takes the text after the first colon and compares it with its own: no space may stand there.
    Err(Fault::with(&codes::SIGNATURE_V1_MISMATCH, &told(&string_to_sign)))
}

fn verify_v3(
    credential: &Credential,
    head: &Parts,
    params: &Params,
    authorization: &Authorization<'_>,
    body: &[u8],
) -> Result<(), Fault> {
    let incomplete = |why| Fault::with(&codes::SIGNATURE_INCOMPLETE, why);
    let signed = SignedHeaders::trusted(authorization, &head.headers).map_err(incomplete)?;
    // A form that was called something else on the way would be signed still, and its parameters gone.
    if body.contains(&b'=')
        && !is_form(head)
        && authorization.header_names().all(|name| name != "content-type")
    {
        return Err(incomplete(
            "SignedHeaders must name content-type where a body with parameters is no form.",
        ));
    }
    let canonical_request = v3_canonical_request(head.method.as_str(), params, &signed, &sha256_hex(body));
    let string_to_sign = v3_string_to_sign(&canonical_request);
    if credential.key.verify_v3(&string_to_sign, authorization.signature) {
        return Ok(());
    }
    let part = format!(
        "server StringToSign is [{}] server CanonicalRequest is [{}]",
        told(&string_to_sign),
        told(&canonical_request)
    );
    Err(Fault::with(&codes::SIGNATURE_V3_MISMATCH, &part))
}

/// What was to be signed, as the client is told it.
fn told(signed: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(&signed[..signed.len().min(TOLD_BYTES_MAX)])
}
