//! What the loads ask: the heads of families, in an order that looks random and is the same in every run; new images;
//! pages of images.

use std::net::SocketAddr;
use std::time::{SystemTime, UNIX_EPOCH};

use imagekin_rpc::SigningKey;

use super::load::{Expected, Work};
use super::seed::{self, REGION, Scale, users};
use super::template::{FAMILY, NAME, SNAPSHOT, Shape, Template, Words};

mod life;
mod pages;
pub(super) use life::{Life, REQUESTS_PER_WRITE};
pub(super) use pages::{Asked, Pages};

/// Coprime to every number of families: ranks that follow each other fall into accounts that do not.
const RANK_STEP: u64 = 7_368_787;

/// The clients: their keys, and the nonces that they have used.
struct Clients {
    keys: Vec<(String, SigningKey)>,
    /// What no other process and no other work of this process begins its nonces with.
    nonce_prefix: String,
    nonces: u64,
}

impl Clients {
    /// The accounts themselves.
    fn new(accounts: u32) -> Self {
        Self::with_keys(accounts, |account| (seed::access_key_id(account), seed::secret(account)))
    }

    /// The RAM user of each account.
    fn users(accounts: u32) -> Self {
        Self::with_keys(accounts, |account| (users::access_key_id(account), users::secret(account)))
    }

    fn with_keys(accounts: u32, key: impl Fn(u32) -> (String, String)) -> Self {
        let key = |account| {
            let (id, secret) = key(account);
            (id, SigningKey::new(&secret))
        };
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
    /// The head of each family, those of one account after those of another; of one account, where all have the same.
    heads: Vec<[u8; 22]>,
    order: Order,
    /// What is always answered, by the server that has but one answer.
    only: Option<[u8; 22]>,
    never_sleeps: bool,
}

/// Which family comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// One after another, so that each comes once.
    InTurn(u32),
    /// Any, each as likely as another; the state of the generator.
    Random(u64),
    /// Any, the one of rank k with a likelihood of 1/k (Zipf's law, exponent 1); the state of the generator.
    Zipf(u64),
}

impl Order {
    /// The next of `total` families.
    fn next(&mut self, total: u32) -> u32 {
        match self {
            Self::InTurn(next) => {
                let family = *next % total;
                *next += 1;
                family
            }
            Self::Random(state) => below(random(state), total),
            Self::Zipf(state) => {
                let rank = u64::from(zipf(state, total) - 1);
                (rank * RANK_STEP % u64::from(total)) as u32
            }
        }
    }
}

fn random(state: &mut u64) -> u64 {
    *state = state.wrapping_add(1);
    super::scatter(*state)
}

/// A number below `limit`, each as likely as another, out of random bits.
fn below(bits: u64, limit: u32) -> u32 {
    (((bits >> 32) * u64::from(limit)) >> 32) as u32
}

/// A rank from 1 to `total`, k with a likelihood of 1/k. `exp` of an even number gives k with one of ln(1 + 1/k); of
/// those, each is taken as often as makes up for the difference, which is greatest for 1.
fn zipf(state: &mut u64, total: u32) -> u32 {
    let even = |bits: u64| (bits >> 11) as f64 / (1_u64 << 53) as f64;
    loop {
        let rank =
            (even(random(state)) * f64::from(total + 1).ln()).exp().floor().clamp(1.0, f64::from(total));
        let (wanted, given) = (1.0 / rank, (1.0 + 1.0 / rank).ln());
        if even(random(state)) < wanted / given * std::f64::consts::LN_2 {
            return rank as u32;
        }
    }
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
            heads: (0..if scale.is_copied { scale.families } else { scale.families_total() })
                .map(head)
                .collect(),
            order,
            only: None,
            never_sleeps: false,
        }
    }

    /// The same by a load that never sleeps: it has a core for itself.
    pub(super) fn without_sleep(self) -> Self {
        Self { never_sleeps: true, ..self }
    }

    /// The same, as the RAM user of each account.
    pub(super) fn by_users(self) -> Self {
        Self { clients: Clients::users(self.scale.accounts), ..self }
    }

    /// The same, of a server that always gives the answer to the first family.
    pub(super) fn of_one_answer(self) -> Self {
        Self { only: Some(self.heads[0]), ..self }
    }
}

impl Work for Resolve {
    fn next(&mut self, now: i64, request: &mut Vec<u8>) -> Expected {
        let family = self.order.next(self.scale.families_total());
        let nonce = self.clients.nonce();
        let (id, key) = &self.clients.keys[(family / self.scale.families) as usize];
        let name = &self.families[(family % self.scale.families) as usize];
        let words = Words { key: id, family: name, nonce: &nonce, ..Words::default() };
        self.fresh.at(now).append(&words, key, request);
        Expected::Image(self.only.unwrap_or(self.heads[family as usize % self.heads.len()]))
    }

    fn never_sleeps(&self) -> bool {
        self.never_sleeps
    }
}

/// Makes images, each in the next account, or all in one.
pub(super) struct Create {
    clients: Clients,
    fresh: Fresh,
    scale: Scale,
    /// So many of the accounts get images.
    accounts: u32,
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
            accounts: scale.accounts,
            snapshots: (0..scale.accounts)
                .map(|account| seed::snapshot_id(scale, account).to_string())
                .collect(),
            made: 0,
        }
    }

    /// The same, all in the catalogue of one account.
    pub(super) fn in_one(self) -> Self {
        Self { accounts: 1, ..self }
    }
}

impl Work for Create {
    fn next(&mut self, now: i64, request: &mut Vec<u8>) -> Expected {
        let account = self.made % self.accounts;
        let family = seed::family(self.made / self.accounts % self.scale.families);
        let name = format!("made-{}-{}", self.accounts, self.made);
        self.made += 1;
        let nonce = self.clients.nonce();
        let (id, key) = &self.clients.keys[account as usize];
        let snapshot = &self.snapshots[account as usize];
        let words =
            Words { key: id, family: &family, nonce: &nonce, name: &name, snapshot, ..Words::default() };
        self.fresh.at(now).append(&words, key, request);
        Expected::AnyImage
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likelihood_falls_with_the_rank() {
        let (mut state, mut counts) = (1, [0_u32; 4]);
        for _ in 0..120_000 {
            counts[zipf(&mut state, 4) as usize - 1] += 1;
        }
        // 1 + 1/2 + 1/3 + 1/4 = 25/12: of 25 draws 12, 6, 4 and 3.
        for (count, of_25) in counts.into_iter().zip([12, 6, 4, 3]) {
            assert!(count.abs_diff(4_800 * of_25) < 1_000, "{counts:?}");
        }
    }

    #[test]
    fn every_rank_is_another_family() {
        let total = 4_000_u64;
        let mut families: Vec<u64> = (0..total).map(|rank| rank * RANK_STEP % total).collect();
        families.sort_unstable();
        assert!(families.into_iter().eq(0..total));
    }
}
