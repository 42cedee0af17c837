//! DeleteImage: takes an image out of the catalogue. Its snapshots stay, and it stays as a tombstone; where there is a
//! recycle bin, RestoreImage brings it back from there for a while.

use imagekin_catalog::task::TaskAction;
use imagekin_catalog::{ImageId, Refusal};
use imagekin_rpc::{Fault, codes};
use serde::{Deserialize, Serialize};

use super::{Action, Resource};
use crate::call::Call;
use crate::faults::Table;

pub(crate) struct DeleteImage;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    region_id: String,
    image_id: String,
    /// Deletes though instances were made of the image; overrides nothing else.
    force: Option<bool>,
    dry_run: Option<bool>,
}

#[derive(Serialize)]
pub(crate) struct Output {}

impl Action for DeleteImage {
    const NAME: &'static str = "DeleteImage";
    const RESOURCES: &'static [Resource] = &[Resource::Of("image", "ImageId")];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        let catalogue = call.catalogue(&input.region_id)?;
        // The page's parameter text says that an unknown id is ignored, its error table says 404: the table it is
        // (docs/decisions.md); Terraform takes that code for success.
        let id = ImageId::parse(&input.image_id).ok_or(Fault::new(&codes::IMAGE_NOT_FOUND))?;
        let dry_run = input.dry_run.unwrap_or(false);
        let force = input.force.unwrap_or(false);
        let retention_days = call.app.config.recycle_bin.retention_days;
        let deleted = call.write(catalogue, Table::General, move |write| {
            let image = write.image(write.catalogue(), &id)?.ok_or(Refusal::ImageNotFound)?;
            let exports = write.open_tasks(write.catalogue(), TaskAction::ExportImage, Some(&id))?;
            image.admit_delete(force, !exports.is_empty())?;
            if dry_run {
                return Err(Refusal::DryRun.into());
            }
            let until = image.restorable_until(write.cause().now, retention_days);
            Ok(write.delete_image(&image, until)?)
        });
        deleted.await?;
        Ok(Output {})
    }
}
