//! The runs: on each kind of store, with what happens meanwhile.

use std::sync::Arc;
use std::time::{Duration, Instant};

use imagekin_testing::{Durability, Postgres, name_in};

use crate::chance::{self, Dice};
use crate::clients::Clients;
use crate::cluster::Cluster;
use crate::history::Operation;
use crate::judge::judge;
use crate::truth::Truth;
use crate::waiting::{PATIENCE, wait_until};

/// How long clients call, if `IMAGEKIN_TEST_SECONDS` does not say.
const SECONDS: u64 = 4;
/// Nodes on one PostgreSQL database.
const NODES: usize = 3;
/// Clients per node, and for one node alone.
const CLIENTS_PER_NODE: usize = 3;
const CLIENTS_OF_ONE: usize = 8;

/// How long the clients of this run call.
fn duration() -> Duration {
    Duration::from_secs(chance::number_of("IMAGEKIN_TEST_SECONDS").unwrap_or(SECONDS))
}

/// Waits until so many more operations are done.
fn wait_for_operations(clients: &Clients, more: u64) {
    let target = clients.operations() + more;
    wait_until("clients are answered", PATIENCE, || (clients.operations() >= target).then_some(()));
}

/// What was killed.
#[derive(Clone, Copy, Debug, Default)]
struct Kills {
    nodes: u32,
    databases: u32,
}

/// Kills nodes and starts them again, one after the other, in between the database, if one is given, until the time is over.
fn kill_in_turn(
    cluster: &Cluster,
    clients: &Clients,
    dice: &mut Dice,
    mut database: Option<&mut Postgres>,
) -> Kills {
    let until = Instant::now() + duration();
    let mut kills = Kills::default();
    while kills.nodes < 2 || Instant::now() < until {
        wait_for_operations(clients, dice.throw(200..600));
        let node = dice.throw(0..cluster.len() as u64) as usize;
        cluster.kill(node);
        kills.nodes += 1;
        if cluster.len() > 1 {
            // The others go on without it.
            wait_for_operations(clients, dice.throw(0..200));
        }
        cluster.start(node);
        if let Some(server) = database.as_mut().filter(|_| kills.nodes % 2 == 1) {
            wait_for_operations(clients, dice.throw(100..300));
            server.kill();
            outage(clients, || server.start_again().unwrap());
            kills.databases += 1;
        }
    }
    wait_for_operations(clients, 100);
    kills
}

/// The database is gone: every node says so, and writes again soon after `end` has brought one back. Gives how soon.
fn outage(clients: &Clients, end: impl FnOnce()) -> Duration {
    let before = clients.unanswered();
    wait_until("every node fails without its database", PATIENCE, || {
        clients.unanswered().iter().zip(&before).all(|(now, before)| now > before).then_some(())
    });
    let (before, ends) = (clients.acknowledged(), Instant::now());
    end();
    wait_until("every node writes again", PATIENCE, || {
        clients.acknowledged().iter().zip(&before).all(|(now, before)| now > before).then_some(())
    });
    ends.elapsed()
}

/// Judges a run that must be linearizable.
fn expect_linearizable(what: &str, cluster: &Cluster, history: &[Operation], truth: &Truth) {
    match judge(history, truth) {
        Ok(report) => println!("{what}: {report}"),
        Err(why) => panic!("{what}: {why}\n{}", cluster.logs()),
    }
    cluster.check();
}

#[test]
fn heads_of_one_node_are_linearizable() {
    let seed = chance::seed();
    println!("IMAGEKIN_TEST_SEED={seed}");
    let cluster = Arc::new(Cluster::embedded());
    let clients = Clients::start(&cluster, seed, CLIENTS_OF_ONE, None);
    let Kills { nodes, .. } = kill_in_turn(&cluster, &clients, &mut Dice::new(seed), None);
    let history = clients.stop();
    cluster.stop();
    let what = format!("one node, embedded, killed {nodes} times, seed {seed}");
    expect_linearizable(&what, &cluster, &history, &Truth::of_folder(&cluster.data(0)));
}

#[test]
fn heads_of_three_nodes_are_linearizable() {
    let seed = chance::seed();
    println!("IMAGEKIN_TEST_SEED={seed}");
    let mut postgres = Postgres::start(Durability::Durable).unwrap();
    let url = postgres.create_database();
    let cluster = Arc::new(Cluster::on(&url, NODES));
    let clients = Clients::start(&cluster, seed, NODES * CLIENTS_PER_NODE, None);
    let kills = kill_in_turn(&cluster, &clients, &mut Dice::new(seed), Some(&mut postgres));
    let history = clients.stop();
    cluster.stop();
    let Kills { nodes, databases } = kills;
    let what =
        format!("{NODES} nodes on PostgreSQL, {nodes} nodes and {databases} databases killed, seed {seed}");
    expect_linearizable(&what, &cluster, &history, &Truth::of_postgres(&postgres, name_in(&url)));
}

#[test]
fn heads_are_linearizable_over_a_failover() {
    fail_over("killed", Postgres::kill);
}

/// Its connections stay, and nothing ever answers on them. It is never let go on: nodes let go of it by themselves.
#[test]
fn heads_are_linearizable_over_the_failover_of_a_primary_that_hangs() {
    fail_over("frozen", |primary| primary.freeze());
}

/// The primary goes, the synchronous standby takes its place: the nodes answer 503 meanwhile, then they go on, and
/// nothing that was acknowledged is lost.
fn fail_over(how: &str, goes: impl FnOnce(&mut Postgres)) {
    let seed = chance::seed();
    println!("IMAGEKIN_TEST_SEED={seed}");
    let mut primary = Postgres::start(Durability::Durable).unwrap();
    let name = name_in(&primary.create_database()).to_owned();
    let standby = primary.standby().unwrap();
    primary.make_synchronous(&standby).unwrap();
    let (first, second) = (primary.port(), standby.port());
    let url = format!("postgres://postgres@127.0.0.1:{first},127.0.0.1:{second}/{name}");
    let cluster = Arc::new(Cluster::on(&url, NODES));
    let clients = Clients::start(&cluster, seed, NODES * CLIENTS_PER_NODE, None);
    let (mut dice, until) = (Dice::new(seed), Instant::now() + duration());
    wait_for_operations(&clients, dice.throw(300..700));
    goes(&mut primary);
    let took = outage(&clients, || standby.promote().unwrap());
    while Instant::now() < until {
        wait_for_operations(&clients, 100);
    }
    wait_for_operations(&clients, 300);
    let history = clients.stop();
    cluster.stop();
    let what =
        format!("{NODES} nodes, the primary {how}, writing again {took:?} after the failover, seed {seed}");
    expect_linearizable(&what, &cluster, &history, &Truth::of_postgres(&standby, &name));
}
