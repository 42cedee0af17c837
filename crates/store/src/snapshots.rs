//! Snapshots: the disks behind images.

use imagekin_access::AccountId;
use imagekin_catalog::disk::DiskKind;
use imagekin_catalog::snapshot::{
    CopiedSnapshot, SnapshotAttributes, SnapshotBytes, SnapshotName, SnapshotStatus,
};
use imagekin_catalog::{Description, DiskId, ImageId, RegionId, Snapshot, SnapshotId, Timestamp};

use crate::db::{Connection, Row, RowLock, Value, first_row, has_row, parsed, rows};
use crate::statement::{Condition, Pattern};
use crate::store::{account_value, key, signed, unsigned};
use crate::tags::{Carrier, ResourceType};
use crate::{Catalogue, Read, StoreError, Write, json};

pub(crate) const COLUMNS: &str = "snapshot_id, created_at_us, status, source_disk, size_gib, bytes_path, bytes_length, bytes_sha256, \
    name, description, retention_days, resource_group_id, disk_id, copied_region_id, copied_snapshot_id, copied_path, \
    copied_length, copied_sha256, tags";

/// An image that is not deleted has the snapshot for a disk.
const IN_AN_IMAGE: &str = "EXISTS (SELECT 1 FROM image_snapshots i \
    WHERE i.account_id = snapshots.account_id AND i.region_id = snapshots.region_id \
    AND i.snapshot_id = snapshots.snapshot_id)";

/// What snapshots are asked for. An empty list or a `None` asks for any.
#[derive(Clone, Debug, Default)]
pub struct SnapshotFilter {
    /// Any of these ids.
    pub ids: Vec<String>,
    /// This status.
    pub status: Option<SnapshotStatus>,
    /// This name; `*` stands for any text.
    pub name: Option<String>,
    /// Of this disk.
    pub disk_id: Option<String>,
    /// Of a disk of this instance.
    pub instance_id: Option<String>,
    /// Of a system or of a data disk.
    pub source_disk: Option<DiskKind>,
    /// This resource group.
    pub resource_group_id: Option<String>,
    /// Not older than this.
    pub created_from: Option<Timestamp>,
    /// Not younger than this.
    pub created_until: Option<Timestamp>,
    /// In an image, or in none.
    pub in_an_image: Option<bool>,
    /// All of these tags; without a value, whatever the value.
    pub tags: Vec<(String, Option<String>)>,
}

/// A page of snapshots, newest first.
#[derive(Clone, Debug)]
pub struct SnapshotPage {
    /// How many there are on all pages.
    pub total: u64,
    /// Those of this page, each with whether it is in an image.
    pub snapshots: Vec<(Snapshot, bool)>,
}

impl Read<'_> {
    /// The snapshot.
    ///
    /// # Errors
    /// What the database says.
    pub fn snapshot(&self, catalogue: &Catalogue, id: &SnapshotId) -> Result<Option<Snapshot>, StoreError> {
        load(self.db, catalogue, id, "")
    }

    /// In which region the account has this snapshot: DeleteSnapshot does not say.
    ///
    /// # Errors
    /// What the database says.
    pub fn region_of_snapshot(
        &self,
        account: AccountId,
        id: &SnapshotId,
    ) -> Result<Option<RegionId>, StoreError> {
        let sql = "SELECT region_id FROM snapshots WHERE account_id = $1 AND snapshot_id = $2";
        first_row(self.db, sql, &[account_value(account), id.as_str().into()], |row| {
            parsed(row.text(0)?, RegionId::parse)
        })
    }

    /// Has an image that is not deleted the snapshot for a disk, and not only `besides`?
    ///
    /// # Errors
    /// What the database says.
    pub fn is_in_an_image(
        &self,
        catalogue: &Catalogue,
        id: &SnapshotId,
        besides: Option<&ImageId>,
    ) -> Result<bool, StoreError> {
        let [account, region] = key(catalogue);
        let besides = besides.map_or("", ImageId::as_str).into();
        let sql = "SELECT image_id FROM image_snapshots \
                   WHERE account_id = $1 AND region_id = $2 AND snapshot_id = $3 AND image_id <> $4 LIMIT 1";
        has_row(self.db, sql, &[account, region, id.as_str().into(), besides])
    }

    /// One page of the snapshots that fit, newest first: those after instant and id of `after`, without the first `offset`
    /// of them, at most `limit`.
    ///
    /// # Errors
    /// What the database says.
    pub fn snapshots(
        &self,
        catalogue: &Catalogue,
        filter: &SnapshotFilter,
        after: Option<&(Timestamp, SnapshotId)>,
        offset: u64,
        limit: u64,
    ) -> Result<SnapshotPage, StoreError> {
        let pattern = filter.name.as_deref().map(Pattern::of);
        let mut condition = condition(catalogue, filter, pattern.as_ref());
        let count = format!("SELECT COUNT(*) FROM snapshots WHERE {}", condition.sql);
        let total = first_row(self.db, &count, &condition.values, |row| unsigned(row.int(0)?))?.unwrap_or(0);
        if let Some((created_at, id)) = after {
            let created_at = condition.bind(created_at.as_micros().into());
            let id = condition.bind(id.as_str().into());
            condition.and(&format!(
                "created_at_us <= {created_at} AND (created_at_us < {created_at} OR snapshot_id > {id})"
            ));
        }
        let (limit, offset) = (condition.bind_count(limit), condition.bind_count(offset));
        let page = format!(
            "SELECT {COLUMNS}, CASE WHEN {IN_AN_IMAGE} THEN 1 ELSE 0 END FROM snapshots WHERE {} \
             ORDER BY created_at_us DESC, snapshot_id LIMIT {limit} OFFSET {offset}",
            condition.sql
        );
        let snapshots =
            rows(self.db, &page, &condition.values, |row| Ok((read_snapshot(row)?, row.int(19)? != 0)))?;
        Ok(SnapshotPage { total, snapshots })
    }
}

