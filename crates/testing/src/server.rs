//! One server: its life, its databases, its standby.

use std::io::Write;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, ChildStdin, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use tempfile::TempDir;

use crate::Session;
use crate::programs::{self, Unavailable};

/// How long a server may take to start, to stop, or to follow another.
const PATIENCE: Duration = Duration::from_secs(60);
/// How often it is looked at meanwhile.
const LOOK_EVERY: Duration = Duration::from_millis(20);
/// Ports tried, should another program take one before the server does.
const PORTS_TRIED: usize = 5;

/// Runs the server until the pipe that is its input is closed, by whom- and whatever; then nothing is left of it. Only who
/// says `keep` finds its folder again.
const KEEPER: &str = r#"
trap "" HUP INT TERM
"$@" </dev/null &
server=$!
read -r word
kill -QUIT "$server" 2>/dev/null
wait "$server" 2>/dev/null
[ "$word" = keep ] || rm -rf "$FOLDER"
exit 0
"#;

/// What a server promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// Nothing of what is committed outlives a crash of the machine; it is quick.
    Fast,
    /// PostgreSQL's defaults: what is committed is on the disk.
    Durable,
}

/// A server.
#[derive(Debug)]
pub struct Postgres {
    folder: TempDir,
    port: u16,
    keeper: Option<Keeper>,
    databases: AtomicU64,
}

/// The shell that runs the server, and the pipe that keeps it running.
#[derive(Debug)]
struct Keeper {
    shell: Child,
    pipe: Option<ChildStdin>,
}

impl Postgres {
    /// Makes and starts a server.
    ///
    /// # Errors
    /// [`Unavailable`].
    pub fn start(durability: Durability) -> Result<Self, Unavailable> {
        let folder = new_folder()?;
        let data = folder.path().join("data");
        programs::run(programs::command("initdb")?.arg("-D").arg(&data).args([
            "--auth=trust",
            "--username=postgres",
            "--encoding=UTF8",
            // Not the order of code points, so that a column that forgets to ask for that shows.
            "--locale-provider=icu",
            "--icu-locale=en-US",
            "--locale=C.UTF-8",
            "--no-sync",
        ]))?;
        let mut settings = "listen_addresses = '127.0.0.1'\nmax_connections = 400\nshared_buffers = 128MB\n\
                            wal_level = replica\nmax_wal_senders = 4\nlogging_collector = off\n"
            .to_owned();
        if durability == Durability::Fast {
            settings.push_str("fsync = off\nfull_page_writes = off\n");
        }
        let mut server = Self { folder, port: 0, keeper: None, databases: AtomicU64::new(0) };
        server.add_settings(&settings)?;
        server.start_on_a_free_port()?;
        Ok(server)
    }

    /// Another server that follows this one, ready to take its place.
    ///
    /// # Errors
    /// [`Unavailable`].
    pub fn standby(&self) -> Result<Self, Unavailable> {
        let folder = new_folder()?;
        programs::run(
            programs::command("pg_basebackup")?
                .args(["-h", "127.0.0.1", "-U", "postgres", "-R", "-X", "stream", "-c", "fast", "--no-sync"])
                .args(["-d", "application_name=standby", "-p"])
                .arg(self.port.to_string())
                .arg("-D")
                .arg(folder.path().join("data")),
        )?;
        let mut server = Self { folder, port: 0, keeper: None, databases: AtomicU64::new(0) };
        server.start_on_a_free_port()?;
        Ok(server)
    }

    /// From now on this server acknowledges nothing that `standby` does not have on its disk.
    ///
    /// # Errors
    /// [`Unavailable`].
    pub fn make_synchronous(&self, standby: &Self) -> Result<(), Unavailable> {
        self.execute("postgres", "ALTER SYSTEM SET synchronous_standby_names = 'standby'")?;
        self.execute("postgres", "SELECT pg_reload_conf()")?;
        standby.wait_until("the synchronous standby", || {
            let state = self.execute("postgres", "SELECT sync_state FROM pg_stat_replication");
            state.is_ok_and(|state| state.trim() == "sync")
        })
    }

    /// Makes a standby the primary.
    ///
    /// # Errors
    /// [`Unavailable`].
    pub fn promote(&self) -> Result<(), Unavailable> {
        // It follows nobody, and waits for nobody, any more.
        self.execute("postgres", "ALTER SYSTEM SET synchronous_standby_names = ''")?;
        self.execute("postgres", "SELECT pg_promote(true, 60)")?;
        self.wait_until("the primary", || {
            let standing_by = self.execute("postgres", "SELECT pg_is_in_recovery()");
            standing_by.is_ok_and(|standing_by| standing_by.trim() == "f")
        })
    }

