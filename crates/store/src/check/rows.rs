//! Every row can be read as what it is.

use imagekin_access::{AccessKeyId, AccountId, EntityId, KeyStatus};
use imagekin_catalog::{FamilyName, ImageId, InstanceId, SnapshotId, Status, TaskId};

use super::look::{self, Look};
use crate::db::{Row, parsed};
use crate::store::{account_from, unsigned};
use crate::tables::{Cell, Projection, Table};
use crate::{
    Entity, Group, ObjectPath, ResourceType, Role, StoreError, User, attachments, audit, families, images,
    instances, owner_guards, policies, snapshots, tasks, throttles,
};

/// How the rows of a table are read, by the columns that the reader is given.
struct Reader {
    table: &'static str,
    columns: &'static str,
    read: fn(&dyn Row) -> Result<(), StoreError>,
}

/// One for each table.
const READERS: &[Reader] = &[
    Reader { table: "accounts", columns: "account_id, created_at_us", read: account },
    Reader { table: "access_keys", columns: "account_id, access_key_id, status, user_id", read: access_key },
    Reader { table: "catalogues", columns: "sequence, images, families, audit_sequence", read: catalogue },
    Reader { table: "images", columns: images::COLUMNS, read: |row| images::read_image(row).map(drop) },
    Reader { table: "image_snapshots", columns: "snapshot_id, image_id", read: image_snapshot },
    Reader { table: "tags", columns: "resource_type, resource_id, sequence", read: tag },
    Reader { table: "image_tag_counts", columns: "status, images", read: tag_count },
    Reader { table: "image_shares", columns: "shared_with, image_id", read: account_and_image },
    Reader { table: "shared_images", columns: "owner_id, image_id", read: account_and_image },
    Reader {
        table: "snapshots",
        columns: snapshots::COLUMNS,
        read: |row| snapshots::read_snapshot(row).map(drop),
    },
    Reader {
        table: "head_log",
        columns: "revision, image_id, changed_at_us, action, request_id, family",
        read: head_change,
    },
    Reader { table: "tasks", columns: tasks::COLUMNS, read: |row| tasks::read_task(row).map(drop) },
    Reader { table: "object_removals", columns: "bucket, object, task_id", read: removal },
    Reader {
        table: "instances",
        columns: instances::COLUMNS,
        read: |row| instances::read_instance(row).map(drop),
    },
    Reader {
        table: "disks",
        columns: instances::DISK_COLUMNS,
        read: |row| instances::read_disk(row).map(drop),
    },
    Reader { table: "image_instances", columns: "user_id, image_id, instance_id", read: image_instance },
    Reader { table: "client_tokens", columns: "parameters, answer, expires_at_us", read: client_token },
    Reader { table: "nonces", columns: "account_id, access_key_id, expires_at_us", read: nonce },
    Reader {
        table: "throttles",
        columns: "account_id, action, calls_max, window_s",
        read: |row| throttles::read_throttle(row).map(drop),
    },
    Reader { table: "throttle_counters", columns: "account_id, calls", read: counter },
    Reader { table: "users", columns: User::COLUMNS, read: |row| User::read(row).map(drop) },
    Reader { table: "user_groups", columns: Group::COLUMNS, read: |row| Group::read(row).map(drop) },
    Reader { table: "group_members", columns: "group_id, user_id", read: group_member },
    Reader { table: "roles", columns: Role::COLUMNS, read: |row| Role::read(row).map(drop) },
    Reader {
        table: "policies",
        columns: policies::COLUMNS,
        read: |row| policies::read_policy(row).map(drop),
    },
    Reader {
        table: "policy_versions",
        columns: policies::VERSION_COLUMNS,
        read: |row| policies::read_policy_version(row).map(drop),
    },
    Reader {
        table: "policy_attachments",
        columns: attachments::COLUMNS,
        read: |row| attachments::read_attachment(row).map(drop),
    },
    Reader { table: "audit_trails", columns: "account_id, sequence, hash", read: audit_trail },
    Reader {
        table: "audit_events",
        columns: "account_id, trail, sequence, at_us, hash, event",
        read: audit_event,
    },
    Reader { table: "audit_anchors", columns: "account_id, sequence, hash", read: audit_trail },
    Reader { table: "bin_images", columns: "image_id, restorable_until_us", read: image_in_bin },
    Reader { table: "bin_snapshots", columns: "snapshot_id, image_id", read: image_snapshot },
    Reader {
        table: "owner_guards",
        columns: owner_guards::COLUMNS,
        read: |row| owner_guards::read_owner_guard(row).map(drop),
    },
];

