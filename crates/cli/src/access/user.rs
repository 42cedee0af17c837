//! `imagekin user …`: RAM users of the account.

use clap::{Args, Subcommand};

use super::all;
use crate::client::Request;
use crate::failure::Failure;
use crate::session::{Action, Call, Session};
use crate::table::{Column, Table};

const COLUMNS: &[Column] = &[
    ("USER", "UserName"),
    ("ID", "UserId"),
    ("DISPLAY NAME", "DisplayName"),
    ("CREATED", "CreateDate"),
    ("COMMENTS", "Comments"),
];

#[derive(Subcommand)]
pub(crate) enum Users {
    /// Make a user, who may do nothing yet.
    Create(Call<Create>),
    /// List the users.
    List(Call<List>),
    /// Show a user.
    Show(Call<Show>),
    /// Change what a user is called, and what is said of it.
    Update(Call<Update>),
    /// Delete a user, who must have no key, no group and no policy left.
    Delete(Call<Delete>),
}

impl Users {
    pub(super) async fn run(self) -> Result<(), Failure> {
        match self {
            Self::Create(call) => call.run().await,
            Self::List(call) => call.run().await,
            Self::Show(call) => call.run().await,
            Self::Update(call) => call.run().await,
            Self::Delete(call) => call.run().await,
        }
    }
}

/// Flags of `imagekin user create`.
#[derive(Args)]
pub(crate) struct Create {
    /// Its name: letters, digits and . - _ @
    name: String,
    /// What it is shown as
    #[arg(long, value_name = "TEXT")]
    display_name: Option<String>,
    /// What is said of it
    #[arg(long, value_name = "TEXT")]
    comments: Option<String>,
}

impl Action for Create {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let request = Request::ram("CreateUser")
            .with("UserName", &self.name)
            .with_some("DisplayName", self.display_name)
            .with_some("Comments", self.comments);
        let reply = session.send(request).await?;
        session.print(&reply, &Table::fields(COLUMNS, &reply["User"]))
    }
}

/// Flags of `imagekin user list`.
#[derive(Args)]
pub(crate) struct List {}

impl Action for List {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let reply = all(&session, Request::ram("ListUsers"), "/Users/User").await?;
        session.print(&reply, &Table::of(COLUMNS, &reply["Users"]["User"]))
    }
}

/// Flags of `imagekin user show`.
#[derive(Args)]
pub(crate) struct Show {
    /// The user
    name: String,
}

impl Action for Show {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let reply = session.send(Request::ram("GetUser").with("UserName", &self.name)).await?;
        session.print(&reply, &Table::fields(COLUMNS, &reply["User"]))
    }
}

/// Flags of `imagekin user update`.
#[derive(Args)]
pub(crate) struct Update {
    /// The user
    name: String,
    #[command(flatten)]
    change: Change,
}

/// What is to be different.
#[derive(Args)]
#[group(required = true, multiple = true)]
struct Change {
    /// Another name; keys, groups and policies stay, but policies that name the user have to name it anew
    #[arg(long, value_name = "NAME")]
    new_name: Option<String>,
    /// What it is shown as
    #[arg(long, value_name = "TEXT")]
    display_name: Option<String>,
    /// What is said of it; an empty text removes it
    #[arg(long, value_name = "TEXT")]
    comments: Option<String>,
}

impl Action for Update {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let request = Request::ram("UpdateUser")
            .with("UserName", &self.name)
            .with_some("NewUserName", self.change.new_name)
            .with_some("NewDisplayName", self.change.display_name)
            .with_some("NewComments", self.change.comments);
        let reply = session.send(request).await?;
        session.print(&reply, &Table::fields(COLUMNS, &reply["User"]))
    }
}

/// Flags of `imagekin user delete`.
#[derive(Args)]
pub(crate) struct Delete {
    /// The user
    name: String,
}

impl Action for Delete {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let reply = session.send(Request::ram("DeleteUser").with("UserName", &self.name)).await?;
        session.print_done(&reply, &format!("{} is deleted", self.name))
    }
}
