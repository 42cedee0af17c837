//! `imagekin fixtures`: accounts, system images, snapshots and instances into a data folder, or out of it.

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context;
use clap::{Args, Subcommand};
use imagekin_server::{App, Config, Fixtures, OsRandom, SystemClock};
use imagekin_store::DatabaseUrl;
use serde::Serialize;

/// Flags of `imagekin fixtures`.
#[derive(Args)]
pub(crate) struct FixturesCommand {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Put the fixtures of a file into the data folder of a server that is stopped
    Apply {
        /// YAML; see docs/fixtures.md
        file: PathBuf,
        #[command(flatten)]
        data: Data,
    },
    /// Print what the data folder holds of this kind, access keys without their secrets
    Export {
        #[command(flatten)]
        data: Data,
    },
}

/// Which data folder.
#[derive(Args, Serialize)]
struct Data {
    /// Folder of the master key, the database and the buckets [default: imagekin-data]
    #[arg(long)]
    #[serde(skip_serializing_if = "Option::is_none")]
    data_dir: Option<PathBuf>,
    /// PostgreSQL database, postgres://user:password@host/database, instead of the one in the data folder
    #[arg(long, value_name = "URL", value_parser = crate::serve::database_url, hide_default_value = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    database: Option<DatabaseUrl>,
    /// Settings file (TOML)
    #[arg(long, value_name = "FILE")]
    #[serde(skip)]
    config: Option<PathBuf>,
}

impl FixturesCommand {
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        let mut out = std::io::stdout();
        match self.command {
            Command::Apply { file, data } => {
                let fixtures = Fixtures::read(&file)?;
                let applied = fixtures.apply(&*open(&data).await?).await?;
                writeln!(out, "applied {applied}")?;
            }
            Command::Export { data } => {
                out.write_all(Fixtures::export(&open(&data).await?).await?.to_yaml()?.as_bytes())?;
            }
        }
        Ok(())
    }
}

async fn open(data: &Data) -> anyhow::Result<Arc<App>> {
    let config = Config::load(data.config.as_deref(), data).context("the settings cannot be used")?;
    // The fixtures may bring the first access key.
    Ok(App::open_without_keys(config, Arc::new(SystemClock), Arc::new(OsRandom)).await?)
}
