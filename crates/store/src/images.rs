//! Images: how they are kept, found and changed.

use std::sync::LazyLock;

use imagekin_catalog::image::{
    Architecture, BootMode, ImdsSupport, LicenseType, NvmeSupport, OsName, OsType, Platform,
};
use imagekin_catalog::name::ImageVersion;
use imagekin_catalog::task::TaskAction;
use imagekin_catalog::{
    Candidate, Description, FamilyName, Image, ImageId, ImageName, Refusal, Status, Timestamp, family,
};

use crate::db::{Row, Value, first_row, parsed};
use crate::store::{key, signed, unsigned};
use crate::tags::{Carrier, ResourceType};
use crate::{Catalogue, Read, StoreError, Write, json};

mod bin;
mod filter;
mod listing;
pub use bin::DeletedImage;
pub use filter::{ImageFilter, ImageScope, OwnedImage, Page};

pub(crate) const COLUMNS: &str = "image_id, sequence, created_at_us, name, family, description, version, status, failure, progress, \
    origin, architecture, os_type, platform, boot_mode, license_type, imds_support, nvme_support, resource_group_id, os_name_zh, os_name_en, \
    is_public, share_count, instance_count, disks, tags, deletion_protection";

/// Finds the head: the first in the index of its family among those that are Available. That index has them in the order
/// in which [`family::resolve`] chooses: [`Read::head`] asserts it in a build for tests, the models and `imagekin check` look.
pub(crate) static HEAD: LazyLock<String> = LazyLock::new(|| {
    format!(
        "SELECT {COLUMNS} FROM images WHERE account_id = $1 AND region_id = $2 AND family = $3 AND status = $4 \
         AND deleted_at_us IS NULL ORDER BY created_at_us DESC, sequence DESC LIMIT 1"
    )
});

/// What [`HEAD`] is asked.
pub(crate) fn head_values<'v>(catalogue: &'v Catalogue, family: &'v FamilyName) -> [Value<'v>; 4] {
    let [account, region] = key(catalogue);
    [account, region, family.as_str().into(), Status::Available.as_str().into()]
}

impl Read<'_> {
    /// The image, unless it is deleted.
    ///
    /// # Errors
    /// What the database says.
    pub fn image(&self, catalogue: &Catalogue, id: &ImageId) -> Result<Option<Image>, StoreError> {
        self.image_where(catalogue, id, "deleted_at_us IS NULL")
    }

    /// The image as it was last, deleted or not.
    ///
    /// # Errors
    /// What the database says.
    pub fn image_or_tombstone(
        &self,
        catalogue: &Catalogue,
        id: &ImageId,
    ) -> Result<Option<Image>, StoreError> {
        self.image_where(catalogue, id, "1 = 1")
    }

    fn image_where(
        &self,
        catalogue: &Catalogue,
        id: &ImageId,
        condition: &str,
    ) -> Result<Option<Image>, StoreError> {
        let [account, region] = key(catalogue);
        let sql = format!(
            "SELECT {COLUMNS} FROM images WHERE account_id = $1 AND region_id = $2 AND image_id = $3 AND {condition}"
        );
        first_row(self.db, &sql, &[account, region, id.as_str().into()], read_image)
    }

    /// The head of a family, if it has one.
    ///
    /// # Errors
    /// What the database says.
    pub fn head(&self, catalogue: &Catalogue, family: &FamilyName) -> Result<Option<Image>, StoreError> {
        let head = first_row(self.db, &HEAD, &head_values(catalogue, family), read_image)?;
        #[cfg(debug_assertions)]
        {
            let candidates = self.candidates(catalogue, family)?;
            let resolved = family::resolve(&candidates).head.map(|candidate| &candidate.image_id);
            assert_eq!(
                head.as_ref().map(|image| &image.id),
                resolved,
                "the index and the rule have other heads"
            );
        }
        Ok(head)
    }

    /// Is the name taken by an image that is not deleted?
    ///
    /// # Errors
    /// What the database says.
    pub fn image_named(
        &self,
        catalogue: &Catalogue,
        name: &ImageName,
    ) -> Result<Option<ImageId>, StoreError> {
        let [account, region] = key(catalogue);
        let sql = "SELECT image_id FROM images \
                   WHERE account_id = $1 AND region_id = $2 AND name = $3 AND deleted_at_us IS NULL";
        first_row(self.db, sql, &[account, region, name.as_str().into()], |row| {
            parsed(row.text(0)?, ImageId::parse)
        })
    }
}

