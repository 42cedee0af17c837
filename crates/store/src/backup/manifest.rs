//! What a backup says of itself: written last, so that what has none is no backup.

use std::fs::File;
use std::io::Write;
use std::path::Path;

use imagekin_catalog::RegionId;
use serde::{Deserialize, Serialize};

use super::files;
use crate::StoreError;

/// The file.
const NAME: &str = "backup.json";
/// The form of the backup; another one is refused.
const FORM: u32 = 1;

/// What is said of a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    form: u32,
    /// The version of the program that made it.
    pub made_by: String,
    /// The bucket of snapshots, in every region.
    pub snapshot_bucket: String,
    /// Buckets that are not in it.
    pub elsewhere: Vec<Elsewhere>,
    /// Are the master keys not in it, because they are kept in another place than the data folder?
    #[serde(default)]
    without_master_keys: bool,
}

/// A bucket on another machine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Elsewhere {
    /// Its region.
    pub region: String,
    /// Its name; `None` for all of the region that are not named themselves.
    pub bucket: Option<String>,
}

impl Manifest {
    /// That of a backup made by this version of the program.
    #[must_use]
    pub fn new(snapshot_bucket: String, elsewhere: Vec<Elsewhere>) -> Self {
        let made_by = env!("CARGO_PKG_VERSION").to_owned();
        Self { form: FORM, made_by, snapshot_bucket, elsewhere, without_master_keys: false }
    }

    /// The same of a backup without the master keys.
    #[must_use]
    pub fn without_master_keys(self) -> Self {
        Self { without_master_keys: true, ..self }
    }

    /// Are the master keys not in it?
    #[must_use]
    pub fn is_without_master_keys(&self) -> bool {
        self.without_master_keys
    }

    /// That of the backup in `folder`.
    ///
    /// # Errors
    /// [`StoreError::Unusable`] when there is no backup, or one of a form that this program does not know.
    pub fn read(folder: &Path) -> Result<Self, StoreError> {
        let path = folder.join(NAME);
        let unusable =
            |why: String| StoreError::Unusable(format!("{} is no backup: {why}", folder.display()));
        let text = std::fs::read(&path).map_err(|error| unusable(format!("{NAME}: {error}")))?;
        let manifest: Self =
            serde_json::from_slice(&text).map_err(|error| unusable(format!("{NAME}: {error}")))?;
        match manifest.form {
            FORM => Ok(manifest),
            form => Err(unusable(format!("its form is {form}; version {} knows it", manifest.made_by))),
        }
    }

    pub(super) fn write(&self, folder: &Path) -> Result<(), StoreError> {
        let path = folder.join(NAME);
        let fault = StoreError::folder(&path);
        let text = serde_json::to_vec_pretty(self).map_err(|error| fault(error.into()))?;
        let mut file = File::create(&path).map_err(&fault)?;
        file.write_all(&text).and_then(|()| file.sync_all()).map_err(fault)?;
        files::sync_folder(folder)
    }

    /// Of these regions, those whose bucket of snapshots is not in the backup.
    #[must_use]
    pub fn regions_elsewhere(&self) -> Vec<RegionId> {
        let holds_snapshots =
            |there: &&Elsewhere| there.bucket.as_ref().is_none_or(|bucket| *bucket == self.snapshot_bucket);
        let there = self.elsewhere.iter().filter(holds_snapshots);
        there.filter_map(|there| RegionId::parse(&there.region)).collect()
    }
}
