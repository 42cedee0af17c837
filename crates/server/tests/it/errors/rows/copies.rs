//! What CopyImage and CancelCopyImage refuse.

use imagekin_rpc::{Code, codes as c};

use super::{Row, row};

const fn copy(params: &'static str, code: &'static Code) -> Row {
    row("CopyImage", params, code)
}

const fn cancel(params: &'static str, code: &'static Code) -> Row {
    row("CancelCopyImage", params, code)
}

pub(super) static ROWS: &[Row] = &[
    // From where to where.
    copy("RegionId=&ImageId=$plain", &c::MISSING_PARAMETER).with("RegionId"),
    copy("RegionId=mars&ImageId=$plain", &c::SOURCE_REGION_NOT_FOUND),
    copy("ImageId=$plain&DestinationRegionId=mars", &c::DESTINATION_REGION_NOT_FOUND),
    copy("DestinationRegionId=cn-beijing", &c::MISSING_PARAMETER).with("ImageId"),
    // Of which image.
    copy("ImageId=m-none", &c::IMAGE_NOT_FOUND),
    copy("ImageId=m 1", &c::IMAGE_NOT_FOUND),
    copy("ImageId=$foreign", &c::IMAGE_NOT_FOUND),
    copy("ImageId=$foreign&DestinationRegionId=cn-beijing", &c::IMAGE_NOT_FOUND),
    copy("ImageId=$foreign&DryRun=true", &c::IMAGE_NOT_FOUND),
    copy("ImageId=$plain&RegionId=cn-beijing", &c::IMAGE_NOT_FOUND),
    copy("ImageId=$system_image", &c::IMAGE_NOT_FOUND),
    copy("ImageId=$published", &c::COPY_OF_PUBLIC_IMAGE),
    copy("ImageId=$public", &c::COPY_OF_PUBLIC_IMAGE),
    copy("ImageId=$lent&DestinationRegionId=cn-beijing", &c::COPY_IN_SAME_REGION_ONLY),
    copy("ImageId=$deprecated", &c::IMAGE_NOT_AVAILABLE_COPY),
    copy("ImageId=$failed", &c::IMAGE_NOT_AVAILABLE_COPY),
    copy("ImageId=$creating", &c::IMAGE_NOT_AVAILABLE_COPY),
    copy("ImageId=$copying", &c::IMAGE_NOT_AVAILABLE_COPY),
    copy("ImageId=$golden", &c::COPY_CONFLICT),
    // What it is to be like.
    copy("ImageId=$plain&DestinationImageName=1st", &c::IMAGE_NAME_MALFORMED_COPY),
    copy("ImageId=$plain&DestinationImageName=golden", &c::IMAGE_NAME_TAKEN_COPY),
    copy("ImageId=$plain&DestinationDescription=a", &c::DESCRIPTION_MALFORMED_COPY),
    copy("ImageId=$plain&DestinationDescription=$a257", &c::DESCRIPTION_MALFORMED_COPY),
    copy("ImageId=$plain&Encrypted=perhaps", &c::INVALID_PARAMETER).with("Encrypted"),
    copy("ImageId=$plain&Encrypted=true", &c::KMS_NOT_ENABLED),
    copy("ImageId=$plain&Encrypted=true&KMSKeyId=key&EncryptAlgorithm=SM4-128", &c::KMS_NOT_ENABLED),
    copy("ImageId=$plain&KMSKeyId=key", &c::KEY_WITHOUT_ENCRYPTION),
    copy("ImageId=$plain&Encrypted=false&KMSKeyId=key", &c::KEY_WITHOUT_ENCRYPTION),
    copy("ImageId=$plain&EncryptAlgorithm=aes-256", &c::ALGORITHM_WITHOUT_ENCRYPTION),
    copy("ImageId=$plain&Encrypted=true&EncryptAlgorithm=rot13", &c::ENCRYPT_ALGORITHM_INVALID),
    copy("ImageId=$plain&ResourceGroupId=no group", &c::RESOURCE_GROUP_NOT_FOUND),
    copy("ImageId=$plain&Tag.1.Key=acs:mine", &c::TAG_KEY_MALFORMED),
    copy("ImageId=$plain&Tag.1.Key=k&Tag.1.Value=$a129", &c::TAG_VALUE_MALFORMED),
    copy("ImageId=$plain&Tag.1.Key=k&Tag.2.Key=k", &c::TAG_KEY_REPEATED),
    copy("ImageId=$plain&Tag.*21.Key=k", &c::TOO_MANY_TAGS),
    // How many there may be, how often, and whether at all.
    copy("ImageId=$plain&DestinationRegionId=cn-beijing", &c::IMAGE_QUOTA_COPY).with("30"),
    copy("ImageId=$plain&ClientToken=used", &c::CLIENT_TOKEN_REUSED),
    copy("ImageId=$plain&ClientToken=$a129", &c::CLIENT_TOKEN_MALFORMED),
    copy("ImageId=$plain&DryRun=true", &c::DRY_RUN),
    copy("ImageId=$lent&DryRun=true", &c::DRY_RUN),
    copy("ImageId=$plain&DryRun=perhaps", &c::INVALID_PARAMETER).with("DryRun"),
    // CancelCopyImage.
    cancel("RegionId=&ImageId=$copying", &c::MISSING_PARAMETER).with("RegionId"),
    cancel("RegionId=mars&ImageId=$copying", &c::REGION_NOT_FOUND_ZONES),
    cancel("", &c::MISSING_PARAMETER).with("ImageId"),
    cancel("ImageId=m-none", &c::IMAGE_NOT_FOUND),
    cancel("ImageId=m 1", &c::IMAGE_NOT_FOUND),
    cancel("ImageId=$foreign", &c::IMAGE_NOT_FOUND),
    cancel("ImageId=$lent", &c::IMAGE_NOT_FOUND),
    cancel("ImageId=$copying&RegionId=cn-beijing", &c::IMAGE_NOT_FOUND),
    cancel("ImageId=$golden", &c::IMAGE_NOT_FROM_COPY),
    cancel("ImageId=$importing", &c::IMAGE_NOT_FROM_COPY),
    cancel("ImageId=$copy", &c::COPY_COMPLETED),
    cancel("ImageId=$failed_copy", &c::COPY_FAILED),
];
