//! Tasks: background work, and who holds which.

use std::time::Duration;

use imagekin_access::AccountId;
use imagekin_catalog::task::{TaskAction, TaskStatus};
use imagekin_catalog::{ImageId, RegionId, Task, TaskId, Timestamp};

use crate::db::{Connection, Row, first_row, parsed, rows};
use crate::store::{key, unsigned};
use crate::{Catalogue, Read, Store, StoreError, Write};

const COLUMNS: &str = "task_id, action, status, image_id, created_at_us, ready_at_us";

/// A task that this process holds until its lease runs out.
#[derive(Clone, Debug)]
pub struct ClaimedTask {
    /// Whose.
    pub catalogue: Catalogue,
    /// What.
    pub task: Task,
}

/// How tasks are claimed.
#[derive(Clone, Debug)]
pub struct TaskQueue {
    /// Who claims.
    pub owner: String,
    /// How long a claimed task is nobody else's.
    pub lease: Duration,
}

impl Store {
    /// Claims up to `limit` tasks that are due at `now`.
    ///
    /// # Errors
    /// What the database says.
    pub async fn claim_tasks(
        &self,
        queue: &TaskQueue,
        now: Timestamp,
        limit: usize,
    ) -> Result<Vec<ClaimedTask>, StoreError> {
        let (queue, limit) = (queue.clone(), i64::try_from(limit).unwrap_or(i64::MAX));
        self.transaction(move |db: &dyn Connection, _| {
            let sql = format!(
                "SELECT {COLUMNS}, account_id, region_id FROM tasks \
                 WHERE status = 'Processing' AND due_at_us <= $1 ORDER BY due_at_us, created_at_us, task_id LIMIT $2"
            );
            let claimed = rows(db, &sql, &[now.as_micros().into(), limit.into()], read_claimed)?;
            for ClaimedTask { catalogue, task } in &claimed {
                let [account, region] = key(catalogue);
                let sql = "UPDATE tasks SET due_at_us = $1, lease_owner = $2 \
                           WHERE account_id = $3 AND region_id = $4 AND task_id = $5";
                let until = now.plus(queue.lease).as_micros();
                let owner = queue.owner.as_str().into();
                db.execute(sql, &[until.into(), owner, account, region, task.id.as_str().into()])?;
            }
            Ok(claimed)
        })
        .await
    }

    /// Makes every task due at `now`, whoever holds it: for the only process of a store, when it starts.
    ///
    /// # Errors
    /// What the database says.
    pub async fn release_tasks(&self, now: Timestamp) -> Result<(), StoreError> {
        self.transaction(move |db: &dyn Connection, _| {
            let sql = "UPDATE tasks SET due_at_us = $1, lease_owner = NULL \
                       WHERE status = 'Processing' AND lease_owner IS NOT NULL";
            db.execute(sql, &[now.as_micros().into()])?;
            Ok(())
        })
        .await
    }

    /// When the next task falls due, if there is one.
    ///
    /// # Errors
    /// What the database says.
    pub fn next_due_task(&self) -> Result<Option<Timestamp>, StoreError> {
        self.read(|read: &Read<'_>| {
            let sql = "SELECT due_at_us FROM tasks WHERE status = 'Processing' ORDER BY due_at_us LIMIT 1";
            first_row(read.db, sql, &[], |row| Ok(Timestamp::from_micros(row.int(0)?)))
        })
    }
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
}

impl Write<'_> {
    /// Adds a task that is due at once.
    ///
    /// # Errors
    /// What the database says.
    pub fn add_task(&self, task: &Task) -> Result<(), StoreError> {
        let [account, region] = key(&self.catalogue);
        let sql = "INSERT INTO tasks (account_id, region_id, task_id, action, status, image_id, created_at_us, ready_at_us, \
                   due_at_us) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
        let values = [
            account,
            region,
            task.id.as_str().into(),
            task.action.as_str().into(),
            task.status.as_str().into(),
            task.image_id.as_str().into(),
            task.created_at.as_micros().into(),
            task.ready_at.as_micros().into(),
            task.created_at.as_micros().into(),
        ];
        self.read.db.execute(sql, &values)?;
        Ok(())
    }

    /// The task, if `owner` still holds it and it is not ended: only then may its work go on.
    ///
    /// # Errors
    /// What the database says.
    pub fn held_task(&self, id: &TaskId, owner: &str) -> Result<Option<Task>, StoreError> {
        let [account, region] = key(&self.catalogue);
        let sql = format!(
            "SELECT {COLUMNS} FROM tasks WHERE account_id = $1 AND region_id = $2 AND task_id = $3 \
             AND lease_owner = $4 AND status = 'Processing'"
        );
        first_row(self.read.db, &sql, &[account, region, id.as_str().into(), owner.into()], read_task)
    }

    /// Puts a held task off until `due_at`.
    ///
    /// # Errors
    /// What the database says.
    pub fn put_task_off(&self, id: &TaskId, due_at: Timestamp) -> Result<(), StoreError> {
        let [account, region] = key(&self.catalogue);
        let sql = "UPDATE tasks SET due_at_us = $1 WHERE account_id = $2 AND region_id = $3 AND task_id = $4";
        self.read.db.execute(sql, &[due_at.as_micros().into(), account, region, id.as_str().into()])?;
        Ok(())
    }

    /// Ends a task.
    ///
    /// # Errors
    /// What the database says.
    pub fn end_task(&self, id: &TaskId, status: TaskStatus) -> Result<(), StoreError> {
        let [account, region] = key(&self.catalogue);
        let sql = "UPDATE tasks SET status = $1, finished_at_us = $2, lease_owner = NULL \
                   WHERE account_id = $3 AND region_id = $4 AND task_id = $5";
        let now = self.cause.now.as_micros().into();
        self.read.db.execute(sql, &[status.as_str().into(), now, account, region, id.as_str().into()])?;
        Ok(())
    }
}

fn read_task(row: &dyn Row) -> Result<Task, StoreError> {
    Ok(Task {
        id: parsed(row.text(0)?, TaskId::parse)?,
        action: parsed(row.text(1)?, TaskAction::parse)?,
        status: parsed(row.text(2)?, TaskStatus::parse)?,
        image_id: parsed(row.text(3)?, ImageId::parse)?,
        created_at: Timestamp::from_micros(row.int(4)?),
        ready_at: Timestamp::from_micros(row.int(5)?),
    })
}

fn read_claimed(row: &dyn Row) -> Result<ClaimedTask, StoreError> {
    let account = AccountId::from_u64(unsigned(row.int(6)?)?);
    let account = account.ok_or_else(|| StoreError::Inconsistent("a task without account".to_owned()))?;
    let region = parsed(row.text(7)?, RegionId::parse)?;
    Ok(ClaimedTask { catalogue: Catalogue { account, region }, task: read_task(row)? })
}
