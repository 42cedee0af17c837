//! `imagekin explain`: what a family resolves to, and why each of its images is, or is not, the head.

use clap::Args;
use serde_json::Value;

use crate::client::{Request, text};
use crate::failure::Failure;
use crate::session::{Action, Session};
use crate::table::{Column, Table};

const COLUMNS: &[Column] = &[
    ("VERDICT", "Verdict"),
    ("IMAGE", "ImageId"),
    ("NAME", "ImageName"),
    ("STATUS", "Status"),
    ("CREATED", "CreationTime"),
    ("SEQUENCE", "Sequence"),
    ("REASON", "Reason"),
];

/// Flags of `imagekin explain`.
#[derive(Args)]
pub(crate) struct Explain {
    /// Name of the family
    family: String,
}

impl Action for Explain {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let reply =
            session.send(Request::new("ExplainImageFamily").with("ImageFamily", &self.family)).await?;
        let candidates = &reply["Candidates"]["Candidate"];
        session.print(&reply, &Table::of(COLUMNS, candidates))?;
        let (family, region) = (&self.family, &session.region);
        if candidates.as_array().is_none_or(Vec::is_empty) {
            return Err(Failure::NotFound(format!("no image in {region} is of the family {family}")));
        }
        if session.is_table() {
            eprintln!("{}", conclusion(family, &reply));
        }
        Ok(())
    }
}

fn conclusion(family: &str, reply: &Value) -> String {
    match text(reply, "ImageId").as_str() {
        "" => format!("{family} has no head"),
        head => format!("{family} resolves to {head} since revision {}", reply["Revision"]),
    }
}
