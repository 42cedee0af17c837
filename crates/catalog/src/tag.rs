//! Tags: the key and value pairs by which a caller finds images again.

use crate::Refusal;
use crate::refusal::TagRefusal;

/// Most tags that one resource carries (TagResources: `OperationDenied.QuotaExceed`).
pub const TAGS_MAX: usize = 20;
/// Most characters of a tag's key or value.
pub const TEXT_CHARACTERS_MAX: usize = 128;

/// Most characters of the value of a tag that RAM has on a role or a policy.
pub const RAM_VALUE_CHARACTERS_MAX: usize = 256;

/// One tag of an image or a snapshot, a role or a policy.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tag {
    /// 1 to 128 characters, not starting with `acs:` or `aliyun`, without `http://` and `https://`.
    pub key: String,
    /// 0 to 128 characters, of RAM's to 256, not starting with `acs:`.
    pub value: String,
}

impl Tag {
    /// Reads one tag.
    ///
    /// # Errors
    /// [`Refusal::TagKeyMalformed`] or [`Refusal::TagValueMalformed`] when a rule above is broken.
    pub fn parse(key: &str, value: &str) -> Result<Self, Refusal> {
        Self::parse_with_value_of(TEXT_CHARACTERS_MAX, key, value)
    }

    /// Reads one tag, whose value may have as many characters: RAM lets it have more.
    fn parse_with_value_of(characters_max: usize, key: &str, value: &str) -> Result<Self, Refusal> {
        let key_fits = (1..=TEXT_CHARACTERS_MAX).contains(&key.chars().count())
            && !["acs:", "aliyun"].iter().any(|reserved| key.starts_with(reserved))
            && !["http://", "https://"].iter().any(|address| key.contains(address));
        if !key_fits {
            return Err(Refusal::TagKeyMalformed);
        }
        if value.chars().count() > characters_max || value.starts_with("acs:") {
            return Err(Refusal::TagValueMalformed);
        }
        Ok(Self { key: key.to_owned(), value: value.to_owned() })
    }

    /// Reads the tags that a new resource is to carry, in the order given.
    ///
    /// # Errors
    /// As [`Tag::parse`]; [`Refusal::TooManyTags`] above [`TAGS_MAX`]; [`Refusal::TagKeyRepeated`].
    pub fn parse_all<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Vec<Self>, Refusal> {
        Self::parse_all_with_values_of(TEXT_CHARACTERS_MAX, pairs)
    }

    /// The same, of tags whose values may have as many characters.
    ///
    /// # Errors
    /// As [`Tag::parse_all`].
    pub fn parse_all_with_values_of<'a>(
        characters_max: usize,
        pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Vec<Self>, Refusal> {
        let mut tags: Vec<Self> = Vec::new();
        for (key, value) in pairs {
            let tag = Self::parse_with_value_of(characters_max, key, value)?;
            if tags.iter().any(|earlier| earlier.key == tag.key) {
                return Err(Refusal::TagKeyRepeated);
            }
            tags.push(tag);
        }
        if tags.len() > TAGS_MAX { Err(Refusal::TooManyTags) } else { Ok(tags) }
    }
}

/// The tags of a resource that carries `tags` and is given `new` ones: a key it has gets the new value.
///
/// # Errors
/// [`TagRefusal::QuotaExceeded`] above [`TAGS_MAX`].
pub fn merge(tags: &[Tag], new: &[Tag]) -> Result<Vec<Tag>, TagRefusal> {
    let mut merged = tags.to_vec();
    for tag in new {
        match merged.iter_mut().find(|earlier| earlier.key == tag.key) {
            Some(earlier) => earlier.value.clone_from(&tag.value),
            None => merged.push(tag.clone()),
        }
    }
    if merged.len() > TAGS_MAX { Err(TagRefusal::QuotaExceeded) } else { Ok(merged) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_characters_are_fine() {
        let tag = Tag::parse("k 1*~+/'()", "v*~+/ '()").unwrap();
        assert_eq!((tag.key.as_str(), tag.value.as_str()), ("k 1*~+/'()", "v*~+/ '()"));
        assert!(Tag::parse("键", "").is_ok());
    }

    #[test]
    fn bad_tags() {
        for key in ["", "acs:x", "aliyun", "see http://x", "x https://y", &"k".repeat(129)] {
            assert_eq!(Tag::parse(key, "v"), Err(Refusal::TagKeyMalformed), "{key:?}");
        }
        for value in ["acs:x", &"v".repeat(129)] {
            assert_eq!(Tag::parse("k", value), Err(Refusal::TagValueMalformed), "{value:?}");
        }
        assert_eq!(Tag::parse_all([("k", "1"), ("k", "2")]), Err(Refusal::TagKeyRepeated));
        let many: Vec<String> = (0..21).map(|n| format!("k{n}")).collect();
        assert_eq!(Tag::parse_all(many.iter().map(|k| (k.as_str(), ""))), Err(Refusal::TooManyTags));
    }
}
