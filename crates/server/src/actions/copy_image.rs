//! CopyImage: copies an image into a region, the same or another. The bytes are moved and checked by a job; where there are
//! none, and no delay, the copy is made at once.

use std::sync::{Arc, OnceLock};

use imagekin_catalog::disk::DiskMapping;
use imagekin_catalog::refusal::CopyRefusal;
use imagekin_catalog::snapshot::{CopiedSnapshot, SnapshotStatus};
use imagekin_catalog::task::{RUNNING_COPIES_MAX, TaskAction, TaskStatus, Work};
use imagekin_catalog::{
    Description, Image, ImageId, ImageName, Refusal, Snapshot, SnapshotId, Status, Tag, Task, TaskId,
};
use imagekin_rpc::{Fault, codes};
use imagekin_store::{Catalogue, OwnedImage, Write};
use serde::{Deserialize, Serialize};

use super::{Action, Resource};
use crate::call::Call;
use crate::faults::{self, Halt, Table};
use crate::jobs::ending;
use crate::views::TagInput;
use crate::{Profile, admission, owner_guard};

pub(crate) struct CopyImage;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    /// The region of the image.
    region_id: String,
    image_id: String,
    destination_region_id: Option<String>,
    destination_image_name: Option<String>,
    destination_description: Option<String>,
    encrypted: Option<bool>,
    #[serde(rename = "KMSKeyId")]
    kms_key_id: Option<String>,
    encrypt_algorithm: Option<String>,
    resource_group_id: Option<String>,
    #[serde(default)]
    tag: Vec<TagInput>,
    /// Ours: as ModifyImageAttribute has it, from the beginning.
    deletion_protection: Option<bool>,
    dry_run: Option<bool>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Output {
    image_id: String,
}

/// What the copy is to be like.
struct Wish {
    id: ImageId,
    name: ImageName,
    description: Description,
    resource_group_id: String,
    tags: Vec<Tag>,
    deletion_protection: bool,
    task_id: TaskId,
    /// Ids for the snapshots.
    snapshot_ids: Vec<SnapshotId>,
}

/// Most disks of an image: a system disk and 16 data disks.
const DISKS_MAX: usize = 17;

impl Action for CopyImage {
    const NAME: &'static str = "CopyImage";
    const RESOURCES: &'static [Resource] =
        &[Resource::MadeIn("image", "DestinationRegionId"), Resource::Of("image", "ImageId")];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        let unknown = |code| move |_| Fault::new(code);
        let from = call.catalogue(&input.region_id).map_err(unknown(&codes::SOURCE_REGION_NOT_FOUND))?;
        let to = input.destination_region_id.as_deref().unwrap_or(&input.region_id);
        let to = call.catalogue(to).map_err(unknown(&codes::DESTINATION_REGION_NOT_FOUND))?;
        admit_encryption(call, &input)?;
        let source_id = ImageId::parse(&input.image_id).ok_or(Fault::new(&codes::IMAGE_NOT_FOUND))?;
        let resource_group_id = admission::resource_group(input.resource_group_id.as_deref())?;
        let wish = wish(call, &input, resource_group_id);
        let wish = wish.map_err(|refusal| faults::refused(refusal, Table::CopyImage))?;
        let dry_run = input.dry_run.unwrap_or(false);
        let app = Arc::clone(&call.app);
        let now = call.now;
        // What is copied, once it is sure that it is.
        let copied = Arc::new(OnceLock::new());
        let used = Arc::clone(&copied);
        // The token is one of the region that is called, wherever the copy goes.
        let called = from.region.clone();
        let output = call.write_once_of(called, to, Table::CopyImage, move |write| {
            let seen = source(write, &from, &source_id)?;
            let owner = Catalogue { account: seen.owner, region: from.region.clone() };
            let source = &seen.image;
            let snapshots = snapshots(write, &owner, source, &wish)?;
            let copies = write.open_tasks(write.catalogue(), TaskAction::CopyImage, None)?;
            let work =
                Work::CopyImage { source_region: from.region.clone(), source_image: source.id.clone() };
            if copies.iter().any(|copy| copy.work == work) {
                return Err(CopyRefusal::Running.into());
            }
            let waits = copies.len() as u64 >= RUNNING_COPIES_MAX;
            let image = image(source, &wish, waits, now, write.sequence());
            admission::new_image(write, app.config.quotas.into(), &image)?;
            if dry_run {
                return Err(Refusal::DryRun.into());
            }
            let delay = app.delays.next(TaskAction::CopyImage);
            let task = Task::new(wish.task_id.clone(), work, image.id.clone(), now, now.plus(delay));
            let status = if waits { TaskStatus::Waiting } else { task.status };
            let task = Task { status, ..task };
            let begun = begin(write, &image, &snapshots, &task)?;
            if !waits && delay.is_zero() && !snapshots.iter().flatten().any(has_bytes_to_come) {
                finish(write, &image, &snapshots, &task)?;
            }
            drop(used.set(seen));
            Ok(begun)
        });
        let output = output.await?;
        if let Some(copied) = copied.get() {
            owner_guard::tell(copied, call.caller.account, call.action, &call.request_id);
        }
        call.app.wake_jobs();
        Ok(output)
    }
}

