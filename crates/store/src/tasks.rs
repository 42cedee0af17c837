//! Tasks: background work, and who holds which.

use std::time::Duration;

use imagekin_catalog::disk::ExportFormat;
use imagekin_catalog::task::{Export, TaskAction, TaskStatus, Work};
use imagekin_catalog::{ImageId, RegionId, Task, TaskId, Timestamp};

use crate::db::{Connection, Row, RowLock, first_row, has_row, parsed, rows};
use crate::statement::{Condition, like};
use crate::store::{account_from, key, unsigned};
use crate::{Catalogue, Read, Store, StoreError, Write};

pub(crate) const COLUMNS: &str = "task_id, action, status, image_id, created_at_us, ready_at_us, finished_at_us, progress, failure, \
    source_region_id, source_image_id, export_bucket, export_prefix, export_format";

/// What tasks are asked for. An empty list or a `None` asks for any.
#[derive(Clone, Debug, Default)]
pub struct TaskFilter {
    /// Any of these ids.
    pub ids: Vec<String>,
    /// On any of these images.
    pub image_ids: Vec<String>,
    /// Doing this.
    pub action: Option<String>,
    /// This far.
    pub status: Option<TaskStatus>,
    /// Not begun before this.
    pub created_from: Option<Timestamp>,
    /// Not begun after this.
    pub created_until: Option<Timestamp>,
}

/// A task that this process holds until its lease runs out.
#[derive(Clone, Debug)]
pub struct ClaimedTask {
    /// Whose.
    pub catalogue: Catalogue,
    /// What.
    pub task: Task,
}

/// No task and no removal of an object is put off for longer. What is due later was put off by a clock that has been set back
/// since: it is due now, or a step of an hour would hold it up for an hour.
pub(crate) const PUT_OFF_MAX: Duration = Duration::from_secs(900);

/// How tasks are claimed.
#[derive(Clone, Debug)]
pub struct TaskQueue {
    /// Who claims.
    pub owner: String,
    /// How long a claimed task is nobody else's.
    pub lease: Duration,
}

impl Store {
    /// Claims up to `limit` tasks that are due at `now`: those that move bytes, or those that do not. What another process
    /// is about to claim is left to it.
    ///
    /// # Errors
    /// What the database says.
    pub async fn claim_tasks(
        &self,
        queue: &TaskQueue,
        now: Timestamp,
        moves_bytes: bool,
        limit: usize,
    ) -> Result<Vec<ClaimedTask>, StoreError> {
        let (queue, limit) = (queue.clone(), i64::try_from(limit).unwrap_or(i64::MAX));
        self.transaction(move |db: &dyn Connection, _| {
            let sql = format!(
                "SELECT {COLUMNS}, account_id, region_id FROM tasks \
                 WHERE status = 'Processing' AND (due_at_us <= $1 OR due_at_us > $2) AND {} \
                 ORDER BY due_at_us, created_at_us, task_id LIMIT $3",
                moving(moves_bytes)
            );
            let mut claimed = Vec::new();
            let values = [now.as_micros().into(), now.plus(PUT_OFF_MAX).as_micros().into(), limit.into()];
            for due in rows(db, &sql, &values, read_claimed)? {
                claimed.extend(claim(db, &queue, now, &due)?);
            }
            Ok(claimed)
        })
        .await
    }

    /// Makes every task due at `now` whose holder's name begins with `holders`: for a process that stops.
    ///
    /// # Errors
    /// What the database says.
    pub async fn release_tasks_of(&self, holders: &str, now: Timestamp) -> Result<(), StoreError> {
        let holders = like(&format!("{holders}*"));
        self.transaction(move |db: &dyn Connection, _| {
            let sql = "UPDATE tasks SET due_at_us = $1, lease_owner = NULL \
                       WHERE status = 'Processing' AND lease_owner LIKE $2 ESCAPE '\\'";
            db.send(sql, &[now.as_micros().into(), holders.as_str().into()])
        })
        .await
    }

    /// Makes every task and every removal of an object due at `now`, whoever holds it: for the only process of a store,
    /// when it starts.
    ///
    /// # Errors
    /// What the database says.
    pub async fn release_tasks(&self, now: Timestamp) -> Result<(), StoreError> {
        self.transaction(move |db: &dyn Connection, _| {
            let sql = "UPDATE tasks SET due_at_us = $1, lease_owner = NULL \
                       WHERE status = 'Processing' AND lease_owner IS NOT NULL";
            db.send(sql, &[now.as_micros().into()])?;
            db.send("UPDATE object_removals SET due_at_us = $1", &[now.as_micros().into()])
        })
        .await
    }

