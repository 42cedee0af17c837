//! `imagekin backup` beside a server that clients keep busy, and `imagekin restore` of what came of it.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::JoinHandle;

use crate::client::{Client, Outcome as Answer};
use crate::command::{on, run};
use crate::server::Server;
use crate::story;
use crate::waiting::{PATIENCE, wait_until};

/// Clients that import and delete at once.
const CLIENTS: u64 = 3;
/// Backups taken while they do.
const BACKUPS: usize = 5;

fn text(path: &Path) -> &str {
    path.to_str().expect("a path that is text")
}

/// Imports images and deletes them again, with their snapshots, until it is told to stop; counts the rounds.
fn keep_busy(
    mut client: Client,
    number: u64,
    stop: Arc<AtomicBool>,
    rounds: Arc<AtomicU64>,
) -> JoinHandle<()> {
    std::thread::spawn(move || {
        for round in 0.. {
            if stop.load(Ordering::SeqCst) {
                return;
            }
            let image_id = story::import_into_family(&mut client, &format!("busy-{number}-{round}"));
            let image = client.wait_until_made(&image_id);
            let snapshot = image["DiskDeviceMappings"]["DiskDeviceMapping"][0]["SnapshotId"].clone();
            client.must("DeleteImage", &[("ImageId", &image_id)]);
            client.must("DeleteSnapshot", &[("SnapshotId", snapshot.as_str().expect("a snapshot"))]);
            rounds.fetch_add(1, Ordering::SeqCst);
        }
    })
}

#[test]
fn a_backup_beside_a_busy_server_is_whole() {
    let (folder, to) = (story::filled(), tempfile::tempdir().expect("a folder"));
    let server = Server::start(folder.path(), &[]);
    let (stop, rounds) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
    let clients: Vec<_> = (0..CLIENTS)
        .map(|number| {
            let client = Client::new(&server.address, 100 + number);
            keep_busy(client, number, Arc::clone(&stop), Arc::clone(&rounds))
        })
        .collect();
    for n in 0..BACKUPS {
        let (backup, data) = (to.path().join(format!("backup-{n}")), to.path().join(format!("data-{n}")));
        let begun = rounds.load(Ordering::SeqCst);
        on("backup", folder.path(), &["--to", text(&backup)]).ok();
        // All of it fits, of what is served and of the copy.
        assert_eq!(on("check", folder.path(), &[]).ok(), "");
        let restored = run(["restore", "--from", text(&backup), "--data-dir", text(&data)]);
        assert!(restored.stderr.contains("no problems"), "{}", restored.stderr);
        restored.ok();
        assert_eq!(on("check", &data, &["--bytes", "digest"]).ok(), "");
        wait_until("clients go on", PATIENCE, || (rounds.load(Ordering::SeqCst) > begun).then_some(()));
    }
    stop.store(true, Ordering::SeqCst);
    clients.into_iter().for_each(|client| client.join().expect("a client"));
    server.stop();

    // What was there before is there again, its key, its bytes and the buckets of its owner, too.
    let data = to.path().join("data-0");
    let server = Server::start(&data, &[]);
    let mut client = Client::new(&server.address, 200);
    let image = client.image_named("base-1").expect("an image");
    let shared = client.call("DeleteImage", &[("ImageId", image["ImageId"].as_str().expect("an id"))]);
    assert!(matches!(&shared, Answer::Refused(code) if code == "ImageUseShared"), "{shared:?}");
    let export = [("ImageId", image["ImageId"].as_str().expect("an id")), ("OSSBucket", "exported-images")];
    let Answer::Done(exported) = client.call("ExportImage", &export) else { panic!("no export") };
    assert_eq!(client.wait_until_ended(exported["TaskId"].as_str().expect("a task")), "Finished");
    story::import_into_family(&mut client, "after-all");
    server.stop();
    assert_eq!(on("check", &data, &[]).ok(), "");
}

#[test]
fn only_a_whole_backup_is_restored() {
    let (folder, to) = (story::filled(), tempfile::tempdir().expect("a folder"));
    let (backup, data) = (to.path().join("backup"), to.path().join("data"));
    let take = || on("backup", folder.path(), &["--to", text(&backup)]);
    let restore = |more: &[&str]| {
        run([&["restore", "--from", text(&backup), "--data-dir", text(&data)], more].concat())
    };
    assert!(restore(&[]).fails().contains("is no backup"));
    take().ok();
    assert!(take().fails().contains("is there already"));
    assert!(
        on("backup", folder.path(), &["--to", "x", "--database", "postgres://u@h/d"])
            .fails()
            .contains("pg_basebackup")
    );
    // A bit has turned since.
    let snapshots = backup.join("objects/cn-hangzhou/imagekin-snapshots/1234567890123456");
    let object =
        std::fs::read_dir(snapshots).expect("a bucket").next().expect("an object").expect("an entry").path();
    let mut bytes = std::fs::read(&object).expect("an object");
    bytes[0] ^= 1;
    std::fs::write(&object, &bytes).expect("an object");
    let refused = restore(&[]);
    assert!(
        refused.stdout.contains("has the SHA-256") && refused.stdout.contains("was not made"),
        "{refused:?}"
    );
    assert!(refused.code == Some(1) && !data.exists());
    let forced = restore(&["--force"]);
    assert!(forced.code == Some(1) && data.exists(), "{forced:?}");
    assert!(restore(&[]).fails().contains("is there already"));
    // Nothing that was given up is left.
    let left = std::fs::read_dir(to.path()).expect("a folder").count();
    assert_eq!(left, 2);
    std::fs::remove_file(backup.join("backup.json")).expect("a backup");
    std::fs::remove_dir_all(&data).expect("a folder");
    assert!(restore(&[]).fails().contains("is no backup"));
}
