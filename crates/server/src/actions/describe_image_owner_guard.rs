//! DescribeImageOwnerGuard (ours): whose images the caller takes from others in a region, and what becomes of the rest.

use imagekin_access::AccountId;
use imagekin_rpc::Fault;
use serde::{Deserialize, Serialize};

use super::modify_image_owner_guard::SYSTEM;
use super::{Action, Resource};
use crate::call::Call;

pub(crate) struct DescribeImageOwnerGuard;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    region_id: String,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Output {
    region_id: String,
    mode: &'static str,
    trusted_owners: TrustedOwners,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct TrustedOwners {
    trusted_owner: Vec<String>,
}

impl Action for DescribeImageOwnerGuard {
    const NAME: &'static str = "DescribeImageOwnerGuard";
    const RESOURCES: &'static [Resource] = &[Resource::Any];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        let catalogue = call.catalogue(&input.region_id)?;
        let guard = call.look_up(move |read| read.owner_guard(&catalogue)).await?;
        Ok(Output {
            region_id: input.region_id,
            mode: guard.mode.as_str(),
            trusted_owners: TrustedOwners { trusted_owner: guard.trusted.into_iter().map(shown).collect() },
        })
    }
}

fn shown(owner: AccountId) -> String {
    if owner.is_system() { SYSTEM.to_owned() } else { owner.to_string() }
}