    /// When the next task falls due, of those that move bytes or of those that do not.
    ///
    /// # Errors
    /// What the database says.
    pub async fn next_due_task(&self, moves_bytes: bool) -> Result<Option<Timestamp>, StoreError> {
        self.look_up(move |read: &Read<'_>| {
            let sql = format!(
                "SELECT due_at_us FROM tasks WHERE status = 'Processing' AND {} ORDER BY due_at_us LIMIT 1",
                moving(moves_bytes)
            );
            first_row(read.db, &sql, &[], |row| Ok(Timestamp::from_micros(row.int(0)?)))
        })
        .await
    }
}

/// Claims a task, if it is still due: between the look for what is due and this one another process may have claimed it.
fn claim(
    db: &dyn Connection,
    queue: &TaskQueue,
    now: Timestamp,
    due: &ClaimedTask,
) -> Result<Option<ClaimedTask>, StoreError> {
    let [account, region] = key(&due.catalogue);
    let id = due.task.id.as_str().into();
    let sql = format!(
        "SELECT {COLUMNS}, account_id, region_id FROM tasks WHERE account_id = $1 AND region_id = $2 AND task_id = $3 \
         AND status = 'Processing' AND (due_at_us <= $4 OR due_at_us > $5){}",
        db.lock(RowLock::Skip)
    );
    let latest = now.plus(PUT_OFF_MAX).as_micros().into();
    let values = [account, region, id, now.as_micros().into(), latest];
    let Some(claimed) = first_row(db, &sql, &values, read_claimed)? else { return Ok(None) };
    let sql = "UPDATE tasks SET due_at_us = $1, lease_owner = $2 \
               WHERE account_id = $3 AND region_id = $4 AND task_id = $5";
    let until = now.plus(queue.lease).as_micros().into();
    db.send(sql, &[until, queue.owner.as_str().into(), account, region, id])?;
    Ok(Some(claimed))
}

impl Read<'_> {
    /// The task.
    ///
    /// # Errors
    /// What the database says.
    pub fn task(&self, catalogue: &Catalogue, id: &TaskId) -> Result<Option<Task>, StoreError> {
        let [account, region] = key(catalogue);
        let sql =
            format!("SELECT {COLUMNS} FROM tasks WHERE account_id = $1 AND region_id = $2 AND task_id = $3");
        first_row(self.db, &sql, &[account, region, id.as_str().into()], read_task)
    }

    /// How many tasks fit, and a page of them, the newest first.
    ///
    /// # Errors
    /// What the database says.
    pub fn tasks(
        &self,
        catalogue: &Catalogue,
        filter: &TaskFilter,
        offset: u64,
        limit: u64,
    ) -> Result<(u64, Vec<Task>), StoreError> {
        let mut condition = Condition::of(catalogue);
        condition.any_of("task_id", filter.ids.iter().map(String::as_str));
        condition.any_of("image_id", filter.image_ids.iter().map(String::as_str));
        condition.equals("action", filter.action.as_deref());
        condition.equals("status", filter.status.map(TaskStatus::as_str));
        condition.compare("created_at_us", ">=", filter.created_from);
        condition.compare("created_at_us", "<=", filter.created_until);
        let count = format!("SELECT COUNT(*) FROM tasks WHERE {}", condition.sql);
        let total = first_row(self.db, &count, &condition.values, |row| unsigned(row.int(0)?))?.unwrap_or(0);
        let (limit, offset) = (condition.bind_count(limit), condition.bind_count(offset));
        let page = format!(
            "SELECT {COLUMNS} FROM tasks WHERE {} ORDER BY created_at_us DESC, task_id LIMIT {limit} OFFSET {offset}",
            condition.sql
        );
        Ok((total, rows(self.db, &page, &condition.values, read_task)?))
    }

    /// The tasks of one kind that are not ended, the oldest first; on one image, if it is given.
    ///
    /// # Errors
    /// What the database says.
    pub fn open_tasks(
        &self,
        catalogue: &Catalogue,
        action: TaskAction,
        image_id: Option<&ImageId>,
    ) -> Result<Vec<Task>, StoreError> {
        let mut condition = Condition::of(catalogue);
        condition.equals("action", Some(action.as_str()));
        condition.equals("image_id", image_id.map(ImageId::as_str));
        let sql = format!(
            "SELECT {COLUMNS} FROM tasks WHERE {} AND status IN ('Waiting', 'Processing') \
             ORDER BY created_at_us, task_id",
            condition.sql
        );
        rows(self.db, &sql, &condition.values, read_task)
    }

    /// Has an export of the image that ended well put objects of the same names into the bucket?
    ///
    /// # Errors
    /// What the database says.
    pub fn is_exported(
        &self,
        catalogue: &Catalogue,
        image_id: &ImageId,
        export: &Export,
    ) -> Result<bool, StoreError> {
        let mut condition = Condition::of(catalogue);
        condition.equals("image_id", Some(image_id.as_str()));
        condition.equals("export_bucket", Some(export.bucket.as_str()));
        condition.equals("export_prefix", Some(export.prefix.as_str()));
        condition.equals("export_format", Some(export.format.as_str()));
        // Said, not given: so the index of them is known to fit.
        let sql = format!(
            "SELECT task_id FROM tasks WHERE {} AND action = 'ExportImage' AND status = 'Finished' LIMIT 1",
            condition.sql
        );
        has_row(self.db, &sql, &condition.values)
    }
}

