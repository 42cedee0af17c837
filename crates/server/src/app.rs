//! What every request needs: the store, the buckets, the settings, the clock and the caches.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use imagekin_access::{AccessKey, AccountId};
use imagekin_catalog::RegionId;
use imagekin_store::{Objects, Store, StoreError};
use tokio::sync::{Mutex as AsyncMutex, Notify, Semaphore};

use crate::audit::{Audit, operator_event};
use crate::call::{AccountPlaces, ReplayGuard, Throttling};
use crate::config::{Config, ConfigError, Delays, Profile};
use crate::credentials::Credentials;
use crate::fixtures::FixturesError;
use crate::guesses::Guesses;
use crate::head_cache::HeadCache;
use crate::memory::RequestMemory;
use crate::sandbox_key::{self, is_of_the_sandbox};
use crate::{Clock, Fixtures, Random};

/// The application: shared by all requests and jobs.
pub struct App {
    pub(crate) config: Config,
    pub(crate) regions: Vec<RegionId>,
    pub(crate) store: Store,
    pub(crate) objects: Objects,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) random: Arc<dyn Random>,
    pub(crate) credentials: Credentials,
    pub(crate) heads: HeadCache,
    pub(crate) delays: Delays,
    pub(crate) replays: ReplayGuard,
    pub(crate) throttling: Throttling,
    pub(crate) guesses: Guesses,
    pub(crate) request_memory: Arc<RequestMemory>,
    pub(crate) audit: Audit,
    /// One for each request that may be worked on at once: who finds none is turned away, so that those who have one are
    /// answered soon.
    pub(crate) places: Semaphore,
    /// Of these, those that requests may take that write.
    pub(crate) write_places: Arc<AccountPlaces>,
    /// One for each object request that may be under way at once.
    pub(crate) object_places: Arc<Semaphore>,
    /// Of these, those that accounts may have whose requests they are known to be.
    pub(crate) account_object_places: Arc<AccountPlaces>,
    /// Held by whoever looks whether there is a bucket of a name, and then makes it.
    pub(crate) making_bucket: Arc<AsyncMutex<()>>,
    /// Wakes the jobs when there is a new task.
    pub(crate) new_task: Notify,
    /// Wakes who removes objects.
    pub(crate) new_removal: Notify,
    /// Wakes who seals secrets anew.
    pub(crate) new_keys: Notify,
    /// An operator asks for what can be read again to be read again.
    pub(crate) reload: Arc<Notify>,
    /// Folders of exports that could not be removed yet.
    pub(crate) left_behind: Mutex<Vec<PathBuf>>,
}

/// Why the server does not start, and what to do about it.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The store cannot be opened.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The fixtures cannot be applied.
    #[error(transparent)]
    Fixtures(#[from] FixturesError),
    /// The settings cannot be used.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// There is no access key, so nobody could call.
    #[error(
        "there is no access key yet, so nobody could sign a request.\n\
         Make the first one by starting once with these variables set:\n  \
         IMAGEKIN_BOOTSTRAP_ACCOUNT_ID=1234567890123456      (16 digits, your choice)\n  \
         IMAGEKIN_BOOTSTRAP_ACCESS_KEY_ID=LTAI-your-choice\n  \
         IMAGEKIN_BOOTSTRAP_ACCESS_KEY_SECRET=$(openssl rand -base64 24)\n\
         It is kept, sealed, in the data folder; later starts do without the variables."
    )]
    NoAccessKey,
    /// The access key that is to be the first one is the sandbox's, in production.
    #[error(
        "IMAGEKIN_BOOTSTRAP_ACCESS_KEY_ID and IMAGEKIN_BOOTSTRAP_ACCESS_KEY_SECRET are the sandbox's own key, which \
         everybody knows: choose another"
    )]
    FirstKeyOfTheSandbox,
    /// The sandbox's access key may be used in the store, in production.
    #[error(
        "the store has the sandbox's own access key, whose secret everybody knows: whoever reaches the service could do \
         everything in the account {0}.\n\
         Delete it, with the flags and variables of the store that it is in:\n  \
         imagekin account delete-key {0} testid\n\
         `imagekin account add-key {0}` makes the account another one."
    )]
    SandboxKey(AccountId),
    /// The fixtures have access keys with their secrets, in production.
    #[error(
        "the fixtures {} have secrets of access keys, and are applied at every start: a key that was disabled or deleted would \
         come back. That is for the sandbox. Apply such a file once, with `imagekin fixtures apply`, or make keys with \
         `imagekin account create` and `imagekin account add-key`",
        .0.display()
    )]
    FixtureKeys(PathBuf),
    /// The system gives no thread to write the audit log with.
    #[error("the audit log cannot be written: {0}")]
    Audit(#[from] std::io::Error),
}

