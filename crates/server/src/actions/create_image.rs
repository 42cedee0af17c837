//! CreateImage: makes an image of snapshots, or of the disks of an instance.

use std::sync::Arc;

use imagekin_catalog::image::{Architecture, BootMode, ImdsSupport, Platform, SystemWish};
use imagekin_catalog::name::ImageVersion;
use imagekin_catalog::task::{TaskAction, Work};
use imagekin_catalog::{
    Description, FamilyName, Image, ImageId, ImageName, Refusal, Status, Tag, Task, TaskId,
};
use imagekin_rpc::{Fault, codes};
use imagekin_store::Write;
use serde::{Deserialize, Serialize};

use super::{Action, Resource};
use crate::call::Call;
use crate::faults::{self, Halt, Table};
use crate::views::{FeaturesInput, TagInput};
use crate::{App, admission};

mod source;
use source::Source;

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
    /// Ours: as ModifyImageAttribute has it, from the beginning.
    deletion_protection: Option<bool>,
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

impl Action for CreateImage {
    const NAME: &'static str = "CreateImage";
    const RESOURCES: &'static [Resource] = &[
        Resource::Made("image"),
        Resource::Given("instance", "InstanceId"),
        Resource::Given("snapshot", "SnapshotId"),
        Resource::Disks,
    ];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        let catalogue = call.catalogue(&input.region_id)?;
        if !matches!(input.detection_strategy.as_deref(), None | Some("Standard")) {
            return Err(Fault::new(&codes::DETECTION_STRATEGY_INVALID));
        }
        let resource_group_id = admission::resource_group(input.resource_group_id.as_deref())?;
        let prepared = system(&input)
            .and_then(|system| Ok((prepare(call, &input, system)?, Source::of(call, &input)?, system)));
        let (image, source, system) =
            prepared.map_err(|refusal| faults::refused(refusal, Table::CreateImage))?;
        let image = Image { resource_group_id, ..image };
        let dry_run = input.dry_run.unwrap_or(false);
        let task_id = TaskId::generate(call.random_bits());
        let app = Arc::clone(&call.app);
        let output = call.write_once(catalogue, Table::CreateImage, move |write| {
            let (snapshots, disks) = source.disks(write, image.created_at)?;
            let image = image.with_system(system, source.image(write)?.as_ref())?;
            let image = Image { disks, sequence: write.sequence(), ..image };
            admission::new_image(write, app.config.quotas.into(), &image)?;
            if dry_run {
                return Err(Refusal::DryRun.into());
            }
            for snapshot in &snapshots {
                write.put_snapshot(snapshot)?;
            }
            begin(&app, write, image, task_id)
        });
        let output = output.await?;
        call.app.wake_jobs();
        Ok(output)
    }
}

/// What the call says of the system.
fn system(input: &Input) -> Result<SystemWish, Refusal> {
    let imds_support = input.features.as_ref().and_then(FeaturesInput::imds);
    Ok(SystemWish {
        architecture: input.architecture.as_deref().map(Architecture::parse).transpose()?,
        platform: input.platform.as_deref().map(Platform::parse).transpose()?,
        boot_mode: input.boot_mode.as_deref().map(BootMode::parse).transpose()?,
        imds_support: imds_support.map(ImdsSupport::parse).transpose()?,
    })
}

/// The image as far as the call alone says what it will be.
fn prepare(call: &Call, input: &Input, system: SystemWish) -> Result<Image, Refusal> {
    let (id, platform) = (ImageId::generate(call.random_bits()), Platform::default());
    let image = Image {
        name: ImageName::parse(input.image_name.as_deref().unwrap_or(id.as_str()))?,
        family: input.image_family.as_deref().map(FamilyName::parse).transpose()?,
        description: Description::parse(input.description.as_deref().unwrap_or_default())?,
        version: ImageVersion::parse(input.image_version.as_deref().unwrap_or_default())?,
        status: Status::Available,
        failure: String::new(),
        progress: 100,
        origin: TaskAction::CreateImage,
        architecture: Architecture::X86_64,
        os_type: platform.os_type(),
        platform,
        os_name: None,
        boot_mode: None,
        license_type: None,
        imds_support: ImdsSupport::V1,
        nvme_support: None,
        resource_group_id: String::new(),
        disks: Vec::new(),
        tags: Tag::parse_all(input.tag.iter().map(TagInput::pair))?,
        is_public: false,
        share_count: 0,
        instance_count: 0,
        deletion_protection: input.deletion_protection.unwrap_or(false),
        created_at: call.now,
        sequence: 0,
        id,
    };
    image.with_system(system, None)
}

/// Adds the image: Available at once, or Creating until a task ends the creation delay.
fn begin(app: &App, write: &mut Write<'_>, image: Image, task_id: TaskId) -> Result<Output, Halt> {
    let output = Output { image_id: image.id.to_string() };
    let delay = app.delays.next(TaskAction::CreateImage);
    if delay.is_zero() {
        write.add_image(&image)?;
        return Ok(output);
    }
    let ready_at = image.created_at.plus(delay);
    let task = Task::new(task_id, Work::CreateImage, image.id.clone(), image.created_at, ready_at);
    write.add_image(&Image { status: Status::Creating, progress: 0, ..image })?;
    write.add_task(&task)?;
    Ok(output)
}
