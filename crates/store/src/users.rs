//! RAM users of an account.

use imagekin_access::EntityId;
use imagekin_catalog::Timestamp;

use crate::access_write::AccessWrite;
use crate::db::{Row, parsed};
use crate::store::account_value;
use crate::{Entity, EntityType, StoreError};

/// A RAM user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    /// Its id, which does not change.
    pub id: EntityId,
    /// Its name, unique within the account.
    pub name: String,
    /// What it is shown as.
    pub display_name: String,
    /// What is said of it.
    pub comments: String,
    /// Its telephone number.
    pub mobile_phone: String,
    /// Its address.
    pub email: String,
    /// Since when it is there.
    pub created_at: Timestamp,
    /// When it was changed last.
    pub updated_at: Timestamp,
}

impl Entity for User {
    const TYPE: EntityType = EntityType::User;
    const COLUMNS: &'static str =
        "user_id, name, display_name, comments, mobile_phone, email, created_at_us, updated_at_us";

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
            display_name: row.text(2)?.to_owned(),
            comments: row.text(3)?.to_owned(),
            mobile_phone: row.text(4)?.to_owned(),
            email: row.text(5)?.to_owned(),
            created_at: Timestamp::from_micros(row.int(6)?),
            updated_at: Timestamp::from_micros(row.int(7)?),
        })
    }
}

impl AccessWrite<'_> {
    /// Adds a user, or changes the one of this id.
    ///
    /// # Errors
    /// What the database says, also when another user has the name.
    pub fn put_user(&self, user: &User) -> Result<(), StoreError> {
        let columns = User::COLUMNS;
        let sql = format!(
            "INSERT INTO users (account_id, {columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) \
             ON CONFLICT (account_id, user_id) DO UPDATE SET name = excluded.name, \
             display_name = excluded.display_name, comments = excluded.comments, \
             mobile_phone = excluded.mobile_phone, email = excluded.email, updated_at_us = excluded.updated_at_us"
        );
        let values = [
            account_value(self.account),
            user.id.as_str().into(),
            user.name.as_str().into(),
            user.display_name.as_str().into(),
            user.comments.as_str().into(),
            user.mobile_phone.as_str().into(),
            user.email.as_str().into(),
            user.created_at.as_micros().into(),
            user.updated_at.as_micros().into(),
        ];
        self.db.send(&sql, &values)
    }
}
