//! Settings: defaults of the profile, then the file (`--config`), then `IMAGEKIN_…` variables, then flags.

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use figment::Figment;
use figment::providers::{Env, Format, Serialized, Toml};
use imagekin_catalog::RegionId;
use imagekin_catalog::disk::DISK_SIZE_GIB;
use imagekin_catalog::quota::Quotas;
use imagekin_catalog::recycle_bin::RETENTION_DAYS_MAX;
use imagekin_store::{DatabaseUrl, ObjectPath, Placement, PostgresSettings};
use serde::{Deserialize, Serialize};

mod audit;
mod buckets;
mod delays;
mod instance_types;
mod regions;
mod secret;
mod tls;
pub use audit::AuditSettings;
pub use buckets::{BucketKind, BucketSettings};
pub use delays::DelaySettings;
pub(crate) use delays::Delays;
pub use instance_types::InstanceType;
pub use regions::Region;
pub use secret::SecretSource;
pub(crate) use tls::TlsFiles;
pub use tls::TlsSettings;

/// Who the server is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Profile {
    /// A catalogue of golden images: nothing is taken on trust.
    #[default]
    Production,
    /// A stand-in for tests: lenient imports.
    Sandbox,
}

/// All settings. Each has its unit in its name or stands in plain numbers.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Address and port to listen on.
    pub listen: SocketAddr,
    /// TLS of the service's own.
    pub tls: TlsSettings,
    /// Folder of the master key, the database and the buckets, by default.
    pub data_dir: PathBuf,
    /// Where the master keys are; `file:<data_dir>/master.key` if not given.
    pub master_key: Option<SecretSource>,
    /// A PostgreSQL database, `postgres://user:password@host/database`, instead of the one in `data_dir`.
    pub database: Option<DatabaseUrl>,
    /// How PostgreSQL is used.
    pub postgres: PostgresLimits,
    /// Profile.
    pub profile: Profile,
    /// Folder of the buckets; `<data_dir>/objects` if not given.
    pub objects_dir: Option<PathBuf>,
    /// Buckets that are elsewhere.
    pub buckets: Vec<BucketSettings>,
    /// File of fixtures (YAML) that are applied at every start.
    pub fixtures: Option<PathBuf>,
    /// How long an image stays Creating at least, in milliseconds.
    pub creation_delay_ms: u64,
    /// How long each kind of task takes at least, instead of `creation_delay_ms`.
    pub delays: DelaySettings,
    /// Limits of what comes from outside.
    pub limits: Limits,
    /// The audit log.
    pub audit: AuditSettings,
    /// Quotas of one account.
    pub quotas: QuotaSettings,
    /// How images are imported.
    pub import: ImportSettings,
    /// What becomes of deleted images.
    pub recycle_bin: RecycleBinSettings,
    /// DescribeImageFromFamily also resolves `acs:<uid>:<family>` over the images that account shares with the caller,
    /// and `acs:<family>` over the system's. Off: only the caller's own images, as the vendor's page says.
    pub resolve_shared_families: bool,
    /// The program that converts disk images for exports.
    pub qemu_img: PathBuf,
    /// What DescribeImageSupportInstanceTypes shows.
    pub instance_types: Vec<InstanceType>,
    /// The regions that exist.
    pub regions: Vec<Region>,
    /// Addresses of proxies that say in X-Forwarded-For who called.
    pub trusted_proxies: Vec<IpAddr>,
}

/// How PostgreSQL is used.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PostgresLimits {
    /// Most transactions of this node at once, each on a connection of its own.
    pub connections_max: usize,
    /// Longest time that the server works, or waits for a row, on one statement, in milliseconds.
    pub statement_ms_max: u64,
}

impl Default for PostgresLimits {
    fn default() -> Self {
        Self { connections_max: 16, statement_ms_max: 10_000 }
    }
}

