//! An open load: requests come at their own rate, whether or not those before them are answered.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use anyhow::ensure;
use hdrhistogram::Histogram;
use mio::Events;

use super::{ANSWER_TIMEOUT, Got, Load, Work, new_histogram, seconds};

/// How often one looks whether a request is due, when no answer comes.
const LOOK_EVERY: Duration = Duration::from_millis(1);

/// What came of an open load.
pub(in crate::bench::measure) struct Offered {
    pub(in crate::bench::measure) wall: Duration,
    /// Requests that were due.
    pub(in crate::bench::measure) due: u64,
    /// Of those: not sent, for every connection was still waiting for an answer.
    pub(in crate::bench::measure) unsent: u64,
    /// Turned away.
    pub(in crate::bench::measure) refused: u64,
    /// Of the others, from when they were due until their answer was read, in nanoseconds.
    pub(in crate::bench::measure) latency: Histogram<u64>,
}

impl Load {
    /// Lets `rate` requests a second be due for so long, evenly, each on the connection that has been idle longest; then
    /// waits for the last answers. One that finds no idle connection is given up: so many clients has the load.
    pub(in crate::bench::measure) fn offer(
        &mut self,
        work: &mut dyn Work,
        rate: f64,
        time: Duration,
    ) -> anyhow::Result<Offered> {
        let (begun, mut events) = (Instant::now(), Events::with_capacity(self.connections.len()));
        let mut offered = Offered { wall: time, due: 0, unsent: 0, refused: 0, latency: new_histogram()? };
        let mut idle: VecDeque<usize> = (0..self.connections.len()).collect();
        let mut last_answer = begun;
        loop {
            let (elapsed, now) = (begun.elapsed(), seconds()?);
            while offered.due < (elapsed.min(time).as_secs_f64() * rate) as u64 {
                let at = begun + Duration::from_secs_f64(offered.due as f64 / rate);
                offered.due += 1;
                match idle.pop_front() {
                    Some(n) => {
                        self.connections[n].send(work, now)?;
                        self.connections[n].sent_at = at;
                    }
                    None => offered.unsent += 1,
                }
            }
            if elapsed >= time && idle.len() == self.connections.len() {
                return Ok(offered);
            }
            self.poll.poll(&mut events, Some(LOOK_EVERY))?;
            for event in &events {
                let n = event.token().0;
                match self.connections[n].receive(work)? {
                    Got::Part => continue,
                    Got::Answer => offered.latency.saturating_record(self.connections[n].took()),
                    Got::Refusal => offered.refused += 1,
                }
                last_answer = Instant::now();
                idle.push_back(n);
            }
            let is_waiting = idle.len() < self.connections.len();
            ensure!(!is_waiting || last_answer.elapsed() < ANSWER_TIMEOUT, "no answer comes any more");
        }
    }
}

impl Offered {
    /// Requests that were answered as asked.
    pub(in crate::bench::measure) fn accepted(&self) -> u64 {
        self.latency.len()
    }

    pub(in crate::bench::measure) fn accepted_per_s(&self) -> f64 {
        self.accepted() as f64 / self.wall.as_secs_f64()
    }

    pub(in crate::bench::measure) fn p99_ms(&self) -> f64 {
        self.latency.value_at_quantile(0.99) as f64 / 1_000_000.0
    }

    /// The same and what `other` brought, as one.
    pub(in crate::bench::measure) fn add(&mut self, other: &Self) -> anyhow::Result<()> {
        self.wall += other.wall;
        self.due += other.due;
        self.unsent += other.unsent;
        self.refused += other.refused;
        Ok(self.latency.add(&other.latency)?)
    }
}
