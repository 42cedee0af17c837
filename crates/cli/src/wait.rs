//! Waiting until an image or a task is done, with a progress bar where a person looks on.

use std::io::IsTerminal;
use std::time::Duration;

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::Value;

use crate::client::{Request, text};
use crate::failure::Failure;
use crate::session::Session;

/// Between two looks: at first, and at most.
const PAUSE: Duration = Duration::from_millis(100);
const PAUSE_MAX: Duration = Duration::from_secs(2);

/// Whether to wait, and how long.
#[derive(Args)]
pub(crate) struct Waiting {
    /// End when the work has begun
    #[arg(long)]
    no_wait: bool,
    /// How long to wait, e.g. 90s or 10m
    #[arg(long, value_name = "DURATION", default_value = "60m", value_parser = duration)]
    timeout: Duration,
}

/// What goes on in the service, by itself.
#[derive(Clone, Debug)]
pub(crate) enum Work {
    /// An image that is being made, by its id.
    Image(String),
    /// A task that makes no image, by its id.
    Task(String),
}

/// How far it is.
#[derive(Debug, PartialEq, Eq)]
enum State {
    Going { status: String, percent: u64 },
    Done,
}

impl Waiting {
    /// Waits until the work is done, if that is wanted.
    ///
    /// # Errors
    /// [`Failure::Failed`] with the reason, [`Failure::TimedOut`] and [`Failure::Interrupted`] with how to look at the
    /// work, which goes on.
    pub(crate) async fn until_done(&self, session: &Session, work: &Work) -> Result<(), Failure> {
        if self.no_wait {
            return Ok(());
        }
        let progress = Progress::of(work);
        let outcome = tokio::select! {
            biased;
            _ = tokio::signal::ctrl_c() => Err(Failure::Interrupted(work.hint(session, "goes on"))),
            outcome = tokio::time::timeout(self.timeout, work.until_done(session, &progress)) => {
                outcome.unwrap_or_else(|_| Err(Failure::TimedOut(work.hint(session, "is not done yet"))))
            }
        };
        progress.bar.finish_and_clear();
        outcome
    }
}

impl Work {
    async fn until_done(&self, session: &Session, progress: &Progress) -> Result<(), Failure> {
        let mut pause = PAUSE;
        loop {
            match self.look(session).await {
                Ok(State::Done) => {
                    progress.done();
                    return Ok(());
                }
                Ok(State::Going { status, percent }) => progress.tell(&status, percent),
                Err(failure) => match failure.passing() {
                    // The work is the service's: it goes on when the service is back, and so does the waiting.
                    Some(why) => progress.say(&why),
                    None => return Err(failure),
                },
            }
            tokio::time::sleep(pause).await;
            pause = (pause * 3 / 2).min(PAUSE_MAX);
        }
    }

    async fn look(&self, session: &Session) -> Result<State, Failure> {
        match self {
            Self::Image(image_id) => {
                let reply = session.send(image_request(image_id)).await?;
                let image = &reply["Images"]["Image"][0];
                match text(image, "Status").as_str() {
                    "Creating" | "Waiting" => Ok(going(&text(image, "Status"), &text(image, "Progress"))),
                    "" => Err(Failure::NotFound(format!("{image_id} is gone: it was cancelled or deleted"))),
                    "CreateFailed" => Err(failed(session, image_id).await),
                    _ => Ok(State::Done),
                }
            }
            Self::Task(task_id) => {
                let task = session.send(task_request(task_id)).await?;
                match text(&task, "TaskStatus").as_str() {
                    "Finished" => Ok(State::Done),
                    status @ ("Failed" | "Deleted") => {
                        Err(Failure::Failed(format!("{task_id} is {status}{}", reason(&task))))
                    }
                    status => Ok(going(status, &text(&task, "TaskProcess"))),
                }
            }
        }
    }

    fn id(&self) -> &str {
        match self {
            Self::Image(id) | Self::Task(id) => id,
        }
    }

