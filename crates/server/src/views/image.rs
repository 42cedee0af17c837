//! The image as DescribeImages shows it.

use imagekin_access::AccountId;
use imagekin_catalog::{Image, Status, Timestamp};
use imagekin_rpc::time;
use imagekin_store::OwnedImage;
use serde::Serialize;

use super::{DiskView, TagsView, family_seen, owner_alias, self_shared, usage};

/// Fields of actions.json, DescribeImages; those that clients choke on when they are absent are always there.
#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct ImageView {
    image_owner_alias: &'static str,
    image_owner_id: u64,
    status: &'static str,
    progress: String,
    usage: &'static str,
    usable: bool,
    description: String,
    is_public: bool,
    is_self_shared: &'static str,
    architecture: &'static str,
    boot_mode: &'static str,
    platform: &'static str,
    product_code: &'static str,
    size: u32,
    is_subscribed: bool,
    is_copied: bool,
    image_family: String,
    #[serde(rename = "OSName")]
    os_name: String,
    #[serde(rename = "OSNameEn")]
    os_name_en: String,
    is_support_io_optimized: bool,
    is_support_cloudinit: bool,
    image_name: String,
    disk_device_mappings: DiskDeviceMappings,
    image_version: String,
    #[serde(rename = "OSType")]
    os_type: &'static str,
    image_id: String,
    creation_time: String,
    resource_group_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    license_type: Option<&'static str>,
    features: Features,
    tags: TagsView,
    /// Ours, and only where it is on: what clients do not know must not surprise them.
    #[serde(skip_serializing_if = "Option::is_none")]
    deletion_protection: Option<bool>,
    /// Ours, and only where the owner guard audits and does not trust the owner.
    #[serde(skip_serializing_if = "Option::is_none")]
    owner_trusted: Option<bool>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct Features {
    imds_support: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    nvme_support: Option<&'static str>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct DiskDeviceMappings {
    disk_device_mapping: Vec<DiskDeviceMapping>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct DiskDeviceMapping {
    #[serde(flatten)]
    disk: DiskView,
    encrypted: bool,
    progress: String,
    remain_time: u64,
}

impl ImageView {
    /// An image as `caller` sees it.
    pub(crate) fn of(seen: &OwnedImage, caller: AccountId, now: Timestamp) -> Self {
        let OwnedImage { owner, image, is_doubted } = seen;
        let (owner, os_name) = (*owner, image.os_name());
        // What an owner notes on an image, and where it has its bytes from, is not for those who see it.
        let own = owner == caller;
        Self {
            image_owner_alias: owner_alias(owner, caller),
            image_owner_id: owner.as_u64(),
            status: image.status.as_str(),
            progress: format!("{}%", image.progress),
            usage: usage(image),
            usable: image.is_usable(),
            description: image.description.as_str().to_owned(),
            is_public: image.is_public,
            is_self_shared: self_shared(image, owner, caller),
            architecture: image.architecture.as_str(),
            boot_mode: image.boots_by().as_str(),
            platform: image.platform.as_str(),
            product_code: "",
            size: image.size_gib(),
            is_subscribed: false,
            is_copied: image.is_copied(),
            image_family: family_seen(image, owner, caller),
            os_name: os_name.zh,
            os_name_en: os_name.en,
            is_support_io_optimized: true,
            is_support_cloudinit: true,
            image_name: image.name.as_str().to_owned(),
            disk_device_mappings: if owner.is_system() { no_disks() } else { disks(image, own, now) },
            image_version: image.version.as_str().to_owned(),
            os_type: image.os_type.as_str(),
            image_id: image.id.to_string(),
            creation_time: time::print(image.created_at.as_seconds()),
            resource_group_id: if own { image.resource_group_id.clone() } else { String::new() },
            license_type: image.license_type.map(|license| license.as_str()),
            features: Features {
                imds_support: image.imds_support.as_str(),
                nvme_support: image.nvme_support.map(|support| support.as_str()),
            },
            tags: TagsView::of(if own { &image.tags } else { &[] }),
            deletion_protection: (own && image.deletion_protection).then_some(true),
            owner_trusted: is_doubted.then_some(false),
        }
    }
}

/// Of the system's images none are shown: so does ECS, and Terraform's own tests expect it (spec/clients.md 10).
fn no_disks() -> DiskDeviceMappings {
    DiskDeviceMappings { disk_device_mapping: Vec::new() }
}

fn disks(image: &Image, own: bool, now: Timestamp) -> DiskDeviceMappings {
    // A failed image has no disks to boot from, but clients still read the list.
    let progress = if image.status == Status::CreateFailed { 0 } else { image.progress };
    let mappings = image.disks.iter().map(|disk| DiskDeviceMapping {
        disk: if own { DiskView::of(disk) } else { DiskView::of_another(disk) },
        encrypted: false,
        progress: format!("{progress}%"),
        remain_time: remain_time(image, now),
    });
    DiskDeviceMappings { disk_device_mapping: mappings.collect() }
}

/// Seconds until an unfinished image is made, if it goes on as fast as it went so far; 0 where that cannot be told.
fn remain_time(image: &Image, now: Timestamp) -> u64 {
    let done = u64::from(image.progress);
    if !image.is_unfinished() || done == 0 {
        return 0;
    }
    now.since(image.created_at).as_secs() * (100 - done.min(100)) / done
}
