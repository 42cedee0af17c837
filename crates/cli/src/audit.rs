//! `imagekin audit`: events of the audit log that are looked for, and trails that are looked over.

use std::process::ExitCode;

use clap::{Args, Subcommand};

mod search;
mod verify;

/// Flags of `imagekin audit`.
#[derive(Args)]
pub(crate) struct AuditCommand {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Show events, the newest first
    Search(Box<search::Search>),
    /// Look whether every trail is as it was written, and print what it ends with
    Verify(verify::Verify),
}

impl AuditCommand {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        match self.command {
            Command::Search(search) => search.run().await.map(|()| ExitCode::SUCCESS),
            Command::Verify(verify) => verify.run().await,
        }
    }
}
