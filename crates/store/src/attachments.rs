//! Which policies are attached to whom, and what somebody has of them.

use std::collections::HashMap;

use imagekin_access::{AccountId, EntityId, PolicyType};
use imagekin_catalog::Timestamp;

use crate::access_write::AccessWrite;
use crate::db::{Row, Value, parsed, rows};
use crate::store::{account_value, unsigned};
use crate::{EntityType, Read, Store, StoreError};

pub(crate) const COLUMNS: &str = "entity_type, entity_id, policy_type, policy_name, attached_at_us";

/// A policy that is attached to somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// To what.
    pub entity_type: EntityType,
    /// To which.
    pub entity_id: EntityId,
    /// The system's, or one of the account's own.
    pub policy_type: PolicyType,
    /// Its name.
    pub policy_name: String,
    /// Since when.
    pub attached_at: Timestamp,
}

/// A policy that somebody has, by itself or by a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// The system's, or one of the account's own.
    pub policy_type: PolicyType,
    /// Its name.
    pub policy_name: String,
    /// The document of the version in force; `None` for one of the system's, which the program knows.
    pub document: Option<String>,
}

/// The policies of those whom `whose` chooses.
fn grants_sql(whose: &str) -> String {
    format!(
        "SELECT DISTINCT a.policy_type, a.policy_name, v.document FROM policy_attachments a \
         LEFT JOIN policies p ON p.account_id = a.account_id AND p.name = a.policy_name AND a.policy_type = 'Custom' \
         LEFT JOIN policy_versions v ON v.account_id = p.account_id AND v.policy_name = p.name \
         AND v.version = p.default_version \
         WHERE a.account_id = $1 AND {whose} ORDER BY a.policy_type, a.policy_name"
    )
}

impl Store {
    /// What a user has: the policies of its own and those of its groups.
    ///
    /// # Errors
    /// What the database says.
    pub async fn grants_of_user(
        &self,
        account: AccountId,
        user: &EntityId,
    ) -> Result<Vec<Grant>, StoreError> {
        let sql = grants_sql(
            "((a.entity_type = 'User' AND a.entity_id = $2) OR (a.entity_type = 'Group' AND a.entity_id IN \
             (SELECT group_id FROM group_members WHERE account_id = $1 AND user_id = $2)))",
        );
        self.rows(&sql, &[account_value(account), user.as_str().into()], read_grant).await
    }

    /// What a role has.
    ///
    /// # Errors
    /// What the database says.
    pub async fn grants_of_role(
        &self,
        account: AccountId,
        role: &EntityId,
    ) -> Result<Vec<Grant>, StoreError> {
        let sql = grants_sql("a.entity_type = 'Role' AND a.entity_id = $2");
        self.rows(&sql, &[account_value(account), role.as_str().into()], read_grant).await
    }
}

impl Read<'_> {
    /// The policies that are attached to a user, a group or a role, by type and name.
    ///
    /// # Errors
    /// What the database says.
    pub fn attachments_of(
        &self,
        account: AccountId,
        entity_type: EntityType,
        entity_id: &EntityId,
    ) -> Result<Vec<Attachment>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM policy_attachments WHERE account_id = $1 AND entity_type = $2 AND entity_id = $3 \
             ORDER BY policy_type, policy_name"
        );
        let values = [account_value(account), entity_type.as_str().into(), entity_id.as_str().into()];
        rows(self.db, &sql, &values, read_attachment)
    }

    /// Whom a policy is attached to, by type and id.
    ///
    /// # Errors
    /// What the database says.
    pub fn attachments_to(
        &self,
        account: AccountId,
        policy_type: PolicyType,
        policy_name: &str,
    ) -> Result<Vec<Attachment>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM policy_attachments WHERE account_id = $1 AND policy_type = $2 AND policy_name = $3 \
             ORDER BY entity_type, entity_id"
        );
        let values = [account_value(account), policy_type.as_str().into(), policy_name.into()];
        rows(self.db, &sql, &values, read_attachment)
    }

    /// To how many each policy is attached that is attached at all.
    ///
    /// # Errors
    /// What the database says.
    pub fn attachment_counts(
        &self,
        account: AccountId,
        policy_type: PolicyType,
    ) -> Result<HashMap<String, u64>, StoreError> {
        let sql = "SELECT policy_name, COUNT(*) FROM policy_attachments WHERE account_id = $1 AND policy_type = $2 \
                   GROUP BY policy_name";
        let values = [account_value(account), policy_type.as_str().into()];
        let counts = rows(self.db, sql, &values, |row| Ok((row.text(0)?.to_owned(), unsigned(row.int(1)?)?)));
        Ok(counts?.into_iter().collect())
    }
}

impl AccessWrite<'_> {
    /// Attaches a policy; `false` if it is attached already.
    ///
    /// # Errors
    /// What the database says.
    pub fn attach(&self, attachment: &Attachment) -> Result<bool, StoreError> {
        let sql = format!(
            "INSERT INTO policy_attachments (account_id, {COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6) \
             ON CONFLICT (account_id, entity_type, entity_id, policy_type, policy_name) DO NOTHING"
        );
        let [account, of, id, policy_type, name] = self.key_of(attachment);
        let at = attachment.attached_at.as_micros().into();
        Ok(self.db.execute(&sql, &[account, of, id, policy_type, name, at])? == 1)
    }

    /// Takes a policy from somebody; `false` if it was not attached.
    ///
    /// # Errors
    /// What the database says.
    pub fn detach(&self, attachment: &Attachment) -> Result<bool, StoreError> {
        let sql = "DELETE FROM policy_attachments WHERE account_id = $1 AND entity_type = $2 AND entity_id = $3 \
                   AND policy_type = $4 AND policy_name = $5";
        Ok(self.db.execute(sql, &self.key_of(attachment))? == 1)
    }

    fn key_of<'a>(&self, attachment: &'a Attachment) -> [Value<'a>; 5] {
        [
            account_value(self.account),
            attachment.entity_type.as_str().into(),
            attachment.entity_id.as_str().into(),
            attachment.policy_type.as_str().into(),
            attachment.policy_name.as_str().into(),
        ]
    }
}

pub(crate) fn read_attachment(row: &dyn Row) -> Result<Attachment, StoreError> {
    Ok(Attachment {
        entity_type: parsed(row.text(0)?, EntityType::parse)?,
        entity_id: parsed(row.text(1)?, EntityId::parse)?,
        policy_type: parsed(row.text(2)?, PolicyType::parse)?,
        policy_name: row.text(3)?.to_owned(),
        attached_at: Timestamp::from_micros(row.int(4)?),
    })
}

fn read_grant(row: &dyn Row) -> Result<Grant, StoreError> {
    Ok(Grant {
        policy_type: parsed(row.text(0)?, PolicyType::parse)?,
        policy_name: row.text(1)?.to_owned(),
        document: row.maybe_text(2)?.map(str::to_owned),
    })
}
