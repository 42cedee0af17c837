//! HTTP/2: many requests at once, and the limits of a connection that has them.

use std::convert::Infallible;
use std::time::Duration;

use bytes::Bytes;
use http_body_util::{BodyExt, StreamBody};
use hyper::body::Frame;
use hyper::client::conn::http2;
use hyper_util::rt::TokioExecutor;
use imagekin_rpc::{Format, codes};
use imagekin_server::config::Limits;
use tokio::sync::mpsc;

use super::{LONG_MS, be_patient};
use crate::buckets::signing;
use crate::harness::actor::WAYS;
use crate::harness::disks::BUCKET;
use crate::harness::forge::V1;
use crate::harness::frames::{self, DATA, END_HEADERS, END_STREAM, Frames, HEADERS, RST_STREAM};
use crate::harness::reply::Reply;
use crate::harness::tls::{Authority, Sent, Session, TlsClient, pinging};
use crate::harness::wire::{HttpRequest, Response};
use crate::harness::{OWNER, TestApp, wait};

const SHORT_MS: u64 = 300;

/// A server all of whose limits are long but for what `change` shortens.
async fn patient(authority: &Authority, change: impl FnOnce(&mut Limits)) -> TestApp {
    let setup = TestApp::setup().with_tls(authority).with_config(|config| {
        be_patient(&mut config.limits);
        change(&mut config.limits);
    });
    setup.start().await
}

async fn session(app: &TestApp, authority: &Authority) -> Session {
    TlsClient::new(authority).open(app.address()).await.expect("a session")
}

/// A session of a client that is made in a way of its own.
async fn odd_session(
    app: &TestApp,
    authority: &Authority,
    builder: &http2::Builder<TokioExecutor>,
) -> Session {
    let stream = TlsClient::new(authority).connect(app.address()).await.expect("a handshake");
    Session::http2(stream, builder).await.expect("a session")
}

fn regions(app: &TestApp) -> HttpRequest {
    V1::new(app.now(), "DescribeRegions", &[("Format", "JSON")]).request()
}

fn reply(response: Response) -> Reply {
    Reply { response, format: Format::Json, asked: "a request of HTTP/2".to_owned() }
}

async fn until_closed(session: &Session) {
    wait::until("the connection is closed", async || session.is_closed().then_some(())).await;
}

/// A body whose pieces come when the test sends them.
fn in_pieces() -> (mpsc::Sender<Bytes>, Sent) {
    let (sender, mut pieces) = mpsc::channel::<Bytes>(1);
    let frames = futures_util::stream::poll_fn(move |cx| {
        pieces.poll_recv(cx).map(|piece| piece.map(|piece| Ok::<_, Infallible>(Frame::data(piece))))
    });
    (sender, BodyExt::boxed(StreamBody::new(frames)))
}

