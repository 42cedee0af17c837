//! `imagekin user|group|role|key|policy …`: who may do what within the account; one file per noun.

mod group;
mod key;
mod policy;
mod role;
mod user;

use clap::{Args, Subcommand};
use serde_json::Value;

use crate::client::{Request, text};
use crate::failure::Failure;
use crate::session::Session;

#[derive(Subcommand)]
pub(crate) enum Access {
    /// Make, show, change and delete RAM users.
    #[command(subcommand)]
    User(user::Users),
    /// Make, rotate, disable and delete access keys.
    #[command(subcommand)]
    Key(key::Keys),
    /// Put RAM users into groups.
    #[command(subcommand)]
    Group(group::Groups),
    /// Make roles, and assume them.
    #[command(subcommand)]
    Role(role::Roles),
    /// Make policies, attach them, and have them explained.
    #[command(subcommand)]
    Policy(Box<policy::Policies>),
}

impl Access {
    pub(crate) async fn run(self) -> Result<(), Failure> {
        match self {
            Self::User(users) => users.run().await,
            Self::Key(keys) => keys.run().await,
            Self::Group(groups) => groups.run().await,
            Self::Role(roles) => roles.run().await,
            Self::Policy(policies) => policies.run().await,
        }
    }
}

/// Whom something is about: exactly one.
#[derive(Args)]
#[group(required = true, multiple = false)]
struct Entity {
    /// A user
    #[arg(long, value_name = "NAME")]
    user: Option<String>,
    /// A group of users
    #[arg(long, value_name = "NAME")]
    group: Option<String>,
    /// A role
    #[arg(long, value_name = "NAME")]
    role: Option<String>,
}

impl Entity {
    /// What RAM calls it, the parameter with its name, and its name.
    fn named(&self) -> (&'static str, &'static str, &str) {
        match (&self.user, &self.group, &self.role) {
            (Some(name), _, _) => ("User", "UserName", name),
            (_, Some(name), _) => ("Group", "GroupName", name),
            (_, _, name) => ("Role", "RoleName", name.as_deref().unwrap_or_default()),
        }
    }
}

/// All pages of a list, as one answer. `list` points at it.
async fn all(session: &Session, request: Request, list: &str) -> Result<Value, Failure> {
    let mut whole = session.send(request.clone()).await?;
    while whole["IsTruncated"] == Value::Bool(true) {
        let mut page = session.send(request.clone().with("Marker", &text(&whole, "Marker"))).await?;
        let items = page.pointer_mut(list).map(Value::take);
        if let (Some(Value::Array(items)), Some(Value::Array(all))) = (items, whole.pointer_mut(list)) {
            all.extend(items);
        }
        whole["IsTruncated"] = page["IsTruncated"].clone();
        whole["Marker"] = page["Marker"].clone();
    }
    if let Some(fields) = whole.as_object_mut() {
        fields.remove("Marker");
    }
    Ok(whole)
}

/// What is in a file, or on standard input for `-`.
fn document(file: &std::path::Path) -> Result<String, Failure> {
    let read = if file.as_os_str() == "-" {
        std::io::read_to_string(std::io::stdin())
    } else {
        std::fs::read_to_string(file)
    };
    read.map_err(|error| Failure::Usage(format!("cannot read {}: {error}", file.display())))
}
