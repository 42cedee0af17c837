//! Groups of RAM users.

use imagekin_access::{AccountId, EntityId};
use imagekin_catalog::Timestamp;

use crate::access_write::AccessWrite;
use crate::db::{Row, first_row, has_row, parsed, rows};
use crate::store::account_value;
use crate::users::{self, User, read_user};
use crate::{EntityType, Read, StoreError};

pub(crate) const COLUMNS: &str = "group_id, name, comments, created_at_us, updated_at_us";

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

impl Read<'_> {
    /// The group of this name.
    ///
    /// # Errors
    /// What the database says.
    pub fn group_named(&self, account: AccountId, name: &str) -> Result<Option<Group>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM user_groups WHERE account_id = $1 AND name = $2");
        first_row(self.db, &sql, &[account_value(account), name.into()], read_group)
    }

    /// Groups by name, from the first one after `after`, at most `limit`.
    ///
    /// # Errors
    /// What the database says.
    pub fn groups(&self, account: AccountId, after: &str, limit: u32) -> Result<Vec<Group>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM user_groups WHERE account_id = $1 AND name > $2 ORDER BY name LIMIT $3"
        );
        rows(self.db, &sql, &[account_value(account), after.into(), i64::from(limit).into()], read_group)
    }

    /// The groups that a user is in, by name, each with the instant at which it joined.
    ///
    /// # Errors
    /// What the database says.
    pub fn groups_of(
        &self,
        account: AccountId,
        user: &EntityId,
    ) -> Result<Vec<(Group, Timestamp)>, StoreError> {
        let sql = "SELECT g.group_id, g.name, g.comments, g.created_at_us, g.updated_at_us, m.joined_at_us \
                   FROM group_members m JOIN user_groups g ON g.account_id = m.account_id AND g.group_id = m.group_id \
                   WHERE m.account_id = $1 AND m.user_id = $2 ORDER BY g.name";
        rows(self.db, sql, &[account_value(account), user.as_str().into()], |row| {
            Ok((read_group(row)?, Timestamp::from_micros(row.int(5)?)))
        })
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
        let of_user = users::COLUMNS.split(", ").map(|column| format!("u.{column}"));
        let sql = format!(
            "SELECT {}, m.joined_at_us FROM group_members m \
             JOIN users u ON u.account_id = m.account_id AND u.user_id = m.user_id \
             WHERE m.account_id = $1 AND m.group_id = $2 AND u.name > $3 ORDER BY u.name LIMIT $4",
            of_user.collect::<Vec<_>>().join(", ")
        );
        let values = [account_value(account), group.as_str().into(), after.into(), i64::from(limit).into()];
        rows(self.db, &sql, &values, |row| Ok((read_user(row)?, Timestamp::from_micros(row.int(8)?))))
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
        let sql = format!(
            "INSERT INTO user_groups (account_id, {COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6) \
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

    /// Removes a group, of which nothing must be left: no member, no policy.
    ///
    /// # Errors
    /// What the database says.
    pub fn delete_group(&self, id: &EntityId) -> Result<(), StoreError> {
        self.delete_entity(EntityType::Group, id)
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

pub(crate) fn read_group(row: &dyn Row) -> Result<Group, StoreError> {
    Ok(Group {
        id: parsed(row.text(0)?, EntityId::parse)?,
        name: row.text(1)?.to_owned(),
        comments: row.text(2)?.to_owned(),
        created_at: Timestamp::from_micros(row.int(3)?),
        updated_at: Timestamp::from_micros(row.int(4)?),
    })
}
