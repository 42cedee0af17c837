//! Buckets and the objects in them, through OpenDAL: by default folders, `<root>/<region>/<bucket>/<object>`; where the
//! settings say so, elsewhere.

use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use bytes::Bytes;
use futures_util::{Stream, TryStreamExt};
use imagekin_catalog::RegionId;
use opendal::{Buffer, Operator};

use crate::StoreError;
use crate::disk::{HEAD_BYTES, TAIL_BYTES};

mod buckets;
mod copying;
mod digest;
mod draft;
mod folder;
mod inside;
mod leaving;
mod listing;
mod path;
mod place;
mod placement;
mod source;
mod uploads;

pub use copying::{Copied, Copying};
pub use draft::Draft;
pub use inside::leads_inside;
pub use listing::Listed;
pub use path::ObjectPath;
pub use placement::{At, Far, Placement, Protocol};
pub use uploads::{Upload, UploadFault};

use folder::Folder;
use place::Place;
use placement::{Access, Placed};
use source::Source;

/// The object store of all regions.
pub struct Objects {
    operator: Operator,
    folder: Arc<Folder>,
    /// What is elsewhere: single buckets first, then those that hold any bucket.
    placed: Vec<Placed>,
}

impl Objects {
    /// Opens the object store in the folder `root`, which is made if it is not there. All buckets in it must be on one
    /// file system. What processes of the past left half-written goes.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub fn open(root: &Path) -> Result<Self, StoreError> {
        Self::open_with(root, Vec::new())
    }

    /// The same with some buckets elsewhere. Other machines are not asked yet whether they are there.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub fn open_with(root: &Path, placements: Vec<Placement>) -> Result<Self, StoreError> {
        Self::open_for(Access::Write, root, placements)
    }

    /// The same to be read: nothing is changed or begun in the folder, which somebody else may own.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub fn open_to_read(root: &Path, placements: Vec<Placement>) -> Result<Self, StoreError> {
        Self::open_for(Access::Read, root, placements)
    }

    fn open_for(access: Access, root: &Path, placements: Vec<Placement>) -> Result<Self, StoreError> {
        let (operator, folder) = placement::open_folder(root, access)?;
        let placed = placements.into_iter().map(|placement| Placed::new(placement, access));
        let mut placed = placed.collect::<Result<Vec<_>, _>>()?;
        placed.sort_by_key(|placed| placed.bucket.is_none());
        Ok(Self { operator, folder, placed })
    }

    /// Does the bucket exist?
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn has_bucket(&self, path: &ObjectPath) -> Result<bool, StoreError> {
        Ok(self.place(path)?.exists().await?)
    }

    /// Length of the object in bytes; `None` if it is not there.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn length(&self, path: &ObjectPath) -> Result<Option<u64>, StoreError> {
        let found = self.place(path)?.stat(&path.object).await?;
        Ok(found.map(|found| found.content_length()))
    }

    /// The first and the last bytes of an object of `length` bytes: what [`crate::disk::inspect`] looks at.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn ends(&self, path: &ObjectPath, length: u64) -> Result<(Vec<u8>, Vec<u8>), StoreError> {
        let place = self.place(path)?;
        let key = place.key(&path.object);
        let read = |range| place.operator.read_with(&key).range(range).into_future();
        let head = read(0..length.min(HEAD_BYTES as u64)).await?;
        let tail = read(length.saturating_sub(TAIL_BYTES as u64)..length).await?;
        Ok((head.to_vec(), tail.to_vec()))
    }

    /// Begins to copy an object, between whatever places.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn copy(&self, source: &ObjectPath, target: &ObjectPath) -> Result<Copying<'_>, StoreError> {
        let source = self.place(source)?.open(&source.object).await?;
        Copying::into_object(self, source, target).await
    }

    /// Copies an object, and gives the copy before it is to be seen.
    ///
    /// # Errors
    /// [`StoreError::Objects`], also when the source is not what it was at the beginning or ended early.
    pub async fn copy_unseen(&self, source: &ObjectPath, target: &ObjectPath) -> Result<Draft, StoreError> {
        let source = self.place(source)?.open(&source.object).await?;
        let mut draft = self.begin(target, Some(source.length)).await?;
        source.pour(&mut draft).await?;
        Ok(draft)
    }

    /// Begins to copy an object into a local file, which is made or overwritten.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn download(&self, source: &ObjectPath, file: &Path) -> Result<Copying<'_>, StoreError> {
        let source = self.place(source)?.open(&source.object).await?;
        Copying::into_file(self, source, file).await
    }

    /// Begins to copy a local file into an object.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn upload(&self, file: &Path, target: &ObjectPath) -> Result<Copying<'_>, StoreError> {
        Copying::into_object(self, Source::file(file).await?, target).await
    }

    /// Writes a whole object, durably.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn put(&self, path: &ObjectPath, bytes: Vec<u8>) -> Result<(), StoreError> {
        let length = bytes.len() as u64;
        let mut draft = Draft::begin(&self.place(path)?, &path.object, Some(length)).await?;
        draft.write(Buffer::from(bytes)).await?;
        draft.publish().await
    }

    /// Begins an object whose bytes come bit by bit; `length` is how many there will be, if that is known.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn begin(&self, path: &ObjectPath, length: Option<u64>) -> Result<Draft, StoreError> {
        Ok(Draft::begin(&self.place(path)?, &path.object, length).await?)
    }

    /// What is known of an object; `None` if it is not there.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn stat(&self, path: &ObjectPath) -> Result<Option<Listed>, StoreError> {
        let found = self.place(path)?.stat(&path.object).await?;
        Ok(found.map(|found| Listed::of(&path.object, &found)))
    }

    /// Bytes of an object, bit by bit.
    ///
    /// # Errors
    /// [`StoreError::Objects`], also in the midst of the bytes.
    pub async fn read(
        &self,
        path: &ObjectPath,
        range: Range<u64>,
    ) -> Result<impl Stream<Item = Result<Bytes, StoreError>> + Send + 'static, StoreError> {
        let chunks = self.place(path)?.chunks(&path.object, range).await?;
        let bytes = |chunk: Buffer| futures_util::stream::iter(chunk.map(Ok::<_, opendal::Error>));
        Ok(chunks.map_ok(bytes).try_flatten().map_err(StoreError::from))
    }

    /// Deletes an object; one that is not there is deleted already.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn delete(&self, path: &ObjectPath) -> Result<(), StoreError> {
        Ok(self.place(path)?.delete(&path.object).await?)
    }

    /// The next objects of a bucket in the order of their names: those whose name begins with `prefix` and comes after
    /// `start_after`, `limit` of them at most.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn list(
        &self,
        region: &RegionId,
        bucket: &str,
        prefix: &str,
        start_after: &str,
        limit: usize,
    ) -> Result<Vec<Listed>, StoreError> {
        Ok(self.bucket(region, bucket)?.list(prefix, start_after, limit).await?)
    }

    fn place(&self, path: &ObjectPath) -> Result<Place, StoreError> {
        self.bucket(&path.region, &path.bucket)
    }

    fn bucket(&self, region: &RegionId, bucket: &str) -> Result<Place, StoreError> {
        let holds = |placed: &&Placed| {
            placed.region == *region && placed.bucket.as_deref().is_none_or(|name| name == bucket)
        };
        Ok(match self.placed.iter().find(holds) {
            Some(placed) => placed.place(bucket)?,
            None => Place {
                operator: self.operator.clone(),
                prefix: format!("{region}/{bucket}/"),
                folder: Some(Arc::clone(&self.folder)),
            },
        })
    }
}

#[cfg(test)]
mod tests;
