//! `imagekin role …`: roles, and being one for a while.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{all, document};
use crate::client::Request;
use crate::failure::Failure;
use crate::session::{Action, Call, Session};
use crate::table::{Column, Table};

const COLUMNS: &[Column] = &[
    ("ROLE", "RoleName"),
    ("ARN", "Arn"),
    ("SESSION S", "MaxSessionDuration"),
    ("CREATED", "CreateDate"),
    ("DESCRIPTION", "Description"),
];
const ONE: &[Column] = &[
    ("role", "RoleName"),
    ("arn", "Arn"),
    ("trust policy", "AssumeRolePolicyDocument"),
    ("longest session, s", "MaxSessionDuration"),
    ("created", "CreateDate"),
    ("description", "Description"),
];
const CREDENTIALS: &[Column] = &[
    ("ALIBABA_CLOUD_ACCESS_KEY_ID", "AccessKeyId"),
    ("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "AccessKeySecret"),
    ("ALIBABA_CLOUD_SECURITY_TOKEN", "SecurityToken"),
    ("expires", "Expiration"),
];

#[derive(Subcommand)]
pub(crate) enum Roles {
    /// Make a role, which may do nothing yet.
    Create(Call<Create>),
    /// List the roles.
    List(Call<List>),
    /// Show a role and whom it trusts.
    Show(Call<Show>),
    /// Assume a role: show a temporary key with its token.
    Assume(Call<Assume>),
    /// Delete a role, which must have no policy left; its sessions end.
    Delete(Call<Delete>),
}

impl Roles {
    pub(super) async fn run(self) -> Result<(), Failure> {
        match self {
            Self::Create(call) => call.run().await,
            Self::List(call) => call.run().await,
            Self::Show(call) => call.run().await,
            Self::Assume(call) => call.run().await,
            Self::Delete(call) => call.run().await,
        }
    }
}

/// Flags of `imagekin role create`.
#[derive(Args)]
pub(crate) struct Create {
    /// Its name: letters, digits and . - _
    name: String,
    /// File with its trust policy: who may assume it; - for standard input
    #[arg(long, value_name = "FILE")]
    trust: PathBuf,
    /// What is said of it
    #[arg(long, value_name = "TEXT")]
    description: Option<String>,
}

impl Action for Create {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let request = Request::ram("CreateRole")
            .with("RoleName", &self.name)
            .with("AssumeRolePolicyDocument", &document(&self.trust)?)
            .with_some("Description", self.description);
        let reply = session.send(request).await?;
        session.print(&reply, &Table::fields(ONE, &reply["Role"]))
    }
}

/// Flags of `imagekin role list`.
#[derive(Args)]
pub(crate) struct List {}

impl Action for List {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let reply = all(&session, Request::ram("ListRoles"), "/Roles/Role").await?;
        session.print(&reply, &Table::of(COLUMNS, &reply["Roles"]["Role"]))
    }
}

/// Flags of `imagekin role show`.
#[derive(Args)]
pub(crate) struct Show {
    /// The role
    name: String,
}

impl Action for Show {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let reply = session.send(Request::ram("GetRole").with("RoleName", &self.name)).await?;
        session.print(&reply, &Table::fields(ONE, &reply["Role"]))
    }
}

/// Flags of `imagekin role assume`.
#[derive(Args)]
pub(crate) struct Assume {
    /// The role, as acs:ram::ACCOUNT:role/NAME
    arn: String,
    /// What the session is called where it is told who has done something
    #[arg(long, value_name = "NAME", default_value = "imagekin")]
    session: String,
    /// How long it lasts, in seconds
    #[arg(long, value_name = "SECONDS")]
    duration: Option<u32>,
}

impl Action for Assume {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let request = Request::sts("AssumeRole")
            .with("RoleArn", &self.arn)
            .with("RoleSessionName", &self.session)
            .with_some("DurationSeconds", self.duration);
        let reply = session.send(request).await?;
        session.print(&reply, &Table::fields(CREDENTIALS, &reply["Credentials"]))
    }
}

/// Flags of `imagekin role delete`.
#[derive(Args)]
pub(crate) struct Delete {
    /// The role
    name: String,
}

impl Action for Delete {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let reply = session.send(Request::ram("DeleteRole").with("RoleName", &self.name)).await?;
        session.print_done(&reply, &format!("{} is deleted", self.name))
    }
}