    /// That the work `goes on`, and how to look at it.
    fn hint(&self, session: &Session, goes_on: &str) -> String {
        let command = match self {
            Self::Image(_) => "show",
            Self::Task(_) => "task",
        };
        let (id, region) = (self.id(), &session.region);
        format!("{id} {goes_on}; to look at it: imagekin images {command} {id} --region {region}")
    }
}

/// The request that shows one image, whatever its status.
pub(crate) fn image_request(image_id: &str) -> Request {
    Request::new("DescribeImages").with("ImageId", image_id).with("Status", "ALL")
}

/// The request that shows one task.
pub(crate) fn task_request(task_id: &str) -> Request {
    Request::new("DescribeTaskAttribute").with("TaskId", task_id)
}

fn going(status: &str, progress: &str) -> State {
    let percent = progress.trim_end_matches('%').parse().unwrap_or_default();
    State::Going { status: status.to_owned(), percent }
}

/// That an image could not be made, and why, as far as its task tells: the image itself does not.
async fn failed(session: &Session, image_id: &str) -> Failure {
    let tasks = Request::new("DescribeTasks").with("ResourceIds.1", image_id);
    let tasks = session.send(tasks).await.unwrap_or_default();
    let task_id = text(&tasks["TaskSet"]["Task"][0], "TaskId");
    let task = session.send(task_request(&task_id)).await.unwrap_or_default();
    Failure::Failed(format!("{image_id} could not be made{}", reason(&task)))
}

/// `: code: message` of a task that failed; empty if it does not say.
fn reason(task: &Value) -> String {
    let steps = task["OperationProgressSet"]["OperationProgress"].as_array();
    let told = steps.into_iter().flatten().map(|step| (text(step, "ErrorCode"), text(step, "ErrorMsg")));
    let told = told.filter(|(code, message)| !code.is_empty() || !message.is_empty());
    told.map(|(code, message)| format!(": {code}: {message}")).collect()
}

/// A bar on a terminal; else a line whenever something is different.
struct Progress {
    bar: ProgressBar,
    id: String,
    is_terminal: bool,
    last: std::cell::RefCell<String>,
}

impl Progress {
    fn of(work: &Work) -> Self {
        let is_terminal = std::io::stderr().is_terminal();
        let bar = if is_terminal { ProgressBar::new(100) } else { ProgressBar::hidden() };
        let style = ProgressStyle::with_template("{prefix} {wide_bar} {percent:>3}% {msg} {elapsed}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        bar.set_prefix(work.id().to_owned());
        Self { bar, id: work.id().to_owned(), is_terminal, last: std::cell::RefCell::default() }
    }

    fn tell(&self, status: &str, percent: u64) {
        self.bar.set_position(percent);
        self.bar.set_message(status.to_owned());
        if !self.is_terminal {
            self.say(&format!("{} {status} {percent}%", self.id));
        }
    }

    /// A line of its own, once.
    fn say(&self, line: &str) {
        if self.last.replace(line.to_owned()) != line {
            self.bar.suspend(|| eprintln!("{line}"));
        }
    }

    fn done(&self) {
        if !self.is_terminal {
            self.say(&format!("{} done", self.id));
        }
    }
}

fn duration(text: &str) -> Result<Duration, String> {
    crate::serve::milliseconds(text).map(Duration::from_millis)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn progress_is_read_as_both_actions_write_it() {
        assert_eq!(going("Creating", "45%"), State::Going { status: "Creating".to_owned(), percent: 45 });
        assert_eq!(going("Waiting", ""), State::Going { status: "Waiting".to_owned(), percent: 0 });
    }

    #[test]
    fn a_task_tells_why_it_failed() {
        let step =
            json!({"ErrorCode": "InvalidOSSObject", "ErrorMsg": "It is gone.", "OperationStatus": "Failed"});
        let task = json!({"OperationProgressSet": {"OperationProgress": [step, {"ErrorCode": ""}]}});
        assert_eq!(reason(&task), ": InvalidOSSObject: It is gone.");
        assert_eq!(reason(&json!({})), "");
    }
}
