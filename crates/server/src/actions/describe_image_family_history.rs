//! DescribeImageFamilyHistory (ours): every change of a family's head, the newest first.

use imagekin_catalog::{Image, ImageId, Timestamp};
use imagekin_rpc::{Fault, time};
use imagekin_store::{Catalogue, HeadChange, Read, StoreError};
use serde::{Deserialize, Serialize};

use super::explain_image_family::family_name;
use super::{Action, Resource};
use crate::call::Call;
use crate::views::PageInput;

/// Changes of a page, if the caller does not say.
const PAGE_SIZE_DEFAULT: u32 = 10;

pub(crate) struct DescribeImageFamilyHistory;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    region_id: String,
    image_family: String,
    page_number: Option<u32>,
    page_size: Option<u32>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Output {
    region_id: String,
    image_family: String,
    total_count: u64,
    page_number: u32,
    page_size: u32,
    head_changes: HeadChanges,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct HeadChanges {
    head_change: Vec<HeadChangeView>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct HeadChangeView {
    revision: u64,
    changed_time: String,
    /// The head since then; empty where the family was left without one.
    image_id: String,
    /// As it is now, or was when it was deleted.
    image_name: String,
    deleted: bool,
    changed_by: String,
    change_request_id: String,
}

impl Action for DescribeImageFamilyHistory {
    const NAME: &'static str = "DescribeImageFamilyHistory";
    const RESOURCES: &'static [Resource] = &[Resource::Any];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        let catalogue = call.catalogue(&input.region_id)?;
        let page = PageInput::new(input.page_number, input.page_size, PAGE_SIZE_DEFAULT)?;
        let family = family_name(&input.image_family)?;
        let (total, changes) = call
            .read(move |read| {
                let (total, log) = read.head_log_page(&catalogue, &family, page.offset(), page.limit())?;
                let views = log.into_iter().map(|change| view(read, &catalogue, change));
                Ok((total, views.collect::<Result<_, _>>()?))
            })
            .await?;
        Ok(Output {
            region_id: input.region_id,
            image_family: input.image_family,
            total_count: total,
            page_number: page.number,
            page_size: page.size,
            head_changes: HeadChanges { head_change: changes },
        })
    }
}

fn view(read: &Read<'_>, catalogue: &Catalogue, change: HeadChange) -> Result<HeadChangeView, StoreError> {
    let find = |id: &ImageId| -> Result<(Option<Image>, bool), StoreError> {
        match read.image(catalogue, id)? {
            Some(image) => Ok((Some(image), false)),
            None => Ok((read.image_or_tombstone(catalogue, id)?, true)),
        }
    };
    let (image, deleted) = change.image_id.as_ref().map_or(Ok((None, false)), find)?;
    Ok(HeadChangeView {
        revision: change.revision,
        changed_time: instant(change.changed_at),
        image_id: change.image_id.map(|id| id.to_string()).unwrap_or_default(),
        image_name: image.map(|image| image.name.as_str().to_owned()).unwrap_or_default(),
        deleted,
        changed_by: change.action,
        change_request_id: change.request_id,
    })
}

/// To the microsecond: the order of heads depends on it.
pub(super) fn instant(at: Timestamp) -> String {
    time::print_instant(at.as_micros())
}
