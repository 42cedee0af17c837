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

/// What the table of alarms quotes, as far as the program writes it so; what PostgreSQL and commands say is left out.
fn alarms() -> Vec<String> {
    const OF_OTHERS: [&str; 4] = ["cannot execute", "imagekin check", "patronictl list", "Sync Standby"];
    let page = page();
    let rows = page.lines().skip_while(|line| !line.starts_with("| alarm |")).skip(2);
    let cells: Vec<&str> = rows
        .take_while(|line| line.starts_with('|'))
        .map(|row| row.split('|').nth(1).expect("a cell"))
        .collect();
    assert!(cells.len() > 10);
    let quoted = cells.iter().flat_map(|cell| cell.split('`').skip(1).step_by(2));
    let messages = quoted.filter(|text| text.contains(' ') && !text.starts_with('/'));
    let own = messages.filter(|message| OF_OTHERS.iter().all(|text| !message.starts_with(text)));
    let begun = own.map(|message| message.trim_end_matches('…').trim_end_matches([' ', ':']));
    begun.map(|message| message.trim_end_matches(" Timeout").to_owned()).collect()
}

/// What the page says of the log is what the program writes.
#[test]
fn every_alarm_is_a_message_of_the_program() {
    let sources = sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("..")).concat();
    for alarm in alarms() {
        assert!(sources.contains(&alarm), "nothing says `{alarm}`");
    }
}

/// And what the program warns of, the page explains.
#[test]
fn every_warning_of_the_program_is_an_alarm() {
    let (alarms, sources) = (alarms(), sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("..")));
    let calls = ["tracing::warn!(", "tracing::error!("];
    let calls: Vec<&str> = sources
        .iter()
        .flat_map(|source| calls.map(move |begin| source.split(begin).skip(1)))
        .flatten()
        .collect();
    assert!(calls.len() > 40, "{} calls", calls.len());
    // No field of them is a text of its own.
    let said = |call: &str| call.split('"').nth(1).expect("what is said").to_owned();
    let is_known = |message: &str| alarms.iter().any(|alarm| message.starts_with(alarm.as_str()));
    let unknown: Vec<String> =
        calls.into_iter().map(said).filter(|message| !is_known(message.as_str())).collect();
    assert_eq!(unknown, [""; 0], "docs/operations.md has no alarm for these");
}

/// All Rust below a folder, file by file, without tests; a message that goes on in the next line is one.
fn sources(folder: &Path) -> Vec<String> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if entry.is_dir() && !entry.ends_with("tests") {
            all.extend(sources(&entry));
        } else if entry.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(entry).expect("a file");
            let source = text.split("#[cfg(test)]\nmod tests {").next().expect("the first part");
            all.push(source.replace("\\\n", "").split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }
    all
}
