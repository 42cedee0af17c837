//! Backups of an embedded store, taken while another process may be serving it: the database as of one instant, the master
//! keys if they are kept in its folder, and the objects of the buckets that are folders.
//!
//! The database comes first; the objects that it names come after it, and a server takes none of them away meanwhile
//! ([`hold`]). Where one is gone all the same, the database is taken again: what was copied stays, so each round has less
//! to copy.

use std::collections::BTreeSet;
use std::path::Path;

use imagekin_catalog::RegionId;

use self::hold::Hold;
use self::missing::Missing;
use crate::check::NamedObject;
use crate::store::embedded;
use crate::{Catalogue, KeyRing, ObjectPath, Objects, Store, StoreError, Tell, Told};

mod files;
mod hold;
mod manifest;
mod missing;

pub use hold::is_being_backed_up;
pub use manifest::{Elsewhere, Manifest};

/// How often the database is taken, when objects vanish while they are copied.
const ROUNDS_MAX: usize = 8;
/// The file of the database.
const DATABASE: &str = "imagekin.db";
/// The file of the master keys, in a data folder and in its backup.
const KEY_FILE: &str = "master.key";
/// Objects listed, and snapshots read, at once.
const PAGE: usize = 500;

/// A store to be backed up.
pub struct Backup<'b> {
    /// Its folder.
    pub folder: &'b Path,
    /// Its master keys.
    pub key_ring: &'b KeyRing,
    /// Its buckets.
    pub objects: &'b Objects,
    /// What the settings say of it.
    pub manifest: Manifest,
}

