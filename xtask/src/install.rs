//! Installs what the tests need and is missing, and says so.

use std::path::PathBuf;
use std::process::Command;

use anyhow::bail;

use crate::command::{output, run, works};

/// A program of a distribution's package.
struct Tool {
    program: &'static str,
    /// Arguments of a call that succeeds where the program is usable.
    probe: &'static [&'static str],
    /// Debian's package that has it; with a space between where there are several.
    package: &'static str,
    /// What it is for.
    purpose: &'static str,
}

const C_COMPILER: Tool = Tool {
    program: "cc",
    probe: &["--version"],
    package: "build-essential",
    purpose: "SQLite and cryptography are C",
};
const CXX_COMPILER: Tool =
    Tool { program: "c++", probe: &["--version"], package: "build-essential", purpose: "libFuzzer is C++" };
// Debian splits `ensurepip` from its Python: without it `python3 -m venv` says so and fails.
const PYTHON_VENV: Tool = Tool {
    program: "python3",
    probe: &["-c", "import venv, ensurepip"],
    package: "python3-venv",
    purpose: "the Python clients run in environments of their own",
};
const POSTGRES: Tool = Tool {
    program: "sh",
    probe: &["-c", "ls /usr/lib/postgresql/*/bin/initdb || ls \"$(pg_config --bindir)/initdb\""],
    package: "postgresql",
    purpose: "the tests start PostgreSQL servers of their own",
};
// In Debian's package of the server; others pack it by itself.
const PGBENCH: Tool = Tool {
    program: "sh",
    probe: &["-c", "ls /usr/lib/postgresql/*/bin/pgbench || ls \"$(pg_config --bindir)/pgbench\""],
    package: "postgresql-contrib",
    purpose: "the bench compares with it",
};
/// The production set-up of docs/operations.md, which a test types in.
const PRODUCTION: [Tool; 5] = [
    Tool { program: "patroni", probe: &["--version"], package: "patroni", purpose: SET_UP },
    Tool { program: "etcd", probe: &["--version"], package: "etcd-server", purpose: SET_UP },
    Tool { program: "etcdctl", probe: &["version"], package: "etcd-client", purpose: SET_UP },
    Tool { program: "haproxy", probe: &["-v"], package: "haproxy", purpose: SET_UP },
    Tool {
        program: "/usr/bin/python3",
        probe: &["-c", "import etcd, idna"],
        package: "python3-etcd python3-idna",
        purpose: SET_UP,
    },
];
const SET_UP: &str = "a test makes the production set-up of docs/operations.md";
const QEMU_IMG: Tool = Tool {
    program: "qemu-img",
    probe: &["--version"],
    package: "qemu-utils",
    purpose: "disk images made by another program are read, and exports are converted",
};

/// Languages that the real clients are written in. Their versions are the developer's choice: none is installed here.
const LANGUAGES: [(&str, &str, &str); 4] = [
    ("python3", "--version", "Python 3.9 or newer"),
    ("node", "--version", "Node.js 20 or newer"),
    ("npm", "--version", "npm, which comes with Node.js"),
    ("go", "version", "Go 1.24 or newer"),
];

/// Everything that `cargo xtask test` needs beside Rust.
pub(crate) fn everything() -> anyhow::Result<()> {
    rust_components()?;
    languages()?;
    for tool in [C_COMPILER, CXX_COMPILER, POSTGRES, PGBENCH] {
        required(&tool)?;
    }
    // Without root the set-up cannot be made, and its test says so.
    for tool in PRODUCTION.iter().filter(|_| is_root()) {
        required(tool)?;
    }
    if !works(QEMU_IMG.program, QEMU_IMG.probe)
        && let Err(error) = required(&QEMU_IMG)
    {
        println!("    Going on without qemu-img, which is optional: {error}");
    }
    Ok(())
}

/// What the real clients need.
pub(crate) fn languages() -> anyhow::Result<()> {
    let missing: Vec<&str> = LANGUAGES
        .iter()
        .filter(|(program, probe, _)| !works(program, &[probe]))
        .map(|(_, _, what)| *what)
        .collect();
    if !missing.is_empty() {
        bail!("these are not installed, and the real clients need them: {}", missing.join("; "));
    }
    for (program, probe, _) in LANGUAGES {
        println!("    {program}: {}", output(Command::new(program).arg(probe))?);
    }
    required(&PYTHON_VENV)
}

/// What the fuzz targets need.
pub(crate) fn cxx_compiler() -> anyhow::Result<()> {
    required(&CXX_COMPILER)
}

/// The path of cargo-deny.
pub(crate) fn cargo_deny() -> anyhow::Result<PathBuf> {
    cargo_tool("cargo-deny", "0.20.2")
}

/// The path of a cargo subcommand of exactly this version. It is built into `target/tools` when it is not there:
/// without optimisation, since that takes longer than all its runs together.
pub(crate) fn cargo_tool(name: &str, version: &str) -> anyhow::Result<PathBuf> {
    let root = PathBuf::from(format!("target/tools/{name}-{version}"));
    let program = root.join("bin").join(name);
    if !program.exists() {
        println!("    {name} {version} is missing: building it into {}", root.display());
        let mut install = Command::new("cargo");
        install
            .args(["install", "--quiet", "--locked", "--debug", "--root"])
            .arg(&root)
            .arg(format!("{name}@{version}"));
        run(install.env("CARGO_PROFILE_DEV_DEBUG", "false"))?;
    }
    Ok(program)
}

fn rust_components() -> anyhow::Result<()> {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if !works("cargo", &[subcommand, "--version"]) {
            println!("    {component} is missing: adding it to the toolchain");
            run(Command::new("rustup").args(["component", "add", component]))?;
        }
    }
    Ok(())
}

fn required(tool: &Tool) -> anyhow::Result<()> {
    if works(tool.program, tool.probe) {
        return Ok(());
    }
    let Tool { program, probe, package, purpose } = tool;
    if !is_root() || !works("apt-get", &["--version"]) {
        bail!("`{program}` is missing or incomplete ({purpose}): install it; Debian's package is {package}");
    }
    println!("    {program} is missing or incomplete ({purpose}): installing Debian's {package}");
    let apt_get = || {
        let mut command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    run(apt_get().args(["-qq", "update"]))?;
    let packages = package.split(' ');
    run(apt_get().args(["-qq", "install", "--yes", "--no-install-recommends"]).args(packages))?;
    if !works(program, probe) {
        bail!("{package} is installed, yet `{program} {}` still fails", probe.join(" "));
    }
    Ok(())
}

/// Only root may install system packages; a task never asks for a password.
fn is_root() -> bool {
    output(Command::new("id").arg("-u")).is_ok_and(|id| id == "0")
}
