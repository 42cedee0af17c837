//! Takes objects away that nothing names.

use std::sync::Arc;
use std::time::Duration;

use imagekin_store::{ObjectPath, ObjectRemoval, REMOVAL_MAX, StoreError, is_being_backed_up};
use tokio::sync::watch;
use tokio::time::{Instant, timeout};

use super::LOOK_EVERY;
use crate::App;

/// Objects taken away between two looks.
const REMOVED_AT_ONCE: usize = 64;
/// How long a removal that failed, or that a backup holds up, is put off.
const TRY_AGAIN_AFTER: Duration = Duration::from_secs(30);
/// Longest time for one object to go.
const REMOVAL_TIME_MAX: Duration = Duration::from_secs(60);

/// Removes objects until the server stops: beside the tasks, so that a bucket that hangs holds up no task.
pub(super) async fn run(app: Arc<App>, mut stopping: watch::Receiver<bool>) {
    while !*stopping.borrow() {
        let pause = match remove_due(&app, &stopping).await {
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
}

/// Removes what is due now. When the server stops meanwhile, what is left is somebody else's at once.
pub(super) async fn remove_due(app: &App, stopping: &watch::Receiver<bool>) -> Result<(), StoreError> {
    // Before they are taken: the answer to that may be long in coming.
    let end = Instant::now() + REMOVAL_MAX - REMOVAL_TIME_MAX;
    for removal in app.store.take_removals(app.clock.now(), REMOVED_AT_ONCE).await? {
        if Instant::now() > end {
            // Somebody else may take the rest away from here on.
            break;
        }
        if *stopping.borrow() {
            app.store.put_removal_off(removal, app.clock.now()).await?;
            continue;
        }
        if is_held_up(app, &removal) {
            app.store.put_removal_off(removal, app.clock.now().plus(TRY_AGAIN_AFTER)).await?;
            continue;
        }
        match remove(app, &removal).await {
            Ok(()) => app.store.end_removal(removal).await?,
            Err(problem) => {
                tracing::warn!(problem, removal.object, "Could not remove an object; it is tried again");
                app.store.put_removal_off(removal, app.clock.now().plus(TRY_AGAIN_AFTER)).await?;
            }
        }
    }
    Ok(())
}

/// A backup that is being taken has a database that may name the object.
fn is_held_up(app: &App, removal: &ObjectRemoval) -> bool {
    !app.store.is_shared()
        && removal.bucket == app.config.import.snapshot_bucket
        && is_being_backed_up(&app.config.data_dir)
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
