//! `imagekin backup`: copy an embedded store, while a server is serving it or not.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::bail;
use clap::Args;
use imagekin_server::Config;
use imagekin_store::{At, Backup, Elsewhere, Manifest, Objects};

use crate::data::{Data, must_hold_a_database};
use crate::progress::grouped;
use crate::teller::Teller;
use crate::unfinished::Unfinished;

/// Flags of `imagekin backup`.
#[derive(Args)]
pub(crate) struct BackUp {
    /// Folder that is to hold the backup; it must not be there yet
    #[arg(long, value_name = "DIR")]
    to: PathBuf,
    #[command(flatten)]
    data: Data,
}

impl BackUp {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        let settings = self.data.settings()?;
        if settings.database.is_some() {
            bail!(
                "a PostgreSQL database is backed up by its own means, pg_basebackup with an archive of its WAL, or pg_dump, \
                 and the buckets and {} by those of their file system; see docs/operations.md",
                settings.master_key_source()
            );
        }
        must_hold_a_database(&settings.data_dir)?;
        let key_ring = settings.key_ring()?;
        let unfinished = Unfinished::begin(&self.to)?;
        let objects = Objects::open_to_read(&settings.objects_dir(), settings.placements()?)?;
        let mut manifest = Manifest::new(settings.import.snapshot_bucket.clone(), elsewhere(&settings)?);
        // Whoever keeps them apart from the data wants them apart from its copies, too.
        if settings.master_key_elsewhere().is_some() {
            manifest = manifest.without_master_keys();
        }
        let left_out = manifest.elsewhere.clone();
        let teller = Teller::begin();
        let folder = &settings.data_dir;
        let backup = Backup { folder, key_ring: &key_ring, objects: &objects, manifest };
        if let Err(error) = backup.take(unfinished.path(), &teller.listener()).await {
            teller.end("nothing was backed up");
            return Err(error.into());
        }
        unfinished.finish()?;
        teller.end(&format!("copied the database and {} objects", grouped(teller.objects())));
        let mut out = std::io::stdout();
        if let Some(source) = settings.master_key_elsewhere() {
            writeln!(out, "not in it: the master keys, {source}")?;
        }
        for Elsewhere { region, bucket } in left_out {
            let bucket = bucket.map_or("other buckets".to_owned(), |bucket| format!("the bucket {bucket}"));
            writeln!(out, "not in it: {bucket} in {region}, on another machine")?;
        }
        writeln!(out, "backed up {} to {}", settings.data_dir.display(), self.to.display())?;
        Ok(if teller.problems() == 0 { ExitCode::SUCCESS } else { ExitCode::from(1) })
    }
}

/// The buckets that are on other machines.
fn elsewhere(settings: &Config) -> anyhow::Result<Vec<Elsewhere>> {
    let far = settings.placements()?.into_iter().filter(|placement| matches!(placement.at, At::Far(_)));
    Ok(far
        .map(|placement| Elsewhere { region: placement.region.to_string(), bucket: placement.bucket })
        .collect())
}
