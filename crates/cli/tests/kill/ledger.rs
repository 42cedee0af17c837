//! What the clients were told, to be held against what is there.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use imagekin_access::AccountId;
use imagekin_catalog::{FamilyName, RegionId, family};
use imagekin_store::{Catalogue, MasterKey, Store};
use serde_json::Value;

use crate::Dice;
use crate::client::{Client, Outcome, import};

const FAMILIES: u64 = 20;

/// What is known of an image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Available,
    Deprecated,
    Deleted,
    /// An import that goes on in the background.
    Importing,
    /// Never made.
    Nowhere,
}

/// An image by its name, which its writer chose.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known {
    state: State,
    /// What a call without an answer may have made of it.
    doubt: Option<State>,
    import: bool,
}

#[derive(Default)]
pub(crate) struct Ledger {
    pub(crate) snapshot_id: String,
    pub(crate) images: BTreeMap<String, Known>,
    pub(crate) acknowledged: u64,
    pub(crate) doubted: u64,
}

impl Ledger {
    pub(crate) fn imports(&self) -> usize {
        self.images.values().filter(|known| known.import && known.state != State::Nowhere).count()
    }

    fn note(&mut self, name: &str, new: State, import: bool, outcome: &Outcome) {
        let known = self.images.entry(name.to_owned()).or_insert(Known {
            state: State::Nowhere,
            doubt: None,
            import,
        });
        match outcome {
            Outcome::Done(_) => {
                known.state = new;
                self.acknowledged += 1;
            }
            Outcome::Doubtful => {
                known.doubt = Some(new);
                self.doubted += 1;
            }
            Outcome::Refused(code) => panic!("{name} to {new:?}: refused with {code}"),
        }
    }

    /// Looks what became of the calls without an answer: each was carried out whole, or not at all.
    pub(crate) fn settle_doubts(&mut self, client: &mut Client) {
        for (name, known) in &mut self.images {
            let Some(doubt) = known.doubt.take() else { continue };
            let found = look(client, name, known);
            assert!(found == known.state || found == doubt, "{name} is {found:?}, {known:?} or {doubt:?}");
            known.state = found;
        }
    }

    /// Every image is what its writer was told; imports have ended.
    pub(crate) fn check_all(&mut self, client: &mut Client) {
        for (name, known) in &mut self.images {
            let mut found = look(client, name, known);
            if found == State::Importing {
                let image = client.image_named(name).unwrap();
                let image = client.wait_until_made(image["ImageId"].as_str().unwrap());
                assert_eq!(image["Status"], "Available", "{name}");
                found = State::Available;
            }
            let expected = if known.state == State::Importing { State::Available } else { known.state };
            assert_eq!(found, expected, "{name}");
        }
    }

    /// An image that may be changed: no import under way, no doubt.
    fn pick(&self, writer: &str, dice: &mut Dice) -> Option<(String, State)> {
        let settled = |known: &Known| {
            known.doubt.is_none()
                && matches!(known.state, State::Available | State::Deprecated)
                && !known.import
        };
        let own: Vec<_> =
            self.images.iter().filter(|(name, known)| name.starts_with(writer) && settled(known)).collect();
        let n = dice.throw(0..own.len().max(1) as u64);
        own.get(usize::try_from(n).unwrap()).map(|(name, known)| ((*name).clone(), known.state))
    }
}

/// What is there under this name.
fn look(client: &mut Client, name: &str, known: &Known) -> State {
    let gone = if known.state == State::Nowhere { State::Nowhere } else { State::Deleted };
    let Some(image) = client.image_named(name) else { return gone };
    assert_whole(&image);
    match image["Status"].as_str().unwrap() {
        "Available" if known.import => State::Importing,
        "Available" => State::Available,
        "Deprecated" => State::Deprecated,
        "Creating" if known.import => State::Importing,
        status => panic!("{name} is {status}"),
    }
}

/// An image has its disk, its tag and its family, if it has one at all: none was written in part.
fn assert_whole(image: &Value) {
    let name = image["ImageName"].as_str().unwrap();
    assert_eq!(image["DiskDeviceMappings"]["DiskDeviceMapping"].as_array().unwrap().len(), 1, "{name}");
    if !name.contains("import") {
        assert_eq!(image["Tags"]["Tag"][0]["TagValue"], name, "{name}");
        assert!(!image["ImageFamily"].as_str().unwrap().is_empty(), "{name}");
    }
}

/// Creates, imports, deprecates, restores and deletes until the server is gone.
pub(crate) fn write_until_stopped(mut client: Client, ledger: &Mutex<Ledger>, stop: &AtomicBool, seed: u64) {
    let mut dice = Dice::new(seed);
    let writer = format!("w{}-", seed % crate::WRITERS);
    for n in 0.. {
        if stop.load(Ordering::SeqCst) {
            return;
        }
        let outcome = match dice.throw(0..10) {
            0..5 => create(&mut client, ledger, &format!("{writer}{seed}-{n}"), dice.throw(0..FAMILIES)),
            5 => {
                let name = format!("{writer}import-{seed}-{n}");
                let outcome = client.call("ImportImage", &import(&name));
                ledger.lock().unwrap().note(&name, State::Importing, true, &outcome);
                outcome
            }
            what => {
                let Some((name, state)) = ledger.lock().unwrap().pick(&writer, &mut dice) else { continue };
                change(&mut client, ledger, &name, state, what == 9)
            }
        };
        if matches!(outcome, Outcome::Doubtful) {
            return;
        }
    }
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
fn change(client: &mut Client, ledger: &Mutex<Ledger>, name: &str, state: State, delete: bool) -> Outcome {
    let images = match client.call("DescribeImages", &[("ImageName", name), ("Status", "ALL")]) {
        Outcome::Done(images) => images,
        other => return other,
    };
    let image_id =
        images["Images"]["Image"][0]["ImageId"].as_str().expect("an acknowledged image").to_owned();
    let (new, outcome) = if delete {
        (State::Deleted, client.call("DeleteImage", &[("ImageId", &image_id)]))
    } else {
        let (new, status) = match state {
            State::Available => (State::Deprecated, "Deprecated"),
            _ => (State::Available, "Available"),
        };
        (new, client.call("ModifyImageAttribute", &[("ImageId", &image_id), ("Status", status)]))
    };
    ledger.lock().unwrap().note(name, new, false, &outcome);
    outcome
}

/// Opens the store itself: the last row of each family's log is its head. Gives the number of families.
pub(crate) fn check_store(folder: &Path) -> usize {
    let master_key = MasterKey::open(&folder.join("master.key"), || unreachable!("it is there")).unwrap();
    let store = Store::open(folder, master_key).unwrap();
    let account = AccountId::parse("1234567890123456").unwrap();
    let catalogue = Catalogue { account, region: RegionId::parse("cn-hangzhou").unwrap() };
    let mut heads = 0;
    for n in 0..FAMILIES {
        let name = FamilyName::parse(&format!("family-{n}")).unwrap();
        let (candidates, log) = store
            .read(|read| {
                let candidates = read.candidates(&catalogue, &name)?;
                Ok::<_, imagekin_store::StoreError>((candidates, read.head_log(&catalogue, &name)?))
            })
            .unwrap();
        let head = family::resolve(&candidates).head.map(|head| head.image_id.clone());
        assert_eq!(log.last().and_then(|row| row.image_id.clone()), head, "{name}");
        heads += usize::from(head.is_some());
    }
    heads
}
