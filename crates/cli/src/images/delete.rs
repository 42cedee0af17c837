//! `imagekin images delete`: images that are no more.

use clap::Args;

use crate::client::Request;
use crate::failure::Failure;
use crate::session::{Action, Session};

/// Flags of `imagekin images delete`.
#[derive(Args)]
pub(crate) struct Delete {
    /// The images
    #[arg(required = true, value_name = "IMAGE_ID")]
    image_ids: Vec<String>,
    /// Even if instances use them
    #[arg(long)]
    force: bool,
}

impl Action for Delete {
    async fn run(self, session: Session) -> Result<(), Failure> {
        for image_id in &self.image_ids {
            let request =
                Request::new("DeleteImage").with("ImageId", image_id).with_flag("Force", self.force);
            let reply = session.send(request).await?;
            session.print_done(&reply, &format!("{image_id} is deleted"))?;
        }
        Ok(())
    }
}
