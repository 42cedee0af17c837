//! TLS as clients see it: authorities, certificates, and callers that speak HTTP/1 or HTTP/2 over it.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use bytes::Bytes;
use http_body_util::combinators::BoxBody;
use http_body_util::{BodyExt, Full};
use hyper::client::conn::{http1, http2};
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};
use rustls::{ClientConfig, RootCertStore, SupportedProtocolVersion};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use super::wait::within;
use super::wire::{HttpRequest, Response};

/// The protocols that a client may ask for.
pub(crate) const HTTP1: &[u8] = b"http/1.1";
pub(crate) const HTTP2: &[u8] = b"h2";

/// Who signs certificates.
pub(crate) struct Authority {
    issuer: Issuer<'static, KeyPair>,
    pem: String,
    der: CertificateDer<'static>,
}

/// A certificate with its key, as files hold them.
#[derive(Clone)]
pub(crate) struct Identity {
    pub(crate) certificate: String,
    pub(crate) key: String,
}

impl Authority {
    pub(crate) fn new() -> Self {
        let key = KeyPair::generate().expect("a key");
        let mut params = CertificateParams::new(Vec::new()).expect("no names");
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.distinguished_name.push(DnType::CommonName, "An authority of a test");
        let certificate = params.self_signed(&key).expect("a certificate");
        Self { pem: certificate.pem(), der: certificate.der().clone(), issuer: Issuer::new(params, key) }
    }

    /// Its certificate.
    pub(crate) fn pem(&self) -> &str {
        &self.pem
    }

    /// A new certificate for 127.0.0.1, of a server or a client.
    pub(crate) fn issue(&self) -> Identity {
        let key = KeyPair::generate().expect("a key");
        let params = CertificateParams::new(vec!["127.0.0.1".to_owned()]).expect("a name");
        let certificate = params.signed_by(&key, &self.issuer).expect("a certificate");
        Identity { certificate: certificate.pem(), key: key.serialize_pem() }
    }
}

impl Identity {
    /// Puts it where the settings look for it.
    pub(crate) fn write(&self, folder: &Path) {
        std::fs::create_dir_all(folder).expect("a folder");
        std::fs::write(folder.join("certificate.pem"), &self.certificate).expect("a file");
        std::fs::write(folder.join("key.pem"), &self.key).expect("a file");
    }

    pub(crate) fn der(&self) -> CertificateDer<'static> {
        CertificateDer::from_pem_slice(self.certificate.as_bytes()).expect("a certificate")
    }
}

/// A client of TLS.
#[derive(Clone)]
pub(crate) struct TlsClient(Arc<ClientConfig>);

impl TlsClient {
    /// Trusts `authority`, and asks for HTTP/2 before HTTP/1.
    pub(crate) fn new(authority: &Authority) -> Self {
        Self::with(authority, rustls::ALL_VERSIONS, &[HTTP2, HTTP1], None)
    }

    pub(crate) fn with(
        authority: &Authority,
        versions: &[&'static SupportedProtocolVersion],
        protocols: &[&[u8]],
        identity: Option<&Identity>,
    ) -> Self {
        let mut roots = RootCertStore::empty();
        roots.add(authority.der.clone()).expect("an authority");
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let builder = ClientConfig::builder_with_provider(provider).with_protocol_versions(versions);
        let builder = builder.expect("versions").with_root_certificates(roots);
        let mut config = match identity {
            None => builder.with_no_client_auth(),
            Some(identity) => {
                let key = PrivateKeyDer::from_pem_slice(identity.key.as_bytes()).expect("a key");
                builder.with_client_auth_cert(vec![identity.der()], key).expect("a certificate and its key")
            }
        };
        config.alpn_protocols = protocols.iter().map(|protocol| protocol.to_vec()).collect();
        Self(Arc::new(config))
    }

    /// Would say something before the handshake is done, where a ticket allows it.
    #[must_use]
    pub(crate) fn eager(mut self) -> Self {
        Arc::make_mut(&mut self.0).enable_early_data = true;
        self
    }

    /// Shakes hands.
    pub(crate) async fn connect(&self, address: SocketAddr) -> std::io::Result<TlsStream<TcpStream>> {
        let stream = within("a connection", TcpStream::connect(address)).await?;
        let name = ServerName::from(address.ip());
        within("a handshake", TlsConnector::from(Arc::clone(&self.0)).connect(name, stream)).await
    }

    /// Shakes hands and speaks what was agreed on.
    pub(crate) async fn open(&self, address: SocketAddr) -> Result<Session, String> {
        Session::over(self.connect(address).await.map_err(|error| error.to_string())?).await
    }

    /// Sends one request on a connection of its own.
    pub(crate) async fn send(&self, address: SocketAddr, request: &HttpRequest) -> Response {
        let mut session = self.open(address).await.unwrap_or_else(|problem| panic!("no session: {problem}"));
        session.send(request).await.unwrap_or_else(|problem| panic!("no answer: {problem}"))
    }
}

/// A body that a client sends.
pub(crate) type Sent = BoxBody<Bytes, Infallible>;

/// A connection on which requests are sent.
pub(crate) enum Session {
    Http1(http1::SendRequest<Sent>),
    Http2(http2::SendRequest<Sent>),
}

impl Session {
    async fn over(stream: TlsStream<TcpStream>) -> Result<Self, String> {
        if stream.get_ref().1.alpn_protocol() == Some(HTTP2) {
            return Self::http2(stream, &http2::Builder::new(TokioExecutor::new())).await;
        }
        let shaken = within("a connection", http1::handshake(TokioIo::new(stream))).await;
        let (sender, connection) = shaken.map_err(|error| error.to_string())?;
        tokio::spawn(connection);
        Ok(Self::Http1(sender))
    }

