//! Nodes on one PostgreSQL database: what each needs for itself, and what they do when the standby is gone.

use std::sync::Barrier;
use std::thread::JoinHandle;
use std::time::Duration;

use imagekin_testing::{Durability, Postgres};

use crate::client::{Client, Doubt, Outcome};
use crate::command::run;
use crate::moving::postgres;
use crate::questions::import;
use crate::server::Server;
use crate::story;
use crate::waiting::{PATIENCE, wait_until};

/// Clients that write at once: more than a node has connections.
const WRITERS: usize = 20;

#[test]
fn a_node_needs_a_folder_of_its_own_and_the_master_key_of_all() {
    let url = postgres().create_database();
    let more = ["--database", url.as_str()];
    let [one, two] = [tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder")];
    let first = Server::start(one.path(), &more);
    let told = Server::refused(one.path(), &more);
    assert!(told.contains("another process is using the data folder"), "{told}");
    let told = Server::refused(two.path(), &more);
    assert!(told.contains("another master key"), "{told}");
    std::fs::copy(one.path().join("master.key"), two.path().join("master.key")).expect("a key");
    let second = Server::start(two.path(), &more);
    for server in [&first, &second] {
        Client::new(&server.address, 1).must("DescribeRegions", &[]);
    }
    second.stop();
    first.stop();
}

/// With the synchronous standby gone, writes wait, for they could be lost; families resolve, and the nodes are ready.
#[test]
fn a_standby_that_is_gone_holds_up_writes_alone() {
    let primary = Postgres::start(Durability::Durable).expect("a server");
    let mut standby = primary.standby().expect("a standby");
    primary.make_synchronous(&standby).expect("a synchronous standby");
    let folder = tempfile::tempdir().expect("a folder");
    story::put_object(folder.path());
    let server = Server::start(folder.path(), &["--database", &primary.create_database()]);
    let mut client = Client::new(&server.address, 1);
    let image_id = story::import_into_family(&mut client, "base-1");
    let regions = client.must("DescribeRegions", &[])["Regions"]["Region"].clone();
    let regions = regions.as_array().expect("regions").iter().map(|region| region["RegionId"].clone());
    standby.stop().expect("a stop");

    // Each in a catalogue of its own: none waits for another one's.
    let writers: Vec<JoinHandle<Outcome>> = (100..)
        .zip(regions.take(WRITERS))
        .map(|(number, region)| {
            let region = region.as_str().expect("a region").to_owned();
            story::put_object_in(folder.path(), &region);
            let mut client = Client::new(&server.address, number);
            std::thread::spawn(move || {
                client.call("ImportImage", &[&import("waits")[..], &[("RegionId", &region)]].concat())
            })
        })
        .collect();
    assert_eq!(writers.len(), WRITERS);
    // By then all have waited for as long as they may for a connection.
    wait_until("a write is refused", PATIENCE, || writers.iter().any(JoinHandle::is_finished).then_some(()));
    let head = client.must("DescribeImageFromFamily", &[("ImageFamily", "base")]);
    assert_eq!(head["Image"]["ImageId"], image_id.as_str());
    let ready = ureq::get(format!("http://{}/readyz", server.address)).call();
    assert_eq!(ready.expect("a node that is ready").status(), 200);

    standby.start_again().expect("a standby");
    for writer in writers {
        match writer.join().expect("no panic") {
            Outcome::Done(_) => {}
            Outcome::Doubtful(Doubt::Failed(code)) if code == "ServiceUnavailable" => {}
            other => panic!("{other:?}"),
        }
    }
    story::import_into_family(&mut client, "base-2");
    server.stop();
}

/// Of the same signed write that reaches two nodes at the same moment, one is done: what they know of each other is in the
/// database alone.
#[test]
fn a_write_that_two_nodes_get_at_once_is_done_once() {
    const WRITES: u64 = 40;

    let url = postgres().create_database();
    let folders = [tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder")];
    let first = Server::start(folders[0].path(), &["--database", &url]);
    std::fs::copy(folders[0].path().join("master.key"), folders[1].path().join("master.key")).expect("a key");
    let second = Server::start(folders[1].path(), &["--database", &url]);
    story::put_object(folders[0].path());
    let (mut client, other) = (Client::new(&first.address, 1), Client::new(&second.address, 2));
    let snapshot = client.first_snapshot();
    for _ in 0..WRITES {
        let request = client.signed("CreateImage", &[("SnapshotId", &snapshot), ("ImageFamily", "once")]);
        let start = Barrier::new(2);
        let send = |client: &Client| {
            start.wait();
            client.send(&request)
        };
        let outcomes = std::thread::scope(|scope| {
            let sent = [&client, &other].map(|client| scope.spawn(|| send(client)));
            sent.map(|sent| sent.join().expect("no panic"))
        });
        let is_done = |outcome: &&Outcome| matches!(outcome, Outcome::Done(_));
        let is_used =
            |outcome: &&Outcome| matches!(outcome, Outcome::Refused(code) if code == "SignatureNonceUsed");
        let count = (outcomes.iter().filter(is_done).count(), outcomes.iter().filter(is_used).count());
        assert_eq!(count, (1, 1), "{outcomes:?}");
    }
    let made = client.must("DescribeImages", &[("ImageFamily", "once")]);
    assert_eq!(made["TotalCount"], WRITES);
    second.stop();
    first.stop();
}

/// As docs/access.md promises of a key that has leaked.
#[test]
fn a_key_that_is_disabled_is_soon_refused_by_other_nodes() {
    /// How old what a node knows of a key may be.
    const FRESH: Duration = Duration::from_secs(10);

    let url = postgres().create_database();
    let folders = [tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder")];
    let first = Server::start(folders[0].path(), &["--database", &url]);
    std::fs::copy(folders[0].path().join("master.key"), folders[1].path().join("master.key")).expect("a key");
    let second = Server::start(folders[1].path(), &["--database", &url]);
    let mut account = Client::new(&first.address, 1);
    account.must("CreateUser", &[("UserName", "ana")]);
    let made = account.must("CreateAccessKey", &[("UserName", "ana")])["AccessKey"].clone();
    let [id, secret] =
        ["AccessKeyId", "AccessKeySecret"].map(|name| made[name].as_str().expect("text").to_owned());
    let key = (&*id.clone().leak(), secret.as_str());
    let mut ana = [&first, &second].map(|server| Client::with_key(&server.address, 2, key));
    let refusal = |client: &mut Client| match client.call("GetCallerIdentity", &[]) {
        Outcome::Done(_) => None,
        Outcome::Refused(code) => Some(code),
        Outcome::Doubtful(doubt) => panic!("{doubt}"),
    };
    for client in &mut ana {
        assert_eq!(refusal(client), None);
    }
    account.must("UpdateAccessKey", &[("UserName", "ana"), ("UserAccessKeyId", &id), ("Status", "Inactive")]);
    let [at_the_first, at_the_second] = &mut ana;
    assert_eq!(refusal(at_the_first).as_deref(), Some("InvalidAccessKeyId.Inactive"));
    // Twice as long, for a machine that is busy.
    let code = wait_until("the second node knows", 2 * FRESH, || refusal(at_the_second));
    assert_eq!(code, "InvalidAccessKeyId.Inactive");
    second.stop();
    first.stop();
}

/// What an account may call, it may call on all nodes together.
#[test]
fn nodes_count_calls_together() {
    let url = postgres().create_database();
    let folders = [tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder")];
    let first = Server::start(folders[0].path(), &["--database", &url]);
    std::fs::copy(folders[0].path().join("master.key"), folders[1].path().join("master.key")).expect("a key");
    let throttle = |more: &[&str]| {
        let store = ["--data-dir", folders[0].path().to_str().expect("text"), "--database", &url];
        run([&["throttle"], more, &store].concat())
    };
    // A window so long that none ends in the midst of this.
    let limit = ["--account", "1234567890123456", "--action", "DescribeZones"];
    assert_eq!(throttle(&[&["set"], &limit[..], &["--calls", "50", "--per", "1440000m"]].concat()).ok(), "");
    assert_eq!(throttle(&["set", "--calls", "1000", "--per", "1s"]).ok(), "");
    let shown = "ACCOUNT           ACTION         CALLS  PER\n\
                 *                 *              1000   1s\n\
                 1234567890123456  DescribeZones  50     86400000s\n";
    assert_eq!(throttle(&["list"]).ok(), shown);
    let second = Server::start(folders[1].path(), &["--database", &url]);
    let callers: Vec<JoinHandle<usize>> = (0..8)
        .map(|number| {
            let server = if number % 2 == 0 { &first } else { &second };
            let mut client = Client::new(&server.address, 200 + number);
            std::thread::spawn(move || {
                let answers = (0..20).map(|_| client.call("DescribeZones", &[]));
                let is_done = |answer: Outcome| match answer {
                    Outcome::Done(_) => true,
                    Outcome::Refused(code) => {
                        assert_eq!(code, "Throttling.Api");
                        false
                    }
                    Outcome::Doubtful(doubt) => panic!("{doubt}"),
                };
                answers.map(is_done).filter(|is_done| *is_done).count()
            })
        })
        .collect();
    let done: usize = callers.into_iter().map(|caller| caller.join().expect("no panic")).sum();
    assert_eq!(done, 50);
    assert_eq!(throttle(&[&["remove"], &limit[..]].concat()).ok(), "");
    assert!(throttle(&[&["remove"], &limit[..]].concat()).fails().contains("no such limit"));
    second.stop();
    first.stop();
}
