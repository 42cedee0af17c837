//! What CreateImage refuses.

use imagekin_rpc::{Code, codes as c};

use super::{Row, row};

const fn create(params: &'static str, code: &'static Code) -> Row {
    row("CreateImage", params, code)
}

pub(super) static ROWS: &[Row] = &[
    // Where.
    create("RegionId=&SnapshotId=$system", &c::MISSING_PARAMETER).with("RegionId"),
    create("RegionId=mars&SnapshotId=$system", &c::REGION_NOT_FOUND),
    create("RegionId=CN-HANGZHOU&SnapshotId=$system", &c::REGION_NOT_FOUND),
    // Of what.
    create("ImageName=made-of-nothing", &c::SOURCE_MISSING),
    create("SnapshotId=", &c::SOURCE_MISSING),
    create("DiskDeviceMapping.1.SnapshotId=&DiskDeviceMapping.1.Size=0", &c::SOURCE_MISSING),
    create("SnapshotId=s-none", &c::SNAPSHOT_NOT_FOUND),
    create("SnapshotId=s 1", &c::SNAPSHOT_NOT_FOUND),
    create("SnapshotId=$far", &c::SNAPSHOT_NOT_FOUND),
    create("SnapshotId=$strange", &c::SNAPSHOT_NOT_FOUND),
    create("SnapshotId=$unready", &c::SNAPSHOT_NOT_READY),
    create("SnapshotId=$ancient", &c::SNAPSHOT_TOO_OLD),
    create("SnapshotId=$data", &c::SNAPSHOT_NOT_OF_SYSTEM_DISK),
    create("SnapshotId=$data&DiskDeviceMapping.1.Size=0", &c::SNAPSHOT_NOT_OF_SYSTEM_DISK),
    create("InstanceId=i-none", &c::INSTANCE_NOT_FOUND),
    create("InstanceId=i 1", &c::INSTANCE_NOT_FOUND),
    create("InstanceId=i-strange", &c::INSTANCE_NOT_FOUND),
    create("InstanceId=i-golden&RegionId=cn-beijing", &c::INSTANCE_NOT_FOUND),
    create("InstanceId=i-pending", &c::INSTANCE_STATUS_INCORRECT),
    create("InstanceId=i-bare", &c::INSTANCE_WITHOUT_SYSTEM_DISK),
    create("InstanceId=i-headless", &c::INSTANCE_WITHOUT_SYSTEM_DISK),
    create("InstanceId=i-golden&DryRun=true", &c::DRY_RUN),
    create("InstanceId=i-none&SnapshotId=$system", &c::INSTANCE_NOT_FOUND),
    create("DiskDeviceMapping.1.SnapshotId=$data", &c::SYSTEM_SNAPSHOT_MISSING),
    create("DiskDeviceMapping.1.Size=40", &c::SYSTEM_SNAPSHOT_MISSING),
    create(
        "DiskDeviceMapping.1.SnapshotId=$system&DiskDeviceMapping.2.SnapshotId=$system",
        &c::SYSTEM_SNAPSHOT_REPEATED,
    ),
    create(
        "DiskDeviceMapping.1.SnapshotId=$system&DiskDeviceMapping.2.SnapshotId=$strange",
        &c::SNAPSHOT_NOT_FOUND,
    ),
    create("SnapshotId=$system&DiskDeviceMapping.1.DiskType=floppy", &c::DISK_TYPE_UNKNOWN),
    create("SnapshotId=$system&DiskDeviceMapping.1.Device=/dev/sdb", &c::DEVICE_MALFORMED),
    create(
        "DiskDeviceMapping.1.SnapshotId=$system&DiskDeviceMapping.1.Device=/dev/xvdb",
        &c::DEVICE_MALFORMED,
    ),
    create(
        "SnapshotId=$system&DiskDeviceMapping.1.Device=/dev/xvdb&DiskDeviceMapping.2.Device=/dev/xvdb",
        &c::DEVICE_TAKEN,
    ),
    create("DiskDeviceMapping.1.SnapshotId=$system&DiskDeviceMapping.1.Size=19", &c::DISK_SIZE_OUT_OF_RANGE),
    create(
        "DiskDeviceMapping.1.SnapshotId=$system&DiskDeviceMapping.1.Size=2049",
        &c::DISK_SIZE_OUT_OF_RANGE,
    ),
    create("SnapshotId=$system&DiskDeviceMapping.1.Size=-1", &c::INVALID_PARAMETER)
        .with("DiskDeviceMapping.1.Size"),
    create("SnapshotId=$system&DiskDeviceMapping.1.Size=4294967296", &c::INVALID_PARAMETER)
        .with("DiskDeviceMapping.1.Size"),
    create("SnapshotId=$system&DiskDeviceMapping.0.Size=40", &c::INVALID_PARAMETER)
        .with("DiskDeviceMapping.0"),
    // What it is to be like.
    create("SnapshotId=$system&ImageName=1st", &c::IMAGE_NAME_MALFORMED),
    create("SnapshotId=$system&ImageName=a", &c::IMAGE_NAME_MALFORMED),
    create("SnapshotId=$system&ImageName=$a129", &c::IMAGE_NAME_MALFORMED),
    create("SnapshotId=$system&ImageName=http://image", &c::IMAGE_NAME_MALFORMED),
    create("SnapshotId=$system&ImageName=golden", &c::IMAGE_NAME_TAKEN),
    create("SnapshotId=$system&Description=a", &c::DESCRIPTION_MALFORMED),
    create("SnapshotId=$system&Description=$a257", &c::DESCRIPTION_MALFORMED),
    create("SnapshotId=$system&Description=https://image", &c::DESCRIPTION_MALFORMED),
    create("SnapshotId=$system&ImageVersion=$a41", &c::IMAGE_VERSION_MALFORMED),
    create("SnapshotId=$system&ImageFamily=1st", &c::FAMILY_NAME_MALFORMED),
    create("SnapshotId=$system&ImageFamily=acs:mine", &c::FAMILY_NAME_MALFORMED),
    create("SnapshotId=$system&ImageFamily=aliyun-mine", &c::FAMILY_NAME_MALFORMED),
    create("SnapshotId=$system&ImageFamily=$a129", &c::FAMILY_NAME_MALFORMED),
    create("SnapshotId=$system&Architecture=sparc", &c::ARCHITECTURE_MALFORMED),
    create("SnapshotId=$system&Platform=Solaris", &c::PLATFORM_MALFORMED),
    create("SnapshotId=$system&BootMode=Floppy", &c::BOOT_MODE_UNKNOWN),
    create("SnapshotId=$system&BootMode=BIOS&Architecture=arm64", &c::BOOT_MODE_UNSUPPORTED),
    create("SnapshotId=$system&Features.ImdsSupport=v3", &c::IMDS_SUPPORT_UNKNOWN),
    create("SnapshotId=$system&Features={\"ImdsSupport\":\"v3\"}", &c::IMDS_SUPPORT_UNKNOWN),
    create("SnapshotId=$system&Features={\"ImdsSupport\":", &c::INVALID_PARAMETER).with("Features"),
    create("SnapshotId=$system&Features={\"ImdsSupport\":1}", &c::INVALID_PARAMETER).with("Features"),
    create("SnapshotId=$system&Features=$deep", &c::INVALID_PARAMETER).with("Features"),
    create("SnapshotId=$system&DetectionStrategy=Strict", &c::DETECTION_STRATEGY_INVALID),
    create("SnapshotId=$system&ResourceGroupId=no group", &c::RESOURCE_GROUP_NOT_FOUND),
    create("SnapshotId=$system&Tag.1.Value=of-no-key", &c::TAG_KEY_MALFORMED),
    create("SnapshotId=$system&Tag.1.Key=acs:mine", &c::TAG_KEY_MALFORMED),
    create("SnapshotId=$system&Tag.1.Key=$a129", &c::TAG_KEY_MALFORMED),
    create("SnapshotId=$system&Tag.1.Key=k&Tag.1.Value=$a129", &c::TAG_VALUE_MALFORMED),
    create("SnapshotId=$system&Tag.1.Key=k&Tag.1.Value=acs:mine", &c::TAG_VALUE_MALFORMED),
    create("SnapshotId=$system&Tag.1.Key=k&Tag.2.Key=k", &c::TAG_KEY_REPEATED),
    create("SnapshotId=$system&Tag.*21.Key=k", &c::TOO_MANY_TAGS),
    create("SnapshotId=$system&Tag.999999999.Key=k", &c::INVALID_PARAMETER).with("Tag.999999999"),
    create("SnapshotId=$system&Tag=k", &c::INVALID_PARAMETER).with("Tag"),
    // How many there may be.
    create("SnapshotId=$system&ImageFamily=full", &c::FAMILY_FULL_CREATE),
    create("SnapshotId=$system&ImageFamily=third", &c::FAMILY_QUOTA_CREATE),
    create("SnapshotId=$far&RegionId=cn-beijing", &c::IMAGE_QUOTA),
    // How often, and whether at all.
    create("SnapshotId=$system&ClientToken=used", &c::CLIENT_TOKEN_REUSED_CREATE),
    create("SnapshotId=$system&ClientToken=$a129", &c::CLIENT_TOKEN_MALFORMED),
    create("SnapshotId=$system&ClientToken=令牌", &c::CLIENT_TOKEN_MALFORMED),
    create("SnapshotId=$system&DryRun=true", &c::DRY_RUN),
    create("SnapshotId=$system&DryRun=True&ImageName=dry&ClientToken=dry", &c::DRY_RUN),
    create("SnapshotId=$system&DryRun=maybe", &c::INVALID_PARAMETER).with("DryRun"),
];
