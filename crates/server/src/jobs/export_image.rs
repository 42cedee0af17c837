//! The task of ExportImage: fetches each disk, converts and packs it, and puts it into the bucket.
//!
//! It works in a folder of its own, `<data_dir>/exports/<task>`, and after a crash begins anew. Bytes whose digest is not
//! what the snapshot says are not exported. What an earlier export has put under the same names is replaced, and is never
//! taken away: an image does not change, so neither does what it is exported as.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::PoisonError;

use imagekin_catalog::disk::DiskMapping;
use imagekin_catalog::task::{Export, TaskAction, TaskStatus};
use imagekin_catalog::{Image, Snapshot};
use imagekin_store::{Cause, ObjectPath, StoreError};

use super::{Job, Step, TICK, carry, ending};
use crate::faults::Halt;
use crate::{App, random};

pub(crate) mod convert;

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
            StoreError::Folder { ref why, .. } if !error.is_retryable() => Self::Failed(why.to_string()),
            error => Self::Halt(error.into()),
        }
    }
}

impl End {
    /// What is said of the folder that the export works in. A disk that is full or read-only is so on this node, for a while, and
    /// a conversion that somebody else has ended is begun anew.
    fn of(folder: &Path) -> impl Fn(io::Error) -> Self {
        let path = folder.display().to_string();
        move |why| StoreError::Folder { path: path.clone(), why }.into()
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

pub(super) async fn step(job: &Job, export: &Export) -> Result<Step, Halt> {
    // The delay comes first: what is exported is not to be exported again while it is waited for.
    if let Some(later) = job.wait_until_ready().await? {
        return Ok(later);
    }
    if is_in_the_way(job, export).await? {
        return Ok(Step::Later(job.app.clock.now().plus(TICK)));
    }
    let (folder, is_renewal) = (folder(job), is_renewal(job, export).await?);
    let mut published = Vec::new();
    let outcome = run(job, export, is_renewal, &folder, &mut published).await;
    remove_folder(&job.app, folder).await;
    match outcome {
        Ok(()) if finish(job, published.len()).await? => Ok(Step::Ended),
        Ok(()) | Err(End::Lost) => {
            disown(job, export, published).await?;
            Ok(Step::Ended)
        }
        Err(End::Failed(reason)) => job.fail(reason).await,
        Err(End::Halt(halt)) => Err(halt),
    }
}

/// Is an object of a name that this task is to write just being taken away? Asked before the disks are packed: that is
/// much to do in vain.
async fn is_in_the_way(job: &Job, export: &Export) -> Result<bool, StoreError> {
    let (catalogue, image_id) = (job.claimed.catalogue.clone(), job.task().image_id.clone());
    let export = export.clone();
    let looked = job.app.store.look_up(move |read| {
        let disks = read.image(&catalogue, &image_id)?.map_or(0, |image| image.disks.len());
        let mut objects = (0..disks).map(|n| export.object(&image_id, n));
        objects.try_fold(false, |is, object| {
            Ok(is || read.is_being_removed(&catalogue, &export.bucket, &object)?)
        })
    });
    looked.await
}

/// Are the names those of objects of an earlier export? That stays so while the task is open: no other export of the image
/// ends meanwhile.
async fn is_renewal(job: &Job, export: &Export) -> Result<bool, StoreError> {
    let (catalogue, image_id) = (job.claimed.catalogue.clone(), job.task().image_id.clone());
    let export = export.clone();
    job.app.store.look_up(move |read| read.is_exported(&catalogue, &image_id, &export)).await
}

/// Ends the task well: the objects that it has put into the bucket stay. `false` when the task is lost, or one of them.
async fn finish(job: &Job, objects: usize) -> Result<bool, Halt> {
    let task = job.task().clone();
    let finished = job.write(move |write, _| {
        if !write.keep_objects_of(&task.id, objects)? {
            return Ok(false);
        }
        ending::end(write, &task, TaskStatus::Finished, "")?;
        Ok(true)
    });
    Ok(finished.await?.unwrap_or(false))
}

/// The task is lost. If nobody exports the image any more, and no export has ended well under these names, what this job
/// has published is taken away: all that was to be may have been taken away before that.
async fn disown(job: &Job, export: &Export, published: Vec<String>) -> Result<(), Halt> {
    let (export, image_id) = (export.clone(), job.task().image_id.clone());
    let catalogue = job.claimed.catalogue.clone();
    let (request_id, now) = (random::request_id(&*job.app.random), job.app.clock.now());
    let cause = Cause { action: "ExportImage", request_id, now };
    let disowned = job.app.store.write(catalogue, cause, move |write| {
        let is_exported = write.is_exported(write.catalogue(), &image_id, &export)?;
        let others = write.open_tasks(write.catalogue(), TaskAction::ExportImage, Some(&image_id))?;
        if !is_exported && others.is_empty() {
            published.iter().try_for_each(|object| write.remove_object(&export.bucket, object))?;
        }
        Ok::<(), Halt>(())
    });
    disowned.await
}

async fn run(
    job: &Job,
    export: &Export,
    is_renewal: bool,
    folder: &Path,
    published: &mut Vec<String>,
) -> Result<(), End> {
    let image = job.image().await?;
    let (Some(()), Some(image)) = (job.tell(0).await?, image) else { return Err(End::Lost) };
    for (n, disk) in image.disks.iter().enumerate() {
        remove_folder(&job.app, folder.to_owned()).await;
        tokio::fs::create_dir_all(folder).await.map_err(End::of(folder))?;
        let object = export_disk(job, export, is_renewal, folder, &image, (n, disk)).await?;
        if !is_renewal {
            published.push(object);
        }
    }
    Ok(())
}

async fn export_disk(
    job: &Job,
    export: &Export,
    is_renewal: bool,
    folder: &Path,
    image: &Image,
    (n, disk): (usize, &DiskMapping),
) -> Result<String, End> {
    let share = |part: usize| u8::try_from((n * 100 + part) / image.disks.len()).unwrap_or(99).min(99);
    let fetched = fetch(job, disk, &folder.join("disk"), share(0)).await?;
    let qemu_img = &job.app.config.qemu_img;
    let name = format!("{}.raw", image.id);
    let packed = convert::pack(qemu_img, &fetched, export.format, folder, &name);
    let packed = carry::alive(job, share(40), packed).await?.ok_or(End::Lost)?.map_err(End::of(folder))?;
    let object = export.object(&image.id, n);
    let target = target(job, export, &object)?;
    let copying = job.app.objects.upload(&packed, &target).await?;
    // From here on the object is the task's, and goes with it unless the task ends well; one of an earlier export stays.
    let publish = async || match is_renewal {
        true => job.tell(share(80)).await,
        false => job.intend(&export.bucket, &object).await,
    };
    carry::carry(job, copying, |_| share(80), publish).await?.ok_or(End::Lost)?;
    Ok(object)
}

/// Fetches the bytes of a disk into `file`; a disk without bytes is an empty file.
async fn fetch(job: &Job, disk: &DiskMapping, file: &Path, progress: u8) -> Result<PathBuf, End> {
    let empty = || async { tokio::fs::write(file, b"").await.map_err(End::of(file)) };
    let Some(id) = &disk.snapshot_id else {
        empty().await?;
        return Ok(file.to_owned());
    };
    let snapshot = job.snapshot(id).await?;
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
    let copied = carry::carry(job, copying, |_| progress, async || Ok(Some(()))).await?.ok_or(End::Lost)?;
    if (copied.length, &copied.sha256) != (bytes.length, &bytes.sha256) {
        return Err(End::Failed(format!("the bytes of snapshot {id} have not the digest that they had")));
    }
    Ok(file.to_owned())
}

fn target(job: &Job, export: &Export, object: &str) -> Result<ObjectPath, StoreError> {
    ObjectPath::new(&job.claimed.catalogue.region, &export.bucket, object)
        .ok_or_else(|| StoreError::Inconsistent(format!("{}/{object} is no object", export.bucket)))
}

/// Where the exports of this server work.
fn exports(app: &App) -> PathBuf {
    app.config.data_dir.join("exports")
}

/// Where this job works: no other job works there, not even one on the same task.
fn folder(job: &Job) -> PathBuf {
    exports(&job.app).join(format!("{}-{}", job.task().id, job.owner))
}

/// Removes what jobs of an earlier run have left.
pub(super) async fn clear_folders(app: &App) {
    remove_folder(app, exports(app)).await;
}

/// Removes what could not be removed before, as on a disk that is read-only for a while.
pub(super) async fn clear_left_behind(app: &App) {
    let folders = std::mem::take(&mut *app.left_behind.lock().unwrap_or_else(PoisonError::into_inner));
    for folder in folders {
        remove_folder(app, folder).await;
    }
}

async fn remove_folder(app: &App, folder: PathBuf) {
    match tokio::fs::remove_dir_all(&folder).await {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            tracing::warn!(%error, folder = %folder.display(), "Could not remove the folder of an export; it is tried again");
            app.left_behind.lock().unwrap_or_else(PoisonError::into_inner).push(folder);
        }
        _ => {}
    }
}
