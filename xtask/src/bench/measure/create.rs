//! Images made durably, in turns with the one-row commits that the same folder can take.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::Context;

use super::load::Until;
use super::machine::{Cores, Usage};
use super::round::{Patience, Round, median};
use super::server::Server;
use super::work::Create;
use super::{Plan, Stores};

/// Connections of the load.
pub(super) const CONNECTIONS: usize = 64;

/// What came of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Created {
    /// One-row commits, one after another.
    pub(super) commits_per_s: f64,
    /// CreateImage.
    pub(super) round: Round,
}

/// Works on a copy of the large store, which stays as it is.
pub(super) fn measure(
    cores: Cores,
    stores: &Stores,
    plan: &Plan,
    patience: Patience,
) -> anyhow::Result<Created> {
    let copy = stores.large.with_extension("copy");
    copy_store(&stores.large, &copy)?;
    let server = Server::imagekin(cores, &copy)?;
    let mut work = Create::new(server.address, plan.large);
    let (mut commits, mut rounds) = (Vec::new(), Vec::new());
    for turn in 1..=plan.rounds {
        let one_row = || cores.on_server(|| one_row_commits(&copy, plan.round))?;
        let rate = patience.quiet(one_row)?;
        commits.push(rate);
        let round = patience.quiet(|| {
            let round = Round::measure(&server, CONNECTIONS, &mut work, Until::Time(plan.round))?;
            Ok((round, round.others))
        })?;
        println!(
            "round {turn}: {rate:.0} one-row commits/s; CreateImage: {:.0} requests/s",
            round.requests_per_s
        );
        rounds.push(round);
    }
    let file = std::env::temp_dir().join("create.data");
    super::profile::print("CreateImage", &server, CONNECTIONS, &mut work, plan.round, &file)?;
    server.stop()?;
    std::fs::remove_dir_all(&copy)?;
    Ok(Created { commits_per_s: median(commits), round: Round::median(&rounds) })
}

/// Copies the files of a store, and waits until they are on the disk.
fn copy_store(from: &Path, to: &Path) -> anyhow::Result<()> {
    if to.exists() {
        std::fs::remove_dir_all(to)?;
    }
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            let target = to.join(entry.file_name());
            std::fs::copy(entry.path(), &target)?;
            std::fs::File::open(&target)?.sync_all()?;
        }
    }
    Ok(())
}

/// Rows that one connection to SQLite inserts and commits one by one, durably, in a second; and the share of the
/// cores that other programs used meanwhile.
fn one_row_commits(folder: &Path, time: Duration) -> anyhow::Result<(f64, f64)> {
    let file = folder.join("one-row.db");
    let database = rusqlite::Connection::open(&file).context("one-row.db")?;
    database.pragma_update(None, "journal_mode", "WAL")?;
    database.pragma_update(None, "synchronous", "FULL")?;
    database.execute("CREATE TABLE IF NOT EXISTS rows (id INTEGER PRIMARY KEY, text TEXT NOT NULL)", [])?;
    let mut insert = database.prepare("INSERT INTO rows (text) VALUES (?1)")?;
    let text = "an image".repeat(32);
    let (usage, begun, mut rows) = (Usage::now(&[])?, Instant::now(), 0_u32);
    while begun.elapsed() < time {
        insert.execute([&text])?;
        rows += 1;
    }
    let rate = f64::from(rows) / begun.elapsed().as_secs_f64();
    let others = Usage::now(&[])?.share_of_others(usage);
    drop(insert);
    drop(database);
    std::fs::remove_file(&file)?;
    Ok((rate, others))
}
