//! DescribeZones: the zones of a region. A catalogue of images has none, so each region has one, `<region>-a`.

use imagekin_rpc::{Fault, codes};
use serde::{Deserialize, Serialize};

use super::{Action, Resource};
use crate::call::Call;

pub(crate) struct DescribeZones;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    region_id: String,
    accept_language: Option<String>,
    instance_charge_type: Option<String>,
    spot_strategy: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Output {
    zones: Zones,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Zones {
    zone: Vec<ZoneView>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct ZoneView {
    zone_id: String,
    local_name: String,
    zone_type: &'static str,
    available_instance_types: AvailableInstanceTypes,
    available_disk_categories: AvailableDiskCategories,
    available_resource_creation: AvailableResourceCreation,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct AvailableInstanceTypes {
    instance_types: Vec<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct AvailableDiskCategories {
    disk_categories: Vec<&'static str>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct AvailableResourceCreation {
    resource_types: Vec<&'static str>,
}

impl Action for DescribeZones {
    const NAME: &'static str = "DescribeZones";
    const RESOURCES: &'static [Resource] = &[Resource::Any];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        let region = call.region(&input.region_id).map_err(|_| Fault::new(&codes::REGION_NOT_FOUND_ZONES))?;
        if !matches!(
            input.accept_language.as_deref(),
            None | Some("zh-CN" | "zh_TW" | "en-US" | "ja" | "fr" | "de" | "ko")
        ) {
            return Err(Fault::new(&codes::ACCEPT_LANGUAGE_NOT_FOUND));
        }
        if !matches!(input.instance_charge_type.as_deref(), None | Some("PrePaid" | "Prepaid" | "PostPaid")) {
            return Err(Fault::new(&codes::INSTANCE_CHARGE_TYPE_NOT_FOUND));
        }
        if !matches!(
            input.spot_strategy.as_deref(),
            None | Some("NoSpot" | "SpotWithPriceLimit" | "SpotAsPriceGo")
        ) {
            return Err(Fault::new(&codes::SPOT_STRATEGY_INVALID));
        }
        let types = call.app.config.instance_types.iter().map(|kind| kind.id.clone()).collect();
        let zone = ZoneView {
            zone_id: format!("{region}-a"),
            local_name: format!("{region}-a"),
            zone_type: "AvailabilityZone",
            available_instance_types: AvailableInstanceTypes { instance_types: types },
            available_disk_categories: AvailableDiskCategories { disk_categories: vec!["cloud_essd"] },
            // What can be made here: no machines, no disks.
            available_resource_creation: AvailableResourceCreation { resource_types: Vec::new() },
        };
        Ok(Output { zones: Zones { zone: vec![zone] } })
    }
}
