//! As long as a backup is taken, a server takes no object of a snapshot away: what the copied database names stays.

use std::fs::{File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::Path;

use crate::file_lock::FileLock;
use crate::{StoreError, owner};

/// Whose lock, in the data folder, says that a backup is being taken.
const NAME: &str = "backup.lock";
/// To be read and written, by whoever may do so in the folder.
const READ_AND_WRITE: u32 = 0o666;

/// Holds removals up until it is dropped, or its process ends.
pub(super) struct Hold {
    _lock: FileLock,
}

impl Hold {
    /// Several backups may be taken at once.
    pub(super) fn begin(folder: &Path) -> Result<Self, StoreError> {
        let path = folder.join(NAME);
        // Who looks whether it is held holds it for a moment.
        let lock = make(&path, folder).and_then(FileLock::shared);
        let lock = lock.map_err(StoreError::folder(&path))?;
        Ok(Self { _lock: lock })
    }
}

/// The file, which stays. Whoever makes it, as root under a narrow umask, the server must be able to open it.
fn make(path: &Path, folder: &Path) -> io::Result<File> {
    let file = File::create(path)?;
    // Who may not give it away leaves it as it is: a server that cannot open it says so.
    let _ = std::fs::metadata(folder).and_then(|folder| owner::follow(&file, &folder, READ_AND_WRITE));
    Ok(file)
}

/// Is a backup of the store in `folder` being taken?
///
/// A server asks before it takes an object away that no snapshot names any more. When none is being taken at that moment,
/// one that begins after it copies a database that does not name the object, either.
///
/// # Errors
/// [`StoreError::Folder`] when that cannot be seen: then one may be.
pub fn is_being_backed_up(folder: &Path) -> Result<bool, StoreError> {
    let path = folder.join(NAME);
    let held = match File::open(&path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
        opened => opened.map_err(TryLockError::Error).and_then(|file| file.try_lock()),
    };
    match held {
        Ok(()) => Ok(false),
        Err(TryLockError::WouldBlock) => Ok(true),
        Err(TryLockError::Error(error)) => Err(StoreError::folder(&path)(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_held_as_long_as_any_backup_is_taken() {
        let folder = tempfile::tempdir().unwrap();
        let is_held = || is_being_backed_up(folder.path()).unwrap();
        assert!(!is_held());
        let (one, other) = (Hold::begin(folder.path()).unwrap(), Hold::begin(folder.path()).unwrap());
        assert!(is_held());
        drop(one);
        assert!(is_held());
        drop(other);
        assert!(!is_held());
    }

    /// Also of one that was made before that was so.
    #[cfg(unix)]
    #[test]
    fn its_file_is_of_who_owns_the_folder() {
        use std::fs::{Permissions, metadata, set_permissions};
        use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
        const NOBODY: u32 = 65_534;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(NAME);
        // Only root can give anything away.
        if metadata(folder.path()).unwrap().uid() == 0 {
            chown(folder.path(), Some(NOBODY), Some(NOBODY)).unwrap();
        }
        set_permissions(folder.path(), Permissions::from_mode(0o750)).unwrap();
        drop(File::create(&path).unwrap());
        set_permissions(&path, Permissions::from_mode(0o600)).unwrap();
        drop(Hold::begin(folder.path()).unwrap());
        let (file, folder) = (metadata(&path).unwrap(), metadata(folder.path()).unwrap());
        assert_eq!((file.uid(), file.gid()), (folder.uid(), folder.gid()));
        assert_eq!(file.mode() & 0o7777, 0o640);
    }

    #[cfg(unix)]
    #[test]
    fn what_cannot_be_seen_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        // Leads nowhere, for root, too.
        std::os::unix::fs::symlink(NAME, folder.path().join(NAME)).unwrap();
        let told = is_being_backed_up(folder.path()).unwrap_err().to_string();
        assert!(told.contains(NAME), "{told}");
    }
}