/// Reads the rows of all tables whose key begins with `within`: a catalogue, or nothing.
pub(super) fn check(look: &Look<'_>, within: &[Cell]) -> Result<(), StoreError> {
    for reader in READERS {
        let table = Table::named(reader.table);
        if table.is_of_a_region() == within.is_empty() {
            continue;
        }
        let places: Vec<usize> = reader.columns.split(", ").map(|column| table.place_of(column)).collect();
        look.each(table, within, |row| {
            look.count_row();
            if let Err(error) = (reader.read)(&Projection::of(row, &places)) {
                let what = look::name(table, row, within);
                look.problem(&format!("{what}: {}", error.inconsistency()));
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// An account that can call.
fn caller(row: &dyn Row, column: usize) -> Result<(), StoreError> {
    let uid = unsigned(row.int(column)?)?;
    let account = AccountId::from_u64(uid);
    account.map(drop).ok_or_else(|| StoreError::Inconsistent(format!("{uid} is not an account")))
}

fn account(row: &dyn Row) -> Result<(), StoreError> {
    row.int(1)?;
    caller(row, 0)
}

fn access_key(row: &dyn Row) -> Result<(), StoreError> {
    caller(row, 0)?;
    parsed(row.text(1)?, AccessKeyId::parse)?;
    parsed(row.text(2)?, KeyStatus::parse)?;
    row.maybe_text(3)?.map_or(Ok(()), |user| parsed(user, EntityId::parse).map(drop))
}

fn group_member(row: &dyn Row) -> Result<(), StoreError> {
    (0..2).try_for_each(|column| parsed(row.text(column)?, EntityId::parse).map(drop))
}

fn counter(row: &dyn Row) -> Result<(), StoreError> {
    unsigned(row.int(1)?)?;
    caller(row, 0)
}

fn catalogue(row: &dyn Row) -> Result<(), StoreError> {
    (0..4).try_for_each(|column| unsigned(row.int(column)?).map(drop))
}

fn image_in_bin(row: &dyn Row) -> Result<(), StoreError> {
    row.int(1)?;
    parsed(row.text(0)?, ImageId::parse).map(drop)
}

fn image_snapshot(row: &dyn Row) -> Result<(), StoreError> {
    parsed(row.text(0)?, SnapshotId::parse)?;
    parsed(row.text(1)?, ImageId::parse).map(drop)
}

fn tag(row: &dyn Row) -> Result<(), StoreError> {
    match parsed(row.text(0)?, ResourceType::parse)? {
        ResourceType::Image => drop(parsed(row.text(1)?, ImageId::parse)?),
        ResourceType::Snapshot => drop(parsed(row.text(1)?, SnapshotId::parse)?),
    }
    unsigned(row.int(2)?).map(drop)
}

fn tag_count(row: &dyn Row) -> Result<(), StoreError> {
    parsed(row.text(0)?, Status::parse)?;
    unsigned(row.int(1)?).map(drop)
}

fn account_and_image(row: &dyn Row) -> Result<(), StoreError> {
    account_from(row.int(0)?)?;
    parsed(row.text(1)?, ImageId::parse).map(drop)
}

fn head_change(row: &dyn Row) -> Result<(), StoreError> {
    families::read_change(row)?;
    parsed(row.text(5)?, |text| FamilyName::parse(text).ok()).map(drop)
}

fn removal(row: &dyn Row) -> Result<(), StoreError> {
    let well_formed = |is: fn(&str) -> bool| move |text: &str| is(text).then_some(());
    parsed(row.text(0)?, well_formed(ObjectPath::is_bucket))?;
    parsed(row.text(1)?, well_formed(ObjectPath::is_object))?;
    row.maybe_text(2)?.map_or(Ok(()), |task| parsed(task, TaskId::parse).map(drop))
}

fn image_instance(row: &dyn Row) -> Result<(), StoreError> {
    account_and_image(row)?;
    parsed(row.text(2)?, InstanceId::parse).map(drop)
}

fn client_token(row: &dyn Row) -> Result<(), StoreError> {
    row.text(0)?;
    row.text(1)?;
    row.int(2).map(drop)
}

fn nonce(row: &dyn Row) -> Result<(), StoreError> {
    caller(row, 0)?;
    parsed(row.text(1)?, AccessKeyId::parse)?;
    row.int(2).map(drop)
}

/// Account 0 has a trail of its own, too.
fn audit_trail(row: &dyn Row) -> Result<(), StoreError> {
    account_from(row.int(0)?)?;
    audit::read_link(row, 1).map(drop)
}

fn audit_event(row: &dyn Row) -> Result<(), StoreError> {
    account_from(row.int(0)?)?;
    row.text(1)?;
    unsigned(row.int(2)?)?;
    row.int(3)?;
    row.text(4)?;
    row.text(5).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::TABLES;

    #[test]
    fn every_table_is_read() {
        let read: Vec<&str> = READERS.iter().map(|reader| reader.table).collect();
        assert_eq!(read, TABLES.iter().map(|table| table.name).collect::<Vec<_>>());
    }
}
