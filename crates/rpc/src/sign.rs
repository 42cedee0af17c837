//! Signing a request, as a client does.

use crate::params::Params;
use crate::percent::encode;
use crate::signature::{
    SignedHeaders, SigningKey, V3_ALGORITHM, sha256_hex, v1_string_to_sign, v3_canonical_request,
    v3_string_to_sign,
};
use crate::{Service, time};

/// Who signs, when, and with which nonce.
#[derive(Clone, Copy, Debug)]
pub struct Signer<'a> {
    /// Access key id.
    pub access_key_id: &'a str,
    /// The prepared secret.
    pub key: &'a SigningKey,
    /// The token that goes with the key, if it is a temporary one.
    pub security_token: Option<&'a str>,
    /// The service whose action is called.
    pub service: Service,
    /// Seconds since 1970.
    pub now: i64,
    /// Once per request.
    pub nonce: &'a str,
}

/// A V3 request: what goes into the request line and into the headers.
#[derive(Clone, Debug)]
pub struct V3Request {
    /// The encoded query.
    pub query: String,
    /// Headers, `authorization` among them, without `host`.
    pub headers: Vec<(&'static str, String)>,
}

/// `a=1&b=x%20y`, in the order given.
#[must_use]
pub fn query_string(params: &[(&str, &str)]) -> String {
    let mut query = Vec::new();
    for (key, value) in params {
        if !query.is_empty() {
            query.push(b'&');
        }
        encode(key, &mut query);
        query.push(b'=');
        encode(value, &mut query);
    }
    query.into_iter().map(char::from).collect()
}

impl Signer<'_> {
    /// Signs a V1 request: gives the whole query, which may as well be sent as the form body of a POST.
    #[must_use]
    pub fn v1(&self, method: &str, action: &str, params: &[(&str, &str)]) -> String {
        let timestamp = time::print(self.now);
        let mut all = vec![
            ("AccessKeyId", self.access_key_id),
            ("Action", action),
            ("SignatureMethod", "HMAC-SHA1"),
            ("SignatureNonce", self.nonce),
            ("SignatureVersion", "1.0"),
            ("Timestamp", &timestamp),
            ("Version", self.service.version()),
        ];
        all.extend(self.security_token.map(|token| ("SecurityToken", token)));
        all.extend_from_slice(params);
        let unsigned = query_string(&all);
        // What cannot be decoded again cannot be answered either: the server says so.
        let decoded = Params::decode(unsigned.as_bytes(), b"").unwrap_or_default();
        let signature = self.key.sign_v1(&v1_string_to_sign(method, &decoded));
        format!("{unsigned}&{}", query_string(&[("Signature", &signature)]))
    }

    /// Signs a V3 request to `host` (with its port, as the Host header has it).
    #[must_use]
    pub fn v3(
        &self,
        method: &str,
        host: &str,
        action: &str,
        params: &[(&str, &str)],
        body: &[u8],
    ) -> V3Request {
        let query = query_string(params);
        let payload_sha256 = sha256_hex(body);
        let mut headers = vec![
            ("x-acs-action", action.to_owned()),
            ("x-acs-content-sha256", payload_sha256.clone()),
            ("x-acs-date", time::print(self.now)),
            ("x-acs-signature-nonce", self.nonce.to_owned()),
            ("x-acs-version", self.service.version().to_owned()),
        ];
        if let Some(token) = self.security_token {
            headers.push(("x-acs-accesskey-id", self.access_key_id.to_owned()));
            headers.push(("x-acs-security-token", token.to_owned()));
        }
        let mut names: Vec<&str> = headers.iter().map(|(name, _)| *name).chain(["host"]).collect();
        names.sort_unstable();
        let signed_headers = names.join(";");
        let mut map = http::HeaderMap::new();
        let all = headers.iter().map(|(name, value)| (*name, value.as_str())).chain([("host", host)]);
        map.extend(
            all.filter_map(|(name, value)| {
                Some((name.parse::<http::HeaderName>().ok()?, value.parse().ok()?))
            }),
        );
        let decoded = Params::decode(query.as_bytes(), b"").unwrap_or_default();
        let signed = SignedHeaders::listed(&signed_headers, &map);
        let canonical = v3_canonical_request(method, &decoded, &signed, &payload_sha256);
        let signature = self.key.sign_v3(&v3_string_to_sign(&canonical));
        let credential = self.access_key_id;
        headers.push((
            "authorization",
            format!(
                "{V3_ALGORITHM} Credential={credential},SignedHeaders={signed_headers},Signature={signature}"
            ),
        ));
        V3Request { query, headers }
    }
}
