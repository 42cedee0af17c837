//! DescribeImages: which images, and which page of them.

use imagekin_catalog::{Image, Status, Timestamp};

use super::{COLUMNS, read_image};
use crate::db::{Value, first_row, rows};
use crate::store::{key, unsigned};
use crate::{Catalogue, Read, StoreError};

/// What images are asked for. An empty list or a `None` asks for any.
#[derive(Clone, Debug, Default)]
pub struct ImageFilter {
    /// Any of these ids.
    pub ids: Vec<String>,
    /// Any of these statuses.
    pub statuses: Vec<Status>,
    /// This name; `*` stands for any text.
    pub name: Option<String>,
    /// This family.
    pub family: Option<String>,
    /// Made of this snapshot.
    pub snapshot_id: Option<String>,
    /// This architecture.
    pub architecture: Option<String>,
    /// This operating system type.
    pub os_type: Option<String>,
    /// This resource group.
    pub resource_group_id: Option<String>,
    /// Not older than this.
    pub created_from: Option<Timestamp>,
    /// Not younger than this.
    pub created_until: Option<Timestamp>,
    /// All of these tags; without a value, whatever the value.
    pub tags: Vec<(String, Option<String>)>,
}

/// A page of images, newest first.
#[derive(Clone, Debug)]
pub struct Page {
    /// How many images there are on all pages.
    pub total: u64,
    /// Those of this page.
    pub images: Vec<Image>,
}

/// A condition of a statement, put together piece by piece.
struct Condition<'f> {
    sql: String,
    values: Vec<Value<'f>>,
}

impl<'f> Condition<'f> {
    /// Binds a value and gives its placeholder.
    fn bind(&mut self, value: Value<'f>) -> String {
        self.values.push(value);
        format!("${}", self.values.len())
    }

    fn equals(&mut self, column: &str, value: Option<&'f str>) {
        if let Some(value) = value {
            let placeholder = self.bind(value.into());
            self.sql.push_str(&format!(" AND {column} = {placeholder}"));
        }
    }

    fn any_of(&mut self, column: &str, values: impl Iterator<Item = &'f str>) {
        let placeholders: Vec<String> = values.map(|value| self.bind(value.into())).collect();
        if !placeholders.is_empty() {
            self.sql.push_str(&format!(" AND {column} IN ({})", placeholders.join(", ")));
        }
    }

    fn compare(&mut self, column: &str, operator: &str, instant: Option<Timestamp>) {
        if let Some(instant) = instant {
            let placeholder = self.bind(Value::Int(instant.as_micros()));
            self.sql.push_str(&format!(" AND {column} {operator} {placeholder}"));
        }
    }
}

impl Read<'_> {
    /// One page of the images that fit, newest first; `offset` images come before it, it has at most `limit`.
    ///
    /// # Errors
    /// What the database says.
    pub fn images(
        &self,
        catalogue: &Catalogue,
        filter: &ImageFilter,
        offset: u64,
        limit: u64,
    ) -> Result<Page, StoreError> {
        let pattern = filter.name.as_ref().filter(|name| name.contains('*')).map(|name| like(name));
        let mut condition = condition(catalogue, filter, pattern.as_deref());
        let count = format!("SELECT COUNT(*) FROM images WHERE {}", condition.sql);
        let total = first_row(self.db, &count, &condition.values, |row| unsigned(row.int(0)?))?.unwrap_or(0);
        if offset >= total {
            return Ok(Page { total, images: Vec::new() });
        }
        let limit = condition.bind(Value::Int(i64::try_from(limit).unwrap_or(i64::MAX)));
        let offset = condition.bind(Value::Int(i64::try_from(offset).unwrap_or(i64::MAX)));
        let page = format!(
            "SELECT {COLUMNS} FROM images WHERE {} ORDER BY created_at_us DESC, sequence DESC LIMIT {limit} OFFSET {offset}",
            condition.sql
        );
        let images = rows(self.db, &page, &condition.values, read_image)?;
        let images = images.into_iter().map(|image| self.with_parts(catalogue, image));
        Ok(Page { total, images: images.collect::<Result<_, _>>()? })
    }
}

fn condition<'f>(
    catalogue: &'f Catalogue,
    filter: &'f ImageFilter,
    pattern: Option<&'f str>,
) -> Condition<'f> {
    let mut condition = Condition {
        sql: "account_id = $1 AND region_id = $2 AND deleted_at_us IS NULL".to_owned(),
        values: key(catalogue).to_vec(),
    };
    condition.any_of("image_id", filter.ids.iter().map(String::as_str));
    condition.any_of("status", filter.statuses.iter().map(|status| status.as_str()));
    if let Some(pattern) = pattern {
        let placeholder = condition.bind(pattern.into());
        condition.sql.push_str(&format!(" AND name LIKE {placeholder} ESCAPE '\\'"));
    } else {
        condition.equals("name", filter.name.as_deref());
    }
    condition.equals("family", filter.family.as_deref());
    condition.equals("architecture", filter.architecture.as_deref());
    condition.equals("os_type", filter.os_type.as_deref());
    condition.equals("resource_group_id", filter.resource_group_id.as_deref());
    condition.compare("created_at_us", ">=", filter.created_from);
    condition.compare("created_at_us", "<=", filter.created_until);
    if let Some(snapshot_id) = &filter.snapshot_id {
        let placeholder = condition.bind(snapshot_id.as_str().into());
        condition.sql.push_str(&format!(
            " AND image_id IN (SELECT image_id FROM image_disks \
             WHERE account_id = $1 AND region_id = $2 AND snapshot_id = {placeholder})"
        ));
    }
    for (tag_key, tag_value) in &filter.tags {
        let tag_key = condition.bind(tag_key.as_str().into());
        let value = tag_value.as_ref().map(|value| condition.bind(value.as_str().into()));
        let value = value.map(|placeholder| format!(" AND tag_value = {placeholder}")).unwrap_or_default();
        condition.sql.push_str(&format!(
            " AND image_id IN (SELECT image_id FROM image_tags \
             WHERE account_id = $1 AND region_id = $2 AND tag_key = {tag_key}{value})"
        ));
    }
    condition
}

/// A name with `*` as a LIKE pattern that takes all else literally.
fn like(name: &str) -> String {
    let mut pattern = String::with_capacity(name.len() + 8);
    for character in name.chars() {
        match character {
            '*' => pattern.push('%'),
            '%' | '_' | '\\' => pattern.extend(['\\', character]),
            other => pattern.push(other),
        }
    }
    pattern
}

#[cfg(test)]
mod tests {
    use super::like;

    #[test]
    fn only_the_star_is_a_wildcard() {
        assert_eq!(like("web-*"), "web-%");
        assert_eq!(like("100%_*\\"), "100\\%\\_%\\\\");
    }
}
