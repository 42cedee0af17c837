//! Wire shapes that several actions take.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use imagekin_rpc::{Fault, codes};
use serde::Deserialize;

/// Most images or snapshots of a page.
const PAGE_SIZE_MAX: u32 = 100;
/// Most characters of a name.
const NAME_CHARACTERS_MAX: usize = 128;
/// Most tags of a filter.
const FILTER_TAGS_MAX: usize = 20;

/// Which page: checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PageInput {
    pub(crate) number: u32,
    pub(crate) size: u32,
}

impl PageInput {
    /// Reads PageNumber and PageSize.
    pub(crate) fn new(number: Option<u32>, size: Option<u32>, size_default: u32) -> Result<Self, Fault> {
        let page = Self { number: number.unwrap_or(1), size: size.unwrap_or(size_default) };
        if page.number == 0 {
            return Err(Fault::with(&codes::INVALID_PARAMETER, "PageNumber"));
        }
        if !(1..=PAGE_SIZE_MAX).contains(&page.size) {
            return Err(Fault::with(&codes::INVALID_PARAMETER, "PageSize"));
        }
        Ok(page)
    }

    /// How many come before it.
    pub(crate) fn offset(self) -> u64 {
        u64::from(self.number - 1) * u64::from(self.size)
    }

    /// How many it has at most.
    pub(crate) fn limit(self) -> u64 {
        self.size.into()
    }
}

/// NextToken: where an answer ended, by the parts of the place of its last entry. No part has a NUL.
pub(crate) fn page_token<const N: usize>(place: [&str; N]) -> String {
    URL_SAFE_NO_PAD.encode(place.join("\0"))
}

/// Reads what [`page_token`] gives.
pub(crate) fn read_page_token<const N: usize>(token: &str) -> Result<[String; N], Fault> {
    let bytes = URL_SAFE_NO_PAD.decode(token).ok();
    let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
    let parts = text.map(|text| text.split('\0').map(str::to_owned).collect::<Vec<_>>());
    let parts = parts.and_then(|parts| parts.try_into().ok());
    parts.ok_or_else(|| Fault::with(&codes::INVALID_PARAMETER, "NextToken"))
}

/// Reads a comma-separated list leniently: brackets, quotes and spaces that clients put around ids are dropped. A list in which
/// there is nothing else, `[]`, asks for nothing: not for everything, as no list does.
pub(crate) fn comma_separated(text: Option<&str>) -> Vec<String> {
    let odd = |c: char| c.is_whitespace() || matches!(c, '[' | ']' | '"' | '\'');
    let ids = text.unwrap_or_default().split(',').map(|id| id.trim_matches(odd).to_owned());
    ids.filter(|id| !id.is_empty()).collect()
}

/// The name asked for, as short as can be said: a row of `*` is as good as one. `None` when no name is as long.
pub(crate) fn name_pattern(text: &str) -> Option<String> {
    let mut pattern = String::new();
    let mut characters = 0;
    for character in text.chars() {
        match character {
            '*' if pattern.ends_with('*') => continue,
            '*' => {}
            _ if characters == NAME_CHARACTERS_MAX => return None,
            _ => characters += 1,
        }
        pattern.push(character);
    }
    Some(pattern)
}

/// Reads the tags of a filter: a key, or a key with a value.
pub(crate) fn tag_filter(tags: &[TagInput]) -> Result<Vec<(String, Option<String>)>, Fault> {
    if tags.len() > FILTER_TAGS_MAX {
        return Err(Fault::new(&codes::TAG_FILTER_COUNT));
    }
    let pair = |tag: &TagInput| match (&tag.key, &tag.value) {
        (Some(key), value) => Ok(Some((key.clone(), value.clone()))),
        (None, Some(_)) => Err(Fault::new(&codes::TAG_FILTER_MISMATCH)),
        (None, None) => Ok(None),
    };
    tags.iter().map(pair).filter_map(Result::transpose).collect()
}

/// `Filter.N.Key` and `Filter.N.Value`.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct FilterInput {
    pub(crate) key: Option<String>,
    pub(crate) value: Option<String>,
}

impl FilterInput {
    /// The image that it names (page DescribeImageSupportInstanceTypes of 2021: imageId, imagid or filter).
    pub(crate) fn image_id(&self) -> Option<&str> {
        let names_image = matches!(self.key.as_deref(), Some("imageId" | "imagid" | "filter"));
        self.value.as_deref().filter(|_| names_image)
    }
}

/// `Tag.N.Key` and `Tag.N.Value`; the old spelling is in lower case.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct TagInput {
    #[serde(alias = "key")]
    pub(crate) key: Option<String>,
    #[serde(alias = "value")]
    pub(crate) value: Option<String>,
}

impl TagInput {
    /// Key and value, each `""` if it is absent.
    pub(crate) fn pair(&self) -> (&str, &str) {
        (self.key.as_deref().unwrap_or_default(), self.value.as_deref().unwrap_or_default())
    }
}

/// `Features.ImdsSupport` and `Features.NvmeSupport`, or both in one JSON text (aliyun CLI).
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct FeaturesInput {
    imds_support: Option<String>,
    nvme_support: Option<String>,
}

impl FeaturesInput {
    pub(crate) fn imds(&self) -> Option<&str> {
        self.imds_support.as_deref()
    }

    pub(crate) fn nvme(&self) -> Option<&str> {
        self.nvme_support.as_deref()
    }
}
