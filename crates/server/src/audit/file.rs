//! The audit log as lines of a file, which others collect: written by a thread of its own after the commit, and rotated.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::thread::JoinHandle;

use imagekin_store::AuditEntry;

use crate::config::AuditSettings;

/// Lines that wait for the disk; when there are more, they are left out, and that is told.
const LINES_MAX: usize = 8_192;

/// What the thread is to do.
enum Order {
    Write(String),
    /// Says so when it gets there.
    Tell(SyncSender<()>),
}

/// The file.
pub(super) struct AuditFile {
    /// `None` when it is closed.
    orders: Option<SyncSender<Order>>,
    /// The last line found no room, and that was told.
    is_full: AtomicBool,
    thread: Option<JoinHandle<()>>,
}

impl AuditFile {
    pub(super) fn open(path: PathBuf, settings: &AuditSettings) -> io::Result<Self> {
        let (orders, queue) = sync_channel(LINES_MAX);
        let mut lines = Lines {
            path,
            bytes_max: settings.file_bytes_max,
            files_max: settings.files_max.max(1),
            open: None,
            is_failing: false,
        };
        let thread =
            std::thread::Builder::new().name("imagekin-audit".to_owned()).spawn(move || lines.run(&queue))?;
        Ok(Self { orders: Some(orders), is_full: AtomicBool::new(false), thread: Some(thread) })
    }

    pub(super) fn append(&self, entry: &AuditEntry) {
        let sent = self.orders.as_ref().map(|orders| orders.try_send(Order::Write(entry.line() + "\n")));
        let is_full = matches!(sent, Some(Err(TrySendError::Full(_))));
        if is_full && !self.is_full.swap(is_full, Ordering::Relaxed) {
            tracing::error!("The file of the audit log is too slow; some events stand in the store alone");
        }
        if !is_full {
            self.is_full.store(false, Ordering::Relaxed);
        }
    }

    /// Waits until what was given so far is written, or could not be.
    pub(super) fn flush(&self) {
        let (done, written) = sync_channel(1);
        if self.orders.as_ref().is_some_and(|orders| orders.send(Order::Tell(done)).is_ok()) {
            let _ = written.recv();
        }
    }
}

