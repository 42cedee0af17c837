//! How a task ends, in the transaction that ends it: well, badly, or because its owner cancelled it.

use imagekin_catalog::disk::DiskMapping;
use imagekin_catalog::task::{RUNNING_COPIES_MAX, TaskAction, TaskStatus, Work};
use imagekin_catalog::{Image, ImageId, Snapshot, SnapshotId, Status, Task, recycle_bin};
use imagekin_store::{StoreError, Write};

use crate::faults::Halt;

/// Ends a task, and lets a copy begin that waited for a place.
pub(crate) fn end(write: &mut Write<'_>, task: &Task, status: TaskStatus, failure: &str) -> Result<(), Halt> {
    write.end_task(&task.id, status, failure)?;
    if matches!(task.work, Work::CopyImage { .. }) {
        begin_waiting_copies(write)?;
    }
    Ok(())
}

/// Ends a task by who holds it: a job, or the call that began it, with which it is done. What an earlier attempt has left goes at
/// once: the lease of this one has put that off.
pub(super) fn end_held(
    write: &mut Write<'_>,
    task: &Task,
    status: TaskStatus,
    failure: &str,
) -> Result<(), Halt> {
    write.remove_objects_of(&task.id, write.cause().now)?;
    end(write, task, status, failure)
}

/// Ends well the task that has made `image`: it is Available.
pub(crate) fn finish_making(write: &mut Write<'_>, task: &Task, image: &Image) -> Result<(), Halt> {
    write.change_image(image, &Image { status: Status::Available, progress: 100, ..image.clone() })?;
    end_held(write, task, TaskStatus::Finished, "")
}

/// Up to five copies of one account run in one region; the others wait, the oldest is the next.
fn begin_waiting_copies(write: &mut Write<'_>) -> Result<(), Halt> {
    let copies = write.open_tasks(write.catalogue(), TaskAction::CopyImage, None)?;
    let (waiting, running): (Vec<_>, Vec<_>) =
        copies.into_iter().partition(|task| task.status == TaskStatus::Waiting);
    let places = RUNNING_COPIES_MAX.saturating_sub(running.len() as u64);
    for task in waiting.into_iter().take(usize::try_from(places).unwrap_or(0)) {
        write.begin_task(&task.id, write.cause().now.plus(task.ready_at.since(task.created_at)))?;
        if let Some(image) = write.image(write.catalogue(), &task.image_id)? {
            write.change_image(&image, &Image { status: Status::Creating, ..image.clone() })?;
        }
    }
    Ok(())
}

/// Cancels the task that makes an image: the image is deleted, and nothing is left of its snapshots. What a job is still
/// writing is one to be taken away, when the lease of the job is over.
pub(crate) fn cancel_making(
    write: &mut Write<'_>,
    task: &Task,
    image: &Image,
    bucket: &str,
) -> Result<(), Halt> {
    take_snapshots_back(write, image, bucket)?;
    write.delete_image(image, None)?;
    end(write, task, TaskStatus::Deleted, "cancelled")
}

/// Deletes the snapshots that an unfinished image was to have, and their bytes; gives the disks without them. What was still
/// to be copied is needed no longer; of what was done already, another image may have been made, which keeps it.
pub(crate) fn take_snapshots_back(
    write: &mut Write<'_>,
    image: &Image,
    bucket: &str,
) -> Result<Vec<DiskMapping>, Halt> {
    for id in image.disks.iter().filter_map(|disk| disk.snapshot_id.as_ref()) {
        if is_needed(write, id, Some(&image.id))? {
            continue;
        }
        match write.snapshot(write.catalogue(), id)? {
            Some(Snapshot { bytes: Some(bytes), .. }) => write.remove_object(bucket, &bytes.path)?,
            Some(Snapshot { copied_from: Some(source), .. }) => write.let_go_of_source(&source, bucket)?,
            _ => {}
        }
        write.delete_snapshot(id)?;
    }
    let without = |disk: &DiskMapping| DiskMapping { snapshot_id: None, ..disk.clone() };
    Ok(image.disks.iter().map(without).collect())
}

/// Is the snapshot that of an image that is there, or that can be restored, and not only of `besides`?
pub(crate) fn is_needed(
    write: &Write<'_>,
    id: &SnapshotId,
    besides: Option<&ImageId>,
) -> Result<bool, StoreError> {
    let kept_until = write.snapshot_kept_until(write.catalogue(), id)?;
    let is_kept = recycle_bin::is_restorable(kept_until, write.cause().now);
    Ok(is_kept || write.is_in_an_image(write.catalogue(), id, besides)?)
}
