//! Carries the copy of an object to its end, on behalf of a task that may be taken away meanwhile.

use std::time::Duration;

use imagekin_store::{Copied, Copying};
use tokio::time::Instant;

use super::Job;
use crate::faults::Halt;

/// How often a copy tells its progress, which also prolongs the lease.
const TELL_EVERY: Duration = Duration::from_millis(500);

/// What one step came to.
enum Stepped {
    More,
    Complete,
    Lost,
}

/// Copies all there is, and tells now and then what `percent` says of the bytes done. `None` when the task is lost. Of a
/// copy that does not come to its end nothing is left.
pub(super) async fn carry(
    job: &Job,
    mut copying: Copying<'_>,
    percent: impl Fn(u64) -> u8,
) -> Result<Option<Copied>, Halt> {
    let mut told_at = Instant::now();
    loop {
        match step(job, &mut copying, &percent, &mut told_at).await {
            Ok(Stepped::More) => {}
            Ok(Stepped::Complete) => return Ok(Some(copying.finish().await?)),
            Ok(Stepped::Lost) => {
                copying.abandon().await;
                return Ok(None);
            }
            Err(halt) => {
                copying.abandon().await;
                return Err(halt);
            }
        }
    }
}

async fn step(
    job: &Job,
    copying: &mut Copying<'_>,
    percent: &impl Fn(u64) -> u8,
    told_at: &mut Instant,
) -> Result<Stepped, Halt> {
    let Some(done) = copying.step().await? else { return Ok(Stepped::Complete) };
    if told_at.elapsed() < TELL_EVERY {
        return Ok(Stepped::More);
    }
    *told_at = Instant::now();
    Ok(match job.tell(percent(done)).await? {
        Some(()) => Stepped::More,
        None => Stepped::Lost,
    })
}
