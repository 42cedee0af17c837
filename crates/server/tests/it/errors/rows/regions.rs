//! What the actions refuse that tell of regions, zones, instance types and endpoints, and JoinResourceGroup.

use imagekin_rpc::{Code, codes as c};

use super::{Row, row};

const fn regions(params: &'static str, code: &'static Code) -> Row {
    row("DescribeRegions", params, code)
}

const fn zones(params: &'static str, code: &'static Code) -> Row {
    row("DescribeZones", params, code)
}

const fn types(params: &'static str, code: &'static Code) -> Row {
    row("DescribeImageSupportInstanceTypes", params, code)
}

const fn endpoints(params: &'static str, code: &'static Code) -> Row {
    row("DescribeEndpoints", params, code)
}

const fn join(params: &'static str, code: &'static Code) -> Row {
    row("JoinResourceGroup", params, code)
}

pub(super) static ROWS: &[Row] = &[
    regions("AcceptLanguage=tlh", &c::ACCEPT_LANGUAGE_NOT_FOUND),
    regions("ResourceType=moon", &c::RESOURCE_TYPE_NOT_FOUND),
    zones("RegionId=", &c::MISSING_PARAMETER).with("RegionId"),
    zones("RegionId=mars", &c::REGION_NOT_FOUND_ZONES),
    zones("AcceptLanguage=tlh", &c::ACCEPT_LANGUAGE_NOT_FOUND),
    zones("InstanceChargeType=Barter", &c::INSTANCE_CHARGE_TYPE_NOT_FOUND),
    zones("SpotStrategy=Hope", &c::SPOT_STRATEGY_INVALID),
    types("RegionId=&ImageId=$plain", &c::MISSING_PARAMETER).with("RegionId"),
    types("RegionId=mars&ImageId=$plain", &c::REGION_NOT_FOUND),
    types("ActionType=CreateEcs", &c::MISSING_PARAMETER).with("ImageId"),
    types("Filter.1.Key=imageId", &c::MISSING_PARAMETER).with("ImageId"),
    types("ImageId=m-none", &c::IMAGE_NOT_FOUND),
    types("ImageId=m 1", &c::IMAGE_NOT_FOUND),
    types("ImageId=$foreign", &c::IMAGE_NOT_FOUND),
    types("Filter.1.Key=imageId&Filter.1.Value=$foreign", &c::IMAGE_NOT_FOUND),
    types("ImageId=$plain&RegionId=cn-beijing", &c::IMAGE_NOT_FOUND),
    types("ImageId=$plain&ActionType=Dance", &c::INVALID_PARAMETER).with("ActionType"),
    endpoints("ServiceCode=ecs", &c::MISSING_PARAMETER).with("Id"),
    endpoints("Id=cn-hangzhou", &c::MISSING_PARAMETER).with("ServiceCode"),
    endpoints("Id=mars&ServiceCode=ecs", &c::REGION_NOT_FOUND),
    endpoints("Id=cn-hangzhou&ServiceCode=rds", &c::SERVICE_CODE_NOT_FOUND),
    join("RegionId=&ResourceGroupId=rg-1&ResourceId=$plain&ResourceType=image", &c::MISSING_PARAMETER)
        .with("RegionId"),
    join("RegionId=mars&ResourceGroupId=rg-1&ResourceId=$plain&ResourceType=image", &c::REGION_NOT_FOUND),
    join("ResourceId=$plain&ResourceType=image", &c::MISSING_PARAMETER).with("ResourceGroupId"),
    join("ResourceGroupId=rg-1&ResourceType=image", &c::MISSING_PARAMETER).with("ResourceId"),
    join("ResourceGroupId=rg-1&ResourceId=$plain", &c::MISSING_PARAMETER).with("ResourceType"),
    join("ResourceGroupId=no group&ResourceId=$plain&ResourceType=image", &c::RESOURCE_GROUP_NOT_FOUND),
    join("ResourceGroupId=rg-1&ResourceId=$plain&ResourceType=moon", &c::RESOURCE_TYPE_NOT_FOUND),
    join("ResourceGroupId=rg-1&ResourceId=d-golden&ResourceType=disk", &c::RESOURCE_NOT_FOUND),
    join("ResourceGroupId=rg-1&ResourceId=m 1&ResourceType=image", &c::RESOURCE_NOT_FOUND),
    join("ResourceGroupId=rg-1&ResourceId=s 1&ResourceType=snapshot", &c::RESOURCE_NOT_FOUND),
    join("ResourceGroupId=rg-1&ResourceId=m-none&ResourceType=image", &c::IMAGE_NOT_FOUND),
    join("ResourceGroupId=rg-1&ResourceId=$foreign&ResourceType=image", &c::IMAGE_NOT_FOUND),
    join("ResourceGroupId=rg-1&ResourceId=$lent&ResourceType=image", &c::IMAGE_NOT_FOUND),
    join("ResourceGroupId=rg-1&ResourceId=$strange&ResourceType=snapshot", &c::SNAPSHOT_NOT_FOUND),
    join(
        "ResourceGroupId=rg-1&ResourceId=$plain&ResourceType=image&RegionId=cn-beijing",
        &c::IMAGE_NOT_FOUND,
    ),
];
