//! A look at an object that is to become a disk: is it there, may it be taken, and what is it?

use imagekin_catalog::RegionId;
use imagekin_rpc::{Fault, codes};
use imagekin_store::ObjectPath;
use imagekin_store::disk::{self, Disk, DiskFault, Format, VhdFault};

use super::DiskInput;
use crate::call::Call;
use crate::faults;

const GIB: u64 = 1 << 30;

/// What an object turned out to be.
pub(super) struct Found {
    /// As ImportImage spells it.
    pub(super) format: &'static str,
    /// Size of the disk, rounded up.
    pub(super) size_gib: u32,
}

/// Looks at the object of `DiskDeviceMapping.<n>`.
pub(super) async fn at(call: &Call, region: &RegionId, n: usize, disk: &DiskInput) -> Result<Found, Fault> {
    let given = |value: &Option<String>, name: &str| {
        let missing =
            || Fault::with(&codes::IMPORT_PARAMETER_MISSING, &format!("DiskDeviceMapping.{n}.{name}"));
        value.clone().ok_or_else(missing)
    };
    let bucket = given(&disk.bucket, "OSSBucket")?;
    let object = given(&disk.object, "OSSObject")?;
    let asked = match disk.format.as_deref() {
        None => None,
        Some(text) => Some(Format::parse(text).ok_or(Fault::new(&codes::IMAGE_FORMAT_MALFORMED))?),
    };
    if !ObjectPath::is_bucket(&bucket) {
        return Err(Fault::new(&codes::OSS_BUCKET_MALFORMED));
    }
    let path = ObjectPath::new(region, &bucket, &object).ok_or(Fault::new(&codes::OSS_OBJECT_MALFORMED))?;
    if bucket == call.app.config.import.snapshot_bucket {
        // It holds the snapshots of every account.
        return Err(Fault::new(&codes::OSS_NOT_AUTHORIZED));
    }
    let objects = &call.app.objects;
    if !objects.has_bucket(&path).await.map_err(|error| faults::failed(&error))? {
        return Err(Fault::new(&codes::OSS_BUCKET_NOT_FOUND));
    }
    let length = objects.length(&path).await.map_err(|error| faults::failed(&error))?;
    let length = length.ok_or(Fault::new(&codes::OSS_OBJECT_NOT_FOUND))?;
    if length == 0 {
        return Err(Fault::new(&codes::OSS_OBJECT_EMPTY));
    }
    let (head, tail) = objects.ends(&path, length).await.map_err(|error| faults::failed(&error))?;
    let disk = match disk::inspect(&head, &tail, length) {
        Ok(disk) if asked.is_none_or(|asked| asked == disk.format) => disk,
        // The sandbox takes anything for a disk: Terraform's own tests import a text file.
        outcome if !call.app.config.import.verify => {
            let virtual_bytes = outcome.map_or(length, |disk| disk.virtual_bytes);
            Disk { format: asked.unwrap_or(Format::Raw), virtual_bytes }
        }
        Ok(_) => return Err(Fault::new(&codes::IMAGE_FORMAT_MALFORMED)),
        Err(fault) => return Err(bytes_fault(&fault)),
    };
    let size_gib = u32::try_from(disk.virtual_bytes.div_ceil(GIB)).unwrap_or(u32::MAX);
    Ok(Found { format: disk.format.as_str(), size_gib })
}

/// What the client hears of bytes that are no sound disk image.
fn bytes_fault(fault: &DiskFault) -> Fault {
    match fault {
        DiskFault::Archive(_) => Fault::new(&codes::OSS_OBJECT_SUFFIX),
        DiskFault::Empty => Fault::new(&codes::OSS_OBJECT_EMPTY),
        DiskFault::Vhd(VhdFault::TableTooSmall { .. }) => Fault::new(&codes::VHD_SIZE_INCORRECT),
        DiskFault::Vhd(VhdFault::BlockSize(_)) => {
            Fault::with(&codes::BLOCK_SIZE_UNSUPPORTED, &fault.to_string())
        }
        DiskFault::TooLarge(_) => Fault::with(&codes::IMAGE_SIZE_INVALID, &fault.to_string()),
        // The object changed while it was read: the client may try again.
        DiskFault::Unread { .. } => Fault::new(&codes::SERVICE_UNAVAILABLE),
        DiskFault::Unrecognised
        | DiskFault::ForeignFormat(_)
        | DiskFault::OpticalDisc
        | DiskFault::ZeroSize
        | DiskFault::UnevenSize(_)
        | DiskFault::Truncated { .. }
        | DiskFault::BadField { .. }
        | DiskFault::Qcow2(_)
        | DiskFault::Vhd(_) => Fault::with(&codes::IMAGE_FORMAT_BROKEN, &fault.to_string()),
    }
}
