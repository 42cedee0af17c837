//! `imagekin policy …`: what policies there are, whose they are, and what they say.

mod version;

use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde_json::Value;

use super::{Entity, all, document};
use crate::client::Request;
use crate::failure::Failure;
use crate::session::{Action, Call, Session};
use crate::table::{Column, Table};

const COLUMNS: &[Column] = &[
    ("POLICY", "PolicyName"),
    ("TYPE", "PolicyType"),
    ("VERSION", "DefaultVersion"),
    ("ATTACHED", "AttachmentCount"),
    ("DESCRIPTION", "Description"),
];
const OF_ENTITY: &[Column] = &[
    ("POLICY", "PolicyName"),
    ("TYPE", "PolicyType"),
    ("VERSION", "DefaultVersion"),
    ("SINCE", "AttachDate"),
    ("DESCRIPTION", "Description"),
];
const EXPLANATION: &[Column] = &[
    ("decision", "Decision"),
    ("policy type", "PolicyType"),
    ("policy", "PolicyName"),
    ("statement", "Statement"),
];

#[derive(Subcommand)]
pub(crate) enum Policies {
    /// Make a policy.
    Create(Call<Create>),
    /// Give a policy another document; the one before stays as a version.
    Update(Call<Update>),
    /// List the policies, or those of a user, a group or a role.
    List(Call<List>),
    /// Show the document of a policy.
    Show(Call<Show>),
    /// Make, show and choose versions of a policy.
    #[command(subcommand)]
    Version(version::Versions),
    /// Attach a policy to a user, a group or a role.
    Attach(Call<Attach>),
    /// Take a policy from a user, a group or a role.
    Detach(Call<Detach>),
    /// Show whether a user or a role may do something, and which statement says so.
    Explain(Call<Explain>),
    /// Delete a policy with its versions; it must be attached to nobody.
    Delete(Call<Delete>),
}

impl Policies {
    pub(super) async fn run(self) -> Result<(), Failure> {
        match self {
            Self::Create(call) => call.run().await,
            Self::Update(call) => call.run().await,
            Self::List(call) => call.run().await,
            Self::Show(call) => call.run().await,
            Self::Version(versions) => versions.run().await,
            Self::Attach(call) => call.run().await,
            Self::Detach(call) => call.run().await,
            Self::Explain(call) => call.run().await,
            Self::Delete(call) => call.run().await,
        }
    }
}

/// Which policy.
#[derive(Args)]
struct Named {
    /// The policy
    name: String,
    /// It is one of the system's, not of the account's own
    #[arg(long)]
    system: bool,
}

impl Named {
    fn with(&self, request: Request) -> Request {
        let kind = if self.system { "System" } else { "Custom" };
        request.with("PolicyType", kind).with("PolicyName", &self.name)
    }
}

/// Flags of `imagekin policy create`.
#[derive(Args)]
pub(crate) struct Create {
    /// Its name: letters, digits and -
    name: String,
    /// File with the policy; - for standard input
    #[arg(long, value_name = "FILE")]
    document: PathBuf,
    /// What is said of it
    #[arg(long, value_name = "TEXT")]
    description: Option<String>,
}

impl Action for Create {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let request = Request::ram("CreatePolicy")
            .with("PolicyName", &self.name)
            .with("PolicyDocument", &document(&self.document)?)
            .with_some("Description", self.description);
        let reply = session.send(request).await?;
        session.print(&reply, &Table::fields(COLUMNS, &reply["Policy"]))
    }
}

/// Flags of `imagekin policy update`.
#[derive(Args)]
pub(crate) struct Update {
    /// The policy
    name: String,
    /// File with what it is to be; - for standard input
    #[arg(long, value_name = "FILE")]
    document: PathBuf,
}

impl Action for Update {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let request = Request::ram("CreatePolicyVersion")
            .with("PolicyName", &self.name)
            .with("PolicyDocument", &document(&self.document)?)
            .with("SetAsDefault", "true")
            .with("RotateStrategy", "DeleteOldestNonDefaultVersionWhenLimitExceeded");
        let reply = session.send(request).await?;
        let version = crate::client::text(&reply["PolicyVersion"], "VersionId");
        session.print_done(&reply, &format!("{} is {version} now", self.name))
    }
}

/// Flags of `imagekin policy list`.
#[derive(Args)]
pub(crate) struct List {
    /// Only policies of the account's own
    #[arg(long)]
    custom: bool,
    /// Policies of this user, not those of its groups
    #[arg(long, value_name = "NAME", group = "entity")]
    user: Option<String>,
    /// Policies of this group
    #[arg(long, value_name = "NAME", group = "entity")]
    group: Option<String>,
    /// Policies of this role
    #[arg(long, value_name = "NAME", group = "entity")]
    role: Option<String>,
}

