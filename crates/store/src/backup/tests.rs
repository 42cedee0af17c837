//! Backups beside a server that takes objects away.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use imagekin_access::AccountId;
use imagekin_catalog::disk::DiskKind;
use imagekin_catalog::snapshot::{CopiedSnapshot, SnapshotBytes, SnapshotStatus};
use imagekin_catalog::{Snapshot, SnapshotId, Timestamp};
use tempfile::TempDir;

use super::*;
use crate::{BytesChecked, Cause, Check, change_key_file};

const BUCKET: &str = "imagekin-snapshots";
const SNAPSHOTS: u128 = 12;

/// A store with snapshots, and a folder for its backup.
struct Beside {
    folder: TempDir,
    to: TempDir,
    objects: Objects,
    catalogue: Catalogue,
    /// How many objects were told as copied.
    copied: Arc<AtomicU64>,
}

/// When something is done: before or after the database is taken.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Moment {
    Before,
    After,
}

fn id(n: u128) -> SnapshotId {
    SnapshotId::generate(n)
}

impl Beside {
    async fn begin() -> Self {
        let (folder, to) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let master_key = KeyRing::open(&folder.path().join("master.key"), || [7; 32]).unwrap();
        let store = Store::open(folder.path(), master_key).unwrap();
        let objects = Objects::open(&folder.path().join("objects")).unwrap();
        let account = AccountId::parse("1234567890123456").unwrap();
        let catalogue = Catalogue { account, region: RegionId::parse("cn-hangzhou").unwrap() };
        let now = Timestamp::from_seconds(1);
        for n in 0..SNAPSHOTS {
            let path = format!("{account}/{}-0", id(n));
            objects
                .put(&ObjectPath::new(&catalogue.region, BUCKET, &path).unwrap(), vec![0; 3])
                .await
                .unwrap();
            let bytes = Some(SnapshotBytes { path, length: 3, sha256: "0".repeat(64) });
            let made = Snapshot::new(id(n), SnapshotStatus::Accomplished, DiskKind::System, 1, now);
            let cause = Cause { action: "Test", request_id: String::new(), now };
            let put = move |write: &mut crate::Write<'_>| write.put_snapshot(&Snapshot { bytes, ..made });
            store.write::<_, StoreError>(catalogue.clone(), cause, put).await.unwrap();
        }
        Self { folder, to, objects, catalogue, copied: Arc::default() }
    }

    fn object(&self, n: u128) -> ObjectPath {
        let path = format!("{}/{}-0", self.catalogue.account, id(n));
        ObjectPath::new(&self.catalogue.region, BUCKET, &path).unwrap()
    }

    /// The file of an object.
    fn file(&self, n: u128) -> std::path::PathBuf {
        let name = format!("{}/{}-0", self.catalogue.account, id(n));
        self.folder.path().join("objects/cn-hangzhou").join(BUCKET).join(name)
    }

    /// Takes a backup. In each round `meanwhile` is done before the database is taken, and again after it; gives what was
    /// told.
    async fn take(
        &self,
        meanwhile: impl Fn(Moment, u128) + Send + Sync + 'static,
    ) -> (Result<(), StoreError>, Vec<String>) {
        let told = Arc::new(Mutex::new((0, Vec::new())));
        let (heard, copied) = (Arc::clone(&told), Arc::clone(&self.copied));
        let tell: Tell = Arc::new(move |told| {
            let (round, problems) = &mut *heard.lock().unwrap();
            match told {
                Told::At(what) if what == "the database" => {
                    *round += 1;
                    meanwhile(Moment::Before, *round);
                }
                Told::At(place) if place.starts_with("1234567890123456") => meanwhile(Moment::After, *round),
                Told::Problem(problem) => problems.push(problem),
                Told::Objects(more) => drop(copied.fetch_add(more, Ordering::Relaxed)),
                _ => {}
            }
        });
        let manifest = Manifest::new(BUCKET.to_owned(), Vec::new());
        let key_ring = KeyRing::read(&self.folder.path().join("master.key")).unwrap();
        let backup =
            Backup { folder: self.folder.path(), key_ring: &key_ring, objects: &self.objects, manifest };
        let outcome = backup.take(self.to.path(), &tell).await;
        let (_, problems) = std::mem::take(&mut *told.lock().unwrap());
        (outcome, problems)
    }

    fn store(&self) -> Store {
        let master_key = KeyRing::read(&self.folder.path().join("master.key")).unwrap();
        Store::open(self.folder.path(), master_key).unwrap()
    }

