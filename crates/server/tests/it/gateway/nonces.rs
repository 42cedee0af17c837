//! A nonce is good for one request of its key: of reads as long as the server runs, of writes over a restart, too.

use std::time::Duration;

use imagekin_rpc::codes;
use imagekin_rpc::signature::sha256_hex;

use crate::harness::actor::{Actor, Signing, WAYS, Way};
use crate::harness::disks::{BUCKET, qcow2, text};
use crate::harness::forge::{V1, V3};
use crate::harness::wire::HttpRequest;
use crate::harness::{OWNER_SECOND, REGION, START, STRANGER, TestApp};

const NONCE: &str = "3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf";

fn regions_v1() -> V1 {
    V1::new(START, "DescribeRegions", &[("Format", "JSON")]).with("SignatureNonce", NONCE)
}

fn regions_v3() -> V3 {
    V3::new(START, "DescribeRegions", &[]).with("x-acs-signature-nonce", NONCE)
}

async fn assert_used(actor: &Actor, request: &HttpRequest) {
    actor.send(request).await.assert_refused(&codes::NONCE_USED);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_nonce_is_good_once_however_it_comes_again() {
    let app = TestApp::start().await;
    let owner = app.owner();
    owner.send(&regions_v1().request()).await.ok();
    assert_used(&owner, &regions_v1().request()).await;
    let later = V1 { method: "POST", ..regions_v1().with("Timestamp", "2026-01-02T03:14:05Z") };
    assert_used(&owner, &later.request()).await;
    assert_used(&owner, &regions_v3().request()).await;
    let other_action = V1::new(START, "DescribeImages", &[("Format", "JSON"), ("RegionId", REGION)]);
    assert_used(&owner, &other_action.with("SignatureNonce", NONCE).request()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_key_has_its_own_nonces() {
    let app = TestApp::start().await;
    for key in [OWNER_SECOND, STRANGER] {
        let own = regions_v1().with("AccessKeyId", key.id).request_by(key);
        app.owner().send(&own).await.ok();
        assert_used(&app.owner(), &own).await;
    }
    app.owner().send(&regions_v1().request()).await.ok();
}

/// Whoever sees a nonce on its way cannot use it up with a request of his own.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_forged_request_uses_up_nothing() {
    let app = TestApp::start().await;
    let owner = app.owner();
    owner.send(&regions_v1().request_by(STRANGER)).await.assert_refused(&codes::SIGNATURE_V1_MISMATCH);
    owner.send(&regions_v3().request_by(STRANGER)).await.assert_refused(&codes::SIGNATURE_V3_MISMATCH);
    let unsigned = regions_v3().with("x-acs-extra", "1").request();
    owner.send(&unsigned).await.assert_refused(&codes::SIGNATURE_INCOMPLETE);
    let expired = regions_v1().with("Timestamp", "2026-01-02T02:04:05Z").request();
    owner.send(&expired).await.assert_refused(&codes::TIMESTAMP_EXPIRED);
    owner.send(&regions_v1().request()).await.ok();
}

/// A call that its action refuses was one all the same.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refused_call_uses_up_its_nonce() {
    let app = TestApp::start().await;
    let owner = app.owner();
    let refused = owner.prepare("DeleteImage", &[("RegionId", REGION), ("ImageId", "m-none")]);
    owner.send(&refused).await.assert_refused(&codes::IMAGE_NOT_FOUND);
    assert_used(&owner, &refused).await;
}

/// What a write was refused for may be no more when its request is sent again: to another node, or after a restart.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_nonce_of_a_refused_write_outlives_a_restart() {
    let app = TestApp::start().await;
    let snapshot = app.system_snapshot().await;
    let owner = app.owner();
    let create = [("RegionId", REGION), ("SnapshotId", &*snapshot), ("ImageName", "taken")];
    let first = text(&owner.ok("CreateImage", &create).await["ImageId"]);
    let image = owner.prepare("CreateImage", &create);
    owner.send(&image).await.assert_refused(&codes::IMAGE_NAME_TAKEN);
    owner.ok("CreateUser", &[("UserName", "alice")]).await;
    let user = owner.prepare("CreateUser", &[("UserName", "alice")]);
    owner.send(&user).await.assert_refused(&codes::USER_EXISTS);
    owner.ok("DeleteImage", &[("RegionId", REGION), ("ImageId", &first)]).await;
    owner.ok("DeleteUser", &[("UserName", "alice")]).await;
    let app = app.stop().await.start().await;
    for request in [image, user] {
        assert_used(&app.owner(), &request).await;
    }
}

