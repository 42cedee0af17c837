//! ImportImage: makes an image of disk images in a bucket. The bytes are looked at on the call, and moved by a job.

use std::sync::Arc;

use imagekin_catalog::disk::{DATA_DISKS_MAX, DISK_SIZE_GIB, DiskKind, DiskMapping, ImportedFrom};
use imagekin_catalog::disk_plan::name_devices;
use imagekin_catalog::image::{
    Architecture, BootMode, ImdsSupport, LicenseType, NvmeSupport, OsType, Platform,
};
use imagekin_catalog::name::ImageVersion;
use imagekin_catalog::snapshot::SnapshotStatus;
use imagekin_catalog::task::{TaskAction, Work};
use imagekin_catalog::{
    Description, Image, ImageId, ImageName, Refusal, RegionId, Snapshot, SnapshotId, Status, Tag, Task,
    TaskId,
};
use imagekin_rpc::{Fault, codes};
use imagekin_store::{StoreError, Write};
use serde::{Deserialize, Serialize};

use super::{Action, Resource};
use crate::admission;
use crate::call::Call;
use crate::faults::{self, Halt, Table};
use crate::views::{FeaturesInput, TagInput};

mod look;

pub(crate) struct ImportImage;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    region_id: Option<String>,
    image_name: Option<String>,
    description: Option<String>,
    architecture: Option<String>,
    #[serde(rename = "OSType")]
    os_type: Option<String>,
    platform: Option<String>,
    boot_mode: Option<String>,
    license_type: Option<String>,
    features: Option<FeaturesInput>,
    detection_strategy: Option<String>,
    resource_group_id: Option<String>,
    storage_location_arn: Option<String>,
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
pub(super) struct DiskInput {
    device: Option<String>,
    format: Option<String>,
    #[serde(rename = "OSSBucket", alias = "OssBucket")]
    bucket: Option<String>,
    #[serde(rename = "OSSObject", alias = "OssObject")]
    object: Option<String>,
    disk_image_size: Option<u32>,
    /// The deprecated name of DiskImageSize.
    disk_im_size: Option<u32>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Output {
    image_id: String,
    task_id: String,
    region_id: String,
}

impl Action for ImportImage {
    const NAME: &'static str = "ImportImage";
    const RESOURCES: &'static [Resource] = &[Resource::Made("image"), Resource::ImportedObjects];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        const TABLE: Table = Table::ImportImage;
        let region_id = input.region_id.as_deref();
        let region_id = region_id.ok_or(Fault::with(&codes::IMPORT_PARAMETER_MISSING, "RegionId"))?;
        let catalogue = call.catalogue(region_id).map_err(|_| Fault::new(&codes::REGION_NOT_FOUND_IMPORT))?;
        if let Some(once) = call.once(TABLE)? {
            // Its object may be gone by now: the first answer holds all the same.
            let filed = catalogue.clone();
            let earlier = call.app.store.look_up(move |read| once.earlier_answer::<Output>(read, &filed));
            if earlier.await.map_err(|halt: Halt| halt.fault(TABLE))?.is_some() {
                // Given in a transaction, like the first one: it uses up the nonce for good.
                let gone = || StoreError::Unavailable("a client token expired while it was used".to_owned());
                return call.write_once(catalogue, TABLE, move |_| Err(gone().into())).await;
            }
        }
        if !matches!(input.detection_strategy.as_deref(), None | Some("Standard")) {
            return Err(Fault::new(&codes::DETECTION_STRATEGY_INVALID));
        }
        if let Some(location) = input.storage_location_arn.as_deref() {
            // There is no CloudBox.
            return Err(Fault::with(&codes::STORAGE_LOCATION_NOT_FOUND, location));
        }
        let resource_group_id = admission::resource_group(input.resource_group_id.as_deref())?;
        let image = prepare(call, &input).map_err(|refusal| faults::refused(refusal, TABLE))?;
        let disks = look_at_disks(call, &catalogue.region, &input.disk_device_mapping).await?;
        let image = Image { disks, resource_group_id, ..image };
        let app = Arc::clone(&call.app);
        let dry_run = input.dry_run.unwrap_or(false);
        let task_id = TaskId::generate(call.random_bits());
        let output = call.write_once(catalogue, TABLE, move |write| {
            let image = Image { sequence: write.sequence(), ..image };
            admission::new_image(write, app.config.quotas.into(), &image)?;
            if dry_run {
                return Err(Refusal::DryRun.into());
            }
            let ready_at = image.created_at.plus(app.delays.next(TaskAction::ImportImage));
            let task = Task::new(task_id, Work::ImportImage, image.id.clone(), image.created_at, ready_at);
            begin(write, &image, &task)
        });
        let output = output.await?;
        call.app.wake_jobs();
        Ok(output)
    }
}

