//! V3: what its headers, its list of signed headers, its signature and its key can have wrong.

use imagekin_rpc::signature::sha256_hex;
use imagekin_rpc::{Format, codes as c, time};

use super::Case;
use super::v1::ODD_TIMES;
use crate::harness::forge::{V1, V3};
use crate::harness::wire::HttpRequest;
use crate::harness::{INACTIVE, STRANGER};

/// The headers that must be there, beside Authorization.
const SYSTEM: [&str; 4] = ["x-acs-action", "x-acs-version", "x-acs-signature-nonce", "x-acs-date"];

pub(super) fn cases(now: i64, format: &str) -> Vec<Case> {
    let good = || V3::new(now, "DescribeRegions", &[("Format", format)]);
    [malformed(&good), times(now, &good), authorizations(now, format, &good), lists(&good), signatures(&good)]
        .concat()
}

fn malformed(good: &dyn Fn() -> V3) -> Vec<Case> {
    let case = |name: &str, value: &str, code| {
        Case::new(&format!("V3 with {name}: {value}"), good().with(name, value).request(), code)
    };
    let mut cases = Vec::new();
    for name in SYSTEM {
        cases.push(case(name, "", &c::MISSING_PARAMETER).part(name));
        let absent = good().without(name).signing("host").request();
        cases.push(Case::new(&format!("V3 without {name}"), absent, &c::MISSING_PARAMETER).part(name));
    }
    let of_format = |text: &str| V3 { query: format!("Format={text}"), ..good() }.request();
    cases.extend([
        case("x-acs-version", "2014-05-27", &c::ACTION_OR_VERSION_INVALID),
        case("x-acs-action", "MakeCoffee", &c::ACTION_NOT_FOUND),
        case("x-acs-action", "describeregions", &c::ACTION_NOT_FOUND),
        case("x-acs-action", "RunInstances", &c::ACTION_NOT_SUPPORTED).part("RunInstances"),
        Case::new("V3 in yaml", of_format("yaml"), &c::FORMAT_INVALID).told_in(Format::Json),
    ]);
    let token = good().with("x-acs-security-token", "of-nobody").signing_also("x-acs-security-token");
    cases.push(Case::new("V3 with a token", token.request(), &c::SECURITY_TOKEN_MALFORMED));
    cases
}

fn times(now: i64, good: &dyn Fn() -> V3) -> Vec<Case> {
    let timed = |text: &str, code| {
        Case::new(&format!("V3 of {text}"), good().with("x-acs-date", text).request(), code)
    };
    let ascii = ODD_TIMES.iter().filter(|text| text.is_ascii());
    let mut cases: Vec<Case> = ascii.map(|text| timed(text, &c::TIMESTAMP_MALFORMED)).collect();
    for seconds in [now - 901, now + 901, 0, 253_402_300_799] {
        cases.push(timed(&time::print(seconds), &c::TIMESTAMP_EXPIRED));
    }
    cases
}

/// What an Authorization can say instead of `ACS3-HMAC-SHA256 Credential=…,SignedHeaders=…,Signature=…`.
fn authorizations(now: i64, format: &str, good: &dyn Fn() -> V3) -> Vec<Case> {
    let with = |authorization: &str| {
        good().request().without_header("authorization").with_header("authorization", authorization)
    };
    let mut cases = Vec::new();
    for text in [
        "ACS3-HMAC-SHA256",
        "ACS3-HMAC-SHA256 ",
        "ACS3-HMAC-SHA256 Credential=testid",
        "ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=host",
        "ACS3-HMAC-SHA256 SignedHeaders=host,Signature=00",
        "ACS3-HMAC-SHA256 Credential=testid,Credential=testid,SignedHeaders=host,Signature=00",
        "ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=host,Signature=00,Colour=red",
        "ACS3-HMAC-SHA256Credential=testid,SignedHeaders=host,Signature=00",
        "ACS3-HMAC-SHA256 Credential:testid SignedHeaders:host Signature:00",
    ] {
        let code = &c::SIGNATURE_INCOMPLETE;
        cases.push(Case::new(text, with(text), code).part("The Authorization header is malformed."));
    }
    for text in ["ACS3-HMAC-SM3 Credential=a,SignedHeaders=host,Signature=0", "ACS3-RSA-SHA256 x", "ACS3-"] {
        cases.push(Case::new(text, with(text), &c::SIGNATURE_METHOD_INVALID));
    }
    let bearer = good().request().without_header("authorization").with_header("x-acs-bearer-token", "t");
    cases.push(Case::new("V3 with a bearer token", bearer, &c::MISSING_PARAMETER).part("authorization"));
    // Whoever signs both ways is taken at his word of V3, which has its parameters in headers.
    let v1 = V1::new(now, "DescribeRegions", &[("Format", format)]).request();
    let v1 =
        v1.with_header("authorization", "ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=host,Signature=00");
    cases.push(Case::new("V1 with an authorization of V3", v1, &c::MISSING_PARAMETER).part("x-acs-action"));
    // Any other Authorization is none of ours: such a request is one of V1, whose parameters it has not.
    let basic = with("Basic dGVzdDp0ZXN0");
    cases.push(Case::new("Basic", basic, &c::MISSING_PARAMETER).part("Action"));
    cases
}

