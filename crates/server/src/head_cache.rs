//! Heads that are ready to be answered, each served only while it is provably current.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use imagekin_access::AccountId;
use imagekin_rpc::Format;
use imagekin_rpc::reply::Tail;
use imagekin_store::HeadVersion;
use quick_cache::sync::Cache;
use quick_cache::{Equivalent, Weighter};

/// Bytes that an entry takes beside its text: key, map and allocations, rounded up.
const ENTRY_BYTES: u64 = 256;

/// Which answer: the head of which family, in which format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct HeadKey {
    account: AccountId,
    format: Format,
    region: Box<str>,
    family: Box<str>,
}

/// A [`HeadKey`] that borrows its texts, to look up with.
#[derive(Clone, Copy, Debug)]
pub(crate) struct HeadKeyRef<'k> {
    pub(crate) account: AccountId,
    pub(crate) format: Format,
    pub(crate) region: &'k str,
    pub(crate) family: &'k str,
}

impl HeadKeyRef<'_> {
    fn into_key(self) -> HeadKey {
        HeadKey {
            account: self.account,
            format: self.format,
            region: self.region.into(),
            family: self.family.into(),
        }
    }
}

impl Hash for HeadKeyRef<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.account, self.format, self.region, self.family).hash(state);
    }
}

impl Hash for HeadKey {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.account, self.format, &*self.region, &*self.family).hash(state);
    }
}

impl Equivalent<HeadKey> for HeadKeyRef<'_> {
    fn equivalent(&self, key: &HeadKey) -> bool {
        self.account == key.account
            && self.format == key.format
            && *self.family == *key.family
            && *self.region == *key.region
    }
}

#[derive(Clone)]
struct ReadyHead {
    version: HeadVersion,
    tail: Arc<Tail>,
}

#[derive(Clone)]
struct ByLength;

impl Weighter<HeadKey, ReadyHead> for ByLength {
    fn weight(&self, key: &HeadKey, head: &ReadyHead) -> u64 {
        ENTRY_BYTES + (key.family.len() + key.region.len() + head.tail.len()) as u64
    }
}

/// The answers to DescribeImageFromFamily.
pub(crate) struct HeadCache {
    ready: Cache<HeadKey, ReadyHead, ByLength>,
}

impl HeadCache {
    /// A cache that takes up to `bytes_max` bytes.
    pub(crate) fn new(bytes_max: u64) -> Self {
        let entries = usize::try_from(bytes_max / 1_024).unwrap_or(usize::MAX).max(1);
        Self { ready: Cache::with_weighter(entries, bytes_max, ByLength) }
    }

    /// The answer, if what it was made of is of this version.
    pub(crate) fn get(&self, key: &HeadKeyRef<'_>, version: HeadVersion) -> Option<Arc<Tail>> {
        let head = self.ready.get(key)?;
        (head.version == version).then_some(head.tail)
    }

    /// Keeps an answer made of what was read after `version` was noted.
    pub(crate) fn put(&self, key: &HeadKeyRef<'_>, version: HeadVersion, tail: Arc<Tail>) {
        self.ready.insert(key.into_key(), ReadyHead { version, tail });
    }
}
