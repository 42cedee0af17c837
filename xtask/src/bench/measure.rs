//! The measurements, one after another, and what they make up together.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Context;

mod bare_hyper;
mod create;
mod huge;
mod load;
mod machine;
mod postgres;
mod profile;
mod quarter;
mod ready;
mod report;
mod resolve;
mod round;
mod seed;
mod server;
mod template;
mod work;

pub(super) use bare_hyper::bare_hyper;
use machine::Cores;
use round::Patience;
use seed::Scale;

use super::options::{Options, Store};

/// How much is measured, and for how long.
struct Plan {
    huge: Scale,
    large: Scale,
    small: Scale,
    rounds: u32,
    round: Duration,
    starts: u32,
    patience: Duration,
}

impl Plan {
    const FULL: Self = Self {
        huge: Scale { accounts: 1_000, families: 1_000, images: 10, is_copied: true },
        large: Scale { accounts: 1_000, families: 100, images: 10, is_copied: false },
        small: Scale { accounts: 1, families: 100, images: 10, is_copied: false },
        rounds: 9,
        round: Duration::from_secs(2),
        starts: 5,
        patience: Duration::from_secs(300),
    };
    const QUICK: Self = Self {
        huge: Scale { accounts: 20, families: 200, images: 10, is_copied: true },
        large: Scale { accounts: 100, families: 100, images: 2, is_copied: false },
        small: Scale { accounts: 1, families: 100, images: 10, is_copied: false },
        rounds: 1,
        round: Duration::from_secs(1),
        starts: 1,
        patience: Duration::ZERO,
    };
}

/// The folders of the stores.
struct Stores {
    huge: PathBuf,
    large: PathBuf,
    small: PathBuf,
}

/// All that was measured.
struct Measured {
    resolved: resolve::Resolved,
    huge: huge::Huge,
    ready: ready::Ready,
    created: create::Created,
}

/// Measures all that is asked for, prints it, and writes it down.
pub(super) fn run(options: &Options) -> anyhow::Result<()> {
    let folder = std::env::current_exe()?.ancestors().nth(2).context("a target folder")?.join("bench");
    std::fs::create_dir_all(&folder)?;
    match options.store {
        Store::Embedded => embedded(options.is_quick, &folder),
        Store::Postgres => postgres::run(options, &folder),
    }
}

/// The embedded store: into docs/performance.md, or for a quick run beside the stores.
fn embedded(quick: bool, folder: &Path) -> anyhow::Result<()> {
    let plan = if quick { Plan::QUICK } else { Plan::FULL };
    let store = |scale| seed::store(folder, scale);
    let large = seed::store_with_users(folder, plan.large)?;
    let stores = Stores { huge: store(plan.huge)?, large, small: store(plan.small)? };
    let (cores, patience) = (Cores::choose()?, Patience::of(plan.patience));
    let ready = ready::measure(cores, &stores, &plan)?;
    let resolved = resolve::measure(cores, &stores, &plan, patience)?;
    let huge = huge::measure(cores, &stores, &plan, patience)?;
    let created = create::measure(cores, &stores, &plan, patience)?;
    let report = report::markdown(&plan, &Measured { resolved, huge, ready, created })?;
    println!("\n{report}");
    let file = if quick { folder.join("quick.md") } else { PathBuf::from("docs/performance.md") };
    std::fs::create_dir_all("docs")?;
    std::fs::write(file, report)?;
    Ok(())
}

/// A number that looks random, and is always the same for the same seed (the finalizer of splitmix64).
fn scatter(seed: u64) -> u64 {
    let mut bits = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}
