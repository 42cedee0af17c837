//! Objects through the object endpoint: each is written whole and durably before the answer, and read bit by bit.

use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use futures_util::StreamExt;
use http::HeaderValue;
use imagekin_catalog::RegionId;
use imagekin_store::{Draft, Listed};
use md5::{Digest, Md5};
use s3s::checksum::ChecksumHasher;
use s3s::crypto::Checksum as _;
use s3s::dto::{
    Checksum, CopyObjectInput, CopyObjectOutput, CopyObjectResult, CopySource, GetObjectInput,
    GetObjectOutput, HeadObjectInput, HeadObjectOutput, PutObjectInput, PutObjectOutput, Range,
    StreamingBlob,
};
use s3s::{S3Result, TrailingHeaders, s3_error};

use super::access::{GET_OBJECT, PUT_OBJECT, admit_again};
use super::buckets::{Buckets, done, etag, path_in, timestamp};
use super::conditions::{Conditions, is_still};
use super::recorded::{Changed, groups, to_the_end};
use crate::App;

/// What every object is, as far as it is told: what it was called by its uploader is not kept.
const CONTENT_TYPE: &str = "application/octet-stream";

/// What an uploader says of the bytes.
pub(super) struct Claims {
    pub(super) length: Option<i64>,
    pub(super) md5: Option<String>,
    pub(super) checksum: Checksum,
    /// Those that come after the bytes.
    pub(super) trailing: Option<TrailingHeaders>,
}

impl Buckets {
    pub(super) async fn put(
        &self,
        input: PutObjectInput,
        trailing: Option<TrailingHeaders>,
    ) -> S3Result<PutObjectOutput> {
        let path = self.path(&input.bucket, &input.key).await?;
        let claims = Claims {
            length: input.content_length,
            md5: input.content_md5,
            checksum: Checksum {
                checksum_crc32: input.checksum_crc32,
                checksum_crc32c: input.checksum_crc32c,
                checksum_crc64nvme: input.checksum_crc64nvme,
                checksum_sha1: input.checksum_sha1,
                checksum_sha256: input.checksum_sha256,
                ..Checksum::default()
            },
            trailing,
        };
        self.check_length(claims.length)?;
        let length = claims.length.and_then(|length| u64::try_from(length).ok());
        let draft = done(self.app.objects.begin(&path, length).await)?;
        let draft = self.pour(draft, input.body, claims).await?;
        admit_again(&self.recorder, PUT_OBJECT, &path).await?;
        let changed = Changed::object("PutObject", &path);
        self.change(changed, async move { done(draft.publish().await) }).await?;
        let written = done(self.app.objects.stat(&path).await)?;
        Ok(PutObjectOutput { e_tag: written.as_ref().map(etag), ..PutObjectOutput::default() })
    }

    /// Refuses at once what says itself that it is too long.
    pub(super) fn check_length(&self, length: Option<i64>) -> S3Result<()> {
        let too_long =
            |length| u64::try_from(length).is_ok_and(|l| l > self.app.config.limits.object_bytes_max);
        match length {
            Some(length) if too_long(length) => {
                Err(s3_error!(EntityTooLarge, "Your proposed upload exceeds the maximum allowed size."))
            }
            _ => Ok(()),
        }
    }

    /// Writes what comes. On an error the draft is gone.
    pub(super) async fn pour(
        &self,
        mut draft: Draft,
        body: Option<StreamingBlob>,
        mut claims: Claims,
    ) -> S3Result<Draft> {
        let (mut hasher, mut md5) = (hasher(&claims), claims.md5.is_some().then(Md5::new));
        let mut length: i64 = 0;
        let mut body = body;
        while let Some(chunk) = match &mut body {
            Some(body) => body.next().await,
            None => None,
        } {
            let chunk = chunk.map_err(|error| {
                tracing::debug!(%error, "The body of an object broke off");
                s3_error!(IncompleteBody, "The body of the request did not come whole.")
            })?;
            length = length.saturating_add(i64::try_from(chunk.len()).unwrap_or(i64::MAX));
            self.check_length(Some(length))?;
            hasher.update(&chunk);
            if let Some(md5) = &mut md5 {
                md5.update(&chunk);
            }
            done(draft.write(chunk).await)?;
        }
        if claims.length.is_some_and(|claimed| claimed != length) {
            return Err(s3_error!(IncompleteBody, "The body of the request did not come whole."));
        }
        if md5.map(|md5| STANDARD.encode(md5.finalize())) != claims.md5 {
            return Err(s3_error!(BadDigest, "The Content-MD5 you specified did not match what came."));
        }
        claims.add_trailing();
        claims.check(&hasher.finalize())?;
        Ok(draft)
    }

