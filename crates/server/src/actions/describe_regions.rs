//! DescribeRegions: the regions there are.

use imagekin_rpc::{Fault, codes};
use serde::{Deserialize, Serialize};

use super::{Action, Resource};
use crate::call::Call;

pub(crate) struct DescribeRegions;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    accept_language: Option<String>,
    resource_type: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Output {
    regions: Regions,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Regions {
    region: Vec<RegionView>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct RegionView {
    region_id: String,
    region_endpoint: String,
    local_name: String,
    status: &'static str,
}

impl Action for DescribeRegions {
    const NAME: &'static str = "DescribeRegions";
    const RESOURCES: &'static [Resource] = &[Resource::Any];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        let chinese = match input.accept_language.as_deref() {
            None | Some("zh-CN" | "zh_TW") => true,
            Some("en-US" | "ja" | "fr" | "de" | "ko") => false,
            Some(_) => return Err(Fault::new(&codes::ACCEPT_LANGUAGE_NOT_FOUND)),
        };
        match input.resource_type.as_deref() {
            None | Some("instance" | "disk" | "reservedinstance" | "scu") => {}
            Some(_) => return Err(Fault::new(&codes::RESOURCE_TYPE_NOT_FOUND)),
        }
        let regions = call.app.config.regions.iter().map(|region| RegionView {
            region_id: region.id.clone(),
            region_endpoint: region
                .endpoint
                .clone()
                .unwrap_or_else(|| format!("ecs.{}.aliyuncs.com", region.id)),
            local_name: if chinese { region.name_zh.clone() } else { region.name_en.clone() },
            status: "available",
        });
        Ok(Output { regions: Regions { region: regions.collect() } })
    }
}
