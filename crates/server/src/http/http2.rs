//! HTTP/2, which a client asks for in its TLS handshake: many requests at once on one connection.

use std::convert::Infallible;
use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use http_body_util::Either;
use hyper::header::{HOST, HeaderValue};
use hyper::http::request::Parts;
use hyper::rt::Executor;
use hyper::server::conn::http2;
use hyper::service::service_fn;
use hyper::{Request, Uri};
use hyper_util::rt::TokioIo;
use imagekin_rpc::codes;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::{Notify, watch};
use tokio::task::JoinSet;

use super::connection::{drive, stop};
use super::{into_response, respond, watchdog};
use crate::App;
use crate::call::{self, Origin};

mod streams;

use streams::{Answering, Open, Streams, Watched};

/// Serves a connection on which the client begins to speak HTTP/2.
pub(super) async fn serve<S: AsyncRead + AsyncWrite + Unpin>(
    app: Arc<App>,
    stream: S,
    origin: Origin,
    stopping: watch::Receiver<bool>,
) {
    let streams = Arc::new(Streams::default());
    let limits = &app.config.limits;
    let service = service_fn(|request| {
        let (app, streams) = (Arc::clone(&app), Arc::clone(&streams));
        async move {
            let open = Open::new(streams);
            let (mut head, body) = request.into_parts();
            let response = if name_host(&mut head) {
                respond(&app, Request::from_parts(head, body), origin).await
            } else {
                into_response(call::refuse(&app, &head, &codes::REQUEST_MALFORMED)).map(Either::Left)
            };
            Ok::<_, Infallible>(response.map(|body| Answering::new(body, open)))
        }
    });
    let tasks = Arc::new(Mutex::new(JoinSet::new()));
    let io = TokioIo::new(Watched::new(stream, Arc::clone(&streams)));
    let connection = pin!(
        http2::Builder::new(Tasks(Arc::downgrade(&tasks)))
            .max_header_list_size(u32::try_from(limits.head_bytes_max).unwrap_or(u32::MAX))
            .max_concurrent_streams(limits.streams_max)
            .serve_connection(io, service)
    );
    let told = Notify::new();
    let overdue = async {
        let overdue = || watchdog::overdue(limits, || streams.doing(limits));
        overdue().await;
        if streams.is_idle() {
            // A request may be on its way just now: so its sender knows that nothing of it was done.
            told.notify_one();
            overdue().await;
        }
    };
    let asked = async {
        tokio::select! {
            () = stop(stopping) => {}
            () = told.notified() => {}
        }
    };
    drive(
        connection,
        |connection| {
            streams.leave();
            connection.graceful_shutdown();
        },
        overdue,
        asked,
    )
    .await;
}

/// Puts the host that the client addressed where HTTP/1 has it: in a header, beside an address without one. There signatures,
/// buckets and answers look for it. `false` where the client names two: nobody could tell which it has signed.
fn name_host(head: &mut Parts) -> bool {
    if let Some(authority) = head.uri.authority() {
        let named = authority.as_str().as_bytes();
        if head.headers.get_all(HOST).iter().any(|host| !host.as_bytes().eq_ignore_ascii_case(named)) {
            return false;
        }
        let Ok(host) = HeaderValue::from_bytes(named) else { return false };
        head.headers.insert(HOST, host);
    }
    if let Some(target) = head.uri.path_and_query() {
        head.uri = Uri::from(target.clone());
    }
    true
}

/// Runs the streams of one connection, which holds the set of them, so that they end with it.
#[derive(Clone)]
struct Tasks(Weak<Mutex<JoinSet<()>>>);

impl<F: Future<Output = ()> + Send + 'static> Executor<F> for Tasks {
    fn execute(&self, stream: F) {
        let Some(tasks) = self.0.upgrade() else { return };
        let mut tasks = tasks.lock().unwrap_or_else(PoisonError::into_inner);
        while tasks.try_join_next().is_some() {}
        tasks.spawn(stream);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_stands_where_http_1_has_it() {
        let named = |address: &str, hosts: &[&str]| {
            let mut request = Request::get(address);
            for host in hosts {
                request = request.header(HOST, *host);
            }
            let (mut head, ()) = request.body(()).unwrap().into_parts();
            let hosts = name_host(&mut head).then(|| head.headers.get_all(HOST).iter().cloned().collect());
            hosts.map(|hosts: Vec<HeaderValue>| (head.uri.to_string(), hosts))
        };
        let expected = Some(("/b/o?a=b".to_owned(), vec![HeaderValue::from_static("ecs.test:7070")]));
        assert_eq!(named("https://ecs.test:7070/b/o?a=b", &[]), expected);
        assert_eq!(named("https://ecs.test:7070/b/o?a=b", &["ecs.test:7070"]), expected);
        assert_eq!(named("/b/o?a=b", &["ecs.test:7070"]), expected);
        assert_eq!(named("https://ecs.test:7070/", &["other.test"]), None);
        assert_eq!(named("https://ecs.test:7070/", &["ecs.test:7070", "other.test"]), None);
    }
}
