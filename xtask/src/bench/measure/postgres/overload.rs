//! Three times what a node can take, and what becomes of it afterwards; on PostgreSQL and on the embedded store.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::super::load::{Load, Offered, Until};
use super::super::machine::Usage;
use super::super::quarter::Quartered;
use super::super::seed::{self, Scale};
use super::super::server::Server;
use super::super::template::Shape;
use super::super::work::{Order, Resolve};
use super::Bench;
use super::database::CATALOGUE;
use super::lap::Rate;

/// Clients: more than a node works for at once, so that it has someone to turn away.
pub(super) const CLIENTS: usize = 4_096;
/// Connections with which the capacity is measured.
const CONNECTIONS: usize = 64;
/// What is offered, of the capacity: too much, and before and after that half of it.
pub(super) const TOO_MUCH: f64 = 3.0;
const HALF: f64 = 0.5;
/// p99 is as usual again when it is not more than so many times what it was before, or at least not more than this.
pub(super) const USUAL: f64 = 2.0;
pub(super) const USUAL_MS: f64 = 20.0;
/// Where the order of families begins.
const SEED: u64 = 20_140_528;

/// What came of it, for each store.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Overloads {
    pub(super) postgres: Overload,
    pub(super) embedded: Overload,
    /// How the node is held.
    pub(super) how: String,
}

/// What came of it.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Overload {
    /// Requests/s that it can take.
    pub(super) capacity: f64,
    pub(super) before: Phase,
    pub(super) during: Phase,
    /// Second by second.
    pub(super) after: Vec<Phase>,
}

/// So long under one offer; rates per second.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) struct Phase {
    pub(super) offered: f64,
    pub(super) accepted: f64,
    pub(super) refused: f64,
    /// Not sent, for every client was waiting.
    pub(super) unsent: f64,
    /// Of those that were accepted.
    pub(super) p99_ms: f64,
}

impl From<&Offered> for Phase {
    fn from(offered: &Offered) -> Self {
        let per_s = |count: u64| count as f64 / offered.wall.as_secs_f64();
        Self {
            offered: per_s(offered.due),
            accepted: per_s(offered.accepted()),
            refused: per_s(offered.refused),
            unsent: per_s(offered.unsent),
            p99_ms: offered.p99_ms(),
        }
    }
}

impl Overload {
    /// Seconds after which nothing is refused any more and answers come as soon as before; `None` if it does not get so far.
    pub(super) fn recovery_s(&self) -> Option<usize> {
        let usual = (self.before.p99_ms * USUAL).max(USUAL_MS);
        let is_usual = |phase: &Phase| phase.refused + phase.unsent == 0.0 && phase.p99_ms <= usual;
        let unusual = self.after.iter().rposition(|phase| !is_usual(phase)).map_or(0, |second| second + 1);
        (unusual < self.after.len()).then_some(unusual)
    }
}

pub(super) fn measure(bench: &Bench<'_>) -> anyhow::Result<Overloads> {
    let Bench { plan, database, cores, folder, .. } = bench;
    rustix::process::setrlimit(rustix::process::Resource::Nofile, files())?;
    let node = Quartered::hold(cores.on_server(|| database.node(CATALOGUE))??, *cores)?;
    let how = node.how().to_owned();
    let postgres = overload(bench, &node.server, plan.catalogue)?;
    node.stop()?;
    let store = seed::store(folder, plan.embedded)?;
    let node = Quartered::hold(Server::imagekin(*cores, &store)?, *cores)?;
    let embedded = overload(bench, &node.server, plan.embedded)?;
    node.stop()?;
    Ok(Overloads { postgres, embedded, how })
}

/// As many open files as are allowed, for this process and those that it starts.
fn files() -> rustix::process::Rlimit {
    let limit = rustix::process::getrlimit(rustix::process::Resource::Nofile);
    rustix::process::Rlimit { current: limit.maximum, ..limit }
}

fn overload(bench: &Bench<'_>, node: &Server, scale: Scale) -> anyhow::Result<Overload> {
    let plan = bench.plan;
    let mut work = Resolve::new(Shape::V1Get, node.address, scale, Order::Random(SEED));
    let capacity = bench.patience.quiet(|| {
        let mut few = Load::connect(node.address, CONNECTIONS)?;
        few.run(&mut work, Until::Requests(10 * CONNECTIONS as u64))?;
        let usage = Usage::now(&[node.pid()])?;
        let rate = Rate::from(&few.run(&mut work, Until::Time(plan.round))?).requests_per_s;
        Ok((rate, Usage::now(&[node.pid()])?.share_of_others(usage)))
    })?;
    let mut clients = Load::connect(node.address, CLIENTS)?;
    let mut offer = |share: f64, time: Duration| {
        let phase = Phase::from(&clients.offer(&mut work, capacity * share, time)?);
        println!("{share} of {capacity:.0}/s: {phase:.1?}");
        anyhow::Ok(phase)
    };
    // Many connections are new, and what is slow at first is not what is usual.
    offer(HALF, plan.round)?;
    let before = offer(HALF, plan.round)?;
    let during = offer(TOO_MUCH, plan.overload)?;
    let after = (0..plan.seconds_after).map(|_| offer(HALF, Duration::from_secs(1)));
    let after = after.collect::<anyhow::Result<Vec<_>>>()?;
    Ok(Overload { capacity, before, during, after })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recovered_is_who_stays_so() {
        let phase = |refused, p99_ms| Phase { offered: 9.0, accepted: 9.0, refused, unsent: 0.0, p99_ms };
        let recovery = |after: &[Phase]| {
            let overload = Overload {
                capacity: 9.0,
                before: phase(0.0, 30.0),
                during: phase(1.0, 9.0),
                after: after.to_vec(),
            };
            overload.recovery_s()
        };
        let (usual, slow, refusing) = (phase(0.0, 60.0), phase(0.0, 61.0), phase(1.0, 5.0));
        assert_eq!(recovery(&[usual, usual]), Some(0));
        assert_eq!(recovery(&[usual, slow, usual]), Some(2));
        assert_eq!(recovery(&[usual, refusing]), None);
    }
}
