//! `imagekin images import`: an image of a disk image in a bucket.

use clap::Args;

use super::made;
use crate::client::Request;
use crate::failure::Failure;
use crate::session::{Action, Session};
use crate::wait::Waiting;

/// Flags of `imagekin images import`.
#[derive(Args)]
pub(crate) struct Import {
    /// Bucket, in the region of the image
    #[arg(long, value_name = "BUCKET")]
    from_bucket: String,
    /// Object in the bucket; once more for each data disk, the system disk first
    #[arg(long = "object", value_name = "OBJECT", required = true)]
    objects: Vec<String>,
    /// Format of the objects: qcow2, vhd or raw [default: told by what is in them]
    #[arg(long)]
    format: Option<String>,
    /// Size of the system disk in GiB [default: that of the disk image]
    #[arg(long, value_name = "GIB")]
    disk_image_size: Option<u32>,
    /// Name of the image
    #[arg(long)]
    name: Option<String>,
    /// Family that the image is put into when it is Available
    #[arg(long, conflicts_with = "no_wait")]
    family: Option<String>,
    /// Description of the image
    #[arg(long)]
    description: Option<String>,
    /// Operating system, such as Ubuntu
    #[arg(long)]
    platform: Option<String>,
    /// windows or linux
    #[arg(long)]
    os_type: Option<String>,
    /// i386, x86_64 or arm64
    #[arg(long)]
    architecture: Option<String>,
    /// BIOS or UEFI
    #[arg(long)]
    boot_mode: Option<String>,
    /// Auto, Aliyun or BYOL
    #[arg(long)]
    license_type: Option<String>,
    /// Tag of the image
    #[arg(long = "tag", value_name = "KEY=VALUE", value_parser = super::tag)]
    tags: Vec<(String, String)>,
    #[command(flatten)]
    waiting: Waiting,
}

impl Action for Import {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let mut request = Request::new("ImportImage")
            .with_some("ImageName", self.name.as_deref())
            .with_some("Description", self.description.as_deref())
            .with_some("Platform", self.platform.as_deref())
            .with_some("OSType", self.os_type.as_deref())
            .with_some("Architecture", self.architecture.as_deref())
            .with_some("BootMode", self.boot_mode.as_deref())
            .with_some("LicenseType", self.license_type.as_deref())
            .with_some("DiskDeviceMapping.1.DiskImageSize", self.disk_image_size)
            .with_tags(&self.tags)
            .once();
        let format = self.format.map(|format| format.to_uppercase());
        for (n, object) in (1..).zip(&self.objects) {
            let disk = |field: &str| format!("DiskDeviceMapping.{n}.{field}");
            request = request
                .with(&disk("OSSBucket"), &self.from_bucket)
                .with(&disk("OSSObject"), object)
                .with_some(&disk("Format"), format.as_deref());
        }
        let reply = session.send(request).await?;
        made(&session, &reply, &self.waiting, self.family.as_deref()).await
    }
}
