//! Connections: kept alive, pipelined, of HTTP/1.0, half closed; no request ever begins within another.

use imagekin_rpc::{Format, codes};

use crate::harness::forge::V1;
use crate::harness::reply::Reply;
use crate::harness::wire::{Connection, HttpRequest, Response};
use crate::harness::{OWNER, REGION, TestApp, wait};

fn regions(app: &TestApp) -> HttpRequest {
    V1::new(app.now(), "DescribeRegions", &[("Format", "JSON")]).request()
}

/// The fields of a good answer.
fn ok(response: Response) -> serde_json::Value {
    Reply { response, format: Format::Json, asked: "a request on a connection".to_owned() }.ok()
}

/// An error in JSON, to be looked at.
fn refused(response: Response) -> Reply {
    Reply { response, format: Format::Json, asked: "a request on a connection".to_owned() }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn requests_in_one_write_are_answered_in_order() {
    let app = TestApp::start().await;
    let of_language = |language: &str| {
        V1::new(app.now(), "DescribeRegions", &[("Format", "JSON"), ("AcceptLanguage", language)]).request()
    };
    let requests = [of_language("en-US"), of_language("tlh"), of_language("zh-CN")];
    let mut connection = Connection::open(app.address()).await;
    connection.send(&requests.iter().flat_map(HttpRequest::bytes).collect::<Vec<u8>>()).await;
    let [first, second, third] =
        [connection.response().await, connection.response().await, connection.response().await];
    let name =
        |answer: serde_json::Value| answer["Regions"]["Region"][0]["LocalName"].as_str().map(str::to_owned);
    assert_eq!(name(ok(first)).as_deref(), Some("China (Qingdao)"));
    assert_eq!(second.status, 404);
    assert_eq!(name(ok(third)).as_deref(), Some("华北1（青岛）"));
    // Many more than the server works on at once, writes among them.
    let many: Vec<u8> = (0..200).flat_map(|_| regions(&app).bytes()).collect();
    connection.send(&many).await;
    let mut ids = std::collections::BTreeSet::new();
    for _ in 0..200 {
        ids.insert(ok(connection.response().await)["RequestId"].to_string());
    }
    assert_eq!(ids.len(), 200);
}

/// What is answered is sent, though part of the next request has come.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_does_not_wait_for_the_next_request() {
    let app = TestApp::start().await;
    let mut connection = Connection::open(app.address()).await;
    let (whole, next) = (regions(&app).bytes(), regions(&app).bytes());
    let (part, rest) = next.split_at(next.len() / 2);
    connection.send(&[&whole[..], part].concat()).await;
    ok(connection.response().await);
    connection.send(rest).await;
    ok(connection.response().await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn http_1_0_closes_unless_it_is_asked_not_to() {
    let app = TestApp::start().await;
    let mut closing = Connection::open(app.address()).await;
    closing.send(&regions(&app).bytes_of("HTTP/1.0")).await;
    let response = closing.response().await;
    assert_eq!(response.version, "HTTP/1.0");
    ok(response);
    assert_eq!(closing.end().await, Ok(Vec::new()));

    let mut kept = Connection::open(app.address()).await;
    for _ in 0..2 {
        kept.send(&regions(&app).with_header("connection", "keep-alive").bytes_of("HTTP/1.0")).await;
        let response = kept.response().await;
        assert_eq!(response.header("connection"), Some("keep-alive"));
        ok(response);
    }
    let form =
        V1 { method: "POST", ..V1::new(app.now(), "DescribeRegions", &[("Format", "JSON")]) }.signed(OWNER);
    kept.send(&HttpRequest::new("POST", "/").with_form(form).without_header("host").bytes_of("HTTP/1.0"))
        .await;
    ok(kept.response().await);
    assert_eq!(kept.end().await, Ok(Vec::new()));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn connection_close_closes() {
    let app = TestApp::start().await;
    let mut connection = Connection::open(app.address()).await;
    connection.send(&regions(&app).with_header("connection", "close").bytes()).await;
    let response = connection.response().await;
    assert_eq!(response.header("connection"), Some("close"));
    ok(response);
    assert_eq!(connection.end().await, Ok(Vec::new()));
}

/// Also to a call that takes a while: one that writes, one that reads on another thread.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_client_that_sends_no_more_still_hears_its_answer() {
    let app = TestApp::start().await;
    let snapshot = app.system_snapshot().await;
    for (action, params) in [
        ("DescribeRegions", &[][..]),
        ("DescribeImages", &[("RegionId", REGION)]),
        ("CreateImage", &[("RegionId", REGION), ("SnapshotId", &*snapshot)]),
    ] {
        let params = [&[("Format", "JSON")], params].concat();
        let mut connection = Connection::open(app.address()).await;
        connection.send(&V1::new(app.now(), action, &params).request().bytes()).await;
        connection.finish().await;
        ok(connection.response().await);
        assert_eq!(connection.end().await, Ok(Vec::new()));
    }
}

/// A client that is refused in the midst of its sending may send the rest, and then hears why it was refused.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refused_client_may_finish_what_it_sends() {
    let app = TestApp::start().await;
    let mut connection = Connection::open(app.address()).await;
    connection.send(format!("GET /?Format=JSON&a={}", "a".repeat(200 * 1024)).as_bytes()).await;
    connection.wait_for_answer().await;
    for _ in 0..8 {
        connection.send(&vec![b'a'; 1024 * 1024]).await;
    }
    connection.send(b" HTTP/1.1\r\nhost: x\r\n\r\n").await;
    let reply = refused(connection.response().await);
    reply.assert_refused(&codes::REQUEST_HEAD_TOO_LARGE);
    connection.finish().await;
    assert_eq!(connection.end().await, Ok(Vec::new()));
}

/// A request that cannot be parsed is told so in an ECS error, though it came in one write with a good one.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_broken_request_after_a_good_one_is_refused_in_full() {
    let app = TestApp::start().await;
    let mut connection = Connection::open(app.address()).await;
    let good = regions(&app).bytes();
    connection.send(&[&good[..], b"GET /?Format=JSON HTTP/9.9\r\n\r\n", &good].concat()).await;
    ok(connection.response().await);
    refused(connection.response().await).assert_refused(&codes::REQUEST_MALFORMED);
    connection.finish().await;
    assert_eq!(connection.end().await, Ok(Vec::new()), "what comes after it cannot be told from it");
}

