//! What a request makes its outcome depend on, and what else it asks for beside its operation: that is done, or refused, and
//! never passed over in silence.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use http::header::{ETAG, LAST_MODIFIED};
use http::{HeaderMap, HeaderValue, Method, Uri};
use imagekin_store::Listed;
use s3s::dto::{ETag, ETagCondition, GetObjectInput, HeadObjectInput, ObjectIdentifier, Timestamp};
use s3s::{S3Error, S3ErrorCode, S3Result, s3_error};

use super::buckets::{etag, timestamp};
use super::oss;

/// Conditions that only a read can have here: to look first and to change then would be no promise, for another request may come
/// in between.
const OF_READS: [&str; 3] = ["if-match", "if-none-match", "if-unmodified-since"];

/// Beginnings of headers, and of parameters, that ask for what is not done here, and what one that is called just so may say.
const UNMET: [(&str, &str); 13] = [
    ("x-oss-forbid-overwrite", "false"),
    ("x-oss-process", ""),
    ("x-oss-async-process", ""),
    ("x-oss-callback", ""),
    // Who alone may use a signed address.
    ("x-oss-ac-", ""),
    ("x-amz-write-offset-bytes", ""),
    ("x-oss-copy-source-if-", ""),
    ("x-amz-copy-source-if-", ""),
    ("x-amz-if-match-", ""),
    // Terraform's provider asks for it wherever its user says nothing; no answer says that it was done.
    ("x-oss-server-side-encryption", "AES256"),
    ("x-oss-server-side-data-encryption", ""),
    // The same of S3: its client's `--sse`, and Terraform's backend with `encrypt`.
    ("x-amz-server-side-encryption", "AES256"),
    ("x-amz-copy-source-server-side-encryption", ""),
];

/// The parameters that make a change what it is: of any other operation they would be passed over.
const OF_CHANGES: [(&str, &[&str]); 5] = [
    ("AbortMultipartUpload", &["uploadId"]),
    ("CompleteMultipartUpload", &["uploadId"]),
    ("CreateMultipartUpload", &["uploads"]),
    ("DeleteObjects", &["delete"]),
    ("UploadPart", &["partNumber", "uploadId"]),
];
/// Parameters that clients add to changes, and that change nothing about them. Those of OSS's signatures are gone by now.
const BESIDE: [&str; 5] =
    ["encoding-type", "sequential", "x-id", "x-oss-request-payer", "x-oss-traffic-limit"];
/// Beginnings of such parameters: S3's signatures, and the headers that its clients put into signed addresses; and what OSS's
/// clients say of the answer.
const BESIDE_BEGINNINGS: [&str; 2] = ["x-amz-", "response-"];
/// Of these, what makes a copy of an upload, which nobody looks for in an address.
const COPY_SOURCE: &str = "x-amz-copy-source";
/// The version that a request is about: each object has one.
const VERSION: &str = "versionId";
/// What reads of S3 and of OSS are about, other than a bucket, its objects, and the bytes of one. Whatever else stands in the
/// address of a read does no harm.
const OF_OTHER_READS: &str = "accelerate accessPoint accessPointPolicy accessmonitor acl analytics asyncFetch attributes \
    bucketArchiveDirectRead bucketInfo cname cors encryption httpsConfig intelligent-tiering inventory legal-hold lifecycle \
    logging metaQuery metadataConfiguration metadataTable metrics notification object-lock objectInfo ownershipControls \
    policy policyStatus publicAccessBlock qos qosInfo qosRequester referer regionList regions replication \
    replicationLocation replicationProgress requestPayment resourceGroup restore retention rtc session stat style \
    styleName symlink tagging torrent transferAcceleration uploads userDefinedLogFieldsConfig versioning versions vod \
    website worm";
/// What a parameter is called that is not told: its sender knows it.
const UNKNOWN: &str = "a parameter of the address";

