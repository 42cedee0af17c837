//! `imagekin serve`: serve the API until a signal.

use std::io::Write;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, bail};
use clap::Args;
use imagekin_access::{AccessKey, AccessKeyId, AccountId, KeyStatus, Secret};
use imagekin_server::{
    App, Config, OsRandom, Profile, Running, SANDBOX_ACCOUNT, SANDBOX_KEY, SystemClock, serve,
};
use imagekin_store::{DatabaseUrl, lock_folder};
use serde::Serialize;
use tokio::signal::unix::{Signal, SignalKind, signal};

use crate::core_dumps;

/// Flags of `imagekin serve`: each is also a setting of the file and of the environment.
#[derive(Args, Serialize)]
pub(crate) struct Serve {
    /// Address and port to listen on [default: 127.0.0.1:7070]
    #[arg(long)]
    #[serde(skip_serializing_if = "Option::is_none")]
    listen: Option<SocketAddr>,
    #[command(flatten)]
    tls: TlsFlags,
    /// Folder of the master key, the database and the buckets [default: imagekin-data]
    #[arg(long)]
    #[serde(skip_serializing_if = "Option::is_none")]
    data_dir: Option<PathBuf>,
    /// Where the master keys are: file:PATH, env:VARIABLE or command:PROGRAM ARGUMENT… [default: master.key in the data folder]
    #[arg(long, value_name = "SOURCE")]
    #[serde(skip_serializing_if = "Option::is_none")]
    master_key: Option<String>,
    /// PostgreSQL database, postgres://user:password@host/database, instead of the one in the data folder
    #[arg(long, value_name = "URL", value_parser = database_url, hide_default_value = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    database: Option<DatabaseUrl>,
    /// production takes nothing on trust; sandbox is for tests [default: production]
    #[arg(long, value_parser = profile, value_name = "production|sandbox")]
    #[serde(skip_serializing_if = "Option::is_none")]
    profile: Option<Profile>,
    /// Accounts, system images, snapshots and instances to start with (YAML)
    #[arg(long, value_name = "FILE")]
    #[serde(skip_serializing_if = "Option::is_none")]
    fixtures: Option<PathBuf>,
    /// Settings file (TOML)
    #[arg(long, value_name = "FILE")]
    #[serde(skip)]
    config: Option<PathBuf>,
    /// How long an image stays Creating, e.g. 10s or 500ms [default: 0s]
    #[arg(long = "creation-delay", value_parser = milliseconds, value_name = "DURATION")]
    #[serde(skip_serializing_if = "Option::is_none")]
    creation_delay_ms: Option<u64>,
}

/// TLS of the service's own.
#[derive(Args, Serialize)]
struct TlsFlags {
    /// Certificate of the service (PEM), followed by those between it and its authority; it speaks HTTPS then
    #[arg(long = "tls-certificate", value_name = "FILE")]
    #[serde(skip_serializing_if = "Option::is_none")]
    certificate: Option<PathBuf>,
    /// Private key of the certificate (PEM)
    #[arg(long = "tls-key", value_name = "FILE")]
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<PathBuf>,
    /// Authorities (PEM) of which one must have signed the certificate that every client then has to show
    #[arg(long = "tls-client-ca", value_name = "FILE")]
    #[serde(skip_serializing_if = "Option::is_none")]
    client_ca: Option<PathBuf>,
}

impl Serve {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        // Before anything secret is read.
        core_dumps::forbid();
        let config = Config::load(self.config.as_deref(), &self).context("the settings cannot be used")?;
        if config.profile == Profile::Production {
            core_dumps::hide_memory();
        }
        let first_key = first_key(config.profile)?;
        // The exports under way are in it, and no other process's. An embedded store takes it by itself.
        let _lock = config.database.as_ref().map(|_| lock_folder(&config.data_dir)).transpose()?;
        let app = App::open(config, first_key, Arc::new(SystemClock), Arc::new(OsRandom)).await?;
        run_until_signal(app).await
    }
}

/// Serves, says where, and ends on SIGTERM or SIGINT. On SIGHUP it reads again what can be read again: its master keys, and its
/// certificate.
async fn run_until_signal(app: Arc<App>) -> anyhow::Result<ExitCode> {
    let mut signals = EndSignals::listen()?;
    let mut hang_up = signal(SignalKind::hangup())?;
    let running = serve(app).await?;
    writeln!(std::io::stdout(), "listening on {}", running.url())?;
    loop {
        tokio::select! {
            _ = signals.received() => break,
            _ = hang_up.recv() => running.reload(),
        }
    }
    Ok(signals.stop(running).await)
}

/// The signals that end a server.
pub(crate) struct EndSignals {
    terminate: Signal,
    interrupt: Signal,
}

