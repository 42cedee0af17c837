//! Signs object requests as OSS's SDKs do, after the vendor's pages.

use aws_lc_rs::{digest, hmac};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::harness::wire::{HttpRequest, Response};
use crate::harness::{Key, OWNER, TestApp};

/// Where the tests sign for.
pub(crate) const HOST: &str = "127.0.0.1:7070";

/// A request for an object, before it is signed. `target` is its path, with parameters.
pub(crate) fn request(method: &str, target: &str) -> HttpRequest {
    HttpRequest::new(method, target).without_header("host").with_header("host", HOST)
}

/// Seconds since 1970, as HTTP prints them.
pub(crate) fn http_date(seconds: i64) -> String {
    httpdate::fmt_http_date(std::time::UNIX_EPOCH + std::time::Duration::from_secs(seconds as u64))
}

/// Signs by version 1. `resource` is bucket and object with the parameters that are signed.
pub(crate) fn v1(request: HttpRequest, key: Key, now: i64, resource: &str) -> HttpRequest {
    let date = http_date(now);
    let signature = v1_signature(&request, key, &date, resource);
    request.with_header("date", &date).with_header("authorization", &format!("OSS {}:{signature}", key.id))
}

/// Signs the address by version 1.
pub(crate) fn v1_address(request: HttpRequest, key: Key, until: i64, resource: &str) -> HttpRequest {
    let signature = v1_signature(&request, key, &until.to_string(), resource);
    let signature = signature.replace('+', "%2B").replace('/', "%2F").replace('=', "%3D");
    let mark = if request.target.contains('?') { '&' } else { '?' };
    let target =
        format!("{}{mark}OSSAccessKeyId={}&Expires={until}&Signature={signature}", request.target, key.id);
    HttpRequest { target, ..request }
}

fn v1_signature(request: &HttpRequest, key: Key, date: &str, resource: &str) -> String {
    let header = |name: &str| {
        let found = request.headers.iter().find(|(given, _)| given == name);
        found.map_or("", |(_, value)| value.as_str()).to_owned()
    };
    let mut own: Vec<_> = request.headers.iter().filter(|(name, _)| name.starts_with("x-oss-")).collect();
    // By their names: `x-oss-copy-source` comes before `x-oss-copy-source-if-match`, whose line is the lesser one.
    own.sort();
    let own: String = own.into_iter().map(|(name, value)| format!("{name}:{value}\n")).collect();
    let string_to_sign = format!(
        "{}\n{}\n{}\n{date}\n{own}{resource}",
        request.method,
        header("content-md5"),
        header("content-type")
    );
    let secret = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, key.secret.as_bytes());
    STANDARD.encode(hmac::sign(&secret, string_to_sign.as_bytes()))
}

/// Signs by version 4, for an object whose name needs no encoding and without parameters.
pub(crate) fn v4(request: HttpRequest, key: Key, at: &str, region: &str) -> HttpRequest {
    let request =
        request.with_header("x-oss-content-sha256", "UNSIGNED-PAYLOAD").with_header("x-oss-date", at);
    let canonical = format!(
        "{}\n{}\n\nx-oss-content-sha256:UNSIGNED-PAYLOAD\nx-oss-date:{at}\n\n\nUNSIGNED-PAYLOAD",
        request.method, request.target
    );
    let hashed = hex(digest::digest(&digest::SHA256, canonical.as_bytes()).as_ref());
    let scope = format!("{}/{region}/oss/aliyun_v4_request", &at[..8]);
    let string_to_sign = format!("OSS4-HMAC-SHA256\n{at}\n{scope}\n{hashed}");
    let mut secret = format!("aliyun_v4{}", key.secret).into_bytes();
    for part in [&at[..8], region, "oss", "aliyun_v4_request", &string_to_sign] {
        secret = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, &secret), part.as_bytes()).as_ref().to_vec();
    }
    let header = format!("OSS4-HMAC-SHA256 Credential={}/{scope},Signature={}", key.id, hex(&secret));
    request.with_header("authorization", &header)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Sends the owner's request, signed by version 1. The path itself is what is signed.
pub(crate) async fn send(app: &TestApp, request: HttpRequest) -> Response {
    let resource = request.target.split('?').next().unwrap_or_default().to_owned();
    let signed = v1(request, OWNER, app.now(), &resource);
    send_as_it_is(app, &signed).await
}

/// Sends a request, whoever signed it.
pub(crate) async fn send_as_it_is(app: &TestApp, request: &HttpRequest) -> Response {
    let mut connection = crate::harness::wire::Connection::open(app.address()).await;
    connection.send(&request.bytes()).await;
    if request.method == "HEAD" { connection.response_to_head().await } else { connection.response().await }
}

/// The code of an error.
#[track_caller]
pub(crate) fn code(response: &Response) -> String {
    let text = response.text();
    let code = text.split("<Code>").nth(1).and_then(|rest| rest.split("</Code>").next());
    code.unwrap_or_else(|| panic!("{} {text}", response.status)).to_owned()
}
