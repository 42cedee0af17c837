//! Any bytes as headers of a V3 request: read or refused; what is trusted signs host and every x-acs-* header.
#![no_main]

use http::{HeaderMap, HeaderName, HeaderValue};
use imagekin_rpc::signature::{Authorization, SignedHeaders, v3_canonical_request, v3_string_to_sign};
use imagekin_rpc::{Envelope, Params};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let mut headers = HeaderMap::new();
    for line in data.split(|byte| *byte == b'\n').take(64) {
        let at = line.iter().position(|byte| *byte == b':').unwrap_or(line.len());
        let value = line.get(at + 1..).unwrap_or_default();
        if let (Ok(name), Ok(value)) = (HeaderName::from_bytes(&line[..at]), HeaderValue::from_bytes(value)) {
            headers.append(name, value);
        }
    }
    let params = Params::default();
    let _ = Envelope::read(&params, &headers);
    let text = headers.get("authorization").and_then(|value| value.to_str().ok()).unwrap_or_default();
    let Some(authorization) = Authorization::parse(text.trim()) else { return };
    let signed = SignedHeaders::listed(authorization.signed_headers, &headers);
    let canonical = v3_canonical_request("POST", &params, &signed, "");
    assert_eq!(v3_string_to_sign(&canonical).len(), 81);
    if let Ok(trusted) = SignedHeaders::trusted(&authorization, &headers) {
        assert_eq!(v3_canonical_request("POST", &params, &trusted, ""), canonical);
        let names: Vec<&str> = authorization.header_names().collect();
        assert!(names.contains(&"host"));
        let acs = headers.keys().filter(|name| name.as_str().starts_with("x-acs-"));
        assert!(acs.into_iter().all(|name| names.contains(&name.as_str())));
    }
});
