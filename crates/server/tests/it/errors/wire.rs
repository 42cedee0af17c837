//! Bytes that are hardly a request, requests that are too long or too slow, and a server whose folder fails it.

use std::time::Duration;

use imagekin_rpc::{Code, Format, codes as c};
use imagekin_server::Config;
use imagekin_store::{ANY_ACTION, Throttle};

use super::Seen;
use crate::harness::actor::WAYS;
use crate::harness::audit::no_event;
use crate::harness::forge::V1;
use crate::harness::reply::Reply;
use crate::harness::wait::until;
use crate::harness::wire::{Connection, HttpRequest};
use crate::harness::{OWNER_SECOND, REGION, TestApp};

/// Bytes, all of which the client writes before it reads, and what they are refused with.
struct Raw {
    what: &'static str,
    bytes: Vec<u8>,
    code: &'static Code,
}

const fn raw(what: &'static str, bytes: Vec<u8>, code: &'static Code) -> Raw {
    Raw { what, bytes, code }
}

/// Sends each case, and a slow one to a server that does not wait for long.
pub(super) async fn send_all() -> Vec<Seen> {
    let app = TestApp::start().await;
    let impatient = TestApp::setup().with_config(|config| config.limits.body_ms_max = 300).start().await;
    let mut seen = Vec::new();
    for (format, name) in [(Format::Json, "JSON"), (Format::Xml, "XML")] {
        let now = app.now();
        for case in malformed(name).into_iter().chain(too_long(now, name)) {
            seen.push(send(&app, &case, format).await);
        }
        seen.push(send(&impatient, &slow(now, name), format).await);
    }
    // What comes before there is anything to say a format with is answered in XML, as V1 without one is.
    for (what, bytes) in [
        ("text", b"hello\r\n\r\n".to_vec()),
        ("a TLS client", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03".to_vec()),
        ("bytes", (0..=255).cycle().take(4_096).collect()),
    ] {
        seen.push(send(&app, &raw(what, bytes, &c::REQUEST_MALFORMED), Format::Xml).await);
    }
    seen
}

async fn send(app: &TestApp, case: &Raw, format: Format) -> Seen {
    let mut connection = Connection::open(app.address()).await;
    connection.send(&case.bytes).await;
    let response = match connection.try_response().await {
        Ok(response) => response,
        Err(problem) => return Seen::nothing(format!("{}: {problem}", case.what)),
    };
    // Once a client has its answer and goes, the server goes, too, without a reset.
    connection.finish().await;
    let end = connection.end().await;
    let reply = Reply { response, format, asked: case.what.to_owned() };
    Seen::of("", &reply, case.code, None).and(end == Ok(Vec::new()), &format!("{}: then {end:?}", case.what))
}

/// Heads that are no HTTP, in all but what they say of the format.
fn malformed(format: &str) -> Vec<Raw> {
    let head = |rest: &str| format!("GET /?Format={format} {rest}\r\n\r\n").into_bytes();
    let target = |target: &[u8]| {
        let line = [b"GET /?Format=", format.as_bytes(), b"&a=", target, b" HTTP/1.1\r\nhost: x\r\n\r\n"];
        line.concat()
    };
    let posted = |headers: &str| {
        format!("POST /?Format={format} HTTP/1.1\r\nhost: x\r\n{headers}\r\n\r\n").into_bytes()
    };
    let code = &c::REQUEST_MALFORMED;
    vec![
        raw("an HTTP of the far future", head("HTTP/9.9"), code),
        raw("no version", head("HTTP"), code),
        raw("a header without a colon", head("HTTP/1.1\r\nhost: x\r\nnonsense"), code),
        raw("a header with a space in its name", head("HTTP/1.1\r\nho st: x"), code),
        raw("a header without a name", head("HTTP/1.1\r\n: x"), code),
        raw("a NUL in a header", head("HTTP/1.1\r\nhost: a\0b"), code),
        raw("a space in the target", target(b"b c"), code),
        raw("a control character in the target", target(b"\x01"), code),
        raw("two lengths", posted("content-length: 1\r\ncontent-length: 2"), code),
        raw("a length of letters", posted("content-length: one"), code),
        raw("a negative length", posted("content-length: -1"), code),
        raw("an unknown transfer encoding", posted("transfer-encoding: gzip"), code),
        raw("a chunk that is none", posted("transfer-encoding: chunked\r\n\r\nzz\r\n"), code),
    ]
}

fn too_long(now: i64, format: &str) -> Vec<Raw> {
    let query = |bytes: usize| {
        let name = "a".repeat(bytes);
        V1::new(now, "DescribeImages", &[("Format", format), ("RegionId", REGION), ("ImageName", &name)])
            .request()
            .bytes()
    };
    let many: String = (0..200).map(|n| format!("x-{n}: {n}\r\n")).collect();
    let head =
        |headers: &str| format!("GET /?Format={format} HTTP/1.1\r\nhost: x\r\n{headers}\r\n").into_bytes();
    vec![
        raw("a query of 70,000 bytes", query(70_000), &c::REQUEST_URI_TOO_LARGE),
        raw("a query of 1 MiB", query(1024 * 1024), &c::REQUEST_HEAD_TOO_LARGE),
        raw(
            "a header of 200 KiB",
            head(&format!("x: {}\r\n", "x".repeat(200 * 1024))),
            &c::REQUEST_HEAD_TOO_LARGE,
        ),
        raw("200 headers", head(&many), &c::REQUEST_HEAD_TOO_LARGE),
        raw(
            "a body of 10 MB",
            post(now, format).with_form("x".repeat(10_000_000)).bytes(),
            &c::REQUEST_BODY_TOO_LARGE,
        ),
    ]
}

/// A request whose body does not come.
fn slow(now: i64, format: &str) -> Raw {
    let mut bytes = post(now, format).with_form("x".repeat(100)).bytes();
    bytes.truncate(bytes.len() - 90);
    raw("a body that does not come", bytes, &c::REQUEST_TIMEOUT)
}

fn post(now: i64, format: &str) -> HttpRequest {
    V1 { method: "POST", ..V1::new(now, "DescribeRegions", &[("Format", format)]) }.request()
}

/// The secret of a key cannot be unsealed, as when the master key is not the one it was sealed under.
pub(super) async fn broken_key() -> Vec<Seen> {
    let app = TestApp::start().await;
    let sql =
        format!("UPDATE access_keys SET sealed_secret = '00' WHERE access_key_id = '{}'", OWNER_SECOND.id);
    app.database().execute(app.folder(), &sql);
    let before = app.dump();
    let mut seen = Vec::new();
    for (way, action) in WAYS.iter().zip(["CopyImage", "CreateImage", "CreateSnapshot"].iter().cycle()) {
        let reply = app.actor(OWNER_SECOND).by(*way).call(action, &[("RegionId", REGION)]).await;
        let leaks = reply.response.text().contains("seal");
        let seen_of = Seen::of(action, &reply, &c::INTERNAL_ERROR, None);
        seen.push(seen_of.and(!leaks, "the client hears of the cause"));
    }
    assert_eq!(app.dump(), before, "a failed call changed the database");
    app.owner().ok("DescribeRegions", &[]).await;
    seen
}

/// The database is locked by another program for longer than the server waits: no write can be made, reads go on, and
/// afterwards all is as before.
pub(super) async fn locked_database() -> Vec<Seen> {
    let app = TestApp::setup().with_config(|config| config.postgres.statement_ms_max = 2_000).start().await;
    let snapshot = app.system_snapshot().await;
    let before = app.dump();
    let lock = app.database().lock(app.folder());
    let mut calls = tokio::task::JoinSet::new();
    for way in WAYS {
        let (owner, snapshot) = (app.owner().by(way), snapshot.clone());
        calls.spawn(async move {
            let params = [("RegionId", REGION), ("SnapshotId", &snapshot), ("ImageFamily", "daily")];
            owner.call("CreateImage", &params).await
        });
    }
    app.owner().ok("DescribeRegions", &[]).await;
    app.assert_head("daily", None).await;
    let replies = calls.join_all().await;
    drop(lock);
    assert_eq!(app.dump(), before, "a failed call changed the database");
    let params = [("RegionId", REGION), ("SnapshotId", &snapshot), ("ImageFamily", "daily")];
    let made = app.owner().ok("CreateImage", &params).await;
    app.assert_head("daily", made["ImageId"].as_str()).await;
    replies.iter().map(|reply| Seen::of("CreateImage", reply, &c::SERVICE_UNAVAILABLE, None)).collect()
}

/// As many requests as there are places for wait for a locked database: further ones are turned away, told when to come
/// again, and change nothing. Who asks whether the server is there hears it is, and as soon as a place is free it is given.
pub(super) async fn crowded() -> Vec<Seen> {
    let few = |config: &mut Config| (config.limits.requests_max, config.limits.writes_max) = (2, 4);
    let app = TestApp::setup().with_config(few).start().await;
    let snapshot = app.system_snapshot().await;
    let before = app.dump();
    let lock = app.database().lock(app.folder());
    let mut waiting = tokio::task::JoinSet::new();
    for _ in 0..2 {
        let (owner, snapshot) = (app.owner(), snapshot.clone());
        waiting.spawn(async move {
            owner.call("CreateImage", &[("RegionId", REGION), ("SnapshotId", &snapshot)]).await
        });
    }
    until("both places are taken", async || {
        let reply = app.owner().call("DescribeRegions", &[]).await;
        (reply.response.status != 200).then_some(())
    })
    .await;
    let mut seen = Vec::new();
    for way in WAYS {
        let reply = app.owner().by(way).call("DescribeRegions", &[]).await;
        let retry_after = reply.response.header("x-acs-retry-after") == Some("1000");
        seen.push(
            Seen::of("DescribeRegions", &reply, &c::THROTTLED, None)
                .and(retry_after, "when to come again is not told"),
        );
    }
    let health = app.target().send(&HttpRequest::new("GET", "/healthz")).await;
    assert_eq!((health.status, health.text().as_str()), (200, "ok\n"));
    assert_eq!(app.dump(), before, "a refused call changed the database");
    drop(lock);
    let made = waiting.join_all().await;
    assert!(made.iter().all(|reply| reply.response.status == 200), "who had a place was not answered");
    app.owner().ok("DescribeRegions", &[]).await;
    seen
}

/// No call is left of what the account may make.
pub(super) async fn throttled() -> Vec<Seen> {
    let app = TestApp::start().await;
    let window = Duration::from_secs(60);
    for action in [ANY_ACTION, "DescribeZones"] {
        let throttle = Throttle { account: None, action: action.to_owned(), calls_max: 0, window };
        app.app.store().put_throttle(throttle, no_event()).await.expect("a limit");
    }
    let mut seen = Vec::new();
    for way in WAYS {
        for (action, code) in [("DescribeZones", &c::THROTTLED_API), ("DescribeRegions", &c::THROTTLED_USER)]
        {
            let reply = app.owner().by(way).call(action, &[("RegionId", REGION)]).await;
            let is_told = reply.response.header("x-acs-retry-after").is_some();
            seen.push(Seen::of(action, &reply, code, None).and(is_told, "when to come again is not told"));
        }
    }
    seen
}
