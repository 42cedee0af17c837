//! What a signature of S3 must be like and must cover, beyond what s3s looks at.

use http::header::AUTHORIZATION;
use http::request::Parts;
use s3s::{S3Result, s3_error};

use super::oss;

/// What begins the Authorization of version 4.
const V4: &str = "AWS4-HMAC-SHA256 ";
/// Headers that mean nothing unless they are part of what is signed, or nothing at all.
const FREE: [&str; 3] = ["x-amz-content-sha256", "x-amz-date", "x-amz-user-agent"];

/// Is the request signed as it must be? Whether the signature is right is for s3s to find out.
///
/// Version 2 is not taken: s3s does not look at the time of such a request, so that one that was overheard would be good for
/// ever, and nothing has signed with it for years. Of version 4, `host` and every `x-amz-*` header must be signed, as S3 has
/// it: else whoever has the signed address of an upload could make it a copy of any object that its signer may read.
pub(super) fn check(head: &Parts) -> S3Result<()> {
    let unsupported = |why: &'static str| Err(s3_error!(InvalidRequest, "{}", why));
    let query = oss::query(&head.uri);
    let given = |name: &str| query.iter().find(|(given, _)| given == name).map(|(_, value)| value.as_str());
    let authorization = match head.headers.get(AUTHORIZATION).map(|header| header.to_str()) {
        None => None,
        Some(Ok(text)) => Some(text),
        Some(Err(_)) => return unsupported("The authorization header is no text."),
    };
    let is_v2 = given("Signature").is_some() || given("AWSAccessKeyId").is_some();
    if is_v2 || authorization.is_some_and(|text| !text.starts_with(V4)) {
        return unsupported("The authorization mechanism is not supported. Please use AWS4-HMAC-SHA256.");
    }
    let signed_headers = match (authorization, given("X-Amz-Signature")) {
        (Some(_), Some(_)) => return unsupported("Only one authorization mechanism may be used."),
        (Some(text), None) => text.split(',').find_map(|part| part.trim().strip_prefix("SignedHeaders=")),
        (None, _) => given("X-Amz-SignedHeaders"),
    };
    let Some(signed_headers) = signed_headers else {
        return Err(s3_error!(InvalidArgument, "The signature is not well-formed."));
    };
    let signed: Vec<&str> = signed_headers.split(';').collect();
    let must_be_signed = |name: &str| name.starts_with("x-amz-") && !FREE.contains(&name);
    let unsigned = head.headers.keys().map(http::HeaderName::as_str);
    let mut unsigned = unsigned.filter(|name| must_be_signed(name) && !signed.contains(name));
    if !signed.contains(&"host") || unsigned.next().is_some() {
        return Err(s3_error!(
            AccessDenied,
            "There were headers present in the request which were not signed."
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use http::Request;

    use super::*;

    fn is_taken(target: &str, headers: &[(&str, &str)]) -> bool {
        let mut request = Request::put(target);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        check(&request.body(()).unwrap().into_parts().0).is_ok()
    }

    #[test]
    fn what_is_not_signed_as_it_must_be_is_refused() {
        let of = |signed: &str| {
            format!("{V4}Credential=a/b/c/s3/aws4_request, SignedHeaders={signed}, Signature=d")
        };
        let copies = ("x-amz-copy-source", "/b/secret");
        let address = "/b/o?X-Amz-SignedHeaders=host&X-Amz-Signature=a";
        for (target, authorization, taken) in [
            ("/b/o", of("host;x-amz-copy-source;x-amz-date"), true),
            ("/b/o", of("host;x-amz-date"), false),
            ("/b/o", of("x-amz-copy-source;x-amz-date"), false),
            ("/b/o", of("Host;X-Amz-Copy-Source"), false),
            ("/b/o", "AWS id:signature".to_owned(), false),
            ("/b/o?%53ignature=a", of("host;x-amz-copy-source"), false),
            ("/b/o?AWSAccessKeyId=a", of("host;x-amz-copy-source"), false),
            (address, of("host;x-amz-copy-source"), false),
            ("/b/o", format!("{V4}Credential=a"), false),
        ] {
            let headers = [("host", "h"), copies, ("x-amz-date", "d"), ("authorization", &authorization)];
            assert_eq!(is_taken(target, &headers), taken, "{target} {authorization}");
        }
        assert!(is_taken(address, &[("host", "h"), ("x-amz-content-sha256", "UNSIGNED-PAYLOAD")]));
        assert!(!is_taken(address, &[("host", "h"), copies]), "an upload is no copy");
        assert!(is_taken("/b/o?X-Amz-SignedHeaders=host%3Bx-amz-copy-source&X-Amz-Signature=a", &[copies]));
        assert!(!is_taken("/b/o?OSSAccessKeyId=a&Signature=b", &[]));
    }
}
