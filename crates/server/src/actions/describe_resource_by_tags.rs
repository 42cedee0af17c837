//! DescribeResourceByTags (old): the images and snapshots that carry all of some tags.

use imagekin_rpc::Fault;
use imagekin_store::{CarriedTag, TagFilter};
use serde::{Deserialize, Serialize};

use super::{Action, Resource};
use crate::call::Call;
use crate::tagging;
use crate::views::{PageInput, TagInput, tag_filter};

/// Resources of a page, if the caller does not say.
const PAGE_SIZE_DEFAULT: u32 = 50;

pub(crate) struct DescribeResourceByTags;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    region_id: String,
    resource_type: Option<String>,
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
    resources: Resources,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Resources {
    resource: Vec<ResourceView>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct ResourceView {
    region_id: String,
    resource_type: String,
    resource_id: String,
}

impl Action for DescribeResourceByTags {
    const NAME: &'static str = "DescribeResourceByTags";
    const RESOURCES: &'static [Resource] = &[Resource::Any];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        let catalogue = call.catalogue(&input.region_id)?;
        let page = PageInput::new(input.page_number, input.page_size, PAGE_SIZE_DEFAULT)?;
        let kind = input.resource_type.as_deref().map(tagging::resource_type).transpose()?;
        let carried = |(key, value): (String, Option<String>)| CarriedTag {
            key,
            values: value.into_iter().collect(),
            is_pattern: false,
        };
        let carried = tag_filter(&input.tag)?.into_iter().map(carried).collect();
        let filter = TagFilter { resource_type: kind.flatten(), carried, ..TagFilter::default() };
        let (total_count, found) = if kind == Some(None) {
            (0, Vec::new())
        } else {
            call.read(move |read| read.tag_carriers(&catalogue, &filter, page.offset(), page.limit())).await?
        };
        let region_id = input.region_id;
        let shown = found.into_iter().map(|[resource_type, resource_id]| ResourceView {
            region_id: region_id.clone(),
            resource_type,
            resource_id,
        });
        Ok(Output {
            total_count,
            page_number: page.number,
            page_size: page.size,
            resources: Resources { resource: shown.collect() },
        })
    }
}
