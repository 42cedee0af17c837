//! What DescribeTasks, DescribeTaskAttribute and CancelTask refuse.

use imagekin_rpc::{Code, codes as c};

use super::{Row, row};

const fn tasks(params: &'static str, code: &'static Code) -> Row {
    row("DescribeTasks", params, code)
}

const fn task(params: &'static str, code: &'static Code) -> Row {
    row("DescribeTaskAttribute", params, code)
}

const fn cancel(params: &'static str, code: &'static Code) -> Row {
    row("CancelTask", params, code)
}

pub(super) static ROWS: &[Row] = &[
    tasks("RegionId=", &c::IMPORT_PARAMETER_MISSING).with("RegionId"),
    tasks("RegionId=mars", &c::REGION_NOT_FOUND_IMPORT),
    tasks("TaskIds=$ids101", &c::INVALID_PARAMETER).with("TaskIds"),
    tasks("ResourceIds.*101=m-", &c::INVALID_PARAMETER).with("ResourceIds"),
    tasks("StartTime=yesterday", &c::INVALID_PARAMETER).with("StartTime"),
    tasks("EndTime=tomorrow", &c::INVALID_PARAMETER).with("EndTime"),
    tasks("PageNumber=0", &c::INVALID_PARAMETER).with("PageNumber"),
    tasks("PageSize=101", &c::INVALID_PARAMETER).with("PageSize"),
    task("RegionId=&TaskId=$finished_task", &c::IMPORT_PARAMETER_MISSING).with("RegionId"),
    task("RegionId=mars&TaskId=$finished_task", &c::REGION_NOT_FOUND_IMPORT),
    task("", &c::IMPORT_PARAMETER_MISSING).with("TaskId"),
    task("TaskId=t-none", &c::TASK_NOT_FOUND),
    task("TaskId=t 1", &c::TASK_NOT_FOUND),
    task("TaskId=$strange_task", &c::TASK_NOT_FOUND),
    task("TaskId=$finished_task&RegionId=cn-beijing", &c::TASK_NOT_FOUND),
    cancel("RegionId=&TaskId=$finished_task", &c::IMPORT_PARAMETER_MISSING).with("RegionId"),
    cancel("RegionId=mars&TaskId=$finished_task", &c::REGION_NOT_FOUND_IMPORT),
    cancel("", &c::IMPORT_PARAMETER_MISSING).with("TaskId"),
    cancel("TaskId=t-none", &c::TASK_NOT_FOUND),
    cancel("TaskId=t 1", &c::TASK_NOT_FOUND),
    cancel("TaskId=$strange_task", &c::TASK_NOT_FOUND),
    cancel("TaskId=$finished_task&RegionId=cn-beijing", &c::TASK_NOT_FOUND),
    cancel("TaskId=$finished_task", &c::TASK_STATUS_INCORRECT),
    cancel("TaskId=$copy_task", &c::TASK_ACTION_UNSUPPORTED),
];
