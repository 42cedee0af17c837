//! What the clients were told, to be held against what is there.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use imagekin_access::AccountId;
use imagekin_catalog::{FamilyName, RegionId, family};
use imagekin_store::{Catalogue, Store};
use serde_json::Value;

use crate::chance::Dice;
use crate::client::{Client, Doubt, Outcome};
use crate::questions::import;
use crate::world::EXPORTS;

const FAMILIES: u64 = 20;
/// What may come of racing with one's own tasks: an image that is exported is not deleted, one that is being copied not
/// copied again, and a copy that is complete not cancelled.
const MAY_BE_REFUSED: [&str; 3] =
    ["ImageIsExporting", "OperationDenied.ImageCopyConflict", "IncorrectImageStatus"];

/// What is known of an image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Available,
    Deprecated,
    Deleted,
    /// An import or a copy that goes on in the background.
    Making,
    /// Never made.
    Nowhere,
}

/// An image by its name, which its writer chose.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    state: State,
    /// What a call without an answer may have made of it.
    doubt: Option<State>,
    /// A task makes it.
    made_by_task: bool,
    /// The value of its tag `round`, and what a call without an answer may have made of that.
    tag: Option<String>,
    tag_doubt: Option<String>,
}

impl Doubt {
    /// May the call have been carried out?
    fn leaves_open(&self) -> bool {
        match self {
            Self::NotSent => false,
            Self::Lost(_) => true,
            Self::Failed(code) => {
                assert_eq!(code, "ServiceUnavailable");
                true
            }
        }
    }
}

/// What is known of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ExportState {
    Begun,
    Cancelled,
    /// The cancel was not answered.
    Doubtful,
}

#[derive(Default)]
pub(crate) struct Ledger {
    pub(crate) snapshot_id: String,
    pub(crate) images: BTreeMap<String, Known>,
    /// By their tasks.
    exports: BTreeMap<String, ExportState>,
    pub(crate) acknowledged: u64,
    pub(crate) doubted: u64,
}

impl Ledger {
    /// Imports, copies and exports that were begun, and how many of them were cancelled.
    pub(crate) fn tasks(&self) -> [usize; 4] {
        let made = |what: &str| {
            let begun = self.images.iter().filter(|(_, known)| known.state != State::Nowhere);
            begun.filter(|(name, _)| name.contains(what)).count()
        };
        let cancelled = self.exports.values().filter(|state| **state == ExportState::Cancelled).count();
        let gone = self.images.values().filter(|known| known.made_by_task && known.state == State::Deleted);
        [made("import"), made("copy"), self.exports.len(), cancelled + gone.count()]
    }

    fn note(&mut self, name: &str, new: State, made_by_task: bool, outcome: &Outcome) {
        let nothing = Known { state: State::Nowhere, doubt: None, made_by_task, tag: None, tag_doubt: None };
        let known = self.images.entry(name.to_owned()).or_insert(nothing);
        match outcome {
            Outcome::Done(_) => {
                known.state = new;
                self.acknowledged += 1;
            }
            Outcome::Doubtful(doubt) => {
                known.doubt = doubt.leaves_open().then_some(new);
                self.doubted += 1;
            }
            Outcome::Refused(code) if MAY_BE_REFUSED.contains(&code.as_str()) => {}
            Outcome::Refused(code) => panic!("{name} to {new:?}: refused with {code}"),
        }
    }

    fn note_tag(&mut self, name: &str, value: &str, outcome: &Outcome) {
        let known = self.images.get_mut(name).expect("it was picked");
        match outcome {
            Outcome::Done(_) => {
                known.tag = Some(value.to_owned());
                self.acknowledged += 1;
            }
            Outcome::Doubtful(doubt) => {
                known.tag_doubt = doubt.leaves_open().then(|| value.to_owned());
                self.doubted += 1;
            }
            Outcome::Refused(code) => panic!("{name} is not tagged: {code}"),
        }
    }

