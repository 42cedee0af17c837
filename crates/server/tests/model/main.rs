//! The catalogue against a small model of what it should do.

mod as_of;
mod catalogue;
#[path = "../common/database.rs"]
mod database;
mod random_calls;
mod reference;
mod world;
