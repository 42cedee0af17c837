//! CopyImage: the bytes arrive as they left, or there is no image and nothing in the bucket.

use imagekin_rpc::codes;
use serde_json::json;

use super::*;
use crate::harness::OWNER;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_has_the_bytes_of_its_source() {
    let app = TestApp::standing().await;
    let owner = app.owner();
    let id = app.import("golden").await;
    let source = snapshot_of(&owner, REGION, &id).await;
    for region in [FAR, REGION] {
        let copied = image_of(&copy(&owner, &id, region).await);
        assert_eq!(describe(&owner, region, &copied).await["Status"], "Creating");
        app.settle().await;
        let image = describe(&owner, region, &copied).await;
        assert_eq!((&image["Status"], &image["IsCopied"]), (&json!("Available"), &json!(true)));
        let snapshot = snapshot_of(&owner, region, &copied).await;
        assert_ne!(snapshot, source);
        let read = |region, snapshot| std::fs::read(file_of(&app, region, snapshot)).expect("its bytes");
        assert_eq!(read(region, &snapshot), read(REGION, &source));
        assert_bytes(&app).await;
    }
}

/// The copy is its own: source and snapshot go, it stays.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_outlives_its_source() {
    let app = TestApp::standing().await;
    let owner = app.owner();
    let id = app.import("golden").await;
    let source = snapshot_of(&owner, REGION, &id).await;
    let copied = image_of(&copy(&owner, &id, FAR).await);
    app.settle().await;
    owner.ok("DeleteImage", &[("RegionId", REGION), ("ImageId", &id)]).await;
    owner.ok("DeleteSnapshot", &[("SnapshotId", &source)]).await;
    assert_eq!(describe(&owner, FAR, &copied).await["Status"], "Available");
    assert_bytes(&app).await;
    assert!(!file_of(&app, REGION, &source).exists());
}

/// Deletes an image of the owner and its snapshot; gives the file of the bytes.
async fn delete_with_its_snapshot(app: &TestApp, id: &str) -> PathBuf {
    let owner = app.owner();
    let snapshot = snapshot_of(&owner, REGION, id).await;
    let file = file_of(app, REGION, &snapshot);
    owner.ok("DeleteImage", &[("RegionId", REGION), ("ImageId", id)]).await;
    owner.ok("DeleteSnapshot", &[("SnapshotId", &snapshot)]).await;
    file
}

/// Whoever deletes the source of a copy that is not ended does not take its bytes away before they are copied, and then does.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_under_way_keeps_the_bytes_of_its_source() {
    let app = TestApp::standing().await;
    let owner = app.owner();
    for region in [FAR, REGION] {
        let id = app.import("golden").await;
        let copied = image_of(&copy(&owner, &id, region).await);
        // A job is at work on the copy, and the bytes are to be taken away again and again.
        assert_eq!(claim_and_leave(&app).await.len(), 1);
        let file = delete_with_its_snapshot(&app, &id).await;
        app.settle().await;
        assert!(file.exists(), "{region}: they are still to be copied");
        app.advance(AFTER_THE_LEASE);
        app.settle().await;
        assert_eq!(describe(&owner, region, &copied).await["Status"], "Available", "{region}");
        assert!(!file.exists(), "{region}: nobody needs them any more");
        assert_bytes(&app).await;
    }
}

/// Also where it is another account that copies.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_of_another_account_keeps_the_bytes_of_its_source() {
    let app = TestApp::standing().await;
    let (owner, stranger) = (app.owner(), app.stranger());
    let id = app.import("golden").await;
    let share = |name| [("RegionId", REGION), ("ImageId", id.as_str()), (name, STRANGER.account)];
    owner.ok("ModifyImageSharePermission", &share("AddAccount.1")).await;
    let copied = image_of(&copy(&stranger, &id, REGION).await);
    assert_eq!(claim_and_leave(&app).await.len(), 1);
    owner.ok("ModifyImageSharePermission", &share("RemoveAccount.1")).await;
    let file = delete_with_its_snapshot(&app, &id).await;
    app.settle().await;
    assert!(file.exists());
    app.advance(AFTER_THE_LEASE);
    app.settle().await;
    assert_eq!(describe(&stranger, REGION, &copied).await["Status"], "Available");
    assert!(!file.exists());
    assert_bytes(&app).await;
}

/// A copy that is given up needs the bytes of its source no longer.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cancelled_copy_lets_go_of_the_bytes_of_its_source() {
    let app = TestApp::standing().await;
    let owner = app.owner();
    let id = app.import("golden").await;
    let copied = image_of(&copy(&owner, &id, FAR).await);
    assert_eq!(claim_and_leave(&app).await.len(), 1);
    let file = delete_with_its_snapshot(&app, &id).await;
    app.settle().await;
    assert!(file.exists());
    owner.ok("CancelCopyImage", &[("RegionId", FAR), ("ImageId", &copied)]).await;
    app.settle().await;
    assert!(!file.exists());
    assert_bytes(&app).await;
}

/// What is acknowledged as copied is copied, however its deletion races with that.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn copying_and_deleting_race() {
    let app = TestApp::start().await;
    let owner = app.owner();
    for _ in 0..12 {
        let id = app.import("golden").await;
        let (copied, _) = tokio::join!(copy(&owner, &id, FAR), delete_with_its_snapshot(&app, &id));
        if copied.response.status == 200 {
            assert_eq!(until_made(&owner, FAR, &image_of(&copied)).await["Status"], "Available");
        } else {
            copied.assert_refused(&codes::IMAGE_NOT_FOUND);
        }
    }
    app.advance(AFTER_THE_LEASE);
    assert_bytes(&app).await;
}