    fn note_export(&mut self, outcome: &Outcome) {
        match outcome {
            Outcome::Done(answer) => {
                self.exports.insert(answer["TaskId"].as_str().unwrap().to_owned(), ExportState::Begun);
                self.acknowledged += 1;
            }
            // Which task it is, nobody knows; that it leaves nothing behind is seen in the buckets.
            Outcome::Doubtful(_) => self.doubted += 1,
            Outcome::Refused(code) => assert_eq!(code, "ImageIsExporting"),
        }
    }

    fn note_export_cancelled(&mut self, task: &str, outcome: &Outcome) {
        let state = match outcome {
            Outcome::Done(_) => ExportState::Cancelled,
            Outcome::Doubtful(_) => ExportState::Doubtful,
            Outcome::Refused(code) => {
                assert_eq!(code, "InvalidTaskId.IncorrectTaskStatus");
                return;
            }
        };
        self.exports.insert(task.to_owned(), state);
    }

    /// Looks what became of the calls without an answer: each was carried out whole, or not at all.
    pub(crate) fn settle_doubts(&mut self, client: &mut Client) {
        for (name, known) in &mut self.images {
            if known.doubt.is_none() && known.tag_doubt.is_none() {
                continue;
            }
            let (found, tag) = look(client, name, known);
            let doubt = known.doubt.take();
            assert!(
                found == known.state || Some(found) == doubt,
                "{name} is {found:?}, {known:?} or {doubt:?}"
            );
            known.state = found;
            let tag_doubt = known.tag_doubt.take();
            if found != State::Deleted && found != State::Nowhere {
                assert!(
                    tag == known.tag || tag == tag_doubt,
                    "{name} has {tag:?}, {known:?} or {tag_doubt:?}"
                );
                known.tag = tag;
            }
        }
    }

    /// Every image is what its writer was told; every task has ended.
    pub(crate) fn check_all(&mut self, client: &mut Client) {
        for (name, known) in &mut self.images {
            let (mut found, tag) = look(client, name, known);
            if found == State::Making {
                let image = client.image_named(name).unwrap();
                let image = client.wait_until_made(image["ImageId"].as_str().unwrap());
                assert_eq!(image["Status"], "Available", "{name}");
                found = State::Available;
            }
            let expected = if known.state == State::Making { State::Available } else { known.state };
            assert_eq!(found, expected, "{name}");
            if found != State::Deleted && found != State::Nowhere {
                assert_eq!(tag, known.tag, "{name}");
            }
        }
        for (task, state) in &self.exports {
            let status = client.wait_until_ended(task);
            let fits = match state {
                ExportState::Begun => status == "Finished",
                ExportState::Cancelled => status == "Deleted",
                ExportState::Doubtful => status == "Finished" || status == "Deleted",
            };
            assert!(fits, "the export {task} is {status}, {state:?}");
        }
    }

    /// An image that may be changed: no task makes it, no doubt.
    fn pick(&self, writer: &str, dice: &mut Dice) -> Option<(String, State)> {
        let changeable = |known: &Known| {
            matches!(known.state, State::Available | State::Deprecated) && !known.made_by_task
        };
        self.pick_where(writer, dice, changeable)
    }

    /// A copy that may still be on its way.
    fn pick_copy(&self, writer: &str, dice: &mut Dice) -> Option<String> {
        let copy = |known: &Known| known.state == State::Making;
        self.pick_where(writer, dice, copy).map(|(name, _)| name).filter(|name| name.contains("copy"))
    }

    /// The latest that fit are the likeliest.
    fn pick_where(
        &self,
        writer: &str,
        dice: &mut Dice,
        fits: impl Fn(&Known) -> bool,
    ) -> Option<(String, State)> {
        let sure = |known: &Known| known.doubt.is_none() && known.tag_doubt.is_none();
        let own: Vec<_> = self
            .images
            .iter()
            .filter(|(name, known)| name.starts_with(writer) && sure(known) && fits(known))
            .collect();
        let n = dice.throw(0..own.len().max(1) as u64);
        own.get(usize::try_from(n).unwrap()).map(|(name, known)| ((*name).clone(), known.state))
    }

