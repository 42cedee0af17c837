//! The flags of `bench`, as a table.

use anyhow::{Context, bail};

/// What is measured, and how.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Options {
    pub(super) store: Store,
    pub(super) is_quick: bool,
    /// The only part to measure; all if none is named.
    pub(super) only: Option<Part>,
}

/// Where the catalogue is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Store {
    /// In a data folder.
    #[default]
    Embedded,
    /// In a PostgreSQL database.
    Postgres,
}

/// A part of what is measured on PostgreSQL: each can be measured again by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Families resolved, beside pgbench.
    Resolve,
    /// Images made, in many catalogues and in one; what they take on the disk.
    Create,
    /// One node and three, each held to a quarter of a core.
    Nodes,
    /// Three times what a node can take.
    Overload,
    /// A long time under a mixed load.
    Soak,
    /// Nothing: the reports are written anew from what was kept.
    Report,
}

impl Part {
    const NAMES: [(&str, Self); 6] = [
        ("resolve", Self::Resolve),
        ("create", Self::Create),
        ("nodes", Self::Nodes),
        ("overload", Self::Overload),
        ("soak", Self::Soak),
        ("report", Self::Report),
    ];
}

/// One flag.
struct Flag {
    name: &'static str,
    /// What may follow it; nothing if empty.
    values: &'static str,
    about: &'static str,
    /// `None` when the value is none of them.
    set: fn(&mut Options, &str) -> Option<()>,
}

const FLAGS: &[Flag] = &[
    Flag {
        name: "--quick",
        values: "",
        about: "seconds instead of minutes: tells whether all of it works",
        set: |options, _| {
            options.is_quick = true;
            Some(())
        },
    },
    Flag {
        name: "--store",
        values: "embedded|postgres",
        about: "which store [embedded]",
        set: |options, value| {
            options.store = *named(&[("embedded", Store::Embedded), ("postgres", Store::Postgres)], value)?;
            Some(())
        },
    },
    Flag {
        name: "--only",
        values: "resolve|create|nodes|overload|soak|report",
        about: "with --store postgres: this part; the others stay as they were measured last",
        set: |options, value| {
            options.only = Some(*named(&Part::NAMES, value)?);
            Some(())
        },
    },
];

fn named<'c, T>(choices: &'c [(&str, T)], name: &str) -> Option<&'c T> {
    choices.iter().find(|(choice, _)| *choice == name).map(|(_, value)| value)
}

impl Options {
    /// Reads the arguments.
    pub(super) fn parse(arguments: &[String]) -> anyhow::Result<Self> {
        let mut options = Self::default();
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            let flag = FLAGS.iter().find(|flag| flag.name == argument);
            let flag = flag.with_context(|| format!("bench knows no `{argument}`\n\n{}", help()))?;
            let value = if flag.values.is_empty() { Some("") } else { arguments.next().map(String::as_str) };
            let is_set = value.and_then(|value| (flag.set)(&mut options, value)).is_some();
            if !is_set {
                bail!("{} needs one of {}", flag.name, flag.values);
            }
        }
        if options.only.is_some() && options.store != Store::Postgres {
            bail!("--only goes with --store postgres");
        }
        Ok(options)
    }
}

fn help() -> String {
    let line = |flag: &Flag| format!("\n  {:58} {}", format!("{} {}", flag.name, flag.values), flag.about);
    format!("usage: cargo xtask {}\n{}", super::USAGE, FLAGS.iter().map(line).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> anyhow::Result<Options> {
        Options::parse(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn flags_are_read() {
        assert_eq!(parse("").unwrap(), Options::default());
        let options = parse("--store postgres --only soak --quick").unwrap();
        let (store, only) = (Store::Postgres, Some(Part::Soak));
        assert_eq!(options, Options { store, is_quick: true, only });
    }

    #[test]
    fn what_is_no_flag_or_value_is_told() {
        for (line, told) in [
            ("--fast", "bench knows no `--fast`"),
            ("--store mysql", "--store needs one of embedded|postgres"),
            ("--store", "--store needs one of"),
            ("--only soak", "--only goes with --store postgres"),
        ] {
            let error = parse(line).unwrap_err().to_string();
            assert!(error.contains(told), "{line}: {error}");
        }
    }

    #[test]
    fn every_part_can_be_named() {
        let only = FLAGS.iter().find(|flag| flag.name == "--only").unwrap();
        assert_eq!(only.values, Part::NAMES.map(|(name, _)| name).join("|"));
    }
}
