//! Memory: requests that are on their way take no more of it than the settings say, and who asks for little is answered.

use imagekin_rpc::{Format, codes};

use crate::buckets::signing::{code, request, send, v1};
use crate::harness::actor::WAYS;
use crate::harness::disks::BUCKET;
use crate::harness::forge::V1;
use crate::harness::reply::Reply;
use crate::harness::wire::{Connection, HttpRequest, Response};
use crate::harness::{OWNER, STRANGER, TestApp, wait};

/// Room for one body of the longest kind, or for five heads of 100 KiB.
const MEMORY: usize = 1024 * 1024;
const BODY: usize = 1_000_000;
/// What is answered at once is answered within that.
const SHORT: std::time::Duration = std::time::Duration::from_millis(50);

async fn app() -> TestApp {
    TestApp::setup().with_config(|config| config.limits.request_memory_bytes_max = MEMORY).start().await
}

fn reply(response: Response) -> Reply {
    Reply { response, format: Format::Json, asked: "a long request".to_owned() }
}

/// Begins a request whose body is long, and sends so much of it.
async fn begin(app: &TestApp, bytes: usize) -> Connection {
    let mut connection = Connection::open(app.address()).await;
    let head =
        "POST /?Format=JSON HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\n";
    connection.send(format!("{head}content-length: {BODY}\r\n\r\n").as_bytes()).await;
    connection.send(&vec![b'a'; bytes]).await;
    connection
}

/// Each call as SDKs make it, a form among them.
async fn assert_usual_calls_go_on(app: &TestApp) {
    for way in WAYS {
        app.owner().by(way).ok("DescribeRegions", &[("AcceptLanguage", "en-US")]).await;
    }
}

/// Many who send long bodies slowly cannot have all the memory there is. What they keep others from is long bodies.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn bodies_that_are_long_in_coming_have_a_bound() {
    let app = app().await;
    let mut slow = begin(&app, 700_000).await;
    wait::until("the slow one has the memory", async || {
        let answered = begin(&app, BODY).await.response().await;
        let is_turned_away = answered.text().contains(codes::THROTTLED.code);
        if is_turned_away {
            let told = answered.header("x-acs-retry-after") == Some("1000");
            reply(answered).assert_refused(&codes::THROTTLED);
            assert!(told, "when to come again is not told");
        } else {
            // This one was quicker, and the slow one may have been turned away for it.
            slow = begin(&app, 700_000).await;
        }
        is_turned_away.then_some(())
    })
    .await;
    assert_usual_calls_go_on(&app).await;
    // The slow one is answered when it has come whole, and then there is room again.
    slow.send(&vec![b'a'; BODY - 700_000]).await;
    let answered = reply(slow.response().await).fault();
    assert_ne!(answered.code, codes::THROTTLED.code);
    let next = reply(begin(&app, BODY).await.response().await).fault();
    assert_eq!(next.code, answered.code, "the memory was given back");
    // What is given up in the midst gives it back, too.
    for _ in 0..10 {
        drop(begin(&app, 900_000).await);
    }
    wait::until("the memory is given back", async || {
        let fault = reply(begin(&app, BODY).await.response().await).fault();
        (fault.code == answered.code).then_some(())
    })
    .await;
}

/// A wrong signature is told what was to be signed, but not all of it where that is long: encoded twice it is five times what came,
/// and would be kept for whoever does not take it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_is_not_much_longer_than_what_was_asked() {
    let app = TestApp::start().await;
    let long = "*".repeat(BODY / 4);
    let forged =
        V1 { method: "POST", ..V1::new(app.now(), "DescribeRegions", &[("Format", "JSON"), ("a", &long)]) };
    let request = HttpRequest::new("POST", "/").with_form(forged.signed(STRANGER));
    let answered = app.target().send(&request).await;
    assert!(answered.body.len() < 100 * 1024, "{} bytes", answered.body.len());
    reply(answered).assert_refused(&codes::SIGNATURE_V1_MISMATCH);
}