    /// Where a database of it is.
    #[must_use]
    pub fn url(&self, database: &str) -> String {
        format!("postgres://postgres@127.0.0.1:{}/{database}", self.port)
    }

    /// The port it listens on.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Its first process, the parent of all others, while it runs.
    #[must_use]
    pub fn pid(&self) -> Option<u32> {
        let text = std::fs::read_to_string(self.folder.path().join("data/postmaster.pid")).ok()?;
        text.lines().next()?.parse().ok()
    }

    /// Its folder: `data` in it is the cluster.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// What it has written into its log.
    #[must_use]
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }

    /// Makes a new database and gives its address.
    ///
    /// # Panics
    /// When the server does not make it.
    pub fn create_database(&self) -> String {
        let number = self.databases.fetch_add(1, Ordering::Relaxed);
        let name = format!("test_{}_{number}", std::process::id());
        let made = self
            .execute("postgres", &format!("CREATE DATABASE {name} TEMPLATE template0 STRATEGY FILE_COPY"));
        made.unwrap_or_else(|error| panic!("{error}\n{}", self.log()));
        self.url(&name)
    }

    /// Runs statements, each a transaction of its own; gives their rows, columns apart by `|`.
    ///
    /// # Errors
    /// [`Unavailable`], with what the server says.
    pub fn execute(&self, database: &str, sql: &str) -> Result<String, Unavailable> {
        let mut psql = programs::command("psql")?;
        psql.args(["-XAtq", "-v", "ON_ERROR_STOP=1", "-d"]).arg(self.url(database)).args(["-f", "-"]);
        let mut running = psql.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
        let mut input = running.stdin.take();
        let written = input.as_mut().map_or(Ok(()), |input| input.write_all(sql.as_bytes()));
        drop(input);
        let output = running.wait_with_output()?;
        if output.status.success() {
            written?;
            return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
        }
        let output = String::from_utf8_lossy(&output.stderr).into_owned();
        Err(Unavailable::Failed { program: format!("psql, {sql}"), output })
    }

    /// All of a database as statements, which any later version of the server understands.
    ///
    /// # Errors
    /// [`Unavailable`], with what the server says.
    pub fn dump(&self, database: &str) -> Result<String, Unavailable> {
        let mut pg_dump = programs::command("pg_dump")?;
        pg_dump.args(["--no-owner", "--no-privileges", "--no-comments", "-d"]).arg(self.url(database));
        let told = programs::run(&mut pg_dump)?;
        // Newer versions of psql want a word of their own at both ends, which older ones do not know.
        let mut kept = told
            .lines()
            .filter(|line| !line.starts_with(r"\restrict") && !line.starts_with(r"\unrestrict"))
            .collect::<Vec<_>>()
            .join("\n");
        kept.push('\n');
        Ok(kept)
    }

    /// Opens a session, for statements that follow each other or that hold something.
    ///
    /// # Errors
    /// [`Unavailable`].
    pub fn session(&self, database: &str) -> Result<Session, Unavailable> {
        Session::open(&self.url(database))
    }

    /// Kills the server and all its processes, as a crash does; they are gone when this returns.
    pub fn kill(&mut self) {
        let Some(keeper) = self.keeper.take() else { return };
        if let Some(pid) = self.pid().map(|pid| pid.to_string()) {
            let pid = pid.as_str();
            // Stopped, it makes no more processes. One that lived on would hold the server's memory, and with that in use no
            // server starts in its place.
            programs::signal("-STOP", [pid]);
            let _ = self.wait_until("stopped", || matches!(programs::state(pid), None | Some('T' | 'Z')));
            let children =
                std::fs::read_to_string(format!("/proc/{pid}/task/{pid}/children")).unwrap_or_default();
            let all = || children.split_whitespace().chain([pid]);
            programs::signal("-KILL", all());
            let is_gone = |pid| matches!(programs::state(pid), None | Some('Z'));
            let _ = self.wait_until("gone", || all().all(is_gone));
        }
        keeper.end();
    }

    /// Lets the server hang: its connections stay, and nothing answers on them. `thaw` ends that.
    pub fn freeze(&self) {
        self.signal_all("-STOP");
    }

    /// Lets the server go on.
    pub fn thaw(&self) {
        self.signal_all("-CONT");
    }

    /// The postmaster first: once it is stopped, there are no new processes.
    fn signal_all(&self, signal: &str) {
        let pid = self.folder.path().join("data/postmaster.pid");
        let postmaster = std::fs::read_to_string(pid).unwrap_or_default();
        let Some(pid) = postmaster.lines().next() else { return };
        programs::signal(signal, [pid]);
        let children = std::fs::read_to_string(format!("/proc/{pid}/task/{pid}/children"));
        programs::signal(signal, children.unwrap_or_default().split_whitespace());
    }

    /// Stops the server, as an administrator does: what is under way is given up, all that is committed is written.
    ///
    /// # Errors
    /// [`Unavailable`].
    pub fn stop(&mut self) -> Result<(), Unavailable> {
        let data = self.folder.path().join("data");
        programs::run(programs::command("pg_ctl")?.args(["stop", "-w", "-m", "fast", "-D"]).arg(data))?;
        if let Some(keeper) = self.keeper.take() {
            keeper.end();
        }
        Ok(())
    }

    /// Starts the server again, on the same port.
    ///
    /// # Errors
    /// [`Unavailable`].
    pub fn start_again(&mut self) -> Result<(), Unavailable> {
        self.launch()?;
        self.wait_until("ready", || self.execute("postgres", "SELECT 1").is_ok())
    }

    fn start_on_a_free_port(&mut self) -> Result<(), Unavailable> {
        let mut tried = 0;
        loop {
            self.port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
            tried += 1;
            match self.start_again() {
                Err(_) if tried < PORTS_TRIED && self.log().contains("could not bind") => self.kill(),
                outcome => return outcome,
            }
        }
    }

    fn launch(&mut self) -> Result<(), Unavailable> {
        let log =
            std::fs::OpenOptions::new().create(true).append(true).open(self.folder.path().join("log"))?;
        let mut server = programs::command("postgres")?;
        server.arg("-D").arg(self.folder.path().join("data")).arg("-p").arg(self.port.to_string());
        server.arg("-k").arg(self.folder.path());
        let mut shell = std::process::Command::new("sh");
        shell.args(["-c", KEEPER, "sh"]).arg(server.get_program()).args(server.get_args()).current_dir("/");
        shell.env("FOLDER", self.folder.path());
        let mut shell = shell.stdin(Stdio::piped()).stdout(log.try_clone()?).stderr(log).spawn()?;
        let pipe = shell.stdin.take();
        self.keeper = Some(Keeper { shell, pipe });
        Ok(())
    }

    fn add_settings(&self, settings: &str) -> Result<(), Unavailable> {
        let path = self.folder.path().join("data/postgresql.conf");
        let mut file = std::fs::OpenOptions::new().append(true).open(path)?;
        Ok(file.write_all(settings.as_bytes())?)
    }

    #[expect(clippy::disallowed_methods, reason = "there is no runtime here, and nobody else waits")]
    fn wait_until(&self, state: &'static str, is_so: impl Fn() -> bool) -> Result<(), Unavailable> {
        let looks = PATIENCE.as_millis() / LOOK_EVERY.as_millis();
        for _ in 0..looks {
            if is_so() {
                return Ok(());
            }
            if self.log().contains("could not bind") {
                break;
            }
            std::thread::sleep(LOOK_EVERY);
        }
        Err(Unavailable::TooLate { state, seconds: PATIENCE.as_secs(), log: self.log() })
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        if let Some(mut keeper) = self.keeper.take() {
            // Frozen, it would not hear that it is to end.
            self.thaw();
            drop(keeper.pipe.take());
            let _ = keeper.shell.wait();
        }
    }
}

impl Keeper {
    /// The server has ended, and is to be started again: its folder stays.
    fn end(mut self) {
        if let Some(mut pipe) = self.pipe.take() {
            let _ = pipe.write_all(b"keep\n");
        }
        // It waits for the server: while that is not buried, its process id is taken for a server that runs.
        let _ = self.shell.wait();
    }
}

/// A folder of the server's user.
fn new_folder() -> Result<TempDir, Unavailable> {
    let folder = tempfile::Builder::new().prefix("imagekin-postgres-").tempdir()?;
    programs::hand_over(folder.path())?;
    Ok(folder)
}
