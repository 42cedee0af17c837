//! `imagekin master-key`: the master keys, and how others take their place.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, bail};
use clap::{Args, Subcommand};
use imagekin_access::AccountId;
use imagekin_server::config::SecretSource;
use imagekin_server::{Clock, Config, OsRandom, SystemClock, new_master_key, operator_event};
use imagekin_store::{KeyId, KeyRing, SealedWith, Store, change_key_file};
use serde_json::{Value, json};

use crate::data::{Data, must_be_a_store, open_if_free, open_to_read};
use crate::table::{Column, Table};

const COLUMNS: &[Column] = &[("MASTER KEY", "id"), ("USE", "use"), ("ACCESS KEYS", "sealed")];

/// Flags of `imagekin master-key`.
#[derive(Args)]
pub(crate) struct MasterKeyCommand {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Show the ids of the master keys, the one that seals first, and how many access keys each has sealed
    List {
        #[command(flatten)]
        data: Data,
    },
    /// Make a master key and put it behind the others: it unseals
    Add {
        #[command(flatten)]
        data: Data,
    },
    /// Put a master key before the others: it seals, and servers seal anew what others have sealed
    Promote {
        /// Its id
        #[arg(value_name = "KEY", value_parser = key_id)]
        key: KeyId,
        #[command(flatten)]
        data: Data,
    },
    /// Remove a master key that has sealed nothing in the database; temporary keys that it has sealed end
    Drop {
        /// Its id
        #[arg(value_name = "KEY", value_parser = key_id)]
        key: KeyId,
        #[command(flatten)]
        data: Data,
    },
}

impl MasterKeyCommand {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        let mut out = std::io::stdout();
        match self.command {
            Command::List { data } => return list(&data.settings()?, &mut out).await,
            Command::Add { data } => {
                let (path, log) = begin(&data.settings()?).await?;
                let ring = change_key_file(&path, |ring| ring.with(new_master_key(&OsRandom)))?;
                let added = ring.ids().last().map(|id| id.to_string()).unwrap_or_default();
                writeln!(
                    out,
                    "added {added} to {}, which all nodes need before it is promoted",
                    path.display()
                )?;
                log.record("AddMasterKey", &added).await?;
            }
            Command::Promote { key, data } => {
                let (path, log) = begin(&data.settings()?).await?;
                change_key_file(&path, |ring| ring.promoted(key))?;
                writeln!(out, "{key} seals from now on, by {}", path.display())?;
                log.record("PromoteMasterKey", &key.to_string()).await?;
            }
            Command::Drop { key, data } => {
                let settings = data.settings()?;
                let (path, log) = begin(&settings).await?;
                settings.key_ring()?.without(key)?;
                let sealed = open_to_read(&settings).await?.sealed_with().await?.by(key);
                if sealed > 0 {
                    bail!(
                        "{key} has sealed the secrets of {sealed} access keys; servers that have another key before it seal \
                         them anew, and say so"
                    );
                }
                change_key_file(&path, |ring| ring.without(key))?;
                writeln!(out, "dropped {key} from {}", path.display())?;
                log.record("DropMasterKey", &key.to_string()).await?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// The audit log of the store, unless a server alone may write it: that says itself which keys it reads.
struct Log(Option<Store>);

/// The file of the keys, and the log that says what becomes of them: opened before anything is changed.
async fn begin(settings: &Config) -> anyhow::Result<(PathBuf, Log)> {
    let path = file(settings)?;
    // Who prepares keys may have no store yet, but has the file.
    if !path.exists() {
        must_be_a_store(settings)?;
    }
    Ok((path, Log(open_if_free(settings).await?)))
}

impl Log {
    /// Says what was done with a key, by its id.
    async fn record(self, name: &str, key: &str) -> anyhow::Result<()> {
        let Some(store) = self.0 else { return Ok(()) };
        let event = operator_event(name, &[("KeyId", key)], SystemClock.now(), &OsRandom);
        let recording = store.record(AccountId::SYSTEM, vec![event]).await;
        recording.map(drop).context("it is done, but the audit log could not be told")
    }
}

/// Shows the keys; ends with 1 when secrets cannot be unsealed.
async fn list(settings: &Config, out: &mut impl Write) -> anyhow::Result<ExitCode> {
    let store = open_to_read(settings).await?;
    let (ring, sealed) = (store.key_ring(), store.sealed_with().await?);
    let lost = lost(&ring, &sealed);
    let ours = ring.ids().enumerate().map(|(at, id)| {
        let role = if at == 0 { "seals" } else { "unseals" };
        json!({"id": id.to_string(), "use": role, "sealed": sealed.by(id)})
    });
    let shown: Vec<Value> = ours.chain(lost.iter().cloned()).collect();
    write!(out, "{}", Table::of(COLUMNS, &Value::Array(shown)).aligned())?;
    Ok(if lost.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// What has sealed secrets and is not there.
fn lost(ring: &KeyRing, sealed: &SealedWith) -> Vec<Value> {
    let is_lost = |key: &KeyId| ring.ids().all(|id| id != *key);
    let keys = sealed.keys.iter().filter(|(key, _)| is_lost(key));
    let known = keys.map(|(key, count)| json!({"id": key.to_string(), "use": "missing", "sealed": count}));
    let unknown =
        (sealed.unknown > 0).then(|| json!({"id": "unknown", "use": "missing", "sealed": sealed.unknown}));
    known.chain(unknown).collect()
}

/// The file of the master keys.
fn file(settings: &Config) -> anyhow::Result<PathBuf> {
    match settings.master_key_source() {
        SecretSource::File(path) => Ok(path),
        source => bail!(
            "the master keys are from {source}, which imagekin only reads: change them there, a key a line, each 64 hexadecimal \
             digits, the one that seals first"
        ),
    }
}

fn key_id(text: &str) -> anyhow::Result<KeyId> {
    match KeyId::parse(text) {
        Some(id) => Ok(id),
        None => bail!(
            "must be the id of a master key, 8 hexadecimal digits; `imagekin master-key list` shows them"
        ),
    }
}
