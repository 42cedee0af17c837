//! Each change is one event, in the trail of what it changed, and in the same transaction.

use std::collections::BTreeSet;

use imagekin_server::actions::describe;
use serde_json::{Value, json};

use crate::harness::access::ANY_IMAGE;
use crate::harness::actor::{WAYS, called, name_of};
use crate::harness::disks::text;
use crate::harness::reply::Reply;
use crate::harness::{OWNER, REGION, STRANGER, TestApp};
use crate::wire::scenario;

/// What only looks is called so; this is seen to be so below.
fn only_looks(action: &str) -> bool {
    ["Describe", "Explain", "Get", "List"].iter().any(|beginning| name_of(action).starts_with(beginning))
}

fn request_id(reply: &Reply) -> String {
    reply.response.header("x-acs-request-id").expect("a request id").to_owned()
}

/// Every action is called with success; each that changes something has left one event, the others none.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_change_is_one_event_and_a_look_is_none() {
    for way in [WAYS[0], WAYS[5]] {
        let (app, told) = Box::pin(scenario::tell_all(way)).await;
        let events = app.events_by_request().await;
        let mut changed = BTreeSet::new();
        for told in &told {
            let of_call = events.get(&request_id(&told.reply)).map(Vec::as_slice).unwrap_or_default();
            assert_eq!(
                of_call.len(),
                usize::from(!only_looks(told.action)),
                "{}: {of_call:?}",
                told.reply.asked
            );
            let [logged] = of_call else { continue };
            assert_is_of(&logged.event, told.action, &told.reply);
            changed.insert(told.action.to_owned());
        }
        let changing: BTreeSet<String> =
            describe().map(|action| called(&action)).filter(|action| !only_looks(action)).collect();
        assert_eq!(changed, changing);
        app.sound_trails().await;
        assert_tells_no_secret(&app, told.iter().map(|told| &told.reply)).await;
    }
}

/// Has the event the shape of ActionTrail's, and says what the call was?
fn assert_is_of(event: &Value, action: &str, reply: &Reply) {
    let request_id = request_id(reply);
    for (field, value) in [
        ("eventId", request_id.as_str()),
        ("requestId", &request_id),
        ("eventVersion", "1"),
        ("eventCategory", "Management"),
        ("eventType", "ApiCall"),
        ("eventName", name_of(action)),
        ("eventRW", "Write"),
        ("eventSource", crate::harness::HOST),
    ] {
        assert_eq!(event[field], value, "{field} of {event}");
    }
    for field in ["eventTime", "serviceName", "apiVersion"] {
        assert!(event[field].is_string(), "{field} of {event}");
    }
    assert!(event.get("errorCode").is_none() && event.get("errorMessage").is_none(), "{event}");
    let who = &event["userIdentity"];
    assert_eq!(who["accountId"], OWNER.account, "{event}");
    assert!(["root-account", "ram-user"].contains(&who["type"].as_str().expect("a type")), "{event}");
    let made = reply.ok();
    for field in ["ImageId", "SnapshotId", "TaskId"] {
        assert_eq!(event["responseElements"].get(field), made.get(field), "{field} of {event}");
    }
}

/// No signature, no token and no secret stands in any event, not even those that were answered.
async fn assert_tells_no_secret<'r>(app: &TestApp, replies: impl Iterator<Item = &'r Reply>) {
    let mut secrets = vec![OWNER.secret.to_owned(), STRANGER.secret.to_owned()];
    for answer in replies.map(Reply::ok) {
        let mut rest = vec![&answer];
        while let Some(value) = rest.pop() {
            for (name, field) in value.as_object().into_iter().flatten() {
                match field.as_str() {
                    Some(secret) if ["AccessKeySecret", "SecurityToken"].contains(&&**name) => {
                        secrets.push(secret.to_owned());
                    }
                    _ => rest.push(field),
                }
            }
        }
    }
    assert!(secrets.len() >= 5, "the story has a key and a token");
    for logged in app.events().await {
        let parameters = &logged.event["requestParameters"];
        assert!(parameters.get("Signature").is_none() && parameters.get("SecurityToken").is_none());
        assert!(secrets.iter().all(|secret| !logged.text.contains(secret)), "{}", logged.text);
    }
}

