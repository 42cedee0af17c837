//! Snapshots: the disks behind images.

use imagekin_catalog::disk::DiskKind;
use imagekin_catalog::snapshot::{SnapshotBytes, SnapshotStatus};
use imagekin_catalog::{Snapshot, SnapshotId, Timestamp};

use crate::db::{Row, Value, first_row, parsed};
use crate::store::{key, signed, unsigned};
use crate::{Catalogue, Read, StoreError, Write};

impl Read<'_> {
    /// The snapshot.
    ///
    /// # Errors
    /// What the database says.
    pub fn snapshot(&self, catalogue: &Catalogue, id: &SnapshotId) -> Result<Option<Snapshot>, StoreError> {
        let [account, region] = key(catalogue);
        let sql = "SELECT snapshot_id, created_at_us, status, source_disk, size_gib, bytes_path, bytes_length, bytes_sha256 \
                   FROM snapshots WHERE account_id = $1 AND region_id = $2 AND snapshot_id = $3";
        first_row(self.db, sql, &[account, region, id.as_str().into()], read_snapshot)
    }
}

impl Write<'_> {
    /// Adds a snapshot, or replaces the one of the same id.
    ///
    /// # Errors
    /// What the database says.
    pub fn put_snapshot(&self, snapshot: &Snapshot) -> Result<(), StoreError> {
        let [account, region] = key(&self.catalogue);
        let sql = "INSERT INTO snapshots (account_id, region_id, snapshot_id, created_at_us, status, source_disk, size_gib, \
                   bytes_path, bytes_length, bytes_sha256) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) \
                   ON CONFLICT (account_id, region_id, snapshot_id) DO UPDATE SET status = excluded.status, \
                   size_gib = excluded.size_gib, bytes_path = excluded.bytes_path, bytes_length = excluded.bytes_length, \
                   bytes_sha256 = excluded.bytes_sha256";
        let bytes = snapshot.bytes.as_ref();
        let length = bytes.map(|bytes| signed(bytes.length)).transpose()?;
        let values = [
            account,
            region,
            snapshot.id.as_str().into(),
            snapshot.created_at.as_micros().into(),
            snapshot.status.as_str().into(),
            snapshot.source_disk.as_str().into(),
            i64::from(snapshot.size_gib).into(),
            bytes.map(|bytes| bytes.path.as_str()).into(),
            length.into(),
            bytes.map(|bytes| bytes.sha256.as_str()).into(),
        ];
        self.read.db.execute(sql, &values)?;
        Ok(())
    }

    /// Deletes a snapshot; one that is not there is deleted already.
    ///
    /// # Errors
    /// What the database says.
    pub fn delete_snapshot(&self, id: &SnapshotId) -> Result<(), StoreError> {
        let [account, region] = key(&self.catalogue);
        let sql = "DELETE FROM snapshots WHERE account_id = $1 AND region_id = $2 AND snapshot_id = $3";
        self.read.db.execute(sql, &[account, region, Value::Text(id.as_str())])?;
        Ok(())
    }
}

fn read_snapshot(row: &dyn Row) -> Result<Snapshot, StoreError> {
    let bytes = match row.maybe_text(5)? {
        None => None,
        Some(path) => Some(SnapshotBytes {
            path: path.to_owned(),
            length: unsigned(row.int(6)?)?,
            sha256: row.text(7)?.to_owned(),
        }),
    };
    Ok(Snapshot {
        id: parsed(row.text(0)?, SnapshotId::parse)?,
        created_at: Timestamp::from_micros(row.int(1)?),
        status: parsed(row.text(2)?, SnapshotStatus::parse)?,
        source_disk: parsed(row.text(3)?, DiskKind::parse)?,
        size_gib: u32::try_from(row.int(4)?).unwrap_or(0),
        bytes,
    })
}
