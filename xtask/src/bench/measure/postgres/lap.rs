//! A lap: so long under one load, what it gave, and what the nodes, the database and the load itself used of the cores.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::super::load::{Load, Outcome, Until, Work};
use super::super::machine::{Usage, cpu_time, cpu_time_with_children};
use super::super::round::median;
use super::super::server::Server;
use super::database::Database;

/// Requests of each connection that open a lap and are not counted.
const LEAD_IN: u64 = 4;

/// What a lap gave and cost.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) struct Lap {
    pub(super) requests_per_s: f64,
    pub(super) p50_ms: f64,
    pub(super) p99_ms: f64,
    /// Cores that the nodes used.
    pub(super) nodes: f64,
    /// Cores that the database used.
    pub(super) database: f64,
    /// Cores that the load used, or pgbench.
    pub(super) load: f64,
    /// Share of the two cores that other programs used.
    pub(super) others: f64,
}

/// What a load gave.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rate {
    pub(super) requests_per_s: f64,
    pub(super) p50_ms: f64,
    pub(super) p99_ms: f64,
}

impl From<&Outcome> for Rate {
    fn from(outcome: &Outcome) -> Self {
        let ms = |quantile| outcome.latency.value_at_quantile(quantile) as f64 / 1_000_000.0;
        let requests_per_s = outcome.requests as f64 / outcome.wall.as_secs_f64();
        Self { requests_per_s, p50_ms: ms(0.5), p99_ms: ms(0.99) }
    }
}

impl Lap {
    /// Measures `run`.
    pub(super) fn measure(
        nodes: &[&Server],
        database: &Database,
        run: impl FnOnce() -> anyhow::Result<Rate>,
    ) -> anyhow::Result<Self> {
        let used = || -> anyhow::Result<[Duration; 3]> {
            let nodes = nodes.iter().map(|node| cpu_time(node.pid())).sum::<anyhow::Result<Duration>>()?;
            Ok([nodes, database.cpu_time()?, cpu_time_with_children(std::process::id())?])
        };
        let before = used()?;
        let (usage, begun) = (Usage::of(before.iter().sum())?, std::time::Instant::now());
        let rate = run()?;
        let (wall, after) = (begun.elapsed().as_secs_f64(), used()?);
        let others = Usage::of(after.iter().sum())?.share_of_others(usage);
        let cores = |n: usize| after[n].saturating_sub(before[n]).as_secs_f64() / wall;
        let Rate { requests_per_s, p50_ms, p99_ms } = rate;
        Ok(Self {
            requests_per_s,
            p50_ms,
            p99_ms,
            nodes: cores(0),
            database: cores(1),
            load: cores(2),
            others,
        })
    }

    /// Keeps a request under way on each of so many connections to each node.
    pub(super) fn closed(
        nodes: &[&Server],
        database: &Database,
        connections: usize,
        work: &mut dyn Work,
        time: Duration,
    ) -> anyhow::Result<Self> {
        let addresses: Vec<_> = nodes.iter().map(|node| node.address).collect();
        let mut load = Load::connect_to_all(&addresses, connections)?;
        load.run(work, Until::Requests(LEAD_IN * (connections * nodes.len()) as u64))?;
        Self::measure(nodes, database, || Ok(Rate::from(&load.run(work, Until::Time(time))?)))
    }

    /// CPU milliseconds of the nodes for each request: CPU seconds for 1,000 of them.
    pub(super) fn node_ms(&self) -> f64 {
        self.nodes / self.requests_per_s * 1_000.0
    }

    /// The same of the database.
    pub(super) fn database_ms(&self) -> f64 {
        self.database / self.requests_per_s * 1_000.0
    }

    /// Value by value the median of several laps.
    pub(super) fn median(laps: &[Self]) -> Self {
        let of = |value: fn(&Self) -> f64| median(laps.iter().map(value).collect());
        Self {
            requests_per_s: of(|lap| lap.requests_per_s),
            p50_ms: of(|lap| lap.p50_ms),
            p99_ms: of(|lap| lap.p99_ms),
            nodes: of(|lap| lap.nodes),
            database: of(|lap| lap.database),
            load: of(|lap| lap.load),
            others: of(|lap| lap.others),
        }
    }

    /// In a line.
    pub(super) fn told(&self) -> String {
        format!(
            "{:.0}/s, p50 {:.2} ms, p99 {:.2} ms; cores: nodes {:.2}, database {:.2}, load {:.2}; others {:.1} %",
            self.requests_per_s,
            self.p50_ms,
            self.p99_ms,
            self.nodes,
            self.database,
            self.load,
            self.others * 100.0
        )
    }
}
