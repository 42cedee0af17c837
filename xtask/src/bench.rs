//! `cargo xtask bench`: how fast families are resolved, beside a bare hyper server, in one run on the same cores; or, on
//! PostgreSQL, beside its own pgbench.
//!
//! Built without the feature `bench`, as `cargo xtask` is, it builds the server as it ships and itself with that
//! feature, both for release, and goes on there.

#[cfg(feature = "bench")]
mod measure;
mod options;

#[cfg(not(feature = "bench"))]
use options::Build;
use options::Options;

/// What `bench` takes, for the list of tasks.
pub(crate) const USAGE: &str = "bench [FLAG]…";

/// `bench` with the flags of [`options`]; the release build is also asked for `bench bare-hyper`, the server to compare
/// with.
pub(crate) fn run(arguments: &[String]) -> anyhow::Result<()> {
    #[cfg(feature = "bench")]
    if arguments == ["bare-hyper"] {
        return measure::bare_hyper();
    }
    let options = Options::parse(arguments)?;
    #[cfg(feature = "bench")]
    return measure::run(&options);
    #[cfg(not(feature = "bench"))]
    return build_and_go_on(&options, arguments);
}

/// CI's step: does all of it on PostgreSQL still work? Built as the tests are, so that nothing is built twice.
pub(crate) fn check() -> anyhow::Result<()> {
    crate::install::pgbench()?;
    run(&["--store", "postgres", "--quick", "--build", "dev"].map(str::to_owned))
}

#[cfg(not(feature = "bench"))]
fn build_and_go_on(options: &Options, arguments: &[String]) -> anyhow::Result<()> {
    let profile = match options.build {
        Build::Release => "release",
        Build::Dev => "dev",
    };
    let cargo = |arguments: &[&str]| crate::command::run(std::process::Command::new("cargo").args(arguments));
    cargo(&["build", "--profile", profile, "--package", "imagekin"])?;
    let mut bench =
        vec!["run", "--profile", profile, "--package", "xtask", "--features", "bench", "--", "bench"];
    bench.extend(arguments.iter().map(String::as_str));
    cargo(&bench)
}
