//! What an operator does with a store: check it, back it up, restore it, move it, migrate it. All by the built binary, on
//! stores that a real server was made to fill.

#![expect(clippy::disallowed_methods, reason = "real processes run in real time")]

mod check;
#[path = "../kill/client.rs"]
#[expect(dead_code, reason = "the kill test asks more of it")]
mod client;
mod command;
mod plants;
mod server;
mod story;