/// So it is with heads, of which each connection may have one.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn heads_that_are_long_in_coming_have_a_bound() {
    let app = app().await;
    let long = format!("GET /?Format=JSON HTTP/1.1\r\nhost: x\r\nx: {}", "x".repeat(100 * 1024));
    let mut slow = Vec::new();
    let turned_away = wait::until("a head is turned away", async || {
        let mut connection = Connection::open(app.address()).await;
        connection.send(long.as_bytes()).await;
        assert!(slow.len() < 50, "none of 50 heads was turned away");
        let answer = tokio::time::timeout(SHORT, connection.wait_for_answer());
        if answer.await.is_ok() {
            return Some(connection);
        }
        slow.push(connection);
        None
    });
    let mut turned_away = turned_away.await;
    assert!(slow.len() >= 4, "{} heads were let in, and there is room for five", slow.len());
    let response = turned_away.response().await;
    assert_eq!(response.header("x-acs-retry-after"), Some("1000"));
    reply(response).assert_refused(&codes::THROTTLED);
    turned_away.finish().await;
    assert_eq!(turned_away.end().await, Ok(Vec::new()), "it is closed without a reset");
    assert_usual_calls_go_on(&app).await;
    drop(slow);
    wait::until("the memory is given back", async || {
        let mut connection = Connection::open(app.address()).await;
        connection.send(format!("{long}\r\n\r\n").as_bytes()).await;
        let fault = reply(connection.response().await).fault();
        (fault.code != codes::THROTTLED.code).then_some(())
    })
    .await;
}

/// Of object requests, which each have a piece of an object in memory, there are so many at once.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn object_requests_have_a_bound() {
    let app = TestApp::setup().with_config(|config| config.limits.object_requests_max = 1).start().await;
    // Longer than what sockets take in by themselves.
    app.place("long", vec![7; 64_000_000]).await;
    app.place("there", b"x".to_vec()).await;
    let target = format!("/{BUCKET}/slow");
    let signed = v1(request("PUT", &target), OWNER, app.now(), &target).with_header("content-length", "10");
    let there = format!("/{BUCKET}/there");
    let begin = async || {
        let mut upload = Connection::open(app.address()).await;
        upload.send(&signed.bytes()).await;
        upload
    };
    let mut upload = begin().await;
    wait::until("the upload is under way", async || {
        let response = send(&app, request("GET", &there)).await;
        if response.status == 200 {
            // One that came while this one had the place was turned away.
            let answer = tokio::time::timeout(SHORT, upload.wait_for_answer());
            if answer.await.is_ok() {
                upload = begin().await;
            }
            return None;
        }
        assert_eq!((response.status, code(&response).as_str()), (503, "SlowDown"));
        assert_eq!(response.header("x-acs-retry-after"), Some("1000"));
        Some(())
    })
    .await;
    assert_usual_calls_go_on(&app).await;
    upload.send(b"0123456789").await;
    assert_eq!(upload.response().await.status, 200);
    // An answer that nobody takes is under way, too.
    let long = format!("/{BUCKET}/long");
    let long = v1(request("GET", &long), OWNER, app.now(), &long).bytes();
    let deaf = wait::until("an answer is under way that nobody takes", async || {
        let mut deaf = Connection::open(app.address()).await;
        deaf.send(&long).await;
        deaf.wait_for_answer().await;
        let response = send(&app, request("GET", &there)).await;
        (response.status == 503).then_some(deaf)
    })
    .await;
    drop(deaf);
    wait::until("its place is given back", async || {
        (send(&app, request("HEAD", &there)).await.status == 200).then_some(())
    })
    .await;
}

/// What is no object is read whole, and is not long.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_list_of_objects_is_not_endless() {
    let app = TestApp::start().await;
    app.place("there", Vec::new()).await;
    let keys = "<Object><Key>a</Key></Object>".repeat(200_000);
    let target = format!("/{BUCKET}/?delete");
    let delete = request("POST", &target).with_body(format!("<Delete>{keys}</Delete>"));
    let response = crate::buckets::signing::send_as_it_is(&app, &v1(delete, OWNER, app.now(), &target)).await;
    assert_eq!((response.status, code(&response).as_str()), (400, "MaxMessageLengthExceeded"));
}
