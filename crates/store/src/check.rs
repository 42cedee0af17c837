//! Whether all that is kept fits together: the data, catalogue by catalogue, and the bytes that snapshots name.
//!
//! Each catalogue is read as of one instant, so that nodes may go on serving meanwhile. Where the database and a bucket
//! cannot be seen at one instant, what does not fit is looked at once more before it is told.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use imagekin_catalog::RegionId;

use self::look::Look;
use crate::tables::Cell;
use crate::{Catalogue, Objects, Store, StoreError, Tell, Told};

mod access;
mod accounts;
mod audit;
mod counts;
mod disks;
mod heads;
mod look;
mod named_objects;
mod orphans;
mod rows;
mod rules;
mod sharing;
mod tags;
pub(crate) use named_objects::NamedObject;

/// How closely the bytes of snapshots are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BytesChecked {
    /// Every object is there with its length, and there is no other.
    Length,
    /// And it has its SHA-256: all bytes are read.
    Digest,
}

/// What is looked at beside the database.
#[derive(Clone, Debug)]
pub struct Check {
    /// How closely the bytes are looked at.
    pub bytes: BytesChecked,
    /// The bucket of snapshots, of each region.
    pub snapshot_bucket: String,
    /// Regions whose bucket may hold what nothing names, beside those of the catalogues.
    pub regions: Vec<RegionId>,
    /// Regions whose bucket of snapshots is not looked into.
    pub left_out: Vec<RegionId>,
}

/// How much was looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// Accounts in a region.
    pub catalogues: u64,
    /// Rows of all tables.
    pub rows: u64,
    /// Objects in the buckets of snapshots.
    pub objects: u64,
    /// How much does not fit.
    pub problems: u64,
}

impl Store {
    /// Looks at all that is kept, and tells what does not fit; without `objects` no bucket is looked into.
    ///
    /// # Errors
    /// What the database or a bucket says: then not all was looked at.
    pub async fn check(
        &self,
        objects: Option<&Objects>,
        check: &Check,
        tell: Tell,
    ) -> Result<Checked, StoreError> {
        let counts = Arc::new(Counts::default());
        let tell = counts.counting(tell);
        self.check_database(&tell).await?;
        let mut regions: BTreeSet<RegionId> = check.regions.iter().cloned().collect();
        let mut catalogues = 0;
        let mut last = None;
        while let Some(place) = self.next_place(last).await? {
            catalogues += 1;
            tell(Told::At(place.to_string()));
            last = Some(place.clone());
            let Some(catalogue) = place.catalogue() else {
                tell(Told::Problem(format!("{place}: there is no such account, or no such region")));
                continue;
            };
            self.check_catalogue(catalogue.clone(), check.snapshot_bucket.clone(), &tell).await?;
            if let Some(objects) = objects.filter(|_| check.looks_into(&catalogue.region)) {
                self.check_named_objects(objects, check, &catalogue, &tell).await?;
            }
            regions.insert(catalogue.region);
        }
        for region in regions.iter().filter(|region| check.looks_into(region)) {
            let Some(objects) = objects else { break };
            tell(Told::At(format!("bucket {} in {region}", check.snapshot_bucket)));
            self.check_orphans(objects, &check.snapshot_bucket, region, &tell).await?;
        }
        Ok(counts.checked(catalogues))
    }

    /// What belongs to no catalogue: the database's own order, accounts, their keys, who may do what, and the audit log.
    async fn check_database(&self, tell: &Tell) -> Result<(), StoreError> {
        tell(Told::At("the database".to_owned()));
        for damage in self.damage().await? {
            tell(Told::Problem(format!("the database is damaged: {damage}")));
        }
        let (tell, key_ring) = (Arc::clone(tell), self.key_ring());
        self.read_patiently(move |read| {
            let look = Look::new(read, String::new(), &tell);
            rows::check(&look, &[])?;
            accounts::check(&look, &key_ring)?;
            access::check(&look)?;
            audit::check(&look)
        })
        .await
    }

    async fn check_catalogue(
        &self,
        catalogue: Catalogue,
        bucket: String,
        tell: &Tell,
    ) -> Result<(), StoreError> {
        let tell = Arc::clone(tell);
        self.read_patiently(move |read| {
            let Catalogue { account, region } = &catalogue;
            let look = Look::new(read, format!("{account} {region}: "), &tell);
            rows::check(&look, &look::within(&catalogue))?;
            counts::check(&look, &catalogue)?;
            rules::check(&look, &catalogue, &bucket)?;
            tags::check(&look, &catalogue)?;
            disks::check(&look, &catalogue)?;
            heads::check(&look, &catalogue)?;
            sharing::check(&look, &catalogue)
        })
        .await
    }
}

impl Check {
    fn looks_into(&self, region: &RegionId) -> bool {
        !self.left_out.contains(region)
    }
}

/// What was told, counted.
#[derive(Default)]
struct Counts {
    rows: AtomicU64,
    objects: AtomicU64,
    problems: AtomicU64,
}

impl Counts {
    fn counting(self: &Arc<Self>, tell: Tell) -> Tell {
        let counts = Arc::clone(self);
        Arc::new(move |told| {
            match &told {
                Told::Problem(_) => counts.problems.fetch_add(1, Ordering::Relaxed),
                Told::Rows(more) => counts.rows.fetch_add(*more, Ordering::Relaxed),
                Told::Objects(more) => counts.objects.fetch_add(*more, Ordering::Relaxed),
                Told::At(_) => 0,
            };
            tell(told);
        })
    }

    fn checked(&self, catalogues: u64) -> Checked {
        let count = |of: &AtomicU64| of.load(Ordering::Relaxed);
        Checked {
            catalogues,
            rows: count(&self.rows),
            objects: count(&self.objects),
            problems: count(&self.problems),
        }
    }
}

/// The text of a cell; empty where it has none.
fn text(cell: &Cell) -> &str {
    match cell {
        Cell::Text(text) => text,
        _ => "",
    }
}
