//! The master keys of a process: the first seals, all of them unseal.

use std::path::Path;

use zeroize::Zeroizing;

use super::{KEY_BYTES, KeyId, MasterKey, Sealed, UnsealError, file, from_hex, push_hex};
use crate::StoreError;

/// The master keys. The first seals; the others unseal what they have sealed. They are wiped when this is dropped, and its `Debug`
/// tells their ids only.
#[derive(Clone, Debug)]
pub struct KeyRing(Vec<MasterKey>);

impl PartialEq for KeyRing {
    /// Are they the same keys in the same order?
    fn eq(&self, other: &Self) -> bool {
        self.0.iter().map(|key| &key.bytes).eq(other.0.iter().map(|key| &key.bytes))
    }
}

impl KeyRing {
    /// Most keys of a ring: a rotation needs two.
    pub const KEYS_MAX: usize = 16;

    /// A ring of one key.
    #[must_use]
    pub fn of(key: [u8; KEY_BYTES]) -> Self {
        Self(vec![MasterKey::new(Zeroizing::new(key))])
    }

    /// Reads a ring: a key a line, each 64 hexadecimal digits; or the 32 bytes of one key. What is wrong with it is told without
    /// what is in it; `source` says where it is from.
    ///
    /// # Errors
    /// [`StoreError::Unusable`].
    pub fn parse(bytes: &[u8], source: &str) -> Result<Self, StoreError> {
        let unfit = |why: &str| StoreError::Unusable(format!("{source} is not a master key: {why}"));
        if let Ok(key) = <[u8; KEY_BYTES]>::try_from(bytes) {
            return Ok(Self::of(key));
        }
        let mut ring = Self(Vec::new());
        let lines = bytes.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
        for line in lines.filter(|line| !line.is_empty()) {
            let mut key = Zeroizing::new([0; KEY_BYTES]);
            std::str::from_utf8(line)
                .ok()
                .and_then(|digits| from_hex(&Zeroizing::new(digits.to_ascii_lowercase()), &mut *key))
                .ok_or_else(|| unfit("it must have 64 hexadecimal digits on each line, or be 32 bytes"))?;
            ring.push(MasterKey::new(key)).map_err(unfit)?;
        }
        if ring.0.is_empty() { Err(unfit("it is empty")) } else { Ok(ring) }
    }

