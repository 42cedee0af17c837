//! The master key is rotated while clients make keys and use them at once, on another node if there is one: none is refused.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::JoinHandle;

use serde_json::Value;
use tempfile::TempDir;

use crate::client::{Client, Outcome};
use crate::command::{Outcome as Done, on, run, with_log};
use crate::moving::postgres;
use crate::server::Server;
use crate::story;
use crate::waiting::{PATIENCE, wait_until};

/// Clients at once.
const CLIENTS: u64 = 2;
const ACCOUNT: &str = "1234567890123456";
/// Who trusts every user of the account that may assume roles.
const TRUST: &str = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
    "Principal": {"RAM": ["acs:ram::1234567890123456:root"]}}]}"#;
const READ_AGAIN: &str = "Read the master keys again";

/// Nodes that serve, each with a folder of its own.
struct Nodes {
    folders: Vec<TempDir>,
    more: Vec<String>,
    servers: Vec<Server>,
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path that is text")
}

fn start(folder: &Path, more: &[String]) -> Server {
    Server::start_by(with_log("info"), folder, &more.iter().map(String::as_str).collect::<Vec<_>>())
}

impl Nodes {
    fn start(folders: Vec<TempDir>, more: Vec<String>) -> Self {
        let mut servers = vec![start(folders[0].path(), &more)];
        for folder in &folders[1..] {
            hand_out(folders[0].path(), folder.path());
            servers.push(start(folder.path(), &more));
        }
        Self { folders, more, servers }
    }

    /// `imagekin COMMAND …` on the first node.
    fn run(&self, command: &[&str]) -> Done {
        let more = self.more.iter().map(String::as_str);
        on(command[0], self.folders[0].path(), &command[1..].iter().copied().chain(more).collect::<Vec<_>>())
    }

    fn master_key(&self, arguments: &[&str]) -> Done {
        let folder = ["--data-dir", text(self.folders[0].path())];
        let more: Vec<&str> = self.more.iter().map(String::as_str).collect();
        run([&["master-key"], arguments, &folder, &more].concat())
    }

    /// The lines of `imagekin master-key list` without its heading: id, use, number of access keys.
    fn keys(&self) -> Vec<(String, String, u64)> {
        let listed = self.master_key(&["list"]).ok();
        let read = |line: &str| {
            let cells: Vec<&str> = line.split_whitespace().collect();
            (cells[0].to_owned(), cells[1].to_owned(), cells[2].parse().expect("a number"))
        };
        listed.lines().skip(1).map(read).collect()
    }

    /// How many events of this name the audit log has.
    fn events(&self, name: &str) -> usize {
        let folder = ["--data-dir", text(self.folders[0].path())];
        let more: Vec<&str> = self.more.iter().map(String::as_str).collect();
        let found = run([&["audit", "search", "--event-name", name], &folder[..], &more].concat());
        found.ok().lines().count()
    }

    /// Changes the master keys on each node after the other, and sees after each that clients go on.
    fn change(&self, busy: &Busy, arguments: &[&str], is_asked: bool) -> String {
        let told = self.servers.iter().map(|server| server.log().matches(READ_AGAIN).count());
        let told: Vec<usize> = told.collect();
        let mut said = String::new();
        for (node, server) in self.servers.iter().enumerate() {
            match node {
                0 => said = self.master_key(arguments).ok(),
                _ => hand_out(self.folders[0].path(), self.folders[node].path()),
            }
            if is_asked {
                server.hang_up();
            }
            busy.beside(|| drop(server.wait_until_told(READ_AGAIN, told[node] + 1)));
        }
        said
    }
}

/// Brings the file of the master keys to another node, as the page says.
fn hand_out(from: &Path, to: &Path) {
    let draft = to.join("master.key.new");
    std::fs::copy(from.join("master.key"), &draft).expect("a copy");
    std::fs::rename(draft, to.join("master.key")).expect("its place");
}

