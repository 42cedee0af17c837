//! docs/operations.md, typed in: the production set-up with PostgreSQL, Patroni, etcd, HAProxy and two nodes, all on this
//! machine; its primary is moved and killed while clients go on. And the commands of an embedded store.

#![expect(clippy::disallowed_methods, reason = "real processes run in real time")]
#![expect(clippy::print_stdout, reason = "the figures are what an operator wants to know")]

#[expect(dead_code, reason = "other tests call more of it")]
#[path = "../common/client.rs"]
mod client;
mod clients;
mod machine;
mod page;
#[expect(dead_code, reason = "other tests ask more")]
#[path = "../common/questions.rs"]
mod questions;
#[path = "../common/waiting.rs"]
mod waiting;

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use serde_json::Value;
use tempfile::TempDir;

use crate::client::Client;
use crate::clients::Traffic;
use crate::machine::{Machine, Running};
use crate::waiting::{PATIENCE, wait_until, wait_until_or_give_up};

/// Longest wait for an election, or for a copy of the database.
const ELECTION_MAX: Duration = Duration::from_secs(120);

/// A folder that every user may look into, with the name of no folder of the page in its path.
fn folder() -> TempDir {
    use std::os::unix::fs::PermissionsExt;
    let everyone = std::fs::Permissions::from_mode(0o755);
    tempfile::Builder::new()
        .prefix("imagekin-page-")
        .permissions(everyone)
        .tempdir_in("/tmp")
        .expect("a folder")
}

/// What is not there of what the set-up is made of.
fn missing() -> Option<&'static str> {
    let is_root =
        std::fs::metadata("/proc/self").is_ok_and(|this| std::os::unix::fs::MetadataExt::uid(&this) == 0);
    if !is_root {
        return Some("only root can be several users");
    }
    let programs =
        [("patroni", "patroni"), ("etcd", "etcd-server"), ("etcdctl", "etcd-client"), ("haproxy", "haproxy")];
    programs.into_iter().find_map(|(program, package)| {
        let folders = ["/usr/bin", "/usr/sbin"];
        (!folders.iter().any(|folder| Path::new(folder).join(program).exists())).then_some(package)
    })
}

/// The databases: three machines with etcd, on two of them PostgreSQL and Patroni.
struct Databases {
    machines: [Machine; 3],
    _etcds: Vec<Running>,
    patronis: [Option<Running>; 2],
}

impl Databases {
    fn set_up(all: &Path) -> Self {
        let machines =
            [("db1", 11), ("db2", 12), ("db3", 13)].map(|(name, number)| Machine::new(all, name, number));
        machines[0].types(&["certificates"]);
        for machine in &machines {
            machine.types(&["install-certificates", "etcd"]);
        }
        let etcd =
            |machine: &Machine| machine.starts("etcd", Some("/etc/default/etcd"), "/usr/bin/etcd", &[]);
        let _etcds = machines.iter().map(etcd).collect();
        let healthy = || machines[0].tries(&["etcd-health"]).status.success().then_some(());
        wait_until("all three etcd are healthy", ELECTION_MAX, healthy);
        let mut databases = Self { machines, _etcds, patronis: [None, None] };
        for number in 0..2 {
            databases.machines[number].types(&["patroni"]);
            databases.start(number);
        }
        databases.wait_until_synchronous();
        databases
    }

    fn start(&mut self, number: usize) {
        let patroni =
            self.machines[number].starts("postgres", None, "/usr/bin/patroni", &["/etc/patroni/config.yml"]);
        self.patronis[number] = Some(patroni);
    }

    /// The role of each member that is at work, as Patroni tells it to who shows a certificate.
    fn roles(&self) -> [Option<String>; 2] {
        let asked = self.machines[..2].iter().find_map(|machine| {
            let url = format!("https://{}:8008/cluster", machine.address);
            let certificates = ["--cacert", "ca.crt", "--cert", "db3.crt", "--key", "db3.key"];
            let folder = machine.root.parent().expect("a folder");
            let mut curl = Command::new("curl");
            curl.args(["--silent", "--noproxy", "*"]).args(certificates).arg(url).current_dir(folder);
            serde_json::from_slice::<Value>(&curl.output().expect("curl").stdout).ok()
        });
        let members = asked.unwrap_or_default();
        ["db1", "db2"].map(|name| {
            let member = members["members"].as_array()?.iter().find(|member| member["name"] == name)?;
            let at_work = member["state"] == "running" || member["state"] == "streaming";
            at_work.then(|| member["role"].as_str().unwrap_or_default().to_owned())
        })
    }

