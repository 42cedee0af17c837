//! `imagekin guard …`: whose images the account takes from others.

use clap::{Args, Subcommand};
use serde_json::Value;

use crate::client::Request;
use crate::failure::Failure;
use crate::session::{Action, Call, Session};
use crate::table::{Column, Table};

const FIELDS: &[Column] = &[("Mode", "Mode")];

#[derive(Subcommand)]
pub(crate) enum Guards {
    /// Show the guard of the region.
    Show(Call<Show>),
    /// Set the guard of the region.
    Set(Call<Set>),
}

impl Guards {
    pub(crate) async fn run(self) -> Result<(), Failure> {
        match self {
            Self::Show(call) => call.run().await,
            Self::Set(call) => call.run().await,
        }
    }
}

/// Flags of `imagekin guard show`.
#[derive(Args)]
pub(crate) struct Show {}

impl Action for Show {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let reply = session.send(Request::new("DescribeImageOwnerGuard")).await?;
        let owners = owners(&reply).into_iter();
        let table =
            owners.fold(Table::fields(FIELDS, &reply), |table, owner| table.with_field("Trusted", owner));
        session.print(&reply, &table)
    }
}

/// Flags of `imagekin guard set`.
#[derive(Args)]
pub(crate) struct Set {
    /// What it does about images of owners that are not trusted: nothing, tell of them, or hide them
    #[arg(value_parser = ["off", "audit", "enforce"])]
    mode: String,
    /// Owner to trust, by its uid, or `system`; all that are to be trusted [default: those that are now]
    #[arg(long = "trust", value_name = "UID", conflicts_with = "trust_nobody")]
    trusted: Vec<String>,
    /// Trust no owner but the account itself
    #[arg(long)]
    trust_nobody: bool,
}

impl Action for Set {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let trusted = if self.trusted.is_empty() && !self.trust_nobody {
            owners(&session.send(Request::new("DescribeImageOwnerGuard")).await?)
        } else {
            self.trusted
        };
        let request = Request::new("ModifyImageOwnerGuard").with("Mode", &self.mode);
        let reply = session.send(request.with_list("TrustedOwner", &trusted)).await?;
        session.print_done(&reply, &format!("the guard of {} is {}", session.region, self.mode))
    }
}

fn owners(reply: &Value) -> Vec<String> {
    let owners = reply["TrustedOwners"]["TrustedOwner"].as_array().into_iter().flatten();
    owners.filter_map(Value::as_str).map(str::to_owned).collect()
}
