//! The task of ExportImage: fetches each disk, converts and packs it, and puts it into the bucket.
//!
//! It works in a folder of its own, `<data_dir>/exports/<task>`, and after a crash begins anew. Bytes whose digest is not
//! what the snapshot says are not exported.

use std::path::{Path, PathBuf};
use std::time::Duration;

use imagekin_catalog::disk::DiskMapping;
use imagekin_catalog::task::{Export, TaskStatus};
use imagekin_catalog::{Image, Snapshot};
use imagekin_store::{ObjectPath, StoreError};
use tokio::sync::Semaphore;

use super::{Job, Step, carry, ending};
use crate::faults::Halt;

mod convert;

/// How often a job that waits for a conversion tells that it is alive.
const TELL_EVERY: Duration = Duration::from_secs(2);

/// Why an export ends early.
enum End {
    /// It cannot be done, for this reason.
    Failed(String),
    /// The task is cancelled, or another job's.
    Lost,
    /// The store failed; it is tried again.
    Halt(Halt),
}

impl From<StoreError> for End {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Objects(error) if !error.is_temporary() => Self::Failed(error.to_string()),
            error => Self::Halt(error.into()),
        }
    }
}

impl From<Halt> for End {
    fn from(halt: Halt) -> Self {
        match halt {
            Halt::Failed(error) => error.into(),
            refused => Self::Halt(refused),
        }
    }
}

pub(super) async fn step(job: &Job, export: &Export, places: &Semaphore) -> Result<Step, Halt> {
    // The delay comes first: what is exported is not to be exported again while it is waited for.
    if let Some(later) = job.wait_until_ready().await? {
        return Ok(later);
    }
    let _place = places.acquire().await;
    let folder = folder(job);
    let outcome = run(job, export, &folder).await;
    remove_folder(&folder).await;
    match outcome {
        Ok(()) => end(job, export, TaskStatus::Finished, String::new()).await,
        Err(End::Failed(reason)) => {
            tracing::warn!(task.id = %job.task().id, reason, "An export failed");
            end(job, export, TaskStatus::Failed, reason).await
        }
        // What is in the bucket by now goes when the lease of this job is over: whoever cancelled it wrote that down.
        Err(End::Lost) => Ok(Step::Ended),
        Err(End::Halt(halt)) => Err(halt),
    }
}

/// Ends the task; what a failed one has put into the bucket is taken away.
async fn end(job: &Job, export: &Export, status: TaskStatus, reason: String) -> Result<Step, Halt> {
    let (task, export) = (job.task().clone(), export.clone());
    job.write(move |write, image| {
        if status != TaskStatus::Finished {
            for n in 0..image.disks.len() {
                write.remove_object(&export.bucket, &export.object(&image.id, n), write.cause().now)?;
            }
        }
        ending::end(write, &task, status, &reason)
    })
    .await?;
    Ok(Step::Ended)
}

async fn run(job: &Job, export: &Export, folder: &Path) -> Result<(), End> {
    let image = job.app.store.read(|read| read.image(&job.claimed.catalogue, &job.task().image_id))?;
    let (Some(()), Some(image)) = (job.tell(0).await?, image) else { return Err(End::Lost) };
    for (n, disk) in image.disks.iter().enumerate() {
        remove_folder(folder).await;
        let made = tokio::fs::create_dir_all(folder).await;
        made.map_err(|error| End::Failed(format!("cannot make the folder {}: {error}", folder.display())))?;
        export_disk(job, export, folder, &image, (n, disk)).await?;
    }
    Ok(())
}

async fn export_disk(
    job: &Job,
    export: &Export,
    folder: &Path,
    image: &Image,
    (n, disk): (usize, &DiskMapping),
) -> Result<(), End> {
    let share = |part: usize| u8::try_from((n * 100 + part) / image.disks.len()).unwrap_or(99).min(99);
    let fetched = fetch(job, disk, &folder.join("disk"), share(0)).await?;
    let qemu_img = &job.app.config.qemu_img;
    let name = format!("{}.raw", image.id);
    let packed = convert::pack(qemu_img, &fetched, export.format, folder, &name);
    let packed = alive(job, share(40), packed).await?.map_err(End::Failed)?;
    let target = target(job, export, &export.object(&image.id, n))?;
    let copying = job.app.objects.upload(&packed, &target).await?;
    carry::carry(job, copying, |_| share(80)).await?.ok_or(End::Lost)?;
    Ok(())
}

/// Fetches the bytes of a disk into `file`; a disk without bytes is an empty file.
async fn fetch(job: &Job, disk: &DiskMapping, file: &Path, progress: u8) -> Result<PathBuf, End> {
    let empty =
        || async { tokio::fs::write(file, b"").await.map_err(|error| End::Failed(error.to_string())) };
    let Some(id) = &disk.snapshot_id else {
        empty().await?;
        return Ok(file.to_owned());
    };
    let snapshot = job.app.store.read(|read| read.snapshot(&job.claimed.catalogue, id))?;
    let gone = || End::Failed(format!("the snapshot {id} is not there any more"));
    let Snapshot { bytes, .. } = snapshot.ok_or_else(gone)?;
    let Some(bytes) = bytes else {
        empty().await?;
        return Ok(file.to_owned());
    };
    let bucket = &job.app.config.import.snapshot_bucket;
    let source = ObjectPath::new(&job.claimed.catalogue.region, bucket, &bytes.path).ok_or_else(gone)?;
    if job.app.objects.length(&source).await?.is_none() {
        return Err(gone());
    }
    let copying = job.app.objects.download(&source, file).await?;
    let copied = carry::carry(job, copying, |_| progress).await?.ok_or(End::Lost)?;
    if (copied.length, &copied.sha256) != (bytes.length, &bytes.sha256) {
        return Err(End::Failed(format!("the bytes of snapshot {id} have not the digest that they had")));
    }
    Ok(file.to_owned())
}

/// Waits for `work`, and tells now and then that the job is alive.
async fn alive<T>(job: &Job, progress: u8, work: impl Future<Output = T>) -> Result<T, End> {
    tokio::pin!(work);
    loop {
        tokio::select! {
            done = &mut work => return Ok(done),
            () = tokio::time::sleep(TELL_EVERY) => job.tell(progress).await?.ok_or(End::Lost)?,
        }
    }
}

fn target(job: &Job, export: &Export, object: &str) -> Result<ObjectPath, StoreError> {
    ObjectPath::new(&job.claimed.catalogue.region, &export.bucket, object)
        .ok_or_else(|| StoreError::Inconsistent(format!("{}/{object} is no object", export.bucket)))
}

/// Where this task works.
fn folder(job: &Job) -> PathBuf {
    job.app.config.data_dir.join("exports").join(job.task().id.as_str())
}

async fn remove_folder(folder: &Path) {
    match tokio::fs::remove_dir_all(folder).await {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            tracing::warn!(%error, folder = %folder.display(), "Could not remove the folder of an export");
        }
        _ => {}
    }
}
