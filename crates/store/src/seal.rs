//! Secrets at rest: sealed with AES-256-GCM under a master key, for HMAC needs them back.

use std::fs::File;
use std::io::Write;
use std::path::Path;

use aws_lc_rs::aead::{AES_256_GCM, Aad, RandomizedNonceKey};

use crate::StoreError;

/// Length of a master key in bytes.
const KEY_BYTES: usize = 32;

/// The key under which secrets are sealed. Its `Debug` does not tell it.
#[derive(Clone)]
pub struct MasterKey([u8; KEY_BYTES]);

impl std::fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MasterKey(…)")
    }
}

impl MasterKey {
    /// The key in the file at `path`, which is made of `random` if it is not there, readable to its owner only.
    ///
    /// # Errors
    /// [`StoreError::Folder`] when the file cannot be read or made; [`StoreError::Inconsistent`] when it is no key.
    pub fn open(path: &Path, random: impl FnOnce() -> [u8; KEY_BYTES]) -> Result<Self, StoreError> {
        let fault = StoreError::folder(path);
        match std::fs::read(path) {
            Ok(bytes) => Self::of(bytes, path),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                if let Some(folder) = path.parent() {
                    std::fs::create_dir_all(folder).map_err(&fault)?;
                }
                let key = random();
                match write_private(path, &key) {
                    // Another process has just made one.
                    Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Self::read(path),
                    written => written.map(|()| Self(key)).map_err(fault),
                }
            }
            Err(error) => Err(fault(error)),
        }
    }

    /// The key in the file at `path`, which must be there.
    ///
    /// # Errors
    /// [`StoreError::Folder`] when the file cannot be read; [`StoreError::Inconsistent`] when it is no key.
    pub fn read(path: &Path) -> Result<Self, StoreError> {
        let bytes = std::fs::read(path).map_err(StoreError::folder(path))?;
        Self::of(bytes, path)
    }

    /// Writes the key into a new file that only its owner can read.
    pub(crate) fn write(&self, path: &Path) -> Result<(), StoreError> {
        write_private(path, &self.0).map_err(StoreError::folder(path))
    }

    fn of(bytes: Vec<u8>, path: &Path) -> Result<Self, StoreError> {
        let unfit = |_| StoreError::Inconsistent(format!("{} is not a master key", path.display()));
        <[u8; KEY_BYTES]>::try_from(bytes).map(Self).map_err(unfit)
    }

    /// Seals `secret` for `owner`: hexadecimal of nonce, ciphertext and tag. Cannot be unsealed for another owner.
    pub(crate) fn seal(&self, secret: &str, owner: &str) -> Result<String, StoreError> {
        let fault = |_| StoreError::Inconsistent("a secret could not be sealed".to_owned());
        let key = RandomizedNonceKey::new(&AES_256_GCM, &self.0).map_err(fault)?;
        let mut sealed = secret.as_bytes().to_vec();
        let nonce = key.seal_in_place_append_tag(Aad::from(owner), &mut sealed).map_err(fault)?;
        let all = nonce.as_ref().iter().chain(&sealed);
        Ok(all.map(|byte| format!("{byte:02x}")).collect())
    }

    /// Undoes [`seal`](Self::seal); `None` if it was sealed with another key or for another owner.
    pub(crate) fn unseal(&self, sealed: &str, owner: &str) -> Option<String> {
        // As it was written, digit for digit: else there would be many texts for one token.
        let is_digit = |digit: u8| matches!(digit, b'0'..=b'9' | b'a'..=b'f');
        if !sealed.len().is_multiple_of(2) || !sealed.bytes().all(is_digit) {
            return None;
        }
        let digits = sealed.as_bytes().chunks(2).map(|pair| std::str::from_utf8(pair).ok());
        let bytes: Vec<u8> = digits.map(|pair| u8::from_str_radix(pair?, 16).ok()).collect::<Option<_>>()?;
        let (nonce, sealed) = bytes.split_at_checked(aws_lc_rs::aead::NONCE_LEN)?;
        let nonce = aws_lc_rs::aead::Nonce::try_assume_unique_for_key(nonce).ok()?;
        let key = RandomizedNonceKey::new(&AES_256_GCM, &self.0).ok()?;
        let mut text = sealed.to_vec();
        let length = key.open_in_place(nonce, Aad::from(owner), &mut text).ok()?.len();
        text.truncate(length);
        String::from_utf8(text).ok()
    }
}

/// Writes a new file that only its owner can read, and makes it durable. It appears whole: a power cut that left a name without
/// bytes would leave a server that does not start.
fn write_private(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut draft = path.as_os_str().to_owned();
    draft.push(format!(".{}", std::process::id()));
    let mut options = std::fs::OpenOptions::new();
    // What an earlier process of this number has left was never anybody's key.
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&draft)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    // Not by renaming it, which would put it in the place of what another process has just written.
    let appeared = std::fs::hard_link(&draft, path);
    std::fs::remove_file(&draft)?;
    appeared?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_written_whole_and_only_where_there_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("master.key");
        write_private(&path, &[7; KEY_BYTES]).unwrap();
        assert_eq!(write_private(&path, &[8]).unwrap_err().kind(), std::io::ErrorKind::AlreadyExists);
        assert_eq!(MasterKey::read(&path).unwrap().0, [7; KEY_BYTES]);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "a draft was left behind");
    }

    #[test]
    fn only_the_same_key_and_owner_unseal() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("master.key");
        let key = MasterKey::open(&path, || [7; KEY_BYTES]).unwrap();
        let again = MasterKey::open(&path, || unreachable!("the file is there")).unwrap();
        let sealed = key.seal("secret", "owner").unwrap();
        assert!(!sealed.contains("secret"));
        assert_eq!(again.unseal(&sealed, "owner").as_deref(), Some("secret"));
        assert_eq!(again.unseal(&sealed, "other"), None);
        assert_eq!(MasterKey([8; KEY_BYTES]).unseal(&sealed, "owner"), None);
        assert_eq!(key.unseal("00", "owner"), None);
        assert_ne!(sealed, key.seal("secret", "owner").unwrap(), "a nonce is used once");
        std::fs::write(&path, "short").unwrap();
        assert!(matches!(MasterKey::open(&path, || [0; KEY_BYTES]), Err(StoreError::Inconsistent(_))));
    }
}
