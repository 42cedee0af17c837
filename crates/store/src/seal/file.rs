//! The file of the master keys: it is whole whenever somebody reads it, and durable.

use std::fs::{File, Metadata, OpenOptions};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use aws_lc_rs::digest;
use zeroize::Zeroizing;

use super::KeyRing;
use crate::{StoreError, owner};

/// Longest file that is read.
const FILE_BYTES_MAX: usize = 4_096;
/// All bits of a mode.
const MODE: u32 = 0o7777;

/// Changes the ring in the file at `path`, and gives the new one. The file keeps its owner and its mode; who changes it at the same
/// time waits.
///
/// # Errors
/// What `change` says; [`StoreError::Folder`] when the file cannot be read or written; [`StoreError::Unusable`] when it is no ring.
pub fn change_key_file(
    path: &Path,
    change: impl FnOnce(&KeyRing) -> Result<KeyRing, StoreError>,
) -> Result<KeyRing, StoreError> {
    let fault = StoreError::folder(path);
    // Of a link, what it leads to is changed.
    let path = path.canonicalize().map_err(&fault)?;
    let locked = lock(&path).map_err(&fault)?;
    let ring = change(&KeyRing::read(&path)?)?;
    replace(&path, &locked.metadata().map_err(&fault)?, ring.to_text().as_bytes()).map_err(fault)?;
    Ok(ring)
}

/// Opens the file that is at `path` and locks it. Whoever held the lock has put another file there.
fn lock(path: &Path) -> std::io::Result<File> {
    loop {
        let file = File::open(path)?;
        file.lock()?;
        if is_same(&file.metadata()?, &path.metadata()?) {
            return Ok(file);
        }
    }
}

#[cfg(unix)]
fn is_same(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

#[cfg(not(unix))]
fn is_same(_: &Metadata, _: &Metadata) -> bool {
    true
}

/// Reads a file that is no longer than it may be.
pub(super) fn read(path: &Path) -> std::io::Result<Zeroizing<Vec<u8>>> {
    // Of its full length from the beginning: a buffer that grows leaves shorter ones behind.
    let mut bytes = Zeroizing::new(Vec::with_capacity(FILE_BYTES_MAX + 1));
    File::open(path)?.take(FILE_BYTES_MAX as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > FILE_BYTES_MAX {
        return Err(std::io::Error::other("it is too long to be a file of master keys"));
    }
    Ok(bytes)
}

/// Writes a new file that only its owner can read, and makes it durable. It appears whole: a power cut that left a name without
/// bytes would leave a server that does not start.
pub(super) fn write_new(path: &Path, text: &str) -> std::io::Result<()> {
    let draft = write_draft(path, text.as_bytes(), |_| Ok(()))?;
    // Not by renaming it, which would put it in the place of what another process has just written.
    let appeared = std::fs::hard_link(&draft, path);
    std::fs::remove_file(&draft)?;
    appeared?;
    sync_folder(path)
}

/// Puts another file in the place of the one that has `metadata`.
fn replace(path: &Path, metadata: &Metadata, bytes: &[u8]) -> std::io::Result<()> {
    // Who rotates keys as root leaves them readable to the server.
    let draft = write_draft(path, bytes, |file| owner::follow(file, metadata, MODE))?;
    if let Err(error) = std::fs::rename(&draft, path) {
        std::fs::remove_file(&draft)?;
        return Err(error);
    }
    sync_folder(path)
}

/// Writes a file beside `path`, of which only its owner can read anything before `prepare` says otherwise.
fn write_draft(
    path: &Path,
    bytes: &[u8],
    prepare: impl FnOnce(&File) -> std::io::Result<()>,
) -> std::io::Result<PathBuf> {
    let draft = draft_of(path, bytes);
    // What a crash has left of the same may be a second name of the file itself, so it is not written into.
    let _ = std::fs::remove_file(&draft);
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&draft)?;
    let written = file.write_all(bytes).and_then(|()| prepare(&file)).and_then(|()| file.sync_all());
    if let Err(error) = written {
        std::fs::remove_file(&draft)?;
        return Err(error);
    }
    Ok(draft)
}

/// Where these bytes are written before they are in their place. Processes of two containers have the same number, so what is
/// written is in the name, too: by a digest, of which a part tells nothing.
fn draft_of(path: &Path, bytes: &[u8]) -> PathBuf {
    let mut digest = digest::Context::new(&digest::SHA256);
    digest.update(b"a draft of master keys:");
    digest.update(bytes);
    let part: String = digest.finish().as_ref()[..8].iter().map(|byte| format!("{byte:02x}")).collect();
    let mut draft = path.as_os_str().to_owned();
    draft.push(format!(".{}.{part}", std::process::id()));
    PathBuf::from(draft)
}

fn sync_folder(path: &Path) -> std::io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}
