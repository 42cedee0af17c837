//! The recycle bin: deleted images that can be restored, and the snapshots that they need for it.

use imagekin_catalog::{Image, ImageId, SnapshotId, Timestamp};

use super::{COLUMNS, read_image};
use crate::db::{Row, first_row, rows};
use crate::statement::Condition;
use crate::store::key;
use crate::{Catalogue, Read, StoreError, Write};

/// Where what [`COLUMNS`] has not stands behind it: the instant of the deletion, then the end of the bin.
const DELETED_AT: usize = 27;
/// An image by its id, in the bin or not.
const BY_ID: &str = "images LEFT JOIN bin_images USING (account_id, region_id, image_id)";
/// The images in the bin.
const IN_BIN: &str = "bin_images JOIN images USING (account_id, region_id, image_id)";

/// A deleted image.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeletedImage {
    /// As it was last.
    pub image: Image,
    /// When it was deleted.
    pub deleted_at: Timestamp,
    /// Until when it can be restored; `None` where it never could.
    pub restorable_until: Option<Timestamp>,
}

impl Read<'_> {
    /// The image, if it is deleted: whether it can be restored is for the rules to say.
    ///
    /// # Errors
    /// What the database says.
    pub fn deleted_image(
        &self,
        catalogue: &Catalogue,
        id: &ImageId,
    ) -> Result<Option<DeletedImage>, StoreError> {
        let mut condition = Condition::of(catalogue);
        condition.equals("image_id", Some(id.as_str()));
        condition.and("deleted_at_us IS NOT NULL");
        let sql = select(BY_ID, &condition);
        first_row(self.db, &sql, &condition.values, read_deleted)
    }

    /// The deleted images that can be restored at `now`, those that can be longest first; from the one on that comes after
    /// `after`, at most `limit`.
    ///
    /// # Errors
    /// What the database says.
    pub fn restorable_images(
        &self,
        catalogue: &Catalogue,
        now: Timestamp,
        after: Option<&(Timestamp, String)>,
        limit: u64,
    ) -> Result<Vec<DeletedImage>, StoreError> {
        let (sql, condition) = listing(catalogue, now, after, limit);
        rows(self.db, &sql, &condition.values, read_deleted)
    }

    /// Until when a deleted image needs the snapshot to come back; `None` where none does.
    ///
    /// # Errors
    /// What the database says.
    pub fn snapshot_kept_until(
        &self,
        catalogue: &Catalogue,
        id: &SnapshotId,
    ) -> Result<Option<Timestamp>, StoreError> {
        let [account, region] = key(catalogue);
        let sql = "SELECT MAX(restorable_until_us) FROM bin_snapshots \
                   WHERE account_id = $1 AND region_id = $2 AND snapshot_id = $3";
        let until = first_row(self.db, sql, &[account, region, id.as_str().into()], |row| row.maybe_int(0))?;
        Ok(until.flatten().map(Timestamp::from_micros))
    }
}

