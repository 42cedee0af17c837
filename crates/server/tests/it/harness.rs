//! A server of its own for each test: with real sockets or without, on a clock that is set by hand, in its own folder.
//!
//! `TestApp::start()` listens on port 0 and runs its jobs. `TestApp::standing()` has no sockets and no jobs: its
//! requests go through `imagekin_server::answer`, and its tasks are carried on by `settle` alone, so that a test can
//! look between a call and its job.

use std::sync::Arc;
use std::time::Duration;

use imagekin_access::{AccessKey, AccessKeyId, AccountId, KeyStatus, Secret};
use imagekin_catalog::{RegionId, Timestamp};
use imagekin_rpc::SigningKey;
use imagekin_server::{
    App, Clock, Config, Fixtures, ManualClock, OsRandom, Profile, Running, StartError, serve,
};
use imagekin_store::{Catalogue, StoreError};
use tempfile::TempDir;

pub(crate) mod access;
pub(crate) mod actor;
pub(crate) mod audit;
#[path = "../common/database.rs"]
pub(crate) mod database;
pub(crate) mod disks;
pub(crate) mod forge;
pub(crate) mod frames;
pub(crate) mod oracle;
pub(crate) mod reply;
pub(crate) mod tables;
mod tampering;
pub(crate) mod tls;
pub(crate) mod turncoat;
pub(crate) mod wait;
pub(crate) mod wire;
pub(crate) mod words;
pub(crate) mod xml;

use actor::Actor;
use database::TestDatabase;
use tls::{Authority, TlsClient};
use wire::Target;

/// Where most images of the tests are.
pub(crate) const REGION: &str = "cn-hangzhou";
/// Where the clock of a new server stands: 2026-01-02T03:04:05Z.
pub(crate) const START: i64 = 1_767_323_045;
/// The Host that the tests address.
pub(crate) const HOST: &str = "ecs.imagekin.test:7070";

/// An access key that every server of the tests knows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Key {
    pub(crate) account: &'static str,
    pub(crate) id: &'static str,
    pub(crate) secret: &'static str,
}

/// The owner's: with the sandbox's secret, too, no server of the production profile would start.
pub(crate) const OWNER: Key = Key { account: "1234567890123456", id: "testid", secret: "ownersecret" };
/// The owner's second one.
pub(crate) const OWNER_SECOND: Key =
    Key { account: OWNER.account, id: "testid-second", secret: "second-secret" };
/// That of another account.
pub(crate) const STRANGER: Key =
    Key { account: "6543210987654321", id: "strangerid", secret: "strangersecret" };
/// One that may not be used.
pub(crate) const INACTIVE: Key = Key { account: OWNER.account, id: "sleepingid", secret: "sleepingsecret" };

/// A server under test.
pub(crate) struct TestApp {
    pub(crate) app: Arc<App>,
    pub(crate) clock: Arc<ManualClock>,
    running: Option<Running>,
    setup: Parts,
}

/// What outlives a restart.
struct Parts {
    config: Config,
    database: TestDatabase,
    folder: TempDir,
    /// How actors reach a server that speaks TLS.
    client: Option<TlsClient>,
}

/// A server that is not started yet, or not again.
pub(crate) struct Setup {
    parts: Parts,
    clock: Arc<ManualClock>,
}

impl Setup {
    /// After a crash: what the server held is anybody's when its leases have ended; at once where no other can hold it.
    #[must_use]
    pub(crate) fn after_a_crash(self) -> Self {
        if self.parts.database.name().is_some() {
            self.clock.set(self.clock.now().plus(Duration::from_secs(31)));
        }
        self
    }

    /// Changes the settings.
    #[must_use]
    pub(crate) fn with_config(mut self, change: impl FnOnce(&mut Config)) -> Self {
        change(&mut self.parts.config);
        self
    }

    /// Lets the server speak TLS, with a certificate of the authority that its actors trust.
    #[must_use]
    pub(crate) fn with_tls(mut self, authority: &Authority) -> Self {
        let folder = tls_folder(self.parts.folder.path());
        authority.issue().write(&folder);
        let tls = &mut self.parts.config.tls;
        tls.certificate = Some(folder.join("certificate.pem"));
        tls.key = Some(folder.join("key.pem"));
        tls.look_every_ms = 20;
        self.parts.client = Some(TlsClient::new(authority));
        self
    }

    /// Lets the server ask every client for a certificate of `authority`, which its actors show.
    #[must_use]
    pub(crate) fn with_client_ca(mut self, authority: &Authority, client: TlsClient) -> Self {
        let file = tls_folder(self.parts.folder.path()).join("clients.pem");
        std::fs::write(&file, authority.pem()).expect("a file");
        self.parts.config.tls.client_ca = Some(file);
        self.parts.client = Some(client);
        self
    }

    /// Starts the server with sockets and jobs.
    pub(crate) async fn start(self) -> TestApp {
        let mut app = self.standing().await;
        app.running = Some(serve(Arc::clone(&app.app)).await.expect("port 0 is always there"));
        app
    }

    /// Opens the server without sockets and without jobs.
    pub(crate) async fn standing(self) -> TestApp {
        let Self { parts, clock } = self;
        let app = wait::until("the folder is free", async || {
            let opened = App::open(
                parts.config.clone(),
                Some(access_key(OWNER, KeyStatus::Active)),
                Arc::<ManualClock>::clone(&clock),
                Arc::new(OsRandom),
            );
            match opened.await {
                // What a server that was just stopped still holds, it lets go of in a moment.
                Err(StartError::Store(StoreError::InUse(_))) => None,
                opened => Some(opened.expect("the folder is sound")),
            }
        })
        .await;
        let now = clock.now();
        let others = [
            access_key(OWNER_SECOND, KeyStatus::Active),
            access_key(STRANGER, KeyStatus::Active),
            access_key(INACTIVE, KeyStatus::Inactive),
        ];
        let put = app.store().write_accounts(move |accounts| {
            others.iter().try_for_each(|key| accounts.put_access_key(key, now))
        });
        put.await.expect("the keys are well-formed");
        TestApp { app, clock, running: None, setup: parts }
    }
}

