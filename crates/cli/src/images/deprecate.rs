//! `imagekin images deprecate`: images that are Deprecated, so that their families resolve to others.

use clap::Args;

use super::set_status;
use crate::failure::Failure;
use crate::session::{Action, Session};

/// Flags of `imagekin images deprecate`.
#[derive(Args)]
pub(crate) struct Deprecate {
    /// The images
    #[arg(required = true, value_name = "IMAGE_ID")]
    image_ids: Vec<String>,
}

impl Action for Deprecate {
    async fn run(self, session: Session) -> Result<(), Failure> {
        set_status(&session, &self.image_ids, "Deprecated").await
    }
}