    /// Begins copies: each a snapshot, and the one that is its source.
    async fn begin_copies(&self, store: &Store, copies: &'static [(u128, u128)]) {
        let now = Timestamp::from_seconds(2);
        let cause = Cause { action: "Test", request_id: String::new(), now };
        let copying = move |write: &mut crate::Write<'_>| {
            for (n, source) in copies {
                let source = write.kept_snapshot(write.catalogue(), &id(*source))?.unwrap();
                let region = write.catalogue().region.clone();
                let copied_from =
                    Some(CopiedSnapshot { region, snapshot_id: source.id, bytes: source.bytes });
                let made = Snapshot::new(id(*n), SnapshotStatus::Progressing, DiskKind::System, 1, now);
                write.put_snapshot(&Snapshot { copied_from, ..made })?;
            }
            Ok::<(), StoreError>(())
        };
        store.write::<_, StoreError>(self.catalogue.clone(), cause, copying).await.unwrap();
    }

    /// Deletes a snapshot and its object, as a server does.
    fn deleting(&self) -> impl Fn(u128) + Send + Sync + 'static {
        let (database, files) = (self.folder.path().join("imagekin.db"), self.folder.path().to_owned());
        let (files, account) = (files.join("objects/cn-hangzhou").join(BUCKET), self.catalogue.account);
        move |n| {
            let database = rusqlite::Connection::open(&database).unwrap();
            database.execute("DELETE FROM snapshots WHERE snapshot_id = ?", [id(n).as_str()]).unwrap();
            std::fs::remove_file(files.join(format!("{account}/{}-0", id(n)))).unwrap();
        }
    }

    /// What `check` says of the backup.
    async fn problems(&self) -> Vec<String> {
        let key = KeyRing::read(&self.to.path().join("master.key")).unwrap();
        let copy = Store::open_to_read(self.to.path(), key).unwrap();
        let objects = Objects::open(&self.to.path().join("objects")).unwrap();
        let problems = Arc::new(Mutex::new(Vec::new()));
        let heard = Arc::clone(&problems);
        let tell: Tell = Arc::new(move |told| {
            if let Told::Problem(problem) = told {
                heard.lock().unwrap().push(problem);
            }
        });
        let check = Check {
            bytes: BytesChecked::Length,
            snapshot_bucket: BUCKET.to_owned(),
            regions: Vec::new(),
            left_out: Vec::new(),
        };
        let checked = copy.check(Some(&objects), &check, tell).await.unwrap();
        let problems = std::mem::take(&mut *problems.lock().unwrap());
        assert_eq!(checked.problems, problems.len() as u64);
        problems
    }
}

#[tokio::test]
async fn what_is_deleted_meanwhile_is_in_neither_half() {
    let beside = Beside::begin().await;
    let delete = beside.deleting();
    let folder = beside.folder.path().to_owned();
    // One is gone before it is copied, so there is a second round; before that, one goes that the first has copied.
    let (outcome, told) = beside
        .take(move |moment, round| {
            assert!(is_being_backed_up(&folder).unwrap(), "a server would not know");
            match (round, moment) {
                (1, Moment::After) => delete(SNAPSHOTS - 1),
                (2, Moment::Before) => delete(0),
                _ => {}
            }
        })
        .await;
    outcome.unwrap();
    assert!(!is_being_backed_up(beside.folder.path()).unwrap());
    assert_eq!(told, [""; 0]);
    assert_eq!(beside.problems().await, [""; 0]);
    let copied = Objects::open(&beside.to.path().join("objects")).unwrap();
    for n in 0..SNAPSHOTS {
        let length = (1..SNAPSHOTS - 1).contains(&n).then_some(3);
        assert_eq!(copied.length(&beside.object(n)).await.unwrap(), length, "{n}");
    }
}

#[tokio::test]
async fn a_server_that_is_always_quicker_is_given_up() {
    let beside = Beside::begin().await;
    let database = beside.folder.path().join("imagekin.db");
    // In each round there is another snapshot whose object is gone.
    let (outcome, _) = beside
        .take(move |moment, round| {
            if moment == Moment::Before {
                let database = rusqlite::Connection::open(&database).unwrap();
                let name = "UPDATE snapshots SET bytes_path = ?1 WHERE snapshot_id = ?2";
                database.execute(name, [format!("gone-{round}").as_str(), id(0).as_str()]).unwrap();
            }
        })
        .await;
    assert!(matches!(outcome, Err(StoreError::Unavailable(_))), "{outcome:?}");
    assert!(Manifest::read(beside.to.path()).is_err(), "half a backup is none");
}

#[tokio::test]
async fn an_object_that_is_lost_is_told_and_the_rest_is_backed_up() {
    let beside = Beside::begin().await;
    std::fs::remove_file(beside.file(3)).unwrap();
    let (outcome, told) = beside.take(|_, _| {}).await;
    outcome.unwrap();
    assert!(told.len() == 1 && told[0].ends_with("is not there"), "{told:?}");
    assert_eq!(beside.problems().await.len(), 1);
    Manifest::read(beside.to.path()).unwrap();
}

