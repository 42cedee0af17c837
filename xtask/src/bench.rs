//! `cargo xtask bench`: how fast families are resolved, beside a bare hyper server, in one run on the same cores; or, on
//! PostgreSQL, beside its own pgbench.
//!
//! Built without the feature `bench`, as `cargo xtask` is, it builds the server as it ships and itself with that
//! feature, both for release, and goes on there.

#[cfg(feature = "bench")]
mod measure;
mod options;

use options::Options;

/// What `bench` takes, for the list of tasks.
pub(crate) const USAGE: &str = "bench [FLAG]…";

/// `bench` with the flags of [`options`]; the build with that feature is also asked for `bench bare-hyper`, the server to compare
/// with.
pub(crate) fn run(arguments: &[String]) -> anyhow::Result<()> {
    #[cfg(feature = "bench")]
    if arguments == ["bare-hyper"] {
        return measure::bare_hyper();
    }
    go_on(&Options::parse(arguments)?, arguments)
}

#[cfg(feature = "bench")]
fn go_on(options: &Options, _arguments: &[String]) -> anyhow::Result<()> {
    measure::run(options)
}

/// Builds both, and goes on there.
#[cfg(not(feature = "bench"))]
fn go_on(_options: &Options, arguments: &[String]) -> anyhow::Result<()> {
    let cargo = |arguments: &[&str]| crate::command::run(std::process::Command::new("cargo").args(arguments));
    cargo(&["build", "--release", "--package", "imagekin"])?;
    let mut bench = vec!["run", "--release", "--package", "xtask", "--features", "bench", "--", "bench"];
    bench.extend(arguments.iter().map(String::as_str));
    cargo(&bench)
}
