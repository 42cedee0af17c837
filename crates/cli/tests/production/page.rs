//! docs/operations.md: its blocks, and which of them are run.

use std::path::{Path, PathBuf};

/// The blocks that the tests beside this run.
const RUN: &[&str] = &[
    "certificates",
    "install-certificates",
    "etcd",
    "etcd-health",
    "patroni",
    "patroni-list",
    "database",
    "node-settings",
    "node-unit",
    "verify-unit",
    "first-key",
    "haproxy",
    "health",
    "switchover",
    "upgrade-migrate",
    "backup",
    "drill-database",
    "drill",
    "check",
    "throttle",
    "master-key-add",
    "master-key-promote",
    "master-key-drop",
    "audit-verify",
    "embedded-backup",
    "move",
];

/// Those that they do not, and why. This list may only become shorter.
const NOT_RUN: &[(&str, &str)] = &[
    ("this-machine", "it names one machine; each of the test has its own name and address"),
    ("packages", "it changes the machine it runs on; `cargo xtask test` installs the same packages"),
    ("start-etcd", "it needs systemd; the program is started with the same file of variables"),
    ("watchdog", "it loads a module into the kernel of the machine it runs on"),
    ("start-patroni", "it needs systemd; the program is started with the same settings"),
    ("node-user", "it changes the users of the machine it runs on"),
    (
        "start-node",
        "it needs systemd; the program is started by the ExecStart and the EnvironmentFile of the unit",
    ),
    ("upgrade-node", "it needs systemd; the operations' side_by_side replaces nodes one by one"),
    ("check-line", "it is what a command prints"),
];

/// A fenced block.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    name: Option<String>,
    text: String,
}

fn page() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/operations.md");
    std::fs::read_to_string(path).expect("the page")
}

fn blocks() -> Vec<Block> {
    let page = page();
    let (mut blocks, mut lines, mut before) = (Vec::new(), page.lines(), "");
    while let Some(line) = lines.next() {
        if line.starts_with("```") {
            let name = before.strip_prefix("<!-- snippet: ").and_then(|name| name.strip_suffix(" -->"));
            let text: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            blocks.push(Block { name: name.map(str::to_owned), text: text.join("\n") + "\n" });
        }
        before = line;
    }
    blocks
}

/// The text of a block that is run.
pub(crate) fn block(name: &str) -> String {
    assert!(RUN.contains(&name), "{name} is not among those that are run");
    let found = blocks().into_iter().find(|block| block.name.as_deref() == Some(name));
    found.unwrap_or_else(|| panic!("docs/operations.md has no block {name}")).text
}

pub(crate) fn binary() -> PathBuf {
    PathBuf::from(env!("CARGO_BIN_EXE_imagekin"))
}

#[test]
fn every_block_is_run_or_it_is_said_why_not() {
    let mut left: Vec<&str> = RUN.iter().copied().chain(NOT_RUN.iter().map(|(name, _)| *name)).collect();
    for block in blocks() {
        let name = block.name.unwrap_or_else(|| panic!("a block has no name:\n{}", block.text));
        let known = left.iter().position(|known| *known == name);
        left.remove(known.unwrap_or_else(|| panic!("{name} is neither run nor said not to be")));
    }
    assert!(left.is_empty(), "the page has no more {left:?}");
}

/// What the page says of the log is what the program writes.
#[test]
fn every_alarm_is_a_message_of_the_program() {
    let sources = sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join(".."));
    // A message may go on in the next line.
    let sources: String = sources.replace("\\\n", "").split_whitespace().collect::<Vec<_>>().join(" ");
    let page = page();
    let rows = page.lines().skip_while(|line| !line.starts_with("| alarm |")).skip(2);
    let alarms: Vec<&str> = rows
        .take_while(|line| line.starts_with('|'))
        .map(|row| row.split('|').nth(1).expect("a cell"))
        .collect();
    assert!(alarms.len() > 10);
    for alarm in alarms {
        let quoted = alarm.split('`').skip(1).step_by(2);
        for message in quoted.filter(|text| text.contains(' ') && !text.starts_with('/')) {
            let own = ["cannot execute", "imagekin check", "patronictl list", "Sync Standby"];
            let begin =
                message.trim_end_matches('…').trim_end_matches([' ', ':']).trim_end_matches(" Timeout");
            assert!(
                own.iter().any(|text| message.starts_with(text)) || sources.contains(begin),
                "nothing says `{message}`"
            );
        }
    }
}

/// All Rust below a folder.
fn sources(folder: &Path) -> String {
    let mut all = String::new();
    for entry in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if entry.is_dir() && !entry.ends_with("tests") {
            all += &sources(&entry);
        } else if entry.extension().is_some_and(|extension| extension == "rs") {
            all += &std::fs::read_to_string(entry).expect("a file");
        }
    }
    all
}
