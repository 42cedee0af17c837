//! What is killed: nodes, and the database that they share; and what is left of them.

use std::path::{Path, PathBuf};

use imagekin_store::{DatabaseUrl, KeyRing, PostgresSettings, Store};
use imagekin_testing::{Durability, Postgres, name_in};
use rusqlite::{Connection, OpenFlags};
use tempfile::TempDir;

use crate::client::Client;
use crate::layer::Layer;
use crate::server::{Server, check, serve};
use crate::waiting::{PATIENCE, wait_until, wait_until_or_give_up};
use crate::{buckets, copy};

/// The bucket that images are exported to.
pub(crate) const EXPORTS: &str = "exported-images";
/// The bucket that images are imported from.
const IMPORTS: &str = "golden-images";

/// What was killed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Victim {
    Node,
    Database,
}

/// Nodes on one database and one folder of buckets.
pub(crate) struct World {
    folder: TempDir,
    database: Option<OnServer>,
    nodes: Vec<Option<Server>>,
    /// Of each node, where there are any.
    layers: Vec<Layer>,
    /// By how many seconds the clocks of nodes and clients are wrong.
    clock_offset_s: i64,
    /// How long imports, copies and exports take at least.
    delay_ms: u64,
}

/// A PostgreSQL server, and the database on it.
struct OnServer {
    server: Postgres,
    is_running: bool,
    name: String,
}

impl World {
    /// One node with a database of its own.
    pub(crate) fn embedded() -> Self {
        Self::new(None, 1)
    }

    /// Nodes on a PostgreSQL server that keeps what it has acknowledged.
    pub(crate) fn on_postgres(nodes: usize) -> Self {
        let server = Postgres::start(Durability::Durable).unwrap();
        let url = server.create_database();
        let name = name_in(&url).to_owned();
        Self::new(Some(OnServer { server, is_running: true, name }), nodes)
    }

    fn new(database: Option<OnServer>, nodes: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        put_objects(&folder.path().join("objects/cn-hangzhou"));
        Self {
            folder,
            database,
            nodes: (0..nodes).map(|_| None).collect(),
            layers: Vec::new(),
            clock_offset_s: 0,
            delay_ms: 0,
        }
    }

    /// One node on a folder that another has left behind.
    pub(crate) fn left_behind(folder: TempDir) -> Self {
        Self { folder, database: None, nodes: vec![None], layers: Vec::new(), clock_offset_s: 0, delay_ms: 0 }
    }

    /// The folder of the first node.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// From its next start on each node has a layer of its own.
    pub(crate) fn add_layers(&mut self, layer: impl Fn(&Path) -> Layer) {
        self.layers = self.nodes.iter().map(|_| layer(self.folder.path())).collect();
    }

    /// From its next start on each node takes its time over imports, copies and exports: some are always under way.
    pub(crate) fn take_time(&mut self, delay_ms: u64) {
        self.delay_ms = delay_ms;
    }

    pub(crate) fn layer(&self, node: usize) -> &Layer {
        &self.layers[node]
    }

    /// The data folder of a node. The buckets of all are in that of the first.
    fn data(&self, node: usize) -> PathBuf {
        let folder = self.folder.path().to_owned();
        if node == 0 { folder } else { folder.join(format!("node-{node}")) }
    }

    /// Starts what is not running.
    pub(crate) fn start(&mut self) {
        if let Some(OnServer { server, is_running: is_running @ false, .. }) = &mut self.database {
            server.start_again().unwrap();
            *is_running = true;
        }
        for node in 0..self.nodes.len() {
            if self.nodes[node].is_none() {
                self.nodes[node] = Some(self.start_node(node));
            }
        }
    }

    fn start_node(&self, node: usize) -> Server {
        let data = self.data(node);
        std::fs::create_dir_all(&data).unwrap();
        if node > 0 {
            // All nodes of a database unseal its secrets with the same key, which the first one has made.
            std::fs::copy(self.data(0).join("master.key"), data.join("master.key")).unwrap();
        }
        let mut command = serve(&data);
        command.env("IMAGEKIN_OBJECTS_DIR", self.data(0).join("objects"));
        if let Some(OnServer { server, name, .. }) = &self.database {
            command.args(["--database", &format!("{}?application_name=node-{node}", server.url(name))]);
        }
        if let Some(layer) = self.layers.get(node) {
            layer.load_into(&mut command);
        }
        for task in ["IMPORT", "COPY", "EXPORT"] {
            command.env(format!("IMAGEKIN_DELAYS__{task}_IMAGE_MS"), format!("[{}]", self.delay_ms));
        }
        // What the faults bring about they log, and it is no news.
        command.env("IMAGEKIN_LOG", "off");
        Server::start(command).expect("it listens")
    }

    /// A client of the node that its number falls to.
    pub(crate) fn client(&self, number: u64) -> Client {
        let node = number as usize % self.nodes.len();
        let mut client = Client::new(self.nodes[node].as_ref().expect("it runs").address(), number);
        client.clock_offset_s = self.clock_offset_s;
        client
    }

    /// Sets the clocks of all nodes, and of the clients that are made from now on.
    pub(crate) fn set_clocks(&mut self, offset_s: i64) {
        self.layers.iter().for_each(|layer| layer.set_clock_offset_s(offset_s));
        self.clock_offset_s = offset_s;
    }

