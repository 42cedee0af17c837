//! Requests of which each part can be forged before they are signed, or after.

use imagekin_rpc::signature::{
    SignedHeaders, V3_ALGORITHM, sha256_hex, v1_string_to_sign, v3_canonical_request, v3_string_to_sign,
};
use imagekin_rpc::{Params, VERSION, time};

use super::actor::nonce;
use super::wire::HttpRequest;
use super::{HOST, Key, OWNER, signing_key};

/// A V1 request, as its parameters.
#[derive(Clone, Debug)]
pub(crate) struct V1 {
    pub(crate) method: &'static str,
    pub(crate) params: Vec<(String, String)>,
}

impl V1 {
    /// A GET of the owner at `now`, with all system parameters but Format.
    pub(crate) fn new(now: i64, action: &str, params: &[(&str, &str)]) -> Self {
        let timestamp = time::print(now);
        let nonce = nonce();
        let system = [
            ("AccessKeyId", OWNER.id),
            ("Action", action),
            ("SignatureMethod", "HMAC-SHA1"),
            ("SignatureNonce", &nonce),
            ("SignatureVersion", "1.0"),
            ("Timestamp", &timestamp),
            ("Version", VERSION),
        ];
        let all = system.iter().chain(params).map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
        Self { method: "GET", params: all.collect() }
    }

    /// Sets a parameter, in its place or as a new one.
    #[must_use]
    pub(crate) fn with(mut self, key: &str, value: &str) -> Self {
        match self.params.iter_mut().find(|(given, _)| given == key) {
            Some((_, given)) => value.clone_into(given),
            None => self.params.push((key.to_owned(), value.to_owned())),
        }
        self
    }

    /// Leaves a parameter out.
    #[must_use]
    pub(crate) fn without(mut self, key: &str) -> Self {
        self.params.retain(|(given, _)| given != key);
        self
    }

    /// The encoded parameters with their signature.
    pub(crate) fn signed(&self, key: Key) -> String {
        let pairs: Vec<(&str, &str)> = self.params.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        let unsigned = imagekin_rpc::sign::query_string(&pairs);
        let params = Params::decode(unsigned.as_bytes(), b"").expect("parameters that can be read");
        let signature = signing_key(key).sign_v1(&v1_string_to_sign(self.method, &params));
        format!("{unsigned}&{}", imagekin_rpc::sign::query_string(&[("Signature", &signature)]))
    }

    /// The request, signed by the owner.
    pub(crate) fn request(&self) -> HttpRequest {
        self.request_by(OWNER)
    }

    /// The request, signed with `key`.
    pub(crate) fn request_by(&self, key: Key) -> HttpRequest {
        HttpRequest::new(self.method, &format!("/?{}", self.signed(key)))
    }
}

/// A V3 request, as its query, its headers and the list of those that are signed.
#[derive(Clone, Debug)]
pub(crate) struct V3 {
    pub(crate) query: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) signed_headers: String,
    pub(crate) credential: String,
    pub(crate) body: Vec<u8>,
}

impl V3 {
    /// A POST of the owner at `now`, without a body.
    pub(crate) fn new(now: i64, action: &str, params: &[(&str, &str)]) -> Self {
        let headers = [
            ("host", HOST.to_owned()),
            ("x-acs-action", action.to_owned()),
            ("x-acs-content-sha256", sha256_hex(b"")),
            ("x-acs-date", time::print(now)),
            ("x-acs-signature-nonce", nonce()),
            ("x-acs-version", VERSION.to_owned()),
        ];
        let names: Vec<&str> = headers.iter().map(|(name, _)| *name).collect();
        Self {
            query: imagekin_rpc::sign::query_string(params),
            signed_headers: names.join(";"),
            headers: headers.map(|(name, value)| (name.to_owned(), value)).to_vec(),
            credential: OWNER.id.to_owned(),
            body: Vec::new(),
        }
    }

    /// Sets a header, in its place or as a new one, without signing it.
    #[must_use]
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        match self.headers.iter_mut().find(|(given, _)| given == name) {
            Some((_, given)) => value.clone_into(given),
            None => self.headers.push((name.to_owned(), value.to_owned())),
        }
        self
    }

    /// Leaves a header out; what is signed stays.
    #[must_use]
    pub(crate) fn without(mut self, name: &str) -> Self {
        self.headers.retain(|(given, _)| given != name);
        self
    }

    /// Says which headers are signed.
    #[must_use]
    pub(crate) fn signing(mut self, names: &str) -> Self {
        names.clone_into(&mut self.signed_headers);
        self
    }

    /// Signs one header more.
    #[must_use]
    pub(crate) fn signing_also(mut self, name: &str) -> Self {
        self.signed_headers.push(';');
        self.signed_headers.push_str(name);
        self
    }

    /// With a body that is signed.
    #[must_use]
    pub(crate) fn with_body(mut self, body: &[u8]) -> Self {
        self.body = body.to_vec();
        self.with("x-acs-content-sha256", &sha256_hex(body))
    }

    /// The request, signed by the owner.
    pub(crate) fn request(&self) -> HttpRequest {
        self.request_by(OWNER)
    }

    /// The request, signed with the secret of `key`.
    pub(crate) fn request_by(&self, key: Key) -> HttpRequest {
        let params = Params::decode(self.query.as_bytes(), b"").expect("parameters that can be read");
        let mut map = http::HeaderMap::new();
        for (name, value) in &self.headers {
            let name: http::HeaderName = name.parse().expect("a header name");
            map.append(name, value.parse().expect("a header value"));
        }
        let signed = SignedHeaders::listed(&self.signed_headers, &map);
        let canonical = v3_canonical_request("POST", &params, &signed, &sha256_hex(&self.body));
        let signature = signing_key(key).sign_v3(&v3_string_to_sign(&canonical));
        let authorization = format!(
            "{V3_ALGORITHM} Credential={},SignedHeaders={},Signature={signature}",
            self.credential, self.signed_headers
        );
        HttpRequest {
            method: "POST".to_owned(),
            target: format!("/?{}", self.query),
            headers: self.headers.clone(),
            body: self.body.clone(),
        }
        .with_header("authorization", &authorization)
    }
}
