//! Clients that keep a server busy: they import images and delete them again, with their snapshots.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::JoinHandle;

use crate::client::Client;
use crate::story;
use crate::waiting::{PATIENCE, wait_until};

/// Clients at once.
const CLIENTS: u64 = 3;

/// Clients at work, until [`stop`](Self::stop).
pub(crate) struct Busy {
    clients: Vec<JoinHandle<()>>,
    stop: Arc<AtomicBool>,
    rounds: Arc<AtomicU64>,
}

impl Busy {
    /// Begins; the clients have numbers from `number` on.
    pub(crate) fn start(address: &str, number: u64) -> Self {
        let (stop, rounds) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
        let client = |number| {
            let client = Client::new(address, number);
            let (stop, rounds) = (Arc::clone(&stop), Arc::clone(&rounds));
            std::thread::spawn(move || keep_busy(client, number, &stop, &rounds))
        };
        let clients = (number..number + CLIENTS).map(client).collect();
        Self { clients, stop, rounds }
    }

    /// Does `work`, and sees that the clients went on meanwhile, or do after it.
    pub(crate) fn beside(&self, work: impl FnOnce()) {
        let begun = self.rounds.load(Ordering::SeqCst);
        work();
        let is_on = || (self.rounds.load(Ordering::SeqCst) > begun).then_some(());
        wait_until("the clients go on", PATIENCE, is_on);
    }

    pub(crate) fn stop(self) {
        self.stop.store(true, Ordering::SeqCst);
        self.clients.into_iter().for_each(|client| client.join().expect("a client"));
    }
}

fn keep_busy(mut client: Client, number: u64, stop: &AtomicBool, rounds: &AtomicU64) {
    for round in 0.. {
        if stop.load(Ordering::SeqCst) {
            return;
        }
        let image_id = story::import_into_family(&mut client, &format!("busy-{number}-{round}"));
        let image = client.wait_until_made(&image_id);
        let snapshot = image["DiskDeviceMappings"]["DiskDeviceMapping"][0]["SnapshotId"].clone();
        client.must("DeleteImage", &[("ImageId", &image_id)]);
        client.must("DeleteSnapshot", &[("SnapshotId", snapshot.as_str().expect("a snapshot"))]);
        rounds.fetch_add(1, Ordering::SeqCst);
    }
}