    fn push(&mut self, key: MasterKey) -> Result<(), &'static str> {
        if self.0.iter().any(|there| there.id == key.id) {
            return Err("a key stands in it twice");
        }
        if self.0.len() == Self::KEYS_MAX {
            return Err("it has more than 16 keys");
        }
        self.0.push(key);
        Ok(())
    }

    /// The ring in the file at `path`. If it is not there, it is made of `random`, readable to its owner only.
    ///
    /// # Errors
    /// [`StoreError::Folder`] when the file cannot be read or made; [`StoreError::Unusable`] when it is no ring.
    pub fn open(path: &Path, random: impl FnOnce() -> [u8; KEY_BYTES]) -> Result<Self, StoreError> {
        if path.exists() {
            return Self::read(path);
        }
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(StoreError::folder(folder))?;
        }
        let ring = Self::of(random());
        match file::write_new(path, &ring.to_text()) {
            Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => {
                Err(StoreError::folder(path)(error))
            }
            // Also when this process has made it: what stands there is what the next start will have.
            _ => Self::read(path),
        }
    }

    /// The ring in the file at `path`, which must be there.
    ///
    /// # Errors
    /// [`StoreError::Folder`] when the file cannot be read; [`StoreError::Unusable`] when it is no ring.
    pub fn read(path: &Path) -> Result<Self, StoreError> {
        let bytes = file::read(path).map_err(StoreError::folder(path))?;
        Self::parse(&bytes, &path.display().to_string())
    }

    /// Writes the ring into a new file that only its owner can read.
    pub(crate) fn write(&self, path: &Path) -> Result<(), StoreError> {
        file::write_new(path, &self.to_text()).map_err(StoreError::folder(path))
    }

    pub(super) fn to_text(&self) -> Zeroizing<String> {
        // Of its full length, so that no shorter one is left behind.
        let mut text = Zeroizing::new(String::with_capacity(self.0.len() * (2 * KEY_BYTES + 1)));
        for key in &self.0 {
            push_hex(&*key.bytes, &mut text);
            text.push('\n');
        }
        text
    }

    /// The ids of the keys, the one that seals first.
    pub fn ids(&self) -> impl Iterator<Item = KeyId> {
        self.0.iter().map(|key| key.id)
    }

    /// The key that seals.
    #[must_use]
    pub fn sealing(&self) -> KeyId {
        self.0[0].id
    }

    /// The same with one more key, which unseals.
    ///
    /// # Errors
    /// [`StoreError::Unusable`], if it is there or there is no room.
    pub fn with(&self, key: [u8; KEY_BYTES]) -> Result<Self, StoreError> {
        let mut ring = self.clone();
        let unfit = |why| StoreError::Unusable(format!("the key cannot be added: {why}"));
        ring.push(MasterKey::new(Zeroizing::new(key))).map_err(unfit)?;
        Ok(ring)
    }

    /// The same keys, of which this one seals.
    ///
    /// # Errors
    /// [`StoreError::Unusable`], if there is no such key.
    pub fn promoted(&self, id: KeyId) -> Result<Self, StoreError> {
        let mut ring = self.clone();
        let at = ring.position(id)?;
        ring.0[..=at].rotate_right(1);
        Ok(ring)
    }

    /// The same without a key.
    ///
    /// # Errors
    /// [`StoreError::Unusable`], if there is no such key, or it is the one that seals.
    pub fn without(&self, id: KeyId) -> Result<Self, StoreError> {
        let mut ring = self.clone();
        match ring.position(id)? {
            0 => Err(StoreError::Unusable(format!(
                "{id} is the master key that seals; `imagekin master-key promote` another one first"
            ))),
            at => {
                ring.0.remove(at);
                Ok(ring)
            }
        }
    }

    /// The same keys, and behind them those that only `other` has, as far as there is room.
    pub(crate) fn joined(&self, other: &Self) -> Self {
        let mut ring = self.clone();
        for key in &other.0 {
            // One that is there is there, and nobody has so many.
            let _ = ring.push(key.clone());
        }
        ring
    }

    fn position(&self, id: KeyId) -> Result<usize, StoreError> {
        let unknown = || StoreError::Unusable(format!("there is no master key {id}"));
        self.ids().position(|there| there == id).ok_or_else(unknown)
    }

    /// Seals `secret` for `owner` with the first key. It cannot be unsealed for another owner.
    pub(crate) fn seal(&self, secret: &str, owner: &str) -> Result<String, StoreError> {
        self.0[0].seal(secret, owner)
    }

    /// Undoes [`seal`](Self::seal).
    pub(crate) fn unseal(&self, sealed: &str, owner: &str) -> Result<Zeroizing<String>, UnsealError> {
        self.unseal_by(sealed, owner).map(|(text, _)| text)
    }

    /// The same, and which key has sealed it.
    pub(crate) fn unseal_by(
        &self,
        sealed: &str,
        owner: &str,
    ) -> Result<(Zeroizing<String>, KeyId), UnsealError> {
        let sealed = Sealed::read(sealed).ok_or(UnsealError::Broken)?;
        let named = sealed.key;
        let mut keys = self.0.iter().filter(|key| named.is_none_or(|id| id == key.id)).peekable();
        if let (Some(lost), None) = (sealed.key, keys.peek()) {
            return Err(UnsealError::LostKey(lost));
        }
        let unsealed = keys.find_map(|key| Some((key.unseal(&sealed, owner)?, key.id)));
        unsealed.ok_or(UnsealError::Broken)
    }
}
