//! Names and texts that a caller gives: image names, family names, descriptions.

use std::fmt;

use crate::Refusal;

/// Fewest and most characters of an image name or a family name.
const NAME_CHARACTERS: std::ops::RangeInclusive<usize> = 2..=128;
/// Fewest and most characters of a description.
const DESCRIPTION_CHARACTERS: std::ops::RangeInclusive<usize> = 2..=256;
/// Most characters of an image version.
const IMAGE_VERSION_CHARACTERS_MAX: usize = 40;

/// An English or a Chinese letter, as the vendor's pages say (“英文或中文字符”).
fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic()
        || matches!(c, '\u{3007}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

fn is_web_address(text: &str) -> bool {
    text.starts_with("http://") || text.starts_with("https://")
}

/// 2 to 128 characters, first a letter, then letters, digits, `.` `:` `_` `-`.
fn is_name(text: &str) -> bool {
    NAME_CHARACTERS.contains(&text.chars().count())
        && text.starts_with(is_letter)
        && text.chars().all(|c| is_letter(c) || c.is_ascii_digit() || matches!(c, '.' | ':' | '_' | '-'))
        && !is_web_address(text)
}

/// 2 to 128 characters, first a letter, not a web address: what ECS asks of names that are only shown.
pub(crate) fn is_title(text: &str) -> bool {
    NAME_CHARACTERS.contains(&text.chars().count()) && text.starts_with(is_letter) && !is_web_address(text)
}

/// The name of an image family, per account and region.
///
/// 2 to 128 characters; first an English or Chinese letter; then letters, digits, `.` `:` `_` `-`; not starting with
/// `acs:`, `aliyun`, `http://` or `https://` (page DescribeImageFromFamily; `.` after ModifyImageAttribute).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FamilyName(String);

impl FamilyName {
    /// Reads a family name.
    ///
    /// # Errors
    /// [`Refusal::FamilyNameMalformed`] when a rule above is broken.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let reserved = text.starts_with("acs:") || text.starts_with("aliyun");
        if is_name(text) && !reserved { Ok(Self(text.to_owned())) } else { Err(Refusal::FamilyNameMalformed) }
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for FamilyName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The name of an image, unique per account and region.
///
/// As a family name, but the `acs:` and `aliyun` beginnings are allowed: the text of CreateImage, the main source of
/// names, does not forbid them (spec/semantics.md 4.7).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ImageName(String);

impl ImageName {
    /// Reads an image name.
    ///
    /// # Errors
    /// [`Refusal::ImageNameMalformed`] when a rule above is broken.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        if is_name(text) { Ok(Self(text.to_owned())) } else { Err(Refusal::ImageNameMalformed) }
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a caller says of an image: empty, or 2 to 256 characters that do not start with `http://` or `https://`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Description(String);

impl Description {
    /// Reads a description; an empty one is none.
    ///
    /// # Errors
    /// [`Refusal::DescriptionMalformed`] when a rule above is broken.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let fits = DESCRIPTION_CHARACTERS.contains(&text.chars().count()) && !is_web_address(text);
        if text.is_empty() || fits { Ok(Self(text.to_owned())) } else { Err(Refusal::DescriptionMalformed) }
    }

    /// The text, `""` when there is none.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The version a caller gives an image: up to 40 characters, whatever they are, or empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImageVersion(String);

impl ImageVersion {
    /// Reads an image version; an empty one is none.
    ///
    /// # Errors
    /// [`Refusal::ImageVersionMalformed`] when it is longer.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let fits = text.chars().count() <= IMAGE_VERSION_CHARACTERS_MAX;
        if fits { Ok(Self(text.to_owned())) } else { Err(Refusal::ImageVersionMalformed) }
    }

    /// The version, `""` when there is none.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn good_family_names() {
        for name in
            ["hangzhou-daily-update", "a1", "镜像族系", "镜1", "A.b:c_d-e", "acs-base", &"a".repeat(128)]
        {
            assert!(FamilyName::parse(name).is_ok(), "{name}");
        }
    }

    #[test]
    fn bad_family_names() {
        let bad = [
            "",
            "a",
            "镜",
            "1a",
            "-a",
            ".a",
            ":a",
            "_a",
            "a b",
            "a/b",
            "é1",
            "a\0b",
            "aé",
            "acs:x",
            "aliyun-base",
            "aliyun",
            "http://a",
            "https://a",
            &"a".repeat(129),
            &"镜".repeat(129),
        ];
        for name in bad {
            assert_eq!(FamilyName::parse(name), Err(Refusal::FamilyNameMalformed), "{name:?}");
        }
    }

    #[test]
    fn image_names_may_begin_with_aliyun() {
        assert!(ImageName::parse("aliyun-golden").is_ok());
        assert!(ImageName::parse("acs:golden").is_ok());
        for name in ["a", "1a", "a b", "http://ab", ""] {
            assert_eq!(ImageName::parse(name), Err(Refusal::ImageNameMalformed), "{name:?}");
        }
    }

    #[test]
    fn descriptions() {
        for text in ["", "ab", "说明", &"镜".repeat(256), "two\nlines"] {
            assert!(Description::parse(text).is_ok(), "{text:?}");
        }
        for text in ["a", &"a".repeat(257), "http://x", "https://x"] {
            assert_eq!(Description::parse(text), Err(Refusal::DescriptionMalformed), "{text:?}");
        }
    }

    #[test]
    fn image_versions() {
        for text in ["", "v1.2-3", "2026.1 (hot fix) +7/8 #3", "版本，一", "1", &"镜".repeat(40)] {
            assert!(ImageVersion::parse(text).is_ok(), "{text}");
        }
        for text in ["1".repeat(41), "镜".repeat(41)] {
            assert_eq!(ImageVersion::parse(&text), Err(Refusal::ImageVersionMalformed));
        }
    }
}
