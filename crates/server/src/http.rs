//! The first stop: connections, their limits and timeouts, and requests out of them.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http_body_util::{Either, Full};
use hyper::body::{Body, Incoming};
use hyper::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use hyper::{Method, Request, Response, StatusCode};
use tokio::net::{TcpListener, TcpSocket};
use tokio::sync::{Notify, Semaphore, watch};
use tokio::task::JoinSet;

use crate::call::Origin;
use crate::config::{Config, ConfigError, Profile};
use crate::{App, audit, call, jobs, object_endpoint, reload};

mod connection;
mod http2;
mod proxies;
mod refusal;
mod tls;
mod watchdog;

use tls::Tls;
pub use tls::TlsError;

/// The body of an answer of the API, or of the object endpoint.
type Answered = Either<Full<Bytes>, s3s::Body>;

/// Pause after the operating system gave no connection (too many open files): it may do so again at once.
const ACCEPT_PAUSE: Duration = Duration::from_millis(50);

/// Connections that the system keeps until they are accepted, or as many as it keeps at most. Where there is no room for
/// one more, its client tries again after a second: so do all that come at once when a node takes another's place.
const BACKLOG: u32 = 4_096;

/// A server that listens.
#[derive(Debug)]
pub struct Running {
    /// The address it listens on.
    pub address: SocketAddr,
    /// Does it speak TLS?
    pub is_secure: bool,
    reload: Arc<Notify>,
    stop: watch::Sender<bool>,
    renew: Arc<Notify>,
    ended: tokio::task::JoinHandle<()>,
}

/// Why a server does not begin to listen.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The operating system does not let it.
    #[error("cannot listen on {0}; choose another address with --listen")]
    Listen(SocketAddr, #[source] std::io::Error),
    /// The files of its certificate cannot be used.
    #[error("TLS cannot be served")]
    Tls(#[from] TlsError),
    /// The settings of TLS contradict each other.
    #[error(transparent)]
    Config(#[from] ConfigError),
}

impl Running {
    /// Where clients reach it: `http://` or `https://`, and the address.
    #[must_use]
    pub fn url(&self) -> String {
        format!("{}://{}", if self.is_secure { "https" } else { "http" }, self.address)
    }

    /// Reads again what can be read again while it runs, not only when it is seen to have changed: the master keys, and the files
    /// of the certificate.
    pub fn reload(&self) {
        self.reload.notify_one();
        self.renew.notify_one();
    }

    /// Stops taking connections, answers what is under way, ends the jobs, and returns when all is done.
    pub async fn stop(self) {
        let _ = self.stop.send(true);
        let _ = self.ended.await;
    }
}

/// Starts to serve `app`: requests and background jobs.
///
/// # Errors
/// [`ServeError`].
pub async fn serve(app: Arc<App>) -> Result<Running, ServeError> {
    let config = &app.config;
    let opened = config.tls.files()?.map(|files| tls::open(files, &config.tls)).transpose()?;
    let (tls, renewal) = opened.unzip();
    let failed = |error| ServeError::Listen(config.listen, error);
    let listener = listen(config.listen).map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    let is_secure = tls.is_some();
    if !is_secure {
        warn_of_plain_http(config, address);
    }
    let (stop, stopping) = watch::channel(false);
    let renew = Arc::new(Notify::new());
    if let Some(renewal) = renewal {
        tokio::spawn(renewal.run(Arc::clone(&renew), stopping.clone()));
    }
    let reload = Arc::clone(&app.reload);
    let ended = tokio::spawn(async move {
        let jobs = tokio::spawn(jobs::run(Arc::clone(&app), stopping.clone()));
        let reloading = tokio::spawn(reload::run(Arc::clone(&app), stopping.clone()));
        let auditing = tokio::spawn(audit::run(Arc::clone(&app), stopping.clone()));
        accept(Arc::clone(&app), listener, tls, stopping).await;
        let _ = jobs.await;
        let _ = reloading.await;
        let _ = auditing.await;
        audit::end(&app).await;
    });
    Ok(Running { address, is_secure, reload, stop, renew, ended })
}

/// Says so where passers-by can read answers, and send signed requests on before their senders do.
fn warn_of_plain_http(config: &Config, address: SocketAddr) {
    if config.profile == Profile::Production && !address.ip().to_canonical().is_loopback() {
        tracing::warn!(
            "Serving plain HTTP on {address}, beyond this machine: whoever is on the way can read all of it. Give the \
             service a certificate (--tls-certificate, --tls-key), or let it listen on 127.0.0.1 behind a proxy that \
             speaks TLS"
        );
    }
}

fn listen(address: SocketAddr) -> std::io::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() }?;
    // So that a server can be started again at once.
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(BACKLOG)
}

