//! Who may do what: RAM users, their policies, roles and temporary keys.

mod attacks;
mod coverage;
mod keys;
mod management;
mod policies;
mod sessions;
