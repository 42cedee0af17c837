//! ModifyImageAttribute: changes what it is told and nothing else; moves between families, deprecates and restores.

use serde_json::{Value, json};

use crate::harness::disks::{describe, text};
use crate::harness::{REGION, TestApp};

/// An image of the family `daily`, named and described.
async fn golden(app: &TestApp) -> String {
    let snapshot = app.system_snapshot().await;
    let params = [
        ("RegionId", REGION),
        ("SnapshotId", &*snapshot),
        ("ImageName", "golden"),
        ("ImageFamily", "daily"),
        ("Description", "the first one"),
        ("Tag.1.Key", "env"),
    ];
    text(&app.owner().ok("CreateImage", &params).await["ImageId"])
}

async fn modify(app: &TestApp, id: &str, params: &[(&str, &str)]) {
    let params = [&[("RegionId", REGION), ("ImageId", id)], params].concat();
    let answer = app.owner().ok("ModifyImageAttribute", &params).await;
    assert_eq!(answer.as_object().map(serde_json::Map::len), Some(1), "RequestId and nothing else");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_attribute_changes_by_itself() {
    let app = TestApp::start().await;
    let id = golden(&app).await;
    let mut expected = describe(&app.owner(), REGION, &id).await;
    for (params, changed) in [
        (&[("ImageName", "silver")][..], &[("ImageName", json!("silver"))][..]),
        (&[("Description", "another one")], &[("Description", json!("another one"))]),
        (&[("ImageFamily", "weekly.v2")], &[("ImageFamily", json!("weekly.v2"))]),
        (&[("BootMode", "UEFI-Preferred")], &[("BootMode", json!("UEFI-Preferred"))]),
        (&[("LicenseType", "BYOL")], &[("LicenseType", json!("BYOL"))]),
        (&[("Features.ImdsSupport", "v2")], &[("Features", json!({"ImdsSupport": "v2"}))]),
        (
            &[("Features.NvmeSupport", "supported")],
            &[("Features", json!({"ImdsSupport": "v2", "NvmeSupport": "supported"}))],
        ),
        (
            &[("Features", "{\"NvmeSupport\":\"unsupported\"}")],
            &[("Features", json!({"ImdsSupport": "v2", "NvmeSupport": "unsupported"}))],
        ),
        (&[("Status", "Deprecated")], &[("Status", json!("Deprecated"))]),
        (
            &[("Status", "Available"), ("ImageName", "bronze")],
            &[("Status", json!("Available")), ("ImageName", json!("bronze"))],
        ),
        // Nothing at all, what is there already, and empty values change nothing.
        (&[], &[]),
        (&[("ImageName", "bronze"), ("ImageFamily", "weekly.v2")], &[]),
        (
            &[("ImageName", ""), ("ImageFamily", ""), ("Status", ""), ("BootMode", ""), ("LicenseType", "")],
            &[],
        ),
    ] {
        modify(&app, &id, params).await;
        for (field, value) in changed {
            expected[*field] = value.clone();
        }
        assert_eq!(describe(&app.owner(), REGION, &id).await, expected, "{params:?}");
    }
}

/// Terraform removes a description by an empty one, then waits until it is gone.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_empty_description_clears_it_and_none_keeps_it() {
    let app = TestApp::start().await;
    let id = golden(&app).await;
    let description = async || describe(&app.owner(), REGION, &id).await["Description"].clone();
    modify(&app, &id, &[("ImageName", "silver")]).await;
    assert_eq!(description().await, "the first one");
    modify(&app, &id, &[("Description", "")]).await;
    assert_eq!(description().await, "");
    modify(&app, &id, &[("Description", "again")]).await;
    for way in crate::harness::actor::WAYS {
        let params = [("RegionId", REGION), ("ImageId", &*id), ("Description", "")];
        app.owner().by(way).ok("ModifyImageAttribute", &params).await;
        assert_eq!(description().await, "");
        modify(&app, &id, &[("Description", "again")]).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_move_takes_the_head_along() {
    let app = TestApp::start().await;
    let old = golden(&app).await;
    let snapshot = text(
        &describe(&app.owner(), REGION, &old).await["DiskDeviceMappings"]["DiskDeviceMapping"][0]["SnapshotId"],
    );
    let params = [("RegionId", REGION), ("SnapshotId", &*snapshot), ("ImageFamily", "daily")];
    let new = text(&app.owner().ok("CreateImage", &params).await["ImageId"]);
    app.assert_head("daily", Some(&new)).await;
    modify(&app, &new, &[("ImageFamily", "weekly")]).await;
    app.assert_head("daily", Some(&old)).await;
    app.assert_head("weekly", Some(&new)).await;
    // What joins a family does so with the age it has: it is not the newest because it came last.
    modify(&app, &old, &[("ImageFamily", "weekly")]).await;
    app.assert_head("weekly", Some(&new)).await;
    app.assert_head("daily", None).await;
    modify(&app, &new, &[("ImageFamily", "daily")]).await;
    app.assert_head("weekly", Some(&old)).await;
    app.assert_head("daily", Some(&new)).await;
}

/// The rollback of the vendor's pages: deprecate the newest, and the next older one is the head; restore it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn deprecating_rolls_back_and_restoring_rolls_forward() {
    let app = TestApp::start().await;
    let first = golden(&app).await;
    let snapshot = text(
        &describe(&app.owner(), REGION, &first).await["DiskDeviceMappings"]["DiskDeviceMapping"][0]["SnapshotId"],
    );
    let mut ids = vec![first];
    for _ in 0..2 {
        app.advance(std::time::Duration::from_secs(1));
        let params = [("RegionId", REGION), ("SnapshotId", &*snapshot), ("ImageFamily", "daily")];
        ids.push(text(&app.owner().ok("CreateImage", &params).await["ImageId"]));
    }
    let [one, two, three] = ids.try_into().expect("three");
    for (id, status, head) in [
        (&three, "Deprecated", Some(&two)),
        (&one, "Deprecated", Some(&two)),
        (&two, "Deprecated", None),
        (&one, "Available", Some(&one)),
        (&three, "Available", Some(&three)),
        (&two, "Available", Some(&three)),
    ] {
        modify(&app, id, &[("Status", status)]).await;
        app.assert_head("daily", head.map(String::as_str)).await;
    }
}

/// A name is free again when its image has another one, or is deleted.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn names_are_unique_among_what_is_there() {
    let app = TestApp::start().await;
    let id = golden(&app).await;
    let snapshot = app.system_snapshot().await;
    let create = async |name: &str| {
        let params = [("RegionId", REGION), ("SnapshotId", &*snapshot), ("ImageName", name)];
        app.owner().call("CreateImage", &params).await
    };
    create("golden").await.assert_refused(&imagekin_rpc::codes::IMAGE_NAME_TAKEN);
    create("Golden").await.ok();
    modify(&app, &id, &[("ImageName", "silver")]).await;
    let again = text(&create("golden").await.ok()["ImageId"]);
    let params = [("RegionId", REGION), ("ImageId", &*id), ("ImageName", "golden")];
    app.owner()
        .call("ModifyImageAttribute", &params)
        .await
        .assert_refused(&imagekin_rpc::codes::IMAGE_NAME_TAKEN);
    app.owner().ok("DeleteImage", &[("RegionId", REGION), ("ImageId", &again)]).await;
    modify(&app, &id, &[("ImageName", "golden")]).await;
    assert_ne!(describe(&app.owner(), REGION, &id).await, Value::Null);
}
