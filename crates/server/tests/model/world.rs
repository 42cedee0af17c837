//! A server without sockets whose clock, ids and jobs are the test's, called by three accounts in two regions.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use imagekin_catalog::{RegionId, Timestamp};
use imagekin_rpc::sign::Signer;
use imagekin_rpc::{Service, SigningKey};
use imagekin_server::{App, Clock, Config, ManualClock, Profile, Random, answer, settle};
use imagekin_store::ObjectPath;
use serde_json::Value;
use tempfile::TempDir;

use super::database::TestDatabase;

pub(crate) const REGIONS: [&str; 2] = ["cn-hangzhou", "cn-beijing"];
pub(crate) const ACCOUNTS: [&str; 3] = ["1000000000000001", "1000000000000002", "1000000000000003"];
/// The bucket that images are imported from, and the one that they are exported to.
pub(crate) const BUCKET: &str = "golden-images";
pub(crate) const EXPORTS: &str = "exported-images";
/// The one image of the system.
pub(crate) const SYSTEM_IMAGE: &str = "ubuntu_22_04_x64_20G_alibase_20230907.vhd";
const START: i64 = 1_700_000_000;

/// Ids that ascend in the order in which they are made, over restarts, too: so a model knows the order of tasks.
#[derive(Default)]
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

pub(crate) struct World {
    app: Option<Arc<App>>,
    config: Config,
    pub(crate) clock: Arc<ManualClock>,
    random: Arc<Ascending>,
    keys: [SigningKey; 3],
    nonces: u64,
    database: TestDatabase,
    folder: TempDir,
}

impl World {
    pub(crate) async fn start(change: impl FnOnce(&mut Config)) -> Self {
        let folder = new_folder();
        let fixtures = folder.path().join("fixtures.yaml");
        std::fs::write(&fixtures, self::fixtures()).unwrap();
        let mut config = Config::defaults(Profile::Sandbox);
        config.data_dir = folder.path().join("data");
        let database = TestDatabase::new();
        config.database = database.url();
        config.fixtures = Some(fixtures);
        // No program is to be needed: every disk is raw, and exported so.
        config.qemu_img = "/nowhere/qemu-img".into();
        // Time hardly passes in a history: none of its tens of thousands of nonces may have to give way.
        config.limits.nonces_max = 1024 * 1024;
        change(&mut config);
        std::fs::create_dir(&config.data_dir).unwrap();
        let mut world = Self {
            app: None,
            config,
            clock: Arc::new(ManualClock::new(Timestamp::from_seconds(START))),
            random: Arc::default(),
            keys: [0, 1, 2].map(|n| SigningKey::new(&format!("secret-of-{n}"))),
            nonces: 0,
            database,
            folder,
        };
        world.restart().await;
        for region in REGIONS {
            for (bucket, object) in [(BUCKET, "base.raw"), (EXPORTS, "other")] {
                let path = ObjectPath::new(&RegionId::parse(region).unwrap(), bucket, object).unwrap();
                world.app().objects().put(&path, vec![7; 1_024]).await.unwrap();
                if bucket == EXPORTS {
                    world.app().objects().delete(&path).await.unwrap();
                }
            }
        }
        world
    }

    fn app(&self) -> &Arc<App> {
        self.app.as_ref().expect("it runs")
    }

    pub(crate) fn data(&self) -> std::path::PathBuf {
        self.folder.path().join("data")
    }

    /// What is in the database, read past the server.
    pub(crate) fn read_past(&self) -> rusqlite::Connection {
        self.database.open(&self.data())
    }

    /// Ends the server as it stands, and opens what it leaves behind anew.
    pub(crate) async fn restart(&mut self) {
        drop(self.app.take());
        let clock = Arc::<ManualClock>::clone(&self.clock);
        let random = Arc::<Ascending>::clone(&self.random);
        self.app = Some(Box::pin(App::open(self.config.clone(), None, clock, random)).await.unwrap());
    }

    /// Lets the background tasks that are due do their work.
    pub(crate) async fn settle(&self) {
        Box::pin(settle(self.app())).await.unwrap();
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    pub(crate) fn advance(&self, by: Duration) {
        self.clock.set(self.now().plus(by));
    }

    /// The answer, or the code of the error.
    pub(crate) async fn call(
        &mut self,
        (account, region): (usize, usize),
        action: &str,
        params: &[(&str, &str)],
    ) -> Result<Value, String> {
        self.nonces += 1;
        let (id, nonce) = (format!("key-of-{account}"), format!("nonce-{}", self.nonces));
        let now = self.clock.now().as_seconds();
        let signer = Signer {
            access_key_id: &id,
            key: &self.keys[account],
            security_token: None,
            service: Service::Ecs,
            now,
            nonce: &nonce,
        };
        let mut all = vec![("RegionId", REGIONS[region]), ("Format", "JSON")];
        all.extend_from_slice(params);
        let request = http::Request::get(format!("/?{}", signer.v1("GET", action, &all)));
        let request = request.body(Full::new(Bytes::new())).unwrap();
        let response = Box::pin(answer(self.app(), request)).await;
        let status = response.status().as_u16();
        let body = response.into_body().collect().await.unwrap().to_bytes();
        let value: Value = serde_json::from_slice(&body).unwrap();
        match value.get("Code") {
            None => {
                assert_eq!(status, 200, "{action} {params:?}");
                Ok(value)
            }
            Some(code) => Err(code.as_str().unwrap().to_owned()),
        }
    }

    /// The answer of a call that must succeed.
    pub(crate) async fn ok(&mut self, who: (usize, usize), action: &str, params: &[(&str, &str)]) -> Value {
        let answer = self.call(who, action, params).await;
        answer.unwrap_or_else(|code| panic!("{action} {params:?} by {who:?}: {code}"))
    }
}

/// In memory where there is such a place: what the disk does is another test's (crates/cli/tests/kill).
fn new_folder() -> TempDir {
    let in_memory = Path::new("/dev/shm");
    if in_memory.is_dir() { tempfile::tempdir_in(in_memory).unwrap() } else { tempfile::tempdir().unwrap() }
}

/// Each account has, in each region, an instance with one disk, called after the two.
fn fixtures() -> String {
    let mut text = "accounts:\n".to_owned();
    for (a, account) in ACCOUNTS.iter().enumerate() {
        text +=
            &format!("  - id: '{account}'\n    access_keys: [{{id: key-of-{a}, secret: secret-of-{a}}}]\n");
        text += "    regions:\n";
        for (r, region) in REGIONS.iter().enumerate() {
            let disk = format!("{{id: d-{a}{r}, size: 20}}");
            text += &format!("      {region}: {{instances: [{{id: i-{a}{r}, disks: [{disk}]}}]}}\n");
        }
    }
    let image = format!("{{id: {SYSTEM_IMAGE}, family: ubuntu_22_04_x64, platform: Ubuntu, size: 20");
    text + &format!(
        "system_images:\n  - {image}, os_name: Ubuntu 22.04 64位, os_name_en: Ubuntu 22.04 64 bit}}\n"
    )
}
