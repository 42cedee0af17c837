//! A process held to a quarter of a core, by whatever the system has for it.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use anyhow::Context;
use rustix::process::{Pid, Signal, kill_process};

use super::machine::Cores;
use super::server::Server;

/// The time after which a quarter is given anew, and the quarter. Short, so that who waits for it does not wait long.
const PERIOD: Duration = Duration::from_millis(20);
const QUARTER: Duration = Duration::from_millis(5);

/// A server that gets no more than a quarter of a core.
pub(super) struct Quartered {
    /// Dropped first: a group can be removed when nobody is in it.
    pub(super) server: Server,
    hold: Hold,
}

enum Hold {
    /// A control group, removed at the end.
    Group { folder: PathBuf, version: u8 },
    /// Stopped and continued by a thread; kept to one core, since several threads would use several.
    Cycle { over: Arc<AtomicBool>, thread: Option<JoinHandle<()>> },
}

impl Quartered {
    /// Holds a server that has just been started.
    pub(super) fn hold(server: Server, cores: Cores) -> anyhow::Result<Self> {
        let pid = server.pid();
        let mounts = std::fs::read_to_string("/proc/mounts")?;
        let group = group_folder(&mounts).and_then(|(root, version)| {
            let folder = root.join(format!("imagekin-bench-{pid}"));
            in_group(&folder, version, pid).ok().map(|()| Hold::Group { folder, version })
        });
        let hold = match group {
            Some(group) => group,
            None => cycle(pid, cores)?,
        };
        Ok(Self { server, hold })
    }

    /// In words.
    pub(super) fn how(&self) -> &'static str {
        match self.hold {
            Hold::Group { version: 1, .. } => "cgroup v1, cpu.cfs_quota_us",
            Hold::Group { .. } => "cgroup v2, cpu.max",
            Hold::Cycle { .. } => "stopped and continued by turns",
        }
    }

    pub(super) fn stop(self) -> anyhow::Result<()> {
        let Self { server, hold } = self;
        // One that is stopped hears no signal.
        if let Hold::Cycle { .. } = hold {
            drop(hold);
            return server.stop();
        }
        let stopped = server.stop();
        drop(hold);
        stopped
    }
}

/// Where the groups are that have a share of the processor, and their version.
fn group_folder(mounts: &str) -> Option<(PathBuf, u8)> {
    let of = |line: &str| {
        let mut fields = line.split(' ').skip(1);
        let (folder, kind, options) = (fields.next()?, fields.next()?, fields.next()?);
        match kind {
            "cgroup" if options.split(',').any(|option| option == "cpu") => Some((PathBuf::from(folder), 1)),
            "cgroup2" => Some((PathBuf::from(folder), 2)),
            _ => None,
        }
    };
    // Where both are mounted, the processor is in the first version's hands.
    mounts.lines().filter_map(of).min_by_key(|(_, version)| *version)
}

fn in_group(folder: &Path, version: u8, pid: u32) -> std::io::Result<()> {
    if version == 2 {
        // It may be so already, or not ours to say; whether it is so shows below.
        let _ = std::fs::write(folder.with_file_name("cgroup.subtree_control"), "+cpu");
    }
    std::fs::create_dir(folder)?;
    let write = |file: &str, text: String| std::fs::write(folder.join(file), text);
    let (period, quarter) = (PERIOD.as_micros(), QUARTER.as_micros());
    let set = match version {
        1 => write("cpu.cfs_period_us", period.to_string())
            .and_then(|()| write("cpu.cfs_quota_us", quarter.to_string())),
        _ => write("cpu.max", format!("{quarter} {period}")),
    };
    let held = set.and_then(|()| write("cgroup.procs", pid.to_string()));
    if held.is_err() {
        let _ = std::fs::remove_dir(folder);
    }
    held
}

fn cycle(pid: u32, cores: Cores) -> anyhow::Result<Hold> {
    cores.keep_on_server(pid)?;
    let pid = i32::try_from(pid).ok().and_then(Pid::from_raw).context("a pid")?;
    let over = Arc::new(AtomicBool::new(false));
    let is_over = Arc::clone(&over);
    let thread = std::thread::spawn(move || {
        while !is_over.load(Ordering::Acquire) {
            let _ = kill_process(pid, Signal::STOP);
            std::thread::sleep(PERIOD - QUARTER);
            let _ = kill_process(pid, Signal::CONT);
            std::thread::sleep(QUARTER);
        }
    });
    Ok(Hold::Cycle { over, thread: Some(thread) })
}

impl Drop for Hold {
    fn drop(&mut self) {
        match self {
            Self::Group { folder, .. } => drop(std::fs::remove_dir(folder)),
            Self::Cycle { over, thread } => {
                over.store(true, Ordering::Release);
                let _ = thread.take().map(JoinHandle::join);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_group_with_the_processor_is_found() {
        let first = "cgroup /sys/fs/cgroup/cpuset cgroup rw,cpuset 0 0\ncgroup /sys/fs/cgroup/cpu cgroup rw,cpu 0 0\n";
        let second = "cgroup2 /sys/fs/cgroup/unified cgroup2 rw,relatime 0 0\n";
        let found = |mounts: &str| {
            group_folder(mounts).map(|(folder, version)| (folder.display().to_string(), version))
        };
        assert_eq!(found(&format!("{second}{first}")), Some(("/sys/fs/cgroup/cpu".to_owned(), 1)));
        assert_eq!(found(second), Some(("/sys/fs/cgroup/unified".to_owned(), 2)));
        assert_eq!(found("tmpfs /tmp tmpfs rw 0 0\n"), None);
    }
}
