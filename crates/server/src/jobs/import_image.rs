//! The task of ImportImage: copies each disk image into the bucket of snapshots, then the image is Available.
//!
//! A disk that is copied is recorded with its digest; after a crash the job goes on with the next one. Its own copy
//! makes an image independent of the object it came from, which its owner may delete or overwrite.

use imagekin_catalog::disk::DiskMapping;
use imagekin_catalog::{Image, Snapshot};
use imagekin_store::disk::inspect;
use imagekin_store::{ObjectPath, StoreError};

use super::Job;
use super::disks::{self, Moved};
use crate::faults::Halt;

const GIB: u64 = 1 << 30;

/// Makes disk `n` of the image, which is to be `snapshot`.
pub(super) async fn import_disk(
    job: &Job,
    image: &Image,
    n: usize,
    snapshot: Snapshot,
) -> Result<Moved, Halt> {
    let Some(from) = &image.disks[n].imported_from else {
        return Ok(Moved::Failed(format!("disk {n} does not say what it is imported from")));
    };
    let name = format!("{}/{}", from.bucket, from.object);
    let region = &job.claimed.catalogue.region;
    let Some(source) = ObjectPath::new(region, &from.bucket, &from.object) else {
        return Ok(Moved::Failed(format!("{name} is not the name of an object")));
    };
    let objects = &job.app.objects;
    let Some(length) = objects.length(&source).await? else {
        return Ok(Moved::Failed(format!("the object {name} is not there any more")));
    };
    // Before anything is copied in vain; what was copied is looked at again.
    if let Some(why) = unfit(job, &source, length, &image.disks[n]).await? {
        return Ok(Moved::Failed(why));
    }
    disks::move_disk(job, image, (n, snapshot), &source, length, None).await
}

/// Why an object cannot be this disk, if it cannot: since the call it may have become another one, and even while it is
/// copied.
pub(super) async fn unfit(
    job: &Job,
    path: &ObjectPath,
    length: u64,
    disk: &DiskMapping,
) -> Result<Option<String>, StoreError> {
    if !job.app.config.import.verify {
        return Ok(None);
    }
    let (head, tail) = job.app.objects.ends(path, length).await?;
    Ok(match inspect(&head, &tail, length) {
        Err(fault) => Some(fault.to_string()),
        Ok(found) if found.virtual_bytes.div_ceil(GIB) > u64::from(disk.size_gib) => Some(format!(
            "the object has become a disk of {} bytes; one of {} GiB was imported",
            found.virtual_bytes, disk.size_gib
        )),
        Ok(_) => None,
    })
}
