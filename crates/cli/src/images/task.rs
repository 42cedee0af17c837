//! `imagekin images task`: how far an import or an export is.

use clap::Args;
use serde_json::Value;

use crate::client::text;
use crate::failure::Failure;
use crate::session::{Action, Session};
use crate::table::{Column, Table};
use crate::wait::task_request;

const FIELDS: &[Column] = &[
    ("Task", "TaskId"),
    ("Action", "TaskAction"),
    ("Status", "TaskStatus"),
    ("Progress", "TaskProcess"),
    ("Created", "CreationTime"),
    ("Finished", "FinishedTime"),
];

/// Flags of `imagekin images task`.
#[derive(Args)]
pub(crate) struct Task {
    /// The task
    task_id: String,
}

impl Action for Task {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let task = session.send(task_request(&self.task_id)).await?;
        session.print(&task, &table(&task))
    }
}

fn table(task: &Value) -> Table {
    let list = |json: &Value, pointer: &str| json.pointer(pointer).and_then(Value::as_array).cloned();
    let mut table = Table::fields(FIELDS, task);
    for step in list(task, "/OperationProgressSet/OperationProgress").unwrap_or_default() {
        let (code, message) = (text(&step, "ErrorCode"), text(&step, "ErrorMsg"));
        if !code.is_empty() {
            table = table.with_field("Error", format!("{code}: {message}"));
        }
        for item in list(&step, "/RelatedItemSet/RelatedItem").unwrap_or_default() {
            table = table.with_field(&text(&item, "Name"), text(&item, "Value"));
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::table;

    #[test]
    fn errors_and_what_it_is_about_are_lines() {
        let task = json!({
            "TaskId": "t-1", "TaskAction": "ExportImage", "TaskStatus": "Failed", "TaskProcess": "45%",
            "OperationProgressSet": {"OperationProgress": [
                {"ErrorCode": "Gone", "ErrorMsg": "It is gone.",
                 "RelatedItemSet": {"RelatedItem": [{"Name": "OSSBucket", "Value": "golden-images"}]}},
            ]},
        });
        let expected = "Task       t-1\n\
                        Action     ExportImage\n\
                        Status     Failed\n\
                        Progress   45%\n\
                        Error      Gone: It is gone.\n\
                        OSSBucket  golden-images\n";
        assert_eq!(table(&task).aligned(), expected);
    }
}
