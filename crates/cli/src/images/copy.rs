//! `imagekin images copy`: the same image in another region.

use clap::Args;

use super::made;
use crate::client::Request;
use crate::failure::Failure;
use crate::session::{Action, Session};
use crate::wait::Waiting;

/// Flags of `imagekin images copy`.
#[derive(Args)]
pub(crate) struct Copy {
    /// The image, in the region of --region
    image_id: String,
    /// Region of the copy
    #[arg(long, value_name = "REGION")]
    to_region: String,
    /// Name of the copy
    #[arg(long)]
    name: Option<String>,
    /// Family that the copy is put into when it is Available
    #[arg(long, conflicts_with = "no_wait")]
    family: Option<String>,
    /// Description of the copy
    #[arg(long)]
    description: Option<String>,
    /// Tag of the copy
    #[arg(long = "tag", value_name = "KEY=VALUE", value_parser = super::tag)]
    tags: Vec<(String, String)>,
    #[command(flatten)]
    waiting: Waiting,
}

impl Action for Copy {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let request = Request::new("CopyImage")
            .with("ImageId", &self.image_id)
            .with("DestinationRegionId", &self.to_region)
            .with_some("DestinationImageName", self.name.as_deref())
            .with_some("DestinationDescription", self.description.as_deref())
            .with_tags(&self.tags)
            .once();
        let reply = session.send(request).await?;
        made(&session.in_region(&self.to_region), &reply, &self.waiting, self.family.as_deref()).await
    }
}
