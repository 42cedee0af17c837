//! The first stop: connections, their limits and timeouts, and requests out of them.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http_body_util::{Either, Full};
use hyper::body::{Body, Incoming};
use hyper::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinSet;

use crate::call::Origin;
use crate::{App, call, jobs, object_endpoint};

mod proxies;
mod refusal;
mod watchdog;

use refusal::Guarded;
use watchdog::Watch;

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
    stop: watch::Sender<bool>,
    ended: tokio::task::JoinHandle<()>,
}

impl Running {
    /// Stops taking connections, answers what is under way, ends the jobs, and returns when all is done.
    pub async fn stop(self) {
        let _ = self.stop.send(true);
        let _ = self.ended.await;
    }
}

/// Starts to serve `app`: requests and background jobs.
///
/// # Errors
/// What the operating system says when it does not let us listen.
pub async fn serve(app: Arc<App>) -> std::io::Result<Running> {
    let listener = listen(app.config.listen)?;
    let address = listener.local_addr()?;
    let (stop, stopping) = watch::channel(false);
    let ended = tokio::spawn(async move {
        let jobs = tokio::spawn(jobs::run(Arc::clone(&app), stopping.clone()));
        accept(app, listener, stopping).await;
        let _ = jobs.await;
    });
    Ok(Running { address, stop, ended })
}

fn listen(address: SocketAddr) -> std::io::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() }?;
    // So that a server can be started again at once.
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(BACKLOG)
}

async fn accept(app: Arc<App>, listener: TcpListener, mut stopping: watch::Receiver<bool>) {
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
                let (app, stopping) = (Arc::clone(&app), stopping.clone());
                connections.spawn(async move {
                    connection(app, stream, stopping).await;
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

async fn connection(app: Arc<App>, stream: TcpStream, mut stopping: watch::Receiver<bool>) {
    // Without it a client with delayed acknowledgements waits 40 ms for the body of an answer.
    let _ = stream.set_nodelay(true);
    let address = stream.peer_addr().ok().map(|address| address.ip());
    let origin = Origin { address, is_secure: false };
    let watch = Arc::new(Watch::default());
    let limits = &app.config.limits;
    let io = TokioIo::new(Guarded::new(stream, Arc::clone(&watch), limits.head_bytes_max, Arc::clone(&app)));
    let service = service_fn(|request: Request<Incoming>| {
        let (app, watch) = (Arc::clone(&app), Arc::clone(&watch));
        async move {
            watch.request_begins();
            let origin = proxies::origin(origin, request.headers(), &app.config.trusted_proxies);
            let response = if object_endpoint::is_for(&request) {
                // In a box: no connection of the API is to be as large as what this one needs.
                Box::pin(object_endpoint::answer(&app, request, origin)).await.map(Either::Right)
            } else {
                answer_from(&app, request, origin).await.map(Either::Left)
            };
            watch.request_ends();
            Ok::<_, Infallible>(response)
        }
    });
    let mut connection = std::pin::pin!(
        http1::Builder::new()
            .half_close(true)
            // The watchdog tells idle from slow, which this one does not.
            .header_read_timeout(None)
            .max_buf_size(limits.head_bytes_max)
            .serve_connection(io, service)
    );
    let mut overdue = std::pin::pin!(watchdog::overdue(&watch, limits));
    let mut asked_to_stop = *stopping.borrow();
    if asked_to_stop {
        connection.as_mut().graceful_shutdown();
    }
    loop {
        tokio::select! {
            _ = &mut connection => return,
            () = &mut overdue => return,
            _ = stopping.changed(), if !asked_to_stop => {
                asked_to_stop = true;
                connection.as_mut().graceful_shutdown();
            }
        }
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
