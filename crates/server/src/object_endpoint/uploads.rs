//! Objects that come in parts.

use std::sync::Arc;

use imagekin_store::{Draft, ObjectPath, Upload, UploadFault};
use s3s::dto::{
    AbortMultipartUploadInput, Checksum, CompleteMultipartUploadInput, CompleteMultipartUploadOutput,
    CreateMultipartUploadInput, CreateMultipartUploadOutput, ListPartsInput, ListPartsOutput, Part,
    UploadPartInput, UploadPartOutput,
};
use s3s::{S3Result, TrailingHeaders, s3_error};

use super::access::{PUT_OBJECT, admit_again};
use super::buckets::{Buckets, done, etag, timestamp};
use super::failure;
use super::objects::Claims;
use super::recorded::{Changed, to_the_end};

/// Numbers of parts (S3 and OSS: 1 to 10,000).
const PARTS: std::ops::RangeInclusive<u32> = 1..=10_000;

impl Buckets {
    pub(super) async fn begin_upload(
        &self,
        input: CreateMultipartUploadInput,
    ) -> S3Result<CreateMultipartUploadOutput> {
        let path = self.path(&input.bucket, &input.key).await?;
        let (random, now) = (self.app.random.bits(), self.app.clock.now());
        let id = done(self.app.objects.begin_upload(&path, random, now).await)?;
        Ok(CreateMultipartUploadOutput {
            bucket: Some(input.bucket),
            key: Some(input.key),
            upload_id: Some(id),
            ..CreateMultipartUploadOutput::default()
        })
    }

    pub(super) async fn put_part(
        &self,
        input: UploadPartInput,
        trailing: Option<TrailingHeaders>,
    ) -> S3Result<UploadPartOutput> {
        let (path, upload) = self.upload(&input.bucket, &input.key, &input.upload_id).await?;
        let number = part_number(input.part_number)?;
        self.check_length(input.content_length)?;
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
        let draft = done(self.app.objects.begin_part(&upload, number).await)?;
        let draft = self.pour(draft, input.body, claims).await?;
        admit_again(&self.recorder, PUT_OBJECT, &path).await?;
        done(draft.publish().await)?;
        let written = done(self.app.objects.part(&upload, number).await)?;
        Ok(UploadPartOutput { e_tag: written.as_ref().map(etag), ..UploadPartOutput::default() })
    }

    pub(super) async fn complete_upload(
        &self,
        input: CompleteMultipartUploadInput,
    ) -> S3Result<CompleteMultipartUploadOutput> {
        let (path, upload) = self.upload(&input.bucket, &input.key, &input.upload_id).await?;
        let given = input.multipart_upload.and_then(|given| given.parts).unwrap_or_default();
        let mut parts = Vec::with_capacity(given.len());
        for part in given {
            let number = part_number(part.part_number.unwrap_or(0))?;
            if parts.last().is_some_and(|(last, _)| *last >= number) {
                return Err(s3_error!(InvalidPartOrder, "The parts are not in the order of their numbers."));
            }
            parts.push((number, part.e_tag.map(s3s::dto::ETag::into_value).unwrap_or_default()));
        }
        if parts.is_empty() {
            return Err(s3_error!(MalformedXML, "An upload is completed of one part at least."));
        }
        let draft = match self.app.objects.assemble(&upload, &parts).await {
            Ok(draft) => draft,
            Err(UploadFault::NoSuchPart(_)) => {
                return Err(s3_error!(InvalidPart, "A part is not there, or it is another one."));
            }
            Err(UploadFault::Failed(error)) => return Err(failure::of(&error)),
        };
        admit_again(&self.recorder, PUT_OBJECT, &path).await?;
        self.complete(draft, &path, upload).await?;
        let written = done(self.app.objects.stat(&path).await)?;
        Ok(CompleteMultipartUploadOutput {
            bucket: Some(input.bucket),
            key: Some(input.key),
            e_tag: written.as_ref().map(etag),
            ..CompleteMultipartUploadOutput::default()
        })
    }

    /// Lets the object be seen; then the upload is gone.
    async fn complete(&self, draft: Draft, path: &ObjectPath, upload: Upload) -> S3Result<()> {
        let changed = Changed::object("CompleteMultipartUpload", path);
        let (app, recorder) = (Arc::clone(&self.app), Arc::clone(&self.recorder));
        to_the_end(async move {
            done(draft.publish().await)?;
            recorder.record(&changed).await?;
            // The object is there: nobody waits for its parts to go. What is left of them goes with the uploads that are forgotten.
            tokio::spawn(async move {
                if let Err(error) = app.objects.abort_upload(&upload).await {
                    tracing::warn!(%error, "Could not remove the parts of an upload");
                }
            });
            Ok(())
        })
        .await
    }

    pub(super) async fn abort_upload(&self, input: AbortMultipartUploadInput) -> S3Result<()> {
        let (_, upload) = self.upload(&input.bucket, &input.key, &input.upload_id).await?;
        done(self.app.objects.abort_upload(&upload).await)
    }

    pub(super) async fn list_parts(&self, input: ListPartsInput) -> S3Result<ListPartsOutput> {
        let (_, upload) = self.upload(&input.bucket, &input.key, &input.upload_id).await?;
        let after = input.part_number_marker.and_then(|after| u32::try_from(after).ok());
        let most = input.max_parts.and_then(|most| usize::try_from(most).ok()).unwrap_or(1_000).min(1_000);
        let mut parts = done(self.app.objects.parts(&upload).await)?;
        parts.retain(|(number, _)| *number > after.unwrap_or(0));
        let is_truncated = parts.len() > most;
        parts.truncate(most);
        let last = parts.last().and_then(|(number, _)| i32::try_from(*number).ok());
        let part = |(number, part): &(u32, imagekin_store::Listed)| Part {
            e_tag: Some(etag(part)),
            last_modified: Some(timestamp(part.modified_us)),
            part_number: i32::try_from(*number).ok(),
            size: i64::try_from(part.length).ok(),
            ..Part::default()
        };
        Ok(ListPartsOutput {
            bucket: Some(input.bucket),
            key: Some(input.key),
            upload_id: Some(input.upload_id),
            is_truncated: Some(is_truncated),
            max_parts: i32::try_from(most).ok(),
            next_part_number_marker: Some(last.unwrap_or(0)),
            parts: Some(parts.iter().map(part).collect()),
            ..ListPartsOutput::default()
        })
    }

    async fn upload(&self, bucket: &str, key: &str, id: &str) -> S3Result<(ObjectPath, Upload)> {
        let path = self.path(bucket, key).await?;
        let found = done(self.app.objects.find_upload(&path, id).await)?;
        found.map(|upload| (path, upload)).ok_or_else(|| s3_error!(NoSuchUpload, "There is no such upload."))
    }
}

fn part_number(number: i32) -> S3Result<u32> {
    let number = u32::try_from(number).ok().filter(|number| PARTS.contains(number));
    number.ok_or_else(|| s3_error!(InvalidArgument, "Parts are numbered from 1 to 10,000."))
}
