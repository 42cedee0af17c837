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

#[cfg(test)]
mod tests {
    use std::sync::Mutex;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use super::*;

    /// Lets the other program's lock go when a job is dropped.
    struct LetGo(Arc<Mutex<rusqlite::Connection>>);

    impl Drop for LetGo {
        fn drop(&mut self) {
            let other = self.0.lock().unwrap();
            if !other.is_autocommit() {
                other.execute_batch("COMMIT").unwrap();
            }
        }
    }

    /// As many as two commits take are queued when none can begin. Nothing is done of those that the first one did not take: by
    /// then their callers were told that it is not, or have given up.
    #[test]
    fn who_is_queued_when_no_transaction_can_begin_is_told_so() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("imagekin.db");
        let (connection, _) = Sqlite::open_writer(&path).unwrap();
        connection.0.busy_timeout(Duration::ZERO).unwrap();
        let other = rusqlite::Connection::open(&path).unwrap();
        other.execute_batch("BEGIN IMMEDIATE").unwrap();
        let (other, done) = (Arc::new(Mutex::new(other)), Arc::new(AtomicUsize::new(0)));
        let (jobs, queue) = channel::<Job>();
        for _ in 0..2 * JOBS_PER_COMMIT_MAX {
            let (waiting, done) = (LetGo(Arc::clone(&other)), Arc::clone(&done));
            let job: Job = Box::new(move |_, _| {
                done.fetch_add(1, Ordering::Relaxed);
                (true, Box::new(move |_| drop(waiting)))
            });
            jobs.send(job).unwrap();
        }
        drop(jobs);
        run(&connection, &queue, &HeadVersions::default());
        assert!(other.lock().unwrap().is_autocommit(), "they were told");
        assert_eq!(done.load(Ordering::Relaxed), 0);
    }
}
