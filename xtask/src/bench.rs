//! `cargo xtask bench`: how fast families are resolved, beside a bare hyper server, in one run on the same cores.
//!
//! Built without the feature `bench`, as `cargo xtask` is, it builds the server as it ships and itself with that
//! feature, both for release, and goes on there.

use anyhow::bail;

#[cfg(feature = "bench")]
mod measure;

/// `bench`, or `bench --quick`; the release build is also asked for `bench bare-hyper`, the server to compare with.
pub(crate) fn run(arguments: &[String]) -> anyhow::Result<()> {
    match arguments {
        [] => measure(false),
        [only] if only == "--quick" => measure(true),
        #[cfg(feature = "bench")]
        [only] if only == "bare-hyper" => measure::bare_hyper(),
        _ => bail!("usage: cargo xtask bench [--quick]"),
    }
}

#[cfg(feature = "bench")]
fn measure(quick: bool) -> anyhow::Result<()> {
    measure::run(quick)
}

#[cfg(not(feature = "bench"))]
fn measure(quick: bool) -> anyhow::Result<()> {
    let cargo = |arguments: &[&str]| crate::command::run(std::process::Command::new("cargo").args(arguments));
    cargo(&["build", "--release", "--package", "imagekin"])?;
    let mut bench = vec!["run", "--release", "--package", "xtask", "--features", "bench", "--", "bench"];
    bench.extend(quick.then_some("--quick"));
    cargo(&bench)
}
