//! Families resolved: signed in each way, over a large and a small store, in turns with bare hyper.

use super::load::{Until, ask};
use super::machine::{Cores, anonymous_mib};
use super::round::{Patience, Ratios, Round};
use super::server::Server;
use super::template::Shape;
use super::work::{Order, Resolve};
use super::{Plan, Stores};

/// Connections of the load.
pub(super) const CONNECTIONS: usize = 32;
/// Where the order of families begins.
const SEED: u64 = 20_140_526;

/// What is measured in turns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lane {
    /// Bare hyper.
    Hyper,
    /// `imagekin` on the large store.
    Large(Shape),
    /// The same, called by RAM users, each with a policy of fifty statements.
    User(Shape),
    /// `imagekin` on the small store.
    Small(Shape),
}

impl Lane {
    const ALL: [Self; 8] = [
        Self::Hyper,
        Self::Large(Shape::V1Get),
        Self::Large(Shape::V1Form),
        Self::Large(Shape::V3),
        Self::User(Shape::V1Get),
        Self::User(Shape::V3),
        Self::Small(Shape::V1Get),
        Self::Small(Shape::V3),
    ];
}

/// What came of it.
pub(super) struct Resolved {
    /// Turn by turn.
    pub(super) lanes: Vec<(Lane, Vec<Round>)>,
    /// The first time that each family is resolved.
    pub(super) cold: Round,
    /// After all rounds, in MiB.
    pub(super) anonymous_mib: f64,
    /// Bytes of an answer.
    pub(super) answer_bytes: usize,
}

impl Resolved {
    /// The medians of a lane.
    pub(super) fn lane(&self, wanted: Lane) -> Round {
        Round::median(self.rounds(wanted))
    }

    /// What a lane gives of what another gives.
    pub(super) fn of(&self, lane: Lane, other: Lane) -> Ratios {
        Ratios::median(self.rounds(lane), self.rounds(other))
    }

    fn rounds(&self, wanted: Lane) -> &[Round] {
        self.lanes.iter().find(|(lane, _)| *lane == wanted).map_or(&[], |(_, rounds)| rounds)
    }
}

/// The servers under measurement, all on one core; those whose turn it is not are idle.
struct Servers {
    hyper: Server,
    large: Server,
    small: Server,
}

pub(super) fn measure(
    cores: Cores,
    stores: &Stores,
    plan: &Plan,
    patience: Patience,
) -> anyhow::Result<Resolved> {
    let large = Server::imagekin(cores, &stores.large)?;
    let small = Server::imagekin(cores, &stores.small)?;
    let first = Order::InTurn(0);
    let answer = ask(large.address, &mut Resolve::new(Shape::V1Get, large.address, plan.large, first))?;
    let servers = Servers { hyper: Server::bare_hyper(cores, &answer)?, large, small };
    let cold = warm_up(&servers, plan)?;
    let mut lanes: Vec<(Lane, Vec<Round>)> = Lane::ALL.map(|lane| (lane, Vec::new())).to_vec();
    let mut works: Vec<Resolve> = Lane::ALL.iter().map(|lane| work(*lane, &servers, plan)).collect();
    for turn in 1..=plan.rounds {
        for ((lane, rounds), work) in lanes.iter_mut().zip(&mut works) {
            let server = server(*lane, &servers);
            let until = Until::Time(plan.round);
            let round = patience.quiet(|| {
                let round = Round::measure(server, CONNECTIONS, work, until)?;
                Ok((round, round.others))
            })?;
            println!(
                "round {turn}: {lane:?}: {:.0} requests/s, {:.0} per CPU second, p99 {:.0} µs",
                round.requests_per_s, round.requests_per_cpu_s, round.p99_us
            );
            rounds.push(round);
        }
    }
    for (lane, work) in Lane::ALL.iter().zip(&mut works) {
        let file = std::env::temp_dir().join(format!("{lane:?}.data"));
        super::profile::print(
            &format!("{lane:?}"),
            server(*lane, &servers),
            CONNECTIONS,
            work,
            plan.round,
            &file,
        )?;
    }
    let anonymous_mib = anonymous_mib(servers.large.pid())?;
    let answer_bytes = answer.len();
    servers.large.stop()?;
    servers.small.stop()?;
    Ok(Resolved { lanes, cold, anonymous_mib, answer_bytes })
}

/// Resolves every family of both stores once.
fn warm_up(servers: &Servers, plan: &Plan) -> anyhow::Result<Round> {
    let mut cold = None;
    for (server, scale) in [(&servers.small, plan.small), (&servers.large, plan.large)] {
        let mut work = Resolve::new(Shape::V1Get, server.address, scale, Order::InTurn(0));
        let until = Until::Requests(u64::from(scale.families_total()));
        cold = Some(Round::measure(server, CONNECTIONS, &mut work, until)?);
    }
    cold.ok_or_else(|| anyhow::anyhow!("no store"))
}

fn server(lane: Lane, servers: &Servers) -> &Server {
    match lane {
        Lane::Hyper => &servers.hyper,
        Lane::Large(_) | Lane::User(_) => &servers.large,
        Lane::Small(_) => &servers.small,
    }
}

fn work(lane: Lane, servers: &Servers, plan: &Plan) -> Resolve {
    let (address, order) = (server(lane, servers).address, Order::Random(SEED));
    let work = match lane {
        Lane::Hyper => Resolve::new(Shape::Unsigned, address, plan.large, order).of_one_answer(),
        Lane::Large(shape) => Resolve::new(shape, address, plan.large, order),
        Lane::User(shape) => Resolve::new(shape, address, plan.large, order).by_users(),
        Lane::Small(shape) => Resolve::new(shape, address, plan.small, order),
    };
    work.without_sleep()
}
