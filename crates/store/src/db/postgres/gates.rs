//! Gates of catalogues: writes of one wait for each other within the node, and leave the connections to those of others.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::Catalogue;

/// Most writes of a catalogue that are with the database at once: while one has its row, the next waits for it there.
const WRITES_MAX: usize = 2;
/// Most writes of a catalogue in the node, with the database or waiting for it: what one account may take of those that the node
/// works on.
const IN_NODE_MAX: usize = 256;
/// Gates kept before it is looked which of them nobody needs.
const GATES_KEPT: usize = 1_000;

/// The gates that are in use.
#[derive(Debug, Default)]
pub(super) struct Gates(Mutex<Kept>);

/// A gate: a place in the node, and one with the database.
#[derive(Debug)]
struct Gate {
    in_node: Arc<Semaphore>,
    with_database: Arc<Semaphore>,
}

impl Gate {
    fn new() -> Self {
        Self {
            in_node: Arc::new(Semaphore::new(IN_NODE_MAX)),
            with_database: Arc::new(Semaphore::new(WRITES_MAX)),
        }
    }
}

/// A place among the writes of a catalogue, and the gate that it is of.
#[derive(Debug)]
pub(super) struct Place {
    _gate: Arc<Gate>,
    _in_node: OwnedSemaphorePermit,
    _with_database: OwnedSemaphorePermit,
}

#[derive(Debug)]
struct Kept {
    by_catalogue: HashMap<Catalogue, Weak<Gate>>,
    /// With so many it is looked. Twice as many as were left the last time: each new one pays for a look at two.
    look_at: usize,
}

impl Default for Kept {
    fn default() -> Self {
        Self { by_catalogue: HashMap::new(), look_at: GATES_KEPT }
    }
}

impl Gates {
    /// Waits for a place among the writes of a catalogue, which is kept as long as what this gives; `None` where so many wait
    /// already that it would be in vain.
    pub(super) async fn enter(&self, catalogue: &Catalogue) -> Option<Place> {
        let gate = self.gate(catalogue);
        let in_node = Arc::clone(&gate.in_node).try_acquire_owned().ok()?;
        let with_database = Arc::clone(&gate.with_database).acquire_owned().await.ok()?;
        Some(Place { _gate: gate, _in_node: in_node, _with_database: with_database })
    }

    fn gate(&self, catalogue: &Catalogue) -> Arc<Gate> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(gate) = kept.by_catalogue.get(catalogue).and_then(Weak::upgrade) {
            return gate;
        }
        if kept.by_catalogue.len() >= kept.look_at {
            kept.by_catalogue.retain(|_, gate| gate.strong_count() > 0);
            kept.look_at = GATES_KEPT.max(kept.by_catalogue.len() * 2);
        }
        let gate = Arc::new(Gate::new());
        kept.by_catalogue.insert(catalogue.clone(), Arc::downgrade(&gate));
        gate
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::time::Duration;

    use imagekin_access::AccountId;
    use imagekin_catalog::{RegionId, Timestamp};
    use imagekin_testing::Unavailable;

    use super::*;
    use crate::{Cause, DatabaseUrl, KeyRing, PostgresSettings, Store, StoreError};

    fn catalogue(uid: u64) -> Catalogue {
        let account = AccountId::from_u64(uid).expect("an account");
        Catalogue { account, region: RegionId::parse("cn-hangzhou").expect("a region") }
    }

    /// However often one account writes, there are places left for the writes of others.
    #[tokio::test(flavor = "multi_thread")]
    async fn one_catalogue_takes_not_every_place() -> Result<(), &'static Unavailable> {
        let url = DatabaseUrl::new(imagekin_testing::shared()?.create_database());
        // Three of them write.
        let settings = PostgresSettings { url, connections_max: 4, statement_ms_max: 60_000 };
        let folder = tempfile::tempdir().unwrap();
        let key = KeyRing::open(&folder.path().join("master.key"), || [1; 32]).unwrap();
        let store = Arc::new(Store::connect(&settings, key).await.unwrap());
        let write = |uid: u64, work: Box<dyn FnOnce() + Send>| {
            let store = Arc::clone(&store);
            let now = Timestamp::from_seconds(1_700_000_000);
            let cause = Cause { action: "Test", request_id: String::new(), now };
            tokio::spawn(async move {
                let work = move |_: &mut crate::Write<'_>| {
                    work();
                    Ok::<_, StoreError>(())
                };
                store.write(catalogue(uid), cause, work).await
            })
        };
        let (begun, has_begun) = tokio::sync::oneshot::channel();
        let (end, is_to_end) = mpsc::channel::<()>();
        let hold = move || {
            begun.send(()).expect("who waits for it");
            let _ = is_to_end.recv();
        };
        let hot = 1_000_000_000_000_001;
        let first = write(hot, Box::new(hold));
        has_begun.await.expect("a write");
        let others: Vec<_> = (0..8).map(|_| write(hot, Box::new(|| ()))).collect();
        let of_another = tokio::time::timeout(Duration::from_secs(60), write(hot + 1, Box::new(|| ())));
        of_another.await.expect("in time").expect("no panic").expect("a place");
        drop(end);
        first.await.expect("no panic").expect("a write");
        for other in others {
            other.await.expect("no panic").expect("a write");
        }
        Ok(())
    }

    #[tokio::test]
    async fn gates_that_nobody_needs_are_dropped() {
        let gates = Gates::default();
        let kept = || gates.0.lock().expect("no panic").by_catalogue.len();
        let held = gates.enter(&catalogue(1_000_000_000_000_000)).await;
        for n in 0..10 * GATES_KEPT as u64 {
            drop(gates.enter(&catalogue(1_000_000_000_000_001 + n)).await);
            assert!(kept() <= GATES_KEPT);
        }
        let of_held = gates.gate(&catalogue(1_000_000_000_000_000));
        assert_eq!(of_held.with_database.available_permits(), WRITES_MAX - 1);
        drop(held);
    }

    /// Who would wait in vain is told at once, and takes no place of the node's from others.
    #[tokio::test]
    async fn only_so_many_wait_for_one_catalogue() {
        let gates = Arc::new(Gates::default());
        let mut held = Vec::new();
        for _ in 0..WRITES_MAX {
            held.push(gates.enter(&catalogue(1_000_000_000_000_000)).await.expect("a place"));
        }
        let mut waiting = tokio::task::JoinSet::new();
        for _ in WRITES_MAX..IN_NODE_MAX {
            let gates = Arc::clone(&gates);
            waiting.spawn(async move { gates.enter(&catalogue(1_000_000_000_000_000)).await.is_some() });
        }
        while gates.gate(&catalogue(1_000_000_000_000_000)).in_node.available_permits() > 0 {
            tokio::task::yield_now().await;
        }
        assert!(gates.enter(&catalogue(1_000_000_000_000_000)).await.is_none());
        assert!(gates.enter(&catalogue(1_000_000_000_000_001)).await.is_some());
        drop(held);
        assert!(waiting.join_all().await.into_iter().all(|entered| entered));
    }
}
