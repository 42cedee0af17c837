//! What is done to open files: it is done, if the disk allows it, and written down.

use libc::{c_int, c_long, off_t};

use crate::layer::{is_watched, layer, watch};
use crate::raw::{self, Name};
use crate::record::{Kind, Record};

pub(crate) fn open(name: Name<'_>, flags: c_int, mode: libc::mode_t) -> c_int {
    let layer = layer();
    let Some(below) = layer.below(name) else {
        let fd = raw::open(name, flags, mode);
        watch(fd, false);
        return fd;
    };
    let order = layer.order();
    let makes = flags & libc::O_CREAT != 0 && raw::inode(name).is_none();
    let writes = flags & libc::O_ACCMODE != libc::O_RDONLY;
    if layer.is_read_only() && (makes || writes) {
        return raw::fail(libc::EROFS);
    }
    let fd = raw::open(name, flags, mode);
    if fd < 0 {
        return fd;
    }
    watch(fd, true);
    if let Some(found) = raw::stat(fd) {
        if makes {
            layer.note(&order, &Record { path: &below, ..Record::of(Kind::Create, found.st_ino) });
        } else if writes && flags & libc::O_TRUNC != 0 {
            layer.note(&order, &Record::of(Kind::Truncate, found.st_ino));
        }
    }
    fd
}

pub(crate) fn close(fd: c_int) -> c_int {
    watch(fd, false);
    raw::close(fd)
}

/// Another number for an open file.
pub(crate) fn duplicate(fd: c_int, command: c_int, least: c_long) -> c_int {
    // SAFETY: the system call takes any numbers.
    let other = raw::int(unsafe { libc::syscall(libc::SYS_fcntl, fd, command, least) });
    watch(other, is_watched(fd));
    other
}

/// A file or folder that is looked at. What else has got the number of one is not.
fn watched(fd: c_int) -> Option<libc::stat> {
    let found = is_watched(fd).then(|| raw::stat(fd)).flatten()?;
    matches!(found.st_mode & libc::S_IFMT, libc::S_IFREG | libc::S_IFDIR).then_some(found)
}

/// Writes what `parts` are in a row, or as much of it as there is room for.
pub(crate) fn write(fd: c_int, parts: &[&[u8]], at: Option<off_t>) -> c_long {
    let mut bytes = parts.concat();
    let Some(found) = watched(fd) else { return raw::write(fd, &bytes, at) };
    let layer = layer();
    let order = layer.order();
    if layer.is_read_only() {
        return raw::fail(libc::EROFS).into();
    }
    // SAFETY: the system call takes any number.
    let flags = unsafe { libc::syscall(libc::SYS_fcntl, fd, libc::F_GETFL) };
    let appends = flags & c_long::from(libc::O_APPEND) != 0;
    let offset = match at {
        Some(at) => at,
        // Asked anew, now that nobody else writes.
        None if appends => raw::stat(fd).map_or(found.st_size, |found| found.st_size),
        None => raw::position(fd),
    };
    let size = raw::stat(fd).map_or(found.st_size, |found| found.st_size);
    let wanted = (offset + bytes.len() as off_t - size.max(offset)).max(0);
    let missing = wanted - layer.take_room(wanted);
    bytes.truncate(bytes.len() - usize::try_from(missing).unwrap_or(0));
    if bytes.is_empty() && missing > 0 {
        return raw::fail(libc::ENOSPC).into();
    }
    let written = raw::write(fd, &bytes, at);
    if let Some(bytes) = usize::try_from(written).ok().and_then(|written| bytes.get(..written)) {
        let offset = u64::try_from(offset).unwrap_or(0);
        layer.note(&order, &Record { offset, bytes, ..Record::of(Kind::Write, found.st_ino) });
    }
    written
}

pub(crate) fn truncate(fd: c_int, length: off_t) -> c_int {
    // SAFETY: the system call takes any numbers.
    let truncate = || raw::int(unsafe { libc::syscall(libc::SYS_ftruncate, fd, length) });
    let Some(found) = watched(fd) else { return truncate() };
    let layer = layer();
    let order = layer.order();
    if layer.is_read_only() {
        return raw::fail(libc::EROFS);
    }
    let outcome = truncate();
    if outcome == 0 {
        let offset = u64::try_from(length).unwrap_or(0);
        layer.note(&order, &Record { offset, ..Record::of(Kind::Truncate, found.st_ino) });
    }
    outcome
}

/// Where all is written down, the log is the disk, and nothing has to reach the machine's.
pub(crate) fn sync(fd: c_int, call: c_long) -> c_int {
    let layer = layer();
    match watched(fd).filter(|_| layer.is_recording()) {
        Some(found) => {
            layer.note(&layer.order(), &Record::of(Kind::Sync, found.st_ino));
            0
        }
        // SAFETY: the system call takes any number.
        None => raw::int(unsafe { libc::syscall(call, fd) }),
    }
}