/// Limits of what comes from outside.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Most connections at once; further ones wait to be accepted.
    pub connections_max: usize,
    /// Longest time for a TLS handshake, in milliseconds.
    pub handshake_ms_max: u64,
    /// Most requests at once on one connection of HTTP/2; each may hold a body of `request_bytes_max`.
    pub streams_max: u32,
    /// Most requests of the API that are worked on at once; further ones wait for up to `place_ms_max`, and are then refused with
    /// `Throttling`.
    pub requests_max: usize,
    /// Of these, most that write, half of them for one account: they may wait for the database or the disk, and the rest is for
    /// those that read. Further ones are refused with `Throttling`.
    pub writes_max: usize,
    /// Longest time that a request waits to be one of them, in milliseconds.
    pub place_ms_max: u64,
    /// Longest request line with headers, in bytes.
    pub head_bytes_max: usize,
    /// Longest body, in bytes.
    pub request_bytes_max: usize,
    /// Memory for requests that arrive or are worked on, beyond the first 8 KiB of a head and 16 KiB of a body each, in bytes.
    /// Who would need more is refused with `Throttling`.
    pub request_memory_bytes_max: usize,
    /// A longer body is read and thrown away up to this many bytes, so that the client hears the refusal.
    pub drain_bytes_max: usize,
    /// Longest object that is taken in one piece, or in one part of several, in bytes.
    pub object_bytes_max: u64,
    /// Most object requests under way at once, half of them for one account; further ones are refused with `SlowDown`.
    pub object_requests_max: usize,
    /// Longest time for a request line with headers to arrive, in milliseconds.
    pub head_ms_max: u64,
    /// Longest time for a body to arrive, in milliseconds; of the bytes of an object, for each next piece of them.
    pub body_ms_max: u64,
    /// Longest time a connection stays open without a request, in milliseconds.
    pub idle_ms_max: u64,
    /// Longest time that a client takes nothing of its answer, in milliseconds.
    pub write_ms_max: u64,
    /// Longest time to answer what is under way at a shutdown, in milliseconds.
    pub drain_ms_max: u64,
    /// Most a request's time may differ from the server's, in seconds.
    pub clock_skew_s_max: u32,
    /// Most wrong signatures by one access key from one address (of IPv6: one /64) in a minute. Further requests of that key
    /// from there are refused with `Throttling` until the minute is over.
    pub wrong_signatures_of_key_max: u32,
    /// The same of all access keys together.
    pub wrong_signatures_of_address_max: u32,
    /// Nonces remembered; when there is no room for one more, older timestamps are refused.
    pub nonces_max: usize,
    /// Memory for heads that are ready to be answered, in bytes: about 320 for each. It is taken as they come.
    pub head_cache_bytes_max: u64,
    /// How long an answer to a client token is kept, in seconds.
    pub client_token_s: u64,
    /// Background jobs that move bytes at once.
    pub jobs_max: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections_max: 10_000,
            handshake_ms_max: 10_000,
            streams_max: 32,
            requests_max: 1_024,
            writes_max: 512,
            place_ms_max: 500,
            head_bytes_max: 128 * 1024,
            request_bytes_max: 1024 * 1024,
            request_memory_bytes_max: 256 * 1024 * 1024,
            drain_bytes_max: 64 * 1024 * 1024,
            object_bytes_max: 64 * 1024 * 1024 * 1024,
            object_requests_max: 256,
            head_ms_max: 10_000,
            body_ms_max: 30_000,
            idle_ms_max: 75_000,
            write_ms_max: 30_000,
            drain_ms_max: 30_000,
            clock_skew_s_max: 15 * 60,
            wrong_signatures_of_key_max: 100,
            wrong_signatures_of_address_max: 1_000,
            nonces_max: 4 * 1024 * 1024,
            head_cache_bytes_max: 512 * 1024 * 1024,
            client_token_s: 24 * 60 * 60,
            jobs_max: 4,
        }
    }
}

/// Quotas of one account: of its images in one region, and of who may do what.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct QuotaSettings {
    /// Most images of one family.
    pub images_per_family_max: u64,
    /// Most families.
    pub families_per_region_max: u64,
    /// Most images.
    pub images_per_region_max: u64,
    /// Most RAM users.
    pub users_max: u64,
    /// Most groups of RAM users.
    pub groups_max: u64,
    /// Most RAM roles.
    pub roles_max: u64,
    /// Most policies of the account's own.
    pub policies_max: u64,
}

impl Default for QuotaSettings {
    fn default() -> Self {
        let Quotas { images_per_family_max, families_per_region_max, images_per_region_max } =
            Quotas::default();
        Self {
            images_per_family_max,
            families_per_region_max,
            images_per_region_max,
            users_max: 5_000,
            groups_max: 300,
            roles_max: 1_000,
            policies_max: 1_500,
        }
    }
}

