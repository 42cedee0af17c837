//! A certificate for 127.0.0.1, of an authority of its own: for clients that speak HTTPS alone.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Context;
use tempfile::TempDir;

use crate::command::run_quietly;

/// What makes both, in the folder that it is run in.
const MAKE: &str = "
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj '/CN=tests of clients' \
  -keyout ca.key -out ca.crt
openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj '/CN=127.0.0.1' -keyout server.key -out server.csr
echo 'subjectAltName=IP:127.0.0.1' > server.ext
openssl x509 -req -in server.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 2 -extfile server.ext -out server.crt
";

/// The files, which are gone when this is dropped.
pub(super) struct Certificate(TempDir);

impl Certificate {
    pub(super) fn make() -> anyhow::Result<Self> {
        let folder = tempfile::tempdir().context("cannot make a folder for a certificate")?;
        run_quietly(Command::new("sh").args(["-e", "-c", MAKE]).current_dir(folder.path()))?;
        Ok(Self(folder))
    }

    /// What clients must trust.
    pub(super) fn authority(&self) -> PathBuf {
        self.0.path().join("ca.crt")
    }

    pub(super) fn certificate(&self) -> PathBuf {
        self.0.path().join("server.crt")
    }

    pub(super) fn key(&self) -> PathBuf {
        self.0.path().join("server.key")
    }
}
