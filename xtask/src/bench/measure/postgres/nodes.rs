//! One node and three, each held to a quarter of a core.

use serde::{Deserialize, Serialize};

use super::super::quarter::Quartered;
use super::super::server::Server;
use super::super::template::Shape;
use super::super::work::{Order, Resolve};
use super::Bench;
use super::database::CATALOGUE;
use super::lap::Lap;

/// Connections of the load to each node.
pub(super) const CONNECTIONS: usize = 16;
/// Where the order of families begins.
const SEED: u64 = 20_140_527;

/// What came of it: medians.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Nodes {
    pub(super) one: Lap,
    pub(super) three: Lap,
    /// How they are held.
    pub(super) how: String,
}

pub(super) fn measure(bench: &Bench<'_>) -> anyhow::Result<Nodes> {
    let Bench { plan, database, patience, cores, .. } = bench;
    // Three nodes and the load are too much for one core beside that of the database.
    let start = || Quartered::hold(cores.on_both(|| database.node(CATALOGUE))??, *cores);
    let nodes = [start()?, start()?, start()?];
    let all = [&nodes[0].server, &nodes[1].server, &nodes[2].server];
    let mut work = Resolve::new(Shape::V1Get, all[0].address, plan.catalogue, Order::Random(SEED));
    let mut lap = |nodes: &[&Server]| {
        patience.quiet(|| {
            let lap = Lap::closed(nodes, database, CONNECTIONS, &mut work, plan.round)?;
            Ok((lap, lap.others))
        })
    };
    lap(&all)?;
    let (mut one, mut three) = (Vec::new(), Vec::new());
    for turn in 1..=plan.rounds {
        one.push(lap(&all[..1])?);
        three.push(lap(&all)?);
        for (name, laps) in [("one node", &one), ("three nodes", &three)] {
            println!("round {turn}: {name}: {}", laps.last().map(Lap::told).unwrap_or_default());
        }
    }
    let how = nodes[0].how().to_owned();
    nodes.into_iter().try_for_each(Quartered::stop)?;
    Ok(Nodes { one: Lap::median(&one), three: Lap::median(&three), how })
}
