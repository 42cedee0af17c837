//! CreateImage: makes an image of snapshots.
//!
//! Of an instance it cannot, for there are no instances yet (InvalidInstanceId.NotFound).

use std::sync::Arc;

use imagekin_catalog::disk::{DiskKind, DiskMapping};
use imagekin_catalog::disk_plan::{DiskWish, plan_disks};
use imagekin_catalog::image::{Architecture, BootMode, ImdsSupport, Platform};
use imagekin_catalog::name::ImageVersion;
use imagekin_catalog::quota::Quotas;
use imagekin_catalog::task::{TaskAction, TaskStatus};
use imagekin_catalog::{
    Description, FamilyName, Image, ImageId, ImageName, Refusal, Snapshot, SnapshotId, Status, Tag, Task,
    TaskId,
};
use imagekin_rpc::{Fault, codes};
use imagekin_store::Write;
use serde::{Deserialize, Serialize};

use super::Action;
use crate::App;
use crate::call::Call;
use crate::faults::{self, Halt, Table};
use crate::views::{FeaturesInput, TagInput};

/// Longest id of a resource group; ECS's own have 18 bytes.
const RESOURCE_GROUP_BYTES_MAX: usize = 64;

pub(crate) struct CreateImage;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    region_id: String,
    image_name: Option<String>,
    image_family: Option<String>,
    image_version: Option<String>,
    description: Option<String>,
    architecture: Option<String>,
    platform: Option<String>,
    boot_mode: Option<String>,
    features: Option<FeaturesInput>,
    detection_strategy: Option<String>,
    resource_group_id: Option<String>,
    instance_id: Option<String>,
    snapshot_id: Option<String>,
    #[serde(default)]
    disk_device_mapping: Vec<DiskInput>,
    #[serde(default)]
    tag: Vec<TagInput>,
    dry_run: Option<bool>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct DiskInput {
    device: Option<String>,
    disk_type: Option<String>,
    size: Option<u32>,
    snapshot_id: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Output {
    image_id: String,
}

/// A wish for a disk, its snapshot not loaded yet.
#[derive(Clone, Debug, Default)]
struct Wish {
    device: Option<String>,
    kind: Option<DiskKind>,
    size_gib: Option<u32>,
    snapshot_id: Option<String>,
}

impl Action for CreateImage {
    const NAME: &'static str = "CreateImage";
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        let catalogue = call.catalogue(&input.region_id)?;
        if !matches!(input.detection_strategy.as_deref(), None | Some("Standard")) {
            return Err(Fault::new(&codes::DETECTION_STRATEGY_INVALID));
        }
        admit_resource_group(input.resource_group_id.as_deref())?;
        let prepared = prepare(call, &input).and_then(|image| Ok((image, wishes(&input)?)));
        let (image, wishes) = prepared.map_err(|refusal| faults::refused(refusal, Table::CreateImage))?;
        let only_a_snapshot = input.instance_id.is_none() && input.disk_device_mapping.is_empty();
        let has_instance = input.instance_id.is_some();
        let dry_run = input.dry_run.unwrap_or(false);
        let task_id = TaskId::generate(call.random_bits());
        let app = Arc::clone(&call.app);
        let output = call.write_once(catalogue, Table::CreateImage, move |write| {
            if has_instance {
                return Err(Refusal::InstanceNotFound.into());
            }
            let snapshots = load(write, &wishes)?;
            if only_a_snapshot && snapshots[0].as_ref().is_some_and(|s| s.source_disk == DiskKind::Data) {
                return Err(Refusal::SnapshotNotOfSystemDisk.into());
            }
            let image = Image { disks: plan(&wishes, &snapshots)?, sequence: write.sequence(), ..image };
            admit_new(write, app.config.quotas.into(), &image)?;
            if dry_run {
                return Err(Refusal::DryRun.into());
            }
            begin(&app, write, image, task_id)
        });
        let output = output.await?;
        if !call.app.config.creation_delay().is_zero() {
            call.app.new_task.notify_one();
        }
        Ok(output)
    }
}

/// The image as far as the call alone says what it will be.
fn prepare(call: &Call, input: &Input) -> Result<Image, Refusal> {
    let id = ImageId::generate(call.random_bits());
    let features = input.features.as_ref();
    let architecture = match input.architecture.as_deref() {
        None => Architecture::X86_64,
        Some(text) => Architecture::parse(text)?,
    };
    let platform = input.platform.as_deref().map_or(Ok(Platform::default()), Platform::parse)?;
    let boot_mode = input.boot_mode.as_deref().map(BootMode::parse).transpose()?;
    if let Some(boot_mode) = boot_mode {
        architecture.admit_boot_mode(boot_mode)?;
    }
    let imds_support = features.and_then(FeaturesInput::imds).map(ImdsSupport::parse).transpose()?;
    Ok(Image {
        name: ImageName::parse(input.image_name.as_deref().unwrap_or(id.as_str()))?,
        family: input.image_family.as_deref().map(FamilyName::parse).transpose()?,
        description: Description::parse(input.description.as_deref().unwrap_or_default())?,
        version: ImageVersion::parse(input.image_version.as_deref().unwrap_or_default())?,
        status: Status::Available,
        failure: String::new(),
        progress: 100,
        origin: TaskAction::CreateImage,
        architecture,
        os_type: platform.os_type(),
        platform,
        os_name: None,
        boot_mode,
        license_type: None,
        imds_support: imds_support.unwrap_or(ImdsSupport::V1),
        nvme_support: None,
        resource_group_id: input.resource_group_id.clone().unwrap_or_default(),
        disks: Vec::new(),
        tags: Tag::parse_all(input.tag.iter().map(TagInput::pair))?,
        created_at: call.now,
        sequence: 0,
        id,
    })
}

