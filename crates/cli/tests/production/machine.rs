//! Machines of the page, all on this one: each has a folder for its root, and an address of the loopback network.

use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};

use crate::page;
use crate::waiting::{PATIENCE, wait_until};

/// Runs a program until the pipe that is its input is closed, by whom- and whatever.
const KEEPER: &str = r#"
trap "" HUP INT TERM
"$@" </dev/null &
program=$!
echo "$program" > "$PID_FILE"
read -r word
kill -TERM "$program" 2>/dev/null
(sleep 10; kill -KILL "$program") 2>/dev/null &
last_word=$!
wait "$program"
kill "$last_word"
exit 0
"#;

/// What the page says, and what this test does instead.
const INSTEAD: &[(&str, &str)] = &[
    // All machines call each other from 127.0.0.1 here.
    ("10.0.0.0/24", "127.0.0.0/8"),
    ("IP:%s\\n", "IP:%s,IP:127.0.0.1\\n"),
    ("10.0.0.", "127.1.0."),
    ("db1.example.com,db2.example.com", "127.1.0.11,127.1.0.12"),
    // One that is written otherwise in an address.
    ("PASSWORD 'choose-a-third'", "PASSWORD 'choose@third/50%'"),
    (":choose-a-third@", ":choose%40third%2F50%25@"),
    // A disk of a developer is smaller than a database server's.
    ("wal_keep_size: 2GB", "wal_keep_size: 64MB"),
];

/// Patroni's patience: nobody waits half a minute for an election here.
const SOONER: &[(&str, &str)] = &[
    ("ttl: 30", "ttl: 6"),
    ("loop_wait: 10", "loop_wait: 1"),
    ("retry_timeout: 10", "retry_timeout: 2"),
    ("primary_start_timeout: 30", "primary_start_timeout: 2"),
];

/// With `IMAGEKIN_TEST_SECONDS` set, Patroni has all the time that the page gives it.
pub(crate) fn is_patient() -> bool {
    std::env::var_os("IMAGEKIN_TEST_SECONDS").is_some()
}

/// A machine.
#[derive(Debug)]
pub(crate) struct Machine {
    pub(crate) name: &'static str,
    pub(crate) address: String,
    pub(crate) root: PathBuf,
}

impl Machine {
    /// The machine of this name and last number of its address, in a folder that all share.
    pub(crate) fn new(all: &Path, name: &'static str, number: u8) -> Self {
        let root = all.join(name);
        let folders =
            ["etc/ssl/certs", "etc/ssl/private", "etc/default", "etc/patroni", "etc/systemd/system"];
        let others = [
            "etc/haproxy",
            "var/lib/postgresql",
            "var/lib/etcd",
            "var/lib/imagekin",
            "var/run/postgresql",
            "var/backups",
            "usr/local/bin",
        ];
        for folder in folders.into_iter().chain(others) {
            std::fs::create_dir_all(root.join(folder)).expect("a folder");
        }
        for (user, folder) in
            [("postgres", "var/lib/postgresql"), ("postgres", "var/run/postgresql"), ("etcd", "var/lib/etcd")]
        {
            let owned = Command::new("chown").arg(user).arg(root.join(folder)).status();
            assert!(owned.expect("chown").success());
        }
        std::os::unix::fs::symlink(page::binary(), root.join("usr/local/bin/imagekin")).expect("a link");
        Self { name, address: format!("127.1.0.{number}"), root }
    }

    /// A text of the page, as it is on this machine.
    pub(crate) fn own(&self, text: &str) -> String {
        let sooner = if is_patient() { &[] } else { SOONER };
        let mut text =
            INSTEAD.iter().chain(sooner).fold(text.to_owned(), |text, (page, here)| text.replace(page, here));
        text = text.replace("listen = \"0.0.0.0:", &format!("listen = \"{}:", self.address));
        for folder in ["/etc/", "/var/", "/usr/local/"] {
            text = text.replace(folder, &format!("{}{folder}", self.root.display()));
        }
        let all = self.root.parent().expect("a folder");
        text.replace("/srv/imagekin", &format!("{}/srv", all.display()))
    }

    /// Types blocks into one shell, in the folder that all share; gives what it prints.
    pub(crate) fn types(&self, blocks: &[&str]) -> String {
        let output = self.tries(blocks);
        let told = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        assert!(
            output.status.success(),
            "{blocks:?} on {}: {}{}",
            self.name,
            told(&output.stdout),
            told(&output.stderr)
        );
        told(&output.stdout)
    }

