//! The audit log: what changes something is told in the transaction that changes it, what is refused soon after the answer.

use std::sync::Arc;

use imagekin_catalog::Timestamp;
use imagekin_store::{AuditEntry, AuditEvent};

use crate::config::AuditSettings;
use crate::{App, Random, random};

mod event;
mod file;
mod parameters;
mod refusals;
mod resources;

pub(crate) use event::{About, Event, InBucket, UserIdentity};
pub(crate) use refusals::run;
pub use refusals::write_refusals;

use file::AuditFile;
use refusals::Refusals;

/// What the server has of the audit log, beside the store.
pub(crate) struct Audit {
    pub(crate) refusals: Refusals,
    file: Option<AuditFile>,
}

impl Audit {
    /// As the settings say.
    ///
    /// # Errors
    /// What the system says when it gives no thread.
    pub(crate) fn open(settings: &AuditSettings) -> std::io::Result<Self> {
        let refusals = Refusals::new(settings.refusals_per_s_max);
        let file = settings.file.as_ref().map(|path| AuditFile::open(path.clone(), settings)).transpose()?;
        Ok(Self { refusals, file })
    }

    /// Events are committed: they go into the file, too, where there is one.
    pub(crate) fn file(&self, entries: impl IntoIterator<Item = AuditEntry>) {
        if let Some(file) = &self.file {
            entries.into_iter().for_each(|entry| file.append(&entry));
        }
    }

    /// Waits until all that was given to the file is in it.
    pub(crate) fn flush(&self) {
        if let Some(file) = &self.file {
            file.flush();
        }
    }
}

/// The server has answered all that it will: what is not written yet is written now.
pub(crate) async fn end(app: &Arc<App>) {
    refusals::write_and_tell(app).await;
    let app = Arc::clone(app);
    // The disk may take its time.
    let _ = tokio::task::spawn_blocking(move || app.audit.flush()).await;
}

/// The event of what an operator does to a store, past the API.
#[must_use]
pub fn operator_event(
    name: &str,
    parameters: &[(&str, &str)],
    now: Timestamp,
    random: &dyn Random,
) -> AuditEvent {
    Event::of_operator(name, parameters, now, &random::request_id(random)).printed(now)
}
