//! UntagResources: takes tags from images or snapshots: those of some keys, or all.

use imagekin_rpc::{Fault, codes};
use serde::{Deserialize, Serialize};

use super::tag_resources::{RESOURCE_IDS_MAX, TAGS_MAX};
use super::{Action, Resource};
use crate::call::Call;
use crate::faults::Table;
use crate::tagging::{self, TagChange};

pub(crate) struct UntagResources;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    region_id: Option<String>,
    resource_type: Option<String>,
    #[serde(default)]
    resource_id: Vec<String>,
    #[serde(default)]
    tag_key: Vec<String>,
    all: Option<bool>,
}

#[derive(Serialize)]
pub(crate) struct Output {}

impl Action for UntagResources {
    const NAME: &'static str = "UntagResources";
    const RESOURCES: &'static [Resource] = &[Resource::Tagged];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        let region_id = input.region_id.ok_or(Fault::new(&codes::TAG_REGION_MISSING_READ))?;
        let catalogue = call.catalogue(&region_id).map_err(|_| Fault::new(&codes::REGION_NOT_FOUND_ZONES))?;
        let kind = input.resource_type.ok_or(Fault::new(&codes::TAG_RESOURCE_TYPE_MISSING_READ))?;
        let kind = tagging::resource_type(&kind)?;
        match input.resource_id.len() {
            0 => return Err(Fault::new(&codes::TAG_RESOURCE_IDS_MISSING)),
            1..=RESOURCE_IDS_MAX => {}
            _ => return Err(Fault::new(&codes::TAG_RESOURCE_IDS_EXCEED_READ)),
        }
        if input.tag_key.len() > TAGS_MAX {
            return Err(Fault::new(&codes::TAGS_EXCEED_READ));
        }
        // All has an effect only where no key is given.
        let keys = input.tag_key.into_iter().map(|key| (key, None)).collect::<Vec<_>>();
        let all = keys.is_empty() && input.all == Some(true);
        if keys.is_empty() && !all {
            return Err(Fault::new(&codes::TAGS_MISSING_READ));
        }
        let change = if all { TagChange::RemoveAll } else { TagChange::Remove(keys) };
        let untagged = call.write(catalogue, Table::General, move |write| {
            tagging::change(write, kind, &input.resource_id, &change)
        });
        untagged.await?;
        Ok(Output {})
    }
}
