//! What is tried against the service, one file for each kind; docs/security.md names them. Attacks on policies are in
//! `access/attacks.rs`, on single headers and parameters in `errors/gateway`.

mod bombs;
mod guesses;
mod hosts;
mod memory;
mod objects;
mod sandbox;
