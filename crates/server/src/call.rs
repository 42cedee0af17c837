//! The second stop: a request is decoded, its caller known, its action found and run, its answer printed.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use hyper::body::Body;
use hyper::header::{CONTENT_TYPE, HOST, USER_AGENT};
use hyper::http::request::Parts;
use hyper::{HeaderMap, Method};
use imagekin_catalog::{RegionId, Timestamp};
use imagekin_rpc::{Code, Envelope, Fault, Format, Params, codes, envelope, reply};
use imagekin_store::{Catalogue, Read, StoreError};
use tokio::sync::SemaphorePermit;

use crate::credentials::Credential;
use crate::faults::{self, AccessHalt};
use crate::{App, actions, random};

mod account_places;
mod authenticate;
mod authorize;
mod body;
mod once;
mod recorded;
mod refused;
mod replay;
mod throttle;

pub(crate) use account_places::{AccountPlace, AccountPlaces};
pub(crate) use authorize::{OBJECT_PATH_BYTES_MAX, Origin, RequestContext, Resource, Tags};
pub(crate) use recorded::Made;
pub(crate) use replay::ReplayGuard;
pub(crate) use throttle::Throttling;

/// The answer to one request.
pub(crate) struct Answer {
    pub(crate) request_id: String,
    pub(crate) status: u16,
    pub(crate) format: Format,
    pub(crate) body: String,
    pub(crate) retry_after_ms: Option<u32>,
}

/// What a client that was turned away waits before it tries again, in milliseconds.
pub(crate) const OVERLOADED_RETRY_AFTER_MS: u32 = 1_000;

/// A call of an action by a known caller.
pub(crate) struct Call {
    pub(crate) app: Arc<App>,
    pub(crate) action: &'static str,
    entry: &'static actions::Entry,
    pub(crate) caller: Arc<Credential>,
    pub(crate) request_id: String,
    pub(crate) format: Format,
    pub(crate) params: Params,
    pub(crate) now: Timestamp,
    /// The host that the client addressed.
    pub(crate) host: String,
    /// What it calls itself; empty for a call that only looks, of which nobody keeps it.
    user_agent: String,
    origin: Origin,
    nonce: String,
    signed_at: Timestamp,
    /// Of a call that writes.
    write_place: Option<Arc<AccountPlace>>,
}

/// Answers one request, whatever it is.
pub(crate) async fn answer<B>(app: &Arc<App>, head: &Parts, body: B, origin: Origin) -> Answer
where
    B: Body<Data = Bytes>,
{
    let request_id = random::request_id(&*app.random);
    let (format, outcome) = match body::read(&app.config.limits, &app.request_memory, body).await {
        // Only now: a request that is slow to arrive takes no place.
        Ok(body) => match place(app).await {
            Some(_place) => {
                run(app, &Received { head, body: &body.bytes, origin, request_id: &request_id }).await
            }
            None => {
                let form = if is_form(head) { body.bytes.as_slice() } else { b"" };
                app.audit.refusals.count_throttled();
                let fault = Fault::new(&codes::THROTTLED).retry_after_ms(OVERLOADED_RETRY_AFTER_MS);
                (envelope::format_asked(query(head), form, &head.headers), Err(fault))
            }
        },
        Err(fault) => (envelope::format_asked(query(head), b"", &head.headers), Err(fault)),
    };
    match outcome {
        Ok(body) => Answer { request_id, status: 200, format, body, retry_after_ms: None },
        Err(fault) => refused(request_id, head, format, &fault),
    }
}

/// The answer to a request of which nothing is looked at but the format that it asks for.
pub(crate) fn refuse(app: &App, head: &Parts, code: &'static Code) -> Answer {
    let format = envelope::format_asked(query(head), b"", &head.headers);
    refused(random::request_id(&*app.random), head, format, &Fault::new(code))
}

