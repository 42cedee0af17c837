//! Instances and their disks: who uses which image, and what snapshots and images are made of.

use imagekin_access::AccountId;
use imagekin_catalog::disk::DiskKind;
use imagekin_catalog::instance::InstanceStatus;
use imagekin_catalog::{Disk, DiskId, Image, ImageId, Instance, InstanceId, RegionId};

use crate::db::{Row, first_row, parsed, rows};
use crate::store::{account_from, account_value, key};
use crate::{Catalogue, Read, StoreError, Write};

pub(crate) const COLUMNS: &str = "instance_id, status, image_id, image_owner_id";
pub(crate) const DISK_COLUMNS: &str = "disk_id, instance_id, kind, size_gib";

/// An instance as its user's catalogue has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnedInstance {
    /// The instance.
    pub instance: Instance,
    /// Whose image it was made of; `None` where the image is not known.
    pub image_owner: Option<AccountId>,
}

impl Read<'_> {
    /// The instance.
    ///
    /// # Errors
    /// What the database says.
    pub fn instance(
        &self,
        catalogue: &Catalogue,
        id: &InstanceId,
    ) -> Result<Option<OwnedInstance>, StoreError> {
        let [account, region] = key(catalogue);
        let sql = format!(
            "SELECT {COLUMNS} FROM instances WHERE account_id = $1 AND region_id = $2 AND instance_id = $3"
        );
        first_row(self.db, &sql, &[account, region, id.as_str().into()], read_instance)
    }

    /// Every instance of a catalogue, by id.
    ///
    /// # Errors
    /// What the database says.
    pub fn instances(&self, catalogue: &Catalogue) -> Result<Vec<OwnedInstance>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM instances WHERE account_id = $1 AND region_id = $2 ORDER BY instance_id"
        );
        rows(self.db, &sql, &key(catalogue), read_instance)
    }

    /// The disks of an instance, by id.
    ///
    /// # Errors
    /// What the database says.
    pub fn disks_of(&self, catalogue: &Catalogue, id: &InstanceId) -> Result<Vec<Disk>, StoreError> {
        let [account, region] = key(catalogue);
        let sql = format!(
            "SELECT {DISK_COLUMNS} FROM disks \
             WHERE account_id = $1 AND region_id = $2 AND instance_id = $3 ORDER BY disk_id"
        );
        rows(self.db, &sql, &[account, region, id.as_str().into()], read_disk)
    }

    /// The disk.
    ///
    /// # Errors
    /// What the database says.
    pub fn disk(&self, catalogue: &Catalogue, id: &DiskId) -> Result<Option<Disk>, StoreError> {
        let [account, region] = key(catalogue);
        let sql = format!(
            "SELECT {DISK_COLUMNS} FROM disks WHERE account_id = $1 AND region_id = $2 AND disk_id = $3"
        );
        first_row(self.db, &sql, &[account, region, id.as_str().into()], read_disk)
    }

    /// In which region the account has this disk: CreateSnapshot does not say.
    ///
    /// # Errors
    /// What the database says.
    pub fn region_of_disk(&self, account: AccountId, id: &DiskId) -> Result<Option<RegionId>, StoreError> {
        let sql = "SELECT region_id FROM disks WHERE account_id = $1 AND disk_id = $2";
        first_row(self.db, sql, &[account_value(account), id.as_str().into()], |row| {
            parsed(row.text(0)?, RegionId::parse)
        })
    }
}

