//! DescribeSnapshots: the snapshots that fit a filter, newest first, page by page or token by token.

use std::time::Duration;

use imagekin_catalog::disk::DiskKind;
use imagekin_catalog::snapshot::SnapshotStatus;
use imagekin_catalog::{Snapshot, SnapshotId, Timestamp};
use imagekin_rpc::{Fault, codes, time};
use imagekin_store::{SnapshotFilter, SnapshotPage};
use serde::{Deserialize, Serialize};

use super::{Action, Resource};
use crate::call::Call;
use crate::views::{
    FilterInput, PageInput, SnapshotView, TagInput, comma_separated, name_pattern, page_token,
    read_page_token, tag_filter,
};

/// Snapshots of a page, if the caller does not say.
const PAGE_SIZE_DEFAULT: u32 = 10;
/// Most snapshot ids in one call.
const SNAPSHOT_IDS_MAX: usize = 100;

pub(crate) struct DescribeSnapshots;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    region_id: String,
    snapshot_ids: Option<String>,
    snapshot_name: Option<String>,
    snapshot_link_id: Option<String>,
    snapshot_type: Option<String>,
    status: Option<String>,
    category: Option<String>,
    disk_id: Option<String>,
    instance_id: Option<String>,
    source_disk_type: Option<String>,
    usage: Option<String>,
    encrypted: Option<bool>,
    #[serde(rename = "KMSKeyId")]
    kms_key_id: Option<String>,
    resource_group_id: Option<String>,
    #[serde(default)]
    filter: Vec<FilterInput>,
    #[serde(default)]
    tag: Vec<TagInput>,
    page_number: Option<u32>,
    page_size: Option<u32>,
    max_results: Option<u32>,
    next_token: Option<String>,
    dry_run: Option<bool>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Output {
    total_count: u64,
    page_number: u32,
    page_size: u32,
    next_token: String,
    snapshots: Snapshots,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Snapshots {
    snapshot: Vec<SnapshotView>,
}

impl Action for DescribeSnapshots {
    const NAME: &'static str = "DescribeSnapshots";
    const RESOURCES: &'static [Resource] = &[Resource::Of("snapshot", "SnapshotIds")];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        let catalogue = call.catalogue(&input.region_id)?;
        let page =
            PageInput::new(input.page_number, input.page_size.or(input.max_results), PAGE_SIZE_DEFAULT)?;
        // Who asks for no page by its number goes on by NextToken, whether or not MaxResults says how far (page
        // DescribeSnapshots: it is 10 by default).
        let by_page = input.page_number.is_some() || input.page_size.is_some();
        let by_token = !by_page || input.max_results.is_some() || input.next_token.is_some();
        let after = input.next_token.as_deref().map(read_token).transpose()?;
        let offset = if after.is_some() { 0 } else { page.offset() };
        let filter = filter(&input)?;
        if input.dry_run == Some(true) {
            return Err(Fault::new(&codes::DRY_RUN));
        }
        let limit = page.limit();
        let SnapshotPage { total, mut snapshots } = match filter {
            None => SnapshotPage { total: 0, snapshots: Vec::new() },
            Some(filter) => {
                call.read(move |read| read.snapshots(&catalogue, &filter, after.as_ref(), offset, limit + 1))
                    .await?
            }
        };
        let more = by_token && snapshots.len() as u64 > limit;
        snapshots.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
        let next_token = snapshots.last().filter(|_| more).map(|(last, _)| token(last)).unwrap_or_default();
        let region = input.region_id;
        let views = snapshots.iter().map(|(snapshot, used)| SnapshotView::of(snapshot, *used, &region));
        Ok(Output {
            total_count: total,
            page_number: page.number,
            page_size: page.size,
            next_token,
            snapshots: Snapshots { snapshot: views.collect() },
        })
    }
}

/// Where an answer ended: instant and id of its last snapshot.
fn token(last: &Snapshot) -> String {
    page_token([&*last.created_at.as_micros().to_string(), last.id.as_str()])
}

