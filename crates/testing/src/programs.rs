//! The programs of PostgreSQL: where they are, and as whom they run.

use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

/// The user that Debian's package makes; the server refuses to run as root.
const USER: &str = "postgres";

/// Why there is no server, and what to do about it.
#[derive(Debug, thiserror::Error)]
pub enum Unavailable {
    /// The programs are not there.
    #[error("there is no PostgreSQL server on this machine: install the Debian package postgresql")]
    NotInstalled,
    /// One of them failed.
    #[error("{program} failed: {output}")]
    Failed {
        /// Which.
        program: String,
        /// What it said.
        output: String,
    },
    /// It did not become what was waited for.
    #[error("the PostgreSQL server is not {state} after {seconds} s; its log:\n{log}")]
    TooLate {
        /// What was waited for.
        state: &'static str,
        /// How long.
        seconds: u64,
        /// What the server has written.
        log: String,
    },
    /// A file or folder cannot be made.
    #[error("cannot make a PostgreSQL server: {0}")]
    Io(#[from] std::io::Error),
}

/// The folder of the programs: of the newest version that Debian's packages have installed.
pub(crate) fn folder() -> Result<&'static Path, Unavailable> {
    static FOLDER: OnceLock<Option<PathBuf>> = OnceLock::new();
    FOLDER.get_or_init(find).as_deref().ok_or(Unavailable::NotInstalled)
}

fn find() -> Option<PathBuf> {
    let version = |path: &PathBuf| path.file_name()?.to_str()?.parse::<u32>().ok();
    let packaged = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    // A newer one may have come with the client's programs alone.
    let servers = packaged.map(|entry| entry.path()).filter(|version| version.join("bin/initdb").is_file());
    let newest = servers.max_by_key(version);
    let configured = || {
        let output = Command::new("pg_config").arg("--bindir").output().ok()?;
        Some(PathBuf::from(String::from_utf8(output.stdout).ok()?.trim()))
    };
    let folders = newest.map(|version| version.join("bin")).into_iter().chain(configured());
    folders.into_iter().find(|folder| folder.join("initdb").is_file() && folder.join("postgres").is_file())
}

/// Are we root? Then the programs run as another user.
fn is_root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|this| this.uid() == 0)
}

/// A program of PostgreSQL, as a user that the server does not refuse.
///
/// # Errors
/// [`Unavailable`].
pub fn command(program: &str) -> Result<Command, Unavailable> {
    let path = folder()?.join(program);
    let mut command = match is_root() {
        false => Command::new(path),
        true => {
            let mut command = Command::new("setpriv");
            command.args(["--reuid", USER, "--regid", USER, "--init-groups", "--"]).arg(path);
            command
        }
    };
    // A folder that every user may be in, and nothing of who runs the tests.
    command.current_dir("/").stdin(Stdio::null());
    for variable in ["PGDATABASE", "PGHOST", "PGOPTIONS", "PGPORT", "PGUSER"] {
        command.env_remove(variable);
    }
    Ok(command)
}

/// Hands a folder to the user that the server runs as.
pub(crate) fn hand_over(folder: &Path) -> Result<(), Unavailable> {
    if !is_root() {
        return Ok(());
    }
    run(Command::new("chown").arg("-R").arg(format!("{USER}:")).arg(folder)).map(drop)
}

/// Runs a program to its end; gives what it has printed.
pub(crate) fn run(command: &mut Command) -> Result<String, Unavailable> {
    let Output { status, stdout, stderr } = command.output()?;
    if status.success() {
        return Ok(String::from_utf8_lossy(&stdout).into_owned());
    }
    let output = format!("{}{}", String::from_utf8_lossy(&stdout), String::from_utf8_lossy(&stderr));
    Err(Unavailable::Failed { program: format!("{command:?}"), output })
}

/// Sends a signal to processes, those of them that are there.
pub(crate) fn signal<'p>(signal: &str, processes: impl IntoIterator<Item = &'p str>) {
    let _ = Command::new("kill").arg(signal).args(processes).output();
}

/// The state of a process as the kernel tells it, `T` when it is stopped, `Z` when it has ended; `None` when it is gone.
pub(crate) fn state(process: &str) -> Option<char> {
    let told = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // After its name, which may be any text, in parentheses.
    told.rsplit_once(") ")?.1.chars().next()
}
