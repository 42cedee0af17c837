//! Objects that come in parts, each of which may come again, in any order, by any node, and after a restart.
//!
//! The parts wait in a folder of the upload: beside the buckets where the bucket is in a folder, else hidden in the bucket
//! itself, where each node finds them. Completed, they become one object.

use std::time::{Duration, UNIX_EPOCH};

use futures_util::{StreamExt, TryStreamExt};
use imagekin_catalog::Timestamp;
use opendal::Error;

use super::draft::Draft;
use super::folder::Folder;
use super::path::HIDDEN;
use super::place::Place;
use super::{Listed, ObjectPath, Objects, folder};
use crate::StoreError;

/// Where uploads wait, beside the buckets: no region and no bucket has a `.` in its name.
const UPLOADS: &str = ".uploads/";
/// The file that says what an upload is to become. It comes after the parts, whose names are numbers.
const TARGET: &str = "target";
/// Parts of one upload (S3 and OSS: 1 to 10,000).
const PARTS_MAX: usize = 10_000;
/// How long an upload waits for its completion.
const UPLOAD_AGE_MAX: Duration = Duration::from_secs(7 * 24 * 60 * 60);
/// Hexadecimal digits before an id, which say when the upload began: so those that began first are listed first.
const BEGUN_DIGITS: usize = 10;
/// Parts of forgotten uploads that go when another one begins.
const FORGOTTEN_MAX: usize = 1_000;
/// Parts that are taken away at once.
const REMOVALS_AT_ONCE: usize = 16;

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

    fn number(&self, part: &Listed) -> Option<u32> {
        part.object.strip_prefix(&self.id)?.strip_prefix('/')?.parse().ok()
    }
}

impl Objects {
    /// Begins an upload; gives its id. `random` is what nobody can guess. Uploads into the same place that were given up long
    /// before `now` go.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn begin_upload(
        &self,
        target: &ObjectPath,
        random: u128,
        now: Timestamp,
    ) -> Result<String, StoreError> {
        let place = self.uploads(target)?;
        match &place.folder {
            Some(folder) => forget_in_folder(folder, now).await?,
            // What cannot be taken away stands in nobody's way.
            None => forget_in_bucket(&place, now).await.unwrap_or_else(|error| {
                tracing::warn!(%error, "Could not remove the parts of uploads that were given up");
            }),
        }
        let begun = u64::try_from(now.as_seconds()).unwrap_or(0);
        let id = format!("{begun:010X}{random:032X}");
        let mut draft = Draft::begin(&place, &format!("{id}/{TARGET}"), None).await?;
        draft.write(told(target)).await?;
        draft.publish().await?;
        Ok(id)
    }

    /// The upload of this id into this object; `None` if there is none.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn find_upload(&self, target: &ObjectPath, id: &str) -> Result<Option<Upload>, StoreError> {
        if id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Ok(None);
        }
        let place = self.uploads(target)?;
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
        Ok(Draft::begin(&self.uploads(&upload.target)?, &upload.part(number), None).await?)
    }

    /// The part of this number, if it is there.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn part(&self, upload: &Upload, number: u32) -> Result<Option<Listed>, StoreError> {
        // Listed, as all of them are: not every store says the same of an object by itself.
        let listed = self.uploads(&upload.target)?.list(&upload.part(number), "", 1).await?;
        Ok(listed.into_iter().next())
    }

    /// The parts that are there, with their numbers.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn parts(&self, upload: &Upload) -> Result<Vec<(u32, Listed)>, StoreError> {
        let prefix = format!("{}/", upload.id);
        let listed = self.uploads(&upload.target)?.list(&prefix, "", PARTS_MAX + 1).await?;
        Ok(listed.into_iter().filter_map(|part| Some((upload.number(&part)?, part))).collect())
    }

    /// Makes the object of these parts, each given by its number and etag, and gives it before it is to be seen. The upload
    /// stays until it is given up.
    ///
    /// # Errors
    /// [`UploadFault`].
    pub async fn assemble(&self, upload: &Upload, parts: &[(u32, String)]) -> Result<Draft, UploadFault> {
        let there = self.parts(upload).await?;
        let mut length = 0;
        for (number, etag) in parts {
            let part = there.iter().find(|(there, part)| there == number && part.etag == *etag);
            length += part.ok_or(UploadFault::NoSuchPart(*number))?.1.length;
        }
        let place = self.uploads(&upload.target)?;
        let mut draft = self.begin(&upload.target, Some(length)).await?;
        for (number, _) in parts {
            let source = place.open(&upload.part(*number)).await.map_err(StoreError::from)?;
            source.pour(&mut draft).await?;
        }
        Ok(draft)
    }

    /// Gives an upload up: its parts go.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn abort_upload(&self, upload: &Upload) -> Result<(), StoreError> {
        let place = self.uploads(&upload.target)?;
        if let Some(folder) = &place.folder {
            return Ok(folder.remove_all(&place.key(&upload.id)).await?);
        }
        let parts = self.parts(upload).await?;
        remove(&place, parts.into_iter().map(|(_, part)| part.object).collect()).await?;
        // Last, so that an upload of which some parts could not be taken away can be given up again.
        Ok(place.delete(&format!("{}/{TARGET}", upload.id)).await?)
    }

    /// Where uploads into a place wait.
    fn uploads(&self, target: &ObjectPath) -> Result<Place, StoreError> {
        let place = self.place(target)?;
        let prefix = if place.folder.is_some() { UPLOADS } else { HIDDEN };
        Ok(Place { prefix: prefix.to_owned(), ..place })
    }
}

