//! System calls past libc, whose functions are the ones that are taken.

use std::ffi::CStr;

use libc::{c_char, c_int, c_long, off_t};

/// A name as the functions of C have it: below an open folder, or by itself.
#[derive(Clone, Copy)]
pub(crate) struct Name<'n> {
    pub(crate) folder: c_int,
    pub(crate) path: &'n CStr,
}

impl Name<'_> {
    /// # Safety
    /// `path` is a string of C that nobody changes meanwhile.
    pub(crate) unsafe fn new(folder: c_int, path: *const c_char) -> Self {
        // SAFETY: the caller's promise.
        Self { folder, path: unsafe { CStr::from_ptr(path) } }
    }

    /// The same by a path alone.
    ///
    /// # Safety
    /// As above.
    pub(crate) unsafe fn here(path: *const c_char) -> Self {
        // SAFETY: the caller's promise.
        unsafe { Self::new(libc::AT_FDCWD, path) }
    }
}

/// Says what has gone wrong, as a function of C does.
pub(crate) fn fail(error: c_int) -> c_int {
    // SAFETY: the address of this thread's `errno`, which is valid as long as the thread lives.
    unsafe { *libc::__errno_location() = error };
    -1
}

/// A result of a system call as an `int`, which those of the calls here are.
pub(crate) fn int(result: c_long) -> c_int {
    result as c_int
}

pub(crate) fn open(name: Name<'_>, flags: c_int, mode: libc::mode_t) -> c_int {
    // SAFETY: the name is a string of C.
    int(unsafe { libc::syscall(libc::SYS_openat, name.folder, name.path.as_ptr(), flags, mode) })
}

pub(crate) fn close(fd: c_int) -> c_int {
    // SAFETY: the system call takes any number.
    int(unsafe { libc::syscall(libc::SYS_close, fd) })
}

/// Writes at a place, or where the file stands.
pub(crate) fn write(fd: c_int, bytes: &[u8], at: Option<off_t>) -> c_long {
    // SAFETY: so many bytes are there.
    unsafe {
        match at {
            Some(at) => libc::syscall(libc::SYS_pwrite64, fd, bytes.as_ptr(), bytes.len(), at),
            None => libc::syscall(libc::SYS_write, fd, bytes.as_ptr(), bytes.len()),
        }
    }
}

/// Where the file stands.
pub(crate) fn position(fd: c_int) -> off_t {
    // SAFETY: the system call takes any number.
    unsafe { libc::syscall(libc::SYS_lseek, fd, 0, libc::SEEK_CUR) }
}

/// What is known of an open file; `None` when it is none.
pub(crate) fn stat(fd: c_int) -> Option<libc::stat> {
    // SAFETY: all zeros are a `stat`, and the call only writes into it.
    unsafe {
        let mut found: libc::stat = std::mem::zeroed();
        (libc::syscall(libc::SYS_fstat, fd, &raw mut found) == 0).then_some(found)
    }
}

/// The inode of a name; `None` when nothing has it.
pub(crate) fn inode(name: Name<'_>) -> Option<u64> {
    // SAFETY: all zeros are a `stat`, the name is a string of C.
    unsafe {
        let mut found: libc::stat = std::mem::zeroed();
        let nofollow = libc::AT_SYMLINK_NOFOLLOW;
        let path = name.path.as_ptr();
        (libc::syscall(libc::SYS_newfstatat, name.folder, path, &raw mut found, nofollow) == 0)
            .then_some(found.st_ino)
    }
}

/// Where a symbolic link leads; empty when it is none.
pub(crate) fn link(path: &[u8]) -> Vec<u8> {
    let mut path = path.to_vec();
    path.push(0);
    let mut target = vec![0; libc::PATH_MAX as usize];
    // SAFETY: the path ends in a zero, and so many bytes may be written.
    let length = unsafe {
        libc::syscall(libc::SYS_readlinkat, libc::AT_FDCWD, path.as_ptr(), target.as_mut_ptr(), target.len())
    };
    target.truncate(usize::try_from(length).unwrap_or(0));
    target
}
