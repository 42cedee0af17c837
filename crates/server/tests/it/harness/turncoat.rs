//! A server of buckets that shows one object to who looks at it, and has another for who comes to copy it then.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use http_body_util::Full;
use hyper::body::Incoming;
use hyper::header::{CONTENT_RANGE, RANGE};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use imagekin_server::Config;
use imagekin_server::config::{BucketKind, BucketSettings, SecretSource};
use tokio::net::TcpListener;

use super::REGION;
use super::disks::BUCKET;

/// The one object that there is, by whatever name it is asked for.
struct Object {
    bytes: Vec<u8>,
    /// What it becomes as soon as its end was read alone: whoever looks at an object reads that last.
    next: Option<Vec<u8>>,
}

/// Speaks what of S3 is needed to read an object, until it is dropped.
pub(crate) struct Turncoat {
    address: SocketAddr,
    object: Arc<Mutex<Object>>,
    task: tokio::task::JoinHandle<()>,
}

impl Turncoat {
    pub(crate) async fn start(bytes: Vec<u8>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let object = Arc::new(Mutex::new(Object { bytes, next: None }));
        let task = tokio::spawn(serve(listener, Arc::clone(&object)));
        Self { address, object, task }
    }

    /// Lets [`BUCKET`] of [`REGION`] be there.
    pub(crate) fn hold_the_bucket(&self, config: &mut Config) {
        let file = config.data_dir.join("key-of-the-bucket");
        std::fs::write(&file, "any").expect("a file");
        let key = Some(SecretSource::File(file));
        config.buckets.push(BucketSettings {
            region: REGION.to_owned(),
            name: BUCKET.to_owned(),
            kind: BucketKind::S3,
            endpoint: Some(format!("http://{}", self.address)),
            remote_bucket: None,
            root: None,
            signing_region: None,
            virtual_host: None,
            allow_link_local: None,
            access_key_id: key.clone(),
            access_key_secret: key,
        });
    }

    /// Whoever looks at the object from now on will not get what he has seen.
    pub(crate) fn turn_into(&self, bytes: Vec<u8>) {
        self.object.lock().expect("no panic").next = Some(bytes);
    }
}

impl Drop for Turncoat {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(listener: TcpListener, object: Arc<Mutex<Object>>) {
    loop {
        let Ok((stream, _)) = listener.accept().await else { return };
        let object = Arc::clone(&object);
        let service = service_fn(move |request: Request<Incoming>| {
            let response = answer(&request, &mut object.lock().expect("no panic"));
            std::future::ready(Ok::<_, Infallible>(response))
        });
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
    }
}

fn answer(request: &Request<Incoming>, object: &mut Object) -> Response<Full<Bytes>> {
    if request.uri().path().trim_matches('/') == BUCKET {
        let list = "<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>";
        return Response::new(Full::from(list));
    }
    let Some((first, last)) = range(request) else {
        return Response::new(Full::from(object.bytes.clone()));
    };
    let piece = object.bytes[first..=last].to_vec();
    let range = format!("bytes {first}-{last}/{}", object.bytes.len());
    if first > 0
        && let Some(next) = object.next.take()
    {
        object.bytes = next;
    }
    let response = Response::builder().status(206).header(CONTENT_RANGE, range);
    response.body(Full::from(piece)).expect("a response")
}

/// The first and the last byte that are asked for.
fn range(request: &Request<Incoming>) -> Option<(usize, usize)> {
    let range = request.headers().get(RANGE)?.to_str().ok()?;
    let (first, last) = range.strip_prefix("bytes=")?.split_once('-')?;
    Some((first.parse().ok()?, last.parse().ok()?))
}