/// Does a request ask for nothing beside its operation that is not done here?
///
/// s3s takes what it does not know for nothing: `DELETE /bucket?worm` would delete the bucket. So a change has no parameter but
/// those that it is made by, and those that are known to do no harm.
///
/// # Errors
/// `NotImplemented`, with the name of the header or of the parameter that does.
pub(super) fn admit(operation: &str, method: &Method, headers: &HeaderMap, uri: &Uri) -> S3Result<()> {
    let is_read = matches!(*method, Method::GET | Method::HEAD);
    let of_reads = OF_READS.into_iter().find(|name| !is_read && headers.contains_key(*name));
    let in_headers = || headers.iter().find_map(|(name, value)| unmet(name.as_str(), value.as_bytes()));
    let parameter = |(name, value): (String, String)| undone(operation, is_read, &name, &value);
    let in_address = || oss::query(uri).into_iter().find_map(parameter);
    match of_reads.or_else(in_headers).or_else(in_address) {
        Some(name) => Err(not_done(name)),
        None => Ok(()),
    }
}

/// What a parameter asks for that is not done here.
fn undone(operation: &str, is_read: bool, name: &str, value: &str) -> Option<&'static str> {
    // A signed address may say in its parameters what else stands in headers.
    let as_header = name.to_ascii_lowercase();
    if let Some(name) = unmet(&as_header, value.as_bytes()) {
        return Some(name);
    }
    if name == VERSION {
        return (!is_the_only(value)).then_some(VERSION);
    }
    if is_read {
        return OF_OTHER_READS.split_whitespace().find(|other| *other == name);
    }
    let makes_it = OF_CHANGES.iter().any(|(known, names)| *known == operation && names.contains(&name));
    let begins_so = BESIDE_BEGINNINGS.iter().any(|beginning| as_header.starts_with(*beginning));
    let is_beside = BESIDE.contains(&name) || (begins_so && !as_header.starts_with(COPY_SOURCE));
    (!makes_it && !is_beside).then_some(UNKNOWN)
}

/// Does this say no version, or the one that an object has where there are no others?
fn is_the_only(version: &str) -> bool {
    matches!(version, "" | "null")
}

/// Is what is copied the only version that there is?
///
/// # Errors
/// `NotImplemented`, where it is to be another one.
pub(super) fn admit_version(version: Option<&str>) -> S3Result<()> {
    if version.is_none_or(is_the_only) { Ok(()) } else { Err(not_done(VERSION)) }
}

/// Are objects to go whatever they are?
///
/// # Errors
/// `NotImplemented`, where one is to go only if it is still the same, or a version of it.
pub(super) fn admit_deletion(objects: &[ObjectIdentifier]) -> S3Result<()> {
    let depends = |object: &ObjectIdentifier| {
        object.e_tag.is_some() || object.last_modified_time.is_some() || object.size.is_some()
    };
    if objects.iter().any(depends) {
        return Err(not_done("a condition of an object"));
    }
    objects.iter().try_for_each(|object| admit_version(object.version_id.as_deref()))
}

fn not_done(name: &str) -> S3Error {
    s3_error!(NotImplemented, "What {} asks for is not done here.", name)
}

/// What of [`UNMET`] this is.
fn unmet(name: &str, value: &[u8]) -> Option<&'static str> {
    let is_it = |(beginning, may_say): (&'static str, &str)| {
        let is_harmless = name == beginning && value.eq_ignore_ascii_case(may_say.as_bytes());
        (name.starts_with(beginning) && !is_harmless).then_some(beginning)
    };
    UNMET.into_iter().find_map(is_it)
}

/// On what a read depends.
#[derive(Clone, Copy, Default)]
pub(super) struct Conditions<'r> {
    if_match: Option<&'r ETagCondition>,
    if_none_match: Option<&'r ETagCondition>,
    if_modified_since: Option<&'r Timestamp>,
    if_unmodified_since: Option<&'r Timestamp>,
}

impl<'r> From<&'r GetObjectInput> for Conditions<'r> {
    fn from(input: &'r GetObjectInput) -> Self {
        Self {
            if_match: input.if_match.as_ref(),
            if_none_match: input.if_none_match.as_ref(),
            if_modified_since: input.if_modified_since.as_ref(),
            if_unmodified_since: input.if_unmodified_since.as_ref(),
        }
    }
}

