//! `imagekin migrate`: bring the schema of a database up to date, and spread it over the servers of Citus.

use std::io::Write;

use anyhow::bail;
use clap::Args;
use imagekin_store::{distribute_database, migrate_database, migrate_folder};

use crate::data::{Data, must_be_a_store};

/// Flags of `imagekin migrate`.
#[derive(Args)]
pub(crate) struct Migrate {
    #[command(flatten)]
    data: Data,
    /// Then distribute every table by account over the servers of Citus, unless it is
    #[arg(long)]
    citus: bool,
}

impl Migrate {
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        let settings = self.data.settings()?;
        let mut out = std::io::stdout();
        let postgres = settings.postgres_settings();
        if self.citus && postgres.is_none() {
            bail!("--citus is for a PostgreSQL database: say which with --database");
        }
        let applied = match &postgres {
            Some(postgres) => migrate_database(postgres).await?,
            None => {
                must_be_a_store(&settings)?;
                migrate_folder(&settings.data_dir)?
            }
        };
        for migration in &applied {
            writeln!(out, "applied {migration}")?;
        }
        if applied.is_empty() {
            writeln!(out, "the schema is up to date")?;
        }
        let Some(postgres) = postgres.filter(|_| self.citus) else { return Ok(()) };
        let distributed = distribute_database(&postgres).await?;
        for table in &distributed {
            writeln!(out, "distributed {table}")?;
        }
        if distributed.is_empty() {
            writeln!(out, "every table is distributed already")?;
        }
        Ok(())
    }
}
