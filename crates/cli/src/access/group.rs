//! `imagekin group …`: groups of RAM users.

use clap::{Args, Subcommand};

use super::all;
use crate::client::Request;
use crate::failure::Failure;
use crate::session::{Action, Call, Session};
use crate::table::{Column, Table};

const COLUMNS: &[Column] = &[("GROUP", "GroupName"), ("CREATED", "CreateDate"), ("COMMENTS", "Comments")];
const MEMBERS: &[Column] = &[("USER", "UserName"), ("DISPLAY NAME", "DisplayName"), ("SINCE", "JoinDate")];

#[derive(Subcommand)]
pub(crate) enum Groups {
    /// Make a group.
    Create(Call<Create>),
    /// List the groups.
    List(Call<List>),
    /// Change what a group is called, and what is said of it.
    Update(Call<Update>),
    /// List the users of a group.
    Members(Call<Members>),
    /// Put a user into a group.
    Add(Call<Add>),
    /// Take a user out of a group.
    Remove(Call<Remove>),
    /// Delete a group, which must have no user and no policy left.
    Delete(Call<Delete>),
}

impl Groups {
    pub(super) async fn run(self) -> Result<(), Failure> {
        match self {
            Self::Create(call) => call.run().await,
            Self::List(call) => call.run().await,
            Self::Update(call) => call.run().await,
            Self::Members(call) => call.run().await,
            Self::Add(call) => call.run().await,
            Self::Remove(call) => call.run().await,
            Self::Delete(call) => call.run().await,
        }
    }
}

/// Flags of `imagekin group create`.
#[derive(Args)]
pub(crate) struct Create {
    /// Its name: letters, digits and . - _
    name: String,
    /// What is said of it
    #[arg(long, value_name = "TEXT")]
    comments: Option<String>,
}

impl Action for Create {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let request =
            Request::ram("CreateGroup").with("GroupName", &self.name).with_some("Comments", self.comments);
        let reply = session.send(request).await?;
        session.print(&reply, &Table::fields(COLUMNS, &reply["Group"]))
    }
}

/// Flags of `imagekin group list`.
#[derive(Args)]
pub(crate) struct List {}

impl Action for List {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let reply = all(&session, Request::ram("ListGroups"), "/Groups/Group").await?;
        session.print(&reply, &Table::of(COLUMNS, &reply["Groups"]["Group"]))
    }
}

/// Flags of `imagekin group update`.
#[derive(Args)]
pub(crate) struct Update {
    /// The group
    name: String,
    #[command(flatten)]
    change: Change,
}

/// What is to be different.
#[derive(Args)]
#[group(required = true, multiple = true)]
struct Change {
    /// Another name; its users and policies stay
    #[arg(long, value_name = "NAME")]
    new_name: Option<String>,
    /// What is said of it; an empty text removes it
    #[arg(long, value_name = "TEXT")]
    comments: Option<String>,
}

impl Action for Update {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let request = Request::ram("UpdateGroup")
            .with("GroupName", &self.name)
            .with_some("NewGroupName", self.change.new_name)
            .with_some("NewComments", self.change.comments);
        let reply = session.send(request).await?;
        session.print(&reply, &Table::fields(COLUMNS, &reply["Group"]))
    }
}

/// Flags of `imagekin group members`.
#[derive(Args)]
pub(crate) struct Members {
    /// The group
    name: String,
}

impl Action for Members {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let request = Request::ram("ListUsersForGroup").with("GroupName", &self.name);
        let reply = all(&session, request, "/Users/User").await?;
        session.print(&reply, &Table::of(MEMBERS, &reply["Users"]["User"]))
    }
}

/// A user and a group.
#[derive(Args)]
struct Membership {
    /// The group
    group: String,
    /// The user
    user: String,
}

impl Membership {
    fn request(&self, action: &'static str) -> Request {
        Request::ram(action).with("GroupName", &self.group).with("UserName", &self.user)
    }
}

/// Flags of `imagekin group add`.
#[derive(Args)]
pub(crate) struct Add {
    #[command(flatten)]
    membership: Membership,
}

impl Action for Add {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let reply = session.send(self.membership.request("AddUserToGroup")).await?;
        session.print_done(&reply, &format!("{} is in {}", self.membership.user, self.membership.group))
    }
}

/// Flags of `imagekin group remove`.
#[derive(Args)]
pub(crate) struct Remove {
    #[command(flatten)]
    membership: Membership,
}

impl Action for Remove {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let reply = session.send(self.membership.request("RemoveUserFromGroup")).await?;
        let Membership { group, user } = &self.membership;
        session.print_done(&reply, &format!("{user} is not in {group} any more"))
    }
}

/// Flags of `imagekin group delete`.
#[derive(Args)]
pub(crate) struct Delete {
    /// The group
    name: String,
}

impl Action for Delete {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let reply = session.send(Request::ram("DeleteGroup").with("GroupName", &self.name)).await?;
        session.print_done(&reply, &format!("{} is deleted", self.name))
    }
}
