//! Ten million images: families resolved as often as they are popular, and pages of one account's images.

use std::path::Path;

use super::load::Until;
use super::machine::{Cores, anonymous_mib};
use super::resolve::CONNECTIONS;
use super::round::{Patience, Ratios, Round};
use super::server::Server;
use super::template::Shape;
use super::work::{Asked, Order, Pages, Resolve};
use super::{Plan, Stores};

/// Connections of the load that asks for pages.
pub(super) const PAGE_CONNECTIONS: usize = 4;
/// For so many rounds an order is run before it is measured: the cache is to hold what it asks for most.
pub(super) const WARM_UP_ROUNDS: u32 = 10;
/// Where the orders begin.
const SEED: u64 = 20_140_526;

/// What is asked for by pages, and what it is called.
pub(super) const ASKED: [(Asked, &str); 6] = [
    (Asked::Family, "`ImageFamily`"),
    (Asked::Build, "`Tag.1`, `build=7`: one image of each family"),
    (Asked::CommonTag, "`Tag.1`, `env=production`: every image"),
    (Asked::Name, "`ImageName`"),
    (Asked::NamePrefix, "`ImageName`, `…-123-*`: ten images"),
    (Asked::CommonPrefix, "`ImageName`, `hangzhou-*`: every image"),
];

/// Families resolved over the huge store and, in turns, over the small one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Beside {
    pub(super) huge: Round,
    pub(super) of_small: Ratios,
}

/// What came of it.
pub(super) struct Huge {
    /// Each family once, from the database, in the order of the catalogue.
    pub(super) cold: Round,
    /// Families as often as they are popular.
    pub(super) zipf: Beside,
    /// Each family as often as another.
    pub(super) uniform: Beside,
    /// After these, in MiB.
    pub(super) anonymous_mib: f64,
    /// In the order of [`ASKED`].
    pub(super) pages: Vec<Round>,
}

pub(super) fn measure(
    cores: Cores,
    stores: &Stores,
    plan: &Plan,
    patience: Patience,
) -> anyhow::Result<Huge> {
    read_once(&stores.huge)?;
    let huge = Server::imagekin(cores, &stores.huge)?;
    let small = Server::imagekin(cores, &stores.small)?;
    let resolve = |server: &Server, scale, order| {
        Resolve::new(Shape::V1Get, server.address, scale, order).without_sleep()
    };
    let each_once = |server: &Server, scale: super::Scale| {
        let until = Until::Requests(u64::from(scale.families_total()));
        Round::measure(server, CONNECTIONS, &mut resolve(server, scale, Order::InTurn(0)), until)
    };
    each_once(&small, plan.small)?;
    let cold = each_once(&huge, plan.huge)?;
    println!("huge store, each family once: {:.0} per CPU second", cold.requests_per_cpu_s);
    let in_turns = |order| {
        let mut of_huge = resolve(&huge, plan.huge, order);
        let mut of_small = resolve(&small, plan.small, order);
        Round::measure(&huge, CONNECTIONS, &mut of_huge, Until::Time(plan.round * WARM_UP_ROUNDS))?;
        let (mut huge_rounds, mut small_rounds) = (Vec::new(), Vec::new());
        for _ in 0..plan.rounds {
            huge_rounds.push(round(patience, &huge, CONNECTIONS, &mut of_huge, plan)?);
            small_rounds.push(round(patience, &small, CONNECTIONS, &mut of_small, plan)?);
        }
        let beside = Beside {
            huge: Round::median(&huge_rounds),
            of_small: Ratios::median(&huge_rounds, &small_rounds),
        };
        println!("huge and small store, {order:?}: {beside:.2?}");
        super::profile::print(
            &format!("huge store, {order:?}"),
            &huge,
            CONNECTIONS,
            &mut of_huge,
            plan.round,
            &std::env::temp_dir().join("huge.data"),
        )?;
        anyhow::Ok(beside)
    };
    let zipf = in_turns(Order::Zipf(SEED))?;
    let uniform = in_turns(Order::Random(SEED))?;
    let anonymous_mib = anonymous_mib(huge.pid())?;
    read_once(&stores.huge)?;
    let pages = pages(&huge, plan, patience)?;
    huge.stop()?;
    small.stop()?;
    Ok(Huge { cold, zipf, uniform, anonymous_mib, pages })
}

/// Has the system read the database into its page cache, as far as memory goes: else the disk is measured.
fn read_once(store: &Path) -> anyhow::Result<()> {
    let mut database = std::fs::File::open(store.join("imagekin.db"))?;
    std::io::copy(&mut database, &mut std::io::sink())?;
    Ok(())
}

fn pages(huge: &Server, plan: &Plan, patience: Patience) -> anyhow::Result<Vec<Round>> {
    let mut medians = Vec::new();
    for (asked, _) in ASKED {
        let mut work = Pages::new(asked, huge.address, plan.huge);
        let one = || round(patience, huge, PAGE_CONNECTIONS, &mut work, plan);
        let rounds = std::iter::repeat_with(one).take(plan.rounds as usize);
        let median = Round::median(&rounds.collect::<anyhow::Result<Vec<_>>>()?);
        println!("a page by {asked:?}: {median:.0?}");
        medians.push(median);
    }
    Ok(medians)
}

fn round(
    patience: Patience,
    server: &Server,
    connections: usize,
    work: &mut dyn super::load::Work,
    plan: &Plan,
) -> anyhow::Result<Round> {
    patience.quiet(|| {
        let round = Round::measure(server, connections, work, Until::Time(plan.round))?;
        Ok((round, round.others))
    })
}