/// Its snapshot is deleted, and it is to be taken away; but copies are under way, and go on when the backup is restored.
#[tokio::test]
async fn what_is_still_to_be_copied_is_backed_up() {
    let beside = Beside::begin().await;
    let store = beside.store();
    // Two of one source; and one of what a snapshot has, too.
    beside.begin_copies(&store, &[(97, 6), (98, 5), (99, 5)]).await;
    let now = Timestamp::from_seconds(2);
    let cause = Cause { action: "Test", request_id: String::new(), now };
    let deleting = move |write: &mut crate::Write<'_>| {
        let source = write.kept_snapshot(write.catalogue(), &id(5))?.unwrap();
        write.delete_snapshot(&source.id)?;
        write.remove_object(BUCKET, &source.bytes.unwrap().path)
    };
    store.write::<_, StoreError>(beside.catalogue.clone(), cause, deleting).await.unwrap();
    // Nor does a server take it away.
    assert_eq!(store.take_removals(now, 9).await.unwrap(), []);
    drop(store);
    let (outcome, told) = beside.take(|_, _| {}).await;
    outcome.unwrap();
    assert_eq!(told, [""; 0]);
    let copied = Objects::open(&beside.to.path().join("objects")).unwrap();
    assert_eq!(copied.length(&beside.object(5)).await.unwrap(), Some(3));
    // Each once.
    assert_eq!(u128::from(beside.copied.load(Ordering::Relaxed)), SNAPSHOTS);
}

/// However many snapshots and copies want it, and rounds there are.
#[tokio::test]
async fn a_lost_source_is_told_once() {
    let beside = Beside::begin().await;
    beside.begin_copies(&beside.store(), &[(97, 3), (98, 3)]).await;
    std::fs::remove_file(beside.file(3)).unwrap();
    let database = beside.folder.path().join("imagekin.db");
    // Another is gone in the second round, and named no more in the third.
    let (outcome, told) = beside
        .take(move |moment, round| {
            let sql = match (round, moment) {
                (2, Moment::Before) => "UPDATE snapshots SET bytes_path = 'gone' WHERE snapshot_id = ?",
                (3, Moment::Before) => "DELETE FROM snapshots WHERE snapshot_id = ?",
                _ => return,
            };
            let database = rusqlite::Connection::open(&database).unwrap();
            assert_eq!(database.execute(sql, [id(0).as_str()]).unwrap(), 1);
        })
        .await;
    outcome.unwrap();
    assert!(told.len() == 1 && told[0].ends_with("is not there"), "{told:?}");
}

/// A row that cannot be read is no end, and a copy without bytes is none of them.
#[tokio::test]
async fn what_is_to_be_copied_is_found_page_by_page() {
    let beside = Beside::begin().await;
    let store = beside.store();
    beside.begin_copies(&store, &[(96, 4), (97, 3), (98, 3), (99, 2)]).await;
    let database = rusqlite::Connection::open(beside.folder.path().join("imagekin.db")).unwrap();
    // `!` comes before every region, and is none.
    database
        .execute("UPDATE snapshots SET copied_region_id = '!' WHERE snapshot_id = ?", [id(99).as_str()])
        .unwrap();
    let no_bytes = "UPDATE snapshots SET copied_path = NULL, copied_length = NULL, copied_sha256 = NULL \
                    WHERE snapshot_id = ?";
    database.execute(no_bytes, [id(96).as_str()]).unwrap();
    let page = store.objects_to_be_copied(Default::default(), 1).await.unwrap();
    assert_eq!((page.found, page.last.as_ref().unwrap().0.as_str()), (Vec::new(), "!"));
    let page = store.objects_to_be_copied(page.last.unwrap(), 1).await.unwrap();
    let of_3 = format!("{}/{}-0", beside.catalogue.account, id(3));
    assert_eq!(page.found.iter().map(|found| &*found.bytes.path).collect::<Vec<_>>(), [&*of_3]);
    let page = store.objects_to_be_copied(page.last.unwrap(), 1).await.unwrap();
    assert!(page.found.is_empty() && page.last.is_none());
}

/// A rotation that goes on meanwhile, from its first step to its last.
#[tokio::test]
async fn the_keys_of_a_backup_are_those_of_before_and_after() {
    let beside = Beside::begin().await;
    let path = beside.folder.path().join("master.key");
    let (old, new) = (KeyRing::read(&path).unwrap().sealing(), KeyRing::of([8; 32]).sealing());
    let (outcome, _) = beside
        .take(move |moment, _| {
            let changed = match moment {
                Moment::Before => change_key_file(&path, |ring| ring.with([8; 32])?.promoted(new)),
                Moment::After => change_key_file(&path, |ring| ring.without(old)),
            };
            changed.unwrap();
        })
        .await;
    outcome.unwrap();
    let kept = KeyRing::read(&beside.to.path().join("master.key")).unwrap();
    assert_eq!(kept.ids().collect::<Vec<_>>(), [new, old]);
}
