//! The body of an object request. The bytes of an object may be many and may take their time, but they must go on; any other body
//! has a time in which it must have come.

use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use hyper::body::{Body, Frame, Incoming, SizeHint};
use tokio::time::{Instant, Sleep, sleep};

use crate::config::Limits;

/// How long the bytes of an object are waited for before it is looked at how many have come; then again.
const PACE_WINDOW: Duration = Duration::from_secs(60);
/// So many bytes must have come in each such time: about 1 KiB in a second, at which a disk image would take weeks. Who sends
/// byte by byte would keep a place for days.
const PACE_BYTES_MIN: usize = 64 * 1024;

/// A body that is an error when it comes too late.
pub(super) struct Upload<B = Incoming> {
    shared: Arc<Shared<B>>,
    pace: Pace,
    /// The time for the whole body, or for the next piece of an object.
    time_max: Duration,
    /// When that is over.
    deadline: Pin<Box<Sleep>>,
}

/// What is left of a body when its request is answered.
pub(super) struct Rest<B = Incoming>(Arc<Shared<B>>);

struct Shared<B> {
    incoming: Mutex<B>,
    /// Has anybody asked for it?
    begun: AtomicBool,
    arrival: Arc<Arrival>,
}

/// What is known of how a body comes.
#[derive(Debug, Default)]
pub(super) struct Arrival {
    /// It is the bytes of an object, of whom may put one there.
    is_object: AtomicBool,
    is_late: AtomicBool,
}

impl Arrival {
    /// It is known to be the bytes of an object, of whom may put one there: it may take its time.
    pub(super) fn know_object(&self) {
        self.is_object.store(true, Ordering::Relaxed);
    }

    fn is_object(&self) -> bool {
        self.is_object.load(Ordering::Relaxed)
    }

    /// Did it come too late?
    pub(super) fn is_late(&self) -> bool {
        self.is_late.load(Ordering::Relaxed)
    }
}

/// Why a body ends early.
#[derive(Debug, thiserror::Error)]
pub(super) enum BodyError {
    #[error("the body did not come in time")]
    Late,
    #[error(transparent)]
    Broken(#[from] hyper::Error),
}

/// How fast the bytes of an object come. Only the time counts in which they are waited for: that this machine is slow to take
/// them is not their sender's fault.
#[derive(Debug, Default)]
struct Pace {
    waits_since: Option<Instant>,
    /// Since it was looked at last.
    waited: Duration,
    bytes: usize,
}

impl Pace {
    /// They are waited for; from now on?
    fn waits(&mut self, now: Instant) -> bool {
        let is_new = self.waits_since.is_none();
        self.waits_since.get_or_insert(now);
        is_new
    }

    /// Some came: are they too few by now?
    fn is_too_slow(&mut self, bytes: usize, now: Instant) -> bool {
        if let Some(since) = self.waits_since.take() {
            self.waited += now.duration_since(since);
        }
        self.bytes += bytes;
        if self.waited < PACE_WINDOW {
            return false;
        }
        // What came fast before is no excuse for later.
        let came = std::mem::take(self).bytes;
        came < PACE_BYTES_MIN
    }
}

impl<B> Upload<B> {
    pub(super) fn new(incoming: B, limits: &Limits) -> (Self, Rest<B>) {
        let (incoming, arrival) = (Mutex::new(incoming), Arc::default());
        let shared = Arc::new(Shared { incoming, begun: AtomicBool::new(false), arrival });
        let time_max = Duration::from_millis(limits.body_ms_max);
        let deadline = Box::pin(sleep(time_max));
        (Self { shared: Arc::clone(&shared), pace: Pace::default(), time_max, deadline }, Rest(shared))
    }

    /// A piece came: may there be more of them?
    fn admit(&mut self, frame: Frame<Bytes>) -> Result<Frame<Bytes>, BodyError> {
        let bytes = frame.data_ref().map_or(0, Bytes::len);
        if self.shared.arrival.is_object() && self.pace.is_too_slow(bytes, Instant::now()) {
            return Err(self.late());
        }
        Ok(frame)
    }

    /// Nothing has come yet. The time for the next piece of an object begins when that is first found: until then this machine
    /// was busy with what it had.
    fn wait(&mut self) {
        if !self.shared.arrival.is_object() {
            return;
        }
        let now = Instant::now();
        if self.pace.waits(now) {
            self.deadline.as_mut().reset(now + self.time_max);
        }
    }

