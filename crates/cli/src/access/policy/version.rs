//! `imagekin policy version …`: the documents that a policy has had, of which one is in force.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::Named;
use crate::access::document;
use crate::client::{Request, text};
use crate::failure::Failure;
use crate::session::{Action, Call, Session};
use crate::table::{Column, Table};

const COLUMNS: &[Column] =
    &[("VERSION", "VersionId"), ("IN FORCE", "IsDefaultVersion"), ("CREATED", "CreateDate")];

#[derive(Subcommand)]
pub(crate) enum Versions {
    /// Give a policy a further version; the one that is in force stays so.
    Create(Call<Create>),
    /// List the versions of a policy.
    List(Call<List>),
    /// Show the document of a version.
    Show(Call<Show>),
    /// Put a version in force.
    SetDefault(Call<SetDefault>),
    /// Delete a version that is not in force.
    Delete(Call<Delete>),
}

impl Versions {
    pub(super) async fn run(self) -> Result<(), Failure> {
        match self {
            Self::Create(call) => call.run().await,
            Self::List(call) => call.run().await,
            Self::Show(call) => call.run().await,
            Self::SetDefault(call) => call.run().await,
            Self::Delete(call) => call.run().await,
        }
    }
}

/// Flags of `imagekin policy version create`.
#[derive(Args)]
pub(crate) struct Create {
    /// The policy
    name: String,
    /// File with the document; - for standard input
    #[arg(long, value_name = "FILE")]
    document: PathBuf,
    /// Put it in force at once
    #[arg(long)]
    set_as_default: bool,
    /// Where there are as many versions as there may be, five, delete the oldest that is not in force
    #[arg(long)]
    delete_oldest: bool,
}

impl Action for Create {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let rotates = self.delete_oldest.then_some("DeleteOldestNonDefaultVersionWhenLimitExceeded");
        let request = Request::ram("CreatePolicyVersion")
            .with("PolicyName", &self.name)
            .with("PolicyDocument", &document(&self.document)?)
            .with_flag("SetAsDefault", self.set_as_default)
            .with_some("RotateStrategy", rotates);
        let reply = session.send(request).await?;
        session.print_value(&reply, &text(&reply["PolicyVersion"], "VersionId"))
    }
}

/// Flags of `imagekin policy version list`.
#[derive(Args)]
pub(crate) struct List {
    #[command(flatten)]
    policy: Named,
}

impl Action for List {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let reply = session.send(self.policy.with(Request::ram("ListPolicyVersions"))).await?;
        session.print(&reply, &Table::of(COLUMNS, &reply["PolicyVersions"]["PolicyVersion"]))
    }
}

/// Flags of `imagekin policy version show`.
#[derive(Args)]
pub(crate) struct Show {
    #[command(flatten)]
    policy: Named,
    /// The version, such as v2
    #[arg(value_name = "VERSION")]
    version_id: String,
}

impl Action for Show {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let request = self.policy.with(Request::ram("GetPolicyVersion")).with("VersionId", &self.version_id);
        let reply = session.send(request).await?;
        session.print_value(&reply, &text(&reply["PolicyVersion"], "PolicyDocument"))
    }
}

/// A version of a policy of the account's own.
#[derive(Args)]
struct One {
    /// The policy
    name: String,
    /// The version, such as v2
    #[arg(value_name = "VERSION")]
    version_id: String,
}

impl One {
    fn request(&self, action: &'static str) -> Request {
        Request::ram(action).with("PolicyName", &self.name).with("VersionId", &self.version_id)
    }
}

/// Flags of `imagekin policy version set-default`.
#[derive(Args)]
pub(crate) struct SetDefault {
    #[command(flatten)]
    version: One,
}

impl Action for SetDefault {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let One { name, version_id } = &self.version;
        let reply = session.send(self.version.request("SetDefaultPolicyVersion")).await?;
        session.print_done(&reply, &format!("{name} is {version_id} now"))
    }
}

/// Flags of `imagekin policy version delete`.
#[derive(Args)]
pub(crate) struct Delete {
    #[command(flatten)]
    version: One,
}

impl Action for Delete {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let One { name, version_id } = &self.version;
        let reply = session.send(self.version.request("DeletePolicyVersion")).await?;
        session.print_done(&reply, &format!("{version_id} of {name} is deleted"))
    }
}
