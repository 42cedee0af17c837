//! Tags: of images and snapshots, filed by resource and by key.

use imagekin_catalog::{Image, Tag, Timestamp};

use crate::db::{first_row, rows};
use crate::statement::{Condition, like};
use crate::store::{key, signed, unsigned};
use crate::{Catalogue, Read, StoreError, Write};

/// What carries tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResourceType {
    /// An image that is not deleted.
    Image,
    /// A snapshot.
    Snapshot,
}

impl ResourceType {
    /// As TagResources spells it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Image => "image",
            Self::Snapshot => "snapshot",
        }
    }

    /// Reads the type of a resource that can be tagged.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Image, Self::Snapshot].into_iter().find(|kind| kind.as_str() == text)
    }
}

/// What carries a tag, and what of it stands beside the tag.
pub(crate) struct Carrier<'c> {
    pub(crate) kind: ResourceType,
    pub(crate) id: &'c str,
    pub(crate) status: &'c str,
    pub(crate) created_at: Timestamp,
    /// The commit sequence of its making; 0 where there is none.
    pub(crate) sequence: u64,
}

impl<'c> Carrier<'c> {
    pub(crate) fn image(image: &'c Image) -> Self {
        Self {
            kind: ResourceType::Image,
            id: image.id.as_str(),
            status: image.status.as_str(),
            created_at: image.created_at,
            sequence: image.sequence,
        }
    }
}

/// Which tags are asked for. What is empty asks for any.
#[derive(Clone, Debug, Default)]
pub struct TagFilter {
    /// Of resources of this type.
    pub resource_type: Option<ResourceType>,
    /// Of any of these resources.
    pub resource_ids: Vec<String>,
    /// Of resources that carry all of these.
    pub carried: Vec<CarriedTag>,
    /// Only these tags themselves; without a value, whatever the value.
    pub only: Vec<(String, Option<String>)>,
}

/// A tag that a resource must carry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarriedTag {
    /// Its key.
    pub key: String,
    /// Its value is one of these; whatever it is, if there are none.
    pub values: Vec<String>,
    /// `*` in key and values stands for any text.
    pub is_pattern: bool,
}

/// A tag and what carries it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaggedResource {
    /// `image` or `snapshot`.
    pub resource_type: String,
    /// Its id.
    pub resource_id: String,
    /// The tag.
    pub tag: Tag,
}

/// How many resources carry a tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagUse {
    /// The tag.
    pub tag: Tag,
    /// How many images.
    pub images: u64,
    /// How many snapshots.
    pub snapshots: u64,
}

impl Read<'_> {
    /// Tags and what carries them, by type, id and key, those after `after`, at most `limit`.
    ///
    /// # Errors
    /// What the database says.
    pub fn tagged_resources(
        &self,
        catalogue: &Catalogue,
        filter: &TagFilter,
        after: Option<[&str; 3]>,
        limit: u64,
    ) -> Result<Vec<TaggedResource>, StoreError> {
        let patterns = patterns(filter);
        let mut condition = condition(catalogue, filter, &patterns);
        if let Some(after) = after {
            let after = after.map(|text| condition.bind(text.into())).join(", ");
            condition.and(&format!("(resource_type, resource_id, tag_key) > ({after})"));
        }
        let limit = condition.bind_count(limit);
        let sql = format!(
            "SELECT resource_type, resource_id, tag_key, tag_value FROM tags WHERE {} \
             ORDER BY resource_type, resource_id, tag_key LIMIT {limit}",
            condition.sql
        );
        rows(self.db, &sql, &condition.values, |row| {
            let tag = Tag { key: row.text(2)?.to_owned(), value: row.text(3)?.to_owned() };
            let (resource_type, resource_id) = (row.text(0)?.to_owned(), row.text(1)?.to_owned());
            Ok(TaggedResource { resource_type, resource_id, tag })
        })
    }

    /// How many resources fit, and a page of them, each once: type and id.
    ///
    /// # Errors
    /// What the database says.
    pub fn tag_carriers(
        &self,
        catalogue: &Catalogue,
        filter: &TagFilter,
        offset: u64,
        limit: u64,
    ) -> Result<(u64, Vec<[String; 2]>), StoreError> {
        let patterns = patterns(filter);
        let mut condition = condition(catalogue, filter, &patterns);
        let carriers =
            format!("SELECT DISTINCT resource_type, resource_id FROM tags WHERE {}", condition.sql);
        let count = format!("SELECT COUNT(*) FROM ({carriers}) carriers");
        let total = first_row(self.db, &count, &condition.values, |row| unsigned(row.int(0)?))?.unwrap_or(0);
        let (limit, offset) = (condition.bind_count(limit), condition.bind_count(offset));
        let page = format!("{carriers} ORDER BY resource_type, resource_id LIMIT {limit} OFFSET {offset}");
        let found = rows(self.db, &page, &condition.values, |row| {
            Ok([row.text(0)?.to_owned(), row.text(1)?.to_owned()])
        })?;
        Ok((total, found))
    }

    /// How many tags fit, and a page of them by key and value, each with the number of resources that carry it.
    ///
    /// # Errors
    /// What the database says.
    pub fn tag_uses(
        &self,
        catalogue: &Catalogue,
        filter: &TagFilter,
        offset: u64,
        limit: u64,
    ) -> Result<(u64, Vec<TagUse>), StoreError> {
        let patterns = patterns(filter);
        let mut condition = condition(catalogue, filter, &patterns);
        let count = format!(
            "SELECT COUNT(*) FROM (SELECT DISTINCT tag_key, tag_value FROM tags WHERE {}) used",
            condition.sql
        );
        let total = first_row(self.db, &count, &condition.values, |row| unsigned(row.int(0)?))?.unwrap_or(0);
        let (limit, offset) = (condition.bind_count(limit), condition.bind_count(offset));
        let sql = format!(
            "SELECT tag_key, tag_value, SUM(CASE WHEN resource_type = 'image' THEN 1 ELSE 0 END), \
             SUM(CASE WHEN resource_type = 'snapshot' THEN 1 ELSE 0 END) FROM tags WHERE {} \
             GROUP BY tag_key, tag_value ORDER BY tag_key, tag_value LIMIT {limit} OFFSET {offset}",
            condition.sql
        );
        let used = rows(self.db, &sql, &condition.values, |row| {
            let tag = Tag { key: row.text(0)?.to_owned(), value: row.text(1)?.to_owned() };
            Ok(TagUse { tag, images: unsigned(row.int(2)?)?, snapshots: unsigned(row.int(3)?)? })
        })?;
        Ok((total, used))
    }
}

