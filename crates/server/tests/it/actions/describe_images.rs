//! DescribeImages: every filter, alone and together, and what an image looks like.

use std::time::Duration;

use serde_json::{Value, json};

use crate::harness::disks::{describe, text};
use crate::harness::{OWNER, REGION, START, STRANGER, TestApp};

/// Ids by name, of images that differ in what filters look at; made a minute apart, beginning half a second after
/// [`START`]: times are printed, and filtered by, in whole seconds.
async fn make_images(app: &TestApp) -> Vec<(&'static str, String)> {
    let snapshot = app.system_snapshot().await;
    app.advance(Duration::from_millis(500));
    let mut made = Vec::new();
    for (name, more) in [
        ("web-1", &[("ImageFamily", "web"), ("Tag.1.Key", "env"), ("Tag.1.Value", "prod")][..]),
        (
            "web-10",
            &[("ImageFamily", "web"), ("Tag.1.Key", "env"), ("Tag.1.Value", "test"), ("Tag.2.Key", "owner")],
        ),
        ("Web-1", &[("Architecture", "arm64"), ("BootMode", "UEFI")]),
        ("db_1", &[("Platform", "Windows Server 2022"), ("ResourceGroupId", "rg-1")]),
        ("dbx1", &[("Tag.1.Key", "env"), ("Tag.1.Value", "")]),
        ("镜像-1", &[("ImageFamily", "镜像族系"), ("Tag.1.Key", "键"), ("Tag.1.Value", "值 *")]),
    ] {
        let params =
            [&[("RegionId", REGION), ("SnapshotId", &*snapshot), ("ImageName", name)], more].concat();
        made.push((name, text(&app.owner().ok("CreateImage", &params).await["ImageId"])));
        app.advance(Duration::from_secs(60));
    }
    for (name, status) in [("dbx1", "Deprecated"), ("镜像-1", "Deprecated")] {
        let id = &made.iter().find(|(given, _)| *given == name).expect("made").1;
        let params = [("RegionId", REGION), ("ImageId", id), ("Status", status)];
        app.owner().ok("ModifyImageAttribute", &params).await;
    }
    made
}

/// The names of the images that fit, newest first; that TotalCount counts them is checked each time.
async fn names(app: &TestApp, params: &[(&str, &str)]) -> Vec<String> {
    let params = [&[("RegionId", REGION), ("PageSize", "100")], params].concat();
    let answer = app.owner().ok("DescribeImages", &params).await;
    let images = answer["Images"]["Image"].as_array().expect("a list");
    assert_eq!(answer["TotalCount"], images.len(), "{params:?}");
    images.iter().map(|image| text(&image["ImageName"])).collect()
}

const ALL: (&str, &str) = ("Status", "ALL");
const EVERY: &[&str] = &["镜像-1", "dbx1", "db_1", "Web-1", "web-10", "web-1"];
const AVAILABLE: &[&str] = &["db_1", "Web-1", "web-10", "web-1"];
const NONE: &[&str] = &[];