/// Clients that make keys, use them and delete them, until [`stop`](Self::stop).
struct Busy {
    clients: Vec<JoinHandle<()>>,
    stop: Arc<AtomicBool>,
    rounds: Arc<AtomicU64>,
}

impl Busy {
    fn start(servers: &[Server]) -> Self {
        let addresses: Vec<String> = servers.iter().map(|server| server.address.clone()).collect();
        let (stop, rounds) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
        let mut owner = Client::new(&addresses[0], 900);
        owner.must("CreateRole", &[("RoleName", "rotated"), ("AssumeRolePolicyDocument", TRUST)]);
        let clients = (0..CLIENTS).map(|number| {
            let user = format!("busy-{number}");
            user_who_assumes(&mut owner, &user);
            let (addresses, stop, rounds) = (addresses.clone(), Arc::clone(&stop), Arc::clone(&rounds));
            std::thread::spawn(move || {
                for round in 0.. {
                    if stop.load(Ordering::SeqCst) {
                        return;
                    }
                    make_and_use(&addresses, &user, 1_000 + number * 1_000_000 + round);
                    rounds.fetch_add(1, Ordering::SeqCst);
                }
            })
        });
        Self { clients: clients.collect(), stop, rounds }
    }

    /// Does `work`, and sees that each client goes on meanwhile, or does after it.
    fn beside(&self, work: impl FnOnce()) {
        work();
        let begun = self.rounds.load(Ordering::SeqCst);
        let is_on = || (self.rounds.load(Ordering::SeqCst) > begun + 2 * CLIENTS).then_some(());
        wait_until("the clients go on", PATIENCE, is_on);
    }

    fn stop(self) {
        self.stop.store(true, Ordering::SeqCst);
        self.clients.into_iter().for_each(|client| client.join().expect("no call is refused"));
    }
}

/// Makes a key of a user on one node, and with it a temporary one on the next, which has to unseal what that one has sealed; and
/// uses that on all of them.
fn make_and_use(addresses: &[String], user: &str, number: u64) {
    let nodes = addresses.len() as u64;
    let at = |turn: u64| &addresses[usize::try_from((number + turn) % nodes).expect("a number")];
    let mut owner = Client::new(at(0), number);
    let (id, secret) = pair(&owner.must("CreateAccessKey", &[("UserName", user)])["AccessKey"]);
    let temporary = assume(&mut Client::with_key(at(1), number, (id, &secret)));
    for turn in 0..nodes {
        temporary.client(at(turn), turn).must("GetCallerIdentity", &[]);
    }
    owner.must("DeleteAccessKey", &[("UserName", user), ("UserAccessKeyId", id)]);
}

fn pair(key: &Value) -> (&'static str, String) {
    let [id, secret] =
        ["AccessKeyId", "AccessKeySecret"].map(|name| key[name].as_str().expect("text").to_owned());
    (id.leak(), secret)
}

/// A temporary key.
struct Temporary {
    id: &'static str,
    secret: String,
    token: String,
}

fn assume(client: &mut Client) -> Temporary {
    let arn = format!("acs:ram::{ACCOUNT}:role/rotated");
    let assumed = client.must("AssumeRole", &[("RoleArn", &arn), ("RoleSessionName", "rotation")]);
    let (id, secret) = pair(&assumed["Credentials"]);
    let token = assumed["Credentials"]["SecurityToken"].as_str().expect("a token").to_owned();
    Temporary { id, secret, token }
}

impl Temporary {
    fn client(&self, address: &str, number: u64) -> Client {
        let mut client = Client::with_key(address, number, (self.id, &self.secret));
        client.security_token = Some(self.token.clone());
        client
    }
}

