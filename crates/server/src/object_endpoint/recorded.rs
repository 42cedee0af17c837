//! What object requests leave in the audit log: what they change is told before their clients hear of it, what is refused soon
//! after the answer.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use http::Response;
use http::header::{AUTHORIZATION, USER_AGENT};
use http::request::Parts;
use imagekin_catalog::{RegionId, Timestamp};
use imagekin_rpc::Params;
use imagekin_store::ObjectPath;
use percent_encoding::percent_decode_str;
use s3s::{Body, S3ErrorCode, S3Result, s3_error};

use super::buckets::done;
use super::{host, oss};
use crate::App;
use crate::audit::{About, Event, InBucket, UserIdentity};
use crate::call::Origin;
use crate::credentials::Credential;

/// Operations that OSS calls otherwise than S3 does.
const OSS_NAMES: [(&str, &str); 4] = [
    ("CreateBucket", "PutBucket"),
    ("CreateMultipartUpload", "InitiateMultipartUpload"),
    ("DeleteObjects", "DeleteMultipleObjects"),
    ("HeadBucket", "GetBucketInfo"),
];
/// Parameters and headers that tell which access key a request claims to be signed with.
const OF_KEYS: [&str; 4] = ["OSSAccessKeyId", "AWSAccessKeyId", "x-oss-credential", "X-Amz-Credential"];
/// Most objects of one event, and most bytes of their names: an event is to be no longer than those of calls can be.
const OBJECTS_MAX: usize = 100;
const NAMES_BYTES_MAX: usize = 8 * 1024;

/// Writes the events of one request.
pub(super) struct Recorder {
    pub(super) app: Arc<App>,
    pub(super) origin: Origin,
    request_id: String,
    host: String,
    user_agent: String,
    /// The access key that it claims to be signed with.
    key_id: Option<String>,
    /// What it asks for as far as its address says, which is all that is known of it before its signature is right.
    asked: Option<&'static str>,
    bucket: String,
    object: String,
    /// Who has signed it, once that is proved.
    caller: OnceLock<Arc<Credential>>,
    /// What it asks for, as S3 calls it.
    operation: OnceLock<String>,
    /// Objects that its body names.
    objects: OnceLock<Vec<String>>,
    /// How many events it has, those among them of which nobody knows whether they could be written.
    events: AtomicUsize,
    /// Its refusal is noted.
    is_refused: AtomicBool,
}

/// What a request has changed.
pub(super) struct Changed {
    name: &'static str,
    region: RegionId,
    bucket: String,
    /// None, where it is the bucket itself.
    objects: Vec<String>,
    /// What was copied, `<bucket>/<object>`.
    source: Option<String>,
}

impl Changed {
    /// A bucket. `name` is what OSS calls that.
    pub(super) fn bucket(name: &'static str, region: &RegionId, bucket: &str) -> Self {
        let (region, bucket) = (region.clone(), bucket.to_owned());
        Self { name, region, bucket, objects: Vec::new(), source: None }
    }

    /// An object.
    pub(super) fn object(name: &'static str, path: &ObjectPath) -> Self {
        let bucket = Self::bucket(name, path.region(), path.bucket());
        Self { objects: vec![path.object().to_owned()], ..bucket }
    }

    /// Made of another one.
    pub(super) fn copied_from(self, bucket: &str, object: &str) -> Self {
        Self { source: Some(format!("{bucket}/{object}")), ..self }
    }

    /// Objects in it.
    pub(super) fn with_objects(self, objects: Vec<String>) -> Self {
        Self { objects, ..self }
    }
}

