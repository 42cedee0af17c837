//! The server under test: a sandbox with one disk image in a bucket, on a port of its own.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, anyhow, bail};
use tempfile::TempDir;

use super::certificate::Certificate;
use crate::command::{run as run_command, shown};

/// The accounts, and what they have.
const FIXTURES: &str = "tests/clients/fixtures.yaml";
const KEY: (&str, &str) = ("client-tests", "client-tests-secret");
/// An account beside that of the key: images are shared with it.
const OTHER_ACCOUNT: &str = "2234567890123456";
const INSTANCE: &str = "i-golden";
const DISK: &str = "d-golden";
const REGION: &str = "cn-hangzhou";
const BUCKET: &str = "golden-images";
const OBJECT: &str = "base.raw";
const START_SECONDS_MAX: u64 = 30;
const STOP_SECONDS_MAX: u64 = 30;
/// What the server logged.
const LOG: &str = "target/clients/server.log";

/// A running `imagekin serve`. It is killed when this is dropped without `stop`.
pub(super) struct Server {
    process: Child,
    address: String,
    /// What a client must trust beyond what every machine trusts, if it speaks HTTPS.
    certificate: Option<Certificate>,
    /// Removed with everything in it when the server has stopped.
    _data: TempDir,
}

impl Server {
    /// One that speaks plain HTTP.
    pub(super) fn start() -> anyhow::Result<Self> {
        Self::start_with(None)
    }

    /// One that speaks HTTPS.
    pub(super) fn start_with_tls() -> anyhow::Result<Self> {
        Self::start_with(Some(Certificate::make()?))
    }

    fn start_with(certificate: Option<Certificate>) -> anyhow::Result<Self> {
        let data = tempfile::tempdir().context("cannot make a folder for the server's data")?;
        put_disk_image(data.path())?;
        fs::create_dir_all("target/clients")?;
        let mut serve = Command::new("target/debug/imagekin");
        std::env::vars_os().for_each(|(name, _)| {
            if name.to_string_lossy().starts_with("IMAGEKIN_") {
                serve.env_remove(name);
            }
        });
        serve
            .args([
                "serve",
                "--profile",
                "sandbox",
                "--listen",
                "127.0.0.1:0",
                "--fixtures",
                FIXTURES,
                "--data-dir",
            ])
            .arg(data.path());
        if let Some(certificate) = &certificate {
            serve.arg("--tls-certificate").arg(certificate.certificate());
            serve.arg("--tls-key").arg(certificate.key());
        }
        serve.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(File::create(LOG)?);
        println!("    $ {}", shown(&serve));
        let process = serve.spawn().context("cannot start the server")?;
        let mut server = Self { process, address: String::new(), certificate, _data: data };
        server.address = server.ready()?;
        println!("    It listens on {} and logs to {LOG}", server.address);
        Ok(server)
    }

    /// Host and port.
    pub(super) fn address(&self) -> &str {
        &self.address
    }

    /// Id and secret of the access key.
    pub(super) fn key(&self) -> [&'static str; 2] {
        [KEY.0, KEY.1]
    }

    /// The environment that `tests/clients/README.md` describes.
    pub(super) fn contract(&self) -> Vec<(&'static str, String)> {
        let mut contract = vec![
            ("IMAGEKIN_ENDPOINT", self.address.clone()),
            ("ALIBABA_CLOUD_ACCESS_KEY_ID", KEY.0.to_owned()),
            ("ALIBABA_CLOUD_ACCESS_KEY_SECRET", KEY.1.to_owned()),
            ("ALIBABA_CLOUD_REGION_ID", REGION.to_owned()),
            ("IMAGEKIN_TEST_BUCKET", BUCKET.to_owned()),
            ("IMAGEKIN_TEST_OBJECT", OBJECT.to_owned()),
            ("IMAGEKIN_TEST_INSTANCE", INSTANCE.to_owned()),
            ("IMAGEKIN_TEST_DISK", DISK.to_owned()),
            ("IMAGEKIN_TEST_OTHER_ACCOUNT", OTHER_ACCOUNT.to_owned()),
        ];
        if let Some(certificate) = &self.certificate {
            contract.push(("SSL_CERT_FILE", certificate.authority().display().to_string()));
        }
        contract
    }

