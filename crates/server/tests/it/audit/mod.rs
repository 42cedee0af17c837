//! The audit log: what changes something is in it once, what is refused is in it soon, and nothing secret ever.

mod changes;
mod files;
mod objects;
mod refusals;
