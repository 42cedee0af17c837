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
    /// Change whom a role trusts, how long its sessions last, and what is said of it.
    Update(Call<Update>),
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
            Self::Update(call) => call.run().await,
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
    /// How long a session of it may last, in seconds: 3600 to 43200 [default: 3600]
    #[arg(long, value_name = "SECONDS")]
    max_session_duration: Option<u32>,
}

impl Action for Create {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let request = Request::ram("CreateRole")
            .with("RoleName", &self.name)
            .with("AssumeRolePolicyDocument", &document(&self.trust)?)
            .with_some("Description", self.description)
            .with_some("MaxSessionDuration", self.max_session_duration);
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

/// Flags of `imagekin role update`.
#[derive(Args)]
pub(crate) struct Update {
    /// The role
    name: String,
    #[command(flatten)]
    change: Change,
}

/// What is to be different.
#[derive(Args)]
#[group(required = true, multiple = true)]
struct Change {
    /// File with its trust policy: who may assume it from now on; - for standard input. Sessions go on
    #[arg(long, value_name = "FILE")]
    trust: Option<PathBuf>,
    /// What is said of it; an empty text removes it
    #[arg(long, value_name = "TEXT")]
    description: Option<String>,
    /// How long a session of it may last that begins from now on, in seconds: 3600 to 43200
    #[arg(long, value_name = "SECONDS")]
    max_session_duration: Option<u32>,
}

impl Action for Update {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let trust = self.change.trust.as_deref().map(document).transpose()?;
        let request = Request::ram("UpdateRole")
            .with("RoleName", &self.name)
            .with_some("NewAssumeRolePolicyDocument", trust)
            .with_some("NewDescription", self.change.description)
            .with_some("NewMaxSessionDuration", self.change.max_session_duration);
        let reply = session.send(request).await?;
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
    /// File with a policy: what it allows and the role may do, the session may do, no more; - for standard input
    #[arg(long, value_name = "FILE")]
    policy: Option<PathBuf>,
    /// What the trust policy asks for as sts:ExternalId
    #[arg(long, value_name = "ID")]
    external_id: Option<String>,
}

impl Action for Assume {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let request = Request::sts("AssumeRole")
            .with("RoleArn", &self.arn)
            .with("RoleSessionName", &self.session)
            .with_some("DurationSeconds", self.duration)
            .with_some("Policy", self.policy.as_deref().map(document).transpose()?)
            .with_some("ExternalId", self.external_id);
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
