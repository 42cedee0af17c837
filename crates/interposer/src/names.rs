//! What is done to names: it is done, if the disk allows it, and written down.

use libc::{c_int, c_long, c_uint};

use crate::layer::layer;
use crate::raw::{self, Name};
use crate::record::{Kind, Record};

/// Does something to one or two names, and writes it down as `kind`.
fn change(kind: Kind, name: Name<'_>, other: Option<Name<'_>>, run: impl FnOnce() -> c_int) -> c_int {
    let layer = layer();
    let (below, other) = (layer.below(name), other.map(|other| layer.below(other)));
    if below.is_none() && other.as_ref().is_none_or(Option::is_none) {
        return run();
    }
    let order = layer.order();
    if layer.is_read_only() {
        return raw::fail(libc::EROFS);
    }
    let outcome = run();
    if outcome == 0 {
        // Only what is made has an inode that matters. What comes from elsewhere or goes there has an empty name.
        let made = (kind == Kind::MakeFolder).then(|| raw::inode(name)).flatten();
        let (path, other) = (below.unwrap_or_default(), other.flatten().unwrap_or_default());
        let inode = made.unwrap_or(0);
        layer.note(&order, &Record { path: &path, other: &other, ..Record::of(kind, inode) });
    }
    outcome
}

pub(crate) fn rename(from: Name<'_>, to: Name<'_>, flags: c_uint) -> c_int {
    change(Kind::Rename, from, Some(to), || pair(libc::SYS_renameat2, from, to, flags))
}

pub(crate) fn link(from: Name<'_>, to: Name<'_>, flags: c_uint) -> c_int {
    change(Kind::Link, from, Some(to), || pair(libc::SYS_linkat, from, to, flags))
}

pub(crate) fn remove(name: Name<'_>, flags: c_int) -> c_int {
    // SAFETY: the name is a string of C.
    change(Kind::Remove, name, None, || unsafe {
        raw::int(libc::syscall(libc::SYS_unlinkat, name.folder, name.path.as_ptr(), flags))
    })
}

pub(crate) fn make_folder(name: Name<'_>, mode: libc::mode_t) -> c_int {
    // SAFETY: the name is a string of C.
    change(Kind::MakeFolder, name, None, || unsafe {
        raw::int(libc::syscall(libc::SYS_mkdirat, name.folder, name.path.as_ptr(), mode))
    })
}

/// A system call that takes two names.
fn pair(call: c_long, from: Name<'_>, to: Name<'_>, flags: c_uint) -> c_int {
    // SAFETY: the names are strings of C.
    raw::int(unsafe {
        libc::syscall(call, from.folder, from.path.as_ptr(), to.folder, to.path.as_ptr(), flags)
    })
}
