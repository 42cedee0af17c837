//! DeleteSnapshot: deletes a snapshot and its bytes, unless an image is made of it, or one in the recycle bin was. Bytes that a
//! copy has still to read go after it.

use imagekin_catalog::refusal::SnapshotRefusal;
use imagekin_catalog::{Refusal, SnapshotId};
use imagekin_rpc::{Fault, codes};
use imagekin_store::Catalogue;
use serde::{Deserialize, Serialize};

use super::{Action, Resource};
use crate::call::Call;
use crate::faults::Table;
use crate::jobs::ending;

pub(crate) struct DeleteSnapshot;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    /// Most clients send none: the snapshot tells.
    region_id: Option<String>,
    snapshot_id: Option<String>,
    /// Deletes though disks were made of it. No disk is made of a snapshot here, so there is nothing to force.
    #[serde(rename = "Force")]
    _force: Option<bool>,
}

#[derive(Serialize)]
pub(crate) struct Output {}

impl Action for DeleteSnapshot {
    const NAME: &'static str = "DeleteSnapshot";
    const RESOURCES: &'static [Resource] = &[Resource::Of("snapshot", "SnapshotId")];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        let id = input.snapshot_id.ok_or(Fault::new(&codes::SNAPSHOT_ID_MISSING))?;
        let not_found = || Fault::new(&codes::SNAPSHOT_NOT_FOUND_DELETE);
        let id = SnapshotId::parse(&id).ok_or_else(not_found)?;
        let catalogue = catalogue_of(call, input.region_id.as_deref(), &id).await?.ok_or_else(not_found)?;
        let bucket = call.app.config.import.snapshot_bucket.clone();
        let deleted = call.write(catalogue, Table::DeleteSnapshot, move |write| {
            let snapshot = write.snapshot(write.catalogue(), &id)?.ok_or(Refusal::SnapshotNotFound)?;
            if ending::is_needed(write, &id, None)? {
                return Err(SnapshotRefusal::UsedByImage.into());
            }
            write.delete_snapshot(&id)?;
            if let Some(bytes) = snapshot.bytes {
                write.remove_object(&bucket, &bytes.path)?;
            }
            Ok(())
        });
        deleted.await?;
        call.app.wake_jobs();
        Ok(Output {})
    }
}

/// The caller's catalogue that the snapshot is in, or that the call says it is in.
pub(super) async fn catalogue_of(
    call: &Call,
    region_id: Option<&str>,
    id: &SnapshotId,
) -> Result<Option<Catalogue>, Fault> {
    if let Some(region_id) = region_id {
        return call.catalogue(region_id).map(Some);
    }
    let account = call.caller.account;
    let id = id.clone();
    let region = call.look_up(move |read| read.region_of_snapshot(account, &id)).await?;
    Ok(region.map(|region| Catalogue { account, region }))
}
