//! Seals anew what a master key has sealed that no longer seals.

use std::sync::Arc;
use std::time::Duration;

use imagekin_store::{KeyId, StoreError};
use tokio::sync::watch;

use crate::App;

/// How long after new keys it is done again, for the sake of writes that had begun with the old ones.
const AGAIN_AFTER: Duration = Duration::from_secs(60);
/// How often it is done otherwise, for the sake of nodes that had the old ones for longer.
const LOOK_EVERY: Duration = Duration::from_secs(3600);

/// Seals anew at the start, whenever there are new master keys, and now and then, until the server stops. Two nodes of which each
/// takes another key for the one that seals undo each other's work no oftener than that.
pub(super) async fn run(app: Arc<App>, mut stopping: watch::Receiver<bool>) {
    let mut has_new_keys = true;
    let mut told = None;
    while !*stopping.borrow() {
        let is_done = match seal_anew(&app, &stopping).await {
            Ok(outcome) => {
                outcome.tell(&app, &mut told);
                true
            }
            Err(error) => {
                tracing::error!(%error, "Could not seal secrets anew; it is tried again");
                false
            }
        };
        let pause = if is_done && !has_new_keys { LOOK_EVERY } else { AGAIN_AFTER };
        has_new_keys = tokio::select! {
            () = app.new_keys.notified() => true,
            () = tokio::time::sleep(pause) => false,
            _ = stopping.changed() => break,
        };
    }
}

/// What became of all secrets that another key than the first had sealed.
#[derive(Default)]
struct Outcome {
    sealed: u64,
    lost: u64,
    first_lost: Option<String>,
    is_whole: bool,
}

async fn seal_anew(app: &App, stopping: &watch::Receiver<bool>) -> Result<Outcome, StoreError> {
    let mut outcome = Outcome::default();
    let mut after = None;
    while !*stopping.borrow() {
        let some = app.store.seal_next_anew(after).await?;
        outcome.sealed += some.sealed;
        outcome.lost += some.lost.len() as u64;
        outcome.first_lost = outcome.first_lost.or_else(|| some.lost.into_iter().next());
        if some.last.is_none() {
            outcome.is_whole = true;
            break;
        }
        after = some.last;
    }
    Ok(outcome)
}

impl Outcome {
    /// Tells what was done, and once for each key that seals that nothing is sealed with any other.
    fn tell(&self, app: &App, told: &mut Option<KeyId>) {
        if self.sealed > 0 {
            tracing::info!(secrets = self.sealed, "Sealed secrets anew with the first master key");
        }
        if let Some(problem) = &self.first_lost {
            tracing::error!(secrets = self.lost, problem, "Secrets of access keys cannot be unsealed");
            return;
        }
        let key_ring = app.store.key_ring();
        let sealing = key_ring.sealing();
        if self.is_whole && key_ring.ids().count() > 1 && *told != Some(sealing) {
            tracing::info!(key = %sealing, "Every secret in the database is sealed with the first master key");
            *told = Some(sealing);
        }
    }
}