impl Recorder {
    pub(super) fn new(app: &Arc<App>, head: &Parts, origin: Origin, request_id: &str) -> Self {
        let (bucket, object) = named(head);
        let user_agent = head.headers.get(USER_AGENT).and_then(|agent| agent.to_str().ok());
        Self {
            app: Arc::clone(app),
            origin,
            request_id: request_id.to_owned(),
            host: host::of(&head.headers).unwrap_or_default().to_owned(),
            user_agent: user_agent.unwrap_or_default().to_owned(),
            key_id: claimed_key(head),
            asked: asked(head, &bucket, &object),
            bucket,
            object,
            caller: OnceLock::new(),
            operation: OnceLock::new(),
            objects: OnceLock::new(),
            events: AtomicUsize::new(0),
            is_refused: AtomicBool::new(false),
        }
    }

    /// It is proved who has signed the request.
    pub(super) fn know_caller(&self, caller: &Arc<Credential>) {
        let _ = self.caller.set(Arc::clone(caller));
    }

    /// Who has signed the request, once that is proved.
    pub(super) fn caller(&self) -> Option<&Arc<Credential>> {
        self.caller.get()
    }

    /// It is known what the request asks for, as S3 calls it.
    pub(super) fn know_operation(&self, operation: &str) {
        let _ = self.operation.set(operation.to_owned());
    }

    /// It is known which objects the body names: those are told that have room in an event.
    pub(super) fn know_objects<'k>(&self, keys: impl Iterator<Item = &'k str>) {
        let keys = groups(keys.take(OBJECTS_MAX).map(str::to_owned).collect());
        let _ = self.objects.set(keys.into_iter().next().unwrap_or_default());
    }

    /// Writes the event of a change that is made.
    ///
    /// # Errors
    /// What the store says. Then the client is not to hear that all is well: the change is noted as a refusal, also if nobody
    /// waits for the answer any more.
    pub(super) async fn record(&self, changed: &Changed) -> S3Result<()> {
        let unsigned = || s3_error!(AccessDenied, "Signature is required");
        let account = self.caller.get().ok_or_else(unsigned)?.account;
        let (objects, source) = (changed.objects.as_slice(), changed.source.as_deref());
        let about = InBucket { bucket: &changed.bucket, objects, source };
        let now = self.app.clock.now();
        let event = self.event(changed.name, Some(changed.region.as_str()), &about, now);
        let event = event.numbered(self.events.fetch_add(1, Ordering::Relaxed)).printed(now);
        match done(self.app.store.record(account, vec![event]).await) {
            Ok(entries) => {
                self.app.audit.file(entries);
                Ok(())
            }
            Err(error) => {
                self.note(error.code().as_str(), error.message().unwrap_or_default());
                Err(error)
            }
        }
    }

    /// Notes that the request was refused.
    pub(super) fn note_refusal(&self, response: &Response<Body>) {
        let (code, message) = told(response);
        self.note(&code, &message);
    }

    fn note(&self, code: &str, message: &str) {
        if self.is_refused.swap(true, Ordering::Relaxed) {
            return;
        }
        let refusals = &self.app.audit.refusals;
        if code == S3ErrorCode::SlowDown.as_str() {
            return refusals.count_throttled();
        }
        let operation = self.operation.get().map(|operation| oss_name(operation)).or(self.asked);
        // Nor are calls told of which nobody knows what they ask for.
        let Some(name) = operation else { return };
        let objects: &[String] = match self.objects.get() {
            Some(objects) => objects,
            None if self.object.is_empty() => &[],
            None => std::slice::from_ref(&self.object),
        };
        let about = InBucket { bucket: &self.bucket, objects, source: None };
        let now = self.app.clock.now();
        refusals.add(self.caller.get().map(|caller| caller.account), || {
            let event = self.event(name, None, &about, now).refused_as(code, message);
            event.numbered(self.events.load(Ordering::Relaxed)).printed(now)
        });
    }

    fn event(&self, name: &str, region: Option<&str>, about: &InBucket<'_>, now: Timestamp) -> Event {
        let identity = match self.caller.get() {
            Some(caller) => UserIdentity::of(caller),
            None => UserIdentity::unknown(self.key_id.as_deref()),
        };
        let params = Params::default();
        let of_request = About {
            now,
            request_id: &self.request_id,
            action: name,
            service: None,
            resources: &[],
            params: &params,
            host: &self.host,
            user_agent: &self.user_agent,
            origin: self.origin,
            region,
            identity,
        };
        Event::of_objects(&of_request, about)
    }
}

