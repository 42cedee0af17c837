//! An image, its attributes and the changes it goes through.

use crate::disk::{DiskKind, DiskMapping};
use crate::name::ImageVersion;
use crate::refusal::{CopyRefusal, ExportRefusal, HeldBy};
use crate::task::TaskAction;
use crate::{Candidate, Description, FamilyName, ImageId, ImageName, Refusal, Tag, Timestamp};

mod attribute;
pub use attribute::{
    Architecture, BootMode, ImdsSupport, LicenseType, NvmeSupport, OsType, Platform, Status,
};

/// Most data disks of an image that is exported.
const EXPORTED_DATA_DISKS_MAX: usize = 4;
/// Largest data disk of an image that is exported, in GiB.
const EXPORTED_DATA_GIB_MAX: u32 = 500;

/// An image of one account and region, or one of the system's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// Its id.
    pub id: ImageId,
    /// Its name, unique per account and region. An image that was given none has its id for a name.
    pub name: ImageName,
    /// The family it belongs to, if any.
    pub family: Option<FamilyName>,
    /// What its owner says of it.
    pub description: Description,
    /// The version its owner gave it.
    pub version: ImageVersion,
    /// How far it is, and whether it can be the head of its family.
    pub status: Status,
    /// Why it is CreateFailed; empty otherwise.
    pub failure: String,
    /// How much of it is made, in percent: 0 to 100.
    pub progress: u8,
    /// What makes it: also whether it is a copy or an import.
    pub origin: TaskAction,
    /// Processor architecture.
    pub architecture: Architecture,
    /// Operating system type.
    pub os_type: OsType,
    /// Operating system platform.
    pub platform: Platform,
    /// Name of the operating system as it is shown; `None` to make one of platform and architecture.
    pub os_name: Option<OsName>,
    /// How it boots; `None` when nobody said.
    pub boot_mode: Option<BootMode>,
    /// Who licenses its operating system.
    pub license_type: Option<LicenseType>,
    /// Version of the metadata service it needs.
    pub imds_support: ImdsSupport,
    /// Whether it has NVMe drivers; `None` when nobody said.
    pub nvme_support: Option<NvmeSupport>,
    /// Resource group; empty for the default one.
    pub resource_group_id: String,
    /// Its disks, the system disk first.
    pub disks: Vec<DiskMapping>,
    /// Its tags.
    pub tags: Vec<Tag>,
    /// Does everyone see it?
    pub is_public: bool,
    /// How many accounts it is shared with.
    pub share_count: u32,
    /// How many instances were made of it.
    pub instance_count: u32,
    /// Is it protected from being deleted, until its owner says otherwise?
    pub deletion_protection: bool,
    /// When it was made.
    pub created_at: Timestamp,
    /// The commit sequence of its making.
    pub sequence: u64,
}

/// Name of an operating system, e.g. `CentOS 8.0 64位` and `CentOS 8.0 64 bit`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OsName {
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

/// What is said of the system on an image that is to be made; `None` leaves it to what the image is made of.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemWish {
    /// Processor architecture.
    pub architecture: Option<Architecture>,
    /// Operating system platform.
    pub platform: Option<Platform>,
    /// How it boots.
    pub boot_mode: Option<BootMode>,
    /// Version of the metadata service it needs.
    pub imds_support: Option<ImdsSupport>,
}

/// What ModifyImageAttribute changes; `None` keeps the old value.
#[derive(Clone, Debug, Default)]
pub struct Change {
    /// New name.
    pub name: Option<ImageName>,
    /// New family. A family can be changed, not taken away.
    pub family: Option<FamilyName>,
    /// New description, the empty one included.
    pub description: Option<Description>,
    /// Deprecate or restore.
    pub status: Option<NewStatus>,
    /// New boot mode.
    pub boot_mode: Option<BootMode>,
    /// New licence type.
    pub license_type: Option<LicenseType>,
    /// New version of the metadata service.
    pub imds_support: Option<ImdsSupport>,
    /// New NVMe support.
    pub nvme_support: Option<NvmeSupport>,
    /// Protect it from being deleted, or no longer.
    pub deletion_protection: Option<bool>,
}

