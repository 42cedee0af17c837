//! The stores that are measured: their accounts, families and images, all told by number, and how they are made.

use std::path::{Path, PathBuf};

use anyhow::Context;
use imagekin_access::{AccessKey, AccessKeyId, AccountId, KeyStatus, Secret};
use imagekin_catalog::disk::{DiskKind, DiskMapping};
use imagekin_catalog::image::{Architecture, ImdsSupport, Platform};
use imagekin_catalog::name::ImageVersion;
use imagekin_catalog::snapshot::{SnapshotBytes, SnapshotStatus};
use imagekin_catalog::task::TaskAction;
use imagekin_catalog::{
    Description, FamilyName, Image, ImageId, ImageName, RegionId, Snapshot, SnapshotId, Status, Tag,
    Timestamp,
};
use imagekin_rpc::signature::sha256_hex;
use imagekin_store::{Catalogue, Cause, MasterKey, Store, StoreError, Write};
use tokio::task::JoinSet;

/// Region of all images.
pub(super) const REGION: &str = "cn-hangzhou";
/// Counts up whenever what is made here changes, so that stores made before are made anew.
const RECIPE: u32 = 2;
/// Accounts that are filled at once: their writes share commits.
const WRITERS: u32 = 64;
/// When the first images were made, in seconds since 1970.
const FIRST_SECOND: i64 = 1_700_000_000;

/// How much a store holds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    /// Accounts, each with one access key and one snapshot.
    pub(super) accounts: u32,
    /// Families of each account.
    pub(super) families: u32,
    /// Images of each family, all of them Available.
    pub(super) images: u32,
}

impl Scale {
    /// Images of the whole store.
    pub(super) fn images_total(self) -> u32 {
        self.families_total() * self.images
    }

    /// Families of the whole store.
    pub(super) fn families_total(self) -> u32 {
        self.accounts * self.families
    }
}

/// The access key id of an account.
pub(super) fn access_key_id(account: u32) -> String {
    format!("LTAI5tBenchKey{account:010}")
}

/// The secret of an account's access key.
pub(super) fn secret(account: u32) -> String {
    format!("BenchSecret{account:019}")
}

/// The name of a family.
pub(super) fn family(family: u32) -> String {
    format!("hangzhou-daily-update-{family:03}")
}

/// The id of the snapshot of an account.
pub(super) fn snapshot_id(account: u32) -> SnapshotId {
    SnapshotId::generate(scattered([account, u32::MAX, 0]))
}

/// The id of the newest image of a family.
pub(super) fn head(scale: Scale, account: u32, family: u32) -> ImageId {
    image_id(account, family, scale.images - 1)
}

fn image_id(account: u32, family: u32, generation: u32) -> ImageId {
    ImageId::generate(scattered([account, family, generation]))
}

/// 128 bits that look random and are always the same for the same numbers.
fn scattered(numbers: [u32; 3]) -> u128 {
    let seed = numbers.iter().fold(0_u64, |seed, number| super::scatter(seed ^ u64::from(*number)));
    u128::from(super::scatter(seed)) << 64 | u128::from(super::scatter(!seed))
}

/// The folder of a store of this scale below `folder`, made unless an earlier run has made it.
pub(super) fn store(folder: &Path, scale: Scale) -> anyhow::Result<PathBuf> {
    let store = folder.join(format!("{}-images", scale.images_total()));
    let marker = folder.join(format!("{}-images.made", scale.images_total()));
    let made = format!("recipe {RECIPE}, {scale:?}, schema {}\n", schema()?);
    if std::fs::read_to_string(&marker).is_ok_and(|text| text == made) {
        return Ok(store);
    }
    println!("making a store of {} images", scale.images_total());
    if store.exists() {
        std::fs::remove_dir_all(&store)?;
    }
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    runtime.block_on(fill(&store, scale)).context("the store cannot be made")?;
    std::fs::write(&marker, made)?;
    Ok(store)
}

/// A digest of the migrations.
fn schema() -> anyhow::Result<String> {
    let files = std::fs::read_dir("migrations")?.map(|entry| Ok(entry?.path()));
    let mut files = files.collect::<std::io::Result<Vec<_>>>()?;
    files.sort();
    let texts = files.iter().map(std::fs::read).collect::<std::io::Result<Vec<_>>>()?;
    Ok(sha256_hex(&texts.concat()))
}

