//! A transaction on a connection of its own, driven from a blocking thread.

use std::cell::RefCell;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use tokio::runtime::Handle;
use tokio::time::Instant;

use super::session::Session;
use super::values::OwnedValue;
use crate::StoreError;
use crate::db::{Connection, Row, RowLock, Value};

/// What a transaction is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// To read: all statements see the same instant.
    Read,
    /// To write: each statement sees all that was committed before it began, so what is read after a row was taken is what
    /// its last holder has left.
    Write,
}

type Sent<'s> = Pin<Box<dyn Future<Output = Result<(), tokio_postgres::Error>> + 's>>;

/// Most statements whose answers are waited for: each answer waits in memory.
const SENT_MAX: usize = 512;

/// A transaction. Until it is ended, its connection is no good for anything else.
pub(super) struct Transaction<'s> {
    session: &'s Session,
    runtime: &'s Handle,
    /// How long answers are waited for, but for that to COMMIT.
    until: Option<Instant>,
    /// Statements that are on their way; the answers come in their order.
    sent: RefCell<Vec<Sent<'s>>>,
}

impl<'s> Transaction<'s> {
    /// Begins a transaction, without waiting for the server to say so.
    pub(super) fn begin(
        session: &'s Session,
        runtime: &'s Handle,
        until: Option<Instant>,
        mode: Mode,
    ) -> Self {
        session.set_sound(false);
        let transaction = Self { session, runtime, until, sent: RefCell::default() };
        transaction.send_off(session.client.batch_execute(match mode {
            Mode::Read => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
            Mode::Write => "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE",
        }));
        transaction
    }

    /// Makes all of it durable.
    pub(super) fn commit(self) -> Result<(), StoreError> {
        // The wait for a synchronous standby must not be cut short: a commit that was is kept here, but perhaps not there,
        // and yet it would be told as done. So it lasts, and keeps its place, until another server is the one that is written.
        self.send_off(self.session.client.batch_execute("SET LOCAL statement_timeout = 0; COMMIT"));
        if let Err(error) = self.settle(None) {
            // After a statement that failed SET fails, too, and COMMIT is not reached.
            self.roll_back();
            return Err(error);
        }
        self.session.set_sound(true);
        Ok(())
    }

    /// Undoes all of it.
    pub(super) fn roll_back(self) {
        let rolled_back = self.wait(self.session.client.batch_execute("ROLLBACK"), self.until);
        self.session.set_sound(rolled_back.is_ok());
    }

    /// Ends a transaction that has only read: nobody need wait for that.
    pub(super) fn end_reading(self) {
        self.send_off(self.session.client.batch_execute("COMMIT"));
        self.session.set_sound(true);
    }

    /// Sends a statement, whose answer is waited for later.
    fn send_off(&self, statement: impl Future<Output = Result<(), tokio_postgres::Error>> + 's) {
        let mut statement: Sent<'s> = Box::pin(statement);
        // It is written to the connection when it is first polled.
        let first = statement.as_mut().poll(&mut Context::from_waker(Waker::noop()));
        self.sent.borrow_mut().push(match first {
            Poll::Pending => statement,
            Poll::Ready(outcome) => Box::pin(std::future::ready(outcome)),
        });
    }

    /// Waits for the answers to all that was sent; the first failure is what matters, the others follow from it.
    fn settle(&self, until: Option<Instant>) -> Result<(), StoreError> {
        let sent = self.sent.take();
        let answers = async {
            for statement in sent {
                statement.await?;
            }
            Ok(())
        };
        self.wait(answers, until)
    }

    /// Waits for an answer. What was sent before it is answered by then.
    fn answer<T>(
        &self,
        statement: impl Future<Output = Result<T, tokio_postgres::Error>>,
    ) -> Result<T, StoreError> {
        let outcome = self.wait(statement, self.until);
        self.settle(self.until)?;
        outcome
    }

    fn wait<T>(
        &self,
        answer: impl Future<Output = Result<T, tokio_postgres::Error>>,
        until: Option<Instant>,
    ) -> Result<T, StoreError> {
        self.runtime.block_on(self.session.answer(answer, until))
    }
}

impl Connection for Transaction<'_> {
    fn query(
        &self,
        sql: &str,
        values: &[Value<'_>],
        each: &mut dyn FnMut(&dyn Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let rows = self.answer(self.session.rows(sql, values))?;
        rows.iter().try_for_each(|row| each(row))
    }

    fn execute(&self, sql: &str, values: &[Value<'_>]) -> Result<usize, StoreError> {
        let changed = self.answer(self.session.execute(sql, values))?;
        Ok(usize::try_from(changed).unwrap_or(usize::MAX))
    }

    fn send(&self, sql: &str, values: &[Value<'_>]) -> Result<(), StoreError> {
        let statement = match self.wait(self.session.prepare(sql), self.until) {
            Ok(statement) => statement,
            Err(error) => return self.settle(self.until).and(Err(error)),
        };
        let values: Vec<OwnedValue> = values.iter().map(OwnedValue::from).collect();
        let client = &self.session.client;
        self.send_off(async move { client.execute_raw(&statement, values).await.map(drop) });
        if self.sent.borrow().len() >= SENT_MAX { self.settle(self.until) } else { Ok(()) }
    }

    fn lock(&self, lock: RowLock) -> &'static str {
        match lock {
            RowLock::Wait => " FOR UPDATE",
            RowLock::Skip => " FOR UPDATE SKIP LOCKED",
            RowLock::Keep => " FOR KEY SHARE",
        }
    }
}

#[cfg(test)]
mod tests {
    use imagekin_testing::Unavailable;

    use super::super::session::Connector;
    use super::*;
    use crate::{DatabaseUrl, PostgresSettings};

    /// Answers that nobody waits for do not pile up, and a failure among them is not told at the end alone.
    #[tokio::test(flavor = "multi_thread")]
    async fn what_is_under_way_is_bounded() -> Result<(), &'static Unavailable> {
        let url = DatabaseUrl::new(imagekin_testing::shared()?.create_database());
        let settings = PostgresSettings { url, connections_max: 1, statement_ms_max: 10_000 };
        let session = Connector::new(&settings).expect("an address").connect().await.expect("a connection");
        session.client.batch_execute("CREATE TABLE numbers (n BIGINT PRIMARY KEY)").await.expect("a table");
        let runtime = Handle::current();
        let sending = move || {
            let insert = "INSERT INTO numbers (n) VALUES ($1)";
            let transaction = Transaction::begin(&session, &runtime, None, Mode::Write);
            let rows = i64::try_from(3 * SENT_MAX).expect("a number");
            for n in 0..rows {
                transaction.send(insert, &[n.into()]).expect("a row");
                assert!(transaction.sent.borrow().len() < SENT_MAX);
            }
            transaction.commit().expect("all of them");
            let transaction = Transaction::begin(&session, &runtime, None, Mode::Write);
            let sent = (0..rows).map(|_| transaction.send(insert, &[0.into()]));
            assert!(sent.take_while(Result::is_ok).count() < SENT_MAX, "a double is told");
            transaction.roll_back();
            let transaction = Transaction::begin(&session, &runtime, None, Mode::Read);
            let mut counted = 0;
            let count = transaction.query("SELECT COUNT(*) FROM numbers", &[], &mut |row| {
                counted = row.int(0)?;
                Ok(())
            });
            count.expect("a count");
            assert_eq!(counted, rows);
        };
        tokio::task::spawn_blocking(sending).await.expect("no panic");
        Ok(())
    }
}
