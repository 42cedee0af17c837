//! The machine: what it is, its two cores, and what a process used of them.

use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use rustix::process::Pid;
use rustix::thread::{CpuSet, sched_getaffinity, sched_setaffinity};

/// The core of the server that is measured, and that of the load.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cores {
    server: usize,
    load: usize,
}

impl Cores {
    /// Chooses two of the cores that this process may use, and keeps this thread to that of the load.
    pub(super) fn choose() -> anyhow::Result<Self> {
        let allowed = sched_getaffinity(None)?;
        let mut cores = (0..CpuSet::MAX_CPU).filter(|core| allowed.is_set(*core));
        let load = cores.next().context("a core")?;
        let cores = Self { server: cores.next().context("the bench needs two cores")?, load };
        keep_to(cores.load)?;
        Ok(cores)
    }

    /// Runs `work` where processes that it starts may use both cores.
    pub(super) fn on_both<T>(self, work: impl FnOnce() -> T) -> anyhow::Result<T> {
        set_cores(None, [self.server, self.load])?;
        let outcome = work();
        keep_to(self.load)?;
        Ok(outcome)
    }

    /// Keeps the threads of a process to the core of the server.
    pub(super) fn keep_on_server(self, pid: u32) -> anyhow::Result<()> {
        for thread in std::fs::read_dir(format!("/proc/{pid}/task"))? {
            let id = thread?.file_name().to_str().and_then(|id| id.parse().ok()).and_then(Pid::from_raw);
            set_cores(id, [self.server])?;
        }
        Ok(())
    }

    /// Runs `work` on the core of the server. Processes and threads that it starts stay there.
    pub(super) fn on_server<T>(self, work: impl FnOnce() -> T) -> anyhow::Result<T> {
        keep_to(self.server)?;
        let outcome = work();
        keep_to(self.load)?;
        Ok(outcome)
    }
}

/// Keeps this thread, and processes that it starts, to one core.
fn keep_to(core: usize) -> anyhow::Result<()> {
    set_cores(None, [core])
}

fn set_cores(pid: Option<Pid>, cores: impl IntoIterator<Item = usize>) -> anyhow::Result<()> {
    let mut set = CpuSet::new();
    cores.into_iter().for_each(|core| set.set(core));
    Ok(sched_setaffinity(pid, &set)?)
}

/// CPU time that a process has used, in user and kernel mode.
pub(super) fn cpu_time(pid: u32) -> anyhow::Result<Duration> {
    cpu_fields(pid, 2)
}

/// The same with that of its children that have ended.
pub(super) fn cpu_time_with_children(pid: u32) -> anyhow::Result<Duration> {
    cpu_fields(pid, 4)
}

/// CPU time of a process and of all children that it ever had: of a PostgreSQL server.
pub(super) fn cpu_time_of_family(pid: u32) -> anyhow::Result<Duration> {
    let children = std::fs::read_to_string(format!("/proc/{pid}/task/{pid}/children"))?;
    // One that ends meanwhile is its parent's.
    let living = children.split_whitespace().filter_map(|child| cpu_time(child.parse().ok()?).ok());
    Ok(living.sum::<Duration>() + cpu_time_with_children(pid)?)
}

fn cpu_fields(pid: u32, count: usize) -> anyhow::Result<Duration> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat"))?;
    // The name of the program, the second field, stands in parentheses; utime and stime are the 14th and 15th, those of
    // its children that have ended follow.
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace().skip(11).take(count);
    ticks(fields.map(str::parse::<u64>).sum::<Result<u64, _>>()?)
}

/// Memory of a process that no file is behind, in MiB.
pub(super) fn anonymous_mib(pid: u32) -> anyhow::Result<f64> {
    memory_mib(pid, "RssAnon:")
}

/// All memory of a process that is there, in MiB.
pub(super) fn resident_mib(pid: u32) -> anyhow::Result<f64> {
    memory_mib(pid, "VmRSS:")
}

fn memory_mib(pid: u32, field: &'static str) -> anyhow::Result<f64> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix(field)).context(field)?;
    let kib: u32 = line.trim().trim_end_matches(" kB").parse()?;
    Ok(f64::from(kib) / 1_024.0)
}

/// What the machine and some of its processes have used of the cores, up to an instant.
#[derive(Clone, Copy, Debug)]
pub(super) struct Usage {
    at: Instant,
    all: Duration,
    ours: Duration,
}

impl Usage {
    /// Up to now; `ours` is what this process and those of `pids` used.
    pub(super) fn now(pids: &[u32]) -> anyhow::Result<Self> {
        let own = cpu_time(std::process::id())?;
        let ours = pids.iter().try_fold(own, |sum, pid| anyhow::Ok(sum + cpu_time(*pid)?))?;
        Self::of(ours)
    }

    /// Up to now, when we have used so much.
    pub(super) fn of(ours: Duration) -> anyhow::Result<Self> {
        let stat = std::fs::read_to_string("/proc/stat")?;
        let line = stat.lines().next().unwrap_or_default();
        let fields = line.split_whitespace().skip(1).map(str::parse::<u64>).collect::<Result<Vec<_>, _>>()?;
        // user, nice, system, idle, iowait, irq, softirq, steal; what follows is in user and nice already.
        let busy = [0, 1, 2, 5, 6, 7].iter().filter_map(|n| fields.get(*n)).sum();
        Ok(Self { at: Instant::now(), all: ticks(busy)?, ours })
    }

    /// The share of two cores that other programs, and the host of a virtual machine, have used since.
    pub(super) fn share_of_others(self, since: Self) -> f64 {
        let others = (self.all - since.all).saturating_sub(self.ours - since.ours);
        others.as_secs_f64() / (self.at - since.at).as_secs_f64() / 2.0
    }
}

fn ticks(ticks: u64) -> anyhow::Result<Duration> {
    Ok(Duration::from_secs(ticks) / u32::try_from(rustix::param::clock_ticks_per_second())?)
}

/// The machine in words, one fact a line.
pub(super) fn description() -> anyhow::Result<Vec<(&'static str, String)>> {
    let read = |path: &str| std::fs::read_to_string(path).with_context(|| path.to_owned());
    let field = |text: &str, name: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(name)?.split_once(':'));
        line.map(|(_, value)| value.trim().to_owned()).unwrap_or_default()
    };
    let cpus = read("/proc/cpuinfo")?;
    let memory_kib: u64 = field(&read("/proc/meminfo")?, "MemTotal").trim_end_matches(" kB").parse()?;
    let rustc = Command::new("rustc").arg("--version").output()?;
    ensure!(rustc.status.success(), "rustc --version failed");
    let system = read("/etc/os-release").map(|text| {
        let name = text.lines().find_map(|line| line.strip_prefix("PRETTY_NAME="));
        name.unwrap_or_default().trim_matches('"').to_owned()
    });
    Ok(vec![
        ("processor", field(&cpus, "model name")),
        ("cores", cpus.lines().filter(|line| line.starts_with("processor")).count().to_string()),
        ("memory", format!("{} GiB", (memory_kib + 524_288) / 1_048_576)),
        ("system", system.unwrap_or_default()),
        ("kernel", read("/proc/sys/kernel/osrelease")?.trim().to_owned()),
        ("compiler", String::from_utf8_lossy(&rustc.stdout).trim().to_owned()),
    ])
}
