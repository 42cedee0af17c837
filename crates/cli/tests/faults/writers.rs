//! Clients that write at the same time, each its own images, and write down what they were told.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::chance::Dice;
use crate::client::{Client, Outcome};
use crate::ledger::{FAMILIES, Ledger, State};
use crate::questions::import;
use crate::waiting::{PATIENCE, wait_until, wait_until_or_give_up};
use crate::world::{EXPORTS, World};

/// Clients that write at the same time.
pub(crate) const WRITERS: u64 = 4;
/// How long a client that was not served leaves the service alone, as those of the vendor do.
const BACKOFF: Duration = Duration::from_millis(200);

/// Writes that are acknowledged before a fault, and after it.
pub(crate) const WRITES: u64 = 60;

/// Waits until clients have had so many more acknowledged.
pub(crate) fn wait_for_writes(ledger: &Mutex<Ledger>, what: &str) {
    let acknowledged = || ledger.lock().unwrap().acknowledged;
    let enough = acknowledged() + WRITES;
    wait_until(what, PATIENCE, || (acknowledged() >= enough).then_some(()));
}

/// What a client does that was not served.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Persistence {
    /// It ends: its server is gone.
    GiveUp,
    /// It tries something else a little later.
    GoOn,
}

/// Called with what is known at the moment at which a client has got an acknowledgement.
pub(crate) type OnAcknowledged = Arc<dyn Fn(&Ledger) + Send + Sync>;

/// Clients at work.
pub(crate) struct Crew {
    stop: Arc<AtomicBool>,
    writers: Vec<JoinHandle<()>>,
}

impl Crew {
    /// Begins to write. No other crew has the number `round`.
    pub(crate) fn begin(
        world: &World,
        ledger: &Arc<Mutex<Ledger>>,
        seed: u64,
        round: u64,
        persistence: Persistence,
        on_acknowledged: Option<&OnAcknowledged>,
    ) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let writer = |writer: u64| {
            let number = round * WRITERS + writer;
            let writer = Writer {
                client: world.client(number),
                ledger: Arc::clone(ledger),
                stop: Arc::clone(&stop),
                number,
                prefix: format!("w{writer}-"),
                dice: Dice::new(seed ^ number),
                persistence,
                on_acknowledged: on_acknowledged.cloned(),
            };
            std::thread::spawn(move || writer.run())
        };
        let writers = (0..WRITERS).map(writer).collect();
        Self { stop, writers }
    }

    /// Lets the clients end what they have begun.
    pub(crate) fn end(self) {
        self.stop.store(true, Ordering::SeqCst);
        self.writers.into_iter().for_each(|writer| writer.join().unwrap());
    }
}

/// A client that writes.
struct Writer {
    client: Client,
    ledger: Arc<Mutex<Ledger>>,
    stop: Arc<AtomicBool>,
    /// Nobody else has it, in no round.
    number: u64,
    /// What the names of its images begin with, those of earlier rounds, too.
    prefix: String,
    dice: Dice,
    persistence: Persistence,
    on_acknowledged: Option<OnAcknowledged>,
}

impl Writer {
    fn run(mut self) {
        let stop = Arc::clone(&self.stop);
        let is_stopped = || stop.load(Ordering::SeqCst).then_some(());
        for n in 0.. {
            if is_stopped().is_some() {
                return;
            }
            if let Some(Outcome::Doubtful(_)) = self.write(n) {
                if self.persistence == Persistence::GiveUp {
                    return;
                }
                wait_until_or_give_up(BACKOFF, is_stopped);
            }
        }
    }

    /// One write of any kind; `None` when there is nothing to do it to.
    fn write(&mut self, n: u64) -> Option<Outcome> {
        let (prefix, number) = (self.prefix.clone(), self.number);
        let name = |what: &str| format!("{prefix}{what}{number}-{n}");
        match self.dice.throw(0..16) {
            0..5 => {
                let (name, family) = (name(""), self.dice.throw(0..FAMILIES));
                Some(self.create(&name, family))
            }
            5 => {
                let name = name("import-");
                Some(self.make(&name, State::Making, true, "ImportImage", &import(&name)))
            }
            6 => self.cancel_copy(),
            7 => self.cancel_export(),
            what => {
                let (old, state) = self.ledger.lock().unwrap().pick(&prefix, &mut self.dice)?;
                let image_id = match self.id_of(&old) {
                    Ok(id) => id,
                    Err(outcome) => return Some(outcome),
                };
                let is_available = state == State::Available;
                Some(match what {
                    8 | 9 if is_available => self.copy(&image_id, &name("copy-")),
                    10 | 11 if is_available => self.export(&image_id, n),
                    12 => self.tag(&old, &image_id, &format!("{number}-{n}")),
                    _ => self.change(&old, &image_id, state, what == 15),
                })
            }
        }
    }

