//! Takes objects away that nothing names.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use imagekin_store::{ObjectPath, ObjectRemoval, REMOVAL_MAX, StoreError, is_being_backed_up};
use tokio::sync::watch;
use tokio::time::{Instant, timeout};

use super::{LOOK_EVERY, export_image};
use crate::App;

/// Objects taken away between two looks.
const REMOVED_AT_ONCE: usize = 64;
/// How long a removal that failed, or that a backup holds up, is put off.
const TRY_AGAIN_AFTER: Duration = Duration::from_secs(30);
/// Longest time for one object to go.
const REMOVAL_TIME_MAX: Duration = Duration::from_secs(60);

/// Removes objects until the server stops: beside the tasks, so that a bucket that hangs holds up no task.
pub(super) async fn run(app: Arc<App>, mut stopping: watch::Receiver<bool>) {
    let mut sweep = Sweep::default();
    while !*stopping.borrow() {
        let pause = match sweep.remove_due(&app, &stopping).await {
            Ok(()) => app.store.next_due_removal().await.ok().flatten().map_or(LOOK_EVERY, |due| {
                due.since(app.clock.now()).clamp(Duration::from_millis(5), LOOK_EVERY)
            }),
            Err(error) => {
                tracing::error!(%error, "Could not remove objects that nothing names; it is tried again");
                LOOK_EVERY
            }
        };
        tokio::select! {
            () = app.new_removal.notified() => {}
            () = tokio::time::sleep(pause) => {}
            _ = stopping.changed() => {}
        }
    }
    if let Err(error) = sweep.hand_on(&app).await {
        tracing::warn!(%error, "Could not hand on the removals under way; others take them up later");
    }
}

/// What this process is taking away.
#[derive(Default)]
pub(super) struct Sweep {
    taken: VecDeque<ObjectRemoval>,
    /// From then on somebody else may take it away.
    until: Option<Instant>,
    /// It was said that backups cannot be seen.
    is_told: bool,
}

impl Sweep {
    /// Removes what is due now. What the database fails in the midst of is gone on with at the next call: nobody else may.
    /// When the server stops meanwhile, what is left is for [`hand_on`](Self::hand_on).
    pub(super) async fn remove_due(
        &mut self,
        app: &App,
        stopping: &watch::Receiver<bool>,
    ) -> Result<(), StoreError> {
        export_image::clear_left_behind(app).await;
        if self.taken.is_empty() || self.is_over() {
            // Before they are taken: the answer to that may be long in coming.
            self.until = Some(Instant::now() + REMOVAL_MAX - REMOVAL_TIME_MAX);
            self.taken = app.store.take_removals(app.clock.now(), REMOVED_AT_ONCE).await?.into();
        }
        while let Some(removal) = self.taken.front().cloned().filter(|_| !self.is_over()) {
            if *stopping.borrow() {
                break;
            }
            let is_held_up = self.is_held_up(app, &removal);
            take_away(app, removal, is_held_up).await?;
            self.taken.pop_front();
        }
        Ok(())
    }

    /// What is left is somebody else's at once.
    async fn hand_on(self, app: &App) -> Result<(), StoreError> {
        for removal in self.taken {
            app.store.put_removal_off(removal, app.clock.now()).await?;
        }
        Ok(())
    }

    fn is_over(&self) -> bool {
        self.until.is_none_or(|until| Instant::now() > until)
    }

    /// A backup that is being taken has a database that may name the object. Who cannot see whether one is takes nothing away.
    fn is_held_up(&mut self, app: &App, removal: &ObjectRemoval) -> bool {
        if app.store.is_shared() || removal.bucket != app.config.import.snapshot_bucket {
            return false;
        }
        let seen = is_being_backed_up(&app.config.data_dir);
        if let Err(error) = &seen
            && !self.is_told
        {
            tracing::warn!(%error, "Could not see whether a backup is being taken; no object of a snapshot is removed meanwhile");
        }
        self.is_told = seen.is_err();
        seen.unwrap_or(true)
    }
}

/// Takes one object away, or puts that off.
async fn take_away(app: &App, removal: ObjectRemoval, is_held_up: bool) -> Result<(), StoreError> {
    let later = app.clock.now().plus(TRY_AGAIN_AFTER);
    if is_held_up {
        return app.store.put_removal_off(removal, later).await;
    }
    match remove(app, &removal).await {
        Ok(()) => app.store.end_removal(removal, app.clock.now()).await,
        Err(problem) => {
            tracing::warn!(problem, removal.object, "Could not remove an object; it is tried again");
            app.store.put_removal_off(removal, later).await
        }
    }
}

async fn remove(app: &App, removal: &ObjectRemoval) -> Result<(), String> {
    let Some(path) = ObjectPath::new(&removal.catalogue.region, &removal.bucket, &removal.object) else {
        return Ok(());
    };
    match timeout(REMOVAL_TIME_MAX, app.objects.delete(&path)).await {
        Ok(outcome) => outcome.map_err(|error| error.to_string()),
        Err(_) => Err(format!("the bucket {} did not answer in time", removal.bucket)),
    }
}
