//! What DescribeImageFromFamily and DescribeImages refuse.

use imagekin_rpc::{Code, codes as c};

use super::{Row, row};

const fn images(params: &'static str, code: &'static Code) -> Row {
    row("DescribeImages", params, code)
}

const fn family(params: &'static str, code: &'static Code) -> Row {
    row("DescribeImageFromFamily", params, code)
}

pub(super) static ROWS: &[Row] = &[
    family("RegionId=&ImageFamily=daily", &c::MISSING_PARAMETER).with("RegionId"),
    family("RegionId=cn-hangzhou", &c::MISSING_PARAMETER).with("ImageFamily"),
    family("ImageFamily=", &c::MISSING_PARAMETER).with("ImageFamily"),
    family("RegionId=mars&ImageFamily=daily", &c::REGION_NOT_FOUND),
    family("RegionId=mars&ImageFamily=1st", &c::REGION_NOT_FOUND),
    family("ImageFamily=1st", &c::FAMILY_NAME_MALFORMED),
    family("ImageFamily=a", &c::FAMILY_NAME_MALFORMED),
    family("ImageFamily=aliyun", &c::FAMILY_NAME_MALFORMED),
    family("ImageFamily=http://daily", &c::FAMILY_NAME_MALFORMED),
    family("ImageFamily=da/ily", &c::FAMILY_NAME_MALFORMED),
    family("ImageFamily=$a129", &c::FAMILY_NAME_MALFORMED),
    images("RegionId=", &c::MISSING_PARAMETER).with("RegionId"),
    images("RegionId=mars", &c::REGION_NOT_FOUND),
    images("PageNumber=0", &c::INVALID_PARAMETER).with("PageNumber"),
    images("PageNumber=-1", &c::INVALID_PARAMETER).with("PageNumber"),
    images("PageNumber=4294967296", &c::INVALID_PARAMETER).with("PageNumber"),
    images("PageNumber=one", &c::INVALID_PARAMETER).with("PageNumber"),
    images("PageSize=0", &c::INVALID_PARAMETER).with("PageSize"),
    images("PageSize=101", &c::INVALID_PARAMETER).with("PageSize"),
    images("Status=Sleeping", &c::INVALID_PARAMETER).with("Status"),
    images("Status=Available,Sleeping", &c::INVALID_PARAMETER).with("Status"),
    images("Status=Available,ALL", &c::INVALID_PARAMETER).with("Status"),
    images("Status=all", &c::INVALID_PARAMETER).with("Status"),
    images("Usable=true", &c::MISSING_PARAMETER).with("Status"),
    images("Usable=2&Status=ALL", &c::INVALID_PARAMETER).with("Usable"),
    images("IsSupportCloudinit=2", &c::INVALID_PARAMETER).with("IsSupportCloudinit"),
    images("ImageOwnerId=me", &c::INVALID_PARAMETER).with("ImageOwnerId"),
    images("ImageOwnerAlias=me", &c::OWNER_ALIAS_UNSUPPORTED),
    images("ImageOwnerAlias=self&ImageOwnerId=1234567890123456", &c::OWNER_ID_UNSUPPORTED),
    images("IsPublic=true", &c::PUBLIC_IMAGE_UNSUPPORTED),
    images("IsPublic=true&ImageOwnerAlias=self", &c::PUBLIC_IMAGE_UNSUPPORTED),
    images("Tag.1.Value=of-no-key", &c::TAG_FILTER_MISMATCH),
    images("Tag.*21.Key=k", &c::TAG_FILTER_COUNT),
    images("ImageId=$ids101", &c::INVALID_PARAMETER).with("ImageId"),
    images("Tag.999999999.Key=k", &c::INVALID_PARAMETER).with("Tag.999999999"),
    images("Tag.01.Key=k", &c::INVALID_PARAMETER).with("Tag.01"),
    images("Tag.-1.Key=k", &c::INVALID_PARAMETER).with("Tag.-1"),
    images("Filter.1.Value=x", &c::FILTER_KEY_NOT_FOUND),
    images("Filter.1.Key=Colour&Filter.1.Value=x", &c::FILTER_KEY_NOT_FOUND),
    images("Filter.1.Key=CreationStartTime&Filter.1.Value=yesterday", &c::FILTER_VALUE_INVALID),
    images("Filter.1.Key=CreationEndTime", &c::FILTER_VALUE_INVALID),
    images("Filter.1.Key=CpuOnlineUpgrade&Filter.1.Value=perhaps", &c::FILTER_VALUE_INVALID),
    images("Filter.1.Key=NetworkType&Filter.1.Value=token-ring", &c::NETWORK_TYPE_INVALID),
    images("Usage=decoration", &c::USAGE_INVALID),
    images("OSType=plan9", &c::OS_TYPE_INVALID),
    images("Architecture=sparc", &c::ARCHITECTURE_INVALID),
    images("DryRun=true", &c::DRY_RUN),
    images("DryRun=true&ImageOwnerAlias=system", &c::DRY_RUN),
];
