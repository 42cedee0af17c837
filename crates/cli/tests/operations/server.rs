//! The built binary as a server.

use std::io::{BufRead, BufReader, Read};
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
    pub(crate) fn start_by(command: Command, folder: &Path, more: &[&str]) -> Self {
        let started = Self::try_start(command, folder, more);
        started.unwrap_or_else(|told| panic!("no server that listens: {told}"))
    }

    /// The same, what it logs into a file.
    pub(crate) fn start_with_log(mut command: Command, folder: &Path, log: &Path) -> Self {
        command.args(["serve", "--profile", "sandbox", "--listen", "127.0.0.1:0", "--data-dir"]).arg(folder);
        command.stdout(Stdio::piped()).stderr(std::fs::File::create(log).expect("a file"));
        let mut child = command.spawn().expect("a server");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("its output")).read_line(&mut line).expect("a line");
        let address = line.trim().strip_prefix("listening on http://").expect("a server that listens");
        let address = address.to_owned();
        Self { child, address }
    }

    /// Why it does not start.
    pub(crate) fn refused(folder: &Path, more: &[&str]) -> String {
        Self::try_start(imagekin(), folder, more).err().expect("a server that does not start")
    }

    fn try_start(mut command: Command, folder: &Path, more: &[&str]) -> Result<Self, String> {
        command.args(["serve", "--profile", "sandbox", "--listen", "127.0.0.1:0", "--data-dir"]);
        command.arg(folder).args(more).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("a server");
        let (mut line, mut told) = (String::new(), String::new());
        BufReader::new(child.stdout.take().expect("its output")).read_line(&mut line).expect("a line");
        let mut errors = child.stderr.take().expect("its errors");
        match line.trim().strip_prefix("listening on http://") {
            Some(address) => {
                std::thread::spawn(move || std::io::copy(&mut errors, &mut std::io::stderr()));
                Ok(Self { child, address: address.to_owned() })
            }
            None => {
                errors.read_to_string(&mut told).expect("text");
                child.wait().expect("an end");
                Err(told)
            }
        }
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
