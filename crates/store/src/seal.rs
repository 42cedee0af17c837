//! Secrets at rest: sealed with AES-256-GCM under a master key, for HMAC needs them back.

mod file;
mod ring;

use std::fmt;

use aws_lc_rs::aead::{AES_256_GCM, Aad, NONCE_LEN, Nonce, RandomizedNonceKey};
use aws_lc_rs::digest;
use thiserror::Error;
use zeroize::Zeroizing;

use crate::StoreError;

pub use file::change_key_file;
pub use ring::KeyRing;

/// Length of a master key in bytes.
const KEY_BYTES: usize = 32;
/// What is hashed before a master key for its id, so that the id is no digest that anything else is known by.
const ID_DOMAIN: &[u8] = b"imagekin master key\0";
/// What stands between the id of the key and what it sealed.
const SEPARATOR: char = '.';

/// Which master key: the beginning of a digest of it, which tells nothing of the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyId([u8; 4]);

impl KeyId {
    fn of(key: &[u8; KEY_BYTES]) -> Self {
        let mut context = digest::Context::new(&digest::SHA256);
        context.update(ID_DOMAIN);
        context.update(key);
        let mut id = [0; 4];
        id.copy_from_slice(&context.finish().as_ref()[..4]);
        Self(id)
    }

    /// Reads what `Display` prints; `None` if it is not 8 hexadecimal digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut id = [0; 4];
        from_hex(text, &mut id)?;
        Some(Self(id))
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// A key under which secrets are sealed. It is wiped when it is dropped, and its `Debug` does not tell it.
#[derive(Clone)]
struct MasterKey {
    bytes: Zeroizing<[u8; KEY_BYTES]>,
    id: KeyId,
}

impl fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MasterKey({})", self.id)
    }
}

/// Why a text cannot be unsealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub(crate) enum UnsealError {
    /// The key that it was sealed with is not in the ring.
    #[error("it was sealed with the master key {0}, which is not among those of this process")]
    LostKey(KeyId),
    /// It says no key, and none unseals it; or the key that it says does not.
    #[error("it was sealed with another master key or for something else, or was changed since")]
    Broken,
}

impl MasterKey {
    fn new(bytes: Zeroizing<[u8; KEY_BYTES]>) -> Self {
        Self { id: KeyId::of(&bytes), bytes }
    }

    /// Seals `secret` for `owner`: the id of this key, and hexadecimal of nonce, ciphertext and tag. It cannot be unsealed for
    /// another owner.
    fn seal(&self, secret: &str, owner: &str) -> Result<String, StoreError> {
        let fault = |_| StoreError::Inconsistent("a secret could not be sealed".to_owned());
        let key = RandomizedNonceKey::new(&AES_256_GCM, &*self.bytes).map_err(fault)?;
        // In its place: what is left of the buffer is no secret.
        let mut sealed = secret.as_bytes().to_vec();
        let nonce = key.seal_in_place_append_tag(Aad::from(owner), &mut sealed).map_err(fault)?;
        let mut text = format!("{}{SEPARATOR}", self.id);
        push_hex(nonce.as_ref(), &mut text);
        push_hex(&sealed, &mut text);
        Ok(text)
    }

    fn unseal(&self, sealed: &Sealed, owner: &str) -> Option<Zeroizing<String>> {
        let (nonce, sealed) = sealed.bytes.split_at_checked(NONCE_LEN)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
        let key = RandomizedNonceKey::new(&AES_256_GCM, &*self.bytes).ok()?;
        let mut text = Zeroizing::new(sealed.to_vec());
        let length = key.open_in_place(nonce, Aad::from(owner), &mut text).ok()?.len();
        text.truncate(length);
        String::from_utf8(std::mem::take(&mut *text)).ok().map(Zeroizing::new)
    }
}

/// A sealed text, taken apart.
struct Sealed {
    /// The key that sealed it, as it says; texts of before there were ids say none.
    key: Option<KeyId>,
    /// Nonce, ciphertext and tag.
    bytes: Vec<u8>,
}

impl Sealed {
    fn read(text: &str) -> Option<Self> {
        let (key, digits) = match text.split_once(SEPARATOR) {
            Some((id, digits)) => (Some(KeyId::parse(id)?), digits),
            None => (None, text),
        };
        let mut bytes = vec![0; digits.len() / 2];
        from_hex(digits, &mut bytes)?;
        Some(Self { key, bytes })
    }
}

/// What every text begins with that the key of this id has sealed.
pub(crate) fn prefix(id: KeyId) -> String {
    format!("{id}{SEPARATOR}")
}

fn push_hex(bytes: &[u8], text: &mut String) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    text.reserve(bytes.len() * 2);
    for byte in bytes {
        for digit in [byte >> 4, byte & 15] {
            text.push(char::from(DIGITS[usize::from(digit)]));
        }
    }
}

/// Fills `bytes` from twice as many hexadecimal digits, as they are written here; `None` if they are not that. Else there would be
/// many texts for one token.
fn from_hex(digits: &str, bytes: &mut [u8]) -> Option<()> {
    let value = |digit: u8| match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    };
    let digits = digits.as_bytes();
    if digits.len() != bytes.len() * 2 {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = value(pair[0])? << 4 | value(pair[1])?;
    }
    Some(())
}

#[cfg(test)]
mod tests;
