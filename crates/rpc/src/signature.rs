//! Signatures: V1 (HMAC-SHA1 over all parameters) and V3 (ACS3-HMAC-SHA256 over a canonical request).
//!
//! The algorithms are those of spec/protocol.md b, which re-compute every captured request; the vectors are in
//! `data/ecs/signature-vectors.json` and are all tests of this module.

use aws_lc_rs::{constant_time, digest, hmac};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use http::HeaderMap;
use zeroize::Zeroizing;

use crate::Params;
use crate::params::Part;
use crate::percent::{encode, encode_twice};

/// Name of the V3 algorithm.
pub const V3_ALGORITHM: &str = "ACS3-HMAC-SHA256";
/// SHA-256 of nothing, in hexadecimal.
pub const EMPTY_SHA256: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/// The secret of one access key, prepared for both kinds of signature. Its `Debug` tells nothing of the secret, and aws-lc wipes
/// it when it is dropped.
#[derive(Clone, Debug)]
pub struct SigningKey {
    v1: hmac::Key,
    v3: hmac::Key,
}

impl SigningKey {
    /// Prepares the secret of an access key.
    #[must_use]
    pub fn new(secret: &str) -> Self {
        let v1_secret = Zeroizing::new(format!("{secret}&"));
        Self {
            v1: hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, v1_secret.as_bytes()),
            v3: hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes()),
        }
    }

    /// Signs a V1 string to sign: 28 characters of base64.
    #[must_use]
    pub fn sign_v1(&self, string_to_sign: &[u8]) -> String {
        BASE64.encode(hmac::sign(&self.v1, string_to_sign))
    }

    /// Signs a V3 string to sign: 64 lower-case hexadecimal digits.
    #[must_use]
    pub fn sign_v3(&self, string_to_sign: &[u8]) -> String {
        hex(hmac::sign(&self.v3, string_to_sign).as_ref())
    }

    /// Is `signature` that of the V1 string to sign? Compared in constant time.
    #[must_use]
    pub fn verify_v1(&self, string_to_sign: &[u8], signature: &str) -> bool {
        let mut expected = [0; 28];
        let tag = hmac::sign(&self.v1, string_to_sign);
        let is_whole = BASE64.encode_slice(tag, &mut expected) == Ok(expected.len());
        is_whole && is_same(&expected, signature.as_bytes())
    }

    /// Is `signature` that of the V3 string to sign? Compared in constant time.
    #[must_use]
    pub fn verify_v3(&self, string_to_sign: &[u8], signature: &str) -> bool {
        let mut expected = [0; 64];
        hex_into(hmac::sign(&self.v3, string_to_sign).as_ref(), &mut expected);
        is_same(&expected, signature.as_bytes())
    }
}

/// Is this the signature, or another secret, that was expected? The time that it takes tells nothing but whether the lengths
/// are the same. It is the one place where such things are compared (`cargo xtask tidy`).
#[must_use]
pub fn is_same(expected: &[u8], given: &[u8]) -> bool {
    constant_time::verify_slices_are_equal(expected, given).is_ok()
}

/// SHA-256 in lower-case hexadecimal.
#[must_use]
pub fn sha256_hex(bytes: &[u8]) -> String {
    if bytes.is_empty() {
        return EMPTY_SHA256.to_owned();
    }
    hex(digest::digest(&digest::SHA256, bytes).as_ref())
}

/// Lower-case hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    let mut text = vec![0; bytes.len() * 2];
    hex_into(bytes, &mut text);
    text.into_iter().map(char::from).collect()
}

fn hex_into(bytes: &[u8], text: &mut [u8]) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    for (pair, byte) in text.chunks_exact_mut(2).zip(bytes) {
        pair[0] = DIGITS[usize::from(byte >> 4)];
        pair[1] = DIGITS[usize::from(byte & 15)];
    }
}

/// The V1 string to sign: method, `%2F`, and all parameters but Signature, sorted and encoded twice.
#[must_use]
pub fn v1_string_to_sign(method: &str, params: &Params) -> Vec<u8> {
    let mut text = Vec::with_capacity(1_024);
    text.extend_from_slice(method.as_bytes());
    text.extend_from_slice(b"&%2F&");
    let mut separator: &[u8] = b"";
    for (key, value, _) in params.iter().filter(|(key, _, _)| *key != "Signature") {
        text.extend_from_slice(separator);
        encode_twice(key, &mut text);
        text.extend_from_slice(b"%3D");
        encode_twice(value, &mut text);
        separator = b"%26";
    }
    text
}

/// A V3 `Authorization` header, taken apart: `ACS3-HMAC-SHA256 Credential=…,SignedHeaders=…,Signature=…`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Authorization<'h> {
    /// Access key id.
    pub credential: &'h str,
    /// Lower-case header names, separated by `;`.
    pub signed_headers: &'h str,
    /// Lower-case hexadecimal.
    pub signature: &'h str,
}

