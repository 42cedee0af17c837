//! What an event is about, in ActionTrail's words: `ACS::ECS::Image`, and the ids.

use std::collections::BTreeMap;

use imagekin_rpc::Params;
use serde_json::{Map, Value};

use super::parameters::cut;
use crate::call::{OBJECT_PATH_BYTES_MAX, Resource};

/// Most names of one event.
const NAMES_MAX: usize = 100;
/// Longest name, in bytes.
const NAME_BYTES_MAX: usize = 128;

/// What a call has made, by the field of its answer.
const MADE: [(&str, &str); 6] = [
    ("ImageId", "image"),
    ("SnapshotId", "snapshot"),
    ("UserId", "user"),
    ("GroupId", "group"),
    ("RoleId", "role"),
    ("AccessKeyId", "accesskey"),
];

/// Names by types, those first that the event is about in the first place.
#[derive(Clone, Debug, Default)]
pub(super) struct Resources(Vec<(&'static str, String)>);

impl Resources {
    /// What the parameters name.
    pub(super) fn of_request(resources: &[Resource], params: &Params) -> Self {
        let named = resources.iter().flat_map(|resource| resource.named_in(params));
        Self(named.take(NAMES_MAX).map(|(kind, name)| (kind, cut(&name, NAME_BYTES_MAX))).collect())
    }

    /// Objects of a bucket, or the bucket itself.
    pub(super) fn in_bucket(bucket: &str, objects: &[String]) -> Self {
        if bucket.is_empty() {
            return Self::default();
        }
        if objects.is_empty() {
            return Self(vec![("bucket", cut(bucket, NAME_BYTES_MAX))]);
        }
        let path = |object: &String| ("object", cut(&format!("{bucket}/{object}"), OBJECT_PATH_BYTES_MAX));
        Self(objects.iter().take(NAMES_MAX).map(path).collect())
    }

    /// With what was made, which comes first.
    pub(super) fn add_made(&mut self, elements: &Map<String, Value>) {
        let made =
            MADE.iter().filter_map(|(field, kind)| Some((*kind, elements.get(*field)?.as_str()?.to_owned())));
        self.0.splice(0..0, made);
    }

    /// The type and the names of what comes first.
    pub(super) fn first(&self) -> Option<(String, String)> {
        let (first, _) = self.0.first()?;
        Some((type_of(first), self.names_of(first).join(",")))
    }

    /// All of them.
    pub(super) fn by_type(&self) -> BTreeMap<String, Vec<String>> {
        self.0.iter().map(|(kind, _)| (type_of(kind), self.names_of(kind))).collect()
    }

    fn names_of(&self, kind: &str) -> Vec<String> {
        self.0.iter().filter(|(of, _)| *of == kind).map(|(_, name)| name.clone()).collect()
    }
}

/// A type as policies name it, in ActionTrail's words.
fn type_of(kind: &str) -> String {
    match kind {
        "image" => "ACS::ECS::Image",
        "snapshot" => "ACS::ECS::Snapshot",
        "disk" => "ACS::ECS::Disk",
        "instance" => "ACS::ECS::Instance",
        "user" => "ACS::RAM::User",
        "group" => "ACS::RAM::Group",
        "role" => "ACS::RAM::Role",
        "policy" => "ACS::RAM::Policy",
        "accesskey" => "ACS::RAM::AccessKey",
        "bucket" => "ACS::OSS::Bucket",
        "object" => "ACS::OSS::Object",
        other => return format!("ACS::ECS::{other}"),
    }
    .to_owned()
}
