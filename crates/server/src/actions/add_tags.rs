//! AddTags, the old TagResources: gives one image or snapshot tags.

use imagekin_catalog::Tag;
use imagekin_rpc::{Fault, codes};
use serde::{Deserialize, Serialize};

use super::tag_resources::TAGS_MAX;
use super::{Action, Resource};
use crate::call::Call;
use crate::faults::{self, Table};
use crate::tagging::{self, TagChange};
use crate::views::TagInput;

pub(crate) struct AddTags;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    region_id: String,
    resource_type: String,
    resource_id: String,
    tag: Vec<TagInput>,
}

#[derive(Serialize)]
pub(crate) struct Output {}

impl Action for AddTags {
    const NAME: &'static str = "AddTags";
    const RESOURCES: &'static [Resource] = &[Resource::Tagged];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        let catalogue =
            call.catalogue(&input.region_id).map_err(|_| Fault::new(&codes::REGION_NOT_FOUND_ZONES))?;
        let kind = tagging::resource_type(&input.resource_type)?;
        if !(1..=TAGS_MAX).contains(&input.tag.len()) {
            return Err(Fault::new(&codes::TAG_FILTER_COUNT));
        }
        if input.tag.iter().any(|tag| tag.key.is_none()) {
            return Err(Fault::new(&codes::TAG_FILTER_MISMATCH));
        }
        let tags = Tag::parse_all(input.tag.iter().map(TagInput::pair))
            .map_err(|refusal| faults::refused(refusal, Table::General))?;
        let tagged = call.write(catalogue, Table::General, move |write| {
            tagging::change(write, kind, &[input.resource_id], &TagChange::Add(tags))
        });
        tagged.await?;
        Ok(Output {})
    }
}
