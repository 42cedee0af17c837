//! Where a server's time goes under a load, as `perf` samples it.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use super::load::{Load, Until, Work};
use super::server::Server;

/// Samples of one CPU second.
const SAMPLES_PER_S: &str = "4999";

/// A function and its share of the server's time, the greatest first.
pub(super) struct Profile {
    pub(super) functions: Vec<(f64, String)>,
}

/// Samples `server` for so long under `work`; `None` where `perf` cannot.
pub(super) fn measure(
    server: &Server,
    connections: usize,
    work: &mut dyn Work,
    time: Duration,
    file: &Path,
) -> anyhow::Result<Option<Profile>> {
    let mut load = Load::connect(server.address, connections)?;
    load.run(work, Until::Requests(2_000))?;
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
    let Ok(mut recording) = record.stdout(Stdio::null()).spawn() else { return Ok(None) };
    load.run(work, Until::Time(time))?;
    if !recording.wait()?.success() {
        return Ok(None);
    }
    let mut report = Command::new("perf");
    report.args(["report", "--stdio", "--no-children", "-F", "overhead,symbol", "-w", "0", "-i"]).arg(file);
    let report = report.stderr(Stdio::null()).output()?;
    let text = String::from_utf8_lossy(&report.stdout);
    Ok(Some(Profile { functions: text.lines().filter_map(function).collect() }))
}

/// `    4.20%  [k] tcp_sendmsg`
fn function(line: &str) -> Option<(f64, String)> {
    let (share, symbol) = line.trim().split_once('%')?;
    Some((share.trim().parse().ok()?, symbol.trim().to_owned()))
}
