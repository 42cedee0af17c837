//! Files and folders, copied durably.

use std::fs::File;
use std::io::ErrorKind;
use std::path::Path;

use crate::StoreError;

/// Copies a file with its permissions.
pub(super) fn copy_file(from: &Path, to: &Path) -> Result<(), StoreError> {
    let cannot = |why| StoreError::Folder {
        path: format!("{} to be copied to {}", from.display(), to.display()),
        why,
    };
    std::fs::copy(from, to).map_err(cannot)?;
    File::open(to).and_then(|file| file.sync_all()).map_err(StoreError::folder(to))
}

/// Copies a folder with all that is in it; `copied` is called for each file.
pub(super) fn copy_folder(from: &Path, to: &Path, copied: &dyn Fn()) -> Result<(), StoreError> {
    std::fs::create_dir_all(to).map_err(StoreError::folder(to))?;
    for entry in std::fs::read_dir(from).map_err(StoreError::folder(from))? {
        let entry = entry.map_err(StoreError::folder(from))?;
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if entry.file_type().map_err(StoreError::folder(&source))?.is_dir() {
            copy_folder(&source, &target, copied)?;
        } else {
            copy_file(&source, &target)?;
            copied();
        }
    }
    sync_folder(to)
}

/// Makes the names in a folder durable.
pub(super) fn sync_folder(folder: &Path) -> Result<(), StoreError> {
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(StoreError::folder(folder))
}

/// Removes the folders in which objects were written before they appeared.
pub(super) fn remove_drafts(buckets: &Path) -> Result<(), StoreError> {
    let drafts = buckets.join(".incoming");
    match std::fs::remove_dir_all(&drafts) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(StoreError::folder(&drafts)(error)),
        _ => Ok(()),
    }
}
