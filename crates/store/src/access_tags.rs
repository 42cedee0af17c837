//! Roles and policies by the tags that they carry.

use imagekin_access::AccountId;
use imagekin_catalog::Tag;

use crate::db::{Row, first_row, rows};
use crate::store::account_value;
use crate::{Read, StoreError, json};

impl Read<'_> {
    /// The roles of these names that have tags, or all that do, with them, by name.
    ///
    /// # Errors
    /// What the database says.
    pub fn tagged_roles(
        &self,
        account: AccountId,
        names: &[String],
    ) -> Result<Vec<(String, Vec<Tag>)>, StoreError> {
        self.tagged("roles", account, names)
    }

    /// The same of the account's own policies.
    ///
    /// # Errors
    /// What the database says.
    pub fn tagged_policies(
        &self,
        account: AccountId,
        names: &[String],
    ) -> Result<Vec<(String, Vec<Tag>)>, StoreError> {
        self.tagged("policies", account, names)
    }

    fn tagged(
        &self,
        table: &str,
        account: AccountId,
        names: &[String],
    ) -> Result<Vec<(String, Vec<Tag>)>, StoreError> {
        let tagged = format!("SELECT name, tags FROM {table} WHERE account_id = $1 AND tags <> '{{}}'");
        let account = account_value(account);
        if names.is_empty() {
            return rows(self.db, &format!("{tagged} ORDER BY name"), &[account], read);
        }
        let mut names: Vec<&str> = names.iter().map(String::as_str).collect();
        names.sort_unstable();
        names.dedup();
        let one = |name: &str| {
            first_row(self.db, &format!("{tagged} AND name = $2"), &[account, name.into()], read)
        };
        names.into_iter().filter_map(|name| one(name).transpose()).collect()
    }
}

fn read(row: &dyn Row) -> Result<(String, Vec<Tag>), StoreError> {
    Ok((row.text(0)?.to_owned(), json::tags(row.text(1)?)?))
}
