//! The log of heads: one row for each change of a head, in the order of the commits, and none for anything else.

use std::time::Duration;

use imagekin_catalog::Timestamp;

use crate::harness::disks::text;
use crate::harness::{REGION, START, TestApp};

struct World {
    app: TestApp,
    snapshot: String,
}

impl World {
    async fn make() -> Self {
        let app = TestApp::standing().await;
        let snapshot = app.system_snapshot().await;
        Self { app, snapshot }
    }

    /// Makes an image; gives its id and the id of the request.
    async fn create(&self, family: &str) -> [String; 2] {
        let params = [("RegionId", REGION), ("SnapshotId", &*self.snapshot), ("ImageFamily", family)];
        let made = self.app.owner().ok("CreateImage", &params).await;
        [text(&made["ImageId"]), text(&made["RequestId"])]
    }

    /// Changes an image; gives the id of the request.
    async fn modify(&self, id: &str, name: &str, value: &str) -> String {
        let params = [("RegionId", REGION), ("ImageId", id), (name, value)];
        text(&self.app.owner().ok("ModifyImageAttribute", &params).await["RequestId"])
    }

    async fn delete(&self, id: &str) -> String {
        text(&self.app.owner().ok("DeleteImage", &[("RegionId", REGION), ("ImageId", id)]).await["RequestId"])
    }

    /// Head, instant in seconds after [`START`], action and request of each row; that revisions ascend is checked.
    fn log(&self, family: &str) -> Vec<(Option<String>, i64, String, String)> {
        let log = self.app.head_log(family);
        assert!(log.array_windows().all(|[a, b]| a.revision < b.revision), "{log:?}");
        let row = |change: imagekin_store::HeadChange| {
            let since = change.changed_at.as_seconds() - START;
            (change.image_id.map(|id| id.to_string()), since, change.action, change.request_id)
        };
        log.into_iter().map(row).collect()
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_change_of_a_head_is_one_row() {
    let world = World::make().await;
    let app = &world.app;
    let mut expected = Vec::new();
    let mut expect = |head: Option<&String>, action: &str, request: String| {
        expected.push((head.cloned(), app.now() - START, action.to_owned(), request));
    };
    let [one, request] = world.create("daily").await;
    expect(Some(&one), "CreateImage", request);
    app.advance(Duration::from_secs(5));
    let [two, request] = world.create("daily").await;
    expect(Some(&two), "CreateImage", request);
    app.advance(Duration::from_secs(5));
    expect(Some(&one), "ModifyImageAttribute", world.modify(&two, "Status", "Deprecated").await);
    expect(Some(&two), "ModifyImageAttribute", world.modify(&two, "Status", "Available").await);
    app.advance(Duration::from_secs(5));
    let moved = world.modify(&two, "ImageFamily", "weekly").await;
    expect(Some(&one), "ModifyImageAttribute", moved.clone());
    expect(None, "DeleteImage", world.delete(&one).await);
    assert_eq!(world.log("daily"), expected);
    assert_eq!(world.log("weekly"), [(Some(two), 15, "ModifyImageAttribute".to_owned(), moved)]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_else_is_a_row() {
    let world = World::make().await;
    let app = &world.app;
    let [old, _] = world.create("daily").await;
    let [head, _] = world.create("daily").await;
    let before = (app.head_log("daily"), app.dump()["head_log"].clone());
    for (id, name, value) in [
        (&head, "ImageName", "other"),
        (&head, "Description", "other"),
        (&head, "ImageFamily", "daily"),
        (&head, "BootMode", "UEFI"),
        (&old, "Status", "Deprecated"),
        (&old, "Status", "Available"),
        (&old, "ImageName", "older"),
        (&head, "DryRun", "false"),
    ] {
        world.modify(id, name, value).await;
    }
    // What is refused, what is dry, and what only looks.
    let owner = app.owner();
    for (action, params) in [
        ("ModifyImageAttribute", &[("ImageId", &*head), ("Status", "Available")][..]),
        ("ModifyImageAttribute", &[("ImageId", &*head), ("Status", "Deprecated"), ("DryRun", "true")]),
        ("DeleteImage", &[("ImageId", &*head), ("DryRun", "true")]),
        ("CreateImage", &[("SnapshotId", &*world.snapshot), ("ImageFamily", "daily"), ("DryRun", "true")]),
        (
            "CreateImage",
            &[("SnapshotId", &*world.snapshot), ("ImageFamily", "daily"), ("ImageName", "older")],
        ),
        ("DescribeImages", &[]),
        ("DescribeImageFromFamily", &[("ImageFamily", "daily")]),
    ] {
        owner.call(action, &[&[("RegionId", REGION)], params].concat()).await;
    }
    world.delete(&old).await;
    app.import("not-of-this-family").await;
    assert_eq!((app.head_log("daily"), app.dump()["head_log"].clone()), before);
    app.assert_head("daily", Some(&head)).await;
}

/// An image that is made slowly becomes the head when it is Available: the row is that of the task, at that instant.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_task_logs_the_head_that_it_makes() {
    let World { app, snapshot } = World::make().await;
    let app = app.stop().await.with_config(|config| config.creation_delay_ms = 10_000).standing().await;
    let world = World { app, snapshot };
    let [id, request] = world.create("daily").await;
    for _ in 0..4 {
        world.app.advance(Duration::from_secs(4));
        world.app.settle().await;
    }
    let log = world.app.head_log("daily");
    assert_eq!(log.len(), 1);
    assert_eq!(log[0].image_id.as_ref().map(imagekin_catalog::ImageId::as_str), Some(&*id));
    assert_eq!(
        (log[0].action.as_str(), log[0].changed_at),
        ("CreateImage", Timestamp::from_seconds(START + 12))
    );
    assert_ne!(log[0].request_id, request, "a task is no request of the client's");
}

/// The log is for ever: it stays as it is when images are deleted, and when the server starts again.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_log_only_grows() {
    let world = World::make().await;
    let mut before = Vec::new();
    for _ in 0..3 {
        let [id, _] = world.create("daily").await;
        world.delete(&id).await;
        let now = world.app.head_log("daily");
        assert!(now.starts_with(&before) && now.len() == before.len() + 2, "{now:?}");
        before = now;
    }
    let app = world.app.stop().await.standing().await;
    assert_eq!(app.head_log("daily"), before);
}