impl Backup<'_> {
    /// Copies all of it into `to`, an empty folder. What is there is complete when this returns.
    ///
    /// # Errors
    /// [`StoreError::Folder`], [`StoreError::SchemaBehind`], [`StoreError::Unavailable`] when objects vanish faster than they
    /// are copied, or what the database or a bucket says.
    pub async fn take(&self, to: &Path, tell: &Tell) -> Result<(), StoreError> {
        let objects = Objects::open(&to.join("objects"))?;
        let hold = Hold::begin(self.folder)?;
        let copy = self.take_data(to, &objects, tell).await?;
        drop(hold);
        if !self.manifest.is_without_master_keys() {
            // Those of after the copy, for its secrets may have been sealed anew since the beginning; and those of before it, for
            // one may have been dropped since.
            let key_ring = KeyRing::read(&self.folder.join(KEY_FILE))?;
            key_ring.joined(self.key_ring).write(&to.join(KEY_FILE))?;
        }
        self.drop_unnamed(&copy, &objects).await?;
        drop(copy);
        self.copy_others(&objects, tell).await?;
        drop(objects);
        files::remove_drafts(&to.join("objects"))?;
        self.manifest.write(to)
    }

    /// Takes the database, and the objects that it names; gives the copy of the database.
    async fn take_data(&self, to: &Path, objects: &Objects, tell: &Tell) -> Result<Store, StoreError> {
        let mut missing = Missing::default();
        for _ in 0..ROUNDS_MAX {
            let copy = self.take_database(to, tell).await?;
            self.copy_named(&copy, objects, &mut missing, tell).await?;
            if let Some(lost) = missing.end_round() {
                lost.into_iter().for_each(|lost| tell(Told::Problem(lost)));
                return Ok(copy);
            }
        }
        Err(StoreError::Unavailable(format!(
            "in each of {ROUNDS_MAX} rounds the server took objects away that were still to be copied"
        )))
    }

    async fn take_database(&self, to: &Path, tell: &Tell) -> Result<Store, StoreError> {
        tell(Told::At("the database".to_owned()));
        let (folder, target) = (self.folder.to_owned(), to.to_owned());
        let copying = move || embedded::copy_database(&folder, &target);
        tokio::task::spawn_blocking(copying).await.map_err(|error| {
            StoreError::Unavailable(format!("the copy of the database was given up: {error}"))
        })??;
        Store::open_to_read(to, self.key_ring.clone())
    }

    /// Copies the objects that the snapshots of the copied database name, and those that copies have still to read.
    async fn copy_named(
        &self,
        copy: &Store,
        target: &Objects,
        missing: &mut Missing,
        tell: &Tell,
    ) -> Result<(), StoreError> {
        let mut last = None;
        while let Some(place) = copy.next_place(last).await? {
            last = Some(place.clone());
            let Some(catalogue) = place.catalogue() else { continue };
            if !self.is_here(&catalogue.region)? {
                continue;
            }
            tell(Told::At(place.to_string()));
            self.copy_snapshots(copy, &catalogue, target, missing, tell).await?;
        }
        self.copy_sources(copy, target, missing, tell).await
    }

    async fn copy_snapshots(
        &self,
        copy: &Store,
        catalogue: &Catalogue,
        target: &Objects,
        missing: &mut Missing,
        tell: &Tell,
    ) -> Result<(), StoreError> {
        let mut after = String::new();
        loop {
            let page = copy.named_objects(catalogue, &after, PAGE).await?;
            for named in &page.found {
                self.copy_object(named, target, missing, tell).await?;
            }
            let Some(last) = page.last else { return Ok(()) };
            after = last;
        }
    }

    /// Copies what copies have still to read, whether or not a snapshot has it any more.
    async fn copy_sources(
        &self,
        copy: &Store,
        target: &Objects,
        missing: &mut Missing,
        tell: &Tell,
    ) -> Result<(), StoreError> {
        let mut after = (String::new(), String::new());
        loop {
            let page = copy.objects_to_be_copied(after, PAGE).await?;
            for named in &page.found {
                if self.is_here(&named.region)? {
                    self.copy_object(named, target, missing, tell).await?;
                }
            }
            let Some(last) = page.last else { return Ok(()) };
            after = last;
        }
    }

    /// Copies one object, if that is not done yet.
    async fn copy_object(
        &self,
        named: &NamedObject,
        target: &Objects,
        missing: &mut Missing,
        tell: &Tell,
    ) -> Result<(), StoreError> {
        let NamedObject { snapshot_id: id, region, bytes } = named;
        let object = &bytes.path;
        // A name that no object has, `check` tells of.
        let path = ObjectPath::new(region, &self.manifest.snapshot_bucket, object);
        let Some(path) = path else { return Ok(()) };
        // What was copied, in an earlier round or for a snapshot of this one, is what it was: no object of this bucket is ever
        // overwritten.
        if target.length(&path).await?.is_some() {
            return Ok(());
        }
        if self.objects.copy_to(&path, target).await? {
            tell(Told::Objects(1));
        } else {
            let told = format!("{region}: snapshot {id}: its object {object} is not there");
            missing.add(format!("{region}/{object}"), told);
        }
        Ok(())
    }

    /// Takes out of the copied buckets of snapshots what an earlier round has copied and the database names no more.
    async fn drop_unnamed(&self, copy: &Store, target: &Objects) -> Result<(), StoreError> {
        let bucket = &self.manifest.snapshot_bucket;
        for region in target.regions().await? {
            let mut after = String::new();
            loop {
                let orphans = copy.orphans(target, bucket, &region, &mut after).await?;
                let paths =
                    orphans.found.iter().filter_map(|(object, _)| ObjectPath::new(&region, bucket, object));
                for path in paths {
                    target.delete(&path).await?;
                }
                if orphans.listed == 0 {
                    break;
                }
            }
        }
        Ok(())
    }

    /// Copies all other buckets that are folders, as they are found.
    async fn copy_others(&self, target: &Objects, tell: &Tell) -> Result<(), StoreError> {
        let snapshots = &self.manifest.snapshot_bucket;
        for region in self.objects.regions().await? {
            let buckets: BTreeSet<String> = self.objects.buckets(&region).await?;
            for bucket in buckets.iter().filter(|bucket| *bucket != snapshots) {
                if self.objects.is_elsewhere(&region, bucket)?
                    || !self.objects.is_bucket_in(&region, bucket).await?
                {
                    continue;
                }
                tell(Told::At(format!("bucket {bucket} in {region}")));
                target.create_bucket(&region, bucket).await?;
                self.copy_bucket(&region, bucket, target, tell).await?;
            }
        }
        Ok(())
    }

    async fn copy_bucket(
        &self,
        region: &RegionId,
        bucket: &str,
        target: &Objects,
        tell: &Tell,
    ) -> Result<(), StoreError> {
        let mut after = String::new();
        loop {
            let page = self.objects.list(region, bucket, "", &after, PAGE).await?;
            let Some(last) = page.last() else { return Ok(()) };
            after.clone_from(&last.object);
            for path in page.iter().filter_map(|listed| ObjectPath::new(region, bucket, &listed.object)) {
                // One that is gone by now was taken away by its owner.
                if self.objects.copy_to(&path, target).await? {
                    tell(Told::Objects(1));
                }
            }
        }
    }

    /// Is the bucket of snapshots of this region in a folder?
    fn is_here(&self, region: &RegionId) -> Result<bool, StoreError> {
        Ok(!self.objects.is_elsewhere(region, &self.manifest.snapshot_bucket)?)
    }
}

/// Copies the backup in `from`, of which `manifest` is, into `to`, an empty folder, which is a data folder then.
///
/// # Errors
/// [`StoreError::Folder`] when a file cannot be read or written.
pub async fn restore(from: &Path, manifest: &Manifest, to: &Path, tell: &Tell) -> Result<(), StoreError> {
    let kept: &[&str] = if manifest.is_without_master_keys() { &[DATABASE] } else { &[KEY_FILE, DATABASE] };
    let (from, to, tell) = (from.to_owned(), to.to_owned(), Tell::clone(tell));
    let copying = move || {
        for file in kept {
            files::copy_file(&from.join(file), &to.join(file))?;
        }
        files::copy_folder(&from.join("objects"), &to.join("objects"), &|| tell(Told::Objects(1)))?;
        files::sync_folder(&to)
    };
    let given_up = |error| StoreError::Unavailable(format!("the copy was given up: {error}"));
    tokio::task::spawn_blocking(copying).await.map_err(given_up)?
}

#[cfg(test)]
mod tests;
