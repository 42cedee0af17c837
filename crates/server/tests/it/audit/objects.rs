//! What comes into buckets and goes is told once it has, before its client hears of it; what is refused there is told soon.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use imagekin_server::{Clock, SystemClock};
use serde_json::{Value, json};

use crate::buckets::clients::{addressed, s3};
use crate::buckets::signing::{HOST, request, send_as_it_is, v1};
use crate::harness::access::{policy, statement};
use crate::harness::audit::Logged;
use crate::harness::disks::BUCKET;
use crate::harness::wait::until;
use crate::harness::wire::{HttpRequest, Response};
use crate::harness::{INACTIVE, Key, OWNER, REGION, TestApp};

const UNKNOWN: Key = Key { account: OWNER.account, id: "nobodys-key", secret: "guessed" };
const WRONG: Key = Key { secret: "guessed", ..OWNER };

/// Sends a request that is signed with all of its address.
async fn send_by(app: &TestApp, key: Key, request: HttpRequest) -> Response {
    let resource = request.target.clone();
    send_as_it_is(app, &v1(request, key, app.now(), &resource)).await
}

fn request_id(response: &Response) -> String {
    response.header("x-oss-request-id").expect("a request id").to_owned()
}

fn delete(keys: &[String]) -> HttpRequest {
    let objects: String = keys.iter().map(|key| format!("<Object><Key>{key}</Key></Object>")).collect();
    request("POST", &format!("/{BUCKET}/?delete")).with_body(format!("<Delete>{objects}</Delete>"))
}

/// The events of the object endpoint.
async fn of_objects(app: &TestApp) -> Vec<Logged> {
    let events = app.events().await;
    events.into_iter().filter(|logged| logged.event["serviceName"] == "Oss").collect()
}

/// The refusals of these requests, by their ids, when all of them are written.
async fn refusals(app: &TestApp, responses: &[Response]) -> BTreeMap<String, Logged> {
    let ids: BTreeSet<String> = responses.iter().map(request_id).collect();
    until("each refusal is an event", async || {
        let events = of_objects(app).await.into_iter();
        let told =
            events.map(|logged| (logged.event["requestId"].as_str().expect("an id").to_owned(), logged));
        let told: BTreeMap<String, Logged> = told.filter(|(id, _)| ids.contains(id)).collect();
        (told.len() == ids.len()).then_some(told)
    })
    .await
}

