//! Many imports and copies while servers are killed: each ends once, well or badly, and says why.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::Value;

use crate::chance::{self, Dice};
use crate::client::{Client, Outcome};
use crate::heard::Heard;
use crate::questions::import;
use crate::table::{Fault, Promise, Row};
use crate::waiting::{wait_until, wait_until_or_give_up};
use crate::world::World;

/// Imports and copies of a run, if `IMAGEKIN_TEST_JOBS` does not say otherwise.
const JOBS: u64 = 60;
/// Jobs of a run for each kill.
const JOBS_PER_KILL: u64 = 5;
/// Clients that order them at the same time.
const CLIENTS: u64 = 4;
/// Images that are copied, and images whose bytes are spoiled: their copies fail. One is not copied twice at once.
const SOURCES: u64 = 16;
const SPOILED: u64 = 6;
/// How long a job takes at least, so that some are always under way.
const DELAY_MS: u64 = 150;
/// Longest time for all to end, when nobody is killed any more: a dead node's lease, and the work.
const ENDING_MAX: Duration = Duration::from_secs(180);
/// How long a client that was not served waits.
const BACKOFF: Duration = Duration::from_millis(50);

#[test]
fn jobs_end_once_while_the_server_is_killed() {
    run(Fault::JobsKilled, World::embedded());
}

#[test]
fn jobs_end_once_while_three_nodes_are_killed() {
    run(Fault::JobsKilledOnPostgres, World::on_postgres(3));
}

fn run(fault: Fault, mut world: World) {
    let seed = chance::seed();
    let jobs = chance::number_of("IMAGEKIN_TEST_JOBS").unwrap_or(JOBS);
    println!("IMAGEKIN_TEST_SEED={seed}");
    world.take_time(DELAY_MS);
    world.start();
    let office = Arc::new(Office::open(&mut world, jobs));
    let clients: Vec<_> = (0..CLIENTS)
        .map(|n| {
            let (office, client) = (Arc::clone(&office), world.client(100 + n));
            std::thread::spawn(move || office.order_all(client, Dice::new(seed ^ n)))
        })
        .collect();
    let (mut dice, mut kills) = (Dice::new(seed), 0);
    while kills < jobs / JOBS_PER_KILL {
        let life = Duration::from_millis(dice.throw(50..600));
        wait_until_or_give_up(life, || None::<()>);
        world.kill_node(usize::try_from(dice.throw(0..world.nodes() as u64)).unwrap());
        world.start();
        *office.addresses.lock().unwrap() = world.addresses();
        kills += 1;
    }
    clients.into_iter().for_each(|client| client.join().unwrap());
    wait_until("every job has ended", ENDING_MAX, || (ended(&world).len() as u64 == jobs).then_some(()));
    let first = ended(&world);
    // Nothing ends a second time.
    world.restart();
    office.clear_away(&mut world);
    world.wait_for_clean_buckets();
    let last = ended(&world);
    assert_eq!(first, last);
    world.stop();
    world.check();
    tell(fault, &office, &last, kills);
}

fn tell(fault: Fault, office: &Office, ended: &BTreeMap<String, Ended>, kills: u64) {
    let failed = ended.values().filter(|ended| ended.assert_whole()).count();
    let spoiled = ended.iter().filter(|(name, _)| name.starts_with("spoiled"));
    spoiled.for_each(|(name, ended)| assert_eq!(ended.image, "CreateFailed", "{name}"));
    let sound = ended.iter().filter(|(name, _)| name.starts_with("import") || name.starts_with("copy"));
    sound.for_each(|(name, ended)| assert_eq!(ended.image, "Available", "{name}: {ended:?}"));
    assert!(failed > 0, "none had a reason to fail");
    let heard = office.heard.lock().unwrap();
    heard.assert_proper(Duration::from_secs(40), true);
    Row {
        fault,
        made: format!("{kills} kills during {} imports and copies", ended.len()),
        acknowledged_survive: Promise::Kept(format!(
            "{} ended once: {} Available, {failed} CreateFailed with its reason",
            ended.len(),
            ended.len() - failed
        )),
        refused_left_no_trace: Promise::Kept(
            "each order made one image; no object that nothing names".to_owned(),
        ),
        clients_heard: Promise::Kept(heard.to_string()),
        returns: Promise::NotAsked("what was killed is started again".to_owned()),
    }
    .tell();
}