impl Write<'_> {
    /// Brings an image back that is deleted, as it was last: its id, its instant and its place in the order are those that it
    /// had. Nobody shares it any more.
    ///
    /// # Errors
    /// What the database says.
    pub fn restore_image(&mut self, deleted: &Image) -> Result<(), StoreError> {
        let image = Image {
            is_public: false,
            share_count: 0,
            // Instances may have gone since, which nobody has counted at a deleted image.
            instance_count: self.count_image_users(&deleted.id)?,
            ..deleted.clone()
        };
        self.change_heads(None, Some(&image))?;
        self.update_image(&image)?;
        let [account, region] = key(&self.catalogue);
        let which = [account, region, image.id.as_str().into()];
        let sql = "UPDATE images SET deleted_at_us = NULL \
                   WHERE account_id = $1 AND region_id = $2 AND image_id = $3";
        self.read.db.send(sql, &which)?;
        let sql = "DELETE FROM bin_images WHERE account_id = $1 AND region_id = $2 AND image_id = $3";
        self.read.db.send(sql, &which)?;
        let sql = "DELETE FROM bin_snapshots \
                   WHERE account_id = $1 AND region_id = $2 AND snapshot_id = $3 AND image_id = $4";
        self.of_each_snapshot(sql, &image)?;
        self.file_snapshots(&image)?;
        self.file_tags_of(&image)?;
        self.counts.images += 1;
        Ok(())
    }

    /// Puts a deleted image into the bin until then, and writes down that it needs its snapshots as long.
    pub(super) fn put_into_bin(&self, image: &Image, until: Timestamp) -> Result<(), StoreError> {
        let until = until.as_micros().into();
        let [account, region] = key(&self.catalogue);
        let sql = "INSERT INTO bin_images (account_id, region_id, image_id, restorable_until_us) \
                   VALUES ($1, $2, $3, $4)";
        self.read.db.send(sql, &[account, region, image.id.as_str().into(), until])?;
        let sql = "INSERT INTO bin_snapshots (account_id, region_id, snapshot_id, image_id, restorable_until_us) \
                   VALUES ($1, $2, $3, $4, $5) ON CONFLICT (account_id, region_id, snapshot_id, image_id) DO NOTHING";
        for snapshot_id in image.disks.iter().filter_map(|disk| disk.snapshot_id.as_ref()) {
            let values = [account, region, snapshot_id.as_str().into(), image.id.as_str().into(), until];
            self.read.db.send(sql, &values)?;
        }
        Ok(())
    }

    /// Nothing needs the snapshot any more that is being deleted.
    pub(crate) fn keep_snapshot_no_longer(&self, id: &SnapshotId) -> Result<(), StoreError> {
        let sql = "DELETE FROM bin_snapshots WHERE account_id = $1 AND region_id = $2 AND snapshot_id = $3";
        let [account, region] = key(&self.catalogue);
        self.read.db.send(sql, &[account, region, id.as_str().into()])
    }
}

/// The statement that reads a page of the bin, and what is bound in it.
fn listing<'f>(
    catalogue: &'f Catalogue,
    now: Timestamp,
    after: Option<&'f (Timestamp, String)>,
    limit: u64,
) -> (String, Condition<'f>) {
    let mut condition = Condition::of(catalogue);
    condition.compare("restorable_until_us", ">", Some(now));
    if let Some((until, id)) = after {
        let until = condition.bind(until.as_micros().into());
        let id = condition.bind(id.as_str().into());
        condition.and(&format!("(restorable_until_us, image_id) < ({until}, {id})"));
    }
    let limit = condition.bind_count(limit);
    let newest_first = "ORDER BY restorable_until_us DESC, image_id DESC";
    (format!("{} {newest_first} LIMIT {limit}", select(IN_BIN, &condition)), condition)
}

fn select(images: &str, condition: &Condition<'_>) -> String {
    format!("SELECT {COLUMNS}, deleted_at_us, restorable_until_us FROM {images} WHERE {}", condition.sql)
}

fn read_deleted(row: &dyn Row) -> Result<DeletedImage, StoreError> {
    Ok(DeletedImage {
        image: read_image(row)?,
        deleted_at: Timestamp::from_micros(row.int(DELETED_AT)?),
        restorable_until: row.maybe_int(DELETED_AT + 1)?.map(Timestamp::from_micros),
    })
}

#[cfg(test)]
mod tests {
    use imagekin_access::AccountId;
    use imagekin_catalog::RegionId;

    use super::*;
    use crate::db::sqlite::{Readers, Sqlite};
    use crate::{KeyRing, Store};

    /// Whatever was deleted long ago, a page of the bin is read in the order of its index.
    #[test]
    fn the_bin_is_read_in_its_index() {
        let folder = tempfile::tempdir().expect("a folder");
        let key = KeyRing::open(&folder.path().join("master.key"), || [1; 32]).expect("a key");
        Store::open(folder.path(), key).expect("a store");
        let database = Readers::new(&folder.path().join("imagekin.db")).expect("its database");
        let region = RegionId::parse("cn-hangzhou").expect("a region");
        let catalogue = Catalogue { account: AccountId::SYSTEM, region };
        let now = Timestamp::from_seconds(0);
        let last = (now, "m-1".to_owned());
        for after in [None, Some(&last)] {
            let (sql, condition) = listing(&catalogue, now, after, 10);
            let explain = format!("EXPLAIN QUERY PLAN {sql}");
            let read = |db: &Sqlite| rows(db, &explain, &condition.values, |row| Ok(row.text(3)?.to_owned()));
            let plan: Vec<String> = database.read(read).expect("a plan");
            let [bin, images] = &*plan else { panic!("{plan:#?}") };
            assert!(
                bin.contains("INDEX bin_images_by_end") && images.starts_with("SEARCH images"),
                "{plan:#?}"
            );
        }
    }
}
