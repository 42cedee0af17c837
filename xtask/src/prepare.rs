//! `cargo xtask prepare`: what the last steps of `test` need. It is made while the tests run, which wait for most of their
//! time: for servers, leases and disks.

use std::fs::{self, File};
use std::process::{Child, Command};
use std::thread;

use anyhow::{Context, anyhow, bail};

use crate::{clients, fuzz, install};

/// What it says.
const LOG: &str = "target/prepare.log";
/// It gives way to whatever else wants a processor.
const LOWEST_PRIORITY: &str = "19";

/// Makes all of it; what is there is not made again.
pub(crate) fn run(_arguments: &[String]) -> anyhow::Result<()> {
    thread::scope(|scope| {
        // They wait for the network most of the time.
        let installing = scope.spawn(clients::install);
        install::cargo_deny()?;
        fuzz::build()?;
        installing.join().map_err(|_| anyhow!("an installation panicked"))?
    })
}

/// A `prepare` that goes on beside what this process does.
#[derive(Default)]
pub(crate) struct Preparation(Option<Child>);

impl Preparation {
    /// Begins it. Should this process end before it, it goes on: the next one will need it.
    pub(crate) fn begin(&mut self) -> anyhow::Result<()> {
        fs::create_dir_all("target")?;
        let log = File::create(LOG).with_context(|| format!("cannot write {LOG}"))?;
        let mut prepare = Command::new("nice");
        prepare.args(["-n", LOWEST_PRIORITY]).arg(std::env::current_exe()?).arg("prepare");
        let prepare = prepare.stdout(log.try_clone()?).stderr(log).spawn();
        self.0 = Some(prepare.context("cannot start `nice`")?);
        println!("    It goes on beside the next steps, and says so in {LOG}");
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
