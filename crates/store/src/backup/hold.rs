//! As long as a backup is taken, a server takes no object of a snapshot away: what the copied database names stays.

use std::fs::File;
use std::io::ErrorKind;
use std::path::Path;

use crate::StoreError;
use crate::file_lock::FileLock;

/// Whose lock, in the data folder, says that a backup is being taken.
const NAME: &str = "backup.lock";

/// Holds removals up until it is dropped, or its process ends.
pub(super) struct Hold {
    _lock: FileLock,
}

impl Hold {
    /// Several backups may be taken at once.
    pub(super) fn begin(folder: &Path) -> Result<Self, StoreError> {
        let path = folder.join(NAME);
        // Who looks whether it is held holds it for a moment.
        let lock = File::create(&path).and_then(FileLock::shared);
        let lock = lock.map_err(StoreError::folder(&path))?;
        Ok(Self { _lock: lock })
    }
}

/// Is a backup of the store in `folder` being taken?
///
/// A server asks before it takes an object away that no snapshot names any more. When none is being taken at that moment,
/// one that begins after it copies a database that does not name the object, either.
#[must_use]
pub fn is_being_backed_up(folder: &Path) -> bool {
    match File::open(folder.join(NAME)) {
        // Who cannot look takes nothing away.
        Err(error) => error.kind() != ErrorKind::NotFound,
        Ok(lock) => lock.try_lock().is_err(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_held_as_long_as_any_backup_is_taken() {
        let folder = tempfile::tempdir().unwrap();
        let is_held = || is_being_backed_up(folder.path());
        assert!(!is_held());
        let (one, other) = (Hold::begin(folder.path()).unwrap(), Hold::begin(folder.path()).unwrap());
        assert!(is_held());
        drop(one);
        assert!(is_held());
        drop(other);
        assert!(!is_held());
    }
}
