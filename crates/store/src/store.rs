//! The store: reads of one instant, and writes that are one durable transaction each.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::sync::Arc;

use imagekin_access::AccountId;
use imagekin_catalog::{RegionId, Timestamp};
use tokio::sync::oneshot;

use crate::db::sqlite::{Readers, Sqlite};
use crate::db::writer::{Answer, Writer};
use crate::db::{Connection, Value, first_row};
use crate::head_version::{HeadVersion, HeadVersions, Stripe};
use crate::{Catalogue, MasterKey, StoreError};

/// The embedded store: a folder that one process at a time uses.
pub struct Store {
    readers: Readers,
    writer: Writer,
    versions: Arc<HeadVersions>,
    pub(crate) master_key: MasterKey,
    /// Held while the store is open: no second process writes behind the back of this one's caches.
    _lock: File,
}

impl Store {
    /// Opens the store in `folder`, which is made if it is not there, and brings its schema up to date.
    ///
    /// # Errors
    /// [`StoreError::InUse`], [`StoreError::SchemaTooNew`], [`StoreError::SchemaUnreleased`],
    /// [`StoreError::Folder`], or what the database says.
    pub fn open(folder: &Path, master_key: MasterKey) -> Result<Self, StoreError> {
        let fault = |path: &Path, source| StoreError::Folder { path: path.display().to_string(), source };
        std::fs::create_dir_all(folder).map_err(|error| fault(folder, error))?;
        let lock_path = folder.join("lock");
        let lock = File::create(&lock_path).map_err(|error| fault(&lock_path, error))?;
        lock.try_lock().map_err(|error| match error {
            TryLockError::WouldBlock => StoreError::InUse(folder.display().to_string()),
            TryLockError::Error(error) => fault(&lock_path, error),
        })?;
        let database = folder.join("imagekin.db");
        let versions = Arc::new(HeadVersions::default());
        let connection = Sqlite::open_writer(&database)?;
        let readers = Readers::new(&database)?;
        let writer = Writer::start(connection, Arc::clone(&versions)).map_err(|e| fault(&database, e))?;
        Ok(Self { readers, writer, versions, master_key, _lock: lock })
    }

    /// Runs `work` on one instant of the database. It runs on the calling thread: some ten microseconds for what an
    /// index finds; longer reads belong on a blocking thread.
    ///
    /// # Errors
    /// What `work` says, or what the database says.
    pub fn read<T, E: From<StoreError>>(&self, work: impl FnOnce(&Read<'_>) -> Result<T, E>) -> Result<T, E> {
        self.readers.read(|connection| work(&Read { db: connection }))
    }

    /// Runs `work` in one transaction on one catalogue, whose row it takes first. When this returns, the change is
    /// durable and every later read sees it; when `work` refuses, nothing has changed.
    ///
    /// # Errors
    /// What `work` says, or what the database says.
    pub async fn write<T, E>(
        &self,
        catalogue: Catalogue,
        cause: Cause,
        work: impl FnOnce(&mut Write<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let versions = Arc::clone(&self.versions);
        self.transaction(move |db, touched| {
            let mut write = Write::begin(db, catalogue, cause, &versions, touched)?;
            let outcome = work(&mut write)?;
            write.end()?;
            Ok(outcome)
        })
        .await
    }

    /// Runs `work` in one transaction.
    pub(crate) async fn transaction<T, E>(
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

    /// Where the family falls, to be asked for its version.
    #[must_use]
    pub fn stripe(&self, account: AccountId, region: &RegionId, family: &str) -> Stripe {
        self.versions.stripe(account, region, family)
    }

    /// The version of what families of this stripe resolve to; `None` while one may be changing. What is read after
    /// this stays true while the version is the same.
    #[must_use]
    pub fn head_version(&self, stripe: Stripe) -> Option<HeadVersion> {
        self.versions.current(stripe)
    }
}

/// One instant of the database.
pub struct Read<'s> {
    pub(crate) db: &'s dyn Connection,
}

/// Why a write is made: goes into the log of heads.
#[derive(Clone, Debug)]
pub struct Cause {
    /// The action, or the task, that makes it.
    pub action: &'static str,
    /// The request that asked for it.
    pub request_id: String,
    /// When.
    pub now: Timestamp,
}

/// A transaction on one catalogue.
pub struct Write<'s> {
    pub(crate) read: Read<'s>,
    pub(crate) catalogue: Catalogue,
    pub(crate) cause: Cause,
    pub(crate) counts: Counts,
    counts_before: Counts,
    sequence: u64,
    versions: &'s HeadVersions,
    touched: &'s mut Vec<Stripe>,
}

/// How much a catalogue holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) images: u64,
    pub(crate) families: u64,
}

