//! Gives an ECS error body to requests that hyper refuses by itself.
//!
//! hyper answers a request that it cannot parse, or whose head is too long, with a bare 4xx and no body; our service
//! never sees it. This layer between hyper and the socket knows the head as far as it came, and puts the body in. Then
//! it takes in, and throws away, what the client still sends: closing at once would reset the connection and with it
//! the answer.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use imagekin_rpc::{Code, Fault, Format, codes, reply};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use super::watchdog::{Phase, Watch};
use crate::call::OVERLOADED_RETRY_AFTER_MS;
use crate::memory::Held;
use crate::{App, random};

/// So long a head may be without counting against the memory of all: hyper has as much for each connection anyway, and the
/// SDKs' heads are shorter.
const FREE_BYTES: usize = 8 * 1024;
/// A head is here twice: in hyper's buffer and in ours.
const COPIES: usize = 2;

/// A header of hyper's own answers, and of none of the API's.
const NO_BODY: &[u8] = b"content-length: 0\r\n";
/// A header of each answer of the object endpoint, which may be without a body.
const OBJECT_REQUEST: &[u8] = b"x-oss-request-id: ";

/// A socket that knows when hyper speaks for itself.
pub(super) struct Guarded<S> {
    socket: S,
    app: Arc<App>,
    watch: Arc<Watch>,
    /// What came of the request that is being read.
    head: Vec<u8>,
    head_bytes_max: usize,
    /// The memory for heads beyond the usual. It is held until the connection ends: so long hyper keeps a buffer that has
    /// grown.
    held: Held,
    /// An answer in the place of hyper's, as far as it is not written yet.
    refusal: Vec<u8>,
    refused: bool,
}

impl<S> Guarded<S> {
    pub(super) fn new(socket: S, watch: Arc<Watch>, head_bytes_max: usize, app: Arc<App>) -> Self {
        let held = app.request_memory.hold();
        let (head, refusal) = (Vec::new(), Vec::new());
        Self { socket, app, watch, head, head_bytes_max, held, refusal, refused: false }
    }

    /// Notes what came; `false` where there is no memory for it.
    fn note_read(&mut self, bytes: &[u8]) -> bool {
        match self.watch.phase() {
            Phase::Idle => {
                self.head.clear();
                self.head.shrink_to(FREE_BYTES);
                self.watch.begin(Phase::Head);
            }
            Phase::Head => {}
            Phase::Working | Phase::Blocked | Phase::Lingering => return true,
        }
        let room = self.head_bytes_max.saturating_sub(self.head.len());
        let length = self.head.len() + bytes.len().min(room);
        if length > FREE_BYTES && !self.held.grow_to(length * COPIES) {
            return false;
        }
        self.head.reserve_exact(length - self.head.len());
        self.head.extend_from_slice(&bytes[..bytes.len().min(room)]);
        true
    }

    /// Is this hyper's own answer to a request that our service never saw? Ours always have a body.
    ///
    /// Such a request may have come in one piece with the one before it: then nothing was read for it.
    fn is_refusal(&self, bytes: &[u8]) -> bool {
        let has = |header: &[u8]| bytes.windows(header.len()).any(|window| window == header);
        matches!(self.watch.phase(), Phase::Head | Phase::Idle)
            && bytes.starts_with(b"HTTP/1.1 4")
            && has(NO_BODY)
            && !has(OBJECT_REQUEST)
    }

    /// Puts our answer in the place of hyper's.
    fn refuse_as(&mut self, answer: &[u8]) {
        self.refuse(match answer.get(9..12) {
            Some(b"414") => &codes::REQUEST_URI_TOO_LARGE,
            Some(b"431") => &codes::REQUEST_HEAD_TOO_LARGE,
            _ => &codes::REQUEST_MALFORMED,
        });
    }

    fn refuse(&mut self, code: &'static Code) {
        let format = format_asked(&self.head);
        let request_id = random::request_id(&*self.app.random);
        let body = reply::fault(format, &Fault::new(code), &request_id, "");
        let retry_after = if *code == codes::THROTTLED {
            format!("x-acs-retry-after: {OVERLOADED_RETRY_AFTER_MS}\r\n")
        } else {
            String::new()
        };
        self.refusal = format!(
            "HTTP/1.1 {} Refused\r\ncontent-type: {}\r\nx-acs-request-id: {request_id}\r\n{retry_after}\
             connection: close\r\ncontent-length: {}\r\n\r\n{body}",
            code.status,
            format.content_type(),
            body.len(),
        )
        .into_bytes();
        self.refused = true;
    }
}

