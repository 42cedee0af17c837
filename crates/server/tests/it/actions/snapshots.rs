//! Snapshots of disks and behind images: made, found, changed, deleted, exported as fixtures.

use std::time::Duration;

use imagekin_rpc::codes;
use imagekin_server::Fixtures;
use serde_json::{Value, json};

use crate::harness::disks::{qcow2, text};
use crate::harness::words::each;
use crate::harness::{OWNER, REGION, TestApp};

/// A server with a system disk `d-one`, a data disk `d-two` and, elsewhere, `d-far`.
async fn made() -> TestApp {
    let app = TestApp::standing().await;
    let disk = |id: &str, kind: &str, size: u32| json!({"id": id, "type": kind, "size": size});
    let here = json!({"instances": [{"id": "i-one", "disks": [disk("d-one", "system", 40), disk("d-two", "data", 100)]}]});
    let there = json!({"instances": [{"id": "i-far", "disks": [disk("d-far", "system", 20)]}]});
    let accounts = json!([{"id": OWNER.account, "regions": {REGION: here, "cn-beijing": there}}]);
    app.apply(json!({"accounts": accounts})).await;
    app
}

async fn create(app: &TestApp, params: &str) -> String {
    text(&app.owner().ask("CreateSnapshot", params).await["SnapshotId"])
}

/// The snapshots that are found so.
async fn found(app: &TestApp, params: &str) -> Vec<String> {
    let answer = app.owner().ask("DescribeSnapshots", params).await;
    each(&answer["Snapshots"]["Snapshot"], "SnapshotId")
}

