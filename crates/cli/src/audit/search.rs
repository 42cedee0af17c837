//! `imagekin audit search`: which events there are, by what they say.

use std::io::{IsTerminal, Write};

use clap::Args;
use imagekin_access::AccountId;
use imagekin_catalog::Timestamp;
use imagekin_rpc::time;
use imagekin_store::{AuditSearch, FoundEvent, Trail};
use serde_json::{Value, json};

use crate::data::{Data, account, open_to_read};
use crate::session::Format;
use crate::table::{Column, Table};

const COLUMNS: &[Column] = &[
    ("TIME", "time"),
    ("TRAIL", "trail"),
    ("EVENT", "event"),
    ("WHO", "who"),
    ("RESOURCE", "resource"),
    ("ERROR", "error"),
    ("REQUEST", "request"),
];

/// Flags of `imagekin audit search`.
#[derive(Args)]
pub(crate) struct Search {
    /// In the trails of this account
    #[arg(long, value_name = "UID", value_parser = account)]
    account: Option<AccountId>,
    /// From then on, as 2026-01-02T03:04:05Z
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    since: Option<Timestamp>,
    /// Before then
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    until: Option<Timestamp>,
    #[command(flatten)]
    filter: Filter,
    /// Most events
    #[arg(long, value_name = "NUMBER", default_value_t = 100)]
    limit: usize,
    /// How to print; JSON is the whole event on a line [default: table on a terminal, json elsewhere]
    #[arg(long, short, value_name = "FORMAT")]
    output: Option<Format>,
    #[command(flatten)]
    data: Data,
}

/// What an event must say. Each is compared as a whole.
#[derive(Args)]
struct Filter {
    /// In the catalogues of this region
    #[arg(long, value_name = "REGION")]
    region: Option<String>,
    /// Of this action
    #[arg(long, value_name = "NAME")]
    event_name: Option<String>,
    /// By this user, by name or id; of a role, ROLE:SESSION
    #[arg(long, value_name = "USER")]
    user: Option<String>,
    /// By this access key
    #[arg(long, value_name = "ID")]
    access_key_id: Option<String>,
    /// About this image, snapshot, user, …
    #[arg(long, value_name = "ID")]
    resource: Option<String>,
    /// Refused with this code
    #[arg(long, value_name = "CODE")]
    error: Option<String>,
    /// Refused with any code
    #[arg(long)]
    refused: bool,
    /// Of this request
    #[arg(long, value_name = "ID")]
    request_id: Option<String>,
}

impl Search {
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        let store = open_to_read(&self.data.settings()?).await?;
        let filter = self.filter;
        let search = AuditSearch {
            account: self.account,
            since: self.since.unwrap_or(Timestamp::from_micros(i64::MIN)),
            until: self.until.unwrap_or(Timestamp::from_micros(i64::MAX)),
            fits: Box::new(move |trail, event| filter.fits(trail, event)),
            limit: self.limit,
        };
        let found = store.search_audit(search).await?;
        let mut out = std::io::stdout();
        let on_terminal = if out.is_terminal() { Format::Table } else { Format::Json };
        match self.output.unwrap_or(on_terminal) {
            Format::Json => found.iter().try_for_each(|found| writeln!(out, "{}", found.event))?,
            Format::Table => {
                write!(out, "{}", Table::of(COLUMNS, &found.iter().map(row).collect()).aligned())?;
            }
            Format::Text => write!(out, "{}", Table::of(COLUMNS, &found.iter().map(row).collect()).tabbed())?,
        }
        Ok(())
    }
}

