//! One connection, from its handshake, where there is TLS, to its end.

use std::convert::Infallible;
use std::net::IpAddr;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::sync::watch;

use super::refusal::Guarded;
use super::tls::{self, Tls};
use super::watchdog::{self, Watch};
use super::{http2, respond};
use crate::App;
use crate::call::Origin;

/// Serves a connection until it ends, or has been slow or idle for too long, or, once `stopping`, has answered what is under
/// way.
pub(super) async fn serve(
    app: Arc<App>,
    stream: TcpStream,
    tls: Option<Tls>,
    stopping: watch::Receiver<bool>,
) {
    // Without it a client with delayed acknowledgements waits 40 ms for the body of an answer.
    let _ = stream.set_nodelay(true);
    // On a listener of IPv6 a client of IPv4 is `::ffff:192.0.2.1`: policies and the audit log are to have it as it calls itself.
    let address = stream.peer_addr().ok().map(|address| address.ip().to_canonical());
    match tls {
        None => serve_http1(app, stream, Origin { address, is_secure: false }, stopping).await,
        // In a box: no connection of plain HTTP is to be as large as what this one needs.
        Some(tls) => Box::pin(serve_tls(app, stream, tls, address, stopping)).await,
    }
}

async fn serve_tls(
    app: Arc<App>,
    stream: TcpStream,
    tls: Tls,
    address: Option<IpAddr>,
    mut stopping: watch::Receiver<bool>,
) {
    let limit = Duration::from_millis(app.config.limits.handshake_ms_max);
    let shaken = tokio::select! {
        shaken = tls.accept(stream, limit) => shaken,
        _ = stopping.changed() => None,
    };
    let Some(stream) = shaken else { return };
    let origin = Origin { address, is_secure: true };
    if tls::is_http2(&stream) {
        http2::serve(app, stream, origin, stopping).await;
    } else {
        serve_http1(app, stream, origin, stopping).await;
    }
}

async fn serve_http1<S: AsyncRead + AsyncWrite + Unpin>(
    app: Arc<App>,
    stream: S,
    origin: Origin,
    stopping: watch::Receiver<bool>,
) {
    let watch = Arc::new(Watch::default());
    let limits = &app.config.limits;
    let io = TokioIo::new(Guarded::new(stream, Arc::clone(&watch), limits.head_bytes_max, Arc::clone(&app)));
    let service = service_fn(|request| {
        let (app, watch) = (Arc::clone(&app), Arc::clone(&watch));
        async move {
            watch.request_begins();
            let response = respond(&app, request, origin).await;
            watch.request_ends();
            Ok::<_, Infallible>(response)
        }
    });
    let connection = pin!(
        http1::Builder::new()
            .half_close(true)
            // The watchdog tells idle from slow, which this one does not.
            .header_read_timeout(None)
            .max_buf_size(limits.head_bytes_max)
            .serve_connection(io, service)
    );
    let overdue = watchdog::overdue(limits, || watch.doing(limits));
    drive(connection, |connection| connection.graceful_shutdown(), overdue, stop(stopping)).await;
}

/// Drives a connection to its end, or until it is `overdue`, and asks it to end itself once that is `asked` for.
pub(super) async fn drive<C: Future>(
    mut connection: Pin<&mut C>,
    ask_to_end: impl Fn(Pin<&mut C>),
    overdue: impl Future<Output = ()>,
    asked: impl Future<Output = ()>,
) {
    let (mut overdue, mut asked) = (pin!(overdue), pin!(asked));
    let mut is_asked = false;
    loop {
        tokio::select! {
            _ = &mut connection => return,
            () = &mut overdue => return,
            () = &mut asked, if !is_asked => {
                is_asked = true;
                ask_to_end(connection.as_mut());
            }
        }
    }
}

/// Returns when the server stops.
pub(super) async fn stop(mut stopping: watch::Receiver<bool>) {
    // Nobody is left to say so: that is the end, too.
    let _ = stopping.wait_for(|is_stopping| *is_stopping).await;
}