fn refused(request_id: String, head: &Parts, format: Format, fault: &Fault) -> Answer {
    tracing::debug!(request_id, code = fault.code.code, "Refused a request");
    let body = reply::fault(format, fault, &request_id, host(&head.headers));
    Answer { request_id, status: fault.code.status, format, body, retry_after_ms: fault.retry_after_ms }
}

/// A place to be worked on; none when none gets free in time. Who is turned away has waited: a refusal costs a good part of
/// what a resolve does, so that clients that get theirs at once, and come again, would take the time of those who are
/// worked on.
async fn place(app: &App) -> Option<SemaphorePermit<'_>> {
    if let Ok(place) = app.places.try_acquire() {
        return Some(place);
    }
    let wait = Duration::from_millis(app.config.limits.place_ms_max);
    tokio::time::timeout(wait, app.places.acquire()).await.ok()?.ok()
}

/// A request that has arrived whole.
struct Received<'r> {
    head: &'r Parts,
    body: &'r [u8],
    origin: Origin,
    request_id: &'r str,
}

async fn run(app: &Arc<App>, received: &Received<'_>) -> (Format, Result<String, Fault>) {
    let Received { head, body, .. } = *received;
    if head_bytes(head) > app.config.limits.head_bytes_max {
        // hyper looks at the limit between two reads only: what one large read completes gets past it.
        let format = envelope::format_asked(query(head), b"", &head.headers);
        return (format, Err(Fault::new(&codes::REQUEST_HEAD_TOO_LARGE)));
    }
    let form = if is_form(head) { body } else { b"" };
    let params = match Params::decode(query(head), form) {
        Ok(params) => params,
        Err(error) => {
            return (envelope::format_asked(query(head), form, &head.headers), Err(error.into()));
        }
    };
    let unsaid = || if envelope::is_v3(&head.headers) { Format::Json } else { Format::Xml };
    let format = params.get("Format").and_then(Format::parse).unwrap_or_else(unsaid);
    let mut caller = None;
    let outcome = match begin(app, received, format, params, &mut caller).await {
        Ok((entry, call)) if entry.is_read => (entry.answer)(call).await,
        // In a box: calls that read are not to be as large.
        Ok((entry, call)) => Box::pin(write(entry, call)).await,
        Err(fault) => Err(fault),
    };
    if let Err(fault) = &outcome {
        refused::note(app, received, caller.as_deref(), fault);
    }
    (format, outcome)
}

/// Everything up to the action: who calls what. `known` becomes who it is as soon as that is proved.
async fn begin(
    app: &Arc<App>,
    received: &Received<'_>,
    format: Format,
    params: Params,
    known: &mut Option<Arc<Credential>>,
) -> Result<(&'static actions::Entry, Call), Fault> {
    let Received { head, body, origin, request_id } = *received;
    if !matches!(head.method, Method::GET | Method::POST) {
        return Err(Fault::new(&codes::METHOD_UNSUPPORTED));
    }
    if !matches!(head.uri.path(), "/" | "//" | "") {
        return Err(Fault::new(&codes::PATH_NOT_FOUND));
    }
    let envelope = Envelope::read(&params, &head.headers)?;
    let now = app.clock.now();
    let caller = authenticate::caller(app, head, body, &params, &envelope.scheme, origin, now).await?;
    *known = Some(Arc::clone(&caller));
    let entry = actions::find(envelope.service, envelope.action)?;
    authorize::admit(app, &caller, entry, &params, origin, now).await?;
    throttle::admit(app, &caller, entry, params.get("RegionId"), now).await?;
    let nonce = envelope.scheme.nonce().to_owned();
    let signed_at = Timestamp::from_seconds(envelope.scheme.timestamp());
    let call = Call {
        app: Arc::clone(app),
        action: entry.name,
        entry,
        caller,
        request_id: request_id.to_owned(),
        format,
        params,
        now,
        host: host(&head.headers).to_owned(),
        user_agent: if entry.is_read { String::new() } else { user_agent(head).to_owned() },
        origin,
        nonce,
        signed_at,
        write_place: None,
    };
    Ok((entry, call))
}

