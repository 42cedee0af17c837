//! What a client asks to know what has become of its writes.

use serde_json::Value;

use crate::client::{Client, Outcome, REGION};
use crate::waiting::{PATIENCE, wait_until};

impl Client {
    /// The answer of a call that must succeed.
    pub(crate) fn must(&mut self, action: &str, params: &[(&str, &str)]) -> Value {
        match self.call(action, params) {
            Outcome::Done(value) => value,
            Outcome::Refused(code) => panic!("{action} {params:?}: {code}"),
            Outcome::Doubtful(doubt) => panic!("{action} {params:?}: {doubt}"),
        }
    }

    /// The image of this name, if there is one.
    pub(crate) fn image_named(&mut self, name: &str) -> Option<Value> {
        let images = self.must("DescribeImages", &[("ImageName", name), ("Status", "ALL")]);
        let found = images["Images"]["Image"].as_array().unwrap();
        assert!(found.len() <= 1, "{name} is there {} times", found.len());
        found.first().cloned()
    }

    /// Waits until an image has been made.
    pub(crate) fn wait_until_made(&mut self, image_id: &str) -> Value {
        self.wait_until_made_in(REGION, image_id)
    }

    /// The same in another region.
    pub(crate) fn wait_until_made_in(&mut self, region: &str, image_id: &str) -> Value {
        wait_until("the image is made", PATIENCE, || {
            let here = [("RegionId", region), ("ImageId", image_id), ("Status", "ALL")];
            let images = self.must("DescribeImages", &here);
            let image = &images["Images"]["Image"][0];
            (image["Status"] != "Creating" && image["Status"] != "Waiting").then(|| image.clone())
        })
    }

    /// Waits until a task has ended; gives its status.
    pub(crate) fn wait_until_ended(&mut self, task_id: &str) -> String {
        wait_until("the task has ended", PATIENCE, || {
            let task = self.must("DescribeTaskAttribute", &[("TaskId", task_id)]);
            let status = task["TaskStatus"].as_str().unwrap();
            (status != "Processing" && status != "Waiting").then(|| status.to_owned())
        })
    }

    /// Imports an image and gives its snapshot.
    pub(crate) fn first_snapshot(&mut self) -> String {
        let imported = self.must("ImportImage", &import("base"));
        let image = self.wait_until_made(imported["ImageId"].as_str().unwrap());
        assert_eq!(image["Status"], "Available");
        image["DiskDeviceMappings"]["DiskDeviceMapping"][0]["SnapshotId"].as_str().unwrap().to_owned()
    }
}

/// The parameters of an import of this name.
pub(crate) fn import(name: &str) -> [(&str, &str); 3] {
    [
        ("ImageName", name),
        ("DiskDeviceMapping.1.OSSBucket", "golden-images"),
        ("DiskDeviceMapping.1.OSSObject", "base.raw"),
    ]
}
