//! Signed requests as fast as they can be made: all but the few words that differ stands ready.
//!
//! The words stand as themselves in a sample that the project's own signer makes; the sample is cut up at them. The
//! timestamp is part of what stands ready, so that templates are made anew every second.

use http::HeaderMap;
use imagekin_rpc::sign::Signer;
use imagekin_rpc::signature::{
    EMPTY_SHA256, SignedHeaders, v1_string_to_sign, v3_canonical_request, v3_string_to_sign,
};
use imagekin_rpc::{Params, Service, SigningKey};
use memchr::memmem;

/// What differs from request to request, and how each is spelled in a sample: in letters that no encoding changes.
const WORDS: [&str; 7] = [KEY, FAMILY, NONCE, NAME, SNAPSHOT, IMAGE, SIGNATURE];
pub(super) const KEY: &str = "THEKEY";
pub(super) const FAMILY: &str = "THEFAMILY";
pub(super) const NONCE: &str = "THENONCE";
pub(super) const NAME: &str = "THENAME";
pub(super) const SNAPSHOT: &str = "THESNAPSHOT";
pub(super) const IMAGE: &str = "THEIMAGE";
const SIGNATURE: &str = "THESIGNATURE";

/// The words of one request, in the order of [`WORDS`]; the signature is found out.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Words<'w> {
    pub(super) key: &'w str,
    pub(super) family: &'w str,
    pub(super) nonce: &'w str,
    pub(super) name: &'w str,
    pub(super) snapshot: &'w str,
    pub(super) image: &'w str,
}

/// A text with words missing: each piece ends where the word of that number begins.
struct Text {
    pieces: Vec<(Vec<u8>, usize)>,
    last: Vec<u8>,
}

impl Text {
    fn of(sample: &[u8]) -> Self {
        let (mut pieces, mut rest) = (Vec::new(), sample);
        let first = |rest: &[u8]| {
            let found = WORDS
                .iter()
                .enumerate()
                .filter_map(|(n, word)| Some((memmem::find(rest, word.as_bytes())?, n)));
            found.min()
        };
        while let Some((at, word)) = first(rest) {
            pieces.push((rest[..at].to_vec(), word));
            rest = &rest[at + WORDS[word].len()..];
        }
        Self { pieces, last: rest.to_vec() }
    }

    fn append(&self, words: &Words<'_>, signature: &str, out: &mut Vec<u8>) {
        let words =
            [words.key, words.family, words.nonce, words.name, words.snapshot, words.image, signature];
        for (piece, word) in &self.pieces {
            out.extend_from_slice(piece);
            out.extend_from_slice(words[*word].as_bytes());
        }
        out.extend_from_slice(&self.last);
    }
}

/// How a request is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// GET, not signed.
    Unsigned,
    /// GET, all in the query (Node pop-core).
    V1Get,
    /// POST, all in the form (Node pop-core).
    V1Form,
    /// POST, parameters in the query, signed by headers (the V2 SDKs of Python, Node and Go).
    V3,
}

/// A request of one action, but for its words.
pub(super) struct Template {
    shape: Shape,
    /// V1: the string to sign. V3: the canonical request.
    to_sign: Text,
    request: Text,
    scratch: Vec<u8>,
}

const AGENT: &str = "user-agent: imagekin-bench/1\r\naccept: application/json\r\n";

impl Template {
    /// The template of `action` with `params`, some values of which are words, as signed at `now` (seconds since
    /// 1970).
    pub(super) fn new(shape: Shape, host: &str, now: i64, action: &str, params: &[(&str, &str)]) -> Self {
        let signer = Signer {
            access_key_id: KEY,
            key: &SigningKey::new("any"),
            security_token: None,
            service: Service::Ecs,
            now,
            nonce: NONCE,
        };
        let (to_sign, request) = match shape {
            Shape::Unsigned => unsigned(host, action, params),
            Shape::V1Get => v1_get(&signer, host, action, params),
            Shape::V1Form => v1_form(&signer, host, action, params),
            Shape::V3 => v3(&signer, host, action, params),
        };
        Self {
            shape,
            to_sign: Text::of(&to_sign),
            request: Text::of(request.as_bytes()),
            scratch: Vec::new(),
        }
    }

    /// Appends the request of these words to `out`, signed with `key`.
    pub(super) fn append(&mut self, words: &Words<'_>, key: &SigningKey, out: &mut Vec<u8>) {
        self.scratch.clear();
        self.to_sign.append(words, "", &mut self.scratch);
        match self.shape {
            Shape::Unsigned => self.request.append(words, "", out),
            Shape::V1Get => self.request.append(words, &escaped(&key.sign_v1(&self.scratch)), out),
            Shape::V1Form => {
                let signature = escaped(&key.sign_v1(&self.scratch));
                self.scratch.clear();
                self.request.append(words, &signature, &mut self.scratch);
                let head = format!(
                    "POST / HTTP/1.1\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n",
                    self.body_length()
                );
                out.extend_from_slice(head.as_bytes());
                out.extend_from_slice(&self.scratch);
            }
            Shape::V3 => {
                let signature = key.sign_v3(&v3_string_to_sign(&self.scratch));
                self.request.append(words, &signature, out);
            }
        }
    }

