//! The built binary as a server.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStderr, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use crate::command::imagekin;
use crate::waiting::{PATIENCE, wait_until};

/// A running `imagekin serve` of the sandbox.
pub(crate) struct Server {
    child: Child,
    pub(crate) address: String,
    log: Arc<Mutex<String>>,
    listener: Option<JoinHandle<()>>,
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

    /// The same, what it logs into a file: there an event stands before its request is answered. Nobody listens then.
    pub(crate) fn start_with_log(mut command: Command, folder: &Path, log: &Path) -> Self {
        command.args(["serve", "--profile", "sandbox", "--listen", "127.0.0.1:0", "--data-dir"]).arg(folder);
        command.stdout(Stdio::piped()).stderr(std::fs::File::create(log).expect("a file"));
        let mut child = command.spawn().expect("a server");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("its output")).read_line(&mut line).expect("a line");
        let address = line.trim().strip_prefix("listening on http://").expect("a server that listens");
        let address = address.to_owned();
        Self { child, address, log: Arc::default(), listener: None }
    }

    /// Why it does not start.
    pub(crate) fn refused(folder: &Path, more: &[&str]) -> String {
        Self::try_start(imagekin(), folder, more).err().expect("a server that does not start")
    }

    fn try_start(mut command: Command, folder: &Path, more: &[&str]) -> Result<Self, String> {
        command.args(["serve", "--profile", "sandbox", "--listen", "127.0.0.1:0", "--data-dir"]);
        command.arg(folder).args(more).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("a server");
        let log = Arc::new(Mutex::new(String::new()));
        // From the beginning: who is not listened to waits.
        let listener = listen(child.stderr.take().expect("its errors"), Arc::clone(&log));
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("its output")).read_line(&mut line).expect("a line");
        match line.trim().strip_prefix("listening on http://") {
            Some(address) => Ok(Self { child, address: address.to_owned(), log, listener: Some(listener) }),
            None => {
                child.wait().expect("an end");
                listener.join().expect("no panic");
                Err(std::mem::take(&mut *log.lock().expect("no panic")))
            }
        }
    }

    /// All that it has said on standard error.
    pub(crate) fn log(&self) -> String {
        self.log.lock().expect("no panic").clone()
    }

    /// Waits until it has said so, this often; gives the last line that does.
    pub(crate) fn wait_until_told(&self, what: &str, times: usize) -> String {
        wait_until(what, PATIENCE, || {
            let log = self.log();
            let mut lines = log.lines().filter(|line| line.contains(what));
            lines.nth(times - 1).map(str::to_owned)
        })
    }

    /// SIGHUP: it reads again what can be read again.
    pub(crate) fn hang_up(&self) {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-HUP", &pid]).status().expect("kill").success());
    }

    /// Stops it; gives all that it has said on standard error, to the end.
    pub(crate) fn hear_out(mut self) -> String {
        let listener = self.listener.take();
        let log = Arc::clone(&self.log);
        self.stop();
        listener.expect("somebody listens").join().expect("no panic");
        std::mem::take(&mut *log.lock().expect("no panic"))
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

/// Keeps what is said, and passes it on, but for what a test asks to be told in full.
fn listen(errors: ChildStderr, log: Arc<Mutex<String>>) -> JoinHandle<()> {
    std::thread::spawn(move || {
        for line in BufReader::new(errors).lines().map_while(Result::ok) {
            if !line.contains("TRACE") && !line.contains("DEBUG") {
                eprintln!("{line}");
            }
            *log.lock().expect("no panic") += &(line + "\n");
        }
    })
}
