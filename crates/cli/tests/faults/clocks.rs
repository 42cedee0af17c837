//! Clocks that are set back by an hour: signatures, nonces, the order of heads, and whatever waits for a time.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use imagekin_catalog::Timestamp;
use imagekin_store::{AuditEvent, Throttle};

use crate::chance;
use crate::client::{Client, Outcome};
use crate::layer::Layer;
use crate::ledger::Ledger;
use crate::table::{Fault, Promise, Row};
use crate::verify::verify;
use crate::world::World;
use crate::writers::{Crew, Persistence, WRITES, wait_for_writes};

/// Seconds.
const HOUR: i64 = 3600;
/// An action that no other client of these tests calls, and how often it may be called in a minute.
const LIMITED: (&str, u64) = ("DescribeZones", 5);

#[test]
fn a_clock_that_is_set_back_holds_nothing_up() {
    meet(Fault::ClockBack, World::embedded(), |_| {});
}

/// A node is killed right after the step: its leases end by clocks that are set back.
#[test]
fn clocks_that_are_set_back_hold_no_lease() {
    meet(Fault::ClockBackOnPostgres, World::on_postgres(2), |world| world.kill_node(0));
}

/// All clocks are set back by an hour, in the midst of imports, copies and exports, and stay so.
fn meet(fault: Fault, mut world: World, then: impl FnOnce(&mut World)) {
    let seed = chance::seed();
    println!("IMAGEKIN_TEST_SEED={seed}");
    world.add_layers(Layer::of);
    world.take_time(1_500);
    world.start();
    limit(&mut world);
    let ledger = Arc::new(Mutex::new(Ledger::default()));
    ledger.lock().unwrap().snapshot_id = world.client(0).first_snapshot();
    write(&world, &ledger, seed, 1);
    let mut client = world.client(1);
    let replays = [tagging(&mut client), tagging(&mut client)];
    replays.iter().for_each(|request| assert_done(&client.send(request)));
    use_limit_up(&mut client);

    world.set_clocks(-HOUR);
    then(&mut world);
    world.start();
    assert_code(&client.call("DescribeRegions", &[]), "InvalidTimeStamp.Expired");
    client = world.client(2);
    assert_code(&client.send(&replays[0]), "InvalidTimeStamp.Expired");
    let meanwhile = tagging(&mut client);
    assert_done(&client.send(&meanwhile));
    assert_code(&client.send(&meanwhile), "SignatureNonceUsed");
    // What was counted in the hour that is to come is not counted in this one.
    assert_done(&client.call(LIMITED.0, &[]));
    write(&world, &ledger, seed, 2);
    let mut known = ledger.lock().unwrap().clone();
    // Whatever was begun before the step ends after it.
    let heads = verify(&mut world, &mut known);

    // Ahead by as much, and restarted, so that all that is to be forgotten is; then back by an hour once more.
    world.set_clocks(HOUR);
    world.start();
    write(&world, &ledger, seed, 3);
    world.set_clocks(0);
    world.restart();
    client = world.client(3);
    // A memory that a restart has emptied makes no difference: these were writes.
    replays.iter().for_each(|request| assert_code(&client.send(request), "SignatureNonceUsed"));
    assert_code(&client.send(&meanwhile), "InvalidTimeStamp.Expired");
    write(&world, &ledger, seed, 4);
    let mut known = ledger.lock().unwrap().clone();
    verify(&mut world, &mut known);
    let [imports, copies, exports, cancelled] = known.tasks();
    Row {
        fault,
        made: "once; ahead by an hour, and right again".to_owned(),
        acknowledged_survive: Promise::Kept(format!("{} of {0}; {heads} heads are the last of their logs", known.acknowledged)),
        refused_left_no_trace: Promise::Kept(format!(
            "{imports} imports, {copies} copies, {exports} exports ended in time, {cancelled} of them cancelled"
        )),
        clients_heard: Promise::Kept(
            "those with another clock InvalidTimeStamp.Expired; SignatureNonceUsed whoever sent a request again".to_owned(),
        ),
        returns: Promise::Kept(format!("{WRITES} writes at once, each time")),
    }
    .tell();
}

/// Limits the calls of every account, on nodes that start after that.
fn limit(world: &mut World) {
    let (action, calls_max) = LIMITED;
    let window = Duration::from_secs(60);
    let throttle = Throttle { account: None, action: action.to_owned(), calls_max, window };
    let event = AuditEvent { at: Timestamp::from_micros(0), json: "{}".to_owned() };
    world.stop();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async { world.store().await.put_throttle(throttle, event).await }).unwrap();
    world.start();
}

/// Calls until nothing more of the action is answered in this window.
fn use_limit_up(client: &mut Client) {
    // A window may end in the midst of it.
    let refused = (0..=2 * LIMITED.1).find_map(|_| match client.call(LIMITED.0, &[]) {
        Outcome::Refused(code) => Some(code),
        _ => None,
    });
    assert_eq!(refused.as_deref(), Some("Throttling.Api"));
}

/// Lets clients write for a while.
fn write(world: &World, ledger: &Arc<Mutex<Ledger>>, seed: u64, round: u64) {
    let crew = Crew::begin(world, ledger, seed, round, Persistence::GoOn, None);
    wait_for_writes(ledger, "clients write");
    crew.end();
}

/// A write that could be done any number of times.
fn tagging(client: &mut Client) -> String {
    let image = client.image_named("base").expect("it was imported");
    let id = image["ImageId"].as_str().unwrap();
    let tag = [("Tag.1.Key", "again"), ("Tag.1.Value", "and again")];
    let params = [("ResourceType", "image"), ("ResourceId.1", id), tag[0], tag[1]];
    client.signed("TagResources", &params)
}

fn assert_done(outcome: &Outcome) {
    assert!(matches!(outcome, Outcome::Done(_)), "{outcome:?}");
}

fn assert_code(outcome: &Outcome, expected: &str) {
    assert!(matches!(outcome, Outcome::Refused(code) if code == expected), "{outcome:?}, not {expected}");
}
