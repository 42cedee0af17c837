//! A call of every action that names something of the owner's, with words for what is named.

/// Reads, each of something that `$word` stands for.
pub(super) static READS: &[(&str, &str)] = &[
    ("DescribeImages", "ImageId=$image&Status=ALL"),
    ("DescribeImages", "ImageId=$copy&Status=ALL"),
    ("DescribeImages", "ImageName=$name"),
    ("DescribeImages", "ImageFamily=$family"),
    ("DescribeImages", "ImageFamily=$qualified"),
    ("DescribeImages", "SnapshotId=$snapshot"),
    ("DescribeImages", "Tag.1.Key=$tag"),
    ("DescribeImages", "ResourceGroupId=$group"),
    ("DescribeImageFromFamily", "ImageFamily=$family"),
    ("DescribeImageFromFamily", "ImageFamily=$family&Revision=1000000"),
    ("DescribeImageFromFamily", "ImageFamily=$qualified"),
    ("DescribeImageFamilyHistory", "ImageFamily=$family"),
    ("ExplainImageFamily", "ImageFamily=$family"),
    ("DescribeImageSharePermission", "ImageId=$image"),
    ("DescribeImageSupportInstanceTypes", "ImageId=$image"),
    ("DescribeImageSupportInstanceTypes", "Filter.1.Key=imageId&Filter.1.Value=$image"),
    ("DescribeSnapshots", "SnapshotIds=$snapshot"),
    ("DescribeSnapshots", "DiskId=$disk"),
    ("DescribeSnapshots", "Tag.1.Key=$tag"),
    ("DescribeTasks", "TaskIds=$task"),
    ("DescribeTasks", "ResourceIds.1=$image"),
    ("DescribeTaskAttribute", "TaskId=$task"),
    ("ListTagResources", "ResourceType=image&ResourceId.1=$image"),
    ("ListTagResources", "ResourceType=snapshot&ResourceId.1=$disk_snapshot"),
    ("ListTagResources", "ResourceType=image&Tag.1.Key=$tag"),
    ("ListTagResources", "ResourceType=image&TagFilter.1.TagKey=$tag"),
    ("DescribeTags", "ResourceId=$image"),
    ("DescribeTags", "Tag.1.Key=$tag"),
    ("DescribeResourceByTags", "Tag.1.Key=$tag"),
];

/// Reads that name nothing: they show what there is.
pub(super) static LISTS: &[(&str, &str)] = &[
    ("DescribeImages", "Status=ALL"),
    ("DescribeImages", "ImageName=*"),
    ("DescribeImages", "ImageOwnerAlias=self&Status=ALL"),
    ("DescribeImages", "ImageOwnerAlias=others"),
    ("DescribeImages", "ImageOwnerAlias=others&IsPublic=true"),
    ("DescribeImages", "ImageOwnerId=1234567890123456"),
    ("DescribeImages", "ImageOwnerId=1234567890123456&ImageOwnerAlias=others"),
    ("ListImageFamilies", ""),
    ("DescribeSnapshots", ""),
    ("DescribeTasks", ""),
    ("DescribeTags", ""),
    ("DescribeResourceByTags", ""),
];

/// Writes, in an order in which the owner can make them all.
pub(super) static WRITES: &[(&str, &str)] = &[
    ("CreateImage", "SnapshotId=$snapshot"),
    ("CreateImage", "DiskDeviceMapping.1.SnapshotId=$snapshot"),
    ("CreateImage", "SnapshotId=$snapshot&DryRun=true"),
    ("CreateImage", "InstanceId=$instance"),
    ("CreateSnapshot", "DiskId=$disk"),
    ("CreateSnapshot", "RegionId=&DiskId=$disk"),
    ("ModifySnapshotAttribute", "SnapshotId=$snapshot&SnapshotName=mine"),
    ("ModifySnapshotAttribute", "RegionId=&SnapshotId=$snapshot&SnapshotName=mine"),
    ("ModifyImageAttribute", "ImageId=$image&ImageName=mine"),
    ("ModifyImageAttribute", "ImageId=$image&ImageFamily=mine"),
    ("ModifyImageAttribute", "ImageId=$image&DryRun=true"),
    ("ModifyImageSharePermission", "ImageId=$image&AddAccount.1=2000000000000001"),
    ("ModifyImageSharePermission", "ImageId=$image&RemoveAccount.1=2000000000000001"),
    ("ModifyImageSharePermission", "ImageId=$image&IsPublic=true"),
    ("ModifyImageSharePermission", "ImageId=$image&IsPublic=false"),
    ("ModifyImageSharePermission", "ImageId=$image&DryRun=true"),
    ("TagResources", "ResourceType=image&ResourceId.1=$image&Tag.1.Key=mine"),
    ("TagResources", "ResourceType=snapshot&ResourceId.1=$snapshot&Tag.1.Key=mine"),
    ("UntagResources", "ResourceType=image&ResourceId.1=$image&All=true"),
    ("UntagResources", "ResourceType=snapshot&ResourceId.1=$snapshot&TagKey.1=$tag"),
    ("AddTags", "ResourceType=image&ResourceId=$image&Tag.1.Key=mine"),
    ("RemoveTags", "ResourceType=image&ResourceId=$image&Tag.1.Key=$tag"),
    ("JoinResourceGroup", "ResourceType=image&ResourceId=$image&ResourceGroupId=rg-mine"),
    ("JoinResourceGroup", "ResourceType=snapshot&ResourceId=$snapshot&ResourceGroupId=rg-mine"),
    ("RegisterImageUsage", "ImageId=$image&InstanceId=i-mine"),
    ("DeregisterImageUsage", "InstanceId=$instance"),
    ("CopyImage", "ImageId=$image"),
    ("CopyImage", "ImageId=$image&DestinationRegionId=cn-beijing"),
    ("CancelTask", "TaskId=$task"),
    ("ExportImage", "ImageId=$image&OSSBucket=golden-images&OSSPrefix=mine&DryRun=true"),
    ("ExportImage", "ImageId=$image&OSSBucket=golden-images&OSSPrefix=mine"),
    ("CancelCopyImage", "ImageId=$copy"),
    ("DeleteSnapshot", "SnapshotId=$disk_snapshot"),
    ("DeleteImage", "ImageId=$other&DryRun=true"),
    ("DeleteImage", "ImageId=$other"),
];

/// Actions that have to do with nothing of an account but the caller's key; and ImportImage, which names an object of a
/// bucket, which no account owns.
pub(super) const OF_NO_ACCOUNT: &[&str] =
    &["DescribeEndpoints", "DescribeRegions", "DescribeZones", "GetCallerIdentity", "ImportImage"];
