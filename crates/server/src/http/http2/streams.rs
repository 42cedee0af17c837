//! What a connection of HTTP/2 is doing, for the watchdog: several requests at once, each with its own pace.
//!
//! A client that keeps the connection alive by frames that ask for nothing is idle all the same, so that only requests, and
//! what is taken of their answers, count.

use std::collections::BTreeSet;
use std::io;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use hyper::body::{Body, Frame, SizeHint};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use super::super::watchdog::LINGER;
use crate::config::Limits;

/// Whose turn it is with a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turn {
    /// Ours: it is worked on.
    Working = 0,
    /// Ours: its answer has begun, and the next piece of it is still to come.
    Coming = 1,
    /// The client's: it has to take what there is of its answer.
    Untaken = 2,
}

/// What a connection is doing.
#[derive(Debug, Default)]
pub(super) struct Streams {
    /// How often anything of the following has changed.
    changes: AtomicU64,
    /// The requests that are under way, by whose turn it is.
    requests: [AtomicUsize; 3],
    /// When the client last took anything of each answer that it has to take, as the number of that change: whoever takes
    /// some answers is deaf all the same to those that he leaves.
    untaken: Mutex<BTreeSet<u64>>,
    /// The socket takes nothing more.
    is_blocked: AtomicBool,
    /// The client was told to go.
    is_leaving: AtomicBool,
}

impl Streams {
    /// The client is told to go.
    pub(super) fn leave(&self) {
        self.is_leaving.store(true, Ordering::Relaxed);
        self.note();
    }

    /// What the connection is doing, and how long it may.
    pub(super) fn doing(&self, limits: &Limits) -> (u64, Duration) {
        let any = |turn| self.requests[turn as usize].load(Ordering::Relaxed) > 0;
        let (idle, write) =
            (Duration::from_millis(limits.idle_ms_max), Duration::from_millis(limits.write_ms_max));
        let longest_untaken = self.untaken.lock().unwrap_or_else(PoisonError::into_inner).first().copied();
        // Odd numbers are of one answer, even ones of the connection.
        if let Some(number) = longest_untaken {
            return (number * 2 + 1, write);
        }
        let limit = if self.is_blocked.load(Ordering::Relaxed) {
            write
        } else if any(Turn::Working) {
            // The time for its body is counted there.
            Duration::MAX
        } else if self.is_leaving.load(Ordering::Relaxed) && !any(Turn::Coming) {
            LINGER.min(idle)
        } else {
            idle
        };
        (self.changes.load(Ordering::Relaxed) * 2, limit)
    }

    /// Is nothing asked for?
    pub(super) fn is_idle(&self) -> bool {
        let blocked = self.is_blocked.load(Ordering::Relaxed);
        !blocked && self.requests.iter().all(|requests| requests.load(Ordering::Relaxed) == 0)
    }

    /// Something has changed; gives the number of the change.
    fn note(&self) -> u64 {
        self.changes.fetch_add(1, Ordering::Relaxed)
    }

    /// An answer is to be taken since the change `now`, and no longer since the change `before`.
    fn note_untaken(&self, before: Option<u64>, now: Option<u64>) {
        let mut untaken = self.untaken.lock().unwrap_or_else(PoisonError::into_inner);
        before.map(|before| untaken.remove(&before));
        untaken.extend(now);
    }

    fn note_socket(&self, is_blocked: bool) {
        if self.is_blocked.swap(is_blocked, Ordering::Relaxed) != is_blocked {
            self.note();
        }
    }
}

/// A request that is under way until this is dropped.
pub(super) struct Open {
    streams: Arc<Streams>,
    turn: Turn,
    /// Since which change the client has to take what there is of its answer.
    untaken_since: Option<u64>,
}

impl Open {
    /// A request has come.
    pub(super) fn new(streams: Arc<Streams>) -> Self {
        let open = Self { streams, turn: Turn::Working, untaken_since: None };
        open.requests(Turn::Working).fetch_add(1, Ordering::Relaxed);
        open.streams.note();
        open
    }

    fn requests(&self, turn: Turn) -> &AtomicUsize {
        &self.streams.requests[turn as usize]
    }

    fn turn(&mut self, turn: Turn) {
        self.requests(turn).fetch_add(1, Ordering::Relaxed);
        self.requests(self.turn).fetch_sub(1, Ordering::Relaxed);
        self.turn = turn;
        let number = self.streams.note();
        self.untaken(Some(number).filter(|_| turn == Turn::Untaken));
    }

    fn untaken(&mut self, since: Option<u64>) {
        self.streams.note_untaken(std::mem::replace(&mut self.untaken_since, since), since);
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.requests(self.turn).fetch_sub(1, Ordering::Relaxed);
        self.untaken(None);
        self.streams.note();
    }
}

/// The body of an answer, of which hyper asks for more when the client has room for it.
pub(super) struct Answering<B> {
    body: B,
    open: Open,
}

impl<B> Answering<B> {
    pub(super) fn new(body: B, mut open: Open) -> Self {
        open.turn(Turn::Untaken);
        Self { body, open }
    }
}

impl<B: Body + Unpin> Body for Answering<B> {
    type Data = B::Data;
    type Error = B::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<B::Data>, B::Error>>> {
        let frame = Pin::new(&mut self.body).poll_frame(cx);
        // An object may be long in coming, which is not the client's fault.
        self.open.turn(if frame.is_ready() { Turn::Untaken } else { Turn::Coming });
        frame
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// A socket of which is known whether the client takes what is sent.
pub(super) struct Watched<S> {
    socket: S,
    streams: Arc<Streams>,
}

impl<S> Watched<S> {
    pub(super) fn new(socket: S, streams: Arc<Streams>) -> Self {
        Self { socket, streams }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Watched<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.socket).poll_read(cx, buffer)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Watched<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.socket).poll_write(cx, bytes);
        self.streams.note_socket(written.is_pending());
        written
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.socket).poll_write_vectored(cx, slices);
        self.streams.note_socket(written.is_pending());
        written
    }

    fn is_write_vectored(&self) -> bool {
        self.socket.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let flushed = Pin::new(&mut self.socket).poll_flush(cx);
        self.streams.note_socket(flushed.is_pending());
        flushed
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.socket).poll_shutdown(cx)
    }
}
