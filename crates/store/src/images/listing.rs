//! How the images of one catalogue are found, counted and cut into pages: by which index.

use super::COLUMNS;
use super::filter::ImageFilter;
use crate::Catalogue;
use crate::statement::{Condition, Pattern};

/// Where the database is to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Source {
    /// In the index of tags, where what stands beside them tells all that is asked: no image is read for the choice.
    Tags,
    /// In the index of what is asked for, which finds few images; they are sorted when they are found.
    Few,
    /// In the index by age, from the newest on.
    Age,
}

impl Source {
    fn of(filter: &ImageFilter) -> Self {
        if !filter.ids.is_empty()
            || filter.family.is_some()
            || filter.snapshot_id.is_some()
            || filter.name.is_some()
        {
            Self::Few
        } else if !filter.tags.is_empty() && filter.asks_of_tags_alone() {
            Self::Tags
        } else {
            Self::Age
        }
    }

    /// By the order that the index has, or, with a sign that changes nothing, by one that none has: else SQLite would
    /// walk through all images by age to spare itself the sorting of few.
    const fn newest_first(self) -> &'static str {
        match self {
            Self::Few => "ORDER BY +created_at_us DESC, +sequence DESC",
            Self::Tags | Self::Age => "ORDER BY created_at_us DESC, sequence DESC",
        }
    }
}

/// The statements that count images and read a page of them.
pub(super) struct Listing<'f> {
    source: Source,
    pub(super) condition: Condition<'f>,
}

impl<'f> Listing<'f> {
    pub(super) fn of(
        catalogue: &'f Catalogue,
        filter: &'f ImageFilter,
        pattern: Option<&'f Pattern>,
    ) -> Self {
        let source = Source::of(filter);
        let condition = match source {
            Source::Tags => tag_condition(catalogue, filter),
            Source::Few | Source::Age => {
                let mut condition = condition(catalogue, filter, pattern);
                condition.any_of("image_id", filter.ids.iter().map(String::as_str));
                condition
            }
        };
        Self { source, condition }
    }

    /// Counts those that fit.
    pub(super) fn count(&self) -> String {
        let (counted, table) = match self.source {
            Source::Tags => ("*", "tags"),
            // Never null, and not in the index by age, which would else be walked through for any of these.
            Source::Few => ("name", "images"),
            Source::Age => ("*", "images"),
        };
        format!("SELECT COUNT({counted}) FROM {table} WHERE {}", self.condition.sql)
    }

    /// Reads a page; binds where it begins and how long it is.
    pub(super) fn page(&mut self, skip: u64, take: u64) -> String {
        let (limit, offset) = (self.condition.bind_count(take), self.condition.bind_count(skip));
        let newest_first = self.source.newest_first();
        let fitting = format!("WHERE {} {newest_first} LIMIT {limit} OFFSET {offset}", self.condition.sql);
        match self.source {
            Source::Tags => format!(
                "SELECT {COLUMNS} FROM images WHERE account_id = $1 AND region_id = $2 \
                 AND image_id IN (SELECT resource_id FROM tags {fitting}) {newest_first}"
            ),
            Source::Few | Source::Age => format!("SELECT {COLUMNS} FROM images {fitting}"),
        }
    }
}

fn tag_condition<'f>(catalogue: &'f Catalogue, filter: &'f ImageFilter) -> Condition<'f> {
    let mut condition = Condition::of(catalogue);
    condition.and("resource_type = 'image'");
    if let Some(((tag_key, tag_value), others)) = filter.tags.split_first() {
        condition.equals("tag_key", Some(tag_key));
        condition.equals("tag_value", tag_value.as_deref());
        condition.tagged("image", "resource_id", others);
    }
    condition.any_of("status", filter.statuses.iter().map(|status| status.as_str()));
    condition.compare("created_at_us", ">=", filter.created_from);
    condition.compare("created_at_us", "<=", filter.created_until);
    condition
}

