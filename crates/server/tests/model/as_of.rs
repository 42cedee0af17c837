//! The past stays what it was: AsOf at every instant, and every Revision, is what was resolved then.

use std::time::Duration;

use imagekin_catalog::Timestamp;
use imagekin_rpc::time;
use proptest::prelude::*;
use serde_json::Value;

use super::world::World;

const FAMILIES: [&str; 3] = ["daily", "weekly", "镜像族系"];
/// The account and region that all of it happens in.
const WHO: (usize, usize) = (0, 0);
/// How long an image stays Creating.
const DELAY: Duration = Duration::from_millis(1_700);

/// One step. Images are picked by their number, the how-many-th it was made.
#[derive(Clone, Debug)]
enum Step {
    Create(Option<usize>),
    Deprecate(usize),
    Restore(usize),
    Move(usize, usize),
    Rename(usize),
    Delete(usize),
    /// Out of the recycle bin.
    Undelete(usize),
    /// Something that is no image of a family: another revision of the catalogue, and no other head.
    Other,
    /// Moves the clock on by this many microseconds.
    Clock(u32),
    /// Lets the background tasks that are due do their work.
    Settle,
    Restart,
}

fn step() -> impl Strategy<Value = Step> {
    let image = || 0..10_usize;
    prop_oneof![
        6 => prop::option::weighted(0.9, 0..FAMILIES.len()).prop_map(Step::Create),
        3 => image().prop_map(Step::Deprecate),
        3 => image().prop_map(Step::Restore),
        3 => (image(), 0..FAMILIES.len()).prop_map(|(image, family)| Step::Move(image, family)),
        1 => image().prop_map(Step::Rename),
        3 => image().prop_map(Step::Delete),
        3 => image().prop_map(Step::Undelete),
        1 => Just(Step::Other),
        5 => prop_oneof![Just(1), 2..2_000_u32, 1_000_000..3_000_000_u32].prop_map(Step::Clock),
        3 => Just(Step::Settle),
        1 => Just(Step::Restart),
    ]
}

/// What was resolved, when.
#[derive(Clone, Debug, PartialEq)]
struct Seen {
    at: Timestamp,
    revision: u64,
    heads: [Option<String>; 3],
}

struct Past {
    world: World,
    snapshot: String,
    images: Vec<String>,
    seen: Vec<Seen>,
}

impl Past {
    async fn start() -> Self {
        let world = World::start(|config| {
            config.delays.create_image_ms = vec![0, u64::try_from(DELAY.as_millis()).unwrap(), 0, 0];
            config.quotas.images_per_family_max = 1_000;
            config.recycle_bin.retention_days = 1;
        });
        let mut past =
            Self { world: world.await, snapshot: String::new(), images: Vec::new(), seen: Vec::new() };
        let made = past.world.ok(WHO, "CreateSnapshot", &[("DiskId", "d-00")]).await;
        past.snapshot = made["SnapshotId"].as_str().unwrap().to_owned();
        past.world.advance(Duration::from_secs(1));
        past.note().await;
        past
    }

    /// Carries a step out; what the catalogue refuses is as good a step as any.
    async fn step(&mut self, step: &Step) {
        match step {
            Step::Create(family) => {
                let snapshot = self.snapshot.clone();
                let mut params = vec![("SnapshotId", snapshot.as_str())];
                params.extend(family.map(|n| ("ImageFamily", FAMILIES[n])));
                if let Ok(made) = self.world.call(WHO, "CreateImage", &params).await {
                    self.images.push(made["ImageId"].as_str().unwrap().to_owned());
                }
            }
            Step::Deprecate(n) => self.modify(*n, ("Status", "Deprecated")).await,
            Step::Restore(n) => self.modify(*n, ("Status", "Available")).await,
            Step::Move(n, family) => self.modify(*n, ("ImageFamily", FAMILIES[*family])).await,
            Step::Rename(n) => self.modify(*n, ("Description", "another one")).await,
            Step::Delete(n) => {
                let id = self.image(*n);
                let _ = self.world.call(WHO, "DeleteImage", &[("ImageId", &id)]).await;
            }
            Step::Undelete(n) => {
                let id = self.image(*n);
                let _ = self.world.call(WHO, "RestoreImage", &[("ImageId", &id)]).await;
            }
            Step::Other => {
                self.world.ok(WHO, "CreateSnapshot", &[("DiskId", "d-00")]).await;
            }
            Step::Clock(micros) => self.world.advance(Duration::from_micros(u64::from(*micros))),
            Step::Settle => self.world.settle().await,
            Step::Restart => self.world.restart().await,
        }
    }

