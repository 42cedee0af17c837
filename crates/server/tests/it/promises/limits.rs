//! Limits of one resource are exact, however many ask at once: accounts of a share, tags, copies that run.

use std::time::Duration;

use imagekin_access::{AccessKey, AccessKeyId, AccountId, KeyStatus, Secret};
use imagekin_rpc::codes;

use super::quotas::{CLIENTS, assert_exact, at_once};
use crate::harness::disks::{describe, text};
use crate::harness::{REGION, TestApp, wait};

/// The n-th of the accounts that images are shared with.
fn uid(n: usize) -> String {
    format!("{}", 2_000_000_000_000_000 + n)
}

async fn make_accounts(app: &TestApp, count: usize) {
    let now = imagekin_server::Clock::now(&*app.clock);
    let put = app.app.store().write_accounts(move |accounts| {
        (0..count).try_for_each(|n| {
            let key = AccessKey {
                user: None,
                account: AccountId::parse(&uid(n)).expect("an account"),
                id: AccessKeyId::parse(&format!("key-of-{n}")).expect("an access key id"),
                secret: Secret::new("secret".to_owned()).expect("a secret"),
                status: KeyStatus::Active,
            };
            accounts.put_access_key(&key, now)
        })
    });
    put.await.expect("the keys are well-formed");
}

