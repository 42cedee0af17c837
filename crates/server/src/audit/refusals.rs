//! What was refused waits here until it is written, in groups and soon: no answer waits for it, and its number is bounded.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use imagekin_access::AccountId;
use imagekin_store::{AuditEvent, StoreError};
use tokio::sync::watch;

use super::Event;
use crate::{App, random};

/// How often what waits is written: so the most that may wait is the most of a second.
const WRITTEN_EVERY: Duration = Duration::from_secs(1);

/// Refusals that are not written yet.
pub(crate) struct Refusals {
    waiting: Mutex<Waiting>,
    most: usize,
    /// The last attempt to write failed, and that was told.
    is_failing: AtomicBool,
}

#[derive(Default)]
struct Waiting {
    /// By the account whose trail they go to.
    events: Vec<(AccountId, AuditEvent)>,
    lost: Uncounted,
}

/// Refusals that are no events of their own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Uncounted {
    /// For which there was no room.
    without_room: u64,
    /// Because there was too much to do, or an account called too often.
    throttled: u64,
}

impl Refusals {
    pub(super) fn new(most: usize) -> Self {
        Self { waiting: Mutex::default(), most, is_failing: AtomicBool::new(false) }
    }

    fn waiting(&self) -> std::sync::MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A refusal that is only counted.
    pub(crate) fn count_throttled(&self) {
        self.waiting().lost.throttled += 1;
    }

    /// A refusal of an account; of nobody who is known, `None`: half of the room is not for those, so that whoever has no
    /// key cannot keep out what happens to those who have one. Where there is no room, it is only counted.
    pub(crate) fn add(&self, account: Option<AccountId>, event: impl FnOnce() -> AuditEvent) {
        let most = if account.is_some() { self.most } else { self.most.div_ceil(2) };
        if self.waiting().events.len() >= most {
            self.waiting().lost.without_room += 1;
            return;
        }
        let event = event();
        self.waiting().events.push((account.unwrap_or(AccountId::SYSTEM), event));
    }

    fn take(&self) -> Waiting {
        std::mem::take(&mut *self.waiting())
    }

    /// What could not be written waits again, as far as there is room.
    fn put_back(&self, mut events: Vec<(AccountId, AuditEvent)>, lost: Uncounted) {
        let mut waiting = self.waiting();
        events.append(&mut waiting.events);
        let too_many = events.len().saturating_sub(self.most);
        events.truncate(self.most);
        waiting.events = events;
        waiting.lost.without_room += lost.without_room + too_many as u64;
        waiting.lost.throttled += lost.throttled;
    }
}

/// Writes what was refused until now.
///
/// # Errors
/// What the store says: then what is not written yet is tried again the next time.
pub async fn write_refusals(app: &App) -> Result<(), StoreError> {
    let Waiting { events, lost } = app.audit.refusals.take();
    let mut by_account: BTreeMap<AccountId, Vec<AuditEvent>> = BTreeMap::new();
    for (account, event) in events {
        by_account.entry(account).or_default().push(event);
    }
    while let Some((account, events)) = by_account.pop_first() {
        match app.store.record(account, events.clone()).await {
            Ok(entries) => app.audit.file(entries),
            Err(error) => {
                by_account.insert(account, events);
                let each =
                    |(account, events): (_, Vec<_>)| events.into_iter().map(move |event| (account, event));
                app.audit.refusals.put_back(by_account.into_iter().flat_map(each).collect(), lost);
                return Err(error);
            }
        }
    }
    if lost == Uncounted::default() {
        return Ok(());
    }
    // Last, and as a number until then: it takes no refusal's room while the database is away.
    match app.store.record(AccountId::SYSTEM, vec![uncounted(app, lost)]).await {
        Ok(entries) => app.audit.file(entries),
        Err(error) => {
            app.audit.refusals.put_back(Vec::new(), lost);
            return Err(error);
        }
    }
    Ok(())
}

/// That there were refusals which are no events of their own is an event.
fn uncounted(app: &App, lost: Uncounted) -> AuditEvent {
    let (now, id) = (app.clock.now(), random::request_id(&*app.random));
    let event = Event::of_operator("CountRefusals", &[], now, &id);
    event
        .with_data("RefusedWithoutRoom", lost.without_room)
        .with_data("RefusedAsThrottled", lost.throttled)
        .printed(now)
}

/// Writes what is refused until the server stops; what is refused after that, whoever stops it writes.
pub(crate) async fn run(app: Arc<App>, mut stopping: watch::Receiver<bool>) {
    while !*stopping.borrow() {
        tokio::select! {
            () = tokio::time::sleep(WRITTEN_EVERY) => {}
            _ = stopping.changed() => {}
        }
        write_and_tell(&app).await;
    }
}

/// Writes what waits, and tells a failure once.
pub(crate) async fn write_and_tell(app: &App) {
    let outcome = write_refusals(app).await;
    let was_failing = app.audit.refusals.is_failing.swap(outcome.is_err(), Ordering::Relaxed);
    match outcome {
        Err(error) if !was_failing => {
            tracing::error!(%error, "Could not write what was refused into the audit log; it is tried again");
        }
        Ok(()) if was_failing => tracing::info!("What is refused is written into the audit log again"),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use imagekin_catalog::Timestamp;

    use super::*;

    /// How many wait, and for how many there was no room.
    fn held(refusals: &Refusals) -> (usize, u64) {
        let waiting = refusals.waiting();
        (waiting.events.len(), waiting.lost.without_room)
    }

    #[test]
    fn room_is_bounded_and_half_of_it_is_for_those_who_are_known() {
        let event = |n: u64| AuditEvent { at: Timestamp::from_seconds(0), json: n.to_string() };
        let account = AccountId::parse("1234567890123456");
        let refusals = Refusals::new(4);
        (0..5).for_each(|n| refusals.add(None, || event(n)));
        assert_eq!(held(&refusals), (2, 3));
        (5..9).for_each(|n| refusals.add(account, || event(n)));
        assert_eq!(held(&refusals), (4, 5));
        refusals.count_throttled();
        let Waiting { events, lost } = refusals.take();
        assert_eq!(held(&refusals), (0, 0));
        refusals.add(account, || event(9));
        refusals.put_back(events, lost);
        let Waiting { events, lost } = refusals.take();
        let kept: Vec<&str> = events.iter().map(|(_, event)| event.json.as_str()).collect();
        assert_eq!(
            (kept.as_slice(), lost),
            (&["0", "1", "5", "6"][..], Uncounted { without_room: 6, throttled: 1 })
        );
    }
}
