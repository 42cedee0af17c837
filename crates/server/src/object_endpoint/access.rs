//! Who may do what with objects: policies are asked as OSS asks them, `oss:GetObject` on
//! `acs:oss:*:<account>:<bucket>/<object>`.

use std::sync::Arc;

use http::HeaderMap;
use http::header::CONTENT_LENGTH;
use imagekin_access::policy::AccessRequest;
use s3s::access::{S3Access, S3AccessContext};
use s3s::dto::{CopyObjectInput, CopySource, DeleteObjectsInput};
use s3s::path::S3Path;
use s3s::{S3Request, S3Result, s3_error};

use super::auth;
use super::recorded::Recorder;
use crate::App;
use crate::call::{OBJECT_PATH_BYTES_MAX, Origin, RequestContext, Tags};
use crate::credentials::Credential;

/// The actions of OSS that the operations of S3 are (the vendor's page “RAM policies” of OSS).
const ACTIONS: &[(&str, &str)] = &[
    ("AbortMultipartUpload", "oss:AbortMultipartUpload"),
    ("CompleteMultipartUpload", "oss:PutObject"),
    ("CopyObject", "oss:PutObject"),
    ("CreateBucket", "oss:PutBucket"),
    ("CreateMultipartUpload", "oss:PutObject"),
    ("DeleteBucket", "oss:DeleteBucket"),
    ("DeleteObject", "oss:DeleteObject"),
    ("GetBucketLocation", "oss:GetBucketLocation"),
    ("GetObject", "oss:GetObject"),
    ("HeadBucket", "oss:GetBucketInfo"),
    ("HeadObject", "oss:GetObject"),
    ("ListBuckets", "oss:ListBuckets"),
    ("ListObjects", "oss:ListObjects"),
    ("ListObjectsV2", "oss:ListObjects"),
    ("ListParts", "oss:ListParts"),
    ("PutObject", "oss:PutObject"),
    ("UploadPart", "oss:PutObject"),
];
/// The operations of S3 that there are, and the action of OSS that each is.
pub fn object_operations() -> impl Iterator<Item = (&'static str, &'static str)> {
    ACTIONS.iter().copied().chain([(OF_SEVERAL, "oss:DeleteObject")])
}

/// Operations whose objects are known only after they are read: they are asked about then.
///
/// Any other operation that is not in [`ACTIONS`] is not there, whatever s3s makes of it.
const OF_SEVERAL: &str = "DeleteObjects";

/// Operations whose bodies are the bytes of an object, which are written as they come. Others are read whole.
const OF_BYTES: [&str; 2] = ["PutObject", "UploadPart"];
/// Longest body that is read whole into memory, in bytes: of 10,000 parts of an upload, or of 1,000 objects to delete, both with
/// room to spare.
pub(super) const XML_BYTES_MAX: usize = 4 * 1024 * 1024;

/// What the request says of the length of its body.
fn length(headers: &HeaderMap) -> usize {
    let told = headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok());
    told.and_then(|length| length.parse().ok()).unwrap_or(0)
}

/// Asks the policies of whoever has signed a request.
pub(super) struct Policies {
    pub(super) app: Arc<App>,
    pub(super) origin: Origin,
    pub(super) token: Option<String>,
    pub(super) recorder: Arc<Recorder>,
}

/// Who has signed a request, among its extensions.
#[derive(Clone)]
pub(super) struct Caller(pub(super) Arc<Credential>);

impl Policies {
    fn admit(&self, caller: &Credential, action: &str, path: &str) -> S3Result<()> {
        if path.len() > OBJECT_PATH_BYTES_MAX {
            return Err(s3_error!(KeyTooLongError, "The name of an object has at most 1,024 bytes."));
        }
        let (origin, now) = (self.origin, self.app.clock.now());
        let context = RequestContext { caller, external_id: None, origin, now, tags: Tags::default() };
        let resource = format!("acs:oss:*:{}:{path}", caller.account);
        let request = AccessRequest { action, resource: &resource, context: &context };
        let refusal = |_| s3_error!(AccessDenied, "No policy allows this, or one denies it.");
        caller.permissions.admit(&request).map_err(refusal)
    }

    fn caller<T>(request: &S3Request<T>) -> S3Result<Arc<Credential>> {
        let caller = request.extensions.get::<Caller>();
        caller
            .map(|caller| Arc::clone(&caller.0))
            .ok_or_else(|| s3_error!(AccessDenied, "Signature is required"))
    }
}

#[async_trait::async_trait]
impl S3Access for Policies {
    async fn check(&self, cx: &mut S3AccessContext<'_>) -> S3Result<()> {
        let known = cx.extensions_mut().get::<Caller>().cloned();
        let caller = match (known, cx.credentials()) {
            (Some(Caller(caller)), _) => caller,
            (None, Some(credentials)) => {
                auth::key(&self.app, &credentials.access_key, self.token.as_deref()).await?.caller
            }
            (None, None) => return Err(s3_error!(AccessDenied, "Signature is required")),
        };
        self.app.credentials.note_use(&caller, self.app.clock.now());
        cx.extensions_mut().insert(Caller(Arc::clone(&caller)));
        self.recorder.know_caller(&caller);
        let operation = cx.s3_op().name();
        self.recorder.know_operation(operation);
        if !OF_BYTES.contains(&operation) && length(cx.headers()) > XML_BYTES_MAX {
            return Err(s3_error!(MaxMessageLengthExceeded, "Your request was too big."));
        }
        if operation == OF_SEVERAL {
            return Ok(());
        }
        let Some((_, action)) = ACTIONS.iter().find(|(name, _)| *name == operation) else {
            return Err(s3_error!(NotImplemented, "There is no such operation here."));
        };
        let path = match cx.s3_path() {
            S3Path::Root => "*".to_owned(),
            S3Path::Bucket { bucket } => bucket.to_string(),
            S3Path::Object { bucket, key } => format!("{bucket}/{key}"),
        };
        self.admit(&caller, action, &path)
    }

    async fn copy_object(&self, request: &mut S3Request<CopyObjectInput>) -> S3Result<()> {
        let caller = Self::caller(request)?;
        match &request.input.copy_source {
            CopySource::Bucket { bucket, key, .. } => {
                self.admit(&caller, "oss:GetObject", &format!("{bucket}/{key}"))
            }
            _ => Err(s3_error!(InvalidArgument, "A copy is of an object in a bucket.")),
        }
    }

    async fn delete_objects(&self, request: &mut S3Request<DeleteObjectsInput>) -> S3Result<()> {
        let caller = Self::caller(request)?;
        let bucket = &request.input.bucket;
        let objects = &request.input.delete.objects;
        self.recorder.know_objects(objects.iter().map(|object| object.key.as_str()));
        for object in objects {
            self.admit(&caller, "oss:DeleteObject", &format!("{bucket}/{}", object.key))?;
            // A thousand objects and a hundred policies take a while: others of this thread come in between.
            tokio::task::yield_now().await;
        }
        Ok(())
    }
}
