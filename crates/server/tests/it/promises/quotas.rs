//! Quotas are exact, however many ask at once: never one too many, never one too few.

use imagekin_rpc::{Code, codes};
use tokio::task::JoinSet;

use crate::harness::actor::{Actor, WAYS};
use crate::harness::disks::text;
use crate::harness::reply::Reply;
use crate::harness::{OWNER, REGION, TestApp};

/// Clients that ask at once.
pub(super) const CLIENTS: usize = 32;

/// One call of each client at once; `params` of the n-th.
pub(super) async fn at_once(
    app: &TestApp,
    action: &'static str,
    params: impl Fn(usize) -> Vec<(&'static str, String)>,
) -> Vec<Reply> {
    let mut calls = JoinSet::new();
    for n in 0..CLIENTS {
        let (owner, params): (Actor, _) = (app.owner().by(WAYS[n % WAYS.len()]), params(n));
        calls.spawn(async move {
            let params: Vec<(&str, &str)> =
                params.iter().map(|(name, value)| (*name, value.as_str())).collect();
            owner.call(action, &params).await
        });
    }
    calls.join_all().await
}

/// Exactly `room` of the calls succeeded, and all others were refused with `code`.
pub(super) fn assert_exact(replies: &[Reply], room: usize, code: &'static Code) {
    let refused = replies.iter().filter(|reply| reply.response.status != 200);
    refused.for_each(|reply| drop(reply.assert_refused(code)));
    let made = replies.iter().filter(|reply| reply.response.status == 200);
    assert_eq!(made.map(|reply| drop(reply.ok())).count(), room);
}

async fn count(app: &TestApp, params: &[(&str, &str)]) -> u64 {
    let params = [&[("RegionId", REGION), ("Status", "ALL")], params].concat();
    app.owner().ok("DescribeImages", &params).await["TotalCount"].as_u64().expect("a number")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_family_holds_as_many_images_as_it_may() {
    let app = TestApp::setup().with_config(|config| config.quotas.images_per_family_max = 10).start().await;
    let snapshot = app.system_snapshot().await;
    let create = |family: &'static str| {
        let snapshot = snapshot.clone();
        move |_| {
            vec![
                ("RegionId", REGION.to_owned()),
                ("SnapshotId", snapshot.clone()),
                ("ImageFamily", family.to_owned()),
            ]
        }
    };
    assert_exact(&at_once(&app, "CreateImage", create("daily")).await, 10, &codes::FAMILY_FULL_CREATE);
    assert_eq!(count(&app, &[("ImageFamily", "daily")]).await, 10);
    // Deprecated ones count, deleted ones do not.
    let ids = app.verdicts("daily").into_keys().collect::<Vec<_>>();
    let params = [("RegionId", REGION), ("ImageId", &*ids[0]), ("Status", "Deprecated")];
    app.owner().ok("ModifyImageAttribute", &params).await;
    assert_exact(&at_once(&app, "CreateImage", create("daily")).await, 0, &codes::FAMILY_FULL_CREATE);
    for id in &ids[..3] {
        app.owner().ok("DeleteImage", &[("RegionId", REGION), ("ImageId", id)]).await;
    }
    assert_exact(&at_once(&app, "CreateImage", create("daily")).await, 3, &codes::FAMILY_FULL_CREATE);
    // A dry run says what would be, and takes no place.
    let dry =
        [("RegionId", REGION), ("SnapshotId", &*snapshot), ("ImageFamily", "daily"), ("DryRun", "true")];
    app.owner().call("CreateImage", &dry).await.assert_refused(&codes::FAMILY_FULL_CREATE);
}

/// Images that move into a family and images that are made in it are counted alike.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn moving_in_counts_like_being_made() {
    let app = TestApp::setup()
        .with_config(|config| config.quotas.images_per_family_max = CLIENTS as u64)
        .start()
        .await;
    let snapshot = app.system_snapshot().await;
    let create = |_| {
        vec![
            ("RegionId", REGION.to_owned()),
            ("SnapshotId", snapshot.clone()),
            ("ImageFamily", "old".to_owned()),
        ]
    };
    let made = at_once(&app, "CreateImage", create).await;
    let ids: Vec<String> = made.iter().map(|reply| text(&reply.ok()["ImageId"])).collect();
    let app = app.stop().await.with_config(|config| config.quotas.images_per_family_max = 7).start().await;
    let move_in = |n: usize| {
        vec![("RegionId", REGION.to_owned()), ("ImageId", ids[n].clone()), ("ImageFamily", "new".to_owned())]
    };
    assert_exact(&at_once(&app, "ModifyImageAttribute", move_in).await, 7, &codes::FAMILY_FULL_MODIFY);
    assert_eq!((app.verdicts("new").len(), app.verdicts("old").len()), (7, CLIENTS - 7));
    // What is in may be changed, though the family is full.
    let inside = app.verdicts("new").into_keys().next().expect("seven");
    let params =
        [("RegionId", REGION), ("ImageId", &*inside), ("ImageFamily", "new"), ("Description", "still here")];
    app.owner().ok("ModifyImageAttribute", &params).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_region_holds_as_many_families_as_it_may() {
    let app = TestApp::setup().with_config(|config| config.quotas.families_per_region_max = 5).start().await;
    let snapshot = app.system_snapshot().await;
    let create = |n: usize| {
        vec![
            ("RegionId", REGION.to_owned()),
            ("SnapshotId", snapshot.clone()),
            ("ImageFamily", format!("family-{n}")),
        ]
    };
    assert_exact(&at_once(&app, "CreateImage", create).await, 5, &codes::FAMILY_QUOTA_CREATE);
    let families: Vec<usize> =
        (0..CLIENTS).filter(|n| !app.verdicts(&format!("family-{n}")).is_empty()).collect();
    assert_eq!(families.len(), 5);
    // There is room in the families there are, and none for another one; the last image of one makes room.
    let (first, other) = (format!("family-{}", families[0]), (0..CLIENTS).find(|n| !families.contains(n)));
    let other = format!("family-{}", other.expect("27 of them"));
    let owner = app.owner();
    let more = [("RegionId", REGION), ("SnapshotId", &*snapshot), ("ImageFamily", &*first)];
    let second = text(&owner.ok("CreateImage", &more).await["ImageId"]);
    let set = |id: &str| {
        [("RegionId", REGION.to_owned()), ("ImageId", id.to_owned()), ("ImageFamily", other.clone())]
    };
    let moving = set(&second);
    let moving: Vec<(&str, &str)> = moving.iter().map(|(name, value)| (*name, value.as_str())).collect();
    owner.call("ModifyImageAttribute", &moving).await.assert_refused(&codes::FAMILY_QUOTA_MODIFY);
    let only = app.verdicts(&first).into_keys().find(|id| *id != second).expect("the first one");
    owner.ok("DeleteImage", &[("RegionId", REGION), ("ImageId", &only)]).await;
    // It is the last of its family now: the family goes as the other one comes.
    owner.ok("ModifyImageAttribute", &moving).await;
    app.assert_head(&other, Some(&second)).await;
    app.assert_head(&first, None).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_region_holds_as_many_images_as_it_may() {
    let app = TestApp::setup().with_config(|config| config.quotas.images_per_region_max = 9).start().await;
    let snapshot = app.system_snapshot().await;
    let object = "base-of-all.qcow2";
    let create = |n: usize| {
        let mut params = vec![("RegionId", REGION.to_owned()), ("SnapshotId", snapshot.clone())];
        params.extend(n.is_multiple_of(2).then(|| ("ImageFamily", "daily".to_owned())));
        params
    };
    let import = |_| {
        vec![
            ("RegionId", REGION.to_owned()),
            ("DiskDeviceMapping.1.OSSBucket", "golden-images".to_owned()),
            ("DiskDeviceMapping.1.OSSObject", object.to_owned()),
        ]
    };
    let (created, imported) =
        tokio::join!(at_once(&app, "CreateImage", create), at_once(&app, "ImportImage", import));
    assert_exact(&[created, imported].concat(), 9, &codes::IMAGE_QUOTA);
    assert_eq!(count(&app, &[]).await, 9);
    // The quota is one of the account and of the region.
    app.import_as(&app.owner(), "cn-beijing", "elsewhere").await;
    app.import_as(&app.stranger(), REGION, "of-a-stranger").await;
    assert_eq!(app.catalogue(), app.catalogue_of(OWNER, REGION));
}

/// The counts that quotas go by are those of the images there are, after whatever has happened.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_counts_are_those_of_the_images() {
    let app = TestApp::setup().with_config(|config| config.quotas.images_per_region_max = 3).start().await;
    let snapshot = app.system_snapshot().await;
    let create = [("RegionId", REGION), ("SnapshotId", &*snapshot), ("ImageFamily", "daily")];
    for _ in 0..3 {
        let mut ids = Vec::new();
        for _ in 0..3 {
            ids.push(text(&app.owner().ok("CreateImage", &create).await["ImageId"]));
        }
        app.owner().call("CreateImage", &create).await.assert_refused(&codes::IMAGE_QUOTA);
        app.owner()
            .call("DeleteImage", &[("RegionId", REGION), ("ImageId", "m-none")])
            .await
            .assert_refused(&codes::IMAGE_NOT_FOUND);
        for id in ids {
            app.owner().ok("DeleteImage", &[("RegionId", REGION), ("ImageId", &id)]).await;
        }
        assert_eq!(count(&app, &[]).await, 0);
    }
    let counted = app.dump()["catalogues"].clone();
    assert!(counted.iter().all(|row| row.contains(", Integer(0), Integer(0), ")), "{counted:?}");
}
