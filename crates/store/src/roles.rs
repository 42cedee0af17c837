//! RAM roles of an account: what somebody can be for a while.

use std::time::Duration;

use imagekin_access::EntityId;
use imagekin_catalog::{Tag, Timestamp};

use crate::access_write::AccessWrite;
use crate::db::{Row, parsed};
use crate::store::{account_value, signed, unsigned};
use crate::{Entity, EntityType, StoreError, json};

/// A role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// Its id.
    pub id: EntityId,
    /// Its name, unique within the account, which does not change.
    pub name: String,
    /// What is said of it.
    pub description: String,
    /// Who may assume it: the document as it was given.
    pub trust_policy: String,
    /// How long a session lasts at most, in whole seconds.
    pub session_max: Duration,
    /// Since when it is there.
    pub created_at: Timestamp,
    /// When it was changed last.
    pub updated_at: Timestamp,
    /// By which it is found again, in the order in which they were given.
    pub tags: Vec<Tag>,
}

impl Entity for Role {
    const TYPE: EntityType = EntityType::Role;
    const COLUMNS: &'static str =
        "role_id, name, description, trust_policy, session_s_max, created_at_us, updated_at_us, tags";

    fn id(&self) -> &EntityId {
        &self.id
    }

    fn name(&self) -> &str {
        &self.name
    }

    fn read(row: &dyn Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: parsed(row.text(0)?, EntityId::parse)?,
            name: row.text(1)?.to_owned(),
            description: row.text(2)?.to_owned(),
            trust_policy: row.text(3)?.to_owned(),
            session_max: Duration::from_secs(unsigned(row.int(4)?)?),
            created_at: Timestamp::from_micros(row.int(5)?),
            updated_at: Timestamp::from_micros(row.int(6)?),
            tags: json::tags(row.text(7)?)?,
        })
    }
}

impl AccessWrite<'_> {
    /// Adds a role, or changes the one of this id.
    ///
    /// # Errors
    /// What the database says, also when another role has the name.
    pub fn put_role(&self, role: &Role) -> Result<(), StoreError> {
        let columns = Role::COLUMNS;
        let sql = format!(
            "INSERT INTO roles (account_id, {columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) \
             ON CONFLICT (account_id, role_id) DO UPDATE SET description = excluded.description, \
             trust_policy = excluded.trust_policy, session_s_max = excluded.session_s_max, \
             updated_at_us = excluded.updated_at_us, tags = excluded.tags"
        );
        let tags = json::of_tags(&role.tags);
        let values = [
            account_value(self.account),
            role.id.as_str().into(),
            role.name.as_str().into(),
            role.description.as_str().into(),
            role.trust_policy.as_str().into(),
            signed(role.session_max.as_secs())?.into(),
            role.created_at.as_micros().into(),
            role.updated_at.as_micros().into(),
            tags.as_str().into(),
        ];
        self.db.send(&sql, &values)
    }
}
