//! TagResources: gives images or snapshots tags; a key that one has gets the new value.

use imagekin_catalog::Tag;
use imagekin_rpc::{Fault, codes};
use serde::{Deserialize, Serialize};

use super::{Action, Resource};
use crate::call::Call;
use crate::faults::{self, Table};
use crate::tagging::{self, TagChange};
use crate::views::TagInput;

/// Most resources in one call.
pub(super) const RESOURCE_IDS_MAX: usize = 50;
/// Most tags, or keys of tags, in one call.
pub(super) const TAGS_MAX: usize = 20;

pub(crate) struct TagResources;

/// Everything is mandatory, and what is missing has a code of its own, 404.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    region_id: Option<String>,
    resource_type: Option<String>,
    #[serde(default)]
    resource_id: Vec<String>,
    #[serde(default)]
    tag: Vec<TagInput>,
}

#[derive(Serialize)]
pub(crate) struct Output {}

impl Action for TagResources {
    const NAME: &'static str = "TagResources";
    const RESOURCES: &'static [Resource] = &[Resource::Tagged];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        let region_id = input.region_id.ok_or(Fault::new(&codes::TAG_REGION_MISSING))?;
        let catalogue = call.catalogue(&region_id).map_err(|_| Fault::new(&codes::REGION_NOT_FOUND_ZONES))?;
        let kind = input.resource_type.ok_or(Fault::new(&codes::TAG_RESOURCE_TYPE_MISSING))?;
        let kind = tagging::resource_type(&kind)?;
        match input.resource_id.len() {
            0 => return Err(Fault::new(&codes::TAG_RESOURCE_IDS_MISSING)),
            1..=RESOURCE_IDS_MAX => {}
            _ => return Err(Fault::new(&codes::TAG_RESOURCE_IDS_EXCEED)),
        }
        match input.tag.len() {
            0 => return Err(Fault::new(&codes::TAGS_MISSING)),
            1..=TAGS_MAX => {}
            _ => return Err(Fault::new(&codes::TAGS_EXCEED)),
        }
        let tags = Tag::parse_all(input.tag.iter().map(TagInput::pair))
            .map_err(|refusal| faults::refused(refusal, Table::General))?;
        let tagged = call.write(catalogue, Table::General, move |write| {
            tagging::change(write, kind, &input.resource_id, &TagChange::Add(tags))
        });
        tagged.await?;
        Ok(Output {})
    }
}
