//! The task of ImportImage: copies each disk image into the bucket of snapshots, then the image is Available.
//!
//! A disk that is copied is recorded with its digest; after a crash the job goes on with the next one. Its own copy
//! makes an image independent of the object it came from, which its owner may delete or overwrite.

use imagekin_catalog::{Image, Snapshot};
use imagekin_store::ObjectPath;
use imagekin_store::disk::inspect;

use super::Job;
use super::disks::{self, Moved};
use crate::faults::Halt;

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
    if job.app.config.import.verify {
        let (head, tail) = objects.ends(&source, length).await?;
        if let Err(fault) = inspect(&head, &tail, length) {
            return Ok(Moved::Failed(fault.to_string()));
        }
    }
    disks::move_disk(job, image, (n, snapshot), &source, length, None).await
}
