//! What ModifyImageAttribute and DeleteImage refuse.

use imagekin_rpc::{Code, codes as c};

use super::{Row, row};

const fn modify(params: &'static str, code: &'static Code) -> Row {
    row("ModifyImageAttribute", params, code)
}

const fn delete(params: &'static str, code: &'static Code) -> Row {
    row("DeleteImage", params, code)
}

pub(super) static ROWS: &[Row] = &[
    // Which.
    modify("RegionId=&ImageId=$golden", &c::MISSING_PARAMETER).with("RegionId"),
    modify("RegionId=mars&ImageId=$golden", &c::REGION_NOT_FOUND),
    modify("ImageName=other", &c::MISSING_PARAMETER).with("ImageId"),
    modify("ImageId=m-none&ImageName=other", &c::IMAGE_NOT_FOUND),
    modify("ImageId=m 1&ImageName=other", &c::IMAGE_NOT_FOUND),
    modify("ImageId=$foreign&ImageName=other", &c::IMAGE_NOT_FOUND),
    modify("ImageId=$golden&RegionId=cn-beijing&ImageName=other", &c::IMAGE_NOT_FOUND),
    // To what.
    modify("ImageId=$golden&ImageName=1st", &c::IMAGE_NAME_MALFORMED),
    modify("ImageId=$golden&ImageName=deprecated", &c::IMAGE_NAME_TAKEN),
    modify("ImageId=$golden&Description=a", &c::DESCRIPTION_MALFORMED),
    modify("ImageId=$golden&ImageFamily=acs:mine", &c::FAMILY_NAME_MALFORMED_MODIFY),
    modify("ImageId=$golden&BootMode=Floppy", &c::BOOT_MODE_UNKNOWN),
    modify("ImageId=$golden&BootMode=BIOS", &c::BOOT_MODE_UNSUPPORTED),
    modify("ImageId=$golden&LicenseType=GPL", &c::LICENSE_TYPE_UNSUPPORTED),
    modify("ImageId=$golden&LicenseType=Aliyun", &c::LICENSE_TYPE_UNSUPPORTED),
    modify("ImageId=$golden&Features.ImdsSupport=v3", &c::IMDS_SUPPORT_UNKNOWN),
    modify("ImageId=$golden&Features.ImdsSupport=v1", &c::IMDS_SUPPORT_DOWNGRADE),
    modify("ImageId=$golden&Features.NvmeSupport=perhaps", &c::NVME_SUPPORT_UNKNOWN),
    modify("ImageId=$golden&Features={\"ImdsSupport\":\"v1\"}", &c::IMDS_SUPPORT_DOWNGRADE),
    modify("ImageId=$golden&Status=Creating", &c::INVALID_PARAMETER).with("Status"),
    modify("ImageId=$golden&Status=available", &c::INVALID_PARAMETER).with("Status"),
    modify("ImageId=$golden&Status=Available", &c::STATUS_NOT_DEPRECATED),
    modify("ImageId=$deprecated&Status=Deprecated", &c::STATUS_NOT_AVAILABLE),
    modify("ImageId=$failed&Status=Deprecated", &c::STATUS_NOT_AVAILABLE),
    modify("ImageId=$failed&Status=Available", &c::STATUS_NOT_DEPRECATED),
    modify("ImageId=$creating&ImageName=other", &c::IMAGE_IS_CREATING),
    modify("ImageId=$importing&ImageFamily=daily", &c::IMAGE_IS_CREATING),
    modify("ImageId=$copying&ImageName=other", &c::IMAGE_IS_CREATING),
    // Whom it concerns.
    modify("ImageId=$lent&ImageName=other", &c::IMAGE_NOT_FOUND),
    modify("ImageId=$published&Status=Deprecated", &c::IMAGE_NOT_FOUND),
    modify("ImageId=$system_image&ImageName=other", &c::IMAGE_NOT_FOUND),
    modify("ImageId=$shared&Status=Deprecated", &c::IMAGE_USE_SHARED_MODIFY),
    modify("ImageId=$public&Status=Deprecated", &c::IMAGE_USE_SHARED_MODIFY),
    modify("ImageId=$used&BootMode=UEFI", &c::IMAGE_USED_BY_INSTANCE_MODIFY),
    // How many there may be, and whether at all.
    modify("ImageId=$golden&ImageFamily=full", &c::FAMILY_FULL_MODIFY),
    modify("ImageId=$deprecated&ImageFamily=third", &c::FAMILY_QUOTA_MODIFY),
    modify("ImageId=$golden&ImageName=other&DryRun=true", &c::DRY_RUN),
    modify("ImageId=$golden&Status=Deprecated&DryRun=true", &c::DRY_RUN),
    modify("ImageId=$golden&DryRun=yes", &c::INVALID_PARAMETER).with("DryRun"),
    // A refusal of one change keeps all the others away, too.
    modify(
        "ImageId=$golden&Status=Deprecated&ImageName=other&Features.ImdsSupport=v1",
        &c::IMDS_SUPPORT_DOWNGRADE,
    ),
    // DeleteImage.
    delete("RegionId=&ImageId=$golden", &c::MISSING_PARAMETER).with("RegionId"),
    delete("RegionId=mars&ImageId=$golden", &c::REGION_NOT_FOUND),
    delete("Force=true", &c::MISSING_PARAMETER).with("ImageId"),
    delete("ImageId=m-none", &c::IMAGE_NOT_FOUND),
    delete("ImageId=m-none&Force=true", &c::IMAGE_NOT_FOUND),
    delete("ImageId=$foreign", &c::IMAGE_NOT_FOUND),
    delete("ImageId=$foreign&Force=true", &c::IMAGE_NOT_FOUND),
    delete("ImageId=$golden&RegionId=cn-beijing", &c::IMAGE_NOT_FOUND),
    delete("ImageId=$importing", &c::IMAGE_IS_IMPORTING),
    delete("ImageId=$importing&Force=true", &c::IMAGE_IS_IMPORTING),
    delete("ImageId=$copying", &c::IMAGE_IS_COPYING),
    delete("ImageId=$copying&Force=true", &c::IMAGE_IS_COPYING),
    delete("ImageId=$exported", &c::IMAGE_IS_EXPORTING_DELETE),
    delete("ImageId=$exported&Force=true", &c::IMAGE_IS_EXPORTING_DELETE),
    delete("ImageId=$shared", &c::IMAGE_USE_SHARED),
    delete("ImageId=$shared&Force=true", &c::IMAGE_USE_SHARED),
    delete("ImageId=$public&Force=true", &c::IMAGE_IS_PUBLIC),
    delete("ImageId=$used", &c::IMAGE_USED_BY_INSTANCE),
    delete("ImageId=$used&DryRun=true", &c::IMAGE_USED_BY_INSTANCE),
    delete("ImageId=$lent&Force=true", &c::IMAGE_NOT_FOUND),
    delete("ImageId=$published&Force=true", &c::IMAGE_NOT_FOUND),
    delete("ImageId=$system_image&Force=true", &c::IMAGE_NOT_FOUND),
    delete("ImageId=$golden&DryRun=true", &c::DRY_RUN),
    delete("ImageId=$used&Force=true&DryRun=true", &c::DRY_RUN),
    delete("ImageId=$golden&Force=perhaps", &c::INVALID_PARAMETER).with("Force"),
];
