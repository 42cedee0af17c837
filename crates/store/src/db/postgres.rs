//! PostgreSQL: how it is reached and how it runs statements. No SQL of the catalogue stands here.
//!
//! A transaction runs on a connection of its own, from a pool, on a blocking thread. The hot read shares a few
//! connections with all others of its kind: its statements follow each other without waiting for answers.

mod distribution;
mod gates;
mod pipelines;
mod schema;
mod session;
mod settings;
mod transaction;
mod values;

use std::sync::Arc;
use std::time::Duration;

use deadpool::managed::{Object, Pool, PoolError, Timeouts};
use tokio::runtime::Handle;
use tokio::sync::Semaphore;
use tokio::time::{Instant, timeout_at};

use self::gates::Gates;
use self::pipelines::Pipelines;
pub(crate) use self::schema::Allowed;
use self::session::Connector;
use self::transaction::Transaction;
use super::{Connection, Row, Value};
use crate::{Catalogue, StoreError};

pub use settings::{DatabaseUrl, PostgresSettings};

/// Longest wait for a connection of the pool, when all are in use.
const CONNECTION_WAIT_MAX: Duration = Duration::from_secs(5);
/// How long a transaction is waited for. One that takes longer is given up, its connection closed: unless it commits, which
/// goes on; whether it was carried out shows later.
const TRANSACTION_MAX: Duration = Duration::from_secs(30);

/// How long the outcome of a transaction is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Patience {
    /// As long as a caller waits for an answer.
    Short,
    /// As long as it takes.
    Endless,
}

/// A PostgreSQL database, as any number of processes use it at once.
pub(crate) struct Postgres {
    pool: Pool<Connector>,
    /// One for each transaction that may write at once. A commit may wait for a standby that is gone for as long as it is
    /// gone; reads have connections left all the same.
    writes: Arc<Semaphore>,
    /// Of those places one catalogue takes a few: its writes stand in a row.
    gates: Gates,
    pipelines: Pipelines,
}

impl Postgres {
    /// Reaches the database and brings an older schema up to date, as far as that is allowed.
    pub(crate) async fn connect(settings: &PostgresSettings, allowed: Allowed) -> Result<Self, StoreError> {
        let connector = Connector::new(settings)?;
        schema::bring_up_to_date(&connector, allowed).await?;
        let pipelines = Pipelines::new(connector.clone().without_durability());
        let pool = Pool::builder(connector)
            .max_size(settings.connections_max)
            .runtime(deadpool::Runtime::Tokio1)
            .build()
            .map_err(|error| StoreError::Unavailable(error.to_string()))?;
        let writes = Arc::new(Semaphore::new((settings.connections_max * 3 / 4).max(1)));
        Ok(Self { pool, writes, gates: Gates::default(), pipelines })
    }

    /// Applies all that is pending; gives the names of what was applied.
    pub(crate) async fn migrate(settings: &PostgresSettings) -> Result<Vec<String>, StoreError> {
        schema::bring_up_to_date(&Connector::new(settings)?, Allowed::Contractions).await
    }

    /// Distributes every table by account, on Citus; gives the names of those that were not.
    pub(crate) async fn distribute(settings: &PostgresSettings) -> Result<Vec<&'static str>, StoreError> {
        distribution::distribute(&Connector::new(settings)?).await
    }

    /// Runs `work` in one read-only transaction: all it sees is of one instant.
    pub(crate) async fn read<T, E>(
        &self,
        patience: Patience,
        work: impl FnOnce(&dyn Connection) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.run(patience, move |session, runtime, until| {
            let transaction = Transaction::begin(session, runtime, until, transaction::Mode::Read);
            let outcome = work(&transaction);
            transaction.end_reading();
            outcome
        })
        .await
    }

    /// Runs `work` in one transaction, which is kept when it succeeds: durable when this returns. `catalogue` is the one whose
    /// row it takes first.
    pub(crate) async fn write<T, E>(
        &self,
        patience: Patience,
        catalogue: Option<&Catalogue>,
        work: impl FnOnce(&dyn Connection) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let until = Instant::now() + CONNECTION_WAIT_MAX;
        let refused = |why: &str| Err(StoreError::Unavailable(why.to_owned()).into());
        let gate = match catalogue {
            None => None,
            Some(catalogue) => match timeout_at(until, self.gates.enter(catalogue)).await {
                Ok(Ok(place)) => Some(place),
                _ => return refused("too many writes of one catalogue are waiting"),
            },
        };
        let waiting = timeout_at(until, Arc::clone(&self.writes).acquire_owned());
        let Ok(Ok(place)) = waiting.await else {
            return refused("too many writes are waiting for the database");
        };
        self.run(patience, move |session, runtime, until| {
            // As long as it takes, whoever still waits for it.
            let _places = (gate, place);
            let transaction = Transaction::begin(session, runtime, until, transaction::Mode::Write);
            match work(&transaction) {
                Ok(outcome) => transaction.commit().map(|()| outcome).map_err(E::from),
                Err(refused) => {
                    transaction.roll_back();
                    Err(refused)
                }
            }
        })
        .await
    }

    /// The first row of one statement, which sees all that is committed: one round trip. What it changes may be lost when the
    /// server crashes.
    pub(crate) async fn first_row<T>(
        &self,
        sql: &str,
        values: &[Value<'_>],
        read: impl FnOnce(&dyn Row) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        let rows = self.pipelines.rows(sql, values).await?;
        rows.first().map(|row| read(row)).transpose()
    }

    /// All rows of one statement, which sees all that is committed: one round trip.
    pub(crate) async fn rows<T>(
        &self,
        sql: &str,
        values: &[Value<'_>],
        read: impl Fn(&dyn Row) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        self.pipelines.rows(sql, values).await?.iter().map(|row| read(row)).collect()
    }

    async fn run<T, E>(
        &self,
        patience: Patience,
        work: impl FnOnce(&session::Session, &Handle, Option<Instant>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let session = self.session().await?;
        let runtime = Handle::current();
        let until = match patience {
            Patience::Short => Some(Instant::now() + TRANSACTION_MAX),
            Patience::Endless => None,
        };
        let running = tokio::task::spawn_blocking(move || work(&session, &runtime, until));
        let failed = |why: &str| Err(StoreError::Unavailable(why.to_owned()).into());
        let ended = match until {
            Some(until) => timeout_at(until, running).await,
            None => Ok(running.await),
        };
        match ended {
            Ok(Ok(outcome)) => outcome,
            Ok(Err(_)) => failed("a transaction was given up: its thread has panicked"),
            Err(_) => failed("a transaction takes too long; whether it was carried out shows later"),
        }
    }

    async fn session(&self) -> Result<Object<Connector>, StoreError> {
        let timeouts = Timeouts {
            wait: Some(CONNECTION_WAIT_MAX),
            create: Some(session::CONNECT_MAX),
            recycle: Some(CONNECTION_WAIT_MAX),
        };
        self.pool.timeout_get(&timeouts).await.map_err(|error| match error {
            PoolError::Backend(error) => error,
            other => StoreError::Unavailable(format!("no connection to the database: {other}")),
        })
    }
}
