//! Families resolved by one node, in turns with pgbench; and by a node that knows no key yet.

use serde::{Deserialize, Serialize};

use super::super::load::{Load, Until};
use super::super::profile;
use super::super::template::Shape;
use super::super::work::{Order, Resolve};
use super::Bench;
use super::database::{CATALOGUE, WIDE};
use super::lap::{Lap, Rate};
use super::pgbench::Script;

/// Connections of the load, and of pgbench.
pub(super) const CONNECTIONS: usize = 32;
/// Where the order of families begins.
const SEED: u64 = 20_140_526;

/// What came of it: medians.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Resolved {
    pub(super) pgbench: Lap,
    pub(super) node: Lap,
    /// By RAM users, each with a policy of fifty statements; `None` where it was measured before there was this one.
    #[serde(default)]
    pub(super) user: Option<Lap>,
    /// Each request is the first of its access key.
    pub(super) first_of_key: Lap,
}

pub(super) fn measure(bench: &Bench<'_>) -> anyhow::Result<Resolved> {
    let Bench { plan, database, patience, .. } = bench;
    let node = database.node(CATALOGUE)?;
    let mut work = Resolve::new(Shape::V1Get, node.address, plan.catalogue, Order::Random(SEED));
    let of_users = Resolve::new(Shape::V1Get, node.address, plan.catalogue, Order::Random(SEED));
    let mut of_users = of_users.by_users();
    let on_node = |work: &mut Resolve| Lap::closed(&[&node], database, CONNECTIONS, work, plan.round);
    // Warms both up, and shows the statement.
    on_node(&mut of_users)?;
    on_node(&mut work)?;
    let script = Script::as_a_node_asks(database, plan.catalogue)?;
    let by_pgbench = || Lap::measure(&[], database, || script.run(database, CONNECTIONS, plan.round));
    by_pgbench()?;
    let (mut pgbench, mut nodes, mut users) = (Vec::new(), Vec::new(), Vec::new());
    for turn in 1..=plan.rounds {
        pgbench.push(patience.quiet(|| by_pgbench().map(|lap| (lap, lap.others)))?);
        nodes.push(patience.quiet(|| on_node(&mut work).map(|lap| (lap, lap.others)))?);
        users.push(patience.quiet(|| on_node(&mut of_users).map(|lap| (lap, lap.others)))?);
        for (name, laps) in [("pgbench", &pgbench), ("node", &nodes), ("node, RAM users", &users)] {
            println!("round {turn}: {name}: {}", laps.last().map(Lap::told).unwrap_or_default());
        }
    }
    let file = database.scratch().join("resolve.data");
    profile::print("resolving on PostgreSQL", &node, CONNECTIONS, &mut work, plan.round, &file)?;
    node.stop()?;
    let first_of_key = first_of_key(bench)?;
    let user = Some(Lap::median(&users));
    Ok(Resolved { pgbench: Lap::median(&pgbench), node: Lap::median(&nodes), user, first_of_key })
}

/// A node that has just been started is asked once by each of many accounts.
fn first_of_key(bench: &Bench<'_>) -> anyhow::Result<Lap> {
    let Bench { plan, database, patience, .. } = bench;
    let lap = patience.quiet(|| {
        let node = database.node(WIDE)?;
        let mut work = Resolve::new(Shape::V1Get, node.address, plan.wide, Order::InTurn(0));
        let mut load = Load::connect(node.address, CONNECTIONS)?;
        let until = Until::Requests(u64::from(plan.wide.accounts));
        let lap = Lap::measure(&[&node], database, || Ok(Rate::from(&load.run(&mut work, until)?)))?;
        node.stop()?;
        Ok((lap, lap.others))
    })?;
    println!("each request the first of its key: {}", lap.told());
    Ok(lap)
}
