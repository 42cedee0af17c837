//! How a caller's wishes for disks become the disks of an image.

use crate::Snapshot;
use crate::disk::{DATA_DISKS_MAX, DISK_SIZE_GIB, DiskKind, DiskMapping};
use crate::refusal::DiskRefusal;

/// Size of an empty data disk of which no size is given, in GiB (CreateImage: 20 GiB for all but basic disks).
const EMPTY_DATA_DISK_GIB: u32 = 20;

/// One disk that a caller of CreateImage wishes (DiskDeviceMapping.N), already loaded from the catalogue.
#[derive(Clone, Debug, Default)]
pub struct DiskWish<'a> {
    /// Device, if given.
    pub device: Option<&'a str>,
    /// Kind, if given.
    pub kind: Option<DiskKind>,
    /// Size in GiB, if given.
    pub size_gib: Option<u32>,
    /// Snapshot, if given.
    pub snapshot: Option<&'a Snapshot>,
}

impl DiskWish<'_> {
    fn kind(&self) -> DiskKind {
        self.kind.or(self.snapshot.map(|snapshot| snapshot.source_disk)).unwrap_or(DiskKind::Data)
    }

    fn size_gib(&self) -> Result<u32, DiskRefusal> {
        let least = self.snapshot.map_or(*DISK_SIZE_GIB.start(), |snapshot| snapshot.size_gib);
        let size = self.size_gib.unwrap_or(self.snapshot.map_or(EMPTY_DATA_DISK_GIB, |s| s.size_gib));
        if DISK_SIZE_GIB.contains(&size) && size >= least {
            Ok(size)
        } else {
            Err(DiskRefusal::SizeOutOfRange)
        }
    }
}

