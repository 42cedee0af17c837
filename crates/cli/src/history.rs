//! `imagekin history`: every change of a family's head, newest first.

use clap::Args;

use crate::client::Request;
use crate::failure::Failure;
use crate::paging::Paging;
use crate::session::{Action, Session};
use crate::table::{Column, Table};

const COLUMNS: &[Column] = &[
    ("REVISION", "Revision"),
    ("CHANGED", "ChangedTime"),
    ("HEAD", "ImageId"),
    ("NAME", "ImageName"),
    ("DELETED", "Deleted"),
    ("BY", "ChangedBy"),
    ("REQUEST", "ChangeRequestId"),
];

/// Flags of `imagekin history`.
#[derive(Args)]
pub(crate) struct History {
    /// Name of the family
    family: String,
    #[command(flatten)]
    paging: Paging,
}

impl Action for History {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let request = Request::new("DescribeImageFamilyHistory").with("ImageFamily", &self.family);
        let reply = self.paging.send(&session, request, "/HeadChanges/HeadChange").await?;
        session.print(&reply, &Table::of(COLUMNS, &reply["HeadChanges"]["HeadChange"]))?;
        if reply["TotalCount"] == 0 {
            let (family, region) = (&self.family, &session.region);
            return Err(Failure::NotFound(format!("the family {family} has never had a head in {region}")));
        }
        Ok(())
    }
}
