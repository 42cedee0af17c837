//! Images that are protected, and such as are deleted and can come back, or cannot.

use super::{FULL_REGION, World};
use crate::harness::REGION;
use crate::harness::disks::text;

impl World {
    async fn delete(&self, region: &str, id: &str) {
        self.app.owner().ok("DeleteImage", &[("RegionId", region), ("ImageId", id)]).await;
    }

    async fn deleted(&self, params: &[(&str, &str)]) -> String {
        let id = self.create(params).await;
        self.delete(REGION, &id).await;
        id
    }

    /// Long ago: `$expired`, which was kept until it was gone.
    pub(super) async fn delete_long_ago(&mut self) {
        let expired = self.app.import("expired").await;
        self.delete(REGION, &expired).await;
        self.words.insert("expired", expired);
    }

    /// `$last_of_family` was the only image of a family, before there are as many families as there may be; `$crowded_out`
    /// one of a family that is to be full.
    pub(super) async fn delete_before_families(&mut self) {
        let last = self.deleted(&[("ImageName", "last"), ("ImageFamily", "third")]).await;
        let crowded_out = self.deleted(&[("ImageName", "full-0"), ("ImageFamily", "full")]).await;
        self.words.extend([("last_of_family", last), ("crowded_out", crowded_out)]);
    }

    /// `$protected` is protected; `$deleted` can come back, `$displaced` cannot, for its name is taken, nor can `$far_deleted`,
    /// whose region is full again; `$kept` is a snapshot that only a deleted image needs.
    pub(super) async fn make_guards(&mut self) {
        let owner = self.app.owner();
        let protected = self.create_named("protected").await;
        let protect = [("RegionId", REGION), ("ImageId", &*protected), ("DeletionProtection", "true")];
        owner.ok("ModifyImageAttribute", &protect).await;
        let deleted = self.deleted(&[("ImageName", "deleted")]).await;
        let displaced = self.deleted(&[("ImageName", "displaced")]).await;
        self.create_named("displaced").await;
        let kept = self.app.import("kept").await;
        let snapshot = self.snapshots_of(&kept).await.remove(0);
        self.delete(REGION, &kept).await;
        let far = self.fill("$far");
        let listed = [("RegionId", FULL_REGION), ("PageSize", "1")];
        let listed = owner.ok("DescribeImages", &listed).await;
        let far_deleted = text(&listed["Images"]["Image"][0]["ImageId"]);
        self.delete(FULL_REGION, &far_deleted).await;
        owner.ok("CreateImage", &[("RegionId", FULL_REGION), ("SnapshotId", &far)]).await;
        self.words.extend([
            ("protected", protected),
            ("deleted", deleted),
            ("displaced", displaced),
            ("kept", snapshot),
            ("far_deleted", far_deleted),
        ]);
    }
}
