//! Background jobs: tasks that are claimed, worked on and ended, by whoever holds their lease.
//!
//! Every step is idempotent. Who stops hands his tasks on; a crash does when their leases run out, or, where the store is
//! open in one process only, when that starts again, for then nobody else holds them.

use std::sync::Arc;
use std::time::Duration;

use imagekin_catalog::task::{TaskStatus, Work};
use imagekin_catalog::{Image, Snapshot, SnapshotId, Status, Task, Timestamp};
use imagekin_store::{Cause, ClaimedTask, StoreError, TaskQueue, Write};
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinSet;

use crate::faults::Halt;
use crate::{App, random};

mod carry;
mod copy_image;
mod create_image;
mod disks;
pub(crate) mod ending;
pub(crate) mod export_image;
mod import_image;
mod removals;
mod sealing;

/// How much the clocks of nodes may differ without a task being taken for one of before a step of the clock.
const CLOCKS_DIFFER_MAX: Duration = Duration::from_secs(60);
/// How long a task is held without a sign of life.
const LEASE: Duration = Duration::from_secs(30);
/// How often a job that only waits for its time tells its progress.
const TICK: Duration = Duration::from_millis(500);
/// Longest pause between two looks for tasks that are due.
const LOOK_EVERY: Duration = Duration::from_secs(5);
/// How often what has expired is forgotten.
const FORGET_EVERY: Duration = Duration::from_secs(60);
/// How often events of the audit log that are kept no longer are forgotten.
const FORGET_AUDIT_EVERY: Duration = Duration::from_secs(60 * 60);
/// How much longer than it is needed a nonce is kept: a clock that was this much ahead, and is set right, lets nobody send again
/// what was carried out before.
const STEP_MAX: Duration = Duration::from_secs(3600);
/// How often a task whose steps fail for a passing reason is tried, over more than an hour, and how often the pause
/// doubles.
const ATTEMPTS_MAX: u32 = 20;
const DOUBLINGS_MAX: u32 = 6;
/// Most tasks claimed at once.
const CLAIM_MAX: usize = 64;

/// A job at work on one task.
pub(crate) struct Job {
    pub(crate) app: Arc<App>,
    pub(crate) claimed: ClaimedTask,
    pub(crate) owner: String,
}

/// What a step of a job came to.
pub(crate) enum Step {
    /// The task is ended.
    Ended,
    /// The task goes on then.
    Later(Timestamp),
}

impl Job {
    pub(crate) fn task(&self) -> &Task {
        &self.claimed.task
    }

    /// The task's image, unless it is deleted.
    pub(crate) async fn image(&self) -> Result<Option<Image>, StoreError> {
        let (catalogue, id) = (self.claimed.catalogue.clone(), self.task().image_id.clone());
        self.app.store.look_up(move |read| read.image(&catalogue, &id)).await
    }

    /// A snapshot of the task's catalogue.
    pub(crate) async fn snapshot(&self, id: &SnapshotId) -> Result<Option<Snapshot>, StoreError> {
        let (catalogue, id) = (self.claimed.catalogue.clone(), id.clone());
        self.app.store.look_up(move |read| read.snapshot(&catalogue, &id)).await
    }

