//! The task of CreateImage: an image stays Creating for the creation delay, then is Available.

use super::{Job, Step};
use crate::faults::Halt;

pub(super) async fn step(job: &Job) -> Result<Step, Halt> {
    match job.wait_until_ready().await? {
        Some(later) => Ok(later),
        None => job.finish().await,
    }
}
