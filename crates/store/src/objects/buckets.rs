//! Buckets themselves: which there are, new ones, and those that go.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use imagekin_catalog::RegionId;
use opendal::{Error, ErrorKind};

use super::{ObjectPath, Objects, folder};
use crate::StoreError;

impl Objects {
    /// Does the bucket exist in this region?
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn is_bucket_in(&self, region: &RegionId, bucket: &str) -> Result<bool, StoreError> {
        Ok(self.bucket(region, bucket)?.exists().await?)
    }

    /// The buckets of a region that can be told: those in folders, and those that have a placement of their own.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn buckets(&self, region: &RegionId) -> Result<BTreeSet<String>, StoreError> {
        let here = self.placed.iter().filter(|placed| placed.region == *region);
        let mut names: BTreeSet<String> = here.clone().filter_map(|placed| placed.bucket.clone()).collect();
        let mut folders = vec![self.folder.file(region.as_str())];
        folders.extend(
            here.filter(|placed| placed.bucket.is_none())
                .filter_map(|placed| placed.folder())
                .map(|folder| folder.file("")),
        );
        for folder in folders {
            names.extend(folder::blocking(move || buckets_in(&folder)).await?);
        }
        Ok(names)
    }

    /// Makes a bucket, unless it is there. Only in folders: elsewhere its owner does.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn create_bucket(&self, region: &RegionId, bucket: &str) -> Result<(), StoreError> {
        let place = self.bucket(region, bucket)?;
        match &place.folder {
            Some(folder) => Ok(folder.add_bucket(&place.prefix).await?),
            None => Err(elsewhere().into()),
        }
    }

    /// Deletes a bucket, and says whether it could: only an empty one goes. One that is not there is deleted already.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn delete_bucket(&self, region: &RegionId, bucket: &str) -> Result<bool, StoreError> {
        let place = self.bucket(region, bucket)?;
        match &place.folder {
            Some(folder) => Ok(folder.remove_bucket(&place.prefix).await?),
            None => Err(elsewhere().into()),
        }
    }
}

/// The folders in `folder` that are buckets by their names.
fn buckets_in(folder: &Path) -> io::Result<Vec<String>> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if folder::is_absent(&error) => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().into_string().unwrap_or_default();
        if ObjectPath::is_bucket(&name) && entry.path().is_dir() {
            names.push(name);
        }
    }
    Ok(names)
}

fn elsewhere() -> Error {
    Error::new(ErrorKind::Unsupported, "buckets on other machines are made and deleted there")
}