impl Write<'_> {
    /// Files what carries these tags under them.
    ///
    /// # Errors
    /// What the database says.
    pub(crate) fn file_tags(&self, carrier: &Carrier<'_>, tags: &[Tag]) -> Result<(), StoreError> {
        let sql = "INSERT INTO tags (account_id, region_id, resource_type, resource_id, tag_key, tag_value, status, \
                   created_at_us, sequence) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
        let [account, region] = key(&self.catalogue);
        for tag in tags {
            let values = [
                account,
                region,
                carrier.kind.as_str().into(),
                carrier.id.into(),
                tag.key.as_str().into(),
                tag.value.as_str().into(),
                carrier.status.into(),
                carrier.created_at.as_micros().into(),
                signed(carrier.sequence)?.into(),
            ];
            self.read.db.send(sql, &values)?;
        }
        Ok(())
    }

    /// Counts one more image with these tags in this status (1), or one less (-1).
    pub(crate) fn count_tags(&self, image: &Image, more: i64) -> Result<(), StoreError> {
        let count = "INSERT INTO image_tag_counts (account_id, region_id, tag_key, tag_value, status, images) \
                     VALUES ($1, $2, $3, $4, $5, $6) \
                     ON CONFLICT (account_id, region_id, tag_key, tag_value, status) \
                     DO UPDATE SET images = image_tag_counts.images + excluded.images";
        let forget = "DELETE FROM image_tag_counts WHERE account_id = $1 AND region_id = $2 AND tag_key = $3 \
                      AND tag_value = $4 AND status = $5 AND images = 0";
        let [account, region] = key(&self.catalogue);
        for tag in &image.tags {
            let (tag_key, tag_value) = (tag.key.as_str().into(), tag.value.as_str().into());
            let values = [account, region, tag_key, tag_value, image.status.as_str().into(), more.into()];
            self.read.db.send(count, &values)?;
            if more < 0 {
                self.read.db.send(forget, &values[..5])?;
            }
        }
        Ok(())
    }

    pub(crate) fn unfile_tags(&self, kind: ResourceType, id: &str) -> Result<(), StoreError> {
        let [account, region] = key(&self.catalogue);
        let sql = "DELETE FROM tags \
                   WHERE account_id = $1 AND region_id = $2 AND resource_type = $3 AND resource_id = $4";
        self.read.db.send(sql, &[account, region, kind.as_str().into(), id.into()])
    }
}

/// The tags that are carried, those with `*` as LIKE patterns.
fn patterns(filter: &TagFilter) -> Vec<CarriedTag> {
    let pattern = |tag: &CarriedTag| match tag.is_pattern {
        true => CarriedTag {
            key: like(&tag.key),
            values: tag.values.iter().map(|value| like(value)).collect(),
            is_pattern: true,
        },
        false => tag.clone(),
    };
    filter.carried.iter().map(pattern).collect()
}

fn condition<'f>(
    catalogue: &'f Catalogue,
    filter: &'f TagFilter,
    patterns: &'f [CarriedTag],
) -> Condition<'f> {
    let mut condition = Condition::of(catalogue);
    match filter.resource_type {
        Some(kind) => condition.equals("resource_type", Some(kind.as_str())),
        None => condition.and("resource_type IN ('image', 'snapshot')"),
    }
    condition.any_of("resource_id", filter.resource_ids.iter().map(String::as_str));
    for CarriedTag { key, values, is_pattern } in patterns {
        let fits = |column: &str, placeholder: String| match is_pattern {
            true => format!("{column} LIKE {placeholder} ESCAPE '\\'"),
            false => format!("{column} = {placeholder}"),
        };
        let key = fits("tag_key", condition.bind(key.as_str().into()));
        let values: Vec<String> =
            values.iter().map(|value| fits("tag_value", condition.bind(value.as_str().into()))).collect();
        let values =
            if values.is_empty() { String::new() } else { format!(" AND ({})", values.join(" OR ")) };
        condition.and(&format!(
            "(resource_type, resource_id) IN (SELECT resource_type, resource_id FROM tags \
             WHERE account_id = $1 AND region_id = $2 AND {key}{values})"
        ));
    }
    let only: Vec<String> = filter
        .only
        .iter()
        .map(|(key, value)| {
            let key = condition.bind(key.as_str().into());
            let value = value.as_ref().map(|value| condition.bind(value.as_str().into()));
            let value = value.map(|value| format!(" AND tag_value = {value}")).unwrap_or_default();
            format!("(tag_key = {key}{value})")
        })
        .collect();
    if !only.is_empty() {
        condition.and(&format!("({})", only.join(" OR ")));
    }
    condition
}