impl<'s> std::ops::Deref for Write<'s> {
    type Target = Read<'s>;

    fn deref(&self) -> &Read<'s> {
        &self.read
    }
}

impl<'s> Write<'s> {
    fn begin(
        db: &'s dyn Connection,
        catalogue: Catalogue,
        cause: Cause,
        versions: &'s HeadVersions,
        touched: &'s mut Vec<Stripe>,
    ) -> Result<Self, StoreError> {
        let sql = "INSERT INTO catalogues (account_id, region_id, sequence, images, families) \
                   VALUES ($1, $2, 1, 0, 0) \
                   ON CONFLICT (account_id, region_id) DO UPDATE SET sequence = catalogues.sequence + 1 \
                   RETURNING sequence, images, families";
        let values = key(&catalogue);
        let row = first_row(db, sql, &values, |row| {
            Ok((
                unsigned(row.int(0)?)?,
                Counts { images: unsigned(row.int(1)?)?, families: unsigned(row.int(2)?)? },
            ))
        })?;
        let (sequence, counts) =
            row.ok_or_else(|| StoreError::Inconsistent("a catalogue has no row".to_owned()))?;
        let read = Read { db };
        Ok(Self { read, catalogue, cause, counts, counts_before: counts, sequence, versions, touched })
    }

    fn end(self) -> Result<(), StoreError> {
        if self.counts == self.counts_before {
            return Ok(());
        }
        let sql = "UPDATE catalogues SET images = $1, families = $2 WHERE account_id = $3 AND region_id = $4";
        let [account, region] = key(&self.catalogue);
        let (images, families) = (signed(self.counts.images)?, signed(self.counts.families)?);
        self.read.db.execute(sql, &[images.into(), families.into(), account, region])?;
        Ok(())
    }

    /// The commit sequence of this write within its catalogue: greater than that of every earlier one.
    #[must_use]
    pub fn sequence(&self) -> u64 {
        self.sequence
    }

    /// The catalogue.
    #[must_use]
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// When and why.
    #[must_use]
    pub fn cause(&self) -> &Cause {
        &self.cause
    }

    /// How many images the catalogue holds.
    #[must_use]
    pub fn image_count(&self) -> u64 {
        self.counts.images
    }

    /// How many families the catalogue holds.
    #[must_use]
    pub fn family_count(&self) -> u64 {
        self.counts.families
    }

    /// Notes that what the family resolves to may change with this write.
    pub(crate) fn touch(&mut self, family: &imagekin_catalog::FamilyName) {
        let Catalogue { account, region } = &self.catalogue;
        self.touched.push(self.versions.stripe(*account, region, family.as_str()));
    }
}

/// The first two columns of every primary key of a catalogue.
pub(crate) fn key(catalogue: &Catalogue) -> [Value<'_>; 2] {
    [account_value(catalogue.account), catalogue.region.as_str().into()]
}

pub(crate) fn account_value(account: AccountId) -> Value<'static> {
    // 16 decimal digits always fit.
    Value::Int(account.as_u64() as i64)
}

pub(crate) fn account_from(int: i64) -> Result<AccountId, StoreError> {
    match unsigned(int)? {
        0 => Ok(AccountId::SYSTEM),
        uid => AccountId::from_u64(uid)
            .ok_or_else(|| StoreError::Inconsistent(format!("{uid} is not an account"))),
    }
}

pub(crate) fn unsigned(int: i64) -> Result<u64, StoreError> {
    u64::try_from(int).map_err(|_| StoreError::Inconsistent(format!("{int} is negative")))
}

pub(crate) fn signed(int: u64) -> Result<i64, StoreError> {
    i64::try_from(int).map_err(|_| StoreError::Inconsistent(format!("{int} is too large")))
}
