//! ModifyImageAttribute: name, description, family, boot mode of an image; deprecates and restores it; protects it.

use imagekin_catalog::image::{BootMode, Change, ImdsSupport, LicenseType, NewStatus, NvmeSupport};
use imagekin_catalog::quota::Quotas;
use imagekin_catalog::{Description, FamilyName, Image, ImageId, ImageName, Refusal};
use imagekin_rpc::input::Clearable;
use imagekin_rpc::{Fault, codes};
use imagekin_store::Write;
use serde::{Deserialize, Serialize};

use super::{Action, Resource};
use crate::call::Call;
use crate::faults::{self, Halt, Table};
use crate::views::FeaturesInput;

pub(crate) struct ModifyImageAttribute;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    region_id: String,
    image_id: String,
    image_name: Option<String>,
    image_family: Option<String>,
    /// An empty one clears: Terraform removes a description so, then waits until it is gone.
    #[serde(default)]
    description: Clearable,
    status: Option<String>,
    boot_mode: Option<String>,
    license_type: Option<String>,
    features: Option<FeaturesInput>,
    /// Ours: DeleteImage refuses the image as long as it is on.
    deletion_protection: Option<bool>,
    dry_run: Option<bool>,
}

#[derive(Serialize)]
pub(crate) struct Output {}

impl Action for ModifyImageAttribute {
    const NAME: &'static str = "ModifyImageAttribute";
    const RESOURCES: &'static [Resource] = &[Resource::Of("image", "ImageId")];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        const TABLE: Table = Table::ModifyImageAttribute;
        let catalogue = call.catalogue(&input.region_id)?;
        let id = ImageId::parse(&input.image_id).ok_or(Fault::new(&codes::IMAGE_NOT_FOUND))?;
        let status = match input.status.as_deref() {
            None => None,
            Some("Deprecated") => Some(NewStatus::Deprecated),
            Some("Available") => Some(NewStatus::Available),
            Some(_) => return Err(Fault::with(&codes::INVALID_PARAMETER, "Status")),
        };
        let change = change(&input, status).map_err(|refusal| faults::refused(refusal, TABLE))?;
        let dry_run = input.dry_run.unwrap_or(false);
        let quotas = Quotas::from(call.app.config.quotas);
        let modified = call.write(catalogue, TABLE, move |write| {
            let before = write.image(write.catalogue(), &id)?.ok_or(Refusal::ImageNotFound)?;
            let mut after = before.clone();
            after.change(change)?;
            admit(write, quotas, &before, &after)?;
            if dry_run {
                return Err(Refusal::DryRun.into());
            }
            Ok(write.change_image(&before, &after)?)
        });
        modified.await?;
        Ok(Output {})
    }
}

/// Reads the new values.
fn change(input: &Input, status: Option<NewStatus>) -> Result<Change, Refusal> {
    let features = input.features.as_ref();
    let license_type = match input.license_type.as_deref().map(LicenseType::parse).transpose()? {
        // Only BYOL may be set afterwards (spec/semantics.md 7.5).
        Some(LicenseType::Auto | LicenseType::Aliyun) => return Err(Refusal::LicenseTypeUnsupported),
        license_type => license_type,
    };
    Ok(Change {
        name: input.image_name.as_deref().map(ImageName::parse).transpose()?,
        family: input.image_family.as_deref().map(FamilyName::parse).transpose()?,
        description: match &input.description {
            Clearable::Keep => None,
            Clearable::Set(text) => Some(Description::parse(text)?),
        },
        status,
        boot_mode: input.boot_mode.as_deref().map(BootMode::parse).transpose()?,
        license_type,
        imds_support: features.and_then(FeaturesInput::imds).map(ImdsSupport::parse).transpose()?,
        nvme_support: features.and_then(FeaturesInput::nvme).map(NvmeSupport::parse).transpose()?,
        deletion_protection: input.deletion_protection,
    })
}

/// Does the catalogue allow the new name and the new family?
fn admit(write: &Write<'_>, quotas: Quotas, before: &Image, after: &Image) -> Result<(), Halt> {
    if before.name != after.name && write.image_named(write.catalogue(), &after.name)?.is_some() {
        return Err(Refusal::ImageNameTaken.into());
    }
    if let Some(family) = after.family.as_ref().filter(|family| before.family.as_ref() != Some(family)) {
        let there = write.candidates(write.catalogue(), family)?.len() as u64;
        // A family that the image leaves as its last makes room for the new one.
        let left = match &before.family {
            Some(old) if write.candidates(write.catalogue(), old)?.len() == 1 => 1,
            _ => 0,
        };
        quotas.admit_to_family(there, write.family_count() - left)?;
    }
    Ok(())
}