impl<'h> Authorization<'h> {
    /// Takes the header apart; `None` if it is of another algorithm, or a part is missing, repeated or unknown.
    #[must_use]
    pub fn parse(header: &'h str) -> Option<Self> {
        let rest = header.strip_prefix(V3_ALGORITHM)?.strip_prefix(' ')?;
        let (mut credential, mut signed_headers, mut signature) = (None, None, None);
        for part in rest.split(',') {
            let (name, value) = part.trim().split_once('=')?;
            let slot = match name {
                "Credential" => &mut credential,
                "SignedHeaders" => &mut signed_headers,
                "Signature" => &mut signature,
                _ => return None,
            };
            if slot.replace(value).is_some() {
                return None;
            }
        }
        Some(Self { credential: credential?, signed_headers: signed_headers?, signature: signature? })
    }

    /// The names of the signed headers.
    pub fn header_names(&self) -> impl Iterator<Item = &'h str> {
        self.signed_headers.split(';')
    }
}

/// The headers that a V3 signature covers: name and value of each, in the order of its list of names.
#[derive(Clone, Debug)]
pub struct SignedHeaders<'r>(Vec<(&'r str, &'r [u8])>);

impl<'r> SignedHeaders<'r> {
    /// Those that `list` names, separated by `;`, as who signs has them. One that is not there counts as empty.
    #[must_use]
    pub fn listed(list: &'r str, headers: &'r HeaderMap) -> Self {
        let value = |name| headers.get(name).map_or(&[][..], http::HeaderValue::as_bytes);
        Self(list.split(';').map(|name| (name, value(name))).collect())
    }

    /// Those that the Authorization header of a request names.
    ///
    /// # Errors
    /// Why its list cannot be trusted. It must name `host` and every `x-acs-*` header there is, each name once, and each
    /// header must be there once: an unsigned or a second one could have been put in on the way.
    pub fn trusted(authorization: &Authorization<'r>, headers: &'r HeaderMap) -> Result<Self, &'static str> {
        const NOT_ONCE: &str = "SignedHeaders must name each header once and in lower case, and each of them must stand in \
                                the request exactly once.";
        const UNSIGNED: &str = "SignedHeaders must name host and every x-acs-* header of the request.";
        let mut signed: Vec<(&str, Option<&[u8]>)> =
            authorization.header_names().map(|name| (name, None)).collect();
        // More names than headers: not all of them are there once. So there are no more of them than hyper takes headers.
        if signed.len() > headers.len() {
            return Err(NOT_ONCE);
        }
        let mut has_unsigned = false;
        for (name, value) in headers {
            let name = name.as_str();
            match signed.iter_mut().find(|(listed, _)| *listed == name) {
                Some((_, found)) if found.is_some() => return Err(NOT_ONCE),
                Some((_, found)) => *found = Some(value.as_bytes()),
                None => has_unsigned |= name == "host" || name.starts_with("x-acs-"),
            }
        }
        // A name that is listed a second time has found nothing.
        let found = signed.into_iter().map(|(name, value)| Some((name, value?)));
        let signed: Vec<_> = found.collect::<Option<_>>().ok_or(NOT_ONCE)?;
        let names_host = signed.iter().any(|(name, _)| *name == "host");
        if has_unsigned || !names_host { Err(UNSIGNED) } else { Ok(Self(signed)) }
    }
}

/// The V3 canonical request.
///
/// `payload_sha256` is that of the body as it arrived, in lower-case hexadecimal.
#[must_use]
pub fn v3_canonical_request(
    method: &str,
    params: &Params,
    SignedHeaders(signed): &SignedHeaders<'_>,
    payload_sha256: &str,
) -> Vec<u8> {
    let mut text = Vec::with_capacity(1_024);
    text.extend_from_slice(method.as_bytes());
    text.extend_from_slice(b"\n/\n");
    let mut separator: &[u8] = b"";
    for (key, value, _) in params.iter().filter(|(_, _, part)| *part == Part::Query) {
        text.extend_from_slice(separator);
        encode(key, &mut text);
        text.push(b'=');
        encode(value, &mut text);
        separator = b"&";
    }
    text.push(b'\n');
    for (name, value) in signed {
        text.extend_from_slice(name.as_bytes());
        text.push(b':');
        text.extend_from_slice(value.trim_ascii());
        text.push(b'\n');
    }
    let mut separator: &[u8] = b"\n";
    for (name, _) in signed {
        text.extend_from_slice(separator);
        text.extend_from_slice(name.as_bytes());
        separator = b";";
    }
    text.push(b'\n');
    text.extend_from_slice(payload_sha256.as_bytes());
    text
}

/// The V3 string to sign of a canonical request.
#[must_use]
pub fn v3_string_to_sign(canonical_request: &[u8]) -> Vec<u8> {
    let mut text = [0; V3_ALGORITHM.len() + 1 + 64];
    let (head, hash) = text.split_at_mut(V3_ALGORITHM.len() + 1);
    head[..V3_ALGORITHM.len()].copy_from_slice(V3_ALGORITHM.as_bytes());
    head[V3_ALGORITHM.len()] = b'\n';
    hex_into(digest::digest(&digest::SHA256, canonical_request).as_ref(), hash);
    text.to_vec()
}

#[cfg(test)]
mod tests;
