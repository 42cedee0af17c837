//! The promises of the catalogue: one order, nobody else's image, nothing twice, nothing too many, and a log of it all.

mod dry_run;
mod isolation;
mod jobs;
mod limits;
mod log;
mod once;
mod order;
mod quotas;
mod throttling;
mod waiting;
