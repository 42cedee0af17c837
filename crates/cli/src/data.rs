//! Which store a command of the operator works on.

use std::path::PathBuf;

use anyhow::Context;
use clap::Args;
use imagekin_access::AccountId;
use imagekin_server::Config;
use imagekin_store::{DatabaseUrl, MasterKey, Store};
use serde::Serialize;

/// Where the store is: flags that are settings, too.
#[derive(Args, Serialize)]
pub(crate) struct Data {
    /// Folder of the master key, the database and the buckets [default: imagekin-data]
    #[arg(long, value_name = "DIR")]
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

/// Opens the store of the settings to be read, while others may be serving it.
pub(crate) async fn open_to_read(settings: &Config) -> anyhow::Result<Store> {
    let master_key = MasterKey::read(&settings.data_dir.join("master.key"))?;
    Ok(match settings.postgres_settings() {
        None => Store::open_to_read(&settings.data_dir, master_key)?,
        // What goes over a whole table may take any time.
        Some(postgres) => Store::connect_to_read(&postgres.without_time_limit(), master_key).await?,
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
    let master_key = MasterKey::read(&settings.data_dir.join("master.key"))?;
    Ok(match settings.postgres_settings() {
        None => Store::open(&settings.data_dir, master_key)?,
        Some(postgres) => Store::connect(&postgres, master_key).await?,
    })
}

/// Reads the uid of an account.
pub(crate) fn account(text: &str) -> anyhow::Result<AccountId> {
    AccountId::parse(text).context("must be 16 digits, not beginning with 0")
}
