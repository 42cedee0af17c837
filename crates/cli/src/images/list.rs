//! `imagekin images list`: the images of a region, newest first.

use clap::Args;

use crate::client::Request;
use crate::failure::Failure;
use crate::paging::Paging;
use crate::session::{Action, Session};
use crate::table::{Column, Table};

const COLUMNS: &[Column] = &[
    ("IMAGE", "ImageId"),
    ("NAME", "ImageName"),
    ("FAMILY", "ImageFamily"),
    ("STATUS", "Status"),
    ("CREATED", "CreationTime"),
    ("GIB", "Size"),
    ("OWNER", "ImageOwnerAlias"),
];
/// What `--owner` says for images of every owner: a word that ECS has not.
const EVERYONE: &str = "all";

/// Flags of `imagekin images list`.
#[derive(Args)]
pub(crate) struct List {
    /// Images of this family
    #[arg(long)]
    family: Option<String>,
    /// Images of this name; * stands for anything
    #[arg(long)]
    name: Option<String>,
    /// Images of these statuses, such as Available or Creating,Waiting
    #[arg(long, default_value = "ALL")]
    status: String,
    /// Images that have this tag
    #[arg(long = "tag", value_name = "KEY=VALUE", value_parser = super::tag)]
    tags: Vec<(String, String)>,
    /// Images that this snapshot is a disk of
    #[arg(long, value_name = "ID")]
    snapshot_id: Option<String>,
    /// Whose images
    #[arg(long, default_value = "self", value_parser = ["self", "system", "others", "marketplace", EVERYONE])]
    owner: String,
    #[command(flatten)]
    paging: Paging,
}

impl Action for List {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let request = Request::new("DescribeImages")
            .with("Status", &self.status)
            .with_some("ImageFamily", self.family.as_deref())
            .with_some("ImageName", self.name.as_deref())
            .with_some("SnapshotId", self.snapshot_id.as_deref())
            .with_some("ImageOwnerAlias", Some(&self.owner).filter(|owner| *owner != EVERYONE))
            .with_tags(&self.tags);
        let reply = self.paging.send(&session, request, "/Images/Image").await?;
        session.print(&reply, &Table::of(COLUMNS, &reply["Images"]["Image"]))
    }
}
