//! `imagekin images restore`: images that are Available again.

use clap::Args;

use super::set_status;
use crate::failure::Failure;
use crate::session::{Action, Session};

/// Flags of `imagekin images restore`.
#[derive(Args)]
pub(crate) struct Restore {
    /// The images
    #[arg(required = true, value_name = "IMAGE_ID")]
    image_ids: Vec<String>,
}

impl Action for Restore {
    async fn run(self, session: Session) -> Result<(), Failure> {
        set_status(&session, &self.image_ids, "Available").await
    }
}
