//! The wire: what each action takes and gives, against the vendor's tables and against what it gave before.

mod golden;
mod parameters;
mod replies;
pub(crate) mod scenario;
mod values;