/// The image as far as the call alone says what it will be.
fn prepare(call: &Call, input: &Input) -> Result<Image, Refusal> {
    let id = ImageId::generate(call.random_bits());
    let features = input.features.as_ref();
    let architecture = input.architecture.as_deref().map_or(Ok(Architecture::X86_64), Architecture::parse)?;
    let os_type = input.os_type.as_deref().map(OsType::parse).transpose()?;
    // What is Windows without being told which is none of the others.
    let platform = match (input.platform.as_deref(), os_type) {
        (Some(text), _) => Platform::parse(text)?,
        (None, Some(OsType::Windows)) => Platform::OTHER_WINDOWS,
        (None, _) => Platform::default(),
    };
    let boot_mode = match input.boot_mode.as_deref().map(BootMode::parse).transpose()? {
        Some(BootMode::UefiPreferred) => return Err(Refusal::BootModeUnknown),
        Some(boot_mode) => boot_mode,
        None => architecture.boots_by(),
    };
    architecture.admit_boot_mode(boot_mode)?;
    let imds_support = features.and_then(FeaturesInput::imds).map(ImdsSupport::parse).transpose()?;
    let nvme_support = features.and_then(FeaturesInput::nvme).map(NvmeSupport::parse).transpose()?;
    Ok(Image {
        name: ImageName::parse(input.image_name.as_deref().unwrap_or(id.as_str()))?,
        family: None,
        description: Description::parse(input.description.as_deref().unwrap_or_default())?,
        version: ImageVersion::default(),
        status: Status::Creating,
        failure: String::new(),
        progress: 0,
        origin: TaskAction::ImportImage,
        architecture,
        os_type: os_type.unwrap_or(platform.os_type()),
        platform,
        os_name: None,
        boot_mode: Some(boot_mode),
        license_type: input.license_type.as_deref().map(LicenseType::parse).transpose()?,
        imds_support: imds_support.unwrap_or(ImdsSupport::V1),
        // What an import is without being told (spec/semantics.md 5.9).
        nvme_support: Some(nvme_support.unwrap_or(NvmeSupport::Unsupported)),
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
    })
}

/// Looks at the objects: the disks of the image, each with the id of the snapshot that it will have.
async fn look_at_disks(
    call: &Call,
    region: &RegionId,
    given: &[DiskInput],
) -> Result<Vec<DiskMapping>, Fault> {
    if given.is_empty() {
        return Err(Fault::new(&codes::DISK_MAPPING_MISSING));
    }
    // More than the system disk and 16 data disks are not looked at (page ImportImage).
    let given = &given[..given.len().min(1 + DATA_DISKS_MAX)];
    let devices = name_devices(&given.iter().map(|disk| disk.device.as_deref()).collect::<Vec<_>>())
        .map_err(|refusal| faults::refused(refusal, Table::ImportImage))?;
    let mut disks = Vec::with_capacity(given.len());
    for (n, (disk, device)) in given.iter().zip(devices).enumerate() {
        let kind = if n == 0 { DiskKind::System } else { DiskKind::Data };
        let found = look::at(call, region, n + 1, disk).await?;
        let size_gib = size(call, kind, disk, found.size_gib)?;
        disks.push(DiskMapping {
            device,
            kind,
            size_gib,
            snapshot_id: Some(SnapshotId::generate(call.random_bits())),
            imported_from: Some(ImportedFrom {
                format: disk.format.clone().unwrap_or_else(|| found.format.to_owned()),
                bucket: disk.bucket.clone().unwrap_or_default(),
                object: disk.object.clone().unwrap_or_default(),
            }),
        });
    }
    Ok(disks)
}

/// The size of a disk: as asked for, if the disk image fits in, else that of the disk image.
fn size(call: &Call, kind: DiskKind, disk: &DiskInput, least: u32) -> Result<u32, Fault> {
    let asked = disk.disk_image_size.or(disk.disk_im_size).filter(|size| *size != 0);
    let size = asked.unwrap_or(least);
    let most = call.app.config.import.disk_gib_max.min(*DISK_SIZE_GIB.end());
    if (least..=most).contains(&size) {
        return Ok(size);
    }
    let why = format!(
        "The disk image needs {least} GiB, and a disk of {size} GiB is not between that and {most} GiB."
    );
    Err(match kind {
        DiskKind::System => Fault::with(&codes::IMAGE_SIZE_INVALID, &why),
        DiskKind::Data => Fault::new(&codes::DATA_DISK_SIZE_INVALID),
    })
}

/// Adds the image, its snapshots and the task that fills them.
fn begin(write: &mut Write<'_>, image: &Image, task: &Task) -> Result<Output, Halt> {
    write.add_image(image)?;
    for disk in &image.disks {
        let Some(id) = disk.snapshot_id.clone() else { continue };
        let (status, now) = (SnapshotStatus::Progressing, image.created_at);
        write.put_snapshot(&Snapshot::new(id, status, disk.kind, disk.size_gib, now))?;
    }
    write.add_task(task)?;
    Ok(Output {
        image_id: image.id.to_string(),
        task_id: task.id.to_string(),
        region_id: write.catalogue().region.to_string(),
    })
}