    /// One of HTTP/2, as `builder` makes it.
    pub(crate) async fn http2(
        stream: TlsStream<TcpStream>,
        builder: &http2::Builder<TokioExecutor>,
    ) -> Result<Self, String> {
        let shaken = within("a connection", builder.handshake(TokioIo::new(stream))).await;
        let (sender, connection) = shaken.map_err(|error| error.to_string())?;
        tokio::spawn(connection);
        Ok(Self::Http2(sender))
    }

    /// Another caller on the same connection.
    pub(crate) fn beside(&self) -> Self {
        match self {
            Self::Http1(_) => panic!("HTTP/1 has one request at a time"),
            Self::Http2(sender) => Self::Http2(sender.clone()),
        }
    }

    /// Sends a request and reads its answer.
    pub(crate) async fn send(&mut self, request: &HttpRequest) -> Result<Response, String> {
        let body = Full::new(Bytes::from(request.body.clone())).boxed();
        self.send_with_body(request, body).await
    }

    /// The same with a body that may still be on its way.
    pub(crate) async fn send_with_body(
        &mut self,
        request: &HttpRequest,
        body: Sent,
    ) -> Result<Response, String> {
        let answer = async {
            let answer = match self {
                Self::Http1(sender) => {
                    sender.ready().await?;
                    sender.send_request(http1_request(request, body)).await?
                }
                Self::Http2(sender) => {
                    sender.ready().await?;
                    sender.send_request(http2_request(request, body)).await?
                }
            };
            let (head, body) = answer.into_parts();
            Ok::<_, hyper::Error>((head, body.collect().await?.to_bytes()))
        };
        let (head, body) = within("an answer", answer).await.map_err(|error| format!("{error:?}"))?;
        let header = |(name, value): (&http::HeaderName, &http::HeaderValue)| {
            (name.as_str().to_owned(), value.to_str().expect("headers are text").to_owned())
        };
        Ok(Response {
            version: format!("{:?}", head.version),
            status: head.status.as_u16(),
            headers: head.headers.iter().map(header).collect(),
            body: body.to_vec(),
        })
    }

    /// Has the server closed the connection?
    pub(crate) fn is_closed(&self) -> bool {
        match self {
            Self::Http1(sender) => sender.is_closed(),
            Self::Http2(sender) => sender.is_closed(),
        }
    }
}

/// A client of HTTP/2 that sends a frame that asks for nothing every 20 ms.
pub(crate) fn pinging() -> http2::Builder<TokioExecutor> {
    let mut builder = http2::Builder::new(TokioExecutor::new());
    builder
        .timer(TokioTimer::new())
        .keep_alive_interval(std::time::Duration::from_millis(20))
        .keep_alive_while_idle(true);
    builder
}

fn http1_request(request: &HttpRequest, body: Sent) -> http::Request<Sent> {
    let mut built = http::Request::builder().method(request.method.as_str()).uri(request.target.as_str());
    for (name, value) in &request.headers {
        built = built.header(name, value);
    }
    built.body(body).expect("a request that http can say")
}

/// As HTTP/2 says it: the first Host is the authority of the address.
fn http2_request(request: &HttpRequest, body: Sent) -> http::Request<Sent> {
    let hosts = request.headers.iter().filter(|(name, _)| name == "host");
    let host = hosts.clone().next().map(|(_, host)| host.as_str()).unwrap_or_default();
    let address = format!("https://{host}{}", request.target);
    let mut built = http::Request::builder().method(request.method.as_str()).uri(address);
    let others = request.headers.iter().filter(|(name, _)| name != "host").chain(hosts.skip(1));
    for (name, value) in others {
        built = built.header(name, value);
    }
    built.body(body).expect("a request that http can say")
}
