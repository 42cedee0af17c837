//! Moving the bytes of disks into the bucket of snapshots: what imports and copies have in common.

use imagekin_catalog::snapshot::{SnapshotBytes, SnapshotStatus};
use imagekin_catalog::task::Work;
use imagekin_catalog::{Image, Snapshot, SnapshotId};
use imagekin_store::{ObjectPath, StoreError};

use super::{Job, Step, carry, copy_image, import_image};
use crate::faults::Halt;

/// The steps of a task that makes an image of bytes from elsewhere: each disk that is not made yet is imported or copied,
/// then the image is Available.
pub(super) async fn step(job: &Job) -> Result<Step, Halt> {
    let image = job.image().await?;
    let progress = image.as_ref().map_or(0, |image| image.progress);
    let (Some(()), Some(image)) = (job.tell(progress).await?, image) else { return Ok(Step::Ended) };
    for (n, snapshot) in unfinished(job, &image).await? {
        let moved = match &job.task().work {
            Work::CopyImage { .. } => Box::pin(copy_image::copy_disk(job, &image, n, snapshot)).await,
            _ => Box::pin(import_image::import_disk(job, &image, n, snapshot)).await,
        };
        match moved? {
            Moved::Done => {}
            Moved::Failed(reason) => return job.fail(reason).await,
            Moved::Lost => return Ok(Step::Ended),
        }
    }
    match job.wait_until_ready().await? {
        Some(later) => Ok(later),
        None => job.finish().await,
    }
}

/// What became of one disk.
pub(super) enum Moved {
    /// Its bytes are in place.
    Done,
    /// They never will be, for this reason.
    Failed(String),
    /// The task is another job's, or nobody's any more: its objects are not this job's to keep.
    Lost,
}

/// The snapshots of an image that are not made yet: which disk, and the snapshot.
async fn unfinished(job: &Job, image: &Image) -> Result<Vec<(usize, Snapshot)>, StoreError> {
    let mut found = Vec::new();
    for (n, disk) in image.disks.iter().enumerate() {
        let Some(id) = &disk.snapshot_id else { continue };
        let snapshot = job.snapshot(id).await?;
        found.extend(snapshot.filter(|s| s.status != SnapshotStatus::Accomplished).map(|s| (n, s)));
    }
    Ok(found)
}

/// Copies an object of `length` bytes to be disk `n` of `image`, and records it; `expected` is what it must turn out to be.
///
/// The object has a name that no other job writes to, and is one to be taken away until it is recorded: so a job that
/// lost its task spoils nothing, and a crash leaves nothing.
pub(super) async fn move_disk(
    job: &Job,
    image: &Image,
    (n, snapshot): (usize, Snapshot),
    source: &ObjectPath,
    length: u64,
    expected: Option<&SnapshotBytes>,
) -> Result<Moved, Halt> {
    let bucket = job.app.config.import.snapshot_bucket.clone();
    let object = snapshot_object(job, &snapshot.id);
    let unfit = || StoreError::Inconsistent(format!("{bucket} is not the name of a bucket"));
    let target = ObjectPath::new(&job.claimed.catalogue.region, &bucket, &object).ok_or_else(unfit)?;
    let percent = |done: u64| {
        let of_disk = (done.saturating_mul(100) / length.max(1)).min(100);
        u8::try_from((n as u64 * 100 + of_disk) / image.disks.len() as u64).unwrap_or(99).min(99)
    };
    let carried = match job.app.objects.copy(source, &target).await {
        Ok(copying) => carry::carry(job, copying, percent, async || job.intend(&bucket, &object).await).await,
        Err(error) => Err(error.into()),
    };
    let copied = match carried {
        Ok(Some(copied)) => copied,
        Ok(None) => return Ok(Moved::Lost),
        Err(Halt::Failed(StoreError::Objects(error))) if !error.is_temporary() => {
            return Ok(Moved::Failed(error.to_string()));
        }
        Err(error) => return Err(error),
    };
    if let Some(bytes) = expected.filter(|b| (b.length, &b.sha256) != (copied.length, &copied.sha256)) {
        return Ok(Moved::Failed(format!(
            "the copy has {} bytes with SHA-256 {}, not {} bytes with {}",
            copied.length, copied.sha256, bytes.length, bytes.sha256
        )));
    }
    if expected.is_none()
        && let Some(why) = import_image::unfit(job, &target, copied.length, &image.disks[n]).await?
    {
        return Ok(Moved::Failed(why));
    }
    let bytes = SnapshotBytes { path: object, length: copied.length, sha256: copied.sha256 };
    if record(job, snapshot.id, Some(bytes)).await? {
        return Ok(Moved::Done);
    }
    // Nobody else writes this object, and nobody names it.
    job.app.objects.delete(&target).await?;
    Ok(Moved::Lost)
}

/// Records a disk that is in place, its bytes with it. `false` when the task is lost, or its object is taken away already.
/// What else is said of the snapshot stays as its owner has it by now.
pub(super) async fn record(job: &Job, id: SnapshotId, bytes: Option<SnapshotBytes>) -> Result<bool, Halt> {
    let bucket = job.app.config.import.snapshot_bucket.clone();
    let task_id = job.task().id.clone();
    let recorded = job.write(move |write, _| {
        let Some(snapshot) = write.snapshot(write.catalogue(), &id)? else { return Ok(false) };
        if let Some(bytes) = &bytes
            && !write.keep_object(&bucket, &bytes.path, &task_id)?
        {
            return Ok(false);
        }
        if let Some(source) = &snapshot.copied_from {
            write.let_go_of_source(source, &bucket)?;
        }
        write.put_snapshot(&Snapshot { status: SnapshotStatus::Accomplished, bytes, ..snapshot })?;
        Ok(true)
    });
    Ok(recorded.await?.unwrap_or(false))
}

/// Where this job puts the bytes of a snapshot, within the bucket of snapshots.
pub(super) fn snapshot_object(job: &Job, id: &SnapshotId) -> String {
    // What is the claim's own in the name of its owner: the node's name, which stands before it, is that of all its claims.
    let claim = job.owner.rsplit('-').next().unwrap_or_default().to_ascii_lowercase();
    format!("{}/{id}-{claim}", job.claimed.catalogue.account)
}
