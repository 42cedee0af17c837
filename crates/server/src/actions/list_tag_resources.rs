//! ListTagResources: the tags of images or snapshots, by resource or by tag, token by token.

use imagekin_rpc::{Fault, codes};
use imagekin_store::{CarriedTag, TagFilter, TaggedResource};
use serde::{Deserialize, Serialize};

use super::tag_resources::{RESOURCE_IDS_MAX, TAGS_MAX};
use super::{Action, Resource};
use crate::call::Call;
use crate::tagging;
use crate::views::{TagInput, page_token, read_page_token};

/// Tags of one answer.
const TAGS_OF_AN_ANSWER: usize = 50;
/// Most of TagFilter.N, and of the values of each.
const TAG_FILTERS_MAX: usize = 5;

/// Most characters of the key or the value of a tag, or of a pattern of one.
const TAG_CHARACTERS_MAX: usize = 128;

pub(crate) struct ListTagResources;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    region_id: Option<String>,
    resource_type: Option<String>,
    #[serde(default)]
    resource_id: Vec<String>,
    #[serde(default)]
    tag: Vec<TagInput>,
    #[serde(default)]
    tag_filter: Vec<TagFilterInput>,
    next_token: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct TagFilterInput {
    tag_key: Option<String>,
    #[serde(default)]
    tag_values: Vec<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Output {
    next_token: String,
    tag_resources: TagResources,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct TagResources {
    tag_resource: Vec<TagResource>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct TagResource {
    resource_type: String,
    resource_id: String,
    tag_key: String,
    tag_value: String,
}

impl Action for ListTagResources {
    const NAME: &'static str = "ListTagResources";
    const RESOURCES: &'static [Resource] = &[Resource::Any];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        let region_id = input.region_id.as_deref().ok_or(Fault::new(&codes::TAG_REGION_MISSING_READ))?;
        let catalogue = call.catalogue(region_id).map_err(|_| Fault::new(&codes::REGION_NOT_FOUND_ZONES))?;
        let kind = input.resource_type.as_deref();
        let kind = tagging::resource_type(kind.ok_or(Fault::new(&codes::TAG_RESOURCE_TYPE_MISSING_READ))?)?;
        let carried = carried(&input)?;
        let after = input.next_token.as_deref().map(read_page_token::<3>).transpose()?;
        let too_long = carried.iter().any(is_too_long);
        let filter = TagFilter {
            resource_type: kind,
            resource_ids: input.resource_id,
            carried,
            ..TagFilter::default()
        };
        let mut found = match kind {
            None => Vec::new(),
            Some(_) if too_long => Vec::new(),
            Some(_) => {
                let reading = call.read(move |read| {
                    let after = after.as_ref().map(|after| after.each_ref().map(String::as_str));
                    read.tagged_resources(&catalogue, &filter, after, TAGS_OF_AN_ANSWER as u64 + 1)
                });
                reading.await?
            }
        };
        let more = found.len() > TAGS_OF_AN_ANSWER;
        found.truncate(TAGS_OF_AN_ANSWER);
        let next_token = found.last().filter(|_| more).map(token).unwrap_or_default();
        let view = |found: TaggedResource| TagResource {
            resource_type: found.resource_type,
            resource_id: found.resource_id,
            tag_key: found.tag.key,
            tag_value: found.tag.value,
        };
        Ok(Output {
            next_token,
            tag_resources: TagResources { tag_resource: found.into_iter().map(view).collect() },
        })
    }
}

/// The tags that a resource must carry. At least one of ResourceId, Tag and TagFilter is to be given.
fn carried(input: &Input) -> Result<Vec<CarriedTag>, Fault> {
    if input.resource_id.len() > RESOURCE_IDS_MAX {
        return Err(Fault::new(&codes::TAG_RESOURCE_IDS_EXCEED_READ));
    }
    let has_too_many = |filter: &TagFilterInput| filter.tag_values.len() > TAG_FILTERS_MAX;
    if input.tag.len() > TAGS_MAX
        || input.tag_filter.len() > TAG_FILTERS_MAX
        || input.tag_filter.iter().any(has_too_many)
    {
        return Err(Fault::new(&codes::TAGS_EXCEED_READ));
    }
    if input.resource_id.is_empty() && input.tag.is_empty() && input.tag_filter.is_empty() {
        return Err(Fault::new(&codes::TAGS_MISSING_READ));
    }
    if !input.tag.is_empty() && !input.tag_filter.is_empty() {
        return Err(Fault::with(&codes::INVALID_PARAMETER, "TagFilter"));
    }
    let mut carried = Vec::new();
    for tag in &input.tag {
        match (&tag.key, &tag.value) {
            (Some(key), value) => carried.push(CarriedTag {
                key: key.clone(),
                values: value.iter().cloned().collect(),
                is_pattern: false,
            }),
            (None, Some(_)) => return Err(Fault::new(&codes::TAG_VALUE_WITHOUT_KEY)),
            (None, None) => {}
        }
    }
    for filter in &input.tag_filter {
        let key = filter.tag_key.clone();
        let key = key.ok_or_else(|| Fault::with(&codes::MISSING_PARAMETER, "TagFilter.N.TagKey"))?;
        carried.push(CarriedTag { key, values: filter.tag_values.clone(), is_pattern: true });
    }
    Ok(carried)
}

/// No tag is as long, and a pattern is not as long for nothing.
fn is_too_long(tag: &CarriedTag) -> bool {
    let is_too_long = |text: &String| text.chars().count() > TAG_CHARACTERS_MAX;
    is_too_long(&tag.key) || tag.values.iter().any(is_too_long)
}

/// Where an answer ended: type, id and key of its last tag.
fn token(last: &TaggedResource) -> String {
    page_token([&*last.resource_type, &*last.resource_id, &*last.tag.key])
}
