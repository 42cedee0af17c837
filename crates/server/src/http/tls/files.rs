//! Reads the files of the TLS settings: all that a handshake needs to know.

use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustls::crypto::CryptoProvider;
use rustls::crypto::aws_lc_rs::{self, Ticketer};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::WebPkiClientVerifier;
use rustls::server::danger::ClientCertVerifier;
use rustls::{Error, RootCertStore, ServerConfig};

use super::{HTTP1, HTTP2};
use crate::config::TlsFiles;

/// Why the files of the TLS settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// A file that is not there, or may not be read.
    #[error("cannot read {path}: {source}")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the operating system says.
        source: io::Error,
    },
    /// A file without what it is for.
    #[error("{path} holds no {what} in PEM")]
    Without {
        /// The file.
        path: PathBuf,
        /// What is looked for in it.
        what: &'static str,
    },
    /// Two files that do not belong together.
    #[error("the private key in {key} is not that of the certificate in {certificate}")]
    Mismatch {
        /// The file of the certificate.
        certificate: PathBuf,
        /// The file of the key.
        key: PathBuf,
    },
    /// What is in PEM and no certificate, or no key, all the same.
    #[error("what {path} holds cannot be used: {why}")]
    Unusable {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
}

/// What a look at the files tells without reading them: whatever writes or replaces one changes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stamp(Vec<Option<[i128; 5]>>);

impl TlsFiles {
    fn all(&self) -> impl Iterator<Item = &Path> {
        [Some(&self.certificate), Some(&self.key), self.client_ca.as_ref()]
            .into_iter()
            .flatten()
            .map(PathBuf::as_path)
    }

    /// Looks at the files, through symbolic links.
    pub(super) fn stamp(&self) -> Stamp {
        let of_file = |path: &Path| {
            let file = std::fs::metadata(path).ok()?;
            // Who copies a file may keep its times, but not that of the last change of what is known of it.
            let (changed_s, changed_ns) = (file.ctime().into(), file.ctime_nsec().into());
            Some([file.dev().into(), file.ino().into(), file.size().into(), changed_s, changed_ns])
        };
        Stamp(self.all().map(of_file).collect())
    }

    /// Reads the files.
    ///
    /// # Errors
    /// [`TlsError`], saying which file it is.
    pub(super) fn read(&self) -> Result<Arc<ServerConfig>, TlsError> {
        let provider = Arc::new(aws_lc_rs::default_provider());
        let chain = certificates(&self.certificate)?;
        let key = PrivateKeyDer::from_pem_slice(&bytes(&self.key)?)
            .map_err(|_| TlsError::Without { path: self.key.clone(), what: "private key" })?;
        let builder = ServerConfig::builder_with_provider(Arc::clone(&provider));
        let builder = builder
            .with_safe_default_protocol_versions()
            .map_err(|error| unusable(&self.certificate, &error))?;
        let builder = match &self.client_ca {
            None => builder.with_no_client_auth(),
            Some(path) => builder.with_client_cert_verifier(verifier(path, provider)?),
        };
        let mut config = builder.with_single_cert(chain, key).map_err(|error| match error {
            Error::InconsistentKeys(_) => {
                TlsError::Mismatch { certificate: self.certificate.clone(), key: self.key.clone() }
            }
            Error::InvalidCertificate(_) => unusable(&self.certificate, &error),
            _ => unusable(&self.key, &error),
        })?;
        config.alpn_protocols = vec![HTTP2.to_vec(), HTTP1.to_vec()];
        // A key of these files alone: who has met an authority that was taken away since cannot go on with its ticket.
        // Nothing is taken before the handshake is done (no early data), as it could be sent again by anybody.
        config.ticketer = Ticketer::new().map_err(|error| unusable(&self.key, &error))?;
        Ok(Arc::new(config))
    }
}

fn bytes(path: &Path) -> Result<Vec<u8>, TlsError> {
    std::fs::read(path).map_err(|source| TlsError::Unreadable { path: path.to_owned(), source })
}

fn certificates(path: &Path) -> Result<Vec<CertificateDer<'static>>, TlsError> {
    let without = || TlsError::Without { path: path.to_owned(), what: "certificate" };
    let found: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(&bytes(path)?).collect();
    found.ok().filter(|found| !found.is_empty()).ok_or_else(without)
}

/// Lets in whoever shows a certificate of these authorities, and nobody else.
fn verifier(path: &Path, provider: Arc<CryptoProvider>) -> Result<Arc<dyn ClientCertVerifier>, TlsError> {
    let mut authorities = RootCertStore::empty();
    for certificate in certificates(path)? {
        authorities.add(certificate).map_err(|error| unusable(path, &error))?;
    }
    let verifier = WebPkiClientVerifier::builder_with_provider(Arc::new(authorities), provider).build();
    verifier.map_err(|error| TlsError::Unusable { path: path.to_owned(), why: error.to_string() })
}

fn unusable(path: &Path, error: &Error) -> TlsError {
    TlsError::Unusable { path: path.to_owned(), why: error.to_string() }
}
