//! A server that ends in the midst of a job takes it up at the next start, and nothing is lost, made twice or left over.

use super::*;

/// Copies, exports and cancels that a server leaves behind, begun or at work.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_begun_is_carried_on() {
    for at_work in [false, true] {
        let app = TestApp::standing().await;
        let (golden, other) = (app.import("golden").await, app.import("other").await);
        let copied = image_of(&copy(&app.owner(), &golden, FAR).await);
        let given_up = image_of(&copy(&app.owner(), &other, FAR).await);
        let task = text(&export(&app, &golden, "qcow2").await.ok()["TaskId"]);
        let leftover = app.folder().join("exports").join(&task);
        if at_work {
            let claimed = claim_and_leave(&app).await;
            assert_eq!(claimed.len(), 3);
            let account = app.catalogue().account;
            for image in [&copied, &given_up] {
                let task =
                    claimed.iter().find(|claimed| claimed.task.image_id.as_str() == image).expect("its task");
                let object = format!("{account}/{}-half", snapshot_of(&app.owner(), FAR, image).await);
                write_half(&app, task, FAR, "imagekin-snapshots", &object).await;
            }
            std::fs::create_dir_all(&leftover).expect("a folder");
            std::fs::write(leftover.join("disk"), b"half").expect("written");
            let drafts = app.folder().join("objects/.incoming/7");
            std::fs::create_dir(&drafts).expect("a folder");
            std::fs::write(drafts.join("0"), b"half").expect("written");
        }
        app.owner().ok("CancelCopyImage", &[("RegionId", FAR), ("ImageId", &given_up)]).await;
        let app = app.stop().await.after_a_crash().start().await;
        let owner = app.owner();
        assert_eq!(until_made(&owner, FAR, &copied).await["Status"], "Available");
        wait::until("the export has ended", async || {
            let params = [("RegionId", REGION), ("TaskId", task.as_str())];
            (owner.ok("DescribeTaskAttribute", &params).await["TaskStatus"] == "Finished").then_some(())
        })
        .await;
        assert!(describe(&owner, FAR, &given_up).await.is_null());
        assert!(!leftover.exists());
        assert_bytes(&app).await;
    }
}

/// What an attempt that was cut off has left goes with the task, not half a minute later with the lease of the next attempt.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_an_attempt_has_left_goes_when_the_next_one_is_done() {
    let app = TestApp::standing().await;
    let golden = app.import("golden").await;
    let copied = image_of(&copy(&app.owner(), &golden, FAR).await);
    let claimed = claim_and_leave(&app).await;
    let later = |by: Duration| app.clock.set(imagekin_server::Clock::now(&*app.clock).plus(by));
    // So the removal of what it has left falls due after the task does.
    later(Duration::from_secs(1));
    let account = app.catalogue().account;
    let object = format!("{account}/{}-half", snapshot_of(&app.owner(), FAR, &copied).await);
    write_half(&app, &claimed[0], FAR, "imagekin-snapshots", &object).await;
    later(Duration::from_millis(29_500));
    app.settle().await;
    assert_eq!(describe(&app.owner(), FAR, &copied).await["Status"], "Available");
    let problems = buckets::problems(&app.database().open(app.folder()), app.folder(), &[BUCKET]);
    assert_eq!(problems, [""; 0]);
}

/// The folder of an export that nobody goes on with goes at the next start.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_folder_of_a_cancelled_export_goes() {
    let app = TestApp::standing().await;
    let id = app.import("golden").await;
    let task = text(&export(&app, &id, "qcow2").await.ok()["TaskId"]);
    assert_eq!(claim_and_leave(&app).await.len(), 1);
    let leftover = app.folder().join("exports").join(&task);
    std::fs::create_dir_all(&leftover).expect("a folder");
    app.owner().ok("CancelTask", &[("RegionId", REGION), ("TaskId", &task)]).await;
    let app = app.stop().await.after_a_crash().start().await;
    wait::until("the folder is gone", async || (!leftover.exists()).then_some(())).await;
    wait::until("the buckets are clean", async || {
        buckets::problems(&app.database().open(app.folder()), app.folder(), &[BUCKET])
            .is_empty()
            .then_some(())
    })
    .await;
}

/// Copies that wait for a place wait over a restart, and begin when there is one.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn copies_wait_over_a_restart() {
    let app = TestApp::standing().await;
    let mut copies = Vec::new();
    let mut sources = Vec::new();
    for n in 0..7 {
        sources.push(app.import(&format!("golden-{n}")).await);
    }
    for source in &sources {
        copies.push(image_of(&copy(&app.owner(), source, FAR).await));
    }
    assert_eq!(claim_and_leave(&app).await.len(), 5);
    let app = app.stop().await.after_a_crash().start().await;
    for copy in &copies {
        assert_eq!(until_made(&app.owner(), FAR, copy).await["Status"], "Available");
    }
    assert_bytes(&app).await;
}
