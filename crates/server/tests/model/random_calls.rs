//! Random calls against a small model: the same answers, heads, explanations and log every time.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use imagekin_access::{AccessKey, AccessKeyId, AccountId, KeyStatus, Secret};
use imagekin_catalog::{FamilyName, RegionId, Status, Timestamp, Verdict, family};
use imagekin_rpc::sign::Signer;
use imagekin_rpc::{Service, SigningKey};
use imagekin_server::{App, Clock, Config, ManualClock, Profile, Random, answer, settle};
use imagekin_store::{Catalogue, ObjectPath};
use proptest::prelude::*;
use serde_json::Value;

use super::reference::{Expected, Model};

const REGION: &str = "cn-hangzhou";
const FAMILIES: [&str; 3] = ["daily", "weekly", "镜像族系"];
const START: i64 = 1_700_000_000;

/// One step. Images are picked by their number, the how-many-th it was made.
#[derive(Clone, Debug)]
pub(super) enum Step {
    Create {
        family: Option<usize>,
        dry_run: bool,
    },
    Import,
    Deprecate(usize),
    Restore(usize),
    Move(usize, usize),
    Rename(usize, u8),
    Delete(usize),
    /// Out of the recycle bin.
    Undelete(usize),
    Protect(usize, bool),
    /// Moves the clock by this many milliseconds, back or forth.
    Clock(i64),
    /// Lets the background tasks that are due do their work.
    Settle,
}

fn step() -> impl Strategy<Value = Step> {
    let image = || 0..12_usize;
    prop_oneof![
        6 => (prop::option::weighted(0.8, 0..FAMILIES.len()), prop::bool::weighted(0.1))
            .prop_map(|(family, dry_run)| Step::Create { family, dry_run }),
        1 => Just(Step::Import),
        3 => image().prop_map(Step::Deprecate),
        3 => image().prop_map(Step::Restore),
        3 => (image(), 0..FAMILIES.len()).prop_map(|(image, family)| Step::Move(image, family)),
        1 => (image(), 0..3_u8).prop_map(|(image, name)| Step::Rename(image, name)),
        3 => image().prop_map(Step::Delete),
        3 => image().prop_map(Step::Undelete),
        1 => (image(), any::<bool>()).prop_map(|(image, on)| Step::Protect(image, on)),
        // Seldom by as long as the bin keeps what is deleted.
        2 => prop_oneof![
            3 => Just(0), 3 => Just(1), 3 => -3_600_000..3_600_000_i64, 1 => 40_000_000..90_000_000_i64,
        ]
        .prop_map(Step::Clock),
        2 => Just(Step::Settle),
    ]
}

/// Ids that ascend in the order in which they are made: so the model knows the order of tasks, too.
struct Ascending(AtomicU64);

impl Random for Ascending {
    fn bits(&self) -> u128 {
        // Ids are spelled from the least digit on, in base 36 with the letters first.
        let (mut rest, mut digits) = (self.0.fetch_add(1, Ordering::SeqCst), [0_u128; 20]);
        for digit in digits.iter_mut().rev() {
            *digit = u128::from(rest % 26);
            rest /= 26;
        }
        digits.iter().rev().fold(0, |bits, digit| bits * 36 + digit)
    }
}

struct World {
    app: Arc<App>,
    clock: Arc<ManualClock>,
    key: SigningKey,
    nonces: u64,
    catalogue: Catalogue,
    snapshot_id: String,
    _database: super::database::TestDatabase,
    _folder: tempfile::TempDir,
}

