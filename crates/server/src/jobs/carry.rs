//! Carries work to its end on behalf of a task, and tells meanwhile that the job is alive: else its lease would run out.

use std::time::Duration;

use imagekin_store::{Copied, Copying, StoreError};
use tokio::time::{Instant, sleep};

use super::Job;
use crate::faults::Halt;

/// How often a copy tells its progress.
const TELL_EVERY: Duration = Duration::from_millis(500);
/// How often a job tells that it is alive while it waits for one thing: well within its lease.
const ALIVE_EVERY: Duration = Duration::from_secs(5);

/// Waits for `work`, however long it takes. `None` when the task is lost meanwhile: then `work` is given up.
pub(super) async fn alive<T>(
    job: &Job,
    progress: u8,
    work: impl Future<Output = T>,
) -> Result<Option<T>, Halt> {
    tokio::pin!(work);
    loop {
        tokio::select! {
            done = &mut work => return Ok(Some(done)),
            () = sleep(ALIVE_EVERY) => if job.tell(progress).await?.is_none() { return Ok(None) },
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
    let (mut told_at, mut progress) = (Instant::now(), percent(0));
    loop {
        let Some(step) = alive(job, progress, copying.step()).await? else { return Ok(None) };
        let step: Result<Option<u64>, StoreError> = step;
        let Some(done) = step? else { return Ok(Some(())) };
        progress = percent(done);
        if told_at.elapsed() >= TELL_EVERY {
            told_at = Instant::now();
            if job.tell(progress).await?.is_none() {
                return Ok(None);
            }
        }
    }
}