impl Filter {
    fn fits(&self, trail: &Trail, event: &str) -> bool {
        if self.region.as_ref().is_some_and(|region| *region != trail.region()) {
            return false;
        }
        let Ok(event) = serde_json::from_str::<Value>(event) else { return false };
        let is = |asked: &Option<String>, says: &[&Value]| {
            asked.as_ref().is_none_or(|asked| says.iter().any(|value| value.as_str() == Some(asked)))
        };
        let who = &event["userIdentity"];
        is(&self.event_name, &[&event["eventName"]])
            && is(&self.user, &[&who["userName"], &who["principalId"]])
            && is(&self.access_key_id, &[&who["accessKeyId"]])
            && is(&self.error, &[&event["errorCode"]])
            && is(&self.request_id, &[&event["requestId"]])
            && (!self.refused || event.get("errorCode").is_some())
            && is(&self.resource, &resources(&event))
    }
}

/// The names of all that an event is about.
fn resources(event: &Value) -> Vec<&Value> {
    let named = event["referencedResources"].as_object().into_iter().flatten();
    let named = named.flat_map(|(_, names)| names.as_array().into_iter().flatten());
    named.chain(event["responseElements"].as_object().into_iter().flatten().map(|(_, id)| id)).collect()
}

fn row(found: &FoundEvent) -> Value {
    let event: Value = serde_json::from_str(&found.event).unwrap_or_default();
    let who = &event["userIdentity"];
    let name =
        [&who["userName"], &who["accessKeyId"], &who["type"]].into_iter().find(|name| name.is_string());
    json!({
        "time": time::print_instant(found.at.as_micros()),
        "trail": found.trail.to_string(),
        "event": event["eventName"],
        "who": name,
        "resource": event["resourceName"],
        "error": event["errorCode"],
        "request": event["requestId"],
    })
}

fn instant(text: &str) -> Result<Timestamp, String> {
    let micros = time::parse_instant(text).ok_or("must be as 2026-01-02T03:04:05Z")?;
    Ok(Timestamp::from_micros(micros))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filter(change: impl FnOnce(&mut Filter)) -> Filter {
        let mut filter = Filter {
            region: None,
            event_name: None,
            user: None,
            access_key_id: None,
            resource: None,
            error: None,
            refused: false,
            request_id: None,
        };
        change(&mut filter);
        filter
    }

    #[test]
    fn each_flag_chooses_by_its_field() {
        let event = json!({
            "eventName": "DeleteImage", "requestId": "R", "errorCode": "Forbidden.RAM",
            "userIdentity": {"userName": "alice", "principalId": "17", "accessKeyId": "key"},
            "referencedResources": {"ACS::ECS::Image": ["m-1", "m-2"]}, "responseElements": {"TaskId": "t-1"},
        })
        .to_string();
        let trail = Trail::named("1234567890123456/cn-hangzhou");
        let fits = |filter: &Filter| filter.fits(&trail, &event);
        let text = |text: &str| Some(text.to_owned());
        for (good, bad) in [
            (filter(|f| f.region = text("cn-hangzhou")), filter(|f| f.region = text("cn-beijing"))),
            (filter(|f| f.event_name = text("DeleteImage")), filter(|f| f.event_name = text("Delete"))),
            (filter(|f| f.user = text("alice")), filter(|f| f.user = text("bob"))),
            (filter(|f| f.user = text("17")), filter(|f| f.user = text("1"))),
            (filter(|f| f.access_key_id = text("key")), filter(|f| f.access_key_id = text("other"))),
            (filter(|f| f.resource = text("m-2")), filter(|f| f.resource = text("m-3"))),
            (filter(|f| f.resource = text("t-1")), filter(|f| f.resource = text("t-2"))),
            (filter(|f| f.error = text("Forbidden.RAM")), filter(|f| f.error = text("Forbidden"))),
            (filter(|f| f.request_id = text("R")), filter(|f| f.request_id = text("r"))),
        ] {
            assert!(fits(&good) && !fits(&bad));
        }
        assert!(fits(&filter(|f| f.refused = true)) && fits(&filter(|_| ())));
        assert!(!filter(|f| f.refused = true).fits(&trail, "{}"));
    }
}