/// The disks of an image that is to be made of snapshots: the system disk first, every device given a name.
///
/// # Errors
/// What CreateImage's page lists: none or several system disks, too many data disks, snapshots that are unfinished
/// or too old, devices that are malformed or taken, sizes out of range.
pub fn plan_disks(wishes: &[DiskWish<'_>]) -> Result<Vec<DiskMapping>, DiskRefusal> {
    for snapshot in wishes.iter().filter_map(|wish| wish.snapshot) {
        if snapshot.status != crate::snapshot::SnapshotStatus::Accomplished {
            return Err(DiskRefusal::SnapshotNotReady);
        }
        if snapshot.is_too_old() {
            return Err(DiskRefusal::SnapshotTooOld);
        }
    }
    let is_system = |wish: &&DiskWish<'_>| wish.kind() == DiskKind::System && wish.snapshot.is_some();
    match wishes.iter().filter(is_system).count() {
        0 => return Err(DiskRefusal::SystemSnapshotMissing),
        1 => {}
        _ => return Err(DiskRefusal::SystemSnapshotRepeated),
    }
    let mut ordered: Vec<&DiskWish<'_>> = wishes.iter().filter(is_system).collect();
    ordered.extend(wishes.iter().filter(|wish| !is_system(wish)));
    if ordered.len() > 1 + DATA_DISKS_MAX || ordered[1..].iter().any(|w| w.kind() == DiskKind::System) {
        return Err(DiskRefusal::SystemSnapshotRepeated);
    }
    let devices = name_devices(&ordered.iter().map(|wish| wish.device).collect::<Vec<_>>())?;
    ordered
        .iter()
        .zip(devices)
        .map(|(wish, device)| {
            Ok(DiskMapping {
                device,
                kind: wish.kind(),
                size_gib: wish.size_gib()?,
                snapshot_id: wish.snapshot.map(|snapshot| snapshot.id.clone()),
                imported_from: None,
            })
        })
        .collect()
}

/// Gives each disk its device: `/dev/xvda` to the first, the system disk, and to each data disk the one wished for
/// or else the first free one of `/dev/xvdb` to `/dev/xvdz`.
///
/// # Errors
/// [`DiskRefusal::DeviceMalformed`] for a wish outside that range, [`DiskRefusal::DeviceTaken`] for one made twice.
pub fn name_devices(wishes: &[Option<&str>]) -> Result<Vec<String>, DiskRefusal> {
    const SYSTEM_DEVICE: &str = "/dev/xvda";
    let is_data_device = |device: &str| {
        device.strip_prefix("/dev/xvd").is_some_and(|letter| matches!(letter.as_bytes(), [b'b'..=b'z']))
    };
    let mut taken: Vec<&str> = vec![SYSTEM_DEVICE];
    for (n, device) in wishes.iter().enumerate().filter_map(|(n, device)| Some((n, (*device)?))) {
        match (n, device) {
            (0, SYSTEM_DEVICE) => {}
            (0, _) => return Err(DiskRefusal::DeviceMalformed),
            _ if taken.contains(&device) => return Err(DiskRefusal::DeviceTaken),
            _ if is_data_device(device) => taken.push(device),
            _ => return Err(DiskRefusal::DeviceMalformed),
        }
    }
    let mut free = (b'b'..=b'z')
        .map(|letter| format!("/dev/xvd{}", char::from(letter)))
        .filter(|device| !taken.contains(&device.as_str()));
    let device = |(n, wish): (usize, &Option<&str>)| match (n, wish) {
        (0, _) => Some(SYSTEM_DEVICE.to_owned()),
        (_, Some(device)) => Some((*device).to_owned()),
        (_, None) => free.next(),
    };
    wishes.iter().enumerate().map(device).collect::<Option<_>>().ok_or(DiskRefusal::DeviceTaken)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::SnapshotStatus;
    use crate::{SnapshotId, Timestamp};

    fn snapshot(id: u128, source_disk: DiskKind) -> Snapshot {
        let made = Timestamp::from_seconds(1_700_000_000);
        Snapshot::new(SnapshotId::generate(id), SnapshotStatus::Accomplished, source_disk, 40, made)
    }

    fn wish(snapshot: &Snapshot) -> DiskWish<'_> {
        DiskWish { snapshot: Some(snapshot), ..DiskWish::default() }
    }

    #[test]
    fn the_system_disk_comes_first_and_devices_are_named() {
        let (system, data) = (snapshot(1, DiskKind::System), snapshot(2, DiskKind::Data));
        let empty = DiskWish { device: Some("/dev/xvdb"), ..DiskWish::default() };
        let disks = plan_disks(&[wish(&data), empty, wish(&system)]).unwrap();
        let told: Vec<_> = disks.iter().map(|d| (d.device.as_str(), d.kind.as_str(), d.size_gib)).collect();
        assert_eq!(told, [("/dev/xvda", "system", 40), ("/dev/xvdc", "data", 40), ("/dev/xvdb", "data", 20)]);
    }

    #[test]
    fn a_data_snapshot_may_become_the_system_disk() {
        let data = snapshot(1, DiskKind::Data);
        assert_eq!(plan_disks(&[wish(&data)]), Err(DiskRefusal::SystemSnapshotMissing));
        let disks = plan_disks(&[DiskWish { kind: Some(DiskKind::System), ..wish(&data) }]).unwrap();
        assert_eq!(disks[0].kind, DiskKind::System);
    }

    #[test]
    fn what_cannot_be_an_image_is_refused() {
        let system = snapshot(1, DiskKind::System);
        let second = snapshot(2, DiskKind::System);
        assert_eq!(plan_disks(&[wish(&system), wish(&second)]), Err(DiskRefusal::SystemSnapshotRepeated));
        let small = DiskWish { size_gib: Some(39), ..wish(&system) };
        assert_eq!(plan_disks(&[small]), Err(DiskRefusal::SizeOutOfRange));
        let huge = DiskWish { size_gib: Some(2049), ..wish(&system) };
        assert_eq!(plan_disks(&[huge]), Err(DiskRefusal::SizeOutOfRange));
        let old = Snapshot { created_at: Timestamp::from_seconds(TOO_OLD), ..system.clone() };
        assert_eq!(plan_disks(&[wish(&old)]), Err(DiskRefusal::SnapshotTooOld));
        let unfinished = Snapshot { status: SnapshotStatus::Progressing, ..system.clone() };
        assert_eq!(plan_disks(&[wish(&unfinished)]), Err(DiskRefusal::SnapshotNotReady));
        let many: Vec<_> =
            std::iter::once(wish(&system)).chain((0..17).map(|_| DiskWish::default())).collect();
        assert!(plan_disks(&many).is_err());
        assert_eq!(plan_disks(&many[..17]).unwrap().len(), 17);
    }

    /// 2013-07-15T12:00:00Z.
    const TOO_OLD: i64 = 1_373_889_600;

    #[test]
    fn devices() {
        assert_eq!(name_devices(&[Some("/dev/xvdb")]), Err(DiskRefusal::DeviceMalformed));
        assert_eq!(name_devices(&[None, Some("/dev/xvda")]), Err(DiskRefusal::DeviceTaken));
        assert_eq!(
            name_devices(&[None, Some("/dev/xvdb"), Some("/dev/xvdb")]),
            Err(DiskRefusal::DeviceTaken)
        );
        assert_eq!(name_devices(&[None, Some("/dev/sdb")]), Err(DiskRefusal::DeviceMalformed));
        assert_eq!(name_devices(&[None, Some("/dev/xvdbb")]), Err(DiskRefusal::DeviceMalformed));
        assert_eq!(
            name_devices(&[Some("/dev/xvda"), None, Some("/dev/xvdb")]).unwrap(),
            ["/dev/xvda", "/dev/xvdc", "/dev/xvdb"]
        );
    }
}
