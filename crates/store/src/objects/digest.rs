//! What an object is: its length and its SHA-256.

use aws_lc_rs::digest;

use super::copying::{Copied, hexadecimal};
use super::{ObjectPath, Objects};
use crate::StoreError;

impl Objects {
    /// Reads an object to its end.
    ///
    /// # Errors
    /// [`StoreError::Objects`], also when it is not there, or is changed while it is read.
    pub async fn digest(&self, path: &ObjectPath) -> Result<Copied, StoreError> {
        let mut source = self.place(path)?.open(&path.object).await?;
        let (mut digest, mut length) = (digest::Context::new(&digest::SHA256), 0);
        while let Some(chunk) = source.next().await? {
            length += chunk.len() as u64;
            for bytes in chunk {
                digest.update(&bytes);
            }
        }
        source.check(length).await?;
        Ok(Copied { length, sha256: hexadecimal(digest) })
    }
}
