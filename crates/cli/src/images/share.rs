//! `imagekin images share`: an image that other accounts may use.

use clap::Args;

use super::Accounts;
use crate::client::Request;
use crate::failure::Failure;
use crate::session::{Action, Session};

/// Flags of `imagekin images share`.
#[derive(Args)]
pub(crate) struct Share {
    /// The image
    image_id: String,
    #[command(flatten)]
    with: Accounts,
}

impl Action for Share {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let request = Request::new("ModifyImageSharePermission")
            .with("ImageId", &self.image_id)
            .with_list("AddAccount", &self.with.accounts)
            .with_flag("IsPublic", self.with.public);
        let reply = session.send(request).await?;
        session.print_done(&reply, &format!("{} is shared", self.image_id))
    }
}