    /// Runs `work` in a transaction with the task's image, provided that this job still holds the task: otherwise
    /// another one works on it, or it is ended, and this job has nothing more to say.
    pub(crate) async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Write<'_>, Image) -> Result<T, Halt> + Send + 'static,
    ) -> Result<Option<T>, Halt> {
        let cause = Cause {
            action: self.task().work.action().as_str(),
            request_id: random::request_id(&*self.app.random),
            now: self.app.clock.now(),
        };
        let (task_id, owner) = (self.task().id.clone(), self.owner.clone());
        let clock = Arc::clone(&self.app.clock);
        let outcome = self.app.store.write(self.claimed.catalogue.clone(), cause, move |write| {
            write.carried_out_at(clock.now());
            let Some(task) = write.held_task(&task_id, &owner)? else { return Ok(None) };
            match write.image(write.catalogue(), &task.image_id)? {
                Some(image) => work(write, image).map(Some),
                None => {
                    // The image was deleted while it was made: there is nothing left to do.
                    ending::end_held(write, &task, TaskStatus::Failed, "the image was deleted")?;
                    Ok(None)
                }
            }
        });
        outcome.await
    }

    /// Ends the task well: the image that it made is Available.
    pub(crate) async fn finish(&self) -> Result<Step, Halt> {
        let task = self.task().clone();
        self.write(move |write, image| ending::finish_making(write, &task, &image)).await?;
        Ok(Step::Ended)
    }

    /// Gives the task up: the image that it was to make is CreateFailed and says why; nothing is left of the snapshots that
    /// the task has made.
    pub(crate) async fn fail(&self, reason: String) -> Result<Step, Halt> {
        let (task, bucket) = (self.task().clone(), self.app.config.import.snapshot_bucket.clone());
        tracing::warn!(task.id = %task.id, reason, "A task failed");
        self.write(move |write, image| {
            // An exported image is not the task's own: it stays as it is.
            if image.is_unfinished() {
                let disks = match task.work.makes_snapshots() {
                    true => ending::take_snapshots_back(write, &image, &bucket)?,
                    false => image.disks.clone(),
                };
                let failure = reason.clone();
                let after = Image { status: Status::CreateFailed, failure, disks, ..image.clone() };
                write.change_image(&image, &after)?;
            }
            ending::end_held(write, &task, TaskStatus::Failed, &reason)
        })
        .await?;
        Ok(Step::Ended)
    }

    /// Tells the progress, and that the job is alive. `None` when it has lost its task.
    pub(crate) async fn tell(&self, progress: u8) -> Result<Option<()>, Halt> {
        let (task, until) = (self.task().clone(), self.app.clock.now().plus(LEASE));
        self.write(move |write, image| {
            write.note_progress(&task.id, progress)?;
            if image.is_unfinished() {
                write.change_image(&image, &Image { progress, ..image.clone() })?;
            }
            Ok(write.put_task_off(&task.id, until)?)
        })
        .await
    }

    /// Writes down that the task is about to write an object. `None` when it has lost its task, or gives it up because an
    /// object of this name is just being taken away: then the task is soon tried again.
    pub(crate) async fn intend(&self, bucket: &str, object: &str) -> Result<Option<()>, Halt> {
        let (bucket, object) = (bucket.to_owned(), object.to_owned());
        let (task_id, until) = (self.task().id.clone(), self.app.clock.now().plus(LEASE));
        let intended = self.write(move |write, _| {
            let intended = write.intend_object(&bucket, &object, &task_id, until)?;
            write.put_task_off(&task_id, if intended { until } else { write.cause().now.plus(TICK) })?;
            Ok(intended)
        });
        Ok(intended.await?.filter(|intended| *intended).map(drop))
    }

    /// When the task may end, if that is not now.
    pub(crate) async fn wait_until_ready(&self) -> Result<Option<Step>, Halt> {
        let (task, now) = (self.task(), self.app.clock.now());
        // A clock that was set back since would hold it up for as long as the step.
        if now >= task.ready_at || now.plus(CLOCKS_DIFFER_MAX) < task.created_at {
            return Ok(None);
        }
        self.tell(percent(now, task.created_at, task.ready_at).min(99)).await?;
        Ok(Some(Step::Later(next_tick(now, task.ready_at))))
    }
}

/// Runs the jobs until the server stops. What is under way then is taken up again at the next start.
pub(crate) async fn run(app: Arc<App>, mut stopping: watch::Receiver<bool>) {
    // Where the store is open in this process only, nobody works on what another process of the past still holds.
    if !app.store.is_shared()
        && let Err(error) = app.store.release_tasks(app.clock.now()).await
    {
        tracing::error!(%error, "Could not take up the tasks of an earlier run");
    }
    export_image::clear_folders(&app).await;
    let sweeping = tokio::spawn(removals::run(Arc::clone(&app), stopping.clone()));
    let sealing = tokio::spawn(sealing::run(Arc::clone(&app), stopping.clone()));
    let forgetting = tokio::spawn(forget_audit_events(Arc::clone(&app), stopping.clone()));
    let places = Arc::new(Semaphore::new(app.config.limits.jobs_max));
    let mut jobs = JoinSet::new();
    let mut forget = tokio::time::interval(FORGET_EVERY);
    let node = random::request_id(&*app.random);
    while !*stopping.borrow() {
        let pause = match claim(&app, &node, &places, &mut jobs).await {
            Ok(()) => pause(&app, places.available_permits() > 0).await,
            Err(error) => {
                tracing::error!(%error, "Could not claim tasks");
                LOOK_EVERY
            }
        };
        tokio::select! {
            () = app.new_task.notified() => {}
            () = tokio::time::sleep(pause) => {}
            _ = forget.tick() => {
                forget_expired(&app).await;
                note_key_uses(&app).await;
            }
            _ = stopping.changed() => {}
        }
        while jobs.try_join_next().is_some() {}
    }
    jobs.shutdown().await;
    note_key_uses(&app).await;
    if let Err(error) = app.store.release_tasks_of(&node, app.clock.now()).await {
        tracing::warn!(%error, "Could not hand on the tasks under way; others take them up when their leases end");
    }
    // They stop by themselves, after the object, the secrets or the events that they are at.
    let _ended = tokio::join!(sweeping, sealing, forgetting);
}

