//! A job that was too slow: another one has its task, and what that one has made is not the slow one's to take away.

use std::time::Duration;

use http_body_util::{BodyExt, Full};
use imagekin_access::{AccessKey, AccessKeyId, AccountId, KeyStatus, Secret};
use imagekin_catalog::disk::DiskKind;
use imagekin_catalog::snapshot::{SnapshotBytes, SnapshotStatus};
use imagekin_catalog::task::TaskStatus;
use imagekin_catalog::{RegionId, Snapshot, SnapshotId};
use imagekin_rpc::sign::Signer;
use imagekin_rpc::{Service, SigningKey};
use imagekin_store::{Catalogue, ObjectPath, REMOVAL_MAX};
use serde_json::Value;
use tempfile::TempDir;

use super::*;
use crate::{Clock, Config, ManualClock, OsRandom, Profile, answer};

/// The name of a node.
const NODE: &str = "0A1B2C3D-0001";

struct World {
    app: Arc<App>,
    clock: Arc<ManualClock>,
    catalogue: Catalogue,
    folder: TempDir,
}

impl World {
    async fn start() -> Self {
        Self::start_with(|_| {}).await
    }

    async fn start_with(set: impl FnOnce(&mut Config)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut config = Config::defaults(Profile::Sandbox);
        set(&mut config);
        config.data_dir = folder.path().to_owned();
        // Else it is done with the call.
        config.delays.create_image_ms = vec![1_000];
        let clock = Arc::new(ManualClock::new(Timestamp::from_seconds(1_700_000_000)));
        let key = AccessKey {
            user: None,
            account: AccountId::parse("1234567890123456").unwrap(),
            id: AccessKeyId::parse("testid").unwrap(),
            secret: Secret::new("testsecret".to_owned()).unwrap(),
            status: KeyStatus::Active,
        };
        let catalogue = Catalogue { account: key.account, region: RegionId::parse("cn-hangzhou").unwrap() };
        let clock_of_app = Arc::<ManualClock>::clone(&clock);
        let app = App::open(config, Some(key), clock_of_app, Arc::new(OsRandom)).await.unwrap();
        let world = Self { app, clock, catalogue, folder };
        world.app.objects.put(&world.path("golden-images", "disk.raw"), b"a disk".to_vec()).await.unwrap();
        world.app.objects.put(&world.path("exported-images", "other"), Vec::new()).await.unwrap();
        world
    }

    fn path(&self, bucket: &str, object: &str) -> ObjectPath {
        ObjectPath::new(&self.catalogue.region, bucket, object).unwrap()
    }

    async fn call(&self, action: &str, params: &[(&str, &str)]) -> Value {
        let (key, nonce) = (SigningKey::new("testsecret"), random::request_id(&*self.app.random));
        let now = self.clock.now().as_seconds();
        let signer = Signer {
            access_key_id: "testid",
            key: &key,
            security_token: None,
            service: Service::Ecs,
            now,
            nonce: &nonce,
        };
        let all = [&[("RegionId", "cn-hangzhou"), ("Format", "JSON")], params].concat();
        let request = ::http::Request::get(format!("/?{}", signer.v1("GET", action, &all)));
        let response = answer(&self.app, request.body(Full::new(bytes::Bytes::new())).unwrap()).await;
        let body = response.into_body().collect().await.unwrap().to_bytes();
        serde_json::from_slice(&body).unwrap()
    }

    async fn import(&self) -> SnapshotId {
        let params = [
            ("DiskDeviceMapping.1.OSSBucket", "golden-images"),
            ("DiskDeviceMapping.1.OSSObject", "disk.raw"),
        ];
        let id = self.call("ImportImage", &params).await["ImageId"].as_str().unwrap().to_owned();
        let image = self.call("DescribeImages", &[("ImageId", &id), ("Status", "ALL")]).await;
        let disk = &image["Images"]["Image"][0]["DiskDeviceMappings"]["DiskDeviceMapping"][0];
        SnapshotId::parse(disk["SnapshotId"].as_str().unwrap()).unwrap()
    }

