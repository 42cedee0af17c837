//! kill -9 in a loop under concurrent writes: what was acknowledged is there, nothing is half-done, jobs go on.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use crate::chance::{self, Dice};
use crate::ledger::Ledger;
use crate::table::{Fault, Promise, Row};
use crate::verify::verify;
use crate::waiting::wait_until_or_give_up;
use crate::world::{Victim, World};
use crate::writers::{Crew, Persistence};

/// Longest wait for an answer: a node asks a database that is gone for a while.
const ANSWER_MAX: Duration = Duration::from_secs(40);
/// Longest life between two kills.
const LIFE_MAX: Duration = Duration::from_secs(2);

/// How often something is killed, and what is looked at.
struct Plan {
    fault: Fault,
    /// Kills, at least.
    kills: u64,
    /// After how many of them everything is let come to rest, and looked at.
    looks_every: u64,
    /// Fewest and most writes that are acknowledged before each.
    writes: std::ops::Range<u64>,
}

#[test]
fn two_hundred_kills_lose_nothing() {
    let plan = Plan { fault: Fault::EmbeddedKilled, kills: 200, looks_every: 40, writes: 0..20 };
    lose_nothing(&mut World::embedded(), &plan);
}

/// Two nodes on PostgreSQL: now one of them is killed, now the database.
#[test]
fn kills_of_nodes_and_of_postgresql_lose_nothing() {
    let plan = Plan { fault: Fault::NodesAndPostgresKilled, kills: 15, looks_every: 8, writes: 0..30 };
    lose_nothing(&mut World::on_postgres(2), &plan);
}

/// Kills and looks.
fn lose_nothing(world: &mut World, plan: &Plan) {
    let seed = chance::seed();
    println!("IMAGEKIN_TEST_SEED={seed}");
    let until =
        chance::number_of("IMAGEKIN_TEST_SECONDS").map(Duration::from_secs).map(|s| Instant::now() + s);
    let ledger = Arc::new(Mutex::new(Ledger::default()));
    let mut dice = Dice::new(seed);
    world.start();
    ledger.lock().unwrap().snapshot_id = world.client(0).first_snapshot();
    let mut killed = [0, 0];
    for kill in 1.. {
        write_and_kill(world, &ledger, &mut dice, seed, kill, plan, &mut killed);
        world.start();
        let mut client = world.client(kill + 1_000_000);
        ledger.lock().unwrap().settle_doubts(&mut client);
        let is_last = kill >= plan.kills && until.is_none_or(|until| Instant::now() >= until);
        if is_last || kill % plan.looks_every == 0 {
            world.hand_tasks_on();
            ledger.lock().unwrap().check_all(&mut world.client(kill + 2_000_000));
            world.wait_for_clean_buckets();
        }
        if is_last {
            break;
        }
    }
    let heads = verify(world, &mut ledger.lock().unwrap());
    tell(&ledger.lock().unwrap(), plan.fault, killed, heads);
}

/// Lets clients write for a while, in the midst of which something is killed.
fn write_and_kill(
    world: &mut World,
    ledger: &Arc<Mutex<Ledger>>,
    dice: &mut Dice,
    seed: u64,
    kill: u64,
    plan: &Plan,
    killed: &mut [u64; 2],
) {
    let crew = Crew::begin(world, ledger, seed, kill, Persistence::GiveUp, None);
    let enough = ledger.lock().unwrap().acknowledged + dice.throw(plan.writes.clone());
    // Clients that have all given up write no more, and it is killed all the same.
    wait_until_or_give_up(LIFE_MAX, || (ledger.lock().unwrap().acknowledged >= enough).then_some(()));
    let victim = world.kill(kill);
    killed[usize::from(victim == Victim::Database)] += 1;
    crew.end();
}

fn tell(ledger: &Ledger, fault: Fault, [nodes, databases]: [u64; 2], heads: usize) {
    let [imports, copies, exports, cancelled] = ledger.tasks();
    assert!(copies > 0 && exports > 0, "too little was begun");
    assert!(ledger.acknowledged > nodes + databases, "hardly anything was written");
    ledger.heard.assert_proper(ANSWER_MAX, true);
    Row {
        fault,
        made: format!("{nodes} kills of a server, {databases} of PostgreSQL"),
        acknowledged_survive: Promise::Kept(format!("{} of {0}", ledger.acknowledged)),
        refused_left_no_trace: Promise::Kept(format!(
            "{} in doubt, each done whole or not at all; {imports} imports, {copies} copies and {exports} exports ended, \
             {cancelled} of them cancelled; {heads} heads",
            ledger.doubted
        )),
        clients_heard: Promise::Kept(ledger.heard.to_string()),
        returns: Promise::NotAsked("what was killed is started again".to_owned()),
    }
    .tell();
}
