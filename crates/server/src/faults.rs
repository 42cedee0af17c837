//! From the refusals of the rules to the codes of the wire. The same refusal has another code or text in another action.

use imagekin_catalog::Refusal;
use imagekin_rpc::{Code, Fault, codes};
use imagekin_store::StoreError;

/// Whose codes and texts: the error table of which action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Table {
    /// CreateImage, and every action that has no words of its own.
    CreateImage,
    /// ImportImage.
    ImportImage,
    /// ModifyImageAttribute.
    ModifyImageAttribute,
}

/// Why a transaction was given up.
#[derive(Debug)]
pub(crate) enum Halt {
    /// A rule said no.
    Refused(Refusal),
    /// The store failed.
    Failed(StoreError),
}

impl From<Refusal> for Halt {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<StoreError> for Halt {
    fn from(error: StoreError) -> Self {
        Self::Failed(error)
    }
}

impl Halt {
    pub(crate) fn fault(self, table: Table) -> Fault {
        match self {
            Self::Refused(refusal) => refused(refusal, table),
            Self::Failed(error) => failed(&error),
        }
    }
}

/// What the client hears of a refusal.
pub(crate) fn refused(refusal: Refusal, table: Table) -> Fault {
    Fault::new(code(refusal, table))
}

/// What the client hears of a failure: nothing of its cause, which goes into the log.
pub(crate) fn failed(error: &StoreError) -> Fault {
    tracing::error!(%error, "The store failed");
    Fault::new(if error.is_retryable() { &codes::SERVICE_UNAVAILABLE } else { &codes::INTERNAL_ERROR })
}

/// Picks the code by the table of the action.
const fn by_table(
    table: Table,
    create: &'static Code,
    import: &'static Code,
    modify: &'static Code,
) -> &'static Code {
    match table {
        Table::CreateImage => create,
        Table::ImportImage => import,
        Table::ModifyImageAttribute => modify,
    }
}

fn code(refusal: Refusal, table: Table) -> &'static Code {
    use codes as c;
    let import = |all: &'static Code, import: &'static Code| by_table(table, all, import, all);
    let modify = |all: &'static Code, modify: &'static Code| by_table(table, all, all, modify);
    match refusal {
        Refusal::ImageNameMalformed => import(&c::IMAGE_NAME_MALFORMED, &c::IMAGE_NAME_MALFORMED_IMPORT),
        Refusal::ImageNameTaken => import(&c::IMAGE_NAME_TAKEN, &c::IMAGE_NAME_TAKEN_IMPORT),
        Refusal::DescriptionMalformed => import(&c::DESCRIPTION_MALFORMED, &c::DESCRIPTION_MALFORMED_IMPORT),
        Refusal::FamilyNameMalformed => modify(&c::FAMILY_NAME_MALFORMED, &c::FAMILY_NAME_MALFORMED_MODIFY),
        Refusal::ImageVersionMalformed => &c::IMAGE_VERSION_MALFORMED,
        Refusal::TagKeyMalformed => &c::TAG_KEY_MALFORMED,
        Refusal::TagValueMalformed => &c::TAG_VALUE_MALFORMED,
        Refusal::TagKeyRepeated => import(&c::TAG_KEY_REPEATED, &c::TAG_KEY_REPEATED_IMPORT),
        Refusal::TooManyTags => &c::TOO_MANY_TAGS,
        Refusal::ArchitectureMalformed => &c::ARCHITECTURE_MALFORMED,
        Refusal::PlatformMalformed => &c::PLATFORM_MALFORMED,
        Refusal::OsTypeMalformed => &c::OS_TYPE_MALFORMED,
        Refusal::BootModeUnknown => import(&c::BOOT_MODE_UNKNOWN, &c::BOOT_MODE_UNKNOWN_IMPORT),
        Refusal::BootModeUnsupported => &c::BOOT_MODE_UNSUPPORTED,
        Refusal::LicenseTypeUnsupported => {
            import(&c::LICENSE_TYPE_UNSUPPORTED, &c::LICENSE_TYPE_UNSUPPORTED_IMPORT)
        }
        Refusal::ImdsSupportUnknown => &c::IMDS_SUPPORT_UNKNOWN,
        Refusal::ImdsSupportDowngrade => &c::IMDS_SUPPORT_DOWNGRADE,
        Refusal::NvmeSupportUnknown => &c::NVME_SUPPORT_UNKNOWN,
        Refusal::SourceMissing => &c::SOURCE_MISSING,
        Refusal::SnapshotNotFound => &c::SNAPSHOT_NOT_FOUND,
        Refusal::SnapshotNotReady => &c::SNAPSHOT_NOT_READY,
        Refusal::SnapshotTooOld => &c::SNAPSHOT_TOO_OLD,
        Refusal::SnapshotNotOfSystemDisk => &c::SNAPSHOT_NOT_OF_SYSTEM_DISK,
        Refusal::SystemSnapshotMissing => &c::SYSTEM_SNAPSHOT_MISSING,
        Refusal::SystemSnapshotRepeated => &c::SYSTEM_SNAPSHOT_REPEATED,
        Refusal::InstanceNotFound => &c::INSTANCE_NOT_FOUND,
        Refusal::DiskTypeUnknown => &c::DISK_TYPE_UNKNOWN,
        Refusal::DeviceMalformed => import(&c::DEVICE_MALFORMED, &c::DEVICE_MALFORMED_IMPORT),
        Refusal::DeviceTaken => import(&c::DEVICE_TAKEN, &c::DEVICE_MALFORMED_IMPORT),
        Refusal::DiskSizeOutOfRange => import(&c::DISK_SIZE_OUT_OF_RANGE, &c::DATA_DISK_SIZE_INVALID),
        Refusal::ImageNotFound => &c::IMAGE_NOT_FOUND,
        Refusal::NotAvailable => &c::STATUS_NOT_AVAILABLE,
        Refusal::NotDeprecated => &c::STATUS_NOT_DEPRECATED,
        Refusal::StillCreating => &c::IMAGE_IS_CREATING,
        Refusal::Importing => &c::IMAGE_IS_IMPORTING,
        Refusal::FamilyFull => modify(&c::FAMILY_FULL_CREATE, &c::FAMILY_FULL_MODIFY),
        Refusal::TooManyFamilies => modify(&c::FAMILY_QUOTA_CREATE, &c::FAMILY_QUOTA_MODIFY),
        Refusal::TooManyImages => &c::IMAGE_QUOTA,
        Refusal::ClientTokenReused => {
            by_table(table, &c::CLIENT_TOKEN_REUSED_CREATE, &c::CLIENT_TOKEN_REUSED, &c::CLIENT_TOKEN_REUSED)
        }
        Refusal::NonceUsed => &c::NONCE_USED,
        Refusal::DryRun => &c::DRY_RUN,
    }
}
