//! Objects that nothing names any more: written down in the transaction that forgot them, taken away after it.
//!
//! So nothing is left in a bucket, whenever the process dies.

use std::time::Duration;

use imagekin_access::AccountId;
use imagekin_catalog::snapshot::CopiedSnapshot;
use imagekin_catalog::{TaskId, Timestamp};

use crate::db::{Connection, Row, RowLock, Value, first_row, has_row, parsed, rows};
use crate::store::{account_from, key};
use crate::tasks::PUT_OFF_MAX;
use crate::{Catalogue, Read, Store, StoreError, Write};

/// An object to be taken away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectRemoval {
    /// Whose it was, and in which region it lies.
    pub catalogue: Catalogue,
    /// Its bucket.
    pub bucket: String,
    /// The object.
    pub object: String,
    /// Until when nobody else takes it away.
    taken_until: Timestamp,
}

/// How long an object is being taken away, at most: after that somebody else tries. Whoever is not done by then must not
/// go on, or it would take away what was written anew.
pub const REMOVAL_MAX: Duration = Duration::from_secs(600);

/// How long a removal is put off when the object is still to be copied. When the copy ends it is due at once.
const HELD_UP: Duration = Duration::from_secs(30);

/// How often the removal of an object is asked for once more while it is under way, at most: so many microseconds later it
/// is due again than it would be.
const ASKED_AGAIN_MAX: i64 = 1_000;

impl Store {
    /// Up to `limit` objects that are to be taken away at `now`. From now on no task can keep them, nor write them anew
    /// until the removal is ended: so nothing is taken away that a task has just kept. What a copy has still to read stays
    /// until it ends.
    ///
    /// # Errors
    /// What the database says.
    pub async fn take_removals(
        &self,
        now: Timestamp,
        limit: usize,
    ) -> Result<Vec<ObjectRemoval>, StoreError> {
        let latest = now.plus(PUT_OFF_MAX);
        if !self.has_due_removal(now, latest).await? {
            return Ok(Vec::new());
        }
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        self.transaction(move |db: &dyn Connection, _| {
            let sql = "SELECT account_id, region_id, bucket, object FROM object_removals \
                       WHERE due_at_us <= $1 OR due_at_us > $2 ORDER BY due_at_us LIMIT $3";
            let until = now.plus(REMOVAL_MAX);
            let values = [now.as_micros().into(), latest.as_micros().into(), limit.into()];
            let due = rows(db, sql, &values, |row| read_removal(row, until))?;
            let mut taken = Vec::new();
            for removal in due {
                if removal.take(db, now)? {
                    taken.push(removal);
                }
            }
            Ok(taken)
        })
        .await
    }

    /// Asked without a transaction that writes: mostly there is none.
    async fn has_due_removal(&self, now: Timestamp, latest: Timestamp) -> Result<bool, StoreError> {
        self.look_up(move |read: &Read<'_>| {
            let sql = "SELECT MIN(due_at_us), MAX(due_at_us) FROM object_removals";
            let values = &[];
            let ends = first_row(read.db, sql, values, |row| Ok((row.maybe_int(0)?, row.maybe_int(1)?)))?;
            let (Some(first), Some(last)) = ends.unwrap_or_default() else { return Ok(false) };
            Ok(first <= now.as_micros() || last > latest.as_micros())
        })
        .await
    }

    /// Notes at `now` that an object was taken away; if it was asked for once more meanwhile, it is due again at once.
    ///
    /// # Errors
    /// What the database says.
    pub async fn end_removal(&self, removal: ObjectRemoval, now: Timestamp) -> Result<(), StoreError> {
        self.transaction(move |db: &dyn Connection, _| {
            let sql = "DELETE FROM object_removals \
                       WHERE account_id = $1 AND region_id = $2 AND bucket = $3 AND object = $4 AND due_at_us = $5";
            let [account, region, bucket, object] = removal.key();
            db.send(sql, &[account, region, bucket, object, removal.taken_until.as_micros().into()])?;
            removal.let_go(db, now)
        })
        .await
    }

    /// Puts off the removal of an object that was not taken away.
    ///
    /// # Errors
    /// What the database says.
    pub async fn put_removal_off(&self, removal: ObjectRemoval, until: Timestamp) -> Result<(), StoreError> {
        self.transaction(move |db: &dyn Connection, _| removal.let_go(db, until)).await
    }

    /// When the next object is to be taken away, if there is one.
    ///
    /// # Errors
    /// What the database says.
    pub async fn next_due_removal(&self) -> Result<Option<Timestamp>, StoreError> {
        self.look_up(|read: &Read<'_>| {
            let sql = "SELECT due_at_us FROM object_removals ORDER BY due_at_us LIMIT 1";
            first_row(read.db, sql, &[], |row| Ok(Timestamp::from_micros(row.int(0)?)))
        })
        .await
    }
}