impl Write<'_> {
    /// The snapshot of a catalogue, this one or another, which nobody deletes until this write ends: so whoever deletes it
    /// after that, and takes its bytes away, finds what this write has made of it.
    ///
    /// # Errors
    /// What the database says.
    pub fn kept_snapshot(
        &self,
        catalogue: &Catalogue,
        id: &SnapshotId,
    ) -> Result<Option<Snapshot>, StoreError> {
        load(self.read.db, catalogue, id, self.read.db.lock(RowLock::Keep))
    }

    /// Adds a snapshot, or replaces the one of the same id, whose disk and instant stay.
    ///
    /// # Errors
    /// What the database says.
    pub fn put_snapshot(&self, snapshot: &Snapshot) -> Result<(), StoreError> {
        let sql = "INSERT INTO snapshots (account_id, region_id, snapshot_id, created_at_us, status, source_disk, size_gib, \
                   bytes_path, bytes_length, bytes_sha256, name, description, retention_days, resource_group_id, disk_id, \
                   copied_region_id, copied_snapshot_id, copied_path, copied_length, copied_sha256, tags) \
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21) \
                   ON CONFLICT (account_id, region_id, snapshot_id) DO UPDATE SET status = excluded.status, \
                   size_gib = excluded.size_gib, bytes_path = excluded.bytes_path, bytes_length = excluded.bytes_length, \
                   bytes_sha256 = excluded.bytes_sha256, name = excluded.name, description = excluded.description, \
                   retention_days = excluded.retention_days, resource_group_id = excluded.resource_group_id, \
                   tags = excluded.tags";
        let [account, region] = key(&self.catalogue);
        let mut values = vec![
            account,
            region,
            snapshot.id.as_str().into(),
            snapshot.created_at.as_micros().into(),
            snapshot.status.as_str().into(),
            snapshot.source_disk.as_str().into(),
            i64::from(snapshot.size_gib).into(),
        ];
        values.extend(bytes_values(snapshot.bytes.as_ref())?);
        let SnapshotAttributes { name, description, retention_days, resource_group_id } =
            &snapshot.attributes;
        let copied = snapshot.copied_from.as_ref();
        values.extend::<[Value<'_>; 7]>([
            name.as_str().into(),
            description.as_str().into(),
            retention_days.map(i64::from).into(),
            resource_group_id.as_str().into(),
            snapshot.disk_id.as_ref().map(DiskId::as_str).into(),
            copied.map(|copied| copied.region.as_str()).into(),
            copied.map(|copied| copied.snapshot_id.as_str()).into(),
        ]);
        values.extend(bytes_values(copied.and_then(|copied| copied.bytes.as_ref()))?);
        let tags = json::of_tags(&snapshot.tags);
        values.push(tags.as_str().into());
        self.read.db.send(sql, &values)?;
        let carrier = Carrier {
            kind: ResourceType::Snapshot,
            id: snapshot.id.as_str(),
            status: snapshot.status.as_str(),
            created_at: snapshot.created_at,
            sequence: 0,
        };
        self.unfile_tags(carrier.kind, carrier.id)?;
        self.file_tags(&carrier, &snapshot.tags)
    }

    /// Deletes a snapshot; one that is not there is deleted already. Its bytes are another matter: `remove_object`.
    ///
    /// # Errors
    /// What the database says.
    pub fn delete_snapshot(&self, id: &SnapshotId) -> Result<(), StoreError> {
        let [account, region] = key(&self.catalogue);
        let sql = "DELETE FROM snapshots WHERE account_id = $1 AND region_id = $2 AND snapshot_id = $3";
        self.read.db.send(sql, &[account, region, Value::Text(id.as_str())])?;
        self.keep_snapshot_no_longer(id)?;
        self.unfile_tags(ResourceType::Snapshot, id.as_str())
    }
}