async fn accept(app: Arc<App>, listener: TcpListener, tls: Option<Tls>, mut stopping: watch::Receiver<bool>) {
    let places = Arc::new(Semaphore::new(app.config.limits.connections_max));
    let mut connections = JoinSet::new();
    while !*stopping.borrow() {
        let place = tokio::select! {
            place = Arc::clone(&places).acquire_owned() => place,
            _ = stopping.changed() => break,
        };
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            _ = stopping.changed() => break,
        };
        match accepted {
            Ok((stream, _)) => {
                let (app, tls, stopping) = (Arc::clone(&app), tls.clone(), stopping.clone());
                connections.spawn(async move {
                    connection::serve(app, stream, tls, stopping).await;
                    drop(place);
                });
            }
            Err(error) => {
                tracing::warn!(%error, "Could not accept a connection");
                tokio::time::sleep(ACCEPT_PAUSE).await;
            }
        }
        while connections.try_join_next().is_some() {}
    }
    drop(listener);
    let drained = async { while connections.join_next().await.is_some() {} };
    let limit = Duration::from_millis(app.config.limits.drain_ms_max);
    if tokio::time::timeout(limit, drained).await.is_err() {
        tracing::warn!("Connections were still open at the end of the drain");
    }
}

/// Answers one request, of whichever API.
async fn respond(app: &Arc<App>, request: Request<Incoming>, origin: Origin) -> Response<Answered> {
    let origin = proxies::origin(origin, request.headers(), &app.config.trusted_proxies);
    if object_endpoint::is_for(&request) {
        // In a box: no connection of the API is to be as large as what this one needs.
        Box::pin(object_endpoint::answer(app, request, origin)).await.map(Either::Right)
    } else {
        answer_from(app, request, origin).await.map(Either::Left)
    }
}

/// Answers one request of the API: all that a connection does with it, without a connection.
pub async fn answer<B: Body<Data = Bytes>>(app: &Arc<App>, request: Request<B>) -> Response<Full<Bytes>> {
    answer_from(app, request, Origin::NOWHERE).await
}

async fn answer_from<B: Body<Data = Bytes>>(
    app: &Arc<App>,
    request: Request<B>,
    origin: Origin,
) -> Response<Full<Bytes>> {
    let (head, body) = request.into_parts();
    if head.method == Method::GET && head.uri.path().len() > 2 {
        match head.uri.path() {
            "/healthz" => return plain(StatusCode::OK, "ok\n"),
            "/readyz" => return readiness(app).await,
            _ => {}
        }
    }
    into_response(call::answer(app, &head, body, origin).await)
}

fn into_response(answer: call::Answer) -> Response<Full<Bytes>> {
    static REQUEST_ID: HeaderName = HeaderName::from_static("x-acs-request-id");
    static RETRY_AFTER: HeaderName = HeaderName::from_static("x-acs-retry-after");
    let mut response = Response::new(Full::new(Bytes::from(answer.body)));
    *response.status_mut() = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(answer.format.content_type()));
    if let Ok(request_id) = HeaderValue::from_maybe_shared(Bytes::from(answer.request_id)) {
        headers.insert(REQUEST_ID.clone(), request_id);
    }
    if let Some(milliseconds) = answer.retry_after_ms {
        headers.insert(RETRY_AFTER.clone(), HeaderValue::from(milliseconds));
    }
    response
}

fn plain(status: StatusCode, text: &'static str) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(Bytes::from_static(text.as_bytes())));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    response
}

/// Ready is who can read the database.
async fn readiness(app: &App) -> Response<Full<Bytes>> {
    match app.store.has_access_keys().await {
        Ok(_) => plain(StatusCode::OK, "ready\n"),
        Err(error) => {
            tracing::error!(%error, "Not ready");
            plain(StatusCode::SERVICE_UNAVAILABLE, "the database cannot be read\n")
        }
    }
}