/// There is no KMS: production refuses to copy into encrypted disks rather than to claim it; the sandbox plays along.
fn admit_encryption(call: &Call, input: &Input) -> Result<(), Fault> {
    let encrypted = input.encrypted.unwrap_or(false);
    if input.kms_key_id.is_some() && !encrypted {
        return Err(Fault::new(&codes::KEY_WITHOUT_ENCRYPTION));
    }
    match input.encrypt_algorithm.as_deref() {
        Some(_) if !encrypted => return Err(Fault::new(&codes::ALGORITHM_WITHOUT_ENCRYPTION)),
        None => {}
        Some(known) if known.eq_ignore_ascii_case("aes-256") || known.eq_ignore_ascii_case("sm4-128") => {}
        Some(_) => return Err(Fault::new(&codes::ENCRYPT_ALGORITHM_INVALID)),
    }
    if encrypted && call.app.config.profile == Profile::Production {
        return Err(Fault::new(&codes::KMS_NOT_ENABLED));
    }
    Ok(())
}

fn wish(call: &Call, input: &Input, resource_group_id: String) -> Result<Wish, Refusal> {
    let id = ImageId::generate(call.random_bits());
    Ok(Wish {
        name: ImageName::parse(input.destination_image_name.as_deref().unwrap_or(id.as_str()))?,
        description: Description::parse(input.destination_description.as_deref().unwrap_or_default())?,
        resource_group_id,
        tags: Tag::parse_all(input.tag.iter().map(TagInput::pair))?,
        deletion_protection: input.deletion_protection.unwrap_or(false),
        task_id: TaskId::generate(call.random_bits()),
        snapshot_ids: (0..DISKS_MAX).map(|_| SnapshotId::generate(call.random_bits())).collect(),
        id,
    })
}

/// The image to copy, if it may be copied there. The system's images are not: every region has them.
fn source(write: &Write<'_>, from: &Catalogue, id: &ImageId) -> Result<OwnedImage, Halt> {
    let seen = write.visible_image(from, id)?.filter(|seen| !seen.owner.is_system());
    let seen = seen.ok_or(Refusal::ImageNotFound)?;
    seen.image.admit_copy(seen.owner == from.account, from.region == write.catalogue().region)?;
    Ok(seen)
}

/// The snapshots of the copy, each with the bytes that it is to have.
fn snapshots(
    write: &Write<'_>,
    owner: &Catalogue,
    source: &Image,
    wish: &Wish,
) -> Result<Vec<Option<Snapshot>>, Halt> {
    let snapshot = |(disk, id): (&DiskMapping, &SnapshotId)| {
        let Some(source_id) = &disk.snapshot_id else { return Ok(None) };
        // Of an image that is there its snapshots are: it was deleted since, and they with it. Kept, so that whoever takes
        // the bytes of a deleted one away sees this copy.
        let source = write.kept_snapshot(owner, source_id)?.ok_or(Refusal::ImageNotFound)?;
        let copied_from =
            CopiedSnapshot { region: owner.region.clone(), snapshot_id: source.id, bytes: source.bytes };
        let (status, now) = (SnapshotStatus::Progressing, write.cause().now);
        Ok(Some(Snapshot {
            copied_from: Some(copied_from),
            ..Snapshot::new(id.clone(), status, disk.kind, disk.size_gib, now)
        }))
    };
    source.disks.iter().zip(&wish.snapshot_ids).map(snapshot).collect()
}

/// The copy: family, shares, Deprecated and deletion protection are not carried over (design), nor is what it was imported
/// from.
fn image(source: &Image, wish: &Wish, waits: bool, now: imagekin_catalog::Timestamp, sequence: u64) -> Image {
    let disk = |(disk, id): (&DiskMapping, &SnapshotId)| DiskMapping {
        snapshot_id: disk.snapshot_id.as_ref().map(|_| id.clone()),
        imported_from: None,
        ..disk.clone()
    };
    Image {
        id: wish.id.clone(),
        name: wish.name.clone(),
        family: None,
        description: wish.description.clone(),
        status: if waits { Status::Waiting } else { Status::Creating },
        failure: String::new(),
        progress: 0,
        origin: TaskAction::CopyImage,
        resource_group_id: wish.resource_group_id.clone(),
        disks: source.disks.iter().zip(&wish.snapshot_ids).map(disk).collect(),
        tags: wish.tags.clone(),
        is_public: false,
        share_count: 0,
        instance_count: 0,
        deletion_protection: wish.deletion_protection,
        created_at: now,
        sequence,
        ..source.clone()
    }
}

fn begin(
    write: &mut Write<'_>,
    image: &Image,
    snapshots: &[Option<Snapshot>],
    task: &Task,
) -> Result<Output, Halt> {
    write.add_image(image)?;
    for snapshot in snapshots.iter().flatten() {
        write.put_snapshot(snapshot)?;
    }
    write.add_task(task)?;
    Ok(Output { image_id: image.id.to_string() })
}

/// Is it to have the bytes of another one?
fn has_bytes_to_come(snapshot: &Snapshot) -> bool {
    snapshot.copied_from.as_ref().is_some_and(|source| source.bytes.is_some())
}

/// Ends a copy that takes no time and has no bytes to move, as its job would: libcloud looks for it at once, and only among
/// what is Available.
fn finish(
    write: &mut Write<'_>,
    image: &Image,
    snapshots: &[Option<Snapshot>],
    task: &Task,
) -> Result<(), Halt> {
    for snapshot in snapshots.iter().flatten() {
        write.put_snapshot(&Snapshot { status: SnapshotStatus::Accomplished, ..snapshot.clone() })?;
    }
    ending::finish_making(write, task, image)
}
