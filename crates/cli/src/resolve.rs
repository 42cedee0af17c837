//! `imagekin resolve`: which image is the newest usable one of a family.

use clap::Args;
use jiff::Timestamp;

use crate::client::{Request, text};
use crate::failure::Failure;
use crate::session::{Action, Session};
use crate::table::{Column, Table};

const FIELDS: &[Column] = &[
    ("Image", "ImageId"),
    ("Name", "ImageName"),
    ("Family", "ImageFamily"),
    ("Version", "ImageVersion"),
    ("Description", "Description"),
    ("Created", "CreationTime"),
    ("Platform", "Platform"),
    ("Architecture", "Architecture"),
    ("Size in GiB", "Size"),
];

/// Flags of `imagekin resolve`.
#[derive(Args)]
pub(crate) struct Resolve {
    /// Name of the family
    family: String,
    /// As it was at this instant, e.g. 2026-01-02T03:04:05Z or 2026-01-02T11:04:05+08:00
    #[arg(long, value_name = "INSTANT", conflicts_with = "revision", value_parser = instant)]
    as_of: Option<String>,
    /// As it was at this revision of the family's history
    #[arg(long, value_name = "N")]
    revision: Option<u64>,
}

impl Action for Resolve {
    async fn run(self, session: Session) -> Result<(), Failure> {
        let request = Request::new("DescribeImageFromFamily")
            .with("ImageFamily", &self.family)
            .with_some("AsOf", self.as_of.as_deref())
            .with_some("Revision", self.revision);
        let reply = session.send(request).await?;
        let image_id = text(&reply["Image"], "ImageId");
        if image_id.is_empty() {
            if session.is_json() {
                session.print_value(&reply, "")?;
            }
            return Err(self.no_head(&session.region));
        }
        if !session.is_table() {
            return session.print_value(&reply, &image_id);
        }
        let mut table = Table::fields(FIELDS, &reply["Image"]);
        if let Some(revision) = reply["Revision"].as_u64() {
            table = table.with_field("Revision", revision.to_string());
        }
        session.print(&reply, &table)
    }
}

impl Resolve {
    fn no_head(&self, region: &str) -> Failure {
        let family = &self.family;
        Failure::NotFound(if self.as_of.is_some() || self.revision.is_some() {
            format!(
                "the family {family} had no head in {region} then. `imagekin history {family}` tells when it had"
            )
        } else {
            format!(
                "the family {family} has no head in {region}: none of its images is Available. `imagekin explain \
                 {family}` tells why"
            )
        })
    }
}

/// Reads an instant with its zone; gives it as the wire has it, in UTC, to the microsecond.
fn instant(given: &str) -> Result<String, String> {
    let instant: Timestamp =
        given.parse().map_err(|_| "must be a date and a time with Z or an offset".to_owned())?;
    let (seconds, microseconds) = (instant.as_second(), instant.subsec_microsecond());
    let seconds = imagekin_rpc::time::print(seconds);
    if microseconds == 0 {
        return Ok(seconds);
    }
    Ok(format!("{}.{microseconds:06}Z", seconds.trim_end_matches('Z')))
}

#[cfg(test)]
mod tests {
    use super::instant;

    #[test]
    fn instants_are_sent_in_utc() {
        for (given, sent) in [
            ("2026-01-02T03:04:05Z", "2026-01-02T03:04:05Z"),
            ("2026-01-02T11:04:05+08:00", "2026-01-02T03:04:05Z"),
            ("2026-01-02 03:04:05.000006Z", "2026-01-02T03:04:05.000006Z"),
            ("2026-01-02T03:04:05.9999999Z", "2026-01-02T03:04:05.999999Z"),
        ] {
            assert_eq!(instant(given).as_deref(), Ok(sent), "{given}");
        }
        for given in ["", "2026-01-02", "2026-01-02T03:04:05", "yesterday"] {
            assert!(instant(given).is_err(), "{given}");
        }
    }
}
