//! Snapshots: they outlive their image, and with one of them its bytes go.

use imagekin_rpc::codes;

use super::*;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_snapshot_outlives_its_image_and_is_then_deletable() {
    let app = TestApp::standing().await;
    let owner = app.owner();
    let id = app.import("golden").await;
    let snapshot = snapshot_of(&owner, REGION, &id).await;
    let params = [("RegionId", REGION), ("SnapshotId", &*snapshot), ("ImageName", "second")];
    let second = text(&owner.ok("CreateImage", &params).await["ImageId"]);
    let file = file_of(&app, REGION, &snapshot);
    // As long as one image is made of it, it stays, whatever is forced.
    for image in [&id, &second] {
        for force in ["true", "false"] {
            let params = [("SnapshotId", &*snapshot), ("Force", force)];
            owner.call("DeleteSnapshot", &params).await.assert_refused(&codes::SNAPSHOT_CREATED_IMAGE);
        }
        owner.ok("DeleteImage", &[("RegionId", REGION), ("ImageId", image)]).await;
        assert_bytes(&app).await;
        assert!(file.exists());
    }
    let params = [("SnapshotId", &*snapshot)];
    app.stranger().call("DeleteSnapshot", &params).await.assert_refused(&codes::SNAPSHOT_NOT_FOUND_DELETE);
    owner.ok("DeleteSnapshot", &params).await;
    owner.call("DeleteSnapshot", &params).await.assert_refused(&codes::SNAPSHOT_NOT_FOUND_DELETE);
    assert_bytes(&app).await;
    assert!(!file.exists());
}

/// The bytes go with a server that runs, without anybody else's doing.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_bytes_of_a_deleted_snapshot_go_soon() {
    let app = TestApp::start().await;
    let snapshot = app.system_snapshot().await;
    let file = file_of(&app, REGION, &snapshot);
    assert!(file.exists());
    app.owner().ok("DeleteSnapshot", &[("SnapshotId", &snapshot)]).await;
    wait::until("the bytes are gone", async || (!file.exists()).then_some(())).await;
}

/// An image made of a snapshot cannot come to stand on nothing, however the calls race.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn creating_and_deleting_race() {
    let app = TestApp::start().await;
    for _ in 0..12 {
        let snapshot = app.system_snapshot().await;
        let (create, delete) = (app.owner(), app.owner());
        let params = [("RegionId", REGION), ("SnapshotId", &*snapshot)];
        let delete_params = [("SnapshotId", &*snapshot)];
        let (created, deleted) =
            tokio::join!(create.call("CreateImage", &params), delete.call("DeleteSnapshot", &delete_params));
        let won = [created.response.status == 200, deleted.response.status == 200];
        assert!(won == [true, false] || won == [false, true], "{won:?}");
    }
    assert_bytes(&app).await;
}