/// The same nonce in many requests at once is good for one of them.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_many_at_once_one_is_answered() {
    let app = TestApp::start().await;
    let snapshot = app.system_snapshot().await;
    let request = app.owner().prepare("CreateImage", &[("RegionId", REGION), ("SnapshotId", &snapshot)]);
    let mut calls = tokio::task::JoinSet::new();
    for _ in 0..32 {
        let (owner, request) = (app.owner(), request.clone());
        calls.spawn(async move { owner.send(&request).await });
    }
    let replies = calls.join_all().await;
    let (good, used): (Vec<_>, Vec<_>) = replies.iter().partition(|reply| reply.response.status == 200);
    assert_eq!((good.len(), used.len()), (1, 31));
    used.iter().for_each(|reply| drop(reply.assert_refused(&codes::NONCE_USED)));
}

/// A write that was acknowledged is not made again by its replay, though the server has forgotten all it had in memory.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_nonce_of_a_write_outlives_a_restart() {
    let app = TestApp::start().await;
    let snapshot = app.system_snapshot().await;
    app.place("disk.qcow2", qcow2(20, "v1")).await;
    let mut acknowledged = Vec::new();
    for (signing, token) in [(Signing::V1, "one"), (Signing::V3, "two")] {
        let owner = app.owner().by(Way { signing, ..WAYS[0] });
        let create = owner.prepare(
            "CreateImage",
            &[("RegionId", REGION), ("SnapshotId", &snapshot), ("ClientToken", token)],
        );
        let image_id = text(&owner.send(&create).await.ok()["ImageId"]);
        let modify = owner.prepare(
            "ModifyImageAttribute",
            &[("RegionId", REGION), ("ImageId", &image_id), ("Description", "changed")],
        );
        owner.send(&modify).await.ok();
        let delete = owner.prepare("DeleteImage", &[("RegionId", REGION), ("ImageId", &image_id)]);
        owner.send(&delete).await.ok();
        let disk =
            [("DiskDeviceMapping.1.OSSBucket", BUCKET), ("DiskDeviceMapping.1.OSSObject", "disk.qcow2")];
        let import = owner
            .prepare("ImportImage", &[&[("RegionId", REGION), ("ClientToken", token)], &disk[..]].concat());
        owner.send(&import).await.ok();
        acknowledged.extend([create, modify, delete, import]);
    }
    let app = app.stop().await.start().await;
    for request in &acknowledged {
        assert_used(&app.owner(), request).await;
    }
}

/// So it is with who may do what: who has seen how a key was made does not get another one by it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_nonce_of_a_change_of_access_outlives_a_restart() {
    let app = TestApp::start().await;
    let mut acknowledged = Vec::new();
    for (signing, name) in [(Signing::V1, "alice"), (Signing::V3, "bob")] {
        let owner = app.owner().by(Way { signing, ..WAYS[0] });
        let (user, group) = ([("UserName", name)], [("GroupName", name)]);
        for (action, params) in [
            ("CreateUser", &user),
            ("CreateAccessKey", &user),
            ("CreateGroup", &group),
            ("DeleteGroup", &group),
        ] {
            let request = owner.prepare(action, params);
            owner.send(&request).await.ok();
            acknowledged.push(request);
        }
    }
    let app = app.stop().await.start().await;
    for request in &acknowledged {
        assert_used(&app.owner(), request).await;
    }
}

/// A nonce has no longest length, and an index of PostgreSQL has: to the last byte it tells one write from another.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_nonce_of_any_length_is_good_for_one_write() {
    let app = TestApp::start().await;
    let owner = app.owner();
    let snapshot = app.system_snapshot().await;
    let create = [("Format", "JSON"), ("RegionId", REGION), ("SnapshotId", snapshot.as_str())];
    // What repeats itself would be compressed.
    let long: String = (0..100_u8).map(|n| sha256_hex(&[n])).collect();
    let requests = ["one", "two"].map(|end| {
        let nonce = format!("{long}{end}");
        V1::new(START, "CreateImage", &create).with("SignatureNonce", &nonce).request()
    });
    for request in &requests {
        owner.send(request).await.ok();
        assert_used(&owner, request).await;
    }
    let app = app.stop().await.start().await;
    for request in &requests {
        assert_used(&app.owner(), request).await;
    }
}

/// What was refused or only read is not on record: after a restart it is answered as it would have been at first.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_nonce_of_a_read_does_not_outlive_a_restart() {
    let app = TestApp::start().await;
    app.owner().send(&regions_v1().request()).await.ok();
    let app = app.stop().await.start().await;
    app.owner().send(&regions_v1().request()).await.ok();
}

/// When the window of a nonce has passed, in which a replay is refused as too old, it may be used again.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_nonce_may_come_back_when_its_request_has_expired() {
    let app = TestApp::start().await;
    let owner = app.owner();
    owner.send(&regions_v1().request()).await.ok();
    app.advance(Duration::from_secs(901));
    owner.send(&regions_v1().request()).await.assert_refused(&codes::TIMESTAMP_EXPIRED);
    let again = V1::new(app.now(), "DescribeRegions", &[("Format", "JSON")]).with("SignatureNonce", NONCE);
    owner.send(&again.request()).await.ok();
}