/// Carries on to its end what its client may go away from: who hangs up in time must not have changed what no event tells.
pub(super) async fn to_the_end<T: Send + 'static>(
    work: impl Future<Output = S3Result<T>> + Send + 'static,
) -> S3Result<T> {
    // What it panics with is told where it does.
    tokio::spawn(work).await.unwrap_or_else(|_| Err(s3_error!(InternalError)))
}

/// The names in groups, each of which has room in one event.
pub(super) fn groups(names: Vec<String>) -> Vec<Vec<String>> {
    let mut groups: Vec<Vec<String>> = Vec::new();
    let mut room = 0;
    for name in names {
        let fits = name.len() <= room && groups.last().is_some_and(|group| group.len() < OBJECTS_MAX);
        if !fits {
            groups.push(Vec::new());
            room = NAMES_BYTES_MAX;
        }
        room = room.saturating_sub(name.len());
        if let Some(group) = groups.last_mut() {
            group.push(name);
        }
    }
    groups
}

/// What OSS calls an operation of S3.
fn oss_name(operation: &str) -> &str {
    OSS_NAMES.iter().find(|(name, _)| *name == operation).map_or(operation, |(_, name)| *name)
}

/// The bucket and the object that the address names.
fn named(head: &Parts) -> (String, String) {
    let path = percent_decode_str(head.uri.path()).decode_utf8_lossy();
    let path = path.strip_prefix('/').unwrap_or(&path);
    let (bucket, object) = match host::of(&head.headers).and_then(host::bucket) {
        Some(bucket) => (bucket, path),
        None => path.split_once('/').unwrap_or((path, "")),
    };
    (bucket.to_owned(), object.to_owned())
}

/// What the request asks for as far as its address says, as OSS calls it.
fn asked(head: &Parts, bucket: &str, object: &str) -> Option<&'static str> {
    let query = head.uri.query().unwrap_or_default();
    let has = |name: &str| query.split('&').any(|pair| pair.split('=').next() == Some(name));
    let copies =
        ["x-oss-copy-source", "x-amz-copy-source"].iter().any(|name| head.headers.contains_key(*name));
    Some(match (head.method.as_str(), bucket.is_empty(), object.is_empty()) {
        ("GET", true, _) => "ListBuckets",
        (_, true, _) => return None,
        ("GET", _, true) if has("location") => "GetBucketLocation",
        ("GET", _, true) if has("list-type") => "ListObjectsV2",
        ("GET", _, true) => "ListObjects",
        ("HEAD", _, true) => "GetBucketInfo",
        ("PUT", _, true) => "PutBucket",
        ("DELETE", _, true) => "DeleteBucket",
        ("POST", _, true) if has("delete") => "DeleteMultipleObjects",
        ("GET", ..) if has("uploadId") => "ListParts",
        ("GET", ..) => "GetObject",
        ("HEAD", ..) => "HeadObject",
        ("PUT", ..) if has("uploadId") => "UploadPart",
        ("PUT", ..) if copies => "CopyObject",
        ("PUT", ..) => "PutObject",
        ("POST", ..) if has("uploads") => "InitiateMultipartUpload",
        ("POST", ..) if has("uploadId") => "CompleteMultipartUpload",
        ("POST", ..) => "PostObject",
        ("DELETE", ..) if has("uploadId") => "AbortMultipartUpload",
        ("DELETE", ..) => "DeleteObject",
        _ => return None,
    })
}

