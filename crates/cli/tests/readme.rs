//! What the documentation says is so: its settings, flags, variables, links, snippets and the tests it names.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use imagekin_server::{Config, Profile};
use serde_json::Value;

/// What the pages call the place that a snippet's client calls.
const ENDPOINT: &str = "127.0.0.1:7070";
const READMES: [&str; 2] = ["README.md", "README.zh-CN.md"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

// Settings.

/// Every setting by its dotted name. A list of tables (the regions) is one setting.
fn settings(config: &Config) -> BTreeMap<String, Value> {
    fn gather(prefix: &str, value: &Value, into: &mut BTreeMap<String, Value>) {
        match value {
            Value::Object(fields) => {
                for (name, value) in fields {
                    let dot = if prefix.is_empty() { "" } else { "." };
                    gather(&format!("{prefix}{dot}{name}"), value, into);
                }
            }
            value => drop(into.insert(prefix.to_owned(), value.clone())),
        }
    }
    let mut all = BTreeMap::new();
    gather("", &serde_json::to_value(config).unwrap(), &mut all);
    all
}

fn defaults() -> BTreeMap<String, Value> {
    settings(&Config::defaults(Profile::Production))
}

/// As the table of settings prints a default.
fn printed(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The rows of the table of settings: setting, flag, default, meaning.
fn table_of_settings(readme: &str) -> Vec<[String; 4]> {
    let lines = readme.lines().skip_while(|line| !line.contains("| `listen` |"));
    let cells = |line: &str| {
        let cells: Vec<String> = line.split('|').map(|cell| cell.trim().replace('`', "")).collect();
        let [_, setting, flag, default, meaning, _] = <[String; 6]>::try_from(cells).unwrap();
        [setting, flag, default, meaning]
    };
    lines.take_while(|line| line.starts_with('|')).map(cells).collect()
}

#[test]
fn the_table_has_every_setting_at_its_default() {
    let defaults = defaults();
    for page in READMES {
        let table = table_of_settings(&read(page));
        let told: Vec<&String> = table.iter().map(|[setting, ..]| setting).collect();
        assert_eq!(BTreeSet::from_iter(told.clone()), BTreeSet::from_iter(defaults.keys()), "{page}");
        assert_eq!(told.len(), defaults.len(), "{page}: a setting stands twice");
        for [setting, _, default, _] in &table {
            let expected = match &defaults[setting] {
                Value::Null if setting == "objects_dir" => "<data_dir>/objects".to_owned(),
                Value::Null if setting == "master_key" => "file:<data_dir>/master.key".to_owned(),
                Value::Null => if page == READMES[0] { "none" } else { "无" }.to_owned(),
                Value::Array(entries) => entries.len().to_string(),
                value => printed(value),
            };
            let is_list = defaults[setting].is_array();
            let fits = if is_list { default.starts_with(&expected) } else { *default == expected };
            assert!(fits, "{page}: {setting} is {expected} by default, not {default}");
        }
    }
}

/// The pages say of one setting that the sandbox has another default: there must be no other.
#[test]
fn the_sandbox_differs_in_one_default() {
    let (production, sandbox) = (defaults(), settings(&Config::defaults(Profile::Sandbox)));
    let differ: Vec<&String> = production.keys().filter(|name| production[*name] != sandbox[*name]).collect();
    assert_eq!(differ, ["import.verify", "profile"]);
}

#[test]
fn the_example_settings_are_the_defaults() {
    let file = "examples/imagekin.toml";
    let config = Config::load(Some(&root().join(file)), Value::Object(serde_json::Map::new())).unwrap();
    assert_eq!(settings(&config), defaults());
    // Each of them stands in the file; only one that has no value may be commented out.
    let mut section = String::new();
    let mut there = BTreeMap::new();
    for line in read(file).lines() {
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            section = format!("{name}.");
        } else if let Some((name, _)) = line.split_once(" = ") {
            let name = (name.strip_prefix("# ").unwrap_or(name), name.starts_with('#'));
            if name.0.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') {
                there.insert(format!("{section}{}", name.0), name.1);
            }
        }
    }
    let expected = defaults().into_iter().map(|(name, value)| (name, value.is_null()));
    assert_eq!(there, BTreeMap::from_iter(expected));
}

// Flags and variables.

/// A command that knows no `IMAGEKIN_…` variable of whoever runs the tests.
fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("IMAGEKIN_") {
            command.env_remove(name);
        }
    }
    command.env("IMAGEKIN_LOG", "warn");
    command
}

