//! Locks of files, which end with whoever holds them.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;

/// A file that is locked until this is dropped, or its process ends.
///
/// A lock is of the open file, and a child process that another thread is just starting has that open, too, until it runs its
/// own program. So a lock that is over is taken off: to close the file would leave it to the child for that long.
pub struct FileLock(File);

impl FileLock {
    /// Takes a file that nobody else has locked.
    pub(crate) fn try_exclusive(file: File) -> Result<Self, TryLockError> {
        file.try_lock().map(|()| Self(file))
    }

    /// Waits for a file, and shares it with others who share it.
    pub(crate) fn shared(file: File) -> io::Result<Self> {
        file.lock_shared().map(|()| Self(file))
    }
}

/// Opens the file that is to be locked, which is made where there is none. What stands in it stays, and a link is not followed:
/// whoever may write to its folder could lead root to any file.
///
/// # Errors
/// Also when it is a link.
pub(crate) fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        // Nor is anyone waited for, where it is a pipe.
        let flags = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
        std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, flags.bits().cast_signed());
    }
    options.open(path).map_err(|error| match path.is_symlink() {
        true => io::Error::other("it is a symbolic link, which is not followed; remove it"),
        false => error,
    })
}

impl Drop for FileLock {
    fn drop(&mut self) {
        // Where that fails, the lock ends with the last copy of the file.
        let _ = self.0.unlock();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_ends_at_once_though_another_has_the_file_open() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lock");
        let file = File::create(&path).unwrap();
        let of_a_child = file.try_clone().unwrap();
        let held = FileLock::try_exclusive(file).unwrap();
        assert!(FileLock::try_exclusive(File::open(&path).unwrap()).is_err());
        drop(held);
        let again = FileLock::try_exclusive(File::open(&path).unwrap());
        assert!(again.is_ok());
        drop(of_a_child);
    }

    #[cfg(unix)]
    #[test]
    fn no_link_is_followed_and_nothing_is_emptied() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().unwrap();
        let [file, link, nowhere] = ["file", "link", "nowhere"].map(|name| folder.path().join(name));
        std::fs::write(&file, "what stands in it").unwrap();
        drop(open(&file).unwrap());
        for target in [&file, &nowhere] {
            symlink(target, &link).unwrap();
            let told = open(&link).unwrap_err().to_string();
            assert!(told.ends_with("remove it"), "{told}");
            std::fs::remove_file(&link).unwrap();
        }
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "what stands in it");
        assert!(!nowhere.exists(), "a link was followed");
    }
}
