//! The store: reads of one instant, and writes that are one durable transaction each.

use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock};

use imagekin_access::AccountId;
use imagekin_catalog::{FamilyName, Image, RegionId, Timestamp};
use zeroize::Zeroizing;

use self::embedded::Embedded;
use crate::audit::{Link, read_link};
use crate::db::postgres::{Allowed, Patience, Postgres, PostgresSettings};
use crate::db::sqlite;
use crate::db::{Connection, Row, RowLock, Value, first_row, rows};
use crate::head_version::{HeadVersion, HeadVersions, Stripe};
use crate::images::{HEAD, head_values, read_image};
use crate::throttles::Counters;
use crate::{Catalogue, KeyRing, StoreError};

pub(crate) mod embedded;
mod moving;

/// The store: embedded in a folder, or a database that many processes share.
pub struct Store {
    database: Database,
    versions: Arc<HeadVersions>,
    pub(crate) counters: Counters,
    /// Replaced as a whole when the master keys change.
    key_ring: RwLock<Arc<KeyRing>>,
}

enum Database {
    Embedded(Embedded),
    Postgres(Box<Postgres>),
}

impl Store {
    /// Opens the store in `folder`, which is made if it is not there, and brings its schema up to date.
    ///
    /// # Errors
    /// [`StoreError::InUse`], [`StoreError::SchemaTooNew`], [`StoreError::SchemaUnreleased`],
    /// [`StoreError::Folder`], or what the database says.
    pub fn open(folder: &Path, key_ring: KeyRing) -> Result<Self, StoreError> {
        let versions = Arc::new(HeadVersions::default());
        let embedded = Embedded::open(folder, Arc::clone(&versions))?;
        Ok(Self { versions, ..Self::of(Database::Embedded(embedded), key_ring) })
    }

    /// Reaches a PostgreSQL database, makes its schema if it has none, and brings an older one up to date as far as nodes
    /// of older versions can go on.
    ///
    /// # Errors
    /// [`StoreError::Unusable`], [`StoreError::SchemaTooOld`], [`StoreError::SchemaTooNew`],
    /// [`StoreError::SchemaUnreleased`], or what the database says.
    pub async fn connect(settings: &PostgresSettings, key_ring: KeyRing) -> Result<Self, StoreError> {
        Self::connect_with(settings, key_ring, Allowed::Expansions).await
    }

    /// Opens the store in `folder` to be read, which another process may be serving meanwhile. Nothing is changed.
    ///
    /// # Errors
    /// [`StoreError::SchemaBehind`], [`StoreError::SchemaTooNew`], [`StoreError::SchemaUnreleased`],
    /// [`StoreError::Folder`], or what the database says.
    pub fn open_to_read(folder: &Path, key_ring: KeyRing) -> Result<Self, StoreError> {
        let embedded = Embedded::look_at(folder)?;
        Ok(Self::of(Database::Embedded(embedded), key_ring))
    }

    /// Reaches a PostgreSQL database as it is: its schema must be that of this program, and stays.
    ///
    /// # Errors
    /// [`StoreError::Unusable`], [`StoreError::SchemaBehind`], [`StoreError::SchemaTooNew`],
    /// [`StoreError::SchemaUnreleased`], or what the database says.
    pub async fn connect_to_read(settings: &PostgresSettings, key_ring: KeyRing) -> Result<Self, StoreError> {
        Self::connect_with(settings, key_ring, Allowed::Nothing).await
    }

    async fn connect_with(
        settings: &PostgresSettings,
        key_ring: KeyRing,
        allowed: Allowed,
    ) -> Result<Self, StoreError> {
        let postgres = Postgres::connect(settings, allowed).await?;
        Ok(Self::of(Database::Postgres(Box::new(postgres)), key_ring))
    }

    fn of(database: Database, key_ring: KeyRing) -> Self {
        let key_ring = RwLock::new(Arc::new(key_ring));
        Self { database, versions: Arc::default(), counters: Counters::default(), key_ring }
    }

    /// The database on a server, if it is there.
    pub(crate) fn postgres(&self) -> Option<&Postgres> {
        match &self.database {
            Database::Embedded(_) => None,
            Database::Postgres(postgres) => Some(postgres),
        }
    }

