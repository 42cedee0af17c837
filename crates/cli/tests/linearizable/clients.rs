//! The clients: each calls whatever its dice say, on any node, and writes down what it has heard.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::chance::Dice;
use crate::client::{Client, Doubt, Outcome};
use crate::cluster::{Cluster, SNAPSHOT};
use crate::family::Status;
use crate::history::{Answer, Call, Named, Operation};

/// Families that are called at the same time.
const FAMILIES: u64 = 3;
/// After so many operations of all clients they turn to new families: the search for an order is the longer, the longer
/// the history of one family is.
const ROUND: u64 = 500;
/// Images of a family that clients still name: some of them are deleted.
const NAMED_MAX: usize = 10;
/// How long a client lets a node alone that has not answered.
const PAUSE: Duration = Duration::from_millis(30);

/// What clients know of each other.
struct Shared {
    cluster: Arc<Cluster>,
    /// What node 0 is called by, where it is not called directly.
    proxy: Option<String>,
    began: Instant,
    stop: AtomicBool,
    operations: AtomicU64,
    /// Of each node the writes that it has acknowledged, and the calls that it has not answered or not well.
    acknowledged: Vec<AtomicU64>,
    unanswered: Vec<AtomicU64>,
    images: Mutex<HashMap<String, Vec<Known>>>,
}

/// An image that may be named in a call.
#[derive(Clone)]
struct Known {
    image: Named,
    /// As some client saw it last.
    status: Option<Status>,
}

/// The clients at work.
pub(crate) struct Clients {
    shared: Arc<Shared>,
    running: Vec<JoinHandle<Vec<Operation>>>,
}

impl Clients {
    /// Lets some clients call the nodes; node 0 by way of `proxy`, if there is one.
    pub(crate) fn start(cluster: &Arc<Cluster>, seed: u64, clients: usize, proxy: Option<String>) -> Self {
        let counters = || (0..cluster.len()).map(|_| AtomicU64::new(0)).collect();
        let shared = Arc::new(Shared {
            cluster: Arc::clone(cluster),
            proxy,
            began: Instant::now(),
            stop: AtomicBool::new(false),
            operations: AtomicU64::new(0),
            acknowledged: counters(),
            unanswered: counters(),
            images: Mutex::default(),
        });
        let run = |number| {
            let client = OneClient {
                number,
                dice: Dice::new(seed.wrapping_mul(1_000).wrapping_add(number as u64)),
                client: Client::new("", number as u64),
                shared: Arc::clone(&shared),
                history: Vec::new(),
            };
            std::thread::spawn(move || client.run())
        };
        Self { running: (0..clients).map(run).collect(), shared }
    }

    /// Operations so far.
    pub(crate) fn operations(&self) -> u64 {
        self.shared.operations.load(Ordering::SeqCst)
    }

    /// Of each node the writes that it has acknowledged so far.
    pub(crate) fn acknowledged(&self) -> Vec<u64> {
        self.shared.acknowledged.iter().map(|count| count.load(Ordering::SeqCst)).collect()
    }

    /// Of each node the calls that it has not answered so far, or not well.
    pub(crate) fn unanswered(&self) -> Vec<u64> {
        self.shared.unanswered.iter().map(|count| count.load(Ordering::SeqCst)).collect()
    }

    /// Ends the clients and gives what they have written down. In the end each node is asked for each family.
    pub(crate) fn stop(self) -> Vec<Operation> {
        self.shared.stop.store(true, Ordering::SeqCst);
        let histories = self.running.into_iter().map(|client| client.join().expect("no client panics"));
        let mut history: Vec<Operation> = histories.flatten().collect();
        let families: Vec<String> = self.shared.images.lock().unwrap().keys().cloned().collect();
        let number = history.iter().map(|operation| operation.client).max().unwrap_or_default() + 1;
        let mut last = OneClient {
            number,
            dice: Dice::new(0),
            client: Client::new("", number as u64),
            shared: self.shared,
            history: Vec::new(),
        };
        for family in &families {
            for node in 0..last.shared.cluster.len() {
                last.resolve(family, node);
            }
        }
        history.extend(last.history);
        history
    }
}

struct OneClient {
    number: usize,
    dice: Dice,
    client: Client,
    shared: Arc<Shared>,
    history: Vec<Operation>,
}

impl OneClient {
    fn run(mut self) -> Vec<Operation> {
        for n in 0.. {
            if self.shared.stop.load(Ordering::SeqCst) {
                break;
            }
            let round = self.shared.operations.load(Ordering::SeqCst) / ROUND;
            let family = format!("family-{}-{round}", self.dice.throw(0..FAMILIES));
            let node = self.dice.throw(0..self.shared.cluster.len() as u64) as usize;
            match self.dice.throw(0..20) {
                0..5 => self.create(&family, node, &format!("image-{}-{n}", self.number)),
                5..8 => self.change(&family, node, Status::Deprecated),
                8..11 => self.change(&family, node, Status::Available),
                11..14 => self.delete(&family, node),
                14..19 => self.resolve(&family, node),
                _ => self.explain(&family, node),
            }
        }
        self.history
    }

    fn create(&mut self, family: &str, node: usize, name: &str) {
        let status = self.shared.cluster.first_status(node);
        let call = Call::Create { name: name.to_owned(), status };
        let params = [("SnapshotId", SNAPSHOT), ("ImageName", name), ("ImageFamily", family)];
        let made = self.call(family, node, call, "CreateImage", &params, |_| Answer::Done);
        let Some(Outcome::Done(answer)) = made else { return };
        let image = Named { name: name.to_owned(), id: answer["ImageId"].as_str().unwrap().to_owned() };
        self.know(family, image, Some(Status::Available));
    }

