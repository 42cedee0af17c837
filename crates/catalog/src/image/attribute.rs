//! The attributes of an image that take one of a few values, spelled as ECS spells them.

use crate::{Image, Refusal};

/// How far an image is, and whether it can be the head of its family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// Being made.
    Creating,
    /// Queued behind other tasks.
    Waiting,
    /// Ready: a candidate for the head.
    Available,
    /// Not to be used.
    UnAvailable,
    /// Could not be made.
    CreateFailed,
    /// Ready, but taken out of the running for the head by its owner.
    Deprecated,
}

impl Status {
    /// Every status.
    pub const ALL: [Self; 6] = [
        Self::Creating,
        Self::Waiting,
        Self::Available,
        Self::UnAvailable,
        Self::CreateFailed,
        Self::Deprecated,
    ];

    /// As ECS prints it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Creating => "Creating",
            Self::Waiting => "Waiting",
            Self::Available => "Available",
            Self::UnAvailable => "UnAvailable",
            Self::CreateFailed => "CreateFailed",
            Self::Deprecated => "Deprecated",
        }
    }

    /// Reads what [`as_str`](Self::as_str) prints.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == text)
    }
}

/// Processor architecture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Architecture {
    /// 32-bit x86.
    I386,
    /// 64-bit x86.
    X86_64,
    /// 64-bit ARM.
    Arm64,
}

impl Architecture {
    /// Every architecture.
    pub const ALL: [Self; 3] = [Self::I386, Self::X86_64, Self::Arm64];

    /// As ECS prints it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::I386 => "i386",
            Self::X86_64 => "x86_64",
            Self::Arm64 => "arm64",
        }
    }

    /// Reads what [`as_str`](Self::as_str) prints.
    ///
    /// # Errors
    /// [`Refusal::ArchitectureMalformed`].
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        find(&Self::ALL, Self::as_str, text).ok_or(Refusal::ArchitectureMalformed)
    }

    /// Can it boot so? arm64 boots by UEFI only (ImportImage, BootMode).
    ///
    /// # Errors
    /// [`Refusal::BootModeUnsupported`].
    pub fn admit_boot_mode(self, boot_mode: BootMode) -> Result<(), Refusal> {
        if self == Self::Arm64 && boot_mode != BootMode::Uefi {
            Err(Refusal::BootModeUnsupported)
        } else {
            Ok(())
        }
    }

    /// How it boots when nobody says.
    #[must_use]
    pub const fn boots_by(self) -> BootMode {
        if matches!(self, Self::Arm64) { BootMode::Uefi } else { BootMode::Bios }
    }

    /// 32 or 64.
    #[must_use]
    pub const fn bits(self) -> u8 {
        if matches!(self, Self::I386) { 32 } else { 64 }
    }
}

impl Image {
    /// How it boots: as set, else as its architecture does.
    #[must_use]
    pub fn boots_by(&self) -> BootMode {
        self.boot_mode.unwrap_or(self.architecture.boots_by())
    }
}

/// How an image boots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BootMode {
    /// BIOS.
    Bios,
    /// UEFI.
    Uefi,
    /// Either, UEFI first.
    UefiPreferred,
}

impl BootMode {
    /// Every boot mode.
    pub const ALL: [Self; 3] = [Self::Bios, Self::Uefi, Self::UefiPreferred];

    /// As ECS prints it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Bios => "BIOS",
            Self::Uefi => "UEFI",
            Self::UefiPreferred => "UEFI-Preferred",
        }
    }

    /// Reads what [`as_str`](Self::as_str) prints.
    ///
    /// # Errors
    /// [`Refusal::BootModeUnknown`].
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        find(&Self::ALL, Self::as_str, text).ok_or(Refusal::BootModeUnknown)
    }
}

/// Operating system type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OsType {
    /// Linux, and all that is not Windows.
    Linux,
    /// Windows.
    Windows,
}

impl OsType {
    /// Every type.
    pub const ALL: [Self; 2] = [Self::Linux, Self::Windows];

    /// As ECS prints it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Linux => "linux",
            Self::Windows => "windows",
        }
    }

    /// Reads what [`as_str`](Self::as_str) prints.
    ///
    /// # Errors
    /// [`Refusal::OsTypeMalformed`].
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        find(&Self::ALL, Self::as_str, text).ok_or(Refusal::OsTypeMalformed)
    }
}

/// Who licenses the operating system of an image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LicenseType {
    /// The platform decides.
    Auto,
    /// The cloud.
    Aliyun,
    /// The owner ("bring your own licence").
    Byol,
}

impl LicenseType {
    /// Every licence type.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Aliyun, Self::Byol];

