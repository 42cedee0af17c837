//! `cargo xtask fuzz`: each target of `fuzz/` for a while, three at a time.

use std::collections::VecDeque;
use std::fs::create_dir_all;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::thread;

use anyhow::{Context, bail};

use crate::command::{output, run as run_command, run_quietly, told};
use crate::install;

/// Of the fuzz targets, which are a workspace of their own.
pub(crate) const MANIFEST: &str = "fuzz/Cargo.toml";
const CARGO_FUZZ_VERSION: &str = "0.13.2";
const AT_A_TIME: usize = 3;
/// One input that takes longer than this is reported like a crash.
const INPUT_SECONDS_MAX: u32 = 10;

/// Reads `[SECONDS]` and fuzzes.
pub(crate) fn run(arguments: &[String]) -> anyhow::Result<()> {
    let seconds = match arguments.first() {
        Some(text) => text.parse().with_context(|| format!("`{text}` is not a number of seconds"))?,
        None => 60,
    };
    check(seconds)
}

/// Builds every fuzz target; gives the path of the program that runs them.
pub(crate) fn build() -> anyhow::Result<PathBuf> {
    install::cxx_compiler()?;
    let program = install::cargo_tool("cargo-fuzz", CARGO_FUZZ_VERSION)?;
    run_command(&mut cargo_fuzz(&program, "build"))?;
    Ok(program)
}

/// Runs every fuzz target for so long. What crashed one is in `fuzz/artifacts`.
pub(crate) fn check(seconds: u32) -> anyhow::Result<()> {
    let program = build()?;
    let targets = output(&mut cargo_fuzz(&program, "list"))?;
    let waiting = Mutex::new(targets.lines().collect::<VecDeque<_>>());
    let next = || waiting.lock().ok()?.pop_front();
    let failures = Mutex::new(Vec::new());
    let work = || {
        while let Some(target) = next() {
            if let (Err(error), Ok(mut failures)) = (fuzz(&program, target, seconds), failures.lock()) {
                failures.push(told(&error));
            }
        }
    };
    thread::scope(|scope| (0..AT_A_TIME).for_each(|_| drop(scope.spawn(work))));
    let failures = failures.into_inner().unwrap_or_default();
    if failures.is_empty() { Ok(()) } else { bail!("{}", failures.join("\n\n")) }
}

/// One target, from the inputs it found before and those kept in `fuzz/seeds`.
fn fuzz(program: &Path, target: &str, seconds: u32) -> anyhow::Result<()> {
    let corpus = PathBuf::from("fuzz/corpus").join(target);
    create_dir_all(&corpus)?;
    let mut command = cargo_fuzz(program, "run");
    command.arg(target).arg(corpus);
    let seeds = PathBuf::from("fuzz/seeds").join(target);
    if seeds.exists() {
        command.arg(seeds);
    }
    command.args(["--", &format!("-max_total_time={seconds}"), &format!("-timeout={INPUT_SECONDS_MAX}")]);
    let said = run_quietly(&mut command).with_context(|| format!("fuzz target {target} failed"))?;
    let done = said.lines().rfind(|line| line.starts_with("Done ")).unwrap_or("Done");
    println!("    {target}: {done}");
    Ok(())
}

/// `cargo fuzz` with AddressSanitizer: through its `memcmp` libFuzzer sees which bytes a magic number should have. The
/// stable toolchain has the sanitizer, too, but takes the flag only when it is told to behave like a nightly one.
fn cargo_fuzz(program: &Path, subcommand: &str) -> Command {
    let mut command = Command::new(program);
    command.args(["fuzz", subcommand]).env("RUSTC_BOOTSTRAP", "1");
    if subcommand != "list" {
        // Left to itself it compiles each crate in one unit, whatever the profile says, and the last ones on one core.
        command.arg("--codegen-units=16");
    }
    command
}
