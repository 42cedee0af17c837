//! Who may do what with objects: policies are asked as OSS asks them, `oss:GetObject` on
//! `acs:oss:*:<account>:<bucket>/<object>`.

use std::sync::Arc;

use http::HeaderMap;
use http::header::CONTENT_LENGTH;
use imagekin_access::policy::AccessRequest;
use imagekin_store::ObjectPath;
use s3s::access::{S3Access, S3AccessContext};
use s3s::dto::{CopyObjectInput, CopySource, DeleteObjectsInput};
use s3s::path::S3Path;
use s3s::{S3Request, S3Result, s3_error};

use super::recorded::Recorder;
use super::{UnderWay, auth, conditions, failure};
use crate::call::{OBJECT_PATH_BYTES_MAX, RequestContext, Tags};
use crate::credentials::Credential;

/// To read an object, to write one, and to delete one, as OSS calls it.
pub(super) const GET_OBJECT: &str = "oss:GetObject";
pub(super) const PUT_OBJECT: &str = "oss:PutObject";
const DELETE_OBJECT: &str = "oss:DeleteObject";

/// The actions of OSS that the operations of S3 are (the vendor's page “RAM policies” of OSS).
const ACTIONS: &[(&str, &str)] = &[
    ("AbortMultipartUpload", "oss:AbortMultipartUpload"),
    ("CompleteMultipartUpload", PUT_OBJECT),
    ("CopyObject", PUT_OBJECT),
    ("CreateBucket", "oss:PutBucket"),
    ("CreateMultipartUpload", PUT_OBJECT),
    ("DeleteBucket", "oss:DeleteBucket"),
    ("DeleteObject", DELETE_OBJECT),
    ("GetBucketLocation", "oss:GetBucketLocation"),
    ("GetObject", GET_OBJECT),
    ("HeadBucket", "oss:GetBucketInfo"),
    ("HeadObject", GET_OBJECT),
    ("ListBuckets", "oss:ListBuckets"),
    ("ListObjects", "oss:ListObjects"),
    ("ListObjectsV2", "oss:ListObjects"),
    ("ListParts", "oss:ListParts"),
    ("PutObject", PUT_OBJECT),
    ("UploadPart", PUT_OBJECT),
];
/// The operations of S3 that there are, and the action of OSS that each is.
pub fn object_operations() -> impl Iterator<Item = (&'static str, &'static str)> {
    ACTIONS.iter().copied().chain([(OF_SEVERAL, DELETE_OBJECT)])
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
    pub(super) token: Option<String>,
    pub(super) recorder: Arc<Recorder>,
    pub(super) under_way: UnderWay,
}

/// Who has signed a request, among its extensions.
#[derive(Clone)]
pub(super) struct Caller(pub(super) Arc<Credential>);

/// Do the policies of whoever has signed a request allow this?
fn admit(recorder: &Recorder, caller: &Credential, action: &str, path: &str) -> S3Result<()> {
    if path.len() > OBJECT_PATH_BYTES_MAX {
        return Err(s3_error!(KeyTooLongError, "The name of an object has at most 1,024 bytes."));
    }
    let (origin, now) = (recorder.origin, recorder.app.clock.now());
    let context = RequestContext { caller, external_id: None, origin, now, tags: Tags::default() };
    let resource = format!("acs:oss:*:{}:{path}", caller.account);
    let request = AccessRequest { action, resource: &resource, context: &context };
    let refusal = |_| s3_error!(AccessDenied, "No policy allows this, or one denies it.");
    caller.permissions.admit(&request).map_err(refusal)
}

/// Whoever has signed a request, as he is by now.
///
/// # Errors
/// `AccessDenied`, where his key was disabled or deleted meanwhile, or his session is over.
async fn caller_by_now(recorder: &Recorder) -> S3Result<Arc<Credential>> {
    let gone = || s3_error!(AccessDenied, "The access key may not be used any more.");
    let known = recorder.caller().ok_or_else(gone)?;
    let app = &recorder.app;
    let found = app.credentials.find_again(&app.store, known, app.clock.now()).await;
    // Another account may have made itself a key of that id.
    let is_same = |found: &Arc<Credential>| found.account == known.account;
    found.map_err(|error| failure::of(&error))?.filter(is_same).ok_or_else(gone)
}

/// Asks again, right before what a request has brought is to be seen: its bytes may have come for hours.
///
/// # Errors
/// `AccessDenied`, where it would not be let in any more.
pub(super) async fn admit_again(recorder: &Recorder, action: &str, path: &ObjectPath) -> S3Result<()> {
    let caller = caller_by_now(recorder).await?;
    admit(recorder, &caller, action, &format!("{}/{}", path.bucket(), path.object()))
}

impl Policies {
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
        let app = &self.recorder.app;
        let known = cx.extensions_mut().get::<Caller>().cloned();
        let caller = match (known, cx.credentials()) {
            (Some(Caller(caller)), _) => caller,
            (None, Some(credentials)) => {
                auth::key(app, &credentials.access_key, self.token.as_deref()).await?.caller
            }
            (None, None) => return Err(s3_error!(AccessDenied, "Signature is required")),
        };
        app.credentials.note_use(&caller, app.clock.now());
        cx.extensions_mut().insert(Caller(Arc::clone(&caller)));
        self.recorder.know_caller(&caller);
        let operation = cx.s3_op().name();
        self.recorder.know_operation(operation);
        self.under_way.place.know_account(app, caller.account)?;
        conditions::admit(operation, cx.method(), cx.headers(), cx.uri())?;
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
        admit(&self.recorder, &caller, action, &path)?;
        if OF_BYTES.contains(&operation) {
            self.under_way.arrival.know_object();
        }
        Ok(())
    }

    async fn copy_object(&self, request: &mut S3Request<CopyObjectInput>) -> S3Result<()> {
        let caller = Self::caller(request)?;
        match &request.input.copy_source {
            CopySource::Bucket { bucket, key, version_id } => {
                conditions::admit_version(version_id.as_deref())?;
                admit(&self.recorder, &caller, GET_OBJECT, &format!("{bucket}/{key}"))
            }
            _ => Err(s3_error!(InvalidArgument, "A copy is of an object in a bucket.")),
        }
    }

    async fn delete_objects(&self, request: &mut S3Request<DeleteObjectsInput>) -> S3Result<()> {
        // The list may have come slowly.
        let caller = caller_by_now(&self.recorder).await?;
        let bucket = &request.input.bucket;
        let objects = &request.input.delete.objects;
        self.recorder.know_objects(objects.iter().map(|object| object.key.as_str()));
        conditions::admit_deletion(objects)?;
        for object in objects {
            admit(&self.recorder, &caller, DELETE_OBJECT, &format!("{bucket}/{}", object.key))?;
            // A thousand objects and a hundred policies take a while: others of this thread come in between.
            tokio::task::yield_now().await;
        }
        Ok(())
    }
}