type Row = (&'static [(&'static str, &'static str)], &'static [&'static str]);

/// By status, owner and name.
const PLAIN: &[Row] = &[
    (&[], AVAILABLE),
    (&[ALL], EVERY),
    (&[("Status", "Available")], AVAILABLE),
    (&[("Status", "Deprecated")], &["镜像-1", "dbx1"]),
    (&[("Status", "Deprecated,Available")], EVERY),
    (&[("Status", "Available, Deprecated,Available")], EVERY),
    (&[("Status", "Creating,Waiting,UnAvailable,CreateFailed")], NONE),
    (&[("Usable", "true"), ALL], EVERY),
    (&[("Usable", "true"), ("Status", "Deprecated")], &["镜像-1", "dbx1"]),
    (&[("Usable", "false"), ALL], NONE),
    (&[("Usable", "False"), ("Status", "Available")], NONE),
    (&[("Usage", "none")], AVAILABLE),
    (&[("Usage", "instance")], NONE),
    (&[("ImageOwnerAlias", "self")], AVAILABLE),
    (&[("ImageOwnerAlias", "system")], NONE),
    (&[("ImageOwnerAlias", "others")], NONE),
    (&[("ImageOwnerAlias", "others"), ("IsPublic", "true")], NONE),
    (&[("ImageOwnerAlias", "marketplace")], NONE),
    (&[("IsPublic", "false")], AVAILABLE),
    (&[("ImageOwnerId", OWNER.account)], AVAILABLE),
    (&[("ImageOwnerId", STRANGER.account)], NONE),
    (&[("ImageOwnerId", "0")], NONE),
    (&[("ImageName", "web-1")], &["web-1"]),
    (&[("ImageName", "Web-1")], &["Web-1"]),
    (&[("ImageName", "web")], NONE),
    (&[("ImageName", "web-")], NONE),
    (&[("ImageName", "web-*")], &["web-10", "web-1"]),
    (&[("ImageName", "web*")], &["web-10", "web-1"]),
    (&[("ImageName", "*-1")], &["Web-1", "web-1"]),
    (&[("ImageName", "*-1"), ALL], &["镜像-1", "Web-1", "web-1"]),
    (&[("ImageName", "w*b*1")], &["web-1"]),
    (&[("ImageName", "web-1*0")], &["web-10"]),
    (&[("ImageName", "*")], AVAILABLE),
    (&[("ImageName", "**"), ALL], EVERY),
    (&[("ImageName", "*e*-*1*")], &["Web-1", "web-10", "web-1"]),
    (&[("ImageName", "db_*"), ALL], &["db_1"]),
    (&[("ImageName", "db%"), ALL], NONE),
    (&[("ImageName", "db_1"), ALL], &["db_1"]),
    (&[("ImageName", "db?1"), ALL], NONE),
    (&[("ImageName", "镜*"), ALL], &["镜像-1"]),
    (&[("ImageName", "镜像-1"), ALL], &["镜像-1"]),
    (&[("ImageName", "\\*"), ALL], NONE),
    (&[("ImageName", "'; DROP TABLE images; --*"), ALL], NONE),
];

/// By what the image is like.
const LIKE: &[Row] = &[
    (&[("ImageFamily", "web")], &["web-10", "web-1"]),
    (&[("ImageFamily", "we*")], NONE),
    (&[("ImageFamily", "镜像族系"), ALL], &["镜像-1"]),
    (&[("ImageFamily", "none")], NONE),
    (&[("Architecture", "arm64")], &["Web-1"]),
    (&[("Architecture", "x86_64")], &["db_1", "web-10", "web-1"]),
    (&[("Architecture", "i386")], NONE),
    (&[("OSType", "windows")], &["db_1"]),
    (&[("OSType", "linux")], &["Web-1", "web-10", "web-1"]),
    (&[("IsSupportIoOptimized", "true")], AVAILABLE),
    (&[("IsSupportIoOptimized", "false")], NONE),
    (&[("IsSupportCloudinit", "true")], AVAILABLE),
    (&[("IsSupportCloudinit", "false")], NONE),
    (&[("ResourceGroupId", "rg-1")], &["db_1"]),
    (&[("ResourceGroupId", "rg-2")], NONE),
    (&[("SnapshotId", "s-none")], NONE),
    (&[("Tag.1.Key", "env"), ALL], &["dbx1", "web-10", "web-1"]),
    (&[("Tag.1.key", "env"), ("Tag.1.value", "prod")], &["web-1"]),
    (&[("Tag.1.Key", "env"), ("Tag.1.Value", "prod")], &["web-1"]),
    (&[("Tag.1.Key", "env"), ("Tag.1.Value", "")], &["web-10", "web-1"]),
    (&[("Tag.1.Key", "env"), ("Tag.2.Key", "owner")], &["web-10"]),
    (&[("Tag.7.Key", "env"), ("Tag.3.Key", "owner")], &["web-10"]),
    (&[("Tag.1.Key", "env"), ("Tag.1.Value", "prod"), ("Tag.2.Key", "owner")], NONE),
    (&[("Tag.1.Key", "env"), ("Tag.1.Value", "prod"), ("Tag.2.Key", "env"), ("Tag.2.Value", "test")], NONE),
    (&[("Tag.1.Key", "ENV")], NONE),
    (&[("Tag.1.Key", "键"), ("Tag.1.Value", "值 *"), ALL], &["镜像-1"]),
    (
        &[("Filter.1.Key", "CreationStartTime"), ("Filter.1.Value", "2026-01-02T03:06:00Z")],
        &["db_1", "Web-1"],
    ),
    (
        &[("Filter.1.Key", "CreationStartTime"), ("Filter.1.Value", "2026-01-02T03:06:05Z")],
        &["db_1", "Web-1"],
    ),
    (&[("Filter.1.Key", "CreationStartTime"), ("Filter.1.Value", "2026-01-02T03:06:06Z")], &["db_1"]),
    (&[("Filter.1.Key", "CreationStartTime"), ("Filter.1.Value", "2026-01-02T03:07Z")], &["db_1"]),
    (
        &[("Filter.1.Key", "CreationEndTime"), ("Filter.1.Value", "2026-01-02T03:05:05Z")],
        &["web-10", "web-1"],
    ),
    (&[("Filter.1.Key", "CreationEndTime"), ("Filter.1.Value", "2026-01-02T03:05:04Z")], &["web-1"]),
    (&[("Filter.1.Key", "CreationEndTime"), ("Filter.1.Value", "2026-01-02T03:05Z")], &["web-1"]),
    (
        &[
            ("Filter.1.Key", "CreationEndTime"),
            ("Filter.1.Value", "2026-01-02T03:06:30Z"),
            ("Filter.2.Key", "CreationStartTime"),
            ("Filter.2.Value", "2026-01-02T03:05Z"),
        ],
        &["Web-1", "web-10"],
    ),
    // What has no value is not there.
    (&[("Filter.1.Key", ""), ("Filter.1.Value", ""), ("Tag.1.Key", ""), ("Tag.1.Value", "")], AVAILABLE),
    (&[("Filter.1.Key", "NetworkType"), ("Filter.1.Value", "vpc")], AVAILABLE),
    (&[("Filter.1.Key", "NetworkType"), ("Filter.1.Value", "classic")], AVAILABLE),
    (&[("Filter.1.Key", "CpuOnlineUpgrade"), ("Filter.1.Value", "supported")], NONE),
    (&[("Filter.1.Key", "MemoryOnlineDowngrade"), ("Filter.1.Value", "unsupported")], AVAILABLE),
    (
        &[("ImageFamily", "web"), ("Architecture", "x86_64"), ("Tag.1.Key", "owner"), ("ImageName", "*0")],
        &["web-10"],
    ),
    (&[("ImageFamily", "web"), ("Architecture", "arm64")], NONE),
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_filter_lets_through_what_fits() {
    let app = TestApp::start().await;
    make_images(&app).await;
    for (params, expected) in PLAIN.iter().chain(LIKE) {
        assert_eq!(names(&app, params).await, *expected, "{params:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ids_are_read_as_clients_write_them() {
    let app = TestApp::start().await;
    let made = make_images(&app).await;
    let [one, ten, ..] = made.iter().map(|(_, id)| id.as_str()).collect::<Vec<_>>()[..] else {
        panic!("made")
    };
    for list in [
        format!("{one},{ten}"),
        format!("{ten},{one}"),
        format!("{one}, {ten},m-none,,"),
        format!("[\"{one}\", \"{ten}\"]"),
        format!("['{one}','{ten}']"),
        format!("{one},{one},{ten}"),
    ] {
        assert_eq!(names(&app, &[("ImageId", &list)]).await, ["web-10", "web-1"], "{list}");
    }
    // A list of none is not a call without a list.
    for list in ["m-none", "[]", "[\"\"]", "['']", ",", " "] {
        assert_eq!(names(&app, &[("ImageId", list)]).await, NONE, "{list}");
    }
    assert_eq!(names(&app, &[("ImageId", "")]).await, AVAILABLE);
    assert_eq!(names(&app, &[("ImageId", one), ("ImageName", "web-10")]).await, NONE);
    let hundred = vec!["m-none"; 99].join(",");
    assert_eq!(names(&app, &[("ImageId", &format!("{hundred},{one}"))]).await, ["web-1"]);
    let more = [("RegionId", REGION), ("ImageId", &format!("{hundred},{one},{ten}"))];
    app.owner()
        .call("DescribeImages", &more)
        .await
        .assert_refused_with(&imagekin_rpc::codes::INVALID_PARAMETER, "ImageId");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_images_of_a_snapshot_are_found() {
    let app = TestApp::start().await;
    let imported = app.import("imported").await;
    let snapshot = text(
        &describe(&app.owner(), REGION, &imported).await["DiskDeviceMappings"]["DiskDeviceMapping"][0]["SnapshotId"],
    );
    app.advance(Duration::from_secs(1));
    let params = [("RegionId", REGION), ("SnapshotId", &*snapshot), ("ImageName", "made-of-it")];
    app.owner().ok("CreateImage", &params).await;
    app.import("other").await;
    assert_eq!(names(&app, &[("SnapshotId", &snapshot)]).await, ["made-of-it", "imported"]);
}

/// However long a filter is, it finds nothing, or it is refused: it never breaks the server.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn filters_may_be_as_long_as_they_like() {
    let app = TestApp::start().await;
    make_images(&app).await;
    let owner = app.owner().by(crate::harness::actor::WAYS[2]);
    let statuses = vec!["Available"; 50_000].join(",");
    let stars = "*".repeat(60_000);
    let pattern = format!("*{}", "a*".repeat(30_000));
    let text = "x".repeat(200_000);
    for (params, count) in [
        (("Status", statuses.as_str()), "4"),
        (("ImageName", &stars), "4"),
        (("ImageName", &pattern), "0"),
        (("ImageName", &text), "0"),
        (("ImageFamily", &text), "0"),
        (("ResourceGroupId", &text), "0"),
        (("SnapshotId", &text), "0"),
        (("Tag.1.Key", &text), "0"),
        (("ImageId", &text), "0"),
    ] {
        let answer = owner.ok("DescribeImages", &[("RegionId", REGION), params]).await;
        assert_eq!(answer["TotalCount"], count, "{}", params.0);
    }
}

/// Every field of an image that was only just made, of nothing but a snapshot.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_image_has_every_field_that_clients_read() {
    let app = TestApp::start().await;
    let snapshot = app.system_snapshot().await;
    let made = app.owner().ok("CreateImage", &[("RegionId", REGION), ("SnapshotId", &snapshot)]).await;
    let answer = app.owner().ok("DescribeImages", &[("RegionId", REGION)]).await;
    let image = &answer["Images"]["Image"][0];
    let id = made["ImageId"].as_str().expect("an id");
    let expected: Value = json!({
        "ImageOwnerAlias": "self", "ImageOwnerId": 1_234_567_890_123_456_u64, "Status": "Available", "Progress": "100%",
        "Usage": "none", "Usable": true, "Description": "", "IsPublic": false, "IsSelfShared": "",
        "Architecture": "x86_64", "BootMode": "BIOS", "Platform": "Others Linux", "ProductCode": "", "Size": 20,
        "IsSubscribed": false, "IsCopied": false, "ImageFamily": "", "OSName": "Others Linux 64位",
        "OSNameEn": "Others Linux 64 bit", "IsSupportIoOptimized": true, "IsSupportCloudinit": true, "ImageName": id,
        "DiskDeviceMappings": {"DiskDeviceMapping": [{
            "SnapshotId": snapshot, "Type": "system", "Format": "", "Size": "20", "Device": "/dev/xvda",
            "ImportOSSBucket": "", "ImportOSSObject": "", "Encrypted": false, "Progress": "100%", "RemainTime": 0,
        }]},
        "ImageVersion": "", "OSType": "linux", "ImageId": id, "CreationTime": "2026-01-02T03:04:05Z",
        "ResourceGroupId": "", "Features": {"ImdsSupport": "v1"}, "Tags": {"Tag": []},
    });
    assert_eq!(*image, expected);
    assert_eq!((&answer["RegionId"], START), (&json!(REGION), 1_767_323_045));
}
