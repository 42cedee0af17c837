//! The PostgreSQL server that is measured: durable, on a core of its own, with data made for the bench.

use std::cell::Cell;
use std::path::Path;
use std::time::Duration;

use anyhow::Context;
use imagekin_testing::{Durability, Postgres};
use tempfile::TempDir;

use super::super::machine::{Cores, cpu_time_of_family};
use super::super::seed;
use super::super::server::Server;
use super::Plan;

/// The database of accounts with many families.
pub(super) const CATALOGUE: &str = "catalogue";
/// The database of many accounts.
pub(super) const WIDE: &str = "wide";
/// A copy of the first, for those who write.
const COPY: &str = "copy";

/// What differs from PostgreSQL's defaults, which are for a small machine. Checkpoints come every five minutes, as they do by
/// default: each third of a soak has the same, and none is quicker for having none.
pub(super) const SETTINGS: [(&str, &str); 2] = [("shared_buffers", "2GB"), ("max_wal_size", "8GB")];

/// The server. It is gone when this is dropped.
pub(super) struct Database {
    server: Postgres,
    pid: u32,
    /// The key of the secrets, and the data folders of the nodes.
    folder: TempDir,
    /// How many there have been.
    nodes: Cell<u32>,
}

impl Database {
    /// Starts a server on the core of the servers, and fills it.
    pub(super) fn start(cores: Cores, plan: &Plan) -> anyhow::Result<Self> {
        let server = cores.on_server(|| {
            let mut server = Postgres::start(Durability::Durable)?;
            let set = |name: &str, value: &str| {
                server.execute("postgres", &format!("ALTER SYSTEM SET {name} = '{value}'"))
            };
            SETTINGS.iter().try_for_each(|(name, value)| set(name, value).map(drop))?;
            server.stop()?;
            server.start_again()?;
            anyhow::Ok(server)
        })??;
        let pid = server.pid().context("its process")?;
        let folder = tempfile::tempdir()?;
        for (name, scale) in [(CATALOGUE, plan.catalogue), (WIDE, plan.wide)] {
            server.execute("postgres", &format!("CREATE DATABASE {name}"))?;
            seed::database(folder.path(), &server, name, scale).context("the database cannot be made")?;
        }
        seed::users_in_database(folder.path(), &server, CATALOGUE, plan.catalogue)
            .context("the users cannot be made")?;
        Ok(Self { server, pid, folder, nodes: Cell::new(0) })
    }

    /// A copy of the catalogue as it was made, for those who write; the one before is gone.
    pub(super) fn copy(&self) -> anyhow::Result<&'static str> {
        self.server.execute("postgres", &format!("DROP DATABASE IF EXISTS {COPY}"))?;
        let copy = format!("CREATE DATABASE {COPY} TEMPLATE {CATALOGUE} STRATEGY FILE_COPY");
        self.server.execute("postgres", &copy)?;
        Ok(COPY)
    }

    /// Starts a node on a database of it, where this thread may run.
    pub(super) fn node(&self, name: &str) -> anyhow::Result<Server> {
        let node = self.nodes.get();
        self.nodes.set(node + 1);
        // Each has a folder of its own, and all the same key.
        let folder = self.folder.path().join(node.to_string());
        std::fs::create_dir(&folder)?;
        std::fs::copy(self.folder.path().join("master.key"), folder.join("master.key"))?;
        Server::node(&folder, &self.server.url(name))
    }

    pub(super) fn url(&self, name: &str) -> String {
        self.server.url(name)
    }

    pub(super) fn execute(&self, name: &str, sql: &str) -> anyhow::Result<String> {
        Ok(self.server.execute(name, sql)?)
    }

    /// CPU time that all its processes have used.
    pub(super) fn cpu_time(&self) -> anyhow::Result<Duration> {
        cpu_time_of_family(self.pid)
    }

    /// A folder for small files.
    pub(super) fn scratch(&self) -> &Path {
        self.folder.path()
    }
}
