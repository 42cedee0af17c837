//! The master keys: from where the settings say, at the start and again while the server runs.

use std::path::Path;
use std::time::SystemTime;

use imagekin_store::{AuditEvent, KeyRing, StoreError};

use crate::audit::operator_event;
use crate::config::{Config, SecretSource};
use crate::{App, Random};

impl Config {
    /// Where the master keys are.
    #[must_use]
    pub fn master_key_source(&self) -> SecretSource {
        self.master_key.clone().unwrap_or_else(|| self.master_key_of_folder())
    }

    /// Where they are, if that is in another place than the data folder.
    #[must_use]
    pub fn master_key_elsewhere(&self) -> Option<&SecretSource> {
        self.master_key.as_ref().filter(|source| **source != self.master_key_of_folder())
    }

    fn master_key_of_folder(&self) -> SecretSource {
        SecretSource::File(self.data_dir.join("master.key"))
    }

    /// The master keys, which must be there.
    ///
    /// # Errors
    /// [`StoreError::Folder`] or [`StoreError::Unusable`] when they are not.
    pub fn key_ring(&self) -> Result<KeyRing, StoreError> {
        read(&self.master_key_source())
    }

    /// The same; a file that is not there yet is made.
    pub(crate) fn key_ring_or_new(&self, random: &dyn Random) -> Result<KeyRing, StoreError> {
        match self.master_key_source() {
            SecretSource::File(path) => KeyRing::open(&path, || new_master_key(random)),
            source => read(&source),
        }
    }
}

/// A master key that nobody has had.
#[must_use]
pub fn new_master_key(random: &dyn Random) -> [u8; 32] {
    let mut key = [0; 32];
    key[..16].copy_from_slice(&random.bits().to_le_bytes());
    key[16..].copy_from_slice(&random.bits().to_le_bytes());
    key
}

fn read(source: &SecretSource) -> Result<KeyRing, StoreError> {
    match source {
        SecretSource::File(path) => KeyRing::read(path),
        _ => {
            let bytes =
                source.read().map_err(|why| StoreError::Unusable(format!("the master key: {why}")))?;
            KeyRing::parse(&bytes, &source.to_string())
        }
    }
}

/// What a file system says of a file when it is another one, or has other bytes, than before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    modified: Option<SystemTime>,
    length: u64,
    file: (u64, u64),
}

impl Stamp {
    /// That of a file; `None` if it cannot be had.
    fn of(path: &Path) -> Option<Self> {
        use std::os::unix::fs::MetadataExt;
        let metadata = std::fs::metadata(path).ok()?;
        let file = (metadata.dev(), metadata.ino());
        Some(Self { modified: metadata.modified().ok(), length: metadata.len(), file })
    }
}

/// Looks whether the master keys have changed.
#[derive(Default)]
pub(crate) struct Watch {
    /// That of the file when it was read last; `None` until it is read a second time, for it may have changed since the start.
    seen: Option<Stamp>,
    /// The last look did not come to its end: there is another one, though nobody asks and nothing has changed.
    is_broken_off: bool,
}

impl Watch {
    /// Reads the master keys again, if they are in a file that has changed, or when that `is_asked` for, or was when the database
    /// was not there for it. Those that cannot be read, or do not unseal what is in the database, change nothing.
    pub(crate) async fn look(&mut self, app: &App, is_asked: bool) {
        let source = app.config.master_key_source();
        let stamp = match &source {
            SecretSource::File(path) => Stamp::of(path),
            _ => None,
        };
        let has_changed = stamp.is_some() && stamp != self.seen;
        if !is_asked && !has_changed && !self.is_broken_off {
            return;
        }
        let outcome = read_again(app, source).await;
        self.is_broken_off = outcome.as_ref().is_err_and(StoreError::is_retryable);
        match outcome {
            Err(error) if self.is_broken_off => {
                tracing::warn!(%error, "Could not look whether the master keys that were read again fit; it is tried again");
            }
            Err(error) => {
                self.seen = stamp;
                tracing::error!(
                    %error,
                    "The master keys that were read again cannot be used; the server goes on with those that it has"
                );
            }
            Ok(()) => self.seen = stamp,
        }
    }
}

async fn read_again(app: &App, source: SecretSource) -> Result<(), StoreError> {
    // A program may take its time.
    let reading = tokio::task::spawn_blocking(move || read(&source)).await;
    let key_ring =
        reading.map_err(|error| StoreError::Unavailable(format!("a read was given up: {error}")))??;
    let before = app.store.key_ring();
    if key_ring == *before {
        return Ok(());
    }
    let (keys, event) = (ids(&key_ring), event_of(app, &key_ring, Some(&before)));
    let entries = app.store.replace_key_ring(key_ring, event).await?;
    app.audit.file(entries);
    tracing::info!(keys, "Read the master keys again; the first one seals");
    app.new_keys.notify_one();
    Ok(())
}

/// What the audit log says of the keys that this node has from now on, whoever has changed them, by a command or by hand.
pub(crate) fn event_of(app: &App, key_ring: &KeyRing, before: Option<&KeyRing>) -> AuditEvent {
    let (keys, keys_before) = (ids(key_ring), before.map(ids));
    let mut parameters = vec![("KeyIds", keys.as_str())];
    parameters.extend(keys_before.as_deref().map(|keys| ("KeyIdsBefore", keys)));
    operator_event("ReadMasterKeys", &parameters, app.clock.now(), &*app.random)
}

/// The ids of the keys, for people.
fn ids(key_ring: &KeyRing) -> String {
    key_ring.ids().map(|id| id.to_string()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use imagekin_catalog::Timestamp;

    use super::*;
    use crate::{ManualClock, OsRandom, Profile};

    /// A file of one master key.
    fn key(byte: u8) -> String {
        format!("{byte:02x}").repeat(32) + "\n"
    }

    /// Nobody asks a second time, and no file tells that what a program prints has changed.
    #[tokio::test]
    async fn what_was_asked_for_while_the_database_was_away_is_done_later() {
        let folder = tempfile::tempdir().unwrap();
        let printed = folder.path().join("printed");
        std::fs::write(&printed, key(1)).unwrap();
        let mut config = Config::defaults(Profile::Sandbox);
        config.data_dir = folder.path().join("data");
        config.master_key = Some(SecretSource::parse(&format!("command:cat {}", printed.display())).unwrap());
        let clock = Arc::new(ManualClock::new(Timestamp::from_seconds(1_700_000_000)));
        let app = App::open_without_keys(config, clock, Arc::new(OsRandom)).await.unwrap();
        let (mut watch, first) = (Watch::default(), app.store.key_ring());

        std::fs::write(&printed, key(2)).unwrap();
        watch.look(&app, false).await;
        assert!(*app.store.key_ring() == *first, "nobody has asked");
        let locked = rusqlite::Connection::open(app.config.data_dir.join("imagekin.db")).unwrap();
        locked.execute_batch("BEGIN IMMEDIATE").unwrap();
        watch.look(&app, true).await;
        assert!(*app.store.key_ring() == *first, "no key is taken untold");
        drop(locked);
        watch.look(&app, false).await;
        let second = app.store.key_ring();
        assert!(*second != *first);

        std::fs::write(&printed, key(3)).unwrap();
        watch.look(&app, false).await;
        assert!(*app.store.key_ring() == *second, "that is over");
    }
}
