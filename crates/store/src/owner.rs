//! Whose a file is: what root makes beside a server's files is the server's.

use std::fs::{File, Metadata};
use std::io;

/// Gives `file` the owner of another file, or of a folder, and of its mode the bits that are among `bits`. Who calls this as root
/// must know that `file` is one that was made for it, not one that a link led to.
#[cfg(unix)]
pub(crate) fn follow(file: &File, other: &Metadata, bits: u32) -> io::Result<()> {
    use std::fs::Permissions;
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
    let own = file.metadata()?;
    if (own.uid(), own.gid()) != (other.uid(), other.gid()) {
        fchown(file, Some(other.uid()), Some(other.gid()))?;
    }
    file.set_permissions(Permissions::from_mode(other.mode() & bits))
}

#[cfg(not(unix))]
pub(crate) fn follow(_: &File, _: &Metadata, _: u32) -> io::Result<()> {
    Ok(())
}
