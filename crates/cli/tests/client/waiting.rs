//! Waiting for what goes on in the service: its end, its failure, a service that is away for a while, and Ctrl-C.

use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::fake::{Answer, Fake, Received};
use crate::harness::{client, outcome};

const IMPORT: [&str; 7] = ["images", "import", "--from-bucket", "b", "--object", "o", "--timeout"];

fn image(status: &str, progress: &str) -> Value {
    json!({"Images": {"Image": [{"ImageId": "m-1", "Status": status, "Progress": progress}]}})
}

/// A service whose image has these statuses, one after the other; it stays at the last.
fn importing(statuses: &'static [(&'static str, &'static str)]) -> Fake {
    let mut looks = 0;
    Fake::start(move |request: &Received, _| match request.action() {
        "ImportImage" => Answer::json(&json!({"ImageId": "m-1", "TaskId": "t-1"})),
        "DescribeImages" => {
            let (status, progress) = statuses[looks.min(statuses.len() - 1)];
            looks += 1;
            if status.is_empty() { Answer::none() } else { Answer::json(&image(status, progress)) }
        }
        "DescribeTasks" => Answer::json(&json!({"TaskSet": {"Task": [{"TaskId": "t-1"}]}})),
        "DescribeTaskAttribute" => Answer::json(&json!({"TaskStatus": "Failed", "OperationProgressSet":
            {"OperationProgress": [{"ErrorCode": "NoSuchObject", "ErrorMsg": "It is gone."}]}})),
        _ => Answer::json(&json!({"RequestId": "R-1"})),
    })
}

#[test]
fn an_import_is_told_line_by_line() {
    let fake = importing(&[("Waiting", ""), ("Creating", "0%"), ("Creating", "0%"), ("Available", "100%")]);
    let outcome = outcome(client(&fake.address, &[&IMPORT[..], &["1m", "--family", "base"]].concat()));
    assert_eq!(outcome.stderr, "m-1 Waiting 0%\nm-1 Creating 0%\nm-1 done\n");
    assert_eq!(outcome.ok(), "m-1\n");
    let last = fake.received().pop().unwrap();
    assert_eq!((last.action(), last.param("ImageFamily")), ("ModifyImageAttribute", "base"));
}

#[test]
fn disks_are_numbered_and_formats_are_capital() {
    let fake = importing(&[("Available", "100%")]);
    let more =
        ["1m", "--object", "data", "--format", "qcow2", "--disk-image-size", "40", "--tag", "env=prod"];
    outcome(client(&fake.address, &[&IMPORT[..], &more].concat())).ok();
    let import = &fake.received()[0];
    for (name, value) in [
        ("DiskDeviceMapping.1.OSSBucket", "b"),
        ("DiskDeviceMapping.1.OSSObject", "o"),
        ("DiskDeviceMapping.1.Format", "QCOW2"),
        ("DiskDeviceMapping.1.DiskImageSize", "40"),
        ("DiskDeviceMapping.2.OSSObject", "data"),
        ("DiskDeviceMapping.2.DiskImageSize", ""),
        ("Tag.1.Key", "env"),
        ("Tag.1.Value", "prod"),
    ] {
        assert_eq!(import.param(name), value, "{name}");
    }
}

#[test]
fn a_copy_is_looked_at_where_it_goes() {
    let fake = Fake::start(|request, _| match request.action() {
        "CopyImage" => Answer::json(&json!({"ImageId": "m-1"})),
        _ => Answer::json(&image("Available", "100%")),
    });
    outcome(client(&fake.address, &["images", "copy", "m-0", "--to-region", "cn-beijing"])).ok();
    let [copy, look] = <[_; 2]>::try_from(fake.received()).unwrap();
    assert_eq!((copy.param("RegionId"), copy.param("DestinationRegionId")), ("cn-hangzhou", "cn-beijing"));
    assert_eq!((look.action(), look.param("RegionId")), ("DescribeImages", "cn-beijing"));
}

#[test]
fn the_reason_of_a_failure_is_told() {
    let fake = importing(&[("Creating", "30%"), ("CreateFailed", "")]);
    let told = outcome(client(&fake.address, &[&IMPORT[..], &["1m"]].concat())).fails(1);
    assert!(told.ends_with("m-1 could not be made: NoSuchObject: It is gone.\n"), "{told}");
    let [.., tasks, task] = &fake.received()[..] else { panic!("no task was asked for") };
    assert_eq!((tasks.param("ResourceIds.1"), task.param("TaskId")), ("m-1", "t-1"));
    let fake = Fake::start(|request, _| match request.action() {
        "CopyImage" => Answer::json(&json!({"ImageId": "m-1"})),
        _ => Answer::json(&json!({"Images": {"Image": []}})),
    });
    let told =
        outcome(client(&fake.address, &["images", "copy", "m-0", "--to-region", "cn-beijing"])).fails(3);
    assert!(told.contains("m-1 is gone"), "{told}");
}

#[test]
fn a_service_that_is_away_is_waited_for() {
    let fake = importing(&[("Creating", "30%"), ("", ""), ("Available", "100%")]);
    let outcome = outcome(client(&fake.address, &[&IMPORT[..], &["1m"]].concat()));
    assert!(outcome.stderr.contains("cannot reach"), "{}", outcome.stderr);
    assert_eq!(outcome.ok(), "m-1\n");
}