    /// The database server, where there is one.
    pub(crate) fn postgres(&mut self) -> &mut Postgres {
        &mut self.database.as_mut().expect("there is one").server
    }

    pub(crate) fn nodes(&self) -> usize {
        self.nodes.len()
    }

    /// Where the nodes listen.
    pub(crate) fn addresses(&self) -> Vec<String> {
        self.nodes.iter().flatten().map(|node| node.address().to_owned()).collect()
    }

    /// kill -9: of each node and of the database in turn; gives what it was this time.
    pub(crate) fn kill(&mut self, turn: u64) -> Victim {
        let nodes = self.nodes.len();
        let victims = nodes + usize::from(self.database.is_some());
        match (&mut self.database, turn as usize % victims) {
            (Some(OnServer { server, is_running, .. }), victim) if victim == nodes => {
                server.kill();
                *is_running = false;
                Victim::Database
            }
            (_, node) => {
                self.kill_node(node);
                Victim::Node
            }
        }
    }

    pub(crate) fn kill_node(&mut self, node: usize) {
        self.nodes[node].take().expect("it runs").kill();
        self.wait_for_the_end_of_sessions(&format!("node-{node}"));
    }

    /// A commit that was on its way may still be made: what became of it is known when its session has ended.
    fn wait_for_the_end_of_sessions(&self, node: &str) {
        let Some(OnServer { server, name, .. }) = &self.database else { return };
        let sessions = format!("SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE '{node}'");
        wait_until("the sessions of the node have ended", PATIENCE, || {
            (server.execute(name, &sessions).unwrap().trim() == "0").then_some(())
        });
    }

    /// Stops all nodes, and starts them anew when nothing is under way any more.
    pub(crate) fn restart(&mut self) {
        self.stop();
        self.wait_for_the_end_of_sessions("node-%");
        self.start();
    }

    /// Lets tasks be taken up at once whose holders are dead. A lease ends by itself after half a minute: here all nodes are
    /// killed, and all leases ended by hand.
    pub(crate) fn hand_tasks_on(&mut self) {
        if self.database.is_none() {
            // The one process of a database takes up at its start what was left.
            return;
        }
        (0..self.nodes.len()).for_each(|node| self.kill_node(node));
        if let Some(OnServer { server, name, .. }) = &self.database {
            let sql = "UPDATE tasks SET due_at_us = 0, lease_owner = NULL WHERE status = 'Processing'; \
                       UPDATE object_removals SET due_at_us = 0;";
            server.execute(name, sql).unwrap();
        }
        self.start();
    }

    /// Waits until the buckets hold what the images name and nothing else: what is to be taken away goes soon.
    pub(crate) fn wait_for_clean_buckets(&self) {
        let clean = wait_until_or_give_up(PATIENCE, || self.problems().is_empty().then_some(()));
        assert!(clean.is_some(), "{:#?}", self.problems());
    }

    fn problems(&self) -> Vec<String> {
        let mut problems = buckets::problems(&self.read_past(), &self.data(0), &[IMPORTS]);
        for node in 1..self.nodes.len() {
            let left = std::fs::read_dir(self.data(node).join("exports")).into_iter().flatten().flatten();
            problems.extend(left.map(|entry| format!("{} was left behind", entry.path().display())));
        }
        problems
    }

    /// What is in the database, read past the store.
    pub(crate) fn read_past(&self) -> Connection {
        match &self.database {
            Some(OnServer { server, name, .. }) => copy::of(|sql| server.execute(name, sql).unwrap()),
            None => {
                let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
                Connection::open_with_flags(self.data(0).join("imagekin.db"), flags).unwrap()
            }
        }
    }

    /// Stops all nodes: what is under way is answered.
    pub(crate) fn stop(&mut self) {
        self.nodes.iter_mut().filter_map(Option::take).for_each(Server::stop);
    }

    /// What the nodes have left behind fits together.
    pub(crate) fn check(&self) {
        let url = self.database.as_ref().map(|at| at.server.url(&at.name));
        check(&self.data(0), &self.data(0).join("objects"), url.as_deref());
    }

    /// The store itself, of nodes that are stopped.
    pub(crate) async fn store(&self) -> Store {
        let path = self.data(0).join("master.key");
        let master_key = KeyRing::open(&path, || unreachable!("it is there")).unwrap();
        let Some(OnServer { server, name, .. }) = &self.database else {
            return Store::open(&self.data(0), master_key).unwrap();
        };
        let url = DatabaseUrl::new(server.url(name));
        let settings = PostgresSettings { url, connections_max: 1, statement_ms_max: 10_000 };
        Store::connect(&settings, master_key).await.unwrap()
    }
}

/// Puts a disk image where ImportImage finds it.
fn put_objects(region: &Path) {
    std::fs::create_dir_all(region.join(EXPORTS)).unwrap();
    std::fs::create_dir_all(region.join(IMPORTS)).unwrap();
    let mut image = vec![0; 256 * 1024];
    image[510..512].copy_from_slice(&[0x55, 0xaa]);
    std::fs::write(region.join(IMPORTS).join("base.raw"), image).unwrap();
}
