//! ModifyImageSharePermission: shares an image with accounts, takes shares back, makes it public and private again.

use imagekin_access::AccountId;
use imagekin_catalog::refusal::ShareRefusal;
use imagekin_catalog::share::{ACCOUNTS_OF_A_CALL_MAX, ShareChange, admit_accounts};
use imagekin_catalog::{ImageId, Refusal};
use imagekin_rpc::{Fault, codes};
use imagekin_store::Write;
use serde::{Deserialize, Serialize};

use super::{Action, Resource};
use crate::call::Call;
use crate::faults::{self, Halt, Table};

pub(crate) struct ModifyImageSharePermission;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    region_id: String,
    image_id: String,
    #[serde(default)]
    add_account: Vec<String>,
    #[serde(default)]
    remove_account: Vec<String>,
    is_public: Option<bool>,
    launch_permission: Option<String>,
    dry_run: Option<bool>,
}

#[derive(Serialize)]
pub(crate) struct Output {}

impl Action for ModifyImageSharePermission {
    const NAME: &'static str = "ModifyImageSharePermission";
    const RESOURCES: &'static [Resource] = &[Resource::Of("image", "ImageId")];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        let catalogue = call.catalogue(&input.region_id)?;
        let id = ImageId::parse(&input.image_id).ok_or(Fault::new(&codes::IMAGE_NOT_FOUND))?;
        let refused = |refusal: ShareRefusal| faults::refused(refusal, Table::General);
        let added = accounts(call, &input.add_account).map_err(refused)?;
        let removed = accounts(call, &input.remove_account).map_err(refused)?;
        let (adds, removes) = (!added.is_empty(), !removed.is_empty());
        let publish = input.is_public.or(launch_permission(&input, adds || removes)?);
        let change = ShareChange { adds, removes, publish };
        let dry_run = input.dry_run.unwrap_or(false);
        let modified = call.write(catalogue, Table::General, move |write| {
            let image = write.image(write.catalogue(), &id)?.ok_or(Refusal::ImageNotFound)?;
            image.admit_share(change)?;
            exist(write, &added)?;
            // Whoever shares it can be taken off the list, though there is no such account any more.
            exist(write, &write.accounts_where(&id, &removed, false)?)?;
            let added = write.accounts_where(&id, &added, false)?;
            let removed = write.accounts_where(&id, &removed, true)?;
            let count = |accounts: &[AccountId]| u32::try_from(accounts.len()).unwrap_or(u32::MAX);
            admit_accounts(image.share_count - count(&removed), count(&added))?;
            if dry_run {
                return Err(Refusal::DryRun.into());
            }
            let is_public = publish.unwrap_or(image.is_public);
            Ok(write.change_shares(&image, &added, &removed, is_public)?)
        });
        modified.await?;
        Ok(Output {})
    }
}

/// The accounts named, those after the tenth ignored as the page says.
fn accounts(call: &Call, given: &[String]) -> Result<Vec<AccountId>, ShareRefusal> {
    let mut accounts = Vec::new();
    for text in given.iter().take(ACCOUNTS_OF_A_CALL_MAX) {
        let account = AccountId::parse(text).ok_or(ShareRefusal::AccountNotFound)?;
        if account == call.caller.account {
            return Err(ShareRefusal::WithOwner);
        }
        accounts.push(account);
    }
    Ok(accounts)
}

/// LaunchPermission, the older way to publish: `HIDDEN` or `PUBLIC`.
fn launch_permission(input: &Input, names_accounts: bool) -> Result<Option<bool>, Fault> {
    match input.launch_permission.as_deref() {
        None => Ok(None),
        Some(_) if names_accounts => Err(Fault::new(&codes::LAUNCH_PERMISSION_UNNECESSARY)),
        Some("PUBLIC") => Ok(Some(true)),
        Some("HIDDEN") => Ok(Some(false)),
        Some(_) => Err(Fault::new(&codes::LAUNCH_PERMISSION_INVALID)),
    }
}

fn exist(write: &Write<'_>, accounts: &[AccountId]) -> Result<(), Halt> {
    for account in accounts {
        if !write.has_account(*account)? {
            return Err(ShareRefusal::AccountNotFound.into());
        }
    }
    Ok(())
}
