//! How often an account may call: in each region, of all actions and of one, within fixed windows of time.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::{Arc, Mutex, PoisonError};

use imagekin_catalog::{RegionId, Timestamp};
use imagekin_rpc::{Code, Fault, Service, codes};
use imagekin_store::{ANY_ACTION, CounterKey, StoreError, Throttle};
use tokio::sync::oneshot;

use crate::credentials::Credential;
use crate::{App, actions, faults};

/// Where calls are counted that name no region.
const NO_REGION: &str = "global";

/// Calls of one counter that wait to be counted together.
type Waiting = Vec<oneshot::Sender<Result<u64, Fault>>>;

/// A counter, and the window in which calls are counted: its beginning and its end.
type Counted = (CounterKey, (Timestamp, Timestamp));

/// Calls that wait to be counted, where nodes share the counters: all that come while others are being counted go
/// together, so that one row carries any number of calls.
#[derive(Debug, Default)]
pub(crate) struct Throttling(Mutex<HashMap<Counted, Waiting>>);

/// Is the call within what its account may call? It counts from now on.
///
/// # Errors
/// `Throttling.Api` beyond the limit of its action, `Throttling.User` beyond that of all actions, with the time until the
/// window ends; or what the store says.
pub(super) async fn admit(
    app: &Arc<App>,
    caller: &Credential,
    entry: &'static actions::Entry,
    region: Option<&str>,
    now: Timestamp,
) -> Result<(), Fault> {
    // Only ECS has regions: the others are counted once, whatever a call of theirs names.
    let region = region.filter(|_| entry.service == Service::Ecs);
    for (counts, code) in [(entry.name, &codes::THROTTLED_API), (ANY_ACTION, &codes::THROTTLED_USER)] {
        if let Some(throttle) = caller.throttles.iter().find(|throttle| throttle.action == counts) {
            let counter = if counts == ANY_ACTION { counts.to_owned() } else { entry.ram_action.clone() };
            // In a box: the calls of accounts without limits are not to be as large.
            Box::pin(admit_by(app, caller, throttle, code, counter, region, now)).await?;
        }
    }
    Ok(())
}

async fn admit_by(
    app: &Arc<App>,
    caller: &Credential,
    throttle: &Throttle,
    code: &'static Code,
    counter: String,
    region: Option<&str>,
    now: Timestamp,
) -> Result<(), Fault> {
    // What is no region is none here, either: nobody gets new counters by making names up.
    let region = app.regions.iter().find(|known| Some(known.as_str()) == region).cloned();
    let unfit = || faults::failed(&StoreError::Inconsistent(format!("{NO_REGION} is no region")));
    let region = region.or_else(|| RegionId::parse(NO_REGION)).ok_or_else(unfit)?;
    let key = CounterKey { account: caller.account, region, action: counter };
    let window = throttle.window_at(now);
    if count(app, key, window).await? <= throttle.calls_max {
        return Ok(());
    }
    let rest = window.1.since(now).as_millis();
    Err(Fault::new(code).retry_after_ms(u32::try_from(rest).unwrap_or(u32::MAX)))
}

/// Counts one call; gives the how many-th it is in its window.
async fn count(app: &Arc<App>, key: CounterKey, window: (Timestamp, Timestamp)) -> Result<u64, Fault> {
    if !app.store.is_shared() {
        return app.store.count_calls(&key, window, 1).await.map_err(|error| faults::failed(&error));
    }
    let (sender, receiver) = oneshot::channel();
    if app.throttling.wait((key.clone(), window), sender) {
        // Not by this call: its client may go away while others wait.
        tokio::spawn(count_waiting(Arc::clone(app), (key, window)));
    }
    let given_up = || faults::failed(&StoreError::Unavailable("the calls were not counted".to_owned()));
    receiver.await.unwrap_or_else(|_| Err(given_up()))
}

/// Counts calls as long as more wait.
async fn count_waiting(app: Arc<App>, counted: Counted) {
    while let Some(waiting) = app.throttling.take(&counted) {
        let calls = waiting.len() as u64;
        let outcome = app.store.count_calls(&counted.0, counted.1, calls).await;
        let outcome = outcome.map_err(|error| faults::failed(&error));
        for (nth, call) in (1..).zip(waiting) {
            // A client may have gone away; its call was one all the same.
            let _ = call.send(outcome.clone().map(|after| after - calls + nth));
        }
    }
}

impl Throttling {
    /// Lets a call wait; says whether it is the first, so that somebody must begin to count.
    fn wait(&self, counted: Counted, call: oneshot::Sender<Result<u64, Fault>>) -> bool {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match waiting.entry(counted) {
            Entry::Occupied(mut others) => {
                others.get_mut().push(call);
                false
            }
            Entry::Vacant(nobody) => {
                nobody.insert(vec![call]);
                true
            }
        }
    }

    /// All who wait; `None` if nobody does: then the counting is at an end.
    fn take(&self, counted: &Counted) -> Option<Waiting> {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let taken = std::mem::take(waiting.get_mut(counted)?);
        if taken.is_empty() {
            waiting.remove(counted);
            return None;
        }
        Some(taken)
    }
}