/// How a job has ended.
#[derive(Debug, PartialEq, Eq)]
struct Ended {
    image: String,
    task: String,
    failure: String,
    finished_at: i64,
}

impl Ended {
    /// Image and task say the same. Has it failed?
    fn assert_whole(&self) -> bool {
        let has_failed = self.image == "CreateFailed";
        let fits = match has_failed {
            true => self.task == "Failed" && !self.failure.is_empty(),
            false => self.image == "Available" && self.task == "Finished" && self.failure.is_empty(),
        };
        assert!(fits, "{self:?}");
        has_failed
    }
}

/// The ordered images whose jobs have ended, by their names: each has one, and is there once.
fn ended(world: &World) -> BTreeMap<String, Ended> {
    let sql = "SELECT i.name, i.status, t.status, i.failure, t.finished_at_us FROM images i \
               JOIN tasks t ON t.account_id = i.account_id AND t.region_id = i.region_id AND t.image_id = i.image_id \
               WHERE i.deleted_at_us IS NULL AND i.name LIKE '%-job-%' AND t.finished_at_us IS NOT NULL";
    let database = world.read_past();
    let mut statement = database.prepare(sql).unwrap();
    let mut rows = statement.query([]).unwrap();
    let mut found = BTreeMap::new();
    while let Some(row) = rows.next().unwrap() {
        let text = |column: usize| row.get::<_, String>(column).unwrap();
        let ended =
            Ended { image: text(1), task: text(2), failure: text(3), finished_at: row.get(4).unwrap() };
        assert!(found.insert(text(0), ended).is_none(), "{} is there twice, or has two tasks", text(0));
    }
    found
}

/// Where imports and copies are ordered.
struct Office {
    jobs: u64,
    next: AtomicU64,
    addresses: Mutex<Vec<String>>,
    /// The bucket that is imported from.
    bucket: PathBuf,
    sources: Vec<String>,
    spoiled: Vec<String>,
    spoiled_snapshots: Vec<String>,
    heard: Mutex<Heard>,
}

impl Office {
    fn open(world: &mut World, jobs: u64) -> Self {
        let mut client = world.client(1);
        let mut make = |what: &str, count: u64| -> Vec<String> {
            let names = (0..count).map(|n| format!("{what}-{n}"));
            let ids = names.map(|name| {
                let answer = client.must("ImportImage", &import(&name));
                answer["ImageId"].as_str().unwrap().to_owned()
            });
            let ids: Vec<String> = ids.collect();
            ids.iter().for_each(|id| assert_eq!(client.wait_until_made(id)["Status"], "Available"));
            ids
        };
        let (sources, spoiled) = (make("source", SOURCES), make("bad", SPOILED));
        let objects = world.folder().join("objects/cn-hangzhou");
        let spoil = |id: String| (spoil(&mut client, &id, &objects), id);
        let (spoiled_snapshots, spoiled) = spoiled.into_iter().map(spoil).unzip();
        Self {
            jobs,
            next: AtomicU64::new(0),
            addresses: Mutex::new(world.addresses()),
            bucket: objects.join("golden-images"),
            sources,
            spoiled,
            spoiled_snapshots,
            heard: Mutex::default(),
        }
    }

