//! The stores that are measured: their accounts, families and images, all told by number, and how they are made.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context;
use imagekin_access::AccountId;
use imagekin_catalog::{ImageId, SnapshotId};
use imagekin_rpc::signature::sha256_hex;
use imagekin_store::{DatabaseUrl, KeyRing, PostgresSettings, Store};
use imagekin_testing::Postgres;
use serde::{Deserialize, Serialize};

mod copy;
mod fill;
pub(super) mod users;

/// Region of all images.
pub(super) const REGION: &str = "cn-hangzhou";
/// Counts up whenever what is made here changes, so that stores made before are made anew.
const RECIPE: u32 = 2;
/// How much a store holds.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) struct Scale {
    /// Accounts, each with one access key and one snapshot.
    pub(super) accounts: u32,
    /// Families of each account.
    pub(super) families: u32,
    /// Images of each family, all of them Available.
    pub(super) images: u32,
    /// Every account holds the same, the ids too: one is filled, the others are copied from it in SQL.
    pub(super) is_copied: bool,
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

/// What the name of every family begins with; its number follows, of three digits at least.
pub(super) const FAMILY_PREFIX: &str = "hangzhou-daily-update-";

/// The name of a family.
pub(super) fn family(family: u32) -> String {
    format!("{FAMILY_PREFIX}{family:03}")
}

/// The name of the image that a family got in this generation.
pub(super) fn image_name(family: u32, generation: u32) -> String {
    format!("hangzhou-daily-{family:03}-{generation:03}")
}

/// The id of the snapshot of an account.
pub(super) fn snapshot_id(scale: Scale, account: u32) -> SnapshotId {
    let account = if scale.is_copied { 0 } else { account };
    SnapshotId::generate(scattered([account, u32::MAX, 0]))
}

/// The id of the newest image of a family.
pub(super) fn head(scale: Scale, account: u32, family: u32) -> ImageId {
    image_id(scale, account, family, scale.images - 1)
}

/// The id of the image that a family got in this generation.
pub(super) fn image_id(scale: Scale, account: u32, family: u32, generation: u32) -> ImageId {
    let account = if scale.is_copied { 0 } else { account };
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
    let _ = std::fs::remove_file(&marker);
    if store.exists() {
        std::fs::remove_dir_all(&store)?;
    }
    let embedded = Arc::new(Store::open(&store, master_key(&store)?)?);
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    runtime.block_on(fill::fill(&embedded, scale)).context("the store cannot be made")?;
    drop(embedded);
    if scale.is_copied {
        copy::to_all_accounts(&store, scale).context("the store cannot be made")?;
    }
    std::fs::write(&marker, made)?;
    Ok(store)
}

/// The same with a RAM user in each account.
pub(super) fn store_with_users(folder: &Path, scale: Scale) -> anyhow::Result<PathBuf> {
    let store = store(folder, scale)?;
    // In the store, so that it goes with it.
    let marker = store.join("users.made");
    if !marker.exists() {
        println!("making a RAM user in each of {} accounts", scale.accounts);
        let embedded = Arc::new(Store::open(&store, master_key(&store)?)?);
        let runtime = tokio::runtime::Builder::new_current_thread().build()?;
        runtime.block_on(users::add(&embedded, scale)).context("the users cannot be made")?;
        std::fs::write(&marker, users::policy())?;
    }
    Ok(store)
}

/// Makes a store of this scale, whose accounts all hold the same, in an empty PostgreSQL database; `folder` gets the key
/// of its secrets.
pub(super) fn database(folder: &Path, server: &Postgres, name: &str, scale: Scale) -> anyhow::Result<()> {
    println!("making a database of {} images", scale.images_total());
    let settings = PostgresSettings {
        url: DatabaseUrl::new(server.url(name)),
        connections_max: 4,
        statement_ms_max: 600_000,
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
    let key = master_key(folder)?;
    runtime.block_on(async {
        let store = Arc::new(Store::connect(&settings, key).await?);
        fill::fill(&store, scale).await
    })?;
    copy::in_postgres(server, name)
}

/// Makes a RAM user in each account of such a database.
pub(super) fn users_in_database(
    folder: &Path,
    server: &Postgres,
    name: &str,
    scale: Scale,
) -> anyhow::Result<()> {
    let settings = PostgresSettings {
        url: DatabaseUrl::new(server.url(name)),
        connections_max: 4,
        statement_ms_max: 600_000,
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
    let key = master_key(folder)?;
    runtime.block_on(async {
        let store = Arc::new(Store::connect(&settings, key).await?);
        users::add(&store, scale).await
    })
}

fn master_key(folder: &Path) -> anyhow::Result<KeyRing> {
    Ok(KeyRing::open(&folder.join("master.key"), || [7; 32])?)
}

/// A digest of the migrations.
fn schema() -> anyhow::Result<String> {
    let files = std::fs::read_dir("migrations")?.map(|entry| Ok(entry?.path()));
    let mut files = files.collect::<std::io::Result<Vec<_>>>()?;
    files.sort();
    let texts = files.iter().map(std::fs::read).collect::<std::io::Result<Vec<_>>>()?;
    Ok(sha256_hex(&texts.concat()))
}

/// The uid of an account.
pub(super) fn account_id(account: u32) -> anyhow::Result<AccountId> {
    AccountId::from_u64(1_000_000_000_000_000 + u64::from(account)).context("an account")
}
