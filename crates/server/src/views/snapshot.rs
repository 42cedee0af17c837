//! The snapshot as DescribeSnapshots shows it.

use imagekin_catalog::Snapshot;
use imagekin_catalog::snapshot::SnapshotStatus;
use imagekin_rpc::time;
use serde::Serialize;

use super::TagsView;

/// Fields of actions.json, DescribeSnapshots.
#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct SnapshotView {
    snapshot_id: String,
    snapshot_name: String,
    description: String,
    status: &'static str,
    progress: &'static str,
    remain_time: u64,
    available: bool,
    snapshot_type: &'static str,
    category: &'static str,
    usage: &'static str,
    encrypted: bool,
    #[serde(rename = "KMSKeyId")]
    kms_key_id: &'static str,
    instant_access: bool,
    product_code: &'static str,
    region_id: String,
    source_disk_id: String,
    source_disk_type: &'static str,
    source_disk_size: String,
    source_storage_type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    source_region_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source_snapshot_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    full_snapshot_size_in_bytes: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    retention_days: Option<u32>,
    resource_group_id: String,
    creation_time: String,
    last_modified_time: String,
    tags: TagsView,
}

impl SnapshotView {
    /// A snapshot of the caller's own; `used` says whether an image is made of it.
    pub(crate) fn of(snapshot: &Snapshot, used: bool, region: &str) -> Self {
        let done = snapshot.status == SnapshotStatus::Accomplished;
        let created = time::print(snapshot.created_at.as_seconds());
        let copied = snapshot.copied_from.as_ref();
        Self {
            snapshot_id: snapshot.id.to_string(),
            snapshot_name: snapshot.attributes.name.as_str().to_owned(),
            description: snapshot.attributes.description.as_str().to_owned(),
            status: snapshot.status.as_str(),
            // Ansible waits for `100%` in it.
            progress: if done { "100%" } else { "0%" },
            remain_time: 0,
            available: done,
            snapshot_type: "user",
            category: "standard",
            usage: if used { "image" } else { "none" },
            encrypted: false,
            kms_key_id: "",
            instant_access: false,
            product_code: "",
            region_id: region.to_owned(),
            source_disk_id: snapshot.disk_id.as_ref().map(ToString::to_string).unwrap_or_default(),
            source_disk_type: snapshot.source_disk.as_str(),
            source_disk_size: snapshot.size_gib.to_string(),
            source_storage_type: "disk",
            source_region_id: copied.map(|copied| copied.region.to_string()),
            source_snapshot_id: copied.map(|copied| copied.snapshot_id.to_string()),
            full_snapshot_size_in_bytes: snapshot.bytes.as_ref().map(|bytes| bytes.length),
            retention_days: snapshot.attributes.retention_days,
            resource_group_id: snapshot.attributes.resource_group_id.clone(),
            last_modified_time: created.clone(),
            creation_time: created,
            tags: TagsView::of(&snapshot.tags),
        }
    }
}
