//! The one thread that writes to the embedded database, and commits in groups.
//!
//! While a commit waits for the disk, further jobs queue up; the next transaction takes them all. Each job runs in a
//! savepoint of its own, so that a refused one leaves nothing behind, and is answered only after the commit.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use super::sqlite::Sqlite;
use crate::StoreError;
use crate::head_version::{HeadVersions, Stripe};

/// Most jobs of one transaction: bounds how long the first of them waits for its commit.
const JOBS_PER_COMMIT_MAX: usize = 256;

/// What a job found out; is called once the outcome of the commit is known.
pub(crate) type Answer = Box<dyn FnOnce(Result<(), StoreError>) + Send>;

/// A write. Reports the heads it may have changed and whether its changes stay (`false`: they are rolled back).
pub(crate) type Job = Box<dyn FnOnce(&Sqlite, &mut Vec<Stripe>) -> (bool, Answer) + Send>;

/// Handle of the writing thread.
pub(crate) struct Writer {
    jobs: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    pub(crate) fn start(connection: Sqlite, versions: Arc<HeadVersions>) -> std::io::Result<Self> {
        let (jobs, queue) = channel();
        let thread = std::thread::Builder::new()
            .name("imagekin-writer".to_owned())
            .spawn(move || run(&connection, &queue, &versions))?;
        Ok(Self { jobs: Some(jobs), thread: Some(thread) })
    }

    /// Queues a job. If the writer has ended, the job is dropped, and with it the answer it would have given.
    pub(crate) fn submit(&self, job: Job) {
        if let Some(jobs) = &self.jobs {
            let _ = jobs.send(job);
        }
    }
}

impl Drop for Writer {
    /// Waits until every job queued so far is committed.
    fn drop(&mut self) {
        drop(self.jobs.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn run(connection: &Sqlite, queue: &Receiver<Job>, versions: &HeadVersions) {
    while let Ok(first) = queue.recv() {
        let mut batch = vec![first];
        batch.extend(queue.try_iter().take(JOBS_PER_COMMIT_MAX - 1));
        match connection.run("BEGIN IMMEDIATE") {
            Ok(()) => commit_batch(connection, batch, versions),
            Err(error) => {
                // Another program has the database, or its disk gives it to nobody, for as long as is waited for. Who came meanwhile
                // is told so, too, instead of waiting as long again: his caller would have given up before it is done.
                batch.extend(queue.try_iter());
                tracing::error!(%error, jobs = batch.len(), "No transaction could begin; nothing of it was done");
            }
        }
    }
}

fn commit_batch(connection: &Sqlite, batch: Vec<Job>, versions: &HeadVersions) {
    let mut touched = Vec::new();
    let mut answers = Vec::with_capacity(batch.len());
    let mut failure = None;
    for job in batch {
        if failure.is_none() {
            let (answer, error) = run_job(connection, job, &mut touched);
            answers.extend(answer);
            failure = error;
        }
        // After a failure the rest of the jobs is dropped: nothing was done, and the drop tells their callers.
    }
    touched.sort_unstable();
    touched.dedup();
    versions.begin(&touched);
    let committed = match failure {
        None => connection.run("COMMIT"),
        Some(error) => Err(error),
    };
    if committed.is_err() && !connection.0.is_autocommit() {
        let _ = connection.run("ROLLBACK");
    }
    versions.end(&touched);
    let why = committed.err().map(|error| {
        tracing::error!(%error, jobs = answers.len(), "A group commit failed; nothing of it was kept");
        error.to_string()
    });
    for answer in answers {
        answer(why.clone().map_or(Ok(()), |why| Err(StoreError::Unavailable(why))));
    }
}

/// Runs one job in its savepoint. The error, if any, is one that ends the whole transaction.
fn run_job(connection: &Sqlite, job: Job, touched: &mut Vec<Stripe>) -> (Option<Answer>, Option<StoreError>) {
    if let Err(error) = connection.run("SAVEPOINT job") {
        return (None, Some(error));
    }
    let outcome = catch_unwind(AssertUnwindSafe(|| job(connection, touched)));
    if connection.0.is_autocommit() {
        // A full or broken disk rolled the whole transaction back under our feet.
        let answer = outcome.ok().map(|(_, answer)| answer);
        return (answer, Some(StoreError::Unavailable("the transaction was rolled back".to_owned())));
    }
    let (keep, answer) = match outcome {
        Ok((keep, answer)) => (keep, Some(answer)),
        Err(_) => (false, None),
    };
    let rolled_back = if keep { Ok(()) } else { connection.run("ROLLBACK TO job") };
    (answer, rolled_back.and_then(|()| connection.run("RELEASE job")).err())
}