/// Runs an action that writes.
async fn write(entry: &actions::Entry, mut call: Call) -> Result<String, Fault> {
    let Some(place) = call.app.write_places.take(call.caller.account) else {
        return Err(Fault::new(&codes::THROTTLED).retry_after_ms(OVERLOADED_RETRY_AFTER_MS));
    };
    call.write_place = Some(Arc::new(place));
    (entry.answer)(call).await
}

/// Length of the request line with the headers, to a few bytes.
fn head_bytes(head: &Parts) -> usize {
    let line = head.uri.path_and_query().map_or(0, |target| target.as_str().len());
    line + head.headers.iter().map(|(name, value)| name.as_str().len() + value.len() + 4).sum::<usize>()
}

fn query(head: &Parts) -> &[u8] {
    head.uri.query().unwrap_or_default().as_bytes()
}

/// Only a form body holds parameters; any other body is none of the action's business.
fn is_form(head: &Parts) -> bool {
    const FORM: &[u8] = b"application/x-www-form-urlencoded";
    let content_type = head.headers.get(CONTENT_TYPE).map(hyper::header::HeaderValue::as_bytes);
    let begins = |value: &[u8]| value.get(..FORM.len()).is_some_and(|text| text.eq_ignore_ascii_case(FORM));
    head.method == Method::POST && content_type.is_some_and(begins)
}

/// The host that the client addressed.
fn host(headers: &HeaderMap) -> &str {
    headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default()
}

/// What the client calls itself.
fn user_agent(head: &Parts) -> &str {
    head.headers.get(USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default()
}

impl Call {
    /// The region, if there is such a region.
    pub(crate) fn region(&self, id: &str) -> Result<RegionId, Fault> {
        let known = self.app.regions.iter().find(|region| region.as_str() == id);
        known.cloned().ok_or(Fault::new(&codes::REGION_NOT_FOUND))
    }

    /// The caller's catalogue of a region, if there is such a region.
    pub(crate) fn catalogue(&self, region_id: &str) -> Result<Catalogue, Fault> {
        Ok(Catalogue { account: self.caller.account, region: self.region(region_id)? })
    }

    /// Reads what may take milliseconds: other requests do not wait for it.
    pub(crate) async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Read<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, Fault> {
        self.app.store.read(work).await.map_err(|error: StoreError| faults::failed(&error))
    }

    /// Reads what an index finds at once.
    pub(crate) async fn look_up<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Read<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, Fault> {
        self.app.store.look_up(work).await.map_err(|error: StoreError| faults::failed(&error))
    }

    /// 128 random bits, for an id.
    pub(crate) fn random_bits(&self) -> u128 {
        self.app.random.bits()
    }

    /// Reads who may do what.
    pub(crate) async fn read_access<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Read<'_>) -> Result<T, AccessHalt> + Send + 'static,
    ) -> Result<T, Fault> {
        self.app.store.read(work).await.map_err(AccessHalt::fault)
    }

    /// The refusal of a role that does not trust the caller.
    pub(crate) fn not_trusted(&self) -> Fault {
        authorize::not_trusted(&self.caller)
    }

    /// What conditions of a policy can ask about this call.
    pub(crate) fn context(&self) -> RequestContext<'_> {
        RequestContext {
            caller: &self.caller,
            external_id: self.params.get("ExternalId"),
            origin: self.origin,
            now: self.now,
            tags: Tags::default(),
        }
    }

    /// Until when the nonce of a write must be known: so long a replay of it would be within the window.
    fn nonce_expires_at(&self) -> Timestamp {
        let window = Duration::from_secs(u64::from(self.app.config.limits.clock_skew_s_max) * 2);
        self.signed_at.plus(window)
    }
}
