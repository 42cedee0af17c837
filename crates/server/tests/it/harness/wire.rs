//! HTTP as bytes: requests that may be as wrong as they like, and answers as they come.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use imagekin_server::App;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};

use super::HOST;
use super::tls::TlsClient;
use super::wait::within;

/// Where requests go: to a socket, or straight to the first stop behind it.
#[derive(Clone)]
pub(crate) enum Target {
    Socket(SocketAddr),
    Tls(SocketAddr, TlsClient),
    Direct(Arc<App>),
}

/// A request, before it is bytes.
#[derive(Clone, Debug)]
pub(crate) struct HttpRequest {
    pub(crate) method: String,
    pub(crate) target: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

/// An answer.
#[derive(Clone, Debug)]
pub(crate) struct Response {
    pub(crate) version: String,
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl HttpRequest {
    /// A request with a Host header and nothing else.
    pub(crate) fn new(method: &str, target: &str) -> Self {
        let host = ("host".to_owned(), HOST.to_owned());
        Self { method: method.to_owned(), target: target.to_owned(), headers: vec![host], body: Vec::new() }
    }

    /// Adds a header, even one that is there already.
    #[must_use]
    pub(crate) fn with_header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Takes a header away.
    #[must_use]
    pub(crate) fn without_header(mut self, name: &str) -> Self {
        self.headers.retain(|(given, _)| given != name);
        self
    }

    /// Gives it another body.
    #[must_use]
    pub(crate) fn with_body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self
    }

    /// With a body as forms are sent.
    #[must_use]
    pub(crate) fn with_form(self, form: impl Into<Vec<u8>>) -> Self {
        self.with_header("content-type", "application/x-www-form-urlencoded").with_body(form)
    }

    /// As HTTP/1.1 writes it.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.bytes_of("HTTP/1.1")
    }

    /// As `version` writes it.
    pub(crate) fn bytes_of(&self, version: &str) -> Vec<u8> {
        let mut text = format!("{} {} {version}\r\n", self.method, self.target);
        for (name, value) in &self.headers {
            text.push_str(&format!("{name}: {value}\r\n"));
        }
        if !self.body.is_empty() || self.method == "POST" {
            text.push_str(&format!("content-length: {}\r\n", self.body.len()));
        }
        text.push_str("\r\n");
        let mut bytes = text.into_bytes();
        bytes.extend_from_slice(&self.body);
        bytes
    }
}

impl Response {
    /// The value of a header, which must not be there twice.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.iter().filter(|(given, _)| given == name);
        let value = values.next().map(|(_, value)| value.as_str());
        assert!(values.next().is_none(), "{name} stands twice in the answer");
        value
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.body.clone()).expect("answers are UTF-8")
    }
}

impl Target {
    /// Sends one request on a connection of its own, and gives the answer.
    pub(crate) async fn send(&self, request: &HttpRequest) -> Response {
        match self {
            Self::Socket(address) => {
                let mut connection = Connection::open(*address).await;
                connection.send(&request.bytes()).await;
                connection.response().await
            }
            Self::Tls(address, client) => client.send(*address, request).await,
            Self::Direct(app) => direct(app, request).await,
        }
    }
}

async fn direct(app: &Arc<App>, request: &HttpRequest) -> Response {
    let mut built = http::Request::builder().method(request.method.as_str()).uri(request.target.as_str());
    for (name, value) in &request.headers {
        built = built.header(name, value);
    }
    let built =
        built.body(Full::new(Bytes::from(request.body.clone()))).expect("a request that http can say");
    let (head, body) = Box::pin(imagekin_server::answer(app, built)).await.into_parts();
    let header = |(name, value): (&http::HeaderName, &http::HeaderValue)| {
        (name.as_str().to_owned(), value.to_str().expect("headers are text").to_owned())
    };
    Response {
        version: "HTTP/1.1".to_owned(),
        status: head.status.as_u16(),
        headers: head.headers.iter().map(header).collect(),
        body: body.collect().await.expect("a body in memory").to_bytes().to_vec(),
    }
}

/// A connection that sends whatever bytes it is given.
pub(crate) struct Connection {
    stream: TcpStream,
    /// What came and is not yet part of an answer.
    buffer: Vec<u8>,
}

impl Connection {
    pub(crate) async fn open(address: SocketAddr) -> Self {
        let stream = within("a connection", TcpStream::connect(address)).await.expect("the server listens");
        Self { stream, buffer: Vec::new() }
    }

