//! Shares: who sees whose image, filed under both.

use imagekin_access::{AccountId, Trust};
use imagekin_catalog::{Image, ImageId, Timestamp};

use crate::db::{first_row, rows};
use crate::store::{account_from, account_value, key, unsigned};
use crate::{Catalogue, OwnedImage, Read, StoreError, Write};

/// An account that an image is shared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// The account.
    pub account: AccountId,
    /// Since when.
    pub shared_at: Timestamp,
}

impl Read<'_> {
    /// The image, if the caller sees it: its own, or one that is shared with it or with everyone, or one of the system's, where
    /// its owner guard lets it.
    ///
    /// # Errors
    /// What the database says.
    pub fn visible_image(&self, caller: &Catalogue, id: &ImageId) -> Result<Option<OwnedImage>, StoreError> {
        if let Some(image) = self.image(caller, id)? {
            return Ok(Some(OwnedImage::own(caller, image)));
        }
        let owner = match self.sharing_owner(caller, id)? {
            Some(owner) => owner,
            None => AccountId::SYSTEM,
        };
        let trust = self.owner_guard(caller)?.judge(caller.account, owner);
        if trust == Trust::Refused {
            return Ok(None);
        }
        let catalogue = Catalogue { account: owner, region: caller.region.clone() };
        let is_doubted = trust == Trust::Doubted;
        Ok(self.image(&catalogue, id)?.map(|image| OwnedImage { owner, image, is_doubted }))
    }

    /// Who shares an image of this id with the caller or with everyone.
    fn sharing_owner(&self, caller: &Catalogue, id: &ImageId) -> Result<Option<AccountId>, StoreError> {
        for account in [caller.account, AccountId::SYSTEM] {
            let sql = "SELECT owner_id FROM shared_images \
                       WHERE account_id = $1 AND region_id = $2 AND image_id = $3";
            let values = [account_value(account), caller.region.as_str().into(), id.as_str().into()];
            let owner = first_row(self.db, sql, &values, |row| account_from(row.int(0)?))?;
            if owner.is_some() {
                return Ok(owner);
            }
        }
        Ok(None)
    }

    /// The accounts that an image is shared with, by uid, `offset` of them skipped, at most `limit`.
    ///
    /// # Errors
    /// What the database says.
    pub fn shares(
        &self,
        catalogue: &Catalogue,
        id: &ImageId,
        offset: u64,
        limit: u64,
    ) -> Result<Vec<Share>, StoreError> {
        let [account, region] = key(catalogue);
        let sql = "SELECT shared_with, shared_at_us FROM image_shares WHERE account_id = $1 AND region_id = $2 \
                   AND image_id = $3 AND shared_with > 0 ORDER BY shared_with LIMIT $4 OFFSET $5";
        let count = |count| i64::try_from(count).unwrap_or(i64::MAX).into();
        let values = [account, region, id.as_str().into(), count(limit), count(offset)];
        rows(self.db, sql, &values, |row| {
            let shared_at = Timestamp::from_micros(row.int(1)?);
            Ok(Share { account: account_from(row.int(0)?)?, shared_at })
        })
    }

    /// Is there such an account?
    ///
    /// # Errors
    /// What the database says.
    pub fn has_account(&self, account: AccountId) -> Result<bool, StoreError> {
        let sql = "SELECT account_id FROM accounts WHERE account_id = $1";
        Ok(first_row(self.db, sql, &[account_value(account)], |row| unsigned(row.int(0)?))?.is_some())
    }

    fn is_shared_with(
        &self,
        catalogue: &Catalogue,
        id: &ImageId,
        account: AccountId,
    ) -> Result<bool, StoreError> {
        let [owner, region] = key(catalogue);
        let sql = "SELECT shared_with FROM image_shares \
                   WHERE account_id = $1 AND region_id = $2 AND image_id = $3 AND shared_with = $4";
        let values = [owner, region, id.as_str().into(), account_value(account)];
        Ok(first_row(self.db, sql, &values, |row| row.int(0))?.is_some())
    }
}

impl Write<'_> {
    /// Of `accounts`, those that the image is (`shared`) or is not shared with, each once.
    ///
    /// # Errors
    /// What the database says.
    pub fn accounts_where(
        &self,
        id: &ImageId,
        accounts: &[AccountId],
        shared: bool,
    ) -> Result<Vec<AccountId>, StoreError> {
        let mut found = Vec::new();
        for account in accounts {
            if !found.contains(account) && self.is_shared_with(self.catalogue(), id, *account)? == shared {
                found.push(*account);
            }
        }
        Ok(found)
    }

    /// Changes whom the image is shared with, and whether it is public. `added` do not share it yet, `removed` do.
    ///
    /// # Errors
    /// What the database says.
    pub fn change_shares(
        &mut self,
        image: &Image,
        added: &[AccountId],
        removed: &[AccountId],
        is_public: bool,
    ) -> Result<(), StoreError> {
        for account in added {
            self.add_share(&image.id, *account)?;
        }
        for account in removed {
            self.remove_share(&image.id, *account)?;
        }
        match (image.is_public, is_public) {
            (false, true) => self.add_share(&image.id, AccountId::SYSTEM)?,
            (true, false) => self.remove_share(&image.id, AccountId::SYSTEM)?,
            _ => {}
        }
        let count = |accounts: &[AccountId]| u32::try_from(accounts.len()).unwrap_or(u32::MAX);
        let share_count = image.share_count + count(added) - count(removed);
        self.change_image(image, &Image { share_count, is_public, ..image.clone() })
    }

    pub(crate) fn drop_shares(&self, id: &ImageId) -> Result<(), StoreError> {
        let shares = self.shares(self.catalogue(), id, 0, u64::MAX)?;
        for account in shares.into_iter().map(|share| share.account).chain([AccountId::SYSTEM]) {
            self.remove_share(id, account)?;
        }
        Ok(())
    }

    fn add_share(&self, id: &ImageId, account: AccountId) -> Result<(), StoreError> {
        let [owner, region] = key(&self.catalogue);
        let (with, now) = (account_value(account), self.cause.now.as_micros().into());
        let sql = "INSERT INTO image_shares (account_id, region_id, image_id, shared_with, shared_at_us) \
                   VALUES ($1, $2, $3, $4, $5)";
        self.read.db.send(sql, &[owner, region, id.as_str().into(), with, now])?;
        let sql =
            "INSERT INTO shared_images (account_id, region_id, owner_id, image_id) VALUES ($1, $2, $3, $4)";
        self.read.db.send(sql, &[with, region, owner, id.as_str().into()])
    }

    fn remove_share(&self, id: &ImageId, account: AccountId) -> Result<(), StoreError> {
        let [owner, region] = key(&self.catalogue);
        let with = account_value(account);
        let sql = "DELETE FROM image_shares \
                   WHERE account_id = $1 AND region_id = $2 AND image_id = $3 AND shared_with = $4";
        self.read.db.send(sql, &[owner, region, id.as_str().into(), with])?;
        let sql = "DELETE FROM shared_images \
                   WHERE account_id = $1 AND region_id = $2 AND owner_id = $3 AND image_id = $4";
        self.read.db.send(sql, &[with, region, owner, id.as_str().into()])
    }
}
