//! The task of ImportImage: copies each disk image into the bucket of snapshots, then the image is Available.
//!
//! A disk that is copied is recorded with its digest; after a crash the job goes on with the next one. Its own copy
//! makes an image independent of the object it came from, which its owner may delete or overwrite.

use std::time::Duration;

use imagekin_catalog::snapshot::{SnapshotBytes, SnapshotStatus};
use imagekin_catalog::task::TaskStatus;
use imagekin_catalog::{Image, Snapshot, SnapshotId, Status};
use imagekin_store::disk::inspect;
use imagekin_store::{Copied, ObjectPath, StoreError};
use tokio::sync::Semaphore;
use tokio::time::Instant;

use super::{Job, LEASE, Step, next_tick, percent};
use crate::faults::Halt;

/// How often a copy tells its progress, which also prolongs the lease.
const TELL_EVERY: Duration = Duration::from_millis(500);

pub(super) async fn step(job: &Job, places: &Semaphore) -> Result<Step, Halt> {
    let task = job.task().clone();
    let image = job.app.store.read(|read| read.image(&job.claimed.catalogue, &task.image_id));
    let Some(image) = image? else { return end_without_image(job).await };
    let place = places.acquire().await;
    if tell(job, image.progress).await?.is_none() {
        return Ok(Step::Ended);
    }
    for (n, disk) in image.disks.iter().enumerate() {
        let Some(snapshot_id) = &disk.snapshot_id else { continue };
        let snapshot = job.app.store.read(|read| read.snapshot(&job.claimed.catalogue, snapshot_id))?;
        if snapshot.is_some_and(|snapshot| snapshot.status == SnapshotStatus::Accomplished) {
            continue;
        }
        match copy_disk(job, &image, n).await? {
            Ok(()) => {}
            Err(reason) => return fail(job, reason).await,
        }
    }
    drop(place);
    let now = job.app.clock.now();
    if now < task.ready_at {
        tell(job, percent(now, task.created_at, task.ready_at).min(99)).await?;
        return Ok(Step::Later(next_tick(now, task.ready_at)));
    }
    job.finish().await
}

/// Copies one disk. The inner error is a reason for which the import cannot go on.
async fn copy_disk(job: &Job, image: &Image, n: usize) -> Result<Result<(), String>, Halt> {
    let disk = &image.disks[n];
    let (Some(from), Some(snapshot_id)) = (&disk.imported_from, &disk.snapshot_id) else { return Ok(Ok(())) };
    let region = &job.claimed.catalogue.region;
    let Some(source) = ObjectPath::new(region, &from.bucket, &from.object) else {
        return Ok(Err(format!("{}/{} is not the name of an object", from.bucket, from.object)));
    };
    let objects = &job.app.objects;
    let Some(length) = objects.length(&source).await? else {
        return Ok(Err(format!("the object {}/{} is not there any more", from.bucket, from.object)));
    };
    if job.app.config.import.verify {
        let (head, tail) = objects.ends(&source, length).await?;
        if let Err(fault) = inspect(&head, &tail, length) {
            return Ok(Err(fault.to_string()));
        }
    }
    let target = snapshot_path(job, snapshot_id)?;
    let copied = match copy(job, &source, &target, |done| {
        let percent = (done * 100 / length.max(1)).min(100);
        (n as u64 * 100 + percent) / image.disks.len() as u64
    })
    .await
    {
        Ok(copied) => copied,
        Err(Halt::Failed(StoreError::Objects(error))) if !error.is_temporary() => {
            return Ok(Err(error.to_string()));
        }
        Err(error) => return Err(error),
    };
    record(job, snapshot_id, disk, copied).await?;
    Ok(Ok(()))
}

/// Copies an object, and tells now and then what `percent` says of the bytes done.
async fn copy(
    job: &Job,
    source: &ObjectPath,
    target: &ObjectPath,
    percent: impl Fn(u64) -> u64,
) -> Result<Copied, Halt> {
    let mut copying = job.app.objects.copy(source, target).await?;
    let mut told_at = Instant::now();
    while let Some(done) = copying.step().await? {
        if told_at.elapsed() >= TELL_EVERY {
            told_at = Instant::now();
            tell(job, u8::try_from(percent(done)).unwrap_or(99).min(99)).await?;
        }
    }
    Ok(copying.finish().await?)
}

/// Records a disk that is copied.
async fn record(
    job: &Job,
    snapshot_id: &SnapshotId,
    disk: &imagekin_catalog::disk::DiskMapping,
    copied: Copied,
) -> Result<(), Halt> {
    let snapshot = Snapshot {
        id: snapshot_id.clone(),
        status: SnapshotStatus::Accomplished,
        source_disk: disk.kind,
        size_gib: disk.size_gib,
        created_at: job.task().created_at,
        bytes: Some(SnapshotBytes {
            path: snapshot_object(job, snapshot_id),
            length: copied.length,
            sha256: copied.sha256,
        }),
    };
    job.write(move |write, _| Ok(write.put_snapshot(&snapshot)?)).await?;
    Ok(())
}

/// Tells the progress, and that the job is alive. `None` when it has lost its task.
async fn tell(job: &Job, progress: u8) -> Result<Option<()>, Halt> {
    let (task_id, until) = (job.task().id.clone(), job.app.clock.now().plus(LEASE));
    job.write(move |write, image| {
        let after = Image { progress, ..image.clone() };
        write.change_image(&image, &after)?;
        Ok(write.put_task_off(&task_id, until)?)
    })
    .await
}

/// Gives the import up: the image is CreateFailed and says why; nothing is left of its snapshots.
async fn fail(job: &Job, reason: String) -> Result<Step, Halt> {
    let task_id = job.task().id.clone();
    tracing::warn!(task.id = %task_id, reason, "An import failed");
    let disks = job.write(move |write, image| {
        for id in image.disks.iter().filter_map(|disk| disk.snapshot_id.as_ref()) {
            write.delete_snapshot(id)?;
        }
        let without = |disk: &imagekin_catalog::disk::DiskMapping| imagekin_catalog::disk::DiskMapping {
            snapshot_id: None,
            ..disk.clone()
        };
        let disks = image.disks.iter().map(without).collect();
        let after = Image { status: Status::CreateFailed, failure: reason, disks, ..image.clone() };
        write.change_image(&image, &after)?;
        write.end_task(&task_id, TaskStatus::Failed)?;
        Ok(image.disks)
    });
    for id in disks.await?.unwrap_or_default().iter().filter_map(|disk| disk.snapshot_id.as_ref()) {
        job.app.objects.delete(&snapshot_path(job, id)?).await?;
    }
    Ok(Step::Ended)
}

/// The image is gone: so is the work.
async fn end_without_image(job: &Job) -> Result<Step, Halt> {
    job.write(|_, _| Ok(())).await?;
    Ok(Step::Ended)
}

/// Where the bytes of a snapshot lie within the bucket of snapshots.
fn snapshot_object(job: &Job, id: &SnapshotId) -> String {
    format!("{}/{id}", job.claimed.catalogue.account)
}

fn snapshot_path(job: &Job, id: &SnapshotId) -> Result<ObjectPath, StoreError> {
    let bucket = &job.app.config.import.snapshot_bucket;
    ObjectPath::new(&job.claimed.catalogue.region, bucket, &snapshot_object(job, id))
        .ok_or_else(|| StoreError::Inconsistent(format!("{bucket} is not the name of a bucket")))
}