impl Write<'_> {
    /// Adds a new image.
    ///
    /// # Errors
    /// What the database says.
    pub fn add_image(&mut self, image: &Image) -> Result<(), StoreError> {
        self.change_heads(None, Some(image))?;
        self.insert_image(image)?;
        self.file_snapshots(image)?;
        self.file_tags_of(image)?;
        self.counts.images += 1;
        Ok(())
    }

    /// Replaces `before` by `after`, the same image.
    ///
    /// # Errors
    /// What the database says.
    pub fn change_image(&mut self, before: &Image, after: &Image) -> Result<(), StoreError> {
        self.change_heads(Some(before), Some(after))?;
        self.update_image(after)?;
        if before.disks != after.disks {
            self.unfile_snapshots(before)?;
            self.file_snapshots(after)?;
        }
        if before.tags != after.tags || before.status != after.status {
            self.unfile_tags_of(before)?;
            self.file_tags_of(after)?;
        }
        Ok(())
    }

    /// Deletes an image. It stays as a tombstone: its row as it was last, found by nothing but its id; and until an instant,
    /// if one is given, in the recycle bin.
    ///
    /// # Errors
    /// What the database says.
    pub fn delete_image(
        &mut self,
        image: &Image,
        restorable_until: Option<Timestamp>,
    ) -> Result<(), StoreError> {
        self.change_heads(Some(image), None)?;
        if image.is_shared() {
            // Only an image that was never finished is deleted while it is shared.
            self.drop_shares(&image.id)?;
        }
        let [account, region] = key(&self.catalogue);
        let sql = "UPDATE images SET deleted_at_us = $1 \
                   WHERE account_id = $2 AND region_id = $3 AND image_id = $4";
        let now = self.cause.now.as_micros().into();
        self.read.db.send(sql, &[now, account, region, image.id.as_str().into()])?;
        self.unfile_snapshots(image)?;
        self.unfile_tags_of(image)?;
        if let Some(until) = restorable_until {
            self.put_into_bin(image, until)?;
        }
        self.counts.images -= 1;
        Ok(())
    }

    /// Appends to the log of heads what a change of one image does to the families it is in, and keeps their count.
    fn change_heads(&mut self, before: Option<&Image>, after: Option<&Image>) -> Result<(), StoreError> {
        let family_of = |image: Option<&Image>| image.and_then(|image| image.family.clone());
        let mut families: Vec<FamilyName> =
            [family_of(before), family_of(after)].into_iter().flatten().collect();
        families.dedup();
        for name in families {
            self.touch(&name);
            let candidates = self.candidates(&self.catalogue, &name)?;
            let in_family = |image: &&Image| image.family.as_ref() == Some(&name);
            let mut changed = candidates.clone();
            changed.retain(|candidate| before.is_none_or(|image| image.id != candidate.image_id));
            changed.extend(after.filter(in_family).map(Image::candidate));
            match (candidates.is_empty(), changed.is_empty()) {
                (true, false) => self.counts.families += 1,
                (false, true) => self.counts.families -= 1,
                _ => {}
            }
            let head =
                |candidates: &[Candidate]| family::resolve(candidates).head.map(|head| head.image_id.clone());
            let new_head = head(&changed);
            if head(&candidates) != new_head {
                self.log_head(&name, new_head.as_ref())?;
            }
        }
        Ok(())
    }

    fn insert_image(&self, image: &Image) -> Result<(), StoreError> {
        let sql = "INSERT INTO images (account_id, region_id, image_id, sequence, created_at_us, name, family, description, \
                   version, status, failure, progress, origin, architecture, os_type, platform, boot_mode, license_type, \
                   imds_support, nvme_support, resource_group_id, os_name_zh, os_name_en, is_public, share_count, instance_count, \
                   disks, tags, deletion_protection) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, \
                   $20, $21, $22, $23, $24, $25, $26, $27, $28, $29)";
        let [account, region] = key(&self.catalogue);
        let mut values = vec![account, region, image.id.as_str().into(), signed(image.sequence)?.into()];
        values.push(image.created_at.as_micros().into());
        let (disks, tags) = (json::of_disks(&image.disks)?, json::of_tags(&image.tags));
        values.extend(changeable(image, &disks, &tags));
        self.read.db.send(sql, &values)
    }

    fn update_image(&self, image: &Image) -> Result<(), StoreError> {
        let sql = "UPDATE images SET name = $1, family = $2, description = $3, version = $4, status = $5, failure = $6, \
                   progress = $7, origin = $8, architecture = $9, os_type = $10, platform = $11, boot_mode = $12, \
                   license_type = $13, imds_support = $14, nvme_support = $15, resource_group_id = $16, \
                   os_name_zh = $17, os_name_en = $18, is_public = $19, share_count = $20, instance_count = $21, \
                   disks = $22, tags = $23, deletion_protection = $24 \
                   WHERE account_id = $25 AND region_id = $26 AND image_id = $27";
        let (disks, tags) = (json::of_disks(&image.disks)?, json::of_tags(&image.tags));
        let mut values = changeable(image, &disks, &tags).to_vec();
        values.extend(key(&self.catalogue));
        values.push(image.id.as_str().into());
        match self.read.db.execute(sql, &values)? {
            1 => Ok(()),
            n => Err(StoreError::Inconsistent(format!("{n} images are called {}", image.id))),
        }
    }

    /// Files the image under its tags, and counts it among those that carry them.
    fn file_tags_of(&self, image: &Image) -> Result<(), StoreError> {
        self.file_tags(&Carrier::image(image), &image.tags)?;
        self.count_tags(image, 1)
    }

    fn unfile_tags_of(&self, image: &Image) -> Result<(), StoreError> {
        if image.tags.is_empty() {
            return Ok(());
        }
        self.unfile_tags(ResourceType::Image, image.id.as_str())?;
        self.count_tags(image, -1)
    }

    /// Files the image under the snapshots that its disks are made of.
    fn file_snapshots(&self, image: &Image) -> Result<(), StoreError> {
        let sql = "INSERT INTO image_snapshots (account_id, region_id, snapshot_id, image_id) VALUES ($1, $2, $3, $4) \
                   ON CONFLICT (account_id, region_id, snapshot_id, image_id) DO NOTHING";
        self.of_each_snapshot(sql, image)
    }

    fn unfile_snapshots(&self, image: &Image) -> Result<(), StoreError> {
        let sql = "DELETE FROM image_snapshots \
                   WHERE account_id = $1 AND region_id = $2 AND snapshot_id = $3 AND image_id = $4";
        self.of_each_snapshot(sql, image)
    }

    fn of_each_snapshot(&self, sql: &str, image: &Image) -> Result<(), StoreError> {
        let [account, region] = key(&self.catalogue);
        for snapshot_id in image.disks.iter().filter_map(|disk| disk.snapshot_id.as_ref()) {
            let values = [account, region, snapshot_id.as_str().into(), image.id.as_str().into()];
            self.read.db.send(sql, &values)?;
        }
        Ok(())
    }
}

