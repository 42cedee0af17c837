//! The object endpoint: objects put, read, listed and deleted over HTTP, signed as OSS's and S3's clients sign.

mod access;
pub(crate) mod clients;
mod conditions;
mod coverage;
mod objects;
mod signatures;
pub(crate) mod signing;
mod slow;
