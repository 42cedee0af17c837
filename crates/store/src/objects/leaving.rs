//! Objects on their way into other buckets than those of the store: into a backup.

use std::collections::BTreeSet;
use std::io;

use imagekin_catalog::RegionId;
use opendal::{Error, ErrorKind};

use super::draft::Draft;
use super::{ObjectPath, Objects, folder};
use crate::StoreError;

/// How often an object is copied that is overwritten meanwhile.
const TRIES_MAX: usize = 8;

impl Objects {
    /// The regions that have buckets in folders.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub(crate) async fn regions(&self) -> Result<BTreeSet<RegionId>, StoreError> {
        let root = self.folder.file("");
        let read = move || {
            let names = std::fs::read_dir(root)?.map(|entry| Ok(entry?.file_name()));
            names.collect::<io::Result<Vec<_>>>()
        };
        let names = folder::blocking(read).await?;
        let here = names.iter().filter_map(|name| RegionId::parse(name.to_str()?));
        let placed = self.placed.iter().filter(|placed| placed.folder().is_some());
        Ok(here.chain(placed.map(|placed| placed.region.clone())).collect())
    }

    /// Is the bucket on another machine?
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub(crate) fn is_elsewhere(&self, region: &RegionId, bucket: &str) -> Result<bool, StoreError> {
        Ok(self.bucket(region, bucket)?.folder.is_none())
    }

    /// Copies an object into the same bucket of `target`, durably; `false` when it is not there.
    ///
    /// # Errors
    /// [`StoreError::Objects`], also when it is overwritten again and again.
    pub(crate) async fn copy_to(&self, path: &ObjectPath, target: &Self) -> Result<bool, StoreError> {
        let mut tries = 1;
        loop {
            match self.try_copy_to(path, target).await {
                Ok(()) => return Ok(true),
                Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
                Err(error) if error.kind() == ErrorKind::ConditionNotMatch && tries < TRIES_MAX => tries += 1,
                Err(error) => return Err(error.into()),
            }
        }
    }

    async fn try_copy_to(&self, path: &ObjectPath, target: &Self) -> Result<(), Error> {
        let place = |objects: &Self| objects.place(path).map_err(unexpected);
        let mut source = place(self)?.open(&path.object).await?;
        let draft = Draft::begin(&place(target)?, &path.object, Some(source.length)).await;
        let mut draft = draft.map_err(|error| unexpected(error.into()))?;
        let mut copied = 0;
        while let Some(chunk) = source.next().await? {
            copied += chunk.len() as u64;
            draft.write(chunk).await.map_err(unexpected)?;
        }
        source.check(copied).await?;
        draft.publish().await.map_err(unexpected)
    }
}

/// What the target says is not what the source says: that it is not there, for one.
#[expect(clippy::needless_pass_by_value, reason = "what map_err gives")]
fn unexpected(error: StoreError) -> Error {
    Error::new(ErrorKind::Unexpected, error.to_string())
}
