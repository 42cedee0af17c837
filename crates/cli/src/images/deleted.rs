//! `imagekin images deleted`: what is in the recycle bin, as long as it is.

use clap::Args;
use serde_json::Value;

use crate::client::{Request, text};
use crate::failure::Failure;
use crate::session::{Action, Session};
use crate::table::{Column, Table};

const COLUMNS: &[Column] = &[
    ("IMAGE", "ImageId"),
    ("NAME", "ImageName"),
    ("FAMILY", "ImageFamily"),
    ("STATUS", "Status"),
    ("CREATED", "CreationTime"),
    ("DELETED", "DeletedTime"),
    ("UNTIL", "RestorableUntil"),
];
/// The most that the service gives at once.
const MAX_RESULTS: u32 = 100;

/// Flags of `imagekin images deleted`.
#[derive(Args)]
pub(crate) struct Deleted {}

impl Action for Deleted {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let request = || Request::new("ListDeletedImages").with("MaxResults", &MAX_RESULTS);
        let mut reply = session.send(request()).await?;
        loop {
            let token = text(&reply, "NextToken");
            if token.is_empty() {
                break;
            }
            let mut page = session.send(request().with("NextToken", &token)).await?;
            reply["NextToken"] = page["NextToken"].take();
            let more = page["DeletedImages"]["DeletedImage"].take();
            if let (Value::Array(all), Value::Array(more)) =
                (&mut reply["DeletedImages"]["DeletedImage"], more)
            {
                all.extend(more);
            }
        }
        session.print(&reply, &Table::of(COLUMNS, &reply["DeletedImages"]["DeletedImage"]))
    }
}
