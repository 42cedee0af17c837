//! A database that is gone for a while: stopped, or there and answering nothing.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use imagekin_testing::Postgres;

use crate::chance;
use crate::ledger::Ledger;
use crate::table::{Fault, Promise, Row};
use crate::verify::verify;
use crate::waiting::wait_until_or_give_up;
use crate::world::World;
use crate::writers::{Crew, Persistence, WRITES, wait_for_writes};

/// How long the database is gone, if no variable says otherwise; how long it hangs: until nobody waits for its answer any more.
const GONE: Duration = Duration::from_secs(5);
const HANGS: Duration = Duration::from_secs(20);
/// Longest wait for an answer: a place among the connections, and a transaction.
const ANSWER_MAX: Duration = Duration::from_secs(40);

#[test]
fn a_database_that_is_stopped_for_a_while_comes_back() {
    meet(
        Fault::PostgresStopped,
        GONE,
        |postgres| postgres.stop().unwrap(),
        |postgres| postgres.start_again().unwrap(),
    );
}

#[test]
fn a_database_that_hangs_for_a_while_comes_back() {
    meet(Fault::PostgresHangs, HANGS, |postgres| postgres.freeze(), |postgres| postgres.thaw());
}

/// Clients write before, while and after the database is gone. Nobody restarts a node.
fn meet(
    fault: Fault,
    gone: Duration,
    goes: impl FnOnce(&mut Postgres),
    comes_back: impl FnOnce(&mut Postgres),
) {
    let seed = chance::seed();
    println!("IMAGEKIN_TEST_SEED={seed}");
    let gone = chance::number_of("IMAGEKIN_TEST_SECONDS").map_or(gone, Duration::from_secs);
    let mut world = World::on_postgres(2);
    world.start();
    let ledger = Arc::new(Mutex::new(Ledger::default()));
    ledger.lock().unwrap().snapshot_id = world.client(0).first_snapshot();
    let crew = Crew::begin(&world, &ledger, seed, 1, Persistence::GoOn, None);
    let acknowledged = || ledger.lock().unwrap().acknowledged;
    wait_for_writes(&ledger, "clients write");
    let before = acknowledged();
    goes(world.postgres());
    // What is acknowledged while it goes was in time; from then on there is nothing to wait for but the time itself.
    wait_until_or_give_up(gone, || None::<()>);
    let meanwhile = acknowledged() - before;
    comes_back(world.postgres());
    let back = Instant::now();
    wait_for_writes(&ledger, "clients write again");
    let returned = back.elapsed();
    crew.end();
    // What a node has given up waiting for, and what the database has found when it came back, is through.
    world.restart();
    let mut known = ledger.lock().unwrap().clone();
    known.heard.assert_proper(ANSWER_MAX, false);
    assert!(known.heard.unavailable() > 0, "nobody heard of it: {}", known.heard);
    let heads = verify(&mut world, &mut known);
    let [imports, copies, exports, cancelled] = known.tasks();
    Row {
        fault,
        made: format!("once, for {:.0} s under writes, of which {meanwhile} were acknowledged", gone.as_secs_f64()),
        acknowledged_survive: Promise::Kept(format!("{} of {0}", known.acknowledged)),
        refused_left_no_trace: Promise::Kept(format!(
            "{} done whole or not at all; {imports} imports, {copies} copies, {exports} exports ended, {cancelled} of them \
             cancelled; {heads} heads",
            known.doubted
        )),
        clients_heard: Promise::Kept(known.heard.to_string()),
        returns: Promise::Kept(format!("{WRITES} writes within {:.1} s", returned.as_secs_f64())),
    }
    .tell();
}