/// All four steps of docs/operations.md.
fn rotate(nodes: &mut Nodes, is_asked: bool) {
    let busy = Busy::start(&nodes.servers);
    let old = nodes.keys()[0].0.clone();
    let mut owner = Client::new(&nodes.servers[0].address, 901);
    let steady = user_who_assumes(&mut owner, "steady");
    let temporary = assume(&mut Client::with_key(&nodes.servers[0].address, 902, (steady.0, &steady.1)));
    let call_all = |servers: &[Server], number| {
        for (number, server) in (number..).zip(servers) {
            Client::with_key(&server.address, number, (steady.0, &steady.1)).must("GetCallerIdentity", &[]);
        }
    };

    let said = nodes.change(&busy, &["add"], is_asked);
    let new = said.split_whitespace().nth(1).expect("an id").to_owned();
    assert_eq!(nodes.keys().iter().map(|key| key.1.as_str()).collect::<Vec<_>>(), ["seals", "unseals"]);
    assert!(nodes.master_key(&["drop", &old]).fails().contains("that seals"));
    nodes.change(&busy, &["promote", &new], is_asked);
    for (number, server) in (1_000..).zip(&nodes.servers) {
        server.wait_until_told(&format!("with the first master key key={new}"), 1);
        // What the old key has sealed is taken still.
        temporary.client(&server.address, number).must("GetCallerIdentity", &[]);
    }
    call_all(&nodes.servers, 1_100);
    wait_until("nothing is sealed with the old key", PATIENCE, || {
        nodes.keys().iter().any(|key| key.0 == old && key.2 == 0).then_some(())
    });
    nodes.change(&busy, &["drop", &old], is_asked);
    busy.stop();
    for (number, server) in (1_200..).zip(&nodes.servers) {
        match temporary.client(&server.address, number).call("GetCallerIdentity", &[]) {
            Outcome::Refused(code) => assert_eq!(code, "InvalidSecurityToken.Malformed"),
            other => panic!("{other:?}"),
        }
    }
    call_all(&nodes.servers, 1_300);
    let keys = nodes.keys();
    assert_eq!(keys.len(), 1, "{keys:?}");
    assert_eq!((keys[0].0.as_str(), keys[0].1.as_str()), (new.as_str(), "seals"));
    assert_eq!(nodes.run(&["check"]).ok(), "");
    // And so it is after a restart.
    std::mem::take(&mut nodes.servers).into_iter().for_each(Server::stop);
    nodes.servers = nodes.folders.iter().map(|folder| start(folder.path(), &nodes.more)).collect();
    call_all(&nodes.servers, 1_400);
}

/// Makes a user who may assume roles; gives a key of it.
fn user_who_assumes(owner: &mut Client, user: &str) -> (&'static str, String) {
    owner.must("CreateUser", &[("UserName", user)]);
    let policy = [("PolicyType", "System"), ("PolicyName", "AliyunSTSAssumeRoleAccess")];
    owner.must("AttachPolicyToUser", &[&policy[..], &[("UserName", user)]].concat());
    pair(&owner.must("CreateAccessKey", &[("UserName", user)])["AccessKey"])
}

/// From a file as it was before there were several keys, with secrets that do not say by which key they are sealed.
#[test]
fn a_rotation_on_one_server_refuses_nobody() {
    let folder = story::filled();
    let database = rusqlite::Connection::open(folder.path().join("imagekin.db")).expect("a database");
    let as_before = "UPDATE access_keys SET sealed_secret = substr(sealed_secret, 10)";
    assert!(database.execute(as_before, []).expect("a change") > 2);
    drop(database);
    let mut nodes = Nodes::start(vec![folder], Vec::new());
    rotate(&mut nodes, false);
}

#[test]
fn a_rotation_on_two_nodes_refuses_nobody() {
    let url = postgres().create_database();
    let folders = vec![tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder")];
    let mut nodes = Nodes::start(folders, vec!["--database".to_owned(), url]);
    rotate(&mut nodes, true);
    for name in ["AddMasterKey", "PromoteMasterKey", "DropMasterKey"] {
        assert_eq!(nodes.events(name), 1, "{name}");
    }
    // Of both, when they started and after each step.
    assert!(nodes.events("ReadMasterKeys") >= 2 * 4);
    assert!(nodes.events("SealSecretsAnew") >= 1);
}
