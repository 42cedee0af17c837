//! What stands in the audit log, read past the store.

use std::collections::BTreeMap;

use imagekin_catalog::Timestamp;
use imagekin_store::{AuditEvent, Filed, VerifiedTrail};
use serde_json::Value;

use super::TestApp;

/// For what needs an event of which nothing is asked.
pub(crate) fn no_event() -> AuditEvent {
    AuditEvent { at: Timestamp::from_seconds(0), json: "{}".to_owned() }
}

/// An event, and the trail that it stands in.
#[derive(Clone, Debug)]
pub(crate) struct Logged {
    pub(crate) account: i64,
    pub(crate) trail: String,
    pub(crate) text: String,
    pub(crate) event: Value,
}

impl TestApp {
    /// All events, each refusal until now among them.
    pub(crate) async fn events(&self) -> Vec<Logged> {
        imagekin_server::write_refusals(&self.app).await.expect("the store works");
        self.events_written()
    }

    /// The events that are written.
    pub(crate) fn events_written(&self) -> Vec<Logged> {
        let db = self.database().open(self.folder());
        let sql = "SELECT account_id, trail, event FROM audit_events ORDER BY account_id, trail, sequence";
        let mut statement = db.prepare(sql).expect("SQL");
        let logged = statement.query_map([], |row| {
            let text: String = row.get(2)?;
            let event = serde_json::from_str(&text).expect("an event is JSON");
            Ok(Logged { account: row.get(0)?, trail: row.get(1)?, text, event })
        });
        logged.expect("rows").collect::<Result<_, _>>().expect("events")
    }

    /// All events, by their requests.
    pub(crate) async fn events_by_request(&self) -> BTreeMap<String, Vec<Logged>> {
        let mut by_request: BTreeMap<String, Vec<Logged>> = BTreeMap::new();
        for logged in self.events().await {
            let id = logged.event["requestId"].as_str().expect("a request id").to_owned();
            by_request.entry(id).or_default().push(logged);
        }
        by_request
    }

    /// What a look at all trails comes to, which must find nothing wrong.
    pub(crate) async fn sound_trails(&self) -> Vec<VerifiedTrail> {
        let trails = self.app.store().verify_audit(Filed::default()).await.expect("the store works");
        assert!(trails.iter().all(|trail| trail.problems.is_empty()), "{trails:?}");
        trails
    }
}
