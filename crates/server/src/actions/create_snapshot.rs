//! CreateSnapshot: a snapshot of a disk that the catalogue knows. It has no bytes: the catalogue runs no machines.

use imagekin_catalog::refusal::SnapshotRefusal;
use imagekin_catalog::snapshot::{SnapshotAttributes, SnapshotName, SnapshotStatus};
use imagekin_catalog::{Description, DiskId, Refusal, RegionId, Snapshot, SnapshotId, Tag};
use imagekin_rpc::{Fault, codes};
use imagekin_store::Catalogue;
use serde::{Deserialize, Serialize};

use super::{Action, Resource};
use crate::admission;
use crate::call::Call;
use crate::faults::{self, Table};
use crate::views::TagInput;

pub(crate) struct CreateSnapshot;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    /// Terraform sends none: the disk tells.
    region_id: Option<String>,
    disk_id: String,
    snapshot_name: Option<String>,
    description: Option<String>,
    category: Option<String>,
    retention_days: Option<u32>,
    resource_group_id: Option<String>,
    storage_location_arn: Option<String>,
    #[serde(default)]
    tag: Vec<TagInput>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Output {
    snapshot_id: String,
}

impl Action for CreateSnapshot {
    const NAME: &'static str = "CreateSnapshot";
    const RESOURCES: &'static [Resource] =
        &[Resource::MadeOfDisk("snapshot", "DiskId"), Resource::Of("disk", "DiskId")];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        let catalogue = catalogue(call, &input).await?;
        // There are no flash snapshots (docs/decisions.md).
        if input.category.as_ref().is_some_and(|category| !category.eq_ignore_ascii_case("standard")) {
            return Err(Fault::new(&codes::SNAPSHOT_CATEGORY_MALFORMED));
        }
        if input.storage_location_arn.is_some() {
            // There is no CloudBox.
            return Err(Fault::new(&codes::STORAGE_LOCATION_UNAUTHORIZED));
        }
        let resource_group_id = admission::resource_group(input.resource_group_id.as_deref())?;
        let made = attributes(&input, resource_group_id)
            .and_then(|made| Ok((made, Tag::parse_all(input.tag.iter().map(TagInput::pair))?)));
        let (attributes, tags) = made.map_err(|refusal| faults::refused(refusal, Table::CreateSnapshot))?;
        admission::retention_days(input.retention_days)?;
        let id = SnapshotId::generate(call.random_bits());
        let (disk_id, now) = (DiskId::parse(&input.disk_id), call.now);
        call.write_once_of(called(call, &input, &catalogue), catalogue, Table::CreateSnapshot, move |write| {
            let disk = match &disk_id {
                Some(disk_id) => write.disk(write.catalogue(), disk_id)?,
                None => None,
            };
            let disk = disk.ok_or(SnapshotRefusal::DiskNotFound)?;
            let answer = Output { snapshot_id: id.to_string() };
            write.put_snapshot(&Snapshot {
                attributes,
                disk_id: Some(disk.id),
                tags,
                ..Snapshot::new(id, SnapshotStatus::Accomplished, disk.kind, disk.size_gib, now)
            })?;
            Ok(answer)
        })
        .await
    }
}

/// The catalogue of the disk. A disk that is not there is looked for, in vain, where the call says or anywhere.
async fn catalogue(call: &Call, input: &Input) -> Result<Catalogue, Fault> {
    if let Some(region_id) = &input.region_id {
        return call.catalogue(region_id);
    }
    let account = call.caller.account;
    let region = match DiskId::parse(&input.disk_id) {
        Some(id) => call.look_up(move |read| read.region_of_disk(account, &id)).await?,
        None => None,
    };
    Ok(Catalogue { account, region: region.ok_or(Fault::new(&codes::DISK_NOT_FOUND))? })
}

/// The region that the token of the call is one of: without RegionId the same for all disks, wherever they are.
fn called(call: &Call, input: &Input, catalogue: &Catalogue) -> RegionId {
    let of_no_region = call.app.regions.iter().min().filter(|_| input.region_id.is_none());
    of_no_region.unwrap_or(&catalogue.region).clone()
}

fn attributes(input: &Input, resource_group_id: String) -> Result<SnapshotAttributes, Refusal> {
    Ok(SnapshotAttributes {
        name: SnapshotName::parse(input.snapshot_name.as_deref().unwrap_or_default())?,
        description: Description::parse(input.description.as_deref().unwrap_or_default())?,
        retention_days: input.retention_days,
        resource_group_id,
    })
}
