//! What is refused is an event soon, and never holds an answer up.

use imagekin_rpc::codes;
use serde_json::json;

use crate::harness::actor::WAYS;
use crate::harness::audit::Logged;
use crate::harness::wait::until;
use crate::harness::wire::HttpRequest;
use crate::harness::{INACTIVE, Key, OWNER, REGION, STRANGER, TestApp};

const UNKNOWN: Key = Key { account: OWNER.account, id: "nobodys-key", secret: "guessed" };

/// Calls in each way with a key that nobody has, and with a wrong secret of one that somebody has.
async fn call_unknown(app: &TestApp, action: &str, params: &[(&str, &str)]) {
    for key in [UNKNOWN, Key { secret: "guessed", ..OWNER }] {
        for way in WAYS {
            app.actor(key).by(way).call(action, params).await.fault();
        }
    }
}

fn refused_with<'l>(events: &'l [Logged], code: &str) -> Vec<&'l Logged> {
    events.iter().filter(|logged| logged.event["errorCode"] == code).collect()
}

/// By a server at work, with nobody doing anything for it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refusal_is_an_event_soon() {
    let app = TestApp::start().await;
    app.owner().call("DeleteImage", &[("RegionId", REGION), ("ImageId", "m-none")]).await.fault();
    let event = until("the refusal is an event", async || {
        let events = app.events_written();
        events.into_iter().find(|logged| logged.event["eventName"] == "DeleteImage")
    })
    .await;
    assert_eq!((event.account.to_string().as_str(), event.trail.as_str()), (OWNER.account, ""));
    let event = event.event;
    assert_eq!(event["errorCode"], codes::IMAGE_NOT_FOUND.code);
    assert_eq!(event["errorMessage"], codes::IMAGE_NOT_FOUND.message);
    assert_eq!((&event["eventRW"], &event["acsRegion"]), (&json!("Write"), &json!(REGION)));
    assert_eq!(event["sourceIpAddress"], "127.0.0.1");
    assert_eq!(event["referencedResources"], json!({"ACS::ECS::Image": ["m-none"]}));
}

/// Who has proved who it is has called, also what is not there: it is in the account's own trail.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_action_that_is_not_there_is_refused_to_who_calls_it() {
    let app = TestApp::standing().await;
    for action in ["RunInstances", "NoSuchAction"] {
        app.owner().call(action, &[("RegionId", REGION)]).await.fault();
        let wrong = Key { secret: "guessed", ..OWNER };
        app.actor(wrong)
            .call(action, &[("RegionId", REGION)])
            .await
            .assert_refused(&codes::SIGNATURE_V1_MISMATCH);
    }
    let events = app.events().await;
    for action in ["RunInstances", "NoSuchAction"] {
        let refused = events.iter().filter(|logged| logged.event["eventName"] == action);
        let of_whom: Vec<String> = refused.map(|logged| logged.account.to_string()).collect();
        assert_eq!(of_whom, ["0", OWNER.account], "{action}");
    }
}

/// A server that is told to stop writes what it has refused.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_stops_writes_what_it_refused() {
    let app = TestApp::start().await;
    for n in 0..20 {
        let id = format!("m-none-{n}");
        app.owner()
            .call("DescribeImageSharePermission", &[("RegionId", REGION), ("ImageId", &id)])
            .await
            .fault();
    }
    let setup = app.stop().await;
    let app = setup.standing().await;
    let events = app.events_written();
    let refused = events.iter().filter(|logged| logged.event["eventName"] == "DescribeImageSharePermission");
    assert_eq!(refused.count(), 20);
    app.sound_trails().await;
}