    /// Claims the one task that is due and moves bytes, as a node does; another claim of it has another name.
    async fn claim(&self, name: &str) -> Job {
        self.claim_one(name, true).await
    }

    async fn claim_one(&self, name: &str, moves_bytes: bool) -> Job {
        let queue = TaskQueue { owner: format!("{NODE}-{name}"), lease: LEASE };
        let mut claimed = self.app.store.claim_tasks(&queue, self.clock.now(), moves_bytes, 2).await.unwrap();
        assert_eq!(claimed.len(), 1);
        Job { app: Arc::clone(&self.app), claimed: claimed.remove(0), owner: queue.owner }
    }

    /// Lets the lease of whoever holds a task run out.
    fn wait_for_the_lease(&self) {
        self.clock.set(self.clock.now().plus(LEASE + Duration::from_secs(1)));
    }

    /// How many objects there are in the bucket of snapshots.
    fn snapshot_objects(&self) -> usize {
        let folder = self.folder.path().join("objects/cn-hangzhou/imagekin-snapshots/1234567890123456");
        std::fs::read_dir(folder).map_or(0, Iterator::count)
    }

    async fn snapshot(&self, id: &SnapshotId) -> Snapshot {
        let (catalogue, id) = (self.catalogue.clone(), id.clone());
        self.app.store.look_up(move |read| read.snapshot(&catalogue, &id)).await.unwrap().unwrap()
    }

    async fn task(&self, job: &Job) -> TaskStatus {
        let (catalogue, id) = (self.catalogue.clone(), job.task().id.clone());
        let task = self.app.store.look_up(move |read| read.task(&catalogue, &id)).await;
        task.unwrap().unwrap().status
    }
}

/// As [`disks::step`] does it, after the task was lost.
async fn move_late(job: &Job, world: &World, id: &SnapshotId) -> disks::Moved {
    let (catalogue, image_id, snapshot_id) =
        (world.catalogue.clone(), job.task().image_id.clone(), id.clone());
    let looking = world.app.store.look_up(move |read| {
        let image = read.image_or_tombstone(&catalogue, &image_id)?;
        Ok::<_, StoreError>((image, read.snapshot(&catalogue, &snapshot_id)?))
    });
    let (image, snapshot) = looking.await.unwrap();
    let late = Snapshot::new(id.clone(), SnapshotStatus::Progressing, DiskKind::System, 1, world.clock.now());
    let source = world.path("golden-images", "disk.raw");
    disks::move_disk(job, &image.unwrap(), (0, snapshot.unwrap_or(late)), &source, 6, None).await.unwrap()
}

/// The snapshot that an image was to be created from is its owner's, and stays with its bytes.
#[tokio::test]
async fn a_creation_that_is_given_up_takes_no_snapshot_away() {
    let world = World::start().await;
    let snapshot = world.import().await;
    settle(&world.app).await.unwrap();
    let made = world.call("CreateImage", &[("SnapshotId", snapshot.as_str())]).await;
    let job = world.claim_one("who gives up", false).await;
    assert!(matches!(job.fail("in vain".to_owned()).await.unwrap(), Step::Ended));
    settle(&world.app).await.unwrap();
    let id = made["ImageId"].as_str().unwrap();
    let images = world.call("DescribeImages", &[("ImageId", id), ("Status", "ALL")]).await;
    assert_eq!(images["Images"]["Image"][0]["Status"], "CreateFailed");
    assert_eq!(world.snapshot(&snapshot).await.status, SnapshotStatus::Accomplished);
    assert_eq!(world.snapshot_objects(), 1);
}

