//! Writes of a call, each with its event of the audit log in the same transaction.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use imagekin_access::AccountId;
use imagekin_catalog::{Refusal, Timestamp};
use imagekin_rpc::{Fault, codes};
use imagekin_store::{AccessWrite, AuditEvent, Catalogue, Cause, Write};
use serde_json::{Map, Value};
use tokio::task::JoinHandle;

use super::{AccountPlace, Call};
use crate::App;
use crate::audit::{About, Event, UserIdentity};
use crate::credentials::Credential;
use crate::faults::{self, AccessHalt, Halt, Table};

/// What a write tells of itself for its event.
#[derive(Debug, Default)]
pub(crate) struct Made {
    elements: Map<String, Value>,
    is_replay: bool,
}

impl Made {
    /// Something was made that is called so.
    pub(crate) fn element(&mut self, field: &str, id: impl Into<String>) {
        self.elements.insert(field.to_owned(), id.into().into());
    }

    /// The ids in an answer.
    pub(crate) fn elements_of(&mut self, answer: &Value) {
        let fields = answer.as_object().into_iter().flatten();
        for (field, id) in fields.filter(|(field, value)| field.ends_with("Id") && value.is_string()) {
            self.elements.insert(field.clone(), id.clone());
        }
    }

    /// An answer of before is given again: nothing has changed.
    pub(crate) fn replayed(&mut self) {
        self.is_replay = true;
    }
}

/// The nonce of a request, which its write uses up for good.
#[derive(Clone)]
struct WriteNonce {
    caller: Arc<Credential>,
    text: String,
    expires_at: Timestamp,
}

impl WriteNonce {
    fn of(call: &Call) -> Self {
        let (caller, text) = (Arc::clone(&call.caller), call.nonce.clone());
        Self { caller, text, expires_at: call.nonce_expires_at() }
    }

    /// Uses it up where the write was refused, and with it rolled back. Else whoever has seen the request could send it again, to
    /// another node or after a restart, when what it was refused for is no more.
    async fn use_up_after_refusal(&self, app: &App) {
        let (account, key) = (self.caller.account, &self.caller.access_key_id);
        let used = app.store.use_nonce(account, key, &self.text, self.expires_at, BTreeMap::new()).await;
        if let Err(error) = used {
            // The refusal stands.
            tracing::warn!(%error, "Could not write down the nonce of a write that was refused");
        }
    }
}

/// How long the client of a write waits for a disk of this machine, which may hang. The writes of PostgreSQL have bounds of their
/// own.
const DISK_WAIT_MAX: Duration = Duration::from_secs(10);

/// Carries a write on to its end, in its place, when its caller has gone away, or has waited for `wait_max`: the transaction goes
/// on then, too, and what this process knows, and the file of the audit log, follow what was committed. It begins at once: whoever
/// waits holds no more of it than that.
fn to_the_end<T: Send + 'static>(
    place: Option<Arc<AccountPlace>>,
    wait_max: Option<Duration>,
    write: impl Future<Output = Result<T, Fault>> + Send + 'static,
) -> impl Future<Output = Result<T, Fault>> + Send {
    let in_its_place = async move {
        let outcome = write.await;
        drop(place);
        outcome
    };
    ended(wait_max, tokio::spawn(in_its_place))
}

async fn ended<T>(wait_max: Option<Duration>, write: JoinHandle<Result<T, Fault>>) -> Result<T, Fault> {
    let ended = match wait_max {
        None => write.await,
        Some(wait_max) => match tokio::time::timeout(wait_max, write).await {
            Ok(ended) => ended,
            Err(_) => return Err(Fault::new(&codes::SERVICE_UNAVAILABLE)),
        },
    };
    match ended {
        Ok(outcome) => outcome,
        Err(ended) => match ended.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            Err(_) => Err(Fault::new(&codes::INTERNAL_ERROR)),
        },
    }
}

impl Call {
    /// Runs `work` in one transaction on a catalogue, which uses up the nonce of the request for good.
    pub(crate) async fn write<T: Send + 'static>(
        &self,
        catalogue: Catalogue,
        table: Table,
        work: impl FnOnce(&mut Write<'_>) -> Result<T, Halt> + Send + 'static,
    ) -> Result<T, Fault> {
        self.write_telling(catalogue, table, |write, _| work(write)).await
    }

