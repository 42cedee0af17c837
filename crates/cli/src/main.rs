//! `imagekin`: the one binary. One file per subcommand; those that call the service share `session.rs`.

mod access;
mod account;
mod audit;
mod backup;
mod check;
mod client;
mod completions;
mod connection;
mod core_dumps;
mod data;
mod explain;
mod failure;
mod families;
mod fixtures;
mod guard;
mod history;
mod images;
mod log;
mod master_key;
mod migrate;
mod moving;
mod paging;
mod progress;
mod quickstart;
mod resolve;
mod restore;
mod serve;
mod session;
mod table;
mod teller;
mod throttle;
mod unfinished;
mod wait;

use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};
use session::Call;
use tokio::runtime::Runtime;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// A self-hosted image-family service that speaks the ECS image API of Alibaba Cloud.
#[derive(Parser)]
#[command(name = "imagekin", version, arg_required_else_help = true, after_help = EXIT_CODES)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

/// What a script may rely on; docs/cli.md has it, too.
const EXIT_CODES: &str = "\
Exit codes of the commands that call a service:
    0  done
    1  the service refused, or what was begun failed
    2  the command line makes no sense, or endpoint, region or key is missing
    3  the family has no head, or what was named is not there
    4  the service cannot be reached
    5  it was not done within --timeout
  130  Ctrl-C while waiting; the service goes on";

#[derive(Subcommand)]
enum Command {
    /// Serve the API.
    Serve(serve::Serve),
    #[command(flatten)]
    Operate(Operate),
    /// See it work: a sandbox, a real image in a family, and the family resolved.
    Quickstart(quickstart::Quickstart),
    /// Print the image that a family resolves to.
    Resolve(Call<resolve::Resolve>),
    /// Show every change of a family's head.
    History(Call<history::History>),
    /// Show why each image of a family is, or is not, its head.
    Explain(Call<explain::Explain>),
    /// List the families of a region.
    Families(Call<families::Families>),
    /// List, make, change, share and delete images.
    #[command(subcommand)]
    Images(Box<images::Images>),
    /// Choose whose images are taken from other accounts.
    #[command(subcommand)]
    Guard(guard::Guards),
    #[command(flatten)]
    Access(access::Access),
    /// Print completions for a shell.
    Completions(completions::Completions),
}

/// What an operator does with a store, beside serving it.
#[derive(Subcommand)]
enum Operate {
    /// Load accounts, system images, snapshots and instances, or print them.
    #[command(after_help = OPERATION_EXIT_CODES)]
    Fixtures(fixtures::FixturesCommand),
    /// Bring the schema of a database up to date.
    #[command(after_help = OPERATION_EXIT_CODES)]
    Migrate(migrate::Migrate),
    /// Look for what does not fit together in a store, while it is served or not.
    #[command(after_help = OPERATION_EXIT_CODES)]
    Check(check::CheckStore),
    /// Copy an embedded store, while it is served or not.
    #[command(after_help = OPERATION_EXIT_CODES)]
    Backup(backup::BackUp),
    /// Make a data folder of a backup.
    #[command(after_help = OPERATION_EXIT_CODES)]
    Restore(restore::Restore),
    /// Move an embedded store, which nobody serves, into a PostgreSQL database.
    #[command(after_help = OPERATION_EXIT_CODES)]
    Move(moving::Move),
    /// Make accounts, and look after the access keys of their own.
    #[command(after_help = OPERATION_EXIT_CODES)]
    Account(account::AccountCommand),
    /// Show the master keys, and put others in their place.
    #[command(after_help = OPERATION_EXIT_CODES)]
    MasterKey(master_key::MasterKeyCommand),
    #[command(after_help = OPERATION_EXIT_CODES)]
    /// Limit how often accounts may call.
    Throttle(throttle::ThrottleCommand),
    /// Look into the audit log, while the store is served or not.
    #[command(after_help = OPERATION_EXIT_CODES)]
    Audit(audit::AuditCommand),
}

/// How these commands end: what is wrong and what is not known are told apart.
const OPERATION_EXIT_CODES: &str = "\
Exit codes:
    0  all is well
    1  something does not fit: a line on standard output for each
    2  it could not be done, or not to the end: why is on standard error";

impl Operate {
    async fn run(self) -> ExitCode {
        let outcome = match self {
            Self::Fixtures(fixtures) => fixtures.run().await.map(|()| ExitCode::SUCCESS),
            Self::Migrate(migrate) => migrate.run().await.map(|()| ExitCode::SUCCESS),
            Self::Check(check) => check.run().await,
            Self::Backup(backup) => backup.run().await,
            Self::Restore(restore) => restore.run().await,
            Self::Move(moving) => moving.run().await,
            Self::Account(account) => account.run().await,
            Self::MasterKey(master_key) => master_key.run().await,
            Self::Throttle(throttle) => throttle.run().await,
            Self::Audit(audit) => audit.run().await,
        };
        outcome.unwrap_or_else(|error| log::failed(&format!("{error:#}"), 2))
    }
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let level = if matches!(arguments.command, Command::Serve(_)) { "info" } else { "warn" };
    let runtime = match log::start(level).and_then(|()| runtime()) {
        Ok(runtime) => runtime,
        Err(error) => return log::failed(&format!("{error:#}"), 2),
    };
    let code = runtime.block_on(run(arguments.command));
    runtime.shutdown_background();
    code
}

fn runtime() -> anyhow::Result<Runtime> {
    Ok(tokio::runtime::Builder::new_multi_thread().enable_all().build()?)
}

async fn run(command: Command) -> ExitCode {
    let outcome = match command {
        Command::Serve(serve) => return served(serve.run().await),
        Command::Operate(operate) => return operate.run().await,
        Command::Quickstart(quickstart) => return served(quickstart.run().await),
        Command::Resolve(call) => call.run().await,
        Command::History(call) => call.run().await,
        Command::Explain(call) => call.run().await,
        Command::Families(call) => call.run().await,
        Command::Images(images) => images.run().await,
        Command::Guard(guards) => guards.run().await,
        Command::Access(access) => access.run().await,
        Command::Completions(completions) => completions.run(Arguments::command()),
    };
    outcome.map_or_else(|failure| failure.report(), |()| ExitCode::SUCCESS)
}

/// How a server has ended, or why it has not begun.
fn served(outcome: anyhow::Result<ExitCode>) -> ExitCode {
    outcome.unwrap_or_else(|error| log::failed(&format!("{error:#}"), 1))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_arguments_are_well_formed() {
        super::Arguments::command().debug_assert();
    }
}
