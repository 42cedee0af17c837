//! A catalogue in which every refusal can be had: full families, images and snapshots in each state, broken objects.

use crate::harness::actor::{Actor, Way};
use crate::harness::disks::{BUCKET, describe, qcow2, raw, text, vhd};
use crate::harness::reply::Reply;
use crate::harness::words::{Words, borrowed};
use crate::harness::{OWNER, REGION, START, TestApp};

mod access;
mod guards;
mod others;

/// A region whose quota of images is used up.
pub(super) const FULL_REGION: &str = "cn-beijing";
/// Most images of a region here.
const IMAGES_MAX: u64 = 30;
/// 2013-07-10T00:00:00Z.
const LONG_AGO: i64 = 1_373_414_400;

/// A server and what the words of the rows stand for.
pub(super) struct World {
    pub(super) app: TestApp,
    words: Words,
}

impl World {
    pub(super) async fn make() -> Self {
        let app = TestApp::setup().with_config(|config| {
            config.quotas.images_per_family_max = 2;
            config.quotas.families_per_region_max = 2;
            config.quotas.images_per_region_max = IMAGES_MAX;
            access::limit(&mut config.quotas);
            config.qemu_img = "/nowhere/qemu-img".into();
            config.audit.refusals_per_s_max = 1_000_000;
            config.recycle_bin.retention_days = 7;
        });
        let mut world = Self { app: app.standing().await, words: Words::default() };
        for (word, length) in [("a41", 41), ("a129", 129), ("a257", 257), ("a1025", 1_025), ("a7000", 7_000)]
        {
            world.words.insert(word, "a".repeat(length));
        }
        world.words.insert("ids101", vec!["x-none"; 101].join(","));
        world.words.insert("deep", format!("{{\"Other\":{}", "[".repeat(20_000)));
        world.place_objects().await;
        world.make_snapshots().await;
        world.delete_before_families().await;
        world.make_families().await;
        world.fill_region().await;
        world.make_guards().await;
        world.use_client_tokens().await;
        let words = others::make(&world).await;
        world.words.extend(words);
        let words = access::make(&world).await;
        world.words.extend(words);
        world.leave_unfinished().await
    }

    fn fill(&self, value: &str) -> String {
        self.words.fill(value)
    }

    /// Calls what a row says.
    pub(super) async fn call(&self, way: Way, action: &str, params: &'static str) -> Reply {
        let params = self.words.parameters(params);
        self.app.owner().by(way).call(action, &borrowed(&params)).await
    }

    async fn place_objects(&self) {
        let huge = qcow2(4096, "more than 2048 GiB");
        let mut backed = qcow2(20, "on another file");
        backed[8..16].copy_from_slice(&112_u64.to_be_bytes());
        backed[16..20].copy_from_slice(&8_u32.to_be_bytes());
        let objects = [
            ("disk.qcow2", qcow2(20, "sound")),
            ("disk.raw", raw(2048)),
            ("notes.txt", b"this is no disk".to_vec()),
            ("empty.raw", Vec::new()),
            ("disk.raw.gz", b"\x1f\x8b\x08 and so on".repeat(100)),
            ("small-table.vhd", vhd(10, 2 << 20)),
            ("odd-blocks.vhd", vhd(50, (2 << 20) + 1)),
            ("huge.qcow2", huge),
            ("backed.qcow2", backed),
        ];
        for (object, bytes) in objects {
            self.app.place(object, bytes).await;
        }
    }

    /// `$ancient`, `$system` and `$data` are snapshots, `$strange` is another account's.
    async fn make_snapshots(&mut self) {
        self.app.set_clock(LONG_AGO);
        let ancient = self.app.import("ancient").await;
        self.delete_long_ago().await;
        self.app.set_clock(START);
        let ancient = self.snapshots_of(&ancient).await.remove(0);
        let two = self.import(
            "two",
            &[("DiskDeviceMapping.2.OSSBucket", BUCKET), ("DiskDeviceMapping.2.OSSObject", "disk.raw")],
        );
        let two = two.await;
        self.app.settle().await;
        let [system, data] = self.snapshots_of(&two).await.try_into().expect("an image of two disks");
        let stranger = self.app.stranger();
        let strange = self.app.system_snapshot_of(&stranger, REGION).await;
        let foreign = [("RegionId", REGION), ("ImageName", "foreign"), ("SnapshotId", &strange)];
        let foreign = text(&stranger.ok("CreateImage", &foreign).await["ImageId"]);
        let words = [
            ("ancient", ancient),
            ("two", two),
            ("system", system),
            ("data", data),
            ("strange", strange),
            ("foreign", foreign),
        ];
        self.words.extend(words);
    }

