//! Which store a command of the operator works on.

use std::path::PathBuf;

use anyhow::Context;
use clap::Args;
use imagekin_server::Config;
use imagekin_store::DatabaseUrl;
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

impl Data {
    /// The settings, as `imagekin serve` would have them.
    pub(crate) fn settings(&self) -> anyhow::Result<Config> {
        Config::load(self.config.as_deref(), self).context("the settings cannot be used")
    }
}
