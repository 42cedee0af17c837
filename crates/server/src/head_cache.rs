//! Heads that are ready to be answered, each served only while it is provably current.

use std::hash::{Hash, Hasher};
use std::sync::{Arc, OnceLock};

use imagekin_access::AccountId;
use imagekin_rpc::Format;
use imagekin_rpc::reply::Tail;
use imagekin_store::HeadVersion;
use lz4_flex::block;
use quick_cache::sync::Cache;
use quick_cache::{Equivalent, Weighter};

/// Bytes that an entry takes beside its texts: key, map and allocations, rounded up.
const ENTRY_BYTES: u64 = 160;
/// Bytes of a usual entry with all it takes (docs/performance.md): how many the cache reckons with.
const USUAL_ENTRY_BYTES: u64 = 320;
/// An answer shorter than this tells of no image, and is no model for others.
const MODEL_BYTES_MIN: usize = 256;

/// Which answer: the head of which family, in which format. The region is told by its place in the server's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct HeadKey {
    account: AccountId,
    region: usize,
    format: Format,
    family: Box<str>,
}

/// A [`HeadKey`] that borrows its text, to look up with.
#[derive(Clone, Copy, Debug)]
pub(crate) struct HeadKeyRef<'k> {
    pub(crate) account: AccountId,
    pub(crate) region: usize,
    pub(crate) format: Format,
    pub(crate) family: &'k str,
}

impl HeadKeyRef<'_> {
    fn into_key(self) -> HeadKey {
        let Self { account, region, format, family } = self;
        HeadKey { account, region, format, family: family.into() }
    }
}

impl Hash for HeadKeyRef<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.account, self.region, self.format, self.family).hash(state);
    }
}

impl Hash for HeadKey {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.account, self.region, self.format, &*self.family).hash(state);
    }
}

impl Equivalent<HeadKey> for HeadKeyRef<'_> {
    fn equivalent(&self, key: &HeadKey) -> bool {
        (self.account, self.region, self.format) == (key.account, key.region, key.format)
            && *self.family == *key.family
    }
}

#[derive(Clone)]
struct ReadyHead {
    version: HeadVersion,
    answer: Answer,
}

#[derive(Clone)]
enum Answer {
    Whole(Arc<str>),
    /// Compressed, with the model of its format for a dictionary.
    Packed(Arc<[u8]>),
}

#[derive(Clone)]
struct ByLength;

impl Weighter<HeadKey, ReadyHead> for ByLength {
    fn weight(&self, key: &HeadKey, head: &ReadyHead) -> u64 {
        let answer = match &head.answer {
            Answer::Whole(text) => text.len(),
            Answer::Packed(bytes) => bytes.len(),
        };
        ENTRY_BYTES + (key.family.len() + answer) as u64
    }
}

/// The answers to DescribeImageFromFamily.
pub(crate) struct HeadCache {
    ready: Cache<HeadKey, ReadyHead, ByLength>,
    /// The first answer in JSON and in XML that told of an image. Others have most of their text in common with it, and
    /// are kept as what they do not: with all that an entry takes, a third of the memory.
    models: [OnceLock<Box<str>>; 2],
}

impl HeadCache {
    /// A cache that takes up to `bytes_max` bytes.
    pub(crate) fn new(bytes_max: u64) -> Self {
        let entries = usize::try_from(bytes_max / USUAL_ENTRY_BYTES).unwrap_or(usize::MAX).max(1);
        Self { ready: Cache::with_weighter(entries, bytes_max, ByLength), models: Default::default() }
    }

    /// The answer, if what it was made of is of this version.
    pub(crate) fn get(&self, key: &HeadKeyRef<'_>, version: HeadVersion) -> Option<Tail> {
        let head = self.ready.get(key)?;
        if head.version != version {
            return None;
        }
        let text = match head.answer {
            Answer::Whole(text) => text.as_ref().to_owned(),
            Answer::Packed(bytes) => {
                let model = self.model(key.format).get()?.as_bytes();
                let text = block::decompress_size_prepended_with_dict(&bytes, model).ok()?;
                String::from_utf8(text).ok()?
            }
        };
        Some(Tail::from_text(text))
    }

    /// Keeps an answer made of what was read after `version` was noted.
    pub(crate) fn put(&self, key: &HeadKeyRef<'_>, version: HeadVersion, tail: &Tail) {
        let text = tail.as_str();
        let answer = if text.len() < MODEL_BYTES_MIN {
            Answer::Whole(text.into())
        } else {
            let model = self.model(key.format).get_or_init(|| text.into());
            Answer::Packed(block::compress_prepend_size_with_dict(text.as_bytes(), model.as_bytes()).into())
        };
        self.ready.insert(key.into_key(), ReadyHead { version, answer });
    }

    fn model(&self, format: Format) -> &OnceLock<Box<str>> {
        match format {
            Format::Json => &self.models[0],
            Format::Xml => &self.models[1],
        }
    }
}

#[cfg(test)]
mod tests {
    use imagekin_catalog::RegionId;
    use imagekin_store::{KeyRing, Store};

    use super::*;

    fn version() -> HeadVersion {
        let folder = tempfile::tempdir().expect("a folder");
        let key = KeyRing::open(&folder.path().join("master.key"), || [7; 32]).expect("a key");
        let store = Store::open(folder.path(), key).expect("a store");
        let region = RegionId::parse("cn-hangzhou").expect("a region");
        store.head_version(store.stripe(AccountId::SYSTEM, &region, "family")).expect("nothing is changing")
    }

    fn key(format: Format, family: &str) -> HeadKeyRef<'_> {
        HeadKeyRef { account: AccountId::SYSTEM, region: 0, format, family }
    }

    #[test]
    fn what_is_kept_is_answered_in_its_format() {
        let cache = HeadCache::new(1 << 20);
        let version = version();
        let (empty, long) = ("{}".to_owned(), |word: &str| format!("{}{word}", "镜像 \"Image\" ".repeat(40)));
        let answers = [
            (Format::Json, "none", empty),
            (Format::Json, "first", long("first")),
            (Format::Json, "second", long("second")),
            (Format::Xml, "first", long("<first/>")),
        ];
        for (format, family, text) in &answers {
            cache.put(&key(*format, family), version, &Tail::from_text(text.clone()));
        }
        for (format, family, text) in answers {
            let kept = cache.get(&key(format, family), version).expect("it is kept");
            assert_eq!(kept.as_str(), text);
        }
        assert!(cache.get(&key(Format::Xml, "second"), version).is_none());
    }

    #[test]
    fn an_answer_takes_what_it_does_not_share() {
        let cache = HeadCache::new(1 << 20);
        let version = version();
        for n in 0..100 {
            let text = format!("{}{n}", "what every answer says, ".repeat(60));
            cache.put(&key(Format::Json, &n.to_string()), version, &Tail::from_text(text));
        }
        assert!(cache.ready.weight() < 100 * 256, "{} bytes", cache.ready.weight());
        assert_eq!(cache.ready.len(), 100);
    }
}
