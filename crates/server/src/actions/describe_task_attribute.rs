//! DescribeTaskAttribute: one background task, how far it is, and why it has failed.

use imagekin_catalog::task::{TaskStatus, Work};
use imagekin_catalog::{Task, TaskId};
use imagekin_rpc::{Fault, codes};
use serde::{Deserialize, Serialize};

use super::{Action, Resource};
use crate::call::Call;
use crate::views::TaskView;

pub(crate) struct DescribeTaskAttribute;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    region_id: Option<String>,
    task_id: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Output {
    region_id: String,
    #[serde(flatten)]
    task: TaskView,
    task_process: String,
    total_count: u32,
    success_count: u32,
    failed_count: u32,
    operation_progress_set: OperationProgressSet,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct OperationProgressSet {
    operation_progress: Vec<OperationProgress>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct OperationProgress {
    operation_status: &'static str,
    error_code: &'static str,
    error_msg: String,
    related_item_set: RelatedItemSet,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct RelatedItemSet {
    related_item: Vec<RelatedItem>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct RelatedItem {
    name: &'static str,
    value: String,
}

impl Action for DescribeTaskAttribute {
    const NAME: &'static str = "DescribeTaskAttribute";
    const RESOURCES: &'static [Resource] = &[Resource::Any];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        let missing = |name| move || Fault::with(&codes::IMPORT_PARAMETER_MISSING, name);
        let region_id = input.region_id.ok_or_else(missing("RegionId"))?;
        let task_id = input.task_id.ok_or_else(missing("TaskId"))?;
        let catalogue =
            call.catalogue(&region_id).map_err(|_| Fault::new(&codes::REGION_NOT_FOUND_IMPORT))?;
        let not_found = || Fault::new(&codes::TASK_NOT_FOUND);
        let id = TaskId::parse(&task_id).ok_or_else(not_found)?;
        let task = call.look_up(move |read| read.task(&catalogue, &id)).await?.ok_or_else(not_found)?;
        Ok(Output {
            region_id,
            task: TaskView::of(&task),
            task_process: format!("{}%", task.progress),
            total_count: 1,
            success_count: u32::from(task.status == TaskStatus::Finished),
            failed_count: u32::from(matches!(task.status, TaskStatus::Failed | TaskStatus::Deleted)),
            operation_progress_set: OperationProgressSet { operation_progress: vec![progress(&task)] },
        })
    }
}

fn progress(task: &Task) -> OperationProgress {
    let mut items = vec![RelatedItem { name: "ImageId", value: task.image_id.to_string() }];
    if let Work::ExportImage(export) = &task.work {
        items.push(RelatedItem { name: "OSSBucket", value: export.bucket.clone() });
        items.push(RelatedItem { name: "OSSObject", value: export.object(&task.image_id, 0) });
    }
    OperationProgress {
        operation_status: task.status.as_str(),
        error_code: if task.failure.is_empty() { "" } else { "OperationFailed" },
        error_msg: task.failure.clone(),
        related_item_set: RelatedItemSet { related_item: items },
    }
}
