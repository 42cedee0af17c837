//! `imagekin throttle`: how often accounts may call.

use std::io::Write;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::bail;
use clap::{Args, Subcommand};
use imagekin_access::AccountId;
use imagekin_server::{Clock, OsRandom, SystemClock, operator_event};
use imagekin_store::{ANY_ACTION, Throttle};
use serde_json::json;

use crate::data::{Data, account, open, open_to_read};
use crate::table::{Column, Table};

const COLUMNS: &[Column] =
    &[("ACCOUNT", "account"), ("ACTION", "action"), ("CALLS", "calls"), ("PER", "per")];
/// What stands for every account, and for all actions together, where limits are shown.
const ANY: &str = "*";

/// Flags of `imagekin throttle`.
#[derive(Args)]
pub(crate) struct ThrottleCommand {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Show all limits
    List {
        #[command(flatten)]
        data: Data,
    },
    /// Add a limit, or change the one of the same account and action
    Set {
        #[command(flatten)]
        whose: Whose,
        /// Most calls in each region
        #[arg(long, value_name = "NUMBER")]
        calls: u64,
        /// Within how much time, in whole seconds, e.g. 1s or 1m
        #[arg(long, value_name = "DURATION", value_parser = whole_seconds)]
        per: Duration,
        #[command(flatten)]
        data: Data,
    },
    /// Remove a limit
    Remove {
        #[command(flatten)]
        whose: Whose,
        #[command(flatten)]
        data: Data,
    },
}

/// Which limit.
#[derive(Args)]
struct Whose {
    /// Calls of this account; without it, of every account that has no limit of its own
    #[arg(long, value_name = "UID", value_parser = account)]
    account: Option<AccountId>,
    /// Calls of this action; without it, of all actions together
    #[arg(long, value_name = "ACTION", default_value = ANY_ACTION, hide_default_value = true, value_parser = action)]
    action: String,
}

impl ThrottleCommand {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        let mut out = std::io::stdout();
        match self.command {
            Command::List { data } => {
                let limits = open_to_read(&data.settings()?).await?.throttles().await?;
                let shown = limits.iter().map(|limit| {
                    let account = limit.account.map_or(ANY.to_owned(), |account| account.to_string());
                    let per = format!("{}s", limit.window.as_secs());
                    json!({"account": account, "action": limit.action, "calls": limit.calls_max, "per": per})
                });
                write!(out, "{}", Table::of(COLUMNS, &shown.collect()).aligned())?;
            }
            Command::Set { whose: Whose { account, action }, calls, per, data } => {
                let (most, seconds) = (calls.to_string(), per.as_secs().to_string());
                let limit = [("Action", &*action), ("Calls", &*most), ("Seconds", &*seconds)];
                let event = operator_event("SetThrottle", &limit, SystemClock.now(), &OsRandom);
                let throttle = Throttle { account, action, calls_max: calls, window: per };
                open(&data).await?.put_throttle(throttle, event).await?;
            }
            Command::Remove { whose: Whose { account, action }, data } => {
                let limit = [("Action", &*action)];
                let event = operator_event("RemoveThrottle", &limit, SystemClock.now(), &OsRandom);
                if !open(&data).await?.remove_throttle(account, &action, event).await? {
                    bail!("there is no such limit; `imagekin throttle list` shows all");
                }
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn action(text: &str) -> anyhow::Result<String> {
    if text != ANY_ACTION && imagekin_server::actions::describe().all(|action| action.name != text) {
        bail!("is not an action of this service");
    }
    Ok(text.to_owned())
}

fn whole_seconds(text: &str) -> anyhow::Result<Duration> {
    let milliseconds = crate::serve::milliseconds(text).map_err(anyhow::Error::msg)?;
    if milliseconds == 0 || milliseconds % 1_000 != 0 {
        bail!("must be one second or more, in whole seconds");
    }
    Ok(Duration::from_millis(milliseconds))
}