    /// The families `full` and `daily` are all there may be. `$golden` (arm64, IMDS v2) is Available and the head of
    /// `daily`, `$deprecated` and `$failed` are what they are called.
    async fn make_families(&mut self) {
        for name in ["full-1", "full-2"] {
            self.create(&[("ImageName", name), ("ImageFamily", "full")]).await;
        }
        let arm = [("Architecture", "arm64"), ("BootMode", "UEFI"), ("Features.ImdsSupport", "v2")];
        let golden = [&arm[..], &[("ImageName", "golden"), ("ImageFamily", "daily")]].concat();
        let golden = self.create(&golden).await;
        let deprecated = self.create(&[("ImageName", "deprecated")]).await;
        let params = [("RegionId", REGION), ("ImageId", &deprecated), ("Status", "Deprecated")];
        self.app.owner().ok("ModifyImageAttribute", &params).await;
        self.app.place("short-lived.qcow2", qcow2(20, "gone in a moment")).await;
        let failed = self.import("failed", &[("DiskDeviceMapping.1.OSSObject", "short-lived.qcow2")]).await;
        self.app.remove("short-lived.qcow2").await;
        self.app.settle().await;
        self.words.extend([("golden", golden), ("deprecated", deprecated), ("failed", failed)]);
    }

    /// `$far` is a snapshot in the region that is full.
    async fn fill_region(&mut self) {
        let owner = self.app.owner();
        let far = self.app.system_snapshot_of(&owner, FULL_REGION).await;
        for _ in 0..IMAGES_MAX {
            owner.ok("CreateImage", &[("RegionId", FULL_REGION), ("SnapshotId", &far)]).await;
        }
        self.app.place_in(FULL_REGION, BUCKET, "disk.qcow2", qcow2(20, "far")).await;
        self.words.insert("far", far);
    }

    async fn use_client_tokens(&self) {
        self.create(&[("ImageName", "created-once"), ("ClientToken", "used")]).await;
        self.import("imported-once", &[("ClientToken", "used")]).await;
        self.app.settle().await;
    }

    /// `$creating`, `$importing` and `$copying` are images that are not made yet, `$unready` is the snapshot of the second
    /// and `$copy_task` the task of the third; `$exported` is being exported now.
    async fn leave_unfinished(self) -> Self {
        let Self { app, mut words } = self;
        let slowly = app.stop().await.with_config(|config| config.creation_delay_ms = 3_600_000);
        let world = Self { app: slowly.standing().await, words: words.clone() };
        let creating = world.create(&[("ImageName", "creating")]).await;
        let importing = world.import("importing", &[]).await;
        let unready = world.snapshots_of(&importing).await.remove(0);
        let exported = world.fill("$exported");
        let export = [
            ("RegionId", REGION),
            ("ImageId", exported.as_str()),
            ("OSSBucket", BUCKET),
            ("ImageFormat", "qcow2"),
        ];
        world.app.owner().ok("ExportImage", &export).await;
        let golden = world.fill("$golden");
        let copying = text(
            &world.app.owner().ok("CopyImage", &[("RegionId", REGION), ("ImageId", &golden)]).await["ImageId"],
        );
        let copy_task = world.task_of(&world.app.owner(), &copying).await;
        words.extend([
            ("creating", creating),
            ("importing", importing),
            ("unready", unready),
            ("copying", copying),
            ("copy_task", copy_task),
        ]);
        Self { words, ..world }
    }

    /// The task that makes an image.
    async fn task_of(&self, actor: &Actor, image_id: &str) -> String {
        let params = [("RegionId", REGION), ("ResourceIds.1", image_id)];
        text(&actor.ok("DescribeTasks", &params).await["TaskSet"]["Task"][0]["TaskId"])
    }

    async fn create_named(&self, name: &str) -> String {
        self.create(&[("ImageName", name)]).await
    }

    async fn create(&self, params: &[(&str, &str)]) -> String {
        let snapshot = self.fill("$system");
        let params = [&[("RegionId", REGION), ("SnapshotId", snapshot.as_str())], params].concat();
        text(&self.app.owner().ok("CreateImage", &params).await["ImageId"])
    }

    async fn import(&self, name: &str, params: &[(&str, &str)]) -> String {
        const OBJECT: &str = "DiskDeviceMapping.1.OSSObject";
        let mut all =
            vec![("RegionId", REGION), ("ImageName", name), ("DiskDeviceMapping.1.OSSBucket", BUCKET)];
        if params.iter().all(|(name, _)| *name != OBJECT) {
            all.push((OBJECT, "disk.qcow2"));
        }
        all.extend_from_slice(params);
        text(&self.app.owner().ok("ImportImage", &all).await["ImageId"])
    }

    async fn snapshots_of(&self, image_id: &str) -> Vec<String> {
        let image = describe(&self.app.actor(OWNER), REGION, image_id).await;
        let disks = image["DiskDeviceMappings"]["DiskDeviceMapping"].as_array().expect("disks").clone();
        disks.iter().map(|disk| text(&disk["SnapshotId"])).collect()
    }
}
