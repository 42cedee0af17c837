//! Where a server's time goes under a load, as `perf` samples it.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use super::load::{Load, Until, Work};
use super::server::Server;

/// Samples of one CPU second.
const SAMPLES_PER_S: &str = "4999";

/// Functions that are told of each profile.
const FUNCTIONS_TOLD: usize = 20;

/// Samples `server` for so long under `work`, and prints where its time went, the greatest share first; or that `perf`
/// cannot be had.
pub(super) fn print(
    what: &str,
    server: &Server,
    connections: usize,
    work: &mut dyn Work,
    time: Duration,
    file: &Path,
) -> anyhow::Result<()> {
    let mut load = Load::connect(server.address, connections)?;
    load.run(work, Until::Requests(1_000))?;
    let mut record = Command::new("perf");
    record.args([
        "record",
        "--quiet",
        "-e",
        "cpu-clock",
        "-F",
        SAMPLES_PER_S,
        "-p",
        &server.pid().to_string(),
    ]);
    record.arg("-o").arg(file).args(["--", "sleep", &time.as_secs().to_string()]);
    let Ok(mut recording) = record.stdout(Stdio::null()).spawn() else {
        println!("{what}: no profile, for there is no perf");
        return Ok(());
    };
    load.run(work, Until::Time(time))?;
    if !recording.wait()?.success() {
        println!("{what}: no profile, for perf may not sample here");
        return Ok(());
    }
    let mut report = Command::new("perf");
    report.args(["report", "--stdio", "--no-children", "-F", "overhead,symbol", "-w", "0", "-i"]).arg(file);
    let report = report.stderr(Stdio::null()).output()?;
    let text = String::from_utf8_lossy(&report.stdout);
    println!("{what}: where the server's time goes");
    for (share, symbol) in text.lines().filter_map(function).take(FUNCTIONS_TOLD) {
        println!("  {share:5.2} %  {symbol}");
    }
    Ok(())
}

/// `    4.20%  [k] tcp_sendmsg`
fn function(line: &str) -> Option<(f64, String)> {
    let (share, symbol) = line.trim().split_once('%')?;
    Some((share.trim().parse().ok()?, symbol.trim().to_owned()))
}
