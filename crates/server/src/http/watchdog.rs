//! Timeouts of a connection: a slow head, an idle connection, an answer that is not taken.
//!
//! The connection only notes what it is doing; a timer looks now and then whether it has been doing the same thing for
//! too long. So no request pays for a timer or a look at the clock.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use tokio::time::{Instant, sleep};

use crate::config::Limits;

/// What a connection is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    /// Waiting for a request.
    Idle = 0,
    /// Has part of a request.
    Head = 1,
    /// Has a request and works on it; the time for its body is counted there.
    Working = 2,
    /// Has an answer that the client does not take.
    Blocked = 3,
    /// Has refused, and waits for the client to hear it.
    Lingering = 4,
}

const PHASES: u64 = 8;

/// What a connection is doing, and for the how many-th time it began something new.
#[derive(Debug, Default)]
pub(super) struct Watch(AtomicU64);

impl Watch {
    pub(super) fn phase(&self) -> Phase {
        match self.0.load(Ordering::Relaxed) % PHASES {
            0 => Phase::Idle,
            1 => Phase::Head,
            2 => Phase::Working,
            3 => Phase::Blocked,
            _ => Phase::Lingering,
        }
    }

    /// Begins something new. Only the task of the connection does.
    pub(super) fn begin(&self, phase: Phase) {
        let count = self.0.load(Ordering::Relaxed) / PHASES;
        self.0.store((count.wrapping_add(1) << 3) | phase as u64, Ordering::Relaxed);
    }

    pub(super) fn request_begins(&self) {
        self.begin(Phase::Working);
    }

    pub(super) fn request_ends(&self) {
        self.begin(Phase::Idle);
    }

    /// What the connection is doing, and how long it may.
    pub(super) fn doing(&self, limits: &Limits) -> (u64, Duration) {
        let limit = match self.phase() {
            Phase::Idle => Duration::from_millis(limits.idle_ms_max),
            Phase::Head => Duration::from_millis(limits.head_ms_max),
            Phase::Working => Duration::MAX,
            Phase::Blocked => Duration::from_millis(limits.write_ms_max),
            Phase::Lingering => LINGER,
        };
        (self.0.load(Ordering::Relaxed), limit)
    }
}

/// How long a refused client may go on sending, and one that is told to go may stay.
pub(super) const LINGER: Duration = Duration::from_secs(5);

/// Returns when a connection has been doing the same thing for too long. `look` tells what it is doing, as a number that is
/// another one when it does something new, and how long it may.
pub(super) async fn overdue(limits: &Limits, look: impl Fn() -> (u64, Duration)) {
    let shortest = limits.idle_ms_max.min(limits.head_ms_max).min(limits.write_ms_max);
    let look_every = Duration::from_millis((shortest / 8).clamp(10, 1_000));
    let (mut seen, mut since) = (look().0, Instant::now());
    loop {
        sleep(look_every).await;
        let (now, limit) = look();
        if now != seen {
            (seen, since) = (now, Instant::now());
        } else if since.elapsed() >= limit {
            return;
        }
    }
}
