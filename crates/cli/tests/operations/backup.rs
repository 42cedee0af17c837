//! `imagekin backup` beside a server that clients keep busy, and `imagekin restore` of what came of it.

use std::path::Path;

use crate::busy::Busy;
use crate::client::{Client, Outcome as Answer};
use crate::command::{on, run, with_log};
use crate::server::Server;
use crate::story;

/// Backups taken while they do.
const BACKUPS: usize = 5;

fn text(path: &Path) -> &str {
    path.to_str().expect("a path that is text")
}

#[test]
fn a_backup_beside_a_busy_server_is_whole() {
    let (folder, to) = (story::filled(), tempfile::tempdir().expect("a folder"));
    let server = Server::start(folder.path(), &[]);
    let busy = Busy::start(&server.address, 100);
    for n in 0..BACKUPS {
        let (backup, data) = (to.path().join(format!("backup-{n}")), to.path().join(format!("data-{n}")));
        busy.beside(|| {
            on("backup", folder.path(), &["--to", text(&backup)]).ok();
            // All of it fits, of what is served and of the copy.
            assert_eq!(on("check", folder.path(), &[]).ok(), "");
            let restored = run(["restore", "--from", text(&backup), "--data-dir", text(&data)]);
            assert!(restored.stderr.contains("no problems"), "{}", restored.stderr);
            restored.ok();
            assert_eq!(on("check", &data, &["--bytes", "digest"]).ok(), "");
        });
    }
    busy.stop();
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

/// Objects of snapshots that nobody wants stay then: that would not be noticed before the disk is full.
#[test]
fn a_server_that_cannot_see_whether_a_backup_is_being_taken_says_so() {
    let folder = tempfile::tempdir().expect("a folder");
    story::put_object(folder.path());
    // It leads nowhere, for root, too.
    std::os::unix::fs::symlink("backup.lock", folder.path().join("backup.lock")).expect("a link");
    let server = Server::start_by(with_log("warn"), folder.path(), &[]);
    let mut client = Client::new(&server.address, 300);
    let id = story::import_into_family(&mut client, "short-lived");
    let image = client.image_named("short-lived").expect("an image");
    let snapshot = &image["DiskDeviceMappings"]["DiskDeviceMapping"][0]["SnapshotId"];
    client.must("DeleteImage", &[("ImageId", &id)]);
    client.must("DeleteSnapshot", &[("SnapshotId", snapshot.as_str().expect("an id"))]);
    server.wait_until_told("Could not see whether a backup is being taken", 1);
    server.stop();
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
        on("backup", folder.path(), &["--to", text(&data), "--database", "postgres://u@h/d"])
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