    /// How much of the scratch follows the empty line.
    fn body_length(&self) -> usize {
        memmem::find(&self.scratch, b"\r\n\r\n").map_or(0, |at| self.scratch.len() - at - 4)
    }
}

/// A signature as the query has it.
fn escaped(signature: &str) -> String {
    let mut text = String::with_capacity(48);
    for letter in signature.chars() {
        match letter {
            '+' => text.push_str("%2B"),
            '/' => text.push_str("%2F"),
            '=' => text.push_str("%3D"),
            other => text.push(other),
        }
    }
    text
}

fn unsigned(host: &str, action: &str, params: &[(&str, &str)]) -> (Vec<u8>, String) {
    let query = imagekin_rpc::sign::query_string(&[&[("Action", action)], params].concat());
    (Vec::new(), format!("GET /?{query} HTTP/1.1\r\nhost: {host}\r\n{AGENT}\r\n"))
}

/// The parameters of a V1 request, sorted as its string to sign has them, and that string.
fn v1(signer: &Signer<'_>, method: &str, action: &str, params: &[(&str, &str)]) -> (Vec<u8>, String) {
    let signed = signer.v1(method, action, &[&[("Format", "JSON")], params].concat());
    let unsigned = signed.split("&Signature=").next().unwrap_or_default();
    let decoded = Params::decode(unsigned.as_bytes(), b"").unwrap_or_default();
    (v1_string_to_sign(method, &decoded), format!("{unsigned}&Signature={SIGNATURE}"))
}

fn v1_get(signer: &Signer<'_>, host: &str, action: &str, params: &[(&str, &str)]) -> (Vec<u8>, String) {
    let (to_sign, query) = v1(signer, "GET", action, params);
    (to_sign, format!("GET /?{query} HTTP/1.1\r\nhost: {host}\r\n{AGENT}\r\n"))
}

/// The request from its third line on: the first two tell the length of the body.
fn v1_form(signer: &Signer<'_>, host: &str, action: &str, params: &[(&str, &str)]) -> (Vec<u8>, String) {
    let (to_sign, form) = v1(signer, "POST", action, params);
    (to_sign, format!("host: {host}\r\n{AGENT}\r\n{form}"))
}

fn v3(signer: &Signer<'_>, host: &str, action: &str, params: &[(&str, &str)]) -> (Vec<u8>, String) {
    let signed = signer.v3("POST", host, action, params, b"");
    let mut headers = HeaderMap::new();
    let mut lines = String::new();
    for (name, value) in
        signed.headers.iter().map(|(name, value)| (*name, value.as_str())).chain([("host", host)])
    {
        let value = match value.split_once("Signature=") {
            Some((before, _)) => format!("{before}Signature={SIGNATURE}"),
            None => value.to_owned(),
        };
        lines.push_str(&format!("{name}: {value}\r\n"));
        headers.extend(value.parse().map(|value| (http::HeaderName::from_static(name), value)));
    }
    let authorization =
        headers.get("authorization").and_then(|value| value.to_str().ok()).unwrap_or_default();
    let list = authorization.split(['=', ',']).nth(3).unwrap_or_default();
    let decoded = Params::decode(signed.query.as_bytes(), b"").unwrap_or_default();
    let signed_headers = SignedHeaders::listed(list, &headers);
    let canonical = v3_canonical_request("POST", &decoded, &signed_headers, EMPTY_SHA256);
    (canonical, format!("POST /?{} HTTP/1.1\r\n{lines}{AGENT}content-length: 0\r\n\r\n", signed.query))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A template gives what the signer gives.
    #[test]
    fn templates_sign_as_the_signer_does() {
        let (key, now) = (SigningKey::new("secret"), 1_700_000_000);
        let signer = Signer {
            access_key_id: "LTAI5t",
            key: &key,
            security_token: None,
            service: Service::Ecs,
            now,
            nonce: "n-1",
        };
        let words = Words { key: "LTAI5t", family: "golden", nonce: "n-1", ..Words::default() };
        let made = |shape| {
            let mut out = Vec::new();
            Template::new(shape, "h:1", now, "Do", &[("ImageFamily", FAMILY)]).append(&words, &key, &mut out);
            String::from_utf8(out).unwrap()
        };
        let params = [("Format", "JSON"), ("ImageFamily", "golden")];
        let get = made(Shape::V1Get);
        assert!(get.starts_with(&format!("GET /?{} HTTP/1.1\r\n", signer.v1("GET", "Do", &params))), "{get}");
        let form = made(Shape::V1Form);
        let body = signer.v1("POST", "Do", &params);
        assert!(form.ends_with(&format!("\r\n\r\n{body}")), "{form}");
        assert!(form.contains(&format!("content-length: {}\r\n", body.len())), "{form}");
        let v3 = made(Shape::V3);
        for (name, value) in signer.v3("POST", "h:1", "Do", &[("ImageFamily", "golden")], b"").headers {
            assert!(v3.contains(&format!("{name}: {value}\r\n")), "{v3}");
        }
        assert!(made(Shape::Unsigned).starts_with("GET /?Action=Do&ImageFamily=golden HTTP/1.1\r\n"));
    }
}