/// The source changed, was cut, or went: the copy fails with the reason, its owner can delete it, and nothing is left.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn bytes_that_turned_bad_are_not_copied() {
    let app = TestApp::standing().await;
    let owner = app.owner();
    for (case, told) in
        [("changed", "SHA-256"), ("cut", "bytes with SHA-256"), ("gone", "not there any more")]
    {
        let id = app.import(case).await;
        let source = snapshot_of(&owner, REGION, &id).await;
        let file = file_of(&app, REGION, &source);
        let sound = std::fs::read(&file).expect("its bytes");
        match case {
            "changed" => {
                let mut changed = sound.clone();
                *changed.last_mut().expect("a byte") ^= 1;
                std::fs::write(&file, changed).expect("written");
            }
            "cut" => std::fs::write(&file, &sound[..sound.len() / 2]).expect("written"),
            _ => std::fs::remove_file(&file).expect("removed"),
        }
        let copied = image_of(&copy(&owner, &id, FAR).await);
        app.settle().await;
        std::fs::write(&file, &sound).expect("written");
        let image = describe(&owner, FAR, &copied).await;
        assert_eq!(image["Status"], "CreateFailed", "{case}");
        let task = task_of(&owner, FAR, &copied).await;
        assert_eq!(task["TaskStatus"], "Failed", "{case}");
        assert!(reason(&task).contains(told), "{case}: {}", reason(&task));
        assert_bytes(&app).await;
        let snapshots = owner.ok("DescribeSnapshots", &[("RegionId", FAR)]).await;
        assert_eq!(snapshots["TotalCount"], 0, "{case}");
        let params = [("RegionId", FAR), ("ImageId", &*copied)];
        owner.call("CancelCopyImage", &params).await.assert_refused(&codes::COPY_FAILED);
        owner.ok("DeleteImage", &params).await;
        // The source was sound all along but for that moment: copied again, it arrives.
        let again = image_of(&copy(&owner, &id, FAR).await);
        app.settle().await;
        assert_eq!(describe(&owner, FAR, &again).await["Status"], "Available", "{case}");
        assert_bytes(&app).await;
        let snapshot = snapshot_of(&owner, FAR, &again).await;
        owner.ok("DeleteImage", &[("RegionId", FAR), ("ImageId", &again)]).await;
        owner.ok("DeleteSnapshot", &[("SnapshotId", &snapshot)]).await;
    }
}

/// An image of another account is copied where it is shared, within its region; the copy is the copier's own.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_shared_image_is_copied_by_whom_it_is_shared_with() {
    let app = TestApp::standing().await;
    let (owner, stranger) = (app.owner(), app.stranger());
    let id = app.import("golden").await;
    copy(&stranger, &id, REGION).await.assert_refused(&codes::IMAGE_NOT_FOUND);
    let share = |name| [("RegionId", REGION), ("ImageId", id.as_str()), (name, STRANGER.account)];
    owner.ok("ModifyImageSharePermission", &share("AddAccount.1")).await;
    copy(&stranger, &id, FAR).await.assert_refused(&codes::COPY_IN_SAME_REGION_ONLY);
    let copied = image_of(&copy(&stranger, &id, REGION).await);
    // What was begun is carried to its end, though the share is taken back.
    owner.ok("ModifyImageSharePermission", &share("RemoveAccount.1")).await;
    assert_bytes(&app).await;
    let image = describe(&stranger, REGION, &copied).await;
    assert_eq!((&image["Status"], &image["ImageOwnerAlias"]), (&json!("Available"), &json!("self")));
    assert!(describe(&owner, REGION, &copied).await.is_null());
    copy(&stranger, &id, REGION).await.assert_refused(&codes::IMAGE_NOT_FOUND);
    owner.ok("DeleteImage", &[("RegionId", REGION), ("ImageId", &id)]).await;
    assert_eq!(describe(&stranger, REGION, &copied).await["ImageOwnerId"].to_string(), STRANGER.account);
    assert_ne!(STRANGER.account, OWNER.account);
}

/// While its bytes are on the way, a snapshot can be tagged and renamed as any other; that is not lost when they arrive.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_said_of_a_snapshot_meanwhile_stays() {
    let app = TestApp::start().await;
    let owner = app.owner();
    let id = import_large(&app, "large", 192).await;
    let snapshot = snapshot_of(&owner, REGION, &id).await;
    until_moving(&app).await;
    let tag = [
        ("RegionId", REGION),
        ("ResourceType", "snapshot"),
        ("ResourceId.1", &*snapshot),
        ("Tag.1.Key", "env"),
        ("Tag.1.Value", "prod"),
    ];
    owner.ok("TagResources", &tag).await;
    owner.ok("ModifySnapshotAttribute", &[("SnapshotId", &*snapshot), ("SnapshotName", "named")]).await;
    assert_eq!(until_made(&owner, REGION, &id).await["Status"], "Available");
    let kept = app.snapshot(&snapshot).expect("a snapshot");
    assert_eq!((kept.attributes.name.as_str(), kept.tags.len()), ("named", 1));
    assert_bytes(&app).await;
}
