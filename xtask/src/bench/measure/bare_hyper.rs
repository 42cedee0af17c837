//! The server to compare with: hyper and nothing else, which gives one answer to whatever is asked.

use std::convert::Infallible;
use std::io::Read;

use bytes::Bytes;
use http_body_util::Full;
use hyper::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};

/// As in `imagekin`.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Answers every request with what stands in the standard input, until it is killed. The runtime and the headers are
/// those of `imagekin`.
pub(in crate::bench) fn bare_hyper() -> anyhow::Result<()> {
    let mut answer = Vec::new();
    std::io::stdin().read_to_end(&mut answer)?;
    let answer = Bytes::from(answer);
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(async {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        println!("listening on http://{}", listener.local_addr()?);
        loop {
            let (stream, _) = listener.accept().await?;
            stream.set_nodelay(true)?;
            tokio::spawn(connection(stream, answer.clone()));
        }
    })
}

async fn connection(stream: TcpStream, answer: Bytes) {
    let service = service_fn(|_: Request<_>| {
        let mut response = Response::new(Full::new(answer.clone()));
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json;charset=utf-8"));
        let request_id = HeaderValue::from_static("A1B2C3D4-E5F6-4789-8ABC-DEF012345678");
        headers.insert(HeaderName::from_static("x-acs-request-id"), request_id);
        async { Ok::<_, Infallible>(response) }
    });
    // A client that goes away is no failure.
    let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
}
