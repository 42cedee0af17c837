//! Gates of catalogues: writes of one wait for each other within the node, and leave the connections to those of others.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use tokio::sync::{AcquireError, OwnedSemaphorePermit, Semaphore};

use crate::Catalogue;

/// Most writes of a catalogue that are with the database at once: while one has its row, the next waits for it there.
const WRITES_MAX: usize = 2;
/// Gates kept before it is looked which of them nobody needs.
const GATES_KEPT: usize = 1_000;

/// The gates that are in use.
#[derive(Debug, Default)]
pub(super) struct Gates(Mutex<Kept>);

#[derive(Debug)]
struct Kept {
    by_catalogue: HashMap<Catalogue, Weak<Semaphore>>,
    /// With so many it is looked. Twice as many as were left the last time: each new one pays for a look at two.
    look_at: usize,
}

impl Default for Kept {
    fn default() -> Self {
        Self { by_catalogue: HashMap::new(), look_at: GATES_KEPT }
    }
}

impl Gates {
    /// Waits for a place among the writes of a catalogue, which is kept as long as what this gives.
    pub(super) async fn enter(&self, catalogue: &Catalogue) -> Result<OwnedSemaphorePermit, AcquireError> {
        self.gate(catalogue).acquire_owned().await
    }

    fn gate(&self, catalogue: &Catalogue) -> Arc<Semaphore> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(gate) = kept.by_catalogue.get(catalogue).and_then(Weak::upgrade) {
            return gate;
        }
        if kept.by_catalogue.len() >= kept.look_at {
            kept.by_catalogue.retain(|_, gate| gate.strong_count() > 0);
            kept.look_at = GATES_KEPT.max(kept.by_catalogue.len() * 2);
        }
        let gate = Arc::new(Semaphore::new(WRITES_MAX));
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
        assert_eq!(gates.gate(&catalogue(1_000_000_000_000_000)).available_permits(), WRITES_MAX - 1);
        drop(held);
    }
}
