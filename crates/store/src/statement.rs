//! The WHERE of a listing, put together condition by condition.

use imagekin_catalog::Timestamp;

use crate::Catalogue;
use crate::db::Value;
use crate::store::key;

/// A condition of a statement and the values bound in it.
pub(crate) struct Condition<'f> {
    pub(crate) sql: String,
    pub(crate) values: Vec<Value<'f>>,
}

impl<'f> Condition<'f> {
    /// On the rows of one catalogue.
    pub(crate) fn of(catalogue: &'f Catalogue) -> Self {
        Self { sql: "account_id = $1 AND region_id = $2".to_owned(), values: key(catalogue).to_vec() }
    }

    /// Adds a condition.
    pub(crate) fn and(&mut self, sql: &str) {
        self.sql.push_str(" AND ");
        self.sql.push_str(sql);
    }

    /// Binds a value and gives its placeholder.
    pub(crate) fn bind(&mut self, value: Value<'f>) -> String {
        self.values.push(value);
        format!("${}", self.values.len())
    }

    /// Binds a number of rows.
    pub(crate) fn bind_count(&mut self, count: u64) -> String {
        self.bind(Value::Int(i64::try_from(count).unwrap_or(i64::MAX)))
    }

    pub(crate) fn equals(&mut self, column: &str, value: Option<&'f str>) {
        if let Some(value) = value {
            let placeholder = self.bind(value.into());
            self.and(&format!("{column} = {placeholder}"));
        }
    }

    pub(crate) fn any_of(&mut self, column: &str, values: impl Iterator<Item = &'f str>) {
        let placeholders: Vec<String> = values.map(|value| self.bind(value.into())).collect();
        if !placeholders.is_empty() {
            self.and(&format!("{column} IN ({})", placeholders.join(", ")));
        }
    }

    pub(crate) fn compare(&mut self, column: &str, operator: &str, instant: Option<Timestamp>) {
        if let Some(instant) = instant {
            let placeholder = self.bind(Value::Int(instant.as_micros()));
            self.and(&format!("{column} {operator} {placeholder}"));
        }
    }

    /// The column fits the pattern.
    pub(crate) fn fits(&mut self, column: &str, pattern: Option<&'f Pattern>) {
        let (like, between) = match pattern {
            None => return,
            Some(Pattern::Exact(text)) => return self.equals(column, Some(text)),
            Some(Pattern::Like { like, between }) => (self.bind(like.as_str().into()), between),
        };
        self.and(&format!("{column} LIKE {like} ESCAPE '\\'"));
        if let Some([from, below]) = between {
            let (from, below) = (self.bind(from.as_str().into()), self.bind(below.as_str().into()));
            self.and(&format!("{column} >= {from} AND {column} < {below}"));
        }
    }

    /// All of these tags, of resources of this type; without a value, whatever the value.
    pub(crate) fn tagged(&mut self, resource_type: &str, id: &str, tags: &'f [(String, Option<String>)]) {
        for (tag_key, tag_value) in tags {
            let tag_key = self.bind(tag_key.as_str().into());
            let value = tag_value.as_ref().map(|value| self.bind(value.as_str().into()));
            let value =
                value.map(|placeholder| format!(" AND tag_value = {placeholder}")).unwrap_or_default();
            self.and(&format!(
                "{id} IN (SELECT resource_id FROM tags WHERE account_id = $1 AND region_id = $2 \
                 AND resource_type = '{resource_type}' AND tag_key = {tag_key}{value})"
            ));
        }
    }
}

/// A text in which `*` stands for any text, ready to be bound.
pub(crate) enum Pattern {
    /// There is no `*` in it.
    Exact(String),
    Like {
        like: String,
        /// What begins as it does stands from the first of these up to, not including, the second: the range that an
        /// index is read in, for none is read by a LIKE whose pattern is bound. Texts are compared by code point: as
        /// SQLite does, and PostgreSQL in the collation "C".
        between: Option<[String; 2]>,
    },
}

impl Pattern {
    pub(crate) fn of(text: &str) -> Self {
        let Some((beginning, _)) = text.split_once('*') else { return Self::Exact(text.to_owned()) };
        let between = after(beginning).map(|after| [beginning.to_owned(), after]);
        Self::Like { like: like(text), between }
    }
}

/// The first text, by code points, after all that begin with `beginning`; `None` when nothing comes after them.
fn after(beginning: &str) -> Option<String> {
    let mut text = beginning.to_owned();
    while let Some(last) = text.pop() {
        if let Some(next) = (last..=char::MAX).nth(1) {
            text.push(next);
            return Some(text);
        }
    }
    None
}

/// A text with `*` as a LIKE pattern that takes all else literally.
pub(crate) fn like(text: &str) -> String {
    let mut pattern = String::with_capacity(text.len() + 8);
    for character in text.chars() {
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
    use super::{Pattern, after, like};

    #[test]
    fn only_the_star_is_a_wildcard() {
        assert_eq!(like("web-*"), "web-%");
        assert_eq!(like("100%_*\\"), "100\\%\\_%\\\\");
    }

    #[test]
    fn a_beginning_is_a_range() {
        assert_eq!(after("web-").as_deref(), Some("web."));
        assert_eq!(after("web\u{d7ff}").as_deref(), Some("web\u{e000}"));
        assert_eq!(after("web\u{10ffff}").as_deref(), Some("wec"));
        assert_eq!(after("\u{10ffff}"), None);
        assert!(matches!(Pattern::of("*web"), Pattern::Like { between: None, .. }));
        assert!(matches!(Pattern::of("web*"), Pattern::Like { between: Some(_), .. }));
        assert!(matches!(Pattern::of("web"), Pattern::Exact(_)));
    }
}