impl From<QuotaSettings> for Quotas {
    fn from(settings: QuotaSettings) -> Self {
        let QuotaSettings { images_per_family_max, families_per_region_max, images_per_region_max, .. } =
            settings;
        Self { images_per_family_max, families_per_region_max, images_per_region_max }
    }
}

/// How images are imported.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImportSettings {
    /// Refuse what is not a sound disk image. Only the sandbox may do without.
    pub verify: bool,
    /// Largest disk, in GiB.
    pub disk_gib_max: u32,
    /// Bucket in which the bytes of snapshots are kept, in every region. No client can import from it.
    pub snapshot_bucket: String,
}

/// What becomes of deleted images.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RecycleBinSettings {
    /// Days for which an image that is deleted from now on can be restored, and for which its snapshots are kept; 0: deleted
    /// is deleted.
    pub retention_days: u32,
}

/// Beginnings of `IMAGEKIN_…` variables that are no settings: of the log, of the first key, of clients, of tests, and of
/// Kubernetes, which gives every pod `IMAGEKIN_PORT…` and `IMAGEKIN_SERVICE_…` where a service is called imagekin.
const NO_SETTINGS: &[&str] = &["log", "bootstrap_", "endpoint", "test_", "port", "service_"];

/// Settings that cannot be used, and why.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// A file or variable cannot be read or does not fit.
    #[error(transparent)]
    Unreadable(#[from] Box<figment::Error>),
    /// A setting that its profile does not allow, or that makes no sense.
    #[error("{0}")]
    Unusable(String),
}

