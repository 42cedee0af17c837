//! DescribeTasks and DescribeTaskAttribute: what goes on in the background, and what came of it. How tasks do their work,
//! and what a cancel leaves, is in promises/jobs.

use std::time::Duration;

use serde_json::json;

use crate::harness::TestApp;
use crate::harness::disks::{BUCKET, qcow2, text};
use crate::harness::words::each;

const IMPORT: &str = "DiskDeviceMapping.1.OSSBucket=golden-images&DiskDeviceMapping.1.OSSObject=";

/// An import that is finished, one that has failed and an export that goes on, a minute after one another: their tasks,
/// and the images of the first two.
async fn made(app: &TestApp) -> [String; 5] {
    let owner = app.owner();
    let mut made = Vec::new();
    for name in ["good", "bad"] {
        app.place(name, qcow2(20, name)).await;
        let import = owner.ask("ImportImage", &format!("{IMPORT}{name}&ImageName={name}")).await;
        if name == "bad" {
            app.remove(name).await;
        }
        app.settle().await;
        app.advance(Duration::from_secs(60));
        made.push([text(&import["TaskId"]), text(&import["ImageId"])]);
    }
    let [[good, good_image], [bad, bad_image]] = made.try_into().expect("two");
    let export = owner.ask("ExportImage", &format!("ImageId={good_image}&OSSBucket={BUCKET}")).await;
    [good, bad, text(&export["TaskId"]), good_image, bad_image]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn filters_find_them() {
    let app = TestApp::standing().await;
    // Finer than what is printed.
    app.advance(Duration::from_millis(500));
    let [good, bad, export, good_image, bad_image] = made(&app).await;
    let found = async |params: &str| {
        let answer = app.owner().ask("DescribeTasks", params).await;
        each(&answer["TaskSet"]["Task"], "TaskId")
    };
    let all = [export.clone(), bad.clone(), good.clone()];
    for (params, expected) in [
        ("", &all[..]),
        ("TaskAction=ImportImage", &all[1..]),
        ("TaskAction=ExportImage", &all[..1]),
        ("TaskAction=RedeployInstance", &[]),
        ("TaskStatus=Finished", &all[2..]),
        ("TaskStatus=Failed", &all[1..2]),
        ("TaskStatus=Processing", &all[..1]),
        // A status that is none is ignored, as the page says.
        ("TaskStatus=Sleeping", &all),
        ("StartTime=2026-01-02T03:05:00Z", &all[..2]),
        ("EndTime=2026-01-02T03:05:30Z", &all[1..]),
        ("EndTime=2026-01-02T03:04:05Z", &all[2..]),
        ("StartTime=2026-01-02T03:05:05Z&EndTime=2026-01-02T03:05:05Z", &all[1..2]),
        ("StartTime=2026-01-02T03:05:00Z&EndTime=2026-01-02T03:05:30Z", &all[1..2]),
        ("PageSize=2&PageNumber=2", &all[2..]),
        ("PageSize=2&PageNumber=3", &[]),
        (&format!("TaskIds={good},{export}"), &[export.clone(), good.clone()]),
        (&format!("ResourceIds.1={bad_image}"), &all[1..2]),
        (&format!("ResourceIds.1={good_image}&TaskAction=ImportImage"), &all[2..]),
        ("ResourceIds.1=m-none", &[]),
        // There are no groups. What is empty is as good as absent.
        ("TaskGroupId=tg-1", &[]),
        ("TaskGroupId=&TaskIds=&ResourceIds.1=", &all),
        // But a list of none asks for none.
        ("TaskIds=[]", &[]),
        (&format!("ResourceIds.1=&ResourceIds.2={bad_image}"), &all[1..2]),
    ] {
        assert_eq!(found(params).await, *expected, "{params}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_task_tells_what_came_of_it() {
    let app = TestApp::standing().await;
    let [good, bad, export, ..] = made(&app).await;
    let told = async |id: &str| app.owner().ask("DescribeTaskAttribute", &format!("TaskId={id}")).await;
    let fields =
        ["TaskStatus", "TaskProcess", "SupportCancel", "SuccessCount", "FailedCount", "FinishedTime"];
    for (id, expected) in [
        (
            &good,
            [
                json!("Finished"),
                json!("100%"),
                json!("false"),
                json!(1),
                json!(0),
                json!("2026-01-02T03:04:05Z"),
            ],
        ),
        (
            &bad,
            [json!("Failed"), json!("0%"), json!("false"), json!(0), json!(1), json!("2026-01-02T03:05:05Z")],
        ),
        (&export, [json!("Processing"), json!("0%"), json!("true"), json!(0), json!(0), json!("")]),
    ] {
        let answer = told(id).await;
        assert_eq!(fields.map(|field| answer[field].clone()), expected);
    }
    let why = &told(&bad).await["OperationProgressSet"]["OperationProgress"][0];
    assert_eq!(why["ErrorCode"], "OperationFailed");
    assert!(text(&why["ErrorMsg"]).contains("bad"), "{why}");
    app.owner().ask("CancelTask", &format!("TaskId={export}")).await;
    let cancelled = told(&export).await;
    assert_eq!((&cancelled["TaskStatus"], &cancelled["SupportCancel"]), (&json!("Deleted"), &json!("false")));
}