async fn describe(app: &TestApp, id: &str) -> Value {
    let answer = app.owner().ask("DescribeSnapshots", &format!("SnapshotIds=[\"{id}\"]")).await;
    answer["Snapshots"]["Snapshot"][0].clone()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_disk_tells_its_region() {
    let app = made().await;
    // Terraform sends no RegionId.
    let far = create(&app, "RegionId=&DiskId=d-far&SnapshotName=far").await;
    let answer = app.owner().ask("DescribeSnapshots", "RegionId=cn-beijing").await;
    assert_eq!(each(&answer["Snapshots"]["Snapshot"], "SnapshotId"), [&*far]);
    assert_eq!(found(&app, "").await, [""; 0]);
    app.owner()
        .ask("ModifySnapshotAttribute", &format!("RegionId=&SnapshotId={far}&SnapshotName=renamed"))
        .await;
    let answer = app.owner().ask("DescribeSnapshots", "RegionId=cn-beijing&SnapshotName=renamed").await;
    assert_eq!(answer["TotalCount"], 1);
    app.owner().ask("DeleteSnapshot", &format!("RegionId=&SnapshotId={far}")).await;
    let answer = app.owner().ask("DescribeSnapshots", "RegionId=cn-beijing").await;
    assert_eq!(answer["TotalCount"], 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_token_makes_one() {
    let app = made().await;
    let params = "DiskId=d-one&SnapshotName=once&ClientToken=once";
    let first = create(&app, params).await;
    assert_eq!(create(&app, params).await, first);
    app.owner().ask("DeleteSnapshot", &format!("SnapshotId={first}")).await;
    assert_eq!(create(&app, params).await, first, "the first answer is given again, and nothing made");
    assert_eq!(found(&app, "").await, [""; 0]);
}

/// Without RegionId the token does not depend on where the disk is.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_is_one_for_the_disks_of_all_regions() {
    let app = made().await;
    let first = create(&app, "RegionId=&DiskId=d-one&ClientToken=once").await;
    let again = app.owner().say("CreateSnapshot", "RegionId=&DiskId=d-far&ClientToken=once").await;
    again.assert_refused(&codes::CLIENT_TOKEN_REUSED_SNAPSHOT);
    assert_eq!(create(&app, "RegionId=&DiskId=d-one&ClientToken=once").await, first);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn filters_find_them() {
    let app = made().await;
    let one =
        create(&app, "DiskId=d-one&SnapshotName=one&ResourceGroupId=rg-1&Tag.1.Key=env&Tag.1.Value=prod")
            .await;
    app.advance(Duration::from_secs(60));
    let two =
        create(&app, "DiskId=d-two&SnapshotName=two&Category=Standard&Tag.1.Key=env&Tag.1.Value=test").await;
    let image = app.owner().ask("CreateImage", &format!("SnapshotId={one}")).await;
    let (all, first, second, none) =
        (vec![two.clone(), one.clone()], vec![one.clone()], vec![two.clone()], vec![]);
    let both = format!("SnapshotIds=['{one}', '{two}']");
    for (params, expected) in [
        ("", &all),
        (&both, &all),
        ("SnapshotIds=[\"s-none\"]", &none),
        ("SnapshotIds=[]", &none),
        ("SnapshotIds=", &all),
        ("Category=STANDARD", &all),
        ("Category=flash", &none),
        ("Filter.1.Key=&Filter.1.Value=&Tag.1.Key=", &all),
        ("SnapshotName=one", &first),
        ("SnapshotName=o*", &first),
        ("SnapshotName=on", &none),
        ("DiskId=d-two", &second),
        ("InstanceId=i-one", &all),
        ("InstanceId=i-none", &none),
        ("SourceDiskType=system", &first),
        ("SourceDiskType=Data", &second),
        ("Status=accomplished", &all),
        ("Status=progressing", &none),
        ("Status=all", &all),
        ("SnapshotType=user", &all),
        ("SnapshotType=auto", &none),
        ("Usage=image", &first),
        ("Usage=none", &second),
        ("Usage=disk", &none),
        ("Encrypted=true", &none),
        ("KMSKeyId=key", &none),
        ("ResourceGroupId=rg-1", &first),
        ("Tag.1.Key=env", &all),
        ("Tag.1.Key=env&Tag.1.Value=test", &second),
        ("Tag.1.Key=env&Tag.2.Key=none", &none),
        ("Filter.1.Key=CreationStartTime&Filter.1.Value=2026-01-02T03:05Z", &second),
        ("Filter.1.Key=CreationEndTime&Filter.1.Value=2026-01-02T03:05Z", &first),
    ] {
        assert_eq!(found(&app, params).await, *expected, "{params}");
    }
    app.owner().ask("DeleteImage", &format!("ImageId={}", text(&image["ImageId"]))).await;
    assert_eq!(found(&app, "Usage=none").await, all, "the image is gone, its snapshot stays");
}

/// By page and by token, each snapshot comes once, the newest first.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_and_tokens_lead_through_all() {
    let app = made().await;
    let mut all = Vec::new();
    for _ in 0..5 {
        app.advance(Duration::from_secs(1));
        all.insert(0, create(&app, "DiskId=d-one").await);
    }
    assert_eq!(app.owner().ask("DescribeSnapshots", "").await["NextToken"], "", "all are there");
    for (page, expected) in [(1, &all[..2]), (2, &all[2..4]), (3, &all[4..]), (4, &[])] {
        let answer = app.owner().ask("DescribeSnapshots", &format!("PageSize=2&PageNumber={page}")).await;
        assert_eq!(each(&answer["Snapshots"]["Snapshot"], "SnapshotId"), *expected);
        let told = ["TotalCount", "PageNumber", "PageSize", "NextToken"].map(|field| answer[field].clone());
        assert_eq!(told, [json!(5), json!(page), json!(2), json!("")]);
    }
    let (mut seen, mut token) = (Vec::new(), String::new());
    loop {
        let answer = app.owner().ask("DescribeSnapshots", &format!("MaxResults=2&NextToken={token}")).await;
        seen.extend(each(&answer["Snapshots"]["Snapshot"], "SnapshotId"));
        token = text(&answer["NextToken"]);
        if token.is_empty() {
            break;
        }
    }
    assert_eq!(seen, all);
}

/// Who says nothing of pages goes on by the token, too: else he would take the first page for all.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_leads_on_though_nobody_asked_for_pages() {
    let app = made().await;
    let mut all = Vec::new();
    for _ in 0..23 {
        app.advance(Duration::from_secs(1));
        all.insert(0, create(&app, "DiskId=d-one").await);
    }
    let (mut pages, mut token) = (Vec::new(), String::new());
    loop {
        let answer = app.owner().ask("DescribeSnapshots", &format!("NextToken={token}")).await;
        pages.push(each(&answer["Snapshots"]["Snapshot"], "SnapshotId"));
        token = text(&answer["NextToken"]);
        if token.is_empty() {
            break;
        }
    }
    assert_eq!(pages, [&all[..10], &all[10..20], &all[20..]]);
    // Whoever asks for a page by its number, or says how long it is, counts on.
    for paged in ["PageNumber=1", "PageSize=10", "PageNumber=2&PageSize=5"] {
        assert_eq!(app.owner().ask("DescribeSnapshots", paged).await["NextToken"], "", "{paged}");
    }
}

/// Who deletes what he has been told of, as a clean-up does, is told of all the rest.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_goes_on_where_the_answer_ended() {
    let app = made().await;
    let mut all = Vec::new();
    for n in 0..9 {
        // Three of each instant, so that pages of two end in the midst of them.
        app.advance(Duration::from_secs(u64::from(n % 3 == 0)));
        all.push(create(&app, "DiskId=d-one").await);
    }
    let (mut seen, mut token) = (Vec::new(), String::new());
    loop {
        let answer = app.owner().ask("DescribeSnapshots", &format!("MaxResults=2&NextToken={token}")).await;
        let told = each(&answer["Snapshots"]["Snapshot"], "SnapshotId");
        assert_eq!(answer["TotalCount"], all.len() - seen.len());
        for id in &told {
            app.owner().ask("DeleteSnapshot", &format!("SnapshotId={id}")).await;
        }
        seen.extend(told);
        token = text(&answer["NextToken"]);
        if token.is_empty() {
            break;
        }
    }
    seen.sort();
    all.sort();
    assert_eq!(seen, all);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_said_of_it_changes() {
    let app = made().await;
    let id = create(&app, "DiskId=d-two&SnapshotName=one&Description=before&RetentionDays=7").await;
    for (change, field, expected) in [
        ("SnapshotName=two", "SnapshotName", json!("two")),
        ("Description=after", "Description", json!("after")),
        ("RetentionDays=65536", "RetentionDays", json!(65_536)),
        ("SnapshotName=", "SnapshotName", json!("two")),
        // Terraform takes a description away so.
        ("Description=", "Description", json!("")),
    ] {
        app.owner().ask("ModifySnapshotAttribute", &format!("SnapshotId={id}&{change}")).await;
        assert_eq!(describe(&app, &id).await[field], expected, "{change}");
    }
    app.owner()
        .ask("JoinResourceGroup", &format!("ResourceType=snapshot&ResourceId={id}&ResourceGroupId=rg-2"))
        .await;
    let told = [
        "SnapshotName",
        "RetentionDays",
        "ResourceGroupId",
        "SourceDiskId",
        "SourceDiskSize",
        "SourceDiskType",
    ];
    let snapshot = describe(&app, &id).await;
    let expected = [json!("two"), json!(65_536), json!("rg-2"), json!("d-two"), json!("100"), json!("data")];
    assert_eq!(told.map(|field| snapshot[field].clone()), expected);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_image_of_an_instance_has_its_disks() {
    let app = made().await;
    let image =
        app.owner().ask("CreateImage", "InstanceId=i-one&ImageName=of-instance&ImageFamily=daily").await;
    let image = text(&image["ImageId"]);
    app.assert_head("daily", Some(&image)).await;
    let answer = app.owner().ask("DescribeImages", &format!("ImageId={image}")).await;
    let disks = &answer["Images"]["Image"][0]["DiskDeviceMappings"]["DiskDeviceMapping"];
    assert_eq!(
        [each(disks, "Type"), each(disks, "Size"), each(disks, "Device")].concat(),
        ["system", "data", "40", "100", "/dev/xvda", "/dev/xvdb"]
    );
    let snapshots = each(disks, "SnapshotId");
    assert_eq!(describe(&app, &snapshots[0]).await["SourceDiskId"], "d-one");
    assert_eq!(describe(&app, &snapshots[1]).await["SourceDiskId"], "d-two");
    let delete = format!("SnapshotId={}", snapshots[0]);
    app.owner().say("DeleteSnapshot", &delete).await.assert_refused(&codes::SNAPSHOT_CREATED_IMAGE);
    app.owner().ask("DeleteImage", &format!("ImageId={image}")).await;
    app.owner().ask("DeleteSnapshot", &delete).await;
}

/// What is not said of it is as in the image of the instance, also when that is deleted.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_image_of_an_instance_has_its_system() {
    let app = made().await;
    let owner = app.owner();
    app.place("disk.qcow2", qcow2(20, "v1")).await;
    let base = owner
        .ask(
            "ImportImage",
            "DiskDeviceMapping.1.OSSBucket=golden-images&DiskDeviceMapping.1.OSSObject=disk.qcow2&\
             Architecture=arm64&Platform=CentOS&BootMode=UEFI&Features.ImdsSupport=v2&Features.NvmeSupport=supported",
        )
        .await;
    let base = text(&base["ImageId"]);
    app.settle().await;
    owner.ask("RegisterImageUsage", &format!("ImageId={base}&InstanceId=i-one")).await;
    let system = async |more: &str| {
        let made = owner.ask("CreateImage", &format!("InstanceId=i-one{more}")).await;
        let told = owner.ask("DescribeImages", &format!("ImageId={}", text(&made["ImageId"]))).await;
        let fields = ["Architecture", "Platform", "OSType", "OSNameEn", "BootMode", "Features"];
        fields.map(|field| told["Images"]["Image"][0][field].clone())
    };
    let of = |texts: [&str; 5], imds: &str| {
        let [architecture, platform, kind, name, boot_mode] = texts.map(|text| json!(text));
        let features = json!({"ImdsSupport": imds, "NvmeSupport": "supported"});
        [architecture, platform, kind, name, boot_mode, features]
    };
    let same = of(["arm64", "CentOS", "linux", "CentOS 64 bit", "UEFI"], "v2");
    assert_eq!(system("").await, same);
    owner.ask("DeleteImage", &format!("ImageId={base}&Force=true")).await;
    assert_eq!(system("").await, same);
    let other = system("&Architecture=x86_64&Platform=Ubuntu&Features.ImdsSupport=v1").await;
    assert_eq!(other, of(["x86_64", "Ubuntu", "linux", "Ubuntu 64 bit", "BIOS"], "v1"));
    let refused = owner.say("CreateImage", "InstanceId=i-one&BootMode=BIOS").await;
    refused.assert_refused(&codes::BOOT_MODE_UNSUPPORTED);
}

/// A fixture of it would make one that is complete, without the bytes that an import or a copy is still to bring.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fixtures_are_of_snapshots_that_are_made() {
    let delays = |config: &mut imagekin_server::Config| config.delays.copy_image_ms = vec![60_000];
    let app = TestApp::setup().with_config(delays).standing().await;
    let instance = json!({"id": "i-1", "disks": [{"id": "d-1", "size": 20}]});
    let regions = json!({REGION: {"instances": [instance]}});
    app.apply(json!({"accounts": [{"id": OWNER.account, "regions": regions}]})).await;
    app.place("disk.qcow2", qcow2(20, "v1")).await;
    let owner = app.owner();
    let image = text(&owner.ask("CreateImage", "InstanceId=i-1").await["ImageId"]);
    owner.ask("CopyImage", &format!("ImageId={image}&DestinationRegionId=cn-beijing")).await;
    let import = "DiskDeviceMapping.1.OSSBucket=golden-images&DiskDeviceMapping.1.OSSObject=disk.qcow2";
    owner.ask("ImportImage", import).await;
    let exported = async || {
        let regions = ["cn-beijing", REGION].map(|region| app.catalogue_of(OWNER, region).region);
        let exported = Fixtures::export(app.app.store(), regions.to_vec()).await.expect("the store works");
        let regions = exported.accounts.into_iter().flat_map(|account| account.regions);
        regions.map(|(region, of)| (region, of.snapshots.len())).collect::<Vec<_>>()
    };
    let all = owner.ask("DescribeSnapshots", "").await;
    assert_eq!(all["TotalCount"], 2, "that of the import, too");
    assert_eq!(exported().await, [(REGION.to_owned(), 1)]);
    app.advance(Duration::from_secs(61));
    app.settle().await;
    // The import has its bytes, the copy was made of none.
    assert_eq!(exported().await, [("cn-beijing".to_owned(), 1), (REGION.to_owned(), 1)]);
}