    pub(super) async fn stat(
        &self,
        bucket: &str,
        key: &str,
    ) -> S3Result<(imagekin_store::ObjectPath, Listed)> {
        let path = self.path(bucket, key).await?;
        let found = done(self.app.objects.stat(&path).await)?;
        found
            .map(|found| (path, found))
            .ok_or_else(|| s3_error!(NoSuchKey, "The specified key does not exist."))
    }

    /// `if_range` is what the client has a part of, if it says so.
    pub(super) async fn get(
        &self,
        input: GetObjectInput,
        if_range: Option<&HeaderValue>,
    ) -> S3Result<GetObjectOutput> {
        let (path, found) = self.stat(&input.bucket, &input.key).await?;
        Conditions::from(&input).check(&found)?;
        let range = match input.range.as_ref().filter(|_| is_still(if_range, &found)) {
            Some(range) => Some(range.check(found.length).map_err(|_| s3_error!(InvalidRange))?),
            None => None,
        };
        let content_range =
            range.as_ref().map(|range| format!("bytes {}-{}/{}", range.start, range.end - 1, found.length));
        let range = range.unwrap_or(0..found.length);
        let length = range.end - range.start;
        let bytes = done(self.app.objects.read(&path, range).await)?;
        // s3s wants its streams to be shared by threads, which nobody does.
        let bytes = sync_wrapper::SyncStream::new(Box::pin(bytes));
        Ok(GetObjectOutput {
            accept_ranges: Some("bytes".to_owned()),
            body: Some(StreamingBlob::wrap(bytes)),
            content_length: i64::try_from(length).ok(),
            content_range,
            content_type: Some(CONTENT_TYPE.to_owned()),
            e_tag: Some(etag(&found)),
            last_modified: Some(timestamp(found.modified_us)),
            ..GetObjectOutput::default()
        })
    }

    pub(super) async fn head(&self, input: HeadObjectInput) -> S3Result<HeadObjectOutput> {
        let (_, found) = self.stat(&input.bucket, &input.key).await?;
        Conditions::from(&input).check(&found)?;
        let whole = Some(found.length);
        let length = match &input.range {
            Some(range @ (Range::Int { .. } | Range::Suffix { .. })) => {
                let range = range.check(found.length).map_err(|_| s3_error!(InvalidRange))?;
                Some(range.end - range.start)
            }
            None => whole,
        };
        Ok(HeadObjectOutput {
            accept_ranges: Some("bytes".to_owned()),
            content_length: length.and_then(|length| i64::try_from(length).ok()),
            content_type: Some(CONTENT_TYPE.to_owned()),
            e_tag: Some(etag(&found)),
            last_modified: Some(timestamp(found.modified_us)),
            ..HeadObjectOutput::default()
        })
    }

    pub(super) async fn copy(&self, input: CopyObjectInput) -> S3Result<CopyObjectOutput> {
        let CopySource::Bucket { bucket, key, .. } = &input.copy_source else {
            return Err(s3_error!(NotImplemented, "There are no access points."));
        };
        let (source, _) = self.stat(bucket, key).await?;
        let target = self.path(&input.bucket, &input.key).await?;
        let draft = done(self.app.objects.copy_unseen(&source, &target).await)?;
        admit_again(&self.recorder, GET_OBJECT, &source).await?;
        admit_again(&self.recorder, PUT_OBJECT, &target).await?;
        let changed = Changed::object("CopyObject", &target).copied_from(bucket, key);
        self.change(changed, async move { done(draft.publish().await) }).await?;
        let copied = done(self.app.objects.stat(&target).await)?;
        let result = copied.map(|copied| CopyObjectResult {
            e_tag: Some(etag(&copied)),
            last_modified: Some(timestamp(copied.modified_us)),
            ..CopyObjectResult::default()
        });
        Ok(CopyObjectOutput { copy_object_result: result, ..CopyObjectOutput::default() })
    }