impl App {
    /// Opens the store and the buckets, adds `first_key` if it is given, and applies the fixtures of the settings.
    ///
    /// # Errors
    /// [`StartError`]; in production also where there is no access key after that, or one that everybody knows.
    pub async fn open(
        config: Config,
        first_key: Option<AccessKey>,
        clock: Arc<dyn Clock>,
        random: Arc<dyn Random>,
    ) -> Result<Arc<Self>, StartError> {
        let is_production = config.profile == Profile::Production;
        if is_production && first_key.as_ref().is_some_and(is_of_the_sandbox) {
            return Err(StartError::FirstKeyOfTheSandbox);
        }
        let app = Self::open_without_keys(config, clock, random).await?;
        if let Some(key) = first_key {
            app.put_first_key(key).await?;
        }
        if let Some(path) = &app.config.fixtures {
            let fixtures = Fixtures::read(path)?;
            if is_production && fixtures.have_secrets() {
                return Err(StartError::FixtureKeys(path.clone()));
            }
            let applied = fixtures.apply(&app).await?;
            tracing::info!("Applied the fixtures {}: {applied}", path.display());
        }
        // Another node may have sealed the first one meanwhile.
        app.store.check_master_key().await?;
        if is_production {
            app.must_have_safe_keys().await?;
        }
        Ok(app)
    }

    /// There is an access key, and none that everybody knows.
    async fn must_have_safe_keys(&self) -> Result<(), StartError> {
        if !self.store.has_access_keys().await? {
            return Err(StartError::NoAccessKey);
        }
        match sandbox_key::account_with_it(&self.store).await? {
            None => Ok(()),
            Some(account) => Err(StartError::SandboxKey(account)),
        }
    }

    /// Opens the store and the buckets as they are: for what works on a data folder without serving it.
    ///
    /// # Errors
    /// [`StartError`].
    pub async fn open_without_keys(
        config: Config,
        clock: Arc<dyn Clock>,
        random: Arc<dyn Random>,
    ) -> Result<Arc<Self>, StartError> {
        let key_ring = config.key_ring_or_new(&*random)?;
        let store = match config.postgres_settings() {
            None => Store::open(&config.data_dir, key_ring)?,
            Some(postgres) => Store::connect(&postgres, key_ring).await?,
        };
        store.check_master_key().await?;
        let regions = config.region_ids()?;
        Ok(Arc::new(Self {
            regions,
            objects: Objects::open_with(&config.objects_dir(), config.placements()?)?,
            credentials: Credentials::new(config.profile),
            heads: HeadCache::new(config.limits.head_cache_bytes_max),
            delays: Delays::new(&config),
            throttling: Throttling::default(),
            audit: Audit::open(&config.audit)?,
            replays: ReplayGuard::new(config.limits.nonces_max),
            guesses: Guesses::new(&config.limits),
            request_memory: RequestMemory::new(config.limits.request_memory_bytes_max),
            places: Semaphore::new(config.limits.requests_max),
            write_places: AccountPlaces::new(config.limits.writes_max),
            object_places: Arc::new(Semaphore::new(config.limits.object_requests_max)),
            account_object_places: AccountPlaces::new(config.limits.object_requests_max),
            making_bucket: Arc::default(),
            new_task: Notify::new(),
            new_removal: Notify::new(),
            new_keys: Notify::new(),
            reload: Arc::default(),
            left_behind: Mutex::default(),
            config,
            store,
            clock,
            random,
        }))
    }

    async fn put_first_key(&self, key: AccessKey) -> Result<(), StoreError> {
        let (id, now) = (key.id.clone(), self.clock.now());
        let event = operator_event("PutFirstAccessKey", &[("AccessKeyId", id.as_str())], now, &*self.random);
        let put = self.store.write_accounts(move |accounts| {
            let is_there = accounts.has_access_key(&key)?;
            let is_first = accounts.put_first_access_key(&key, now)?;
            let is_new = is_first && !is_there;
            Ok((is_first, if is_new { accounts.record(key.account, event)? } else { Vec::new() }))
        });
        let (is_first, entries) = put.await?;
        self.audit.file(entries);
        if !is_first {
            tracing::warn!(
                "The account has other access keys of its own, so {id} of IMAGEKIN_BOOTSTRAP_ACCESS_KEY_ID is not made: \
                 make one with `imagekin key create` or `imagekin account add-key`"
            );
        }
        Ok(())
    }

    /// There may be new tasks, or objects to be removed.
    pub(crate) fn wake_jobs(&self) {
        self.new_task.notify_one();
        self.new_removal.notify_one();
    }

    /// The store.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The buckets.
    #[must_use]
    pub fn objects(&self) -> &Objects {
        &self.objects
    }
}
