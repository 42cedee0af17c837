//! Images: how they are kept, found and changed.

use imagekin_catalog::disk::{DiskKind, DiskMapping, ImportedFrom};
use imagekin_catalog::image::{
    Architecture, BootMode, ImdsSupport, LicenseType, NvmeSupport, OsName, OsType, Platform,
};
use imagekin_catalog::name::ImageVersion;
use imagekin_catalog::task::TaskAction;
use imagekin_catalog::{
    Description, FamilyName, Image, ImageId, ImageName, Refusal, SnapshotId, Status, Timestamp, family,
};

use crate::db::{Row, Value, first_row, parsed, rows};
use crate::store::{key, signed, unsigned};
use crate::tags::{Carrier, ResourceType};
use crate::{Catalogue, Read, StoreError, Write};

mod filter;
pub use filter::{ImageFilter, ImageScope, OwnedImage, Page};

const COLUMNS: &str = "image_id, sequence, created_at_us, name, family, description, version, status, failure, progress, \
    origin, architecture, os_type, platform, boot_mode, license_type, imds_support, nvme_support, resource_group_id, os_name_zh, os_name_en, \
    is_public, share_count, instance_count, deleted_at_us";

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
        let image = first_row(self.db, &sql, &[account, region, id.as_str().into()], read_image)?;
        image.map(|row| self.with_parts(catalogue, row)).transpose()
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

    /// Adds disks and tags to an image that was read without them.
    pub(crate) fn with_parts(
        &self,
        catalogue: &Catalogue,
        (mut image, kind): (Image, ResourceType),
    ) -> Result<Image, StoreError> {
        let [account, region] = key(catalogue);
        let values = [account, region, image.id.as_str().into()];
        let disks = "SELECT device, kind, size_gib, snapshot_id, import_format, import_bucket, import_object \
                     FROM image_disks WHERE account_id = $1 AND region_id = $2 AND image_id = $3 ORDER BY device";
        image.disks = rows(self.db, disks, &values, read_disk)?;
        image.tags = self.tags_of(catalogue, kind, image.id.as_str())?;
        Ok(image)
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
        self.insert_disks(image)?;
        self.add_tags(&Carrier::image(image), &image.tags)?;
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
            let [account, region] = key(&self.catalogue);
            let sql = "DELETE FROM image_disks WHERE account_id = $1 AND region_id = $2 AND image_id = $3";
            self.read.db.execute(sql, &[account, region, after.id.as_str().into()])?;
            self.insert_disks(after)?;
        }
        if before.tags != after.tags || before.status != after.status {
            self.put_tags(&Carrier::image(after), &after.tags)?;
        }
        Ok(())
    }

    /// Deletes an image. It stays as a tombstone: its row, disks and tags as they were last.
    ///
    /// # Errors
    /// What the database says.
    pub fn delete_image(&mut self, image: &Image) -> Result<(), StoreError> {
        self.change_heads(Some(image), None)?;
        if image.is_shared() {
            // Only an image that was never finished is deleted while it is shared.
            self.drop_shares(&image.id)?;
        }
        let [account, region] = key(&self.catalogue);
        let sql =
            "UPDATE images SET deleted_at_us = $1 WHERE account_id = $2 AND region_id = $3 AND image_id = $4";
        let now = self.cause.now.as_micros();
        self.read.db.execute(sql, &[now.into(), account, region, image.id.as_str().into()])?;
        self.bury_tags(image.id.as_str())?;
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
            let head = |candidates: &[family::Candidate]| {
                family::resolve(candidates).head.map(|head| head.image_id.clone())
            };
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
                   imds_support, nvme_support, resource_group_id, os_name_zh, os_name_en, is_public, share_count, instance_count) \
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, \
                   $22, $23, $24, $25, $26)";
        let [account, region] = key(&self.catalogue);
        let mut values = vec![account, region, image.id.as_str().into(), signed(image.sequence)?.into()];
        values.push(image.created_at.as_micros().into());
        values.extend(changeable(image));
        self.read.db.execute(sql, &values)?;
        Ok(())
    }

    fn update_image(&self, image: &Image) -> Result<(), StoreError> {
        let sql = "UPDATE images SET name = $1, family = $2, description = $3, version = $4, status = $5, failure = $6, \
                   progress = $7, origin = $8, architecture = $9, os_type = $10, platform = $11, boot_mode = $12, \
                   license_type = $13, imds_support = $14, nvme_support = $15, resource_group_id = $16, \
                   os_name_zh = $17, os_name_en = $18, is_public = $19, share_count = $20, instance_count = $21 \
                   WHERE account_id = $22 AND region_id = $23 AND image_id = $24";
        let mut values = changeable(image).to_vec();
        values.extend(key(&self.catalogue));
        values.push(image.id.as_str().into());
        match self.read.db.execute(sql, &values)? {
            1 => Ok(()),
            n => Err(StoreError::Inconsistent(format!("{n} images are called {}", image.id))),
        }
    }

    fn insert_disks(&self, image: &Image) -> Result<(), StoreError> {
        let sql = "INSERT INTO image_disks (account_id, region_id, image_id, device, kind, size_gib, snapshot_id, \
                   import_format, import_bucket, import_object) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
        let [account, region] = key(&self.catalogue);
        for disk in &image.disks {
            let import = disk.imported_from.as_ref();
            self.read.db.execute(
                sql,
                &[
                    account,
                    region,
                    image.id.as_str().into(),
                    disk.device.as_str().into(),
                    disk.kind.as_str().into(),
                    i64::from(disk.size_gib).into(),
                    disk.snapshot_id.as_ref().map(SnapshotId::as_str).into(),
                    import.map(|import| import.format.as_str()).into(),
                    import.map(|import| import.bucket.as_str()).into(),
                    import.map(|import| import.object.as_str()).into(),
                ],
            )?;
        }
        Ok(())
    }
}

