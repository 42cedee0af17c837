//! A library that is loaded into a process under test before libc (`LD_PRELOAD`), and stands between it and its disk and
//! clock: it writes down all that is done to a folder, so that a test can tell what a power cut would have left of it; and it
//! makes the disk full or read-only and the clock wrong, when the test says so.
//!
//! `FAULTS_ROOT` is the folder, `FAULTS_LOG` the file for what is done to it, `FAULTS_CONTROLS` a file of four 64-bit
//! numbers: by how many seconds the clock is wrong, how many bytes the disk has room for (-1: any number), whether it is
//! read-only, and how many writes it had no room for, which is counted there. Each variable may be left out. What a process writes into a mapping of a file is not seen.

#![cfg(target_os = "linux")]
#![allow(
    clippy::missing_safety_doc,
    reason = "the functions are those of C, and promise and demand what its manual says"
)]

mod files;
mod layer;
mod names;
mod raw;
pub mod record;

use libc::{c_char, c_int, c_long, c_uint, c_void, iovec, mode_t, off_t, size_t, ssize_t, timespec};

use crate::raw::Name;

/// Defines functions of C, each by what is done instead. A function with a variable number of arguments gets the last one in
/// a register like any other, whether it was given or not.
macro_rules! taken {
    ($(fn [$($name:ident)|+] $arguments:tt -> $result:ty $body:block)*) => {
        $($(one!($name $arguments $result, $body);)+)*
    };
}

macro_rules! one {
    ($name:ident ($($argument:ident: $type:ty),*) $result:ty, $body:block) => {
        #[doc = concat!(stringify!($name), "(2)")]
        #[unsafe(no_mangle)]
        #[allow(unused_unsafe, reason = "some of them are as safe as Rust")]
        pub unsafe extern "C" fn $name($($argument: $type),*) -> $result {
            // SAFETY: the caller's promise is that of the function of C.
            unsafe { $body }
        }
    };
}

taken! {
    fn [open | open64] (path: *const c_char, flags: c_int, mode: mode_t) -> c_int {
        files::open(Name::here(path), flags, mode)
    }
    fn [openat | openat64] (folder: c_int, path: *const c_char, flags: c_int, mode: mode_t) -> c_int {
        files::open(Name::new(folder, path), flags, mode)
    }
    fn [creat | creat64] (path: *const c_char, mode: mode_t) -> c_int {
        files::open(Name::here(path), libc::O_CREAT | libc::O_WRONLY | libc::O_TRUNC, mode)
    }
    fn [close] (fd: c_int) -> c_int {
        files::close(fd)
    }
    fn [dup] (fd: c_int) -> c_int {
        files::duplicate(fd, libc::F_DUPFD, 0)
    }
    fn [fcntl | fcntl64] (fd: c_int, command: c_int, argument: c_long) -> c_int {
        match command {
            libc::F_DUPFD | libc::F_DUPFD_CLOEXEC => files::duplicate(fd, command, argument),
            _ => raw::int(libc::syscall(libc::SYS_fcntl, fd, command, argument)),
        }
    }
    fn [write] (fd: c_int, bytes: *const c_void, length: size_t) -> ssize_t {
        files::write(fd, &[part(bytes, length)], None) as ssize_t
    }
    fn [pwrite | pwrite64] (fd: c_int, bytes: *const c_void, length: size_t, at: off_t) -> ssize_t {
        files::write(fd, &[part(bytes, length)], Some(at)) as ssize_t
    }
    fn [writev] (fd: c_int, vectors: *const iovec, count: c_int) -> ssize_t {
        files::write(fd, &parts(vectors, count), None) as ssize_t
    }
    fn [pwritev | pwritev64] (fd: c_int, vectors: *const iovec, count: c_int, at: off_t) -> ssize_t {
        files::write(fd, &parts(vectors, count), Some(at)) as ssize_t
    }
    // Callers read and write instead where there is no such thing, nor the next.
    fn [copy_file_range] (
        _from: c_int, _from_at: *mut off_t, _to: c_int, _to_at: *mut off_t, _length: size_t, _flags: c_uint
    ) -> ssize_t {
        raw::fail(libc::ENOSYS) as ssize_t
    }
    fn [sendfile | sendfile64] (_to: c_int, _from: c_int, _at: *mut off_t, _length: size_t) -> ssize_t {
        raw::fail(libc::ENOSYS) as ssize_t
    }
    fn [ftruncate | ftruncate64] (fd: c_int, length: off_t) -> c_int {
        files::truncate(fd, length)
    }
    fn [fsync] (fd: c_int) -> c_int {
        files::sync(fd, libc::SYS_fsync)
    }
    fn [fdatasync] (fd: c_int) -> c_int {
        files::sync(fd, libc::SYS_fdatasync)
    }
    fn [rename] (from: *const c_char, to: *const c_char) -> c_int {
        names::rename(Name::here(from), Name::here(to), 0)
    }
    fn [renameat] (from_in: c_int, from: *const c_char, to_in: c_int, to: *const c_char) -> c_int {
        names::rename(Name::new(from_in, from), Name::new(to_in, to), 0)
    }
    fn [renameat2] (
        from_in: c_int, from: *const c_char, to_in: c_int, to: *const c_char, flags: c_uint
    ) -> c_int {
        names::rename(Name::new(from_in, from), Name::new(to_in, to), flags)
    }
    fn [link] (from: *const c_char, to: *const c_char) -> c_int {
        names::link(Name::here(from), Name::here(to), 0)
    }
    fn [linkat] (from_in: c_int, from: *const c_char, to_in: c_int, to: *const c_char, flags: c_uint) -> c_int {
        names::link(Name::new(from_in, from), Name::new(to_in, to), flags)
    }
    fn [unlink] (path: *const c_char) -> c_int {
        names::remove(Name::here(path), 0)
    }
    fn [unlinkat] (folder: c_int, path: *const c_char, flags: c_int) -> c_int {
        names::remove(Name::new(folder, path), flags)
    }
    fn [rmdir] (path: *const c_char) -> c_int {
        names::remove(Name::here(path), libc::AT_REMOVEDIR)
    }
    fn [mkdir] (path: *const c_char, mode: mode_t) -> c_int {
        names::make_folder(Name::here(path), mode)
    }
    fn [mkdirat] (folder: c_int, path: *const c_char, mode: mode_t) -> c_int {
        names::make_folder(Name::new(folder, path), mode)
    }
    fn [clock_gettime] (clock: libc::clockid_t, time: *mut timespec) -> c_int {
        let outcome = raw::int(libc::syscall(libc::SYS_clock_gettime, clock, time));
        if outcome == 0 && matches!(clock, libc::CLOCK_REALTIME | libc::CLOCK_REALTIME_COARSE) {
            (*time).tv_sec += layer::layer().clock_offset_s();
        }
        outcome
    }
}

/// # Safety
/// So many bytes are there.
unsafe fn part<'p>(bytes: *const c_void, length: size_t) -> &'p [u8] {
    if length == 0 {
        return &[];
    }
    // SAFETY: the caller's promise.
    unsafe { std::slice::from_raw_parts(bytes.cast(), length) }
}

/// # Safety
/// So many vectors are there, and what they say.
unsafe fn parts<'p>(vectors: *const iovec, count: c_int) -> Vec<&'p [u8]> {
    let count = usize::try_from(count).unwrap_or(0);
    // SAFETY: the caller's promise.
    let vectors = unsafe { std::slice::from_raw_parts(vectors, count) };
    // SAFETY: as above.
    vectors.iter().map(|vector| unsafe { part(vector.iov_base, vector.iov_len) }).collect()
}