async fn forget_in_folder(folder: &Folder, now: Timestamp) -> Result<(), Error> {
    let folder = folder.file(UPLOADS);
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
    folder::blocking(forget).await
}

async fn forget_in_bucket(place: &Place, now: Timestamp) -> Result<(), Error> {
    let oldest = now.as_seconds().saturating_sub(i64::try_from(UPLOAD_AGE_MAX.as_secs()).unwrap_or(i64::MAX));
    let is_old = |listed: &Listed| {
        let begun = listed.object.get(..BEGUN_DIGITS).and_then(|digits| i64::from_str_radix(digits, 16).ok());
        begun.is_some_and(|begun| begun < oldest)
    };
    let listed = place.list("", "", FORGOTTEN_MAX).await?;
    let is_cut = listed.len() == FORGOTTEN_MAX;
    let old: Vec<Listed> = listed.into_iter().take_while(is_old).collect();
    let mut uploads: Vec<&[Listed]> = old.chunk_by(|a, b| id(a) == id(b)).collect();
    // Of the last one there may be more, and newer, parts than were listed.
    if is_cut && uploads.len() > 1 {
        uploads.pop();
    }
    // One that is still carried on is not given up, however long ago it began.
    let is_given_up = |upload: &&[Listed]| upload.iter().all(|part| part.modified_us / 1_000_000 < oldest);
    let forgotten = uploads.into_iter().filter(is_given_up).flatten();
    remove(place, forgotten.map(|part| part.object.clone()).collect()).await
}

/// The id of the upload that something is of.
fn id(part: &Listed) -> &str {
    part.object.split('/').next().unwrap_or_default()
}

/// Deletes what is called so.
async fn remove(place: &Place, names: Vec<String>) -> Result<(), Error> {
    let removals = names.into_iter().map(|name| {
        let place = place.clone();
        async move { place.delete(&name).await }
    });
    let removals: Vec<_> = removals.collect();
    futures_util::stream::iter(removals).buffer_unordered(REMOVALS_AT_ONCE).try_collect().await
}

fn told(target: &ObjectPath) -> Vec<u8> {
    format!("{}/{}/{}", target.region, target.bucket, target.object).into_bytes()
}
