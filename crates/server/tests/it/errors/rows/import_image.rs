//! What ImportImage refuses: of what it is told, and of the bytes it is shown.

use imagekin_rpc::{Code, codes as c};

use super::{Row, row};

/// A call that names no disk.
const fn import(params: &'static str, code: &'static Code) -> Row {
    row("ImportImage", params, code)
}

/// A call that imports a sound disk, `$params` added.
macro_rules! disk {
    ($params:literal, $code:expr) => {
        import(
            concat!(
                "DiskDeviceMapping.1.OSSBucket=golden-images&DiskDeviceMapping.1.OSSObject=disk.qcow2&",
                $params
            ),
            $code,
        )
    };
}

/// A call that imports an object of the bucket.
macro_rules! object {
    ($object:literal, $code:expr) => {
        import(
            concat!("DiskDeviceMapping.1.OSSBucket=golden-images&DiskDeviceMapping.1.OSSObject=", $object),
            $code,
        )
    };
}

pub(super) static ROWS: &[Row] = &[
    // Where.
    disk!("RegionId=", &c::IMPORT_PARAMETER_MISSING).with("RegionId"),
    disk!("RegionId=mars", &c::REGION_NOT_FOUND_IMPORT),
    // Of what.
    import("ImageName=made-of-nothing", &c::DISK_MAPPING_MISSING),
    import("DiskDeviceMapping.1.OSSObject=disk.qcow2", &c::IMPORT_PARAMETER_MISSING)
        .with("DiskDeviceMapping.1.OSSBucket"),
    import("DiskDeviceMapping.1.OSSBucket=golden-images", &c::IMPORT_PARAMETER_MISSING)
        .with("DiskDeviceMapping.1.OSSObject"),
    disk!("DiskDeviceMapping.2.OSSBucket=golden-images", &c::IMPORT_PARAMETER_MISSING)
        .with("DiskDeviceMapping.2.OSSObject"),
    import(
        "DiskDeviceMapping.1.OSSBucket=Golden_Images&DiskDeviceMapping.1.OSSObject=disk.qcow2",
        &c::OSS_BUCKET_MALFORMED,
    ),
    import(
        "DiskDeviceMapping.1.OSSBucket=../cn-beijing&DiskDeviceMapping.1.OSSObject=disk.qcow2",
        &c::OSS_BUCKET_MALFORMED,
    ),
    import(
        "DiskDeviceMapping.1.OSSBucket=no-such-bucket&DiskDeviceMapping.1.OSSObject=disk.qcow2",
        &c::OSS_BUCKET_NOT_FOUND,
    ),
    import(
        "DiskDeviceMapping.1.OSSBucket=imagekin-snapshots&DiskDeviceMapping.1.OSSObject=1234567890123456/x",
        &c::OSS_NOT_AUTHORIZED,
    ),
    object!("../../../master.key", &c::OSS_OBJECT_MALFORMED),
    object!("/etc/passwd", &c::OSS_OBJECT_MALFORMED),
    object!("a//b", &c::OSS_OBJECT_MALFORMED),
    object!("no-such.qcow2", &c::OSS_OBJECT_NOT_FOUND),
    object!("disk.qcow2/within", &c::OSS_OBJECT_NOT_FOUND),
    // The bytes.
    object!("empty.raw", &c::OSS_OBJECT_EMPTY),
    object!("disk.raw.gz", &c::OSS_OBJECT_SUFFIX),
    object!("notes.txt", &c::IMAGE_FORMAT_BROKEN),
    object!("backed.qcow2", &c::IMAGE_FORMAT_BROKEN),
    object!("small-table.vhd", &c::VHD_SIZE_INCORRECT),
    object!("odd-blocks.vhd", &c::BLOCK_SIZE_UNSUPPORTED),
    object!("huge.qcow2", &c::IMAGE_SIZE_INVALID),
    disk!("DiskDeviceMapping.1.Format=VMDK", &c::IMAGE_FORMAT_MALFORMED),
    disk!("DiskDeviceMapping.1.Format=RAW", &c::IMAGE_FORMAT_MALFORMED),
    disk!("DiskDeviceMapping.1.DiskImageSize=19", &c::IMAGE_SIZE_INVALID)
        .with("The disk image needs 20 GiB, and a disk of 19 GiB is not between that and 2048 GiB."),
    disk!("DiskDeviceMapping.1.DiskImSize=2049", &c::IMAGE_SIZE_INVALID),
    disk!(
        "DiskDeviceMapping.2.OSSBucket=golden-images&DiskDeviceMapping.2.OSSObject=disk.qcow2&\
         DiskDeviceMapping.2.DiskImageSize=19",
        &c::DATA_DISK_SIZE_INVALID
    ),
    disk!("DiskDeviceMapping.1.DiskImageSize=many", &c::INVALID_PARAMETER)
        .with("DiskDeviceMapping.1.DiskImageSize"),
    disk!("DiskDeviceMapping.1.Device=/dev/xvdb", &c::DEVICE_MALFORMED_IMPORT),
    // What it is to be like.
    disk!("ImageName=1st", &c::IMAGE_NAME_MALFORMED_IMPORT),
    disk!("ImageName=golden", &c::IMAGE_NAME_TAKEN_IMPORT),
    disk!("Description=a", &c::DESCRIPTION_MALFORMED_IMPORT),
    disk!("Architecture=sparc", &c::ARCHITECTURE_MALFORMED),
    disk!("OSType=plan9", &c::OS_TYPE_MALFORMED),
    disk!("Platform=Solaris", &c::PLATFORM_MALFORMED),
    disk!("BootMode=Floppy", &c::BOOT_MODE_UNKNOWN_IMPORT),
    disk!("BootMode=UEFI-Preferred", &c::BOOT_MODE_UNKNOWN_IMPORT),
    disk!("BootMode=BIOS&Architecture=arm64", &c::BOOT_MODE_UNSUPPORTED),
    disk!("LicenseType=GPL", &c::LICENSE_TYPE_UNSUPPORTED_IMPORT),
    disk!("Features.ImdsSupport=v3", &c::IMDS_SUPPORT_UNKNOWN),
    disk!("Features.NvmeSupport=perhaps", &c::NVME_SUPPORT_UNKNOWN),
    disk!("DetectionStrategy=Strict", &c::DETECTION_STRATEGY_INVALID),
    disk!("ResourceGroupId=no group", &c::RESOURCE_GROUP_NOT_FOUND),
    disk!("StorageLocationArn=arn:acs:cloudbox:1", &c::STORAGE_LOCATION_NOT_FOUND).with("arn:acs:cloudbox:1"),
    disk!("Tag.1.Key=k&Tag.2.Key=k", &c::TAG_KEY_REPEATED_IMPORT),
    disk!("Tag.1.Key=aliyun", &c::TAG_KEY_MALFORMED),
    disk!("Tag.1.Key=k&Tag.1.Value=$a129", &c::TAG_VALUE_MALFORMED),
    // How many there may be, how often, and whether at all.
    disk!("RegionId=cn-beijing", &c::IMAGE_QUOTA),
    disk!("ClientToken=used", &c::CLIENT_TOKEN_REUSED),
    disk!("ClientToken=$a129", &c::CLIENT_TOKEN_MALFORMED),
    disk!("DryRun=true", &c::DRY_RUN),
    disk!("DryRun=1", &c::INVALID_PARAMETER).with("DryRun"),
];
