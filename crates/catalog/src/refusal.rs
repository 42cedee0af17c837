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
    /// No such snapshot.
    SnapshotNotFound,
    /// No such instance.
    InstanceNotFound,
    /// The disks that an image is to have.
    Disk(DiskRefusal),
    /// No such image.
    ImageNotFound,
    /// Only an Available image can be deprecated.
    NotAvailable,
    /// Only a Deprecated image can be restored.
    NotDeprecated,
    /// Only a deleted image comes back out of the recycle bin.
    NotDeleted,
    /// The image is still being made.
    StillCreating,
    /// What holds the image, so that it cannot be deleted or changed so.
    Held(HeldBy),
    /// A share of an image.
    Share(ShareRefusal),
    /// A copy of an image.
    Copy(CopyRefusal),
    /// An export of an image.
    Export(ExportRefusal),
    /// A snapshot.
    Snapshot(SnapshotRefusal),
    /// A task.
    Task(TaskRefusal),
    /// Tags of resources.
    Tag(TagRefusal),
    /// An instance that an image is to be made of.
    Instance(InstanceRefusal),
    /// The family holds as many images as it may.
    FamilyFull,
    /// The region holds as many families as it may.
    TooManyFamilies,
    /// The region holds as many images as it may: this many.
    TooManyImages(u64),
    /// The client token was used before with other parameters.
    ClientTokenReused,
    /// The signature nonce was used before.
    NonceUsed,
    /// All is well, and nothing was done, as the caller asked.
    DryRun,
}

/// Why an image cannot have the disks that are wished for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DiskRefusal {
    /// Nothing says what the image is to be made of.
    SourceMissing,
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
    /// Neither `system` nor `data`.
    TypeUnknown,
    /// Not a device a disk can be.
    DeviceMalformed,
    /// Two disks would be the same device.
    DeviceTaken,
    /// A disk smaller than its snapshot, or out of the permitted range.
    SizeOutOfRange,
}

/// What holds an image.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HeldBy {
    /// Accounts it is shared with.
    Shares,
    /// Everyone: it is public.
    Public,
    /// The copy that makes it.
    Copy,
    /// The import that makes it.
    Import,
    /// An export of it.
    Export,
    /// Instances that were made of it.
    Instances,
    /// Its owner: it is protected from being deleted.
    Protection,
}

/// Why a share is not changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ShareRefusal {
    /// A Deprecated image is not shared.
    Deprecated,
    /// The owner has it already.
    WithOwner,
    /// No such account.
    AccountNotFound,
    /// More accounts than one image is shared with.
    TooManyAccounts,
    /// The image is public.
    IsPublic,
    /// The image is not public.
    IsNotPublic,
    /// Published, and shared with some, in one call.
    PublicAndAccounts,
}

/// Why an image is not copied, or a copy not cancelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CopyRefusal {
    /// Only an Available image is copied.
    NotAvailable,
    /// An image of another account is copied within its region only.
    AcrossRegions,
    /// A public image of another account, or of one's own, is not copied.
    Public,
    /// The same image is being copied there already.
    Running,
    /// The image is no copy.
    NotACopy,
    /// The copy is complete.
    Completed,
    /// The copy has failed.
    Failed,
}

/// Why an image is not exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ExportRefusal {
    /// Only an Available image is exported.
    NotAvailable,
    /// It is being exported already.
    Running,
    /// Only one's own images that are not public are exported.
    CategoryUnsupported,
    /// Too many or too large data disks.
    DisksUnsupported,
}

/// Why a snapshot is not made, changed or deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SnapshotRefusal {
    /// Not a snapshot name.
    NameMalformed,
    /// No such disk.
    DiskNotFound,
    /// An image is made of it.
    UsedByImage,
}

/// Why a task is not shown or cancelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TaskRefusal {
    /// No such task.
    NotFound,
    /// What it does is not cancelled so.
    ActionUnsupported,
    /// It is ended.
    StatusIncorrect,
}

/// Why tags are not changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TagRefusal {
    /// No such resource.
    ResourceNotFound,
    /// The resource would carry too many.
    QuotaExceeded,
}

/// Why no image is made of an instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum InstanceRefusal {
    /// Neither Running nor Stopped.
    StatusIncorrect,
    /// It has no system disk.
    NoSystemDisk,
    /// It is registered as a user of another image.
    UsesAnotherImage,
}

/// Makes each of the nouns' refusals a [`Refusal`].
macro_rules! into_refusal {
    ($($noun:ident: $from:ty),*) => {
        $(impl From<$from> for Refusal {
            fn from(refusal: $from) -> Self {
                Self::$noun(refusal)
            }
        })*
    };
}

into_refusal!(
    Disk: DiskRefusal,
    Held: HeldBy,
    Share: ShareRefusal,
    Copy: CopyRefusal,
    Export: ExportRefusal,
    Snapshot: SnapshotRefusal,
    Task: TaskRefusal,
    Tag: TagRefusal,
    Instance: InstanceRefusal
);
