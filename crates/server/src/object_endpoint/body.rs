//! The body of an object request: it may be long and may take its time, but it must go on.

use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use hyper::body::{Body, Frame, Incoming, SizeHint};
use tokio::time::{Instant, Sleep, sleep};

use crate::config::Limits;

/// A body that is an error when nothing of it comes for too long.
pub(super) struct Upload {
    shared: Arc<Shared>,
    idle_max: Duration,
    /// When the next piece must have come.
    deadline: Pin<Box<Sleep>>,
}

/// What is left of a body when its request is answered.
pub(super) struct Rest(Arc<Shared>);

struct Shared {
    incoming: Mutex<Incoming>,
    /// Has anybody asked for it?
    begun: AtomicBool,
}

/// Why a body ends early.
#[derive(Debug, thiserror::Error)]
pub(super) enum BodyError {
    #[error("nothing of the body came for {0:?}")]
    Stalled(Duration),
    #[error(transparent)]
    Broken(#[from] hyper::Error),
}

impl Upload {
    pub(super) fn new(incoming: Incoming, limits: &Limits) -> (Self, Rest) {
        let shared = Arc::new(Shared { incoming: Mutex::new(incoming), begun: AtomicBool::new(false) });
        let idle_max = Duration::from_millis(limits.body_ms_max);
        let upload = Self { shared: Arc::clone(&shared), idle_max, deadline: Box::pin(sleep(idle_max)) };
        (upload, Rest(shared))
    }
}

impl Shared {
    fn poll(&self, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, hyper::Error>>> {
        self.begun.store(true, Ordering::Relaxed);
        let mut incoming = self.incoming.lock().unwrap_or_else(PoisonError::into_inner);
        Pin::new(&mut *incoming).poll_frame(cx)
    }
}

impl Body for Upload {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        match self.shared.poll(cx) {
            Poll::Ready(frame) => {
                let next = Instant::now() + self.idle_max;
                self.deadline.as_mut().reset(next);
                Poll::Ready(frame.map(|frame| frame.map_err(BodyError::from)))
            }
            Poll::Pending => {
                self.deadline.as_mut().poll(cx).map(|()| Some(Err(BodyError::Stalled(self.idle_max))))
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        self.shared.incoming.lock().unwrap_or_else(PoisonError::into_inner).is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.shared.incoming.lock().unwrap_or_else(PoisonError::into_inner).size_hint()
    }
}

impl Rest {
    /// Takes in, and throws away, what the client still sends, within the limits. A client that `waits` to be asked for
    /// its body sends none.
    pub(super) async fn drain(self, limits: &Limits, waits: bool) {
        if waits && !self.0.begun.load(Ordering::Relaxed) {
            return;
        }
        let drained = async {
            let mut drained = 0;
            while drained < limits.drain_bytes_max {
                match std::future::poll_fn(|cx| self.0.poll(cx)).await {
                    Some(Ok(frame)) => drained += frame.data_ref().map_or(0, Bytes::len),
                    _ => return,
                }
            }
        };
        let _ = tokio::time::timeout(Duration::from_millis(limits.body_ms_max), drained).await;
    }
}
