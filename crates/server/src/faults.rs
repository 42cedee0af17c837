//! From the refusals of the rules to the codes of the wire. The same refusal has another code or text in another action.

use imagekin_catalog::Refusal;
use imagekin_catalog::refusal::{
    CopyRefusal, DiskRefusal, ExportRefusal, HeldBy, InstanceRefusal, ShareRefusal, SnapshotRefusal,
    TagRefusal, TaskRefusal,
};
use imagekin_rpc::{Code, Fault, codes};
use imagekin_store::StoreError;

mod nouns;

/// Whose codes and texts: the error table of which action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Table {
    /// Every action that has no words of its own.
    General,
    CancelCopyImage,
    CopyImage,
    CreateImage,
    CreateSnapshot,
    DeleteSnapshot,
    ExportImage,
    ImportImage,
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

/// Makes a refusal of any noun a [`Halt`].
macro_rules! into_halt {
    ($($refusal:ty),*) => {
        $(impl From<$refusal> for Halt {
            fn from(refusal: $refusal) -> Self {
                Self::Refused(refusal.into())
            }
        })*
    };
}

into_halt!(
    Refusal,
    DiskRefusal,
    HeldBy,
    ShareRefusal,
    CopyRefusal,
    ExportRefusal,
    SnapshotRefusal,
    TaskRefusal,
    TagRefusal,
    InstanceRefusal
);

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

/// Why a transaction on who may do what was given up.
#[derive(Debug)]
pub(crate) enum AccessHalt {
    /// It is refused.
    Refused(Fault),
    /// The store failed.
    Failed(StoreError),
}

impl From<Fault> for AccessHalt {
    fn from(fault: Fault) -> Self {
        Self::Refused(fault)
    }
}

impl From<StoreError> for AccessHalt {
    fn from(error: StoreError) -> Self {
        Self::Failed(error)
    }
}

impl AccessHalt {
    pub(crate) fn fault(self) -> Fault {
        match self {
            Self::Refused(fault) => fault,
            Self::Failed(error) => failed(&error),
        }
    }
}

/// What the client hears of a refusal.
pub(crate) fn refused(refusal: impl Into<Refusal>, table: Table) -> Fault {
    let refusal = refusal.into();
    match refusal {
        Refusal::TooManyImages(most) => Fault::with(code(refusal, table), &most.to_string()),
        _ => Fault::new(code(refusal, table)),
    }
}

/// What the client hears of a failure: nothing of its cause, which goes into the log.
pub(crate) fn failed(error: &StoreError) -> Fault {
    tracing::error!(%error, "The store failed");
    Fault::new(if error.is_retryable() { &codes::SERVICE_UNAVAILABLE } else { &codes::INTERNAL_ERROR })
}

/// The code of the action's own table, or else the usual one.
pub(crate) fn by_table(
    table: Table,
    usual: &'static Code,
    of_tables: &[(Table, &'static Code)],
) -> &'static Code {
    of_tables.iter().find(|(of, _)| *of == table).map_or(usual, |(_, code)| code)
}

fn code(refusal: Refusal, table: Table) -> &'static Code {
    use Table::{CopyImage, CreateImage, CreateSnapshot, DeleteSnapshot, ImportImage, ModifyImageAttribute};
    use codes as c;
    let own = |usual, of_tables: &[(Table, &'static Code)]| by_table(table, usual, of_tables);
    let import = |usual, import| by_table(table, usual, &[(ImportImage, import)]);
    let modify = |usual, modify| by_table(table, usual, &[(ModifyImageAttribute, modify)]);
    match refusal {
        Refusal::ImageNameMalformed => own(
            &c::IMAGE_NAME_MALFORMED,
            &[(ImportImage, &c::IMAGE_NAME_MALFORMED_IMPORT), (CopyImage, &c::IMAGE_NAME_MALFORMED_COPY)],
        ),
        Refusal::ImageNameTaken => own(
            &c::IMAGE_NAME_TAKEN,
            &[(ImportImage, &c::IMAGE_NAME_TAKEN_IMPORT), (CopyImage, &c::IMAGE_NAME_TAKEN_COPY)],
        ),
        Refusal::DescriptionMalformed => own(
            &c::DESCRIPTION_MALFORMED,
            &[
                (ImportImage, &c::DESCRIPTION_MALFORMED_IMPORT),
                (CopyImage, &c::DESCRIPTION_MALFORMED_COPY),
                (CreateSnapshot, &c::DESCRIPTION_MALFORMED_SNAPSHOT),
            ],
        ),
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
        Refusal::ImageNotFound => &c::IMAGE_NOT_FOUND,
        Refusal::NotAvailable => &c::STATUS_NOT_AVAILABLE,
        Refusal::NotDeprecated => &c::STATUS_NOT_DEPRECATED,
        Refusal::NotDeleted => &c::IMAGE_NOT_DELETED,
        Refusal::StillCreating => &c::IMAGE_IS_CREATING,
        Refusal::FamilyFull => modify(&c::FAMILY_FULL_CREATE, &c::FAMILY_FULL_MODIFY),
        Refusal::TooManyFamilies => modify(&c::FAMILY_QUOTA_CREATE, &c::FAMILY_QUOTA_MODIFY),
        Refusal::TooManyImages(_) => own(&c::IMAGE_QUOTA, &[(CopyImage, &c::IMAGE_QUOTA_COPY)]),
        Refusal::ClientTokenReused => own(
            &c::CLIENT_TOKEN_REUSED,
            &[
                (CreateImage, &c::CLIENT_TOKEN_REUSED_CREATE),
                (CreateSnapshot, &c::CLIENT_TOKEN_REUSED_SNAPSHOT),
            ],
        ),
        Refusal::NonceUsed => &c::NONCE_USED,
        Refusal::DryRun => &c::DRY_RUN,
        Refusal::Disk(refusal) => nouns::disk(refusal, table),
        Refusal::Held(by) => nouns::held(by, table),
        Refusal::Share(refusal) => nouns::share(refusal),
        Refusal::Copy(refusal) => nouns::copy(refusal),
        Refusal::Export(refusal) => nouns::export(refusal),
        Refusal::SnapshotNotFound => {
            own(&c::SNAPSHOT_NOT_FOUND, &[(DeleteSnapshot, &c::SNAPSHOT_NOT_FOUND_DELETE)])
        }
        Refusal::Snapshot(refusal) => nouns::snapshot(refusal),
        Refusal::Task(refusal) => nouns::task(refusal),
        Refusal::Tag(refusal) => nouns::tag(refusal),
        Refusal::InstanceNotFound => &c::INSTANCE_NOT_FOUND,
        Refusal::Instance(refusal) => nouns::instance(refusal),
    }
}
