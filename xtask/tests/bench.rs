//! All of `cargo xtask bench --store postgres` works. What it measures in seconds, beside other work, says nothing.
//!
//! It measures the `imagekin` that was built beside it: `cargo test --workspace --all-features --test bench --bin imagekin`
//! builds both.

use std::process::Command;

#[test]
fn all_of_it_is_measured_on_postgresql() {
    let mut bench = Command::new(env!("CARGO_BIN_EXE_xtask"));
    let status = bench.args(["bench", "--store", "postgres", "--quick"]).status().expect("xtask starts");
    assert!(status.success(), "{status}");
}