/// The disks wished for: those of the list, or the one snapshot.
///
/// A list none of whose entries names a snapshot says something of the disks of the one that SnapshotId names: so
/// Terraform sends the two together. `Size=0` is as good as no size, Terraform sends that, too.
fn wishes(input: &Input) -> Result<Vec<Wish>, Refusal> {
    let wish = |disk: &DiskInput| {
        let kind =
            disk.disk_type.as_deref().map(|text| DiskKind::parse(text).ok_or(Refusal::DiskTypeUnknown));
        Ok(Wish {
            device: disk.device.clone(),
            kind: kind.transpose()?,
            size_gib: disk.size.filter(|size| *size != 0),
            snapshot_id: disk.snapshot_id.clone(),
        })
    };
    let mut wishes = input.disk_device_mapping.iter().map(wish).collect::<Result<Vec<_>, _>>()?;
    if input.snapshot_id.is_none() && input.instance_id.is_none() && wishes.is_empty() {
        return Err(Refusal::SourceMissing);
    }
    if let Some(snapshot_id) = &input.snapshot_id
        && wishes.iter().all(|wish| wish.snapshot_id.is_none())
    {
        let is_system =
            |wish: &Wish| wish.kind == Some(DiskKind::System) || wish.device.as_deref() == Some("/dev/xvda");
        let system = wishes.iter().position(is_system).unwrap_or_else(|| {
            wishes.insert(0, Wish::default());
            0
        });
        wishes[system].snapshot_id = Some(snapshot_id.clone());
    }
    Ok(wishes)
}

/// The snapshot of each wish.
fn load(write: &Write<'_>, wishes: &[Wish]) -> Result<Vec<Option<Snapshot>>, Halt> {
    let snapshot = |wish: &Wish| {
        let Some(text) = &wish.snapshot_id else { return Ok(None) };
        let id = SnapshotId::parse(text).ok_or(Refusal::SnapshotNotFound)?;
        let snapshot = write.snapshot(write.catalogue(), &id)?;
        Ok(Some(snapshot.ok_or(Refusal::SnapshotNotFound)?))
    };
    wishes.iter().map(snapshot).collect()
}

fn plan(wishes: &[Wish], snapshots: &[Option<Snapshot>]) -> Result<Vec<DiskMapping>, Refusal> {
    let wishes: Vec<DiskWish<'_>> = wishes
        .iter()
        .zip(snapshots)
        .map(|(w, s)| DiskWish {
            device: w.device.as_deref(),
            kind: w.kind,
            size_gib: w.size_gib,
            snapshot: s.as_ref(),
        })
        .collect();
    plan_disks(&wishes)
}

/// Can it be a resource group? There is no list of them to look it up in, so any text that could be an id is one.
pub(super) fn admit_resource_group(id: Option<&str>) -> Result<(), Fault> {
    let fits = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.' | b'*');
    if id.is_none_or(|id| id.len() <= RESOURCE_GROUP_BYTES_MAX && id.bytes().all(fits)) {
        return Ok(());
    }
    Err(Fault::new(&codes::RESOURCE_GROUP_NOT_FOUND))
}

/// Does the catalogue have room for a new image of this name and family?
pub(super) fn admit_new(write: &Write<'_>, quotas: Quotas, image: &Image) -> Result<(), Halt> {
    if write.image_named(write.catalogue(), &image.name)?.is_some() {
        return Err(Refusal::ImageNameTaken.into());
    }
    quotas.admit_image(write.image_count())?;
    if let Some(family) = &image.family {
        let there = write.candidates(write.catalogue(), family)?.len() as u64;
        quotas.admit_to_family(there, write.family_count())?;
    }
    Ok(())
}

/// Adds the image: Available at once, or Creating until a task ends the creation delay.
fn begin(app: &App, write: &mut Write<'_>, image: Image, task_id: TaskId) -> Result<Output, Halt> {
    let output = Output { image_id: image.id.to_string() };
    let delay = app.config.creation_delay();
    if delay.is_zero() {
        write.add_image(&image)?;
        return Ok(output);
    }
    let task = Task {
        id: task_id,
        action: TaskAction::CreateImage,
        status: TaskStatus::Processing,
        image_id: image.id.clone(),
        created_at: image.created_at,
        ready_at: image.created_at.plus(delay),
    };
    write.add_image(&Image { status: Status::Creating, progress: 0, ..image })?;
    write.add_task(&task)?;
    Ok(output)
}