/// Half a head, half a body, the greeting of HTTP/2: the server closes, and nothing has happened.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn half_a_request_does_nothing() {
    let app = TestApp::start().await;
    let snapshot = app.system_snapshot().await;
    let params = [("Format", "JSON"), ("RegionId", REGION), ("SnapshotId", &snapshot)];
    let create = V1 { method: "POST", ..V1::new(app.now(), "CreateImage", &params) };
    let whole = HttpRequest::new("POST", "/").with_form(create.signed(OWNER)).bytes();
    let before = app.dump();
    for bytes in
        [&whole[..10], &whole[..60], &whole[..whole.len() - 1], b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b""]
    {
        let mut connection = Connection::open(app.address()).await;
        connection.send(bytes).await;
        connection.finish().await;
        if let Ok(response) = connection.try_response().await {
            assert!(response.status >= 400, "{response:?}");
        }
        assert_eq!(connection.end().await, Ok(Vec::new()));
    }
    assert_eq!(app.dump(), before);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_body_may_come_in_chunks_and_after_a_hundred_continue() {
    let app = TestApp::start().await;
    let form = || {
        V1 { method: "POST", ..V1::new(app.now(), "DescribeRegions", &[("Format", "JSON")]) }.signed(OWNER)
    };
    let head = "POST / HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\n";
    let mut connection = Connection::open(app.address()).await;
    let form_text = form();
    let (first, second) = form_text.split_at(40);
    let chunks =
        format!("{:x}\r\n{first}\r\n{:X};note=x\r\n{second}\r\n0\r\n\r\n", first.len(), second.len());
    connection.send(format!("{head}transfer-encoding: chunked\r\n\r\n{chunks}").as_bytes()).await;
    ok(connection.response().await);

    let form = form();
    connection
        .send(format!("{head}expect: 100-continue\r\ncontent-length: {}\r\n\r\n", form.len()).as_bytes())
        .await;
    assert_eq!(connection.response().await.status, 100);
    connection.send(form.as_bytes()).await;
    ok(connection.response().await);
}

