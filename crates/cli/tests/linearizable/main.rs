//! Heads are linearizable: clients on several nodes create, deprecate, restore, delete and resolve the same families at
//! once, while nodes are killed and a database is taken over, and there is an order of all calls that explains all answers.
//!
//! `IMAGEKIN_TEST_SEED` gives the calls of a run that failed again; `IMAGEKIN_TEST_SECONDS` makes the runs longer.

#![expect(clippy::disallowed_methods, reason = "real processes are called, and killed, in real time")]
#![expect(clippy::print_stdout, reason = "the tests tell their seeds and what they saw")]

#[path = "../common/chance.rs"]
mod chance;
mod checker;
#[path = "../common/client.rs"]
mod client;
mod clients;
mod cluster;
mod family;
mod history;
mod judge;
mod planted;
mod proxy;
mod runs;
#[path = "../common/server.rs"]
mod server;
mod truth;
#[path = "../common/waiting.rs"]
mod waiting;
