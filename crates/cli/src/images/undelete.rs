//! `imagekin images undelete`: deleted images that are there again.

use clap::Args;

use crate::client::Request;
use crate::failure::Failure;
use crate::session::{Action, Session};

/// Flags of `imagekin images undelete`.
#[derive(Args)]
pub(crate) struct Undelete {
    /// The images
    #[arg(required = true, value_name = "IMAGE_ID")]
    image_ids: Vec<String>,
}

impl Action for Undelete {
    async fn run(self, session: Session) -> Result<(), Failure> {
        for image_id in &self.image_ids {
            let reply = session.send(Request::new("RestoreImage").with("ImageId", image_id)).await?;
            session.print_done(&reply, &format!("{image_id} is there again"))?;
        }
        Ok(())
    }
}
