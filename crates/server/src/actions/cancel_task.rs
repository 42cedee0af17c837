//! CancelTask: ends an import or an export that is not ended. Of an import nothing is left, of an export no object but those
//! of an earlier one.

use imagekin_catalog::refusal::TaskRefusal;
use imagekin_catalog::task::{TaskStatus, Work};
use imagekin_catalog::{Task, TaskId};
use imagekin_rpc::{Fault, codes};
use imagekin_store::Write;
use serde::{Deserialize, Serialize};

use super::{Action, Resource};
use crate::call::Call;
use crate::faults::{Halt, Table};
use crate::jobs::ending;

pub(crate) struct CancelTask;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    region_id: Option<String>,
    task_id: Option<String>,
}

#[derive(Serialize)]
pub(crate) struct Output {}

impl Action for CancelTask {
    const NAME: &'static str = "CancelTask";
    const RESOURCES: &'static [Resource] = &[Resource::Any];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        let missing = |name| move || Fault::with(&codes::IMPORT_PARAMETER_MISSING, name);
        let region_id = input.region_id.ok_or_else(missing("RegionId"))?;
        let task_id = input.task_id.ok_or_else(missing("TaskId"))?;
        let catalogue =
            call.catalogue(&region_id).map_err(|_| Fault::new(&codes::REGION_NOT_FOUND_IMPORT))?;
        let id = TaskId::parse(&task_id).ok_or(Fault::new(&codes::TASK_NOT_FOUND))?;
        let bucket = call.app.config.import.snapshot_bucket.clone();
        let cancelled = call.write(catalogue, Table::General, move |write| {
            let task = write.task(write.catalogue(), &id)?.ok_or(TaskRefusal::NotFound)?;
            match &task.work {
                Work::CreateImage | Work::CopyImage { .. } => Err(TaskRefusal::ActionUnsupported.into()),
                _ if !task.status.is_open() => Err(TaskRefusal::StatusIncorrect.into()),
                Work::ImportImage => cancel_import(write, &task, &bucket),
                // What a job has put into the bucket goes when its lease is over.
                Work::ExportImage(_) => ending::end(write, &task, TaskStatus::Deleted, "cancelled"),
            }
        });
        cancelled.await?;
        call.app.wake_jobs();
        Ok(Output {})
    }
}

fn cancel_import(write: &mut Write<'_>, task: &Task, bucket: &str) -> Result<(), Halt> {
    match write.image(write.catalogue(), &task.image_id)? {
        Some(image) => ending::cancel_making(write, task, &image, bucket),
        None => ending::end(write, task, TaskStatus::Deleted, "cancelled"),
    }
}
