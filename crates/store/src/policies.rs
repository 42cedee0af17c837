//! Policies of accounts' own, in versions, of which one is in force.

use imagekin_access::AccountId;
use imagekin_catalog::{Tag, Timestamp};

use crate::access_write::AccessWrite;
use crate::db::{Row, first_row, rows};
use crate::store::{account_value, signed, unsigned};
use crate::{Read, StoreError, json};

pub(crate) const COLUMNS: &str =
    "name, description, default_version, newest_version, created_at_us, updated_at_us, tags";
pub(crate) const VERSION_COLUMNS: &str = "version, document, created_at_us";

/// A policy of an account's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Its name, unique within the account, which does not change.
    pub name: String,
    /// What is said of it.
    pub description: String,
    /// The version in force.
    pub default_version: u64,
    /// The greatest number that a version of it has had: none comes twice.
    pub newest_version: u64,
    /// Since when it is there.
    pub created_at: Timestamp,
    /// When it was changed last.
    pub updated_at: Timestamp,
    /// By which it is found again, in the order in which they were given.
    pub tags: Vec<Tag>,
}

/// A version of a policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyVersion {
    /// Its number, from 1: `v1`.
    pub version: u64,
    /// The document as it was given.
    pub document: String,
    /// Since when it is there.
    pub created_at: Timestamp,
}

impl Read<'_> {
    /// The policy of this name.
    ///
    /// # Errors
    /// What the database says.
    pub fn policy(&self, account: AccountId, name: &str) -> Result<Option<Policy>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM policies WHERE account_id = $1 AND name = $2");
        first_row(self.db, &sql, &[account_value(account), name.into()], read_policy)
    }

    /// Policies by name, from the first one after `after`, at most `limit`.
    ///
    /// # Errors
    /// What the database says.
    pub fn policies(&self, account: AccountId, after: &str, limit: u32) -> Result<Vec<Policy>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM policies WHERE account_id = $1 AND name > $2 ORDER BY name LIMIT $3"
        );
        rows(self.db, &sql, &[account_value(account), after.into(), i64::from(limit).into()], read_policy)
    }

    /// How many policies the account has.
    ///
    /// # Errors
    /// What the database says.
    pub fn policy_count(&self, account: AccountId) -> Result<u64, StoreError> {
        let sql = "SELECT COUNT(*) FROM policies WHERE account_id = $1";
        let count = first_row(self.db, sql, &[account_value(account)], |row| unsigned(row.int(0)?))?;
        Ok(count.unwrap_or(0))
    }

    /// The versions of a policy, the oldest first.
    ///
    /// # Errors
    /// What the database says.
    pub fn policy_versions(&self, account: AccountId, name: &str) -> Result<Vec<PolicyVersion>, StoreError> {
        let sql = format!(
            "SELECT {VERSION_COLUMNS} FROM policy_versions WHERE account_id = $1 AND policy_name = $2 \
             ORDER BY version"
        );
        rows(self.db, &sql, &[account_value(account), name.into()], read_policy_version)
    }
}

impl AccessWrite<'_> {
    /// Adds a policy, or changes the one of this name.
    ///
    /// # Errors
    /// What the database says.
    pub fn put_policy(&self, policy: &Policy) -> Result<(), StoreError> {
        let sql = format!(
            "INSERT INTO policies (account_id, {COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) \
             ON CONFLICT (account_id, name) DO UPDATE SET description = excluded.description, \
             default_version = excluded.default_version, newest_version = excluded.newest_version, \
             updated_at_us = excluded.updated_at_us, tags = excluded.tags"
        );
        let tags = json::of_tags(&policy.tags);
        let values = [
            account_value(self.account),
            policy.name.as_str().into(),
            policy.description.as_str().into(),
            signed(policy.default_version)?.into(),
            signed(policy.newest_version)?.into(),
            policy.created_at.as_micros().into(),
            policy.updated_at.as_micros().into(),
            tags.as_str().into(),
        ];
        self.db.send(&sql, &values)
    }

    /// Adds a version to a policy.
    ///
    /// # Errors
    /// What the database says, also when there is a version of this number.
    pub fn add_policy_version(&self, policy: &str, version: &PolicyVersion) -> Result<(), StoreError> {
        let sql = format!(
            "INSERT INTO policy_versions (account_id, policy_name, {VERSION_COLUMNS}) VALUES ($1, $2, $3, $4, $5)"
        );
        let values = [
            account_value(self.account),
            policy.into(),
            signed(version.version)?.into(),
            version.document.as_str().into(),
            version.created_at.as_micros().into(),
        ];
        self.db.send(&sql, &values)
    }

    /// Removes a version of a policy; `false` if there is no such version.
    ///
    /// # Errors
    /// What the database says.
    pub fn delete_policy_version(&self, policy: &str, version: u64) -> Result<bool, StoreError> {
        let sql = "DELETE FROM policy_versions WHERE account_id = $1 AND policy_name = $2 AND version = $3";
        let values = [account_value(self.account), policy.into(), signed(version)?.into()];
        Ok(self.db.execute(sql, &values)? == 1)
    }

    /// Removes a policy with its versions. It must be attached to nobody.
    ///
    /// # Errors
    /// What the database says.
    pub fn delete_policy(&self, name: &str) -> Result<(), StoreError> {
        let values = [account_value(self.account), name.into()];
        self.db.send("DELETE FROM policy_versions WHERE account_id = $1 AND policy_name = $2", &values)?;
        self.db.send("DELETE FROM policies WHERE account_id = $1 AND name = $2", &values)
    }
}

pub(crate) fn read_policy(row: &dyn Row) -> Result<Policy, StoreError> {
    Ok(Policy {
        name: row.text(0)?.to_owned(),
        description: row.text(1)?.to_owned(),
        default_version: unsigned(row.int(2)?)?,
        newest_version: unsigned(row.int(3)?)?,
        created_at: Timestamp::from_micros(row.int(4)?),
        updated_at: Timestamp::from_micros(row.int(5)?),
        tags: json::tags(row.text(6)?)?,
    })
}

pub(crate) fn read_policy_version(row: &dyn Row) -> Result<PolicyVersion, StoreError> {
    Ok(PolicyVersion {
        version: unsigned(row.int(0)?)?,
        document: row.text(1)?.to_owned(),
        created_at: Timestamp::from_micros(row.int(2)?),
    })
}
