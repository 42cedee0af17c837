//! The measurements on PostgreSQL. Each part keeps what it has measured, so that one can be measured again by itself; the
//! reports are put together from what is kept.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::Context;
use jiff::Timestamp;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::super::options::{Options, Part};
use super::machine::Cores;
use super::round::Patience;
use super::seed::Scale;

mod create;
mod database;
mod lap;
mod nodes;
mod overload;
mod pgbench;
mod report;
mod resolve;
mod scale;
mod soak;

use database::Database;

/// How much is measured, and for how long.
struct Plan {
    /// Accounts with many families each.
    catalogue: Scale,
    /// Many accounts, hardly used.
    wide: Scale,
    /// The embedded store that is overloaded, too.
    embedded: Scale,
    rounds: u32,
    round: Duration,
    soak: Duration,
    /// A soak is looked at so often.
    soak_slice: Duration,
    overload: Duration,
    /// So long one looks afterwards, every second.
    seconds_after: u32,
    patience: Duration,
}

impl Plan {
    const FULL: Self = Self {
        catalogue: Scale { accounts: 1_000, families: 100, images: 10, is_copied: true },
        wide: Scale { accounts: 100_000, families: 1, images: 1, is_copied: true },
        embedded: super::Plan::FULL.small,
        rounds: 3,
        round: Duration::from_secs(5),
        soak: Duration::from_secs(1_800),
        soak_slice: Duration::from_secs(10),
        overload: Duration::from_secs(15),
        seconds_after: 10,
        patience: Duration::from_secs(300),
    };
    const QUICK: Self = Self {
        catalogue: Scale { accounts: 50, families: 100, images: 2, is_copied: true },
        wide: Scale { accounts: 4_000, families: 1, images: 1, is_copied: true },
        embedded: super::Plan::QUICK.small,
        rounds: 1,
        round: Duration::from_secs(1),
        soak: Duration::from_secs(6),
        soak_slice: Duration::from_secs(1),
        overload: Duration::from_secs(2),
        seconds_after: 3,
        patience: Duration::ZERO,
    };
}

/// What every part measures with.
struct Bench<'b> {
    plan: &'b Plan,
    cores: Cores,
    patience: Patience,
    database: &'b Database,
    /// Where the stores are.
    folder: &'b Path,
}

/// Measures one part and keeps what came of it.
type Measure = fn(&Bench<'_>, &Kept) -> anyhow::Result<()>;

/// The parts in their order.
const PARTS: [(Part, &str, Measure); 5] = [
    (Part::Resolve, "resolve", |bench, kept| kept.write("resolve", &resolve::measure(bench)?)),
    (Part::Create, "create", |bench, kept| kept.write("create", &create::measure(bench)?)),
    (Part::Nodes, "nodes", |bench, kept| kept.write("nodes", &nodes::measure(bench)?)),
    (Part::Overload, "overload", |bench, kept| kept.write("overload", &overload::measure(bench)?)),
    (Part::Soak, "soak", |bench, kept| kept.write("soak", &soak::measure(bench)?)),
];

/// Measures what is asked for, then writes the reports: docs/performance-postgres.md and docs/scale.md, or for a quick run
/// beside what is kept.
pub(super) fn run(options: &Options, folder: &Path) -> anyhow::Result<()> {
    let (plan, name) = if options.is_quick { (Plan::QUICK, "quick") } else { (Plan::FULL, "full") };
    let kept = Kept(folder.join("postgres").join(name));
    std::fs::create_dir_all(&kept.0)?;
    let is_asked = |part| options.only.is_none_or(|only| only == part);
    let asked: Vec<_> = PARTS.into_iter().filter(|(part, ..)| is_asked(*part)).collect();
    if !asked.is_empty() {
        let (cores, patience) = (Cores::choose()?, Patience::of(plan.patience));
        let database = told("the database", || Database::start(cores, &plan))?;
        let bench = Bench { plan: &plan, cores, patience, database: &database, folder };
        for (_, name, measure) in asked {
            told(name, || measure(&bench, &kept))?;
        }
    }
    let documents = if options.is_quick { kept.0.clone() } else { PathBuf::from("docs") };
    report::write(&plan, &kept, &documents)
}

/// Says how long it took.
fn told<T>(what: &str, work: impl FnOnce() -> anyhow::Result<T>) -> anyhow::Result<T> {
    println!("\n==> {what}");
    let begun = Instant::now();
    let outcome = work().with_context(|| what.to_owned())?;
    println!("    {what}: {:.0} s", begun.elapsed().as_secs_f64());
    Ok(outcome)
}

/// The folder of what was measured, a file for each part.
struct Kept(PathBuf);

impl Kept {
    fn file(&self, part: &str) -> PathBuf {
        self.0.join(format!("{part}.json"))
    }

    fn write(&self, part: &str, measured: &impl Serialize) -> anyhow::Result<()> {
        let date = Timestamp::now().strftime("%Y-%m-%d").to_string();
        Ok(std::fs::write(self.file(part), serde_json::to_vec_pretty(&(date, measured))?)?)
    }

    /// The day on which the part was measured, and what came of it; `None` if it was not, or in another form.
    fn read<T: DeserializeOwned>(&self, part: &str) -> Option<(String, T)> {
        serde_json::from_slice(&std::fs::read(self.file(part)).ok()?).ok()
    }
}
