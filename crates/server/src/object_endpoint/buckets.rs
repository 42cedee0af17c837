//! Buckets through the object endpoint: where they are, new ones, and those that go.

use std::sync::Arc;
use std::time::{Duration, UNIX_EPOCH};

use imagekin_catalog::RegionId;
use imagekin_store::{Listed, ObjectPath, StoreError};
use s3s::dto::{Bucket, ETag, ListBucketsOutput, Timestamp};
use s3s::{S3Result, s3_error};

use super::failure;
use super::recorded::{Changed, Recorder, to_the_end};
use crate::App;

/// The buckets of the installation, as one request sees them.
pub(super) struct Buckets {
    pub(super) app: Arc<App>,
    /// Where a new bucket goes, if the request says so.
    pub(super) region: Option<RegionId>,
    /// What writes the events of the request.
    pub(super) recorder: Arc<Recorder>,
}

/// What the store says, as an object store says it.
pub(super) fn done<T>(outcome: Result<T, StoreError>) -> S3Result<T> {
    outcome.map_err(|error| failure::of(&error))
}

impl Buckets {
    /// The region that the bucket is in.
    pub(super) async fn region_of(&self, bucket: &str) -> S3Result<RegionId> {
        self.find(bucket)
            .await?
            .ok_or_else(|| s3_error!(NoSuchBucket, "The specified bucket does not exist."))
    }

    /// The object of this name, wherever its bucket is.
    pub(super) async fn path(&self, bucket: &str, object: &str) -> S3Result<ObjectPath> {
        path_in(&self.region_of(bucket).await?, bucket, object)
    }

    /// Makes a change, and writes its event when it is made; to the end, though the client goes away.
    pub(super) async fn change(
        &self,
        changed: Changed,
        change: impl Future<Output = S3Result<()>> + Send + 'static,
    ) -> S3Result<()> {
        let recorder = Arc::clone(&self.recorder);
        let carried_out = async move {
            change.await?;
            recorder.record(&changed).await
        };
        to_the_end(carried_out).await
    }

    async fn find(&self, bucket: &str) -> S3Result<Option<RegionId>> {
        self.check_name(bucket)?;
        let first = self.region.iter();
        for region in first.chain(&self.app.regions) {
            if done(self.app.objects.is_bucket_in(region, bucket).await)? {
                return Ok(Some(region.clone()));
            }
        }
        Ok(None)
    }

    fn check_name(&self, bucket: &str) -> S3Result<()> {
        if !ObjectPath::is_bucket(bucket) {
            return Err(s3_error!(InvalidBucketName, "The specified bucket is not valid."));
        }
        if bucket == self.app.config.import.snapshot_bucket {
            // It holds the snapshots of every account.
            return Err(s3_error!(AccessDenied, "The bucket of snapshots is closed."));
        }
        Ok(())
    }

    /// Makes a bucket: in `asked`, else in the region that the request names otherwise, else in the first one.
    pub(super) async fn create(&self, bucket: &str, asked: Option<&str>) -> S3Result<()> {
        self.check_name(bucket)?;
        let asked = match asked.map(|asked| asked.strip_prefix("oss-").unwrap_or(asked)) {
            None | Some("") => None,
            Some(asked) => {
                let known = self.app.regions.iter().find(|region| region.as_str() == asked);
                let known = known.cloned();
                Some(known.ok_or_else(|| s3_error!(InvalidLocationConstraint, "There is no such region."))?)
            }
        };
        let asked = asked.or_else(|| self.region.clone()).or_else(|| self.app.regions.first().cloned());
        let region = asked.ok_or_else(|| s3_error!(InternalError))?;
        // Else two could look at once, and make one name in two regions. It holds for this node: two nodes that make a bucket of
        // one name at the same moment, in two regions, may both succeed, for what they share has no name that is of all regions.
        let making = Arc::clone(&self.app.making_bucket).lock_owned().await;
        match self.find(bucket).await? {
            Some(there) if there == region => Ok(()),
            Some(_) => Err(s3_error!(BucketAlreadyExists, "The bucket is in another region.")),
            None => {
                let changed = Changed::bucket("PutBucket", &region, bucket);
                let (app, bucket) = (Arc::clone(&self.app), bucket.to_owned());
                let create = async move {
                    // Until it is there, though the client goes away.
                    let _making = making;
                    done(app.objects.create_bucket(&region, &bucket).await)
                };
                self.change(changed, create).await
            }
        }
    }

    /// Deletes a bucket, which must be empty.
    pub(super) async fn delete(&self, bucket: &str) -> S3Result<()> {
        let region = self.region_of(bucket).await?;
        let changed = Changed::bucket("DeleteBucket", &region, bucket);
        let (app, bucket) = (Arc::clone(&self.app), bucket.to_owned());
        let delete = async move {
            if done(app.objects.delete_bucket(&region, &bucket).await)? {
                return Ok(());
            }
            Err(s3_error!(BucketNotEmpty, "The bucket you tried to delete is not empty."))
        };
        self.change(changed, delete).await
    }

    /// All buckets but that of snapshots.
    pub(super) async fn all(&self) -> S3Result<ListBucketsOutput> {
        let mut buckets = Vec::new();
        for region in &self.app.regions {
            for name in done(self.app.objects.buckets(region).await)? {
                if name != self.app.config.import.snapshot_bucket {
                    buckets.push(Bucket {
                        bucket_region: Some(region.to_string()),
                        creation_date: Some(timestamp(0)),
                        name: Some(name),
                    });
                }
            }
        }
        Ok(ListBucketsOutput { buckets: Some(buckets), ..ListBucketsOutput::default() })
    }
}

/// The object of this name in a bucket.
pub(super) fn path_in(region: &RegionId, bucket: &str, object: &str) -> S3Result<ObjectPath> {
    ObjectPath::new(region, bucket, object)
        .ok_or_else(|| s3_error!(InvalidArgument, "The name of the object cannot be that of a file."))
}

/// A time in microseconds since 1970, as it is answered: in whole seconds, since OSS's SDKs read no others.
pub(super) fn timestamp(micros: i64) -> Timestamp {
    Timestamp::from(UNIX_EPOCH + Duration::from_secs(u64::try_from(micros / 1_000_000).unwrap_or(0)))
}

/// The etag of an object, as it is answered.
pub(super) fn etag(object: &Listed) -> ETag {
    ETag::Strong(object.etag.clone())
}