    /// The same, where `work` tells what it has made.
    pub(crate) async fn write_telling<T: Send + 'static>(
        &self,
        catalogue: Catalogue,
        table: Table,
        work: impl FnOnce(&mut Write<'_>, &mut Made) -> Result<T, Halt> + Send + 'static,
    ) -> Result<T, Fault> {
        let cause = Cause { action: self.action, request_id: self.request_id.clone(), now: self.now };
        let (nonce, now, event) =
            (WriteNonce::of(self), self.now, self.event(Some(catalogue.region.as_str())));
        let app = Arc::clone(&self.app);
        let (clock, used) = (Arc::clone(&app.clock), nonce.clone());
        let work = move |write: &mut Write<'_>| {
            write.carried_out_at(clock.now());
            let WriteNonce { caller, text, expires_at } = used;
            if !write.use_nonce(caller.account, &caller.access_key_id, &text, expires_at)? {
                return Err(Refusal::NonceUsed.into());
            }
            let mut made = Made::default();
            let outcome = work(write, &mut made)?;
            if made.is_replay {
                return Ok((outcome, None));
            }
            let event = event.with_elements(made.elements).printed(now);
            Ok((outcome, Some(write.record(event)?)))
        };
        self.to_the_end(async move {
            let outcome = app.store.write(catalogue, cause, work).await;
            if matches!(outcome, Err(Halt::Refused(refusal)) if refusal != Refusal::NonceUsed) {
                nonce.use_up_after_refusal(&app).await;
            }
            let (outcome, entry) = outcome.map_err(|halt: Halt| halt.fault(table))?;
            app.audit.file(entry);
            Ok(outcome)
        })
        .await
    }

    /// Runs `work` in one transaction on who may do what within the caller's account, which uses up the nonce of the request
    /// for good. When it returns, this process knows of no more than there is in the account.
    pub(crate) async fn write_access<T: Send + 'static>(
        &self,
        work: impl FnOnce(&AccessWrite<'_>) -> Result<T, AccessHalt> + Send + 'static,
    ) -> Result<T, Fault> {
        self.write_access_telling(|write, _| work(write)).await
    }

    /// The same, where `work` tells what it has made.
    pub(crate) async fn write_access_telling<T: Send + 'static>(
        &self,
        work: impl FnOnce(&AccessWrite<'_>, &mut Made) -> Result<T, AccessHalt> + Send + 'static,
    ) -> Result<T, Fault> {
        let (nonce, now, event) = (WriteNonce::of(self), self.now, self.event(None));
        let (account, used) = (self.caller.account, nonce.clone());
        let work = move |write: &AccessWrite<'_>| {
            let WriteNonce { caller, text, expires_at } = used;
            if !write.use_nonce(&caller.access_key_id, &text, expires_at)? {
                return Err(AccessHalt::Refused(Fault::new(&codes::NONCE_USED)));
            }
            let mut made = Made::default();
            let outcome = work(write, &mut made)?;
            let event = event.with_elements(made.elements).printed(now);
            Ok((outcome, write.record(event)?))
        };
        let app = Arc::clone(&self.app);
        self.to_the_end(async move {
            let outcome = app.store.write_access(account, now, work).await;
            match &outcome {
                // It was rolled back.
                Err(AccessHalt::Refused(fault)) if *fault.code == codes::NONCE_USED => {}
                Err(AccessHalt::Refused(_)) => nonce.use_up_after_refusal(&app).await,
                // Also where it failed: what is known of the end of a transaction is not always what has become of it.
                Ok(_) | Err(AccessHalt::Failed(_)) => app.credentials.changed(account),
            }
            let (outcome, entries) = outcome.map_err(AccessHalt::fault)?;
            app.audit.file(entries);
            Ok(outcome)
        })
        .await
    }

    /// Uses up the nonce of the request for good, where the action writes nothing but that it was called: into the trail of
    /// the caller's account, and into that of `concerned`, if it is another one, with what it makes.
    pub(crate) async fn use_nonce(&self, concerned: AccountId, made: Made) -> Result<(), Fault> {
        let nonce = WriteNonce::of(self);
        let event: AuditEvent = self.event(None).with_elements(made.elements).printed(self.now);
        let events = BTreeMap::from([(self.caller.account, event.clone()), (concerned, event)]);
        let app = Arc::clone(&self.app);
        self.to_the_end(async move {
            let (account, key) = (nonce.caller.account, &nonce.caller.access_key_id);
            let used = app.store.use_nonce(account, key, &nonce.text, nonce.expires_at, events).await;
            let entries =
                used.map_err(|error| faults::failed(&error))?.ok_or(Fault::new(&codes::NONCE_USED))?;
            app.audit.file(entries);
            Ok(())
        })
        .await
    }

    /// Carries a write of this call on to its end.
    fn to_the_end<T: Send + 'static>(
        &self,
        write: impl Future<Output = Result<T, Fault>> + Send + 'static,
    ) -> impl Future<Output = Result<T, Fault>> + Send {
        let wait_max = (!self.app.store.is_shared()).then_some(DISK_WAIT_MAX);
        to_the_end(self.write_place.clone(), wait_max, write)
    }

    /// The event of this call, before it is known what it makes.
    fn event(&self, region: Option<&str>) -> Event {
        Event::of(&About {
            now: self.now,
            request_id: &self.request_id,
            action: self.action,
            service: Some(self.entry.service),
            resources: self.entry.resources,
            params: &self.params,
            host: &self.host,
            user_agent: &self.user_agent,
            origin: self.origin,
            region,
            identity: UserIdentity::of(&self.caller),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::call::AccountPlaces;

    /// Whoever waits for a disk that hangs is told so. What he has begun is carried on, and keeps its place for so long.
    #[tokio::test(start_paused = true)]
    async fn a_write_that_hangs_is_carried_on_and_not_waited_for() {
        let (places, account) = (AccountPlaces::new(1), AccountId::from_u64(1_234_567_890_123_456).unwrap());
        let place = places.take(account).map(Arc::new);
        let (go_on, hangs) = tokio::sync::oneshot::channel::<()>();
        let (done, ended) = tokio::sync::oneshot::channel();
        let write = async move {
            hangs.await.unwrap();
            done.send(()).unwrap();
            Ok(())
        };
        let told = to_the_end(place, Some(DISK_WAIT_MAX), write).await.unwrap_err();
        assert_eq!(told.code, &codes::SERVICE_UNAVAILABLE);
        assert!(places.take(account).is_none());
        go_on.send(()).unwrap();
        ended.await.unwrap();
        while places.take(account).is_none() {
            tokio::task::yield_now().await;
        }
    }
}
