//! `imagekin account`: the accounts of a store, and the first access key of each.

use std::io::Write;
use std::process::ExitCode;

use anyhow::bail;
use clap::{Args, Subcommand};
use imagekin_access::{AccessKey, AccountId, KeyStatus};
use imagekin_catalog::Timestamp;
use imagekin_server::{Clock, OsRandom, SystemClock, new_access_key, operator_event};
use imagekin_store::AuditEvent;
use serde_json::json;

use crate::data::{Data, account, open, open_to_read};
use crate::table::{Column, Table};

const COLUMNS: &[Column] = &[("ACCOUNT", "account"), ("ACCESS KEYS", "keys")];

/// Flags of `imagekin account`.
#[derive(Args)]
pub(crate) struct AccountCommand {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Show all accounts, each with the access keys of its own
    List {
        #[command(flatten)]
        data: Data,
    },
    /// Make an access key of an account's own, for whoever has lost the others
    AddKey {
        /// The account
        #[arg(value_name = "UID", value_parser = account)]
        account: AccountId,
        #[command(flatten)]
        data: Data,
    },
    /// Make an account with an access key; its secret is shown now and never again
    Create {
        /// The account: 16 digits, your choice
        #[arg(value_name = "UID", value_parser = account)]
        account: AccountId,
        #[command(flatten)]
        data: Data,
    },
}

impl AccountCommand {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        let mut out = std::io::stdout();
        match self.command {
            Command::List { data } => {
                let store = open_to_read(&data.settings()?).await?;
                let accounts = store.look_up(|read| read.accounts()).await?;
                let shown = accounts.iter().map(|(account, keys)| {
                    let keys: Vec<&str> = keys.iter().map(imagekin_access::AccessKeyId::as_str).collect();
                    json!({"account": account.to_string(), "keys": keys.join(" ")})
                });
                write!(out, "{}", Table::of(COLUMNS, &shown.collect()).aligned())?;
            }
            Command::Create { account, data } => {
                let (store, key) = (open(&data).await?, new_key(account));
                let (made, now) = (key.clone(), SystemClock.now());
                let event = event("CreateAccount", &key, now);
                let adding = store.write_accounts(move |write| {
                    let is_new = write.add_account(&made, now)?;
                    if is_new {
                        write.record(made.account, event)?;
                    }
                    Ok(is_new)
                });
                if !adding.await? {
                    bail!(
                        "there is an account {account}: `imagekin account add-key {account}` makes a key for it"
                    );
                }
                show(&mut out, &key)?;
            }
            Command::AddKey { account, data } => {
                let (store, key) = (open(&data).await?, new_key(account));
                let accounts = store.look_up(|read| read.accounts()).await?;
                if accounts.iter().all(|(there, _)| *there != account) {
                    bail!("there is no account {account}; `imagekin account create {account}` makes it");
                }
                let (made, now) = (key.clone(), SystemClock.now());
                let event = event("AddAccountKey", &key, now);
                let adding = store.write_accounts(move |write| {
                    write.put_access_key(&made, now)?;
                    write.record(made.account, event).map(drop)
                });
                adding.await?;
                show(&mut out, &key)?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// What the audit log says of it.
fn event(name: &str, key: &AccessKey, now: Timestamp) -> AuditEvent {
    let (account, id) = (key.account.to_string(), key.id.to_string());
    operator_event(name, &[("AccountId", &account), ("AccessKeyId", &id)], now, &OsRandom)
}

fn new_key(account: AccountId) -> AccessKey {
    let (id, secret) = new_access_key(&OsRandom);
    AccessKey { account, user: None, id, secret, status: KeyStatus::Active }
}

fn show(out: &mut impl Write, key: &AccessKey) -> std::io::Result<()> {
    writeln!(out, "access key  {}\nsecret      {}", key.id, key.secret.expose())
}
