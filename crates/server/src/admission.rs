//! What several actions ask of what they are told: a resource group, days of retention, room for a new image.

use imagekin_catalog::quota::Quotas;
use imagekin_catalog::{Image, Refusal};
use imagekin_rpc::{Fault, codes};
use imagekin_store::Write;

use crate::faults::Halt;

/// Longest id of a resource group; ECS's own have 18 bytes.
const RESOURCE_GROUP_BYTES_MAX: usize = 64;

/// Most days that a snapshot is kept.
const RETENTION_DAYS_MAX: u32 = 65_536;

/// Can it be a resource group? There is no list of them to look it up in, so any text that could be an id is one.
pub(crate) fn resource_group(id: Option<&str>) -> Result<String, Fault> {
    let fits = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.' | b'*');
    let id = id.unwrap_or_default();
    if id.len() <= RESOURCE_GROUP_BYTES_MAX && id.bytes().all(fits) {
        return Ok(id.to_owned());
    }
    Err(Fault::new(&codes::RESOURCE_GROUP_NOT_FOUND))
}

/// Can a snapshot be kept for so many days?
pub(crate) fn retention_days(days: Option<u32>) -> Result<(), Fault> {
    match days {
        None | Some(1..=RETENTION_DAYS_MAX) => Ok(()),
        Some(_) => Err(Fault::new(&codes::RETENTION_DAYS_MALFORMED)),
    }
}

/// Does the catalogue have room for a new image of this name and family?
pub(crate) fn new_image(write: &Write<'_>, quotas: Quotas, image: &Image) -> Result<(), Halt> {
    if write.image_named(write.catalogue(), &image.name)?.is_some() {
        return Err(Refusal::ImageNameTaken.into());
    }
    quotas.admit_image(write.image_count())?;
    if let Some(family) = &image.family {
        let there = write.candidates(write.catalogue(), family)?.len() as u64;
        quotas.admit_to_family(there, write.family_count())?;
    }
    Ok(())
}
