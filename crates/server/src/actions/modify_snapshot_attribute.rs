//! ModifySnapshotAttribute: name, description and retention of a snapshot.

use imagekin_catalog::snapshot::SnapshotName;
use imagekin_catalog::{Description, Refusal, SnapshotId};
use imagekin_rpc::input::Clearable;
use imagekin_rpc::{Fault, codes};
use serde::{Deserialize, Serialize};

use super::delete_snapshot::catalogue_of;
use super::{Action, Resource};
use crate::admission;
use crate::call::Call;
use crate::faults::{self, Table};

pub(crate) struct ModifySnapshotAttribute;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    /// Terraform sends none: the snapshot tells.
    region_id: Option<String>,
    snapshot_id: String,
    snapshot_name: Option<String>,
    /// An empty one clears, as it does for images.
    #[serde(default)]
    description: Clearable,
    retention_days: Option<u32>,
}

#[derive(Serialize)]
pub(crate) struct Output {}

impl Action for ModifySnapshotAttribute {
    const NAME: &'static str = "ModifySnapshotAttribute";
    const RESOURCES: &'static [Resource] = &[Resource::Of("snapshot", "SnapshotId")];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        let not_found = || Fault::new(&codes::SNAPSHOT_NOT_FOUND);
        let id = SnapshotId::parse(&input.snapshot_id).ok_or_else(not_found)?;
        let catalogue = catalogue_of(call, input.region_id.as_deref(), &id).await?.ok_or_else(not_found)?;
        let refused = |refusal| faults::refused(refusal, Table::CreateSnapshot);
        let name = input.snapshot_name.as_deref().map(SnapshotName::parse).transpose().map_err(refused)?;
        let description = match &input.description {
            Clearable::Keep => None,
            Clearable::Set(text) => Some(Description::parse(text).map_err(refused)?),
        };
        admission::retention_days(input.retention_days)?;
        let modified = call.write(catalogue, Table::CreateSnapshot, move |write| {
            let mut snapshot = write.snapshot(write.catalogue(), &id)?.ok_or(Refusal::SnapshotNotFound)?;
            let attributes = &mut snapshot.attributes;
            attributes.name = name.unwrap_or_else(|| attributes.name.clone());
            attributes.description = description.unwrap_or_else(|| attributes.description.clone());
            attributes.retention_days = input.retention_days.or(attributes.retention_days);
            Ok(write.put_snapshot(&snapshot)?)
        });
        modified.await?;
        Ok(Output {})
    }
}