impl Write<'_> {
    /// Adds an instance, or replaces the one of the same id; does not count it among the users of its image.
    ///
    /// # Errors
    /// What the database says.
    pub fn put_instance(&self, user: &Catalogue, owned: &OwnedInstance) -> Result<(), StoreError> {
        let [account, region] = key(user);
        let OwnedInstance { instance, image_owner } = owned;
        let sql = "INSERT INTO instances (account_id, region_id, instance_id, status, image_owner_id, image_id) \
                   VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (account_id, region_id, instance_id) DO UPDATE SET \
                   status = excluded.status, image_owner_id = excluded.image_owner_id, image_id = excluded.image_id";
        let values = [
            account,
            region,
            instance.id.as_str().into(),
            instance.status.as_str().into(),
            image_owner.map(account_value).into(),
            instance.image_id.as_ref().map(ImageId::as_str).into(),
        ];
        self.read.db.send(sql, &values)
    }

    /// Deletes an instance; does not take it from the users of its image.
    ///
    /// # Errors
    /// What the database says.
    pub fn delete_instance(&self, user: &Catalogue, id: &InstanceId) -> Result<(), StoreError> {
        let [account, region] = key(user);
        let sql = "DELETE FROM instances WHERE account_id = $1 AND region_id = $2 AND instance_id = $3";
        self.read.db.send(sql, &[account, region, id.as_str().into()])
    }

    /// Adds a disk, or replaces the one of the same id.
    ///
    /// # Errors
    /// What the database says.
    pub fn put_disk(&self, disk: &Disk) -> Result<(), StoreError> {
        let [account, region] = key(&self.catalogue);
        let sql = "INSERT INTO disks (account_id, region_id, disk_id, instance_id, kind, size_gib) \
                   VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (account_id, region_id, disk_id) DO UPDATE SET \
                   instance_id = excluded.instance_id, kind = excluded.kind, size_gib = excluded.size_gib";
        let values = [
            account,
            region,
            disk.id.as_str().into(),
            disk.instance_id.as_ref().map(InstanceId::as_str).into(),
            disk.kind.as_str().into(),
            i64::from(disk.size_gib).into(),
        ];
        self.read.db.send(sql, &values)
    }

    /// Counts an instance among the users of an image of this write's catalogue, once.
    ///
    /// # Errors
    /// What the database says.
    pub fn add_image_user(
        &mut self,
        image: &ImageId,
        user: AccountId,
        id: &InstanceId,
    ) -> Result<(), StoreError> {
        let [account, region] = key(&self.catalogue);
        let sql = "INSERT INTO image_instances (account_id, region_id, image_id, user_id, instance_id) \
                   VALUES ($1, $2, $3, $4, $5) \
                   ON CONFLICT (account_id, region_id, image_id, user_id, instance_id) DO NOTHING";
        let values = [account, region, image.as_str().into(), account_value(user), id.as_str().into()];
        let added = self.read.db.execute(sql, &values)?;
        self.count_users(image, i64::try_from(added).unwrap_or(0))
    }

    /// Takes an instance from the users of an image of this write's catalogue, if it is one.
    ///
    /// # Errors
    /// What the database says.
    pub fn remove_image_user(
        &mut self,
        image: &ImageId,
        user: AccountId,
        id: &InstanceId,
    ) -> Result<(), StoreError> {
        let [account, region] = key(&self.catalogue);
        let sql = "DELETE FROM image_instances WHERE account_id = $1 AND region_id = $2 AND image_id = $3 \
                   AND user_id = $4 AND instance_id = $5";
        let values = [account, region, image.as_str().into(), account_value(user), id.as_str().into()];
        let removed = self.read.db.execute(sql, &values)?;
        self.count_users(image, -i64::try_from(removed).unwrap_or(0))
    }

    /// How many instances use an image of this write's catalogue, deleted or not.
    pub(crate) fn count_image_users(&self, image: &ImageId) -> Result<u32, StoreError> {
        let [account, region] = key(&self.catalogue);
        let sql = "SELECT COUNT(*) FROM image_instances \
                   WHERE account_id = $1 AND region_id = $2 AND image_id = $3";
        let count =
            first_row(self.read.db, sql, &[account, region, image.as_str().into()], |row| row.int(0))?;
        Ok(u32::try_from(count.unwrap_or(0)).unwrap_or(u32::MAX))
    }

    fn count_users(&mut self, image: &ImageId, change: i64) -> Result<(), StoreError> {
        if change == 0 {
            return Ok(());
        }
        let Some(image) = self.image(self.catalogue(), image)? else { return Ok(()) };
        let count = i64::from(image.instance_count) + change;
        let after = Image { instance_count: u32::try_from(count).unwrap_or(0), ..image.clone() };
        self.change_image(&image, &after)
    }
}

/// Reads the columns of [`COLUMNS`].
pub(crate) fn read_instance(row: &dyn Row) -> Result<OwnedInstance, StoreError> {
    Ok(OwnedInstance {
        instance: Instance {
            id: parsed(row.text(0)?, InstanceId::parse)?,
            status: parsed(row.text(1)?, InstanceStatus::parse)?,
            image_id: row.maybe_text(2)?.map(|text| parsed(text, ImageId::parse)).transpose()?,
        },
        image_owner: row.maybe_int(3)?.map(account_from).transpose()?,
    })
}

/// Reads the columns of [`DISK_COLUMNS`].
pub(crate) fn read_disk(row: &dyn Row) -> Result<Disk, StoreError> {
    Ok(Disk {
        id: parsed(row.text(0)?, DiskId::parse)?,
        instance_id: row.maybe_text(1)?.map(|text| parsed(text, InstanceId::parse)).transpose()?,
        kind: parsed(row.text(2)?, DiskKind::parse)?,
        size_gib: u32::try_from(row.int(3)?).unwrap_or(0),
    })
}
