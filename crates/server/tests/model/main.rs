//! The catalogue against a small model of what it should do.

mod random_calls;
mod reference;