    fn late(&self) -> BodyError {
        self.shared.arrival.is_late.store(true, Ordering::Relaxed);
        BodyError::Late
    }
}

impl<B: Body<Data = Bytes> + Unpin> Shared<B> {
    fn poll(&self, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, B::Error>>> {
        self.begun.store(true, Ordering::Relaxed);
        let mut incoming = self.incoming.lock().unwrap_or_else(PoisonError::into_inner);
        Pin::new(&mut *incoming).poll_frame(cx)
    }
}

impl<B> Body for Upload<B>
where
    B: Body<Data = Bytes> + Unpin,
    BodyError: From<B::Error>,
{
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        match self.shared.poll(cx) {
            Poll::Ready(Some(Ok(frame))) => Poll::Ready(Some(self.admit(frame))),
            Poll::Ready(Some(Err(error))) => Poll::Ready(Some(Err(error.into()))),
            Poll::Ready(None) => Poll::Ready(None),
            Poll::Pending => {
                self.wait();
                ready!(self.deadline.as_mut().poll(cx));
                Poll::Ready(Some(Err(self.late())))
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

impl<B> Rest<B> {
    /// What is known of how the body comes.
    pub(super) fn arrival(&self) -> Arc<Arrival> {
        Arc::clone(&self.0.arrival)
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

#[cfg(test)]
mod tests {
    use http_body_util::BodyExt;

    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    /// Pieces of so many bytes, each after so long.
    struct Dripping {
        bytes: usize,
        every: Duration,
        left: usize,
        next: Pin<Box<Sleep>>,
    }

    impl Body for Dripping {
        type Data = Bytes;
        type Error = BodyError;

        fn poll_frame(
            mut self: Pin<&mut Self>,
            cx: &mut Context<'_>,
        ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
            if self.left == 0 {
                return Poll::Ready(None);
            }
            ready!(self.next.as_mut().poll(cx));
            let next = Instant::now() + self.every;
            self.next.as_mut().reset(next);
            self.left -= 1;
            Poll::Ready(Some(Ok(Frame::data(Bytes::from(vec![b'x'; self.bytes])))))
        }
    }

    /// How much comes of a body of so many pieces, of so many bytes, each after so long; `None` where it is late. And after how
    /// many seconds that is known.
    async fn outcome(is_object: bool, pieces: usize, bytes: usize, every: Duration) -> (Option<usize>, u64) {
        let limits = Limits { body_ms_max: 30_000, ..Limits::default() };
        let body = Dripping { bytes, every, left: pieces, next: Box::pin(sleep(every)) };
        let (upload, rest) = Upload::new(body, &limits);
        if is_object {
            rest.arrival().know_object();
        }
        let began = Instant::now();
        let came = upload.collect().await.ok().map(|came| came.to_bytes().len());
        assert_eq!(came.is_none(), rest.arrival().is_late());
        (came, began.elapsed().as_secs())
    }

    #[tokio::test(start_paused = true)]
    async fn what_is_no_object_comes_in_time_as_a_whole() {
        assert_eq!(outcome(false, 10, 1_000, SECOND).await, (Some(10_000), 10));
        assert_eq!(outcome(false, 100, 1_000, SECOND).await, (None, 30));
        assert_eq!(outcome(false, 3, 1_000_000, 29 * SECOND).await, (None, 30));
    }

    #[tokio::test(start_paused = true)]
    async fn an_object_takes_its_time_and_goes_on() {
        assert_eq!(outcome(true, 1_000, 2_000, SECOND).await, (Some(2_000_000), 1_000));
        assert_eq!(
            outcome(true, 100, PACE_BYTES_MIN, 29 * SECOND).await,
            (Some(100 * PACE_BYTES_MIN), 2_900)
        );
        assert_eq!(outcome(true, 2, PACE_BYTES_MIN, 31 * SECOND).await, (None, 30));
        // Byte by byte a place would be held for days.
        assert_eq!(outcome(true, 1_000, 1, 29 * SECOND).await, (None, 87));
        assert_eq!(outcome(true, 1_000, 1_000, SECOND).await, (None, 60));
        // What is short has come by then.
        assert_eq!(outcome(true, 59, 1, SECOND).await, (Some(59), 59));
    }

    /// How much is taken of three pieces of ten bytes, where this machine takes 40 seconds before it asks for each, and the
    /// client 10 more; `None` where the body is late.
    async fn taken_slowly(is_object: bool) -> Option<usize> {
        let limits = Limits { body_ms_max: 30_000, ..Limits::default() };
        let next = Box::pin(sleep(50 * SECOND));
        let body = Dripping { bytes: 10, every: 50 * SECOND, left: 3, next };
        let (mut upload, rest) = Upload::new(body, &limits);
        if is_object {
            rest.arrival().know_object();
        }
        let mut came = 0;
        loop {
            tokio::time::advance(40 * SECOND).await;
            match upload.frame().await {
                Some(Ok(frame)) => came += frame.data_ref().map_or(0, Bytes::len),
                Some(Err(_)) => return None,
                None => return Some(came),
            }
        }
    }

    #[tokio::test(start_paused = true)]
    async fn the_time_that_this_machine_takes_is_not_the_clients() {
        assert_eq!(taken_slowly(true).await, Some(30));
        assert_eq!(taken_slowly(false).await, None, "what is no object has its time as a whole");
    }

    #[tokio::test(start_paused = true)]
    async fn only_the_time_counts_in_which_bytes_are_waited_for() {
        let mut now = Instant::now();
        let mut pace = Pace::default();
        for _ in 0..100 {
            // As where a disk takes long.
            now += 20 * SECOND;
            assert!(!pace.is_too_slow(1, now));
        }
        assert!(!pace.is_too_slow(1 << 30, now));
        let mut slow = Vec::new();
        for _ in 0..6 {
            pace.waits(now);
            now += 20 * SECOND;
            slow.push(pace.is_too_slow(1, now));
        }
        assert_eq!(slow, [false, false, false, false, false, true], "what came fast before is no excuse");
    }
}
