//! What CreateSnapshot, DescribeSnapshots, ModifySnapshotAttribute and DeleteSnapshot refuse.

use imagekin_rpc::{Code, codes as c};

use super::{Row, row};

const fn create(params: &'static str, code: &'static Code) -> Row {
    row("CreateSnapshot", params, code)
}

const fn describe(params: &'static str, code: &'static Code) -> Row {
    row("DescribeSnapshots", params, code)
}

const fn modify(params: &'static str, code: &'static Code) -> Row {
    row("ModifySnapshotAttribute", params, code)
}

const fn delete(params: &'static str, code: &'static Code) -> Row {
    row("DeleteSnapshot", params, code)
}

pub(super) static ROWS: &[Row] = &[
    // Of which disk. The region may be left out: RegionId= is a call without it.
    create("SnapshotName=of-nothing", &c::MISSING_PARAMETER).with("DiskId"),
    create("RegionId=mars&DiskId=d-golden", &c::REGION_NOT_FOUND),
    create("DiskId=d-none", &c::DISK_NOT_FOUND),
    create("RegionId=&DiskId=d-none", &c::DISK_NOT_FOUND),
    create("DiskId=d 1", &c::DISK_NOT_FOUND),
    create("RegionId=&DiskId=d 1", &c::DISK_NOT_FOUND),
    create("DiskId=d-strange", &c::DISK_NOT_FOUND),
    create("RegionId=&DiskId=d-strange", &c::DISK_NOT_FOUND),
    create("RegionId=cn-beijing&DiskId=d-golden", &c::DISK_NOT_FOUND),
    // What it is to be like.
    create("DiskId=d-golden&SnapshotName=a", &c::SNAPSHOT_NAME_MALFORMED),
    create("DiskId=d-golden&SnapshotName=1st", &c::SNAPSHOT_NAME_MALFORMED),
    create("DiskId=d-golden&SnapshotName=auto-2026", &c::SNAPSHOT_NAME_MALFORMED),
    create("DiskId=d-golden&SnapshotName=$a129", &c::SNAPSHOT_NAME_MALFORMED),
    create("DiskId=d-golden&Description=a", &c::DESCRIPTION_MALFORMED_SNAPSHOT),
    create("DiskId=d-golden&Description=https://x", &c::DESCRIPTION_MALFORMED_SNAPSHOT),
    create("DiskId=d-golden&Category=precious", &c::SNAPSHOT_CATEGORY_MALFORMED),
    create("DiskId=d-golden&Category=Flash", &c::SNAPSHOT_CATEGORY_MALFORMED),
    create("DiskId=d-golden&Category=flash", &c::SNAPSHOT_CATEGORY_MALFORMED),
    create("DiskId=d-golden&StorageLocationArn=arn:acs:cloudbox:1", &c::STORAGE_LOCATION_UNAUTHORIZED),
    create("DiskId=d-golden&RetentionDays=0", &c::RETENTION_DAYS_MALFORMED),
    create("DiskId=d-golden&RetentionDays=65537", &c::RETENTION_DAYS_MALFORMED),
    create("DiskId=d-golden&RetentionDays=few", &c::INVALID_PARAMETER).with("RetentionDays"),
    create("DiskId=d-golden&ResourceGroupId=no group", &c::RESOURCE_GROUP_NOT_FOUND),
    create("DiskId=d-golden&Tag.1.Key=aliyun", &c::TAG_KEY_MALFORMED),
    create("DiskId=d-golden&Tag.1.Key=k&Tag.1.Value=acs:x", &c::TAG_VALUE_MALFORMED),
    create("DiskId=d-golden&Tag.1.Key=k&Tag.2.Key=k", &c::TAG_KEY_REPEATED),
    create("DiskId=d-golden&Tag.*21.Key=k", &c::TOO_MANY_TAGS),
    create("DiskId=d-data&ClientToken=used", &c::CLIENT_TOKEN_REUSED_SNAPSHOT),
    create("DiskId=d-golden&ClientToken=$a129", &c::CLIENT_TOKEN_MALFORMED_SNAPSHOT),
    create("DiskId=d-golden&ClientToken=令牌", &c::CLIENT_TOKEN_MALFORMED_SNAPSHOT),
    // DescribeSnapshots.
    describe("RegionId=", &c::MISSING_PARAMETER).with("RegionId"),
    describe("RegionId=mars", &c::REGION_NOT_FOUND),
    describe("PageNumber=0", &c::INVALID_PARAMETER).with("PageNumber"),
    describe("PageSize=101", &c::INVALID_PARAMETER).with("PageSize"),
    describe("MaxResults=101", &c::INVALID_PARAMETER).with("PageSize"),
    describe("NextToken=0", &c::INVALID_PARAMETER).with("NextToken"),
    describe("NextToken=next", &c::INVALID_PARAMETER).with("NextToken"),
    describe("SnapshotIds=$ids101", &c::SNAPSHOT_IDS_MALFORMED),
    describe("SnapshotLinkId=sl-1", &c::SNAPSHOT_LINK_NOT_FOUND),
    describe("SnapshotType=some", &c::SNAPSHOT_TYPE_NOT_FOUND),
    describe("Category=precious", &c::SNAPSHOT_CATEGORY_MALFORMED),
    describe("Status=sleeping", &c::SNAPSHOT_STATUS_NOT_FOUND),
    describe("SourceDiskType=floppy", &c::SOURCE_DISK_TYPE_INVALID),
    describe("Usage=decoration", &c::SNAPSHOT_USAGE_INVALID),
    describe("Encrypted=perhaps", &c::INVALID_PARAMETER).with("Encrypted"),
    describe("Tag.1.Value=of-no-key", &c::TAG_FILTER_MISMATCH),
    describe("Tag.*21.Key=k", &c::TAG_FILTER_COUNT),
    describe("DryRun=true", &c::DRY_RUN),
    // ModifySnapshotAttribute.
    modify("SnapshotName=other", &c::MISSING_PARAMETER).with("SnapshotId"),
    modify("RegionId=mars&SnapshotId=$system&SnapshotName=other", &c::REGION_NOT_FOUND),
    modify("SnapshotId=s-none&SnapshotName=other", &c::SNAPSHOT_NOT_FOUND),
    modify("RegionId=&SnapshotId=s-none&SnapshotName=other", &c::SNAPSHOT_NOT_FOUND),
    modify("SnapshotId=s 1&SnapshotName=other", &c::SNAPSHOT_NOT_FOUND),
    modify("SnapshotId=$strange&SnapshotName=other", &c::SNAPSHOT_NOT_FOUND),
    modify("RegionId=&SnapshotId=$strange&SnapshotName=other", &c::SNAPSHOT_NOT_FOUND),
    modify("SnapshotId=$far&SnapshotName=other", &c::SNAPSHOT_NOT_FOUND),
    modify("SnapshotId=$system&SnapshotName=1st", &c::SNAPSHOT_NAME_MALFORMED),
    modify("SnapshotId=$system&Description=a", &c::DESCRIPTION_MALFORMED_SNAPSHOT),
    modify("SnapshotId=$system&RetentionDays=0", &c::RETENTION_DAYS_MALFORMED),
    modify("SnapshotId=$system&RetentionDays=65537", &c::RETENTION_DAYS_MALFORMED),
    modify("SnapshotId=$system&RetentionDays=-1", &c::INVALID_PARAMETER).with("RetentionDays"),
    // DeleteSnapshot.
    delete("Force=true", &c::SNAPSHOT_ID_MISSING),
    delete("RegionId=mars&SnapshotId=$ancient", &c::REGION_NOT_FOUND),
    delete("SnapshotId=s-none", &c::SNAPSHOT_NOT_FOUND_DELETE),
    delete("RegionId=&SnapshotId=s-none", &c::SNAPSHOT_NOT_FOUND_DELETE),
    delete("SnapshotId=s 1", &c::SNAPSHOT_NOT_FOUND_DELETE),
    delete("SnapshotId=$strange", &c::SNAPSHOT_NOT_FOUND_DELETE),
    delete("RegionId=&SnapshotId=$strange&Force=true", &c::SNAPSHOT_NOT_FOUND_DELETE),
    delete("SnapshotId=$far", &c::SNAPSHOT_NOT_FOUND_DELETE),
    delete("SnapshotId=$system", &c::SNAPSHOT_CREATED_IMAGE),
    delete("RegionId=&SnapshotId=$system&Force=true", &c::SNAPSHOT_CREATED_IMAGE),
    delete("SnapshotId=$unready", &c::SNAPSHOT_CREATED_IMAGE),
    delete("SnapshotId=$ancient&Force=perhaps", &c::INVALID_PARAMETER).with("Force"),
];
