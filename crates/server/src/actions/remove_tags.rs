//! RemoveTags, the old UntagResources: takes tags from one image or snapshot, those of a key or of a key and value.

use imagekin_rpc::{Fault, codes};
use serde::{Deserialize, Serialize};

use super::tag_resources::TAGS_MAX;
use super::{Action, Resource};
use crate::call::Call;
use crate::faults::Table;
use crate::tagging::{self, TagChange};
use crate::views::TagInput;

pub(crate) struct RemoveTags;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    region_id: String,
    resource_type: String,
    resource_id: String,
    #[serde(default)]
    tag: Vec<TagInput>,
}

#[derive(Serialize)]
pub(crate) struct Output {}

impl Action for RemoveTags {
    const NAME: &'static str = "RemoveTags";
    const RESOURCES: &'static [Resource] = &[Resource::Tagged];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        let catalogue =
            call.catalogue(&input.region_id).map_err(|_| Fault::new(&codes::REGION_NOT_FOUND_ZONES))?;
        let kind = tagging::resource_type(&input.resource_type)?;
        if input.tag.len() > TAGS_MAX {
            return Err(Fault::new(&codes::TAG_FILTER_COUNT));
        }
        let pair = |tag: TagInput| Some((tag.key?, tag.value));
        let change = TagChange::Remove(input.tag.into_iter().filter_map(pair).collect());
        let untagged = call.write(catalogue, Table::General, move |write| {
            tagging::change(write, kind, &[input.resource_id], &change)
        });
        untagged.await?;
        Ok(Output {})
    }
}
