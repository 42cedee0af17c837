//! The image as DescribeImageFromFamily shows it: exactly the fields, types and order of the vendor's page.

use imagekin_access::AccountId;
use imagekin_rpc::time;
use imagekin_store::OwnedImage;
use serde::Serialize;

use super::{DiskView, TagsView, family_seen, owner_alias, self_shared, usage};

/// The head of a family, or `{}`.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(crate) enum FamilyImageView {
    Head(Box<HeadView>),
    None(NoHead),
}

/// `{}`.
#[derive(Debug, Serialize)]
pub(crate) struct NoHead {}

#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct HeadView {
    image_owner_alias: &'static str,
    status: &'static str,
    progress: String,
    usage: &'static str,
    description: String,
    is_self_shared: &'static str,
    architecture: &'static str,
    platform: &'static str,
    product_code: &'static str,
    size: u32,
    is_subscribed: bool,
    is_copied: bool,
    image_family: String,
    #[serde(rename = "OSName")]
    os_name: String,
    is_support_io_optimized: bool,
    is_support_cloudinit: bool,
    image_name: String,
    disk_device_mappings: DiskDeviceMappings,
    image_version: String,
    #[serde(rename = "OSType")]
    os_type: &'static str,
    image_id: String,
    creation_time: String,
    tags: TagsView,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct DiskDeviceMappings {
    disk_device_mapping: Vec<DiskView>,
}

impl FamilyImageView {
    /// No head: `{}`.
    pub(crate) fn none() -> Self {
        Self::None(NoHead {})
    }

    /// The head of a family, as `caller` sees it.
    pub(crate) fn of(head: Option<&OwnedImage>, caller: AccountId) -> Self {
        let Some(OwnedImage { owner, image, .. }) = head else { return Self::none() };
        let (owner, own) = (*owner, *owner == caller);
        Self::Head(Box::new(HeadView {
            image_owner_alias: owner_alias(owner, caller),
            status: image.status.as_str(),
            // Without a percent sign here, with one in DescribeImages (docs/decisions.md).
            progress: image.progress.to_string(),
            usage: usage(image),
            description: image.description.as_str().to_owned(),
            is_self_shared: self_shared(image, owner, caller),
            architecture: image.architecture.as_str(),
            platform: image.platform.as_str(),
            product_code: "",
            size: image.size_gib(),
            is_subscribed: false,
            is_copied: image.is_copied(),
            image_family: family_seen(image, owner, caller),
            os_name: image.os_name().zh,
            is_support_io_optimized: true,
            is_support_cloudinit: true,
            image_name: image.name.as_str().to_owned(),
            disk_device_mappings: DiskDeviceMappings {
                disk_device_mapping: image
                    .disks
                    .iter()
                    .map(if own { DiskView::of } else { DiskView::of_another })
                    .collect(),
            },
            image_version: image.version.as_str().to_owned(),
            os_type: image.os_type.as_str(),
            image_id: image.id.to_string(),
            creation_time: time::print(image.created_at.as_seconds()),
            tags: TagsView::of(if own { &image.tags } else { &[] }),
        }))
    }
}

#[cfg(test)]
mod tests;
