//! `imagekin key …`: access keys of RAM users, or of whoever calls.

use clap::{Args, Subcommand};
use serde_json::Value;

use crate::client::{Request, text};
use crate::failure::Failure;
use crate::session::{Action, Call, Session};
use crate::table::{Column, Table};

const COLUMNS: &[Column] = &[("ACCESS KEY", "AccessKeyId"), ("STATUS", "Status"), ("CREATED", "CreateDate")];
const NEW_KEY: &[Column] = &[("access key", "AccessKeyId"), ("secret", "AccessKeySecret")];
const LAST_USED: &[Column] = &[("last used", "LastUsedDate")];

#[derive(Subcommand)]
pub(crate) enum Keys {
    /// Make a key; its secret is shown now and never again.
    Create(Call<Create>),
    /// Make the key that is to take the place of another one, which goes on until it is disabled.
    Rotate(Call<Rotate>),
    /// List the keys.
    List(Call<List>),
    /// Show when a key was used last, to the hour.
    LastUsed(Call<LastUsed>),
    /// Let a key be used no more, for now.
    Disable(Call<Disable>),
    /// Let a key be used again.
    Enable(Call<Enable>),
    /// Delete a key.
    Delete(Call<Delete>),
}

impl Keys {
    pub(super) async fn run(self) -> Result<(), Failure> {
        match self {
            Self::Create(call) => call.run().await,
            Self::Rotate(call) => call.run().await,
            Self::List(call) => call.run().await,
            Self::LastUsed(call) => call.run().await,
            Self::Disable(call) => call.run().await,
            Self::Enable(call) => call.run().await,
            Self::Delete(call) => call.run().await,
        }
    }
}

/// Whose keys.
#[derive(Args)]
struct Owner {
    /// A RAM user's keys [default: those of whoever calls]
    #[arg(long, value_name = "NAME")]
    user: Option<String>,
}

impl Owner {
    fn request(&self, action: &'static str) -> Request {
        Request::ram(action).with_some("UserName", self.user.as_deref())
    }

    /// What names it on the command line.
    fn flag(&self) -> String {
        self.user.as_ref().map_or_else(String::new, |name| format!(" --user {name}"))
    }

    /// Is there this key, and no second one, so that there is room for the next?
    async fn admit_next(&self, session: &Session, old: &str) -> Result<(), Failure> {
        let reply = session.send(self.request("ListAccessKeys")).await?;
        let keys = reply["AccessKeys"]["AccessKey"].as_array().into_iter().flatten();
        let (named, others): (Vec<&Value>, Vec<&Value>) = keys.partition(|key| key["AccessKeyId"] == old);
        if named.is_empty() {
            let owner = self.user.as_deref().unwrap_or("whoever calls");
            return Err(Failure::NotFound(format!("{owner} has no access key {old}")));
        }
        let Some(other) = others.first() else { return Ok(()) };
        let (id, status, flag) = (text(other, "AccessKeyId"), text(other, "Status"), self.flag());
        Err(Failure::Failed(format!(
            "there is a second key already, {id} ({status}), and no room for a third: when nothing uses it, `imagekin key \
             delete {id}{flag}`"
        )))
    }
}

/// Flags of `imagekin key create`.
#[derive(Args)]
pub(crate) struct Create {
    #[command(flatten)]
    owner: Owner,
}

impl Action for Create {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let reply = session.send(self.owner.request("CreateAccessKey")).await?;
        session.print(&reply, &Table::fields(NEW_KEY, &reply["AccessKey"]))
    }
}

/// Flags of `imagekin key list`.
#[derive(Args)]
pub(crate) struct List {
    #[command(flatten)]
    owner: Owner,
}

impl Action for List {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let reply = session.send(self.owner.request("ListAccessKeys")).await?;
        session.print(&reply, &Table::of(COLUMNS, &reply["AccessKeys"]["AccessKey"]))
    }
}

/// A key, and whose it is.
#[derive(Args)]
struct One {
    /// The key
    #[arg(value_name = "ACCESS_KEY_ID")]
    key_id: String,
    #[command(flatten)]
    owner: Owner,
}

impl One {
    fn request(&self, action: &'static str) -> Request {
        self.owner.request(action).with("UserAccessKeyId", &self.key_id)
    }

    async fn set_status(&self, session: &Session, status: &str) -> Result<(), Failure> {
        let reply = session.send(self.request("UpdateAccessKey").with("Status", status)).await?;
        session.print_done(&reply, &format!("{} is {status}", self.key_id))
    }
}

/// Flags of `imagekin key rotate`.
#[derive(Args)]
pub(crate) struct Rotate {
    #[command(flatten)]
    key: One,
    /// Disable the old key at once, as when it has leaked: whoever has no other is refused
    #[arg(long)]
    disable: bool,
}

impl Action for Rotate {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let One { key_id: old, owner } = &self.key;
        owner.admit_next(&session, old).await?;
        let made = session.send(owner.request("CreateAccessKey")).await?;
        // Before anything else can fail: a secret that is not shown now is lost.
        session.print(&made, &Table::fields(NEW_KEY, &made["AccessKey"]))?;
        if self.disable {
            session.send(self.key.request("UpdateAccessKey").with("Status", "Inactive")).await?;
        }
        if session.is_table() {
            eprintln!("{}", next(old, &owner.flag(), self.disable));
        }
        Ok(())
    }
}

/// What is to be done with the old key.
fn next(old: &str, flag: &str, is_disabled: bool) -> String {
    if is_disabled {
        return format!(
            "{old} is Inactive. `imagekin key delete {old}{flag}` is for good, `imagekin key enable {old}{flag}` undoes it"
        );
    }
    format!(
        "{old} goes on until it is disabled. When nothing uses it any more (`imagekin key last-used {old}{flag}`), `imagekin \
         key disable {old}{flag}`; when nobody has missed it, `imagekin key delete {old}{flag}`"
    )
}

/// Flags of `imagekin key last-used`.
#[derive(Args)]
pub(crate) struct LastUsed {
    #[command(flatten)]
    key: One,
}

impl Action for LastUsed {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let reply = session.send(self.key.request("GetAccessKeyLastUsed")).await?;
        session.print(&reply, &Table::fields(LAST_USED, &reply["AccessKeyLastUsed"]))
    }
}

/// Flags of `imagekin key disable`.
#[derive(Args)]
pub(crate) struct Disable {
    #[command(flatten)]
    key: One,
}

impl Action for Disable {
    async fn run(self, session: Session) -> Result<(), Failure> {
        self.key.set_status(&session, "Inactive").await
    }
}

/// Flags of `imagekin key enable`.
#[derive(Args)]
pub(crate) struct Enable {
    #[command(flatten)]
    key: One,
}

impl Action for Enable {
    async fn run(self, session: Session) -> Result<(), Failure> {
        self.key.set_status(&session, "Active").await
    }
}

/// Flags of `imagekin key delete`.
#[derive(Args)]
pub(crate) struct Delete {
    #[command(flatten)]
    key: One,
}

impl Action for Delete {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let reply = session.send(self.key.request("DeleteAccessKey")).await?;
        session.print_done(&reply, &format!("{} is deleted", self.key.key_id))
    }
}
