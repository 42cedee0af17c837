//! The built binary, started and killed.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A running `imagekin serve`.
pub(crate) struct Server {
    child: Child,
    address: String,
}

/// `imagekin serve` of the sandbox on a data folder, at a free port, with room for all that a test makes.
pub(crate) fn serve(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_imagekin"));
    command
        .args(["serve", "--profile", "sandbox", "--listen", "127.0.0.1:0", "--data-dir"])
        .arg(folder)
        .env("IMAGEKIN_QUOTAS__IMAGES_PER_FAMILY_MAX", "1000000")
        .env("IMAGEKIN_QUOTAS__IMAGES_PER_REGION_MAX", "1000000")
        .env("IMAGEKIN_QUOTAS__FAMILIES_PER_REGION_MAX", "1000000")
        .env("IMAGEKIN_LOG", "error");
    command
}

/// `imagekin check` finds that what servers of this data folder have left behind fits together, down to the bytes.
pub(crate) fn check(folder: &Path, objects: &Path, database: Option<&str>) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_imagekin"));
    command.args(["check", "--bytes", "digest", "--data-dir"]).arg(folder);
    command.env("IMAGEKIN_OBJECTS_DIR", objects).env("IMAGEKIN_LOG", "error");
    if let Some(database) = database {
        command.args(["--database", database]);
    }
    let output = command.output().unwrap();
    assert!(output.status.success(), "{output:?}");
}

impl Server {
    /// Runs the command and waits until it says that it listens; `None` when it ends before that.
    pub(crate) fn start(mut command: Command) -> Option<Self> {
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let Some(address) = line.trim().strip_prefix("listening on http://") else {
            child.wait().unwrap();
            return None;
        };
        Some(Self { child, address: address.to_owned() })
    }

    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// kill -9.
    pub(crate) fn kill(self) {
        drop(self);
    }

    /// SIGTERM: the server answers what is under way and exits with 0.
    pub(crate) fn stop(mut self) {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
        assert_eq!(self.child.wait().unwrap().code(), Some(0));
    }
}

impl Drop for Server {
    /// A test that fails leaves no server behind.
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