impl Config {
    /// The defaults of a profile.
    #[must_use]
    pub fn defaults(profile: Profile) -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 7070)),
            tls: TlsSettings::default(),
            data_dir: PathBuf::from("imagekin-data"),
            master_key: None,
            database: None,
            postgres: PostgresLimits::default(),
            profile,
            objects_dir: None,
            buckets: Vec::new(),
            fixtures: None,
            creation_delay_ms: 0,
            delays: DelaySettings::default(),
            limits: Limits::default(),
            audit: AuditSettings::default(),
            quotas: QuotaSettings::default(),
            import: ImportSettings {
                verify: profile == Profile::Production,
                disk_gib_max: 2_048,
                snapshot_bucket: "imagekin-snapshots".to_owned(),
            },
            recycle_bin: RecycleBinSettings::default(),
            resolve_shared_families: false,
            qemu_img: PathBuf::from("qemu-img"),
            instance_types: instance_types::all(),
            regions: regions::all(),
            trusted_proxies: Vec::new(),
        }
    }

    /// Reads the settings: defaults of the profile, then `file`, then the environment, then `flags`.
    ///
    /// Variables are called `IMAGEKIN_` and the setting, with `__` between a section and its setting:
    /// `IMAGEKIN_QUOTAS__IMAGES_PER_FAMILY_MAX`.
    ///
    /// # Errors
    /// [`ConfigError`], saying which setting of which source it is.
    pub fn load(file: Option<&Path>, flags: impl Serialize) -> Result<Self, ConfigError> {
        let environment = Env::prefixed("IMAGEKIN_")
            .filter(|name| !NO_SETTINGS.iter().any(|prefix| name.starts_with(prefix)))
            .split("__");
        let mut given = Figment::new();
        if let Some(file) = file {
            given = given.merge(Toml::file_exact(file));
        }
        given = given.merge(environment).merge(Serialized::defaults(flags));
        let profile = match given.find_value("profile") {
            Ok(value) => value.deserialize().map_err(Box::new)?,
            Err(_) => Profile::default(),
        };
        let config: Self = Figment::from(Serialized::defaults(Self::defaults(profile)))
            .merge(given)
            .extract()
            .map_err(Box::new)?;
        config.check()?;
        Ok(config)
    }

    fn check(&self) -> Result<(), ConfigError> {
        let unusable = |text: &str| Err(ConfigError::Unusable(text.to_owned()));
        self.check_import()?;
        self.check_times()?;
        if self.limits.head_bytes_max < 8_192 {
            return unusable("limits.head_bytes_max must be at least 8192");
        }
        let Limits {
            connections_max,
            requests_max,
            writes_max,
            object_requests_max,
            nonces_max,
            jobs_max,
            ..
        } = self.limits;
        let counts = [connections_max, requests_max, writes_max, object_requests_max, nonces_max, jobs_max];
        if counts.contains(&0) || self.limits.streams_max == 0 {
            return unusable(
                "connections_max, streams_max, requests_max, writes_max, object_requests_max, nonces_max and jobs_max in limits must be at least 1",
            );
        }
        if self.limits.wrong_signatures_of_key_max == 0 || self.limits.wrong_signatures_of_address_max == 0 {
            return unusable("limits.wrong_signatures_of_key_max and …_of_address_max must be at least 1");
        }
        if self.limits.request_memory_bytes_max < self.limits.head_bytes_max * 2
            || self.limits.request_memory_bytes_max < self.limits.request_bytes_max
        {
            return unusable(
                "limits.request_memory_bytes_max must be at least request_bytes_max and twice head_bytes_max",
            );
        }
        self.tls.files()?;
        if self.postgres.connections_max == 0 || self.postgres.statement_ms_max == 0 {
            return unusable("connections_max and statement_ms_max in postgres must be at least 1");
        }
        if self.audit.refusals_per_s_max == 0 || self.audit.files_max == 0 {
            return unusable("refusals_per_s_max and files_max in audit must be at least 1");
        }
        if self.recycle_bin.retention_days > RETENTION_DAYS_MAX {
            return unusable("recycle_bin.retention_days must be at most 3650");
        }
        if self.regions.is_empty() {
            return unusable("regions must name at least one region");
        }
        Ok(())
    }

    fn check_import(&self) -> Result<(), ConfigError> {
        let unusable = |text: &str| Err(ConfigError::Unusable(text.to_owned()));
        if self.profile == Profile::Production && !self.import.verify {
            return unusable(
                "import.verify = false is for the sandbox: start with --profile sandbox, or leave it true",
            );
        }
        if !DISK_SIZE_GIB.contains(&self.import.disk_gib_max) {
            return unusable("import.disk_gib_max must be 1 to 2048");
        }
        if !ObjectPath::is_bucket(&self.import.snapshot_bucket) {
            return unusable(
                "import.snapshot_bucket must be a bucket's name: 3 to 63 of a-z, 0-9 and -, the first and the last no -",
            );
        }
        Ok(())
    }

    /// Times that no client could keep. None to wait for a place, or to answer what is under way at the end, makes sense.
    fn check_times(&self) -> Result<(), ConfigError> {
        let unusable = |text: &str| Err(ConfigError::Unusable(text.to_owned()));
        let Limits { handshake_ms_max, head_ms_max, body_ms_max, idle_ms_max, write_ms_max, .. } =
            self.limits;
        if [handshake_ms_max, head_ms_max, body_ms_max, idle_ms_max, write_ms_max].contains(&0) {
            return unusable(
                "handshake_ms_max, head_ms_max, body_ms_max, idle_ms_max and write_ms_max in limits must be at least 1",
            );
        }
        Ok(())
    }

    /// How the PostgreSQL database is reached; `None` where the store is embedded.
    #[must_use]
    pub fn postgres_settings(&self) -> Option<PostgresSettings> {
        let PostgresLimits { connections_max, statement_ms_max } = self.postgres;
        let url = self.database.clone()?;
        Some(PostgresSettings { url, connections_max, statement_ms_max })
    }

    /// Folder of the buckets.
    #[must_use]
    pub fn objects_dir(&self) -> PathBuf {
        self.objects_dir.clone().unwrap_or_else(|| self.data_dir.join("objects"))
    }

    /// The regions that exist.
    ///
    /// # Errors
    /// [`ConfigError::Unusable`], naming one that is none.
    pub fn region_ids(&self) -> Result<Vec<RegionId>, ConfigError> {
        let region = |region: &Region| {
            RegionId::parse(&region.id).ok_or_else(|| {
                ConfigError::Unusable(format!(
                    "`{}` in the setting regions is not a region id: 1 to 64 of a-z, 0-9 and -",
                    region.id
                ))
            })
        };
        self.regions.iter().map(region).collect()
    }

    /// Where the buckets are that are elsewhere.
    ///
    /// # Errors
    /// [`ConfigError`], also when an access key is not where the settings say.
    pub fn placements(&self) -> Result<Vec<Placement>, ConfigError> {
        self.buckets.iter().map(BucketSettings::placement).collect()
    }
}