fn name_and_resource(logged: &Logged) -> (String, String) {
    let text = |field: &str| logged.event[field].as_str().unwrap_or_default().to_owned();
    (text("eventName"), text("resourceName"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_comes_into_a_bucket_and_goes_is_one_event() {
    let app = TestApp::start().await;
    let ok = async |method: &str, path: &str, body: &str| {
        let asked = request(method, &format!("/{BUCKET}/{path}")).with_body(body);
        let response = send_by(&app, OWNER, asked).await;
        assert!(response.status < 300, "{method} {path}: {}", response.text());
        response
    };
    let upload = async |key: &str| {
        let begun = ok("POST", &format!("{key}?uploads"), "").await.text();
        let id = begun.split("<UploadId>").nth(1).and_then(|rest| rest.split("</UploadId>").next());
        id.expect("an upload").to_owned()
    };
    ok("PUT", "", "").await;
    ok("PUT", "", "").await;
    let put = ok("PUT", "a", "bytes").await;
    let source = format!("/{BUCKET}/a");
    let copy = request("PUT", &format!("/{BUCKET}/b")).with_header("x-oss-copy-source", &source);
    assert_eq!(send_by(&app, OWNER, copy).await.status, 200);
    let whole = upload("c").await;
    let part = ok("PUT", &format!("c?partNumber=1&uploadId={whole}"), "part").await;
    let etag = part.header("etag").expect("an etag");
    let parts = format!("<Part><PartNumber>1</PartNumber><ETag>{etag}</ETag></Part>");
    let parts = format!("<CompleteMultipartUpload>{parts}</CompleteMultipartUpload>");
    ok("POST", &format!("c?uploadId={whole}"), &parts).await;
    let given_up = upload("d").await;
    ok("DELETE", &format!("d?uploadId={given_up}"), "").await;
    for (method, path) in [("GET", "a"), ("HEAD", "a"), ("GET", ""), ("HEAD", "")] {
        ok(method, path, "").await;
    }
    assert_eq!(send_by(&app, OWNER, delete(&["a".to_owned(), "b".to_owned()])).await.status, 200);
    ok("DELETE", "c", "").await;
    ok("DELETE", "", "").await;
    let events = of_objects(&app).await;
    let told: Vec<(String, String)> = events.iter().map(name_and_resource).collect();
    let told: Vec<(&str, &str)> = told.iter().map(|(name, of)| (name.as_str(), of.as_str())).collect();
    assert_eq!(
        told,
        [
            ("PutBucket", "golden-images"),
            ("PutObject", "golden-images/a"),
            ("CopyObject", "golden-images/b"),
            ("CompleteMultipartUpload", "golden-images/c"),
            ("DeleteMultipleObjects", "golden-images/a,golden-images/b"),
            ("DeleteObject", "golden-images/c"),
            ("DeleteBucket", "golden-images"),
        ]
    );
    assert_is_of(&events[1], &put);
    assert_eq!(events[2].event["requestParameters"]["CopySource"], "golden-images/a");
    assert_eq!(events[0].event["resourceType"], "ACS::OSS::Bucket");
    for logged in &events {
        assert!(!logged.text.contains(OWNER.secret) && !logged.text.contains("Signature"), "{}", logged.text);
    }
    app.sound_trails().await;
}

/// Has the event of an object the shape of ActionTrail's?
fn assert_is_of(logged: &Logged, response: &Response) {
    assert_eq!((logged.account.to_string().as_str(), logged.trail.as_str()), (OWNER.account, ""));
    let (event, id) = (&logged.event, request_id(response));
    for (field, value) in [
        ("eventId", id.as_str()),
        ("requestId", &id),
        ("eventCategory", "Data"),
        ("eventType", "ApiCall"),
        ("eventRW", "Write"),
        ("eventSource", HOST),
        ("acsRegion", "cn-qingdao"),
        ("sourceIpAddress", "127.0.0.1"),
        ("resourceType", "ACS::OSS::Object"),
    ] {
        assert_eq!(event[field], value, "{field} of {event}");
    }
    assert_eq!(event["userIdentity"]["type"], "root-account");
    assert_eq!(event["userIdentity"]["accessKeyId"], OWNER.id);
    assert_eq!(event["requestParameters"], json!({"Bucket": BUCKET, "Object": "a"}));
    assert_eq!(event["referencedResources"], json!({"ACS::OSS::Object": ["golden-images/a"]}));
    assert!(event.get("errorCode").is_none(), "{event}");
}

/// No event is as long as the list of what was deleted may be.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn all_that_is_deleted_at_once_is_told_in_events_of_their_own() {
    let app = TestApp::start().await;
    app.place("there", b"bytes".to_vec()).await;
    let keys: Vec<String> = (0..250).map(|n| format!("key-{n:03}")).collect();
    let response = send_by(&app, OWNER, delete(&keys)).await;
    assert_eq!(response.status, 200, "{}", response.text());
    let events = of_objects(&app).await;
    let ids: BTreeSet<&str> =
        events.iter().map(|logged| logged.event["eventId"].as_str().expect("an id")).collect();
    assert_eq!((events.len(), ids.len()), (3, 3));
    let mut told = Vec::new();
    for logged in &events {
        assert_eq!(logged.event["requestId"], request_id(&response));
        assert!(logged.text.len() < 20_000, "{} bytes", logged.text.len());
        let names = logged.event["referencedResources"]["ACS::OSS::Object"].as_array().expect("names");
        told.extend(names.iter().filter_map(Value::as_str).map(str::to_owned));
    }
    let deleted: Vec<String> = keys.iter().map(|key| format!("{BUCKET}/{key}")).collect();
    assert_eq!(told, deleted);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refusal_is_an_event_of_whom_it_is_known_or_not() {
    let app = TestApp::start().await;
    app.set_clock(SystemClock.now().as_seconds());
    app.place("there", b"bytes".to_vec()).await;
    let user = app.user("alice", Some(&policy(&[statement("Allow", "oss:PutBucket", "*")]))).await;
    let target = format!("/{BUCKET}/there");
    let by_address = async |key: Key| {
        let signed = s3(&app, key).presign_read("there", Duration::from_secs(60)).await.expect("an address");
        send_as_it_is(&app, &addressed(&app, "GET", signed.uri())).await
    };
    let known = [
        (
            send_by(&app, user.key(), request("PUT", &target).with_body("x")).await,
            "PutObject",
            "AccessDenied",
        ),
        (
            send_by(&app, user.key(), delete(&["there".to_owned()])).await,
            "DeleteMultipleObjects",
            "AccessDenied",
        ),
        (by_address(user.key()).await, "GetObject", "AccessDenied"),
    ];
    let unknown = [
        (send_by(&app, UNKNOWN, request("GET", &target)).await, "GetObject", "InvalidAccessKeyId"),
        (send_by(&app, INACTIVE, request("DELETE", &target)).await, "DeleteObject", "InvalidAccessKeyId"),
        (
            send_by(&app, WRONG, request("PUT", &target).with_body("x")).await,
            "PutObject",
            "SignatureDoesNotMatch",
        ),
        (by_address(UNKNOWN).await, "GetObject", "InvalidAccessKeyId"),
        (by_address(WRONG).await, "GetObject", "SignatureDoesNotMatch"),
    ];
    let all = known.iter().chain(&unknown);
    let told = refusals(&app, &all.map(|(response, ..)| response.clone()).collect::<Vec<_>>()).await;
    for (response, name, code) in &known {
        let Logged { account, event, text, .. } = &told[&request_id(response)];
        assert_eq!((response.status, account.to_string().as_str()), (403, OWNER.account), "{text}");
        assert_eq!((&event["eventName"], &event["errorCode"]), (&json!(name), &json!(code)), "{text}");
        assert_eq!(event["errorMessage"], "No policy allows this, or one denies it.", "{text}");
        assert_eq!(event["userIdentity"]["userName"], "alice", "{text}");
        assert_eq!(event["resourceName"], "golden-images/there", "{text}");
    }
    for (response, name, code) in &unknown {
        let Logged { account, event, text, .. } = &told[&request_id(response)];
        assert_eq!((response.status, *account), (403, 0), "{text}");
        assert_eq!((&event["eventName"], &event["errorCode"]), (&json!(name), &json!(code)), "{text}");
        assert_eq!(event["userIdentity"]["type"], "unknown", "{text}");
        let key = event["userIdentity"]["accessKeyId"].as_str().expect("a key");
        assert!([UNKNOWN.id, INACTIVE.id, OWNER.id].contains(&key), "{text}");
        assert_eq!(event["requestParameters"], json!({"Bucket": BUCKET, "Object": "there"}), "{text}");
        assert!(event.get("resourceName").is_none() && !text.contains("X-Amz"), "{text}");
    }
    app.sound_trails().await;
}

/// Whether or not it is known who has signed, it is told what was asked for.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_operation_is_called_as_oss_calls_it() {
    const OPERATIONS: [(&str, &str, &str); 17] = [
        ("GET", "/", "ListBuckets"),
        ("GET", "/golden-images/", "ListObjects"),
        ("GET", "/golden-images/?location", "GetBucketLocation"),
        ("HEAD", "/golden-images/", "GetBucketInfo"),
        ("PUT", "/another/", "PutBucket"),
        ("DELETE", "/golden-images/", "DeleteBucket"),
        ("POST", "/golden-images/?delete", "DeleteMultipleObjects"),
        ("GET", "/golden-images/there", "GetObject"),
        ("HEAD", "/golden-images/there", "HeadObject"),
        ("PUT", "/golden-images/there", "PutObject"),
        ("DELETE", "/golden-images/there", "DeleteObject"),
        ("POST", "/golden-images/a?uploads", "InitiateMultipartUpload"),
        ("PUT", "/golden-images/a?partNumber=1&uploadId=u", "UploadPart"),
        ("GET", "/golden-images/a?uploadId=u", "ListParts"),
        ("POST", "/golden-images/a?uploadId=u", "CompleteMultipartUpload"),
        ("DELETE", "/golden-images/a?uploadId=u", "AbortMultipartUpload"),
        ("PUT", "/golden-images/copied", "CopyObject"),
    ];
    let app = TestApp::start().await;
    app.place("there", b"bytes".to_vec()).await;
    let user = app.user("nothing", None).await;
    let (mut responses, mut expected) = (Vec::new(), BTreeMap::new());
    for (method, target, name) in OPERATIONS {
        for key in [user.key(), UNKNOWN] {
            let asked = request(method, target);
            let asked = match name {
                "CopyObject" => asked.with_header("x-oss-copy-source", "/golden-images/there"),
                "DeleteMultipleObjects" => {
                    asked.with_body("<Delete><Object><Key>there</Key></Object></Delete>")
                }
                _ => asked,
            };
            let response = send_by(&app, key, asked).await;
            assert_eq!(response.status, 403, "{name}");
            expected.insert(request_id(&response), name);
            responses.push(response);
        }
    }
    for (id, logged) in refusals(&app, &responses).await {
        assert_eq!(logged.event["eventName"], expected[&id], "{}", logged.text);
    }
}

/// No client hears that all is well with what nobody could write down.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_without_its_event_is_a_refusal() {
    let app = TestApp::start().await;
    app.place("there", b"bytes".to_vec()).await;
    app.owner().ok("CreateUser", &[("UserName", "alice")]).await;
    let next_place = format!(
        "INSERT INTO audit_events (account_id, trail, sequence, at_us, hash, event) \
         SELECT account_id, '', sequence + 1, 0, 'none', '{{}}' FROM audit_trails WHERE account_id = {}",
        OWNER.account
    );
    app.database().execute(app.folder(), &next_place);
    let put = || request("PUT", &format!("/{BUCKET}/new")).with_body("x");
    let response = send_by(&app, OWNER, put()).await;
    assert!(response.status >= 500, "{}", response.text());
    app.database().execute(app.folder(), "DELETE FROM audit_events WHERE hash = 'none'");
    let told = refusals(&app, std::slice::from_ref(&response)).await;
    let event = &told[&request_id(&response)].event;
    assert_eq!(
        (&event["eventName"], &event["resourceName"]),
        (&json!("PutObject"), &json!("golden-images/new"))
    );
    assert!(event["errorCode"].is_string(), "{event}");
    assert_eq!(send_by(&app, OWNER, put()).await.status, 200);
    let events = of_objects(&app).await;
    assert!(events.last().is_some_and(|logged| logged.event.get("errorCode").is_none()), "{events:?}");
    app.sound_trails().await;
}

/// Whoever hangs up in time has not changed what no event tells, also when the log could not be written for a while.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_of_who_has_hung_up_is_told() {
    let app = std::sync::Arc::new(TestApp::start().await);
    app.place("there", b"bytes".to_vec()).await;
    let put = |key: &str| request("PUT", &format!("/{BUCKET}/{key}")).with_body("x");
    let lock = app.database().lock(app.folder());
    let (client, gone) = (std::sync::Arc::clone(&app), put("gone"));
    let client = tokio::spawn(async move { send_by(&client, OWNER, gone).await });
    let file = app.folder().join(format!("objects/{REGION}/{BUCKET}/gone"));
    until("the bytes have changed", async || file.exists().then_some(())).await;
    client.abort();
    // Those of the other wait behind those of the first: as long as the log could not be written for them, either.
    send_by(&app, OWNER, put("other")).await;
    drop(lock);
    until("the change is told", async || {
        let events = of_objects(&app).await;
        events.iter().any(|logged| name_and_resource(logged).1 == "golden-images/gone").then_some(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_is_not_listened_to_is_counted() {
    let app = TestApp::setup().with_config(|config| config.limits.wrong_signatures_of_key_max = 1);
    let app = app.start().await;
    app.place("there", b"bytes".to_vec()).await;
    for _ in 0..3 {
        send_by(&app, UNKNOWN, request("GET", &format!("/{BUCKET}/there"))).await;
    }
    until("they are counted", async || {
        let events = app.events().await;
        let counts = events.iter().filter(|logged| logged.event["eventName"] == "CountRefusals");
        let counts = counts.map(|logged| logged.event["additionalEventData"]["RefusedAsThrottled"].as_u64());
        (counts.flatten().sum::<u64>() == 2).then_some(())
    })
    .await;
    assert_eq!(of_objects(&app).await.len(), 1);
}
