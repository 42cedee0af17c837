//! Connections that many statements share at once: each is sent without waiting for the answers to those before it.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::sync::Mutex;
use tokio::time::{Instant, timeout};
use tokio_postgres::Row;

use super::session::{CONNECT_MAX, Connector, Session};
use crate::StoreError;
use crate::db::Value;

/// Connections: enough to keep as many processes of the server at work, few enough that statements come in groups.
const PIPELINES: usize = 4;
/// Longest wait for an answer, whatever time the server allows a statement: reading a head takes a millisecond.
const ANSWER_MAX: Duration = Duration::from_secs(15);
/// After a failure to connect, those who come within this time hear of it at once.
const RETRY_AFTER: Duration = Duration::from_millis(250);

enum Pipeline {
    Open(Arc<Session>),
    Closed { retry_at: Option<Instant>, why: String },
}

/// The connections.
pub(super) struct Pipelines {
    connector: Connector,
    pipelines: Vec<Mutex<Pipeline>>,
    next: AtomicUsize,
}

impl Pipelines {
    pub(super) fn new(connector: Connector) -> Self {
        let closed = |_| Mutex::new(Pipeline::Closed { retry_at: None, why: String::new() });
        Self { connector, pipelines: (0..PIPELINES).map(closed).collect(), next: AtomicUsize::new(0) }
    }

    /// The rows of a statement that is a transaction of its own.
    pub(super) async fn rows(&self, sql: &str, values: &[Value<'_>]) -> Result<Vec<Row>, StoreError> {
        let session = self.session().await?;
        match timeout(ANSWER_MAX, session.rows(sql, values)).await {
            Ok(rows) => Ok(rows?),
            Err(_) => {
                // Nor does it answer those who have asked since.
                session.abandon();
                Err(StoreError::Unavailable("the database does not answer".to_owned()))
            }
        }
    }

    async fn session(&self) -> Result<Arc<Session>, StoreError> {
        let turn = self.next.fetch_add(1, Ordering::Relaxed) % self.pipelines.len();
        let mut pipeline = self.pipelines[turn].lock().await;
        match &*pipeline {
            Pipeline::Open(session) if session.is_usable() => return Ok(Arc::clone(session)),
            Pipeline::Closed { retry_at: Some(at), why } if Instant::now() < *at => {
                return Err(StoreError::Unavailable(why.clone()));
            }
            _ => {}
        }
        let unanswered = || StoreError::Unavailable("the database cannot be reached".to_owned());
        let connected = timeout(CONNECT_MAX, self.connector.connect()).await;
        match connected.unwrap_or_else(|_| Err(unanswered())) {
            Ok(session) => {
                let session = Arc::new(session);
                *pipeline = Pipeline::Open(Arc::clone(&session));
                Ok(session)
            }
            Err(error) => {
                let retry_at = Some(Instant::now() + RETRY_AFTER);
                *pipeline = Pipeline::Closed { retry_at, why: error.to_string() };
                Err(error)
            }
        }
    }
}
