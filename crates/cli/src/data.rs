//! Which store a command of the operator works on.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::Args;
use imagekin_access::AccountId;
use imagekin_server::Config;
use imagekin_store::{DatabaseUrl, Store, StoreError, is_store};
use serde::Serialize;

/// Where the store is: flags that are settings, too.
#[derive(Args, Serialize)]
pub(crate) struct Data {
    /// Folder of the master key, the database and the buckets [default: imagekin-data]
    #[arg(long, value_name = "DIR")]
    #[serde(skip_serializing_if = "Option::is_none")]
    data_dir: Option<PathBuf>,
    /// Where the master keys are: file:PATH, env:VARIABLE or command:PROGRAM ARGUMENT… [default: master.key in the data folder]
    #[arg(long, value_name = "SOURCE")]
    #[serde(skip_serializing_if = "Option::is_none")]
    master_key: Option<String>,
    /// PostgreSQL database, postgres://user:password@host/database, instead of the one in the data folder
    #[arg(long, value_name = "URL", value_parser = crate::serve::database_url, hide_default_value = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    database: Option<DatabaseUrl>,
    /// Settings file (TOML)
    #[arg(long, value_name = "FILE")]
    #[serde(skip)]
    config: Option<PathBuf>,
}

/// Is there a store in the data folder, or is it a database? Looked at before the keys are read: whoever has named another folder
/// than was meant must not take them for lost, and gets no new store in it.
pub(crate) fn must_be_a_store(settings: &Config) -> anyhow::Result<()> {
    if settings.database.is_none() && !is_store(&settings.data_dir) {
        bail!(
            "there is no store in {}: name its folder with --data-dir, or its database with --database",
            settings.data_dir.display()
        );
    }
    Ok(())
}

/// Is there an embedded database in the data folder? The same for what goes by folder alone.
pub(crate) fn must_hold_a_database(folder: &Path) -> anyhow::Result<()> {
    if !is_store(folder) {
        bail!("there is no database in {}: name its folder with --data-dir", folder.display());
    }
    Ok(())
}

/// Opens the store of the settings to be read, while others may be serving it.
pub(crate) async fn open_to_read(settings: &Config) -> anyhow::Result<Store> {
    must_be_a_store(settings)?;
    let key_ring = settings.key_ring()?;
    Ok(match settings.postgres_settings() {
        None => Store::open_to_read(&settings.data_dir, key_ring)?,
        // What goes over a whole table may take any time.
        Some(postgres) => Store::connect_to_read(&postgres.without_time_limit(), key_ring).await?,
    })
}

impl Data {
    /// The settings, as `imagekin serve` would have them.
    pub(crate) fn settings(&self) -> anyhow::Result<Config> {
        Config::load(self.config.as_deref(), self).context("the settings cannot be used")
    }
}

/// Opens the store to be changed: one of a data folder only when nobody serves it.
pub(crate) async fn open(data: &Data) -> anyhow::Result<Store> {
    let settings = data.settings()?;
    must_be_a_store(&settings)?;
    Ok(open_to_write(&settings).await?)
}

async fn open_to_write(settings: &Config) -> Result<Store, StoreError> {
    let key_ring = settings.key_ring()?;
    match settings.postgres_settings() {
        None => Store::open(&settings.data_dir, key_ring),
        Some(postgres) => Store::connect(&postgres, key_ring).await,
    }
}

/// The same, as far as it goes beside a server: `None` where a data folder is served, or holds no store yet.
pub(crate) async fn open_if_free(settings: &Config) -> anyhow::Result<Option<Store>> {
    if settings.database.is_none() && !is_store(&settings.data_dir) {
        return Ok(None);
    }
    match open_to_write(settings).await {
        Err(StoreError::InUse(_)) => Ok(None),
        opened => Ok(Some(opened?)),
    }
}

/// Reads the uid of an account.
pub(crate) fn account(text: &str) -> anyhow::Result<AccountId> {
    AccountId::parse(text).context("must be 16 digits, not beginning with 0")
}