fn imagekin() -> Command {
    command(env!("CARGO_BIN_EXE_imagekin"))
}

/// The `--flags` in a text.
fn flags(text: &str) -> BTreeSet<String> {
    let is_flag = |word: &&str| {
        word.strip_prefix("--").is_some_and(|name| name.starts_with(|c: char| c.is_ascii_lowercase()))
    };
    let word = |c: char| !(c.is_ascii_lowercase() || c == '-');
    text.split(word).filter(is_flag).map(str::to_owned).collect()
}

/// The flags of a command: one word, or two of `images`.
fn help(command: &str) -> BTreeSet<String> {
    let words = if command.starts_with("images ") { 2 } else { 1 };
    let output = imagekin().args(command.split(' ').take(words)).arg("--help").output().unwrap();
    assert!(output.status.success(), "there is no command {command}");
    flags(&String::from_utf8(output.stdout).unwrap())
}

#[test]
fn the_flags_are_those_of_the_help() {
    let mut serve = help("serve");
    assert!(serve.remove("--help") && serve.remove("--config"));
    for page in READMES {
        let readme = read(page);
        let in_table = table_of_settings(&readme).into_iter().map(|[_, flag, ..]| flag);
        assert_eq!(in_table.filter(|flag| !flag.is_empty()).collect::<BTreeSet<_>>(), serve, "{page}");
        assert!(readme.contains("imagekin serve --config FILE"), "{page}");
    }
}

#[test]
fn every_command_in_a_block_has_the_flags_that_it_is_given() {
    for page in READMES.into_iter().chain(["docs/cli.md"]) {
        let blocks = blocks(&read(page));
        let lines: Vec<&str> = blocks.iter().flat_map(|block| block.text.lines()).collect();
        for line in lines {
            let commands = line.split("imagekin ").skip(1);
            for command in commands.filter(|rest| rest.starts_with(|c: char| c.is_ascii_lowercase())) {
                assert!(flags(command).is_subset(&help(command)), "{page}: {line}");
            }
        }
    }
}

#[test]
fn every_variable_exists() {
    let name_of = |setting: &String| format!("IMAGEKIN_{}", setting.replace('.', "__").to_uppercase());
    let mut known: BTreeSet<String> = defaults().keys().map(name_of).collect();
    for file in files(&root(), &["rs", "py", "js", "go"]) {
        known.extend(variables(&std::fs::read_to_string(file).unwrap()));
    }
    for page in pages() {
        for name in variables(&read(&page)) {
            assert!(known.contains(&name), "{}: nothing reads {name}", page.display());
        }
    }
}

