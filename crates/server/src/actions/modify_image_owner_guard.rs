//! ModifyImageOwnerGuard (ours): whose images the caller takes from others in a region, and what becomes of the rest.

use std::collections::BTreeSet;

use imagekin_access::owner_guard::TRUSTED_OWNERS_MAX;
use imagekin_access::{AccountId, GuardMode, OwnerGuard};
use imagekin_rpc::{Fault, codes};
use serde::{Deserialize, Serialize};

use super::{Action, Resource};
use crate::call::Call;
use crate::faults::Table;

/// What stands for the owner of the system's images.
pub(super) const SYSTEM: &str = "system";

pub(crate) struct ModifyImageOwnerGuard;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    region_id: String,
    mode: String,
    /// All that are trusted from now on: who is not among them no longer is.
    #[serde(default)]
    trusted_owner: Vec<String>,
}

#[derive(Serialize)]
pub(crate) struct Output {}

impl Action for ModifyImageOwnerGuard {
    const NAME: &'static str = "ModifyImageOwnerGuard";
    const RESOURCES: &'static [Resource] = &[Resource::Any];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        let catalogue = call.catalogue(&input.region_id)?;
        let invalid = |parameter| Fault::with(&codes::INVALID_PARAMETER, parameter);
        let mode = GuardMode::parse(&input.mode).ok_or_else(|| invalid("Mode"))?;
        let trusted: Option<BTreeSet<AccountId>> =
            input.trusted_owner.iter().map(|text| owner(text)).collect();
        let trusted = trusted.filter(|owners| owners.len() <= TRUSTED_OWNERS_MAX);
        let guard = OwnerGuard { mode, trusted: trusted.ok_or_else(|| invalid("TrustedOwner"))? };
        call.write(catalogue, Table::General, move |write| Ok(write.put_owner_guard(&guard)?)).await?;
        Ok(Output {})
    }
}

/// An owner by its uid, or the system.
fn owner(text: &str) -> Option<AccountId> {
    if text == SYSTEM { Some(AccountId::SYSTEM) } else { AccountId::parse(text) }
}