    /// The same from another address of this machine, in `127.0.0.0/8`.
    pub(crate) async fn open_from(source: IpAddr, address: SocketAddr) -> Self {
        let socket = TcpSocket::new_v4().expect("a socket");
        socket.bind(SocketAddr::new(source, 0)).expect("an address of this machine");
        let stream = within("a connection", socket.connect(address)).await.expect("the server listens");
        Self { stream, buffer: Vec::new() }
    }

    /// Sends all of `bytes` before anything is read.
    pub(crate) async fn send(&mut self, bytes: &[u8]) {
        let sent = within("the server to take a request", self.stream.write_all(bytes)).await;
        sent.expect("the server takes what it is sent");
    }

    /// Sends what it can; `false` when the server has closed.
    pub(crate) async fn try_send(&mut self, bytes: &[u8]) -> bool {
        within("the server to take or close", self.stream.write_all(bytes)).await.is_ok()
    }

    /// Waits until an answer begins to come, and reads nothing of it.
    pub(crate) async fn wait_for_answer(&self) {
        let peeked = within("an answer", self.stream.peek(&mut [0])).await;
        assert!(peeked.is_ok_and(|length| length > 0), "the connection ended without an answer");
    }

    /// Says that nothing more will be sent.
    pub(crate) async fn finish(&mut self) {
        self.stream.shutdown().await.expect("the connection is open");
    }

    /// The same, where the server may have closed by now.
    pub(crate) async fn try_finish(&mut self) {
        let _ = self.stream.shutdown().await;
    }

    /// The next answer.
    pub(crate) async fn response(&mut self) -> Response {
        self.try_response().await.unwrap_or_else(|problem| panic!("no answer: {problem}"))
    }

    /// The next answer, or why there is none.
    pub(crate) async fn try_response(&mut self) -> Result<Response, String> {
        within("an answer or the end", self.next(false)).await
    }

    /// The next answer, which is to a HEAD request: it tells the length of a body and has none.
    pub(crate) async fn response_to_head(&mut self) -> Response {
        within("an answer", self.next(true)).await.unwrap_or_else(|problem| panic!("no answer: {problem}"))
    }

    /// Waits until the server closes, which must be no reset; gives what came before that.
    pub(crate) async fn end(&mut self) -> Result<Vec<u8>, String> {
        while within("the end of the connection", self.fill()).await? {}
        Ok(std::mem::take(&mut self.buffer))
    }

    /// Has the server closed by now? Does not wait.
    pub(crate) fn is_closed(&mut self) -> bool {
        let mut chunk = [0; 1024];
        match self.stream.try_read(&mut chunk) {
            Ok(0) => true,
            Ok(length) => {
                self.buffer.extend_from_slice(&chunk[..length]);
                false
            }
            Err(error) => error.kind() != std::io::ErrorKind::WouldBlock,
        }
    }

    /// Reads some more; `false` at the end. A reset is a failure of the server: it may swallow the answer before it.
    async fn fill(&mut self) -> Result<bool, String> {
        let read = self.stream.read_buf(&mut self.buffer).await;
        read.map(|length| length > 0).map_err(|error| format!("the connection broke: {error}"))
    }

    async fn next(&mut self, to_head: bool) -> Result<Response, String> {
        let head_end = loop {
            if let Some(at) = self.buffer.windows(4).position(|window| window == b"\r\n\r\n") {
                break at + 4;
            }
            if !self.fill().await? {
                let rest = String::from_utf8_lossy(&self.buffer);
                return Err(format!("the connection ended after {rest:?}"));
            }
        };
        let head: Vec<u8> = self.buffer.drain(..head_end).collect();
        let mut response = parse_head(std::str::from_utf8(&head).map_err(|_| "the head is no text")?);
        let length = response.header("content-length").map_or(Ok(0), str::parse);
        let length: usize = length.map_err(|_| "the length is no number")?;
        if !to_head {
            while self.buffer.len() < length {
                if !self.fill().await? {
                    return Err("the connection ended within a body".to_owned());
                }
            }
            response.body = self.buffer.drain(..length).collect();
        }
        Ok(response)
    }
}

fn parse_head(head: &str) -> Response {
    let mut lines = head.trim_end().split("\r\n");
    let mut status = lines.next().expect("a status line").splitn(3, ' ');
    let version = status.next().unwrap_or_default().to_owned();
    let status = status.next().and_then(|status| status.parse().ok()).expect("a status");
    let header = |line: &str| {
        let (name, value) = line.split_once(':').expect("a header");
        (name.to_ascii_lowercase(), value.trim().to_owned())
    };
    Response { version, status, headers: lines.map(header).collect(), body: Vec::new() }
}