impl World {
    async fn start(creation_delay: Duration) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut config = Config::defaults(Profile::Sandbox);
        config.data_dir = folder.path().to_owned();
        let database = super::database::TestDatabase::new();
        config.database = database.url();
        config.quotas.images_per_family_max = 4;
        config.quotas.families_per_region_max = 2;
        config.recycle_bin.retention_days = 1;
        config.creation_delay_ms = u64::try_from(creation_delay.as_millis()).unwrap();
        let clock = Arc::new(ManualClock::new(Timestamp::from_seconds(START)));
        let random = Arc::new(Ascending(AtomicU64::new(1)));
        let account = AccountId::parse("1234567890123456").unwrap();
        let key = AccessKey {
            user: None,
            account,
            id: AccessKeyId::parse("testid").unwrap(),
            secret: Secret::new("testsecret".to_owned()).unwrap(),
            status: KeyStatus::Active,
        };
        let app =
            Box::pin(App::open(config, Some(key), Arc::<ManualClock>::clone(&clock), random)).await.unwrap();
        let region = RegionId::parse(REGION).unwrap();
        let base = ObjectPath::new(&region, "golden-images", "base.raw").unwrap();
        app.objects().put(&base, vec![7; 1_024]).await.unwrap();
        let mut world = Self {
            app,
            clock,
            key: SigningKey::new("testsecret"),
            nonces: 0,
            catalogue: Catalogue { account, region },
            snapshot_id: String::new(),
            _database: database,
            _folder: folder,
        };
        world.snapshot_id = world.first_snapshot(creation_delay).await;
        world
    }

    /// Imports an image whose snapshot the others are made of, and deletes the image again.
    async fn first_snapshot(&mut self, creation_delay: Duration) -> String {
        let imported = self.import("base").await.unwrap();
        self.clock.set(self.clock.now().plus(creation_delay + Duration::from_secs(1)));
        Box::pin(settle(&self.app)).await.unwrap();
        let images = self.call("DescribeImages", &[("ImageId", &imported)]).await.unwrap();
        let image = &images["Images"]["Image"][0];
        let snapshot_id = image["DiskDeviceMappings"]["DiskDeviceMapping"][0]["SnapshotId"].as_str().unwrap();
        self.call("DeleteImage", &[("ImageId", &imported)]).await.unwrap();
        snapshot_id.to_owned()
    }

    async fn import(&mut self, name: &str) -> Result<String, String> {
        let params = [
            ("ImageName", name),
            ("DiskDeviceMapping.1.OSSBucket", "golden-images"),
            ("DiskDeviceMapping.1.OSSObject", "base.raw"),
        ];
        self.call("ImportImage", &params).await.map(|answer| answer["ImageId"].as_str().unwrap().to_owned())
    }

    /// The answer, or the code of the error.
    async fn call(&mut self, action: &str, params: &[(&str, &str)]) -> Result<Value, String> {
        self.nonces += 1;
        let nonce = format!("nonce-{}", self.nonces);
        let now = self.clock.now().as_seconds();
        let signer = Signer {
            access_key_id: "testid",
            key: &self.key,
            security_token: None,
            service: Service::Ecs,
            now,
            nonce: &nonce,
        };
        let mut all = vec![("RegionId", REGION), ("Format", "JSON")];
        all.extend_from_slice(params);
        let request = http::Request::get(format!("/?{}", signer.v1("GET", action, &all)));
        let response = Box::pin(answer(&self.app, request.body(Full::new(Bytes::new())).unwrap())).await;
        let body = response.into_body().collect().await.unwrap().to_bytes();
        let value: Value = serde_json::from_slice(&body).unwrap();
        match value.get("Code") {
            None => Ok(value),
            Some(code) => Err(code.as_str().unwrap().to_owned()),
        }
    }

    /// Carries a step out, here and in the model; both must say the same.
    async fn step(&mut self, model: &mut Model, step: &Step) {
        let now = self.clock.now();
        let id = |model: &Model, n: usize| model.images.get(n).map(|image| image.id.clone());
        let missing = || "m-none".to_owned();
        let told = match step {
            Step::Create { family, dry_run } => {
                let snapshot_id = self.snapshot_id.clone();
                let dry_run = dry_run.to_string();
                let mut params = vec![("SnapshotId", snapshot_id.as_str()), ("DryRun", &dry_run)];
                params.extend(family.map(|n| ("ImageFamily", FAMILIES[n])));
                self.call("CreateImage", &params)
                    .await
                    .map(|answer| answer["ImageId"].as_str().unwrap().to_owned())
            }
            Step::Import => self.import(&format!("import-{}", model.images.len())).await,
            Step::Deprecate(n) => self.modify(id(model, *n), ("Status", "Deprecated")).await,
            Step::Restore(n) => self.modify(id(model, *n), ("Status", "Available")).await,
            Step::Move(n, family) => self.modify(id(model, *n), ("ImageFamily", FAMILIES[*family])).await,
            Step::Rename(n, name) => self.modify(id(model, *n), ("ImageName", &format!("name-{name}"))).await,
            Step::Delete(n) => {
                let id = id(model, *n).unwrap_or_else(missing);
                self.call("DeleteImage", &[("ImageId", &id)]).await.map(|_| String::new())
            }
            Step::Undelete(n) => {
                let id = id(model, *n).unwrap_or_else(missing);
                self.call("RestoreImage", &[("ImageId", &id)]).await.map(|_| String::new())
            }
            Step::Protect(n, on) => self.modify(id(model, *n), ("DeletionProtection", &on.to_string())).await,
            Step::Clock(milliseconds) => {
                self.clock.set(Timestamp::from_micros(now.as_micros() + milliseconds * 1_000));
                Ok(String::new())
            }
            Step::Settle => {
                Box::pin(settle(&self.app)).await.unwrap();
                Ok(String::new())
            }
        };
        let expected = model.step(step, now, told.as_deref().unwrap_or_default());
        match (expected, told) {
            (Expected::Done, Ok(_)) => {}
            (Expected::Refused(code), Err(told)) if code == told => {}
            (expected, told) => panic!("{step:?}: expected {expected:?}, was told {told:?}"),
        }
    }

    async fn modify(&mut self, id: Option<String>, change: (&str, &str)) -> Result<String, String> {
        let id = id.unwrap_or_else(|| "m-none".to_owned());
        self.call("ModifyImageAttribute", &[("ImageId", &id), change]).await.map(|_| String::new())
    }

    /// Heads, explanations and logs are those of the model.
    async fn compare(&mut self, model: &Model) {
        for (n, name) in FAMILIES.iter().enumerate() {
            let answered = self.call("DescribeImageFromFamily", &[("ImageFamily", name)]).await.unwrap();
            let head = answered["Image"].get("ImageId").and_then(Value::as_str).map(str::to_owned);
            assert_eq!(head, model.head(n), "head of {name}");
            let family_name = FamilyName::parse(name).unwrap();
            let catalogue = self.catalogue.clone();
            let reading = self.app.store().read(move |read| {
                let candidates = read.candidates(&catalogue, &family_name)?;
                Ok::<_, imagekin_store::StoreError>((candidates, read.head_log(&catalogue, &family_name)?))
            });
            let (candidates, log) = reading.await.unwrap();
            let mut told: Vec<(String, String)> = family::resolve(&candidates)
                .verdicts
                .iter()
                .map(|(candidate, verdict)| (candidate.image_id.to_string(), spell(*verdict)))
                .collect();
            told.sort();
            assert_eq!(told, model.explain(n), "explanation of {name}");
            let log: Vec<Option<String>> =
                log.iter().map(|row| row.image_id.as_ref().map(ToString::to_string)).collect();
            assert_eq!(log, model.logs[n], "log of {name}");
        }
    }
}

fn spell(verdict: Verdict) -> String {
    match verdict {
        Verdict::Head => "head".to_owned(),
        Verdict::Older => "older".to_owned(),
        Verdict::NotAvailable(status) => Status::as_str(status).to_owned(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: crate::cases(48), max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn random_calls_do_what_the_model_does(
        steps in prop::collection::vec(step(), 1..60),
        creation_delay in prop_oneof![Just(Duration::ZERO), Just(Duration::from_millis(1_700))],
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let mut world = World::start(creation_delay).await;
            let mut model = Model::new(creation_delay);
            for step in &steps {
                world.step(&mut model, step).await;
                world.compare(&model).await;
            }
        });
    }
}
