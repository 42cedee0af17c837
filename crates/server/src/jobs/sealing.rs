//! Seals anew what a master key has sealed that no longer seals.

use std::sync::Arc;
use std::time::Duration;

use imagekin_access::AccountId;
use imagekin_store::{AuditEvent, KeyId, StoreError};
use tokio::sync::watch;

use crate::audit::operator_event;
use crate::{App, master_keys};

/// How long after new keys it is done again, for the sake of writes that had begun with the old ones.
const AGAIN_AFTER: Duration = Duration::from_secs(60);
/// How often it is done otherwise, for the sake of nodes that had the old ones for longer.
const LOOK_EVERY: Duration = Duration::from_secs(3600);

/// Seals anew at the start, whenever there are new master keys, and now and then, until the server stops. Two nodes of which each
/// takes another key for the one that seals undo each other's work no oftener than that.
pub(super) async fn run(app: Arc<App>, mut stopping: watch::Receiver<bool>) {
    let mut has_new_keys = true;
    let mut told = None;
    // At its start a node tells with which keys it begins, too: nobody knows what was done with them meanwhile.
    let mut unwritten = vec![master_keys::event_of(&app, &app.store.key_ring(), None)];
    let mut sealed = 0;
    while !*stopping.borrow() {
        // All of them may take a while.
        write(&app, &mut unwritten).await;
        let outcome = seal_anew(&app, &stopping, &mut sealed).await;
        if outcome.is_ok() && sealed > 0 {
            tracing::info!(secrets = sealed, "Sealed secrets anew with the first master key");
            unwritten.push(event_of(&app, std::mem::take(&mut sealed)));
        }
        match &outcome {
            Ok(outcome) => outcome.tell(&app, &mut told),
            Err(error) => tracing::error!(%error, "Could not seal secrets anew; it is tried again"),
        }
        let is_done = write(&app, &mut unwritten).await && outcome.is_ok();
        let pause = if is_done && !has_new_keys { LOOK_EVERY } else { AGAIN_AFTER };
        has_new_keys = tokio::select! {
            () = app.new_keys.notified() => true,
            () = tokio::time::sleep(pause) => false,
            _ = stopping.changed() => break,
        };
    }
}

/// Writes events into the trail of the service; those that could not be written stay. Are there none any more?
async fn write(app: &App, unwritten: &mut Vec<AuditEvent>) -> bool {
    if unwritten.is_empty() {
        return true;
    }
    match app.store.record(AccountId::SYSTEM, unwritten.clone()).await {
        Ok(entries) => {
            app.audit.file(entries);
            unwritten.clear();
            true
        }
        Err(error) => {
            tracing::error!(%error, "Could not write what became of master keys into the audit log; it is tried again");
            false
        }
    }
}

/// What the audit log says of secrets that were sealed anew.
fn event_of(app: &App, sealed: u64) -> AuditEvent {
    let (key, count) = (app.store.key_ring().sealing().to_string(), sealed.to_string());
    let parameters = [("KeyId", &*key), ("AccessKeys", &*count)];
    operator_event("SealSecretsAnew", &parameters, app.clock.now(), &*app.random)
}

/// What became of all secrets that another key than the first had sealed, but for how many were sealed anew.
#[derive(Default)]
struct Outcome {
    lost: u64,
    first_lost: Option<String>,
    is_whole: bool,
}

/// Counts in `sealed` what it has done, also when it fails later.
async fn seal_anew(
    app: &App,
    stopping: &watch::Receiver<bool>,
    sealed: &mut u64,
) -> Result<Outcome, StoreError> {
    let mut outcome = Outcome::default();
    let mut after = None;
    while !*stopping.borrow() {
        let some = app.store.seal_next_anew(after).await?;
        *sealed += some.sealed;
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
    /// Tells what cannot be done, and once for each key that seals that nothing is sealed with any other.
    fn tell(&self, app: &App, told: &mut Option<KeyId>) {
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
