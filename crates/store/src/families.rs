//! Families: the candidates of each, and the log of their heads.

use imagekin_catalog::{Candidate, FamilyName, ImageId, Status, Timestamp};

use crate::db::{Row, first_row, parsed, rows};
use crate::statement::Condition;
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

/// An instant of the past: by the clock, or by the count of commits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AsOf {
    /// By the clock.
    Instant(Timestamp),
    /// When this revision of the catalogue had been committed.
    Revision(u64),
}

const LOG_COLUMNS: &str = "revision, image_id, changed_at_us, action, request_id";

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
        let mut log = self.head_log_page(catalogue, family, 0, u64::MAX)?.1;
        log.reverse();
        Ok(log)
    }

    /// How many changes a family's head has had, and a page of them, the newest first.
    ///
    /// # Errors
    /// What the database says.
    pub fn head_log_page(
        &self,
        catalogue: &Catalogue,
        family: &FamilyName,
        offset: u64,
        limit: u64,
    ) -> Result<(u64, Vec<HeadChange>), StoreError> {
        let mut condition = Condition::of(catalogue);
        condition.equals("family", Some(family.as_str()));
        let count = format!("SELECT COUNT(*) FROM head_log WHERE {}", condition.sql);
        let total = first_row(self.db, &count, &condition.values, |row| unsigned(row.int(0)?))?.unwrap_or(0);
        let (limit, offset) = (condition.bind_count(limit), condition.bind_count(offset));
        let page = format!(
            "SELECT {LOG_COLUMNS} FROM head_log WHERE {} ORDER BY revision DESC LIMIT {limit} OFFSET {offset}",
            condition.sql
        );
        Ok((total, rows(self.db, &page, &condition.values, read_change)?))
    }

    /// The last change of a family's head as of then; `None` where it had had no head yet.
    ///
    /// # Errors
    /// What the database says.
    pub fn head_as_of(
        &self,
        catalogue: &Catalogue,
        family: &FamilyName,
        as_of: AsOf,
    ) -> Result<Option<HeadChange>, StoreError> {
        let (column, value) = match as_of {
            // Where the clock was set back, the later change holds: revisions never go back.
            AsOf::Instant(instant) => ("changed_at_us", instant.as_micros()),
            AsOf::Revision(revision) => ("revision", i64::try_from(revision).unwrap_or(i64::MAX)),
        };
        let [account, region] = key(catalogue);
        let sql = format!(
            "SELECT {LOG_COLUMNS} FROM head_log WHERE account_id = $1 AND region_id = $2 AND family = $3 \
             AND {column} <= $4 ORDER BY revision DESC LIMIT 1"
        );
        first_row(self.db, &sql, &[account, region, family.as_str().into(), value.into()], read_change)
    }

    /// The families that have images, by name; `offset` families come before the page, it has at most `limit`.
    ///
    /// # Errors
    /// What the database says.
    pub fn families(
        &self,
        catalogue: &Catalogue,
        offset: u64,
        limit: u64,
    ) -> Result<(u64, Vec<FamilyName>), StoreError> {
        let mut condition = Condition::of(catalogue);
        let sql = format!("SELECT families FROM catalogues WHERE {}", condition.sql);
        let total = first_row(self.db, &sql, &condition.values, |row| unsigned(row.int(0)?))?.unwrap_or(0);
        let (limit, offset) = (condition.bind_count(limit), condition.bind_count(offset));
        let sql = format!(
            "SELECT DISTINCT family FROM images WHERE {} AND family IS NOT NULL AND deleted_at_us IS NULL \
             ORDER BY family LIMIT {limit} OFFSET {offset}",
            condition.sql
        );
        let families = rows(self.db, &sql, &condition.values, |row| {
            parsed(row.text(0)?, |text| FamilyName::parse(text).ok())
        })?;
        Ok((total, families))
    }
}

pub(crate) fn read_change(row: &dyn Row) -> Result<HeadChange, StoreError> {
    Ok(HeadChange {
        revision: unsigned(row.int(0)?)?,
        image_id: row.maybe_text(1)?.map(|text| parsed(text, ImageId::parse)).transpose()?,
        changed_at: Timestamp::from_micros(row.int(2)?),
        action: row.text(3)?.to_owned(),
        request_id: row.text(4)?.to_owned(),
    })
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
        self.read.db.send(sql, &values)
    }
}
