//! What users, groups and roles have alike: they are found by name or by id, listed by name, counted and removed.

use imagekin_access::{AccountId, EntityId, PolicyType};
use imagekin_catalog::Timestamp;

use crate::access_write::AccessWrite;
use crate::db::{Row, first_row, rows};
use crate::store::{account_value, unsigned};
use crate::{Read, Store, StoreError};

/// What a policy can be attached to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntityType {
    /// A RAM user.
    User,
    /// A group of them.
    Group,
    /// A role.
    Role,
}

impl EntityType {
    /// As RAM writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::User => "User",
            Self::Group => "Group",
            Self::Role => "Role",
        }
    }

    /// Reads what [`as_str`](Self::as_str) gives.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::User, Self::Group, Self::Role].into_iter().find(|kind| kind.as_str() == text)
    }

    /// Its table, and the column of its id there.
    const fn table(self) -> (&'static str, &'static str) {
        match self {
            Self::User => ("users", "user_id"),
            Self::Group => ("user_groups", "group_id"),
            Self::Role => ("roles", "role_id"),
        }
    }
}

/// A user, a group or a role.
pub trait Entity: Sized + Send + 'static {
    /// Which of them.
    const TYPE: EntityType;
    /// The columns that it is read of, its id first.
    #[doc(hidden)]
    const COLUMNS: &'static str;

    /// Its id, which does not change.
    fn id(&self) -> &EntityId;
    /// Its name, unique within the account.
    fn name(&self) -> &str;
    /// Reads a row of [`COLUMNS`](Self::COLUMNS).
    #[doc(hidden)]
    fn read(row: &dyn Row) -> Result<Self, StoreError>;
}

/// The columns of an entity, of the table that is called `alias` in a statement.
pub(crate) fn columns_of<E: Entity>(alias: &str) -> String {
    let columns: Vec<String> = E::COLUMNS.split(", ").map(|column| format!("{alias}.{column}")).collect();
    columns.join(", ")
}

/// An entity with the instant that stands behind its columns.
pub(crate) fn with_instant<E: Entity>(row: &dyn Row) -> Result<(E, Timestamp), StoreError> {
    Ok((E::read(row)?, Timestamp::from_micros(row.int(E::COLUMNS.split(", ").count())?)))
}

/// Finds one by a column.
fn found_by<E: Entity>(column: &str) -> String {
    let (table, _) = E::TYPE.table();
    format!("SELECT {} FROM {table} WHERE account_id = $1 AND {column} = $2", E::COLUMNS)
}

impl Store {
    /// The one of this id, in one round trip.
    ///
    /// # Errors
    /// What the database says.
    pub async fn entity<E: Entity>(
        &self,
        account: AccountId,
        id: &EntityId,
    ) -> Result<Option<E>, StoreError> {
        let sql = found_by::<E>(E::TYPE.table().1);
        Ok(self.rows(&sql, &[account_value(account), id.as_str().into()], E::read).await?.pop())
    }

    /// The one of this name, in one round trip.
    ///
    /// # Errors
    /// What the database says.
    pub async fn entity_named<E: Entity>(
        &self,
        account: AccountId,
        name: &str,
    ) -> Result<Option<E>, StoreError> {
        let values = [account_value(account), name.into()];
        Ok(self.rows(&found_by::<E>("name"), &values, E::read).await?.pop())
    }
}

impl Read<'_> {
    /// The one of this name.
    ///
    /// # Errors
    /// What the database says.
    pub fn entity_named<E: Entity>(&self, account: AccountId, name: &str) -> Result<Option<E>, StoreError> {
        first_row(self.db, &found_by::<E>("name"), &[account_value(account), name.into()], E::read)
    }

    /// Those of the account by name, from the first one after `after`, at most `limit`.
    ///
    /// # Errors
    /// What the database says.
    pub fn entities<E: Entity>(
        &self,
        account: AccountId,
        after: &str,
        limit: u32,
    ) -> Result<Vec<E>, StoreError> {
        let sql = format!(
            "SELECT {} FROM {} WHERE account_id = $1 AND name > $2 ORDER BY name LIMIT $3",
            E::COLUMNS,
            E::TYPE.table().0
        );
        rows(self.db, &sql, &[account_value(account), after.into(), i64::from(limit).into()], E::read)
    }

    /// How many the account has.
    ///
    /// # Errors
    /// What the database says.
    pub fn entity_count(&self, account: AccountId, entity_type: EntityType) -> Result<u64, StoreError> {
        let sql = format!("SELECT COUNT(*) FROM {} WHERE account_id = $1", entity_type.table().0);
        let count = first_row(self.db, &sql, &[account_value(account)], |row| unsigned(row.int(0)?))?;
        Ok(count.unwrap_or(0))
    }

    /// Those that a policy is attached to, by name, each with the instant since when.
    ///
    /// # Errors
    /// What the database says.
    pub fn entities_with_policy<E: Entity>(
        &self,
        account: AccountId,
        policy_type: PolicyType,
        policy_name: &str,
    ) -> Result<Vec<(E, Timestamp)>, StoreError> {
        let (table, id) = E::TYPE.table();
        let sql = format!(
            "SELECT {}, a.attached_at_us FROM policy_attachments a \
             JOIN {table} e ON e.account_id = a.account_id AND e.{id} = a.entity_id \
             WHERE a.account_id = $1 AND a.entity_type = $2 AND a.policy_type = $3 AND a.policy_name = $4 \
             ORDER BY e.name",
            columns_of::<E>("e")
        );
        let values = [
            account_value(account),
            E::TYPE.as_str().into(),
            policy_type.as_str().into(),
            policy_name.into(),
        ];
        rows(self.db, &sql, &values, with_instant)
    }
}

impl AccessWrite<'_> {
    /// Removes one of which nothing must be left: no key, no member, no policy.
    ///
    /// # Errors
    /// What the database says.
    pub fn delete_entity<E: Entity>(&self, entity: &E) -> Result<(), StoreError> {
        let (table, id) = E::TYPE.table();
        let sql = format!("DELETE FROM {table} WHERE account_id = $1 AND {id} = $2");
        self.db.send(&sql, &[account_value(self.account), entity.id().as_str().into()])
    }
}
