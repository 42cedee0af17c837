//! Objects in the buckets of snapshots that nothing names.

use imagekin_access::AccountId;
use imagekin_catalog::RegionId;

use super::{Tell, Told};
use crate::db::{Value, has_row};
use crate::store::key;
use crate::{Catalogue, ObjectPath, Objects, Read, Store, StoreError};

/// Objects listed at once.
const PAGE_OBJECTS: usize = 1_000;

impl Store {
    /// Tells of the objects of a bucket of snapshots that no snapshot names and that are not to be taken away.
    pub(super) async fn check_orphans(
        &self,
        objects: &Objects,
        bucket: &str,
        region: &RegionId,
        tell: &Tell,
    ) -> Result<(), StoreError> {
        let mut after = String::new();
        loop {
            let orphans = self.orphans(objects, bucket, region, &mut after).await?;
            for (object, length) in &orphans.found {
                tell(Told::Problem(format!(
                    "{region}: the object {object} of {length} bytes is in the bucket {bucket}, and nothing names it"
                )));
            }
            tell(Told::Objects(orphans.listed));
            if orphans.listed == 0 {
                return Ok(());
            }
        }
    }

    /// Lists the objects after `after`, which becomes the last of them, and gives those that nothing names.
    ///
    /// # Errors
    /// What the database or the bucket says.
    pub(crate) async fn orphans(
        &self,
        objects: &Objects,
        bucket: &str,
        region: &RegionId,
        after: &mut String,
    ) -> Result<Orphans, StoreError> {
        let mut orphans = Orphans { listed: 0, found: Vec::new() };
        if !objects.is_bucket_in(region, bucket).await? {
            return Ok(orphans);
        }
        // The bucket first: an object is written down before it is made, and forgotten only when it is gone.
        let listed = objects.list(region, bucket, "", after, PAGE_OBJECTS).await?;
        let Some(last) = listed.last() else { return Ok(orphans) };
        after.clone_from(&last.object);
        orphans.listed = listed.len() as u64;
        let names: Vec<(String, u64)> =
            listed.into_iter().map(|listed| (listed.object, listed.length)).collect();
        let (here, bucket_name) = (region.clone(), bucket.to_owned());
        let unnamed = self.read_patiently(move |read: &Read<'_>| {
            let mut unnamed = Vec::new();
            for (object, length) in names {
                if !is_known(read, &here, &bucket_name, &object)? {
                    unnamed.push((object, length));
                }
            }
            Ok::<_, StoreError>(unnamed)
        });
        for (object, length) in unnamed.await? {
            // It may have gone between the two looks.
            let path = ObjectPath::new(region, bucket, &object);
            let is_there = match &path {
                Some(path) => objects.length(path).await?.is_some(),
                None => true,
            };
            if is_there {
                orphans.found.push((object, length));
            }
        }
        Ok(orphans)
    }
}

/// What a look at a part of a bucket has found.
pub(crate) struct Orphans {
    /// How many objects there were.
    pub(crate) listed: u64,
    /// Those that nothing names, each with its length.
    pub(crate) found: Vec<(String, u64)>,
}

/// Does a snapshot name the object, or is it to be taken away?
fn is_known(read: &Read<'_>, region: &RegionId, bucket: &str, object: &str) -> Result<bool, StoreError> {
    let Some((account, name)) = object.split_once('/') else { return Ok(false) };
    let Some(account) = AccountId::parse(account) else { return Ok(false) };
    let catalogue = Catalogue { account, region: region.clone() };
    // The name begins with that of the snapshot, which has a `-` in it, too.
    let beginnings = name.rmatch_indices('-').map(|(at, _)| &name[..at]);
    for id in beginnings.chain([name]) {
        if names(read, &catalogue, "snapshot_id = $3 AND bytes_path = $4", &[id, object])? {
            return Ok(true);
        }
    }
    // Whatever it is called, a snapshot may name it; there is no index to find that by.
    Ok(read.is_being_removed(&catalogue, bucket, object)?
        || names(read, &catalogue, "bytes_path = $3", &[object])?)
}

fn names(
    read: &Read<'_>,
    catalogue: &Catalogue,
    condition: &str,
    texts: &[&str],
) -> Result<bool, StoreError> {
    let sql =
        format!("SELECT 1 FROM snapshots WHERE account_id = $1 AND region_id = $2 AND {condition} LIMIT 1");
    let values: Vec<Value<'_>> =
        key(catalogue).into_iter().chain(texts.iter().map(|text| (*text).into())).collect();
    has_row(read.db, &sql, &values)
}
