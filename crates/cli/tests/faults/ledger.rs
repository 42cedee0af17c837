//! What the clients were told, to be held against what is there.

use std::collections::BTreeMap;

use imagekin_access::AccountId;
use imagekin_catalog::{FamilyName, RegionId, Timestamp, family};
use imagekin_store::{AuditSearch, Catalogue, Store};
use serde_json::Value;

use crate::chance::Dice;
use crate::client::{Client, Doubt, Outcome};
use crate::heard::Heard;

/// Families that images are made in.
pub(crate) const FAMILIES: u64 = 20;
/// What may come of racing with one's own tasks: an image that is exported is not deleted, one that is being copied not
/// copied again, and a copy that is complete not cancelled.
const MAY_BE_REFUSED: [&str; 4] = [
    "ImageIsExporting",
    "OperationDenied.ImageCopyConflict",
    "IncorrectImageStatus",
    // The server has enough to do: nothing was begun.
    "Throttling",
];

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
    /// What a call that is under way, or has no answer, may have made of it.
    doubt: Option<State>,
    /// A task makes it.
    made_by_task: bool,
    /// The value of its tag `round`, and what such a call may have made of that.
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
    /// A cancel is under way, or was not answered.
    Doubtful,
}

#[derive(Clone, Default)]
pub(crate) struct Ledger {
    pub(crate) snapshot_id: String,
    pub(crate) images: BTreeMap<String, Known>,
    /// By their tasks.
    exports: BTreeMap<String, ExportState>,
    pub(crate) acknowledged: u64,
    pub(crate) doubted: u64,
    pub(crate) heard: Heard,
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

    /// A call is about to be made that makes an image `new`.
    pub(crate) fn begin(&mut self, name: &str, new: State, made_by_task: bool) {
        let nothing = Known { state: State::Nowhere, doubt: None, made_by_task, tag: None, tag_doubt: None };
        self.images.entry(name.to_owned()).or_insert(nothing).doubt = Some(new);
    }

    /// What has become of that call.
    pub(crate) fn note(&mut self, name: &str, outcome: &Outcome) {
        let known = self.images.get_mut(name).expect("it was begun");
        match outcome {
            Outcome::Done(_) => {
                known.state = known.doubt.take().expect("it was begun");
                self.acknowledged += 1;
            }
            Outcome::Doubtful(doubt) => {
                known.doubt = known.doubt.filter(|_| doubt.leaves_open());
                self.doubted += 1;
            }
            Outcome::Refused(code) if MAY_BE_REFUSED.contains(&code.as_str()) => known.doubt = None,
            Outcome::Refused(code) => panic!("{name} to {:?}: refused with {code}", known.doubt),
        }
    }

    /// A call is about to be made that tags an image.
    pub(crate) fn begin_tag(&mut self, name: &str, value: &str) {
        self.images.get_mut(name).expect("it was picked").tag_doubt = Some(value.to_owned());
    }

    /// What has become of that call.
    pub(crate) fn note_tag(&mut self, name: &str, outcome: &Outcome) {
        let known = self.images.get_mut(name).expect("it was picked");
        match outcome {
            Outcome::Done(_) => {
                known.tag = known.tag_doubt.take();
                self.acknowledged += 1;
            }
            Outcome::Doubtful(doubt) => {
                known.tag_doubt = known.tag_doubt.take().filter(|_| doubt.leaves_open());
                self.doubted += 1;
            }
            Outcome::Refused(code) if MAY_BE_REFUSED.contains(&code.as_str()) => known.tag_doubt = None,
            Outcome::Refused(code) => panic!("{name} is not tagged: {code}"),
        }
    }

    pub(crate) fn note_export(&mut self, outcome: &Outcome) {
        match outcome {
            Outcome::Done(answer) => {
                self.exports.insert(answer["TaskId"].as_str().unwrap().to_owned(), ExportState::Begun);
                self.acknowledged += 1;
            }
            // Which task it is, nobody knows; that it leaves nothing behind is seen in the buckets.
            Outcome::Doubtful(doubt) => self.doubted += u64::from(doubt.leaves_open()),
            Outcome::Refused(code) => assert!(MAY_BE_REFUSED.contains(&code.as_str()), "{code}"),
        }
    }

    /// A call is about to be made that cancels an export.
    pub(crate) fn begin_export_cancel(&mut self, task: &str) {
        self.exports.insert(task.to_owned(), ExportState::Doubtful);
    }

    /// What has become of that call.
    pub(crate) fn note_export_cancelled(&mut self, task: &str, outcome: &Outcome) {
        let state = match outcome {
            Outcome::Done(_) => ExportState::Cancelled,
            Outcome::Doubtful(doubt) if doubt.leaves_open() => ExportState::Doubtful,
            Outcome::Doubtful(_) => ExportState::Begun,
            Outcome::Refused(code) => {
                assert!(
                    ["InvalidTaskId.IncorrectTaskStatus", "Throttling"].contains(&code.as_str()),
                    "{code}"
                );
                ExportState::Begun
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

    /// What was acknowledged is in the audit log, and what was not carried out is not: each image was made by one event, and
    /// there is one for each change.
    pub(crate) async fn check_audit(&self, store: &Store) {
        let search = AuditSearch {
            account: AccountId::parse("1234567890123456"),
            since: Timestamp::from_micros(i64::MIN),
            until: Timestamp::from_micros(i64::MAX),
            fits: Box::new(|_, event| !event.contains("\"errorCode\"")),
            limit: usize::MAX,
        };
        let mut changes = 0;
        let mut made: BTreeMap<String, u32> = BTreeMap::new();
        for found in store.search_audit(search).await.unwrap() {
            let event: Value = serde_json::from_str(&found.event).unwrap();
            let asked = &event["requestParameters"];
            let name = match event["eventName"].as_str().unwrap() {
                "CreateImage" | "ImportImage" => &asked["ImageName"],
                "CopyImage" => &asked["DestinationImageName"],
                _ => &Value::Null,
            };
            changes += u64::from(event["eventType"] == "ApiCall");
            if let Some(name) = name.as_str() {
                *made.entry(name.to_owned()).or_default() += 1;
            }
        }
        assert!(changes >= self.acknowledged, "{changes} events of {} changes", self.acknowledged);
        for (name, known) in &self.images {
            let expected = u32::from(known.state != State::Nowhere);
            assert_eq!(made.get(name).copied().unwrap_or_default(), expected, "{name} {known:?}");
        }
    }

    /// An image that may be changed: no task makes it, no doubt.
    pub(crate) fn pick(&self, writer: &str, dice: &mut Dice) -> Option<(String, State)> {
        let changeable = |known: &Known| {
            matches!(known.state, State::Available | State::Deprecated) && !known.made_by_task
        };
        self.pick_where(writer, dice, changeable)
    }

    /// A copy that may still be on its way.
    pub(crate) fn pick_copy(&self, writer: &str, dice: &mut Dice) -> Option<String> {
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

    pub(crate) fn pick_export(&self, dice: &mut Dice) -> Option<String> {
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
