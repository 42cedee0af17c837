//! What the Host of an object request says: a bucket before it, a region in it.

use http::HeaderMap;
use http::header::HOST;
use imagekin_store::ObjectPath;
use s3s::S3Result;
use s3s::host::{S3Host, VirtualHost};

/// The host that the client addressed.
pub(super) fn of(headers: &HeaderMap) -> Option<&str> {
    headers.get(HOST)?.to_str().ok()
}

/// The bucket in `<bucket>.oss-cn-hangzhou.aliyuncs.com`, `<bucket>.oss.example.com` or `<bucket>.s3.example.com`.
/// Before any other host nobody could tell a bucket from a name.
pub(super) fn bucket(host: &str) -> Option<&str> {
    let (bucket, domain) = host.split_once('.')?;
    let store = domain.split(['.', ':']).next()?;
    let is_store = ["oss", "s3"]
        .iter()
        .any(|name| store.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('-')));
    (is_store && ObjectPath::is_bucket(bucket)).then_some(bucket)
}

/// The region in `oss-cn-hangzhou.aliyuncs.com`, also within the cloud's own network.
pub(super) fn region(host: &str) -> Option<&str> {
    let region = host.split(['.', ':']).find_map(|label| label.strip_prefix("oss-"))?;
    Some(region.strip_suffix("-internal").unwrap_or(region))
}

/// The same for s3s.
pub(super) struct Hosts;

impl S3Host for Hosts {
    fn parse_host_header<'a>(&'a self, host: &'a str) -> S3Result<VirtualHost<'a>> {
        let parsed = VirtualHost::new(host);
        Ok(match bucket(host) {
            Some(bucket) => parsed.with_bucket(bucket),
            None => parsed,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_say_what_they_say() {
        for (host, expected_bucket, expected_region) in [
            ("golden.oss-cn-hangzhou.aliyuncs.com", Some("golden"), Some("cn-hangzhou")),
            ("golden.oss-cn-hangzhou-internal.aliyuncs.com:80", Some("golden"), Some("cn-hangzhou")),
            ("oss-cn-hangzhou.aliyuncs.com", None, Some("cn-hangzhou")),
            ("golden.s3.example.com:7070", Some("golden"), None),
            ("golden.oss:7070", Some("golden"), None),
            ("127.0.0.1:7070", None, None),
            ("localhost:7070", None, None),
            ("images.example.com", None, None),
            ("Golden.s3.example.com", None, None),
            ("..s3", None, None),
        ] {
            assert_eq!((bucket(host), region(host)), (expected_bucket, expected_region), "{host}");
        }
    }
}