fn read_token(token: &str) -> Result<(Timestamp, SnapshotId), Fault> {
    let [created_at, id] = read_page_token::<2>(token)?;
    let read = || Some((Timestamp::from_micros(created_at.parse().ok()?), SnapshotId::parse(&id)?));
    read().ok_or_else(|| Fault::with(&codes::INVALID_PARAMETER, "NextToken"))
}

/// What is asked for; `None` when no snapshot can fit.
fn filter(input: &Input) -> Result<Option<SnapshotFilter>, Fault> {
    let ids = comma_separated(input.snapshot_ids.as_deref());
    if ids.len() > SNAPSHOT_IDS_MAX {
        return Err(Fault::new(&codes::SNAPSHOT_IDS_MALFORMED));
    }
    if input.snapshot_link_id.is_some() {
        return Err(Fault::new(&codes::SNAPSHOT_LINK_NOT_FOUND));
    }
    // Every snapshot is a user's own, of the standard category, and not encrypted.
    let mut possible = match input.snapshot_type.as_deref() {
        None | Some("user" | "all") => true,
        Some("auto") => false,
        Some(_) => return Err(Fault::new(&codes::SNAPSHOT_TYPE_NOT_FOUND)),
    };
    possible &= match input.category.as_deref().map(str::to_ascii_lowercase).as_deref() {
        None | Some("standard") => true,
        Some("flash" | "archive") => false,
        Some(_) => return Err(Fault::new(&codes::SNAPSHOT_CATEGORY_MALFORMED)),
    };
    possible &= input.encrypted != Some(true) && input.kms_key_id.is_none();
    possible &= input.snapshot_ids.is_none() || !ids.is_empty();
    let status = match input.status.as_deref() {
        None | Some("all") => None,
        Some(text) => Some(SnapshotStatus::parse(text).ok_or(Fault::new(&codes::SNAPSHOT_STATUS_NOT_FOUND))?),
    };
    let disk = input.source_disk_type.as_deref().map(str::to_ascii_lowercase);
    let disk = disk.map(|text| DiskKind::parse(&text).ok_or(Fault::new(&codes::SOURCE_DISK_TYPE_INVALID)));
    let in_an_image = match input.usage.as_deref() {
        None => None,
        Some("image") => Some(true),
        Some("none") => Some(false),
        Some("disk" | "image_disk") => {
            possible = false;
            None
        }
        Some(_) => return Err(Fault::new(&codes::SNAPSHOT_USAGE_INVALID)),
    };
    let name = input.snapshot_name.as_deref().and_then(name_pattern);
    possible &= name.is_some() || input.snapshot_name.is_none();
    let [created_from, created_until] = created(&input.filter)?;
    let filter = SnapshotFilter {
        ids,
        created_from,
        created_until,
        status,
        name,
        disk_id: input.disk_id.clone(),
        instance_id: input.instance_id.clone(),
        source_disk: disk.transpose()?,
        resource_group_id: input.resource_group_id.clone(),
        in_an_image,
        tags: tag_filter(&input.tag)?,
    };
    Ok(possible.then_some(filter))
}

/// Between which instants: `Filter.N` with CreationStartTime and CreationEndTime.
fn created(filters: &[FilterInput]) -> Result<[Option<Timestamp>; 2], Fault> {
    let [mut from, mut until] = [None; 2];
    for FilterInput { key, value } in filters {
        let instant = || {
            let seconds = value.as_deref().and_then(time::parse_filter_time);
            seconds.map(Timestamp::from_seconds).ok_or(Fault::new(&codes::FILTER_VALUE_INVALID))
        };
        match key.as_deref() {
            Some("CreationStartTime") => from = Some(instant()?),
            // The whole second counts: printed times have no fraction.
            Some("CreationEndTime") => until = Some(instant()?.plus(Duration::from_micros(999_999))),
            _ => return Err(Fault::new(&codes::FILTER_KEY_NOT_FOUND)),
        }
    }
    Ok([from, until])
}