/// Where a length and chunks contradict each other, what one of them takes for a body must not be taken for a request.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_request_is_smuggled_in_a_body() {
    let app = TestApp::start().await;
    let snapshot = app.system_snapshot().await;
    let params = [("Format", "JSON"), ("RegionId", REGION), ("SnapshotId", &snapshot)];
    let before = app.dump();
    for headers in [
        "content-length: 5\r\ntransfer-encoding: chunked",
        "transfer-encoding: chunked\r\ncontent-length: 5",
        "transfer-encoding: chunked\r\ntransfer-encoding: identity",
        "transfer-encoding: identity, chunked, identity",
        "content-length: 5, 0",
        "content-length: +5",
        "content-length : 5",
    ] {
        let smuggled = V1::new(app.now(), "CreateImage", &params).request().bytes();
        let outer = format!("POST /?Format=JSON HTTP/1.1\r\nhost: x\r\n{headers}\r\n\r\n0\r\n\r\n");
        let mut connection = Connection::open(app.address()).await;
        connection.send(&[outer.as_bytes(), &smuggled].concat()).await;
        connection.finish().await;
        let mut statuses = Vec::new();
        while let Ok(response) = connection.try_response().await {
            statuses.push(response.status);
        }
        // By chunks, the body ends where the second request begins, which then is one of the client's own.
        let chunked = headers.ends_with("chunked");
        assert!(statuses.first().is_some_and(|status| *status == 400), "{headers}: {statuses:?}");
        assert!(chunked || statuses.len() == 1, "{headers}: {statuses:?}");
    }
    let after = app.dump();
    let created = after["images"].len() - before["images"].len();
    assert!(created <= 1, "{created} images were smuggled in");
}

/// Stopping answers what is under way, closes what is idle, and takes nothing more.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_stops_answers_what_it_has_begun() {
    let app = TestApp::start().await;
    let address = app.address();
    let mut idle = Connection::open(address).await;
    idle.send(&regions(&app).bytes()).await;
    ok(idle.response().await);
    let form =
        V1 { method: "POST", ..V1::new(app.now(), "DescribeRegions", &[("Format", "JSON")]) }.signed(OWNER);
    let under_way =
        HttpRequest::new("POST", "/").with_form(&*form).with_header("expect", "100-continue").bytes();
    let (head, body) = under_way.split_at(under_way.len() - form.len());
    let mut busy = Connection::open(address).await;
    busy.send(head).await;
    assert_eq!(busy.response().await.status, 100, "the server asks for the body: it has begun");
    let stopped = tokio::spawn(app.stop());
    assert_eq!(idle.end().await, Ok(Vec::new()));
    busy.send(body).await;
    ok(busy.response().await);
    wait::within("the server to stop", stopped).await.expect("it stops");
    assert!(tokio::net::TcpStream::connect(address).await.is_err());
}

/// A client that does not send the body it has announced keeps no server from stopping for longer than the drain may take.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_stops_though_a_client_dawdles() {
    let patient = TestApp::setup().with_config(|config| config.limits.body_ms_max = 3_600_000);
    let app = patient.with_config(|config| config.limits.drain_ms_max = 200).start().await;
    let head = "POST / HTTP/1.1\r\nhost: x\r\nexpect: 100-continue\r\ncontent-length: 10\r\n\r\n";
    let mut dawdling = Connection::open(app.address()).await;
    dawdling.send(head.as_bytes()).await;
    assert_eq!(dawdling.response().await.status, 100, "the server asks for the body: it has begun");
    let mut half = Connection::open(app.address()).await;
    half.send(b"GET /?Format=JSON HTTP/1.1\r\nhost").await;
    wait::within("the server to stop", app.stop()).await;
    for connection in [&mut dawdling, &mut half] {
        wait::until("the connection is closed", async || connection.is_closed().then_some(())).await;
    }
}

/// On a listener of IPv6, clients of IPv4 come as `::ffff:127.0.0.1`: whoever reads the audit log looks for what they call
/// themselves.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_client_of_ipv4_is_told_as_one() {
    if std::net::TcpListener::bind("[::]:0").is_err() {
        // There is no IPv6 on this machine, and so no such listener.
        return;
    }
    let listen = "[::]:0".parse().expect("an address");
    let app = TestApp::setup().with_config(|config| config.listen = listen).start().await;
    let by_ipv4 = ([127, 0, 0, 1], app.address().port()).into();
    let mut connection = Connection::open(by_ipv4).await;
    connection.send(&app.owner().prepare("CreateUser", &[("UserName", "alice")]).bytes()).await;
    assert_eq!(connection.response().await.status, 200);
    let events = app.events().await;
    let made = events.iter().find(|logged| logged.event["eventName"] == "CreateUser").expect("an event");
    assert_eq!(made.event["sourceIpAddress"], "127.0.0.1");
}
