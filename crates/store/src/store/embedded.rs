//! The embedded store: a folder that one process at a time uses.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::sync::Arc;

use tokio::sync::oneshot;

use crate::StoreError;
use crate::db::Connection;
use crate::db::sqlite::{Readers, Sqlite};
use crate::db::writer::{Answer, Writer};
use crate::head_version::{HeadVersions, Stripe};

pub(super) struct Embedded {
    readers: Readers,
    writer: Writer,
    /// Held while the store is open: no second process writes behind the back of this one's caches.
    _lock: File,
}

impl Embedded {
    pub(super) fn open(folder: &Path, versions: Arc<HeadVersions>) -> Result<Self, StoreError> {
        let fault = |path: &Path, source| StoreError::Folder { path: path.display().to_string(), source };
        std::fs::create_dir_all(folder).map_err(|error| fault(folder, error))?;
        let lock_path = folder.join("lock");
        let lock = File::create(&lock_path).map_err(|error| fault(&lock_path, error))?;
        lock.try_lock().map_err(|error| match error {
            TryLockError::WouldBlock => StoreError::InUse(folder.display().to_string()),
            TryLockError::Error(error) => fault(&lock_path, error),
        })?;
        let database = folder.join("imagekin.db");
        let connection = Sqlite::open_writer(&database)?;
        let readers = Readers::new(&database)?;
        let writer = Writer::start(connection, versions).map_err(|e| fault(&database, e))?;
        Ok(Self { readers, writer, _lock: lock })
    }

    /// Reads on the calling thread.
    pub(super) fn read<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&dyn Connection) -> Result<T, E>,
    ) -> Result<T, E> {
        self.readers.read(|connection| work(connection))
    }

    /// Reads on a thread for work that may take milliseconds.
    pub(super) async fn read_long<T, E>(
        &self,
        work: impl FnOnce(&dyn Connection) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let readers = self.readers.clone();
        let reading = tokio::task::spawn_blocking(move || readers.read(|connection| work(connection)));
        let panicked = |_| {
            Err(StoreError::Unavailable("a read was given up: its thread has panicked".to_owned()).into())
        };
        reading.await.unwrap_or_else(panicked)
    }

    pub(super) async fn transaction<T, E>(
        &self,
        work: impl FnOnce(&dyn Connection, &mut Vec<Stripe>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (sender, receiver) = oneshot::channel();
        self.writer.submit(Box::new(move |db, touched| {
            let outcome = work(db, touched);
            let keep = outcome.is_ok();
            let answer: Answer = Box::new(move |committed| {
                // Nobody may be waiting any more: the client has gone away, the change stays.
                let _ = sender.send(match committed {
                    Ok(()) => outcome,
                    Err(error) => Err(error.into()),
                });
            });
            (keep, answer)
        }));
        let dropped = || StoreError::Unavailable("the write was not carried out".to_owned());
        receiver.await.unwrap_or_else(|_| Err(dropped().into()))
    }
}
