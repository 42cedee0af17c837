//! How soon a server on the large store is ready.

use super::load::ask;
use super::machine::Cores;
use super::round::median;
use super::server::Server;
use super::template::Shape;
use super::work::{Order, Resolve};
use super::{Plan, Stores};

/// Medians in milliseconds, from the start of the process.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ready {
    /// Until it says that it listens.
    pub(super) listening_ms: f64,
    /// Until it has answered a first request.
    pub(super) answered_ms: f64,
}

pub(super) fn measure(cores: Cores, stores: &Stores, plan: &Plan) -> anyhow::Result<Ready> {
    let (mut listening, mut answered) = (Vec::new(), Vec::new());
    for start in 0..plan.starts {
        let server = Server::imagekin(cores, &stores.large)?;
        let family = Order::InTurn(start * plan.large.families);
        ask(server.address, &mut Resolve::new(Shape::V1Get, server.address, plan.large, family))?;
        answered.push(server.started_at.elapsed().as_secs_f64() * 1_000.0);
        listening.push(server.listening_after.as_secs_f64() * 1_000.0);
        server.stop()?;
    }
    let ready = Ready { listening_ms: median(listening), answered_ms: median(answered) };
    println!("ready: {ready:.1?}");
    Ok(ready)
}
