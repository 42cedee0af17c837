//! As long as a backup is taken, a server takes no object of a snapshot away: what the copied database names stays.

use std::fs::{File, Metadata, TryLockError};
use std::io::{self, ErrorKind};
use std::path::Path;

use crate::file_lock::{self, FileLock};
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
    let file = file_lock::open(path)?;
    if !is_made_for_this(&file.metadata()?) {
        return Err(io::Error::other(
            "it is not the empty file, of one name, that a backup makes; remove it",
        ));
    }
    // Who may not give it away leaves it as it is: a server that cannot open it says so.
    let _ = std::fs::metadata(folder).and_then(|folder| owner::follow(&file, &folder, READ_AND_WRITE));
    Ok(file)
}

/// What else is found under its name was put there by who owns the folder, who may own no more than that: another name of a
/// file anywhere, or one that was moved here. Root must not give it away.
fn is_made_for_this(found: &Metadata) -> bool {
    found.is_file() && found.len() == 0 && has_one_name(found)
}

#[cfg(unix)]
fn has_one_name(found: &Metadata) -> bool {
    std::os::unix::fs::MetadataExt::nlink(found) == 1
}

#[cfg(not(unix))]
fn has_one_name(_: &Metadata) -> bool {
    true
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

    /// A folder that is another's, where only root can make it so, and of another mode than the files of these tests.
    #[cfg(unix)]
    fn folder_of_another() -> tempfile::TempDir {
        use std::fs::{Permissions, metadata, set_permissions};
        use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
        const NOBODY: u32 = 65_534;
        let folder = tempfile::tempdir().unwrap();
        if metadata(folder.path()).unwrap().uid() == 0 {
            chown(folder.path(), Some(NOBODY), Some(NOBODY)).unwrap();
        }
        set_permissions(folder.path(), Permissions::from_mode(0o750)).unwrap();
        folder
    }

    /// Also of one that was made before that was so.
    #[cfg(unix)]
    #[test]
    fn its_file_is_of_who_owns_the_folder() {
        use std::fs::{Permissions, metadata, set_permissions};
        use std::os::unix::fs::{MetadataExt, PermissionsExt};
        let folder = folder_of_another();
        let path = folder.path().join(NAME);
        drop(File::create(&path).unwrap());
        set_permissions(&path, Permissions::from_mode(0o600)).unwrap();
        drop(Hold::begin(folder.path()).unwrap());
        let (file, folder) = (metadata(&path).unwrap(), metadata(folder.path()).unwrap());
        assert_eq!((file.uid(), file.gid()), (folder.uid(), folder.gid()));
        assert_eq!(file.mode() & 0o7777, 0o640);
    }

    /// Who owns the folder gets nothing else by it that root may give away: by no link, no second name, and no file moved there.
    #[cfg(unix)]
    #[test]
    fn no_other_file_is_given_away() {
        use std::fs::{Permissions, hard_link, metadata, remove_file, rename, set_permissions};
        use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
        type Lead = fn(&Path, &Path) -> io::Result<()>;
        let leads: [(Lead, &str); 4] = [
            (|victim, path| symlink(victim, path), "all of it"),
            (|victim, path| hard_link(victim, path), "all of it"),
            (|victim, path| hard_link(victim, path), ""),
            (|victim, path| rename(victim, path), "all of it"),
        ];
        for (n, (lead, content)) in leads.into_iter().enumerate() {
            let (folder, elsewhere) = (folder_of_another(), tempfile::tempdir().unwrap());
            let (victim, path) = (elsewhere.path().join("victim"), folder.path().join(NAME));
            std::fs::write(&victim, content).unwrap();
            set_permissions(&victim, Permissions::from_mode(0o600)).unwrap();
            let before = metadata(&victim).unwrap();
            lead(&victim, &path).unwrap();
            let told = Hold::begin(folder.path()).err().map(|error| error.to_string());
            assert!(told.as_ref().is_some_and(|told| told.contains(NAME)), "{n}: {told:?}");
            assert!(told.is_some_and(|told| told.ends_with("remove it")), "{n}");
            // Under either name.
            let after = metadata(&path).unwrap();
            assert_eq!(std::fs::read_to_string(&path).unwrap(), content, "{n}");
            let owned = |file: &Metadata| (file.uid(), file.gid(), file.mode(), file.ino());
            assert_eq!(owned(&after), owned(&before), "{n}");
            remove_file(&path).unwrap();
            drop(Hold::begin(folder.path()).unwrap());
        }
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