/// The columns of an image that can change, in the order of the statements above.
fn changeable<'i>(image: &'i Image, disks: &'i str, tags: &'i str) -> [Value<'i>; 24] {
    [
        image.name.as_str().into(),
        image.family.as_ref().map(FamilyName::as_str).into(),
        image.description.as_str().into(),
        image.version.as_str().into(),
        image.status.as_str().into(),
        image.failure.as_str().into(),
        i64::from(image.progress).into(),
        image.origin.as_str().into(),
        image.architecture.as_str().into(),
        image.os_type.as_str().into(),
        image.platform.as_str().into(),
        image.boot_mode.map(BootMode::as_str).into(),
        image.license_type.map(LicenseType::as_str).into(),
        image.imds_support.as_str().into(),
        image.nvme_support.map(NvmeSupport::as_str).into(),
        image.resource_group_id.as_str().into(),
        image.os_name.as_ref().map(|name| name.zh.as_str()).into(),
        image.os_name.as_ref().map(|name| name.en.as_str()).into(),
        i64::from(image.is_public).into(),
        i64::from(image.share_count).into(),
        i64::from(image.instance_count).into(),
        disks.into(),
        tags.into(),
        i64::from(image.deletion_protection).into(),
    ]
}

/// A rule of `catalog` as a parser of what was once accepted by it.
fn ok<T>(parse: impl Fn(&str) -> Result<T, Refusal>) -> impl Fn(&str) -> Option<T> {
    move |text| parse(text).ok()
}

/// Reads the columns of [`COLUMNS`].
pub(crate) fn read_image(row: &dyn Row) -> Result<Image, StoreError> {
    let id = parsed(row.text(0)?, ImageId::parse)?;
    let count = |column| Ok::<_, StoreError>(u32::try_from(row.int(column)?).unwrap_or(u32::MAX));
    Ok(Image {
        name: parsed(row.text(3)?, ok(ImageName::parse))?,
        id,
        sequence: unsigned(row.int(1)?)?,
        created_at: Timestamp::from_micros(row.int(2)?),
        family: row.maybe_text(4)?.map(|text| parsed(text, ok(FamilyName::parse))).transpose()?,
        description: parsed(row.text(5)?, ok(Description::parse))?,
        version: parsed(row.text(6)?, ok(ImageVersion::parse))?,
        status: parsed(row.text(7)?, Status::parse)?,
        failure: row.text(8)?.to_owned(),
        progress: u8::try_from(row.int(9)?).unwrap_or(100),
        origin: parsed(row.text(10)?, TaskAction::parse)?,
        architecture: parsed(row.text(11)?, ok(Architecture::parse))?,
        os_type: parsed(row.text(12)?, ok(OsType::parse))?,
        platform: parsed(row.text(13)?, ok(Platform::parse))?,
        boot_mode: row.maybe_text(14)?.map(|text| parsed(text, ok(BootMode::parse))).transpose()?,
        license_type: row.maybe_text(15)?.map(|text| parsed(text, ok(LicenseType::parse))).transpose()?,
        imds_support: parsed(row.text(16)?, ok(ImdsSupport::parse))?,
        nvme_support: row.maybe_text(17)?.map(|text| parsed(text, ok(NvmeSupport::parse))).transpose()?,
        resource_group_id: row.text(18)?.to_owned(),
        os_name: match (row.maybe_text(19)?, row.maybe_text(20)?) {
            (Some(zh), Some(en)) => Some(OsName { zh: zh.to_owned(), en: en.to_owned() }),
            _ => None,
        },
        disks: json::disks(row.text(24)?)?,
        tags: json::tags(row.text(25)?)?,
        is_public: row.int(21)? != 0,
        share_count: count(22)?,
        instance_count: count(23)?,
        deletion_protection: row.int(26)? != 0,
    })
}
