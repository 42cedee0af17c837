//! TLS of the service's own: where its certificate lies, and who signs those of its clients.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::ConfigError;

/// TLS of the service's own. Without a certificate it speaks plain HTTP.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TlsSettings {
    /// File of the certificate (PEM), followed by those between it and its authority.
    pub certificate: Option<PathBuf>,
    /// File of the certificate's private key (PEM).
    pub key: Option<PathBuf>,
    /// File of authorities (PEM). If it is given, every client must show a certificate that one of them has signed.
    pub client_ca: Option<PathBuf>,
    /// How often the files are looked at, in milliseconds, so that new ones are served without a restart.
    pub look_every_ms: u64,
}

impl Default for TlsSettings {
    fn default() -> Self {
        Self { certificate: None, key: None, client_ca: None, look_every_ms: 5_000 }
    }
}

/// The files of a service that speaks TLS.
#[derive(Clone, Debug)]
pub(crate) struct TlsFiles {
    pub(crate) certificate: PathBuf,
    pub(crate) key: PathBuf,
    pub(crate) client_ca: Option<PathBuf>,
}

impl TlsSettings {
    /// The files; `None` where the service speaks plain HTTP.
    ///
    /// # Errors
    /// [`ConfigError`] where one is given without another that it needs.
    pub(crate) fn files(&self) -> Result<Option<TlsFiles>, ConfigError> {
        let unusable = |text: &str| Err(ConfigError::Unusable(text.to_owned()));
        if self.look_every_ms == 0 {
            return unusable("tls.look_every_ms must be at least 1");
        }
        match (&self.certificate, &self.key, &self.client_ca) {
            (None, None, None) => Ok(None),
            (Some(certificate), Some(key), client_ca) => Ok(Some(TlsFiles {
                certificate: certificate.clone(),
                key: key.clone(),
                client_ca: client_ca.clone(),
            })),
            (Some(_), None, _) => {
                unusable("tls.certificate is given without its private key: add tls.key (--tls-key)")
            }
            (None, Some(_), _) => {
                unusable("tls.key is given without its certificate: add tls.certificate (--tls-certificate)")
            }
            (None, None, Some(_)) => unusable(
                "tls.client_ca is given without a certificate of the service's own: add tls.certificate and tls.key \
                 (--tls-certificate, --tls-key)",
            ),
        }
    }
}