/// The access key that the request claims to be signed with.
fn claimed_key(head: &Parts) -> Option<String> {
    let Some(header) = head.headers.get(AUTHORIZATION) else {
        let query = oss::query(&head.uri);
        let given = query.iter().find(|(name, _)| OF_KEYS.contains(&name.as_str()));
        return given.and_then(|(_, value)| value.split('/').next()).map(str::to_owned);
    };
    let header = header.to_str().ok()?;
    let id = match header.split_once("Credential=") {
        Some((_, credential)) => credential.split_once('/')?.0,
        // Of versions 1 and 2: what stands there alone could be anything.
        None => header.split_once(' ')?.1.trim().split_once(':')?.0,
    };
    Some(id.to_owned())
}

/// The code and the message of an error, as its XML tells them.
fn told(response: &Response<Body>) -> (String, String) {
    let xml = response.body().bytes().unwrap_or_default();
    let xml = String::from_utf8_lossy(&xml);
    let field = |name: &str| {
        let (_, rest) = xml.split_once(format!("<{name}>").as_str())?;
        Some(unescaped(rest.split_once("</")?.0))
    };
    let code = field("Code").unwrap_or_else(|| response.status().as_str().to_owned());
    (code, field("Message").unwrap_or_default())
}

/// A text of XML as it was before.
fn unescaped(text: &str) -> String {
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
    entities.into_iter().fold(text.to_owned(), |text, (entity, character)| text.replace(entity, character))
}

#[cfg(test)]
mod tests {
    use http::Request;

    use super::*;

    fn head(method: &str, target: &str, headers: &[(&str, &str)]) -> Parts {
        let mut request = Request::builder().method(method).uri(target);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.body(()).unwrap().into_parts().0
    }

    #[test]
    fn what_a_request_claims_is_read_of_its_head() {
        for (target, authorization, expected) in [
            ("/b/o", "OSS id:c2ln", Some("id")),
            ("/b/o", "AWS id:c2ln", Some("id")),
            ("/b/o", "OSS c2VjcmV0", None),
            (
                "/b/o",
                "OSS4-HMAC-SHA256 Credential=id/20260102/r/oss/aliyun_v4_request,Signature=a",
                Some("id"),
            ),
            ("/b/o", "AWS4-HMAC-SHA256 Credential=id/20260102/r/s3/aws4_request, Signature=a", Some("id")),
            ("/b/o", "AWS4-HMAC-SHA256 Credential=id", None),
            ("/b/o?OSSAccessKeyId=id&Signature=b", "", Some("id")),
            ("/b/o?X-Amz-Credential=id%2F20260102%2Fr&X-Amz-Signature=b", "", Some("id")),
            ("/b/o", "", None),
        ] {
            let given = [("authorization", authorization)];
            let given = if authorization.is_empty() { &[][..] } else { &given[..] };
            assert_eq!(
                claimed_key(&head("GET", target, given)).as_deref(),
                expected,
                "{target} {authorization}"
            );
        }
        for (host, target, expected) in [
            ("127.0.0.1:7070", "/b-1/a%20b/c", ("b-1", "a b/c")),
            ("127.0.0.1:7070", "/b-1", ("b-1", "")),
            ("127.0.0.1:7070", "/", ("", "")),
            ("b-1.oss-cn-hangzhou.aliyuncs.com", "/a", ("b-1", "a")),
        ] {
            let (bucket, object) = named(&head("GET", target, &[("host", host)]));
            assert_eq!((bucket.as_str(), object.as_str()), expected, "{host} {target}");
        }
    }

    #[test]
    fn names_are_told_in_groups_that_are_no_longer_than_an_event() {
        let grouped = |names: Vec<String>| -> Vec<usize> { groups(names).iter().map(Vec::len).collect() };
        assert_eq!(grouped(Vec::new()), [0; 0]);
        assert_eq!(grouped(vec!["a".to_owned(); 250]), [100, 100, 50]);
        assert_eq!(grouped(vec!["k".repeat(1_000); 20]), [8, 8, 4]);
        assert_eq!(grouped(vec!["k".repeat(NAMES_BYTES_MAX + 1), "a".to_owned()]), [1, 1]);
    }
}