impl<'r> From<&'r HeadObjectInput> for Conditions<'r> {
    fn from(input: &'r HeadObjectInput) -> Self {
        Self {
            if_match: input.if_match.as_ref(),
            if_none_match: input.if_none_match.as_ref(),
            if_modified_since: input.if_modified_since.as_ref(),
            if_unmodified_since: input.if_unmodified_since.as_ref(),
        }
    }
}

impl Conditions<'_> {
    /// Is the object such that it is to be read? Conditions on times count only where there is none on etags (RFC 9110, 13.2.2).
    ///
    /// # Errors
    /// `PreconditionFailed`; or `NotModified`, which is no error of the client's.
    pub(super) fn check(&self, found: &Listed) -> S3Result<()> {
        let (own, modified) = (etag(found), timestamp(found.modified_us));
        let is_wanted = match (self.if_match, self.if_unmodified_since) {
            (Some(wanted), _) => wanted.as_etag().is_none_or(|wanted| wanted.strong_cmp(&own)),
            (None, Some(since)) => modified <= *since,
            (None, None) => true,
        };
        if !is_wanted {
            return Err(s3_error!(PreconditionFailed, "The object is not the one that was asked for."));
        }
        let is_known = match (self.if_none_match, self.if_modified_since) {
            (Some(known), _) => known.as_etag().is_none_or(|known| known.weak_cmp(&own)),
            (None, Some(since)) => modified <= *since,
            (None, None) => false,
        };
        if is_known { Err(not_modified(found)) } else { Ok(()) }
    }
}

fn not_modified(found: &Listed) -> S3Error {
    let mut headers = HeaderMap::new();
    if let Ok(etag) = etag(found).to_http_header() {
        headers.insert(ETAG, etag);
    }
    if let Ok(at) = HeaderValue::from_str(&httpdate::fmt_http_date(modified(found))) {
        headers.insert(LAST_MODIFIED, at);
    }
    let mut error = S3Error::new(S3ErrorCode::NotModified);
    error.set_headers(headers);
    error
}

/// Is the object still the one of which a client has a part, as If-Range says? Else it gets all of it, not the rest of another
/// one.
pub(super) fn is_still(if_range: Option<&HeaderValue>, found: &Listed) -> bool {
    let Some(known) = if_range else { return true };
    let Ok(known) = known.to_str() else { return false };
    match httpdate::parse_http_date(known) {
        Ok(at) => at == modified(found),
        Err(_) => ETag::parse_http_header(known.as_bytes()).is_ok_and(|known| known.strong_cmp(&etag(found))),
    }
}