/// Who has not proved who it is writes nothing into anybody's trail but the service's.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_is_not_known_is_in_the_trail_of_the_service() {
    let app = TestApp::standing().await;
    let wrong = Key { secret: "not-the-secret", ..OWNER };
    for way in WAYS {
        for key in [wrong, UNKNOWN, INACTIVE] {
            app.actor(key).by(way).call("DescribeRegions", &[("RegionId", REGION)]).await.fault();
        }
    }
    let unsigned = format!("/?Action=DeleteImage&Version=2014-05-26&AccessKeyId={}", OWNER.id);
    let reply = app.owner().by(WAYS[1]).send(&HttpRequest::new("GET", &unsigned)).await;
    reply.assert_refused_with(&codes::MISSING_PARAMETER, "SignatureMethod");
    let events = app.events().await;
    let mut told = 0;
    for logged in events.iter().filter(|logged| logged.event.get("errorCode").is_some()) {
        assert_eq!((logged.account, logged.trail.as_str()), (0, ""), "{}", logged.text);
        let who = &logged.event["userIdentity"];
        assert!(who["type"] == "unknown" && who.get("accountId").is_none(), "{}", logged.text);
        assert!([OWNER.id, UNKNOWN.id, INACTIVE.id].contains(&who["accessKeyId"].as_str().expect("a key")));
        told += 1;
    }
    assert_eq!(told, 3 * WAYS.len() + 1);
    // These are answered with what should have been signed; that is not for everybody who reads the log.
    let mismatches =
        [refused_with(&events, "SignatureDoesNotMatch"), refused_with(&events, "IncompleteSignature")];
    for logged in mismatches.iter().flatten() {
        assert!(!logged.text.contains("%3D") && !logged.text.contains("x-acs-date:"), "{}", logged.text);
    }
    assert!(mismatches.iter().any(|told| told.len() >= WAYS.len()), "{mismatches:?}");
}

/// However much they send.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_who_is_not_known_256_bytes_are_written() {
    let app = TestApp::standing().await;
    let long = "x".repeat(2_000);
    call_unknown(&app, "DeleteImage", &[("RegionId", REGION), ("ImageId", "m-1"), ("Description", &*long)])
        .await;
    let events = app.events().await;
    let refused = events.iter().filter(|logged| logged.event.get("errorCode").is_some());
    let mut told = 0;
    for logged in refused {
        let parameters = logged.event["requestParameters"].as_object().expect("an object");
        let shown = parameters.iter().filter(|(name, _)| name.as_str() != "…");
        let bytes: usize =
            shown.map(|(name, value)| name.len() + value.as_str().expect("a text").len()).sum();
        assert!(bytes <= 256 + "…".len(), "{bytes} bytes: {}", logged.text);
        assert!(!logged.text.contains(&long[..257]), "{}", logged.text);
        told += 1;
    }
    assert_eq!(told, 2 * WAYS.len());
}

/// Whoever has no key does not get among the events of a thing by naming it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_named_by_who_is_not_known_is_no_thing() {
    let app = TestApp::standing().await;
    let params = [("RegionId", REGION), ("ImageId", "m-1")];
    call_unknown(&app, "DeleteImage", &params).await;
    app.owner().call("DeleteImage", &params).await.fault();
    let events = app.events().await;
    let refused = events.iter().filter(|logged| logged.event.get("errorCode").is_some());
    let (unknown, known): (Vec<&Logged>, Vec<&Logged>) =
        refused.partition(|logged| logged.event["userIdentity"]["type"] == "unknown");
    assert_eq!((unknown.len(), known.len()), (2 * WAYS.len(), 1));
    for field in ["resourceType", "resourceName", "referencedResources"] {
        assert!(known[0].event.get(field).is_some(), "{}", known[0].text);
        for logged in &unknown {
            assert!(logged.event.get(field).is_none(), "{}", logged.text);
        }
    }
}

/// A token goes with each request of a session; it is in no event, whatever becomes of the request.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_is_in_no_event() {
    let app = TestApp::standing().await;
    let arn = app.role("builder", None).await;
    let user = app.user("alice", Some(include_str!("may_everything.json"))).await;
    let session = user.assume(&arn, &[]).await;
    let token = session.token().expect("a token");
    let forged = session.with_key(Key { secret: "guessed", ..session.key() }, Some(token.clone()));
    for way in WAYS {
        session.by(way).call("DeleteImage", &[("RegionId", REGION), ("ImageId", "m-1")]).await.fault();
        forged.by(way).call("DeleteImage", &[("RegionId", REGION), ("ImageId", "m-1")]).await.fault();
    }
    let events = app.events().await;
    let refused = events.iter().filter(|logged| logged.event.get("errorCode").is_some());
    assert_eq!(refused.count(), 2 * WAYS.len());
    let escaped = imagekin_rpc::sign::query_string(&[("", &token)]);
    for logged in &events {
        assert!(!logged.text.contains(&token) && !logged.text.contains(&escaped[1..]), "{}", logged.text);
    }
}

