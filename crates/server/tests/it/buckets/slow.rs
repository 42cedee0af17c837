//! Requests that take long: how long each may, how many places one account has for them, and what is left of those whose sender
//! may do nothing any more.

use std::time::Duration;

use imagekin_server::{Clock, SystemClock};

use super::clients::{addressed, s3};
use super::signing::{code, request, send, send_as_it_is, v1};
use crate::harness::access::{policy, statement};
use crate::harness::actor::Actor;
use crate::harness::disks::BUCKET;
use crate::harness::wait::until;
use crate::harness::wire::Connection;
use crate::harness::{Key, OWNER, STRANGER, TestApp};

/// Begins to put an object of so many bytes. When this returns, the server has let it in and asks for them.
async fn begin(app: &TestApp, actor: &Actor, object: &str, bytes: usize) -> Connection {
    let path = format!("/{BUCKET}/{object}");
    let put = request("PUT", &path);
    let put = match actor.token() {
        Some(token) => put.with_header("x-oss-security-token", &token),
        None => put,
    };
    let put = v1(put, actor.key(), app.now(), &path);
    let put = put.with_header("content-length", &bytes.to_string()).with_header("expect", "100-continue");
    let mut connection = Connection::open(app.address()).await;
    connection.send(&put.bytes()).await;
    assert_eq!(connection.response().await.status, 100, "{object}");
    connection
}

/// A list of what is to go is read before any policy can be asked: whoever has a key could hold a place with it for as long as he
/// likes.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_no_object_must_have_come_in_time() {
    let app = TestApp::setup().with_config(|config| config.limits.body_ms_max = 300).start().await;
    app.place("there", Vec::new()).await;
    let nobody = app.user("nobody", None).await;
    let target = format!("/{BUCKET}/?delete");
    let delete = request("POST", &target).with_body(vec![b' '; 1_000_000]);
    let mut bytes = v1(delete, nobody.key(), app.now(), &target).bytes();
    bytes.truncate(bytes.len() - 1_000_000);
    let mut connection = Connection::open(app.address()).await;
    connection.send(&bytes).await;
    let response = until("the server has had enough", async || {
        let answer = tokio::time::timeout(Duration::from_millis(20), connection.try_response()).await;
        if let Ok(response) = answer {
            return Some(response.expect("an answer before the end"));
        }
        if connection.try_send(b" ").await {
            return None;
        }
        // It has closed just now: then its answer is there.
        Some(connection.try_response().await.expect("an answer before the end"))
    })
    .await;
    assert_eq!((response.status, code(&response).as_str()), (400, "RequestTimeout"));
}

/// Whatever one account does, the others have half of the places.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_account_has_half_of_the_places() {
    let app = TestApp::setup().with_config(|config| config.limits.object_requests_max = 2).start().await;
    app.place("there", b"there".to_vec()).await;
    let there = format!("/{BUCKET}/there");
    let get = async |key: Key| send_as_it_is(&app, &v1(request("GET", &there), key, app.now(), &there)).await;
    let mut upload = begin(&app, &app.owner(), "slow", 5).await;
    let refused = get(OWNER).await;
    assert_eq!((refused.status, code(&refused).as_str()), (503, "SlowDown"));
    assert_eq!(refused.header("x-acs-retry-after"), Some("1000"));
    assert_eq!(get(STRANGER).await.text(), "there");
    upload.send(b"bytes").await;
    assert_eq!(upload.response().await.status, 200);
    assert_eq!(get(OWNER).await.text(), "there");
}

/// Nor has it more of them by signatures of S3; and whoever forges one is not counted as the account that he names.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nor_has_it_more_of_them_by_addresses_that_s3s_clients_sign() {
    const LIFE: Duration = Duration::from_secs(60);
    let app = TestApp::setup().with_config(|config| config.limits.object_requests_max = 2).start().await;
    // S3's signatures go by the machine's clock.
    app.set_clock(SystemClock.now().as_seconds());
    app.place("there", b"there".to_vec()).await;
    let get = async |key: Key| {
        let signed = s3(&app, key).presign_read("there", LIFE).await.expect("an address");
        send_as_it_is(&app, &addressed(&app, "GET", signed.uri())).await
    };
    let signed = s3(&app, OWNER).presign_write("slow", LIFE).await.expect("an address");
    let put = addressed(&app, "PUT", signed.uri());
    let put = put.with_header("content-length", "5").with_header("expect", "100-continue");
    let mut upload = Connection::open(app.address()).await;
    upload.send(&put.bytes()).await;
    assert_eq!(upload.response().await.status, 100);
    let refused = get(OWNER).await;
    assert_eq!((refused.status, code(&refused).as_str()), (503, "SlowDown"));
    // Counted before its signature is looked at, this one would be told the same.
    let forged = get(Key { secret: "wrong", ..OWNER }).await;
    assert_eq!((forged.status, code(&forged).as_str()), (403, "SignatureDoesNotMatch"));
    assert_eq!(get(STRANGER).await.text(), "there");
    upload.send(b"bytes").await;
    assert_eq!(upload.response().await.status, 200);
    assert_eq!(get(OWNER).await.text(), "there");
}

