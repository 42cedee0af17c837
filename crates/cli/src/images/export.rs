//! `imagekin images export`: an image as an object in a bucket.

use clap::Args;

use crate::client::{Request, text};
use crate::failure::Failure;
use crate::session::{Action, Session};
use crate::wait::{Waiting, Work};

/// Flags of `imagekin images export`.
#[derive(Args)]
pub(crate) struct Export {
    /// The image
    image_id: String,
    /// Bucket, in the region of the image
    #[arg(long, value_name = "BUCKET")]
    to_bucket: String,
    /// Beginning of the object's name: 1 to 30 letters and digits
    #[arg(long)]
    prefix: Option<String>,
    /// raw, vhd, qcow2, vmdk or vdi [default: raw]
    #[arg(long)]
    format: Option<String>,
    #[command(flatten)]
    waiting: Waiting,
}

impl Action for Export {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let request = Request::new("ExportImage")
            .with("ImageId", &self.image_id)
            .with("OSSBucket", &self.to_bucket)
            .with_some("OSSPrefix", self.prefix)
            .with_some("ImageFormat", self.format);
        let reply = session.send(request).await?;
        let task_id = text(&reply, "TaskId");
        session.print_value(&reply, &task_id)?;
        self.waiting.until_done(&session, &Work::Task(task_id)).await
    }
}