/// The format asked for, as far as a broken head tells.
fn format_asked(head: &[u8]) -> Format {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let asked =
        head.split(['?', '&', ' ']).find_map(|part| part.strip_prefix("format=").and_then(Format::parse));
    asked.unwrap_or(if head.contains("authorization: acs3-") { Format::Json } else { Format::Xml })
}

impl<S: AsyncRead + AsyncWrite + Unpin> Guarded<S> {
    fn poll_refusal(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        while !self.refusal.is_empty() {
            let written = ready!(Pin::new(&mut self.socket).poll_write(cx, &self.refusal))?;
            if written == 0 {
                return Poll::Ready(Err(io::ErrorKind::WriteZero.into()));
            }
            self.refusal.drain(..written);
        }
        Poll::Ready(Ok(()))
    }

    /// Takes in what the client still sends, until it stops or the watchdog has enough.
    fn poll_linger(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        if self.watch.phase() != Phase::Lingering {
            self.watch.begin(Phase::Lingering);
        }
        let mut scratch = [0; 16 * 1024];
        loop {
            let mut buffer = ReadBuf::new(&mut scratch);
            match ready!(Pin::new(&mut self.socket).poll_read(cx, &mut buffer)) {
                Ok(()) if !buffer.filled().is_empty() => {}
                _ => return Poll::Ready(Ok(())),
            }
        }
    }

    /// Notes whether the client takes its answer.
    fn note_write(&self, written: &Poll<io::Result<usize>>) {
        match (written, self.watch.phase()) {
            (Poll::Pending, Phase::Idle) => self.watch.begin(Phase::Blocked),
            // Not only out of Blocked: an object may be long in coming, and each piece of it is something new.
            (Poll::Ready(_), Phase::Blocked | Phase::Idle) => self.watch.begin(Phase::Idle),
            _ => {}
        }
    }

    /// The same for what a socket has taken and keeps: that of TLS does, until it has sent it.
    fn note_flush(&self, flushed: &Poll<io::Result<()>>) {
        match (flushed, self.watch.phase()) {
            (Poll::Pending, Phase::Idle) => self.watch.begin(Phase::Blocked),
            (Poll::Ready(_), Phase::Blocked) => self.watch.begin(Phase::Idle),
            _ => {}
        }
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncRead for Guarded<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if !self.refused {
            let before = buffer.filled().len();
            ready!(Pin::new(&mut self.socket).poll_read(cx, buffer))?;
            let read = &buffer.filled()[before..];
            if read.is_empty() || self.note_read(read) {
                return Poll::Ready(Ok(()));
            }
            buffer.set_filled(before);
            self.refuse(&codes::THROTTLED);
        }
        // hyper is to take it for the end. What it has kept of the head goes with the connection.
        ready!(self.poll_refusal(cx))?;
        // Nobody asks for it any more, and a socket of TLS may have kept some of the answer.
        ready!(Pin::new(&mut self.socket).poll_flush(cx))?;
        self.poll_linger(cx)
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncWrite for Guarded<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        if self.is_refusal(bytes) {
            self.refuse_as(bytes);
            return Poll::Ready(Ok(bytes.len()));
        }
        let written = Pin::new(&mut self.socket).poll_write(cx, bytes);
        self.note_write(&written);
        written
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        if let [only] = slices {
            return self.poll_write(cx, only);
        }
        let written = Pin::new(&mut self.socket).poll_write_vectored(cx, slices);
        self.note_write(&written);
        written
    }

    fn is_write_vectored(&self) -> bool {
        self.socket.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.poll_refusal(cx))?;
        let flushed = Pin::new(&mut self.socket).poll_flush(cx);
        self.note_flush(&flushed);
        flushed
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.poll_refusal(cx))?;
        ready!(Pin::new(&mut self.socket).poll_shutdown(cx))?;
        if self.refused { self.poll_linger(cx) } else { Poll::Ready(Ok(())) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_format_of_a_broken_head() {
        assert_eq!(format_asked(b"GET /?Action=x&Format=JSON&a="), Format::Json);
        assert_eq!(format_asked(b"GET /?format=json HTTP/1.1\r\n"), Format::Json);
        assert_eq!(format_asked(b"GET /?Action=x HTTP/9\r\n\r\n"), Format::Xml);
        let v3 = b"POST /?a=b HTTP/1.1\r\nAuthorization: ACS3-HMAC-SHA256 x\r\n";
        assert_eq!(format_asked(v3), Format::Json);
        assert_eq!(format_asked(b"\xff\x00"), Format::Xml);
    }
}
