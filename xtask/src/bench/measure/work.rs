//! What the loads ask: the heads of families, in an order that looks random and is the same in every run; new images.

use std::net::SocketAddr;
use std::time::{SystemTime, UNIX_EPOCH};

use imagekin_rpc::SigningKey;

use super::load::{Expected, Work};
use super::seed::{self, REGION, Scale};
use super::template::{FAMILY, NAME, SNAPSHOT, Shape, Template, Words};

/// The clients: their keys, and the nonces that they have used.
struct Clients {
    keys: Vec<(String, SigningKey)>,
    /// What no other process and no other work of this process begins its nonces with.
    nonce_prefix: String,
    nonces: u64,
}

impl Clients {
    fn new(accounts: u32) -> Self {
        let key = |account| (seed::access_key_id(account), SigningKey::new(&seed::secret(account)));
        let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Self {
            keys: (0..accounts).map(key).collect(),
            nonce_prefix: format!("{:020x}", since_1970.as_nanos()),
            nonces: 0,
        }
    }

    /// A nonce as long as those of the SDKs: 32 hexadecimal digits.
    fn nonce(&mut self) -> String {
        self.nonces += 1;
        format!("{}{:012x}", self.nonce_prefix, self.nonces)
    }
}

/// A template for the second in which it is used.
struct Fresh {
    shape: Shape,
    host: String,
    action: &'static str,
    params: Vec<(&'static str, &'static str)>,
    ready: Option<(i64, Template)>,
}

impl Fresh {
    fn at(&mut self, now: i64) -> &mut Template {
        if self.ready.as_ref().is_none_or(|(second, _)| *second != now) {
            self.ready = None;
        }
        let make = || (now, Template::new(self.shape, &self.host, now, self.action, &self.params));
        &mut self.ready.get_or_insert_with(make).1
    }
}

/// Resolves families.
pub(super) struct Resolve {
    clients: Clients,
    fresh: Fresh,
    scale: Scale,
    families: Vec<String>,
    /// The head of each family, those of one account after those of another.
    heads: Vec<[u8; 22]>,
    order: Order,
    /// What is always answered, by the server that has but one answer.
    only: Option<[u8; 22]>,
}

/// Which family comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// One after another, so that each comes once.
    InTurn(u32),
    /// Any, each as likely as another; the state of the generator.
    Random(u64),
}

impl Resolve {
    /// Resolves the families of a store of this scale at `server`.
    pub(super) fn new(shape: Shape, server: SocketAddr, scale: Scale, order: Order) -> Self {
        let head = |n: u32| {
            let id = seed::head(scale, n / scale.families, n % scale.families);
            <[u8; 22]>::try_from(id.as_str().as_bytes()).unwrap_or([0; 22])
        };
        let mut params = vec![("ImageFamily", FAMILY), ("RegionId", REGION)];
        if shape == Shape::Unsigned {
            params.extend([("Format", "JSON"), ("Version", imagekin_rpc::VERSION)]);
        }
        let host = server.to_string();
        Self {
            clients: Clients::new(scale.accounts),
            fresh: Fresh { shape, host, action: "DescribeImageFromFamily", params, ready: None },
            scale,
            families: (0..scale.families).map(seed::family).collect(),
            heads: (0..scale.families_total()).map(head).collect(),
            order,
            only: None,
        }
    }

    /// The same, of a server that always gives the answer to the first family.
    pub(super) fn of_one_answer(self) -> Self {
        Self { only: Some(self.heads[0]), ..self }
    }
}

impl Work for Resolve {
    fn next(&mut self, now: i64, request: &mut Vec<u8>) -> Expected {
        let total = self.scale.families_total();
        let family = match &mut self.order {
            Order::InTurn(next) => {
                let family = *next % total;
                *next += 1;
                family
            }
            Order::Random(state) => {
                *state = state.wrapping_add(1);
                (((super::scatter(*state) >> 32) * u64::from(total)) >> 32) as u32
            }
        };
        let nonce = self.clients.nonce();
        let (id, key) = &self.clients.keys[(family / self.scale.families) as usize];
        let name = &self.families[(family % self.scale.families) as usize];
        let words = Words { key: id, family: name, nonce: &nonce, ..Words::default() };
        self.fresh.at(now).append(&words, key, request);
        Expected::Image(self.only.unwrap_or(self.heads[family as usize]))
    }
}

/// Makes images, each in the next account.
pub(super) struct Create {
    clients: Clients,
    fresh: Fresh,
    scale: Scale,
    snapshots: Vec<String>,
    made: u32,
}

impl Create {
    /// Makes images in a store of this scale at `server`. What one of these makes, another cannot.
    pub(super) fn new(server: SocketAddr, scale: Scale) -> Self {
        let params = vec![
            ("Description", "Made under load"),
            ("ImageFamily", FAMILY),
            ("ImageName", NAME),
            ("RegionId", REGION),
            ("SnapshotId", SNAPSHOT),
        ];
        let (shape, host) = (Shape::V1Get, server.to_string());
        Self {
            clients: Clients::new(scale.accounts),
            fresh: Fresh { shape, host, action: "CreateImage", params, ready: None },
            scale,
            snapshots: (0..scale.accounts).map(|account| seed::snapshot_id(account).to_string()).collect(),
            made: 0,
        }
    }
}

impl Work for Create {
    fn next(&mut self, now: i64, request: &mut Vec<u8>) -> Expected {
        let account = self.made % self.scale.accounts;
        let family = seed::family(self.made / self.scale.accounts % self.scale.families);
        let name = format!("made-{}", self.made);
        self.made += 1;
        let nonce = self.clients.nonce();
        let (id, key) = &self.clients.keys[account as usize];
        let snapshot = &self.snapshots[account as usize];
        let words = Words { key: id, family: &family, nonce: &nonce, name: &name, snapshot };
        self.fresh.at(now).append(&words, key, request);
        Expected::AnyImage
    }
}
