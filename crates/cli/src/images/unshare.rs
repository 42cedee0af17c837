//! `imagekin images unshare`: an image that other accounts may no longer use.

use clap::Args;

use super::Accounts;
use crate::client::Request;
use crate::failure::Failure;
use crate::session::{Action, Session};

/// Flags of `imagekin images unshare`.
#[derive(Args)]
pub(crate) struct Unshare {
    /// The image
    image_id: String,
    #[command(flatten)]
    with: Accounts,
}

impl Action for Unshare {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let request = Request::new("ModifyImageSharePermission")
            .with("ImageId", &self.image_id)
            .with_list("RemoveAccount", &self.with.accounts)
            .with_some("IsPublic", self.with.public.then_some("false"));
        let reply = session.send(request).await?;
        session.print_done(&reply, &format!("{} is shared no longer", self.image_id))
    }
}
