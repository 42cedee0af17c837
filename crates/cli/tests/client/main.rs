//! The commands that call a service: what they print, their exit codes, and what they do when the service does not.

mod access;
mod elsewhere;
mod fake;
mod harness;
mod help;
mod log;
mod real;
mod refusals;
mod shown;
mod tls;
mod waiting;
