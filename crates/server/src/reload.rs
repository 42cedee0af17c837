//! What is read again while the server runs: when its file has changed, and when an operator asks for it.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use crate::{App, master_keys};

/// How often it is looked whether a file has changed.
const LOOK_EVERY: Duration = Duration::from_secs(2);

/// Looks until the server stops.
pub(crate) async fn run(app: Arc<App>, mut stopping: watch::Receiver<bool>) {
    let mut master_keys = master_keys::Watch::default();
    while !*stopping.borrow() {
        let is_asked = tokio::select! {
            () = app.reload.notified() => true,
            () = tokio::time::sleep(LOOK_EVERY) => false,
            _ = stopping.changed() => break,
        };
        master_keys.look(&app, is_asked).await;
    }
}
