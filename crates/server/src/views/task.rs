//! The task as DescribeTasks shows it.

use imagekin_catalog::Task;
use imagekin_rpc::time;
use serde::Serialize;

/// Fields of actions.json, DescribeTasks.
#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct TaskView {
    task_id: String,
    task_action: &'static str,
    task_status: &'static str,
    /// A text.
    support_cancel: &'static str,
    resource_id: String,
    creation_time: String,
    /// Empty as long as it is not ended.
    finished_time: String,
}

impl TaskView {
    pub(crate) fn of(task: &Task) -> Self {
        Self {
            task_id: task.id.to_string(),
            task_action: task.work.action().as_str(),
            task_status: task.status.as_str(),
            support_cancel: if task.supports_cancel() { "true" } else { "false" },
            resource_id: task.image_id.to_string(),
            creation_time: time::print(task.created_at.as_seconds()),
            finished_time: task.finished_at.map(|at| time::print(at.as_seconds())).unwrap_or_default(),
        }
    }
}
