//! ExportImage: writes the disks of an image into a bucket of its region. The bytes are moved by a job.

use std::path::Path;
use std::sync::Arc;

use imagekin_catalog::disk::{DiskMapping, ExportFormat};
use imagekin_catalog::refusal::ExportRefusal;
use imagekin_catalog::snapshot::SnapshotBytes;
use imagekin_catalog::task::{Export, TaskAction, Work};
use imagekin_catalog::{ImageId, Refusal, RegionId, Task, TaskId};
use imagekin_rpc::{Fault, codes};
use imagekin_store::{Catalogue, ObjectPath, StoreError};
use serde::{Deserialize, Serialize};

use super::{Action, Resource};
use crate::call::Call;
use crate::faults::{self, Table};
use crate::jobs::export_image::convert::format_by_ends;

/// Most characters of OSSPrefix.
const PREFIX_CHARACTERS_MAX: usize = 30;

pub(crate) struct ExportImage;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    region_id: Option<String>,
    image_id: Option<String>,
    #[serde(rename = "OSSBucket", alias = "OssBucket")]
    bucket: Option<String>,
    #[serde(rename = "OSSPrefix", alias = "OssPrefix")]
    prefix: Option<String>,
    image_format: Option<String>,
    dry_run: Option<bool>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Output {
    task_id: String,
    region_id: String,
}

impl Action for ExportImage {
    const NAME: &'static str = "ExportImage";
    const RESOURCES: &'static [Resource] = &[Resource::Of("image", "ImageId"), Resource::ExportedObjects];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        let given = |value: &Option<String>, name| {
            value.clone().ok_or_else(|| Fault::with(&codes::IMPORT_PARAMETER_MISSING, name))
        };
        let region_id = given(&input.region_id, "RegionId")?;
        let (image_id, bucket) = (given(&input.image_id, "ImageId")?, given(&input.bucket, "OSSBucket")?);
        let catalogue =
            call.catalogue(&region_id).map_err(|_| Fault::new(&codes::REGION_NOT_FOUND_IMPORT))?;
        let id = ImageId::parse(&image_id).ok_or(Fault::new(&codes::IMAGE_NOT_FOUND))?;
        let format = match input.image_format.as_deref() {
            None => ExportFormat::Raw,
            Some(text) => ExportFormat::parse(text).ok_or(Fault::new(&codes::IMAGE_FORMAT_MALFORMED))?,
        };
        let prefix = input.prefix.unwrap_or_default();
        if prefix.len() > PREFIX_CHARACTERS_MAX || !prefix.bytes().all(|b| b.is_ascii_alphanumeric()) {
            return Err(Fault::new(&codes::OSS_PREFIX_MALFORMED));
        }
        look_at_bucket(call, &catalogue.region, &bucket).await?;
        admit_format(call, &catalogue, &id, format).await?;
        let export = Export { bucket, prefix, format };
        let (app, now) = (Arc::clone(&call.app), call.now);
        let task_id = TaskId::generate(call.random_bits());
        let answer = Output { task_id: task_id.to_string(), region_id };
        let dry_run = input.dry_run.unwrap_or(false);
        let begun = call.write_telling(catalogue, Table::ExportImage, move |write, made| {
            let seen = write.visible_image(write.catalogue(), &id)?.ok_or(Refusal::ImageNotFound)?;
            if seen.owner != write.catalogue().account {
                return Err(ExportRefusal::CategoryUnsupported.into());
            }
            let exports = write.open_tasks(write.catalogue(), TaskAction::ExportImage, Some(&id))?;
            // What an export that was cancelled has left is taken away first, or this one's would be.
            let mut runs = !exports.is_empty();
            for n in 0..seen.image.disks.len() {
                let object = export.object(&id, n);
                runs |= write.is_being_removed(write.catalogue(), &export.bucket, &object)?;
            }
            seen.image.admit_export(runs)?;
            if dry_run {
                return Err(Refusal::DryRun.into());
            }
            made.element("TaskId", task_id.as_str());
            let ready_at = now.plus(app.delays.next(TaskAction::ExportImage));
            Ok(write.add_task(&Task::new(task_id, Work::ExportImage(export), id, now, ready_at))?)
        });
        begun.await?;
        call.app.wake_jobs();
        Ok(answer)
    }
}

/// Is there such a bucket, and may it be written?
async fn look_at_bucket(call: &Call, region: &RegionId, bucket: &str) -> Result<(), Fault> {
    // Any object will do: the bucket is looked for.
    let path = ObjectPath::new(region, bucket, "object").ok_or(Fault::new(&codes::OSS_BUCKET_NOT_FOUND))?;
    if bucket == call.app.config.import.snapshot_bucket {
        return Err(Fault::new(&codes::OSS_NOT_AUTHORIZED));
    }
    let there = call.app.objects.has_bucket(&path).await.map_err(|error| faults::failed(&error))?;
    if there { Ok(()) } else { Err(Fault::new(&codes::OSS_BUCKET_NOT_FOUND)) }
}

/// Only qemu-img converts; without it, an export that needs it is refused on the call, not when the job finds out.
async fn admit_format(
    call: &Call,
    catalogue: &Catalogue,
    id: &ImageId,
    format: ExportFormat,
) -> Result<(), Fault> {
    if is_installed(&call.app.config.qemu_img) {
        return Ok(());
    }
    for bytes in bytes_of(call, catalogue, id).await? {
        let there = match bytes {
            Some(bytes) => {
                format_of(call, catalogue, &bytes).await.map_err(|error| faults::failed(&error))?
            }
            None => ExportFormat::Raw,
        };
        if there != format {
            return Err(Fault::new(&codes::IMAGE_FORMAT_UNSUPPORTED));
        }
    }
    Ok(())
}

/// The bytes of each disk, `None` for one that has none. Nothing of an image that is not exported anyway: that is told
/// later.
async fn bytes_of(
    call: &Call,
    catalogue: &Catalogue,
    id: &ImageId,
) -> Result<Vec<Option<SnapshotBytes>>, Fault> {
    let (catalogue, id) = (catalogue.clone(), id.clone());
    let looking = call.look_up(move |read| {
        let bytes = |disk: DiskMapping| match &disk.snapshot_id {
            Some(id) => Ok(read.snapshot(&catalogue, id)?.and_then(|snapshot| snapshot.bytes)),
            None => Ok(None),
        };
        let image = read.image(&catalogue, &id)?.filter(|image| image.admit_export(false).is_ok());
        let disks = image.map(|image| image.disks).unwrap_or_default();
        disks.into_iter().map(bytes).collect()
    });
    looking.await
}

/// The format that a disk has; of one whose bytes are gone it does not matter.
async fn format_of(
    call: &Call,
    catalogue: &Catalogue,
    bytes: &SnapshotBytes,
) -> Result<ExportFormat, StoreError> {
    let (objects, bucket) = (&call.app.objects, &call.app.config.import.snapshot_bucket);
    let Some(path) = ObjectPath::new(&catalogue.region, bucket, &bytes.path) else {
        return Ok(ExportFormat::Raw);
    };
    let Some(length) = objects.length(&path).await? else { return Ok(ExportFormat::Raw) };
    let (head, tail) = objects.ends(&path, length).await?;
    Ok(format_by_ends(&head, &tail, length))
}

/// Is the program there: at this path, or, given as a name, in a folder of PATH?
fn is_installed(program: &Path) -> bool {
    if program.components().count() > 1 {
        return program.is_file();
    }
    #[expect(clippy::disallowed_methods, reason = "where programs are is no setting of this one")]
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders).any(|folder| folder.join(program).is_file())
}