/// The two statuses that a caller can set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewStatus {
    /// Out of the running for the head: how a family is rolled back.
    Deprecated,
    /// Back in the running.
    Available,
}

impl Image {
    /// Size of the system disk in GiB.
    #[must_use]
    pub fn size_gib(&self) -> u32 {
        self.disks.iter().find(|disk| disk.kind == DiskKind::System).map_or(0, |disk| disk.size_gib)
    }

    /// Name of its operating system: as it was told, else made of platform and architecture.
    #[must_use]
    pub fn os_name(&self) -> OsName {
        let (platform, bits) = (self.platform.as_str(), self.architecture.bits());
        let made = || OsName { zh: format!("{platform} {bits}位"), en: format!("{platform} {bits} bit") };
        self.os_name.clone().unwrap_or_else(made)
    }

    /// Can instances be made of it at once? Available and Deprecated images have their bytes in place.
    #[must_use]
    pub fn is_usable(&self) -> bool {
        matches!(self.status, Status::Available | Status::Deprecated)
    }

    /// The image as a candidate for the head of its family.
    #[must_use]
    pub fn candidate(&self) -> Candidate {
        Candidate {
            image_id: self.id.clone(),
            status: self.status,
            created_at: self.created_at,
            sequence: self.sequence,
        }
    }

    /// Is it shared with other accounts, or public?
    #[must_use]
    pub fn is_shared(&self) -> bool {
        self.is_public || self.share_count > 0
    }

    /// Is it a copy of another image?
    #[must_use]
    pub fn is_copied(&self) -> bool {
        self.origin == TaskAction::CopyImage
    }

    /// Is it still being made?
    #[must_use]
    pub fn is_unfinished(&self) -> bool {
        matches!(self.status, Status::Creating | Status::Waiting)
    }

    /// The image with the system that is wished for; what is not said of it is as in `source`, the image of the instance that
    /// it is made of, where that is known. What belongs to another architecture or platform is not taken over.
    ///
    /// # Errors
    /// [`Refusal::BootModeUnsupported`].
    pub fn with_system(self, wish: SystemWish, source: Option<&Self>) -> Result<Self, Refusal> {
        let architecture = wish.architecture.or(source.map(|source| source.architecture));
        let architecture = architecture.unwrap_or(self.architecture);
        let platform = wish.platform.or(source.map(|source| source.platform)).unwrap_or(self.platform);
        if let Some(boot_mode) = wish.boot_mode {
            architecture.admit_boot_mode(boot_mode)?;
        }
        let of_architecture = source.filter(|source| source.architecture == architecture);
        let of_platform = source.filter(|source| source.platform == platform);
        let os_name = of_platform.and(of_architecture).and_then(|source| source.os_name.clone());
        let imds_support = wish.imds_support.or(source.map(|source| source.imds_support));
        Ok(Self {
            architecture,
            os_type: of_platform.map_or(platform.os_type(), |source| source.os_type),
            platform,
            os_name,
            boot_mode: wish.boot_mode.or(of_architecture.and_then(|source| source.boot_mode)),
            imds_support: imds_support.unwrap_or(self.imds_support),
            nvme_support: source.and_then(|source| source.nvme_support),
            ..self
        })
    }

