//! The embedded store: a folder that one process at a time writes to.

use std::fs::TryLockError;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tokio::sync::oneshot;

use crate::StoreError;
use crate::db::Connection;
use crate::db::sqlite::{self, Readers, Sqlite};
use crate::db::writer::{Answer, Writer};
use crate::file_lock::{self, FileLock};
use crate::head_version::{HeadVersions, Stripe};

pub(super) struct Embedded {
    readers: Readers,
    /// `None` where the store is only read.
    writer: Option<Locked>,
}

struct Locked {
    writer: Writer,
    /// Held while the store is open: no second process writes behind the back of this one's caches.
    _lock: FileLock,
}

/// The database of a folder.
fn database(folder: &Path) -> PathBuf {
    folder.join("imagekin.db")
}

impl Embedded {
    pub(super) fn open(folder: &Path, versions: Arc<HeadVersions>) -> Result<Self, StoreError> {
        let lock = lock(folder)?;
        let database = database(folder);
        let (connection, _applied) = Sqlite::open_writer(&database)?;
        let readers = Readers::new(&database)?;
        let writer = Writer::start(connection, versions).map_err(StoreError::folder(&database))?;
        Ok(Self { readers, writer: Some(Locked { writer, _lock: lock }) })
    }

    /// A folder that another process may be writing to.
    pub(super) fn look_at(folder: &Path) -> Result<Self, StoreError> {
        let database = database(folder);
        std::fs::metadata(&database).map_err(StoreError::folder(&database))?;
        Ok(Self { readers: Readers::beside_a_writer(&database)?, writer: None })
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
        let Some(Locked { writer, .. }) = &self.writer else {
            return Err(StoreError::Unusable("the store was opened to be read only".to_owned()).into());
        };
        let (sender, receiver) = oneshot::channel();
        writer.submit(Box::new(move |db, touched| {
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

/// Does the folder hold a store?
#[must_use]
pub fn is_store(folder: &Path) -> bool {
    database(folder).exists()
}

/// Brings the schema in `folder` up to date; gives the names of what was applied.
pub(crate) fn migrate(folder: &Path) -> Result<Vec<String>, StoreError> {
    let database = database(folder);
    std::fs::metadata(&database).map_err(StoreError::folder(&database))?;
    let _lock = lock(folder)?;
    Ok(Sqlite::open_writer(&database)?.1)
}

/// Copies the database of `folder`, as of one instant, into the folder `to`, in the place of an earlier copy. Another process
/// may be writing to it meanwhile.
pub(crate) fn copy_database(folder: &Path, to: &Path) -> Result<(), StoreError> {
    let (from, to) = (database(folder), database(to));
    std::fs::metadata(&from).map_err(StoreError::folder(&from))?;
    match std::fs::remove_file(&to) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            return Err(StoreError::folder(&to)(error));
        }
        _ => {}
    }
    sqlite::copy(&from, &to)
}

/// Makes the data folder, if it is not there, and takes it until what this gives is dropped: for who keeps files in it and no
/// embedded database, which takes it by itself.
///
/// # Errors
/// [`StoreError::InUse`], [`StoreError::Folder`].
pub fn lock(folder: &Path) -> Result<FileLock, StoreError> {
    std::fs::create_dir_all(folder).map_err(StoreError::folder(folder))?;
    let path = folder.join("lock");
    let file = file_lock::open(&path).map_err(StoreError::folder(&path))?;
    FileLock::try_exclusive(file).map_err(|error| match error {
        TryLockError::WouldBlock => StoreError::InUse(folder.display().to_string()),
        TryLockError::Error(error) => StoreError::folder(&path)(error),
    })
}