/// What there is no room for is counted, and the number is an event; half of the room is for those who have a key.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_there_is_no_room_for_is_counted() {
    let app = TestApp::setup().with_config(|config| config.audit.refusals_per_s_max = 4).standing().await;
    for _ in 0..10 {
        app.actor(UNKNOWN).call("DescribeRegions", &[]).await.fault();
    }
    for _ in 0..10 {
        app.stranger().call("DeleteUser", &[("UserName", "nobody")]).await.fault();
    }
    let events = app.events().await;
    assert_eq!(refused_with(&events, codes::ACCESS_KEY_NOT_FOUND.code).len(), 2);
    let of_stranger = events.iter().filter(|logged| logged.event["eventName"] == "DeleteUser");
    let of_stranger: Vec<&Logged> = of_stranger.collect();
    assert_eq!(of_stranger.len(), 2);
    assert!(of_stranger.iter().all(|logged| logged.account.to_string() == STRANGER.account));
    let counted = events.iter().find(|logged| logged.event["eventName"] == "CountRefusals").expect("a count");
    assert_eq!((counted.account, &counted.event["userIdentity"]["type"]), (0, &json!("system")));
    let counts = json!({"RefusedWithoutRoom": 16, "RefusedAsThrottled": 0});
    assert_eq!(counted.event["additionalEventData"], counts);
    app.sound_trails().await;
}

/// While nothing can be written, answers go out all the same, and what was refused is written afterwards.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_cannot_be_written_holds_no_refusal_up() {
    let app = TestApp::start().await;
    app.owner().ok("DescribeRegions", &[]).await;
    let lock = app.database().lock(app.folder());
    for n in 0..50 {
        let id = format!("m-none-{n}");
        app.owner()
            .call("DescribeImageSharePermission", &[("RegionId", REGION), ("ImageId", &id)])
            .await
            .fault();
    }
    drop(lock);
    until("every refusal is an event", async || {
        let events = app.events_written();
        let refused =
            events.iter().filter(|logged| logged.event["eventName"] == "DescribeImageSharePermission");
        (refused.count() == 50).then_some(())
    })
    .await;
    app.sound_trails().await;
}

/// Whatever stands in a request, its event is one line, of bounded length, and says what stood there.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_request_forges_a_line_or_fills_the_log() {
    let app = TestApp::standing().await;
    let forged = "m-1\n{\"eventName\":\"Forged\"}\r\n\u{85}\u{2028}";
    app.owner().call("DeleteImage", &[("RegionId", REGION), ("ImageId", forged)]).await.fault();
    let long = "x".repeat(50_000);
    let params = [("RegionId", REGION), ("ImageId", "m-1"), ("Description", &*long), (&*long, "y")];
    app.owner().by(WAYS[5]).call("DeleteImage", &params).await.fault();
    app.owner().call(&long[..5_000], &[]).await.fault();
    let events = app.events().await;
    let refused: Vec<&Logged> =
        events.iter().filter(|logged| logged.event.get("errorCode").is_some()).collect();
    assert_eq!(refused.len(), 3);
    for logged in &refused {
        assert!(logged.text.chars().all(|c| !c.is_control() && c != '\u{2028}'), "{}", logged.text);
        assert!(logged.text.len() < 8_000, "{} bytes", logged.text.len());
    }
    assert!(refused.iter().any(|logged| logged.event["requestParameters"]["ImageId"] == forged));
    assert!(refused.iter().all(|logged| logged.event["eventName"] != "Forged"));
}