    pub(crate) fn tries(&self, blocks: &[&str]) -> std::process::Output {
        let script: String = blocks.iter().map(|name| page::block(name)).collect();
        let mut shell = Command::new("sh");
        self.in_its_world(&mut shell);
        shell.args(["-ec", &self.own(&script)]).output().expect("a shell")
    }

    fn in_its_world(&self, command: &mut Command) {
        let path = std::env::var("PATH").unwrap_or_default();
        let path = format!("{}/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:{path}", self.root.display());
        for (name, _) in std::env::vars_os() {
            let name = name.to_string_lossy().into_owned();
            if name.starts_with("IMAGEKIN_") || name.starts_with("PG") || name.ends_with("_proxy") {
                command.env_remove(name);
            }
        }
        command
            .env("PATH", path)
            .env("NAME", self.name)
            .env("ADDRESS", &self.address)
            .env("LC_ALL", "C.UTF-8");
        command.current_dir(self.root.parent().expect("a folder"));
    }

    /// Starts a program of it, as a user, with a file of variables if it has one.
    pub(crate) fn starts(
        &self,
        user: &str,
        variables: Option<&str>,
        program: &str,
        arguments: &[&str],
    ) -> Running {
        let pid_file = self.root.join(format!("{}.pid", program.rsplit('/').next().expect("a name")));
        let _ = std::fs::remove_file(&pid_file);
        let log = pid_file.with_extension("log");
        let log = std::fs::OpenOptions::new().create(true).append(true).open(log).expect("a log");
        let mut shell = Command::new("sh");
        self.in_its_world(&mut shell);
        shell.current_dir(&self.root).env("HOME", self.root.join("var/lib/postgresql"));
        if let Some(file) = variables {
            let file = std::fs::read_to_string(self.own(file)).expect("a file of variables");
            let variables = file.lines().filter_map(|line| line.split_once('='));
            shell.envs(variables.map(|(name, value)| (name, value.trim_matches('"'))));
        }
        shell.args(["-c", KEEPER, "sh"]);
        match user {
            "root" => &mut shell,
            "etcd" => shell.args(["setpriv", "--reuid", user, "--regid", user, "--groups", "ssl-cert", "--"]),
            _ => shell.args(["setpriv", "--reuid", user, "--regid", user, "--init-groups", "--"]),
        };
        shell.arg(self.own(program)).args(arguments.iter().map(|text| self.own(text)));
        shell
            .env("PID_FILE", &pid_file)
            .stdin(Stdio::piped())
            .stdout(log.try_clone().expect("a log"))
            .stderr(log);
        let mut shell = shell.spawn().expect("a shell");
        let pipe = shell.stdin.take();
        let pid = wait_until("the program is started", PATIENCE, || {
            let told = std::fs::read_to_string(&pid_file).ok()?;
            told.ends_with('\n').then(|| told.trim().to_owned())
        });
        Running { shell, pipe, pid }
    }

    /// kill -9 of the database and of Patroni beside it: the machine is gone.
    pub(crate) fn dies(&self, patroni: Running) {
        let data = self.root.join("var/lib/postgresql/15/imagekin/postmaster.pid");
        let told = std::fs::read_to_string(data).unwrap_or_default();
        let mut all = vec![patroni.pid.as_str()];
        all.extend(told.lines().next());
        kill("-STOP", &all);
        let children = |pid: &str| std::fs::read_to_string(format!("/proc/{pid}/task/{pid}/children"));
        let children: Vec<String> = all.iter().filter_map(|pid| children(pid).ok()).collect();
        all.extend(children.iter().flat_map(|pids| pids.split_whitespace()));
        kill("-KILL", &all);
        drop(patroni);
    }

    /// The last that a program has written.
    pub(crate) fn log(&self, program: &str) -> String {
        let log = std::fs::read_to_string(self.root.join(format!("{program}.log"))).unwrap_or_default();
        let lines: Vec<&str> = log.lines().collect();
        format!("{program} on {}:\n{}\n", self.name, lines[lines.len().saturating_sub(20)..].join("\n"))
    }
}

fn kill(signal: &str, processes: &[&str]) {
    let _ = Command::new("kill").arg(signal).args(processes).output();
}

/// A program that runs until this is dropped.
#[derive(Debug)]
pub(crate) struct Running {
    shell: Child,
    pipe: Option<ChildStdin>,
    pid: String,
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.pipe.take());
        let _ = self.shell.wait();
    }
}
