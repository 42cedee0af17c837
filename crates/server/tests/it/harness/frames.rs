//! HTTP/2 as frames (RFC 9113): a client that does what no library lets it.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::client::TlsStream;

use super::HOST;
use super::tls::TlsClient;
use super::wait::within;

/// Kinds of frames.
pub(crate) const DATA: u8 = 0;
pub(crate) const HEADERS: u8 = 1;
pub(crate) const RST_STREAM: u8 = 3;
const SETTINGS: u8 = 4;

/// Flags of DATA and HEADERS.
pub(crate) const END_STREAM: u8 = 1;
pub(crate) const END_HEADERS: u8 = 4;

/// Settings.
pub(crate) const MAX_CONCURRENT_STREAMS: u16 = 3;
pub(crate) const MAX_HEADER_LIST_SIZE: u16 = 6;

/// Why a stream is reset of which nothing was begun.
pub(crate) const REFUSED_STREAM: u32 = 7;

/// A connection.
pub(crate) struct Frames {
    stream: TlsStream<TcpStream>,
    /// What the server says of its limits.
    pub(crate) settings: BTreeMap<u16, u32>,
}

/// What a server sends.
#[derive(Debug)]
pub(crate) struct Frame {
    pub(crate) kind: u8,
    flags: u8,
    stream: u32,
    pub(crate) payload: Vec<u8>,
}

impl Frame {
    /// Is it the last one of an answer?
    pub(crate) fn ends_its_stream(&self) -> bool {
        matches!(self.kind, DATA | HEADERS) && self.flags & END_STREAM != 0
    }
}

impl Frames {
    /// Shakes hands, greets, and hears the settings of the server.
    pub(crate) async fn open(client: &TlsClient, address: SocketAddr) -> Self {
        let stream = client.connect(address).await.expect("a handshake");
        let mut frames = Self { stream, settings: BTreeMap::new() };
        frames.write(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").await;
        frames.send(SETTINGS, 0, 0, b"").await;
        let first = frames.next().await;
        assert_eq!(first.kind, SETTINGS, "{first:?}");
        for setting in first.payload.chunks(6) {
            let [a, b, value @ ..]: [u8; 6] = setting.try_into().expect("six bytes");
            frames.settings.insert(u16::from_be_bytes([a, b]), u32::from_be_bytes(value));
        }
        frames
    }

    pub(crate) async fn send(&mut self, kind: u8, flags: u8, stream: u32, payload: &[u8]) {
        let length = u32::try_from(payload.len()).expect("a length").to_be_bytes();
        self.write(&[&length[1..], &[kind, flags][..], &stream.to_be_bytes()[..], payload].concat()).await;
    }

    /// The next frame of a stream, whatever comes of others meanwhile.
    pub(crate) async fn next_of(&mut self, stream: u32) -> Frame {
        loop {
            let frame = self.next().await;
            if frame.stream == stream {
                return frame;
            }
        }
    }

    /// The last frame of a stream: of its answer, or the one that resets it.
    pub(crate) async fn last_of(&mut self, stream: u32) -> Frame {
        loop {
            let frame = self.next_of(stream).await;
            if frame.kind == RST_STREAM || frame.ends_its_stream() {
                return frame;
            }
        }
    }

    async fn next(&mut self) -> Frame {
        let mut head = [0; 9];
        self.read(&mut head).await;
        let [a, b, c, kind, flags, stream @ ..] = head;
        let mut payload = vec![0; u32::from_be_bytes([0, a, b, c]) as usize];
        self.read(&mut payload).await;
        Frame { kind, flags, stream: u32::from_be_bytes(stream), payload }
    }

    async fn read(&mut self, bytes: &mut [u8]) {
        within("a frame", self.stream.read_exact(bytes)).await.expect("the connection goes on");
    }

    async fn write(&mut self, bytes: &[u8]) {
        let written = async {
            self.stream.write_all(bytes).await?;
            self.stream.flush().await
        };
        within("the server to take a frame", written).await.expect("the connection goes on");
    }
}

/// The head of a request, `POST /` with these fields. All is said in full but what HPACK (RFC 7541) has a number for.
pub(crate) fn head(fields: &[(String, String)]) -> Vec<u8> {
    const POST: u8 = 0x83;
    const HTTPS: u8 = 0x87;
    const ROOT: u8 = 0x84;
    const AUTHORITY_IS: u8 = 0x01;
    const FIELD: u8 = 0x00;
    let mut bytes = vec![POST, HTTPS, ROOT, AUTHORITY_IS];
    bytes.extend(text(HOST));
    for (name, value) in fields {
        bytes.push(FIELD);
        bytes.extend(text(name));
        bytes.extend(text(value));
    }
    bytes
}

/// A text with its length before it, which is to fit into a byte.
fn text(text: &str) -> Vec<u8> {
    let length = u8::try_from(text.len()).ok().filter(|length| *length < 127).expect("a short text");
    [&[length][..], text.as_bytes()].concat()
}
