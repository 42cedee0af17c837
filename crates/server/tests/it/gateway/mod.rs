//! Who calls and when: the edges of the window, nonces over restarts, and what a refusal tells.
//!
//! What can be wrong with one request by itself stands in the tables of `errors`.

mod nonces;
mod signatures;
mod window;
mod words;
