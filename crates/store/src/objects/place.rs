//! Where a bucket really is: an OpenDAL operator, and what stands before the name of each object in it.

use std::ops::Range;
use std::sync::Arc;

use opendal::{BufferStream, Error, ErrorKind, Metadata, Operator, Writer};

use super::folder::{self, Folder};
use super::source::Source;

/// Bytes read at once from a folder: with [`FAR_CHUNK_BYTES`], it bounds the memory of a job.
const NEAR_CHUNK_BYTES: usize = 1024 * 1024;
/// Bytes read at once, and the least written at once, where each such piece is a request of its own (S3: parts of 5 MiB
/// at least).
const FAR_CHUNK_BYTES: usize = 8 * 1024 * 1024;
/// Pieces that an object may be written in (S3 and OSS: 10,000).
const PARTS_MAX: u64 = 9_000;

/// A bucket, where it is.
#[derive(Clone)]
pub(super) struct Place {
    pub(super) operator: Operator,
    /// Ends in `/` or is empty.
    pub(super) prefix: String,
    /// `None` if it is on another machine.
    pub(super) folder: Option<Arc<Folder>>,
}

impl Place {
    pub(super) fn key(&self, object: &str) -> String {
        format!("{}{object}", self.prefix)
    }

    /// Does the bucket exist?
    pub(super) async fn exists(&self) -> Result<bool, Error> {
        if let Some(folder) = &self.folder {
            let bucket = folder.file(&self.prefix);
            return folder::blocking(move || match std::fs::metadata(bucket) {
                Ok(found) => Ok(found.is_dir()),
                Err(error) if folder::is_absent(&error) => Ok(false),
                Err(error) => Err(error),
            })
            .await;
        }
        match self.operator.list_with(&self.prefix).limit(1).await {
            Ok(_) => Ok(true),
            // OpenDAL takes it for a setting that is wrong, as are some other things; the server's answer is its message.
            Err(error) if error.message().contains("NoSuchBucket") => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// What is known of an object; `None` if it is not there.
    pub(super) async fn stat(&self, object: &str) -> Result<Option<Metadata>, Error> {
        match self.operator.stat(&self.key(object)).await {
            Ok(meta) if meta.is_file() => Ok(Some(meta)),
            Ok(_) => Ok(None),
            Err(error) if is_absent(&error) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// An object, to be read from beginning to end.
    pub(super) async fn open(&self, object: &str) -> Result<Source, Error> {
        let found = self.stat(object).await?;
        let found = found.ok_or_else(|| Error::new(ErrorKind::NotFound, "there is no such object"))?;
        let chunks = self.chunks(object, 0..found.content_length()).await?;
        Ok(Source::object(self.clone(), object.to_owned(), found, chunks))
    }

    /// The bytes of an object, piece by piece.
    pub(super) async fn chunks(&self, object: &str, range: Range<u64>) -> Result<BufferStream, Error> {
        let chunk = if self.folder.is_some() { NEAR_CHUNK_BYTES } else { FAR_CHUNK_BYTES };
        self.operator.reader_with(&self.key(object)).chunk(chunk).await?.into_stream(range).await
    }

    /// Begins to write to `key`. `length` is that of the object, if it is known.
    pub(super) async fn writer(&self, key: &str, length: Option<u64>) -> Result<Writer, Error> {
        if self.folder.is_some() {
            return self.operator.writer(key).await;
        }
        let least = length.unwrap_or(0).div_ceil(PARTS_MAX);
        let parts = usize::try_from(least).unwrap_or(usize::MAX).next_multiple_of(1024 * 1024);
        self.operator.writer_with(key).chunk(parts.max(FAR_CHUNK_BYTES)).await
    }

    /// Deletes an object; one that is not there is deleted already.
    pub(super) async fn delete(&self, object: &str) -> Result<(), Error> {
        match &self.folder {
            Some(folder) => folder.remove(&self.key(object), &self.prefix).await,
            None => self.operator.delete(&self.key(object)).await,
        }
    }
}

/// Does the error say that there is no such object?
fn is_absent(error: &Error) -> bool {
    let io = std::error::Error::source(error).and_then(|source| source.downcast_ref::<std::io::Error>());
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
        || io.is_some_and(folder::is_absent)
}
