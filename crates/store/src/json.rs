//! Disks and tags as the JSON that they are in a row.

use imagekin_catalog::disk::{DiskKind, DiskMapping, ImportedFrom};
use imagekin_catalog::{SnapshotId, Tag};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::StoreError;

/// A disk, with what it has not left out.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Disk {
    device: String,
    kind: String,
    size_gib: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    snapshot_id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    imported_from: Option<Object>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Object {
    format: String,
    bucket: String,
    object: String,
}

/// An array of objects, by device.
pub(crate) fn of_disks(disks: &[DiskMapping]) -> Result<String, StoreError> {
    let disk = |disk: &DiskMapping| Disk {
        device: disk.device.clone(),
        kind: disk.kind.as_str().to_owned(),
        size_gib: disk.size_gib,
        snapshot_id: disk.snapshot_id.as_ref().map(|id| id.as_str().to_owned()),
        imported_from: disk.imported_from.clone().map(|from| Object {
            format: from.format,
            bucket: from.bucket,
            object: from.object,
        }),
    };
    let mut disks: Vec<Disk> = disks.iter().map(disk).collect();
    disks.sort_by(|a, b| a.device.cmp(&b.device));
    serde_json::to_string(&disks).map_err(inconsistent)
}

pub(crate) fn disks(text: &str) -> Result<Vec<DiskMapping>, StoreError> {
    let disks: Vec<Disk> = serde_json::from_str(text).map_err(inconsistent)?;
    let unknown = |what: &str| StoreError::Inconsistent(format!("a disk with `{what}`"));
    let disk = |disk: Disk| {
        let snapshot_id = match disk.snapshot_id {
            Some(id) => Some(SnapshotId::parse(&id).ok_or_else(|| unknown(&id))?),
            None => None,
        };
        Ok(DiskMapping {
            device: disk.device,
            kind: DiskKind::parse(&disk.kind).ok_or_else(|| unknown(&disk.kind))?,
            size_gib: disk.size_gib,
            snapshot_id,
            imported_from: disk.imported_from.map(|from| ImportedFrom {
                format: from.format,
                bucket: from.bucket,
                object: from.object,
            }),
        })
    };
    disks.into_iter().map(disk).collect()
}

/// An object, its keys in the order in which the tags were given.
pub(crate) fn of_tags(tags: &[Tag]) -> String {
    let tags = tags.iter().map(|tag| (tag.key.clone(), Value::String(tag.value.clone())));
    Value::Object(tags.collect::<Map<_, _>>()).to_string()
}

pub(crate) fn tags(text: &str) -> Result<Vec<Tag>, StoreError> {
    let tags: Map<String, Value> = serde_json::from_str(text).map_err(inconsistent)?;
    let tag = |(key, value)| match value {
        Value::String(value) => Ok(Tag { key, value }),
        other => Err(StoreError::Inconsistent(format!("a tag with the value {other}"))),
    };
    tags.into_iter().map(tag).collect()
}

#[expect(clippy::needless_pass_by_value, reason = "what map_err gives")]
fn inconsistent(error: serde_json::Error) -> StoreError {
    StoreError::Inconsistent(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_read_again() {
        let disk = |device: &str| DiskMapping {
            device: device.to_owned(),
            kind: DiskKind::Data,
            size_gib: 20,
            snapshot_id: None,
            imported_from: None,
        };
        let from =
            ImportedFrom { format: "RAW".to_owned(), bucket: "b".to_owned(), object: "\"o\\".to_owned() };
        let (kind, snapshot_id) = (DiskKind::System, Some(SnapshotId::generate(7)));
        let full = DiskMapping { kind, snapshot_id, imported_from: Some(from), ..disk("/dev/xvda") };
        let kept = of_disks(&[disk("/dev/xvdc"), full.clone(), disk("/dev/xvdb")]).expect("JSON");
        assert_eq!(disks(&kept).expect("disks"), [full, disk("/dev/xvdb"), disk("/dev/xvdc")]);

        let tag = |key: &str, value: &str| Tag { key: key.to_owned(), value: value.to_owned() };
        let given = [tag("z", "1"), tag("a", ""), tag("引\"号", "\\\n")];
        assert_eq!(tags(&of_tags(&given)).expect("tags"), given);
    }

    #[test]
    fn what_is_not_ours_is_inconsistent() {
        for text in ["", "{}", "[{}]", r#"[{"device":"/dev/xvda","kind":"floppy","size_gib":1}]"#] {
            assert!(matches!(disks(text), Err(StoreError::Inconsistent(_))), "{text}");
        }
        assert!(matches!(tags(r#"{"a":1}"#), Err(StoreError::Inconsistent(_))));
    }
}