    fn call(&mut self, action: &str, params: &[(&str, &str)]) -> Outcome {
        let sent_at = Instant::now();
        let outcome = self.client.call(action, params);
        self.ledger.lock().unwrap().heard.note(&outcome, sent_at.elapsed());
        outcome
    }

    /// Writes an outcome down.
    fn note(&self, outcome: &Outcome, note: impl FnOnce(&mut Ledger)) {
        let mut ledger = self.ledger.lock().unwrap();
        note(&mut ledger);
        if let (Outcome::Done(_), Some(on_acknowledged)) = (outcome, &self.on_acknowledged) {
            on_acknowledged(&ledger);
        }
    }

    /// A call that makes the image `new`.
    fn make(
        &mut self,
        name: &str,
        new: State,
        made_by_task: bool,
        action: &str,
        params: &[(&str, &str)],
    ) -> Outcome {
        self.ledger.lock().unwrap().begin(name, new, made_by_task);
        let outcome = self.call(action, params);
        self.note(&outcome, |ledger| ledger.note(name, &outcome));
        outcome
    }

    fn create(&mut self, name: &str, family: u64) -> Outcome {
        let snapshot_id = self.ledger.lock().unwrap().snapshot_id.clone();
        let family = format!("family-{family}");
        let params = [
            ("SnapshotId", snapshot_id.as_str()),
            ("ImageName", name),
            ("ImageFamily", &family),
            ("Tag.1.Key", "name"),
            ("Tag.1.Value", name),
        ];
        self.make(name, State::Available, false, "CreateImage", &params)
    }

    fn copy(&mut self, image_id: &str, name: &str) -> Outcome {
        let params = [("ImageId", image_id), ("DestinationImageName", name)];
        self.make(name, State::Making, true, "CopyImage", &params)
    }

    /// Deletes an image, or deprecates or restores it.
    fn change(&mut self, name: &str, image_id: &str, state: State, delete: bool) -> Outcome {
        if delete {
            return self.make(name, State::Deleted, false, "DeleteImage", &[("ImageId", image_id)]);
        }
        let (new, status) = match state {
            State::Available => (State::Deprecated, "Deprecated"),
            _ => (State::Available, "Available"),
        };
        let params = [("ImageId", image_id), ("Status", status)];
        self.make(name, new, false, "ModifyImageAttribute", &params)
    }

    /// Cancels a copy that may be complete by now: then it stays.
    fn cancel_copy(&mut self) -> Option<Outcome> {
        let name = self.ledger.lock().unwrap().pick_copy(&self.prefix, &mut self.dice)?;
        Some(match self.id_of(&name) {
            Ok(id) => self.make(&name, State::Deleted, true, "CancelCopyImage", &[("ImageId", &id)]),
            Err(outcome) => outcome,
        })
    }

    fn tag(&mut self, name: &str, image_id: &str, value: &str) -> Outcome {
        let params = [
            ("ResourceType", "image"),
            ("ResourceId.1", image_id),
            ("Tag.1.Key", "round"),
            ("Tag.1.Value", value),
        ];
        self.ledger.lock().unwrap().begin_tag(name, value);
        let outcome = self.call("TagResources", &params);
        self.note(&outcome, |ledger| ledger.note_tag(name, &outcome));
        outcome
    }

    fn export(&mut self, image_id: &str, n: u64) -> Outcome {
        let prefix = format!("x{}n{n}", self.number);
        let params = [("ImageId", image_id), ("OSSBucket", EXPORTS), ("OSSPrefix", &*prefix)];
        let outcome = self.call("ExportImage", &params);
        self.note(&outcome, |ledger| ledger.note_export(&outcome));
        outcome
    }

    fn cancel_export(&mut self) -> Option<Outcome> {
        let task = {
            let mut ledger = self.ledger.lock().unwrap();
            let task = ledger.pick_export(&mut self.dice)?;
            ledger.begin_export_cancel(&task);
            task
        };
        let outcome = self.call("CancelTask", &[("TaskId", &task)]);
        self.note(&outcome, |ledger| ledger.note_export_cancelled(&task, &outcome));
        Some(outcome)
    }

    /// The id of an image that was acknowledged, or what came instead.
    fn id_of(&mut self, name: &str) -> Result<String, Outcome> {
        match self.call("DescribeImages", &[("ImageName", name), ("Status", "ALL")]) {
            Outcome::Done(images) => Ok(image_id(&images)),
            outcome => Err(outcome),
        }
    }
}

fn image_id(images: &Value) -> String {
    images["Images"]["Image"][0]["ImageId"].as_str().expect("an acknowledged image").to_owned()
}
