//! Background jobs: tasks that are claimed, worked on and ended, by whoever holds their lease.
//!
//! Every step is idempotent: a crash hands the task on when its lease runs out, or at once when this process starts
//! again, for then nobody else holds it.

use std::sync::Arc;
use std::time::Duration;

use imagekin_catalog::task::{TaskAction, TaskStatus};
use imagekin_catalog::{Image, Status, Task, Timestamp};
use imagekin_store::{Cause, ClaimedTask, TaskQueue, Write};
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinSet;

use crate::faults::Halt;
use crate::{App, random};

mod create_image;
mod import_image;

/// How long a task is held without a sign of life.
const LEASE: Duration = Duration::from_secs(30);
/// How often a job that only waits for its time tells its progress.
const TICK: Duration = Duration::from_millis(500);
/// Longest pause between two looks for tasks that are due.
const LOOK_EVERY: Duration = Duration::from_secs(5);
/// How often what has expired is forgotten.
const FORGET_EVERY: Duration = Duration::from_secs(60);
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

    /// Runs `work` in a transaction with the task's image, provided that this job still holds the task: otherwise
    /// another one works on it, or it is ended, and this job has nothing more to say.
    pub(crate) async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Write<'_>, Image) -> Result<T, Halt> + Send + 'static,
    ) -> Result<Option<T>, Halt> {
        let cause = Cause {
            action: self.task().action.as_str(),
            request_id: random::request_id(&*self.app.random),
            now: self.app.clock.now(),
        };
        let (task_id, owner) = (self.task().id.clone(), self.owner.clone());
        let outcome = self.app.store.write(self.claimed.catalogue.clone(), cause, move |write| {
            let Some(task) = write.held_task(&task_id, &owner)? else { return Ok(None) };
            match write.image(write.catalogue(), &task.image_id)? {
                Some(image) => work(write, image).map(Some),
                None => {
                    // The image was deleted while it was made: there is nothing left to do.
                    write.end_task(&task_id, TaskStatus::Failed)?;
                    Ok(None)
                }
            }
        });
        outcome.await
    }

    /// Ends the task well: the image is Available.
    pub(crate) async fn finish(&self) -> Result<Step, Halt> {
        let task_id = self.task().id.clone();
        self.write(move |write, image| {
            let after = Image { status: Status::Available, progress: 100, ..image.clone() };
            write.change_image(&image, &after)?;
            Ok(write.end_task(&task_id, TaskStatus::Finished)?)
        })
        .await?;
        Ok(Step::Ended)
    }
}

/// Runs the jobs until the server stops. What is under way then is taken up again at the next start.
pub(crate) async fn run(app: Arc<App>, mut stopping: watch::Receiver<bool>) {
    // The store is open in this process only: what another process of the past still holds, nobody works on.
    if let Err(error) = app.store.release_tasks(app.clock.now()).await {
        tracing::error!(%error, "Could not take up the tasks of an earlier run");
    }
    let places = Arc::new(Semaphore::new(app.config.limits.jobs_max));
    let mut jobs = JoinSet::new();
    let mut forget = tokio::time::interval(FORGET_EVERY);
    while !*stopping.borrow() {
        claim(&app, &places, &mut jobs).await;
        let pause = pause(&app);
        tokio::select! {
            () = app.new_task.notified() => {}
            () = tokio::time::sleep(pause) => {}
            _ = forget.tick() => forget_expired(&app).await,
            _ = stopping.changed() => {}
        }
        while jobs.try_join_next().is_some() {}
    }
    jobs.shutdown().await;
}

async fn claim(app: &Arc<App>, places: &Arc<Semaphore>, jobs: &mut JoinSet<()>) {
    loop {
        // Another name for each claim: a job whose lease ran out does not hold what was claimed again.
        let queue = TaskQueue { owner: random::request_id(&*app.random), lease: LEASE };
        let claimed = match app.store.claim_tasks(&queue, app.clock.now(), CLAIM_MAX).await {
            Ok(claimed) => claimed,
            Err(error) => {
                tracing::error!(%error, "Could not claim tasks");
                return;
            }
        };
        let full = claimed.len() == CLAIM_MAX;
        for claimed in claimed {
            let job = Job { app: Arc::clone(app), claimed, owner: queue.owner.clone() };
            jobs.spawn(step(job, Arc::clone(places)));
        }
        if !full {
            return;
        }
    }
}

/// How long there is nothing to do.
fn pause(app: &App) -> Duration {
    match app.store.next_due_task() {
        Ok(Some(due)) => due.since(app.clock.now()).clamp(Duration::from_millis(5), LOOK_EVERY),
        Ok(None) => LOOK_EVERY,
        Err(error) => {
            tracing::error!(%error, "Could not look for tasks");
            LOOK_EVERY
        }
    }
}

async fn step(job: Job, places: Arc<Semaphore>) {
    let (task_id, action) = (job.task().id.clone(), job.task().action);
    let outcome = match action {
        TaskAction::CreateImage => create_image::step(&job).await,
        TaskAction::ImportImage => import_image::step(&job, &places).await,
    };
    let later = match outcome {
        Ok(Step::Ended) => {
            tracing::info!(task.id = %task_id, action = action.as_str(), "Ended a task");
            return;
        }
        Ok(Step::Later(at)) => at,
        Err(Halt::Failed(error)) => {
            tracing::error!(task.id = %task_id, %error, "A step of a task failed; it is tried again");
            job.app.clock.now().plus(LOOK_EVERY)
        }
        Err(Halt::Refused(refusal)) => {
            tracing::error!(task.id = %task_id, ?refusal, "A step of a task was refused; it is tried again");
            job.app.clock.now().plus(LOOK_EVERY)
        }
    };
    let put_off = job.write(move |write, _| Ok(write.put_task_off(&task_id, later)?)).await;
    if let Err(Halt::Failed(error)) = put_off {
        tracing::error!(%error, "Could not put a task off; it is taken up when its lease ends");
    }
    job.app.new_task.notify_one();
}

async fn forget_expired(app: &App) {
    if let Err(error) = app.store.forget_expired(app.clock.now()).await {
        tracing::error!(%error, "Could not forget what has expired");
    }
}

/// Carries every task on that is due by the clock of `app`, on the calling task: for tests whose clock stands still.
///
/// # Errors
/// What the store says.
pub async fn settle(app: &Arc<App>) -> Result<(), imagekin_store::StoreError> {
    let places = Arc::new(Semaphore::new(1));
    loop {
        let queue = TaskQueue { owner: random::request_id(&*app.random), lease: LEASE };
        let claimed = app.store.claim_tasks(&queue, app.clock.now(), CLAIM_MAX).await?;
        if claimed.is_empty() {
            return Ok(());
        }
        for claimed in claimed {
            let job = Job { app: Arc::clone(app), claimed, owner: queue.owner.clone() };
            step(job, Arc::clone(&places)).await;
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