    /// The number of the leader, when the other one stands by and lacks nothing.
    fn wait_until_synchronous(&self) -> usize {
        let found = wait_until_or_give_up(ELECTION_MAX, || {
            let roles = self.roles();
            let at = |role: &str| roles.iter().position(|known| known.as_deref() == Some(role));
            at("sync_standby").and_then(|_| at("leader"))
        });
        found.unwrap_or_else(|| panic!("there is no leader with a synchronous standby\n{}", self.logs()))
    }

    fn logs(&self) -> String {
        self.machines.iter().map(|machine| machine.log("patroni")).collect()
    }
}

impl Drop for Databases {
    fn drop(&mut self) {
        // Not told to stop, which takes them longer than to be killed.
        for (machine, patroni) in self.machines.iter().zip(std::mem::take(&mut self.patronis)) {
            patroni.into_iter().for_each(|patroni| machine.dies(patroni));
        }
    }
}

/// A node, started as its unit says.
fn start_node(machine: &Machine) -> Running {
    let unit = std::fs::read_to_string(machine.own("/etc/systemd/system/imagekin.service")).expect("a unit");
    let start = unit.lines().find_map(|line| line.strip_prefix("ExecStart=")).expect("how it starts");
    let variables =
        unit.lines().find_map(|line| line.strip_prefix("EnvironmentFile=")).expect("its variables");
    let words: Vec<&str> = start.split(' ').collect();
    // They are this machine's already.
    let page = |text: &str| text.replace(machine.root.to_str().expect("a text"), "");
    let arguments: Vec<String> = words[1..].iter().map(|word| page(word)).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let running = machine.starts("root", Some(&page(variables)), &page(words[0]), &arguments);
    let address = format!("{}:7070", machine.address);
    let is_ready = || (status(&format!("http://{address}/readyz"))? == 200).then_some(());
    let ready = wait_until_or_give_up(ELECTION_MAX, is_ready);
    ready.unwrap_or_else(|| panic!("the node is not ready\n{}", machine.log("imagekin")));
    running
}

fn status(url: &str) -> Option<u16> {
    let config = ureq::Agent::config_builder().http_status_as_error(false);
    let agent: ureq::Agent = config.timeout_global(Some(Duration::from_secs(5))).build().into();
    Some(agent.get(url).call().ok()?.status().as_u16())
}

/// The first access key, as the page has put it into the environment of a node.
fn first_key(machine: &Machine) -> (&'static str, &'static str) {
    let file = std::fs::read_to_string(machine.own("/etc/imagekin/environment")).expect("a file");
    let value = |name: &str| -> &'static str {
        let line = file.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('='));
        line.expect("a variable").to_owned().leak()
    };
    (value("IMAGEKIN_BOOTSTRAP_ACCESS_KEY_ID"), value("IMAGEKIN_BOOTSTRAP_ACCESS_KEY_SECRET"))
}

#[test]
fn the_page_makes_a_service_that_outlives_its_primary() {
    if let Some(missing) = missing() {
        eprintln!("skipped: {missing} is missing");
        return;
    }
    let all = folder();
    let mut databases = Databases::set_up(all.path());
    let leader = databases.wait_until_synchronous();
    let told = databases.machines[leader].types(&["patroni-list", "database"]);
    assert!(told.contains("Leader") && told.contains("Sync Standby"), "{told}");

    let nodes = [("node1", 21), ("node2", 22)].map(|(name, number)| Machine::new(all.path(), name, number));
    for node in &nodes {
        node.types(&["node-settings", "node-unit"]);
    }
    nodes[0].types(&["first-key"]);
    let (key, first) = (first_key(&nodes[0]), start_node(&nodes[0]));
    let master_key = |node: &Machine| node.root.join("var/lib/imagekin/master.key");
    std::fs::copy(master_key(&nodes[0]), master_key(&nodes[1])).expect("the key is copied");
    let running = [first, start_node(&nodes[1])];
    nodes[0].types(&["health"]);

    let balancer = Machine::new(all.path(), "lb", 31);
    let pem =
        ["db3.crt", "db3.key"].map(|file| std::fs::read_to_string(all.path().join(file)).expect("a file"));
    std::fs::write(balancer.own("/etc/haproxy/imagekin.pem"), pem.concat()).expect("a file");
    balancer.types(&["haproxy"]);

    let addresses = nodes.each_ref().map(|node| format!("{}:7070", node.address));
    let traffic = Traffic::start(&addresses, key, &all.path().join("srv"));
    traffic.beside("undisturbed", || ());
    traffic.beside("the primary is moved", || {
        databases.machines[leader].types(&["switchover"]);
    });
    let leader = databases.wait_until_synchronous();
    traffic.beside("the machine of the primary dies", || {
        let dead = databases.patronis[leader].take().expect("it runs");
        databases.machines[leader].dies(dead);
    });
    // Its machine comes back as a standby, which takes a while.
    if machine::is_patient() {
        databases.start(leader);
        assert_ne!(databases.wait_until_synchronous(), leader, "{}", databases.logs());
    }
    let acknowledged = traffic.stop();
    println!("{} images were acknowledged", acknowledged.len());
    let mut client = Client::with_key(&addresses[1], 900, key);
    let there = clients::images(&mut client);
    let lost: Vec<&String> = acknowledged.iter().filter(|name| !there.contains(*name)).collect();
    assert!(lost.is_empty(), "acknowledged, and not there: {lost:?}");

    databases.machines[1 - leader].types(&["drill-database"]);
    let told = nodes[0].types(&["upgrade-migrate", "backup", "drill"]);
    assert!(told.contains("the schema is up to date"), "{told}");
    drop(running);
    drop(databases);
}

