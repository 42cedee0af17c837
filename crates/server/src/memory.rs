//! Memory for requests that are on their way: what they take beyond a little each counts against one bound.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The memory that all requests together may take beyond what each may take anyway.
#[derive(Debug)]
pub(crate) struct RequestMemory {
    bytes_max: usize,
    taken: AtomicUsize,
}

/// What one request has of it, until this is dropped.
#[derive(Debug)]
pub(crate) struct Held {
    memory: Arc<RequestMemory>,
    bytes: usize,
}

impl RequestMemory {
    pub(crate) fn new(bytes_max: usize) -> Arc<Self> {
        Arc::new(Self { bytes_max, taken: AtomicUsize::new(0) })
    }

    /// Nothing yet.
    pub(crate) fn hold(self: &Arc<Self>) -> Held {
        Held { memory: Arc::clone(self), bytes: 0 }
    }
}

impl Held {
    /// Takes as much more as makes it `bytes` in all. `false` where there is not so much left: then nothing is taken.
    pub(crate) fn grow_to(&mut self, bytes: usize) -> bool {
        let more = bytes.saturating_sub(self.bytes);
        let RequestMemory { bytes_max, taken } = &*self.memory;
        let fits = |taken: usize| taken.checked_add(more).filter(|all| all <= bytes_max);
        let is_there = more == 0 || taken.fetch_update(Ordering::AcqRel, Ordering::Acquire, fits).is_ok();
        if is_there {
            self.bytes = self.bytes.max(bytes);
        }
        is_there
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.memory.taken.fetch_sub(self.bytes, Ordering::AcqRel);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_taken_is_given_back() {
        let memory = RequestMemory::new(100);
        let (mut one, mut two) = (memory.hold(), memory.hold());
        assert!(one.grow_to(60) && two.grow_to(40) && one.grow_to(50));
        assert!(!one.grow_to(61) && !two.grow_to(usize::MAX));
        drop(two);
        assert!(one.grow_to(100) && !memory.hold().grow_to(1) && memory.hold().grow_to(0));
        drop(one);
        assert_eq!(memory.taken.load(Ordering::Acquire), 0);
    }
}
