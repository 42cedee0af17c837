//! Fixtures: accounts, system images, snapshots and instances out of a YAML file, and back into one.
//!
//! Everything is read and checked before anything is written. What a file does not name stays; a snapshot that is there
//! is its owner's, and stays as well.

use std::collections::BTreeMap;

use imagekin_catalog::RegionId;
use imagekin_store::{Store, StoreError};
use serde::{Deserialize, Serialize};

use crate::App;

mod apply;
mod export;
mod parse;

/// What a file of fixtures holds.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Fixtures {
    /// Accounts and what they have.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub accounts: Vec<AccountFixture>,
    /// Images that every account sees as the system's.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub system_images: Vec<SystemImageFixture>,
}

/// An account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccountFixture {
    /// Its uid, 16 digits.
    pub id: String,
    /// Its access keys.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub access_keys: Vec<AccessKeyFixture>,
    /// What it has in each region.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub regions: BTreeMap<String, RegionFixture>,
}

/// An access key. Its secret is never exported.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccessKeyFixture {
    /// Its id.
    pub id: String,
    /// Its secret; a key without one, as it is exported, is left as it is.
    #[serde(default, skip_serializing)]
    pub secret: Option<String>,
}

impl std::fmt::Debug for AccessKeyFixture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AccessKeyFixture").field("id", &self.id).finish_non_exhaustive()
    }
}

/// What an account has in a region.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RegionFixture {
    /// Snapshots, without bytes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub snapshots: Vec<SnapshotFixture>,
    /// Instances and their disks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub instances: Vec<InstanceFixture>,
}

/// A snapshot.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SnapshotFixture {
    /// Its id, e.g. `s-base`.
    pub id: String,
    /// Its name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What its owner says of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// `system` or `data`: the kind of its disk.
    #[serde(default = "system", rename = "type")]
    pub kind: String,
    /// Size of its disk, in GiB.
    #[serde(rename = "size")]
    pub size_gib: u32,
    /// Its tags.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub tags: BTreeMap<String, String>,
}

/// An instance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstanceFixture {
    /// Its id, e.g. `i-golden`.
    pub id: String,
    /// Pending, Starting, Running, Stopping or Stopped.
    #[serde(default = "stopped")]
    pub status: String,
    /// The image that it was made of: then the image's Usage is `instance`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image_id: Option<String>,
    /// Its disks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub disks: Vec<DiskFixture>,
}

/// A disk of an instance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DiskFixture {
    /// Its id, e.g. `d-golden`.
    pub id: String,
    /// `system` or `data`.
    #[serde(default = "system", rename = "type")]
    pub kind: String,
    /// Its size, in GiB.
    #[serde(rename = "size")]
    pub size_gib: u32,
}

/// An image of the system.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SystemImageFixture {
    /// Its id, which is its name too, e.g. `ubuntu_22_04_x64_20G_alibase_20230907.vhd`.
    pub id: String,
    /// Its family without `acs:`, e.g. `ubuntu_22_04_x64`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub family: Option<String>,
    /// What is said of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// Operating system platform, e.g. `Ubuntu`.
    pub platform: String,
    /// Name of the operating system in Chinese.
    pub os_name: String,
    /// Name of the operating system in English.
    pub os_name_en: String,
    /// `linux` or `windows`; that of the platform if not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub os_type: Option<String>,
    /// `i386`, `x86_64` or `arm64`.
    #[serde(default = "x86_64")]
    pub architecture: String,
    /// `BIOS`, `UEFI` or `UEFI-Preferred`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub boot_mode: Option<String>,
    /// Size of the system disk, in GiB.
    #[serde(rename = "size")]
    pub size_gib: u32,
    /// When it was made, `yyyy-MM-ddTHH:mm:ssZ`; if not given, the day at the end of its id, or else now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created: Option<String>,
    /// Where it is; everywhere if not given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub regions: Vec<String>,
}

fn system() -> String {
    "system".to_owned()
}

fn stopped() -> String {
    "Stopped".to_owned()
}

fn x86_64() -> String {
    "x86_64".to_owned()
}

/// Why fixtures cannot be applied.
#[derive(Debug, thiserror::Error)]
pub enum FixturesError {
    /// The file cannot be read.
    #[error("cannot read the fixtures {path}: {why}")]
    Unreadable {
        /// The file.
        path: String,
        /// Why: told in the text, so it is no `source` that would be told again.
        why: std::io::Error,
    },
    /// It is no such YAML.
    #[error("the fixtures {path} are not as they should be: {problem}")]
    Malformed {
        /// The file.
        path: String,
        /// What is wrong, and where.
        problem: String,
    },
    /// A value is not what it should be.
    #[error("fixtures: {0}")]
    Value(String),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// How much was applied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// Accounts.
    pub accounts: usize,
    /// System images, each counted once for each region.
    pub system_images: usize,
    /// Snapshots.
    pub snapshots: usize,
    /// Instances.
    pub instances: usize,
}

impl std::fmt::Display for Applied {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { accounts, system_images, snapshots, instances } = self;
        write!(
            f,
            "{accounts} accounts, {system_images} system images, {snapshots} snapshots, {instances} instances"
        )
    }
}

impl Fixtures {
    /// Is there an access key with its secret among them?
    pub(crate) fn have_secrets(&self) -> bool {
        let mut keys = self.accounts.iter().flat_map(|account| &account.access_keys);
        keys.any(|key| key.secret.is_some())
    }

    /// Reads a YAML file.
    ///
    /// # Errors
    /// [`FixturesError::Unreadable`], [`FixturesError::Malformed`].
    pub fn read(path: &std::path::Path) -> Result<Self, FixturesError> {
        let shown = || path.display().to_string();
        let text =
            std::fs::read_to_string(path).map_err(|why| FixturesError::Unreadable { path: shown(), why })?;
        serde_saphyr::from_str(&text)
            .map_err(|error| FixturesError::Malformed { path: shown(), problem: error.to_string() })
    }

    /// Prints them as YAML.
    ///
    /// # Errors
    /// [`FixturesError::Value`], if they cannot be printed.
    pub fn to_yaml(&self) -> Result<String, FixturesError> {
        serde_saphyr::to_string(self).map_err(|error| FixturesError::Value(error.to_string()))
    }

    /// Puts them into the store of `app`.
    ///
    /// # Errors
    /// [`FixturesError::Value`] before anything is written, or what the store says.
    pub async fn apply(&self, app: &App) -> Result<Applied, FixturesError> {
        apply::apply(app, parse::parse(app, self)?).await
    }

    /// What the store holds of the kind that fixtures are, in these regions, access keys without their secrets.
    ///
    /// # Errors
    /// What the store says.
    pub async fn export(store: &Store, regions: Vec<RegionId>) -> Result<Self, StoreError> {
        export::export(store, regions).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_secrets_of_fixtures_do_not_show() {
        let key = AccessKeyFixture { id: "testid".to_owned(), secret: Some("correct-horse".to_owned()) };
        let account = AccountFixture {
            id: "1234567890123456".to_owned(),
            access_keys: vec![key],
            regions: BTreeMap::new(),
        };
        let fixtures = Fixtures { accounts: vec![account], system_images: Vec::new() };
        assert!(fixtures.have_secrets());
        for told in [format!("{fixtures:?}"), fixtures.to_yaml().expect("YAML")] {
            assert!(told.contains("testid") && !told.contains("correct-horse"), "{told}");
        }
    }
}