impl ObjectRemoval {
    fn key(&self) -> [Value<'_>; 4] {
        let [account, region] = key(&self.catalogue);
        [account, region, self.bucket.as_str().into(), self.object.as_str().into()]
    }

    /// Lets it be taken again at `due_at`, unless somebody else has taken it since.
    fn let_go(&self, db: &dyn Connection, due_at: Timestamp) -> Result<(), StoreError> {
        let sql = "UPDATE object_removals SET due_at_us = $1 WHERE account_id = $2 AND region_id = $3 AND bucket = $4 \
                   AND object = $5 AND due_at_us BETWEEN $6 AND $7";
        let [account, region, bucket, object] = self.key();
        let taken_until = self.taken_until.as_micros();
        let last = (taken_until + ASKED_AGAIN_MAX).into();
        db.send(sql, &[due_at.as_micros().into(), account, region, bucket, object, taken_until.into(), last])
    }

    /// Takes it, if it is still due and no copy has still to read it: another process may have taken it by now, or be about
    /// to.
    fn take(&self, db: &dyn Connection, now: Timestamp) -> Result<bool, StoreError> {
        let [account, region, bucket, object] = self.key();
        let sql = format!(
            "SELECT due_at_us FROM object_removals \
             WHERE account_id = $1 AND region_id = $2 AND bucket = $3 AND object = $4 \
             AND (due_at_us <= $5 OR due_at_us > $6){}",
            db.lock(RowLock::Skip)
        );
        let latest = now.plus(PUT_OFF_MAX).as_micros().into();
        let values = [account, region, bucket, object, now.as_micros().into(), latest];
        if first_row(db, &sql, &values, |row| row.int(0))?.is_none() {
            return Ok(false);
        }
        let is_held_up = self.is_to_be_copied(db)?;
        let until = if is_held_up { now.plus(HELD_UP) } else { self.taken_until };
        let sql = "UPDATE object_removals SET task_id = NULL, due_at_us = $1 \
                   WHERE account_id = $2 AND region_id = $3 AND bucket = $4 AND object = $5";
        db.send(sql, &[until.as_micros().into(), account, region, bucket, object])?;
        Ok(!is_held_up)
    }

    /// Has a copy that is under way, or waits, still to read the object? It may be another account's, and go to another
    /// region. None begins to once the object is to be taken away: what it would copy is deleted by then.
    fn is_to_be_copied(&self, db: &dyn Connection) -> Result<bool, StoreError> {
        // The status is said, not given: so the index of them is known to fit.
        let sql = "SELECT snapshot_id FROM snapshots \
                   WHERE copied_region_id = $1 AND copied_path = $2 AND status = 'progressing' LIMIT 1";
        has_row(db, sql, &[self.catalogue.region.as_str().into(), self.object.as_str().into()])
    }
}

fn read_removal(row: &dyn Row, taken_until: Timestamp) -> Result<ObjectRemoval, StoreError> {
    let account = account_from(row.int(0)?)?;
    let region = parsed(row.text(1)?, imagekin_catalog::RegionId::parse)?;
    let (bucket, object) = (row.text(2)?.to_owned(), row.text(3)?.to_owned());
    Ok(ObjectRemoval { catalogue: Catalogue { account, region }, bucket, object, taken_until })
}

impl Read<'_> {
    /// Is the object still to be taken away? Whoever writes it anew before that would lose it.
    ///
    /// # Errors
    /// What the database says.
    pub fn is_being_removed(
        &self,
        catalogue: &Catalogue,
        bucket: &str,
        object: &str,
    ) -> Result<bool, StoreError> {
        let [account, region] = key(catalogue);
        let sql = "SELECT due_at_us FROM object_removals \
                   WHERE account_id = $1 AND region_id = $2 AND bucket = $3 AND object = $4";
        let values = [account, region, bucket.into(), object.into()];
        has_row(self.db, sql, &values)
    }
}

