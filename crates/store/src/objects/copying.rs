//! A copy under way, from an object or a local file into an object or a local file, with length and SHA-256.

use std::path::{Path, PathBuf};

use aws_lc_rs::digest;
use opendal::Buffer;
use tokio::io::AsyncWriteExt;

use super::draft::Draft;
use super::folder;
use super::source::Source;
use super::{ObjectPath, Objects};
use crate::StoreError;

/// What a copy found out about the bytes that went by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// How many there were.
    pub length: u64,
    /// Their SHA-256, 64 lower-case hexadecimal digits.
    pub sha256: String,
}

/// A copy under way. What it makes is not to be seen until it is finished. Given up or dropped, it leaves nothing.
pub struct Copying<'o> {
    objects: &'o Objects,
    source: Source,
    target: Target,
    digest: digest::Context,
    copied: u64,
}

enum Target {
    Object(ObjectPath, Draft),
    File(PathBuf, tokio::fs::File),
}

impl<'o> Copying<'o> {
    pub(super) async fn into_object(
        objects: &'o Objects,
        source: Source,
        path: &ObjectPath,
    ) -> Result<Self, StoreError> {
        let draft = Draft::begin(&objects.place(path)?, &path.object, Some(source.length)).await?;
        Ok(Self::new(objects, source, Target::Object(path.clone(), draft)))
    }

    pub(super) async fn into_file(
        objects: &'o Objects,
        source: Source,
        path: &Path,
    ) -> Result<Self, StoreError> {
        let file = tokio::fs::File::create(path).await.map_err(folder::error)?;
        Ok(Self::new(objects, source, Target::File(path.to_owned(), file)))
    }

    fn new(objects: &'o Objects, source: Source, target: Target) -> Self {
        Self { objects, source, target, digest: digest::Context::new(&digest::SHA256), copied: 0 }
    }

    /// How many bytes there are to copy.
    #[must_use]
    pub fn length(&self) -> u64 {
        self.source.length
    }

    /// Copies some more; gives the number of bytes copied so far, `None` when there are no more.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn step(&mut self) -> Result<Option<u64>, StoreError> {
        let Some(chunk) = self.source.next().await? else { return Ok(None) };
        for bytes in chunk.clone() {
            self.digest.update(&bytes);
        }
        self.copied += chunk.len() as u64;
        self.target.write(chunk).await?;
        Ok(Some(self.copied))
    }

    /// Ends the copy; an object is durable when this returns. When it fails, there is no object at the target, unless there
    /// was one before: that is there still, or whole as the copy was to make it.
    ///
    /// # Errors
    /// [`StoreError::Objects`], also when the source is not what it was at the beginning or ended early.
    pub async fn finish(mut self) -> Result<Copied, StoreError> {
        if let Err(error) = self.source.check(self.copied).await {
            self.abandon().await;
            return Err(error.into());
        }
        match self.target {
            Target::Object(path, draft) => publish(self.objects, &path, draft).await?,
            Target::File(_, mut file) => file.flush().await.map_err(folder::error)?,
        }
        Ok(Copied { length: self.copied, sha256: hexadecimal(self.digest) })
    }

    /// Copies all that is left, and ends the copy.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn run(mut self) -> Result<Copied, StoreError> {
        loop {
            match self.step().await {
                Ok(Some(_)) => {}
                Ok(None) => return self.finish().await,
                Err(error) => {
                    self.abandon().await;
                    return Err(error);
                }
            }
        }
    }

    /// Gives the copy up. Nothing is left of it when this returns.
    pub async fn abandon(self) {
        match self.target {
            Target::Object(_, draft) => draft.discard().await,
            Target::File(path, file) => {
                drop(file);
                let _ = tokio::fs::remove_file(path).await;
            }
        }
    }
}

/// Lets an object be seen. One that was not there before is not there afterwards, either, when that fails.
async fn publish(objects: &Objects, path: &ObjectPath, draft: Draft) -> Result<(), StoreError> {
    let was_there = match objects.length(path).await {
        Ok(length) => length.is_some(),
        Err(error) => {
            draft.discard().await;
            return Err(error);
        }
    };
    let published = draft.publish().await;
    if published.is_err() && !was_there {
        // Whoever was to say that the object is whole may have said so to a connection that broke.
        let _ = objects.delete(path).await;
    }
    published
}

/// The digest of all that was taken in.
pub(super) fn hexadecimal(digest: digest::Context) -> String {
    digest.finish().as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Target {
    async fn write(&mut self, mut chunk: Buffer) -> Result<(), StoreError> {
        match self {
            Self::Object(_, draft) => draft.write(chunk).await,
            Self::File(_, file) => Ok(file.write_all_buf(&mut chunk).await.map_err(folder::error)?),
        }
    }
}
