//! Objects that come in parts, each of which may come again, in any order, and after a restart.
//!
//! The parts wait in a folder of the upload, wherever the bucket is; completed, they become one object.

use std::time::{Duration, UNIX_EPOCH};

use imagekin_catalog::Timestamp;

use super::draft::Draft;
use super::place::Place;
use super::{Listed, ObjectPath, Objects, folder};
use crate::StoreError;

/// Where uploads wait, beside the buckets: no region and no bucket has a `.` in its name.
const UPLOADS: &str = ".uploads/";
/// The file that says what an upload is to become.
const TARGET: &str = "target";
/// Parts of one upload (S3 and OSS: 1 to 10,000).
const PARTS_MAX: usize = 10_000;
/// How long an upload waits for its completion.
const UPLOAD_AGE_MAX: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// An upload under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    target: ObjectPath,
    id: String,
}

/// Why an upload cannot be completed.
#[derive(Debug)]
pub enum UploadFault {
    /// A part is not there, or it is another one than the caller means.
    NoSuchPart(u32),
    /// The store failed.
    Failed(StoreError),
}

impl From<StoreError> for UploadFault {
    fn from(error: StoreError) -> Self {
        Self::Failed(error)
    }
}

impl Upload {
    /// Its parts have these names.
    fn part(&self, number: u32) -> String {
        format!("{}/{number:05}", self.id)
    }
}

impl Objects {
    /// Begins an upload under an `id` of the caller's choice, of letters and digits, that nobody can guess. Uploads that
    /// were given up long before `now` go.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn begin_upload(
        &self,
        target: &ObjectPath,
        id: &str,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.forget_uploads(now).await?;
        let mut draft = Draft::begin(&self.uploads(), &format!("{id}/{TARGET}"), None).await?;
        draft.write(told(target)).await?;
        draft.publish().await
    }

    /// The upload of this id into this object; `None` if there is none.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn find_upload(&self, target: &ObjectPath, id: &str) -> Result<Option<Upload>, StoreError> {
        if id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Ok(None);
        }
        let place = self.uploads();
        let name = format!("{id}/{TARGET}");
        if place.stat(&name).await?.is_none() {
            return Ok(None);
        }
        let is_its = place.operator.read(&place.key(&name)).await?.to_vec() == told(target);
        Ok(is_its.then(|| Upload { target: target.clone(), id: id.to_owned() }))
    }

    /// Begins a part.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn begin_part(&self, upload: &Upload, number: u32) -> Result<Draft, StoreError> {
        Ok(Draft::begin(&self.uploads(), &upload.part(number), None).await?)
    }

    /// The parts that are there, with their numbers.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn parts(&self, upload: &Upload) -> Result<Vec<(u32, Listed)>, StoreError> {
        let prefix = format!("{}/", upload.id);
        let listed = self.uploads().list(&prefix, "", PARTS_MAX + 1).await?;
        let numbered = |part: Listed| Some((part.object.strip_prefix(&prefix)?.parse().ok()?, part));
        Ok(listed.into_iter().filter_map(numbered).collect())
    }

    /// Makes the object of these parts, each given by its number and etag. Then the upload is gone.
    ///
    /// # Errors
    /// [`UploadFault`]. Then the upload is still there.
    pub async fn complete_upload(&self, upload: &Upload, parts: &[(u32, String)]) -> Result<(), UploadFault> {
        let there = self.parts(upload).await?;
        let mut length = 0;
        for (number, etag) in parts {
            let part = there.iter().find(|(there, part)| there == number && part.etag == *etag);
            length += part.ok_or(UploadFault::NoSuchPart(*number))?.1.length;
        }
        let place = self.uploads();
        let mut draft = self.begin(&upload.target, Some(length)).await?;
        for (number, _) in parts {
            let mut source = place.open(&upload.part(*number)).await.map_err(StoreError::from)?;
            let mut read = 0;
            while let Some(chunk) = source.next().await.map_err(StoreError::from)? {
                read += chunk.len() as u64;
                draft.write(chunk).await?;
            }
            source.check(read).await.map_err(StoreError::from)?;
        }
        draft.publish().await?;
        Ok(self.abort_upload(upload).await?)
    }

    /// Gives an upload up: its parts go.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn abort_upload(&self, upload: &Upload) -> Result<(), StoreError> {
        Ok(self.folder.remove_all(&format!("{UPLOADS}{}", upload.id)).await?)
    }

    async fn forget_uploads(&self, now: Timestamp) -> Result<(), StoreError> {
        let folder = self.folder.file(UPLOADS);
        let now = UNIX_EPOCH + Duration::from_secs(u64::try_from(now.as_seconds()).unwrap_or(0));
        let forget = move || {
            let entries = match std::fs::read_dir(folder) {
                Ok(entries) => entries,
                Err(error) if folder::is_absent(&error) => return Ok(()),
                Err(error) => return Err(error),
            };
            for entry in entries.filter_map(Result::ok) {
                let begun = entry.metadata().and_then(|meta| meta.modified()).unwrap_or(now);
                if now.duration_since(begun).is_ok_and(|age| age > UPLOAD_AGE_MAX) {
                    // Another call may be doing the same.
                    let _ = std::fs::remove_dir_all(entry.path());
                }
            }
            Ok(())
        };
        Ok(folder::blocking(forget).await?)
    }

    /// Where uploads wait.
    fn uploads(&self) -> Place {
        Place {
            operator: self.operator.clone(),
            prefix: UPLOADS.to_owned(),
            folder: Some(std::sync::Arc::clone(&self.folder)),
        }
    }
}

fn told(target: &ObjectPath) -> Vec<u8> {
    format!("{}/{}/{}", target.region, target.bucket, target.object).into_bytes()
}