async fn fill(folder: &Path, scale: Scale) -> anyhow::Result<()> {
    let master_key = MasterKey::open(&folder.join("master.key"), || [7; 32])?;
    let store = std::sync::Arc::new(Store::open(folder, master_key)?);
    let keys = (0..scale.accounts).map(access_key).collect::<anyhow::Result<Vec<_>>>()?;
    let now = Timestamp::from_seconds(FIRST_SECOND);
    store.write_accounts(move |write| keys.iter().try_for_each(|key| write.put_access_key(key, now))).await?;
    let mut writers = JoinSet::new();
    for account in 0..scale.accounts {
        if writers.len() == WRITERS as usize {
            writers.join_next().await.context("a writer")???;
        }
        let store = std::sync::Arc::clone(&store);
        writers.spawn(async move {
            for generation in 0..scale.images {
                add_generation(&store, scale, account, generation).await?;
            }
            anyhow::Ok(())
        });
    }
    while let Some(written) = writers.join_next().await {
        written??;
    }
    Ok(())
}

fn access_key(account: u32) -> anyhow::Result<AccessKey> {
    Ok(AccessKey {
        account: account_id(account)?,
        id: AccessKeyId::parse(&access_key_id(account)).context("an access key id")?,
        secret: Secret::new(secret(account)).context("a secret")?,
        status: KeyStatus::Active,
    })
}

fn account_id(account: u32) -> anyhow::Result<AccountId> {
    AccountId::from_u64(1_000_000_000_000_000 + u64::from(account)).context("an account")
}

/// One new image for each family of an account: as if all were built on the same day.
async fn add_generation(store: &Store, scale: Scale, account: u32, generation: u32) -> anyhow::Result<()> {
    let region = RegionId::parse(REGION).context("a region")?;
    let now = Timestamp::from_seconds(FIRST_SECOND + i64::from(generation) * 86_400);
    let request_id = format!("{account:08}-0000-4000-8000-{generation:012}");
    let cause = Cause { action: "CreateImage", request_id, now };
    let catalogue = Catalogue { account: account_id(account)?, region };
    let work = move |write: &mut Write<'_>| {
        if generation == 0 {
            write.put_snapshot(&snapshot(account, now))?;
        }
        for family in 0..scale.families {
            let image = image(account, family, generation, write.sequence(), now)
                .map_err(|error| StoreError::Inconsistent(format!("{error:#}")))?;
            write.add_image(&image)?;
        }
        Ok::<_, StoreError>(())
    };
    Ok(store.write(catalogue, cause, work).await?)
}

fn snapshot(account: u32, now: Timestamp) -> Snapshot {
    let bytes = SnapshotBytes {
        path: format!("{account}/{}", snapshot_id(account)),
        length: 196_624,
        sha256: sha256_hex(b"a disk"),
    };
    let (status, kind) = (SnapshotStatus::Accomplished, DiskKind::System);
    Snapshot { bytes: Some(bytes), ..Snapshot::new(snapshot_id(account), status, kind, 40, now) }
}

fn image(account: u32, family: u32, generation: u32, sequence: u64, now: Timestamp) -> anyhow::Result<Image> {
    let refused = |refusal| anyhow::anyhow!("{refusal:?}");
    let name = format!("hangzhou-daily-{family:03}-{generation:03}");
    let disk = DiskMapping {
        device: "/dev/xvda".to_owned(),
        kind: DiskKind::System,
        size_gib: 40,
        snapshot_id: Some(snapshot_id(account)),
        imported_from: None,
    };
    let platform = Platform::parse("Ubuntu").map_err(refused)?;
    Ok(Image {
        id: image_id(account, family, generation),
        name: ImageName::parse(&name).map_err(refused)?,
        family: Some(FamilyName::parse(&self::family(family)).map_err(refused)?),
        description: Description::parse("The golden image of the day, patched and tested")
            .map_err(refused)?,
        version: ImageVersion::parse(&format!("1.{generation}")).map_err(refused)?,
        status: Status::Available,
        failure: String::new(),
        progress: 100,
        origin: TaskAction::CreateImage,
        architecture: Architecture::X86_64,
        os_type: platform.os_type(),
        platform,
        os_name: None,
        boot_mode: None,
        license_type: None,
        imds_support: ImdsSupport::V1,
        nvme_support: None,
        resource_group_id: String::new(),
        disks: vec![disk],
        tags: Tag::parse_all([("env", "production")]).map_err(refused)?,
        is_public: false,
        share_count: 0,
        instance_count: 0,
        created_at: now,
        sequence,
    })
}
