//! One connection to the server, with the statements that were prepared on it.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use deadpool::managed::{Manager, Metrics, RecycleError, RecycleResult};
use futures_util::TryStreamExt;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::watch;
use tokio::task::AbortHandle;
use tokio::time::{Instant, sleep_until, timeout};
use tokio_postgres::config::TargetSessionAttrs;
use tokio_postgres::{Client, Config, NoTls, Row, SimpleQueryMessage, Statement};
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
    /// One for each host.
    hosts: Vec<Config>,
    tls: Option<MakeRustlsConnect>,
    set_up: String,
    /// What the newest connection has found, told to all others.
    primary: Arc<watch::Sender<Primary>>,
}

/// The server that is written: there is one at a time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Primary {
    /// Its place in the list of hosts.
    host: usize,
    /// When it was started, in microseconds since 1970: that no other one was, whatever name it is reached by.
    started_at_us: i64,
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
        // What takes as long as it takes may be held up by whoever reads what it prints, too.
        let idle_ms = if settings.statement_ms_max == 0 { 0 } else { IDLE_IN_TRANSACTION_MAX.as_millis() };
        // Acknowledged means durable: what a server or a role has turned off is turned on again, what is stricter stays.
        let set_up = format!(
            "SELECT (extract(epoch FROM pg_postmaster_start_time()) * 1000000)::bigint AS started_at_us; \
             SET statement_timeout = {}; SET idle_in_transaction_session_timeout = {idle_ms}; \
             SET tcp_user_timeout = {silence_ms}; SET jit = off; SET default_transaction_isolation = 'read committed'; \
             SELECT set_config('synchronous_commit', 'on', false) \
             WHERE current_setting('synchronous_commit') NOT IN ('on', 'remote_apply'); {}",
            settings.statement_ms_max,
            presence(),
        );
        Ok(Self { hosts, tls, set_up, primary: Arc::default() })
    }

    /// The same for connections whose commits wait for no disk: for what is no loss.
    pub(super) fn without_durability(mut self) -> Self {
        self.set_up.push_str("; SET synchronous_commit = off");
        self
    }

    /// Reaches the first host that can be written, beginning with the last that could. One that takes a connection and then
    /// says nothing holds up none of the others.
    pub(super) async fn connect(&self) -> Result<Session, StoreError> {
        let mut why = None;
        let first = self.primary.borrow().host;
        for host in (first..self.hosts.len()).chain(0..first) {
            let unanswered = |_| StoreError::Unavailable("a host of the database does not answer".to_owned());
            match timeout(HOST_CONNECT_MAX, self.connect_to(host)).await.map_err(unanswered).flatten() {
                Ok(session) => return Ok(session),
                Err(error) => why = Some(error),
            }
        }
        Err(why
            .unwrap_or_else(|| StoreError::Unusable("the address of the database names no host".to_owned())))
    }

    async fn connect_to(&self, host: usize) -> Result<Session, StoreError> {
        let config = &self.hosts[host];
        let (client, driver) = match &self.tls {
            None => config.connect(NoTls).await.map(drive)?,
            Some(tls) => config.connect(tls.clone()).await.map(drive)?,
        };
        let started_at_us = started_at_us(&client.simple_query(&self.set_up).await?)?;
        let found = Primary { host, started_at_us };
        self.primary.send_if_modified(|primary| std::mem::replace(primary, found) != found);
        Ok(Session {
            client,
            driver,
            statements: Mutex::default(),
            is_sound: AtomicBool::new(true),
            primary: Arc::clone(&self.primary),
            started_at_us,
        })
    }
}

/// What a server has said of itself when the connection was set up.
fn started_at_us(told: &[SimpleQueryMessage]) -> Result<i64, StoreError> {
    let found = told.iter().find_map(|message| match message {
        SimpleQueryMessage::Row(row) => row.try_get("started_at_us").ok().flatten()?.parse().ok(),
        _ => None,
    });
    found.ok_or_else(|| StoreError::Inconsistent("the server does not say when it was started".to_owned()))
}

/// Carries what is sent and answered, until the client is dropped, the server has gone, or nobody waits for it any more.
fn drive<S, T>((client, connection): (Client, tokio_postgres::Connection<S, T>)) -> (Client, AbortHandle)
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    T: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let driver = tokio::spawn(async move {
        if let Err(error) = connection.await {
            tracing::warn!(error = %StoreError::from(error), "A connection to the database has ended");
        }
    });
    (client, driver.abort_handle())
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
    driver: AbortHandle,
    statements: Mutex<HashMap<String, Statement>>,
    /// No transaction has been left open on it.
    is_sound: AtomicBool,
    primary: Arc<watch::Sender<Primary>>,
    /// When its server was started.
    started_at_us: i64,
}

