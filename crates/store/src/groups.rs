//! Groups of RAM users.

use imagekin_access::{AccountId, EntityId};
use imagekin_catalog::Timestamp;

use crate::access_write::AccessWrite;
use crate::db::{Row, has_row, parsed, rows};
use crate::entities::{columns_of, with_instant};
use crate::store::account_value;
use crate::{Entity, EntityType, Read, StoreError, User};

/// A group of users, who have what its policies give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its id, which does not change.
    pub id: EntityId,
    /// Its name, unique within the account.
    pub name: String,
    /// What is said of it.
    pub comments: String,
    /// Since when it is there.
    pub created_at: Timestamp,
    /// When it was changed last.
    pub updated_at: Timestamp,
}

impl Entity for Group {
    const TYPE: EntityType = EntityType::Group;
    const COLUMNS: &'static str = "group_id, name, comments, created_at_us, updated_at_us";

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
            comments: row.text(2)?.to_owned(),
            created_at: Timestamp::from_micros(row.int(3)?),
            updated_at: Timestamp::from_micros(row.int(4)?),
        })
    }
}

impl Read<'_> {
    /// The groups that a user is in, by name, each with the instant at which it joined.
    ///
    /// # Errors
    /// What the database says.
    pub fn groups_of(
        &self,
        account: AccountId,
        user: &EntityId,
    ) -> Result<Vec<(Group, Timestamp)>, StoreError> {
        let sql = format!(
            "SELECT {}, m.joined_at_us FROM group_members m \
             JOIN user_groups g ON g.account_id = m.account_id AND g.group_id = m.group_id \
             WHERE m.account_id = $1 AND m.user_id = $2 ORDER BY g.name",
            columns_of::<Group>("g")
        );
        rows(self.db, &sql, &[account_value(account), user.as_str().into()], with_instant)
    }

    /// The users in a group, by name from the first one after `after`, at most `limit`, each with the instant at which it
    /// joined.
    ///
    /// # Errors
    /// What the database says.
    pub fn members(
        &self,
        account: AccountId,
        group: &EntityId,
        after: &str,
        limit: u32,
    ) -> Result<Vec<(User, Timestamp)>, StoreError> {
        let sql = format!(
            "SELECT {}, m.joined_at_us FROM group_members m \
             JOIN users u ON u.account_id = m.account_id AND u.user_id = m.user_id \
             WHERE m.account_id = $1 AND m.group_id = $2 AND u.name > $3 ORDER BY u.name LIMIT $4",
            columns_of::<User>("u")
        );
        let values = [account_value(account), group.as_str().into(), after.into(), i64::from(limit).into()];
        rows(self.db, &sql, &values, with_instant)
    }

    /// Is anybody in the group?
    ///
    /// # Errors
    /// What the database says.
    pub fn has_members(&self, account: AccountId, group: &EntityId) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM group_members WHERE account_id = $1 AND group_id = $2 LIMIT 1";
        has_row(self.db, sql, &[account_value(account), group.as_str().into()])
    }
}

impl AccessWrite<'_> {
    /// Adds a group, or changes the one of this id.
    ///
    /// # Errors
    /// What the database says, also when another group has the name.
    pub fn put_group(&self, group: &Group) -> Result<(), StoreError> {
        let columns = Group::COLUMNS;
        let sql = format!(
            "INSERT INTO user_groups (account_id, {columns}) VALUES ($1, $2, $3, $4, $5, $6) \
             ON CONFLICT (account_id, group_id) DO UPDATE SET name = excluded.name, \
             comments = excluded.comments, updated_at_us = excluded.updated_at_us"
        );
        let values = [
            account_value(self.account),
            group.id.as_str().into(),
            group.name.as_str().into(),
            group.comments.as_str().into(),
            group.created_at.as_micros().into(),
            group.updated_at.as_micros().into(),
        ];
        self.db.send(&sql, &values)
    }

    /// Puts a user into a group; `false` if it is in it already.
    ///
    /// # Errors
    /// What the database says.
    pub fn add_member(&self, group: &EntityId, user: &EntityId) -> Result<bool, StoreError> {
        let sql = "INSERT INTO group_members (account_id, group_id, user_id, joined_at_us) VALUES ($1, $2, $3, $4) \
                   ON CONFLICT (account_id, group_id, user_id) DO NOTHING";
        let values = [
            account_value(self.account),
            group.as_str().into(),
            user.as_str().into(),
            self.now.as_micros().into(),
        ];
        Ok(self.db.execute(sql, &values)? == 1)
    }

    /// Takes a user out of a group; `false` if it is not in it.
    ///
    /// # Errors
    /// What the database says.
    pub fn remove_member(&self, group: &EntityId, user: &EntityId) -> Result<bool, StoreError> {
        let sql = "DELETE FROM group_members WHERE account_id = $1 AND group_id = $2 AND user_id = $3";
        let values = [account_value(self.account), group.as_str().into(), user.as_str().into()];
        Ok(self.db.execute(sql, &values)? == 1)
    }
}