impl EndSignals {
    /// Listens to them from now on: they end the process no more by themselves.
    pub(crate) fn listen() -> std::io::Result<Self> {
        let (terminate, interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
        Ok(Self { terminate, interrupt })
    }

    /// Waits for the next one; gives the exit code that shells have for whom it ends.
    pub(crate) async fn received(&mut self) -> u8 {
        tokio::select! {
            _ = self.terminate.recv() => 143,
            _ = self.interrupt.recv() => 130,
        }
    }

    /// Stops the server when all that is under way is answered, or when there is another signal: at once then, and what is not
    /// answered is as it is after a crash.
    pub(crate) async fn stop(mut self, running: Running) -> ExitCode {
        tracing::info!("Stopping: answering what is under way");
        tokio::select! {
            () = running.stop() => ExitCode::SUCCESS,
            code = self.received() => {
                tracing::warn!("Stopped at once, by another signal: what was under way is not answered");
                ExitCode::from(code)
            }
        }
    }
}

/// The access key that the environment asks for, or the sandbox's own.
fn first_key(profile: Profile) -> anyhow::Result<Option<AccessKey>> {
    #[expect(clippy::disallowed_methods, reason = "the first key is a secret, and no setting is")]
    let read = |name: &str| std::env::var(format!("IMAGEKIN_BOOTSTRAP_{name}")).ok();
    let given = (read("ACCOUNT_ID"), read("ACCESS_KEY_ID"), read("ACCESS_KEY_SECRET"));
    let (account, id, secret) = match given {
        (Some(account), Some(id), Some(secret)) => (account, id, secret),
        (None, None, None) if profile == Profile::Sandbox => {
            let (id, secret) = SANDBOX_KEY;
            (SANDBOX_ACCOUNT.to_owned(), id.to_owned(), secret.to_owned())
        }
        (None, None, None) => return Ok(None),
        _ => bail!(
            "set all three of IMAGEKIN_BOOTSTRAP_ACCOUNT_ID, IMAGEKIN_BOOTSTRAP_ACCESS_KEY_ID and \
             IMAGEKIN_BOOTSTRAP_ACCESS_KEY_SECRET, or none"
        ),
    };
    access_key(&account, &id, secret).map(Some)
}

/// An active access key.
pub(crate) fn access_key(account: &str, id: &str, secret: String) -> anyhow::Result<AccessKey> {
    Ok(AccessKey {
        user: None,
        account: AccountId::parse(account)
            .context("IMAGEKIN_BOOTSTRAP_ACCOUNT_ID must be 16 digits, not beginning with 0")?,
        id: AccessKeyId::parse(id)
            .context("IMAGEKIN_BOOTSTRAP_ACCESS_KEY_ID must be 1 to 128 of A-Z, a-z, 0-9, . _ -")?,
        secret: Secret::new(secret)
            .context("IMAGEKIN_BOOTSTRAP_ACCESS_KEY_SECRET must be 1 to 256 visible ASCII characters")?,
        status: KeyStatus::Active,
    })
}

fn profile(text: &str) -> Result<Profile, String> {
    match text {
        "production" => Ok(Profile::Production),
        "sandbox" => Ok(Profile::Sandbox),
        _ => Err("must be production or sandbox".to_owned()),
    }
}

/// An address of a database.
#[expect(clippy::unnecessary_wraps, reason = "what clap asks for")]
pub(crate) fn database_url(text: &str) -> Result<DatabaseUrl, String> {
    Ok(DatabaseUrl::new(text))
}

/// Reads `10s`, `500ms`, `2m`, or plain seconds.
pub(crate) fn milliseconds(text: &str) -> Result<u64, String> {
    let split = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (number, unit) = text.split_at(split);
    let scale = match unit {
        "ms" => 1,
        "s" | "" => 1_000,
        "m" => 60_000,
        _ => return Err(format!("`{unit}` is not a unit: write ms, s or m")),
    };
    let number: u64 = number.parse().map_err(|_| "must begin with a number, as in 10s".to_owned())?;
    number.checked_mul(scale).ok_or_else(|| "is too long".to_owned())
}

#[cfg(test)]
mod tests {
    use super::milliseconds;

    #[test]
    fn durations() {
        assert_eq!(milliseconds("500ms"), Ok(500));
        assert_eq!(milliseconds("10s"), Ok(10_000));
        assert_eq!(milliseconds("2m"), Ok(120_000));
        assert_eq!(milliseconds("3"), Ok(3_000));
        assert!(milliseconds("s").is_err());
        assert!(milliseconds("1h").is_err());
        assert!(milliseconds("99999999999999999999s").is_err());
    }
}
