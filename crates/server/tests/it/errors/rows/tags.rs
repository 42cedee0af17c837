//! What the new and the old actions on tags refuse.

use imagekin_rpc::{Code, codes as c};

use super::{Row, row};

const fn tag(params: &'static str, code: &'static Code) -> Row {
    row("TagResources", params, code)
}

const fn untag(params: &'static str, code: &'static Code) -> Row {
    row("UntagResources", params, code)
}

const fn list(params: &'static str, code: &'static Code) -> Row {
    row("ListTagResources", params, code)
}

const fn add(params: &'static str, code: &'static Code) -> Row {
    row("AddTags", params, code)
}

const fn remove(params: &'static str, code: &'static Code) -> Row {
    row("RemoveTags", params, code)
}

const fn tags(params: &'static str, code: &'static Code) -> Row {
    row("DescribeTags", params, code)
}

const fn resources(params: &'static str, code: &'static Code) -> Row {
    row("DescribeResourceByTags", params, code)
}

pub(super) static ROWS: &[Row] = &[
    // TagResources: of what.
    tag("RegionId=&ResourceType=image&ResourceId.1=$plain&Tag.1.Key=k", &c::TAG_REGION_MISSING),
    tag("RegionId=mars&ResourceType=image&ResourceId.1=$plain&Tag.1.Key=k", &c::REGION_NOT_FOUND_ZONES),
    tag("ResourceId.1=$plain&Tag.1.Key=k", &c::TAG_RESOURCE_TYPE_MISSING),
    tag("ResourceType=moon&ResourceId.1=$plain&Tag.1.Key=k", &c::RESOURCE_TYPE_NOT_FOUND),
    tag("ResourceType=tombstone&ResourceId.1=$plain&Tag.1.Key=k", &c::RESOURCE_TYPE_NOT_FOUND),
    tag("ResourceType=image&Tag.1.Key=k", &c::TAG_RESOURCE_IDS_MISSING),
    tag("ResourceType=image&ResourceId.*51=m-&Tag.1.Key=k", &c::TAG_RESOURCE_IDS_EXCEED),
    tag("ResourceType=image&ResourceId.1=m-none&Tag.1.Key=k", &c::TAG_RESOURCE_NOT_FOUND),
    tag("ResourceType=image&ResourceId.1=m 1&Tag.1.Key=k", &c::TAG_RESOURCE_NOT_FOUND),
    tag("ResourceType=image&ResourceId.1=$foreign&Tag.1.Key=k", &c::TAG_RESOURCE_NOT_FOUND),
    tag("ResourceType=image&ResourceId.1=$lent&Tag.1.Key=k", &c::TAG_RESOURCE_NOT_FOUND),
    tag("ResourceType=image&ResourceId.1=$published&Tag.1.Key=k", &c::TAG_RESOURCE_NOT_FOUND),
    tag("ResourceType=image&ResourceId.1=$system_image&Tag.1.Key=k", &c::TAG_RESOURCE_NOT_FOUND),
    tag("ResourceType=image&ResourceId.1=$system&Tag.1.Key=k", &c::TAG_RESOURCE_NOT_FOUND),
    tag("ResourceType=snapshot&ResourceId.1=$strange&Tag.1.Key=k", &c::TAG_RESOURCE_NOT_FOUND),
    tag("ResourceType=snapshot&ResourceId.1=$plain&Tag.1.Key=k", &c::TAG_RESOURCE_NOT_FOUND),
    tag("ResourceType=disk&ResourceId.1=d-golden&Tag.1.Key=k", &c::TAG_RESOURCE_NOT_FOUND),
    tag("RegionId=cn-beijing&ResourceType=image&ResourceId.1=$plain&Tag.1.Key=k", &c::TAG_RESOURCE_NOT_FOUND),
    // One that is not there keeps the tags from all.
    tag("ResourceType=image&ResourceId.1=$plain&ResourceId.2=m-none&Tag.1.Key=k", &c::TAG_RESOURCE_NOT_FOUND),
    // Which tags.
    tag("ResourceType=image&ResourceId.1=$plain", &c::TAGS_MISSING),
    tag("ResourceType=image&ResourceId.1=$plain&Tag.*21.Key=k", &c::TAGS_EXCEED),
    tag("ResourceType=image&ResourceId.1=$plain&Tag.1.Key=k&Tag.2.Key=k", &c::TAG_KEY_REPEATED),
    tag("ResourceType=image&ResourceId.1=$plain&Tag.1.Key=acs:k", &c::TAG_KEY_MALFORMED),
    tag("ResourceType=image&ResourceId.1=$plain&Tag.1.Value=v", &c::TAG_KEY_MALFORMED),
    tag("ResourceType=image&ResourceId.1=$plain&Tag.1.Key=k&Tag.1.Value=acs:v", &c::TAG_VALUE_MALFORMED),
    tag("ResourceType=image&ResourceId.1=$tagged&Tag.1.Key=one-more", &c::TAG_QUOTA),
    tag("ResourceType=image&ResourceId.1=$plain&ResourceId.2=$tagged&Tag.1.Key=one-more", &c::TAG_QUOTA),
    // UntagResources.
    untag("RegionId=&ResourceType=image&ResourceId.1=$tagged&All=true", &c::TAG_REGION_MISSING_READ),
    untag("RegionId=mars&ResourceType=image&ResourceId.1=$tagged&All=true", &c::REGION_NOT_FOUND_ZONES),
    untag("ResourceId.1=$tagged&All=true", &c::TAG_RESOURCE_TYPE_MISSING_READ),
    untag("ResourceType=moon&ResourceId.1=$tagged&All=true", &c::RESOURCE_TYPE_NOT_FOUND),
    untag("ResourceType=image&All=true", &c::TAG_RESOURCE_IDS_MISSING),
    untag("ResourceType=image&ResourceId.*51=m-&All=true", &c::TAG_RESOURCE_IDS_EXCEED_READ),
    untag("ResourceType=image&ResourceId.1=$tagged&TagKey.*21=k", &c::TAGS_EXCEED_READ),
    untag("ResourceType=image&ResourceId.1=$tagged", &c::TAGS_MISSING_READ),
    untag("ResourceType=image&ResourceId.1=$tagged&All=false", &c::TAGS_MISSING_READ),
    untag("ResourceType=image&ResourceId.1=m-none&All=true", &c::TAG_RESOURCE_NOT_FOUND),
    untag("ResourceType=image&ResourceId.1=$foreign&All=true", &c::TAG_RESOURCE_NOT_FOUND),
    untag("ResourceType=image&ResourceId.1=$lent&All=true", &c::TAG_RESOURCE_NOT_FOUND),
    untag("ResourceType=snapshot&ResourceId.1=$strange&All=true", &c::TAG_RESOURCE_NOT_FOUND),
    untag("ResourceType=instance&ResourceId.1=i-golden&All=true", &c::TAG_RESOURCE_NOT_FOUND),
    untag("ResourceType=image&ResourceId.1=$tagged&ResourceId.2=m-none&All=true", &c::TAG_RESOURCE_NOT_FOUND),
    untag("ResourceType=image&ResourceId.1=$tagged&All=some", &c::INVALID_PARAMETER).with("All"),
    // ListTagResources.
    list("RegionId=&ResourceType=image&ResourceId.1=$tagged", &c::TAG_REGION_MISSING_READ),
    list("RegionId=mars&ResourceType=image&ResourceId.1=$tagged", &c::REGION_NOT_FOUND_ZONES),
    list("ResourceId.1=$tagged", &c::TAG_RESOURCE_TYPE_MISSING_READ),
    list("ResourceType=moon&ResourceId.1=$tagged", &c::RESOURCE_TYPE_NOT_FOUND),
    list("ResourceType=image", &c::TAGS_MISSING_READ),
    list("ResourceType=image&ResourceId.*51=m-", &c::TAG_RESOURCE_IDS_EXCEED_READ),
    list("ResourceType=image&Tag.*21.Key=k", &c::TAGS_EXCEED_READ),
    list("ResourceType=image&TagFilter.*6.TagKey=k", &c::TAGS_EXCEED_READ),
    list("ResourceType=image&TagFilter.1.TagKey=k&TagFilter.1.TagValues.*6=v", &c::TAGS_EXCEED_READ),
    list("ResourceType=image&Tag.1.Value=v", &c::TAG_VALUE_WITHOUT_KEY),
    list("ResourceType=image&TagFilter.1.TagValues.1=v", &c::MISSING_PARAMETER).with("TagFilter.N.TagKey"),
    list("ResourceType=image&Tag.1.Key=k&TagFilter.1.TagKey=k", &c::INVALID_PARAMETER).with("TagFilter"),
    list("ResourceType=image&Tag.1.Key=k&NextToken=next", &c::INVALID_PARAMETER).with("NextToken"),
    // AddTags.
    add("RegionId=&ResourceType=image&ResourceId=$plain&Tag.1.Key=k", &c::MISSING_PARAMETER).with("RegionId"),
    add("RegionId=mars&ResourceType=image&ResourceId=$plain&Tag.1.Key=k", &c::REGION_NOT_FOUND_ZONES),
    add("ResourceId=$plain&Tag.1.Key=k", &c::MISSING_PARAMETER).with("ResourceType"),
    add("ResourceType=image&Tag.1.Key=k", &c::MISSING_PARAMETER).with("ResourceId"),
    add("ResourceType=image&ResourceId=$plain", &c::MISSING_PARAMETER).with("Tag"),
    add("ResourceType=moon&ResourceId=$plain&Tag.1.Key=k", &c::RESOURCE_TYPE_NOT_FOUND),
    add("ResourceType=image&ResourceId=m-none&Tag.1.Key=k", &c::TAG_RESOURCE_NOT_FOUND),
    add("ResourceType=image&ResourceId=$foreign&Tag.1.Key=k", &c::TAG_RESOURCE_NOT_FOUND),
    add("ResourceType=image&ResourceId=$lent&Tag.1.Key=k", &c::TAG_RESOURCE_NOT_FOUND),
    add("ResourceType=snapshot&ResourceId=$strange&Tag.1.Key=k", &c::TAG_RESOURCE_NOT_FOUND),
    add("ResourceType=image&ResourceId=$plain&Tag.*21.Key=k", &c::TAG_FILTER_COUNT),
    add("ResourceType=image&ResourceId=$plain&Tag.1.Value=v", &c::TAG_FILTER_MISMATCH),
    add("ResourceType=image&ResourceId=$plain&Tag.1.key=acs:k", &c::TAG_KEY_MALFORMED),
    add("ResourceType=image&ResourceId=$tagged&Tag.1.key=one-more", &c::TAG_QUOTA),
    // RemoveTags.
    remove("RegionId=&ResourceType=image&ResourceId=$tagged", &c::MISSING_PARAMETER).with("RegionId"),
    remove("RegionId=mars&ResourceType=image&ResourceId=$tagged", &c::REGION_NOT_FOUND_ZONES),
    remove("ResourceId=$tagged", &c::MISSING_PARAMETER).with("ResourceType"),
    remove("ResourceType=image", &c::MISSING_PARAMETER).with("ResourceId"),
    remove("ResourceType=moon&ResourceId=$tagged", &c::RESOURCE_TYPE_NOT_FOUND),
    remove("ResourceType=image&ResourceId=m-none&Tag.1.Key=k", &c::TAG_RESOURCE_NOT_FOUND),
    remove("ResourceType=image&ResourceId=$foreign&Tag.1.Key=k", &c::TAG_RESOURCE_NOT_FOUND),
    remove("ResourceType=image&ResourceId=$lent&Tag.1.Key=k", &c::TAG_RESOURCE_NOT_FOUND),
    remove("ResourceType=image&ResourceId=$tagged&Tag.*21.Key=k", &c::TAG_FILTER_COUNT),
    // DescribeTags and DescribeResourceByTags.
    tags("RegionId=", &c::MISSING_PARAMETER).with("RegionId"),
    tags("RegionId=mars", &c::REGION_NOT_FOUND_ZONES),
    tags("ResourceType=moon", &c::RESOURCE_TYPE_NOT_FOUND),
    tags("Tag.*21.Key=k", &c::TAG_FILTER_COUNT),
    tags("Tag.1.Value=of-no-key", &c::TAG_KEY_ILLEGAL),
    tags("PageNumber=0", &c::INVALID_PARAMETER).with("PageNumber"),
    tags("PageSize=101", &c::INVALID_PARAMETER).with("PageSize"),
    resources("RegionId=", &c::MISSING_PARAMETER).with("RegionId"),
    resources("RegionId=mars", &c::REGION_NOT_FOUND),
    resources("ResourceType=moon", &c::RESOURCE_TYPE_NOT_FOUND),
    resources("Tag.*21.Key=k", &c::TAG_FILTER_COUNT),
    resources("Tag.1.Value=of-no-key", &c::TAG_FILTER_MISMATCH),
    resources("PageNumber=0", &c::INVALID_PARAMETER).with("PageNumber"),
    resources("PageSize=0", &c::INVALID_PARAMETER).with("PageSize"),
];
