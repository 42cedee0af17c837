//! A real S3 server, with faults to order.

use std::net::SocketAddr;
use std::path::Path;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};

use bytes::Bytes;
use hyper::body::{Body, Frame, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response};
use hyper_util::rt::TokioIo;
use s3s::auth::SimpleAuth;
use s3s::service::{S3Service, S3ServiceBuilder};
use s3s_fs::FileSystem;
use tempfile::TempDir;
use tokio::net::TcpListener;

/// The key that the server knows.
pub(crate) const KEY: (&str, &str) = ("far-key", "far-secret");

/// What goes wrong with a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// 503 instead of an answer.
    Unavailable,
    /// The connection is cut in the midst of the request's body, or of the answer's.
    Cut,
    /// The client is sent to this server instead.
    Moved(SocketAddr),
}

/// An order: the next `times` requests of `method` for which something goes wrong.
#[derive(Clone, Debug)]
struct Order {
    method: Method,
    fault: Fault,
    times: usize,
}

/// A server that is running until it is dropped.
pub(crate) struct S3Server {
    pub(crate) address: SocketAddr,
    root: TempDir,
    orders: Arc<Mutex<Vec<Order>>>,
    task: tokio::task::JoinHandle<()>,
}

impl S3Server {
    pub(crate) async fn start() -> Self {
        let root = tempfile::tempdir().unwrap();
        let mut builder = S3ServiceBuilder::new(FileSystem::new(root.path()).unwrap());
        builder.set_auth(SimpleAuth::from_single(KEY.0, KEY.1));
        let service = builder.build();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let orders = Arc::new(Mutex::new(Vec::new()));
        let task = tokio::spawn(serve(listener, service, Arc::clone(&orders)));
        Self { address, root, orders, task }
    }

    pub(crate) fn root(&self) -> &Path {
        self.root.path()
    }

    pub(crate) fn add_bucket(&self, bucket: &str) {
        std::fs::create_dir(self.root().join(bucket)).unwrap();
    }

    /// Orders that the next `times` requests of a method go wrong.
    pub(crate) fn order(&self, method: Method, fault: Fault, times: usize) {
        self.orders.lock().unwrap().push(Order { method, fault, times });
    }

    /// How often something is still to go wrong.
    pub(crate) fn ordered(&self) -> usize {
        self.orders.lock().unwrap().iter().map(|order| order.times).sum()
    }

    /// The files of uploads that were neither completed nor aborted.
    pub(crate) fn uploads(&self) -> Vec<String> {
        let names = std::fs::read_dir(self.root()).unwrap().map(|entry| entry.unwrap().file_name());
        names
            .map(|name| name.into_string().unwrap())
            .filter(|name| name.starts_with(".upload") || name.contains(".tmp"))
            .collect()
    }
}

impl Drop for S3Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(listener: TcpListener, service: S3Service, orders: Arc<Mutex<Vec<Order>>>) {
    loop {
        let Ok((stream, _)) = listener.accept().await else { return };
        let (service, orders) = (service.clone(), Arc::clone(&orders));
        let answer = service_fn(move |request| answer(service.clone(), Arc::clone(&orders), request));
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), answer));
    }
}

/// What goes wrong with this request, if anything.
fn due(orders: &Mutex<Vec<Order>>, method: &Method) -> Option<Fault> {
    let mut orders = orders.lock().unwrap();
    let order = orders.iter_mut().find(|order| order.method == *method && order.times > 0)?;
    order.times -= 1;
    Some(order.fault)
}

async fn answer(
    service: S3Service,
    orders: Arc<Mutex<Vec<Order>>>,
    request: Request<Incoming>,
) -> Result<Response<Halving>, Broken> {
    match due(&orders, request.method()) {
        None => {
            let response = service.call(request.map(s3s::Body::from)).await.map_err(|_| Broken)?;
            Ok(response.map(|body| Halving { body, left: None }))
        }
        Some(Fault::Unavailable) => {
            let body = s3s::Body::from("<Error><Code>ServiceUnavailable</Code></Error>".to_owned());
            let response = Response::builder().status(503).body(Halving { body, left: None });
            Ok(response.expect("a response"))
        }
        Some(Fault::Moved(address)) => {
            let location = format!("http://{address}{}", request.uri());
            let response = Response::builder().status(307).header("location", location);
            let response = response.body(Halving { body: s3s::Body::empty(), left: None });
            Ok(response.expect("a response"))
        }
        Some(Fault::Cut) if request.method() == Method::GET => {
            let response = service.call(request.map(s3s::Body::from)).await.map_err(|_| Broken)?;
            let half = response.body().size_hint().exact().unwrap_or(2) / 2;
            Ok(response.map(|body| Halving { body, left: Some(half) }))
        }
        Some(Fault::Cut) => {
            // Some of the body is taken, then hyper hears of an error and closes.
            let mut body = request.into_body();
            let _ = std::future::poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await;
            Err(Broken)
        }
    }
}

/// Closes the connection.
#[derive(Debug)]
struct Broken;

impl std::fmt::Display for Broken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the connection is cut")
    }
}

impl std::error::Error for Broken {}

/// A body that breaks when so many bytes of it are gone.
struct Halving {
    body: s3s::Body,
    left: Option<u64>,
}

impl Body for Halving {
    type Data = Bytes;
    type Error = Box<dyn std::error::Error + Send + Sync>;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        if self.left == Some(0) {
            return Poll::Ready(Some(Err(Box::new(Broken))));
        }
        let frame = std::task::ready!(Pin::new(&mut self.body).poll_frame(cx));
        let left = self.left;
        let Some((left, Ok(frame))) = left.zip(frame.as_ref().map(|frame| frame.as_ref())) else {
            return Poll::Ready(frame);
        };
        let data = frame.data_ref().cloned().unwrap_or_default();
        let take = data.len().min(usize::try_from(left).unwrap_or(usize::MAX));
        self.left = Some(left - take as u64);
        Poll::Ready(Some(Ok(Frame::data(data.slice(..take)))))
    }

    fn size_hint(&self) -> hyper::body::SizeHint {
        self.body.size_hint()
    }
}