/// The columns of an image that can change, in the order of the statements above.
fn changeable(image: &Image) -> [Value<'_>; 21] {
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
    ]
}

/// A rule of `catalog` as a parser of what was once accepted by it.
fn ok<T>(parse: impl Fn(&str) -> Result<T, Refusal>) -> impl Fn(&str) -> Option<T> {
    move |text| parse(text).ok()
}

/// Reads the columns of [`COLUMNS`], and as what its tags are filed; disks and tags are still to come.
fn read_image(row: &dyn Row) -> Result<(Image, ResourceType), StoreError> {
    let id = parsed(row.text(0)?, ImageId::parse)?;
    let count = |column| Ok::<_, StoreError>(u32::try_from(row.int(column)?).unwrap_or(u32::MAX));
    let kind = if row.maybe_int(24)?.is_none() { ResourceType::Image } else { ResourceType::Tombstone };
    let image = Image {
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
        disks: Vec::new(),
        tags: Vec::new(),
        is_public: row.int(21)? != 0,
        share_count: count(22)?,
        instance_count: count(23)?,
    };
    Ok((image, kind))
}

fn read_disk(row: &dyn Row) -> Result<DiskMapping, StoreError> {
    let imported_from = match row.maybe_text(5)? {
        None => None,
        Some(bucket) => Some(ImportedFrom {
            format: row.maybe_text(4)?.unwrap_or_default().to_owned(),
            bucket: bucket.to_owned(),
            object: row.text(6)?.to_owned(),
        }),
    };
    Ok(DiskMapping {
        device: row.text(0)?.to_owned(),
        kind: parsed(row.text(1)?, DiskKind::parse)?,
        size_gib: u32::try_from(row.int(2)?).unwrap_or(0),
        snapshot_id: row.maybe_text(3)?.map(|text| parsed(text, SnapshotId::parse)).transpose()?,
        imported_from,
    })
}
