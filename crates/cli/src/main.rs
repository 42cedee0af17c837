//! `imagekin`: the one binary. One file per subcommand.

mod fixtures;
mod quickstart;
mod serve;

use clap::{Parser, Subcommand};
use tracing_subscriber::EnvFilter;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// A self-hosted image-family service that speaks the ECS image API of Alibaba Cloud.
#[derive(Parser)]
#[command(name = "imagekin", version, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the API.
    Serve(serve::Serve),
    /// Load accounts, system images, snapshots and instances, or print them.
    Fixtures(fixtures::FixturesCommand),
    /// See it work: a sandbox, a real image in a family, and the family resolved.
    Quickstart(quickstart::Quickstart),
}

fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let level = if matches!(arguments.command, Command::Serve(_)) { "info" } else { "warn" };
    let filter = EnvFilter::try_from_env("IMAGEKIN_LOG").unwrap_or_else(|_| EnvFilter::new(level));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let outcome = runtime.block_on(async {
        match arguments.command {
            Command::Serve(serve) => serve.run().await,
            Command::Fixtures(fixtures) => fixtures.run().await,
            Command::Quickstart(quickstart) => quickstart.run().await,
        }
    });
    runtime.shutdown_background();
    outcome
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_arguments_are_well_formed() {
        super::Arguments::command().debug_assert();
    }
}
