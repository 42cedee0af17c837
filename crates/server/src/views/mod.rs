//! Wire shapes that several actions show or take.

mod family_image;
mod image;
mod input;

pub(crate) use family_image::FamilyImageView;
pub(crate) use image::ImageView;
pub(crate) use input::{FeaturesInput, TagInput};

use imagekin_catalog::Tag;
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
