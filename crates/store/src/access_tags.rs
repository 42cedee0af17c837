//! Roles and policies by the tags that they carry.

use imagekin_access::AccountId;
use imagekin_catalog::Tag;

use crate::db::{Row, first_row, rows};
use crate::store::account_value;
use crate::{Read, StoreError, json};

/// A role or a policy that has tags.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaggedByName {
    /// Its name.
    pub name: String,
    /// Its tags, in the order in which they were given.
    pub tags: Vec<Tag>,
}

impl Read<'_> {
    /// The role of this name, if it has tags.
    ///
    /// # Errors
    /// What the database says.
    pub fn tagged_role(&self, account: AccountId, name: &str) -> Result<Option<TaggedByName>, StoreError> {
        self.one_tagged("roles", account, name)
    }

    /// The account's own policy of this name, if it has tags.
    ///
    /// # Errors
    /// What the database says.
    pub fn tagged_policy(&self, account: AccountId, name: &str) -> Result<Option<TaggedByName>, StoreError> {
        self.one_tagged("policies", account, name)
    }

    /// Roles that have tags, by name, from the first one after `after`, at most `limit`.
    ///
    /// # Errors
    /// What the database says.
    pub fn tagged_roles(
        &self,
        account: AccountId,
        after: &str,
        limit: u32,
    ) -> Result<Vec<TaggedByName>, StoreError> {
        self.all_tagged("roles", account, after, limit)
    }

    /// The same of the account's own policies.
    ///
    /// # Errors
    /// What the database says.
    pub fn tagged_policies(
        &self,
        account: AccountId,
        after: &str,
        limit: u32,
    ) -> Result<Vec<TaggedByName>, StoreError> {
        self.all_tagged("policies", account, after, limit)
    }

    fn one_tagged(
        &self,
        table: &str,
        account: AccountId,
        name: &str,
    ) -> Result<Option<TaggedByName>, StoreError> {
        let sql =
            format!("SELECT name, tags FROM {table} WHERE account_id = $1 AND name = $2 AND tags <> '{{}}'");
        first_row(self.db, &sql, &[account_value(account), name.into()], read)
    }

    fn all_tagged(
        &self,
        table: &str,
        account: AccountId,
        after: &str,
        limit: u32,
    ) -> Result<Vec<TaggedByName>, StoreError> {
        let sql = format!(
            "SELECT name, tags FROM {table} WHERE account_id = $1 AND name > $2 AND tags <> '{{}}' \
             ORDER BY name LIMIT $3"
        );
        rows(self.db, &sql, &[account_value(account), after.into(), i64::from(limit).into()], read)
    }
}

fn read(row: &dyn Row) -> Result<TaggedByName, StoreError> {
    Ok(TaggedByName { name: row.text(0)?.to_owned(), tags: json::tags(row.text(1)?)? })
}