#[tokio::test]
async fn a_slow_job_leaves_the_disk_of_its_successor() {
    let world = World::start().await;
    let snapshot = world.import().await;
    let slow = world.claim("slow").await;
    world.wait_for_the_lease();
    let quick = world.claim("quick").await;
    let object = |job| disks::snapshot_object(job, &snapshot);
    assert_ne!(object(&slow), object(&quick), "the slow one would write over it, and take it away");
    assert!(matches!(disks::step(&quick).await.unwrap(), Step::Ended));
    assert_eq!(world.task(&quick).await, TaskStatus::Finished);
    assert!(matches!(move_late(&slow, &world, &snapshot).await, disks::Moved::Lost));
    let kept = world.snapshot(&snapshot).await;
    let object = world.path("imagekin-snapshots", &kept.bytes.unwrap().path);
    assert_eq!(world.app.objects.length(&object).await.unwrap(), Some(6));
    assert_eq!(world.snapshot_objects(), 1);
}

#[tokio::test]
async fn who_stops_hands_on_what_is_his() {
    let world = World::start().await;
    world.import().await;
    let job = world.claim("one who stops").await;
    let others = async |moves_bytes| {
        let queue = TaskQueue { owner: "another".to_owned(), lease: LEASE };
        world.app.store.claim_tasks(&queue, world.clock.now(), moves_bytes, 2).await.unwrap().len()
    };
    world.app.store.release_tasks_of("0A1B2C3D-0002", world.clock.now()).await.unwrap();
    assert_eq!(others(true).await, 0, "it is not that one's");
    world.app.store.release_tasks_of(NODE, world.clock.now()).await.unwrap();
    assert_eq!(others(true).await, 1);
    assert!(job.tell(1).await.unwrap().is_none(), "it has lost its task");
}

/// But what it brings after its task was cancelled, it takes away itself: nobody else would.
#[tokio::test]
async fn a_slow_job_takes_the_disk_of_a_cancelled_task_away() {
    let world = World::start().await;
    let snapshot = world.import().await;
    let slow = world.claim("slow").await;
    world.call("CancelTask", &[("TaskId", slow.task().id.as_str())]).await;
    world.wait_for_the_lease();
    settle(&world.app).await.unwrap();
    assert!(matches!(move_late(&slow, &world, &snapshot).await, disks::Moved::Lost));
    settle(&world.app).await.unwrap();
    assert_eq!(world.snapshot_objects(), 0);
}

#[tokio::test]
async fn a_slow_export_leaves_the_objects_of_its_successor() {
    let world = World::start().await;
    world.import().await;
    settle(&world.app).await.unwrap();
    let images = world.call("DescribeImages", &[]).await;
    let image = images["Images"]["Image"][0]["ImageId"].as_str().unwrap();
    world.call("ExportImage", &[("ImageId", image), ("OSSBucket", "exported-images")]).await;
    let slow = world.claim("slow").await;
    world.wait_for_the_lease();
    let quick = world.claim("quick").await;
    let Work::ExportImage(export) = &quick.task().work else { panic!("no export") };
    assert!(matches!(export_image::step(&quick, export).await.unwrap(), Step::Ended));
    assert_eq!(world.task(&quick).await, TaskStatus::Finished);
    assert!(matches!(export_image::step(&slow, export).await.unwrap(), Step::Ended));
    let object = world.path("exported-images", &format!("{image}_system.raw.tar.gz"));
    assert!(world.app.objects.length(&object).await.unwrap().is_some());
}

/// A database that is away for a moment costs no work of hours; a job that is not heard for nearly a lease gives its work up.
#[tokio::test]
async fn a_sign_of_life_that_fails_is_not_the_end() {
    let world = World::start().await;
    world.import().await;
    let job = world.claim("one who is not heard").await;
    // As who has the database to himself for longer than anybody waits for it.
    let other = rusqlite::Connection::open(world.folder.path().join("imagekin.db")).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    tokio::time::pause();
    let work = async |seconds| {
        let takes = tokio::time::timeout(Duration::from_secs(seconds), std::future::pending::<()>());
        carry::alive(&job, 1, takes).await
    };
    assert!(work(12).await.is_ok_and(|done| done.is_some()));
    assert!(matches!(work(3_600).await, Err(Halt::Failed(error)) if error.is_retryable()));
    other.execute_batch("ROLLBACK").unwrap();
    assert!(job.tell(1).await.unwrap().is_some(), "it holds its task");
}

