//! The task of CopyImage: copies the bytes of each snapshot into the bucket of the new one, checks their digest, then the
//! image is Available.

use imagekin_catalog::{Image, Snapshot};
use imagekin_store::ObjectPath;

use super::Job;
use super::disks::{self, Moved};
use crate::faults::Halt;

/// Makes disk `n` of the image, which is to be `snapshot`.
pub(super) async fn copy_disk(job: &Job, image: &Image, n: usize, snapshot: Snapshot) -> Result<Moved, Halt> {
    let Some(from) = snapshot.copied_from.clone() else {
        return Ok(Moved::Failed(format!("disk {n} does not say what it is copied from")));
    };
    let Some(bytes) = from.bytes else {
        let recorded = disks::record(job, snapshot.id, None).await?;
        return Ok(if recorded { Moved::Done } else { Moved::Lost });
    };
    let bucket = &job.app.config.import.snapshot_bucket;
    let gone = || Moved::Failed(format!("the bytes of snapshot {} are not there any more", from.snapshot_id));
    let Some(source) = ObjectPath::new(&from.region, bucket, &bytes.path) else { return Ok(gone()) };
    if job.app.objects.length(&source).await?.is_none() {
        return Ok(gone());
    }
    disks::move_disk(job, image, (n, snapshot), &source, bytes.length, Some(&bytes)).await
}
