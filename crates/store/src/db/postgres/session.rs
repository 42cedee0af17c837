//! One connection to the server, with the statements that were prepared on it.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use deadpool::managed::{Manager, Metrics, RecycleError, RecycleResult};
use futures_util::TryStreamExt;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::time::timeout;
use tokio_postgres::config::TargetSessionAttrs;
use tokio_postgres::{Client, Config, NoTls, Row, Statement};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::schema::presence;
use super::settings::PostgresSettings;
use crate::StoreError;
use crate::db::{Value, told};

/// Longest time to reach the server, all its hosts together.
pub(super) const CONNECT_MAX: Duration = Duration::from_secs(15);
/// Longest time to reach one host and to set a connection to it up.
const HOST_CONNECT_MAX: Duration = Duration::from_secs(5);
/// A host that acknowledges nothing for so long is gone.
const SILENCE_MAX: Duration = Duration::from_secs(10);
/// How often a host that is silent is asked whether it is there.
const KEEPALIVE_EVERY: Duration = Duration::from_secs(2);
/// The server gives a transaction up, and with it the catalogue that it holds, when nothing comes for so long.
const IDLE_IN_TRANSACTION_MAX: Duration = Duration::from_secs(30);
/// Prepared statements kept per connection: more than the catalogue has, but for lists of any length.
const STATEMENTS_MAX: usize = 256;

/// Opens connections.
#[derive(Clone)]
pub(super) struct Connector {
    /// One for each host, in the order in which they are tried.
    hosts: Vec<Config>,
    tls: Option<MakeRustlsConnect>,
    set_up: String,
}

impl Connector {
    pub(super) fn new(settings: &PostgresSettings) -> Result<Self, StoreError> {
        let (mut hosts, tls) = settings.parse()?;
        for config in &mut hosts {
            if config.get_application_name().is_none() {
                config.application_name("imagekin");
            }
            // A standby answers no write, and its answers may be old.
            config.target_session_attrs(TargetSessionAttrs::ReadWrite);
            config
                .keepalives_idle(SILENCE_MAX)
                .keepalives_interval(KEEPALIVE_EVERY)
                .tcp_user_timeout(SILENCE_MAX);
        }
        let silence_ms = SILENCE_MAX.as_millis();
        // Acknowledged means durable: what a server or a role has turned off is turned on again, what is stricter stays.
        let set_up = format!(
            "SET statement_timeout = {}; SET idle_in_transaction_session_timeout = {}; \
             SET tcp_user_timeout = {silence_ms}; SET jit = off; SET default_transaction_isolation = 'read committed'; \
             SELECT set_config('synchronous_commit', 'on', false) \
             WHERE current_setting('synchronous_commit') NOT IN ('on', 'remote_apply'); {}",
            settings.statement_ms_max,
            IDLE_IN_TRANSACTION_MAX.as_millis(),
            presence(),
        );
        Ok(Self { hosts, tls, set_up })
    }

    /// The same for connections whose commits wait for no disk: for what is no loss.
    pub(super) fn without_durability(mut self) -> Self {
        self.set_up.push_str("; SET synchronous_commit = off");
        self
    }

    /// Reaches the first host that can be written. One that takes a connection and then says nothing holds up none of the
    /// others.
    pub(super) async fn connect(&self) -> Result<Session, StoreError> {
        let mut why = None;
        for host in &self.hosts {
            let unanswered = |_| StoreError::Unavailable("a host of the database does not answer".to_owned());
            match timeout(HOST_CONNECT_MAX, self.connect_to(host)).await.map_err(unanswered).flatten() {
                Ok(session) => return Ok(session),
                Err(error) => why = Some(error),
            }
        }
        Err(why
            .unwrap_or_else(|| StoreError::Unusable("the address of the database names no host".to_owned())))
    }

    async fn connect_to(&self, host: &Config) -> Result<Session, StoreError> {
        let client = match &self.tls {
            None => host.connect(NoTls).await.map(drive)?,
            Some(tls) => host.connect(tls.clone()).await.map(drive)?,
        };
        client.batch_execute(&self.set_up).await?;
        Ok(Session { client, statements: Mutex::default(), is_sound: AtomicBool::new(true) })
    }
}

/// Carries what is sent and answered, until the client is dropped or the server has gone.
fn drive<S, T>((client, connection): (Client, tokio_postgres::Connection<S, T>)) -> Client
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    T: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    tokio::spawn(async move {
        if let Err(error) = connection.await {
            tracing::warn!(error = %StoreError::from(error), "A connection to the database has ended");
        }
    });
    client
}

impl Manager for Connector {
    type Type = Session;
    type Error = StoreError;

    async fn create(&self) -> Result<Session, StoreError> {
        self.connect().await
    }

    async fn recycle(&self, session: &mut Session, _: &Metrics) -> RecycleResult<StoreError> {
        match session.is_usable() {
            true => Ok(()),
            false => Err(RecycleError::message("the connection has ended")),
        }
    }
}

/// A connection.
pub(super) struct Session {
    pub(super) client: Client,
    statements: Mutex<HashMap<String, Statement>>,
    /// No transaction has been left open on it.
    is_sound: AtomicBool,
}

impl Session {
    pub(super) fn is_usable(&self) -> bool {
        self.is_sound.load(Ordering::Acquire) && !self.client.is_closed()
    }

    pub(super) fn set_sound(&self, is_sound: bool) {
        self.is_sound.store(is_sound, Ordering::Release);
    }

    /// The statement, prepared at its first use.
    pub(super) async fn prepare(&self, sql: &str) -> Result<Statement, tokio_postgres::Error> {
        told(sql);
        let known = || self.statements.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(statement) = known().get(sql) {
            return Ok(statement.clone());
        }
        let statement = self.client.prepare(sql).await?;
        let mut known = known();
        if known.len() >= STATEMENTS_MAX {
            // The server forgets them, too: each says so when it is dropped.
            known.clear();
        }
        known.insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }

    /// The rows of a statement.
    pub(super) async fn rows(
        &self,
        sql: &str,
        values: &[Value<'_>],
    ) -> Result<Vec<Row>, tokio_postgres::Error> {
        let statement = self.prepare(sql).await?;
        self.client.query_raw(&statement, values.iter().copied()).await?.try_collect().await
    }

    /// Runs a statement; gives the number of rows that it changed.
    pub(super) async fn execute(
        &self,
        sql: &str,
        values: &[Value<'_>],
    ) -> Result<u64, tokio_postgres::Error> {
        let statement = self.prepare(sql).await?;
        self.client.execute_raw(&statement, values.iter().copied()).await
    }
}

#[cfg(test)]
mod tests {
    use imagekin_testing::Unavailable;

    use super::*;
    use crate::DatabaseUrl;

    /// As one does whose disk hangs: the kernel takes connections for it.
    #[tokio::test]
    async fn a_host_that_says_nothing_holds_up_no_other() -> Result<(), &'static Unavailable> {
        let silent = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = silent.local_addr().expect("an address");
        let url = imagekin_testing::shared()?.create_database();
        let both = url.replacen('@', &format!("@{address},"), 1);
        for (url, is_reached) in [(both, true), (format!("postgres://u@{address}/d"), false)] {
            let url = DatabaseUrl::new(url);
            let settings = PostgresSettings { url, connections_max: 1, statement_ms_max: 10_000 };
            let connector = Connector::new(&settings).expect("an address");
            let connected = timeout(CONNECT_MAX, connector.connect()).await.expect("an outcome in time");
            assert_eq!(connected.is_ok(), is_reached);
        }
        Ok(())
    }
}
