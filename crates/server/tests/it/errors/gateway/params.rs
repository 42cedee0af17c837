//! Parameters that cannot be read, and requests that are not for this service.

use imagekin_rpc::{Code, codes as c};

use super::Case;
use crate::harness::OWNER;
use crate::harness::forge::{V1, V3};
use crate::harness::wire::HttpRequest;

const ESCAPE: &str = "a % is not followed by two hexadecimal digits";
const UTF8: &str = "they are not UTF-8";
const CONTROL: &str = "they hold a control character";
/// The longest body, as the settings have it by default.
const LIMIT_BYTES: usize = 1024 * 1024;
const MANY: &str = "there are more than 1000 of them";

/// Bytes of a query or a form after a good request, and why they cannot be read.
const UNREADABLE: [(&str, &str); 17] = [
    ("a=%", ESCAPE),
    ("a=%1", ESCAPE),
    ("a=%zz", ESCAPE),
    ("a=%+1", ESCAPE),
    ("%g0=1", ESCAPE),
    ("a=100%", ESCAPE),
    ("a=%ff", UTF8),
    ("a=%E9%94", UTF8),
    ("a=%C0%AF", UTF8),
    ("a=%ED%A0%80", UTF8),
    ("a=%00", CONTROL),
    ("a%00b=1", CONTROL),
    ("a=%1B", CONTROL),
    ("a=%7F", CONTROL),
    ("a=%C2%80", CONTROL),
    ("a=%C2%9B", CONTROL),
    ("a=%EF%BF%BF", CONTROL),
];

pub(super) fn cases(now: i64, format: &str) -> Vec<Case> {
    let good = |action: &str| V1::new(now, action, &[("Format", format), ("RegionId", "cn-hangzhou")]);
    [unreadable(&good), repeated(now, format, &good), many(now, format, &good), places(&good)].concat()
}

type Good<'g> = &'g dyn Fn(&str) -> V1;

/// The parameters of a good request and `extra`, in the query of a GET and in the form of a POST.
fn both(good: Good<'_>, extra: &str) -> [(&'static str, HttpRequest); 2] {
    let signed = good("DescribeImages").signed(OWNER);
    let query = HttpRequest::new("GET", &format!("/?{signed}&{extra}"));
    let form = HttpRequest::new("POST", "/").with_form(format!("{signed}&{extra}"));
    [("query", query), ("form", form)]
}

fn unreadable(good: Good<'_>) -> Vec<Case> {
    let mut cases = Vec::new();
    for (extra, why) in UNREADABLE {
        for (place, request) in both(good, extra) {
            let what = format!("{extra} in the {place}");
            cases.push(Case::new(&what, request, &c::PARAMETERS_UNREADABLE).part(why));
        }
    }
    // Bytes that are no text at all can only be in a form: a request line has to be readable.
    let [_, (_, form)] = both(good, "a=");
    let raw = [&form.body[..], b"\xff\xfe"].concat();
    cases.push(Case::new("raw bytes", form.with_body(raw), &c::PARAMETERS_UNREADABLE).part(UTF8));
    cases
}

/// The same name twice: within the query, within the form, and once in each.
fn repeated(now: i64, format: &str, good: Good<'_>) -> Vec<Case> {
    let mut cases = Vec::new();
    for (name, value) in [
        ("Action", "DescribeImages"),
        ("AccessKeyId", "testid"),
        ("SignatureNonce", "n"),
        ("Version", "2014-05-26"),
        ("Signature", "s"),
        ("Format", format),
        ("RegionId", "cn-hangzhou"),
        ("RegionId", ""),
        ("Tag.1.Key", "k"),
    ] {
        let tagged = |action: &str| good(action).with("Tag.1.Key", "k");
        let extra = format!("{name}={value}");
        for (place, request) in both(&tagged, &extra) {
            let what = format!("{name} twice in the {place}");
            cases.push(Case::new(&what, request, &c::PARAMETER_REPEATED).part(name));
        }
        let split = V1 { method: "POST", ..tagged("DescribeImages") }.request().with_form(extra);
        let what = format!("{name} in query and form");
        cases.push(Case::new(&what, split, &c::PARAMETER_REPEATED).part(name));
    }
    let v3 = V3::new(now, "DescribeRegions", &[("Format", format), ("a", "1")]).request();
    let twice = HttpRequest { target: format!("{}&%61=1", v3.target), ..v3 };
    cases.push(Case::new("the same name, escaped once", twice, &c::PARAMETER_REPEATED).part("a"));
    cases
}

fn many(now: i64, format: &str, good: Good<'_>) -> Vec<Case> {
    let extra: String = (0..10_000).map(|n| format!("k{n}=&")).collect();
    let [_, (_, form)] = both(good, &extra);
    let [(_, query), _] = both(good, &extra[..extra.len() / 8]);
    let v3 = V3::new(now, "DescribeRegions", &[("Format", format)]).with_body(extra.as_bytes());
    let v3 = v3.request().with_header("content-type", "application/x-www-form-urlencoded; charset=utf-8");
    let unreadable = |what: &str, request| Case::new(what, request, &c::PARAMETERS_UNREADABLE).part(MANY);
    let long = good("DescribeRegions").request().with_form("x".repeat(LIMIT_BYTES + 1));
    vec![
        unreadable("10,000 parameters in a form", form),
        unreadable("more than 1,000 parameters in a query", query),
        unreadable("10,000 parameters in a V3 form", v3),
        Case::new("a body of 1 MiB and 1 byte", long, &c::REQUEST_BODY_TOO_LARGE)
            .part(&LIMIT_BYTES.to_string()),
    ]
}

/// Other methods than GET and POST, other paths than `/`.
fn places(good: Good<'_>) -> Vec<Case> {
    let mut cases = Vec::new();
    for method in ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "get", "BREW"] {
        let request = HttpRequest { method: method.to_owned(), ..good("DescribeRegions").request() };
        cases.push(Case::new(method, request, &c::METHOD_UNSUPPORTED));
    }
    for path in ["/index.html", "///", "/v1", "/%2f", "/..", "/healthz/", "/.git/config"] {
        let code: &'static Code = &c::PATH_NOT_FOUND;
        let request = good("DescribeRegions").request();
        let target = format!("{path}{}", &request.target[1..]);
        cases.push(Case::new(path, HttpRequest { target, ..request }, code));
    }
    cases
}
