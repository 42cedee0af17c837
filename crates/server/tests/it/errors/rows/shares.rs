//! What ModifyImageSharePermission and DescribeImageSharePermission refuse.

use imagekin_rpc::{Code, codes as c};

use super::{Row, row};

const fn share(params: &'static str, code: &'static Code) -> Row {
    row("ModifyImageSharePermission", params, code)
}

const fn shares(params: &'static str, code: &'static Code) -> Row {
    row("DescribeImageSharePermission", params, code)
}

pub(super) static ROWS: &[Row] = &[
    // Which image.
    share("RegionId=&ImageId=$plain&IsPublic=true", &c::MISSING_PARAMETER).with("RegionId"),
    share("RegionId=mars&ImageId=$plain&IsPublic=true", &c::REGION_NOT_FOUND),
    share("AddAccount.1=6543210987654321", &c::MISSING_PARAMETER).with("ImageId"),
    share("ImageId=m-none&AddAccount.1=6543210987654321", &c::IMAGE_NOT_FOUND),
    share("ImageId=m 1", &c::IMAGE_NOT_FOUND),
    share("ImageId=$foreign&AddAccount.1=6543210987654321", &c::IMAGE_NOT_FOUND),
    share("ImageId=$lent&AddAccount.1=$one_more", &c::IMAGE_NOT_FOUND),
    share("ImageId=$lent&RemoveAccount.1=$one_more", &c::IMAGE_NOT_FOUND),
    share("ImageId=$lent&IsPublic=true", &c::IMAGE_NOT_FOUND),
    share("ImageId=$published&IsPublic=false", &c::IMAGE_NOT_FOUND),
    share("ImageId=$system_image&AddAccount.1=6543210987654321", &c::IMAGE_NOT_FOUND),
    share("ImageId=$plain&RegionId=cn-beijing", &c::IMAGE_NOT_FOUND),
    // With whom.
    share("ImageId=$plain&AddAccount.1=1000000000000000", &c::SHARE_ACCOUNT_NOT_FOUND),
    share("ImageId=$plain&RemoveAccount.1=1000000000000000", &c::SHARE_ACCOUNT_NOT_FOUND),
    share(
        "ImageId=$shared&RemoveAccount.1=6543210987654321&RemoveAccount.2=1000000000000000",
        &c::SHARE_ACCOUNT_NOT_FOUND,
    ),
    share("ImageId=$plain&AddAccount.1=me", &c::SHARE_ACCOUNT_NOT_FOUND),
    share("ImageId=$plain&RemoveAccount.1=me", &c::SHARE_ACCOUNT_NOT_FOUND),
    share("ImageId=$plain&AddAccount.1=0", &c::SHARE_ACCOUNT_NOT_FOUND),
    share("ImageId=$plain&AddAccount.1=1234567890123456", &c::SHARE_WITH_OWNER),
    share("ImageId=$plain&RemoveAccount.1=1234567890123456", &c::SHARE_WITH_OWNER),
    share("ImageId=$plain&AddAccount.1001=6543210987654321", &c::INVALID_PARAMETER).with("AddAccount.1001"),
    share("ImageId=$plain&AddAccount=6543210987654321", &c::INVALID_PARAMETER).with("AddAccount"),
    share("ImageId=$crowded&AddAccount.1=$one_more", &c::SHARE_QUOTA),
    share("ImageId=$crowded&AddAccount.1=$one_more&DryRun=true", &c::SHARE_QUOTA),
    share("ImageId=$deprecated&AddAccount.1=6543210987654321", &c::SHARE_OF_DEPRECATED),
    share("ImageId=$deprecated&IsPublic=true", &c::SHARE_OF_DEPRECATED),
    share("ImageId=$public&AddAccount.1=6543210987654321", &c::SHARE_OF_PUBLIC),
    share("ImageId=$public&IsPublic=true", &c::SHARE_OF_PUBLIC),
    share("ImageId=$plain&IsPublic=false", &c::SHARE_NOT_PUBLIC),
    share("ImageId=$plain&IsPublic=true&AddAccount.1=6543210987654321", &c::SHARE_PUBLIC_AND_ACCOUNTS),
    share("ImageId=$plain&IsPublic=maybe", &c::INVALID_PARAMETER).with("IsPublic"),
    share("ImageId=$plain&LaunchPermission=SOME", &c::LAUNCH_PERMISSION_INVALID),
    share(
        "ImageId=$plain&LaunchPermission=HIDDEN&AddAccount.1=6543210987654321",
        &c::LAUNCH_PERMISSION_UNNECESSARY,
    ),
    share("ImageId=$plain&AddAccount.1=6543210987654321&DryRun=true", &c::DRY_RUN),
    share("ImageId=$plain&IsPublic=true&DryRun=true", &c::DRY_RUN),
    share("ImageId=$plain&DryRun=maybe", &c::INVALID_PARAMETER).with("DryRun"),
    // DescribeImageSharePermission.
    shares("RegionId=&ImageId=$shared", &c::MISSING_PARAMETER).with("RegionId"),
    shares("RegionId=mars&ImageId=$shared", &c::REGION_NOT_FOUND),
    shares("", &c::MISSING_PARAMETER).with("ImageId"),
    shares("ImageId=m-none", &c::IMAGE_NOT_FOUND),
    shares("ImageId=m 1", &c::IMAGE_NOT_FOUND),
    shares("ImageId=$foreign", &c::IMAGE_NOT_FOUND),
    shares("ImageId=$lent", &c::IMAGE_NOT_FOUND),
    shares("ImageId=$published", &c::IMAGE_NOT_FOUND),
    shares("ImageId=$system_image", &c::IMAGE_NOT_FOUND),
    shares("ImageId=$shared&RegionId=cn-beijing", &c::IMAGE_NOT_FOUND),
    shares("ImageId=$shared&PageNumber=0", &c::INVALID_PARAMETER).with("PageNumber"),
    shares("ImageId=$shared&PageSize=101", &c::INVALID_PARAMETER).with("PageSize"),
];