impl Drop for AuditFile {
    fn drop(&mut self) {
        drop(self.orders.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// The lines that were written, and where the next one goes.
struct Lines {
    path: PathBuf,
    bytes_max: u64,
    files_max: usize,
    open: Option<(File, u64)>,
    /// The last line could not be written, and that was told.
    is_failing: bool,
}

impl Lines {
    fn run(&mut self, queue: &Receiver<Order>) {
        while let Ok(order) = queue.recv() {
            match order {
                Order::Write(line) => self.write_and_tell(&line),
                Order::Tell(done) => drop(done.send(())),
            }
        }
    }

    /// The service goes on without the file: the store has the event. A failure is told once, until it is over.
    fn write_and_tell(&mut self, line: &str) {
        let outcome = self.write(line);
        let path = self.path.display();
        match &outcome {
            Err(error) if !self.is_failing => {
                tracing::error!(%error, "Cannot write the audit log to {path}; its events stand in the store alone");
            }
            Ok(()) if self.is_failing => tracing::info!("The audit log is written to {path} again"),
            _ => {}
        }
        if outcome.is_err() {
            // What there is of it may be half a line.
            self.open = None;
        }
        self.is_failing = outcome.is_err();
    }

    fn write(&mut self, line: &str) -> io::Result<()> {
        if self
            .open
            .as_ref()
            .is_some_and(|(_, length)| *length > 0 && length + line.len() as u64 > self.bytes_max)
        {
            self.open = None;
            self.rotate()?;
        }
        if self.open.is_none() {
            self.open = Some(open(&self.path)?);
        }
        let Some((file, length)) = &mut self.open else { return Ok(()) };
        file.write_all(line.as_bytes())?;
        *length += line.len() as u64;
        Ok(())
    }

    /// `audit.jsonl` becomes `audit.jsonl.1`, that becomes `.2`, and so on; the oldest goes.
    fn rotate(&self) -> io::Result<()> {
        for n in (0..self.files_max).rev() {
            let from = self.numbered(n);
            let moved = if n + 1 == self.files_max {
                std::fs::remove_file(&from)
            } else {
                std::fs::rename(&from, self.numbered(n + 1))
            };
            match moved {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        Ok(())
    }

    fn numbered(&self, n: usize) -> PathBuf {
        if n == 0 {
            return self.path.clone();
        }
        let mut path = self.path.clone().into_os_string();
        path.push(format!(".{n}"));
        path.into()
    }
}

/// Opens the file behind its last whole line, for nobody else to read who is not of its group.
fn open(path: &Path) -> io::Result<(File, u64)> {
    let mut options = OpenOptions::new();
    options.append(true).read(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o640);
    let mut file = options.open(path)?;
    let length = file.metadata()?.len();
    if length > 0 && !ends_a_line(&file, length)? {
        // What was cut off stays as a line of its own.
        file.write_all(b"\n")?;
        return Ok((file, length + 1));
    }
    Ok((file, length))
}

fn ends_a_line(file: &File, length: u64) -> io::Result<bool> {
    use std::io::{Read, Seek, SeekFrom};
    let (mut file, mut last) = (file, [0]);
    file.seek(SeekFrom::Start(length - 1))?;
    file.read_exact(&mut last)?;
    Ok(last == *b"\n")
}

#[cfg(test)]
mod tests {
    use imagekin_catalog::Timestamp;
    use imagekin_store::Trail;

    use super::*;

    fn entry(sequence: u64) -> AuditEntry {
        AuditEntry {
            trail: Trail::named("1234567890123456/"),
            sequence,
            at: Timestamp::from_seconds(1),
            previous_hash: String::new(),
            hash: "00".to_owned(),
            event: format!("{{\"n\":{sequence}}}"),
        }
    }

    fn settings(file_bytes_max: u64, files_max: usize) -> AuditSettings {
        AuditSettings { file_bytes_max, files_max, ..AuditSettings::default() }
    }

    fn sequences(path: &Path) -> Vec<u64> {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        let sequence = |line: &str| {
            let line: serde_json::Value = serde_json::from_str(line).ok()?;
            assert_eq!(line["event"]["n"], line["sequence"]);
            line["sequence"].as_u64()
        };
        text.lines().filter_map(sequence).collect()
    }

    #[test]
    fn a_file_is_rotated_before_it_is_too_long_and_the_oldest_goes() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("audit.jsonl");
        let length = entry(1).line().len() as u64 + 1;
        let file = AuditFile::open(path, &settings(2 * length, 3)).unwrap();
        (1..=9).for_each(|n| file.append(&entry(n)));
        file.flush();
        let named = |name: &str| sequences(&folder.path().join(name));
        assert_eq!(named("audit.jsonl"), [9]);
        assert_eq!((named("audit.jsonl.1"), named("audit.jsonl.2")), (vec![7, 8], vec![5, 6]));
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 3);
    }

    #[test]
    fn what_a_crash_cut_off_spoils_no_other_line() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("audit.jsonl");
        std::fs::write(&path, "{\"trail\":\"12345").unwrap();
        drop({
            let file = AuditFile::open(path.clone(), &settings(1_000_000, 3)).unwrap();
            file.append(&entry(1));
            file
        });
        assert_eq!(sequences(&path), [1]);
    }

    #[test]
    fn a_file_that_cannot_be_written_is_written_when_it_can_be() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("later/audit.jsonl");
        let file = AuditFile::open(path.clone(), &settings(1_000_000, 3)).unwrap();
        file.append(&entry(1));
        file.flush();
        std::fs::create_dir(folder.path().join("later")).unwrap();
        file.append(&entry(2));
        file.flush();
        assert_eq!(sequences(&path), [2]);
    }
}