    /// Applies `change`, all of it or nothing.
    ///
    /// # Errors
    /// [`Refusal::StillCreating`] while it is being made; [`Refusal::NotAvailable`] and [`Refusal::NotDeprecated`] for
    /// a status it cannot leave; [`Refusal::BootModeUnsupported`]; [`Refusal::ImdsSupportDowngrade`];
    /// [`Refusal::Held`] when a shared image is deprecated, or the boot mode changed of one that instances use.
    pub fn change(&mut self, change: Change) -> Result<(), Refusal> {
        if self.is_unfinished() {
            return Err(Refusal::StillCreating);
        }
        let status = match (change.status, self.status) {
            (None, kept) => kept,
            (Some(NewStatus::Deprecated), Status::Available) if self.is_shared() => {
                return Err(HeldBy::Shares.into());
            }
            (Some(NewStatus::Deprecated), Status::Available) => Status::Deprecated,
            (Some(NewStatus::Deprecated), _) => return Err(Refusal::NotAvailable),
            (Some(NewStatus::Available), Status::Deprecated) => Status::Available,
            (Some(NewStatus::Available), _) => return Err(Refusal::NotDeprecated),
        };
        if let Some(boot_mode) = change.boot_mode {
            self.architecture.admit_boot_mode(boot_mode)?;
            if self.instance_count > 0 && self.boots_by() != boot_mode {
                return Err(HeldBy::Instances.into());
            }
        }
        if (self.imds_support, change.imds_support) == (ImdsSupport::V2, Some(ImdsSupport::V1)) {
            return Err(Refusal::ImdsSupportDowngrade);
        }
        self.status = status;
        replace(&mut self.name, change.name);
        replace(&mut self.description, change.description);
        replace(&mut self.imds_support, change.imds_support);
        replace(&mut self.deletion_protection, change.deletion_protection);
        self.family = change.family.or(self.family.take());
        self.boot_mode = change.boot_mode.or(self.boot_mode);
        self.license_type = change.license_type.or(self.license_type);
        self.nvme_support = change.nvme_support.or(self.nvme_support);
        Ok(())
    }

    /// May it be deleted? Not while it is protected, nor while it is imported, copied or exported, nor while others may use
    /// it; `force` deletes it though instances were made of it, and overrides nothing else.
    ///
    /// # Errors
    /// [`HeldBy`].
    pub fn admit_delete(&self, force: bool, is_exported: bool) -> Result<(), HeldBy> {
        if self.deletion_protection {
            return Err(HeldBy::Protection);
        }
        match self.origin {
            TaskAction::ImportImage if self.is_unfinished() => return Err(HeldBy::Import),
            TaskAction::CopyImage if self.is_unfinished() => return Err(HeldBy::Copy),
            _ => {}
        }
        if is_exported {
            return Err(HeldBy::Export);
        }
        if self.is_public {
            return Err(HeldBy::Public);
        }
        if self.share_count > 0 {
            return Err(HeldBy::Shares);
        }
        if self.instance_count > 0 && !force { Err(HeldBy::Instances) } else { Ok(()) }
    }

    /// May the caller copy it? `is_own` says whose it is, `same_region` whether the copy stays in its region.
    ///
    /// # Errors
    /// [`CopyRefusal`].
    pub fn admit_copy(&self, is_own: bool, same_region: bool) -> Result<(), CopyRefusal> {
        if self.is_public {
            return Err(CopyRefusal::Public);
        }
        if !is_own && !same_region {
            return Err(CopyRefusal::AcrossRegions);
        }
        if self.status == Status::Available { Ok(()) } else { Err(CopyRefusal::NotAvailable) }
    }

    /// May the copy that makes it be cancelled?
    ///
    /// # Errors
    /// [`CopyRefusal`].
    pub fn admit_cancel_copy(&self) -> Result<(), CopyRefusal> {
        match self.status {
            _ if !self.is_copied() => Err(CopyRefusal::NotACopy),
            Status::Creating | Status::Waiting => Ok(()),
            Status::CreateFailed => Err(CopyRefusal::Failed),
            Status::Available | Status::UnAvailable | Status::Deprecated => Err(CopyRefusal::Completed),
        }
    }

    /// May it be exported? Up to four data disks of up to 500 GiB each (page ExportImage).
    ///
    /// # Errors
    /// [`ExportRefusal`].
    pub fn admit_export(&self, is_exported: bool) -> Result<(), ExportRefusal> {
        if self.is_public {
            return Err(ExportRefusal::CategoryUnsupported);
        }
        if self.status != Status::Available {
            return Err(ExportRefusal::NotAvailable);
        }
        if is_exported {
            return Err(ExportRefusal::Running);
        }
        let data = || self.disks.iter().filter(|disk| disk.kind == DiskKind::Data);
        if data().count() > EXPORTED_DATA_DISKS_MAX
            || data().any(|disk| disk.size_gib > EXPORTED_DATA_GIB_MAX)
        {
            return Err(ExportRefusal::DisksUnsupported);
        }
        Ok(())
    }
}

