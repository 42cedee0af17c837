//! DeregisterImageUsage (ours): an instance is gone, or uses its image no more.

use imagekin_catalog::{InstanceId, Refusal};
use imagekin_rpc::{Fault, codes};
use imagekin_store::Catalogue;
use serde::{Deserialize, Serialize};

use super::{Action, Resource};
use crate::call::Call;
use crate::faults::Table;

pub(crate) struct DeregisterImageUsage;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    region_id: String,
    instance_id: String,
}

#[derive(Serialize)]
pub(crate) struct Output {}

impl Action for DeregisterImageUsage {
    const NAME: &'static str = "DeregisterImageUsage";
    // Not of the image: the request does not name it, and what ends is the instance's.
    const RESOURCES: &'static [Resource] = &[Resource::Of("instance", "InstanceId")];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        let user = call.catalogue(&input.region_id)?;
        let not_found = || Fault::new(&codes::INSTANCE_NOT_FOUND);
        let id = InstanceId::parse(&input.instance_id).ok_or_else(not_found)?;
        let filed = (user.clone(), id.clone());
        let known =
            call.look_up(move |read| read.instance(&filed.0, &filed.1)).await?.ok_or_else(not_found)?;
        let owner = known.image_owner.unwrap_or(user.account);
        let owned_by = Catalogue { account: owner, region: user.region.clone() };
        let deregistered = call.write(owned_by, Table::General, move |write| {
            write.hold(&user)?;
            let now = write.instance(&user, &id)?.filter(|now| *now == known);
            let instance = now.ok_or(Refusal::InstanceNotFound)?.instance;
            if let Some(image_id) = &instance.image_id {
                write.remove_image_user(image_id, user.account, &id)?;
            }
            Ok(write.delete_instance(&user, &id)?)
        });
        deregistered.await?;
        Ok(Output {})
    }
}
