//! Families: the candidates of each, and the log of their heads.

use imagekin_catalog::{Candidate, FamilyName, ImageId, Status, Timestamp};

use crate::db::{parsed, rows};
use crate::store::{key, signed, unsigned};
use crate::{Catalogue, Read, StoreError, Write};

/// One row of the log of heads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadChange {
    /// Commit sequence of the change within its catalogue.
    pub revision: u64,
    /// The head since then; `None` when the family was left without one.
    pub image_id: Option<ImageId>,
    /// When it changed.
    pub changed_at: Timestamp,
    /// The action, or the task, that changed it.
    pub action: String,
    /// The request that asked for it.
    pub request_id: String,
}

impl Read<'_> {
    /// All images of a family that are not deleted: what [`imagekin_catalog::family::resolve`] chooses from.
    ///
    /// # Errors
    /// What the database says.
    pub fn candidates(
        &self,
        catalogue: &Catalogue,
        family: &FamilyName,
    ) -> Result<Vec<Candidate>, StoreError> {
        let [account, region] = key(catalogue);
        let sql = "SELECT image_id, status, created_at_us, sequence FROM images \
                   WHERE account_id = $1 AND region_id = $2 AND family = $3 AND deleted_at_us IS NULL";
        rows(self.db, sql, &[account, region, family.as_str().into()], |row| {
            Ok(Candidate {
                image_id: parsed(row.text(0)?, ImageId::parse)?,
                status: parsed(row.text(1)?, Status::parse)?,
                created_at: Timestamp::from_micros(row.int(2)?),
                sequence: unsigned(row.int(3)?)?,
            })
        })
    }

    /// Every change of a family's head, the oldest first.
    ///
    /// # Errors
    /// What the database says.
    pub fn head_log(
        &self,
        catalogue: &Catalogue,
        family: &FamilyName,
    ) -> Result<Vec<HeadChange>, StoreError> {
        let [account, region] = key(catalogue);
        let sql = "SELECT revision, image_id, changed_at_us, action, request_id FROM head_log \
                   WHERE account_id = $1 AND region_id = $2 AND family = $3 ORDER BY revision";
        rows(self.db, sql, &[account, region, family.as_str().into()], |row| {
            Ok(HeadChange {
                revision: unsigned(row.int(0)?)?,
                image_id: row.maybe_text(1)?.map(|text| parsed(text, ImageId::parse)).transpose()?,
                changed_at: Timestamp::from_micros(row.int(2)?),
                action: row.text(3)?.to_owned(),
                request_id: row.text(4)?.to_owned(),
            })
        })
    }
}

impl Write<'_> {
    pub(crate) fn log_head(&self, family: &FamilyName, head: Option<&ImageId>) -> Result<(), StoreError> {
        let [account, region] = key(&self.catalogue);
        let sql = "INSERT INTO head_log (account_id, region_id, family, revision, image_id, changed_at_us, action, request_id) \
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
        let values = [
            account,
            region,
            family.as_str().into(),
            signed(self.sequence())?.into(),
            head.map(ImageId::as_str).into(),
            self.cause.now.as_micros().into(),
            self.cause.action.into(),
            self.cause.request_id.as_str().into(),
        ];
        self.read.db.execute(sql, &values)?;
        Ok(())
    }
}
