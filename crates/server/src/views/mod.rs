//! Wire shapes that several actions show or take.

mod family_image;
mod image;
mod input;
mod snapshot;
mod task;

pub(crate) use family_image::FamilyImageView;
pub(crate) use image::ImageView;
pub(crate) use input::{
    FeaturesInput, FilterInput, PageInput, TagInput, comma_separated, name_pattern, page_token,
    read_page_token, tag_filter,
};
pub(crate) use snapshot::SnapshotView;
pub(crate) use task::TaskView;

use imagekin_access::AccountId;
use imagekin_catalog::disk::DiskMapping;
use imagekin_catalog::{Image, Tag};
use serde::Serialize;

/// Whose an image is, seen from the caller: ImageOwnerAlias.
pub(crate) fn owner_alias(owner: AccountId, caller: AccountId) -> &'static str {
    match owner {
        owner if owner == caller => "self",
        owner if owner.is_system() => "system",
        _ => "others",
    }
}

/// The family of an image, seen from the caller: the owner's plain name, `acs:<family>` for the system's, and
/// `acs:<uid of the owner>:<family>` for every other account's (page “Image family overview”, 2025).
pub(crate) fn family_seen(image: &Image, owner: AccountId, caller: AccountId) -> String {
    match &image.family {
        None => String::new(),
        Some(family) if owner == caller => family.to_string(),
        Some(family) if owner.is_system() => format!("acs:{family}"),
        Some(family) => format!("acs:{owner}:{family}"),
    }
}

/// Have instances been made of it? Usage.
pub(crate) fn usage(image: &Image) -> &'static str {
    if image.instance_count > 0 { "instance" } else { "none" }
}

/// Has its owner shared it with other accounts? IsSelfShared, a text; empty in the eyes of all others.
pub(crate) fn self_shared(image: &Image, owner: AccountId, caller: AccountId) -> &'static str {
    if owner == caller && image.share_count > 0 { "true" } else { "" }
}

/// `"Tags": {"Tag": […]}`.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct TagsView {
    tag: Vec<TagView>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct TagView {
    tag_key: String,
    tag_value: String,
}

impl TagsView {
    pub(crate) fn of(tags: &[Tag]) -> Self {
        let view = |tag: &Tag| TagView { tag_key: tag.key.clone(), tag_value: tag.value.clone() };
        Self { tag: tags.iter().map(view).collect() }
    }
}

/// One of `DiskDeviceMapping`, in the order of the vendor's page. Size is a text, as clients expect.
#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct DiskView {
    snapshot_id: String,
    r#type: &'static str,
    format: String,
    size: String,
    device: String,
    #[serde(rename = "ImportOSSBucket")]
    import_oss_bucket: String,
    #[serde(rename = "ImportOSSObject")]
    import_oss_object: String,
}

impl DiskView {
    /// As others see it: what it is, not where it has its bytes from.
    fn of_another(disk: &DiskMapping) -> Self {
        Self::of(&DiskMapping { snapshot_id: None, imported_from: None, ..disk.clone() })
    }

    fn of(disk: &DiskMapping) -> Self {
        let import = disk.imported_from.clone();
        let (format, bucket, object) =
            import.map(|import| (import.format, import.bucket, import.object)).unwrap_or_default();
        Self {
            snapshot_id: disk.snapshot_id.as_ref().map(ToString::to_string).unwrap_or_default(),
            r#type: disk.kind.as_str(),
            format,
            size: disk.size_gib.to_string(),
            device: disk.device.clone(),
            import_oss_bucket: bucket,
            import_oss_object: object,
        }
    }
}