/// Waits until the client has taken the piece that was sent, so that its request is on the connection. The server works on it
/// when it has answered one that came after it.
async fn until_begun(pieces: &mpsc::Sender<Bytes>) {
    wait::within("the client to begin", pieces.reserve()).await.map(drop).expect("it is taken");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_requests_at_once_are_answered_each_with_its_own() {
    let authority = Authority::new();
    let app = patient(&authority, |limits| limits.streams_max = 8).await;
    let session = session(&app, &authority).await;
    // Of whoever sends many before it has heard how many may be on their way, some are refused.
    let first = app.owner().by(WAYS[0]).prepare("DescribeRegions", &[]);
    session.beside().send(&first).await.expect("an answer");
    let mut calls = tokio::task::JoinSet::new();
    for number in 0..200 {
        let (way, mut session) = (WAYS[number % WAYS.len()], session.beside());
        // Each asks for something else.
        let language = if number % 2 == 0 { "en-US" } else { "zh-CN" };
        let request = app.owner().by(way).prepare("DescribeRegions", &[("AcceptLanguage", language)]);
        calls.spawn(async move {
            let response = session.send(&request).await.expect("an answer");
            (language, Reply { response, format: way.expected(), asked: format!("{way:?}") })
        });
    }
    while let Some(answered) = calls.join_next().await {
        let (language, reply) = answered.expect("no panic");
        let name = reply.ok()["Regions"]["Region"][0]["LocalName"].clone();
        assert_eq!(name, if language == "en-US" { "China (Qingdao)" } else { "华北1（青岛）" });
    }
}

/// A bucket is found by the host that HTTP/2 has in the address, and what a client signs is what it sends.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn objects_come_and_go_over_http_2() {
    let authority = Authority::new();
    let app = patient(&authority, |_| {}).await;
    app.place("there", b"there".to_vec()).await;
    let mut session = session(&app, &authority).await;
    let bytes: Vec<u8> = (0..3_000_000_u32).map(|n| (n ^ (n >> 9)) as u8).collect();
    let host = format!("{BUCKET}.oss-cn-hangzhou.aliyuncs.com");
    let signed = |method: &str| {
        let request = HttpRequest::new(method, "/big").without_header("host").with_header("host", &host);
        signing::v1(request, OWNER, app.now(), &format!("/{BUCKET}/big"))
    };
    let put = session.send(&signed("PUT").with_body(bytes.clone())).await.expect("an answer");
    assert_eq!(put.status, 200, "{}", put.text());
    let got = session.send(&signed("GET")).await.expect("an answer");
    assert_eq!((got.status, got.version.as_str()), (200, "HTTP/2.0"));
    assert!(got.body == bytes);
    let wrong =
        signed("GET").without_header("host").with_header("host", "other.oss-cn-hangzhou.aliyuncs.com");
    assert_eq!(session.send(&wrong).await.expect("an answer").status, 403);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_request_that_names_two_hosts_is_refused() {
    let authority = Authority::new();
    let app = patient(&authority, |_| {}).await;
    let mut session = session(&app, &authority).await;
    let two = regions(&app).with_header("host", "ecs.elsewhere.test");
    reply(session.send(&two).await.expect("an answer")).assert_refused(&codes::REQUEST_MALFORMED);
    let same = regions(&app).with_header("host", crate::harness::HOST);
    reply(session.send(&same).await.expect("an answer")).ok();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_too_long_is_refused_and_the_others_go_on() {
    let authority = Authority::new();
    let app = patient(&authority, |limits| limits.request_bytes_max = 1_000).await;
    let mut session = session(&app, &authority).await;
    let mut long = regions(&app);
    for number in 0..40 {
        long = long.with_header(&format!("x-long-{number}"), &"a".repeat(4_000));
    }
    // The server says beforehand how much it takes; a client may refuse to send more by itself.
    if let Ok(response) = session.beside().send(&long).await {
        assert_eq!(response.status, 431);
    }
    let body = HttpRequest::new("POST", "/?Format=JSON").with_form("a=b&".repeat(1_000));
    let response = session.send(&body).await.expect("an answer");
    reply(response).assert_refused(&codes::REQUEST_BODY_TOO_LARGE);
    reply(session.send(&regions(&app)).await.expect("an answer")).ok();
}

/// The server says how many requests at once it begins, and begins no more for who does not care.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn requests_beyond_the_limit_are_not_begun() {
    let authority = Authority::new();
    let app = patient(&authority, |limits| limits.streams_max = 2).await;
    let mut client = Frames::open(&TlsClient::new(&authority), app.address()).await;
    assert_eq!(client.settings.get(&frames::MAX_CONCURRENT_STREAMS), Some(&2));
    // Their bodies are still to come.
    for stream in [1, 3, 5] {
        client.send(HEADERS, END_HEADERS, stream, &frames::head(&[])).await;
    }
    let refused = client.next_of(5).await;
    assert_eq!(refused.kind, RST_STREAM, "{refused:?}");
    assert_eq!(refused.payload, frames::REFUSED_STREAM.to_be_bytes());
    // The others are under way, and when one has ended another may begin.
    for (kind, flags, stream) in [(DATA, END_STREAM, 1), (HEADERS, END_HEADERS | END_STREAM, 7)] {
        let bytes = if kind == HEADERS { frames::head(&[]) } else { Vec::new() };
        client.send(kind, flags, stream, &bytes).await;
        let last = client.last_of(stream).await;
        assert!(last.ends_its_stream(), "{last:?}");
    }
}

/// The server says how long a head may be, and makes no request of a longer one: its refusal has no body, as one of the API would.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_head_beyond_the_limit_becomes_no_request() {
    let authority = Authority::new();
    let app = patient(&authority, |limits| limits.head_bytes_max = 8 * 1024).await;
    let mut client = Frames::open(&TlsClient::new(&authority), app.address()).await;
    assert_eq!(client.settings.get(&frames::MAX_HEADER_LIST_SIZE), Some(&(8 * 1024)));
    let long: Vec<_> = (0..100).map(|number| (format!("x-long-{number}"), "a".repeat(100))).collect();
    for (stream, fields, is_all) in [(1, &long[..], true), (3, &[], false)] {
        client.send(HEADERS, END_HEADERS | END_STREAM, stream, &frames::head(fields)).await;
        let answer = client.next_of(stream).await;
        assert_eq!(answer.kind, HEADERS, "{answer:?}");
        assert_eq!(answer.ends_its_stream(), is_all, "{answer:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_idle_connection_is_closed_though_it_says_that_it_lives() {
    let authority = Authority::new();
    let app = patient(&authority, |limits| limits.idle_ms_max = SHORT_MS).await;
    let mut session = odd_session(&app, &authority, &pinging()).await;
    reply(session.send(&regions(&app)).await.expect("an answer")).ok();
    until_closed(&session).await;
    // One that never sends the greeting of HTTP/2.
    let mut stream = TlsClient::new(&authority).connect(app.address()).await.expect("a handshake");
    // It ends with or without a word of farewell.
    let _ = wait::within("the end", tokio::io::copy(&mut stream, &mut tokio::io::sink())).await;
}

/// A client that asks, and gives its answers no room, though it goes on saying that it lives.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_client_that_takes_no_answer_is_closed() {
    let authority = Authority::new();
    let app = patient(&authority, |limits| limits.write_ms_max = SHORT_MS).await;
    let mut deaf = pinging();
    deaf.initial_stream_window_size(0);
    let session = odd_session(&app, &authority, &deaf).await;
    let asked = regions(&app);
    let mut asking = session.beside();
    let answer = tokio::spawn(async move { asking.send(&asked).await });
    // Whatever else it asks for meanwhile.
    let mut others = tokio::task::JoinSet::new();
    let mut times = tokio::time::interval(Duration::from_millis(SHORT_MS / 2));
    let mut closed = std::pin::pin!(until_closed(&session));
    loop {
        tokio::select! {
            () = &mut closed => break,
            _ = times.tick() => {
                let (mut beside, asked) = (session.beside(), regions(&app));
                others.spawn(async move { drop(beside.send(&asked).await) });
            }
        }
    }
    assert!(answer.await.expect("no panic").is_err());
    app.owner().ok("DescribeRegions", &[]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_body_that_does_not_come_is_refused_and_the_others_go_on() {
    let authority = Authority::new();
    let app = patient(&authority, |limits| limits.body_ms_max = SHORT_MS).await;
    let mut session = session(&app, &authority).await;
    let (pieces, body) = in_pieces();
    let form = HttpRequest::new("POST", "/?Format=JSON").with_form("");
    let mut beside = session.beside();
    let late = tokio::spawn(async move { beside.send_with_body(&form, body).await });
    reply(session.send(&regions(&app)).await.expect("an answer")).ok();
    let response = late.await.expect("no panic").expect("an answer");
    reply(response).assert_refused(&codes::REQUEST_TIMEOUT);
    drop(pieces);
    reply(session.send(&regions(&app)).await.expect("an answer")).ok();
}

/// Stopping answers what is under way, closes what is idle or deaf, and takes nothing more.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_stops_answers_what_it_has_begun() {
    let authority = Authority::new();
    let app = patient(&authority, |limits| limits.drain_ms_max = LONG_MS).await;
    let address = app.address();
    let mut idle = session(&app, &authority).await;
    reply(idle.send(&regions(&app)).await.expect("an answer")).ok();
    // Has agreed on HTTP/2, and never begins to speak it.
    let _silent = TlsClient::new(&authority).connect(address).await.expect("a handshake");
    let busy = session(&app, &authority).await;
    let form =
        V1 { method: "POST", ..V1::new(app.now(), "DescribeRegions", &[("Format", "JSON")]) }.signed(OWNER);
    let (pieces, body) = in_pieces();
    let (first, second) = form.split_at(form.len() / 2);
    let mut asking = busy.beside();
    let request = HttpRequest::new("POST", "/").with_form("");
    let answer = tokio::spawn(async move { asking.send_with_body(&request, body).await });
    pieces.send(Bytes::from(first.to_owned())).await.expect("it is taken");
    until_begun(&pieces).await;
    reply(busy.beside().send(&regions(&app)).await.expect("an answer")).ok();
    let stopped = tokio::spawn(app.stop());
    until_closed(&idle).await;
    pieces.send(Bytes::from(second.to_owned())).await.expect("it is taken");
    drop(pieces);
    reply(answer.await.expect("no panic").expect("an answer")).ok();
    wait::within("the server to stop", stopped).await.expect("it stops");
    assert!(tokio::net::TcpStream::connect(address).await.is_err());
}

/// What is under way on a connection ends with it: nothing keeps a server that has stopped.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_stops_though_a_client_dawdles() {
    let authority = Authority::new();
    let app = patient(&authority, |limits| limits.drain_ms_max = 200).await;
    let session = session(&app, &authority).await;
    let (pieces, body) = in_pieces();
    let mut asking = session.beside();
    let request = HttpRequest::new("POST", "/").with_form("");
    let answer = tokio::spawn(async move { asking.send_with_body(&request, body).await });
    pieces.send(Bytes::from_static(b"a=")).await.expect("it is taken");
    until_begun(&pieces).await;
    reply(session.beside().send(&regions(&app)).await.expect("an answer")).ok();
    // Its folder is free only when nothing of it works any more.
    let stopped = wait::within("the server to stop", app.stop()).await;
    assert!(answer.await.expect("no panic").is_err());
    drop(stopped.start().await);
}