/// A disk of this node that is full is no reason to give an export up for good: it is tried again, and others may have room.
#[tokio::test]
async fn an_export_outlasts_a_full_disk() {
    let folder = tempfile::tempdir().unwrap();
    let (program, says) = (folder.path().join("qemu-img"), folder.path().join("says"));
    std::fs::write(&program, format!("#!/bin/sh\ncat {} >&2\nexit 1\n", says.display())).unwrap();
    std::fs::set_permissions(&program, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    for (complaint, status) in [
        ("error while writing: No space left on device", TaskStatus::Processing),
        ("error while writing: Disk quota exceeded", TaskStatus::Processing),
        ("error while writing: Read-only file system", TaskStatus::Processing),
        ("error while writing: Invalid argument", TaskStatus::Failed),
    ] {
        std::fs::write(&says, complaint).unwrap();
        let world = World::start_with(|config| config.qemu_img.clone_from(&program)).await;
        world.import().await;
        settle(&world.app).await.unwrap();
        let images = world.call("DescribeImages", &[]).await;
        let image = images["Images"]["Image"][0]["ImageId"].as_str().unwrap();
        let wish = [("ImageId", image), ("OSSBucket", "exported-images"), ("ImageFormat", "qcow2")];
        world.call("ExportImage", &wish).await;
        let job = world.claim("one without room").await;
        let looking = Job { app: Arc::clone(&job.app), claimed: job.claimed.clone(), owner: String::new() };
        step(job).await;
        assert_eq!(world.task(&looking).await, status, "{complaint}");
    }
}

/// What it packed in vain it would pack again at each attempt, as long as the removal fails.
#[tokio::test]
async fn an_export_waits_for_a_removal_before_it_packs() {
    let world = World::start().await;
    let snapshot = world.import().await;
    settle(&world.app).await.unwrap();
    let images = world.call("DescribeImages", &[]).await;
    let image = images["Images"]["Image"][0]["ImageId"].as_str().unwrap();
    world.call("ExportImage", &[("ImageId", image), ("OSSBucket", "exported-images")]).await;
    let died = world.claim("died").await;
    assert!(died.intend("exported-images", &format!("{image}_system.raw.tar.gz")).await.unwrap().is_some());
    world.wait_for_the_lease();
    let mut taken = world.app.store.take_removals(world.clock.now(), 2).await.unwrap();
    let successor = world.claim("successor").await;
    let Work::ExportImage(export) = &successor.task().work else { panic!("no export") };
    // Without its bytes the disk could not even be fetched.
    let kept = world.snapshot(&snapshot).await;
    let bytes =
        world.folder.path().join("objects/cn-hangzhou/imagekin-snapshots").join(kept.bytes.unwrap().path);
    let aside = world.folder.path().join("aside");
    std::fs::rename(&bytes, &aside).unwrap();
    assert!(matches!(export_image::step(&successor, export).await.unwrap(), Step::Later(_)));
    std::fs::rename(&aside, &bytes).unwrap();
    world.app.store.end_removal(taken.remove(0), world.clock.now()).await.unwrap();
    assert!(matches!(export_image::step(&successor, export).await.unwrap(), Step::Ended));
    assert_eq!(world.task(&successor).await, TaskStatus::Finished);
}

/// Once the remover has an object, no job keeps it, and none writes it anew before it is gone.
#[tokio::test]
async fn what_is_being_taken_away_is_not_kept() {
    let world = World::start().await;
    let snapshot = world.import().await;
    let slow = world.claim("slow").await;
    let (bucket, path) = ("imagekin-snapshots", format!("1234567890123456/{snapshot}-slow"));
    assert!(slow.intend(bucket, &path).await.unwrap().is_some());
    world.wait_for_the_lease();
    let take = async || world.app.store.take_removals(world.clock.now(), 2).await.unwrap();
    let mut late = take().await;
    assert_eq!((late.len(), late[0].object.as_str()), (1, path.as_str()));
    let bytes = SnapshotBytes { path: path.clone(), length: 6, sha256: String::new() };
    assert!(!disks::record(&slow, snapshot, Some(bytes)).await.unwrap());
    assert!(slow.intend(bucket, &path).await.unwrap().is_none());
    // Not even a sign of life gets it back.
    assert!(slow.tell(50).await.unwrap().is_some());
    assert!(slow.intend(bucket, &path).await.unwrap().is_none());
    // Nobody else takes it away meanwhile; and who takes too long does not end what another has begun.
    assert_eq!(take().await, []);
    world.clock.set(world.clock.now().plus(REMOVAL_MAX));
    let mut taken = take().await;
    assert_eq!(taken.len(), 1);
    world.app.store.end_removal(late.remove(0), world.clock.now()).await.unwrap();
    let slow = world.claim("slow once more").await;
    assert!(slow.intend(bucket, &path).await.unwrap().is_none());
    world.app.store.end_removal(taken.remove(0), world.clock.now()).await.unwrap();
    world.wait_for_the_lease();
    let slow = world.claim("slow at last").await;
    assert!(slow.intend(bucket, &path).await.unwrap().is_some());
}

/// What is asked for while it is under way is done again when that is over, and by nobody else before.
#[tokio::test]
async fn a_removal_that_is_asked_for_once_more_is_done_once_more() {
    let world = World::start().await;
    let snapshot = world.import().await;
    let slow = world.claim("slow").await;
    let path = format!("1234567890123456/{snapshot}-slow");
    assert!(slow.intend("imagekin-snapshots", &path).await.unwrap().is_some());
    world.wait_for_the_lease();
    let take = async || world.app.store.take_removals(world.clock.now(), 2).await.unwrap();
    let mut taken = take().await;
    assert_eq!(taken.len(), 1);
    let ask = async || {
        let cause = Cause { action: "Test", request_id: String::new(), now: world.clock.now() };
        let path = path.clone();
        let asking = move |write: &mut Write<'_>| write.remove_object("imagekin-snapshots", &path);
        world.app.store.write(world.catalogue.clone(), cause, asking).await.unwrap();
    };
    ask().await;
    ask().await;
    assert_eq!(take().await, [], "somebody is at it");
    world.app.store.end_removal(taken.remove(0), world.clock.now()).await.unwrap();
    let mut taken = take().await;
    assert_eq!(taken.len(), 1);
    world.app.store.end_removal(taken.remove(0), world.clock.now()).await.unwrap();
    world.clock.set(world.clock.now().plus(REMOVAL_MAX + Duration::from_secs(1)));
    assert_eq!(take().await, []);
}

/// The database that a backup has copied may name it.
#[tokio::test]
async fn what_a_backup_may_name_is_not_taken_away() {
    let world = World::start().await;
    let snapshot = world.import().await;
    settle(&world.app).await.unwrap();
    let image = world.call("DescribeImages", &[("SnapshotId", snapshot.as_str())]).await;
    let image_id = image["Images"]["Image"][0]["ImageId"].as_str().unwrap().to_owned();
    world.call("DeleteImage", &[("ImageId", &image_id)]).await;
    world.call("DeleteSnapshot", &[("SnapshotId", snapshot.as_str())]).await;
    let path = world.folder.path().join("backup.lock");
    // Nobody can see whether one is being taken.
    std::os::unix::fs::symlink("backup.lock", &path).unwrap();
    settle(&world.app).await.unwrap();
    assert_eq!(world.snapshot_objects(), 1);
    world.wait_for_the_lease();
    std::fs::remove_file(&path).unwrap();
    // As a backup of another process holds it.
    let lock = std::fs::File::create(&path).unwrap();
    lock.lock_shared().unwrap();
    for _ in 0..3 {
        settle(&world.app).await.unwrap();
        assert_eq!(world.snapshot_objects(), 1);
        world.wait_for_the_lease();
    }
    drop(lock);
    settle(&world.app).await.unwrap();
    assert_eq!(world.snapshot_objects(), 0);
}