/// When the object was written, in whole seconds, as it is told.
fn modified(found: &Listed) -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(u64::try_from(found.modified_us / 1_000_000).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use http::Request;

    use super::*;

    fn is_done(method: &str, target: &str, name: &str, value: &str) -> bool {
        let request = Request::builder().method(method).uri(target).header(name, value);
        let (head, ()) = request.body(()).unwrap().into_parts();
        admit("PutObject", &head.method, &head.headers, &head.uri).is_ok()
    }

    #[test]
    fn what_is_asked_for_is_done_or_refused() {
        for (method, name, value, done) in [
            ("PUT", "if-none-match", "*", false),
            ("PUT", "if-match", "\"a\"", false),
            ("DELETE", "if-match", "\"a\"", false),
            ("POST", "if-unmodified-since", "Fri, 02 Jan 2026 03:04:05 GMT", false),
            ("GET", "if-none-match", "*", true),
            ("HEAD", "if-match", "\"a\"", true),
            ("DELETE", "x-amz-if-match-size", "1", false),
            ("PUT", "x-oss-forbid-overwrite", "true", false),
            ("PUT", "x-oss-forbid-overwrite", "False", true),
            ("PUT", "x-oss-copy-source", "/b/o", true),
            ("PUT", "x-oss-copy-source-if-match", "\"a\"", false),
            ("PUT", "x-amz-copy-source-if-none-match", "\"a\"", false),
            ("PUT", "x-amz-copy-source-if-unmodified-since", "x", false),
            ("PUT", "x-oss-server-side-encryption", "AES256", true),
            ("PUT", "x-oss-server-side-encryption", "KMS", false),
            ("PUT", "x-oss-server-side-encryption-key-id", "AES256", false),
            ("PUT", "x-oss-server-side-data-encryption", "SM4", false),
            ("PUT", "x-amz-server-side-encryption", "AES256", true),
            ("PUT", "x-amz-server-side-encryption", "aws:kms", false),
            ("PUT", "x-amz-server-side-encryption-aws-kms-key-id", "AES256", false),
            ("PUT", "x-amz-write-offset-bytes", "6", false),
            ("PUT", "x-oss-callback", "e30=", false),
            ("GET", "x-amz-server-side-encryption-customer-algorithm", "AES256", false),
            ("PUT", "x-amz-copy-source-server-side-encryption-customer-key", "a", false),
            ("PUT", "x-amz-meta-a", "b", true),
        ] {
            assert_eq!(is_done(method, "/b/o", name, value), done, "{method} {name}: {value}");
        }
        assert!(!is_done("PUT", "/b/o?X-Amz-Server-Side-Encryption=aws%3Akms", "host", "h"));
        assert!(is_done("PUT", "/b/o?X-Amz-Server-Side-Encryption=AES256", "host", "h"));
        assert!(is_done("PUT", "/b/o?X-Amz-Signature=a", "host", "h"));
    }

    #[test]
    fn a_parameter_is_known_or_the_request_is_refused() {
        for (operation, method, target, done) in [
            ("CreateMultipartUpload", "POST", "/b/o?uploads", true),
            ("CreateMultipartUpload", "POST", "/b/o?uploads=&encoding-type=url&sequential", true),
            ("UploadPart", "PUT", "/b/o?partNumber=1&uploadId=u&x-id=UploadPart", true),
            ("CompleteMultipartUpload", "POST", "/b/o?uploadId=u", true),
            ("AbortMultipartUpload", "DELETE", "/b/o?uploadId=u", true),
            ("DeleteObjects", "POST", "/b?delete&encoding-type=url", true),
            ("PutObject", "PUT", "/b/o?x-id=PutObject&X-Amz-Algorithm=a&x-amz-acl=private", true),
            ("PutObject", "PUT", "/b/o?x-oss-traffic-limit=819200&x-oss-request-payer=requester", true),
            ("PutObject", "PUT", "/b/o?versionId", true),
            ("DeleteObject", "DELETE", "/b/o?versionId=null", true),
            ("DeleteObject", "DELETE", "/b/o?versionId=v", false),
            ("DeleteObject", "DELETE", "/b/o?uploads", false),
            ("DeleteBucket", "DELETE", "/b?logging", false),
            ("DeleteBucket", "DELETE", "/b?%77orm", false),
            ("DeleteBucket", "DELETE", "/b?uploadId=u", false),
            ("DeleteBucket", "DELETE", "/b?prefix=a", false),
            ("CreateBucket", "PUT", "/b?referer", false),
            ("PutObject", "PUT", "/b/o?symlink", false),
            ("PutObject", "PUT", "/b/o?renameObject", false),
            ("PutObject", "PUT", "/b/o?partNumber=1", false),
            ("PutObject", "PUT", "/b/o?uploads", false),
            ("PutObject", "PUT", "/b/o?callback=e30%3D", false),
            ("PutObject", "PUT", "/b/o?X-Amz-Copy-Source=%2Fb%2Fother", false),
            ("PutObject", "PUT", "/b/o?x-oss-copy-source=%2Fb%2Fother", false),
            ("PutObject", "PUT", "/b/o?x-oss-ac-source-ip=192.0.2.1", false),
            ("GetObject", "GET", "/b/o?versionId=null&response-content-type=a&anything", true),
            ("GetObject", "GET", "/b/o?versionId=v", false),
            ("GetObject", "GET", "/b/o?x-oss-process=image%2Finfo", false),
            ("GetObject", "GET", "/b/o?x-oss-ac-vpc-id=t4nlw426y44rd3iq4", false),
            ("GetObject", "GET", "/b/o?symlink", false),
            ("HeadObject", "HEAD", "/b/o?objectMeta", true),
            ("ListParts", "GET", "/b/o?uploadId=u&max-parts=1&part-number-marker=1", true),
            ("ListObjectsV2", "GET", "/b?list-type=2&prefix=acl&continuation-token=a", true),
            ("ListObjects", "GET", "/b?bucketInfo", false),
            ("ListObjects", "GET", "/b?worm", false),
            ("GetBucketLocation", "GET", "/b?location", true),
        ] {
            let (head, ()) = Request::builder().method(method).uri(target).body(()).unwrap().into_parts();
            let outcome = admit(operation, &head.method, &head.headers, &head.uri);
            assert_eq!(outcome.is_ok(), done, "{operation} {target}: {outcome:?}");
        }
    }

    /// An object that was written at the second 1,000, a little later.
    fn found() -> Listed {
        Listed { object: "o".to_owned(), length: 10, modified_us: 1_000_400_000, etag: "own".to_owned() }
    }

    fn outcome(conditions: Conditions<'_>) -> &'static str {
        match conditions.check(&found()) {
            Ok(()) => "read",
            Err(error) if matches!(error.code(), S3ErrorCode::NotModified) => "known",
            Err(_) => "failed",
        }
    }

    #[test]
    fn what_names_an_etag_comes_before_what_names_a_time() {
        let (own, any) = (ETagCondition::ETag(ETag::Strong("own".to_owned())), ETagCondition::Any);
        let other = ETagCondition::ETag(ETag::Strong("other".to_owned()));
        let weak = ETagCondition::ETag(ETag::Weak("own".to_owned()));
        let [before, at] = [999_000_000, 1_000_000_000].map(timestamp);
        let none = Conditions::default();
        for (expected, conditions) in [
            ("read", none),
            ("read", Conditions { if_match: Some(&own), ..none }),
            ("read", Conditions { if_match: Some(&any), ..none }),
            ("failed", Conditions { if_match: Some(&other), ..none }),
            ("failed", Conditions { if_match: Some(&weak), ..none }),
            ("read", Conditions { if_unmodified_since: Some(&at), ..none }),
            ("failed", Conditions { if_unmodified_since: Some(&before), ..none }),
            ("read", Conditions { if_match: Some(&own), if_unmodified_since: Some(&before), ..none }),
            ("known", Conditions { if_none_match: Some(&own), ..none }),
            ("known", Conditions { if_none_match: Some(&weak), ..none }),
            ("known", Conditions { if_none_match: Some(&any), ..none }),
            ("read", Conditions { if_none_match: Some(&other), ..none }),
            ("known", Conditions { if_modified_since: Some(&at), ..none }),
            ("read", Conditions { if_modified_since: Some(&before), ..none }),
            ("read", Conditions { if_none_match: Some(&other), if_modified_since: Some(&at), ..none }),
            ("failed", Conditions { if_match: Some(&other), if_none_match: Some(&own), ..none }),
        ] {
            assert_eq!(outcome(conditions), expected);
        }
    }

    #[test]
    fn a_part_is_of_the_object_that_the_client_knows() {
        for (known, is_same) in [
            ("\"own\"", true),
            ("own", true),
            ("\"other\"", false),
            ("W/\"own\"", false),
            ("Thu, 01 Jan 1970 00:16:40 GMT", true),
            ("Thu, 01 Jan 1970 00:16:39 GMT", false),
            ("", false),
        ] {
            assert_eq!(is_still(Some(&HeaderValue::from_static(known)), &found()), is_same, "{known}");
        }
        assert!(is_still(None, &found()));
    }
}
