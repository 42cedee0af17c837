//! What ExportImage refuses.

use imagekin_rpc::{Code, codes as c};

use super::{Row, row};

/// A call with these parameters and no more.
const fn export(params: &'static str, code: &'static Code) -> Row {
    row("ExportImage", params, code)
}

/// A call that exports an image into a bucket that is there, `$params` added.
macro_rules! image {
    ($image:literal, $params:literal, $code:expr) => {
        export(concat!("ImageId=", $image, "&OSSBucket=golden-images&", $params), $code)
    };
}

pub(super) static ROWS: &[Row] = &[
    // Which image, and where to.
    image!("$plain", "RegionId=", &c::IMPORT_PARAMETER_MISSING).with("RegionId"),
    image!("$plain", "RegionId=mars", &c::REGION_NOT_FOUND_IMPORT),
    export("OSSBucket=golden-images", &c::IMPORT_PARAMETER_MISSING).with("ImageId"),
    export("ImageId=$plain", &c::IMPORT_PARAMETER_MISSING).with("OSSBucket"),
    image!("m-none", "", &c::IMAGE_NOT_FOUND),
    image!("m 1", "", &c::IMAGE_NOT_FOUND),
    image!("$foreign", "", &c::IMAGE_NOT_FOUND),
    image!("$foreign", "DryRun=true", &c::IMAGE_NOT_FOUND),
    image!("$plain", "RegionId=cn-beijing", &c::IMAGE_NOT_FOUND),
    image!("$lent", "ImageFormat=qcow2", &c::IMAGE_CATEGORY_UNSUPPORTED),
    image!("$published", "ImageFormat=qcow2", &c::IMAGE_CATEGORY_UNSUPPORTED),
    image!("$system_image", "ImageFormat=qcow2", &c::IMAGE_CATEGORY_UNSUPPORTED),
    image!("$public", "ImageFormat=qcow2", &c::IMAGE_CATEGORY_UNSUPPORTED),
    image!("$deprecated", "ImageFormat=qcow2", &c::IMAGE_NOT_AVAILABLE_EXPORT),
    image!("$failed", "ImageFormat=qcow2", &c::IMAGE_NOT_AVAILABLE_EXPORT),
    image!("$importing", "ImageFormat=qcow2", &c::IMAGE_NOT_AVAILABLE_EXPORT),
    image!("$exported", "ImageFormat=qcow2", &c::IMAGE_IS_EXPORTING),
    image!("$spacious", "ImageFormat=qcow2", &c::IMAGE_DISKS_UNSUPPORTED),
    export("ImageId=$plain&OSSBucket=no-such-bucket", &c::OSS_BUCKET_NOT_FOUND),
    export("ImageId=$plain&OSSBucket=Golden_Images", &c::OSS_BUCKET_NOT_FOUND),
    export("ImageId=$plain&OSSBucket=../cn-beijing", &c::OSS_BUCKET_NOT_FOUND),
    export("ImageId=$plain&OSSBucket=imagekin-snapshots", &c::OSS_NOT_AUTHORIZED),
    // As what.
    image!("$plain", "OSSPrefix=a-b", &c::OSS_PREFIX_MALFORMED),
    image!("$plain", "OSSPrefix=../up", &c::OSS_PREFIX_MALFORMED),
    image!("$plain", "OSSPrefix=$a41", &c::OSS_PREFIX_MALFORMED),
    image!("$plain", "ImageFormat=iso", &c::IMAGE_FORMAT_MALFORMED),
    image!("$plain", "ImageFormat=vmdk", &c::IMAGE_FORMAT_UNSUPPORTED),
    image!("$plain", "ImageFormat=vdi", &c::IMAGE_FORMAT_UNSUPPORTED),
    image!("$plain", "ImageFormat=qcow2&DryRun=true", &c::DRY_RUN),
    image!("$plain", "DryRun=perhaps", &c::INVALID_PARAMETER).with("DryRun"),
];