#[test]
fn the_unit_is_sound() {
    let all = folder();
    let machine = Machine::new(all.path(), "unit", 41);
    machine.types(&["node-unit"]);
    let unit = std::fs::read_to_string(machine.own("/etc/systemd/system/imagekin.service")).expect("a unit");
    let is_line = |line: &&str| {
        line.is_empty()
            || line.starts_with('#')
            || (line.starts_with('[') && line.ends_with(']'))
            || line.split_once('=').is_some_and(|(name, _)| name.chars().all(|c| c.is_ascii_alphanumeric()))
    };
    assert_eq!(unit.lines().find(|line| !is_line(line)), None);
    // However long the database is away when a node starts: systemd gives up after five starts in ten seconds, if it may.
    let (first, service) = unit.split_once("[Service]").expect("a section");
    assert!(
        first.starts_with("[Unit]") && first.lines().any(|line| line == "StartLimitIntervalSec=0"),
        "{first}"
    );
    assert!(service.lines().any(|line| line == "Restart=always"), "{service}");
    // Signals are for the node itself: qemu-img would end by them.
    for line in ["ExecReload=/bin/kill -HUP $MAINPID", "KillMode=mixed"] {
        assert!(service.lines().any(|own| own == line), "{service}");
    }
    let knows = Command::new("systemd-analyze").args(["security", "--help"]).output();
    if !knows.is_ok_and(|output| output.status.success()) {
        eprintln!("systemd is not installed: the unit was only parsed");
        return;
    }
    machine.types(&["verify-unit"]);
}

#[test]
fn an_embedded_store_is_checked_backed_up_rotated_limited_and_moved() {
    let all = folder();
    let machine = Machine::new(all.path(), "one", 51);
    let store = all.path().join("imagekin-data");
    let mut serve = Command::new(page::binary());
    serve.args(["serve", "--profile", "sandbox", "--listen", "127.0.0.1:0", "--data-dir"]).arg(store);
    let mut server = serve.stdout(std::process::Stdio::piped()).spawn().expect("a server");
    let mut line = String::new();
    let output = server.stdout.take().expect("its output");
    std::io::BufRead::read_line(&mut std::io::BufReader::new(output), &mut line).expect("a line");
    machine.types(&["check", "embedded-backup", "master-key-add", "master-key-promote"]);
    // When the server has sealed anew what there is.
    wait_until("the old key can be dropped", PATIENCE, || {
        machine.tries(&["master-key-drop"]).status.success().then_some(())
    });
    server.kill().and_then(|()| server.wait().map(drop)).expect("its end");
    machine.types(&["throttle", "audit-verify"]);
    let url = imagekin_testing::shared().unwrap_or_else(|error| panic!("{error}")).create_database();
    let block = page::block("move").replace("postgres://imagekin@db.example.com/imagekin", &url);
    // Its second line serves from there.
    let moving = block
        .lines()
        .next()
        .expect("a line")
        .replace("imagekin move", &format!("{} move", page::binary().display()));
    let moved = Command::new("sh").args(["-ec", &moving]).current_dir(all.path()).output().expect("a shell");
    assert!(moved.status.success(), "{moved:?}");
}
