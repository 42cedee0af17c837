//! CancelCopyImage: ends a copy that is not complete; the image that it was to make is deleted.

use imagekin_catalog::task::TaskAction;
use imagekin_catalog::{ImageId, Refusal};
use imagekin_rpc::{Fault, codes};
use serde::{Deserialize, Serialize};

use super::{Action, Resource};
use crate::call::Call;
use crate::faults::Table;
use crate::jobs::ending;

pub(crate) struct CancelCopyImage;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    /// The region of the new image.
    region_id: String,
    /// The new image.
    image_id: String,
}

#[derive(Serialize)]
pub(crate) struct Output {}

impl Action for CancelCopyImage {
    const NAME: &'static str = "CancelCopyImage";
    const RESOURCES: &'static [Resource] = &[Resource::Of("image", "ImageId")];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        let catalogue =
            call.catalogue(&input.region_id).map_err(|_| Fault::new(&codes::REGION_NOT_FOUND_ZONES))?;
        let id = ImageId::parse(&input.image_id).ok_or(Fault::new(&codes::IMAGE_NOT_FOUND))?;
        let bucket = call.app.config.import.snapshot_bucket.clone();
        let cancelled = call.write(catalogue, Table::CancelCopyImage, move |write| {
            let image = write.image(write.catalogue(), &id)?.ok_or(Refusal::ImageNotFound)?;
            image.admit_cancel_copy()?;
            for task in write.open_tasks(write.catalogue(), TaskAction::CopyImage, Some(&id))? {
                ending::cancel_making(write, &task, &image, &bucket)?;
            }
            Ok(())
        });
        cancelled.await?;
        call.app.wake_jobs();
        Ok(Output {})
    }
}
