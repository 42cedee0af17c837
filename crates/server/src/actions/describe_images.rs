//! DescribeImages: the images that fit a filter, page by page: the caller's own, those of others, the system's.

use imagekin_catalog::image::{Architecture, OsType};
use imagekin_catalog::{Status, Timestamp};
use imagekin_rpc::{Fault, codes, time};
use imagekin_store::{ImageFilter, Page};
use serde::{Deserialize, Serialize};

use super::{Action, Resource};
use crate::call::Call;
use crate::views::{FilterInput, ImageView, PageInput, TagInput, comma_separated, name_pattern, tag_filter};

mod scope;

/// Most image ids in one call.
const IMAGE_IDS_MAX: usize = 100;
/// Images of a page, if the caller does not say.
const PAGE_SIZE_DEFAULT: u32 = 10;
pub(crate) struct DescribeImages;

/// Parameters that no image of a catalogue differs in (ActionType, ShowExpired) are read as unknown ones: not at all.
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
    instance_type: Option<String>,
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
    const RESOURCES: &'static [Resource] = &[Resource::ListedImages];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        let catalogue = call.catalogue(&input.region_id)?;
        let page = PageInput::new(input.page_number, input.page_size, PAGE_SIZE_DEFAULT)?;
        let filter = filter(call, &input)?;
        if input.dry_run == Some(true) {
            return Err(Fault::new(&codes::DRY_RUN));
        }
        let Page { total, images } = match filter {
            None => Page { total: 0, images: Vec::new() },
            Some(filter) => {
                call.read(move |read| read.images(&catalogue, &filter, page.offset(), page.limit())).await?
            }
        };
        let images = images.iter().map(|image| ImageView::of(image, call.caller.account, call.now)).collect();
        Ok(Output {
            region_id: input.region_id,
            total_count: total,
            page_number: page.number,
            page_size: page.size,
            images: Images { image: images },
        })
    }
}

/// What is asked for; `None` when no image can fit.
fn filter(call: &Call, input: &Input) -> Result<Option<ImageFilter>, Fault> {
    let (scope, family) = scope::of(call.caller.account, input)?;
    let mut filter = ImageFilter {
        scope,
        ids: comma_separated(input.image_id.as_deref()),
        statuses: statuses(input.status.as_deref())?,
        name: input.image_name.as_deref().and_then(name_pattern),
        family,
        snapshot_id: input.snapshot_id.clone(),
        architectures: input.architecture.iter().cloned().collect(),
        os_type: input.os_type.clone(),
        resource_group_id: input.resource_group_id.clone(),
        tags: tag_filter(&input.tag)?,
        ..ImageFilter::default()
    };
    if filter.ids.len() > IMAGE_IDS_MAX {
        return Err(Fault::with(&codes::INVALID_PARAMETER, "ImageId"));
    }
    if input.architecture.as_deref().is_some_and(|text| Architecture::parse(text).is_err()) {
        return Err(Fault::new(&codes::ARCHITECTURE_INVALID));
    }
    if input.os_type.as_deref().is_some_and(|text| OsType::parse(text).is_err()) {
        return Err(Fault::new(&codes::OS_TYPE_INVALID));
    }
    let mut possible = input.image_name.is_none() || filter.name.is_some();
    possible &= input.image_id.is_none() || !filter.ids.is_empty();
    possible &= fit_instance_type(call, input.instance_type.as_deref(), &mut filter);
    for FilterInput { key, value } in &input.filter {
        let (key, value) = (key.as_deref().unwrap_or_default(), value.as_deref().unwrap_or_default());
        possible &= apply(&mut filter, key, value)?;
    }
    // Every image of a catalogue has these two.
    possible &= input.is_support_io_optimized != Some(false) && input.is_support_cloudinit != Some(false);
    filter.is_used = match input.usage.as_deref() {
        None => None,
        Some("none") => Some(false),
        Some("instance") => Some(true),
        Some(_) => return Err(Fault::new(&codes::USAGE_INVALID)),
    };
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

/// Asks for the architectures that an instance type runs, if it is known; an unknown one sorts nothing out. `false` when
/// it does not run the one asked for.
fn fit_instance_type(call: &Call, instance_type: Option<&str>, filter: &mut ImageFilter) -> bool {
    let types = &call.app.config.instance_types;
    let Some(known) = types.iter().find(|known| Some(known.id.as_str()) == instance_type) else {
        return true;
    };
    let runs: Vec<&str> =
        Architecture::ALL.into_iter().filter(|kind| known.runs(*kind)).map(Architecture::as_str).collect();
    if filter.architectures.is_empty() {
        filter.architectures = runs.into_iter().map(str::to_owned).collect();
        return true;
    }
    filter.architectures.iter().all(|asked| runs.contains(&asked.as_str()))
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
