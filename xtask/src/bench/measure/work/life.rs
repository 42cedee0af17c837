//! A mixed load: every account resolves its families, and from time to time builds an image, deprecates the one before and
//! deletes an old one, in this order and one after the other, as a nightly build does.

use std::collections::VecDeque;
use std::net::SocketAddr;

use super::super::load::{Expected, Work, image_id};
use super::super::seed::{self, REGION, Scale};
use super::super::template::{FAMILY, IMAGE, NAME, SNAPSHOT, Shape, Words};
use super::{Fresh, Order, Resolve};

/// Of so many requests one changes something.
pub(in crate::bench::measure) const REQUESTS_PER_WRITE: u64 = 33;
/// Of so many requests one resolves a family that is being built.
const REQUESTS_PER_BUILT: u64 = 20;
/// The family that is built.
const NIGHTLY: &str = "nightly-build";
/// Images that an account keeps of it: the last one is the head, the others are Deprecated.
const KEPT: usize = 3;

/// The load.
pub(in crate::bench::measure) struct Life {
    /// Families that nobody builds; their clients are those of all requests.
    resolve: Resolve,
    /// The family that is built.
    built: Fresh,
    create: Fresh,
    deprecate: Fresh,
    delete: Fresh,
    accounts: Vec<Account>,
    snapshots: Vec<String>,
    requests: u64,
    next_builder: usize,
    /// The account whose build was the last to be answered.
    last_built: Option<u32>,
}

/// What an account has built.
#[derive(Clone, Default)]
struct Account {
    /// Oldest first.
    images: VecDeque<[u8; 22]>,
    /// How many of them are Deprecated.
    deprecated: usize,
    /// Every name once.
    made: u32,
    /// Its last change is not answered yet.
    is_waiting: bool,
}

enum Step {
    Create,
    Deprecate,
    Delete,
}

impl Account {
    fn next_step(&self) -> Step {
        match self.images.len() {
            n if n > self.deprecated + 1 => Step::Deprecate,
            n if n > KEPT => Step::Delete,
            _ => Step::Create,
        }
    }
}

impl Life {
    /// In a store of this scale at `server`.
    pub(in crate::bench::measure) fn new(server: SocketAddr, scale: Scale, seed: u64) -> Self {
        let fresh = |action, params: &[(&'static str, &'static str)]| {
            let params = [params, &[("RegionId", REGION)]].concat();
            Fresh { shape: Shape::V1Get, host: server.to_string(), action, params, ready: None }
        };
        Self {
            resolve: Resolve::new(Shape::V1Get, server, scale, Order::Random(seed)),
            built: fresh("DescribeImageFromFamily", &[("ImageFamily", FAMILY)]),
            create: fresh(
                "CreateImage",
                &[("ImageFamily", FAMILY), ("ImageName", NAME), ("SnapshotId", SNAPSHOT)],
            ),
            deprecate: fresh("ModifyImageAttribute", &[("ImageId", IMAGE), ("Status", "Deprecated")]),
            delete: fresh("DeleteImage", &[("ImageId", IMAGE)]),
            accounts: vec![Account::default(); scale.accounts as usize],
            snapshots: (0..scale.accounts)
                .map(|account| seed::snapshot_id(scale, account).to_string())
                .collect(),
            requests: 0,
            next_builder: 0,
            last_built: None,
        }
    }

    /// The next account whose last change is answered.
    fn builder(&mut self) -> Option<usize> {
        let builder = self.next_builder;
        self.next_builder = (builder + 1) % self.accounts.len();
        (!self.accounts[builder].is_waiting).then_some(builder)
    }

    fn build(&mut self, builder: usize, now: i64, request: &mut Vec<u8>) -> Expected {
        let nonce = self.resolve.clients.nonce();
        let (id, key) = &self.resolve.clients.keys[builder];
        let account = &mut self.accounts[builder];
        account.is_waiting = true;
        let name = format!("nightly-{:06}", account.made);
        let words = Words { key: id, family: NIGHTLY, nonce: &nonce, ..Words::default() };
        let mut send = |fresh: &mut Fresh, words| fresh.at(now).append(&words, key, request);
        let image_of = |image: Option<&[u8; 22]>| {
            image.map(|id| String::from_utf8_lossy(id).into_owned()).unwrap_or_default()
        };
        match account.next_step() {
            Step::Create => {
                account.made += 1;
                let snapshot = self.snapshots[builder].as_str();
                send(&mut self.create, Words { name: &name, snapshot, ..words });
                Expected::Made(builder as u32)
            }
            Step::Deprecate => {
                let image = image_of(account.images.get(account.deprecated));
                send(&mut self.deprecate, Words { image: &image, ..words });
                Expected::Done(builder as u32)
            }
            Step::Delete => {
                let image = image_of(account.images.front());
                send(&mut self.delete, Words { image: &image, ..words });
                Expected::Done(builder as u32)
            }
        }
    }

    fn resolve_built(&mut self, account: u32, now: i64, request: &mut Vec<u8>) -> Expected {
        let nonce = self.resolve.clients.nonce();
        let (id, key) = &self.resolve.clients.keys[account as usize];
        let words = Words { key: id, family: NIGHTLY, nonce: &nonce, ..Words::default() };
        self.built.at(now).append(&words, key, request);
        Expected::AnyImage
    }
}

impl Work for Life {
    fn next(&mut self, now: i64, request: &mut Vec<u8>) -> Expected {
        self.requests += 1;
        if self.requests.is_multiple_of(REQUESTS_PER_WRITE)
            && let Some(builder) = self.builder()
        {
            return self.build(builder, now, request);
        }
        match self.last_built {
            Some(account) if self.requests.is_multiple_of(REQUESTS_PER_BUILT) => {
                self.resolve_built(account, now, request)
            }
            _ => self.resolve.next(now, request),
        }
    }

    fn answered(&mut self, expected: Expected, body: Option<&[u8]>) {
        let (Expected::Made(number) | Expected::Done(number)) = expected else { return };
        let account = &mut self.accounts[number as usize];
        account.is_waiting = false;
        match (expected, body) {
            (Expected::Made(_), Some(body)) => {
                account.images.extend(image_id(body));
                self.last_built = Some(number);
            }
            (_, Some(_)) => match account.next_step() {
                Step::Deprecate => account.deprecated += 1,
                _ => {
                    account.images.pop_front();
                    account.deprecated -= 1;
                }
            },
            // Turned away: the same step again, later.
            (_, None) => {}
        }
    }
}