/// Claims the tasks that only wait, and of those that move bytes as many as there are places: a task that is held and not
/// worked on would lose its lease.
async fn claim(
    app: &Arc<App>,
    node: &str,
    places: &Arc<Semaphore>,
    jobs: &mut JoinSet<()>,
) -> Result<(), StoreError> {
    while claim_some(app, node, false, CLAIM_MAX, |job| drop(jobs.spawn(step(job)))).await? == CLAIM_MAX {}
    let mut free = Vec::new();
    while let Ok(place) = Arc::clone(places).try_acquire_owned() {
        free.push(place);
    }
    if free.is_empty() {
        return Ok(());
    }
    let limit = free.len();
    claim_some(app, node, true, limit, |job| {
        let (place, app) = (free.pop(), Arc::clone(app));
        jobs.spawn(async move {
            step(job).await;
            drop(place);
            // The next one can begin.
            app.new_task.notify_one();
        });
    })
    .await?;
    Ok(())
}

/// Claims up to `limit` tasks and begins them; gives how many there were.
async fn claim_some(
    app: &Arc<App>,
    node: &str,
    moves_bytes: bool,
    limit: usize,
    mut begin: impl FnMut(Job),
) -> Result<usize, StoreError> {
    // Another name for each claim: a job whose lease ran out does not hold what was claimed again.
    let owner = format!("{node}-{}", random::request_id(&*app.random));
    let queue = TaskQueue { owner, lease: LEASE };
    let claimed = app.store.claim_tasks(&queue, app.clock.now(), moves_bytes, limit).await?;
    let count = claimed.len();
    for claimed in claimed {
        begin(Job { app: Arc::clone(app), claimed, owner: queue.owner.clone() });
    }
    Ok(count)
}

/// How long there is nothing to do.
async fn pause(app: &App, has_place: bool) -> Duration {
    let due = async {
        let waiting = app.store.next_due_task(false).await?;
        let moving = if has_place { app.store.next_due_task(true).await? } else { None };
        Ok::<_, StoreError>(waiting.into_iter().chain(moving).min())
    };
    match due.await {
        Ok(Some(due)) => due.since(app.clock.now()).clamp(Duration::from_millis(5), LOOK_EVERY),
        Ok(None) => LOOK_EVERY,
        Err(error) => {
            tracing::error!(%error, "Could not look for tasks");
            LOOK_EVERY
        }
    }
}

async fn step(job: Job) {
    let (task_id, action) = (job.task().id.clone(), job.task().work.action());
    // Each in a box of its own: together they are much for a stack.
    let outcome = match &job.task().work {
        Work::CreateImage => Box::pin(create_image::step(&job)).await,
        Work::ImportImage | Work::CopyImage { .. } => Box::pin(disks::step(&job)).await,
        Work::ExportImage(export) => Box::pin(export_image::step(&job, export)).await,
    };
    let outcome = match outcome {
        Err(halt) => Box::pin(try_again(&job, halt)).await,
        outcome => outcome,
    };
    match outcome {
        Ok(Step::Ended) => {
            tracing::info!(task.id = %task_id, action = action.as_str(), "A job is done with a task");
        }
        Ok(Step::Later(later)) => {
            let put_off = job.write(move |write, _| Ok(write.put_task_off(&task_id, later)?)).await;
            if let Err(Halt::Failed(error)) = put_off {
                tracing::error!(%error, "Could not put a task off; it is taken up when its lease ends");
            }
        }
        Err(_) => {
            tracing::error!(task.id = %task_id, "Could not end a task; it is taken up when its lease ends");
        }
    }
    job.app.wake_jobs();
}

