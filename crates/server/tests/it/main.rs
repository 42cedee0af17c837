//! The server from outside: real HTTP, every documented error, and the promises of the catalogue.

#![expect(clippy::large_futures, reason = "a test is no request: nobody waits for the copy of its future")]

mod access;
mod actions;
mod attacks;
mod audit;
mod buckets;
mod errors;
mod gateway;
mod harness;
mod http;
mod promises;
mod wire;
