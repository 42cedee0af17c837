//! `imagekin account`: the accounts of a store, and the access keys of their own.

use std::io::Write;
use std::process::ExitCode;

use anyhow::{Context, bail};
use clap::{Args, Subcommand};
use imagekin_access::{AccessKey, AccessKeyId, AccountId, KeyStatus};
use imagekin_catalog::Timestamp;
use imagekin_server::{Clock, OsRandom, SystemClock, new_access_key, operator_event};
use imagekin_store::{AccessWrite, AuditEvent, KeyDescription, Store, StoreError};
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
    /// Let an access key of an account's own be used no more, for now
    DisableKey {
        #[command(flatten)]
        key: OwnKey,
        #[command(flatten)]
        data: Data,
    },
    /// Let an access key of an account's own be used again
    EnableKey {
        #[command(flatten)]
        key: OwnKey,
        #[command(flatten)]
        data: Data,
    },
    /// Delete an access key of an account's own
    DeleteKey {
        #[command(flatten)]
        key: OwnKey,
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

/// An access key of an account's own, not of one of its users: the account itself looks after those.
#[derive(Args)]
struct OwnKey {
    /// The account
    #[arg(value_name = "UID", value_parser = account)]
    account: AccountId,
    /// The key
    #[arg(value_name = "ACCESS_KEY_ID", value_parser = access_key_id)]
    key_id: AccessKeyId,
}

/// What becomes of a key.
#[derive(Clone, Copy)]
enum Change {
    Disable,
    Enable,
    Delete,
}

impl AccountCommand {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        let mut out = std::io::stdout();
        match self.command {
            Command::List { data } => list(&data, &mut out).await?,
            Command::Create { account, data } => create(account, &data, &mut out).await?,
            Command::AddKey { account, data } => add_key(account, &data, &mut out).await?,
            Command::DisableKey { key, data } => key.change(Change::Disable, &data, &mut out).await?,
            Command::EnableKey { key, data } => key.change(Change::Enable, &data, &mut out).await?,
            Command::DeleteKey { key, data } => key.change(Change::Delete, &data, &mut out).await?,
        }
        Ok(ExitCode::SUCCESS)
    }
}

async fn list(data: &Data, out: &mut impl Write) -> anyhow::Result<()> {
    let store = open_to_read(&data.settings()?).await?;
    let accounts = store.look_up(|read| {
        let accounts = read.accounts()?.into_iter();
        let with_keys = accounts.map(|(account, _)| Ok((account, read.access_keys(account, None)?)));
        with_keys.collect::<Result<Vec<(AccountId, Vec<KeyDescription>)>, StoreError>>()
    });
    let accounts = accounts.await?;
    let shown = accounts.iter().map(|(account, keys)| {
        let keys: Vec<String> = keys.iter().map(shown_key).collect();
        json!({"account": account.to_string(), "keys": keys.join(" ")})
    });
    write!(out, "{}", Table::of(COLUMNS, &shown.collect()).aligned())?;
    Ok(())
}

/// The id of a key, and that it may not be used, if it is so.
fn shown_key(key: &KeyDescription) -> String {
    match key.status {
        KeyStatus::Active => key.id.to_string(),
        KeyStatus::Inactive => format!("{} ({})", key.id, key.status.as_str()),
    }
}

async fn create(account: AccountId, data: &Data, out: &mut impl Write) -> anyhow::Result<()> {
    let (store, key) = (open(data).await?, new_key(account));
    let (made, now) = (key.clone(), SystemClock.now());
    let event = event("CreateAccount", account, &key.id, now);
    let adding = store.write_accounts(move |write| {
        let is_new = write.add_account(&made, now)?;
        if is_new {
            write.record(made.account, event)?;
        }
        Ok(is_new)
    });
    if !adding.await? {
        bail!("there is an account {account}: `imagekin account add-key {account}` makes a key for it");
    }
    Ok(show(out, &key)?)
}

async fn add_key(account: AccountId, data: &Data, out: &mut impl Write) -> anyhow::Result<()> {
    let (store, key) = (open(data).await?, new_key(account));
    must_be_there(&store, account).await?;
    let (made, now) = (key.clone(), SystemClock.now());
    let event = event("AddAccountKey", account, &key.id, now);
    let adding = store.write_accounts(move |write| {
        write.put_access_key(&made, now)?;
        write.record(made.account, event).map(drop)
    });
    adding.await?;
    Ok(show(out, &key)?)
}

async fn must_be_there(store: &Store, account: AccountId) -> anyhow::Result<()> {
    let accounts = store.look_up(|read| read.accounts()).await?;
    if accounts.iter().all(|(there, _)| *there != account) {
        bail!("there is no account {account}; `imagekin account create {account}` makes it");
    }
    Ok(())
}

impl OwnKey {
    async fn change(self, change: Change, data: &Data, out: &mut impl Write) -> anyhow::Result<()> {
        let (store, Self { account, key_id }) = (open(data).await?, self);
        must_be_there(&store, account).await?;
        let (id, now) = (key_id.clone(), SystemClock.now());
        let event = event(change.event_name(), account, &key_id, now);
        let changing = store.write_access(account, now, move |write| {
            let is_there = change.make(write, &id)?;
            if is_there {
                write.record(event)?;
            }
            Ok::<bool, StoreError>(is_there)
        });
        if !changing.await? {
            bail!(
                "the account {account} has no access key {key_id} of its own; `imagekin account list` shows which it has"
            );
        }
        writeln!(out, "{key_id} is {}", change.outcome())?;
        Ok(())
    }
}

impl Change {
    const fn event_name(self) -> &'static str {
        match self {
            Self::Disable => "DisableAccountKey",
            Self::Enable => "EnableAccountKey",
            Self::Delete => "DeleteAccountKey",
        }
    }

    /// What is to be said of the key afterwards.
    const fn outcome(self) -> &'static str {
        match self {
            Self::Disable => KeyStatus::Inactive.as_str(),
            Self::Enable => KeyStatus::Active.as_str(),
            Self::Delete => "deleted",
        }
    }

    /// Was there such a key?
    fn make(self, write: &AccessWrite<'_>, id: &AccessKeyId) -> Result<bool, StoreError> {
        match self {
            Self::Disable => write.set_key_status(None, id, KeyStatus::Inactive),
            Self::Enable => write.set_key_status(None, id, KeyStatus::Active),
            Self::Delete => write.delete_access_key(None, id),
        }
    }
}

/// What the audit log says of it.
fn event(name: &str, account: AccountId, key: &AccessKeyId, now: Timestamp) -> AuditEvent {
    let (account, id) = (account.to_string(), key.to_string());
    operator_event(name, &[("AccountId", &account), ("AccessKeyId", &id)], now, &OsRandom)
}

fn new_key(account: AccountId) -> AccessKey {
    let (id, secret) = new_access_key(&OsRandom);
    AccessKey { account, user: None, id, secret, status: KeyStatus::Active }
}

fn show(out: &mut impl Write, key: &AccessKey) -> std::io::Result<()> {
    writeln!(out, "access key  {}\nsecret      {}", key.id, key.secret.expose())
}

/// Reads the id of an access key.
fn access_key_id(text: &str) -> anyhow::Result<AccessKeyId> {
    AccessKeyId::parse(text).context("must be the id of an access key: 1 to 128 of A-Z, a-z, 0-9, . _ -")
}
