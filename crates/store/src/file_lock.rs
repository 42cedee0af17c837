//! Locks of files, which end with whoever holds them.

use std::fs::{File, TryLockError};
use std::io;

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
}
