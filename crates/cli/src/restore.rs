//! `imagekin restore`: make a data folder of a backup.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use clap::Args;
use imagekin_server::Config;
use imagekin_store::{Check, KeyRing, Manifest, Objects, Store, restore};
use serde::Serialize;

use crate::check::{self, Bytes};
use crate::progress::grouped;
use crate::teller::Teller;
use crate::unfinished::Unfinished;

/// Flags of `imagekin restore`.
#[derive(Args, Serialize)]
pub(crate) struct Restore {
    /// The backup
    #[arg(long, value_name = "DIR")]
    #[serde(skip)]
    from: PathBuf,
    /// Data folder that is to be made; it must not be there yet
    #[arg(long, value_name = "DIR")]
    #[serde(skip)]
    data_dir: PathBuf,
    /// Where the master keys are, if they are not in the backup: file:PATH, env:VARIABLE or command:PROGRAM ARGUMENT…
    #[arg(long, value_name = "SOURCE")]
    #[serde(skip_serializing_if = "Option::is_none")]
    master_key: Option<String>,
    /// Bytes of snapshots, in the look before the folder is there: not looked at, looked for, or all read
    #[arg(long, value_enum, default_value = "digest")]
    #[serde(skip)]
    bytes: Bytes,
    /// Make the folder although something does not fit
    #[arg(long)]
    #[serde(skip)]
    force: bool,
}

impl Restore {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        let manifest = Manifest::read(&self.from)?;
        let key_ring = self.key_ring(&manifest)?;
        let unfinished = Unfinished::begin(&self.data_dir)?;
        let teller = Teller::begin();
        if let Err(error) = restore(&self.from, &manifest, unfinished.path(), &teller.listener()).await {
            teller.end("nothing was restored");
            return Err(error.into());
        }
        teller.end(&format!("copied the database and {} objects", grouped(teller.objects())));
        let problems = self.check(&manifest, key_ring, &unfinished).await?;
        let mut out = std::io::stdout();
        if problems > 0 && !self.force {
            writeln!(out, "{} was not made; to make it all the same, add --force", self.data_dir.display())?;
            return Ok(ExitCode::from(1));
        }
        unfinished.finish()?;
        for region in manifest.regions_elsewhere() {
            writeln!(
                out,
                "not looked into: the bucket {} in {region}, on another machine",
                manifest.snapshot_bucket
            )?;
        }
        writeln!(out, "restored {} to {}", self.from.display(), self.data_dir.display())?;
        Ok(if problems == 0 { ExitCode::SUCCESS } else { ExitCode::from(1) })
    }

    /// The master keys of the backup, or those that its server has from elsewhere.
    fn key_ring(&self, manifest: &Manifest) -> anyhow::Result<KeyRing> {
        if !manifest.is_without_master_keys() {
            return Ok(KeyRing::read(&self.from.join("master.key"))?);
        }
        let settings = Config::load(None, self).context("the settings cannot be used")?;
        settings.master_key.as_ref().context(
            "the master keys are not in this backup; say where they are, as the server that it is of does: with --master-key, \
             or in IMAGEKIN_MASTER_KEY",
        )?;
        Ok(settings.key_ring()?)
    }

    /// Looks at the copy; gives how much does not fit.
    async fn check(&self, manifest: &Manifest, key_ring: KeyRing, copy: &Unfinished) -> anyhow::Result<u64> {
        let store = Store::open_to_read(copy.path(), key_ring)?;
        let objects = match self.bytes {
            Bytes::None => None,
            _ => Some(Objects::open_to_read(&copy.path().join("objects"), Vec::new())?),
        };
        let check = Check {
            bytes: self.bytes.into(),
            snapshot_bucket: manifest.snapshot_bucket.clone(),
            regions: Vec::new(),
            left_out: manifest.regions_elsewhere(),
        };
        Ok(check::run(&store, objects.as_ref(), &check).await?.problems)
    }
}