fn load(
    db: &dyn Connection,
    catalogue: &Catalogue,
    id: &SnapshotId,
    lock: &str,
) -> Result<Option<Snapshot>, StoreError> {
    let [account, region] = key(catalogue);
    let sql = format!(
        "SELECT {COLUMNS} FROM snapshots WHERE account_id = $1 AND region_id = $2 AND snapshot_id = $3{lock}"
    );
    first_row(db, &sql, &[account, region, id.as_str().into()], read_snapshot)
}

fn condition<'f>(
    catalogue: &'f Catalogue,
    filter: &'f SnapshotFilter,
    pattern: Option<&'f Pattern>,
) -> Condition<'f> {
    let mut condition = Condition::of(catalogue);
    condition.any_of("snapshot_id", filter.ids.iter().map(String::as_str));
    condition.equals("status", filter.status.map(SnapshotStatus::as_str));
    condition.fits("name", pattern);
    condition.equals("disk_id", filter.disk_id.as_deref());
    condition.equals("source_disk", filter.source_disk.map(DiskKind::as_str));
    condition.equals("resource_group_id", filter.resource_group_id.as_deref());
    condition.compare("created_at_us", ">=", filter.created_from);
    condition.compare("created_at_us", "<=", filter.created_until);
    if let Some(instance_id) = &filter.instance_id {
        let placeholder = condition.bind(instance_id.as_str().into());
        condition.and(&format!(
            "disk_id IN (SELECT disk_id FROM disks \
             WHERE account_id = $1 AND region_id = $2 AND instance_id = {placeholder})"
        ));
    }
    match filter.in_an_image {
        Some(true) => condition.and(IN_AN_IMAGE),
        Some(false) => condition.and(&format!("NOT {IN_AN_IMAGE}")),
        None => {}
    }
    condition.tagged("snapshot", "snapshot_id", &filter.tags);
    condition
}

fn bytes_values(bytes: Option<&SnapshotBytes>) -> Result<[Value<'_>; 3], StoreError> {
    let length = bytes.map(|bytes| signed(bytes.length)).transpose()?;
    Ok([
        bytes.map(|bytes| bytes.path.as_str()).into(),
        length.into(),
        bytes.map(|bytes| bytes.sha256.as_str()).into(),
    ])
}

/// Reads the columns of [`COLUMNS`].
pub(crate) fn read_snapshot(row: &dyn Row) -> Result<Snapshot, StoreError> {
    let copied_from = match (row.maybe_text(13)?, row.maybe_text(14)?) {
        (Some(region), Some(id)) => Some(CopiedSnapshot {
            region: parsed(region, RegionId::parse)?,
            snapshot_id: parsed(id, SnapshotId::parse)?,
            bytes: read_bytes(row, 15)?,
        }),
        _ => None,
    };
    let retention_days = row.maybe_int(10)?.and_then(|days| u32::try_from(days).ok());
    Ok(Snapshot {
        id: parsed(row.text(0)?, SnapshotId::parse)?,
        attributes: SnapshotAttributes {
            name: parsed(row.text(8)?, |text| SnapshotName::parse(text).ok())?,
            description: parsed(row.text(9)?, |text| Description::parse(text).ok())?,
            retention_days,
            resource_group_id: row.text(11)?.to_owned(),
        },
        status: parsed(row.text(2)?, SnapshotStatus::parse)?,
        disk_id: row.maybe_text(12)?.map(|text| parsed(text, DiskId::parse)).transpose()?,
        source_disk: parsed(row.text(3)?, DiskKind::parse)?,
        size_gib: u32::try_from(row.int(4)?).unwrap_or(0),
        created_at: Timestamp::from_micros(row.int(1)?),
        bytes: read_bytes(row, 5)?,
        copied_from,
        tags: json::tags(row.text(18)?)?,
    })
}

/// Reads path, length and digest, which begin at `column`.
pub(crate) fn read_bytes(row: &dyn Row, column: usize) -> Result<Option<SnapshotBytes>, StoreError> {
    let Some(path) = row.maybe_text(column)? else { return Ok(None) };
    let (length, sha256) = (unsigned(row.int(column + 1)?)?, row.text(column + 2)?.to_owned());
    Ok(Some(SnapshotBytes { path: path.to_owned(), length, sha256 }))
}
