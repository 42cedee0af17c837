//! Any bytes as query and form: decoded or refused; and any decoded parameters as an input: read or refused.
#![no_main]

use imagekin_rpc::input::{self, Clearable};
use imagekin_rpc::signature::v1_string_to_sign;
use imagekin_rpc::{Envelope, Params};
use libfuzzer_sys::fuzz_target;
use serde::Deserialize;

/// One field of each kind that an input can have.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
#[expect(dead_code, reason = "only read")]
struct Input {
    a: Option<String>,
    b: Option<bool>,
    n: Option<u32>,
    i: Option<i64>,
    #[serde(default)]
    c: Clearable,
    #[serde(default)]
    l: Vec<String>,
    #[serde(default)]
    t: Vec<Element>,
    s: Option<Element>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
#[expect(dead_code, reason = "only read")]
struct Element {
    k: Option<String>,
    v: Option<u16>,
}

fuzz_target!(|data: &[u8]| {
    let (query, form) = data.split_at(data.iter().position(|byte| *byte == b'\n').unwrap_or(data.len()));
    let Ok(params) = Params::decode(query, form) else { return };
    let _ = input::read::<Input>(&params);
    let _ = Envelope::read(&params, &http::HeaderMap::new());
    // What was decoded can be signed, encoded and decoded again, and is the same.
    let string_to_sign = v1_string_to_sign("GET", &params);
    assert!(string_to_sign.starts_with(b"GET&%2F&"));
    let pairs: Vec<(&str, &str)> = params.iter().map(|(key, value, _)| (key, value)).collect();
    let again = Params::decode(imagekin_rpc::sign::query_string(&pairs).as_bytes(), b"").unwrap();
    assert!(again.iter().map(|(key, value, _)| (key, value)).eq(pairs.iter().copied()));
});
