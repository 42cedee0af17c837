//! A disk that is full or read-only for a while: writes are refused, reads go on, and when it is mended so do writes.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use crate::chance::{self, Dice};
use crate::client::Client;
use crate::heard::Heard;
use crate::layer::Layer;
use crate::ledger::{FAMILIES, Ledger};
use crate::table::{Fault, Promise, Row};
use crate::verify::verify;
use crate::waiting::{PATIENCE, wait_until};
use crate::world::World;
use crate::writers::{Crew, Persistence, WRITES, wait_for_writes};

/// Calls that are refused while it lasts.
const REFUSALS: u64 = 40;
/// Longest wait for an answer.
const ANSWER_MAX: Duration = Duration::from_secs(10);
/// What a disk has room for that is about to be full.
const LITTLE: i64 = 300_000;

/// A fault of a disk.
struct DiskFault {
    fault: Fault,
    /// Whose disk, below the data folder.
    folder: &'static str,
    sets_in: fn(&Layer),
    is_over: fn(&Layer),
    /// Does the database have to do without the disk, too?
    refuses: bool,
}

#[test]
fn a_full_disk_refuses_writes_until_there_is_room() {
    meet(&DiskFault {
        fault: Fault::DiskFull,
        folder: "",
        sets_in: |layer| layer.set_free_bytes(Some(LITTLE)),
        is_over: |layer| layer.set_free_bytes(None),
        refuses: true,
    });
}

#[test]
fn a_full_disk_of_objects_holds_up_imports_only() {
    meet(&DiskFault {
        fault: Fault::ObjectsFull,
        folder: "objects",
        sets_in: |layer| layer.set_free_bytes(Some(LITTLE)),
        is_over: |layer| layer.set_free_bytes(None),
        refuses: false,
    });
}

#[test]
fn a_read_only_disk_refuses_writes_until_it_is_mended() {
    meet(&DiskFault {
        fault: Fault::DiskReadOnly,
        folder: "",
        sets_in: |layer| layer.set_read_only(true),
        is_over: |layer| layer.set_read_only(false),
        refuses: true,
    });
}

/// Clients write and read before, while and after the disk has the fault. Nobody restarts anything.
fn meet(fault: &DiskFault) {
    let seed = chance::seed();
    println!("IMAGEKIN_TEST_SEED={seed}");
    let mut world = World::embedded();
    world.add_layers(|folder| Layer::of(&folder.join(fault.folder)));
    world.start();
    let ledger = Arc::new(Mutex::new(Ledger::default()));
    ledger.lock().unwrap().snapshot_id = world.client(0).first_snapshot();
    let crew = Crew::begin(&world, &ledger, seed, 1, Persistence::GoOn, None);
    wait_for_writes(&ledger, "clients write");
    let reader = Reader::begin(world.client(1_000), seed);
    let began = Instant::now();
    (fault.sets_in)(world.layer(0));
    match fault.refuses {
        true => wait_until("writes are refused", PATIENCE, || {
            (ledger.lock().unwrap().heard.unavailable() >= REFUSALS).then_some(())
        }),
        // More imports than there is room for.
        false => {
            wait_for_writes(&ledger, "clients write on");
            let is_met = || (world.layer(0).writes_without_room() > 0).then_some(());
            wait_until("there is no room for an object", PATIENCE, is_met);
        }
    }
    let lasted = began.elapsed();
    let reads = reader.end();
    (fault.is_over)(world.layer(0));
    let over = Instant::now();
    wait_for_writes(&ledger, "clients write again");
    let returned = over.elapsed();
    crew.end();
    let mut known = ledger.lock().unwrap().clone();
    known.heard.assert_proper(ANSWER_MAX, false);
    reads.assert_all_answered(ANSWER_MAX);
    let heads = verify(&mut world, &mut known);
    let [imports, copies, exports, cancelled] = known.tasks();
    Row {
        fault: fault.fault,
        made: format!("once, for {:.1} s under writes", lasted.as_secs_f64()),
        acknowledged_survive: Promise::Kept(format!("{} of {0}", known.acknowledged)),
        refused_left_no_trace: Promise::Kept(format!(
            "{} done whole or not at all; {imports} imports, {copies} copies, {exports} exports ended, {cancelled} of them \
             cancelled; {heads} heads",
            known.doubted
        )),
        clients_heard: Promise::Kept(format!("{}; {} reads meanwhile, all answered", known.heard, reads.answered())),
        returns: Promise::Kept(format!("{WRITES} writes within {:.1} s", returned.as_secs_f64())),
    }
    .tell();
}

/// A client that resolves families until it is stopped.
struct Reader {
    stop: Arc<AtomicBool>,
    reading: std::thread::JoinHandle<Heard>,
}

impl Reader {
    fn begin(mut client: Client, seed: u64) -> Self {
        let (stop, mut dice) = (Arc::new(AtomicBool::new(false)), Dice::new(seed));
        let stopped = Arc::clone(&stop);
        let reading = std::thread::spawn(move || {
            let mut heard = Heard::default();
            while !stopped.load(Ordering::SeqCst) {
                let family = format!("family-{}", dice.throw(0..FAMILIES));
                let sent_at = Instant::now();
                let outcome = match dice.throw(0..2) {
                    0 => client.call("DescribeImageFromFamily", &[("ImageFamily", &family)]),
                    // That one may come from memory, this one does not.
                    _ => client.call("DescribeImages", &[("ImageFamily", &family)]),
                };
                heard.note(&outcome, sent_at.elapsed());
            }
            heard
        });
        Self { stop, reading }
    }

    fn end(self) -> Heard {
        self.stop.store(true, Ordering::SeqCst);
        self.reading.join().unwrap()
    }
}
