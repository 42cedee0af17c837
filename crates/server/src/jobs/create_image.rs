//! The task of CreateImage: an image stays Creating for the creation delay, then is Available.

use imagekin_catalog::Image;

use super::{Job, Step, next_tick, percent};
use crate::faults::Halt;

pub(super) async fn step(job: &Job) -> Result<Step, Halt> {
    let (task, now) = (job.task().clone(), job.app.clock.now());
    if now < task.ready_at {
        let progress = percent(now, task.created_at, task.ready_at);
        job.write(move |write, image| {
            let after = Image { progress, ..image.clone() };
            Ok(write.change_image(&image, &after)?)
        })
        .await?;
        return Ok(Step::Later(next_tick(now, task.ready_at)));
    }
    job.finish().await
}