/// The `IMAGEKIN_…` names in a text, without those that are cut off by an ellipsis.
fn variables(text: &str) -> BTreeSet<String> {
    let starts = text.match_indices("IMAGEKIN_").map(|(at, _)| &text[at..]);
    let name = |rest: &str| {
        let end = rest
            .find(|c: char| !(c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_'))
            .unwrap_or(rest.len());
        rest[..end].to_owned()
    };
    starts.map(name).filter(|name| !name.ends_with('_')).collect()
}

// Snippets.

/// A fenced block of a page.
#[derive(Debug, PartialEq, Eq)]
struct Block {
    /// The name in the comment `<!-- snippet: NAME -->` on the line before.
    snippet: Option<String>,
    language: String,
    text: String,
}

fn blocks(page: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut lines = page.lines();
    let mut before = "";
    while let Some(line) = lines.next() {
        if let Some(language) = line.strip_prefix("```") {
            let snippet = before.strip_prefix("<!-- snippet: ").and_then(|name| name.strip_suffix(" -->"));
            let text: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            blocks.push(Block {
                snippet: snippet.map(str::to_owned),
                language: language.to_owned(),
                text: text.join("\n"),
            });
        }
        before = line;
    }
    blocks
}

fn snippet(name: &str) -> String {
    let found = blocks(&read("README.md")).into_iter().find(|block| block.snippet.as_deref() == Some(name));
    found.unwrap_or_else(|| panic!("README.md has no snippet {name}")).text
}

#[test]
fn both_languages_have_the_same_blocks() {
    let [english, chinese] = READMES.map(|page| blocks(&read(page)));
    assert!(english.iter().all(|block| !block.language.is_empty()), "a block has no language");
    for (english, chinese) in english.iter().zip(&chinese) {
        assert_eq!(english, chinese);
    }
    assert_eq!(english.len(), chinese.len());
}

/// `cargo xtask clients terraform` runs that file.
#[test]
fn the_terraform_block_is_the_one_that_is_run() {
    let run = read("tests/clients/terraform/provider.tf");
    let run = run.replace("var.endpoint", "\"127.0.0.1:7070\"").replace("var.region", "\"cn-hangzhou\"");
    assert_eq!(code(&snippet("terraform")), code(&run));
}

/// And that one, as a user who assumes a role.
#[test]
fn the_terraform_block_with_a_role_is_the_one_that_is_run() {
    let run = read("tests/clients/terraform/role/provider.tf");
    let provider = run.find("provider \"alicloud\"").and_then(|at| Some(&run[at..run.find("\nvariable")?]));
    let run = provider.unwrap().replace("var.endpoint", "\"imagekin.example.com\"");
    let run = run.replace("var.region", "\"cn-hangzhou\"");
    let run = run.replace("var.role", "\"acs:ram::1234567890123456:role/release\"");
    let page = read("docs/access.md");
    let (_, block) = page.split_once("<!-- snippet: assume-role -->\n```hcl\n").unwrap();
    let (block, _) = block.split_once("\n```").unwrap();
    assert_eq!(code(block), code(&run));
}

/// The lines that say something to a program.
fn code(text: &str) -> Vec<&str> {
    text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).collect()
}

/// The tests of Packer's builder set the same endpoint, by the name of its field.
#[test]
fn the_packer_block_sets_what_its_tests_set() {
    let (block, tests) = (snippet("packer"), read("tests/clients/packer/support_test.go"));
    assert!(block.contains("custom_endpoint_ecs = \"127.0.0.1:7070\""), "{block}");
    assert!(tests.contains("CustomEndpointEcs: endpoint"));
    assert!(
        block.contains("image_family ")
            && read("tests/clients/packer/builder_test.go").contains("\"image_family\"")
    );
}

#[test]
fn every_action_is_listed() {
    let files = std::fs::read_dir(root().join("crates/server/src/actions")).unwrap();
    let names = files.filter_map(|file| {
        file.unwrap().file_name().into_string().unwrap().strip_suffix(".rs").map(pascal_case)
    });
    // Those of STS and RAM stand in docs/access.md.
    let others = ["Mod", "AssumeRole"];
    let actions: BTreeSet<String> = names.filter(|name| !others.contains(&name.as_str())).collect();
    for page in READMES {
        let readme = read(page);
        let list = readme.split("\n\n").find(|paragraph| paragraph.contains("`CreateImage`")).unwrap();
        let told = list.split('`').skip(1).step_by(2).map(str::to_owned).collect::<BTreeSet<_>>();
        assert_eq!(told, actions, "{page}");
    }
}

fn pascal_case(snake: &str) -> String {
    let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
    snake.split('_').map(capital).collect()
}

/// A server that was started as the page says, on a free port. It is killed when it is dropped.
struct Running {
    child: Child,
    address: String,
}

impl Running {
    /// Waits for the line that says where it listens.
    fn of(mut command: Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::inherit()).spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        let address = |line: String| {
            let rest = line.strip_prefix("listening on http://")?;
            rest.split(' ').next().map(str::to_owned)
        };
        let address = lines.filter_map(address).next().expect("it ended without listening");
        Self { child, address }
    }

    fn terminate(mut self) -> i32 {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
        self.child.wait().unwrap().code().unwrap_or(-1)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn is_installed(program: &str) -> bool {
    Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
}

#[test]
fn the_curl_snippet_resolves_the_family_of_the_quickstart() {
    if !["sh", "curl", "openssl"].into_iter().all(is_installed) {
        eprintln!("skipped: curl or openssl is not installed");
        return;
    }
    let mut command = imagekin();
    command.args(["quickstart", "--listen", "127.0.0.1:0"]);
    let quickstart = Running::of(command);
    let script = snippet("curl").replace(ENDPOINT, &quickstart.address);
    let output = Command::new("sh").args(["-c", &script]).env("no_proxy", "*").output().unwrap();
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{output:?}"));
    assert_eq!(answer["Image"]["ImageFamily"], "hangzhou-daily-update", "{answer}");
    assert_eq!(answer["Image"]["Status"], "Available", "{answer}");
}

#[test]
fn the_bucket_snippet_puts_an_object() {
    // The signature of S3 came into curl with 7.75.
    let signs = Command::new("curl").args(["--aws-sigv4", "aws:amz", "--version"]).output();
    if !signs.is_ok_and(|output| output.status.success()) {
        eprintln!("skipped: curl is not installed, or too old");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let mut command = imagekin();
    command.args(["serve", "--profile", "sandbox", "--listen", "127.0.0.1:0", "--data-dir", "data"]);
    command.current_dir(folder.path());
    let sandbox = Running::of(command);
    std::fs::write(folder.path().join("base.qcow2"), b"a disk").unwrap();
    let script = format!("set -e\n{}", snippet("put-object").replace(ENDPOINT, &sandbox.address));
    let output = Command::new("sh")
        .args(["-c", &script])
        .current_dir(folder.path())
        .env("no_proxy", "*")
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && told.contains("200 OK"), "{output:?}");
    let object = folder.path().join("data/objects/cn-hangzhou/golden-images/base.qcow2");
    assert_eq!(std::fs::read(object).unwrap(), b"a disk");
}

/// Runs the script in `folder`, with the binary under test for `imagekin` and a free port.
#[expect(clippy::disallowed_methods, reason = "a shell needs the PATH of the test")]
fn in_shell(script: &str, folder: &Path) -> Command {
    let mut shell = command("sh");
    let binary = Path::new(env!("CARGO_BIN_EXE_imagekin")).parent().unwrap();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path =
        std::env::join_paths(std::iter::once(binary.to_owned()).chain(std::env::split_paths(&path))).unwrap();
    shell.current_dir(folder).env("PATH", path).env("IMAGEKIN_LISTEN", "127.0.0.1:0").args(["-c", script]);
    shell
}

#[test]
fn the_first_key_snippets_start_production() {
    if !is_installed("openssl") {
        eprintln!("skipped: openssl is not installed");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    assert!(in_shell(&snippet("first-key"), folder.path()).status().unwrap().success());
    // Without a shell of its own between, so that the process that is told to end is the server.
    let serve = snippet("serve").replace(['(', ')'], "").replace("imagekin serve", "exec imagekin serve");
    assert_eq!(Running::of(in_shell(&serve, folder.path())).terminate(), 0);
    assert!(folder.path().join("imagekin-data/master.key").exists());
}

/// What the README does with the family of the quickstart: list it, put a second image into it, take that out again.
#[test]
fn the_cli_snippets_roll_the_family_back() {
    let mut command = imagekin();
    command.args(["quickstart", "--listen", "127.0.0.1:0"]);
    let quickstart = Running::of(command);
    let folder = tempfile::tempdir().unwrap();
    let script = ["cli", "cli-roll-back", "cli-history"].map(snippet).join("\n");
    let script = format!("set -e\n{script}");
    let mut shell = in_shell(&script, folder.path());
    let output =
        shell.env("IMAGEKIN_ENDPOINT", &quickstart.address).env("HOME", folder.path()).output().unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    // Three changes of the head, two images, one family.
    let [head, listed, imported, rolled_back, _, _, _, second, first, family] =
        <[&str; 10]>::try_from(told.lines().collect::<Vec<_>>())
            .unwrap_or_else(|lines| panic!("{lines:?} {}", String::from_utf8_lossy(&output.stderr)));
    assert!(listed.starts_with(head) && listed.contains("hangzhou-daily-update"), "{listed}");
    assert_ne!(imported, head);
    assert_eq!(rolled_back, head);
    assert!(second.starts_with("NotAvailable") && first.starts_with("Head"), "{second}\n{first}");
    assert!(family.contains(head), "{family}");
}

// Links and names.

/// The files below `folder` with one of the extensions, without what is built, installed or fetched.
fn files(folder: &Path, extensions: &[&str]) -> Vec<PathBuf> {
    const NOT_OURS: [&str; 7] =
        ["target", "node_modules", "venv", "artifacts", "corpus", "coverage", "__pycache__"];
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let (path, name) = (entry.path(), entry.file_name().into_string().unwrap());
        if entry.file_type().unwrap().is_dir() {
            if !name.starts_with('.') && !NOT_OURS.contains(&name.as_str()) {
                found.extend(files(&path, extensions));
            }
        } else if extensions.iter().any(|extension| name.ends_with(&format!(".{extension}"))) {
            found.push(path);
        }
    }
    found
}

fn pages() -> Vec<PathBuf> {
    files(&root(), &["md"])
}

/// The text of a page without its fenced blocks.
fn prose(page: &str) -> String {
    page.split("\n```").step_by(2).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_relative_link_leads_somewhere() {
    for page in pages() {
        let prose = prose(&read(&page));
        let targets = prose.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        for target in targets.filter(|target| !target.contains("://")) {
            let (file, heading) =
                target.split_once('#').map_or((target, None), |(file, heading)| (file, Some(heading)));
            let file = if file.is_empty() { page.clone() } else { page.parent().unwrap().join(file) };
            assert!(file.exists(), "{}: {target} is not there", page.display());
            if let Some(heading) = heading {
                let headings: Vec<String> = read(&file).lines().filter_map(anchor).collect();
                assert!(
                    headings.contains(&heading.to_owned()),
                    "{}: {target}: no such heading",
                    page.display()
                );
            }
        }
    }
}

/// The anchor of a heading, as GitHub makes it.
fn anchor(line: &str) -> Option<String> {
    let title = line.trim_start_matches('#').strip_prefix(' ').filter(|_| line.starts_with('#'))?;
    let kept = title.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    Some(kept.collect::<String>().to_lowercase().replace(' ', "-"))
}

/// ARCHITECTURE.md names a test for each invariant, and files all along: they must exist.
#[test]
fn the_architecture_names_what_there_is() {
    let page = read("ARCHITECTURE.md");
    let sources: Vec<(PathBuf, String)> = files(&root(), &["rs"])
        .into_iter()
        .map(|file| (file.strip_prefix(root()).unwrap().to_owned(), read(&file)))
        .collect();
    let invariants: Vec<&str> = page.split("**Architecture Invariant:**").skip(1).collect();
    assert!(invariants.len() > 10);
    for invariant in invariants {
        let (claim, holders) =
            invariant.split_once("Held by").unwrap_or_else(|| panic!("no test holds:{invariant}"));
        let holders = holders.split("\n\n").next().unwrap_or_default();
        let mut tests = holders.split('`').skip(1).step_by(2).filter(|name| name.contains("::")).peekable();
        assert!(tests.peek().is_some(), "no test holds:{claim}");
        for test in tests {
            let mut path: Vec<&str> = test.split("::").filter(|segment| *segment != "tests").collect();
            let function = format!("fn {}(", path.pop().unwrap());
            let is_here = |file: &Path, text: &str| {
                let file = file.to_string_lossy();
                text.contains(&function) && path.iter().all(|segment| file.contains(segment))
            };
            assert!(sources.iter().any(|(file, text)| is_here(file, text)), "there is no test {test}");
        }
    }
    let inside = [
        "",
        "crates/server/src",
        "crates/store/src",
        "crates/catalog/src",
        "crates/rpc/src",
        "crates/cli/src",
    ];
    let prose = prose(&page);
    let files =
        prose.split('`').skip(1).step_by(2).filter(|text| text.ends_with(".rs") || text.ends_with(".sql"));
    for file in files.filter(|file| !file.contains('<')) {
        assert!(
            inside.iter().any(|folder| root().join(folder).join(file).exists()),
            "there is no file {file}"
        );
    }
}

/// docs/security.md names a test of each line: a file with tests, or a fuzz target.
#[test]
fn each_attack_that_is_defended_names_a_test() {
    let page = read("docs/security.md");
    let (_, attacks) = page.split_once("| attack | what holds | test |\n|---|---|---|\n").expect("the table");
    let attacks: Vec<&str> = attacks.lines().take_while(|line| line.starts_with('|')).collect();
    assert!(attacks.len() > 10);
    let has_tests = |text: String| text.contains("#[test]\n") || text.contains("#[tokio::test");
    let is_test = |file: &PathBuf| {
        file.components().any(|folder| folder.as_os_str() == "tests") || has_tests(read(file))
    };
    let with_tests: Vec<PathBuf> = files(&root(), &["rs"]).into_iter().filter(is_test).collect();
    for attack in attacks {
        let named = attack.trim_end_matches(" |").rsplit(" | ").next().unwrap();
        let mut tests = named.split('`').skip(1).step_by(2).peekable();
        assert!(tests.peek().is_some(), "no test of {attack}");
        for test in tests {
            let target = root().join("fuzz/fuzz_targets").join(test).with_extension("rs");
            let is_there = target.exists() || with_tests.iter().any(|file| file.ends_with(test));
            assert!(is_there, "there is no test {test}");
        }
    }
}
