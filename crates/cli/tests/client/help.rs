//! The help of every command, and the completions.

use std::path::Path;

use crate::harness::{golden, imagekin, outcome};

const COMMANDS: [&[&str]; 34] = [
    &[],
    &["migrate"],
    &["check"],
    &["backup"],
    &["restore"],
    &["move"],
    &["master-key"],
    &["master-key", "list"],
    &["master-key", "add"],
    &["master-key", "promote"],
    &["master-key", "drop"],
    &["audit", "search"],
    &["audit", "verify"],
    &["resolve"],
    &["history"],
    &["explain"],
    &["families"],
    &["images", "list"],
    &["images", "show"],
    &["images", "create"],
    &["images", "import"],
    &["images", "copy"],
    &["images", "modify"],
    &["images", "deprecate"],
    &["images", "restore"],
    &["images", "delete"],
    &["images", "deleted"],
    &["images", "undelete"],
    &["images", "share"],
    &["images", "unshare"],
    &["images", "export"],
    &["images", "task"],
    &["guard", "show"],
    &["guard", "set"],
];

/// What all of them have, and the golden file has once.
const SHARED: &str = "\nConnection:\n";

#[test]
fn the_help_is_as_written_down() {
    let mut all = String::new();
    for command in COMMANDS {
        let help = outcome(imagekin(&[command, &["--help"]].concat())).ok();
        let (own, shared) = help.split_once(SHARED).unwrap_or((&help, ""));
        if command == ["resolve"] {
            all += &format!("# Shared\n{SHARED}{shared}\n");
        }
        all += &format!("# imagekin {}\n\n{own}\n", command.join(" "));
    }
    golden("help.txt", &all);
}

#[test]
fn each_shell_gets_its_completions() {
    for (shell, part) in
        [("bash", "complete -F _imagekin"), ("zsh", "#compdef imagekin"), ("fish", "-c imagekin")]
    {
        let script = outcome(imagekin(&["completions", shell])).ok();
        assert!(script.contains(part) && script.contains("deprecate"), "{shell}");
    }
    assert!(outcome(imagekin(&["completions", "elvish"])).fails(2).contains("elvish"));
}

#[test]
fn what_makes_no_sense_is_usage() {
    for arguments in [
        &["resolve"][..],
        &["resolve", "base", "--as-of", "yesterday"],
        &["resolve", "base", "--as-of", "2026-01-02T03:04:05Z", "--revision", "1"],
        &["history", "base", "--page-size", "101"],
        &["families", "--all", "--page-number", "2"],
        &["images", "create"],
        &["images", "create", "--snapshot-id", "s-1", "--instance-id", "i-1"],
        &["images", "import", "--from-bucket", "b", "--object", "o", "--family", "f", "--no-wait"],
        &["images", "modify", "m-1"],
        &["images", "modify", "m-1", "--protect", "--unprotect"],
        &["guard", "set"],
        &["guard", "set", "on"],
        &["guard", "set", "enforce", "--trust", "system", "--trust-nobody"],
        &["user", "update", "ana"],
        &["group", "update", "builders"],
        &["role", "update", "release"],
        &["role", "create", "release", "--trust", "-", "--max-session-duration", "1h"],
        &["key", "rotate"],
        &["policy", "version", "create", "keys"],
        &["policy", "version", "set-default", "keys"],
        &["account", "disable-key", "1234567890123456"],
        &["account", "delete-key", "1234567890123456", "a key"],
        &["images", "share", "m-1"],
        &["images", "delete"],
        &["images", "list", "--tag", "=x"],
    ] {
        assert!(outcome(imagekin(arguments)).fails(2).contains("try '--help'"), "{arguments:?}");
    }
}

/// Of a profile that is not there, of no key: told before anything is sent.
#[test]
fn what_is_missing_is_usage() {
    assert!(outcome(imagekin(&["families", "--profile", "work"])).fails(2).contains("no profile work"));
    assert!(outcome(imagekin(&["families", "--region", "cn-hangzhou"])).fails(2).contains("no access key"));
    assert!(outcome(imagekin(&["families", "--endpoint", "ftp://x"])).fails(2).contains("ftp://x"));
}

/// docs/cli.md has every command, and the exit codes of the help.
#[test]
fn the_page_has_every_command_and_exit_code() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/cli.md");
    let page = std::fs::read_to_string(page).unwrap();
    for command in &COMMANDS[1..] {
        let name = format!("| `imagekin {}", command.join(" "));
        assert!(page.contains(&format!("{name} ")) || page.contains(&format!("{name}`")), "no {name}");
    }
    let help = outcome(imagekin(&["--help"])).ok();
    let (_, commands) = help.split_once("Commands:\n").unwrap();
    let commands: Vec<&str> = commands.lines().map_while(|line| line.split_whitespace().next()).collect();
    assert!(commands.len() > 20, "{commands:?}");
    for command in commands.iter().filter(|command| **command != "help") {
        assert!(page.contains(&format!("| `imagekin {command}")), "no {command}");
    }
    let (_, codes) = help.split_once("Exit codes").unwrap();
    let codes: Vec<&str> = codes.lines().skip(1).filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!(codes.len(), 7);
    for code in codes {
        assert!(page.contains(&format!("\n| {code} | ")), "no exit code {code}");
    }
}
