//! Every code of the wire, once: its HTTP status and its text, as the vendor spells them (mistakes included, clients
//! match on them). Sources: spec/actions.json per action, spec/protocol.md d for those of the gateway.

/// A code that an answer can carry.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// The code, e.g. `InvalidRegionId.NotFound`.
    pub code: &'static str,
    /// HTTP status.
    pub status: u16,
    /// The text; a `{}` in it stands for a part that [`Fault::with`](crate::Fault::with) fills in.
    pub message: &'static str,
}

/// Declares the codes, and the list of all of them that the coverage test walks.
macro_rules! codes {
    ($($name:ident = $status:literal, $code:literal, $message:literal;)*) => {
        $(#[doc = concat!($status, " `", $code, "`: ", $message)]
        pub static $name: Code = Code { code: $code, status: $status, message: $message };)*

        /// Every code.
        pub static ALL: &[&Code] = &[$(&$name),*];
    };
}

codes! {
    // The gateway: spec/protocol.md d.
    MISSING_PARAMETER = 400, "MissingParameter", "The input parameter \"{}\" that is mandatory for processing this request is not supplied.";
    INVALID_PARAMETER = 400, "InvalidParameter", "The specified parameter \"{}\" is not valid.";
    PARAMETER_REPEATED = 400, "InvalidParameter", "The specified parameter \"{}\" is given more than once.";
    PARAMETERS_UNREADABLE = 400, "InvalidParameter", "The parameters of the request cannot be read: {}.";
    FORMAT_INVALID = 400, "InvalidParameter.Format", "Specified parameter format is not valid.";
    TIMESTAMP_MALFORMED = 400, "InvalidTimeStamp.Format", "Specified time stamp or date value is not well formatted.";
    TIMESTAMP_EXPIRED = 400, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.";
    NONCE_USED = 400, "SignatureNonceUsed", "Specified signature nonce was used already.";
    SIGNATURE_V1_MISMATCH = 400, "SignatureDoesNotMatch", "Specified signature is not matched with our calculation. server string to sign is:{}";
    SIGNATURE_V3_MISMATCH = 400, "SignatureDoesNotMatch", "Specified signature does not match our calculation. {}";
    SIGNATURE_INCOMPLETE = 400, "IncompleteSignature", "The request signature does not conform to Aliyun standards. {}";
    SIGNATURE_METHOD_INVALID = 400, "InvalidSignatureMethod", "Specified signature method is not valid.";
    SIGNATURE_VERSION_INVALID = 400, "InvalidParameter", "The specified parameter \"SignatureVersion\" is not valid.";
    ACCESS_KEY_NOT_FOUND = 404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.";
    ACCESS_KEY_INACTIVE = 400, "InvalidAccessKeyId.Inactive", "Specified access key is disabled.";
    FORBIDDEN_BY_RAM = 403, "Forbidden.RAM", "User not authorized to operate on the specified resource, or this API doesn't support RAM.";
    NO_PERMISSION = 403, "NoPermission", "You are not authorized to do this action. You should be authorized by RAM.";
    SECURITY_TOKEN_MISSING = 400, "MissingSecurityToken", "SecurityToken is mandatory for this action.";
    SECURITY_TOKEN_EXPIRED = 400, "InvalidSecurityToken.Expired", "Specified SecurityToken is expired.";
    SECURITY_TOKEN_MISMATCH = 400, "InvalidSecurityToken.MismatchWithAccessKey", "Specified SecurityToken mismatch with the AccessKey.";
    SECURITY_TOKEN_MALFORMED = 400, "InvalidSecurityToken.Malformed", "Specified SecurityToken is malformed.";
    ACTION_NOT_FOUND = 404, "InvalidAction.NotFound", "Specified api is not found, please check your url and method.";
    ACTION_NOT_SUPPORTED = 400, "InvalidAction.NotSupported", "The action {} is not supported by this service.";
    ACTION_OR_VERSION_INVALID = 400, "InvalidParameter", "The specified parameter \"Action or Version\" is not valid.";
    METHOD_UNSUPPORTED = 400, "UnsupportedHTTPMethod", "This HTTP method is not supported.";
    PATH_NOT_FOUND = 404, "InvalidApi.NotFound", "Specified api is not found, please check your url and method.";
    REQUEST_MALFORMED = 400, "InvalidRequest.Malformed", "The request is not well-formed HTTP.";
    REQUEST_URI_TOO_LARGE = 414, "InvalidRequest.TooLarge", "The request line is longer than the limit of 65534 bytes. Send the parameters in a form body instead.";
    REQUEST_HEAD_TOO_LARGE = 431, "InvalidRequest.TooLarge", "The head of the request is longer than the limit.";
    REQUEST_BODY_TOO_LARGE = 413, "InvalidRequest.TooLarge", "The body of the request is longer than the limit of {} bytes.";
    REQUEST_TIMEOUT = 408, "InvalidRequest.Timeout", "The request did not arrive in time.";
    INTERNAL_ERROR = 500, "InternalError", "The request processing has failed due to some unknown error, exception or failure.";
    THROTTLED = 400, "Throttling", "Request was denied due to request throttling.";
    THROTTLED_USER = 400, "Throttling.User", "Request was denied due to user flow control.";
    THROTTLED_API = 429, "Throttling.Api", "Request was denied due to api flow control.";
    SERVICE_UNAVAILABLE = 503, "ServiceUnavailable", "The request has failed due to a temporary failure of the server.";

    // AssumeRole.
    ROLE_BY_ACCOUNT = 403, "NoPermission", "Roles may not be assumed by root accounts.";
    ROLE_ARN_MALFORMED = 400, "InvalidParameter.RoleArn", "The parameter RoleArn is wrongly formed.";
    SESSION_NAME_MALFORMED = 400, "InvalidParameter.RoleSessionName", "The parameter RoleSessionName is wrongly formed.";
    DURATION_INVALID = 400, "InvalidParameter.DurationSeconds", "The Min/Max value of DurationSeconds is 15min/1hr.";
    ROLE_TO_ASSUME_NOT_FOUND = 404, "EntityNotExist.Role", "The specified Role not exists.";
    SESSION_POLICY_MALFORMED = 400, "InvalidParameter.PolicyGrammar", "The parameter Policy has not passed grammar check. {}";
    SOURCE_IDENTITY_NOT_SUPPORTED = 400, "InvalidParameter.SourceIdentity", "This service keeps no SourceIdentity; leave it out.";
    SESSION_POLICY_TOO_LONG = 400, "InvalidParameter.PolicySize", "The size of Policy must be smaller than 2048 bytes.";

    // RAM: names and texts.
    USER_NAME_MALFORMED = 400, "InvalidParameter.UserName.InvalidChars", "The parameter - \"UserName\" contains invalid chars.";
    USER_NAME_TOO_LONG = 400, "InvalidParameter.UserName.Length", "The parameter - \"UserName\" beyond the length limit.";
    GROUP_NAME_MALFORMED = 400, "InvalidParameter.GroupName.InvalidChars", "The parameter - \"GroupName\" contains invalid chars.";
    GROUP_NAME_TOO_LONG = 400, "InvalidParameter.GroupName.Length", "The parameter - \"GroupName\" beyond the length limit.";
    ROLE_NAME_MALFORMED = 400, "InvalidParameter.RoleName.InvalidChars", "The parameter - \"RoleName\" contains invalid chars.";
    ROLE_NAME_TOO_LONG = 400, "InvalidParameter.RoleName.Length", "The parameter - \"RoleName\" beyond the length limit.";
    POLICY_NAME_MALFORMED = 400, "InvalidParameter.PolicyName.InvalidChars", "The parameter - \"PolicyName\" contains invalid chars.";
    POLICY_NAME_TOO_LONG = 400, "InvalidParameter.PolicyName.Length", "The parameter - \"PolicyName\" beyond the length limit.";
    DISPLAY_NAME_TOO_LONG = 400, "InvalidParameter.DisplayName.Length", "The parameter - \"DisplayName\" beyond the length limit.";
    COMMENTS_TOO_LONG = 400, "InvalidParameter.Comments.Length", "The parameter - \"Comments\" beyond the length limit.";
    DESCRIPTION_TOO_LONG = 400, "InvalidParameter.Description.Length", "The parameter - \"Description\" beyond the length limit.";
    POLICY_DOCUMENT_TOO_LONG = 400, "InvalidParameter.PolicyDocument.Length", "The parameter - \"PolicyDocument\" beyond the length limit.";
    TRUST_POLICY_TOO_LONG = 400, "InvalidParameter.AssumeRolePolicyDocument.Length", "The parameter - \"AssumeRolePolicyDocument\" beyond the length limit.";
    POLICY_TYPE_UNKNOWN = 400, "InvalidParameter.PolicyType", "The parameter - \"PolicyType\" is incorrect.";
    VERSION_ID_MALFORMED = 400, "InvalidParameter.VersionId.Format", "The format of the parameter - \"VersionId\" is incorrect.";
    POLICY_MALFORMED = 400, "MalformedPolicyDocument", "{}";

    // RAM: users, groups, roles and policies (the vendor's spelling, mistakes included).
    USER_NOT_FOUND = 404, "EntityNotExist.User", "The user does not exist.";
    USER_ACCESS_KEY_NOT_FOUND = 404, "EntityNotExist.User.AccessKey", "The user access key does not exist.";
    USER_HAS_NOT_THE_POLICY = 404, "EntityNotExist.User.Policy", "The indicate policy of the user does not exist.";
    USER_NOT_IN_GROUP = 404, "EntityNotExist.User.Group", "The user has not joined the group.";
    GROUP_NOT_FOUND = 404, "EntityNotExist.Group", "The group does not exist.";
    GROUP_HAS_NOT_THE_POLICY = 404, "EntityNotExist.Group.Policy", "The indicate policy attached to the group does not exist.";
    ROLE_NOT_FOUND = 404, "EntityNotExist.Role", "The role does not exist.";
    ROLE_HAS_NOT_THE_POLICY = 404, "EntityNotExist.Role.Policy", "The indicate policy attached to the role does not exist.";
    LOGIN_PROFILE_NOT_FOUND = 404, "EntityNotExist.User.LoginProfile", "The user login profile does not exist.";
    MFA_DEVICE_NOT_FOUND = 404, "EntityNotExist.User.MFADevice", "The user has not bound any MFA device.";
    POLICY_NOT_FOUND = 404, "EntityNotExist.Policy", "The policy does not exist.";
    POLICY_VERSION_NOT_FOUND = 404, "EntityNotExist.Policy.Version", "The policy version does not exist.";
    USER_EXISTS = 409, "EntityAlreadyExists.User", "The user does already EXIST.";
    USER_IN_GROUP = 409, "EntityAlreadyExists.User.Group", "The user has already joined the group.";
    USER_HAS_THE_POLICY = 409, "EntityAlreadyExists.User.Policy", "The user has already been attached this policy.";
    GROUP_EXISTS = 409, "EntityAlreadyExists.Group", "The group does already EXIST.";
    GROUP_HAS_THE_POLICY = 409, "EntityAlreadyExists.Group.Policy", "The group has already been attached this policy.";
    ROLE_EXISTS = 409, "EntityAlreadyExists.Role", "The role does already EXIST.";
    ROLE_HAS_THE_POLICY = 409, "EntityAlreadyExists.Role.Policy", "The role has already been attached this policy.";
    POLICY_EXISTS = 409, "EntityAlreadyExists.Policy", "The group does already EXIST.";
    USER_HAS_GROUP = 409, "DeleteConflict.User.Group", "The user CAN NOT be in any group while deleting the user.";
    USER_HAS_ACCESS_KEY = 409, "DeleteConflict.User.AccessKey", "The user CAN NOT has any access key while deleting the user.";
    USER_HAS_POLICY = 409, "DeleteConflict.User.Policy", "The user CAN NOT has any attached policy while deleting the user.";
    GROUP_HAS_USER = 409, "DeleteConflict.Group.User", "The group CAN NOT has any user member while deleting the group.";
    GROUP_HAS_POLICY = 409, "DeleteConflict.Group.Policy", "The entity CAN NOT has any attached policy while deleting the group.";
    ROLE_HAS_POLICY = 409, "DeleteConflict.Role.Policy", "The role CAN NOT has any attached policy while deleting the role.";
    POLICY_OF_USER = 409, "DeleteConflict.Policy.User", "The policy CAN NOT been attached to any user while deleting the policy.";
    POLICY_OF_GROUP = 409, "DeleteConflict.Policy.Group", "The policy CAN NOT been attached to any group while deleting the policy.";
    POLICY_OF_ROLE = 409, "DeleteConflict.Role.Policy", "The policy CAN NOT been attached to any role while deleting the policy.";
    POLICY_HAS_VERSIONS = 409, "DeleteConflict.Policy.Version", "The policy CAN NOT has any version except the default version.";
    POLICY_VERSION_IS_DEFAULT = 409, "DeleteConflict.Policy.Version.Default", "The default policy version CAN NOT been deleted directly.";
    USERS_EXCEED = 409, "LimitExceeded.User", "The count of users beyond the current limits.";
    ACCESS_KEYS_EXCEED = 409, "LimitExceeded.User.AccessKey", "The access key count of the user access keys beyond the current limits.";
    GROUPS_OF_USER_EXCEED = 409, "LimitExceeded.User.Group", "The count of groups the target user joined beyond the current limits.";
    POLICIES_OF_USER_EXCEED = 409, "LimitExceeded.User.Policy", "The policy count of the user attached policies beyond the current limits.";
    GROUPS_EXCEED = 409, "LimitExceeded.Group", "The count of groups beyond the current limits.";
    POLICIES_OF_GROUP_EXCEED = 409, "LimitExceeded.Group.Policy", "The policy count of the group beyond the current limits.";
    POLICIES_EXCEED = 409, "LimitExceeded.Policy", "The count of policy beyond the current limits.";
    POLICY_VERSIONS_EXCEED = 409, "LimitExceeded.Policy.Version", "The count of policy version beyond the current limits.";
    ROLES_EXCEED = 409, "LimitExceeded.Role", "The count of roles beyond the current limits.";
    POLICIES_OF_ROLE_EXCEED = 409, "LimitExceeded.Role.Policy", "The count of policies attached to the role beyond the current limits.";

    // Common to the actions.
    DRY_RUN = 400, "DryRunOperation", "Request validation has been passed with DryRun flag set.";
    REGION_NOT_FOUND = 404, "InvalidRegionId.NotFound", "The RegionId provided does not exist.";
    REGION_NOT_FOUND_IMPORT = 400, "InvalidRegionId.NotFound", "The specified RegionId does not exist.";
    IMAGE_NOT_FOUND = 404, "InvalidImageId.NotFound", "The specified ImageId does not exist.";
    CLIENT_TOKEN_MALFORMED = 400, "InvalidClientToken.Malformed", "The specified parameter clientToken is not valid.";
    CLIENT_TOKEN_REUSED = 400, "IdempotentParameterMismatch", "The request is retried with updated parameters.";
    CLIENT_TOKEN_REUSED_CREATE = 400, "IdempotenceParamNotMatch", "Request uses a client token in a previous request but is not identical to that request.";
    FAMILY_NAME_MALFORMED = 400, "InvalidImageFamily.Malformed", "The format of the specified image family is invalid.";
    FAMILY_NAME_MALFORMED_MODIFY = 400, "InvalidImageFamily.Malformed", "The specified parameter \"ImageFamily\" is malformed.";

    // CreateImage, ImportImage, ModifyImageAttribute.
    IMAGE_NAME_MALFORMED = 400, "InvalidImageName.Malformed", "Image names must be between 2 and 128 characters long, using either English or Chinese characters. The name must start with a letter or a Chinese character, and can include numbers, colons, underscores and hyphens.";
    IMAGE_NAME_MALFORMED_IMPORT = 400, "InvalidImageName.Malformed", "The specified Image name is wrongly formed.";
    IMAGE_NAME_TAKEN = 400, "InvalidImageName.Duplicated", "The specified Image name has already bean used.";
    IMAGE_NAME_TAKEN_IMPORT = 400, "InvalidImageName.Duplicated", "The destination image is exist.";
    DESCRIPTION_MALFORMED = 400, "InvalidDescription.Malformed", "The specified description is wrongly formed.";
    DESCRIPTION_MALFORMED_IMPORT = 400, "InvalidDescription.Malformed", "The specified Image description is wrongly formed.";
    IMAGE_VERSION_MALFORMED = 400, "InvalidImageVersion.Malformed", "The specified ImageVersion is wrongly formed.";
    ARCHITECTURE_MALFORMED = 400, "InvalidArchitecture.Malformed", "The specified Architecture is wrongly formed.";
    PLATFORM_MALFORMED = 400, "InvalidPlatform.Malformed", "The specified Platform is wrongly formed.";
    OS_TYPE_MALFORMED = 400, "InvalidOSType.Malformed", "The specified OSType is wrongly formed.";
    BOOT_MODE_UNKNOWN = 400, "InvalidBootMode.NotSupport", "The specified parameter BootMode is not supported.";
    BOOT_MODE_UNKNOWN_IMPORT = 400, "InvalidBootMode.Malformed", "The specified parameter \"BootMode\" is malformed.";
    BOOT_MODE_UNSUPPORTED = 400, "InvalidBootMode.NotSupport", "The specified parameter BootMode is not supported for current image architecture.";
    LICENSE_TYPE_UNSUPPORTED = 400, "InvalidLicenseType.NotSupported", "The specified parameter LicenseType is not supported.";
    LICENSE_TYPE_UNSUPPORTED_IMPORT = 400, "InvalidLicenseType.NotSupported", "The specified LicenseType is not supported.";
    IMDS_SUPPORT_UNKNOWN = 400, "InvalidParameter.FeaturesImdsSupport", "The specified parameter Features.ImdsSupport is not supported.";
    IMDS_SUPPORT_DOWNGRADE = 403, "InvalidOperation.FeaturesImdsSupportNotMatch", "The specified parameter Features.ImdsSupport can not be set to v1 from v2.";
    NVME_SUPPORT_UNKNOWN = 400, "InvalidParameter", "The specified parameter \"Features.NvmeSupport\" is not valid.";
    DETECTION_STRATEGY_INVALID = 400, "InvalidParameter.DetectionStrategy", "The specified parameter DetectionStrategy is invalid.";
    TAG_KEY_MALFORMED = 400, "InvalidTagKey.Malformed", "The specified Tag.n.Key is not valid.";
    TAG_VALUE_MALFORMED = 400, "InvalidTagValue.Malformed", "The specified Tag.n.Value is not valid.";
    TAG_KEY_REPEATED = 400, "Duplicate.TagKey", "The Tag.N.Key contain duplicate key.";
    TAG_KEY_REPEATED_IMPORT = 403, "TagKey.Duplication", "The TagKey has duplication with others, case-insensitive.";
    TOO_MANY_TAGS = 403, "QuotaExceed.Tags", "The specified tags are beyond the permitted range.";
    IMAGE_QUOTA = 403, "QuotaExceed.Image", "The Image Quota exceeds.";
    FAMILY_FULL_CREATE = 400, "ImageQuotaExceed.ImageFamily", "The specified image family exceeds the maximum number of images for one image family.";
    FAMILY_QUOTA_CREATE = 400, "ImageFamilyQuotaExceed", "The number of image families exceeds the limit in the region.";
    FAMILY_FULL_MODIFY = 400, "ImageQuotaFull.ImageFamily", "The specified image family has exceeded max number of images for one image family.";
    FAMILY_QUOTA_MODIFY = 400, "ImageFamilyQuotaFull", "The specified region has exceeded max number of image family.";
    RESOURCE_GROUP_NOT_FOUND = 404, "InvalidResourceGroup.NotFound", "The ResourceGroup provided does not exist in our records.";

    // CreateImage.
    SOURCE_MISSING = 400, "MissingParameter", "The input parameter SnapshotId or InstanceId or DiskDeviceMapping that is mandatory for processing this request is not supplied.";
    SNAPSHOT_NOT_FOUND = 404, "InvalidSnapshotId.NotFound", "The specified SnapshotId does not exist.";
    SNAPSHOT_NOT_READY = 403, "InvalidSnapshotId.NotReady", "The current status of the DiskDeviceMapping.n.SnapshotId or SnapshotId does not support this operation.";
    SNAPSHOT_TOO_OLD = 403, "InvalidSnapshot.TooOld", "This operation is denied because the specified snapshot by DiskDeviceMapping.n.SnapshotId or SnapshotId is created before 2013-07-15.";
    SNAPSHOT_NOT_OF_SYSTEM_DISK = 403, "OperationDenied", "The specified snapshot is not from system disk.";
    SYSTEM_SNAPSHOT_MISSING = 400, "OperationDenied", "The specified parameter DiskDeviceMapping.n.SnapshotId does not contain system disk snapshot.";
    SYSTEM_SNAPSHOT_REPEATED = 400, "OperationDenied", "The specified parameter DiskDeviceMapping.n.SnapshotId contains two or more system disk snapshots.";
    INSTANCE_NOT_FOUND = 404, "InvalidInstanceId.NotFound", "The specified InstanceId does not exist.";
    DISK_TYPE_UNKNOWN = 400, "InvalidDiskType.ValueNotSupported", "The specified disk type is not supported.";
    DEVICE_MALFORMED = 400, "InvalidDevice.Malformed", "The specified parameter DiskDeviceMapping.n.Device is not valid.";
    DEVICE_MALFORMED_IMPORT = 403, "InvalidParameter.Malformed", "The specified parameter \"DiskDeviceMapping.n.Device \" is not valid.";
    DEVICE_TAKEN = 400, "InvalidDevice.InUse", "The specified parameter DiskDeviceMapping.n.Device has been occupied.";
    DISK_SIZE_OUT_OF_RANGE = 400, "InvalidSize.ValueNotSupported", "The specified parameter DiskDeviceMapping.n.Size beyond the permitted range.";

    // ImportImage.
    VHD_SIZE_INCORRECT = 403, "InvalidVHDImage.IncorrectSize", "The specified size of the VHD image does not meet the 'header.MaxTableEntries * header.BlockSize' specification.";
    BLOCK_SIZE_UNSUPPORTED = 403, "InvalidBlockSize.NotSupport", "{}";
    DISK_MAPPING_MISSING = 403, "MissingParameter.DiskDeviceMapping", "The specified parameter DiskDeviceMapping is not supplied.";
    IMPORT_PARAMETER_MISSING = 400, "MissingParameter", "An input parameter \"{}\" that is mandatory for processing the request is not supplied.";
    OSS_BUCKET_MALFORMED = 400, "InvalidOSSBucket.Malformed", "The specified OSS bucket is wrongly formed.";
    OSS_OBJECT_MALFORMED = 400, "InvalidOSSObject.Malformed", "The specified OSS object is wrongly formed.";
    OSS_BUCKET_NOT_FOUND = 400, "InvalidOSSBucket.NotFound", "The specified OSS bucket does not exist in this region.";
    OSS_OBJECT_NOT_FOUND = 400, "InvalidOSSObject.NotFound", "The specified OSS object does not exist in this region.";
    OSS_OBJECT_EMPTY = 400, "InvalidOSSObject.Size", "The specified OSS object size is zero.";
    OSS_OBJECT_SUFFIX = 400, "UnsupportedSuffix.OSSObject", "The specified OSS object suffix is not supported.";
    STORAGE_LOCATION_NOT_FOUND = 403, "InvalidStorageLocation.NotFound", "The specified cloud box storage location {} could not be found.";
    OSS_NOT_AUTHORIZED = 403, "InvalidOSS.NotAuthorized", "The specified OSS bucket or object is not allowed to access.";
    IMAGE_FORMAT_MALFORMED = 400, "InvalidImageFormat.Malformed", "The specified Image Format is wrongly formed.";
    IMAGE_FORMAT_BROKEN = 403, "InvalidImageFormat.Malformed", "{}";
    IMAGE_SIZE_INVALID = 400, "InvalidImageSize", "{}";
    DATA_DISK_SIZE_INVALID = 400, "InvalidDataDiskSize", "The specified DiskDeviceMapping.N.DiskImSize should be in the specified range.";

    // ModifyImageAttribute and DeleteImage.
    STATUS_NOT_AVAILABLE = 403, "ImageStatus.NotAvailable", "The specified image status is not available.";
    STATUS_NOT_DEPRECATED = 403, "ImageStatus.NotDeprecated", "The specified image status is not deprecated.";
    IMAGE_IS_CREATING = 403, "InvalidStatus.ImageIsCreating", "The operation cannot be performed because the image is creating. Please wait until the creation is complete and try again.";
    IMAGE_IS_PROTECTED = 403, "InvalidOperation.DeletionProtection", "The specified image is protected from being deleted. Turn its deletion protection off first: ModifyImageAttribute with DeletionProtection=false.";
    IMAGE_NOT_DELETED = 403, "InvalidOperation.ImageNotDeleted", "The specified image is not deleted.";
    IMAGE_IS_IMPORTING = 403, "ImageIsImporting", "The specified Image is importing.";

    IMAGE_USE_SHARED_MODIFY = 403, "ImageUseShared", "The specified image has been shared to others, please remove shared accounts first.";
    IMAGE_USE_SHARED = 403, "ImageUseShared", "The specified image has been shared to others. You can use the DescribeImageSharePermission API to query the users who have been shared.";
    IMAGE_IS_PUBLIC = 403, "ImageIsPublic", "You can not delete public image, please modify it to private.";
    IMAGE_IS_COPYING = 403, "OperationDenied.ImageCopying", "The image is being copied. Please use the CancelCopyImage API.";
    IMAGE_IS_EXPORTING_DELETE = 403, "ImageIsExporting", "The specified image is currently being exported. You can use the DescribeTasks API to check the status of related tasks and cancel them if needed.";
    IMAGE_USED_BY_INSTANCE = 403, "ImageUsingByInstance", "The specified image has been used to create instances. You can use the DescribeInstances API to query these instances, or you can use the force parameter to proceed.";
    IMAGE_USED_BY_INSTANCE_MODIFY = 403, "OperationDeined.ImageUsingByInstance", "The boot mode of the image cannot be modified because it has associated instances.";

    // CreateImage of an instance.
    INSTANCE_STATUS_INCORRECT = 400, "IncorrectInstanceStatus", "The current status of the instance does not support this operation.";
    INSTANCE_WITHOUT_SYSTEM_DISK = 400, "InvalidInstance.NotFoundSystemDisk", "The specified instance does not have system disk.";

    // CopyImage and CancelCopyImage.
    SOURCE_REGION_NOT_FOUND = 400, "SourceRegion.NotFound", "The source region not found.";
    DESTINATION_REGION_NOT_FOUND = 400, "DestinationRegion.NotFound", "The destination region not found.";
    IMAGE_NOT_AVAILABLE_COPY = 400, "IncorrectImageStatus", "The image not available.";
    IMAGE_NAME_TAKEN_COPY = 400, "InvalidImageName.Duplicated", "The specified image name is already in use in the target region. Please try a different one.";
    IMAGE_NAME_MALFORMED_COPY = 400, "InvalidImageName.Malformed", "The specified destination image name is wrongly formed.";
    DESCRIPTION_MALFORMED_COPY = 400, "InvalidDescription.Malformed", "The specified destination description is wrongly formed.";
    COPY_OF_PUBLIC_IMAGE = 400, "OperationDenied.CommunityImage", "Community image does not support copy.";
    COPY_CONFLICT = 400, "OperationDenied.ImageCopyConflict", "The same image cannot be copied concurrently. Please wait until the last copy is completed before performing the next operation.";
    COPY_IN_SAME_REGION_ONLY = 403, "OperationDenied.SameRegionOnly", "The image shared from others can not be copied to another region directly.";
    KMS_NOT_ENABLED = 400, "InvalidParameter.KmsNotEnabled", "The specified operation need enable KMS.";
    KEY_WITHOUT_ENCRYPTION = 400, "InvalidParameter.EncryptedIllegal", "The specified parameter Encrypted must be true when kmsKeyId is not empty.";
    ALGORITHM_WITHOUT_ENCRYPTION = 400, "InvalidEncrypted.NotMatchEncryptAlgorithm", "The specified parameter Encrypted must be true when EncryptAlgorithm is not empty.";
    ENCRYPT_ALGORITHM_INVALID = 400, "InvalidEncryptAlgorithm", "The specified parameter EncryptAlgorithm is not valid.";
    IMAGE_QUOTA_COPY = 403, "QuotaExceed.Image", "The number of images exceeds the limit ({}).";
    IMAGE_NOT_FROM_COPY = 400, "ImageCreatedNotFromCopy", "The specified image is not the target image of a copy action.";
    COPY_COMPLETED = 400, "IncorrectImageStatus", "The image copy has completed.";
    COPY_FAILED = 400, "IncorrectImageStatus", "The Image copy has been failed.";

    // ExportImage.
    IMAGE_NOT_AVAILABLE_EXPORT = 400, "IncorrectImageStatus", "The specified Image is not available.";
    OSS_PREFIX_MALFORMED = 400, "InvalidOSSPrefix.Malformed", "The specified OSSPrefix format is wrongly formed.";
    IMAGE_IS_EXPORTING = 403, "ImageIsExporting", "The specified Image is being exported. You can use the DescribeTasks API to check the status of existing tasks.";
    IMAGE_CATEGORY_UNSUPPORTED = 403, "InvalidImageCategory.NotSupported", "The specified image category is not supported.";
    IMAGE_DISKS_UNSUPPORTED = 400, "InvalidImage.DiskAmountOrSize", "The diskSize of the image exceeds the maximum size.";
    IMAGE_FORMAT_UNSUPPORTED = 400, "InvalidImageFormat.RegionNotSupported", "The specified image format is not supported in current region. qemu-img is not installed on the server: install it there (Debian: apt-get install qemu-utils), or export in the format that the image has.";

    // ModifyImageSharePermission.
    SHARE_OF_DEPRECATED = 403, "OperationDenied.InvalidImageStatus", "The specified image cannot be shared when it is deprecated.";
    SHARE_WITH_OWNER = 404, "InvalidAccount.Forbbiden", "The specified Account does not yourself.";
    SHARE_ACCOUNT_NOT_FOUND = 404, "InvalidAccount.NotFound", "The specified parameter \"AddAccount.n\" or \"RemoveAccount.n\" does not exist.";
    SHARE_QUOTA = 403, "QuotaExceed.ShareImageUser", "The shared Image user Quota exceeds.";
    SHARE_OF_PUBLIC = 403, "Image.Public", "The specified image is public image.";
    SHARE_NOT_PUBLIC = 403, "Image.NotPublic", "The specified image is not public image.";
    SHARE_PUBLIC_AND_ACCOUNTS = 403, "InvalidParameter.IsPublic", "The specified parameter IsPublic is conflicted with other parameters.";
    LAUNCH_PERMISSION_UNNECESSARY = 400, "UnnecessaryParameter.LaunchPermission", "The specified parameter \"LaunchPermission\" is unnecessary if paramter \"AddAccounts\" or \"RemoveAccounts\" exist.";
    LAUNCH_PERMISSION_INVALID = 400, "InvalidParameter.LaunchPermission", "The specified parameter \"LaunchPermission\" is invalid.";

    // Snapshots.
    DISK_NOT_FOUND = 404, "InvalidDiskId.NotFound", "The specified DiskId does not exist.";
    SNAPSHOT_NAME_MALFORMED = 400, "InvalidSnapshotName.Malformed", "The specified SnapshotName is wrongly formed.";
    DESCRIPTION_MALFORMED_SNAPSHOT = 404, "InvalidDescription.Malformed", "The specified description is wrongly formed.";
    RETENTION_DAYS_MALFORMED = 400, "InvalidRetentionDays.Malformed", "The specified RetentionDays is not valid.";
    SNAPSHOT_CATEGORY_MALFORMED = 403, "InvalidSnapshotCategory.Malformed", "The specified Category is not valid.";
    STORAGE_LOCATION_UNAUTHORIZED = 403, "InvalidParameter.UnauthorizedStorageLocationArn", "The operation has failed due to lack of permission for the specified \"StorageLocationArn\". Please use a resource with appropriate permission for the operation.";
    CLIENT_TOKEN_REUSED_SNAPSHOT = 403, "IdempotentParameterMismatch", "The specified clientToken is used.";
    CLIENT_TOKEN_MALFORMED_SNAPSHOT = 403, "InvalidClientToken.Malformed", "The specified clientToken is improperly formatted. It must contain only ASCII characters and must not exceed 64 characters in length.";
    SNAPSHOT_ID_MISSING = 400, "MissingParameter", "The input parameter SnapshotId that is mandatory for processing this request is not supplied.";
    SNAPSHOT_NOT_FOUND_DELETE = 404, "InvalidSnapshotId.NotFound", "The specified snapshot is not found.";
    SNAPSHOT_CREATED_IMAGE = 403, "SnapshotCreatedImage", "The snapshot has been used to create user defined image(s).";
    SNAPSHOT_IDS_MALFORMED = 403, "InvalidSnapshotIds.Malformed", "The amount of specified specified snapshot Ids exceeds the limit.";
    SNAPSHOT_STATUS_NOT_FOUND = 404, "InvalidStatus.NotFound", "The specified Status is not found";
    SNAPSHOT_TYPE_NOT_FOUND = 404, "InvalidSnapshotType.NotFound", "The specfied SnapshotType is not found";
    SNAPSHOT_USAGE_INVALID = 404, "InvalidUsage", "The specifed Usage is not valid";
    SOURCE_DISK_TYPE_INVALID = 404, "InvalidSourceDiskType", "The specifed SourceDiskType is not valid";
    SNAPSHOT_LINK_NOT_FOUND = 404, "InvalidSnapshotLinkId.NotFound", "The specified snapshot link is not found.";

    // Tags.
    TAG_REGION_MISSING = 404, "MissingParameter.RegionId", "The parameter - RegionId should not be null.";
    TAG_RESOURCE_TYPE_MISSING = 404, "MissingParameter.ResourceType", "The parameter - ResourceType should not be null.";
    TAG_RESOURCE_IDS_MISSING = 404, "MissingParameter.ResourceIds", "The parameter - ResourceIds.N should not be null.";
    TAGS_MISSING = 404, "MissingParameter.Tags", "The parameter - Tags should not be null.";
    TAG_REGION_MISSING_READ = 404, "MissingParameter.RegionId", "The parameter - RegionId should not be null";
    TAG_RESOURCE_TYPE_MISSING_READ = 404, "MissingParameter.ResourceType", "The parameter - ResourceType should not be null";
    TAGS_MISSING_READ = 404, "MissingParameter.Tags", "The parameter - Tags should not be null";
    TAG_RESOURCE_IDS_EXCEED = 400, "NumberExceed.ResourceIds", "The ResourceIds parameter's number is exceed , Valid : 50.";
    TAGS_EXCEED = 400, "NumberExceed.Tags", "The Tags parameter's number is exceed , Valid : 20.";
    TAG_RESOURCE_IDS_EXCEED_READ = 400, "NumberExceed.ResourceIds", "The ResourceIds parameter's number is exceed , Valid : 50";
    TAGS_EXCEED_READ = 400, "NumberExceed.Tags", "The Tags parameter's number is exceed , Valid : 20";
    TAG_RESOURCE_NOT_FOUND = 404, "InvalidResourceId.NotFound", "The specified ResourceIds are not found in our records.";
    TAG_QUOTA = 400, "OperationDenied.QuotaExceed", "The quota of tags on resource is beyond permitted range.";
    TAG_VALUE_WITHOUT_KEY = 400, "InvalidParameter.TagValue", "The specified parameter TagValue is not valid without a key.";
    TAG_KEY_ILLEGAL = 400, "InvalidTagKey.Malformed", "The parameter Tag.n.Key is illegal.";

    // Tasks.
    TASK_NOT_FOUND = 400, "InvalidTaskId.NotFound", "The specified \"TaskId\" is not found.";
    TASK_ACTION_UNSUPPORTED = 403, "InvalidTaskId.TaskActionNotSupport", "The specified task action not support.";
    TASK_STATUS_INCORRECT = 403, "InvalidTaskId.IncorrectTaskStatus", "The specified task status is not invalid.";

    // DescribeImageSupportInstanceTypes and DescribeZones.
    REGION_NOT_FOUND_ZONES = 404, "InvalidRegionId.NotFound", "The specified RegionId does not exist.";
    INSTANCE_CHARGE_TYPE_NOT_FOUND = 404, "InvalidInstanceChargeType.NotFound", "The InstanceChargeType does not exist in our records";
    SPOT_STRATEGY_INVALID = 400, "InvalidSpotStrategy", "The specified SpotStrategy is not valid.";

    // JoinResourceGroup, and the actions that ECS has not.
    RESOURCE_NOT_FOUND = 404, "InvalidResourceId.NotFound", "The specified resource does not exist.";
    INSTANCE_USES_ANOTHER_IMAGE = 400, "InvalidInstanceId.Conflict", "The specified instance is registered as a user of another image. Deregister it first.";
    SERVICE_CODE_NOT_FOUND = 400, "InvalidServiceCode", "The specified ServiceCode is not served here. Ask for ecs or sts.";

    // DescribeImages.
    OWNER_ALIAS_UNSUPPORTED = 400, "InvalidImageOwnerAlias.ValueNotSupported", "The specified ImageOwnerAlias value is not supported.";
    OWNER_ID_UNSUPPORTED = 400, "InvalidOperation.ImageOwnerIdUnsupported", "The parameter \"ImageOwnerId\" is not supported in this context, it is only valid when querying shared images or community images.";
    PUBLIC_IMAGE_UNSUPPORTED = 400, "InvalidImageOwnerAlias.PublicImageUnsupported", "When querying images, the parameter ImageOwnerAlias should be others while specified parameter IsPublic is true.";
    TAG_FILTER_MISMATCH = 400, "InvalidTag.Mismatch", "The specified Tag.n.Key and Tag.n.Value are not match.";
    TAG_FILTER_COUNT = 400, "InvalidTagCount", "The specified tags are beyond the permitted range.";
    NETWORK_TYPE_INVALID = 400, "InvalidFilterValue.NetworkType", "The specified networkType value in the Filter is invalid.";
    FILTER_KEY_NOT_FOUND = 404, "InvalidFilterKey.NotFound", "The specified Filter Key is not found.";
    FILTER_VALUE_INVALID = 404, "InvalidFilterValue", "The specified Filter Value is not valid.";
    USAGE_INVALID = 404, "InvalidUsage", "The specified Usage is not valid.";
    OS_TYPE_INVALID = 404, "InvalidOSType", "The specified OSType is not valid.";
    ARCHITECTURE_INVALID = 404, "InvalidArchitecture", "The specified Architecture is not valid.";

    // DescribeRegions.
    ACCEPT_LANGUAGE_NOT_FOUND = 404, "InvalidAcceptLanguage.NotFound", "Only Chinese (zh-CN), English (en-US), and Japanese (ja) are allowed.";
    RESOURCE_TYPE_NOT_FOUND = 404, "InvalidResourceType.NotFound", "The ResourceType provided does not exist in our records.";
}

#[cfg(test)]
mod tests {
    use super::ALL;

    #[test]
    fn each_entry_stands_once() {
        let mut told: Vec<_> = ALL.iter().map(|code| (code.code, code.status, code.message)).collect();
        told.sort_unstable();
        assert!(
            told.array_windows().all(|[a, b]| a != b),
            "a code with the same status and text stands twice"
        );
        assert!(ALL.iter().all(|code| (400..600).contains(&code.status)));
    }
}