    fn change(&mut self, family: &str, node: usize, status: Status) {
        let (from, word) = match status {
            Status::Deprecated => (Status::Available, "Deprecated"),
            _ => (Status::Deprecated, "Available"),
        };
        let Some(image) = self.pick(family, Some(from)) else { return };
        let call = Call::Change { name: image.name.clone(), status };
        let params = [("ImageId", image.id.as_str()), ("Status", word)];
        let outcome = self.call(family, node, call, "ModifyImageAttribute", &params, |_| Answer::Done);
        if let Some(Outcome::Done(_)) = outcome {
            self.know(family, image, Some(status));
        }
    }

    fn delete(&mut self, family: &str, node: usize) {
        let Some(image) = self.pick(family, None) else { return };
        let call = Call::Delete { name: image.name.clone() };
        let params = [("ImageId", image.id.as_str())];
        let outcome = self.call(family, node, call, "DeleteImage", &params, |_| Answer::Done);
        if let Some(Outcome::Done(_)) = outcome {
            self.know(family, image, None);
        }
    }

    fn resolve(&mut self, family: &str, node: usize) {
        let head = |answer: &Value| {
            let image = &answer["Image"];
            Answer::Head(image.get("ImageId").map(|_| named(image)))
        };
        let params = [("ImageFamily", family)];
        let outcome = self.call(family, node, Call::Resolve, "DescribeImageFromFamily", &params, head);
        // An image whose making was not acknowledged is known from here on.
        if let Some(Outcome::Done(answer)) = outcome
            && answer["Image"].get("ImageId").is_some()
        {
            self.know(family, named(&answer["Image"]), Some(Status::Available));
        }
    }

    fn explain(&mut self, family: &str, node: usize) {
        let images = |answer: &Value| {
            let candidates = answer["Candidates"]["Candidate"].as_array().unwrap();
            // They come with the newest first.
            Answer::Images(candidates.iter().rev().map(|image| (named(image), status_of(image))).collect())
        };
        let params = [("ImageFamily", family)];
        self.call(family, node, Call::Explain, "ExplainImageFamily", &params, images);
    }

    /// Calls a node and writes down what came of it; `None` when it was not even sent.
    fn call(
        &mut self,
        family: &str,
        node: usize,
        call: Call,
        action: &str,
        params: &[(&str, &str)],
        read: impl FnOnce(&Value) -> Answer,
    ) -> Option<Outcome> {
        let shared = Arc::clone(&self.shared);
        let proxy = shared.proxy.clone().filter(|_| node == 0);
        let Some(address) = proxy.or_else(|| shared.cluster.address(node)) else {
            std::thread::park_timeout(PAUSE);
            return None;
        };
        self.client.address = address;
        let now = || shared.began.elapsed().as_nanos() as u64;
        let called = now();
        let outcome = self.client.call(action, params);
        let answered = now();
        let answer = match &outcome {
            Outcome::Done(answer) => read(answer),
            Outcome::Refused(code) => Answer::Refused(code.clone()),
            Outcome::Doubtful(doubt) => {
                shared.unanswered[node].fetch_add(1, Ordering::SeqCst);
                std::thread::park_timeout(PAUSE);
                match doubt {
                    Doubt::NotSent => return None,
                    Doubt::Lost(_) => {}
                    Doubt::Failed(code) => {
                        assert_eq!(code, "ServiceUnavailable", "{}", shared.cluster.logs());
                    }
                }
                Answer::Unknown
            }
        };
        if answer == Answer::Done {
            shared.acknowledged[node].fetch_add(1, Ordering::SeqCst);
        }
        shared.operations.fetch_add(1, Ordering::SeqCst);
        let (client, family) = (self.number, family.to_owned());
        self.history.push(Operation { client, node, family, call, answer, called, answered });
        Some(outcome)
    }

    /// Tells the other clients of an image.
    fn know(&self, family: &str, image: Named, status: Option<Status>) {
        let mut images = self.shared.images.lock().unwrap();
        let known = images.entry(family.to_owned()).or_default();
        match known.iter_mut().find(|known| known.image == image) {
            Some(known) => known.status = status,
            None => known.push(Known { image, status }),
        }
        if known.len() > NAMED_MAX {
            known.remove(0);
        }
    }

    /// An image to name: mostly one that should be so.
    fn pick(&mut self, family: &str, status: Option<Status>) -> Option<Named> {
        let images = self.shared.images.lock().unwrap();
        let all = images.get(family).map(Vec::as_slice).unwrap_or_default();
        let fits = |known: &&Known| match status {
            Some(status) => known.status == Some(status),
            None => known.status.is_some(),
        };
        let any = self.dice.throw(0..4) == 0;
        let fitting: Vec<&Known> = all.iter().filter(|known| any || fits(known)).collect();
        let n = self.dice.throw(0..fitting.len().max(1) as u64) as usize;
        fitting.get(n).map(|known| known.image.clone())
    }
}

fn named(image: &Value) -> Named {
    let text = |name: &str| image[name].as_str().unwrap().to_owned();
    Named { name: text("ImageName"), id: text("ImageId") }
}

fn status_of(image: &Value) -> Status {
    match image["Status"].as_str().unwrap() {
        "Creating" => Status::Creating,
        "Available" => Status::Available,
        "Deprecated" => Status::Deprecated,
        other => panic!("an image is {other}"),
    }
}
