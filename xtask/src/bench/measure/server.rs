//! A server under measurement: a child process on a core of its own.

use std::io::{BufRead, BufReader, Write};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};

use super::machine::Cores;

/// Under a load one account makes more images than the vendor lets it have.
const QUOTAS: [(&str, &str); 3] = [
    ("IMAGEKIN_QUOTAS__IMAGES_PER_FAMILY_MAX", "1000000"),
    ("IMAGEKIN_QUOTAS__FAMILIES_PER_REGION_MAX", "1000000"),
    ("IMAGEKIN_QUOTAS__IMAGES_PER_REGION_MAX", "1000000"),
];

/// A server that listens; killed when it is dropped.
pub(super) struct Server {
    child: Child,
    pub(super) address: SocketAddr,
    /// When it was started.
    pub(super) started_at: Instant,
    /// How long it took until it said that it listens.
    pub(super) listening_after: Duration,
}

impl Server {
    /// `imagekin serve` as it ships, in its default profile, on the store in `folder`.
    pub(super) fn imagekin(cores: Cores, folder: &Path) -> anyhow::Result<Self> {
        cores.on_server(|| Self::serve(folder, None))?
    }

    /// The same on a PostgreSQL database, the key of its secrets in `folder`; where this thread may run.
    pub(super) fn node(folder: &Path, database: &str) -> anyhow::Result<Self> {
        Self::serve(folder, Some(database))
    }

    fn serve(folder: &Path, database: Option<&str>) -> anyhow::Result<Self> {
        let program = std::env::current_exe()?.with_file_name("imagekin");
        let mut command = Command::new(program);
        command.args(["serve", "--listen", "127.0.0.1:0", "--data-dir"]).arg(folder);
        if let Some(url) = database {
            command.env("IMAGEKIN_DATABASE", url);
        }
        command.envs(QUOTAS);
        command.stderr(Stdio::null());
        Self::start(command, b"").context("imagekin does not start")
    }

    /// A bare hyper server that always answers `answer`.
    pub(super) fn bare_hyper(cores: Cores, answer: &[u8]) -> anyhow::Result<Self> {
        let mut command = Command::new(std::env::current_exe()?);
        command.args(["bench", "bare-hyper"]);
        cores.on_server(|| Self::start(command, answer))?.context("bare hyper does not start")
    }

    fn start(mut command: Command, input: &[u8]) -> anyhow::Result<Self> {
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let started_at = Instant::now();
        let mut child = command.spawn()?;
        if let Some(mut stdin) = child.stdin.take() {
            stdin.write_all(input)?;
        }
        let mut line = String::new();
        BufReader::new(child.stdout.take().context("its output")?).read_line(&mut line)?;
        let listening_after = started_at.elapsed();
        let address = line.trim().strip_prefix("listening on http://").map(str::parse);
        let address = address.with_context(|| format!("it said {line:?}"))??;
        Ok(Self { child, address, started_at, listening_after })
    }

    pub(super) fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Ends it as an operator does.
    pub(super) fn stop(mut self) -> anyhow::Result<()> {
        let pid = i32::try_from(self.pid()).ok().and_then(rustix::process::Pid::from_raw).context("a pid")?;
        rustix::process::kill_process(pid, rustix::process::Signal::TERM)?;
        let status = self.child.wait()?;
        ensure!(status.success(), "the server ended with {status}");
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
