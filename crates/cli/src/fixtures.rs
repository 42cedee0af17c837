//! `imagekin fixtures`: accounts, system images, snapshots and instances into a store, or out of it.

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use clap::{Args, Subcommand};
use imagekin_server::{App, Fixtures, OsRandom, SystemClock};

use crate::data::{Data, open_to_read};

/// Flags of `imagekin fixtures`.
#[derive(Args)]
pub(crate) struct FixturesCommand {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Put the fixtures of a file into a store: that of a data folder whose server is stopped, or a database
    Apply {
        /// YAML; see docs/fixtures.md
        file: PathBuf,
        #[command(flatten)]
        data: Data,
    },
    /// Print what a store holds of this kind, while it is served or not; access keys without their secrets
    Export {
        #[command(flatten)]
        data: Data,
    },
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
                let settings = data.settings()?;
                let store = open_to_read(&settings).await?;
                let fixtures = Fixtures::export(&store, settings.region_ids()?).await?;
                out.write_all(fixtures.to_yaml()?.as_bytes())?;
            }
        }
        Ok(())
    }
}

async fn open(data: &Data) -> anyhow::Result<Arc<App>> {
    let mut settings = data.settings()?;
    // The file is that of a node, which may be writing to it.
    settings.audit.file = None;
    // The fixtures may bring the first access key.
    Ok(App::open_without_keys(settings, Arc::new(SystemClock), Arc::new(OsRandom)).await?)
}