/// An upload may take hours: what its sender may is asked again before anybody sees what he has brought.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_comes_of_whom_nothing_may_come_any_more_is_not_seen() {
    let app = TestApp::start().await;
    app.place("denied", b"before".to_vec()).await;
    let everything = policy(&[statement("Allow", "*", "*")]);
    let user = async |name: &str| app.user(name, Some(&everything)).await;
    let (disabled, deleted) = (user("disabled").await, user("deleted").await);
    let (denied, kept) = (user("denied").await, user("kept").await);
    let arn = app.role("builder", Some(&everything)).await;
    let session = kept.assume(&arn, &[]).await;
    let uploads = [
        ("disabled", begin(&app, &disabled, "disabled", 5).await),
        ("deleted", begin(&app, &deleted, "deleted", 5).await),
        ("denied", begin(&app, &denied, "denied", 5).await),
        ("session", begin(&app, &session, "session", 5).await),
        ("kept", begin(&app, &kept, "kept", 5).await),
    ];
    let owner = app.owner();
    let of = |actor: &Actor, name: &'static str| [("UserName", name), ("UserAccessKeyId", actor.key().id)];
    let [user, key] = of(&disabled, "disabled");
    owner.ok("UpdateAccessKey", &[user, key, ("Status", "Inactive")]).await;
    owner.ok("DeleteAccessKey", &of(&deleted, "deleted")).await;
    let attached = [("UserName", "denied"), ("PolicyType", "Custom"), ("PolicyName", "denied")];
    owner.ok("DetachPolicyFromUser", &attached).await;
    app.advance(Duration::from_secs(3_601));
    for (name, mut upload) in uploads {
        upload.send(b"after").await;
        let response = upload.response().await;
        let expected = if name == "kept" { 200 } else { 403 };
        assert_eq!(response.status, expected, "{name}: {}", response.text());
        if expected == 403 {
            assert_eq!(code(&response), "AccessDenied", "{name}");
        }
    }
    for (object, expected) in [
        ("disabled", None),
        ("deleted", None),
        ("denied", Some("before")),
        ("session", None),
        ("kept", Some("after")),
    ] {
        let there = send(&app, request("GET", &format!("/{BUCKET}/{object}"))).await;
        assert_eq!((there.status == 200).then(|| there.text()).as_deref(), expected, "{object}");
    }
}

/// Nor does a part of an upload come to the others.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nor_is_a_part_of_an_upload_taken() {
    let app = TestApp::start().await;
    app.place("there", Vec::new()).await;
    let user = app.user("alice", Some(&policy(&[statement("Allow", "oss:*", "*")]))).await;
    let target = format!("/{BUCKET}/parts?uploads");
    let begun =
        send_as_it_is(&app, &v1(request("POST", &target), user.key(), app.now(), &target)).await.text();
    let id = begun.split("<UploadId>").nth(1).and_then(|rest| rest.split("</UploadId>").next());
    let id = id.unwrap_or_else(|| panic!("no upload: {begun}"));
    let target = format!("/{BUCKET}/parts?partNumber=1&uploadId={id}");
    let part = v1(request("PUT", &target), user.key(), app.now(), &target);
    let part = part.with_header("content-length", "5").with_header("expect", "100-continue");
    let mut upload = Connection::open(app.address()).await;
    upload.send(&part.bytes()).await;
    assert_eq!(upload.response().await.status, 100);
    let of_key = [("UserName", "alice"), ("UserAccessKeyId", user.key().id), ("Status", "Inactive")];
    app.owner().ok("UpdateAccessKey", &of_key).await;
    upload.send(b"bytes").await;
    let response = upload.response().await;
    assert_eq!((response.status, code(&response).as_str()), (403, "AccessDenied"));
    let target = format!("/{BUCKET}/parts?uploadId={id}");
    let parts = send_as_it_is(&app, &v1(request("GET", &target), OWNER, app.now(), &target)).await;
    assert!(parts.status == 200 && !parts.text().contains("<PartNumber>"), "{}", parts.text());
}
