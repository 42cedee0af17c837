//! Clients that write and resolve without a pause, note what was acknowledged, and how long they had to wait.

use std::collections::HashSet;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use crate::client::{Client, Outcome};
use crate::waiting::{wait_until, wait_until_or_give_up};

/// Longest wait for clients to go on after an outage.
const OUTAGE_MAX: Duration = Duration::from_secs(120);
/// How long a client that was not served leaves the service alone.
const BACKOFF: Duration = Duration::from_millis(100);

/// What a client does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Writes,
    Resolves,
}

/// What became of the calls of a client.
#[derive(Debug)]
struct Story {
    kind: Kind,
    node: usize,
    /// When the last call was answered as it should.
    last: Instant,
    done: u64,
    failed: u64,
    longest: Duration,
    acknowledged: Vec<String>,
}

/// Clients of some nodes.
pub(crate) struct Traffic {
    stories: Vec<Arc<Mutex<Story>>>,
    threads: Vec<JoinHandle<()>>,
    stop: Arc<AtomicBool>,
}

impl Traffic {
    /// For each node one that writes and one that resolves.
    pub(crate) fn start(nodes: &[String], key: (&'static str, &'static str), buckets: &Path) -> Self {
        let snapshot = first_image(&nodes[0], key, buckets);
        let stop = Arc::new(AtomicBool::new(false));
        let mut traffic = Self { stories: Vec::new(), threads: Vec::new(), stop: Arc::clone(&stop) };
        for (node, address) in nodes.iter().enumerate() {
            for kind in [Kind::Writes, Kind::Resolves] {
                let last = Instant::now();
                let story = Story {
                    kind,
                    node,
                    last,
                    done: 0,
                    failed: 0,
                    longest: Duration::ZERO,
                    acknowledged: Vec::new(),
                };
                let story = Arc::new(Mutex::new(story));
                traffic.stories.push(Arc::clone(&story));
                let client = Client::with_key(address, 800 + traffic.stories.len() as u64, key);
                let (snapshot, stop) = (snapshot.clone(), Arc::clone(&stop));
                traffic.threads.push(std::thread::spawn(move || go_on(client, &snapshot, &story, &stop)));
            }
        }
        traffic
    }

    /// Does `work`, waits until every client has gone on after it, and prints how long the longest wait was.
    pub(crate) fn beside(&self, what: &str, work: impl FnOnce()) {
        for story in &self.stories {
            let mut story = story.lock().expect("no panic");
            (story.longest, story.failed) = (Duration::ZERO, 0);
        }
        work();
        let done = |story: &Arc<Mutex<Story>>| story.lock().expect("no panic").done;
        let before: Vec<u64> = self.stories.iter().map(done).collect();
        wait_until(&format!("all go on: {what}"), OUTAGE_MAX, || {
            let all = self.stories.iter().zip(&before).all(|(story, before)| done(story) > before + 20);
            all.then_some(())
        });
        for story in &self.stories {
            let Story { kind, node, failed, longest, .. } = &*story.lock().expect("no panic");
            println!("{what}: node {} {kind:?}: longest wait {longest:.1?}, {failed} calls failed", node + 1);
        }
    }

    /// Ends, and gives the names of the images that were acknowledged.
    pub(crate) fn stop(self) -> Vec<String> {
        self.stop.store(true, Ordering::SeqCst);
        self.threads.into_iter().for_each(|thread| thread.join().expect("a client"));
        let acknowledged = |story: &Arc<Mutex<Story>>| story.lock().expect("no panic").acknowledged.clone();
        self.stories.iter().flat_map(acknowledged).collect()
    }
}

/// Imports an image; gives its snapshot.
fn first_image(address: &str, key: (&'static str, &'static str), buckets: &Path) -> String {
    let bucket = buckets.join("cn-hangzhou/golden-images");
    std::fs::create_dir_all(&bucket).expect("a bucket");
    let mut image = vec![0; 64 * 1024];
    image[510..512].copy_from_slice(&[0x55, 0xaa]);
    std::fs::write(bucket.join("base.raw"), image).expect("an object");
    let mut client = Client::with_key(address, 800, key);
    let snapshot = client.first_snapshot();
    let first = [("ImageName", "golden"), ("ImageFamily", "golden"), ("SnapshotId", &snapshot)];
    client.must("CreateImage", &first);
    snapshot
}

/// The names of all images.
pub(crate) fn images(client: &mut Client) -> HashSet<String> {
    let mut names = HashSet::new();
    for page in 1.. {
        let page = [("PageSize", "100"), ("PageNumber", &page.to_string())];
        let answer = client.must("DescribeImages", &page);
        let images = answer["Images"]["Image"].as_array().expect("a list");
        if images.is_empty() {
            break;
        }
        names.extend(images.iter().map(|image| image["ImageName"].as_str().expect("a name").to_owned()));
    }
    names
}

fn go_on(mut client: Client, snapshot: &str, story: &Mutex<Story>, stop: &AtomicBool) {
    let (kind, node) = {
        let story = story.lock().expect("no panic");
        (story.kind, story.node)
    };
    for number in 0.. {
        if stop.load(Ordering::SeqCst) {
            return;
        }
        let name = format!("image-{node}-{number}");
        let outcome = match kind {
            Kind::Writes => client.call("CreateImage", &[("ImageName", &name), ("SnapshotId", snapshot)]),
            Kind::Resolves => client.call("DescribeImageFromFamily", &[("ImageFamily", "golden")]),
        };
        let mut story = story.lock().expect("no panic");
        match outcome {
            Outcome::Done(answer) => {
                assert!(kind == Kind::Writes || answer["Image"]["ImageName"] == "golden", "{answer}");
                story.longest = story.longest.max(story.last.elapsed());
                (story.last, story.done) = (Instant::now(), story.done + 1);
                if kind == Kind::Writes {
                    story.acknowledged.push(name);
                }
            }
            Outcome::Refused(code) => panic!("{name}: {code}"),
            Outcome::Doubtful(_) => {
                story.failed += 1;
                drop(story);
                // Who was not served leaves the service alone for a while.
                wait_until_or_give_up(BACKOFF, || stop.load(Ordering::SeqCst).then_some(()));
            }
        }
    }
}