    /// As ECS prints it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "Auto",
            Self::Aliyun => "Aliyun",
            Self::Byol => "BYOL",
        }
    }

    /// Reads what [`as_str`](Self::as_str) prints.
    ///
    /// # Errors
    /// [`Refusal::LicenseTypeUnsupported`].
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        find(&Self::ALL, Self::as_str, text).ok_or(Refusal::LicenseTypeUnsupported)
    }
}

/// Version of the instance metadata service that an image needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImdsSupport {
    /// Either version.
    V1,
    /// Only version 2.
    V2,
}

impl ImdsSupport {
    /// Every version.
    pub const ALL: [Self; 2] = [Self::V1, Self::V2];

    /// As ECS prints it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::V1 => "v1",
            Self::V2 => "v2",
        }
    }

    /// Reads what [`as_str`](Self::as_str) prints.
    ///
    /// # Errors
    /// [`Refusal::ImdsSupportUnknown`].
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        find(&Self::ALL, Self::as_str, text).ok_or(Refusal::ImdsSupportUnknown)
    }
}

/// Whether an image has NVMe drivers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NvmeSupport {
    /// It has.
    Supported,
    /// It has not.
    Unsupported,
}

impl NvmeSupport {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Supported, Self::Unsupported];

    /// As ECS prints it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Supported => "supported",
            Self::Unsupported => "unsupported",
        }
    }

    /// Reads what [`as_str`](Self::as_str) prints.
    ///
    /// # Errors
    /// [`Refusal::NvmeSupportUnknown`].
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        find(&Self::ALL, Self::as_str, text).ok_or(Refusal::NvmeSupportUnknown)
    }
}

/// Operating system platform: one of the names that CreateImage and ImportImage list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Platform(&'static str);

impl Platform {
    /// Every platform (CreateImage and ImportImage, parameter Platform).
    pub const ALL: [Self; 27] = [
        Self("Aliyun"),
        Self("Anolis"),
        Self("CentOS"),
        Self("Ubuntu"),
        Self("CoreOS"),
        Self("SUSE"),
        Self("Debian"),
        Self("OpenSUSE"),
        Self("FreeBSD"),
        Self("RedHat"),
        Self("Kylin"),
        Self("UOS"),
        Self("Fedora"),
        Self("Fedora CoreOS"),
        Self("CentOS Stream"),
        Self("AlmaLinux"),
        Self("Rocky Linux"),
        Self("Gentoo"),
        Self("Customized Linux"),
        Self("Others Linux"),
        Self("Windows Server 2022"),
        Self("Windows Server 2019"),
        Self("Windows Server 2016"),
        Self("Windows Server 2012"),
        Self("Windows Server 2008"),
        Self("Windows Server 2003"),
        Self("Other Windows"),
    ];

    /// Windows, and none of those that have a name here.
    pub const OTHER_WINDOWS: Self = Self("Other Windows");

    /// As ECS prints it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0
    }

    /// Reads what [`as_str`](Self::as_str) prints.
    ///
    /// # Errors
    /// [`Refusal::PlatformMalformed`].
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        find(&Self::ALL, Self::as_str, text).ok_or(Refusal::PlatformMalformed)
    }

    /// The operating system type of the platform.
    #[must_use]
    pub fn os_type(self) -> OsType {
        if self.0.contains("Windows") { OsType::Windows } else { OsType::Linux }
    }
}

impl Default for Platform {
    /// `Others Linux`, as CreateImage has it.
    fn default() -> Self {
        Self("Others Linux")
    }
}

fn find<T: Copy>(all: &[T], as_str: fn(T) -> &'static str, text: &str) -> Option<T> {
    all.iter().copied().find(|value| as_str(*value) == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_value_is_read_as_it_is_printed() {
        assert!(Status::ALL.iter().all(|v| Status::parse(v.as_str()) == Some(*v)));
        assert!(Architecture::ALL.iter().all(|v| Architecture::parse(v.as_str()) == Ok(*v)));
        assert!(BootMode::ALL.iter().all(|v| BootMode::parse(v.as_str()) == Ok(*v)));
        assert!(OsType::ALL.iter().all(|v| OsType::parse(v.as_str()) == Ok(*v)));
        assert!(LicenseType::ALL.iter().all(|v| LicenseType::parse(v.as_str()) == Ok(*v)));
        assert!(ImdsSupport::ALL.iter().all(|v| ImdsSupport::parse(v.as_str()) == Ok(*v)));
        assert!(NvmeSupport::ALL.iter().all(|v| NvmeSupport::parse(v.as_str()) == Ok(*v)));
        assert!(Platform::ALL.iter().all(|v| Platform::parse(v.as_str()) == Ok(*v)));
        assert_eq!(Status::parse("available"), None);
        assert_eq!(Platform::parse("Solaris"), Err(Refusal::PlatformMalformed));
    }
}
