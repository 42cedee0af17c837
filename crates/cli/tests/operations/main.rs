//! What an operator does with a store: check it, back it up, restore it, move it, migrate it. All by the built binary, on
//! stores that a real server was made to fill.

#![expect(clippy::disallowed_methods, reason = "real processes run in real time")]

mod accounts;
mod audit;
mod backup;
mod busy;
mod check;
#[path = "../common/client.rs"]
mod client;
mod command;
mod dumps;
mod enumeration;
mod keys;
mod log;
mod migrate;
mod moving;
mod nodes;
mod plants;
#[path = "../common/questions.rs"]
mod questions;
mod rotation;
mod secrets;
mod server;
mod side_by_side;
mod story;
#[path = "../common/waiting.rs"]
mod waiting;
