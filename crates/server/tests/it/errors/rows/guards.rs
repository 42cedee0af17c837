//! What keeps images from being lost or mistaken: deletion protection, the recycle bin, owner guards.

use imagekin_rpc::{Code, codes as c};

use super::{Row, row};

const fn restore(params: &'static str, code: &'static Code) -> Row {
    row("RestoreImage", params, code)
}

const fn list(params: &'static str, code: &'static Code) -> Row {
    row("ListDeletedImages", params, code)
}

const fn guard(params: &'static str, code: &'static Code) -> Row {
    row("ModifyImageOwnerGuard", params, code)
}

pub(super) static ROWS: &[Row] = &[
    row("DeleteImage", "ImageId=$protected", &c::IMAGE_IS_PROTECTED),
    row("DeleteImage", "ImageId=$protected&Force=true", &c::IMAGE_IS_PROTECTED),
    row("DeleteImage", "ImageId=$protected&DryRun=true", &c::IMAGE_IS_PROTECTED),
    row("ModifyImageAttribute", "ImageId=$creating&DeletionProtection=true", &c::IMAGE_IS_CREATING),
    row("ModifyImageAttribute", "ImageId=$lent&DeletionProtection=true", &c::IMAGE_NOT_FOUND),
    row("ModifyImageAttribute", "ImageId=$golden&DeletionProtection=on", &c::INVALID_PARAMETER)
        .with("DeletionProtection"),
    row("DeleteSnapshot", "SnapshotId=$kept", &c::SNAPSHOT_CREATED_IMAGE),
    row("DeleteSnapshot", "SnapshotId=$kept&Force=true", &c::SNAPSHOT_CREATED_IMAGE),
    restore("RegionId=&ImageId=$deleted", &c::MISSING_PARAMETER).with("RegionId"),
    restore("RegionId=mars&ImageId=$deleted", &c::REGION_NOT_FOUND),
    restore("", &c::MISSING_PARAMETER).with("ImageId"),
    restore("ImageId=m-none", &c::IMAGE_NOT_FOUND),
    restore("ImageId=m 1", &c::IMAGE_NOT_FOUND),
    restore("ImageId=$foreign", &c::IMAGE_NOT_FOUND),
    restore("ImageId=$lent", &c::IMAGE_NOT_FOUND),
    restore("ImageId=$system_image", &c::IMAGE_NOT_FOUND),
    restore("ImageId=$expired", &c::IMAGE_NOT_FOUND),
    restore("ImageId=$deleted&RegionId=cn-beijing", &c::IMAGE_NOT_FOUND),
    restore("ImageId=$golden", &c::IMAGE_NOT_DELETED),
    restore("ImageId=$displaced", &c::IMAGE_NAME_TAKEN),
    restore("ImageId=$displaced&DryRun=true", &c::IMAGE_NAME_TAKEN),
    restore("ImageId=$crowded_out", &c::FAMILY_FULL_CREATE),
    restore("ImageId=$last_of_family", &c::FAMILY_QUOTA_CREATE),
    restore("ImageId=$far_deleted&RegionId=cn-beijing", &c::IMAGE_QUOTA),
    restore("ImageId=$deleted&DryRun=true", &c::DRY_RUN),
    restore("ImageId=$deleted&DryRun=yes", &c::INVALID_PARAMETER).with("DryRun"),
    list("RegionId=", &c::MISSING_PARAMETER).with("RegionId"),
    list("RegionId=mars", &c::REGION_NOT_FOUND),
    list("MaxResults=101", &c::INVALID_PARAMETER).with("MaxResults"),
    list("MaxResults=-1", &c::INVALID_PARAMETER).with("MaxResults"),
    list("NextToken=next", &c::INVALID_PARAMETER).with("NextToken"),
    list("NextToken=MSAx!", &c::INVALID_PARAMETER).with("NextToken"),
    guard("RegionId=&Mode=audit", &c::MISSING_PARAMETER).with("RegionId"),
    guard("RegionId=mars&Mode=audit", &c::REGION_NOT_FOUND),
    guard("TrustedOwner.1=system", &c::MISSING_PARAMETER).with("Mode"),
    guard("Mode=Enforce", &c::INVALID_PARAMETER).with("Mode"),
    guard("Mode=enforce&TrustedOwner.1=123", &c::INVALID_PARAMETER).with("TrustedOwner"),
    guard("Mode=enforce&TrustedOwner.1=system&TrustedOwner.2=self", &c::INVALID_PARAMETER)
        .with("TrustedOwner"),
    guard("Mode=enforce&TrustedOwner.1=0000000000000000", &c::INVALID_PARAMETER).with("TrustedOwner"),
    row("DescribeImageOwnerGuard", "RegionId=", &c::MISSING_PARAMETER).with("RegionId"),
    row("DescribeImageOwnerGuard", "RegionId=mars", &c::REGION_NOT_FOUND),
];
