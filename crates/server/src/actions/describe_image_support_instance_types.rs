//! DescribeImageSupportInstanceTypes: the instance types of the settings that run images of an image's architecture.

use imagekin_catalog::ImageId;
use imagekin_rpc::{Fault, codes};
use serde::{Deserialize, Serialize};

use super::{Action, Resource};
use crate::call::Call;
use crate::config::InstanceType;
use crate::views::FilterInput;

/// What an instance type may be asked for: no answer differs in it. Those but the first and the last are of the page of 2021.
const ACTION_TYPES: [&str; 5] = ["CreateEcs", "Upgrade", "Downgrade", "RenewDowngrade", "ChangeOS"];

pub(crate) struct DescribeImageSupportInstanceTypes;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    region_id: String,
    image_id: Option<String>,
    action_type: Option<String>,
    #[serde(default)]
    filter: Vec<FilterInput>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Output {
    region_id: String,
    image_id: String,
    instance_types: InstanceTypes,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct InstanceTypes {
    instance_type: Vec<InstanceTypeView>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct InstanceTypeView {
    instance_type_id: String,
    instance_type_family: String,
    cpu_core_count: u32,
    memory_size: f64,
}

impl Action for DescribeImageSupportInstanceTypes {
    const NAME: &'static str = "DescribeImageSupportInstanceTypes";
    const RESOURCES: &'static [Resource] = &[Resource::FilteredImage];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        let catalogue = call.catalogue(&input.region_id)?;
        if input.action_type.as_deref().is_some_and(|text| !ACTION_TYPES.contains(&text)) {
            return Err(Fault::with(&codes::INVALID_PARAMETER, "ActionType"));
        }
        let of_filter = input.filter.iter().find_map(FilterInput::image_id).map(str::to_owned);
        let image_id = input.image_id.or(of_filter);
        let image_id = image_id.ok_or_else(|| Fault::with(&codes::MISSING_PARAMETER, "ImageId"))?;
        let not_found = || Fault::new(&codes::IMAGE_NOT_FOUND);
        let id = ImageId::parse(&image_id).ok_or_else(not_found)?;
        let seen =
            call.look_up(move |read| read.visible_image(&catalogue, &id)).await?.ok_or_else(not_found)?;
        let types = call.app.config.instance_types.iter();
        let fits = types.filter(|kind| kind.runs(seen.image.architecture)).map(view);
        Ok(Output {
            region_id: input.region_id,
            image_id,
            instance_types: InstanceTypes { instance_type: fits.collect() },
        })
    }
}

fn view(kind: &InstanceType) -> InstanceTypeView {
    InstanceTypeView {
        instance_type_id: kind.id.clone(),
        instance_type_family: kind.family.clone(),
        cpu_core_count: kind.cpu_core_count,
        memory_size: kind.memory_gib,
    }
}