/// After a failure that may pass the task is tried again, later each time, until it is given up for good.
async fn try_again(job: &Job, halt: Halt) -> Result<Step, Halt> {
    let task_id = job.task().id.clone();
    let (problem, passes) = match &halt {
        Halt::Failed(error) => (error.to_string(), error.is_retryable()),
        Halt::Refused(refusal) => (format!("{refusal:?}"), false),
    };
    tracing::error!(task.id = %task_id, problem, "A step of a task failed");
    let attempts = {
        let task_id = task_id.clone();
        job.write(move |write, _| Ok(write.count_attempt(&task_id)?)).await?
    };
    match attempts {
        None => Ok(Step::Ended),
        Some(attempts) if passes && attempts < ATTEMPTS_MAX => {
            let pause = LOOK_EVERY * 2_u32.pow(attempts.min(DOUBLINGS_MAX));
            Ok(Step::Later(job.app.clock.now().plus(pause)))
        }
        Some(_) => job.fail(problem).await,
    }
}

async fn forget_expired(app: &App) {
    let now = app.clock.now().as_micros();
    let long_ago = Timestamp::from_micros(now - i64::try_from(STEP_MAX.as_micros()).unwrap_or(0));
    if let Err(error) = app.store.forget_expired(long_ago).await {
        tracing::error!(%error, "Could not forget what has expired");
    }
}

/// Forgets old events now and then, until the server stops: with many of them it goes on for minutes.
async fn forget_audit_events(app: Arc<App>, mut stopping: watch::Receiver<bool>) {
    let mut times = tokio::time::interval(FORGET_AUDIT_EVERY);
    while app.config.audit.keep_days > 0 && !*stopping.borrow() {
        let forget = async {
            times.tick().await;
            forget_old_audit_events(&app).await;
        };
        tokio::select! {
            () = forget => {}
            _ = stopping.changed() => {}
        }
    }
}

async fn forget_old_audit_events(app: &App) {
    let days = app.config.audit.keep_days;
    let now = app.clock.now().as_micros();
    let before = Timestamp::from_micros(now - i64::from(days) * 24 * 60 * 60 * 1_000_000);
    match app.store.forget_audit(before).await {
        Ok(0) => {}
        Ok(events) => {
            tracing::info!(events, "Forgot events of the audit log that are older than {days} days");
        }
        Err(error) => tracing::error!(%error, "Could not forget old events of the audit log"),
    }
}

async fn note_key_uses(app: &App) {
    if let Err(error) = app.store.note_key_uses(app.credentials.take_used()).await {
        tracing::error!(%error, "Could not write down when access keys were used last");
    }
}

/// Carries every task on that is due by the clock of `app`, on the calling task: for tests whose clock stands still.
///
/// # Errors
/// What the store says.
pub async fn settle(app: &Arc<App>) -> Result<(), StoreError> {
    let (_running, stopping) = watch::channel(false);
    loop {
        let mut claimed = Vec::new();
        claim_some(app, "settle", false, CLAIM_MAX, |job| claimed.push(job)).await?;
        claim_some(app, "settle", true, CLAIM_MAX, |job| claimed.push(job)).await?;
        removals::Sweep::default().remove_due(app, &stopping).await?;
        if claimed.is_empty() {
            return Ok(());
        }
        for job in claimed {
            Box::pin(step(job)).await;
        }
    }
}

/// When a job that waits until `ready_at` is to tell its progress next.
pub(crate) fn next_tick(now: Timestamp, ready_at: Timestamp) -> Timestamp {
    now.plus(TICK).min(ready_at)
}

/// How much of the time between `from` and `until` has passed, in percent.
pub(crate) fn percent(now: Timestamp, from: Timestamp, until: Timestamp) -> u8 {
    let whole = until.since(from).as_micros();
    if whole == 0 {
        return 100;
    }
    u8::try_from((now.since(from).as_micros() * 100 / whole).min(100)).unwrap_or(100)
}

#[cfg(test)]
mod tests;