impl Write<'_> {
    /// Adds a task that is due at once.
    ///
    /// # Errors
    /// What the database says.
    pub fn add_task(&self, task: &Task) -> Result<(), StoreError> {
        let [account, region] = key(&self.catalogue);
        let sql = "INSERT INTO tasks (account_id, region_id, task_id, action, status, image_id, created_at_us, ready_at_us, \
                   due_at_us, source_region_id, source_image_id, export_bucket, export_prefix, export_format, \
                   progress, attempts, failure) \
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 0, 0, '')";
        let (source, export) = match &task.work {
            Work::CreateImage | Work::ImportImage => (None, None),
            Work::CopyImage { source_region, source_image } => (Some((source_region, source_image)), None),
            Work::ExportImage(export) => (None, Some(export)),
        };
        let values = [
            account,
            region,
            task.id.as_str().into(),
            task.work.action().as_str().into(),
            task.status.as_str().into(),
            task.image_id.as_str().into(),
            task.created_at.as_micros().into(),
            task.ready_at.as_micros().into(),
            task.created_at.as_micros().into(),
            source.map(|(region, _)| region.as_str()).into(),
            source.map(|(_, image)| image.as_str()).into(),
            export.map(|export| export.bucket.as_str()).into(),
            export.map(|export| export.prefix.as_str()).into(),
            export.map(|export| export.format.as_str()).into(),
        ];
        self.read.db.send(sql, &values)
    }

    /// Lets a task that waits begin now; `ready_at` is when it may end.
    ///
    /// # Errors
    /// What the database says.
    pub fn begin_task(&self, id: &TaskId, ready_at: Timestamp) -> Result<(), StoreError> {
        let [account, region] = key(&self.catalogue);
        let sql = "UPDATE tasks SET status = 'Processing', due_at_us = $1, ready_at_us = $2 \
                   WHERE account_id = $3 AND region_id = $4 AND task_id = $5 AND status = 'Waiting'";
        let now = self.cause.now.as_micros().into();
        self.read.db.send(sql, &[now, ready_at.as_micros().into(), account, region, id.as_str().into()])
    }

    /// Notes how much of a task is done.
    ///
    /// # Errors
    /// What the database says.
    pub fn note_progress(&self, id: &TaskId, progress: u8) -> Result<(), StoreError> {
        let [account, region] = key(&self.catalogue);
        let sql = "UPDATE tasks SET progress = $1 WHERE account_id = $2 AND region_id = $3 AND task_id = $4";
        let values = [i64::from(progress).into(), account, region, id.as_str().into()];
        self.read.db.send(sql, &values)
    }

    /// The task, if `owner` still holds it and it is not ended: only then may its work go on.
    ///
    /// # Errors
    /// What the database says.
    pub fn held_task(&self, id: &TaskId, owner: &str) -> Result<Option<Task>, StoreError> {
        let [account, region] = key(&self.catalogue);
        let sql = format!(
            "SELECT {COLUMNS} FROM tasks WHERE account_id = $1 AND region_id = $2 AND task_id = $3 \
             AND lease_owner = $4 AND status = 'Processing'{}",
            self.read.db.lock(RowLock::Wait)
        );
        first_row(self.read.db, &sql, &[account, region, id.as_str().into(), owner.into()], read_task)
    }

    /// Puts a held task off until `due_at`, and with it the removal of what it is about to write.
    ///
    /// # Errors
    /// What the database says.
    pub fn put_task_off(&self, id: &TaskId, due_at: Timestamp) -> Result<(), StoreError> {
        let [account, region] = key(&self.catalogue);
        let sql = "UPDATE tasks SET due_at_us = $1 WHERE account_id = $2 AND region_id = $3 AND task_id = $4";
        self.read.db.send(sql, &[due_at.as_micros().into(), account, region, id.as_str().into()])?;
        self.remove_objects_of(id, due_at)
    }

    /// Counts one more attempt at a held task; gives how many there were.
    ///
    /// # Errors
    /// What the database says.
    pub fn count_attempt(&self, id: &TaskId) -> Result<u32, StoreError> {
        let [account, region] = key(&self.catalogue);
        let sql = "UPDATE tasks SET attempts = attempts + 1 \
                   WHERE account_id = $1 AND region_id = $2 AND task_id = $3 RETURNING attempts";
        let attempts =
            first_row(self.read.db, sql, &[account, region, id.as_str().into()], |row| row.int(0))?;
        Ok(attempts.and_then(|attempts| u32::try_from(attempts).ok()).unwrap_or(u32::MAX))
    }

    /// Ends a task; `failure` says why it has failed.
    ///
    /// # Errors
    /// What the database says.
    pub fn end_task(&self, id: &TaskId, status: TaskStatus, failure: &str) -> Result<(), StoreError> {
        let [account, region] = key(&self.catalogue);
        let sql = "UPDATE tasks SET status = $1, finished_at_us = $2, failure = $3, lease_owner = NULL, \
                   progress = CASE WHEN $1 = 'Finished' THEN 100 ELSE progress END \
                   WHERE account_id = $4 AND region_id = $5 AND task_id = $6";
        let now = self.cause.now.as_micros().into();
        let values = [status.as_str().into(), now, failure.into(), account, region, id.as_str().into()];
        self.read.db.send(sql, &values)
    }
}

