//! `imagekin images show`: all about one image.

use clap::Args;
use serde_json::Value;

use crate::client::text;
use crate::failure::Failure;
use crate::session::{Action, Session};
use crate::table::{Column, Table};
use crate::wait::image_request;

const FIELDS: &[Column] = &[
    ("Image", "ImageId"),
    ("Name", "ImageName"),
    ("Family", "ImageFamily"),
    ("Version", "ImageVersion"),
    ("Description", "Description"),
    ("Status", "Status"),
    ("Progress", "Progress"),
    ("Created", "CreationTime"),
    ("Platform", "Platform"),
    ("System", "OSName"),
    ("Architecture", "Architecture"),
    ("Boot mode", "BootMode"),
    ("Size in GiB", "Size"),
    ("Owner", "ImageOwnerAlias"),
    ("Public", "IsPublic"),
    ("Copied", "IsCopied"),
    ("Usage", "Usage"),
    ("Protected", "DeletionProtection"),
    ("Owner trusted", "OwnerTrusted"),
];

/// Flags of `imagekin images show`.
#[derive(Args)]
pub(crate) struct Show {
    /// The image
    image_id: String,
}

impl Action for Show {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let reply = session.send(image_request(&self.image_id)).await?;
        let image = &reply["Images"]["Image"][0];
        if image.is_null() {
            let (image_id, region) = (&self.image_id, &session.region);
            return Err(Failure::NotFound(format!("there is no image {image_id} in {region}")));
        }
        session.print(&reply, &table(image))
    }
}

fn table(image: &Value) -> Table {
    let list = |pointer: &str| image.pointer(pointer).and_then(Value::as_array).cloned().unwrap_or_default();
    let mut table = Table::fields(FIELDS, image);
    for disk in list("/DiskDeviceMappings/DiskDeviceMapping") {
        let [device, size, snapshot] = ["Device", "Size", "SnapshotId"].map(|field| text(&disk, field));
        table = table.with_field("Disk", format!("{device} {size} GiB {snapshot}"));
    }
    for tag in list("/Tags/Tag") {
        table = table.with_field("Tag", format!("{}={}", text(&tag, "TagKey"), text(&tag, "TagValue")));
    }
    table
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::table;

    #[test]
    fn disks_and_tags_are_lines() {
        let image = json!({
            "ImageId": "m-1", "ImageName": "base", "Description": "", "Size": 25, "IsPublic": false,
            "DiskDeviceMappings": {"DiskDeviceMapping": [
                {"Device": "/dev/xvda", "Size": "20", "SnapshotId": "s-1"},
                {"Device": "/dev/xvdb", "Size": "5", "SnapshotId": "s-2"},
            ]},
            "Tags": {"Tag": [{"TagKey": "env", "TagValue": "prod"}]},
        });
        let expected = "Image        m-1\n\
                        Name         base\n\
                        Size in GiB  25\n\
                        Public       no\n\
                        Disk         /dev/xvda 20 GiB s-1\n\
                        Disk         /dev/xvdb 5 GiB s-2\n\
                        Tag          env=prod\n";
        assert_eq!(table(&image).aligned(), expected);
    }
}
