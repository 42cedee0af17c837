//! The captured requests of the real clients, each signature recomputed.

use http::{HeaderName, HeaderValue};
use serde_json::Value;

use super::*;

fn vectors() -> Vec<Value> {
    serde_json::from_str(include_str!("../../../../data/ecs/signature-vectors.json")).unwrap()
}

fn text<'v>(vector: &'v Value, field: &str) -> &'v str {
    vector[field].as_str().unwrap_or_default()
}

fn headers(vector: &Value) -> HeaderMap {
    let headers = vector["headers"].as_object().into_iter().flatten();
    headers
        .map(|(name, value)| {
            let name: HeaderName = name.parse().unwrap();
            (name, HeaderValue::from_str(value.as_str().unwrap()).unwrap())
        })
        .collect()
}

fn params(vector: &Value) -> Params {
    let query = text(vector, "target").split_once('?').map_or("", |(_, query)| query);
    Params::decode(query.as_bytes(), text(vector, "body").as_bytes()).unwrap()
}

fn of_scheme(scheme: &str) -> Vec<Value> {
    vectors().into_iter().filter(|vector| text(vector, "scheme") == scheme).collect()
}

#[test]
fn every_v1_capture_verifies() {
    let captures = of_scheme("V1 HMAC-SHA1");
    assert_eq!(captures.len(), 24);
    for vector in captures {
        let key = SigningKey::new(text(&vector, "secret"));
        let expected = text(&vector, "string_to_sign").as_bytes();
        if !text(&vector, "target").is_empty() {
            let decoded = params(&vector);
            assert_eq!(v1_string_to_sign(text(&vector, "method"), &decoded), expected, "{vector}");
            let signature = decoded.get("Signature").unwrap();
            assert_eq!(signature, text(&vector, "signature"));
        }
        assert!(key.verify_v1(expected, text(&vector, "signature")), "{vector}");
        assert!(!key.verify_v1(&expected[1..], text(&vector, "signature")));
        assert!(!key.verify_v1(expected, &text(&vector, "signature")[1..]));
        assert!(!SigningKey::new("wrong").verify_v1(expected, text(&vector, "signature")));
    }
}

#[test]
fn every_v3_capture_verifies() {
    let captures = of_scheme(V3_ALGORITHM);
    assert_eq!(captures.len(), 13);
    for vector in captures {
        let canonical = if text(&vector, "target").is_empty() {
            text(&vector, "canonical_request").as_bytes().to_vec()
        } else {
            let headers = headers(&vector);
            let authorization =
                Authorization::parse(headers.get("authorization").unwrap().to_str().unwrap()).unwrap();
            let signed = SignedHeaders::trusted(&authorization, &headers).unwrap();
            let payload = sha256_hex(text(&vector, "body").as_bytes());
            let method = text(&vector, "method");
            v3_canonical_request(method, &params(&vector), &signed, &payload)
        };
        assert_eq!(String::from_utf8_lossy(&canonical), text(&vector, "canonical_request"), "{vector}");
        let string_to_sign = v3_string_to_sign(&canonical);
        assert_eq!(String::from_utf8_lossy(&string_to_sign), text(&vector, "string_to_sign"));
        let key = SigningKey::new(text(&vector, "secret"));
        assert!(key.verify_v3(&string_to_sign, text(&vector, "signature")));
        assert!(!key.verify_v3(&string_to_sign, &text(&vector, "signature").to_uppercase()));
        assert!(!key.verify_v3(&string_to_sign[1..], text(&vector, "signature")));
    }
}

/// Nor is nothing, which would be the shortest.
#[test]
fn the_beginning_of_a_signature_is_none() {
    let (key, signed) = (SigningKey::new("secret"), b"what is signed");
    let (v1, v3) = (key.sign_v1(signed), key.sign_v3(signed));
    assert!(key.verify_v1(signed, &v1) && key.verify_v3(signed, &v3));
    for length in 0..28 {
        assert!(!key.verify_v1(signed, &v1[..length]), "{length} characters of {v1}");
    }
    for length in 0..64 {
        assert!(!key.verify_v3(signed, &v3[..length]), "{length} digits of {v3}");
    }
}

#[test]
fn other_schemes_are_not_ours() {
    let rest = vectors()
        .into_iter()
        .filter(|vector| !["V1 HMAC-SHA1", V3_ALGORITHM].contains(&text(vector, "scheme")));
    let mut count = 0;
    for vector in rest {
        let headers = headers(&vector);
        let authorization = headers.get("authorization").map(|value| value.to_str().unwrap());
        assert_eq!(authorization.and_then(Authorization::parse), None, "{vector}");
        count += 1;
    }
    assert_eq!(count, 3);
}

#[test]
fn a_forged_list_of_signed_headers_is_told() {
    let headers = |names: &[&str]| -> HeaderMap {
        let mut map = HeaderMap::new();
        for name in names {
            map.append(name.parse::<HeaderName>().unwrap(), HeaderValue::from_static("v"));
        }
        map
    };
    let why = |signed_headers: &str, names: &[&str]| {
        let authorization = Authorization { credential: "k", signed_headers, signature: "s" };
        SignedHeaders::trusted(&authorization, &headers(names)).err().unwrap_or_default()
    };
    assert_eq!(why("host;x-acs-date", &["host", "x-acs-date", "accept"]), "");
    let (once, signed) = ("in lower case", "host and every x-acs-*");
    for (list, names, expected) in [
        ("x-acs-date", &["host", "x-acs-date"][..], signed),
        ("x-acs-date", &["x-acs-date"], signed),
        ("host", &["host", "x-acs-date"], signed),
        ("host", &["x-acs-date", "host"], signed),
        ("host;x-acs-date", &["host"], once),
        ("host;x-acs-date", &["host", "accept"], once),
        ("host;host", &["host"], once),
        ("host;host", &["host", "accept"], once),
        ("host;Accept", &["host", "accept"], once),
        ("Host", &["host"], once),
        ("host;x-acs-date", &["host", "x-acs-date", "x-acs-date"], once),
        ("", &["host"], once),
    ] {
        assert!(why(list, names).contains(expected), "{list} of {names:?}: {}", why(list, names));
    }
}

#[test]
fn authorization_headers() {
    let parsed =
        Authorization::parse("ACS3-HMAC-SHA256 Credential=k, SignedHeaders=host;x-acs-date,Signature=ab");
    let expected = Authorization { credential: "k", signed_headers: "host;x-acs-date", signature: "ab" };
    assert_eq!(parsed, Some(expected));
    for header in [
        "",
        "ACS3-HMAC-SHA256",
        "ACS3-HMAC-SHA256 ",
        "ACS3-HMAC-SM3 Credential=k,SignedHeaders=h,Signature=s",
        "ACS3-HMAC-SHA256 Credential=k,SignedHeaders=h",
        "ACS3-HMAC-SHA256 Credential=k,Credential=l,SignedHeaders=h,Signature=s",
        "ACS3-HMAC-SHA256 Credential=k,SignedHeaders=h,Signature=s,Extra=1",
        "Basic abc",
    ] {
        assert_eq!(Authorization::parse(header), None, "{header}");
    }
}

proptest::proptest! {
    #[test]
    fn any_authorization_header_is_read_or_refused(header: String) {
        let _ = Authorization::parse(&header);
    }
}