/// The condition of a task that moves bytes, or of one that does not.
fn moving(moves_bytes: bool) -> &'static str {
    if moves_bytes { "action <> 'CreateImage'" } else { "action = 'CreateImage'" }
}

pub(crate) fn read_task(row: &dyn Row) -> Result<Task, StoreError> {
    Ok(Task {
        id: parsed(row.text(0)?, TaskId::parse)?,
        work: read_work(row)?,
        status: parsed(row.text(2)?, TaskStatus::parse)?,
        image_id: parsed(row.text(3)?, ImageId::parse)?,
        created_at: Timestamp::from_micros(row.int(4)?),
        ready_at: Timestamp::from_micros(row.int(5)?),
        finished_at: row.maybe_int(6)?.map(Timestamp::from_micros),
        progress: u8::try_from(row.int(7)?).unwrap_or(100),
        failure: row.text(8)?.to_owned(),
    })
}

fn read_work(row: &dyn Row) -> Result<Work, StoreError> {
    Ok(match parsed(row.text(1)?, TaskAction::parse)? {
        TaskAction::CreateImage => Work::CreateImage,
        TaskAction::ImportImage => Work::ImportImage,
        TaskAction::CopyImage => Work::CopyImage {
            source_region: parsed(row.text(9)?, RegionId::parse)?,
            source_image: parsed(row.text(10)?, ImageId::parse)?,
        },
        TaskAction::ExportImage => Work::ExportImage(Export {
            bucket: row.text(11)?.to_owned(),
            prefix: row.text(12)?.to_owned(),
            format: parsed(row.text(13)?, ExportFormat::parse)?,
        }),
    })
}

fn read_claimed(row: &dyn Row) -> Result<ClaimedTask, StoreError> {
    let (account, region) = (account_from(row.int(14)?)?, parsed(row.text(15)?, RegionId::parse)?);
    Ok(ClaimedTask { catalogue: Catalogue { account, region }, task: read_task(row)? })
}
