//! Moving the bytes of disks into the bucket of snapshots: what imports and copies have in common.

use imagekin_catalog::snapshot::{SnapshotBytes, SnapshotStatus};
use imagekin_catalog::task::Work;
use imagekin_catalog::{Image, Snapshot, SnapshotId};
use imagekin_store::{Copied, ObjectPath, StoreError};
use tokio::sync::Semaphore;

use super::ending::snapshot_object;
use super::{Job, Step, carry, copy_image, import_image};
use crate::faults::Halt;

/// The steps of a task that makes an image of bytes from elsewhere: each disk that is not made yet is imported or copied,
/// then the image is Available.
pub(super) async fn step(job: &Job, places: &Semaphore) -> Result<Step, Halt> {
    let place = places.acquire().await;
    let image = job.app.store.read(|read| read.image(&job.claimed.catalogue, &job.task().image_id))?;
    let progress = image.as_ref().map_or(0, |image| image.progress);
    let (Some(()), Some(image)) = (job.tell(progress).await?, image) else { return Ok(Step::Ended) };
    for (n, snapshot) in unfinished(job, &image)? {
        let moved = match &job.task().work {
            Work::CopyImage { .. } => copy_image::copy_disk(job, &image, n, snapshot).await,
            _ => import_image::import_disk(job, &image, n, snapshot).await,
        };
        match moved? {
            Moved::Done => {}
            Moved::Failed(reason) => return job.fail(reason).await,
            Moved::Lost => return Ok(Step::Ended),
        }
    }
    drop(place);
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
fn unfinished(job: &Job, image: &Image) -> Result<Vec<(usize, Snapshot)>, StoreError> {
    let mut found = Vec::new();
    for (n, disk) in image.disks.iter().enumerate() {
        let Some(id) = &disk.snapshot_id else { continue };
        let snapshot = job.app.store.read(|read| read.snapshot(&job.claimed.catalogue, id))?;
        found.extend(snapshot.filter(|s| s.status != SnapshotStatus::Accomplished).map(|s| (n, s)));
    }
    Ok(found)
}

/// Where the bytes of a snapshot of this task's catalogue go.
fn snapshot_path(job: &Job, id: &SnapshotId) -> Result<ObjectPath, StoreError> {
    let bucket = &job.app.config.import.snapshot_bucket;
    let object = snapshot_object(job.claimed.catalogue.account, id);
    ObjectPath::new(&job.claimed.catalogue.region, bucket, &object)
        .ok_or_else(|| StoreError::Inconsistent(format!("{bucket} is not the name of a bucket")))
}

/// Copies an object of `length` bytes to be disk `n` of `image`, and records it; `expected` is what it must turn out to be.
pub(super) async fn move_disk(
    job: &Job,
    image: &Image,
    (n, snapshot): (usize, Snapshot),
    source: &ObjectPath,
    length: u64,
    expected: Option<&SnapshotBytes>,
) -> Result<Moved, Halt> {
    let target = snapshot_path(job, &snapshot.id)?;
    let percent = |done: u64| {
        let of_disk = (done.saturating_mul(100) / length.max(1)).min(100);
        u8::try_from((n as u64 * 100 + of_disk) / image.disks.len() as u64).unwrap_or(99).min(99)
    };
    let copying = match job.app.objects.copy(source, &target).await {
        Ok(copying) => carry::carry(job, copying, percent).await,
        Err(error) => Err(error.into()),
    };
    let copied = match copying {
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
    match record(job, snapshot, copied).await? {
        Some(()) => Ok(Moved::Done),
        None => Ok(Moved::Lost),
    }
}

/// Records a disk that is in place; takes it away again when the task is lost.
async fn record(job: &Job, snapshot: Snapshot, copied: Copied) -> Result<Option<()>, Halt> {
    let target = snapshot_path(job, &snapshot.id)?;
    let path = snapshot_object(job.claimed.catalogue.account, &snapshot.id);
    let bytes = SnapshotBytes { path, length: copied.length, sha256: copied.sha256 };
    let snapshot = Snapshot { status: SnapshotStatus::Accomplished, bytes: Some(bytes), ..snapshot };
    let recorded = job.write(move |write, _| Ok(write.put_snapshot(&snapshot)?)).await?;
    if recorded.is_none() {
        job.app.objects.delete(&target).await?;
    }
    Ok(recorded)
}

/// Records a disk that has no bytes.
pub(super) async fn record_empty(job: &Job, snapshot: Snapshot) -> Result<(), Halt> {
    let snapshot = Snapshot { status: SnapshotStatus::Accomplished, ..snapshot };
    job.write(move |write, _| Ok(write.put_snapshot(&snapshot)?)).await?;
    Ok(())
}
