//! `imagekin images create`: an image of a snapshot or of an instance.

use clap::Args;

use super::made;
use crate::client::Request;
use crate::failure::Failure;
use crate::session::{Action, Session};
use crate::wait::Waiting;

/// Flags of `imagekin images create`.
#[derive(Args)]
pub(crate) struct Create {
    /// Snapshot of the system disk
    #[arg(long, value_name = "ID", required_unless_present = "instance_id", conflicts_with = "instance_id")]
    snapshot_id: Option<String>,
    /// Instance whose disks the image is made of
    #[arg(long, value_name = "ID")]
    instance_id: Option<String>,
    /// Name of the image
    #[arg(long)]
    name: Option<String>,
    /// Family of the image
    #[arg(long)]
    family: Option<String>,
    /// Version of the image
    #[arg(long, value_name = "VERSION")]
    image_version: Option<String>,
    /// Description of the image
    #[arg(long)]
    description: Option<String>,
    /// Operating system, such as Ubuntu
    #[arg(long)]
    platform: Option<String>,
    /// i386, x86_64 or arm64
    #[arg(long)]
    architecture: Option<String>,
    /// BIOS, UEFI or UEFI-Preferred
    #[arg(long)]
    boot_mode: Option<String>,
    /// Tag of the image
    #[arg(long = "tag", value_name = "KEY=VALUE", value_parser = super::tag)]
    tags: Vec<(String, String)>,
    #[command(flatten)]
    waiting: Waiting,
}

impl Action for Create {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let request = Request::new("CreateImage")
            .with_some("SnapshotId", self.snapshot_id)
            .with_some("InstanceId", self.instance_id)
            .with_some("ImageName", self.name)
            .with_some("ImageFamily", self.family)
            .with_some("ImageVersion", self.image_version)
            .with_some("Description", self.description)
            .with_some("Platform", self.platform)
            .with_some("Architecture", self.architecture)
            .with_some("BootMode", self.boot_mode)
            .with_tags(&self.tags)
            .once();
        let reply = session.send(request).await?;
        made(&session, &reply, &self.waiting, None).await
    }
}
