//! JoinResourceGroup: moves an image or a snapshot into a resource group.

use imagekin_catalog::snapshot::SnapshotAttributes;
use imagekin_catalog::{Image, ImageId, Refusal, Snapshot, SnapshotId};
use imagekin_rpc::{Fault, codes};
use imagekin_store::{ResourceType, Write};
use serde::{Deserialize, Serialize};

use super::{Action, Resource};
use crate::call::Call;
use crate::faults::{Halt, Table};
use crate::{admission, tagging};

pub(crate) struct JoinResourceGroup;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    region_id: String,
    resource_group_id: String,
    resource_id: String,
    resource_type: String,
}

#[derive(Serialize)]
pub(crate) struct Output {}

impl Action for JoinResourceGroup {
    const NAME: &'static str = "JoinResourceGroup";
    const RESOURCES: &'static [Resource] = &[Resource::Tagged];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        let catalogue = call.catalogue(&input.region_id)?;
        let group = admission::resource_group(Some(&input.resource_group_id))?;
        let not_found = || Fault::new(&codes::RESOURCE_NOT_FOUND);
        match tagging::resource_type(&input.resource_type)? {
            Some(ResourceType::Image) => {
                let id = ImageId::parse(&input.resource_id).ok_or_else(not_found)?;
                call.write(catalogue, Table::General, move |write| move_image(write, &id, group)).await?;
            }
            Some(ResourceType::Snapshot) => {
                let id = SnapshotId::parse(&input.resource_id).ok_or_else(not_found)?;
                call.write(catalogue, Table::General, move |write| move_snapshot(write, &id, group)).await?;
            }
            _ => return Err(not_found()),
        }
        Ok(Output {})
    }
}

fn move_image(write: &mut Write<'_>, id: &ImageId, resource_group_id: String) -> Result<(), Halt> {
    let image = write.image(write.catalogue(), id)?.ok_or(Refusal::ImageNotFound)?;
    Ok(write.change_image(&image, &Image { resource_group_id, ..image.clone() })?)
}

fn move_snapshot(write: &mut Write<'_>, id: &SnapshotId, resource_group_id: String) -> Result<(), Halt> {
    let snapshot = write.snapshot(write.catalogue(), id)?.ok_or(Refusal::SnapshotNotFound)?;
    let attributes = SnapshotAttributes { resource_group_id, ..snapshot.attributes };
    Ok(write.put_snapshot(&Snapshot { attributes, ..snapshot })?)
}
