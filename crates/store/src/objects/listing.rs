//! The objects of a bucket in the order of their names, wherever the bucket is.

use std::ffi::OsString;
use std::io;
use std::path::Path;
use std::time::UNIX_EPOCH;

use futures_util::{StreamExt, TryStreamExt};
use opendal::{Entry, Error};

use super::folder;
use super::path::ObjectPath;
use super::place::Place;

/// An object of a bucket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its name.
    pub object: String,
    /// Its length in bytes.
    pub length: u64,
    /// When it was written, in microseconds since 1970.
    pub modified_us: i64,
    /// Changes when the object does.
    pub etag: String,
}

impl Place {
    /// The next `limit` objects whose name begins with `prefix` and comes after `start_after`.
    pub(super) async fn list(
        &self,
        prefix: &str,
        start_after: &str,
        limit: usize,
    ) -> Result<Vec<Listed>, Error> {
        let Some(folder) = &self.folder else { return self.list_far(prefix, start_after, limit).await };
        let root = folder.file(&self.prefix);
        let mut walk =
            Walk { prefix: prefix.to_owned(), start_after: start_after.to_owned(), limit, found: Vec::new() };
        folder::blocking(move || walk.folder(&root, "").map(|()| walk.found)).await
    }

    async fn list_far(&self, prefix: &str, start_after: &str, limit: usize) -> Result<Vec<Listed>, Error> {
        let (after, prefix) = (self.key(start_after), self.key(prefix));
        let lister = self.operator.lister_with(&prefix).recursive(true);
        let lister = if start_after.is_empty() { lister } else { lister.start_after(&after) }.await?;
        let object = |entry: Entry| async move {
            let object = entry.path().strip_prefix(&self.prefix).unwrap_or(entry.path());
            let wanted = entry.metadata().is_file() && ObjectPath::is_object(object) && object > start_after;
            Ok(wanted.then(|| Listed::of(object, entry.metadata())))
        };
        lister.try_filter_map(object).take(limit).try_collect().await
    }
}

impl Listed {
    pub(super) fn of(object: &str, meta: &opendal::Metadata) -> Self {
        let modified_ns = meta.last_modified().map_or(0, |at| at.into_inner().as_nanosecond());
        let etag = meta.etag().map(|etag| etag.trim_matches('"').to_owned());
        Self::new(object, meta.content_length(), modified_ns, etag)
    }

    fn new(object: &str, length: u64, modified_ns: i128, etag: Option<String>) -> Self {
        Self {
            object: object.to_owned(),
            length,
            modified_us: i64::try_from(modified_ns / 1_000).unwrap_or(0),
            // Not the MD5, which would have to be kept; no client takes what has a `-` in it for one.
            etag: etag.unwrap_or_else(|| format!("{modified_ns:016x}-{length:x}")),
        }
    }
}

/// A walk through the folder of a bucket, in the order of the objects' names.
struct Walk {
    prefix: String,
    start_after: String,
    limit: usize,
    found: Vec<Listed>,
}

impl Walk {
    /// Walks through a folder; `above` is what stands before the names in it, empty or ending in `/`.
    fn folder(&mut self, folder: &Path, above: &str) -> io::Result<()> {
        let entries = match std::fs::read_dir(folder) {
            Ok(entries) => entries,
            // It went while we walked.
            Err(error) if folder::is_absent(&error) => return Ok(()),
            Err(error) => return Err(error),
        };
        let mut names = Vec::new();
        for entry in entries {
            let entry = entry?;
            // No object has a name that is no text. A folder sorts as the beginning of the names in it.
            let Ok(name) = OsString::into_string(entry.file_name()) else { continue };
            let is_folder = entry.path().is_dir();
            names.push(format!("{above}{name}{}", if is_folder { "/" } else { "" }));
        }
        names.sort_unstable();
        for name in names {
            if self.found.len() >= self.limit {
                break;
            }
            match name.strip_suffix('/') {
                Some(_) if self.may_hold(&name) => {
                    let folder = folder.join(&name[above.len()..]);
                    self.folder(&folder, &name)?;
                }
                Some(_) => {}
                None => self.file(folder, above, &name)?,
            }
        }
        Ok(())
    }

    /// May an object be wanted whose name begins with `above`?
    fn may_hold(&self, above: &str) -> bool {
        let (shorter, longer) = (above.len().min(self.prefix.len()), self.start_after.len().min(above.len()));
        above.as_bytes()[..shorter] == self.prefix.as_bytes()[..shorter]
            && above.as_bytes() >= &self.start_after.as_bytes()[..longer]
    }

    fn file(&mut self, folder: &Path, above: &str, name: &str) -> io::Result<()> {
        let wanted =
            name.starts_with(&self.prefix) && *name > *self.start_after && ObjectPath::is_object(name);
        if !wanted {
            return Ok(());
        }
        let meta = match std::fs::metadata(folder.join(&name[above.len()..])) {
            Ok(meta) if meta.is_file() => meta,
            Ok(_) => return Ok(()),
            Err(error) if folder::is_absent(&error) => return Ok(()),
            Err(error) => return Err(error),
        };
        let modified = meta.modified()?.duration_since(UNIX_EPOCH).unwrap_or_default();
        let modified_ns = i128::try_from(modified.as_nanos()).unwrap_or(0);
        self.found.push(Listed::new(name, meta.len(), modified_ns, None));
        Ok(())
    }
}