impl Action for List {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let of = [
            ("ListPoliciesForUser", "UserName", &self.user),
            ("ListPoliciesForGroup", "GroupName", &self.group),
            ("ListPoliciesForRole", "RoleName", &self.role),
        ];
        let of = of.into_iter().find_map(|(action, field, name)| Some((action, field, name.as_ref()?)));
        let (mut reply, columns) = match of {
            Some((action, field, name)) => {
                (session.send(Request::ram(action).with(field, name)).await?, OF_ENTITY)
            }
            None => {
                let only = self.custom.then_some("Custom");
                let request = Request::ram("ListPolicies").with_some("PolicyType", only);
                (all(&session, request, "/Policies/Policy").await?, COLUMNS)
            }
        };
        if let Some(Value::Array(policies)) = reply.pointer_mut("/Policies/Policy") {
            policies.retain(|policy| !self.custom || policy["PolicyType"] == "Custom");
        }
        session.print(&reply, &Table::of(columns, &reply["Policies"]["Policy"]))
    }
}

/// Flags of `imagekin policy show`.
#[derive(Args)]
pub(crate) struct Show {
    #[command(flatten)]
    policy: Named,
}

impl Action for Show {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let reply = session.send(self.policy.with(Request::ram("GetPolicy"))).await?;
        let document = crate::client::text(&reply["DefaultPolicyVersion"], "PolicyDocument");
        session.print_value(&reply, &document)
    }
}

/// A policy, and whom it is about.
#[derive(Args)]
struct Attachment {
    #[command(flatten)]
    policy: Named,
    #[command(flatten)]
    entity: Entity,
}

impl Attachment {
    /// `actions` is the one for a user, for a group and for a role.
    async fn change(&self, session: &Session, actions: [&'static str; 3], done: &str) -> Result<(), Failure> {
        let (kind, field, name) = self.entity.named();
        let [of_user, of_group, of_role] = actions;
        let action = match kind {
            "User" => of_user,
            "Group" => of_group,
            _ => of_role,
        };
        let reply = session.send(self.policy.with(Request::ram(action)).with(field, name)).await?;
        session.print_done(&reply, &format!("{} {done} {name}", self.policy.name))
    }
}

/// Flags of `imagekin policy attach`.
#[derive(Args)]
pub(crate) struct Attach {
    #[command(flatten)]
    attachment: Attachment,
}

impl Action for Attach {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let actions = ["AttachPolicyToUser", "AttachPolicyToGroup", "AttachPolicyToRole"];
        self.attachment.change(&session, actions, "is attached to").await
    }
}

/// Flags of `imagekin policy detach`.
#[derive(Args)]
pub(crate) struct Detach {
    #[command(flatten)]
    attachment: Attachment,
}

impl Action for Detach {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let actions = ["DetachPolicyFromUser", "DetachPolicyFromGroup", "DetachPolicyFromRole"];
        self.attachment.change(&session, actions, "is taken from").await
    }
}

/// Flags of `imagekin policy explain`.
#[derive(Args)]
pub(crate) struct Explain {
    /// Whether this user may
    #[arg(long, value_name = "NAME", required_unless_present = "role", conflicts_with = "role")]
    user: Option<String>,
    /// Whether this role may
    #[arg(long, value_name = "NAME")]
    role: Option<String>,
    /// Do this, such as ecs:DeleteImage
    #[arg(long)]
    action: String,
    /// With this, such as acs:ecs:cn-hangzhou:1234567890123456:image/m-…, or * for what is of nothing in particular
    #[arg(long)]
    resource: String,
    /// What the request is supposed to say of itself, such as acs:SourceIp=10.0.0.1
    #[arg(long = "condition", value_name = "KEY=VALUE", value_parser = crate::images::tag)]
    conditions: Vec<(String, String)>,
}

impl Action for Explain {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let mut request = Request::ram("ExplainPermission")
            .with_some("UserName", self.user)
            .with_some("RoleName", self.role)
            .with("AuthAction", &self.action)
            .with("AuthResource", &self.resource);
        for (n, (key, value)) in (1..).zip(&self.conditions) {
            request =
                request.with(&format!("Condition.{n}.Key"), key).with(&format!("Condition.{n}.Value"), value);
        }
        let reply = session.send(request).await?;
        session.print(&reply, &Table::fields(EXPLANATION, &reply))
    }
}

/// Flags of `imagekin policy delete`.
#[derive(Args)]
pub(crate) struct Delete {
    /// The policy
    name: String,
}

impl Action for Delete {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let request =
            Request::ram("DeletePolicy").with("PolicyName", &self.name).with("CascadingDelete", "true");
        let reply = session.send(request).await?;
        session.print_done(&reply, &format!("{} is deleted", self.name))
    }
}
