//! The objects that snapshots name are there, as long as they should be, with their digest.

use futures_util::{StreamExt, TryStreamExt, stream};
use imagekin_catalog::RegionId;
use imagekin_catalog::snapshot::SnapshotBytes;

use super::{BytesChecked, Check, Tell, Told};
use crate::db::{Row, Value, has_row, rows};
use crate::snapshots::read_bytes;
use crate::store::key;
use crate::{Catalogue, ObjectPath, Objects, Read, Store, StoreError};

/// Snapshots read at once.
const PAGE_SNAPSHOTS: usize = 500;
/// Objects looked at at once: a bucket on another machine answers after a while.
const AT_ONCE: usize = 16;

/// A snapshot and the object that it names: its own, or that which it is still to be copied from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NamedObject {
    pub(crate) snapshot_id: String,
    /// The region of the object.
    pub(crate) region: RegionId,
    pub(crate) bytes: SnapshotBytes,
}

/// Some of them, in the order of their rows.
pub(crate) struct NamedObjects<P> {
    /// Those whose row can be read: another is told elsewhere.
    pub(crate) found: Vec<NamedObject>,
    /// The place of the last row, whether it can be read or not; `None` where there is no row any more.
    pub(crate) last: Option<P>,
}

impl<P> NamedObjects<P> {
    fn of(rows: Vec<(P, Option<NamedObject>)>) -> Self {
        let (mut found, mut last) = (Vec::new(), None);
        for (place, named) in rows {
            last = Some(place);
            found.extend(named);
        }
        Self { found, last }
    }
}

impl Store {
    /// Looks at the objects of all snapshots of a catalogue.
    pub(super) async fn check_named_objects(
        &self,
        objects: &Objects,
        check: &Check,
        catalogue: &Catalogue,
        tell: &Tell,
    ) -> Result<(), StoreError> {
        let mut after = String::new();
        loop {
            let page = self.named_objects(catalogue, &after, PAGE_SNAPSHOTS).await?;
            let Some(last) = page.last else { return Ok(()) };
            after = last;
            let looks = stream::iter(page.found).map(|named| async move {
                let fault = self.fault_of(objects, check, catalogue, &named).await?;
                tell(Told::Objects(1));
                if let Some(fault) = fault {
                    let Catalogue { account, region } = catalogue;
                    let (id, path) = (&named.snapshot_id, &named.bytes.path);
                    tell(Told::Problem(format!(
                        "{account} {region}: snapshot {id}: its object {path} {fault}"
                    )));
                }
                Ok::<(), StoreError>(())
            });
            looks.buffer_unordered(AT_ONCE).try_collect::<()>().await?;
        }
    }

    /// What is wrong with the object of a snapshot, if the snapshot still names it: else it may have been deleted since.
    async fn fault_of(
        &self,
        objects: &Objects,
        check: &Check,
        catalogue: &Catalogue,
        named: &NamedObject,
    ) -> Result<Option<String>, StoreError> {
        let fault = look_at(objects, check, catalogue, &named.bytes).await;
        if matches!(fault, Ok(None)) || self.is_named(catalogue, named).await? { fault } else { Ok(None) }
    }

    async fn is_named(&self, catalogue: &Catalogue, named: &NamedObject) -> Result<bool, StoreError> {
        let (catalogue, named) = (catalogue.clone(), named.clone());
        self.look_up(move |read| {
            let [account, region] = key(&catalogue);
            let sql = "SELECT snapshot_id FROM snapshots \
                       WHERE account_id = $1 AND region_id = $2 AND snapshot_id = $3 AND bytes_path = $4";
            let values = [account, region, Value::Text(&named.snapshot_id), Value::Text(&named.bytes.path)];
            has_row(read.db, sql, &values)
        })
        .await
    }

    /// The snapshots of a catalogue that have bytes, by id, those after `after`, at most `limit`.
    pub(crate) async fn named_objects(
        &self,
        catalogue: &Catalogue,
        after: &str,
        limit: usize,
    ) -> Result<NamedObjects<String>, StoreError> {
        let (catalogue, after) = (catalogue.clone(), after.to_owned());
        self.read_patiently(move |read: &Read<'_>| {
            let sql = format!(
                "SELECT snapshot_id, region_id, bytes_path, bytes_length, bytes_sha256 FROM snapshots \
                 WHERE account_id = $1 AND region_id = $2 AND bytes_path IS NOT NULL AND snapshot_id > $3 \
                 ORDER BY snapshot_id LIMIT {limit}"
            );
            let [account, region] = key(&catalogue);
            let found = rows(read.db, &sql, &[account, region, Value::Text(&after)], |row| {
                Ok((row.text(0)?.to_owned(), read_named(row)?))
            })?;
            Ok(NamedObjects::of(found))
        })
        .await
    }

    /// What copies of any account have still to read, each once, by region and path, those after `after`, at most `limit`. The
    /// snapshots that had the bytes may be deleted by now; the snapshot that is told is one that is to have them.
    pub(crate) async fn objects_to_be_copied(
        &self,
        after: (String, String),
        limit: usize,
    ) -> Result<NamedObjects<(String, String)>, StoreError> {
        self.read_patiently(move |read: &Read<'_>| {
            // A copy of what has no bytes has none to read.
            let sql = format!(
                "SELECT MIN(snapshot_id), copied_region_id, copied_path, MIN(copied_length), MIN(copied_sha256) FROM snapshots \
                 WHERE status = 'progressing' AND copied_path IS NOT NULL AND (copied_region_id, copied_path) > ($1, $2) \
                 GROUP BY copied_region_id, copied_path ORDER BY copied_region_id, copied_path LIMIT {limit}"
            );
            let (region, path) = &after;
            let found = rows(read.db, &sql, &[region.as_str().into(), path.as_str().into()], |row| {
                Ok(((row.text(1)?.to_owned(), row.text(2)?.to_owned()), read_named(row)?))
            })?;
            Ok(NamedObjects::of(found))
        })
        .await
    }
}

/// `None` where the row cannot be read: that is told elsewhere.
fn read_named(row: &dyn Row) -> Result<Option<NamedObject>, StoreError> {
    let (snapshot_id, region) = (row.text(0)?.to_owned(), RegionId::parse(row.text(1)?));
    let read = read_bytes(row, 2).ok().flatten().zip(region);
    Ok(read.map(|(bytes, region)| NamedObject { snapshot_id, region, bytes }))
}

async fn look_at(
    objects: &Objects,
    check: &Check,
    catalogue: &Catalogue,
    bytes: &SnapshotBytes,
) -> Result<Option<String>, StoreError> {
    let Some(path) = ObjectPath::new(&catalogue.region, &check.snapshot_bucket, &bytes.path) else {
        return Ok(Some("has a name that no object has".to_owned()));
    };
    let Some(length) = objects.length(&path).await? else { return Ok(Some("is not there".to_owned())) };
    if length != bytes.length {
        return Ok(Some(format!("has {length} bytes, not {}", bytes.length)));
    }
    if check.bytes == BytesChecked::Digest {
        let sha256 = objects.digest(&path).await?.sha256;
        if sha256 != bytes.sha256 {
            return Ok(Some(format!("has the SHA-256 {sha256}, not {}", bytes.sha256)));
        }
    }
    Ok(None)
}
