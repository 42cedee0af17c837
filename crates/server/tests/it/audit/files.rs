//! The audit log as a file: the same events, as lines.

use imagekin_store::{AuditEntry, Filed};

use crate::harness::{REGION, TestApp};

/// Each line is an event of the store; and a store whose trails were written anew, from their beginnings, is found out by it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_file_has_what_the_store_has_and_finds_out_a_store_that_was_rewritten() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("audit.jsonl");
    let setup = TestApp::setup().with_config(|config| {
        config.audit.file = Some(path.clone());
        config.audit.file_bytes_max = 8_000;
    });
    let app = setup.start().await;
    let snapshot = app.system_snapshot().await;
    for n in 0..8 {
        let name = format!("image-{n}");
        app.owner()
            .ok("CreateImage", &[("RegionId", REGION), ("SnapshotId", &snapshot), ("ImageName", &name)])
            .await;
        app.owner().call("DeleteUser", &[("UserName", "a\nb")]).await.fault();
    }
    let app = app.stop().await.standing().await;
    let mut filed = Filed::default();
    let (mut lines, mut files) = (Vec::new(), 0);
    for entry in std::fs::read_dir(folder.path()).expect("a folder") {
        let path = entry.expect("an entry").path();
        files += 1;
        for line in std::fs::read_to_string(&path).expect("text").lines() {
            let entry = AuditEntry::parse(line).expect("a whole line");
            assert!(entry.is_sound(), "{line}");
            filed.add(&entry, &path.display().to_string());
            lines.push(entry.event);
        }
    }
    assert!(files >= 3, "it was rotated");
    let mut written: Vec<String> = app.events_written().into_iter().map(|logged| logged.text).collect();
    // What the tests themselves put into the store is nobody's event.
    lines.sort_unstable();
    written.sort_unstable();
    assert_eq!(lines, written);
    let store = app.app.store();
    let trails = store.verify_audit(filed.clone()).await.expect("the store works");
    assert!(trails.iter().all(|trail| trail.problems.is_empty() && trail.not_filed == 0), "{trails:?}");

    // Somebody cuts the end off, and makes the store look as if there had never been more.
    let sql = format!(
        "DELETE FROM audit_events WHERE trail = '{REGION}' AND sequence > 4; \
         UPDATE catalogues SET audit_sequence = 4, audit_hash = (SELECT hash FROM audit_events \
         WHERE trail = '{REGION}' AND sequence = 4) WHERE region_id = '{REGION}' AND audit_sequence > 4"
    );
    app.database().execute(app.folder(), &sql);
    app.sound_trails().await;
    let trails = store.verify_audit(filed).await.expect("the store works");
    let problems: Vec<String> = trails.into_iter().flat_map(|trail| trail.problems).collect();
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].contains("of the events in the file are not there"), "{problems:?}");
}

/// A file that cannot be written keeps nobody from working.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_cannot_be_written_stops_nothing() {
    let setup = TestApp::setup().with_config(|config| {
        config.audit.file = Some("/nowhere/audit.jsonl".into());
    });
    let app = setup.start().await;
    app.owner().ok("CreateUser", &[("UserName", "alice")]).await;
    let app = app.stop().await.standing().await;
    assert!(app.events_written().iter().any(|logged| logged.event["eventName"] == "CreateUser"));
}
