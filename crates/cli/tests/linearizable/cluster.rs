//! The nodes of a run: real processes that are started, killed and started again.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, RwLock};

use tempfile::TempDir;

use crate::family::{IMAGES_MAX, Status};
use crate::server::{Server, check, serve};
use crate::waiting::{PATIENCE, wait_until};

/// The snapshot that every image is made of.
pub(crate) const SNAPSHOT: &str = "s-base";
/// How long an image of the node that takes its time is Creating, in milliseconds.
const CREATION_DELAY_MS: &str = "25";

/// Connections of a node to a database, three of which write: as few as its clients, so that one that is never given back is
/// missed.
const CONNECTIONS: &str = "4";

/// Nodes of one service.
pub(crate) struct Cluster {
    folder: TempDir,
    /// Where it is, if it is not in the folder of the one node.
    database: Option<String>,
    nodes: Vec<Mutex<Option<Server>>>,
    /// Where each node listens, while it does.
    addresses: RwLock<Vec<Option<String>>>,
}

impl Cluster {
    /// One node on a database of its own.
    pub(crate) fn embedded() -> Self {
        Self::new(None, 1)
    }

    /// Some nodes on a database that they share.
    pub(crate) fn on(database: &str, nodes: usize) -> Self {
        Self::new(Some(database.to_owned()), nodes)
    }

    fn new(database: Option<String>, nodes: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let snapshots = format!("snapshots: [{{id: {SNAPSHOT}, size: 20}}]");
        let fixtures = format!(
            "accounts:\n  - id: '1234567890123456'\n    regions:\n      cn-hangzhou: {{{snapshots}}}\n"
        );
        std::fs::write(folder.path().join("fixtures.yaml"), fixtures).unwrap();
        let addresses = RwLock::new(vec![None; nodes]);
        let nodes = (0..nodes).map(|_| Mutex::new(None)).collect();
        let cluster = Self { folder, database, nodes, addresses };
        for node in 0..cluster.len() {
            cluster.start(node);
        }
        cluster
    }

    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The data folder of a node.
    pub(crate) fn data(&self, node: usize) -> PathBuf {
        self.folder.path().join(format!("node-{node}"))
    }

    /// Where a node listens; `None` when it is not running.
    pub(crate) fn address(&self, node: usize) -> Option<String> {
        self.addresses.read().unwrap()[node].clone()
    }

    /// How an image is at first that this node creates: the last of several takes its time.
    pub(crate) fn first_status(&self, node: usize) -> Status {
        if node > 0 && node == self.len() - 1 { Status::Creating } else { Status::Available }
    }

    /// Starts a node that is not running.
    pub(crate) fn start(&self, node: usize) {
        let data = self.data(node);
        std::fs::create_dir_all(&data).unwrap();
        if node > 0 {
            // All nodes of a database unseal its secrets with the same key, which the first one has made.
            std::fs::copy(self.data(0).join("master.key"), data.join("master.key")).unwrap();
        }
        let started = wait_until("the node listens", PATIENCE, || Server::start(self.command(node, &data)));
        self.addresses.write().unwrap()[node] = Some(started.address().to_owned());
        *self.nodes[node].lock().unwrap() = Some(started);
    }

    fn command(&self, node: usize, data: &Path) -> Command {
        let mut command = serve(data);
        command.arg("--fixtures").arg(self.folder.path().join("fixtures.yaml"));
        command.env("IMAGEKIN_OBJECTS_DIR", self.folder.path().join("objects"));
        command.env("IMAGEKIN_QUOTAS__IMAGES_PER_FAMILY_MAX", IMAGES_MAX.to_string());
        if self.first_status(node) == Status::Creating {
            command.args(["--creation-delay", &format!("{CREATION_DELAY_MS}ms")]);
        }
        if let Some(database) = &self.database {
            command.args(["--database", database]);
            command.env("IMAGEKIN_POSTGRES__CONNECTIONS_MAX", CONNECTIONS);
        }
        let log = std::fs::OpenOptions::new().create(true).append(true).open(data.join("log")).unwrap();
        command.stderr(log);
        command
    }

    /// kill -9.
    pub(crate) fn kill(&self, node: usize) {
        self.addresses.write().unwrap()[node] = None;
        let running = self.nodes[node].lock().unwrap().take();
        running.expect("it runs").kill();
    }

    /// Stops all nodes: what is under way is answered.
    pub(crate) fn stop(&self) {
        for node in &self.nodes {
            if let Some(running) = node.lock().unwrap().take() {
                running.stop();
            }
        }
    }

    /// What the nodes have left behind fits together.
    pub(crate) fn check(&self) {
        check(&self.data(0), &self.folder.path().join("objects"), self.database.as_deref());
    }

    /// The last that each node has logged.
    pub(crate) fn logs(&self) -> String {
        let log = |node| {
            let text = std::fs::read_to_string(self.data(node).join("log")).unwrap_or_default();
            let lines: Vec<&str> = text.lines().collect();
            format!("node {node}:\n{}\n", lines[lines.len().saturating_sub(20)..].join("\n"))
        };
        (0..self.len()).map(log).collect()
    }
}
