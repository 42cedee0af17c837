//! One round of a load on a server: what it gave and what it cost.

use std::time::{Duration, Instant};

use super::load::{Load, Until, Work};
use super::machine::{Usage, cpu_time};
use super::server::Server;

/// A round in which other programs used more than this share of the two cores is measured again.
const OTHERS_MAX: f64 = 0.03;
/// For how long one looks what others do, and then leaves them alone before one looks again.
const LOOK: Duration = Duration::from_secs(1);
const PAUSE: Duration = Duration::from_secs(4);
/// Requests of each connection that open a round and are not counted.
const LEAD_IN: u64 = 64;

/// How long one may wait for a quiet machine, over all rounds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Patience(Instant);

impl Patience {
    pub(super) fn of(time: Duration) -> Self {
        Self(Instant::now() + time)
    }

    /// Measures when the machine is quiet, and again when something disturbed it; at the end of patience the least
    /// disturbed stands. `measure` gives the share of others beside what it measures.
    pub(super) fn quiet<T>(self, mut measure: impl FnMut() -> anyhow::Result<(T, f64)>) -> anyhow::Result<T> {
        let mut best: Option<(T, f64)> = None;
        loop {
            self.wait()?;
            let (outcome, others) = measure()?;
            if best.as_ref().is_none_or(|(_, least)| others < *least) {
                best = Some((outcome, others));
            }
            match best.take() {
                Some((best, others)) if others <= OTHERS_MAX || self.is_over() => return Ok(best),
                kept => best = kept,
            }
        }
    }

    /// Waits until other programs use next to nothing of the cores.
    fn wait(self) -> anyhow::Result<()> {
        while !self.is_over() {
            let before = Usage::now(&[])?;
            std::thread::sleep(LOOK);
            let others = Usage::now(&[])?.share_of_others(before);
            if others <= OTHERS_MAX {
                break;
            }
            println!("waiting for a quiet machine: other programs use {:.0} % of the cores", others * 100.0);
            std::thread::sleep(PAUSE);
        }
        Ok(())
    }

    fn is_over(self) -> bool {
        Instant::now() >= self.0
    }
}

/// What a round gave and cost.
#[derive(Clone, Copy, Debug)]
pub(super) struct Round {
    pub(super) requests_per_s: f64,
    pub(super) requests_per_cpu_s: f64,
    /// Share of its core that the server used.
    pub(super) server_busy: f64,
    /// Share of its core that the load used, without what it looked for in vain.
    pub(super) load_busy: f64,
    pub(super) p50_us: f64,
    pub(super) p99_us: f64,
    /// Share of the two cores that other programs used.
    pub(super) others: f64,
}

impl Round {
    /// Measures one round of `work` over so many new connections.
    pub(super) fn measure(
        server: &Server,
        connections: usize,
        work: &mut dyn Work,
        until: Until,
    ) -> anyhow::Result<Self> {
        let mut load = Load::connect(server.address, connections)?;
        load.run(work, Until::Requests(LEAD_IN * connections as u64))?;
        let (pid, own) = (server.pid(), std::process::id());
        let (usage, server_before, own_before) = (Usage::now(&[pid])?, cpu_time(pid)?, cpu_time(own)?);
        let outcome = load.run(work, until)?;
        let server_cpu = (cpu_time(pid)? - server_before).as_secs_f64();
        let own_cpu = (cpu_time(own)? - own_before).as_secs_f64();
        let others = Usage::now(&[pid])?.share_of_others(usage);
        let (requests, wall) = (outcome.requests as f64, outcome.wall.as_secs_f64());
        let microseconds = |quantile| outcome.latency.value_at_quantile(quantile) as f64 / 1_000.0;
        Ok(Self {
            requests_per_s: requests / wall,
            requests_per_cpu_s: requests / server_cpu,
            server_busy: server_cpu / wall,
            load_busy: (own_cpu - outcome.looked_in_vain.as_secs_f64()) / wall,
            p50_us: microseconds(0.5),
            p99_us: microseconds(0.99),
            others,
        })
    }

    /// Value by value the median of several rounds.
    pub(super) fn median(rounds: &[Self]) -> Self {
        let of = |value: fn(&Self) -> f64| median(rounds.iter().map(value).collect());
        Self {
            requests_per_s: of(|round| round.requests_per_s),
            requests_per_cpu_s: of(|round| round.requests_per_cpu_s),
            server_busy: of(|round| round.server_busy),
            load_busy: of(|round| round.load_busy),
            p50_us: of(|round| round.p50_us),
            p99_us: of(|round| round.p99_us),
            others: of(|round| round.others),
        }
    }
}

/// What a lane gives of what another gives that it takes turns with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ratios {
    pub(super) requests_per_s: f64,
    pub(super) requests_per_cpu_s: f64,
    pub(super) p99: f64,
}

impl Ratios {
    /// Value by value the median of the ratios of each turn: what a neighbour of the machine takes changes from minute to minute,
    /// and is much the same for the rounds of one turn.
    pub(super) fn median(rounds: &[Round], others: &[Round]) -> Self {
        let of = |value: fn(&Round) -> f64| {
            median(rounds.iter().zip(others).map(|(one, other)| value(one) / value(other)).collect())
        };
        Self {
            requests_per_s: of(|round| round.requests_per_s),
            requests_per_cpu_s: of(|round| round.requests_per_cpu_s),
            p99: of(|round| round.p99_us),
        }
    }
}

/// The median; of an even number of values the higher of the middle two.
pub(super) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