    /// Do other processes use the database, too? Then what was read once is not known to be true later.
    #[must_use]
    pub fn is_shared(&self) -> bool {
        self.postgres().is_some()
    }

    /// Runs `work` on one instant of the database, for what an index finds: where the database is embedded, on the calling
    /// thread, in some ten microseconds.
    ///
    /// # Errors
    /// What `work` says, or what the database says.
    pub async fn look_up<T, E>(
        &self,
        work: impl FnOnce(&Read<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        match &self.database {
            Database::Embedded(embedded) => embedded.read(|db| work(&Read { db })),
            Database::Postgres(_) => self.read(work).await,
        }
    }

    /// Runs `work` on one instant of the database, on a thread for what may take milliseconds: nobody else waits for it.
    ///
    /// # Errors
    /// What `work` says, or what the database says.
    pub async fn read<T, E>(
        &self,
        work: impl FnOnce(&Read<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        match &self.database {
            Database::Embedded(embedded) => embedded.read_long(|db| work(&Read { db })).await,
            Database::Postgres(postgres) => {
                Box::pin(postgres.read(Patience::Short, |db| work(&Read { db }))).await
            }
        }
    }

    /// Runs `work` on one instant of the database, however long it takes: for no caller who waits for an answer.
    ///
    /// # Errors
    /// What `work` says, or what the database says.
    pub(crate) async fn read_patiently<T, E>(
        &self,
        work: impl FnOnce(&Read<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        match &self.database {
            Database::Embedded(embedded) => embedded.read_long(|db| work(&Read { db })).await,
            Database::Postgres(postgres) => {
                Box::pin(postgres.read(Patience::Endless, |db| work(&Read { db }))).await
            }
        }
    }

    /// What the database itself finds wrong with its pages and indexes; a PostgreSQL server looks after its own.
    ///
    /// # Errors
    /// What the database says.
    pub(crate) async fn damage(&self) -> Result<Vec<String>, StoreError> {
        match &self.database {
            Database::Embedded(embedded) => embedded.read_long(|db| sqlite::damage(db)).await,
            Database::Postgres(_) => Ok(Vec::new()),
        }
    }

    /// The head of a family, if it has one: the one question that everything is built for.
    ///
    /// # Errors
    /// What the database says.
    pub async fn head(
        &self,
        catalogue: &Catalogue,
        family: &FamilyName,
    ) -> Result<Option<Image>, StoreError> {
        match &self.database {
            Database::Embedded(embedded) => embedded.read(|db| Read { db }.head(catalogue, family)),
            Database::Postgres(postgres) => {
                let values = head_values(catalogue, family);
                Box::pin(postgres.first_row(&HEAD, &values, |row| read_image(row))).await
            }
        }
    }

    /// The rows of one statement, for what an index finds: where the database is shared, in one round trip, beside the
    /// statements of others.
    pub(crate) async fn rows<T>(
        &self,
        sql: &str,
        values: &[Value<'_>],
        read: impl Fn(&dyn Row) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        match &self.database {
            Database::Embedded(embedded) => embedded.read(|db| rows(db, sql, values, read)),
            Database::Postgres(postgres) => Box::pin(postgres.rows(sql, values, read)).await,
        }
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
        let (versions, gate) = (Arc::clone(&self.versions), Some(catalogue.clone()));
        let write = self.transaction_of(gate, move |db, touched| {
            let mut write = Write::begin(db, catalogue, cause, &versions, touched)?;
            let outcome = work(&mut write)?;
            write.end()?;
            Ok(outcome)
        });
        write.await
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
        self.transaction_of(None, work).await
    }

    /// The same, of a catalogue.
    async fn transaction_of<T, E>(
        &self,
        catalogue: Option<Catalogue>,
        work: impl FnOnce(&dyn Connection, &mut Vec<Stripe>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        match &self.database {
            Database::Embedded(embedded) => embedded.transaction(work).await,
            Database::Postgres(postgres) => {
                let work = |db: &dyn Connection| work(db, &mut Vec::new());
                Box::pin(postgres.write(Patience::Short, catalogue.as_ref(), work)).await
            }
        }
    }

    /// The master keys.
    #[must_use]
    pub fn key_ring(&self) -> Arc<KeyRing> {
        Arc::clone(&self.key_ring.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// From now on these are the master keys.
    pub(crate) fn set_key_ring(&self, key_ring: KeyRing) {
        *self.key_ring.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(key_ring);
    }

    /// Seals a text under the master key, so that every node of this database can read it and nobody else.
    ///
    /// # Errors
    /// [`StoreError::Inconsistent`], if the system has no randomness.
    pub fn seal(&self, text: &str, purpose: &str) -> Result<String, StoreError> {
        self.key_ring().seal(text, purpose)
    }

    /// Undoes [`seal`](Self::seal); `None` if it was not sealed for this purpose with one of these master keys.
    #[must_use]
    pub fn unseal(&self, sealed: &str, purpose: &str) -> Option<Zeroizing<String>> {
        self.key_ring().unseal(sealed, purpose).ok()
    }

    /// Where the family falls, to be asked for its version.
    #[must_use]
    pub fn stripe(&self, account: AccountId, region: &RegionId, family: &str) -> Stripe {
        self.versions.stripe(account, region, family)
    }

    /// The version of what families of this stripe resolve to; `None` while one may be changing, and always where other
    /// processes write, too. What is read after this stays true while the version is the same.
    #[must_use]
    pub fn head_version(&self, stripe: Stripe) -> Option<HeadVersion> {
        match self.database {
            Database::Embedded(_) => self.versions.current(stripe),
            Database::Postgres(_) => None,
        }
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
    /// Where the catalogue's trail of the audit log ends.
    pub(crate) trail_end: Link,
    trail_end_before: u64,
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
                   RETURNING sequence, images, families, audit_sequence, audit_hash";
        let values = key(&catalogue);
        let row = first_row(db, sql, &values, |row| {
            let counts = Counts { images: unsigned(row.int(1)?)?, families: unsigned(row.int(2)?)? };
            Ok((unsigned(row.int(0)?)?, counts, read_link(row, 3)?))
        })?;
        let (sequence, counts, trail_end) =
            row.ok_or_else(|| StoreError::Inconsistent("a catalogue has no row".to_owned()))?;
        Ok(Self {
            read: Read { db },
            catalogue,
            cause,
            counts,
            counts_before: counts,
            sequence,
            trail_end_before: trail_end.sequence,
            trail_end,
            versions,
            touched,
        })
    }

    fn end(self) -> Result<(), StoreError> {
        if self.counts == self.counts_before && self.trail_end.sequence == self.trail_end_before {
            return Ok(());
        }
        let sql = "UPDATE catalogues SET images = $1, families = $2, audit_sequence = $3, audit_hash = $4 \
                   WHERE account_id = $5 AND region_id = $6";
        let [account, region] = key(&self.catalogue);
        let (images, families) = (signed(self.counts.images)?, signed(self.counts.families)?);
        let (end, hash) = (signed(self.trail_end.sequence)?, self.trail_end.hash.as_str());
        self.read.db.send(sql, &[images.into(), families.into(), end.into(), hash.into(), account, region])
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

    /// Says when it is carried out, which is later than its cause where it had to wait: as of any instant before, the
    /// heads were those of before.
    pub fn carried_out_at(&mut self, now: Timestamp) {
        self.cause.now = now;
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

    /// Takes the row of another catalogue, too: what is read of it from now on stays as it is until this write ends.
    ///
    /// # Errors
    /// What the database says.
    pub fn hold(&self, other: &Catalogue) -> Result<(), StoreError> {
        let lock = self.read.db.lock(RowLock::Wait);
        if lock.is_empty() || *other == self.catalogue {
            return Ok(());
        }
        let sql = "INSERT INTO catalogues (account_id, region_id, sequence, images, families) \
                   VALUES ($1, $2, 0, 0, 0) ON CONFLICT (account_id, region_id) DO NOTHING";
        self.read.db.send(sql, &key(other))?;
        let sql = format!("SELECT sequence FROM catalogues WHERE account_id = $1 AND region_id = $2{lock}");
        first_row(self.read.db, &sql, &key(other), |row| row.int(0)).map(drop)
    }

    /// Notes that what the family resolves to may change with this write.
    pub(crate) fn touch(&mut self, family: &FamilyName) {
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
