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
/// ever, and nothing has signed with it for years. Of version 4, `host` and every `x-amz-*` header must be signed, as S3 has it:
/// else whoever has the signed address of an upload could make it a copy of any object that its signer may read. The scope must
/// be one of S3: of STS s3s would read the body before it looks at the signature. And an address is good for a week at most.
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
    let (signed_headers, credential) = match (authorization, given("X-Amz-Signature")) {
        (Some(_), Some(_)) => return unsupported("Only one authorization mechanism may be used."),
        (Some(text), None) => (field(text, "SignedHeaders="), field(text, "Credential=")),
        (None, _) => {
            check_life(given("X-Amz-Expires"))?;
            (given("X-Amz-SignedHeaders"), given("X-Amz-Credential"))
        }
    };
    let (Some(signed_headers), Some(credential)) = (signed_headers, credential) else {
        return Err(s3_error!(InvalidArgument, "The signature is not well-formed."));
    };
    let [_, _, _, "s3", "aws4_request"] = credential.split('/').collect::<Vec<_>>()[..] else {
        return Err(s3_error!(AuthorizationHeaderMalformed, "The credential is not one of the service s3."));
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

/// A part of an Authorization header of version 4.
fn field<'t>(authorization: &'t str, name: &str) -> Option<&'t str> {
    let parts = authorization.strip_prefix(V4).unwrap_or_default().split(',');
    parts.map(str::trim).find_map(|part| part.strip_prefix(name))
}

/// Is an address signed for no longer than S3 lets it be? s3s takes any time.
fn check_life(seconds: Option<&str>) -> S3Result<()> {
    let life = seconds.and_then(|seconds| seconds.parse::<i64>().ok());
    if life.is_some_and(|life| (1..=oss::ADDRESS_LIFE_S_MAX).contains(&life)) {
        return Ok(());
    }
    Err(s3_error!(AuthorizationQueryParametersError, "X-Amz-Expires must be between 1 and 604800 seconds."))
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
        let address = address_of("s3", "60", "host");
        let address = address.as_str();
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
            ("/b/o", format!("{V4}SignedHeaders=host;x-amz-copy-source;x-amz-date, Signature=d"), false),
        ] {
            let headers = [("host", "h"), copies, ("x-amz-date", "d"), ("authorization", &authorization)];
            assert_eq!(is_taken(target, &headers), taken, "{target} {authorization}");
        }
        assert!(is_taken(address, &[("host", "h"), ("x-amz-content-sha256", "UNSIGNED-PAYLOAD")]));
        assert!(!is_taken(address, &[("host", "h"), copies]), "an upload is no copy");
        assert!(is_taken(&address_of("s3", "60", "host%3Bx-amz-copy-source"), &[copies]));
        assert!(!is_taken("/b/o?OSSAccessKeyId=a&Signature=b", &[]));
    }

    fn address_of(service: &str, seconds: &str, signed: &str) -> String {
        format!(
            "/b/o?X-Amz-Credential=a%2Fb%2Fc%2F{service}%2Faws4_request&X-Amz-Expires={seconds}\
             &X-Amz-SignedHeaders={signed}&X-Amz-Signature=a"
        )
    }

    /// Of STS s3s would read a body of whoever has not shown that he knows a secret.
    #[test]
    fn a_scope_is_of_s3() {
        for (scope, taken) in [
            ("a/b/c/s3/aws4_request", true),
            ("a/b/c/sts/aws4_request", false),
            ("a/b/c/S3/aws4_request", false),
            ("a/b/c/s3", false),
            ("s3/aws4_request", false),
            ("a/b/c/d/s3/aws4_request", false),
            ("a/b/c/sts/aws4_request/b/c/s3/aws4_request", false),
            ("", false),
        ] {
            let header = format!("{V4} Credential={scope},  SignedHeaders=host, Signature=d");
            assert_eq!(is_taken("/b/o", &[("host", "h"), ("authorization", &header)]), taken, "{scope}");
        }
        assert!(!is_taken(&address_of("sts", "60", "host"), &[("host", "h")]));
        assert!(is_taken(&address_of("s3", "60", "host"), &[("host", "h")]));
    }

    #[test]
    fn an_address_is_good_for_a_week_at_most() {
        for (seconds, taken) in [
            ("1", true),
            ("604800", true),
            ("604801", false),
            ("4294967295", false),
            ("0", false),
            ("-1", false),
            ("", false),
            ("60s", false),
        ] {
            let address = address_of("s3", seconds, "host");
            assert_eq!(is_taken(&address, &[("host", "h")]), taken, "{seconds}");
        }
        let for_ever = address_of("s3", "60", "host").replace("X-Amz-Expires=60&", "");
        assert!(!is_taken(&for_ever, &[("host", "h")]));
    }
}
