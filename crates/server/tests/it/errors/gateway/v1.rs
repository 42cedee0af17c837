//! V1: what its system parameters, its signature and its key can have wrong.

use imagekin_rpc::codes as c;
use imagekin_rpc::signature::v1_string_to_sign;
use imagekin_rpc::{Format, Params, time};

use super::Case;
use crate::harness::forge::V1;
use crate::harness::wire::HttpRequest;
use crate::harness::{INACTIVE, OWNER, STRANGER};

/// The system parameters, each of which must be there.
const SYSTEM: [&str; 7] = [
    "Action",
    "Version",
    "AccessKeyId",
    "SignatureMethod",
    "SignatureVersion",
    "SignatureNonce",
    "Timestamp",
];

/// Texts that are no `yyyy-MM-ddTHH:mm:ssZ`.
pub(super) const ODD_TIMES: [&str; 14] = [
    "2026-01-02",
    "2026-01-02T03:04:05",
    "2026-01-02T03:04Z",
    "2026-01-02T03:04:05.000Z",
    "2026-01-02T03:04:05+00:00",
    "2026-01-02 03:04:05Z",
    "2026-01-02t03:04:05z",
    "2026-02-30T03:04:05Z",
    "2026-01-02T24:00:00Z",
    "2026-01-02T03:04:60Z",
    "1767323045",
    "now",
    "+2026-01-02T03:04:05Z",
    "２026-01-02T03:04:05Z",
];

pub(super) fn cases(now: i64, format: &str) -> Vec<Case> {
    let good = || V1::new(now, "DescribeRegions", &[("Format", format)]);
    [missing(&good), malformed(&good), times(now, &good), keys(&good), signatures(&good)].concat()
}

fn missing(good: &dyn Fn() -> V1) -> Vec<Case> {
    let mut cases = Vec::new();
    for name in SYSTEM {
        let absent = format!("V1 without {name}");
        cases.push(Case::new(&absent, good().without(name).request(), &c::MISSING_PARAMETER).part(name));
        let empty = format!("V1 with an empty {name}");
        cases.push(Case::new(&empty, good().with(name, "").request(), &c::MISSING_PARAMETER).part(name));
    }
    let signed = good().signed(OWNER);
    let (unsigned, _) = signed.split_once("&Signature=").expect("the signature comes last");
    for (what, query) in [("no", unsigned.to_owned()), ("an empty", format!("{unsigned}&Signature="))] {
        let request = HttpRequest::new("GET", &format!("/?{query}"));
        let what = format!("V1 with {what} signature");
        cases.push(Case::new(&what, request, &c::MISSING_PARAMETER).part("Signature"));
    }
    cases
}

fn malformed(good: &dyn Fn() -> V1) -> Vec<Case> {
    let case = |name: &str, value: &str, code| {
        Case::new(&format!("V1 with {name}={value}"), good().with(name, value).request(), code)
    };
    vec![
        case("Version", "2014-05-27", &c::ACTION_OR_VERSION_INVALID),
        case("Version", "2014-05-26 ", &c::ACTION_OR_VERSION_INVALID),
        case("SignatureMethod", "HMAC-SHA256", &c::SIGNATURE_METHOD_INVALID),
        case("SignatureMethod", "none", &c::SIGNATURE_METHOD_INVALID),
        case("SignatureVersion", "1", &c::SIGNATURE_VERSION_INVALID),
        case("SignatureVersion", "2.0", &c::SIGNATURE_VERSION_INVALID),
        // Nobody can say in which format to be told that there is no such format: it is that of V1 without one.
        case("Format", "yaml", &c::FORMAT_INVALID).told_in(Format::Xml),
        case("Format", " JSON", &c::FORMAT_INVALID).told_in(Format::Xml),
        case("Action", "MakeCoffee", &c::ACTION_NOT_FOUND),
        case("Action", "describeregions", &c::ACTION_NOT_FOUND),
        case("Action", "DescribeRegions ", &c::ACTION_NOT_FOUND),
        case("Action", "RunInstances", &c::ACTION_NOT_SUPPORTED).part("RunInstances"),
        case("Action", "RunInstances", &c::ACTION_NOT_SUPPORTED).part("RunInstances"),
        case("SecurityToken", "of-nobody", &c::SECURITY_TOKEN_MALFORMED),
    ]
}

fn times(now: i64, good: &dyn Fn() -> V1) -> Vec<Case> {
    let timed = |text: &str, code| {
        Case::new(&format!("V1 of {text}"), good().with("Timestamp", text).request(), code)
    };
    let mut cases: Vec<Case> = ODD_TIMES.iter().map(|text| timed(text, &c::TIMESTAMP_MALFORMED)).collect();
    for seconds in [now - 901, now + 901, now - 86_400, now + 86_400, 0, 253_402_300_799] {
        cases.push(timed(&time::print(seconds), &c::TIMESTAMP_EXPIRED));
    }
    cases
}

fn keys(good: &dyn Fn() -> V1) -> Vec<Case> {
    let by = |id: &str| good().with("AccessKeyId", id).request();
    let mut cases: Vec<Case> =
        ["nobody", "TESTID", "test id", "testid\n", "键", &"k".repeat(129), "' OR 1=1 --"]
            .iter()
            .map(|id| Case::new(&format!("V1 of the key {id:?}"), by(id), &c::ACCESS_KEY_NOT_FOUND))
            .collect();
    let inactive = good().with("AccessKeyId", INACTIVE.id).request_by(INACTIVE);
    cases.push(Case::new("V1 of an inactive key", inactive, &c::ACCESS_KEY_INACTIVE));
    cases
}

fn signatures(good: &dyn Fn() -> V1) -> Vec<Case> {
    let forged = good();
    let string_to_sign = |request: &HttpRequest| {
        let query = request.target.strip_prefix("/?").expect("a query");
        let params = Params::decode(query.as_bytes(), b"").expect("parameters");
        String::from_utf8(v1_string_to_sign(&request.method, &params)).expect("ASCII")
    };
    let mismatch = |what: &str, request: HttpRequest| {
        let part = string_to_sign(&request);
        Case::new(what, request, &c::SIGNATURE_V1_MISMATCH).part(&part)
    };
    let mut posted = good().request();
    "POST".clone_into(&mut posted.method);
    let mut tampered = good().request();
    tampered.target.push_str("&RegionId=cn-beijing");
    let mut cut = good().request();
    cut.target.truncate(cut.target.len() - 3);
    cut.target.push_str("A%3D%3D");
    let mut begun = good().request();
    begun.target.truncate(begun.target.len() - "%3D".len());
    let mut spaced = good().request();
    spaced.target.push_str("%20");
    vec![
        mismatch("V1 by another's secret", forged.request_by(STRANGER)),
        mismatch("V1 with a parameter more than was signed", tampered),
        mismatch("V1 with another method than was signed", posted),
        mismatch("V1 with a cut signature", cut),
        mismatch("V1 with the beginning of a signature", begun),
        mismatch("V1 with a space after the signature", spaced),
        Case::new("V1 for the second time", good().request(), &c::NONCE_USED).twice(),
    ]
}
