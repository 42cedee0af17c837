//! A long time under a mixed load: does it grow, does it become slower?

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::super::load::{Load, Offered};
use super::super::machine::resident_mib;
use super::super::work::Life;
use super::Bench;
use super::lap::Lap;

/// Connections of the load.
pub(super) const CONNECTIONS: usize = 64;
/// What is offered, of the capacity.
pub(super) const SHARE: f64 = 0.7;
/// Where the order of families begins.
const SEED: u64 = 20_140_529;
/// Before the first third begins, of the whole time: caches fill, and the tables of nonces.
const LEAD_IN: u32 = 30;

/// What came of it.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Soaked {
    /// Mixed requests/s that the node can take.
    pub(super) capacity: f64,
    pub(super) minutes: f64,
    pub(super) thirds: [Third; 3],
}

/// A third of the time.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) struct Third {
    pub(super) requests_per_s: f64,
    pub(super) refused: u64,
    pub(super) p50_ms: f64,
    pub(super) p99_ms: f64,
    /// Resident memory of the node: the mean of what one saw.
    pub(super) resident_mib: f64,
}

pub(super) fn measure(bench: &Bench<'_>) -> anyhow::Result<Soaked> {
    let Bench { plan, database, patience, .. } = bench;
    let node = database.node(database.copy()?)?;
    let mut work = Life::new(node.address, plan.catalogue, SEED);
    let full = patience.quiet(|| {
        let lap = Lap::closed(&[&node], database, CONNECTIONS, &mut work, plan.round)?;
        Ok((lap, lap.others))
    })?;
    println!("the capacity: {}", full.told());
    let capacity = full.requests_per_s;
    let mut load = Load::connect(node.address, CONNECTIONS)?;
    load.offer(&mut work, capacity * SHARE, plan.soak / LEAD_IN)?;
    let third = plan.soak / 3;
    let mut soak = || -> anyhow::Result<Third> {
        let (mut whole, mut seen) = (None::<Offered>, Vec::new());
        let slices = third.as_millis().div_ceil(plan.soak_slice.as_millis());
        for _ in 0..slices {
            let offered = load.offer(&mut work, capacity * SHARE, plan.soak_slice)?;
            seen.push(resident_mib(node.pid())?);
            match &mut whole {
                None => whole = Some(offered),
                Some(whole) => whole.add(&offered)?,
            }
        }
        let whole = whole.ok_or_else(|| anyhow::anyhow!("no time to soak"))?;
        let third = Third::of(&whole, seen.iter().sum::<f64>() / seen.len() as f64);
        println!("after {:?}: {third:.2?}", Duration::from_secs(whole.wall.as_secs()));
        Ok(third)
    };
    let thirds = [soak()?, soak()?, soak()?];
    node.stop()?;
    Ok(Soaked { capacity, minutes: plan.soak.as_secs_f64() / 60.0, thirds })
}

impl Third {
    fn of(offered: &Offered, resident_mib: f64) -> Self {
        Self {
            requests_per_s: offered.accepted_per_s(),
            refused: offered.refused + offered.unsent,
            p50_ms: offered.latency.value_at_quantile(0.5) as f64 / 1_000_000.0,
            p99_ms: offered.p99_ms(),
            resident_mib,
        }
    }
}
