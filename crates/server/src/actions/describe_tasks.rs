//! DescribeTasks: the background tasks of a catalogue, newest first, page by page.

use std::time::Duration;

use imagekin_catalog::Timestamp;
use imagekin_catalog::task::TaskStatus;
use imagekin_rpc::{Fault, codes, time};
use imagekin_store::TaskFilter;
use serde::{Deserialize, Serialize};

use super::{Action, Resource};
use crate::call::Call;
use crate::views::{PageInput, TaskView, comma_separated};

/// Tasks of a page, if the caller does not say.
const PAGE_SIZE_DEFAULT: u32 = 10;
/// Most ids in one call.
const IDS_MAX: usize = 100;

pub(crate) struct DescribeTasks;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    region_id: Option<String>,
    task_ids: Option<String>,
    task_group_id: Option<String>,
    task_action: Option<String>,
    task_status: Option<String>,
    #[serde(default)]
    resource_ids: Vec<String>,
    start_time: Option<String>,
    end_time: Option<String>,
    page_number: Option<u32>,
    page_size: Option<u32>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Output {
    region_id: String,
    total_count: u64,
    page_number: u32,
    page_size: u32,
    task_set: TaskSet,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct TaskSet {
    task: Vec<TaskView>,
}

impl Action for DescribeTasks {
    const NAME: &'static str = "DescribeTasks";
    const RESOURCES: &'static [Resource] = &[Resource::Any];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        let region_id = input.region_id.clone();
        let region_id = region_id.ok_or_else(|| Fault::with(&codes::IMPORT_PARAMETER_MISSING, "RegionId"))?;
        let catalogue =
            call.catalogue(&region_id).map_err(|_| Fault::new(&codes::REGION_NOT_FOUND_IMPORT))?;
        let page = PageInput::new(input.page_number, input.page_size, PAGE_SIZE_DEFAULT)?;
        let filter = filter(&input)?;
        // No task is in a group: such are made by actions that are not here.
        let is_possible =
            input.task_group_id.is_none() && (input.task_ids.is_none() || !filter.ids.is_empty());
        let reading = call.read(move |read| read.tasks(&catalogue, &filter, page.offset(), page.limit()));
        let (total, tasks) = if is_possible { reading.await? } else { (0, Vec::new()) };
        Ok(Output {
            region_id,
            total_count: total,
            page_number: page.number,
            page_size: page.size,
            task_set: TaskSet { task: tasks.iter().map(TaskView::of).collect() },
        })
    }
}

fn filter(input: &Input) -> Result<TaskFilter, Fault> {
    let instant = |text: &Option<String>, name| match text.as_deref() {
        None => Ok(None),
        Some(text) => match time::parse_filter_time(text) {
            Some(seconds) => Ok(Some(Timestamp::from_seconds(seconds))),
            None => Err(Fault::with(&codes::INVALID_PARAMETER, name)),
        },
    };
    let ids = comma_separated(input.task_ids.as_deref());
    if ids.len() > IDS_MAX {
        return Err(Fault::with(&codes::INVALID_PARAMETER, "TaskIds"));
    }
    if input.resource_ids.len() > IDS_MAX {
        return Err(Fault::with(&codes::INVALID_PARAMETER, "ResourceIds"));
    }
    Ok(TaskFilter {
        ids,
        image_ids: input.resource_ids.clone(),
        action: input.task_action.clone(),
        // A status that is none is ignored, as the page says.
        status: input.task_status.as_deref().and_then(TaskStatus::parse),
        created_from: instant(&input.start_time, "StartTime")?,
        // The whole second counts: printed times have no fraction.
        created_until: instant(&input.end_time, "EndTime")?
            .map(|until| until.plus(Duration::from_micros(999_999))),
    })
}
