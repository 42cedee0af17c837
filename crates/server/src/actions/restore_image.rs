//! RestoreImage (ours): brings a deleted image back out of the recycle bin, in the place that it had.

use imagekin_catalog::quota::Quotas;
use imagekin_catalog::{ImageId, Refusal, recycle_bin};
use imagekin_rpc::{Fault, codes};
use serde::{Deserialize, Serialize};

use super::{Action, Resource};
use crate::admission;
use crate::call::Call;
use crate::faults::Table;

pub(crate) struct RestoreImage;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    region_id: String,
    image_id: String,
    dry_run: Option<bool>,
}

#[derive(Serialize)]
pub(crate) struct Output {}

impl Action for RestoreImage {
    const NAME: &'static str = "RestoreImage";
    const RESOURCES: &'static [Resource] = &[Resource::Of("image", "ImageId")];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        let catalogue = call.catalogue(&input.region_id)?;
        let id = ImageId::parse(&input.image_id).ok_or(Fault::new(&codes::IMAGE_NOT_FOUND))?;
        let dry_run = input.dry_run.unwrap_or(false);
        let quotas = Quotas::from(call.app.config.quotas);
        let restored = call.write(catalogue, Table::General, move |write| {
            if write.image(write.catalogue(), &id)?.is_some() {
                return Err(Refusal::NotDeleted.into());
            }
            let deleted = write.deleted_image(write.catalogue(), &id)?.ok_or(Refusal::ImageNotFound)?;
            if !recycle_bin::is_restorable(deleted.restorable_until, write.cause().now) {
                return Err(Refusal::ImageNotFound.into());
            }
            // They are kept as long; but where a clock was set back, its end may have come and gone before.
            for snapshot in deleted.image.disks.iter().filter_map(|disk| disk.snapshot_id.as_ref()) {
                write.snapshot(write.catalogue(), snapshot)?.ok_or(Refusal::SnapshotNotFound)?;
            }
            admission::new_image(write, quotas, &deleted.image)?;
            if dry_run {
                return Err(Refusal::DryRun.into());
            }
            Ok(write.restore_image(&deleted.image)?)
        });
        restored.await?;
        Ok(Output {})
    }
}
