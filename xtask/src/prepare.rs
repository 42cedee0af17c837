//! `cargo xtask prepare`: what the last steps of `test` need. It is made while the tests run, which wait for most of their
//! time: for servers, leases and disks.

use std::fs::{self, File};
use std::process::{Child, Command, Stdio};
use std::thread;

use anyhow::{Context, anyhow, bail};

use crate::{clients, fuzz, install};

/// What it says.
const LOG: &str = "target/prepare.log";
/// Locked by whoever prepares: of two that install at once, each would wipe what the other has.
const LOCK: &str = "target/prepare.lock";
/// It gives way to whatever else wants a processor.
const LOWEST_PRIORITY: &str = "19";

/// Makes all of it; what is there is not made again.
pub(crate) fn run(_arguments: &[String]) -> anyhow::Result<()> {
    let _alone = alone()?;
    thread::scope(|scope| {
        // They wait for the network most of the time.
        let installing = scope.spawn(clients::install);
        install::cargo_deny()?;
        fuzz::build()?;
        installing.join().map_err(|_| anyhow!("an installation panicked"))?
    })
}

/// Waits until no other process prepares, and lets none as long as what it gives is there.
pub(crate) fn alone() -> anyhow::Result<File> {
    fs::create_dir_all("target")?;
    let lock = File::create(LOCK).with_context(|| format!("cannot write {LOCK}"))?;
    lock.lock().with_context(|| format!("cannot lock {LOCK}"))?;
    Ok(lock)
}

/// A `prepare` that goes on beside what this process does.
#[derive(Default)]
pub(crate) struct Preparation(Option<Child>);

impl Preparation {
    /// Begins it.
    pub(crate) fn begin(&mut self) -> anyhow::Result<()> {
        fs::create_dir_all("target")?;
        // One that was left running goes on with the log that it had.
        let _not_there = fs::remove_file(LOG);
        let log = File::options().create(true).append(true).open(LOG);
        let log = log.with_context(|| format!("cannot write {LOG}"))?;
        let mut prepare = Command::new("nice");
        prepare.args(["-n", LOWEST_PRIORITY]).arg(std::env::current_exe()?).arg("prepare");
        let prepare = prepare.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log).spawn();
        self.0 = Some(prepare.context("cannot start `nice`")?);
        println!("    It goes on beside the next steps; what it says is in {LOG}");
        Ok(())
    }

    /// Waits until it is done, and shows what it said if it failed.
    pub(crate) fn end(&mut self) -> anyhow::Result<()> {
        let Some(mut prepare) = self.0.take() else { return Ok(()) };
        let status = prepare.wait()?;
        if !status.success() {
            bail!("{}\n{status}; to run it alone:\n    cargo xtask prepare", fs::read_to_string(LOG)?);
        }
        Ok(())
    }
}

/// A step has failed before it was done: it goes on, for the next run needs it.
impl Drop for Preparation {
    fn drop(&mut self) {
        if let Some(prepare) = &mut self.0
            && matches!(prepare.try_wait(), Ok(None))
        {
            println!("\n`cargo xtask prepare` goes on for the next run; what it says is in {LOG}");
        }
    }
}
