//! Runs other programs, times each step, and says how to run by hand what failed.

use std::borrow::Cow;
use std::ffi::OsStr;
use std::fmt::Write;
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, bail};

/// Does one step of a task: prints its name before, and how long it took after.
pub(crate) fn step<T>(name: &str, work: impl FnOnce() -> anyhow::Result<T>) -> anyhow::Result<T> {
    println!("\n==> {name}");
    let began = Instant::now();
    let outcome = work();
    let verdict = if outcome.is_ok() { "done" } else { "FAILED" };
    println!("    {name}: {verdict} in {:.1} s", began.elapsed().as_secs_f64());
    outcome.with_context(|| format!("{name} failed"))
}

/// An error and what led to it. (Its `Debug` form adds a backtrace, which says nothing about the program that failed.)
pub(crate) fn told(error: &anyhow::Error) -> String {
    error.chain().map(ToString::to_string).collect::<Vec<_>>().join("\n  because: ")
}

/// A subcommand of cargo, of the whole workspace with all its features: a part of it alone would want other features of its
/// dependencies, and they would be built again.
pub(crate) fn of_workspace(subcommand: &str) -> Command {
    let mut command = Command::new("cargo");
    command.args([subcommand, "--workspace", "--all-features"]);
    command
}

/// Runs a command to its end, its output shown as it comes.
pub(crate) fn run(command: &mut Command) -> anyhow::Result<()> {
    println!("    $ {}", shown(command));
    let status = command.status().with_context(|| format!("cannot start `{}`", shown(command)))?;
    if !status.success() {
        bail!("{status}; to run it alone:\n    {}", shown(command));
    }
    Ok(())
}

/// Runs a command to its end and gives what it said, for the error if it fails: so several can run at a time.
pub(crate) fn run_quietly(command: &mut Command) -> anyhow::Result<String> {
    println!("    $ {}", shown(command));
    let output = command.output().with_context(|| format!("cannot start `{}`", shown(command)))?;
    let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    if !output.status.success() {
        bail!("{said}\n{}; to run it alone:\n    {}", output.status, shown(command));
    }
    Ok(said)
}

/// Whether a program is there and works: it is run with `arguments` and nothing of it is shown.
pub(crate) fn works(program: &str, arguments: &[&str]) -> bool {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// What a program prints, e.g. for `--version`, trimmed.
pub(crate) fn output(command: &mut Command) -> anyhow::Result<String> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("cannot start `{}`", shown(command)))?;
    if !output.status.success() {
        bail!("{}; to run it alone:\n    {}", output.status, shown(command));
    }
    Ok(String::from_utf8(output.stdout)?.trim().to_owned())
}

/// A command as a line for a shell at the root of the repository.
pub(crate) fn shown(command: &Command) -> String {
    let mut line = String::new();
    if let Some(folder) = command.get_current_dir() {
        let _infallible = write!(line, "cd {} && ", quoted(folder.as_os_str()));
    }
    for (name, value) in command.get_envs() {
        if let Some(value) = value {
            let _infallible = write!(line, "{}={} ", name.to_string_lossy(), quoted(value));
        }
    }
    line += &quoted(command.get_program());
    for argument in command.get_args() {
        line.push(' ');
        line += &quoted(argument);
    }
    line
}

/// The text as one word of a shell.
fn quoted(text: &OsStr) -> Cow<'_, str> {
    let text = text.to_string_lossy();
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./=:@,+%".contains(c);
    if !text.is_empty() && text.chars().all(plain) {
        text
    } else {
        format!("'{}'", text.replace('\'', r"'\''")).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_as_a_shell_takes_it() {
        let mut command = Command::new("cargo");
        command
            .args(["doc", "--workspace", "it's", ""])
            .env("RUSTDOCFLAGS", "-D warnings")
            .current_dir("crates/rpc");
        let line = r"cd crates/rpc && RUSTDOCFLAGS='-D warnings' cargo doc --workspace 'it'\''s' ''";
        assert_eq!(shown(&command), line);
    }

    #[test]
    fn a_failure_says_how_to_run_it_alone() {
        let error = run(&mut Command::new("false")).unwrap_err().to_string();
        assert_eq!(error, "exit status: 1; to run it alone:\n    false");
        let error =
            run_quietly(Command::new("sh").args(["-c", "echo told; exit 3"])).unwrap_err().to_string();
        assert_eq!(error, "told\n\nexit status: 3; to run it alone:\n    sh -c 'echo told; exit 3'");
    }

    #[test]
    fn a_program_that_is_missing_or_fails_does_not_work() {
        assert!(works("true", &[]));
        assert!(!works("false", &[]));
        assert!(!works("no-such-program", &[]));
    }
}