    fn pick_export(&self, dice: &mut Dice) -> Option<String> {
        let begun: Vec<_> = self.exports.iter().filter(|(_, state)| **state == ExportState::Begun).collect();
        let n = dice.throw(0..begun.len().max(1) as u64);
        begun.get(usize::try_from(n).unwrap()).map(|(task, _)| (*task).clone())
    }
}

/// What is there under this name, and its tag `round`.
fn look(client: &mut Client, name: &str, known: &Known) -> (State, Option<String>) {
    let gone = if known.state == State::Nowhere { State::Nowhere } else { State::Deleted };
    let Some(image) = client.image_named(name) else { return (gone, None) };
    assert_whole(&image);
    let tags = image["Tags"]["Tag"].as_array().unwrap();
    let round = tags.iter().find(|tag| tag["TagKey"] == "round");
    let state = match image["Status"].as_str().unwrap() {
        "Available" if known.made_by_task => State::Making,
        "Available" => State::Available,
        "Deprecated" => State::Deprecated,
        "Creating" | "Waiting" if known.made_by_task => State::Making,
        status => panic!("{name} is {status}"),
    };
    (state, round.map(|tag| tag["TagValue"].as_str().unwrap().to_owned()))
}

/// An image has its disk, its tag and its family, if it has one at all: none was written in part.
fn assert_whole(image: &Value) {
    let name = image["ImageName"].as_str().unwrap();
    assert_eq!(image["DiskDeviceMappings"]["DiskDeviceMapping"].as_array().unwrap().len(), 1, "{name}");
    if !name.contains("import") && !name.contains("copy") {
        assert_eq!(image["Tags"]["Tag"][0]["TagValue"], name, "{name}");
        assert!(!image["ImageFamily"].as_str().unwrap().is_empty(), "{name}");
    }
}

/// Writes of every kind, until the server is gone. No other writer has this number.
pub(crate) fn write_until_stopped(
    mut client: Client,
    ledger: &Mutex<Ledger>,
    stop: &AtomicBool,
    number: u64,
    mut dice: Dice,
) {
    let writer = format!("w{}-", number % crate::WRITERS);
    for n in 0.. {
        if stop.load(Ordering::SeqCst) {
            return;
        }
        let name = |what: &str| format!("{writer}{what}{number}-{n}");
        let outcome = match dice.throw(0..16) {
            0..5 => create(&mut client, ledger, &name(""), dice.throw(0..FAMILIES)),
            5 => {
                let name = name("import-");
                let outcome = client.call("ImportImage", &import(&name));
                ledger.lock().unwrap().note(&name, State::Making, true, &outcome);
                outcome
            }
            6 => {
                let Some(outcome) = cancel_copy(&mut client, ledger, &writer, &mut dice) else { continue };
                outcome
            }
            7 => {
                let Some(task) = ledger.lock().unwrap().pick_export(&mut dice) else { continue };
                let outcome = client.call("CancelTask", &[("TaskId", &task)]);
                ledger.lock().unwrap().note_export_cancelled(&task, &outcome);
                outcome
            }
            what => {
                let Some((old, state)) = ledger.lock().unwrap().pick(&writer, &mut dice) else { continue };
                let image_id = match client.call("DescribeImages", &[("ImageName", &old), ("Status", "ALL")])
                {
                    Outcome::Done(images) => id_of(&images),
                    _ => return,
                };
                match what {
                    8 | 9 if state == State::Available => {
                        copy(&mut client, ledger, &image_id, &name("copy-"))
                    }
                    10 | 11 if state == State::Available => {
                        let prefix = format!("x{number}n{n}");
                        let params =
                            [("ImageId", &*image_id), ("OSSBucket", EXPORTS), ("OSSPrefix", &*prefix)];
                        let outcome = client.call("ExportImage", &params);
                        ledger.lock().unwrap().note_export(&outcome);
                        outcome
                    }
                    12 => tag(&mut client, ledger, &old, &image_id, &format!("{number}-{n}")),
                    _ => change(&mut client, ledger, &old, &image_id, state, what == 15),
                }
            }
        };
        if matches!(outcome, Outcome::Doubtful(_)) {
            return;
        }
    }
}

