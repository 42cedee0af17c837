//! Five copies of an account run in a region at once; the others wait, and the oldest is the next.

use imagekin_rpc::codes;

use super::*;
use crate::harness::START;
use crate::harness::disks::qcow2;

/// Copies that run at once.
const PLACES: usize = 5;

/// Images of the owner that are all to be copied to [`FAR`], and their copies: the last two wait.
struct World {
    app: TestApp,
    sources: Vec<String>,
    copies: Vec<String>,
}

impl World {
    async fn make() -> Self {
        let app = TestApp::standing().await;
        let mut world = Self { app, sources: Vec::new(), copies: Vec::new() };
        for n in 0..PLACES + 2 {
            let id = world.app.import(&format!("golden-{n}")).await;
            world.copies.push(image_of(&copy(&world.app.owner(), &id, FAR).await));
            world.sources.push(id);
            world.app.advance(Duration::from_secs(1));
            world.hold().await;
        }
        assert_eq!(world.waiting().await, [false, false, false, false, false, true, true]);
        world
    }

    /// Nobody but us carries a copy on: what an import has to settle must not settle the copies.
    async fn hold(&self) {
        for claimed in claim_and_leave(&self.app).await {
            assert_eq!(claimed.catalogue.region.as_str(), FAR);
        }
    }

    /// Which of the copies wait, as image and as task.
    async fn waiting(&self) -> Vec<bool> {
        let owner = self.app.owner();
        let mut waiting = Vec::new();
        for copy in &self.copies {
            let image = describe(&owner, FAR, copy).await;
            let waits = image["Status"] == "Waiting";
            let task = task_of(&owner, FAR, copy).await;
            assert_eq!(waits, task["TaskStatus"] == "Waiting", "{task}");
            waiting.push(waits);
        }
        waiting
    }

    /// The lease of the oldest copy alone runs out, so that it is carried on: to its end, whatever that is. The other four
    /// are held still; those that begin in its place are nobody's, and carried on, too.
    async fn carry_the_oldest_on(&self) {
        self.app.set_clock(START + 31);
        self.app.settle().await;
    }

    async fn assert_statuses(&self, expected: &[&str]) {
        let mut statuses = Vec::new();
        for copy in &self.copies {
            statuses.push(text(&describe(&self.app.owner(), FAR, copy).await["Status"]));
        }
        assert_eq!(statuses, expected);
    }

    async fn finish(self) {
        let Self { app, copies, .. } = self;
        app.advance(AFTER_THE_LEASE);
        app.settle().await;
        for copy in &copies {
            let status = describe(&app.owner(), FAR, copy).await["Status"].clone();
            assert!(status.is_null() || status == "Available" || status == "CreateFailed", "{status}");
        }
        assert_bytes(&app).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_sixth_begins_when_one_has_ended() {
    let world = World::make().await;
    world.carry_the_oldest_on().await;
    world.assert_statuses(&[&["Available"], &["Creating"; 4][..], &["Available"; 2]].concat()).await;
    world.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_sixth_begins_when_one_is_cancelled() {
    let world = World::make().await;
    let owner = world.app.owner();
    owner.ok("CancelCopyImage", &[("RegionId", FAR), ("ImageId", &world.copies[2])]).await;
    // One place is free: the oldest of those that wait has it, the other one waits on.
    assert_eq!(describe(&owner, FAR, &world.copies[PLACES]).await["Status"], "Creating");
    assert_eq!(describe(&owner, FAR, &world.copies[PLACES + 1]).await["Status"], "Waiting");
    // One that waits can be cancelled, too, and takes no place from anybody.
    owner.ok("CancelCopyImage", &[("RegionId", FAR), ("ImageId", &world.copies[PLACES + 1])]).await;
    assert!(describe(&owner, FAR, &world.copies[PLACES + 1]).await.is_null());
    assert_eq!(describe(&owner, FAR, &world.copies[PLACES]).await["Status"], "Creating");
    world.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_sixth_begins_when_one_fails() {
    let world = World::make().await;
    let source = snapshot_of(&world.app.owner(), REGION, &world.sources[0]).await;
    let file = file_of(&world.app, REGION, &source);
    let sound = std::fs::read(&file).expect("its bytes");
    std::fs::write(&file, qcow2(20, "another")).expect("written");
    world.carry_the_oldest_on().await;
    std::fs::write(&file, sound).expect("written");
    world.assert_statuses(&[&["CreateFailed"], &["Creating"; 4][..], &["Available"; 2]].concat()).await;
    world.finish().await;
}

/// One that waits is still to read its source, too.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_waits_keeps_the_bytes_of_its_source() {
    let world = World::make().await;
    let owner = world.app.owner();
    let last = &world.sources[PLACES + 1];
    let snapshot = snapshot_of(&owner, REGION, last).await;
    let file = file_of(&world.app, REGION, &snapshot);
    owner.ok("DeleteImage", &[("RegionId", REGION), ("ImageId", last)]).await;
    owner.ok("DeleteSnapshot", &[("SnapshotId", &snapshot)]).await;
    world.app.settle().await;
    assert!(file.exists());
    world.carry_the_oldest_on().await;
    world.assert_statuses(&[&["Available"], &["Creating"; 4][..], &["Available"; 2]].concat()).await;
    assert!(!file.exists());
    world.finish().await;
}

/// The five are those of one account and of the region that is copied to.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_places_are_of_one_account_and_region() {
    let world = World::make().await;
    let owner = world.app.owner();
    let here = image_of(&copy(&owner, &world.sources[0], REGION).await);
    assert_eq!(describe(&owner, REGION, &here).await["Status"], "Creating");
    let id = world.app.import_as(&world.app.stranger(), REGION, "a-stranger-s").await;
    let there = image_of(&copy(&world.app.stranger(), &id, FAR).await);
    assert_eq!(describe(&world.app.stranger(), FAR, &there).await["Status"], "Creating");
    // The same image is not copied to the same place twice at once, whether the first copy runs or waits.
    for n in [0, PLACES] {
        copy(&owner, &world.sources[n], FAR).await.assert_refused(&codes::COPY_CONFLICT);
    }
    world.finish().await;
}
