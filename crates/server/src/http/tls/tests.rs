//! What of the files is served, what is not, and what is said of it.

use std::sync::atomic::{AtomicUsize, Ordering};

use rcgen::{CertifiedKey, KeyPair, generate_simple_self_signed};
use tempfile::TempDir;
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};

use super::*;

struct Folder(TempDir);

impl Folder {
    fn files(&self) -> TlsFiles {
        let [certificate, key] = ["certificate.pem", "key.pem"].map(|name| self.0.path().join(name));
        TlsFiles { certificate, key, client_ca: None }
    }

    fn write(&self, name: &str, text: &str) {
        std::fs::write(self.0.path().join(name), text).unwrap();
    }

    fn open(&self) -> (Tls, Renewal) {
        open(self.files(), &TlsSettings::default()).unwrap()
    }
}

fn pair() -> CertifiedKey<KeyPair> {
    generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap()
}

/// A folder with a pair.
fn folder() -> Folder {
    let folder = Folder(tempfile::tempdir().unwrap());
    let pair = pair();
    folder.write("certificate.pem", &pair.cert.pem());
    folder.write("key.pem", &pair.signing_key.serialize_pem());
    folder
}

/// What is served now; another one is at another place.
fn served(tls: &Tls) -> Arc<ServerConfig> {
    Arc::clone(&tls.0.borrow())
}

#[test]
fn a_new_pair_is_served_when_both_of_it_are_there() {
    let folder = folder();
    let (tls, mut renewal) = folder.open();
    let (first, pair) = (served(&tls), pair());
    renewal.look(false);
    assert!(Arc::ptr_eq(&first, &served(&tls)), "nothing has changed");
    folder.write("certificate.pem", &pair.cert.pem());
    renewal.look(false);
    folder.write("key.pem", &pair.signing_key.serialize_pem());
    renewal.look(false);
    assert!(Arc::ptr_eq(&first, &served(&tls)), "it has changed since the last look");
    assert_eq!(renewal.told, None, "half of a pair is nothing to tell of");
    renewal.look(false);
    let second = served(&tls);
    assert!(!Arc::ptr_eq(&first, &second));
    renewal.look(true);
    assert!(!Arc::ptr_eq(&second, &served(&tls)), "whoever asks gets what the files hold");
}

/// rustls takes none with tickets of this kind, whatever is set. That is not to be the only reason.
#[test]
fn no_early_data_is_allowed() {
    let folder = folder();
    assert_eq!(served(&folder.open().0).max_early_data_size, 0);
}

/// Counts the errors in the log.
struct Errors(Arc<AtomicUsize>);

impl Subscriber for Errors {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        *metadata.level() == Level::ERROR
    }

    fn event(&self, _: &Event<'_>) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

#[test]
fn a_pair_that_cannot_be_used_is_told_once_and_the_old_one_is_served_on() {
    let folder = folder();
    let (tls, mut renewal) = folder.open();
    let (first, pair) = (served(&tls), pair());
    let errors = Arc::new(AtomicUsize::new(0));
    // Of one subscriber alone tracing asks the thread that comes first to a line, which may be another test's.
    let _second = tracing::Dispatch::new(Errors(Arc::clone(&errors)));
    let mut told_after = |name: &str, text: &str, is_asked: bool| {
        folder.write(name, text);
        tracing::subscriber::with_default(Errors(Arc::clone(&errors)), || {
            (0..5).for_each(|_| renewal.look(is_asked));
        });
        errors.swap(0, Ordering::Relaxed)
    };
    assert_eq!(told_after("certificate.pem", &pair.cert.pem(), false), 1);
    assert_eq!(told_after("key.pem", "no key", false), 1, "another fault");
    assert_eq!(told_after("key.pem", "nor this", false), 0, "the same fault");
    assert_eq!(told_after("key.pem", "nor that", true), 5, "whoever asks hears it");
    assert!(Arc::ptr_eq(&first, &served(&tls)));
    assert_eq!(told_after("key.pem", &pair.signing_key.serialize_pem(), false), 0);
    assert!(!Arc::ptr_eq(&first, &served(&tls)));
}

#[test]
fn files_that_cannot_be_used_are_named_and_not_quoted() {
    let folder = folder();
    let (own, other) = (std::fs::read_to_string(folder.files().key).unwrap(), pair());
    let broken_pem = own.replace("-----END", "----END");
    let no_key = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n";
    for (text, expected) in [
        (&*other.signing_key.serialize_pem(), "is not that of the certificate"),
        (&*other.cert.pem(), "key.pem holds no private key in PEM"),
        ("", "key.pem holds no private key in PEM"),
        (&*broken_pem, "key.pem holds no private key in PEM"),
        (no_key, "key.pem holds cannot be used"),
    ] {
        folder.write("key.pem", text);
        let told = folder.files().read().unwrap_err().to_string();
        assert!(told.contains(expected), "{told}");
        assert!(!own.lines().skip(1).any(|line| told.contains(line)), "{told}");
    }
    folder.write("key.pem", &own);
    folder.write("authorities.pem", "none");
    let authorities = TlsFiles { client_ca: Some(folder.0.path().join("authorities.pem")), ..folder.files() };
    let told = authorities.read().unwrap_err().to_string();
    assert!(told.contains("authorities.pem holds no certificate in PEM"), "{told}");
    std::fs::remove_file(folder.files().certificate).unwrap();
    let told = folder.files().read().unwrap_err().to_string();
    assert!(told.contains("cannot read") && told.contains("certificate.pem"), "{told}");
}