    fn image(&self, n: usize) -> String {
        self.images.get(n).cloned().unwrap_or_else(|| "m-none".to_owned())
    }

    async fn modify(&mut self, n: usize, change: (&str, &str)) {
        let id = self.image(n);
        let _ = self.world.call(WHO, "ModifyImageAttribute", &[("ImageId", &id), change]).await;
    }

    /// Writes down what every family resolves to now.
    async fn note(&mut self) {
        let (at, revision) = (self.world.now(), self.revision());
        let mut heads = [const { None }; 3];
        for (n, family) in FAMILIES.iter().enumerate() {
            heads[n] = head(&self.resolve(family, &[]).await);
        }
        self.seen.push(Seen { at, revision, heads });
    }

    async fn resolve(&mut self, family: &str, then: &[(&str, &str)]) -> Value {
        let params = [&[("ImageFamily", family)], then].concat();
        self.world.ok(WHO, "DescribeImageFromFamily", &params).await
    }

    /// The last commit of the catalogue, read past the server.
    fn revision(&self) -> u64 {
        let db = self.world.read_past();
        let sql = "SELECT sequence FROM catalogues WHERE account_id = ?1 AND region_id = ?2";
        let key = (super::world::ACCOUNTS[WHO.0].parse::<i64>().unwrap(), super::world::REGIONS[WHO.1]);
        db.query_row(sql, key, |row| row.get::<_, i64>(0)).unwrap().unsigned_abs()
    }

    /// Each instant that something was seen at, those beside it and those between, and each revision: all are as they were.
    async fn compare(&mut self) {
        let seen = self.seen.clone();
        for (n, then) in seen.iter().enumerate() {
            // What was seen last at an instant is what holds at it.
            let next = seen.get(n + 1).map_or(then.at.plus(Duration::from_secs(10)), |next| next.at);
            if next > then.at {
                let span = next.since(then.at);
                for after in [0, 1, span.as_micros() / 2, span.as_micros() - 1] {
                    let after = Duration::from_micros(u64::try_from(after).unwrap());
                    self.assert_as_of(then.at.plus(after.min(span - Duration::from_micros(1))), &then.heads)
                        .await;
                }
            }
            if seen.get(n + 1).is_none_or(|next| next.revision > then.revision) {
                let revision = then.revision.to_string();
                self.assert_then(("Revision", &revision), &then.heads).await;
            }
        }
        let before = Timestamp::from_micros(seen[0].at.as_micros() - 1);
        self.assert_as_of(before, &[const { None }; 3]).await;
        self.assert_then(("Revision", "0"), &[const { None }; 3]).await;
        self.assert_then(("Revision", "9223372036854775807"), &seen[seen.len() - 1].heads).await;
    }

    async fn assert_as_of(&mut self, at: Timestamp, heads: &[Option<String>; 3]) {
        self.assert_then(("AsOf", &time::print_instant(at.as_micros())), heads).await;
    }

    async fn assert_then(&mut self, then: (&str, &str), heads: &[Option<String>; 3]) {
        for (family, expected) in FAMILIES.iter().zip(heads) {
            let answer = self.resolve(family, &[then]).await;
            assert_eq!(head(&answer), *expected, "{family} {then:?}");
            if expected.is_some() {
                // It is told of as a head, whatever has become of it since.
                let image = &answer["Image"];
                assert_eq!(
                    (image["Status"].as_str(), image["ImageFamily"].as_str()),
                    (Some("Available"), Some(*family))
                );
            }
            if let ("Revision", revision) = then {
                let told = answer["Revision"].as_u64().unwrap();
                assert!(told <= revision.parse().unwrap(), "{told} {then:?}");
            }
        }
    }
}

fn head(answer: &Value) -> Option<String> {
    answer["Image"].get("ImageId").and_then(Value::as_str).map(str::to_owned)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: crate::cases(24), max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn the_past_is_what_was_resolved_then(steps in prop::collection::vec(step(), 1..50)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let mut past = Past::start().await;
            for step in &steps {
                past.step(step).await;
                past.note().await;
            }
            past.compare().await;
            // Time, further tasks and a restart change nothing of it.
            past.world.advance(Duration::from_secs(60));
            past.world.restart().await;
            past.world.settle().await;
            past.note().await;
            past.compare().await;
        });
    }
}
