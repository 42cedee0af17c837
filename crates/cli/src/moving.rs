//! `imagekin move`: an embedded store goes into a PostgreSQL database.

use std::io::Write;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context;
use clap::Args;
use imagekin_server::Config;
use imagekin_store::{Objects, Store};

use crate::check::{self, Bytes};
use crate::data::{Data, must_hold_a_database};
use crate::teller::Teller;

/// Flags of `imagekin move`.
#[derive(Args)]
pub(crate) struct Move {
    #[command(flatten)]
    data: Data,
    /// Bytes of snapshots, in the look at the end: not looked at, looked for, or all read
    #[arg(long, value_enum, default_value = "length")]
    bytes: Bytes,
}

impl Move {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        let settings = self.data.settings()?;
        let (source, target) = open(&settings).await?;
        let teller = Teller::begin();
        if let Err(error) = target.take_over(&source, &teller.listener()).await {
            teller.end("nothing was moved");
            return Err(error.into());
        }
        if let Err(error) = target.compare(&source, &teller.listener()).await {
            teller.end("every row was copied, and not every one could be compared");
            return Err(error.into());
        }
        teller.end("every row was copied and compared");
        let objects = match self.bytes {
            Bytes::None => None,
            _ => Some(Objects::open_to_read(&settings.objects_dir(), settings.placements()?)?),
        };
        let checked = check::run(&target, objects.as_ref(), &check::what(&settings, self.bytes)).await?;
        if teller.problems() + checked.problems > 0 {
            eprintln!(
                "imagekin: what is told above does not fit; look into it before the new database is served"
            );
            return Ok(ExitCode::from(1));
        }
        let folder = settings.data_dir.display();
        let what_stays = match settings.master_key_elsewhere() {
            None => "master.key and the buckets",
            Some(_) => "the buckets",
        };
        writeln!(
            std::io::stdout(),
            "moved the database of {folder} into PostgreSQL\n\
             {what_stays} stay in {folder}: from now on serve it with both, --data-dir {folder} and --database\n\
             the old database, imagekin.db, keeps its rows and is not used any more"
        )?;
        Ok(ExitCode::SUCCESS)
    }
}

/// The store that is moved, and the one that it goes into.
async fn open(settings: &Config) -> anyhow::Result<(Arc<Store>, Store)> {
    let postgres = settings.postgres_settings().context("say where to: --database postgres://…")?;
    let folder = &settings.data_dir;
    must_hold_a_database(folder)?;
    let key_ring = settings.key_ring()?;
    let source = Store::open(folder, key_ring.clone())?;
    let target = Store::connect(&postgres.without_time_limit(), key_ring).await?;
    Ok((Arc::new(source), target))
}
