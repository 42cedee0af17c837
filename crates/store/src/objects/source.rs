//! Bytes to be copied: an object or a local file, read once from beginning to end, and seen to stay what it was.

use std::path::{Path, PathBuf};

use bytes::BytesMut;
use futures_util::StreamExt;
use opendal::{Buffer, BufferStream, Error, ErrorKind, Metadata};
use tokio::io::AsyncReadExt;

use super::draft::Draft;
use super::folder;
use super::place::Place;
use crate::StoreError;

/// Bytes of a local file that are read at once.
const FILE_CHUNK_BYTES: usize = 1024 * 1024;

/// What is read.
pub(super) struct Source {
    /// How many bytes it must have.
    pub(super) length: u64,
    from: From,
}

enum From {
    Object { place: Place, object: String, found: Metadata, chunks: Box<BufferStream> },
    File { path: PathBuf, file: tokio::fs::File },
}

impl Source {
    pub(super) fn object(place: Place, object: String, found: Metadata, chunks: BufferStream) -> Self {
        Self {
            length: found.content_length(),
            from: From::Object { place, object, found, chunks: Box::new(chunks) },
        }
    }

    pub(super) async fn file(path: &Path) -> Result<Self, Error> {
        let open = async {
            let file = tokio::fs::File::open(path).await?;
            Ok((file.metadata().await?.len(), file))
        };
        let (length, file) = open.await.map_err(folder::error)?;
        Ok(Self { length, from: From::File { path: path.to_owned(), file } })
    }

    /// Some more of it; `None` at the end.
    pub(super) async fn next(&mut self) -> Result<Option<Buffer>, Error> {
        match &mut self.from {
            From::Object { chunks, .. } => chunks.next().await.transpose(),
            From::File { file, .. } => {
                let mut chunk = BytesMut::with_capacity(FILE_CHUNK_BYTES);
                let length = file.read_buf(&mut chunk).await.map_err(folder::error)?;
                Ok((length > 0).then(|| Buffer::from(chunk.freeze())))
            }
        }
    }

    /// Writes all of it to a draft.
    pub(super) async fn pour(mut self, draft: &mut Draft) -> Result<(), StoreError> {
        let mut read = 0;
        while let Some(chunk) = self.next().await? {
            read += chunk.len() as u64;
            draft.write(chunk).await?;
        }
        Ok(self.check(read).await?)
    }

    /// Is it still what it was at the beginning, and did all `read` bytes come? Else nobody knows what was copied.
    pub(super) async fn check(&mut self, read: u64) -> Result<(), Error> {
        if read != self.length {
            let text = format!("{read} bytes could be read of an object of {} bytes", self.length);
            return Err(Error::new(ErrorKind::ConditionNotMatch, text));
        }
        let unchanged = match &self.from {
            From::Object { place, object, found, .. } => {
                let now = place.stat(object).await?;
                now.is_some_and(|now| {
                    (now.content_length(), now.etag(), now.last_modified())
                        == (found.content_length(), found.etag(), found.last_modified())
                })
            }
            From::File { path, .. } => {
                tokio::fs::metadata(path).await.map_err(folder::error)?.len() == self.length
            }
        };
        let changed = || Error::new(ErrorKind::ConditionNotMatch, "the object changed while it was read");
        unchanged.then_some(()).ok_or_else(changed)
    }
}
