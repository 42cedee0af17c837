//! Faults, one test each: what was acknowledged is there, nothing is half-done, clients hear that the service cannot just now,
//! and it comes back by itself.
//!
//! `IMAGEKIN_TEST_SEED` gives the writes of a run that failed again; `IMAGEKIN_TEST_SECONDS` makes the runs longer.

#![expect(clippy::disallowed_methods, reason = "real processes meet with faults in real time")]
#![expect(clippy::print_stdout, reason = "the tests tell their seeds and what they saw")]

#[path = "../../../server/tests/common/buckets.rs"]
mod buckets;
#[path = "../common/chance.rs"]
mod chance;
#[path = "../common/client.rs"]
mod client;
mod clocks;
#[path = "../../../server/tests/common/copy.rs"]
mod copy;
mod disk;
mod disks;
mod heard;
mod jobs;
mod kills;
mod layer;
mod ledger;
mod outages;
mod power_cuts;
#[path = "../common/questions.rs"]
mod questions;
#[path = "../../../interposer/src/record.rs"]
#[expect(dead_code, unreachable_pub, reason = "what the interposer writes is only read here")]
mod record;
#[path = "../common/server.rs"]
mod server;
mod table;
mod verify;
#[path = "../common/waiting.rs"]
mod waiting;
mod world;
mod writers;
