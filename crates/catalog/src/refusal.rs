//! Why a change to the catalogue is refused. The wire's codes and texts for these stand in `server::faults`.

/// A rule of the catalogue that a call would break. A refused call has changed nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// Not an image name.
    ImageNameMalformed,
    /// Another image of the account and region has this name.
    ImageNameTaken,
    /// Not a description.
    DescriptionMalformed,
    /// Not a family name.
    FamilyNameMalformed,
    /// Not an image version.
    ImageVersionMalformed,
    /// Not a tag key.
    TagKeyMalformed,
    /// Not a tag value.
    TagValueMalformed,
    /// Two tags of one resource would have the same key.
    TagKeyRepeated,
    /// More tags than one resource carries.
    TooManyTags,
    /// Not an architecture.
    ArchitectureMalformed,
    /// Not a platform.
    PlatformMalformed,
    /// Not an operating system type.
    OsTypeMalformed,
    /// Not a boot mode.
    BootModeUnknown,
    /// A boot mode that the image's architecture does not have.
    BootModeUnsupported,
    /// Not a licence type, or not one that may be set here.
    LicenseTypeUnsupported,
    /// Not a value of Features.ImdsSupport.
    ImdsSupportUnknown,
    /// Features.ImdsSupport cannot go from v2 back to v1.
    ImdsSupportDowngrade,
    /// Not a value of Features.NvmeSupport.
    NvmeSupportUnknown,
    /// Nothing says what the image is to be made of.
    SourceMissing,
    /// No such snapshot.
    SnapshotNotFound,
    /// The snapshot is not finished.
    SnapshotNotReady,
    /// The snapshot was made on or before 2013-07-15.
    SnapshotTooOld,
    /// The one snapshot given is not that of a system disk.
    SnapshotNotOfSystemDisk,
    /// None of the snapshots given is that of a system disk.
    SystemSnapshotMissing,
    /// More than one of the snapshots given is that of a system disk.
    SystemSnapshotRepeated,
    /// No such instance.
    InstanceNotFound,
    /// Neither `system` nor `data`.
    DiskTypeUnknown,
    /// Not a device a disk can be.
    DeviceMalformed,
    /// Two disks would be the same device.
    DeviceTaken,
    /// A disk smaller than its snapshot, or out of the permitted range.
    DiskSizeOutOfRange,
    /// No such image.
    ImageNotFound,
    /// Only an Available image can be deprecated.
    NotAvailable,
    /// Only a Deprecated image can be restored.
    NotDeprecated,
    /// The image is still being made.
    StillCreating,
    /// The image is being imported.
    Importing,
    /// The family holds as many images as it may.
    FamilyFull,
    /// The region holds as many families as it may.
    TooManyFamilies,
    /// The region holds as many images as it may.
    TooManyImages,
    /// The client token was used before with other parameters.
    ClientTokenReused,
    /// The signature nonce was used before.
    NonceUsed,
    /// All is well, and nothing was done, as the caller asked.
    DryRun,
}
