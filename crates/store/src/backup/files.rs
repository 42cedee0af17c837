//! Files and folders, copied durably.

use std::fs::File;
use std::io::ErrorKind;
use std::path::Path;

use crate::StoreError;

fn fault(path: &Path) -> impl FnOnce(std::io::Error) -> StoreError {
    move |source| StoreError::Folder { path: path.display().to_string(), source }
}

/// Copies a file with its permissions.
pub(super) fn copy_file(from: &Path, to: &Path) -> Result<(), StoreError> {
    std::fs::copy(from, to).map_err(fault(from))?;
    File::open(to).and_then(|file| file.sync_all()).map_err(fault(to))
}

/// Copies a folder with all that is in it; `copied` is called for each file.
pub(super) fn copy_folder(from: &Path, to: &Path, copied: &dyn Fn()) -> Result<(), StoreError> {
    std::fs::create_dir_all(to).map_err(fault(to))?;
    for entry in std::fs::read_dir(from).map_err(fault(from))? {
        let entry = entry.map_err(fault(from))?;
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if entry.file_type().map_err(fault(&source))?.is_dir() {
            copy_folder(&source, &target, copied)?;
        } else {
            copy_file(&source, &target)?;
            copied();
        }
    }
    File::open(to).and_then(|folder| folder.sync_all()).map_err(fault(to))
}

/// Removes the folders in which objects were written before they appeared.
pub(super) fn remove_drafts(buckets: &Path) -> Result<(), StoreError> {
    let drafts = buckets.join(".incoming");
    match std::fs::remove_dir_all(&drafts) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(fault(&drafts)(error)),
        _ => Ok(()),
    }
}