fn replace<T>(kept: &mut T, new: Option<T>) {
    if let Some(new) = new {
        *kept = new;
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn image(status: Status) -> Image {
        Image {
            id: ImageId::generate(1),
            name: ImageName::parse("golden").unwrap(),
            family: None,
            description: Description::default(),
            version: ImageVersion::default(),
            status,
            failure: String::new(),
            progress: 100,
            origin: TaskAction::CreateImage,
            architecture: Architecture::X86_64,
            os_type: OsType::Linux,
            platform: Platform::default(),
            os_name: None,
            boot_mode: None,
            license_type: None,
            imds_support: ImdsSupport::V1,
            nvme_support: None,
            resource_group_id: String::new(),
            disks: Vec::new(),
            tags: Vec::new(),
            is_public: false,
            share_count: 0,
            instance_count: 0,
            deletion_protection: false,
            created_at: Timestamp::from_seconds(0),
            sequence: 1,
        }
    }

    fn set(status: NewStatus) -> Change {
        Change { status: Some(status), ..Change::default() }
    }

    #[test]
    fn only_available_and_deprecated_can_be_left() {
        for from in Status::ALL {
            let deprecated = image(from).change(set(NewStatus::Deprecated));
            let restored = image(from).change(set(NewStatus::Available));
            let (expect_deprecated, expect_restored) = match from {
                Status::Available => (Ok(()), Err(Refusal::NotDeprecated)),
                Status::Deprecated => (Err(Refusal::NotAvailable), Ok(())),
                Status::Creating | Status::Waiting => {
                    (Err(Refusal::StillCreating), Err(Refusal::StillCreating))
                }
                Status::UnAvailable | Status::CreateFailed => {
                    (Err(Refusal::NotAvailable), Err(Refusal::NotDeprecated))
                }
            };
            assert_eq!((deprecated, restored), (expect_deprecated, expect_restored), "{from:?}");
        }
    }

    #[test]
    fn what_is_not_said_of_a_system_is_as_in_its_source() {
        let windows = Platform::parse("Windows Server 2022").unwrap();
        let name = || Some(OsName { zh: "系统".to_owned(), en: "system".to_owned() });
        let source = Image {
            architecture: Architecture::Arm64,
            platform: windows,
            os_type: OsType::Windows,
            os_name: name(),
            boot_mode: Some(BootMode::Uefi),
            imds_support: ImdsSupport::V2,
            nvme_support: Some(NvmeSupport::Supported),
            ..image(Status::Available)
        };
        let told = |wish: SystemWish, source: Option<&Image>| {
            let made = image(Status::Available).with_system(wish, source);
            made.map(|m| {
                let Image { architecture, platform, os_type, os_name, boot_mode, .. } = m;
                (architecture, platform, os_type, os_name, boot_mode, m.imds_support, m.nvme_support)
            })
        };
        let nothing = SystemWish::default();
        let (x86, arm, linux) = (Architecture::X86_64, Architecture::Arm64, Platform::default());
        let (uefi, nvme) = (Some(BootMode::Uefi), Some(NvmeSupport::Supported));
        assert_eq!(told(nothing, None), Ok((x86, linux, OsType::Linux, None, None, ImdsSupport::V1, None)));
        let all = (arm, windows, OsType::Windows, name(), uefi, ImdsSupport::V2, nvme);
        assert_eq!(told(nothing, Some(&source)), Ok(all));
        let other = SystemWish { architecture: Some(x86), imds_support: Some(ImdsSupport::V1), ..nothing };
        let expected = (x86, windows, OsType::Windows, None, None, ImdsSupport::V1, nvme);
        assert_eq!(told(other, Some(&source)), Ok(expected));
        let other = SystemWish { platform: Some(linux), ..nothing };
        let expected = (arm, linux, OsType::Linux, None, uefi, ImdsSupport::V2, nvme);
        assert_eq!(told(other, Some(&source)), Ok(expected));
        let bios = SystemWish { boot_mode: Some(BootMode::Bios), ..nothing };
        assert_eq!(told(bios, Some(&source)), Err(Refusal::BootModeUnsupported));
    }

    #[test]
    fn a_refused_change_changes_nothing() {
        let mut golden = Image { architecture: Architecture::Arm64, ..image(Status::Available) };
        let before = golden.clone();
        let change = Change {
            name: Some(ImageName::parse("other").unwrap()),
            boot_mode: Some(BootMode::Bios),
            ..set(NewStatus::Deprecated)
        };
        assert_eq!(golden.change(change), Err(Refusal::BootModeUnsupported));
        assert_eq!(golden, before);
    }

    #[test]
    fn instances_hold_the_boot_mode_and_not_the_word_for_it() {
        let set = |boot_mode| Change { boot_mode: Some(boot_mode), ..Change::default() };
        let mut used = Image { instance_count: 1, ..image(Status::Available) };
        assert_eq!(used.boots_by(), BootMode::Bios, "nobody has said");
        assert_eq!(used.change(set(BootMode::Uefi)), Err(HeldBy::Instances.into()));
        assert_eq!(used.change(set(BootMode::Bios)), Ok(()));
        assert_eq!(used.change(set(BootMode::UefiPreferred)), Err(HeldBy::Instances.into()));
        let mut arm = Image { architecture: Architecture::Arm64, ..used };
        arm.boot_mode = None;
        assert_eq!(arm.boots_by(), BootMode::Uefi);
        assert_eq!(arm.change(set(BootMode::Uefi)), Ok(()));
    }

    #[test]
    fn imds_support_never_goes_back() {
        let mut golden = image(Status::Available);
        let v2 = Change { imds_support: Some(ImdsSupport::V2), ..Change::default() };
        let v1 = Change { imds_support: Some(ImdsSupport::V1), ..Change::default() };
        assert_eq!(golden.change(v2), Ok(()));
        assert_eq!(golden.change(v1), Err(Refusal::ImdsSupportDowngrade));
    }

    #[test]
    fn what_holds_an_image_is_told() {
        let delete = |image: &Image| image.admit_delete(false, false);
        let importing = Image { origin: TaskAction::ImportImage, ..image(Status::Creating) };
        assert_eq!(delete(&importing), Err(HeldBy::Import));
        assert_eq!(delete(&image(Status::Creating)), Ok(()));
        assert_eq!(delete(&Image { status: Status::CreateFailed, ..importing }), Ok(()));
        let copying = Image { origin: TaskAction::CopyImage, ..image(Status::Waiting) };
        assert_eq!(delete(&copying), Err(HeldBy::Copy));
        assert_eq!(image(Status::Available).admit_delete(true, true), Err(HeldBy::Export));
        let shared = Image { share_count: 1, ..image(Status::Available) };
        assert_eq!(shared.admit_delete(true, false), Err(HeldBy::Shares));
        let public = Image { is_public: true, ..image(Status::Available) };
        assert_eq!(public.admit_delete(true, false), Err(HeldBy::Public));
        let used = Image { instance_count: 1, ..image(Status::Available) };
        assert_eq!(delete(&used), Err(HeldBy::Instances));
        assert_eq!(used.admit_delete(true, false), Ok(()));
    }

    #[test]
    fn what_is_protected_is_not_deleted_by_force_either() {
        let mut golden = image(Status::Available);
        let protect = |on| Change { deletion_protection: Some(on), ..Change::default() };
        golden.change(protect(true)).unwrap();
        // What does not speak of it leaves it as it is.
        golden.change(set(NewStatus::Deprecated)).unwrap();
        for force in [false, true] {
            assert_eq!(golden.admit_delete(force, false), Err(HeldBy::Protection));
        }
        golden.change(protect(false)).unwrap();
        assert_eq!(golden.admit_delete(false, false), Ok(()));
    }
}
