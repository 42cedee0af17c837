//! What the actions refuse that ECS has not: those on families as they are and were, and on the users of images.

use imagekin_rpc::{Code, codes as c};

use super::{Row, row};

const fn head(params: &'static str, code: &'static Code) -> Row {
    row("DescribeImageFromFamily", params, code)
}

const fn history(params: &'static str, code: &'static Code) -> Row {
    row("DescribeImageFamilyHistory", params, code)
}

const fn explain(params: &'static str, code: &'static Code) -> Row {
    row("ExplainImageFamily", params, code)
}

const fn list(params: &'static str, code: &'static Code) -> Row {
    row("ListImageFamilies", params, code)
}

const fn register(params: &'static str, code: &'static Code) -> Row {
    row("RegisterImageUsage", params, code)
}

const fn deregister(params: &'static str, code: &'static Code) -> Row {
    row("DeregisterImageUsage", params, code)
}

pub(super) static ROWS: &[Row] = &[
    head("ImageFamily=daily&AsOf=yesterday", &c::INVALID_PARAMETER).with("AsOf"),
    head("ImageFamily=daily&Revision=-1", &c::INVALID_PARAMETER).with("Revision"),
    head("ImageFamily=daily&Revision=last", &c::INVALID_PARAMETER).with("Revision"),
    head("ImageFamily=daily&Revision=1&AsOf=2026-01-02T03:04:05Z", &c::INVALID_PARAMETER).with("Revision"),
    head("ImageFamily=1st&Revision=1", &c::FAMILY_NAME_MALFORMED),
    history("RegionId=&ImageFamily=daily", &c::MISSING_PARAMETER).with("RegionId"),
    history("RegionId=mars&ImageFamily=daily", &c::REGION_NOT_FOUND),
    history("", &c::MISSING_PARAMETER).with("ImageFamily"),
    history("ImageFamily=1st", &c::FAMILY_NAME_MALFORMED),
    history("ImageFamily=acs:daily", &c::FAMILY_NAME_MALFORMED),
    history("ImageFamily=daily&PageNumber=0", &c::INVALID_PARAMETER).with("PageNumber"),
    history("ImageFamily=daily&PageSize=101", &c::INVALID_PARAMETER).with("PageSize"),
    explain("RegionId=&ImageFamily=daily", &c::MISSING_PARAMETER).with("RegionId"),
    explain("RegionId=mars&ImageFamily=daily", &c::REGION_NOT_FOUND),
    explain("", &c::MISSING_PARAMETER).with("ImageFamily"),
    explain("ImageFamily=1st", &c::FAMILY_NAME_MALFORMED),
    explain("ImageFamily=acs:1234567890123456:daily", &c::FAMILY_NAME_MALFORMED),
    list("RegionId=", &c::MISSING_PARAMETER).with("RegionId"),
    list("RegionId=mars", &c::REGION_NOT_FOUND),
    list("PageNumber=0", &c::INVALID_PARAMETER).with("PageNumber"),
    list("PageSize=101", &c::INVALID_PARAMETER).with("PageSize"),
    register("RegionId=&ImageId=$plain&InstanceId=i-1", &c::MISSING_PARAMETER).with("RegionId"),
    register("RegionId=mars&ImageId=$plain&InstanceId=i-1", &c::REGION_NOT_FOUND),
    register("InstanceId=i-1", &c::MISSING_PARAMETER).with("ImageId"),
    register("ImageId=$plain", &c::MISSING_PARAMETER).with("InstanceId"),
    register("ImageId=m-none&InstanceId=i-1", &c::IMAGE_NOT_FOUND),
    register("ImageId=m 1&InstanceId=i-1", &c::IMAGE_NOT_FOUND),
    register("ImageId=$foreign&InstanceId=i-1", &c::IMAGE_NOT_FOUND),
    register("ImageId=$plain&InstanceId=i-1&RegionId=cn-beijing", &c::IMAGE_NOT_FOUND),
    register("ImageId=$plain&InstanceId=i 1", &c::INVALID_PARAMETER).with("InstanceId"),
    register("ImageId=$plain&InstanceId=i-user", &c::INSTANCE_USES_ANOTHER_IMAGE),
    deregister("RegionId=&InstanceId=i-user", &c::MISSING_PARAMETER).with("RegionId"),
    deregister("RegionId=mars&InstanceId=i-user", &c::REGION_NOT_FOUND),
    deregister("", &c::MISSING_PARAMETER).with("InstanceId"),
    deregister("InstanceId=i-none", &c::INSTANCE_NOT_FOUND),
    deregister("InstanceId=i 1", &c::INSTANCE_NOT_FOUND),
    deregister("InstanceId=i-strange", &c::INSTANCE_NOT_FOUND),
    deregister("InstanceId=i-user&RegionId=cn-beijing", &c::INSTANCE_NOT_FOUND),
];
