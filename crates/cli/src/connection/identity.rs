//! The certificate of the client, for a service that asks for one.

use std::path::Path;

use ureq::tls::{ClientCert, PemItem, parse_pem};

use crate::failure::Failure;

/// Reads a certificate, those between it and its authority, and its private key.
///
/// # Errors
/// [`Failure::Usage`], saying what the file lacks.
pub(super) fn read(file: &Path) -> Result<ClientCert, Failure> {
    let failure = |why: &str| {
        Failure::Usage(format!("the certificate of this client, {}, cannot be used: {why}", file.display()))
    };
    let bytes = std::fs::read(file).map_err(|error| failure(&error.to_string()))?;
    let (mut chain, mut key) = (Vec::new(), None);
    for item in parse_pem(&bytes) {
        // Not what the library says: it may tell a part of the key.
        match item.map_err(|_| failure("it is no PEM"))? {
            PemItem::Certificate(certificate) => chain.push(certificate),
            PemItem::PrivateKey(found) => key = Some(found),
            _ => {}
        }
    }
    match key {
        Some(key) if !chain.is_empty() => Ok(ClientCert::new_with_certs(&chain, key)),
        _ => Err(failure("it must hold the certificate and its private key, one after the other")),
    }
}
