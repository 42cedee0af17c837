//! Power cuts: all that a server does to its disk is written down while clients write; afterwards it is seen what the disk
//! would have held had the power gone at one moment or another, and a server started on that.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::chance::{self, Dice};
use crate::disk::{Disk, Kept};
use crate::layer::Layer;
use crate::ledger::Ledger;
use crate::record::{Kind, Record};
use crate::table::{Fault, Promise, Row};
use crate::verify::verify;
use crate::waiting::wait_until;
use crate::world::World;
use crate::writers::{Crew, OnAcknowledged, Persistence};

/// Longest wait for enough writes.
const WRITING_MAX: Duration = Duration::from_secs(120);
/// Acknowledged writes between two cuts.
const WRITES_PER_CUT: u64 = 23;
/// Cuts of a run, if no variable says for how long it is to go on.
const CUTS: usize = 8;

/// The moment at which the power goes.
struct Cut {
    /// So many bytes of the log tell of what was done before.
    at: usize,
    /// What clients knew.
    known: Ledger,
}

/// Whose syncs are left out, which these are, and what the disk keeps then.
type Lie = (&'static str, fn(&str) -> bool, fn() -> Kept);

/// Everything that a server has done to its disk, and what clients knew meanwhile.
struct Recording {
    /// The disk at its start.
    disk: Disk,
    log: Vec<u8>,
    /// So many bytes of the log tell of the first start.
    started: usize,
    cuts: Vec<Cut>,
    world: World,
}

/// Whatever was acknowledged is there after any of many power cuts, whatever the disk has kept of what was not synced.
#[test]
fn power_cuts_lose_nothing() {
    let seed = chance::seed();
    println!("IMAGEKIN_TEST_SEED={seed}");
    let Recording { mut disk, log, cuts, world, .. } = record(seed);
    let (mut done, mut disks) = (0, 0);
    for (n, cut) in cuts.iter().enumerate() {
        apply(&mut disk, &log[done..cut.at], |_, _| true);
        done = cut.at;
        for kept in [Kept::Nothing, Kept::Names, Kept::Some(Dice::new(seed ^ n as u64))] {
            verify(&mut Left::of(&disk, kept).start(), &mut cut.known.clone());
            disks += 1;
        }
    }
    // What was written down is all that was done: the folder is what the log makes of it.
    apply(&mut disk, &log[done..], |_, _| true);
    assert_same(&disk, world.folder());
    let known = &cuts.last().expect("cuts").known;
    Row {
        fault: Fault::PowerCut,
        made: format!("{} cuts, {disks} disks that they may have left", cuts.len()),
        acknowledged_survive: Promise::Kept(format!("all of up to {} on each", known.acknowledged)),
        refused_left_no_trace: Promise::Kept("what was under way done whole or not at all".to_owned()),
        clients_heard: Promise::NotAsked("the server is gone".to_owned()),
        returns: Promise::NotAsked("the server is started on what is left".to_owned()),
    }
    .tell();
}

/// A server whose first start was cut off starts.
#[test]
fn a_first_start_that_is_cut_off_begins_anew() {
    let seed = chance::seed();
    println!("IMAGEKIN_TEST_SEED={seed}");
    let Recording { mut disk, log, started, .. } = record(seed);
    let (mut dice, mut rest, mut disks) = (Dice::new(seed), &log[..started], 0);
    while let Some((record, length)) = Record::decode(rest) {
        disk.apply(&record);
        rest = &rest[length..];
        // What is made, renamed or synced makes all the difference; of the many writes a few are enough.
        if record.kind == Kind::Write && dice.throw(0..40) > 0 {
            continue;
        }
        for kept in [Kept::Nothing, Kept::Names, Kept::Some(Dice::new(seed ^ length as u64))] {
            Left::of(&disk, kept).start();
            disks += 1;
        }
    }
    Row {
        fault: Fault::FirstStartCutOff,
        made: format!("{disks} disks that cuts may leave"),
        acknowledged_survive: Promise::NotAsked("there are none yet".to_owned()),
        refused_left_no_trace: Promise::Kept("a server starts on each".to_owned()),
        clients_heard: Promise::NotAsked("there are none yet".to_owned()),
        returns: Promise::NotAsked("the server is started on what is left".to_owned()),
    }
    .tell();
}

/// A disk that says that it has synced and has not is found out: by the bytes of the database, those of objects, and names.
#[test]
fn a_disk_that_does_not_sync_is_found_out() {
    let seed = chance::seed();
    println!("IMAGEKIN_TEST_SEED={seed}");
    let Recording { disk, log, cuts, .. } = record(seed);
    let lies: [Lie; 3] = [
        ("the database", |path| path.ends_with("/imagekin.db-wal"), || Kept::Nothing),
        ("objects", |path| path.starts_with("/objects/.incoming/"), || Kept::Names),
        ("folders of objects", |path| path.starts_with("/objects/cn-hangzhou"), || Kept::Nothing),
    ];
    for (what, is_of_it, kept) in lies {
        let mut disk = disk.clone();
        let end = cuts.last().expect("cuts").at;
        apply(&mut disk, &log[..end], |disk, record| {
            record.kind != Kind::Sync || !is_of_it(&disk.path(record.inode))
        });
        let mut known = cuts.last().expect("cuts").known.clone();
        let lost =
            catch_unwind(AssertUnwindSafe(|| verify(&mut Left::of(&disk, kept()).start(), &mut known)));
        assert!(lost.is_err(), "that {what} were not synced was not noticed");
        println!("Syncs of {what} left out: noticed");
    }
}

/// Runs a server with clients that write, until there are enough cuts.
fn record(seed: u64) -> Recording {
    let mut world = World::embedded();
    world.add_layers(Layer::recording);
    let disk = Disk::of(world.folder());
    world.start();
    let started = log_length(&world.layer(0).log());
    let ledger = Arc::new(Mutex::new(Ledger::default()));
    ledger.lock().unwrap().snapshot_id = world.client(0).first_snapshot();
    let cuts = Arc::new(Mutex::new(Vec::new()));
    let on_acknowledged: OnAcknowledged = {
        let (cuts, log) = (Arc::clone(&cuts), world.layer(0).log());
        Arc::new(move |known: &Ledger| {
            if known.acknowledged.is_multiple_of(WRITES_PER_CUT) {
                let at = log_length(&log);
                cuts.lock().unwrap().push(Cut { at, known: known.clone() });
            }
        })
    };
    let crew = Crew::begin(&world, &ledger, seed, 1, Persistence::GoOn, Some(&on_acknowledged));
    let until = chance::number_of("IMAGEKIN_TEST_SECONDS").map(|s| Instant::now() + Duration::from_secs(s));
    wait_until("there are enough cuts", WRITING_MAX, || {
        let enough = cuts.lock().unwrap().len() >= CUTS;
        (enough && until.is_none_or(|until| Instant::now() >= until)).then_some(())
    });
    crew.end();
    world.stop();
    let log = std::fs::read(world.layer(0).log()).unwrap();
    let mut cuts = std::mem::take(&mut *cuts.lock().unwrap());
    cuts.iter_mut().for_each(|cut| cut.at = whole_records(&log[..cut.at]));
    let started = whole_records(&log[..started]);
    Recording { disk, log, started, cuts, world }
}

/// How long the whole records of a log are together. A file that is being written grows page by page, so that its length may
/// lie within a record: of something that was not done yet, and so not acknowledged.
fn whole_records(log: &[u8]) -> usize {
    let mut whole = 0;
    while let Some((_, length)) = Record::decode(&log[whole..]) {
        whole += length;
    }
    whole
}

fn log_length(log: &Path) -> usize {
    usize::try_from(std::fs::metadata(log).unwrap().len()).unwrap()
}

/// Does to a disk what a part of a log tells, as far as it is to be believed.
fn apply(disk: &mut Disk, mut log: &[u8], is_true: impl Fn(&Disk, &Record<'_>) -> bool) {
    while let Some((record, length)) = Record::decode(log) {
        if is_true(disk, &record) {
            disk.apply(&record);
        }
        log = &log[length..];
    }
    assert!(log.is_empty(), "a record is cut off");
}

/// What a power cut has left, in a folder.
struct Left(TempDir);

impl Left {
    fn of(disk: &Disk, kept: Kept) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (path, bytes) in disk.after_power_cut(kept) {
            let path = folder.path().join(path.trim_start_matches('/'));
            // A folder comes before what is in it.
            match bytes {
                None => std::fs::create_dir(path).unwrap(),
                Some(bytes) => std::fs::write(path, bytes).unwrap(),
            }
        }
        Self(folder)
    }

    /// A server starts on it.
    fn start(self) -> World {
        let mut world = World::left_behind(self.0);
        world.start();
        world
    }
}

/// The folder is what the log makes of it, to the byte.
fn assert_same(disk: &Disk, folder: &Path) {
    let there = Disk::of(folder).after_power_cut(Kept::All);
    let told = disk.after_power_cut(Kept::All);
    let names = |files: &BTreeMap<String, Option<Vec<u8>>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&there), names(&told));
    for (path, bytes) in &there {
        assert!(told[path] == *bytes, "{path} is not what was written down");
    }
}
