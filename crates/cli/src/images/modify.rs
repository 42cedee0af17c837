//! `imagekin images modify`: name, family and description of an image, and whether it can be deleted.

use clap::Args;

use super::modify_request;
use crate::failure::Failure;
use crate::session::{Action, Session};

/// Flags of `imagekin images modify`.
#[derive(Args)]
pub(crate) struct Modify {
    /// The image
    image_id: String,
    #[command(flatten)]
    change: Change,
}

/// What is to be different.
#[derive(Args)]
#[group(required = true, multiple = true)]
struct Change {
    /// New name
    #[arg(long)]
    name: Option<String>,
    /// New family
    #[arg(long)]
    family: Option<String>,
    /// New description; an empty one removes it
    #[arg(long)]
    description: Option<String>,
    /// BIOS, UEFI or UEFI-Preferred
    #[arg(long)]
    boot_mode: Option<String>,
    /// It cannot be deleted any more
    #[arg(long, conflicts_with = "unprotect")]
    protect: bool,
    /// It can be deleted again
    #[arg(long)]
    unprotect: bool,
}

impl Action for Modify {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let Change { protect, unprotect, .. } = self.change;
        let request = modify_request(&self.image_id)
            .with_some("ImageName", self.change.name)
            .with_some("ImageFamily", self.change.family)
            .with_some("Description", self.change.description)
            .with_some("BootMode", self.change.boot_mode)
            .with_some("DeletionProtection", (protect || unprotect).then_some(protect));
        let reply = session.send(request).await?;
        session.print_done(&reply, &format!("{} is changed", self.image_id))
    }
}
