//! Images are filed under the snapshots that their disks are made of, and those that can be used have their snapshots.

use std::collections::BTreeSet;

use imagekin_catalog::disk::DiskMapping;
use imagekin_catalog::{SnapshotId, Status};

use super::look::{self, Look};
use super::text;
use crate::db::{Row, Value};
use crate::store::key;
use crate::tables::{Cell, Table};
use crate::{Catalogue, StoreError, json};

/// Rows read at once.
const PAGE_ROWS: usize = 500;

pub(super) fn check(look: &Look<'_>, catalogue: &Catalogue) -> Result<(), StoreError> {
    let mut made_of = 0_u64;
    each_disk(look, catalogue, |_, _| {
        made_of += 1;
        Ok(())
    })?;
    // Each pair is filed once: when as many are filed well as there are, all are.
    if check_filed(look, catalogue)? == made_of {
        return Ok(());
    }
    let [account, region] = key(catalogue);
    each_disk(look, catalogue, |image, snapshot| {
        let sql = "SELECT image_id FROM image_snapshots \
                   WHERE account_id = $1 AND region_id = $2 AND snapshot_id = $3 AND image_id = $4";
        if !look.finds(sql, &[account, region, snapshot.into(), image.into()])? {
            look.problem(&format!("image {image} is not filed under its snapshot {snapshot}"));
        }
        Ok(())
    })
}

/// Gives every image that is not deleted, with each snapshot that its disks are made of. A row that cannot be read is told
/// elsewhere.
fn each_disk(
    look: &Look<'_>,
    catalogue: &Catalogue,
    mut each: impl FnMut(&str, &str) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let images = Table::named("images");
    let [id, deleted, disks] = ["image_id", "deleted_at_us", "disks"].map(|column| images.place_of(column));
    look.each(images, &look::within(catalogue), |image| {
        if image[deleted] != Cell::Null {
            return Ok(());
        }
        let disks = json::disks(text(&image[disks])).unwrap_or_default();
        let snapshots: BTreeSet<&str> =
            disks.iter().filter_map(|disk| disk.snapshot_id.as_ref()).map(SnapshotId::as_str).collect();
        snapshots.into_iter().try_for_each(|snapshot| each(text(&image[id]), snapshot))
    })
}

/// An image as it is filed under a snapshot, with what there is of both.
struct Filed {
    snapshot_id: String,
    image_id: String,
    /// Its disks and its status, where there is such an image.
    image: Option<(String, String)>,
    /// The status of the snapshot, and whether it has bytes, where it is there.
    snapshot: Option<(String, bool)>,
}

/// Looks at all that is filed, and tells what is not well; gives how much of it belongs to an image.
fn check_filed(look: &Look<'_>, catalogue: &Catalogue) -> Result<u64, StoreError> {
    // That an image is not deleted is asked of its row, not of the join: PostgreSQL would take an index of all that are not
    // deleted, and go through it for each row, as long as it has not counted them.
    let sql = format!(
        "SELECT f.snapshot_id, f.image_id, CASE WHEN i.deleted_at_us IS NULL THEN i.disks END, i.status, s.status, \
         s.bytes_path FROM image_snapshots f \
         LEFT JOIN images i ON i.account_id = f.account_id AND i.region_id = f.region_id AND i.image_id = f.image_id \
         LEFT JOIN snapshots s ON s.account_id = f.account_id AND s.region_id = f.region_id \
         AND s.snapshot_id = f.snapshot_id \
         WHERE f.account_id = $1 AND f.region_id = $2 AND (f.snapshot_id, f.image_id) > ($3, $4) \
         ORDER BY f.snapshot_id, f.image_id LIMIT {PAGE_ROWS}"
    );
    let [account, region] = key(catalogue);
    let (mut well, mut after) = (0, (String::new(), String::new()));
    loop {
        let values = [account, region, Value::Text(&after.0), Value::Text(&after.1)];
        let page = look.rows(&sql, &values, read_filed)?;
        for filed in &page {
            match filed.fault() {
                Ok(()) => well += 1,
                Err(Fault::OfTheDisk(what)) => {
                    well += 1;
                    look.problem(&format!("image {}: {what}", filed.image_id));
                }
                Err(Fault::Misfiled) => look.problem(&format!(
                    "image {} is filed under snapshot {}, and has no disk that is made of it",
                    filed.image_id, filed.snapshot_id
                )),
            }
        }
        match page.into_iter().last() {
            Some(last) => after = (last.snapshot_id, last.image_id),
            None => return Ok(well),
        }
    }
}

fn read_filed(row: &dyn Row) -> Result<Filed, StoreError> {
    let text = |column| row.maybe_text(column).map(|text| text.map(str::to_owned));
    Ok(Filed {
        snapshot_id: row.text(0)?.to_owned(),
        image_id: row.text(1)?.to_owned(),
        image: text(2)?.zip(text(3)?),
        snapshot: text(4)?
            .map(|status| Ok::<_, StoreError>((status, row.maybe_text(5)?.is_some())))
            .transpose()?,
    })
}

/// What is not well with an image under a snapshot.
enum Fault {
    /// It does not belong there.
    Misfiled,
    /// It does, and its disk is not what it should be.
    OfTheDisk(String),
}

impl Filed {
    fn fault(&self) -> Result<(), Fault> {
        let (disks, status) = self.image.as_ref().ok_or(Fault::Misfiled)?;
        let disks = json::disks(disks).map_err(|_| Fault::Misfiled)?;
        let is_its =
            |disk: &&DiskMapping| disk.snapshot_id.as_ref().is_some_and(|id| id.as_str() == self.snapshot_id);
        let disk = disks.iter().find(is_its).ok_or(Fault::Misfiled)?;
        let id = &self.snapshot_id;
        let Some((made, has_bytes)) = &self.snapshot else {
            return Err(Fault::OfTheDisk(format!("its snapshot {id} is not there")));
        };
        let is_usable =
            [Status::Available, Status::Deprecated].iter().any(|usable| usable.as_str() == status);
        if is_usable && made != "accomplished" {
            return Err(Fault::OfTheDisk(format!("it is {status}, and its snapshot {id} is {made}")));
        }
        if is_usable && disk.imported_from.is_some() && !has_bytes {
            return Err(Fault::OfTheDisk(format!("its snapshot {id} was imported and has no bytes")));
        }
        Ok(())
    }
}
