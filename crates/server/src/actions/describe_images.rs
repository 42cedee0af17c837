//! DescribeImages: the images that fit a filter, newest first, page by page.

use imagekin_catalog::image::{Architecture, OsType};
use imagekin_catalog::{Status, Timestamp};
use imagekin_rpc::{Fault, codes, time};
use imagekin_store::{ImageFilter, Page};
use serde::{Deserialize, Serialize};

use super::Action;
use crate::call::Call;
use crate::faults;
use crate::views::{ImageView, TagInput};

/// Most image ids in one call.
const IMAGE_IDS_MAX: usize = 100;
/// Images of a page, if the caller does not say.
const PAGE_SIZE_DEFAULT: u32 = 10;
/// Most images of a page.
const PAGE_SIZE_MAX: u32 = 100;
/// Most characters of an image's name.
const NAME_CHARACTERS_MAX: usize = 128;
/// Most tags of a filter.
const FILTER_TAGS_MAX: usize = 20;

pub(crate) struct DescribeImages;

/// Parameters that only sort out images of other owners, or that no image of a catalogue differs in (ActionType,
/// InstanceType, ShowExpired), are read as unknown ones: not at all.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    region_id: String,
    image_id: Option<String>,
    image_name: Option<String>,
    image_family: Option<String>,
    image_owner_alias: Option<String>,
    image_owner_id: Option<u64>,
    is_public: Option<bool>,
    status: Option<String>,
    usable: Option<bool>,
    usage: Option<String>,
    snapshot_id: Option<String>,
    architecture: Option<String>,
    #[serde(rename = "OSType")]
    os_type: Option<String>,
    is_support_io_optimized: Option<bool>,
    is_support_cloudinit: Option<bool>,
    resource_group_id: Option<String>,
    #[serde(default)]
    filter: Vec<FilterInput>,
    #[serde(default)]
    tag: Vec<TagInput>,
    page_number: Option<u32>,
    page_size: Option<u32>,
    dry_run: Option<bool>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct FilterInput {
    key: Option<String>,
    value: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Output {
    region_id: String,
    total_count: u64,
    page_number: u32,
    page_size: u32,
    images: Images,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Images {
    image: Vec<ImageView>,
}

impl Action for DescribeImages {
    const NAME: &'static str = "DescribeImages";
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        let catalogue = call.catalogue(&input.region_id)?;
        let page_number = input.page_number.unwrap_or(1);
        let page_size = input.page_size.unwrap_or(PAGE_SIZE_DEFAULT);
        if page_number == 0 {
            return Err(Fault::with(&codes::INVALID_PARAMETER, "PageNumber"));
        }
        if !(1..=PAGE_SIZE_MAX).contains(&page_size) {
            return Err(Fault::with(&codes::INVALID_PARAMETER, "PageSize"));
        }
        let filter = filter(call, &input)?;
        if input.dry_run == Some(true) {
            return Err(Fault::new(&codes::DRY_RUN));
        }
        let Page { total, images } = match filter {
            None => Page { total: 0, images: Vec::new() },
            Some(filter) => {
                let app = std::sync::Arc::clone(&call.app);
                let offset = u64::from(page_number - 1) * u64::from(page_size);
                // A page may take milliseconds: other requests do not wait for it.
                let page = tokio::task::spawn_blocking(move || {
                    app.store.read(|read| read.images(&catalogue, &filter, offset, page_size.into()))
                });
                let page = page.await.map_err(|_| Fault::new(&codes::INTERNAL_ERROR))?;
                page.map_err(|error| faults::failed(&error))?
            }
        };
        let images = images.iter().map(|image| ImageView::of_own(image, call.caller.account)).collect();
        Ok(Output {
            region_id: input.region_id,
            total_count: total,
            page_number,
            page_size,
            images: Images { image: images },
        })
    }
}

/// What is asked for; `None` when no image of the caller's own can fit.
fn filter(call: &Call, input: &Input) -> Result<Option<ImageFilter>, Fault> {
    let mut filter = ImageFilter {
        ids: ids(input.image_id.as_deref().unwrap_or_default())?,
        statuses: statuses(input.status.as_deref())?,
        name: input.image_name.as_deref().and_then(name_pattern),
        family: input.image_family.clone(),
        snapshot_id: input.snapshot_id.clone(),
        architecture: input.architecture.clone(),
        os_type: input.os_type.clone(),
        resource_group_id: input.resource_group_id.clone(),
        ..ImageFilter::default()
    };
    if input.architecture.as_deref().is_some_and(|text| Architecture::parse(text).is_err()) {
        return Err(Fault::new(&codes::ARCHITECTURE_INVALID));
    }
    if input.os_type.as_deref().is_some_and(|text| OsType::parse(text).is_err()) {
        return Err(Fault::new(&codes::OS_TYPE_INVALID));
    }
    let mut possible = includes_own(call, input)?;
    possible &= input.image_name.is_none() || filter.name.is_some();
    for FilterInput { key, value } in &input.filter {
        let (key, value) = (key.as_deref().unwrap_or_default(), value.as_deref().unwrap_or_default());
        possible &= apply(&mut filter, key, value)?;
    }
    filter.tags = tags(&input.tag)?;
    // Every image of a catalogue has these two.
    possible &= input.is_support_io_optimized != Some(false) && input.is_support_cloudinit != Some(false);
    match input.usage.as_deref() {
        None | Some("none") => {}
        Some("instance") => possible = false,
        Some(_) => return Err(Fault::new(&codes::USAGE_INVALID)),
    }
    if let Some(usable) = input.usable {
        if input.status.is_none() {
            return Err(Fault::with(&codes::MISSING_PARAMETER, "Status"));
        }
        let all = if filter.statuses.is_empty() { Status::ALL.to_vec() } else { filter.statuses };
        let is_usable = |status: &Status| matches!(status, Status::Available | Status::Deprecated);
        filter.statuses = all.into_iter().filter(|status| is_usable(status) == usable).collect();
        possible &= !filter.statuses.is_empty();
    }
    Ok(possible.then_some(filter))
}

/// Are images of the caller's own among those asked for?
fn includes_own(call: &Call, input: &Input) -> Result<bool, Fault> {
    let alias = input.image_owner_alias.as_deref();
    if !matches!(alias, None | Some("system" | "self" | "others" | "marketplace")) {
        return Err(Fault::new(&codes::OWNER_ALIAS_UNSUPPORTED));
    }
    if input.is_public == Some(true) && alias != Some("others") {
        return Err(Fault::new(&codes::PUBLIC_IMAGE_UNSUPPORTED));
    }
    if input.image_owner_id.is_some() && matches!(alias, Some("system" | "self" | "marketplace")) {
        return Err(Fault::new(&codes::OWNER_ID_UNSUPPORTED));
    }
    let owner_fits = input.image_owner_id.is_none_or(|owner| owner == call.caller.account.as_u64());
    Ok(matches!(alias, None | Some("self")) && owner_fits)
}

/// Reads a comma-separated list leniently: brackets, quotes and spaces that clients put around ids are dropped.
fn ids(text: &str) -> Result<Vec<String>, Fault> {
    let odd = |c: char| c.is_whitespace() || matches!(c, '[' | ']' | '"' | '\'');
    let ids: Vec<String> =
        text.split(',').map(|id| id.trim_matches(odd).to_owned()).filter(|id| !id.is_empty()).collect();
    if ids.len() > IMAGE_IDS_MAX { Err(Fault::with(&codes::INVALID_PARAMETER, "ImageId")) } else { Ok(ids) }
}

/// The statuses asked for; none for `ALL`. Without a filter, Available only: clients take what else they see for broken.
fn statuses(text: Option<&str>) -> Result<Vec<Status>, Fault> {
    match text {
        None => Ok(vec![Status::Available]),
        Some("ALL") => Ok(Vec::new()),
        Some(list) => {
            let mut statuses = Vec::new();
            for status in list.split(',') {
                let status = Status::parse(status.trim());
                let status = status.ok_or(Fault::with(&codes::INVALID_PARAMETER, "Status"))?;
                // Each once: a list may be as long as a request, a statement may not.
                if !statuses.contains(&status) {
                    statuses.push(status);
                }
            }
            Ok(statuses)
        }
    }
}

/// The name asked for, as short as can be said: a row of `*` is as good as one. `None` when no name is as long.
fn name_pattern(text: &str) -> Option<String> {
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

/// Applies `Filter.N`; `false` when nothing can fit.
fn apply(filter: &mut ImageFilter, key: &str, value: &str) -> Result<bool, Fault> {
    let instant = || {
        let seconds = time::parse_filter_time(value).ok_or(Fault::new(&codes::FILTER_VALUE_INVALID))?;
        Ok::<_, Fault>(Some(Timestamp::from_seconds(seconds)))
    };
    match (key, value) {
        ("CreationStartTime", _) => filter.created_from = instant()?,
        // The whole second counts: printed times have no fraction.
        ("CreationEndTime", _) => {
            filter.created_until = instant()?.map(|end| end.plus(std::time::Duration::from_micros(999_999)));
        }
        ("NetworkType", "vpc" | "classic") => {}
        ("NetworkType", _) => return Err(Fault::new(&codes::NETWORK_TYPE_INVALID)),
        (
            "CpuOnlineUpgrade" | "CpuOnlineDowngrade" | "MemoryOnlineUpgrade" | "MemoryOnlineDowngrade",
            "supported" | "unsupported",
        ) => return Ok(value == "unsupported"),
        ("CpuOnlineUpgrade" | "CpuOnlineDowngrade" | "MemoryOnlineUpgrade" | "MemoryOnlineDowngrade", _) => {
            return Err(Fault::new(&codes::FILTER_VALUE_INVALID));
        }
        _ => return Err(Fault::new(&codes::FILTER_KEY_NOT_FOUND)),
    }
    Ok(true)
}

fn tags(tags: &[TagInput]) -> Result<Vec<(String, Option<String>)>, Fault> {
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
