//! `cargo xtask`: everything that a developer or CI runs. One file per subcommand.

#![expect(clippy::print_stdout, reason = "what a task prints is all that anybody sees of it")]
#![expect(clippy::disallowed_methods, reason = "tasks measure real time and hand on the real environment")]

mod bench;
mod clients;
mod command;
mod fuzz;
mod install;
mod prepare;
mod test;
mod tidy;

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, bail};

struct Subcommand {
    usage: &'static str,
    about: &'static str,
    run: fn(&[String]) -> anyhow::Result<()>,
}

const SUBCOMMANDS: &[Subcommand] = &[
    Subcommand {
        usage: "test",
        about: "everything CI runs: lints, tests, fuzzing, real clients",
        run: test::run,
    },
    Subcommand {
        usage: "clients [NAME]…",
        about: "the vendor's SDKs against the built binary (tests/clients)",
        run: clients::run,
    },
    Subcommand {
        usage: "prepare",
        about: "what the last steps of `test` need, made beside its tests",
        run: prepare::run,
    },
    Subcommand { usage: "tidy", about: "the repository's own lints", run: tidy::run },
    Subcommand { usage: "fuzz [SECONDS]", about: "each fuzz target for so long [60]", run: fuzz::run },
    Subcommand {
        usage: bench::USAGE,
        about: "how fast families are resolved, on either store",
        run: bench::run,
    },
];

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            if !error.is::<test::AlreadyTold>() {
                eprintln!("\nerror: {}", command::told(&error));
            }
            ExitCode::FAILURE
        }
    }
}

fn run() -> anyhow::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize()?;
    std::env::set_current_dir(&root).with_context(|| format!("cannot work in {}", root.display()))?;
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((name, rest)) = arguments.split_first() else { bail!("{}", help()) };
    let named = |subcommand: &&Subcommand| subcommand.usage.split(' ').next() == Some(name);
    match SUBCOMMANDS.iter().find(named) {
        Some(subcommand) => (subcommand.run)(rest),
        None => bail!("there is no task `{name}`\n\n{}", help()),
    }
}

fn help() -> String {
    let mut text = "usage: cargo xtask TASK\n".to_owned();
    for subcommand in SUBCOMMANDS {
        text += &format!("\n  {:18} {}", subcommand.usage, subcommand.about);
    }
    text
}