async fn image_with_snapshot(app: &TestApp) -> (String, String) {
    let snapshot = app.system_snapshot().await;
    let params = [("RegionId", REGION), ("SnapshotId", &*snapshot)];
    (text(&app.owner().ok("CreateImage", &params).await["ImageId"]), snapshot)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_image_is_shared_with_fifty_accounts() {
    let app = TestApp::start().await;
    make_accounts(&app, 2 * CLIENTS + 3).await;
    let (id, _) = image_with_snapshot(&app).await;
    let change = |names: [&'static str; 2], first: usize| {
        let id = id.clone();
        move |n: usize| {
            vec![
                ("RegionId", REGION.to_owned()),
                ("ImageId", id.clone()),
                (names[0], uid(first + 2 * n)),
                (names[1], uid(first + 2 * n + 1)),
            ]
        }
    };
    let add = ["AddAccount.1", "AddAccount.2"];
    let shared = at_once(&app, "ModifyImageSharePermission", change(add, 0)).await;
    assert_exact(&shared, 25, &codes::SHARE_QUOTA);
    let told = async |page: &str| {
        let params = [("RegionId", REGION), ("ImageId", &*id), ("PageSize", "20"), ("PageNumber", page)];
        app.owner().ok("DescribeImageSharePermission", &params).await
    };
    for (page, accounts) in [("1", 20), ("2", 20), ("3", 10), ("4", 0)] {
        let page = told(page).await;
        assert_eq!(page["TotalCount"], 50);
        assert_eq!(page["Accounts"]["Account"].as_array().map(Vec::len), Some(accounts));
    }
    // Those that share it already take no place; one that goes makes room for one, in the same call.
    let again = at_once(&app, "ModifyImageSharePermission", |_| {
        vec![
            ("RegionId", REGION.to_owned()),
            ("ImageId", id.clone()),
            ("AddAccount.1", shared_with(&app, &id)),
        ]
    });
    assert_exact(&again.await, CLIENTS, &codes::SHARE_QUOTA);
    let swap = at_once(&app, "ModifyImageSharePermission", |n| {
        let (gone, new) = (shared_with(&app, &id), uid(2 * CLIENTS + n % 3));
        vec![
            ("RegionId", REGION.to_owned()),
            ("ImageId", id.clone()),
            ("RemoveAccount.1", gone),
            ("AddAccount.1", new),
        ]
    });
    let swapped = swap.await.iter().filter(|reply| reply.response.status == 200).count();
    assert!(swapped > 0);
    let total = told("1").await["TotalCount"].as_u64().expect("a number");
    let rows = app.dump()["image_shares"].len();
    assert!((1..=50).contains(&total) && total == rows as u64, "{total}, and {rows} rows");
    assert_eq!(app.dump()["shared_images"].len(), rows);
}

/// One of the accounts that the image is shared with.
fn shared_with(app: &TestApp, id: &str) -> String {
    let id = imagekin_catalog::ImageId::parse(id).expect("an image id");
    app.read(move |read, catalogue| read.shares(catalogue, &id, 0, 1))[0].account.to_string()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_resource_carries_twenty_tags() {
    let app = TestApp::start().await;
    let (image, snapshot) = image_with_snapshot(&app).await;
    for (action, resource, kind, id) in
        [("TagResources", "ResourceId.1", "image", &image), ("AddTags", "ResourceId", "snapshot", &snapshot)]
    {
        let tag = |n: usize| {
            vec![
                ("RegionId", REGION.to_owned()),
                ("ResourceType", kind.to_owned()),
                (resource, id.clone()),
                ("Tag.1.Key", format!("key-{n}")),
                ("Tag.1.Value", "value".to_owned()),
            ]
        };
        assert_exact(&at_once(&app, action, tag).await, 20, &codes::TAG_QUOTA);
        let list = [("RegionId", REGION), ("ResourceType", kind), ("ResourceId.1", id)];
        let listed = app.owner().ok("ListTagResources", &list).await;
        let tags = listed["TagResources"]["TagResource"].as_array().expect("a list").clone();
        assert_eq!(tags.len(), 20);
        // A new value for a key that is there takes no place.
        let key = text(&tags[7]["TagKey"]);
        let change = |n: usize| {
            let mut params = tag(n);
            params[3].1.clone_from(&key);
            params[4].1 = format!("value-{n}");
            params
        };
        assert_exact(&at_once(&app, action, change).await, CLIENTS, &codes::TAG_QUOTA);
        let listed = app.owner().ok("ListTagResources", &list).await;
        assert_eq!(listed["TagResources"]["TagResource"].as_array().map(Vec::len), Some(20));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn five_copies_run() {
    const FAR: &str = "cn-beijing";
    let app =
        TestApp::setup().with_config(|config| config.delays.copy_image_ms = vec![600_000]).start().await;
    let snapshot = app.system_snapshot().await;
    let create = |_| vec![("RegionId", REGION.to_owned()), ("SnapshotId", snapshot.clone())];
    let made = at_once(&app, "CreateImage", create).await;
    let sources: Vec<String> = made.iter().map(|reply| text(&reply.ok()["ImageId"])).collect();
    let copy = |n: usize| {
        vec![
            ("RegionId", REGION.to_owned()),
            ("ImageId", sources[n].clone()),
            ("DestinationRegionId", FAR.to_owned()),
        ]
    };
    let copies = at_once(&app, "CopyImage", copy).await;
    let copies: Vec<String> = copies.iter().map(|reply| text(&reply.ok()["ImageId"])).collect();
    let mut done = 0;
    while done < CLIENTS {
        let mut statuses = Vec::new();
        for copy in &copies {
            statuses.push(text(&describe(&app.owner(), FAR, copy).await["Status"]));
        }
        let count = |status: &str| statuses.iter().filter(|told| *told == status).count();
        let running = (CLIENTS - done).min(5);
        let counted = [count("Creating"), count("Waiting"), count("Available")];
        assert_eq!(counted, [running, CLIENTS - done - running, done]);
        app.advance(Duration::from_secs(600));
        wait::until("those that ran have ended", async || {
            app.settle().await;
            (app.ended_copies() == done + running).then_some(())
        })
        .await;
        done += running;
    }
}

impl TestApp {
    /// How many copies have ended in any region.
    fn ended_copies(&self) -> usize {
        let tasks = self.dump()["tasks"].clone();
        tasks.iter().filter(|row| row.contains("CopyImage") && row.contains("Finished")).count()
    }
}