    /// The same for `imagekin`, which takes a bare `host:port` for plain HTTP.
    pub(super) fn endpoint(&self) -> String {
        let scheme = if self.certificate.is_some() { "https" } else { "http" };
        format!("{scheme}://{}", self.address)
    }

    /// Asks it to stop, and expects that it does so in good order and never panicked.
    pub(super) fn stop(mut self) -> anyhow::Result<()> {
        // The standard library sends no signal but KILL, and `kill` is built into every shell.
        run_command(Command::new("sh").args(["-c", &format!("kill -TERM {}", self.process.id())]))?;
        let status = self.end_within(Duration::from_secs(STOP_SECONDS_MAX))?;
        if !status.success() {
            bail!("on SIGTERM the server ended with {status}, not 0; it logged:\n{}", log_end());
        }
        if fs::read_to_string(LOG)?.contains("panicked at") {
            bail!("the server panicked; it logged:\n{}", log_end());
        }
        Ok(())
    }

    /// Waits for the line that names the address, and gives `host:port`.
    fn ready(&mut self) -> anyhow::Result<String> {
        let stdout = self.process.stdout.take().ok_or_else(|| anyhow!("its output is not piped"))?;
        let (sender, receiver) = mpsc::channel();
        thread::spawn(move || {
            let mut stdout = BufReader::new(stdout);
            let mut line = String::new();
            let _told_by_the_silence = stdout.read_line(&mut line);
            let _gone = sender.send(line);
            // Read on, so that the server never waits for room in the pipe.
            let _ended = stdout.read_to_end(&mut Vec::new());
        });
        let line = receiver
            .recv_timeout(Duration::from_secs(START_SECONDS_MAX))
            .with_context(|| format!("the server printed nothing in {START_SECONDS_MAX} s; see {LOG}"))?;
        let scheme = if self.certificate.is_some() { "https" } else { "http" };
        let address = line.trim().strip_prefix(&format!("listening on {scheme}://"));
        Ok(address
            .ok_or_else(|| anyhow!("the server printed `{line}` and logged:\n{}", log_end()))?
            .to_owned())
    }

    fn end_within(&mut self, limit: Duration) -> anyhow::Result<ExitStatus> {
        let deadline = Instant::now() + limit;
        loop {
            if let Some(status) = self.process.try_wait()? {
                return Ok(status);
            }
            if Instant::now() > deadline {
                bail!(
                    "on SIGTERM the server did not end in {} s; it logged:\n{}",
                    limit.as_secs(),
                    log_end()
                );
            }
            thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _already_ended = self.process.kill();
        let _already_waited = self.process.wait();
    }
}

/// A small raw disk image at the place of the bucket's object.
fn put_disk_image(data: &Path) -> anyhow::Result<()> {
    let bucket: PathBuf = [data, "objects".as_ref(), REGION.as_ref(), BUCKET.as_ref()].iter().collect();
    fs::create_dir_all(&bucket)?;
    fs::write(bucket.join(OBJECT), disk_image()).context("cannot write the disk image")
}

/// 1 MiB with an empty partition table: whole sectors, the first ending in the boot signature.
pub(super) fn disk_image() -> Vec<u8> {
    let mut disk = vec![0; 1 << 20];
    disk[510..512].copy_from_slice(&[0x55, 0xAA]);
    disk
}

fn log_end() -> String {
    let log = fs::read_to_string(LOG).unwrap_or_default();
    let lines: Vec<&str> = log.lines().collect();
    lines[lines.len().saturating_sub(40)..].join("\n")
}
