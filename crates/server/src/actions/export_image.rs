//! ExportImage: writes the disks of an image into a bucket of its region. The bytes are moved by a job.

use std::path::Path;
use std::sync::Arc;

use imagekin_catalog::disk::ExportFormat;
use imagekin_catalog::refusal::ExportRefusal;
use imagekin_catalog::task::{Export, TaskAction, Work};
use imagekin_catalog::{ImageId, Refusal, RegionId, Task, TaskId};
use imagekin_rpc::{Fault, codes};
use imagekin_store::ObjectPath;
use serde::{Deserialize, Serialize};

use super::Action;
use crate::call::Call;
use crate::faults::{self, Table};

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
        admit_format(call, format)?;
        let export = Export { bucket, prefix, format };
        let (app, now) = (Arc::clone(&call.app), call.now);
        let task_id = TaskId::generate(call.random_bits());
        let answer = Output { task_id: task_id.to_string(), region_id };
        let dry_run = input.dry_run.unwrap_or(false);
        let begun = call.write(catalogue, Table::ExportImage, move |write| {
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

/// Only qemu-img writes VMDK and VDI; without it they are refused on the call, not when the job finds out.
fn admit_format(call: &Call, format: ExportFormat) -> Result<(), Fault> {
    let needs_conversion = matches!(format, ExportFormat::Vmdk | ExportFormat::Vdi);
    if needs_conversion && !is_installed(&call.app.config.qemu_img) {
        return Err(Fault::new(&codes::IMAGE_FORMAT_UNSUPPORTED));
    }
    Ok(())
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