impl Session {
    pub(super) fn is_usable(&self) -> bool {
        self.is_sound.load(Ordering::Acquire)
            && !self.client.is_closed()
            && self.primary.borrow().started_at_us == self.started_at_us
    }

    pub(super) fn set_sound(&self, is_sound: bool) {
        self.is_sound.store(is_sound, Ordering::Release);
    }

    /// Waits for an answer: until `until`, and no longer than until another server is found to be the one that is written. A
    /// server that hangs keeps its connections for good; one that was not answered is closed.
    pub(super) async fn answer<T>(
        &self,
        answer: impl Future<Output = Result<T, tokio_postgres::Error>>,
        until: Option<Instant>,
    ) -> Result<T, StoreError> {
        let is_too_late = async {
            match until {
                Some(until) => sleep_until(until).await,
                None => std::future::pending().await,
            }
        };
        let is_superseded = async {
            let mut primary = self.primary.subscribe();
            // It ends with its sender only, which is kept here.
            let _ = primary.wait_for(|primary| primary.started_at_us != self.started_at_us).await;
        };
        let why = tokio::select! {
            biased;
            outcome = answer => return Ok(outcome?),
            () = is_superseded => "another server is written now; whether it was carried out shows later",
            () = is_too_late => "the database does not answer",
        };
        self.abandon();
        Err(StoreError::Unavailable(why.to_owned()))
    }

    /// Closes the connection, whatever is under way on it.
    pub(super) fn abandon(&self) {
        self.set_sound(false);
        self.driver.abort();
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

    /// `imagekin check | less` stands still in the midst of a transaction for as long as somebody reads.
    #[tokio::test]
    async fn without_a_time_limit_a_transaction_may_stand_still() -> Result<(), &'static Unavailable> {
        let url = DatabaseUrl::new(imagekin_testing::shared()?.create_database());
        let settings = PostgresSettings { url, connections_max: 1, statement_ms_max: 10_000 };
        for (settings, expected) in [(settings.clone(), "30s"), (settings.without_time_limit(), "0")] {
            let session =
                Connector::new(&settings).expect("an address").connect().await.expect("a connection");
            let shown = session.client.query_one("SHOW idle_in_transaction_session_timeout", &[]).await;
            assert_eq!(shown.expect("a row").get::<_, String>(0), expected);
        }
        Ok(())
    }

    /// One that hangs is not waited for beyond the time that there is, nor when another is the one that is written; and then
    /// nothing of it is left.
    #[tokio::test]
    async fn a_server_that_does_not_answer_is_let_go_of() -> Result<(), &'static Unavailable> {
        let url = DatabaseUrl::new(imagekin_testing::shared()?.create_database());
        let settings = PostgresSettings { url, connections_max: 1, statement_ms_max: 600_000 };
        let connector = Connector::new(&settings).expect("an address");
        let connect = async || connector.connect().await.expect("a connection");
        let hang = async |session: &Session, until| {
            let answer = session.client.batch_execute("SELECT pg_sleep(600)");
            let waiting = timeout(CONNECT_MAX, session.answer(answer, until));
            assert!(matches!(waiting.await.expect("an end"), Err(StoreError::Unavailable(_))));
            assert!(!session.is_usable());
            let closing = timeout(CONNECT_MAX, session.client.batch_execute("SELECT 1"));
            assert!(closing.await.expect("an end").is_err(), "it is closed");
        };
        let (late, old, idle) = (connect().await, connect().await, connect().await);
        hang(&late, Some(Instant::now() + Duration::from_millis(100))).await;
        assert!(old.is_usable() && idle.is_usable());
        let another = async { connector.primary.send_replace(Primary { host: 0, started_at_us: 1 }) };
        let ((), _) = tokio::join!(hang(&old, None), another);
        assert!(!idle.is_usable());
        assert!(connect().await.is_usable());
        Ok(())
    }

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
            // The last that could be written is asked first.
            let again = timeout(HOST_CONNECT_MAX / 2, connector.connect()).await;
            assert_eq!(again.is_ok_and(|connected| connected.is_ok()), is_reached);
        }
        Ok(())
    }
}