impl Write<'_> {
    /// Writes down that an object is to be taken away now.
    ///
    /// # Errors
    /// What the database says.
    pub fn remove_object(&self, bucket: &str, object: &str) -> Result<(), StoreError> {
        self.put_removal(bucket, object, self.cause.now, None).map(drop)
    }

    /// A copy has read what it is a copy of, or never will: if that was to be taken away meanwhile, it is due now.
    ///
    /// # Errors
    /// What the database says.
    pub fn let_go_of_source(&self, source: &CopiedSnapshot, bucket: &str) -> Result<(), StoreError> {
        let Some(bytes) = &source.bytes else { return Ok(()) };
        // Its name begins with whose it is.
        let owner = bytes.path.split_once('/').and_then(|(account, _)| AccountId::parse(account));
        let Some(account) = owner else { return Ok(()) };
        let owner = Catalogue { account, region: source.region.clone() };
        // Mostly it is not: then nothing is written into the catalogue of another.
        if !self.is_being_removed(&owner, bucket, &bytes.path)? {
            return Ok(());
        }
        let sql = "UPDATE object_removals SET due_at_us = $1 WHERE account_id = $2 AND region_id = $3 AND bucket = $4 \
                   AND object = $5 AND due_at_us > $1";
        let [account, region] = key(&owner);
        let now = self.cause.now.as_micros().into();
        self.read.db.send(sql, &[now, account, region, bucket.into(), bytes.path.as_str().into()])
    }

    /// Writes down that a task is about to write an object, which is to be taken away unless [`keep_object`] or
    /// [`keep_objects_of`] comes before `due_at`, the end of the task's lease. `false` if an object of this name is being
    /// taken away: then it cannot be written now.
    ///
    /// [`keep_object`]: Self::keep_object
    /// [`keep_objects_of`]: Self::keep_objects_of
    ///
    /// # Errors
    /// What the database says.
    pub fn intend_object(
        &self,
        bucket: &str,
        object: &str,
        task: &TaskId,
        due_at: Timestamp,
    ) -> Result<bool, StoreError> {
        self.put_removal(bucket, object, due_at, Some(task))
    }

    fn put_removal(
        &self,
        bucket: &str,
        object: &str,
        due_at: Timestamp,
        task: Option<&TaskId>,
    ) -> Result<bool, StoreError> {
        let [account, region] = key(&self.catalogue);
        // Whoever is taking an object of this name away stays the only one, so that nobody is late with it; that it is to
        // be taken away once more is seen by the other instant, when the first time is over.
        let sql = "INSERT INTO object_removals (account_id, region_id, bucket, object, due_at_us, task_id) \
                   VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (account_id, region_id, bucket, object) \
                   DO UPDATE SET task_id = excluded.task_id, due_at_us = CASE \
                   WHEN object_removals.task_id IS NULL AND object_removals.due_at_us > excluded.due_at_us \
                   THEN object_removals.due_at_us + 1 ELSE excluded.due_at_us END \
                   WHERE excluded.task_id IS NULL OR object_removals.task_id IS NOT NULL";
        let task = task.map(TaskId::as_str).into();
        let values = [account, region, bucket.into(), object.into(), due_at.as_micros().into(), task];
        Ok(self.read.db.execute(sql, &values)? == 1)
    }

    /// The catalogue names the object now, which the task has written. `false` if it is taken away already, or about to be.
    ///
    /// # Errors
    /// What the database says.
    pub fn keep_object(&self, bucket: &str, object: &str, task: &TaskId) -> Result<bool, StoreError> {
        let [account, region] = key(&self.catalogue);
        let sql = "DELETE FROM object_removals WHERE account_id = $1 AND region_id = $2 AND bucket = $3 AND object = $4 \
                   AND task_id = $5";
        let values = [account, region, bucket.into(), object.into(), task.as_str().into()];
        Ok(self.read.db.execute(sql, &values)? == 1)
    }

    /// All `count` objects that the task has written stay. `false` if one of them is taken away already, or about to be:
    /// then nothing is changed.
    ///
    /// # Errors
    /// What the database says.
    pub fn keep_objects_of(&self, task: &TaskId, count: usize) -> Result<bool, StoreError> {
        let [account, region] = key(&self.catalogue);
        let values = [account, region, task.as_str().into()];
        let condition = "FROM object_removals WHERE account_id = $1 AND region_id = $2 AND task_id = $3";
        // Taken, so that nobody takes one of them away between this statement and the next.
        let sql = format!("SELECT object {condition}{}", self.read.db.lock(RowLock::Wait));
        if rows(self.read.db, &sql, &values, |_| Ok(()))?.len() != count {
            return Ok(false);
        }
        self.read.db.send(&format!("DELETE {condition}"), &values)?;
        Ok(true)
    }

    /// What the task has written, or was about to write, is taken away at `due_at`.
    ///
    /// # Errors
    /// What the database says.
    pub fn remove_objects_of(&self, task: &TaskId, due_at: Timestamp) -> Result<(), StoreError> {
        let [account, region] = key(&self.catalogue);
        let sql = "UPDATE object_removals SET due_at_us = $1 WHERE account_id = $2 AND region_id = $3 AND task_id = $4";
        self.read.db.send(sql, &[due_at.as_micros().into(), account, region, task.as_str().into()])
    }
}