/// Lists of signed headers that leave out, or make up, something.
fn lists(good: &dyn Fn() -> V3) -> Vec<Case> {
    const NAMES: &str = "x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version";
    const ONCE: &str = "SignedHeaders must name each header once and in lower case, and each of them must stand in the \
                        request exactly once.";
    const ALL: &str = "SignedHeaders must name host and every x-acs-* header of the request.";
    const TYPE: &str = "SignedHeaders must name content-type where a body with parameters is no form.";
    let case = |what: &str, forged: V3, why: &str| {
        Case::new(&format!("V3 with {what}"), forged.request(), &c::SIGNATURE_INCOMPLETE).part(why)
    };
    let mut second_nonce = good();
    second_nonce.headers.push(("x-acs-signature-nonce".to_owned(), "a-second-one".to_owned()));
    let mut second_host = good();
    second_host.headers.push(("host".to_owned(), "elsewhere".to_owned()));
    let mut cases = vec![
        case("an unsigned host", good().signing(NAMES), ALL),
        case("an unsigned x-acs-extra", good().with("x-acs-extra", "1"), ALL),
        case("an absent header in the list", good().signing_also("x-acs-absent"), ONCE),
        case("a header twice in the list", good().signing_also("x-acs-date"), ONCE),
        case(
            "a form that is called a text",
            good().with_body(b"DryRun=true").with("content-type", "text/plain"),
            TYPE,
        ),
        case("a form that is called nothing", good().with_body(b"DryRun=true"), TYPE),
        case("a second nonce", second_nonce, ONCE),
        case("a second host", second_host, ONCE),
        case("no host at all", good().without("host"), ONCE),
        case("no host, and none in the list", good().without("host").signing(NAMES), ALL),
        case("an empty list", good().signing(""), ONCE),
        case("a list with an empty name", good().signing(&format!("host;{NAMES};")), ONCE),
        case("spaces in the list", good().signing(&format!("host; {NAMES}")), ONCE),
        case(
            "upper case in the list",
            good().signing(&format!("host;{}", NAMES.replace("x-acs-date", "X-Acs-Date"))),
            ONCE,
        ),
    ];
    for name in NAMES.split(';') {
        let without: Vec<&str> = NAMES.split(';').filter(|other| *other != name).collect();
        let forged = good().signing(&format!("host;{}", without.join(";")));
        cases.push(case(&format!("an unsigned {name}"), forged, ALL));
    }
    cases
}

fn signatures(good: &dyn Fn() -> V3) -> Vec<Case> {
    let mismatch = |what: &str, request: HttpRequest| {
        Case::new(&format!("V3 {what}"), request, &c::SIGNATURE_V3_MISMATCH)
    };
    let signed = good().request();
    let tampered =
        HttpRequest { target: format!("{}&RegionId=cn-beijing", signed.target), ..good().request() };
    let moved = HttpRequest { method: "GET".to_owned(), ..good().request() };
    let mut elsewhere = good().request();
    "elsewhere".clone_into(&mut elsewhere.headers[0].1);
    let mut upper = good().request();
    let authorization = &mut upper.headers.last_mut().expect("the authorization comes last").1;
    let (before, signature) = authorization.split_once("Signature=").expect("a signature");
    *authorization = format!("{before}Signature={}", signature.to_ascii_uppercase());
    let begun = |digits: usize| {
        let mut begun = good().request();
        let authorization = &mut begun.headers.last_mut().expect("the authorization comes last").1;
        authorization.truncate(authorization.len() - 64 + digits);
        begun
    };
    let claimed = good().with("x-acs-content-sha256", &sha256_hex(b"RegionId=cn-beijing")).request();
    let id = |id: &str| V3 { credential: id.to_owned(), ..good() };
    vec![
        mismatch("by another's secret", good().request_by(STRANGER)),
        mismatch("with a parameter more than was signed", tampered),
        mismatch("with another method than was signed", moved),
        mismatch("with a body that was not signed", good().request().with_form("RegionId=cn-beijing")),
        mismatch(
            "with a body that only the digest in its header fits",
            claimed.with_form("RegionId=cn-beijing"),
        ),
        mismatch("with another body than was signed", good().with_body(b"a=1").request().with_form("a=2")),
        mismatch("sent on to another host", elsewhere),
        mismatch("with its signature in upper case", upper),
        mismatch("with an empty signature", begun(0)),
        mismatch("with the beginning of its signature", begun(63)),
        Case::new("V3 of an unknown key", id("nobody").request(), &c::ACCESS_KEY_NOT_FOUND),
        Case::new("V3 of no key", id("").request(), &c::ACCESS_KEY_NOT_FOUND),
        Case::new("V3 of an inactive key", id(INACTIVE.id).request_by(INACTIVE), &c::ACCESS_KEY_INACTIVE),
        Case::new("V3 for the second time", good().request(), &c::NONCE_USED).twice(),
    ]
}
