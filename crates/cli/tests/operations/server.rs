//! The built binary as a server.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::command::imagekin;

/// A running `imagekin serve` of the sandbox.
pub(crate) struct Server {
    child: Child,
    pub(crate) address: String,
}

impl Server {
    /// Starts it on a folder and waits until it says that it listens.
    pub(crate) fn start(folder: &Path, more: &[&str]) -> Self {
        Self::start_by(imagekin(), folder, more)
    }

    /// The same by a command that has settings already.
    pub(crate) fn start_by(mut command: Command, folder: &Path, more: &[&str]) -> Self {
        command.args(["serve", "--profile", "sandbox", "--listen", "127.0.0.1:0", "--data-dir"]);
        let mut child = command.arg(folder).args(more).stdout(Stdio::piped()).spawn().expect("a server");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("its output")).read_line(&mut line).expect("a line");
        let address =
            line.trim().strip_prefix("listening on http://").expect("a server that listens").to_owned();
        Self { child, address }
    }

    /// SIGTERM: it answers what is under way and ends.
    pub(crate) fn stop(mut self) {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &pid]).status().expect("kill").success());
        assert_eq!(self.child.wait().expect("an end").code(), Some(0));
    }
}

impl Drop for Server {
    /// A test that fails leaves no server behind.
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