/// Whose trail it is, and what it says of who did it and of what was made.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_event_says_who_did_what_where() {
    let app = TestApp::standing().await;
    let snapshot = app.system_snapshot().await;
    let arn = app.role("builder", Some(ANY_IMAGE)).await;
    let user = app.user("alice", Some(include_str!("may_everything.json"))).await;
    let session = user.assume(&arn, &[]).await;
    let params = [("RegionId", REGION), ("SnapshotId", &*snapshot), ("ImageName", "golden")];
    let reply = user.call("CreateImage", &params).await;
    let image = text(&reply.ok()["ImageId"]);
    let deleted = session.call("DeleteImage", &[("RegionId", REGION), ("ImageId", &image)]).await;
    deleted.ok();
    let events = app.events_by_request().await;
    let [made] = events[&request_id(&reply)].as_slice() else { panic!("one event") };
    assert_eq!((made.account.to_string().as_str(), made.trail.as_str()), (OWNER.account, REGION));
    let event = &made.event;
    assert_eq!(event["userIdentity"]["type"], "ram-user");
    assert_eq!(event["userIdentity"]["userName"], "alice");
    assert_eq!(event["userIdentity"]["accessKeyId"], user.key().id);
    assert_eq!((&event["acsRegion"], &event["serviceName"]), (&json!(REGION), &json!("Ecs")));
    assert_eq!(event["responseElements"], json!({"ImageId": image}));
    assert_eq!((&event["resourceType"], &event["resourceName"]), (&json!("ACS::ECS::Image"), &json!(image)));
    assert_eq!(event["requestParameters"]["ImageName"], "golden");
    let [gone] = events[&request_id(&deleted)].as_slice() else { panic!("one event") };
    assert_eq!(gone.event["userIdentity"]["type"], "assumed-role");
    assert_eq!(gone.event["userIdentity"]["userName"], "builder:test");
    assert_eq!(gone.event["referencedResources"], json!({"ACS::ECS::Image": [image]}));
    let keys = app.events().await;
    let key = keys.iter().find(|logged| logged.event["eventName"] == "CreateAccessKey").expect("an event");
    assert_eq!((key.account.to_string().as_str(), key.trail.as_str()), (OWNER.account, ""));
    assert_eq!(key.event["responseElements"]["AccessKeyId"], user.key().id);
    assert_eq!(key.event["referencedResources"]["ACS::RAM::User"], json!(["alice"]));
}

/// The same ClientToken makes one thing: so it is one event.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_that_is_given_again_is_no_event() {
    let app = TestApp::standing().await;
    let snapshot = app.system_snapshot().await;
    let params = [("RegionId", REGION), ("SnapshotId", &*snapshot), ("ClientToken", "once")];
    for _ in 0..3 {
        app.owner().ok("CreateImage", &params).await;
    }
    let events = app.events().await;
    assert_eq!(events.iter().filter(|logged| logged.event["eventName"] == "CreateImage").count(), 1);
}

/// A role of another account is assumed: both accounts hear of it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn both_accounts_hear_of_a_role_that_is_assumed_across_them() {
    const TRUST: &str = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
        "Principal": {"RAM": ["acs:ram::6543210987654321:root"]}}]}"#;
    let app = TestApp::standing().await;
    let role = [("RoleName", "guest"), ("AssumeRolePolicyDocument", TRUST)];
    let arn = text(&app.owner().ok("CreateRole", &role).await["Role"]["Arn"]);
    let stranger = app.stranger();
    stranger.ok("CreateUser", &[("UserName", "bob")]).await;
    let all = [("UserName", "bob"), ("PolicyType", "System"), ("PolicyName", "AdministratorAccess")];
    stranger.ok("AttachPolicyToUser", &all).await;
    let key = stranger.ok("CreateAccessKey", &[("UserName", "bob")]).await;
    let bob = stranger.with_key(crate::harness::access::key(&key["AccessKey"], STRANGER.account), None);
    let session = bob.ok("AssumeRole", &[("RoleArn", &arn), ("RoleSessionName", "visit")]).await;
    let events = app.events().await;
    let assumed: Vec<_> = events.iter().filter(|logged| logged.event["eventName"] == "AssumeRole").collect();
    // So the calls that are signed with the key lead to bob.
    let made = json!({
        "AccessKeyId": session["Credentials"]["AccessKeyId"],
        "AssumedRoleId": session["AssumedRoleUser"]["AssumedRoleId"],
        "Expiration": session["Credentials"]["Expiration"],
    });
    assert!(assumed.iter().all(|logged| logged.event["responseElements"] == made), "{assumed:?}");
    let trails: Vec<String> =
        assumed.iter().map(|logged| format!("{}/{}", logged.account, logged.trail)).collect();
    assert_eq!(trails, [format!("{}/", OWNER.account), format!("{}/", STRANGER.account)]);
    app.sound_trails().await;
}

