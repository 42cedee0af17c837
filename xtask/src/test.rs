//! `cargo xtask test`: everything CI runs. What the last steps need is made beside the tests.

use std::process::Command;
use std::time::{Duration, Instant};

use crate::command::{of_workspace, run as run_command, step, told};
use crate::prepare::Preparation;
use crate::{clients, fuzz, install, tidy};

/// A step's name and what it does.
type Step = (&'static str, fn(&mut Preparation) -> anyhow::Result<()>);

/// Clippy, rustdoc and the tests share one profile, so that each dependency is built once.
const STEPS: &[Step] = &[
    ("what is missing", |_| install::everything()),
    ("fmt", |_| fmt()),
    ("clippy", |_| clippy()),
    ("doc", |_| doc()),
    ("tidy", |_| tidy::check()),
    ("begin to prepare the last steps", Preparation::begin),
    ("unit and integration tests", |_| test()),
    ("the server's tests on PostgreSQL", |_| test_on_postgres()),
    ("the last steps are prepared", Preparation::end),
    ("deny", |_| deny()),
    ("real clients", |_| clients::check(&[])),
    ("fuzz", |_| fuzz::check(FUZZ_SECONDS)),
];

/// How long each fuzz target runs.
const FUZZ_SECONDS: u32 = 60;

/// An error that was printed where it happened: the count of steps stays the last line.
#[derive(Debug, thiserror::Error)]
#[error("a step failed")]
pub(crate) struct AlreadyTold;

/// Runs the steps until one fails, then prints what each took and, as the last line, how many passed.
pub(crate) fn run(_arguments: &[String]) -> anyhow::Result<()> {
    let (mut took, mut preparation) = (Vec::new(), Preparation::default());
    let mut failed = 0;
    for (name, work) in STEPS {
        let began = Instant::now();
        let outcome = step(name, || work(&mut preparation));
        took.push((*name, began.elapsed()));
        if let Err(error) = outcome {
            eprintln!("\nerror: {}", told(&error));
            failed = 1;
            break;
        }
    }
    println!("\n{}", summary(&took, failed));
    if failed == 0 { Ok(()) } else { Err(AlreadyTold.into()) }
}

/// Of `took`, all but the last `failed` steps passed.
fn summary(took: &[(&str, Duration)], failed: usize) -> String {
    let mut text = String::new();
    for (name, time) in took {
        text += &format!("{:>7.1} s  {name}\n", time.as_secs_f64());
    }
    let total: Duration = took.iter().map(|(_, time)| *time).sum();
    text += &format!("{:>7.1} s  in all\n", total.as_secs_f64());
    text += &format!("{} passed, {failed} failed", took.len() - failed);
    let skipped = STEPS.len() - took.len();
    if skipped > 0 {
        text += &format!(", {skipped} skipped");
    }
    text
}

fn fmt() -> anyhow::Result<()> {
    run_command(Command::new("cargo").args(["fmt", "--all", "--check"]))?;
    // Fuzz targets are a workspace of their own, built with other flags.
    run_command(Command::new("cargo").args(["fmt", "--manifest-path", fuzz::MANIFEST, "--check"]))
}

fn clippy() -> anyhow::Result<()> {
    run_command(of_workspace("clippy").args(["--all-targets", "--", "-D", "warnings"]))
}

fn doc() -> anyhow::Result<()> {
    let mut doc = of_workspace("doc");
    doc.args(["--no-deps", "--document-private-items"]);
    run_command(doc.env("RUSTDOCFLAGS", "-D warnings"))
}

/// Licences, sources and duplicates of the dependencies. Not their security advisories: those are fetched from a
/// database on the network, and this must run where only the package registries can be reached.
fn deny() -> anyhow::Result<()> {
    let deny = install::cargo_deny()?;
    // It looks at the dependencies for every platform, and a build fetches only this one's.
    run_command(Command::new("cargo").args(["fetch", "--locked"]))?;
    println!("    Advisories are left out: their database cannot be reached from everywhere this runs.");
    run_command(Command::new(deny).args(["--offline", "--locked", "check", "bans", "licenses", "sources"]))
}

fn test() -> anyhow::Result<()> {
    // What a test that passes has to tell (how many kills, which seed) is shown, too. Those of faults mostly wait, for leases
    // and servers.
    run_command(of_workspace("test").args(["--", "--show-output"]).args(test_threads(2)))
}

/// So many tests at once for each processor.
fn test_threads(for_each: usize) -> [String; 2] {
    let processors = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    ["--test-threads".to_owned(), (for_each * processors).to_string()]
}

/// The tests of the server are those of its promises: they hold on either store. Here each waits for its database.
fn test_on_postgres() -> anyhow::Result<()> {
    let mut test = of_workspace("test");
    test.args(["--test", "it", "--test", "model", "--"]).args(test_threads(4));
    run_command(test.env("IMAGEKIN_TEST_DATABASE", "postgres"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_counts_the_steps() {
        let took = [("fmt", Duration::from_millis(1_200)), ("clippy", Duration::from_secs(61))];
        let text = summary(&took, 1);
        assert!(text.starts_with("    1.2 s  fmt\n   61.0 s  clippy\n   62.2 s  in all\n"), "{text}");
        assert_eq!(
            text.lines().last(),
            Some(format!("1 passed, 1 failed, {} skipped", STEPS.len() - 2).as_str())
        );
        let took = vec![("fmt", Duration::ZERO); STEPS.len()];
        assert_eq!(
            summary(&took, 0).lines().last(),
            Some(format!("{} passed, 0 failed", STEPS.len()).as_str())
        );
    }
}
