//! A store filled through the crate that it belongs to: as the service would, but many images in a write.

use std::sync::Arc;

use anyhow::Context;
use imagekin_access::{AccessKey, AccessKeyId, KeyStatus, Secret};
use imagekin_catalog::disk::{DiskKind, DiskMapping};
use imagekin_catalog::image::{Architecture, ImdsSupport, Platform};
use imagekin_catalog::name::ImageVersion;
use imagekin_catalog::snapshot::{SnapshotBytes, SnapshotStatus};
use imagekin_catalog::task::TaskAction;
use imagekin_catalog::{
    Description, FamilyName, Image, ImageName, RegionId, Snapshot, Status, Tag, Timestamp,
};
use imagekin_rpc::signature::sha256_hex;
use imagekin_store::{AccountWrite, Catalogue, Cause, Store, StoreError, Write};
use tokio::task::JoinSet;

use super::{self as seed, REGION, Scale};

/// Accounts that are filled at once: their writes share commits.
const WRITERS: u32 = 64;
/// Access keys that are made in one write: none of them takes long.
const KEYS_AT_ONCE: usize = 1_000;
/// When the first images were made, in seconds since 1970.
const FIRST_SECOND: i64 = 1_700_000_000;

/// Makes the accounts and, but for those that are copied later, what is in them.
pub(super) async fn fill(store: &Arc<Store>, scale: Scale) -> anyhow::Result<()> {
    let keys = (0..scale.accounts).map(access_key).collect::<anyhow::Result<Vec<_>>>()?;
    let now = Timestamp::from_seconds(FIRST_SECOND);
    for keys in keys.chunks(KEYS_AT_ONCE).map(<[_]>::to_vec) {
        let put =
            move |write: &AccountWrite<'_>| keys.iter().try_for_each(|key| write.put_access_key(key, now));
        store.write_accounts(put).await?;
    }
    let mut writers = JoinSet::new();
    let filled = if scale.is_copied { 1 } else { scale.accounts };
    for account in 0..filled {
        if writers.len() == WRITERS as usize {
            writers.join_next().await.context("a writer")???;
        }
        let store = Arc::clone(store);
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
        user: None,
        account: seed::account_id(account)?,
        id: AccessKeyId::parse(&seed::access_key_id(account)).context("an access key id")?,
        secret: Secret::new(seed::secret(account)).context("a secret")?,
        status: KeyStatus::Active,
    })
}

/// One new image for each family of an account: as if all were built on the same day.
async fn add_generation(store: &Store, scale: Scale, account: u32, generation: u32) -> anyhow::Result<()> {
    let region = RegionId::parse(REGION).context("a region")?;
    let now = Timestamp::from_seconds(FIRST_SECOND + i64::from(generation) * 86_400);
    let request_id = format!("{account:08}-0000-4000-8000-{generation:012}");
    let cause = Cause { action: "CreateImage", request_id, now };
    let catalogue = Catalogue { account: seed::account_id(account)?, region };
    let work = move |write: &mut Write<'_>| {
        if generation == 0 {
            write.put_snapshot(&snapshot(scale, account, now))?;
        }
        for family in 0..scale.families {
            let image = image(scale, account, family, generation, write.sequence(), now)
                .map_err(|error| StoreError::Inconsistent(format!("{error:#}")))?;
            write.add_image(&image)?;
        }
        Ok::<_, StoreError>(())
    };
    Ok(store.write(catalogue, cause, work).await?)
}

fn snapshot(scale: Scale, account: u32, now: Timestamp) -> Snapshot {
    let bytes = SnapshotBytes {
        path: format!("{account}/{}", seed::snapshot_id(scale, account)),
        length: 196_624,
        sha256: sha256_hex(b"a disk"),
    };
    let (status, disk) = (SnapshotStatus::Accomplished, DiskKind::System);
    Snapshot { bytes: Some(bytes), ..Snapshot::new(seed::snapshot_id(scale, account), status, disk, 40, now) }
}

fn image(
    scale: Scale,
    account: u32,
    family: u32,
    generation: u32,
    sequence: u64,
    now: Timestamp,
) -> anyhow::Result<Image> {
    let refused = |refusal| anyhow::anyhow!("{refusal:?}");
    let disk = DiskMapping {
        device: "/dev/xvda".to_owned(),
        kind: DiskKind::System,
        size_gib: 40,
        snapshot_id: Some(seed::snapshot_id(scale, account)),
        imported_from: None,
    };
    let platform = Platform::parse("Ubuntu").map_err(refused)?;
    Ok(Image {
        id: seed::image_id(scale, account, family, generation),
        name: ImageName::parse(&seed::image_name(family, generation)).map_err(refused)?,
        family: Some(FamilyName::parse(&seed::family(family)).map_err(refused)?),
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
        tags: Tag::parse_all([("env", "production"), ("build", &generation.to_string())]).map_err(refused)?,
        is_public: false,
        share_count: 0,
        instance_count: 0,
        deletion_protection: false,
        created_at: now,
        sequence,
    })
}