/// More often than one call is asked again; the image gets into its family all the same.
#[test]
fn a_service_that_lets_nobody_in_for_now_is_waited_for() {
    for (status, code) in [(503, "ServiceUnavailable"), (400, "Throttling"), (429, "Throttling.Api")] {
        let mut looks = 0;
        let fake = Fake::start(move |request, _| match request.action() {
            "ImportImage" => Answer::json(&json!({"ImageId": "m-1"})),
            "DescribeImages" if looks < 3 => {
                looks += 1;
                Answer::error(status, code).with("x-acs-retry-after", "1")
            }
            "DescribeImages" => Answer::json(&image("Available", "100%")),
            _ => Answer::json(&json!({"RequestId": "R-1"})),
        });
        let outcome = outcome(client(&fake.address, &[&IMPORT[..], &["1m", "--family", "base"]].concat()));
        assert_eq!(outcome.stderr, format!("{code}: In words.\nm-1 done\n"));
        assert_eq!(outcome.ok(), "m-1\n");
        let last = fake.received().pop().unwrap();
        assert_eq!((last.action(), last.param("ImageFamily")), ("ModifyImageAttribute", "base"));
    }
}

#[test]
fn an_image_that_is_not_of_its_family_yet_is_told() {
    let import = [&IMPORT[..], &["1m", "--family", "base"]].concat();
    for refused in ["DescribeImages", "ModifyImageAttribute"] {
        let fake = Fake::start(move |request, _| match request.action() {
            "ImportImage" => Answer::json(&json!({"ImageId": "m-1"})),
            action if action == refused => Answer::error(403, "InvalidAccessKeyId.Inactive"),
            _ => Answer::json(&image("Available", "100%")),
        });
        let told = outcome(client(&fake.address, &import)).fails(1);
        let hint = "m-1 is not of the family base yet; when it is Available: imagekin images modify m-1 --family base \
                    --region cn-hangzhou\n";
        assert!(told.contains(hint), "{refused}: {told}");
    }
    let fake = importing(&[("CreateFailed", "")]);
    let told = outcome(client(&fake.address, &import)).fails(1);
    assert!(!told.contains("base"), "there is no such image: {told}");
}

#[test]
fn the_time_to_wait_is_limited() {
    let fake = importing(&[("Creating", "30%")]);
    let timed_out = outcome(client(&fake.address, &[&IMPORT[..], &["200ms", "--family", "base"]].concat()));
    assert_eq!(timed_out.stdout, "m-1\n", "the id is told before the waiting");
    let told = timed_out.fails(5);
    let hint = "m-1 is not done yet; to look at it: imagekin images show m-1 --region cn-hangzhou\n";
    assert!(told.ends_with(hint) && told.contains("imagekin images modify m-1 --family base"), "{told}");
}

#[test]
fn an_export_is_a_task() {
    let mut looks = 0;
    let fake = Fake::start(move |request, _| match request.action() {
        "ExportImage" => Answer::json(&json!({"TaskId": "t-1"})),
        _ => {
            looks += 1;
            let (status, process) = if looks < 3 { ("Processing", "40%") } else { ("Finished", "100%") };
            Answer::json(&json!({"TaskStatus": status, "TaskProcess": process}))
        }
    });
    let export = ["images", "export", "m-1", "--to-bucket", "out", "--prefix", "p", "--format", "qcow2"];
    let outcome = outcome(client(&fake.address, &export));
    assert_eq!(outcome.stderr, "t-1 Processing 40%\nt-1 done\n");
    assert_eq!(outcome.ok(), "t-1\n");
    let call = &fake.received()[0];
    let sent = ["ImageId", "OSSBucket", "OSSPrefix", "ImageFormat"].map(|name| call.param(name));
    assert_eq!(sent, ["m-1", "out", "p", "qcow2"]);
}

#[test]
fn a_task_that_was_cancelled_is_not_waited_for() {
    let fake = Fake::start(|request, _| match request.action() {
        "ExportImage" => Answer::json(&json!({"TaskId": "t-1"})),
        _ => Answer::json(&json!({"TaskStatus": "Deleted"})),
    });
    let told = outcome(client(&fake.address, &["images", "export", "m-1", "--to-bucket", "out"])).fails(1);
    assert_eq!(told, "imagekin: t-1 is Deleted\n");
}

/// Ctrl-C ends the waiting, not the work, and says so.
#[test]
fn ctrl_c_leaves_the_work_alone() {
    let fake = importing(&[("Creating", "30%")]);
    let mut command = client(&fake.address, &[&IMPORT[..], &["10m"]].concat());
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stderr = BufReader::new(child.stderr.take().unwrap());
    let mut told = String::new();
    stderr.read_line(&mut told).unwrap();
    assert_eq!(told, "m-1 Creating 30%\n");
    let id = child.id().to_string();
    assert!(Command::new("kill").args(["-INT", &id]).status().unwrap().success());
    assert_eq!(child.wait().unwrap().code(), Some(130));
    told.clear();
    stderr.read_to_string(&mut told).unwrap();
    assert!(told.contains("m-1 goes on; to look at it: imagekin images show m-1"), "{told}");
}
