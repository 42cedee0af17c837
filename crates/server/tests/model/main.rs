//! The catalogue against a small model of what it should do.

mod as_of;
mod catalogue;
mod random_calls;
mod reference;
mod world;
