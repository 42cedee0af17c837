//! Wire shapes that several actions show or take.

mod family_image;
mod image;
mod input;

pub(crate) use family_image::FamilyImageView;
pub(crate) use image::ImageView;
pub(crate) use input::{FeaturesInput, TagInput};

use imagekin_catalog::Tag;
use imagekin_catalog::disk::DiskMapping;
use serde::Serialize;

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
    fn of(tags: &[Tag]) -> Self {
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