/// What fits, whatever its id.
pub(super) fn condition<'f>(
    catalogue: &'f Catalogue,
    filter: &'f ImageFilter,
    pattern: Option<&'f Pattern>,
) -> Condition<'f> {
    let mut condition = Condition::of(catalogue);
    condition.and("deleted_at_us IS NULL");
    condition.any_of("status", filter.statuses.iter().map(|status| status.as_str()));
    condition.fits("name", pattern);
    condition.equals("family", filter.family.as_deref());
    condition.any_of("architecture", filter.architectures.iter().map(String::as_str));
    condition.equals("os_type", filter.os_type.as_deref());
    condition.equals("resource_group_id", filter.resource_group_id.as_deref());
    condition.compare("created_at_us", ">=", filter.created_from);
    condition.compare("created_at_us", "<=", filter.created_until);
    match filter.is_used {
        Some(true) => condition.and("instance_count > 0"),
        Some(false) => condition.and("instance_count = 0"),
        None => {}
    }
    if let Some(snapshot_id) = &filter.snapshot_id {
        let placeholder = condition.bind(snapshot_id.as_str().into());
        condition.and(&format!(
            "image_id IN (SELECT image_id FROM image_snapshots \
             WHERE account_id = $1 AND region_id = $2 AND snapshot_id = {placeholder})"
        ));
    }
    condition.tagged("image", "image_id", &filter.tags);
    condition
}

#[cfg(test)]
mod tests {
    use imagekin_access::AccountId;
    use imagekin_catalog::{RegionId, Status};

    use super::*;
    use crate::db::sqlite::{Readers, Sqlite};
    use crate::db::{Value, rows};
    use crate::{KeyRing, Store};

    /// How SQLite runs a statement: a line for each table.
    fn plan(database: &Readers, sql: &str, values: &[Value<'_>]) -> Vec<String> {
        let explain = format!("EXPLAIN QUERY PLAN {sql}");
        let read = |db: &Sqlite| rows(db, &explain, values, |row| Ok(row.text(3)?.to_owned()));
        database.read(read).expect("a plan")
    }

    /// An account's images are not all looked at where an index finds those that are asked for.
    #[test]
    fn each_way_of_asking_has_its_index() {
        let folder = tempfile::tempdir().expect("a folder");
        let key = KeyRing::open(&folder.path().join("master.key"), || [1; 32]).expect("a key");
        Store::open(folder.path(), key).expect("a store");
        let database = Readers::new(&folder.path().join("imagekin.db")).expect("its database");
        let region = RegionId::parse("cn-hangzhou").expect("a region");
        let catalogue = Catalogue { account: AccountId::SYSTEM, region };
        let text = |text: &str| Some(text.to_owned());
        let statuses = vec![Status::Available, Status::Creating];
        let tag = |key: &str, value: Option<&str>| (key.to_owned(), value.map(str::to_owned));
        let any = ImageFilter::default;
        for (filter, count, page) in [
            (any(), "COVERING INDEX images_by_age", "INDEX images_by_age"),
            (ImageFilter { statuses, ..any() }, "COVERING INDEX images_by_age", "INDEX images_by_age"),
            (ImageFilter { family: text("f"), ..any() }, "images_of_family", "images_of_family"),
            (ImageFilter { name: text("n"), ..any() }, "images_by_name", "images_by_name"),
            (ImageFilter { name: text("n*"), ..any() }, "name>? AND name<?", "name>? AND name<?"),
            (ImageFilter { ids: vec!["a".into(), "b".into()], ..any() }, "image_id=?", "image_id=?"),
            (ImageFilter { snapshot_id: text("s"), ..any() }, "image_id=?", "image_id=?"),
            (ImageFilter { tags: vec![tag("k", None)], ..any() }, "INDEX tags_by_key", "INDEX tags_by_key"),
            (
                ImageFilter { tags: vec![tag("k", Some("v")), tag("l", None)], ..any() },
                "COVERING INDEX tags_by_key",
                "COVERING INDEX tags_by_key",
            ),
        ] {
            let pattern = filter.name.as_deref().map(Pattern::of);
            let mut listing = Listing::of(&catalogue, &filter, pattern.as_ref());
            let counted = plan(&database, &listing.count(), &listing.condition.values);
            assert!(counted.iter().any(|step| step.contains(count)), "{filter:?}: {counted:#?}");
            let sql = listing.page(0, 10);
            let paged = plan(&database, &sql, &listing.condition.values);
            assert!(paged.iter().any(|step| step.contains(page)), "{filter:?}: {paged:#?}");
        }
    }
}
