//! `cargo xtask tidy`: the repository's own lints, for what neither clippy nor rustdoc looks at.

mod crates;
mod migrations;
mod repository;
mod secrets;
mod sizes;
mod waiting;
mod words;

use anyhow::bail;

use repository::Repository;

/// A rule: gives one line for each place that breaks it.
type Rule = fn(&Repository) -> Vec<String>;

const RULES: &[(&str, Rule)] = &[
    ("source files are short", sizes::short),
    ("every source file opens with what it is for", words::opening),
    ("no work is left for later", words::unfinished),
    ("no lint is silenced without a reason", words::silenced),
    ("no file knows the machine it was written on", words::machine),
    ("secrets are compared in constant time, in one place", secrets::compared),
    ("tests wait for what they wait for", waiting::sleeps),
    ("dependencies point downward", crates::downward),
    ("migrations are numbered without gaps", migrations::numbered),
];

/// Takes no arguments.
pub(crate) fn run(_arguments: &[String]) -> anyhow::Result<()> {
    check()
}

/// Applies every rule before it fails, so that one run shows all there is to mend.
pub(crate) fn check() -> anyhow::Result<()> {
    let repository = Repository::read()?;
    println!("    {}", sizes::report(&repository));
    let mut complaints = Vec::new();
    for (name, rule) in RULES {
        complaints.extend(rule(&repository).into_iter().map(|complaint| format!("{complaint} ({name})")));
    }
    if complaints.is_empty() {
        println!("    {} rules hold in {} files", RULES.len(), repository.files.len());
        return Ok(());
    }
    bail!("{} to mend:\n  {}\nto look again: cargo xtask tidy", complaints.len(), complaints.join("\n  "));
}