    /// Orders jobs until there are enough.
    fn order_all(&self, mut client: Client, mut dice: Dice) {
        loop {
            let n = self.next.fetch_add(1, Ordering::SeqCst);
            if n >= self.jobs {
                return;
            }
            let kind = dice.throw(0..20);
            if kind == 10 {
                // Its source is taken away as soon as it is ordered: the job comes in time or it fails.
                let object = format!("gone-{n}.raw");
                std::fs::copy(self.bucket.join("base.raw"), self.bucket.join(&object)).unwrap();
                self.order(&mut client, &mut dice, &|_| import_of(format!("gone-job-{n}"), &object));
                std::fs::remove_file(self.bucket.join(&object)).unwrap();
                continue;
            }
            self.order(&mut client, &mut dice, &|dice| match kind {
                0..=10 => import_of(format!("import-job-{n}"), "base.raw"),
                11 | 12 => copy_of(format!("spoiled-job-{n}"), pick(&self.spoiled, dice)),
                _ => copy_of(format!("copy-job-{n}"), pick(&self.sources, dice)),
            });
        }
    }

    /// Orders one job until it is acknowledged, at one node or another: its token sees to it that it is one job.
    fn order(&self, client: &mut Client, dice: &mut Dice, new: &dyn Fn(&mut Dice) -> Order) {
        let mut order = new(dice);
        loop {
            {
                let addresses = self.addresses.lock().unwrap();
                client.address.clone_from(pick(&addresses, dice));
            }
            let params: Vec<_> = order.params.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let sent_at = std::time::Instant::now();
            let outcome = client.call(order.action, &params);
            self.heard.lock().unwrap().note(&outcome, sent_at.elapsed());
            match outcome {
                Outcome::Done(_) => return,
                Outcome::Doubtful(_) => {}
                Outcome::Refused(code) if code == "Throttling" => {}
                // The source is just being copied: nothing was ordered, and the token is free for another.
                Outcome::Refused(code) if code == "OperationDenied.ImageCopyConflict" => order = new(dice),
                Outcome::Refused(code) => panic!("{order:?}: {code}"),
            }
            wait_until_or_give_up(BACKOFF, || None::<()>);
        }
    }

    /// The images whose bytes are spoiled go.
    fn clear_away(&self, world: &mut World) {
        let mut client = world.client(2);
        for id in &self.spoiled {
            client.must("DeleteImage", &[("ImageId", id)]);
        }
        for snapshot in &self.spoiled_snapshots {
            client.must("DeleteSnapshot", &[("SnapshotId", snapshot)]);
        }
    }
}

/// An import or a copy.
#[derive(Debug)]
struct Order {
    action: &'static str,
    params: Vec<(&'static str, String)>,
}

fn import_of(name: String, object: &str) -> Order {
    let params = vec![
        ("ClientToken", name.clone()),
        ("ImageName", name),
        ("DiskDeviceMapping.1.OSSBucket", "golden-images".to_owned()),
        ("DiskDeviceMapping.1.OSSObject", object.to_owned()),
    ];
    Order { action: "ImportImage", params }
}

fn copy_of(name: String, source: &str) -> Order {
    let params =
        vec![("ClientToken", name.clone()), ("DestinationImageName", name), ("ImageId", source.to_owned())];
    Order { action: "CopyImage", params }
}

fn pick<'s>(of: &'s [String], dice: &mut Dice) -> &'s String {
    &of[usize::try_from(dice.throw(0..of.len() as u64)).unwrap()]
}

/// The snapshot of an image.
fn snapshot(image: &Value) -> String {
    image["DiskDeviceMappings"]["DiskDeviceMapping"][0]["SnapshotId"].as_str().unwrap().to_owned()
}

/// Changes a byte of an image, past the server.
fn spoil(client: &mut Client, image_id: &str, objects: &Path) -> String {
    let snapshot = snapshot(&client.wait_until_made(image_id));
    let account = objects.join("imagekin-snapshots/1234567890123456");
    let object = std::fs::read_dir(account).unwrap().map(|entry| entry.unwrap().path());
    let object = object.into_iter().find(|path| path.to_string_lossy().contains(&snapshot)).unwrap();
    let mut bytes = std::fs::read(&object).unwrap();
    bytes[1_000] ^= 1;
    std::fs::write(object, bytes).unwrap();
    snapshot
}