/// Writers at once, in one catalogue and in one account: no event is lost, and none stands in the way of another.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn writers_at_once_make_one_chain() {
    let app = TestApp::start().await;
    let snapshot = app.system_snapshot().await;
    let mut calls = tokio::task::JoinSet::new();
    for n in 0..24 {
        let (owner, snapshot) = (app.owner(), snapshot.clone());
        calls.spawn(async move {
            let (image, user) = (format!("image-{n}"), format!("user-{n}"));
            owner
                .ok("CreateImage", &[("RegionId", REGION), ("SnapshotId", &snapshot), ("ImageName", &image)])
                .await;
            owner.ok("CreateUser", &[("UserName", &user)]).await;
            owner.call("DeleteUser", &[("UserName", "nobody")]).await.fault();
        });
    }
    calls.join_all().await;
    let events = app.events().await;
    let count = |name: &str| events.iter().filter(|logged| logged.event["eventName"] == name).count();
    assert_eq!((count("CreateImage"), count("CreateUser")), (24, 24));
    crate::harness::wait::until("every refusal is written", async || {
        let events = app.events().await;
        (events.iter().filter(|logged| logged.event["eventName"] == "DeleteUser").count() == 24).then_some(())
    })
    .await;
    app.sound_trails().await;
}

/// What cannot be told is not done: no image is made, and nobody may do more or less, where the event has no place.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_without_its_event_is_none() {
    let app = TestApp::standing().await;
    let snapshot = app.system_snapshot().await;
    let owner = app.owner();
    for name in ["alice", "bob"] {
        owner.ok("CreateUser", &[("UserName", name)]).await;
    }
    let account = OWNER.account;
    let next_places = format!(
        "INSERT INTO audit_events (account_id, trail, sequence, at_us, hash, event) \
         SELECT account_id, '', sequence + 1, 0, 'none', '{{}}' FROM audit_trails WHERE account_id = {account}; \
         INSERT INTO audit_events (account_id, trail, sequence, at_us, hash, event) \
         SELECT account_id, region_id, audit_sequence + 1, 0, 'none', '{{}}' FROM catalogues WHERE account_id = {account}"
    );
    app.database().execute(app.folder(), &next_places);
    let calls: [(&str, &[(&str, &str)]); 5] = [
        ("CreateUser", &[("UserName", "carol")]),
        ("CreateAccessKey", &[("UserName", "bob")]),
        ("DeleteUser", &[("UserName", "alice")]),
        ("CreateGroup", &[("GroupName", "readers")]),
        ("CreateImage", &[("RegionId", REGION), ("SnapshotId", snapshot.as_str())]),
    ];
    let before = app.state();
    for (action, params) in calls {
        let fault = owner.call(action, params).await.fault();
        assert!(fault.status >= 500, "{action}: {fault:?}");
        assert_eq!(app.state(), before, "{action}");
    }
    // Nothing else was in their way.
    app.database().execute(app.folder(), "DELETE FROM audit_events WHERE hash = 'none'");
    for (action, params) in calls {
        owner.ok(action, params).await;
    }
    app.sound_trails().await;
}

/// What is older than it is kept goes, and what is left is still one chain; what is put in its place is told.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_kept_of_a_trail_is_still_sound() {
    let app = TestApp::standing().await;
    for n in 0..5 {
        app.advance(std::time::Duration::from_secs(24 * 60 * 60));
        app.owner().ok("CreateUser", &[("UserName", &format!("user-{n}"))]).await;
    }
    let before = app.clock_now().as_seconds() - 36 * 60 * 60;
    let store = app.app.store();
    let before = imagekin_catalog::Timestamp::from_seconds(before);
    let forgotten = store.forget_audit(before).await.expect("the store works");
    assert!(forgotten >= 3, "{forgotten}");
    let events = app.events().await;
    let names = events.iter().filter(|logged| logged.event["eventName"] == "CreateUser");
    let names: Vec<_> = names.map(|logged| logged.event["requestParameters"]["UserName"].clone()).collect();
    assert_eq!(names, ["user-3", "user-4"]);
    app.sound_trails().await;
    app.owner().ok("CreateUser", &[("UserName", "user-5")]).await;
    app.sound_trails().await;
    assert_eq!(store.forget_audit(before).await.expect("the store works"), 0);
    let forge = format!(
        "INSERT INTO audit_events (account_id, trail, sequence, at_us, hash, event) VALUES ({}, '', 1, 0, '', '{{}}')",
        OWNER.account
    );
    app.database().execute(app.folder(), &forge);
    let trails = store.verify_audit(imagekin_store::Filed::default()).await.expect("the store works");
    let problems: Vec<String> = trails.into_iter().flat_map(|trail| trail.problems).collect();
    assert_eq!(problems, ["event 1 was put in before what is kept"]);
}
