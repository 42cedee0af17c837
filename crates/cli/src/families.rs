//! `imagekin families`: all families of a region, and what each resolves to.

use clap::Args;

use crate::client::Request;
use crate::failure::Failure;
use crate::paging::Paging;
use crate::session::{Action, Session};
use crate::table::{Column, Table};

const COLUMNS: &[Column] = &[
    ("FAMILY", "ImageFamily"),
    ("IMAGES", "ImageCount"),
    ("AVAILABLE", "AvailableImageCount"),
    ("HEAD", "ImageId"),
    ("NAME", "ImageName"),
    ("REVISION", "Revision"),
    ("CHANGED", "ChangedTime"),
];

/// Flags of `imagekin families`.
#[derive(Args)]
pub(crate) struct Families {
    #[command(flatten)]
    paging: Paging,
}

impl Action for Families {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let reply = self.paging.send(&session, Request::new("ListImageFamilies"), "/Families/Family").await?;
        session.print(&reply, &Table::of(COLUMNS, &reply["Families"]["Family"]))
    }
}
