//! What an image is made of: the disks of an instance, the snapshots of a list, or one snapshot, in this order.

use imagekin_catalog::disk::{DiskKind, DiskMapping};
use imagekin_catalog::disk_plan::{DiskWish, plan_disks};
use imagekin_catalog::instance::imageable_disks;
use imagekin_catalog::refusal::DiskRefusal;
use imagekin_catalog::snapshot::SnapshotStatus;
use imagekin_catalog::{Image, InstanceId, Refusal, Snapshot, SnapshotId, Timestamp};
use imagekin_store::Write;

use super::{DiskInput, Input};
use crate::call::Call;
use crate::faults::Halt;

/// Most disks of an instance that become disks of an image.
const INSTANCE_DISKS_MAX: usize = 17;

/// A wish for a disk, its snapshot not loaded yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Wish {
    device: Option<String>,
    kind: Option<DiskKind>,
    size_gib: Option<u32>,
    snapshot_id: Option<String>,
}

/// Where the disks come from.
pub(super) enum Source {
    /// The disks of an instance, each with the id that its snapshot will have.
    Instance(Option<InstanceId>, Vec<SnapshotId>),
    /// Snapshots that are there.
    Snapshots { wishes: Vec<Wish>, only_one: bool },
}

impl Source {
    /// What the call names. InstanceId comes before DiskDeviceMapping, that before SnapshotId (page CreateImage).
    pub(super) fn of(call: &Call, input: &Input) -> Result<Self, Refusal> {
        if let Some(id) = &input.instance_id {
            let ids = (0..INSTANCE_DISKS_MAX).map(|_| SnapshotId::generate(call.random_bits())).collect();
            return Ok(Self::Instance(InstanceId::parse(id), ids));
        }
        let listed = listed(input)?;
        let only_one = listed.is_empty();
        Ok(Self::Snapshots { wishes: with_snapshot(listed, input.snapshot_id.as_deref())?, only_one })
    }

    /// The snapshots that are to be made, and the disks of the image.
    pub(super) fn disks(
        &self,
        write: &Write<'_>,
        now: Timestamp,
    ) -> Result<(Vec<Snapshot>, Vec<DiskMapping>), Halt> {
        match self {
            Self::Instance(id, snapshot_ids) => {
                let id = id.as_ref().ok_or(Refusal::InstanceNotFound)?;
                let snapshots = snapshots_of_instance(write, id, snapshot_ids, now)?;
                let wish = |snapshot| DiskWish { snapshot: Some(snapshot), ..DiskWish::default() };
                let disks = plan_disks(&snapshots.iter().map(wish).collect::<Vec<_>>())?;
                Ok((snapshots, disks))
            }
            Self::Snapshots { wishes, only_one } => {
                let snapshots = load(write, wishes)?;
                let is_data = |snapshot: &Snapshot| snapshot.source_disk == DiskKind::Data;
                if *only_one && snapshots[0].as_ref().is_some_and(is_data) {
                    return Err(DiskRefusal::SnapshotNotOfSystemDisk.into());
                }
                Ok((Vec::new(), plan(wishes, &snapshots)?))
            }
        }
    }

    /// The image that the instance was made of, if it is known: one of the account's own, deleted or not, or one that it sees now.
    /// None for snapshots.
    pub(super) fn image(&self, write: &Write<'_>) -> Result<Option<Image>, Halt> {
        let Self::Instance(Some(id), _) = self else { return Ok(None) };
        let Some(owned) = write.instance(write.catalogue(), id)? else { return Ok(None) };
        let (Some(account), Some(image_id)) = (owned.image_owner, owned.instance.image_id) else {
            return Ok(None);
        };
        if account == write.catalogue().account {
            return Ok(write.image_or_tombstone(write.catalogue(), &image_id)?);
        }
        Ok(write.visible_image(write.catalogue(), &image_id)?.map(|seen| seen.image))
    }
}

/// One snapshot of each disk of an instance. They have no bytes: the catalogue runs no machines.
fn snapshots_of_instance(
    write: &Write<'_>,
    id: &InstanceId,
    snapshot_ids: &[SnapshotId],
    now: Timestamp,
) -> Result<Vec<Snapshot>, Halt> {
    let owned = write.instance(write.catalogue(), id)?.ok_or(Refusal::InstanceNotFound)?;
    let disks = imageable_disks(&owned.instance, write.disks_of(write.catalogue(), id)?)?;
    let snapshot = |(disk, id): (imagekin_catalog::Disk, &SnapshotId)| Snapshot {
        disk_id: Some(disk.id),
        ..Snapshot::new(id.clone(), SnapshotStatus::Accomplished, disk.kind, disk.size_gib, now)
    };
    Ok(disks.into_iter().zip(snapshot_ids).map(snapshot).collect())
}

/// The disks of the list. `Size=0` is as good as no size, Terraform sends that; an entry in which there is nothing else is none.
fn listed(input: &Input) -> Result<Vec<Wish>, DiskRefusal> {
    let wish = |disk: &DiskInput| {
        let kind =
            disk.disk_type.as_deref().map(|text| DiskKind::parse(text).ok_or(DiskRefusal::TypeUnknown));
        Ok(Wish {
            device: disk.device.clone(),
            kind: kind.transpose()?,
            size_gib: disk.size.filter(|size| *size != 0),
            snapshot_id: disk.snapshot_id.clone(),
        })
    };
    let mut wishes = input.disk_device_mapping.iter().map(wish).collect::<Result<Vec<_>, _>>()?;
    wishes.retain(|wish| *wish != Wish::default());
    Ok(wishes)
}

/// The disks wished for: those of the list, or the one snapshot.
///
/// A list none of whose entries names a snapshot says something of the disks of the one that SnapshotId names: so
/// Terraform sends the two together.
fn with_snapshot(mut wishes: Vec<Wish>, snapshot_id: Option<&str>) -> Result<Vec<Wish>, DiskRefusal> {
    if snapshot_id.is_none() && wishes.is_empty() {
        return Err(DiskRefusal::SourceMissing);
    }
    if let Some(snapshot_id) = snapshot_id
        && wishes.iter().all(|wish| wish.snapshot_id.is_none())
    {
        let is_system =
            |wish: &Wish| wish.kind == Some(DiskKind::System) || wish.device.as_deref() == Some("/dev/xvda");
        let system = wishes.iter().position(is_system).unwrap_or_else(|| {
            wishes.insert(0, Wish::default());
            0
        });
        wishes[system].snapshot_id = Some(snapshot_id.to_owned());
    }
    Ok(wishes)
}

/// The snapshot of each wish.
fn load(write: &Write<'_>, wishes: &[Wish]) -> Result<Vec<Option<Snapshot>>, Halt> {
    let snapshot = |wish: &Wish| {
        let Some(text) = &wish.snapshot_id else { return Ok(None) };
        let id = SnapshotId::parse(text).ok_or(Refusal::SnapshotNotFound)?;
        let snapshot = write.snapshot(write.catalogue(), &id)?;
        Ok(Some(snapshot.ok_or(Refusal::SnapshotNotFound)?))
    };
    wishes.iter().map(snapshot).collect()
}

fn plan(wishes: &[Wish], snapshots: &[Option<Snapshot>]) -> Result<Vec<DiskMapping>, DiskRefusal> {
    let wishes: Vec<DiskWish<'_>> = wishes
        .iter()
        .zip(snapshots)
        .map(|(w, s)| DiskWish {
            device: w.device.as_deref(),
            kind: w.kind,
            size_gib: w.size_gib,
            snapshot: s.as_ref(),
        })
        .collect();
    plan_disks(&wishes)
}
