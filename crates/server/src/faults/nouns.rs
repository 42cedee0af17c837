//! The codes of refusals that have to do with one noun: disks, shares, copies, exports, snapshots, tasks, tags.

use imagekin_catalog::refusal::{
    CopyRefusal, DiskRefusal, ExportRefusal, HeldBy, InstanceRefusal, ShareRefusal, SnapshotRefusal,
    TagRefusal, TaskRefusal,
};
use imagekin_rpc::{Code, codes as c};

use super::Table::{self, ImportImage, ModifyImageAttribute};
use super::by_table;

pub(super) fn disk(refusal: DiskRefusal, table: Table) -> &'static Code {
    let import = |usual, import| by_table(table, usual, &[(ImportImage, import)]);
    match refusal {
        DiskRefusal::SourceMissing => &c::SOURCE_MISSING,
        DiskRefusal::SnapshotNotReady => &c::SNAPSHOT_NOT_READY,
        DiskRefusal::SnapshotTooOld => &c::SNAPSHOT_TOO_OLD,
        DiskRefusal::SnapshotNotOfSystemDisk => &c::SNAPSHOT_NOT_OF_SYSTEM_DISK,
        DiskRefusal::SystemSnapshotMissing => &c::SYSTEM_SNAPSHOT_MISSING,
        DiskRefusal::SystemSnapshotRepeated => &c::SYSTEM_SNAPSHOT_REPEATED,
        DiskRefusal::TypeUnknown => &c::DISK_TYPE_UNKNOWN,
        DiskRefusal::DeviceMalformed => import(&c::DEVICE_MALFORMED, &c::DEVICE_MALFORMED_IMPORT),
        DiskRefusal::DeviceTaken => import(&c::DEVICE_TAKEN, &c::DEVICE_MALFORMED_IMPORT),
        DiskRefusal::SizeOutOfRange => import(&c::DISK_SIZE_OUT_OF_RANGE, &c::DATA_DISK_SIZE_INVALID),
    }
}

pub(super) fn held(by: HeldBy, table: Table) -> &'static Code {
    let modify = |usual, modify| by_table(table, usual, &[(ModifyImageAttribute, modify)]);
    match by {
        HeldBy::Shares => modify(&c::IMAGE_USE_SHARED, &c::IMAGE_USE_SHARED_MODIFY),
        HeldBy::Protection => &c::IMAGE_IS_PROTECTED,
        HeldBy::Public => &c::IMAGE_IS_PUBLIC,
        HeldBy::Copy => &c::IMAGE_IS_COPYING,
        HeldBy::Import => &c::IMAGE_IS_IMPORTING,
        HeldBy::Export => &c::IMAGE_IS_EXPORTING_DELETE,
        HeldBy::Instances => modify(&c::IMAGE_USED_BY_INSTANCE, &c::IMAGE_USED_BY_INSTANCE_MODIFY),
    }
}

pub(super) fn share(refusal: ShareRefusal) -> &'static Code {
    match refusal {
        ShareRefusal::Deprecated => &c::SHARE_OF_DEPRECATED,
        ShareRefusal::WithOwner => &c::SHARE_WITH_OWNER,
        ShareRefusal::AccountNotFound => &c::SHARE_ACCOUNT_NOT_FOUND,
        ShareRefusal::TooManyAccounts => &c::SHARE_QUOTA,
        ShareRefusal::IsPublic => &c::SHARE_OF_PUBLIC,
        ShareRefusal::IsNotPublic => &c::SHARE_NOT_PUBLIC,
        ShareRefusal::PublicAndAccounts => &c::SHARE_PUBLIC_AND_ACCOUNTS,
    }
}

pub(super) fn copy(refusal: CopyRefusal) -> &'static Code {
    match refusal {
        CopyRefusal::NotAvailable => &c::IMAGE_NOT_AVAILABLE_COPY,
        CopyRefusal::AcrossRegions => &c::COPY_IN_SAME_REGION_ONLY,
        CopyRefusal::Public => &c::COPY_OF_PUBLIC_IMAGE,
        CopyRefusal::Running => &c::COPY_CONFLICT,
        CopyRefusal::NotACopy => &c::IMAGE_NOT_FROM_COPY,
        CopyRefusal::Completed => &c::COPY_COMPLETED,
        CopyRefusal::Failed => &c::COPY_FAILED,
    }
}

pub(super) fn export(refusal: ExportRefusal) -> &'static Code {
    match refusal {
        ExportRefusal::NotAvailable => &c::IMAGE_NOT_AVAILABLE_EXPORT,
        ExportRefusal::Running => &c::IMAGE_IS_EXPORTING,
        ExportRefusal::CategoryUnsupported => &c::IMAGE_CATEGORY_UNSUPPORTED,
        ExportRefusal::DisksUnsupported => &c::IMAGE_DISKS_UNSUPPORTED,
    }
}

pub(super) fn snapshot(refusal: SnapshotRefusal) -> &'static Code {
    match refusal {
        SnapshotRefusal::NameMalformed => &c::SNAPSHOT_NAME_MALFORMED,
        SnapshotRefusal::DiskNotFound => &c::DISK_NOT_FOUND,
        SnapshotRefusal::UsedByImage => &c::SNAPSHOT_CREATED_IMAGE,
    }
}

pub(super) fn task(refusal: TaskRefusal) -> &'static Code {
    match refusal {
        TaskRefusal::NotFound => &c::TASK_NOT_FOUND,
        TaskRefusal::ActionUnsupported => &c::TASK_ACTION_UNSUPPORTED,
        TaskRefusal::StatusIncorrect => &c::TASK_STATUS_INCORRECT,
    }
}

pub(super) fn tag(refusal: TagRefusal) -> &'static Code {
    match refusal {
        TagRefusal::ResourceNotFound => &c::TAG_RESOURCE_NOT_FOUND,
        TagRefusal::QuotaExceeded => &c::TAG_QUOTA,
    }
}

pub(super) fn instance(refusal: InstanceRefusal) -> &'static Code {
    match refusal {
        InstanceRefusal::StatusIncorrect => &c::INSTANCE_STATUS_INCORRECT,
        InstanceRefusal::NoSystemDisk => &c::INSTANCE_WITHOUT_SYSTEM_DISK,
        InstanceRefusal::UsesAnotherImage => &c::INSTANCE_USES_ANOTHER_IMAGE,
    }
}