/// A temporary folder, in memory where there is such a place: the disk of a busy machine may take a minute for what a
/// write waits for. That writes outlive a crash is not for these tests to show (crates/cli/tests/kill does).
fn new_folder() -> TempDir {
    let in_memory = std::path::Path::new("/dev/shm");
    let folder = if in_memory.is_dir() { tempfile::tempdir_in(in_memory) } else { tempfile::tempdir() };
    folder.expect("a temporary folder")
}

fn tls_folder(folder: &std::path::Path) -> std::path::PathBuf {
    folder.join("tls")
}

fn access_key(key: Key, status: KeyStatus) -> AccessKey {
    AccessKey {
        user: None,
        account: account(key),
        id: AccessKeyId::parse(key.id).expect("an access key id"),
        secret: Secret::new(key.secret.to_owned()).expect("a secret"),
        status,
    }
}

pub(crate) fn account(key: Key) -> AccountId {
    AccountId::parse(key.account).expect("an account")
}

impl TestApp {
    /// A server of the production profile, in a new folder, its clock at [`START`].
    pub(crate) fn setup() -> Setup {
        let folder = new_folder();
        let mut config = Config::defaults(Profile::Production);
        config.listen.set_port(0);
        config.data_dir = folder.path().to_owned();
        config.limits.nonces_max = 64 * 1024;
        let database = TestDatabase::new();
        config.database = database.url();
        let clock = Arc::new(ManualClock::new(Timestamp::from_seconds(START)));
        Setup { parts: Parts { config, database, folder, client: None }, clock }
    }

    /// The same for the sandbox.
    pub(crate) fn sandbox() -> Setup {
        Self::setup().with_config(|config| {
            config.profile = Profile::Sandbox;
            config.import.verify = false;
        })
    }

    /// Starts a server with sockets and jobs.
    pub(crate) async fn start() -> Self {
        Self::setup().start().await
    }

    /// Opens a server without sockets and jobs.
    pub(crate) async fn standing() -> Self {
        Self::setup().standing().await
    }

    /// Ends the server; what it has not done yet stays undone. No actor of it may be left.
    pub(crate) async fn stop(self) -> Setup {
        let Self { app, clock, running, setup } = self;
        if let Some(running) = running {
            running.stop().await;
        }
        drop(app);
        Setup { parts: setup, clock }
    }

    /// Where requests go.
    pub(crate) fn target(&self) -> Target {
        match (&self.running, &self.setup.client) {
            (Some(running), Some(client)) => Target::Tls(running.address, client.clone()),
            (Some(running), None) => Target::Socket(running.address),
            (None, _) => Target::Direct(Arc::clone(&self.app)),
        }
    }

    /// The folder of its certificate.
    pub(crate) fn tls_folder(&self) -> std::path::PathBuf {
        tls_folder(self.folder())
    }

    /// The address it listens on.
    pub(crate) fn address(&self) -> std::net::SocketAddr {
        self.running.as_ref().expect("this server has sockets").address
    }

    /// Its database.
    pub(crate) fn database(&self) -> &TestDatabase {
        &self.setup.database
    }

    /// Its data folder.
    pub(crate) fn folder(&self) -> &std::path::Path {
        self.setup.folder.path()
    }

    /// Who calls with `key`.
    pub(crate) fn actor(&self, key: Key) -> Actor {
        Actor::new(self.target(), Arc::clone(&self.clock), key)
    }

    /// The account whose images the tests are about.
    pub(crate) fn owner(&self) -> Actor {
        self.actor(OWNER)
    }

    /// Another account.
    pub(crate) fn stranger(&self) -> Actor {
        self.actor(STRANGER)
    }

    /// The catalogue of `key` in a region.
    pub(crate) fn catalogue_of(&self, key: Key, region: &str) -> Catalogue {
        Catalogue { account: account(key), region: RegionId::parse(region).expect("a region id") }
    }

    /// The owner's catalogue in [`REGION`].
    pub(crate) fn catalogue(&self) -> Catalogue {
        self.catalogue_of(OWNER, REGION)
    }

    /// What its clock says.
    pub(crate) fn clock_now(&self) -> Timestamp {
        self.clock.now()
    }

    /// What its clock says, in seconds since 1970.
    pub(crate) fn now(&self) -> i64 {
        self.clock.now().as_seconds()
    }

    /// Moves its clock on.
    pub(crate) fn advance(&self, by: Duration) {
        self.clock.set(self.clock.now().plus(by));
    }

    /// Sets its clock, forwards or back.
    pub(crate) fn set_clock(&self, seconds: i64) {
        self.clock.set(Timestamp::from_seconds(seconds));
    }

    /// Applies fixtures, written as a file of them is.
    pub(crate) async fn apply(&self, fixtures: serde_json::Value) {
        let fixtures: Fixtures = serde_json::from_value(fixtures).expect("fixtures");
        fixtures.apply(&self.app).await.expect("fixtures that can be applied");
    }

    /// Carries on every task that is due by its clock.
    pub(crate) async fn settle(&self) {
        Box::pin(imagekin_server::settle(&self.app)).await.expect("the store works");
    }
}

/// The secret of `key`, prepared.
pub(crate) fn signing_key(key: Key) -> SigningKey {
    SigningKey::new(key.secret)
}
