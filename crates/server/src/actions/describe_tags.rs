//! DescribeTags (old): the tags in use, each with how many resources carry it.

use imagekin_rpc::{Fault, codes};
use imagekin_store::{TagFilter, TagUse};
use serde::{Deserialize, Serialize};

use super::tag_resources::TAGS_MAX;
use super::{Action, Resource};
use crate::call::Call;
use crate::tagging;
use crate::views::{PageInput, TagInput};

/// Tags of a page, if the caller does not say.
const PAGE_SIZE_DEFAULT: u32 = 50;

pub(crate) struct DescribeTags;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    region_id: String,
    resource_type: Option<String>,
    resource_id: Option<String>,
    #[serde(default)]
    tag: Vec<TagInput>,
    page_number: Option<u32>,
    page_size: Option<u32>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Output {
    total_count: u64,
    page_number: u32,
    page_size: u32,
    tags: Tags,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Tags {
    tag: Vec<TagView>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct TagView {
    tag_key: String,
    tag_value: String,
    resource_type_count: ResourceTypeCount,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct ResourceTypeCount {
    image: u64,
    snapshot: u64,
    instance: u64,
    disk: u64,
}

impl Action for DescribeTags {
    const NAME: &'static str = "DescribeTags";
    const RESOURCES: &'static [Resource] = &[Resource::Any];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        let catalogue =
            call.catalogue(&input.region_id).map_err(|_| Fault::new(&codes::REGION_NOT_FOUND_ZONES))?;
        let page = PageInput::new(input.page_number, input.page_size, PAGE_SIZE_DEFAULT)?;
        let kind = input.resource_type.as_deref().map(tagging::resource_type).transpose()?;
        let filter = TagFilter {
            resource_type: kind.flatten(),
            resource_ids: input.resource_id.into_iter().collect(),
            only: asked(&input.tag)?,
            ..TagFilter::default()
        };
        let (total_count, uses) = if kind == Some(None) {
            (0, Vec::new())
        } else {
            call.read(move |read| read.tag_uses(&catalogue, &filter, page.offset(), page.limit())).await?
        };
        Ok(Output {
            total_count,
            page_number: page.number,
            page_size: page.size,
            tags: Tags { tag: uses.into_iter().map(view).collect() },
        })
    }
}

fn asked(tags: &[TagInput]) -> Result<Vec<(String, Option<String>)>, Fault> {
    if tags.len() > TAGS_MAX {
        return Err(Fault::new(&codes::TAG_FILTER_COUNT));
    }
    let pair = |tag: &TagInput| match &tag.key {
        Some(key) => Ok((key.clone(), tag.value.clone())),
        None => Err(Fault::new(&codes::TAG_KEY_ILLEGAL)),
    };
    tags.iter().map(pair).collect()
}

fn view(used: TagUse) -> TagView {
    let count = ResourceTypeCount { image: used.images, snapshot: used.snapshots, instance: 0, disk: 0 };
    TagView { tag_key: used.tag.key, tag_value: used.tag.value, resource_type_count: count }
}