fn id_of(images: &Value) -> String {
    images["Images"]["Image"][0]["ImageId"].as_str().expect("an acknowledged image").to_owned()
}

fn copy(client: &mut Client, ledger: &Mutex<Ledger>, image_id: &str, name: &str) -> Outcome {
    let outcome = client.call("CopyImage", &[("ImageId", image_id), ("DestinationImageName", name)]);
    ledger.lock().unwrap().note(name, State::Making, true, &outcome);
    outcome
}

/// Cancels a copy that may be complete by now: then it stays.
fn cancel_copy(
    client: &mut Client,
    ledger: &Mutex<Ledger>,
    writer: &str,
    dice: &mut Dice,
) -> Option<Outcome> {
    let name = ledger.lock().unwrap().pick_copy(writer, dice)?;
    let images = match client.call("DescribeImages", &[("ImageName", &name), ("Status", "ALL")]) {
        Outcome::Done(images) => images,
        other => return Some(other),
    };
    let outcome = client.call("CancelCopyImage", &[("ImageId", &id_of(&images))]);
    ledger.lock().unwrap().note(&name, State::Deleted, true, &outcome);
    Some(outcome)
}

fn tag(client: &mut Client, ledger: &Mutex<Ledger>, name: &str, image_id: &str, value: &str) -> Outcome {
    let params = [
        ("ResourceType", "image"),
        ("ResourceId.1", image_id),
        ("Tag.1.Key", "round"),
        ("Tag.1.Value", value),
    ];
    let outcome = client.call("TagResources", &params);
    ledger.lock().unwrap().note_tag(name, value, &outcome);
    outcome
}

fn create(client: &mut Client, ledger: &Mutex<Ledger>, name: &str, family: u64) -> Outcome {
    let snapshot_id = ledger.lock().unwrap().snapshot_id.clone();
    let family = format!("family-{family}");
    let params = [
        ("SnapshotId", snapshot_id.as_str()),
        ("ImageName", name),
        ("ImageFamily", &family),
        ("Tag.1.Key", "name"),
        ("Tag.1.Value", name),
    ];
    let outcome = client.call("CreateImage", &params);
    ledger.lock().unwrap().note(name, State::Available, false, &outcome);
    outcome
}

/// Deletes an image, or deprecates or restores it.
fn change(
    client: &mut Client,
    ledger: &Mutex<Ledger>,
    name: &str,
    image_id: &str,
    state: State,
    delete: bool,
) -> Outcome {
    let (new, outcome) = if delete {
        (State::Deleted, client.call("DeleteImage", &[("ImageId", image_id)]))
    } else {
        let (new, status) = match state {
            State::Available => (State::Deprecated, "Deprecated"),
            _ => (State::Available, "Available"),
        };
        (new, client.call("ModifyImageAttribute", &[("ImageId", image_id), ("Status", status)]))
    };
    ledger.lock().unwrap().note(name, new, false, &outcome);
    outcome
}

/// Asks the store itself: the last row of each family's log is its head. Gives the number of families.
pub(crate) async fn check_heads(store: &Store) -> usize {
    let account = AccountId::parse("1234567890123456").unwrap();
    let catalogue = Catalogue { account, region: RegionId::parse("cn-hangzhou").unwrap() };
    let mut heads = 0;
    for n in 0..FAMILIES {
        let name = FamilyName::parse(&format!("family-{n}")).unwrap();
        let (catalogue, family) = (catalogue.clone(), name.clone());
        let read = store.read(move |read| {
            let candidates = read.candidates(&catalogue, &family)?;
            Ok::<_, imagekin_store::StoreError>((candidates, read.head_log(&catalogue, &family)?))
        });
        let (candidates, log) = read.await.unwrap();
        let head = family::resolve(&candidates).head.map(|head| head.image_id.clone());
        assert_eq!(log.last().and_then(|row| row.image_id.clone()), head, "{name}");
        heads += usize::from(head.is_some());
    }
    heads
}
