//! Carries work to its end on behalf of a task, and tells meanwhile that the job is alive: else its lease would run out.

use std::time::Duration;

use imagekin_store::{Copied, Copying, StoreError};
use tokio::time::{Instant, sleep};

use super::{Job, LEASE};
use crate::faults::Halt;

/// How often a copy tells its progress.
const TELL_EVERY: Duration = Duration::from_millis(500);
/// How often a job tells that it is alive while it waits for one thing: well within its lease.
const ALIVE_EVERY: Duration = Duration::from_secs(5);

/// How long before the end of its lease a job that cannot tell that it is alive gives its work up: another is not to find it at
/// work.
const GIVEN_UP_BEFORE: Duration = Duration::from_secs(10);

/// The signs of life of a job. Some may fail: a database that is away for a moment costs no work of hours.
struct Signs<'j> {
    job: &'j Job,
    /// When the job held its task for certain.
    held_at: Instant,
}

impl<'j> Signs<'j> {
    fn of(job: &'j Job) -> Self {
        Self { job, held_at: Instant::now() }
    }

    /// Tells the progress, and that the job is alive. `None` when it has lost its task.
    async fn give(&mut self, progress: u8) -> Result<Option<()>, Halt> {
        let asked_at = Instant::now();
        match self.job.tell(progress).await {
            Err(Halt::Failed(error))
                if error.is_retryable() && self.held_at.elapsed() + GIVEN_UP_BEFORE < LEASE =>
            {
                tracing::warn!(%error, "Could not tell that a job is alive");
                Ok(Some(()))
            }
            outcome => {
                self.held_at = asked_at;
                outcome
            }
        }
    }
}

/// Waits for `work`, however long it takes. `None` when the task is lost meanwhile: then `work` is given up.
pub(super) async fn alive<T>(
    job: &Job,
    progress: u8,
    work: impl Future<Output = T>,
) -> Result<Option<T>, Halt> {
    alive_by(&mut Signs::of(job), progress, work).await
}

async fn alive_by<T>(
    signs: &mut Signs<'_>,
    progress: u8,
    work: impl Future<Output = T>,
) -> Result<Option<T>, Halt> {
    tokio::pin!(work);
    loop {
        tokio::select! {
            done = &mut work => return Ok(Some(done)),
            () = sleep(ALIVE_EVERY) => if signs.give(progress).await?.is_none() { return Ok(None) },
        }
    }
}

/// Waits for `work` to its end, even when the task is lost meanwhile: for what must not be given up half way.
async fn alive_to_the_end<T>(job: &Job, progress: u8, work: impl Future<Output = T>) -> T {
    tokio::pin!(work);
    loop {
        tokio::select! {
            done = &mut work => return done,
            () = sleep(ALIVE_EVERY) => drop(job.tell(progress).await),
        }
    }
}

/// Copies all there is, and tells now and then what `percent` says of the bytes done; `publish` is called when all are
/// there, before the object appears. `None` when the task is lost. Of a copy that does not come to its end nothing is left.
pub(super) async fn carry(
    job: &Job,
    mut copying: Copying<'_>,
    percent: impl Fn(u64) -> u8,
    publish: impl AsyncFnOnce() -> Result<Option<()>, Halt>,
) -> Result<Option<Copied>, Halt> {
    let carried = match steps(job, &mut copying, percent).await {
        Ok(Some(())) => publish().await,
        outcome => outcome,
    };
    match carried {
        Ok(Some(())) => Ok(Some(alive_to_the_end(job, 99, copying.finish()).await?)),
        outcome => {
            copying.abandon().await;
            outcome.map(|_| None)
        }
    }
}

async fn steps(
    job: &Job,
    copying: &mut Copying<'_>,
    percent: impl Fn(u64) -> u8,
) -> Result<Option<()>, Halt> {
    let (mut told_at, mut progress, mut signs) = (Instant::now(), percent(0), Signs::of(job));
    loop {
        let Some(step) = alive_by(&mut signs, progress, copying.step()).await? else { return Ok(None) };
        let step: Result<Option<u64>, StoreError> = step;
        let Some(done) = step? else { return Ok(Some(())) };
        progress = percent(done);
        if told_at.elapsed() >= TELL_EVERY {
            told_at = Instant::now();
            if signs.give(progress).await?.is_none() {
                return Ok(None);
            }
        }
    }
}
