//! The wire: what each action takes and gives, against the vendor's tables and against what it gave before.

mod parameters;
mod values;
