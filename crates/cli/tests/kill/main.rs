//! kill -9 in a loop under concurrent writes: what was acknowledged is there, nothing is half-done, jobs go on.

#![expect(clippy::disallowed_methods, reason = "a real process is killed in real time")]
#![expect(clippy::print_stdout, reason = "the test tells what it saw")]

#[path = "../../../server/tests/common/buckets.rs"]
mod buckets;
mod client;
mod ledger;
mod server;

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use client::Client;
use ledger::Ledger;
use server::Server;

/// How many times the server is killed.
const KILLS: u32 = 200;
/// After how many kills the server is let come to rest, and everything looked at.
const LOOKS_EVERY: u32 = 40;
/// Clients that write at the same time.
const WRITERS: u64 = 4;
/// Shortest and longest life of a server after it is ready, in milliseconds.
const LIFE_MS: std::ops::Range<u64> = 5..60;

/// A small generator: the same seed, the same test.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub(crate) fn throw(&mut self, range: std::ops::Range<u64>) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        range.start + self.0 % (range.end - range.start)
    }
}

#[test]
fn two_hundred_kills_lose_nothing() {
    let folder = tempfile::tempdir().unwrap();
    server::put_object(folder.path());
    let ledger = Arc::new(Mutex::new(Ledger::default()));
    let mut dice = Dice::new(20_261_124);
    {
        let server = Server::start(folder.path());
        ledger.lock().unwrap().snapshot_id = Client::new(server.address(), 0).first_snapshot();
        server.kill();
    }
    for kill in 0..KILLS {
        let server = Server::start(folder.path());
        let mut client = Client::new(server.address(), u64::from(kill) + 1_000_000);
        ledger.lock().unwrap().settle_doubts(&mut client);
        if kill % LOOKS_EVERY == LOOKS_EVERY - 1 {
            ledger.lock().unwrap().check_all(&mut client);
            wait_for_clean_buckets(folder.path());
        }
        let stop = Arc::new(AtomicBool::new(false));
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let (ledger, stop) = (Arc::clone(&ledger), Arc::clone(&stop));
                let seed = u64::from(kill) * WRITERS + writer;
                let client = Client::new(server.address(), seed + 1);
                std::thread::spawn(move || ledger::write_until_stopped(client, &ledger, &stop, seed))
            })
            .collect();
        wait(dice.throw(LIFE_MS));
        server.kill();
        stop.store(true, Ordering::SeqCst);
        writers.into_iter().for_each(|writer| writer.join().unwrap());
    }
    let server = Server::start(folder.path());
    let mut client = Client::new(server.address(), 9_000_000);
    let mut ledger = ledger.lock().unwrap();
    ledger.settle_doubts(&mut client);
    ledger.check_all(&mut client);
    wait_for_clean_buckets(folder.path());
    server.stop();
    let heads = ledger::check_store(folder.path());
    let [imports, copies, exports, cancelled] = ledger.tasks();
    println!(
        "{KILLS} kills: {} acknowledged writes, all there; {} in doubt, each done whole or not at all; {} images; \
         {imports} imports, {copies} copies and {exports} exports ended, {cancelled} of them cancelled; nothing in a \
         bucket that nothing names; {heads} heads equal the last of their log",
        ledger.acknowledged,
        ledger.doubted,
        ledger.images.len(),
    );
    assert!(copies > 0 && exports > 0 && cancelled > 0, "too little was begun");
    assert!(ledger.acknowledged > u64::from(KILLS), "hardly anything was written");
}

/// Once every task has ended, the buckets hold what the images name and nothing else: what is to be taken away goes soon.
fn wait_for_clean_buckets(folder: &Path) {
    let deadline = Instant::now() + Duration::from_secs(60);
    loop {
        let flags = rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY;
        let database = rusqlite::Connection::open_with_flags(folder.join("imagekin.db"), flags).unwrap();
        let problems = buckets::problems(&database, folder, &["golden-images"]);
        if problems.is_empty() {
            return;
        }
        assert!(Instant::now() < deadline, "{problems:#?}");
        wait(50);
    }
}

/// Lets the server live for a while: how long is the chance of this test, not a wait for a state.
fn wait(milliseconds: u64) {
    std::thread::park_timeout(Duration::from_millis(milliseconds));
}