    pub(super) async fn delete_one(&self, bucket: &str, key: &str) -> S3Result<()> {
        let path = self.path(bucket, key).await?;
        let (app, changed) = (Arc::clone(&self.app), Changed::object("DeleteObject", &path));
        self.change(changed, async move { done(app.objects.delete(&path).await) }).await
    }

    /// Deletes several objects. Their events say which are gone, also where it breaks off.
    pub(super) async fn delete_several(&self, bucket: &str, keys: Vec<String>) -> S3Result<()> {
        let region = self.region_of(bucket).await?;
        for key in &keys {
            path_in(&region, bucket, key)?;
        }
        for keys in groups(keys) {
            let changed = Changed::bucket("DeleteMultipleObjects", &region, bucket);
            let (app, recorder) = (Arc::clone(&self.app), Arc::clone(&self.recorder));
            let (region, bucket) = (region.clone(), bucket.to_owned());
            to_the_end(async move {
                let (deleted, outcome) = delete_each(&app, &region, &bucket, keys).await;
                if !deleted.is_empty() {
                    recorder.record(&changed.with_objects(deleted)).await?;
                }
                outcome
            })
            .await?;
        }
        Ok(())
    }
}

/// Deletes one object after the other, as far as that goes; gives those that are gone.
async fn delete_each(
    app: &App,
    region: &RegionId,
    bucket: &str,
    keys: Vec<String>,
) -> (Vec<String>, S3Result<()>) {
    let mut deleted = Vec::with_capacity(keys.len());
    for key in keys {
        let outcome = match path_in(region, bucket, &key) {
            Ok(path) => done(app.objects.delete(&path).await),
            Err(error) => Err(error),
        };
        if outcome.is_err() {
            return (deleted, outcome);
        }
        deleted.push(key);
    }
    (deleted, Ok(()))
}

impl Claims {
    /// Takes up what came after the bytes.
    fn add_trailing(&mut self) {
        let Some(trailing) = self.trailing.as_ref().and_then(TrailingHeaders::take) else { return };
        let get = |name: &str| trailing.get(name)?.to_str().ok().map(str::to_owned);
        let Checksum {
            checksum_crc32,
            checksum_crc32c,
            checksum_crc64nvme,
            checksum_sha1,
            checksum_sha256,
            ..
        } = &mut self.checksum;
        for (name, claim) in [
            ("x-amz-checksum-crc32", checksum_crc32),
            ("x-amz-checksum-crc32c", checksum_crc32c),
            ("x-amz-checksum-crc64nvme", checksum_crc64nvme),
            ("x-amz-checksum-sha1", checksum_sha1),
            ("x-amz-checksum-sha256", checksum_sha256),
        ] {
            *claim = get(name).or(claim.take());
        }
    }

    fn check(&self, found: &Checksum) -> S3Result<()> {
        let differs =
            |claimed: &Option<String>, found: &Option<String>| claimed.is_some() && claimed != found;
        let claimed = &self.checksum;
        if differs(&claimed.checksum_crc32, &found.checksum_crc32)
            || differs(&claimed.checksum_crc32c, &found.checksum_crc32c)
            || differs(&claimed.checksum_crc64nvme, &found.checksum_crc64nvme)
            || differs(&claimed.checksum_sha1, &found.checksum_sha1)
            || differs(&claimed.checksum_sha256, &found.checksum_sha256)
        {
            return Err(s3_error!(BadDigest, "A checksum you specified did not match what came."));
        }
        Ok(())
    }
}

/// Computes what is claimed, or may still be claimed after the bytes.
fn hasher(claims: &Claims) -> ChecksumHasher {
    let all = claims.trailing.is_some();
    let claimed = &claims.checksum;
    let of = |claim: &Option<String>| all || claim.is_some();
    ChecksumHasher {
        crc32: of(&claimed.checksum_crc32).then(s3s::crypto::Crc32::new),
        crc32c: of(&claimed.checksum_crc32c).then(s3s::crypto::Crc32c::new),
        sha1: of(&claimed.checksum_sha1).then(s3s::crypto::Sha1::new),
        sha256: of(&claimed.checksum_sha256).then(s3s::crypto::Sha256::new),
        crc64nvme: of(&claimed.checksum_crc64nvme).then(s3s::crypto::Crc64Nvme::new),
    }
}
